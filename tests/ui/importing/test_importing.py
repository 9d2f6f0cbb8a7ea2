"""Articles come in: the whole program with drags, the clipboard, addresses and folders."""

import base64
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.imports import Fate, Report
from reader.core.mentions import Kind
from reader.core.shelf import ArticleQuery, LabelKind
from reader.formats import fetch as fetch_module
from reader.store.library import Library
from reader.store.shelf import Shelf as StoredShelf
from reader.ui.importing.address_dialog import AddressDialog
from reader.ui.importing.offered import Offered
from reader.ui.library.shelf_model import Shelf, ShelfKind
from reader.ui.workbench import Workbench
from tests.ui.conftest import READING_MS, bench, close
from tests.ui.reading.structure_samples import picture

pytestmark = pytest.mark.model

Start = Callable[..., Application]
PARAGRAPH = "Ana Ruiz llegó a Lima el martes por la tarde con tres maletas y un paraguas rojo. "
PAGE = (
    "<!doctype html><html lang=es><head><title>El viaje</title></head><body><article>"
    f"<h1>El viaje</h1><p>{PARAGRAPH * 4}</p><p>{PARAGRAPH * 5}</p></article></body></html>"
)
WALL = (
    "<!doctype html><html><head><title>Diario</title></head><body><p>Este contenido es solo "
    "para suscriptores. Suscríbete para seguir leyendo.</p></body></html>"
)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    released = threading.Event()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/lento":
            self.server.released.wait(60)  # type: ignore[attr-defined]
            return
        bodies = {"/a": PAGE, "/muro": WALL}
        body = bodies.get(self.path, "").encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a server in this process."""
    real = fetch_module.fetch
    monkeypatch.setattr(fetch_module, "fetch", lambda *a, **o: real(*a, **o, proxies={}))
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.released.clear()
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.released.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with ten articles, two files that are broken, and other things."""
    folder = tmp_path / "carpeta"
    (folder / "dentro").mkdir(parents=True)
    for number in range(10):
        path = folder / ("dentro" if number % 2 else ".") / f"noticia-{number}.txt"
        path.write_text(f"Viaje número {number}\n\n{PARAGRAPH}El viaje es el número {number}.")
    (folder / "vacía.txt").touch()
    (folder / "rota.pdf").write_bytes(b"%PDF-1.7 y nada")
    (folder / "foto.jpg").write_bytes(b"x")
    (folder / ".oculto.txt").write_text("x")
    return folder


def mime(*paths: Path, text: str = "", rich: str = "", url: str = "") -> QMimeData:
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if url:
        data.setUrls([QUrl(url)])
    if text:
        data.setText(text)
    if rich:
        data.setHtml(rich)
    return data


def drag(program: Application, data: QMimeData) -> bool:
    """Drag something over the window; return whether it would take it."""
    event = QDragEnterEvent(
        QPoint(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(program.window, event)
    return event.isAccepted()


def drop(program: Application, data: QMimeData) -> None:
    """Drop something onto the window."""
    assert drag(program, data)
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(program.window, event)


def dialog_of(workbench: Workbench) -> AddressDialog:
    return next(
        widget for widget in workbench.window.findChildren(AddressDialog) if widget.isVisible()
    )


def reported(qtbot: QtBot, workbench: Workbench, begin: Callable[[], object]) -> Report:
    """Begin an import, and return its report."""
    with qtbot.waitSignal(workbench.imports.jobs.reported, timeout=READING_MS) as signal:
        begin()
    assert signal.args is not None
    return signal.args[0]


def titles(path: Path) -> list[str]:
    with Library.open(path / "library.sqlite") as library:
        return sorted(each.title for each in library.shelf.articles(ArticleQuery(), limit=999))


# ---- drags


@pytest.mark.parametrize(
    ("text", "url", "words"),
    [
        ("Un texto que alguien arrastra", "", "Drop the text to keep it as an article"),
        ("", "https://diario.es/a", "Drop the link to open its page"),
    ],
)
def test_importing_a_drag_says_what_a_drop_will_do(
    qtbot: QtBot, start: Start, text: str, url: str, words: str
) -> None:
    program = start()
    overlay = bench(program).imports.drops.overlay
    assert drag(program, mime(text=text, url=url))
    assert overlay.isVisible()
    assert overlay.words == words
    assert overlay.size() == program.window.size()
    QApplication.sendEvent(program.window, QDragLeaveEvent())
    assert not overlay.isVisible()


def test_importing_a_drag_of_nothing_useful_is_not_taken(start: Start) -> None:
    program = start()
    data = QMimeData()
    data.setData("application/x-otro", b"x")
    assert not drag(program, data)
    assert not bench(program).imports.drops.overlay.isVisible()


def test_importing_a_dropped_file_is_opened(qtbot: QtBot, start: Start, article_path: Path) -> None:
    program = start()
    with qtbot.waitSignal(bench(program).controller.article_opened, timeout=READING_MS):
        drop(program, mime(article_path))
    assert not bench(program).imports.drops.overlay.isVisible()
    assert program.window.windowTitle() == "Rusia corea del norte — Reader"


def test_importing_a_file_dropped_on_a_field_is_opened_too(
    qtbot: QtBot, start: Start, article_path: Path
) -> None:
    program = start()
    workbench, data = bench(program), mime(url=QUrl.fromLocalFile(str(article_path)).toString())
    edit = workbench.library_pane.filter_edit
    where = edit.mapTo(program.window, edit.rect().center())
    frame = program.window.windowHandle()
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(where, Qt.DropAction.CopyAction, data, *keys)
    QApplication.sendEvent(frame, entered)
    assert entered.isAccepted()
    assert workbench.imports.drops.overlay.isVisible()
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        QApplication.sendEvent(
            frame, QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data, *keys)
        )
    assert edit.text() == ""
    assert not workbench.imports.drops.overlay.isVisible()


def test_importing_dropped_rich_text_becomes_an_article(qtbot: QtBot, start: Start) -> None:
    program = start()
    with qtbot.waitSignal(bench(program).controller.article_opened, timeout=READING_MS) as opened:
        drop(program, mime(text="Titular Ana", rich="<h2>Titular</h2><p><b>Ana</b></p>"))
    assert opened.args is not None
    document = opened.args[0].document
    assert (document.title, document.source) == ("Titular", "")
    assert [document.text[run.start : run.end] for run in document.runs] == ["Ana"]


def test_importing_a_dropped_link_is_only_fetched_on_the_users_word(
    qtbot: QtBot, start: Start, root: str
) -> None:
    program = start()
    workbench = bench(program)
    drop(program, mime(url=f"{root}/a"))
    dialog = dialog_of(workbench)
    assert dialog.edit.text() == f"{root}/a"
    assert not workbench.imports.fetching.is_busy
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS) as opened:
        dialog.fetch_button.click()
    assert opened.args is not None
    document = opened.args[0].document
    assert (document.title, document.url) == ("El viaje", f"{root}/a")


# ---- the clipboard


def test_importing_ctrl_v_keeps_the_clipboards_text(qtbot: QtBot, start: Start) -> None:
    program = start()
    QApplication.clipboard().setText(f"Un viaje\n\n{PARAGRAPH}")
    with qtbot.waitSignal(bench(program).controller.article_opened, timeout=READING_MS) as opened:
        qtbot.keyClick(program.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert opened.args is not None
    assert opened.args[0].document.title == "Un viaje"


def test_importing_ctrl_v_while_reading_keeps_the_clipboards_text(
    qtbot: QtBot, read: Start
) -> None:
    program = read()
    workbench = bench(program)
    workbench.view.setFocus()
    QApplication.clipboard().setText(f"Un viaje\n\n{PARAGRAPH}")
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        qtbot.keyClick(workbench.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert program.window.windowTitle() == "Un viaje — Reader"


def test_importing_what_is_pasted_goes_before_files_that_nobody_looks_at(
    qtbot: QtBot, start: Start, folder: Path
) -> None:
    workbench = bench(start())
    added, released = [], threading.Event()
    workbench.controller.article_added.connect(lambda _a, parsed, _s: added.append(parsed))
    workbench.library.call(lambda _library: released.wait(60))  # as a long file takes
    files = sorted(each for each in folder.iterdir() if each.suffix == ".txt")[:3]
    assert len(files) == 3
    with qtbot.waitSignal(
        workbench.controller.file_reading, check_params_cb=lambda name: not name, timeout=READING_MS
    ):
        workbench.open_files(files)
    pasted = f"Pegado a mano\n\n{PARAGRAPH * 3}"
    with qtbot.waitSignal(workbench.imports.fetching._reading._herald.told, timeout=READING_MS):
        workbench.imports.take(Offered(text=pasted))
    released.set()
    qtbot.waitUntil(lambda: len(added) == 4, timeout=READING_MS)
    assert added[1].document.text.startswith("Pegado a mano")
    document = workbench.controller.document
    assert document is not None
    assert document.text.startswith("Pegado a mano")


def test_importing_ctrl_v_in_a_field_pastes_there(qtbot: QtBot, start: Start) -> None:
    program = start()
    workbench = bench(program)
    workbench.actions["filter_articles"].trigger()
    field = QApplication.focusWidget()
    assert field is not None
    QApplication.clipboard().setText("Lima")
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.property("text") == "Lima"
    assert workbench.controller.document is None


def test_importing_a_pasted_address_offers_to_fetch_it(qtbot: QtBot, start: Start) -> None:
    workbench = bench(start())
    QApplication.clipboard().setText("https://diario.example/a")
    workbench.actions["paste_article"].trigger()
    assert dialog_of(workbench).edit.text() == "https://diario.example/a"
    assert not workbench.imports.fetching.is_busy
    dialog_of(workbench).reject()


def test_importing_an_empty_clipboard_is_one_sentence(qtbot: QtBot, start: Start) -> None:
    workbench = bench(start())
    QApplication.clipboard().clear()
    with qtbot.waitSignal(workbench.imports.failed, timeout=READING_MS):
        workbench.actions["paste_article"].trigger()
    assert "There is no text to paste" in workbench.notices.sentence


# ---- addresses


def test_importing_a_fetched_page_is_kept_as_it_came(
    qtbot: QtBot, start: Start, root: str, tmp_path: Path
) -> None:
    program = start()
    workbench = bench(program)
    dialog = workbench.imports.ask_address(f"{root}/a")
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS) as opened:
        dialog.begin()
    assert opened.args is not None
    document_id = opened.args[0].document.id
    close(qtbot, program)
    with Library.open(tmp_path / "library.sqlite") as library:
        original = library.shelf.original(document_id)
    assert original is not None
    assert original.data == PAGE.encode()


def test_importing_an_address_without_a_page_is_one_sentence_in_the_dialog(
    qtbot: QtBot, start: Start, root: str
) -> None:
    workbench = bench(start())
    dialog = workbench.imports.ask_address(f"{root}/nada")
    with qtbot.waitSignal(workbench.imports.fetching.failed, timeout=READING_MS):
        dialog.begin()
    assert "has no such page" in dialog.message.text()
    assert dialog.edit.isEnabled()
    assert dialog.fetch_button.isVisible()
    dialog.reject()


def test_importing_fetching_can_be_stopped(qtbot: QtBot, start: Start, root: str) -> None:
    workbench = bench(start())
    dialog = workbench.imports.ask_address(f"{root}/lento")
    dialog.begin()
    assert dialog.progress.isVisible()
    assert not dialog.edit.isEnabled()
    with qtbot.waitSignal(workbench.imports.fetching.cancelled, timeout=READING_MS):
        dialog.cancel_button.click()
    qtbot.waitUntil(dialog.edit.isEnabled)
    assert not workbench.imports.fetching.is_busy
    dialog.reject()


def test_importing_a_wall_is_said_and_the_text_can_be_pasted_for_it(
    qtbot: QtBot, start: Start, root: str, tmp_path: Path
) -> None:
    program = start()
    workbench = bench(program)
    dialog = workbench.imports.ask_address(f"{root}/muro")
    with qtbot.waitSignal(workbench.imports.fetching.fetched, timeout=READING_MS):
        dialog.begin()
    assert "subscribers" in dialog.message.text()
    assert workbench.controller.document is None  # nothing is kept yet
    QApplication.clipboard().setText(PARAGRAPH * 5)
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS) as opened:
        dialog.paste_button.click()
    assert opened.args is not None
    document = opened.args[0].document
    assert document.text.strip() == (PARAGRAPH * 5).strip()
    assert document.url == f"{root}/muro"
    close(qtbot, program)
    with Library.open(tmp_path / "library.sqlite") as library:
        original = library.shelf.original(document.id)
    assert original is not None
    assert original.data == WALL.encode()


def test_importing_a_wall_can_be_kept_as_it_is(qtbot: QtBot, start: Start, root: str) -> None:
    workbench = bench(start())
    dialog = workbench.imports.ask_address(f"{root}/muro")
    with qtbot.waitSignal(workbench.imports.fetching.fetched, timeout=READING_MS):
        dialog.begin()
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        dialog.keep_button.click()
    assert workbench.notices.sentence == ""


# ---- pictures


def test_importing_a_remote_picture_is_fetched_when_it_is_asked_for(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbench = bench(start())
    given: list[tuple[str, bytes | None]] = []
    monkeypatch.setattr(workbench.view, "set_picture", lambda s, d: given.append((s, d)))
    asked: list[dict[str, object]] = []

    def fetch(address: str, **options: object) -> fetch_module.Fetched:
        asked.append({"address": address} | options)
        return fetch_module.Fetched(b"png", "image/png", address)

    kept: list[tuple[str, str, bytes]] = []
    monkeypatch.setattr(
        StoredShelf,
        "keep_picture",
        lambda _shelf, article, source, picture: kept.append((article, source, picture.data)),
    )
    workbench.imports.fetching.fetch = fetch
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS) as opened:
        workbench.imports.take(Offered(text=PARAGRAPH))
    assert opened.args is not None
    workbench.view.picture_requested.emit("https://diario.example/i.png")
    qtbot.waitUntil(lambda: given == [("https://diario.example/i.png", b"png")])
    assert asked[0]["is_picture"] is True
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [(opened.args[0].document.id, "https://diario.example/i.png", b"png")]


def test_importing_a_picture_of_the_article_comes_from_the_library(
    qtbot: QtBot, start: Start
) -> None:
    workbench = bench(start())
    png = base64.b64encode(picture(80, 80)).decode()
    rich = f"<p>{PARAGRAPH}</p><img src='data:image/png;base64,{png}' width='80' height='80'>"
    with qtbot.waitSignal(workbench.view.resource_requested, timeout=READING_MS) as asked:
        QApplication.clipboard().setMimeData(mime(text=PARAGRAPH, rich=rich))
        workbench.actions["paste_article"].trigger()
    assert asked.args is not None
    source = f"resource:{asked.args[0]}"
    qtbot.waitUntil(
        lambda: workbench.view._pictures.state(source).name == "SHOWN", timeout=READING_MS
    )


# ---- folders


def test_importing_a_dropped_folder_is_imported_with_a_report(
    qtbot: QtBot, start: Start, folder: Path, tmp_path: Path
) -> None:
    program = start()
    workbench = bench(program)
    report = reported(qtbot, workbench, lambda: drop(program, mime(folder)))
    assert len(report.of(Fate.ADDED)) == 10
    assert sorted(item.path.name for item in report.of(Fate.FAILED)) == ["rota.pdf", "vacía.txt"]
    assert (report.skipped.hidden, report.skipped.unsupported) == (1, 1)
    assert "Added: 10 · Failed: 2" in workbench.imports.bar.words
    dialog = workbench.imports.show_report()
    assert dialog is not None
    assert "vacía.txt” is empty" in dialog.text()
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == dialog.text()
    dialog.save(tmp_path / "informe.txt")
    assert (tmp_path / "informe.txt").read_text("utf-8") == dialog.text()
    dialog.save(tmp_path / "no está" / "informe.txt")
    assert "could not be written" in dialog.complaint.text()
    dialog.close()
    close(qtbot, program)
    assert len(titles(tmp_path)) == 10


def test_importing_while_a_collection_is_open_puts_all_into_it(
    qtbot: QtBot, start: Start, folder: Path, article_path: Path
) -> None:
    workbench = bench(start())
    desk, pane = workbench.desk, workbench.library_pane
    desk.labels.create(LabelKind.COLLECTION, "Viajes")
    qtbot.waitUntil(lambda: bool(pane.shelf_model.labels(LabelKind.COLLECTION)))
    (label,) = pane.shelf_model.labels(LabelKind.COLLECTION)
    pane.shelves.choose(Shelf(ShelfKind.LABEL, 0, LabelKind.COLLECTION, label))
    report = reported(qtbot, workbench, lambda: workbench.imports.take_paths([folder]))
    count = len(report.of(Fate.ADDED))
    qtbot.waitUntil(lambda: pane.count() == count > 5)
    workbench.open_files([article_path])
    qtbot.waitUntil(lambda: pane.count() == count + 1)
    assert "put under “Viajes”" in workbench.notices.sentence
    workbench.actions["undo"].trigger()
    qtbot.waitUntil(lambda: pane.count() == count)
    workbench.actions["undo"].trigger()
    qtbot.waitUntil(lambda: pane.count() == 0)


def test_importing_finds_the_names_in_every_article(
    qtbot: QtBot, start: Start, folder: Path, tmp_path: Path
) -> None:
    program = start()
    workbench = bench(program)
    with qtbot.waitSignal(workbench.imports.jobs.ended, timeout=READING_MS):
        workbench.imports.take_paths([folder])
    close(qtbot, program)
    with Library.open(tmp_path / "library.sqlite") as library:
        assert library.shelf.unrecognized() == []
        summaries = library.shelf.articles(ArticleQuery(kind=Kind.PERSON), limit=99)
    assert len(summaries) == 10


def test_importing_waits_with_names_while_the_open_article_is_read(
    qtbot: QtBot, start: Start, folder: Path
) -> None:
    workbench = bench(start())
    workbench.controller.recognition_progressed.emit(0, 0)
    report = reported(qtbot, workbench, lambda: workbench.imports.take_paths([folder]))
    assert report.unnamed == 10
    with qtbot.waitSignal(workbench.imports.jobs.ended, timeout=READING_MS):
        workbench.controller.recognition_ended.emit()


def test_importing_can_be_paused_and_goes_on(qtbot: QtBot, start: Start, folder: Path) -> None:
    workbench = bench(start())
    imports = workbench.imports
    with qtbot.waitSignal(imports.jobs.began, timeout=READING_MS):
        imports.take_paths([folder])
    imports.jobs.pause()
    assert imports.bar.pause_button.text() == "Go on"
    assert "paused" in imports.bar.words or "Looking" in imports.bar.words
    with qtbot.assertNotEmitted(imports.jobs.reported, wait=700):
        pass
    report = reported(qtbot, workbench, imports.bar.pause_button.click)
    assert report.kept == 10


def test_importing_can_be_stopped_and_says_what_is_left(
    qtbot: QtBot, start: Start, folder: Path
) -> None:
    workbench = bench(start())
    imports = workbench.imports
    imports.take_paths([folder])
    imports.jobs.pause()
    report = reported(qtbot, workbench, imports.bar.cancel_button.click)
    assert report.left > 0
    assert "Not reached" in imports.bar.words
    again = reported(qtbot, workbench, lambda: imports.take_paths([folder]))
    assert again.left == 0


def test_importing_a_second_folder_waits_its_turn(qtbot: QtBot, start: Start, folder: Path) -> None:
    workbench = bench(start())
    reports: list[Report] = []
    workbench.imports.jobs.reported.connect(reports.append)
    workbench.imports.take_paths([folder])
    workbench.imports.take_paths([folder / "dentro"])
    qtbot.waitUntil(lambda: len(reports) == 2, timeout=READING_MS)
    assert (reports[0].kept, len(reports[1].of(Fate.THERE))) == (10, 5)


def test_importing_changed_articles_are_offered_as_updates(
    qtbot: QtBot, start: Start, folder: Path, tmp_path: Path
) -> None:
    program = start()
    workbench = bench(program)
    reported(qtbot, workbench, lambda: workbench.imports.take_paths([folder]))
    path = folder / "noticia-0.txt"
    path.write_text(path.read_text() + " Se marchó el jueves.")
    report = reported(qtbot, workbench, lambda: workbench.imports.take_paths([folder]))
    assert [item.path for item in report.of(Fate.CHANGED)] == [path]
    dialog = workbench.imports.show_report()
    assert dialog is not None
    assert dialog.update_button.isVisible()
    report = reported(qtbot, workbench, dialog.update_button.click)
    assert [item.fate for item in report.items] == [Fate.UPDATED]


def test_importing_process_killed_is_one_sentence_and_the_library_whole(
    qtbot: QtBot, start: Start, folder: Path
) -> None:
    import os
    import signal

    workbench = bench(start())
    jobs = workbench.imports.jobs
    jobs.import_paths([folder])
    jobs.pause()
    process_id = jobs.process_id
    assert process_id is not None
    with qtbot.waitSignal(jobs.failed, timeout=READING_MS):
        os.kill(process_id, signal.SIGKILL)
    assert "ended unexpectedly" in workbench.imports.bar.words
    report = reported(qtbot, workbench, lambda: workbench.imports.take_paths([folder]))
    assert len(report.of(Fate.ADDED, Fate.THERE)) == 10


def test_importing_closing_asks_and_then_stops_with_nothing_half_done(
    qtbot: QtBot, start: Start, folder: Path, tmp_path: Path
) -> None:
    program = start()
    workbench = bench(program)
    workbench.imports.take_paths([folder])
    workbench.imports.jobs.pause()
    program.window.close()
    assert program.window.isVisible()
    box = program.window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    stop = next(button for button in box.buttons() if button.text() == "Stop it and close")
    with qtbot.waitSignal(program.window.closed, timeout=READING_MS):
        stop.click()
    program.finish()
    assert workbench.imports.jobs.process_id is None
    with Library.open(tmp_path / "library.sqlite") as library:
        assert library._db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_importing_names_that_are_missing_are_found_in_a_later_session(
    qtbot: QtBot, start: Start, folder: Path, tmp_path: Path
) -> None:
    from reader.cli import run

    library_path = tmp_path / "library.sqlite"
    assert run(["import", "--no-recognize", "--library", str(library_path), str(folder)]) == 1
    program = start()
    workbench = bench(program)
    assert not workbench.imports.bar.isVisible()
    with qtbot.waitSignal(workbench.imports.jobs.ended, timeout=READING_MS):
        workbench.imports._catch_up_timer.setInterval(0)
    close(qtbot, program)
    with Library.open(library_path) as library:
        assert library.shelf.unrecognized() == []


def test_importing_resize_keeps_the_frame_over_the_whole_window(start: Start) -> None:
    program = start()
    overlay = bench(program).imports.drops.overlay
    assert drag(program, mime(text="Un texto"))
    program.window.resize(900, 600)
    QApplication.sendPostedEvents(None, QEvent.Type.Resize)
    assert overlay.size() == program.window.size()
