"""The window as a user meets it, on the user's article with the real model."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.annotations import Annotation, Colour
from reader.core.document import Parsed
from reader.core.errors import LibraryError
from reader.core.mentions import Kind, Mention
from reader.formats.isolation import IsolatedReader
from reader.store.annotation_list import AnnotationLists
from reader.store.library import Library
from reader.ui.background import SaveState
from reader.ui.workbench import Workbench
from tests.bad_files import BAD_FILES, IDS, Make
from tests.ui.conftest import READING_MS, bench, close

pytestmark = pytest.mark.model

Start = Callable[..., Application]


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """Return the path of an article of many pages."""
    path = tmp_path / "largo.txt"
    path.write_text("\n".join(f"Párrafo {n}. " + "palabra " * 60 for n in range(200)))
    return path


def annotate(workbench: Workbench, passage: str, colour: Colour) -> Annotation:
    document = workbench.controller.document
    assert document is not None
    start = document.text.index(passage)
    workbench.view.select_span(start, start + len(passage))
    workbench.actions[f"annotate_{colour}"].trigger()
    return next(a for a in workbench.book.annotations() if a.start == start)


def current(workbench: Workbench) -> Mention:
    """Return the mention that was walked to, as the panel's snippet and the text show it."""
    start = workbench.panel.card.current_mention()
    recognition = workbench.controller.recognition
    assert recognition is not None
    return next(m for m in recognition.mentions if m.start == start)


def entity_id(workbench: Workbench, name: str) -> str:
    recognition = workbench.controller.recognition
    assert recognition is not None
    return next(e.id for e in recognition.entities if e.name == name)


def test_workbench_without_files_invites(start: Start) -> None:
    workbench = bench(start())
    assert workbench.start_page.isVisible()
    assert not workbench.view.isVisible()
    assert not workbench.legend.isVisible()
    assert not workbench.actions["copy"].isEnabled()


@pytest.mark.parametrize(("make", "sentence"), BAD_FILES, ids=IDS)
def test_workbench_bad_file_is_one_sentence_and_leaves_the_library(
    qtbot: QtBot,
    start: Start,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Make,
    sentence: str,
) -> None:
    path = tmp_path / "malo.txt"
    make(path, monkeypatch)
    program = start()
    workbench = bench(program)
    with qtbot.waitSignal(workbench.controller.failed, timeout=READING_MS):
        workbench.open_files([path])
    assert sentence in workbench.notices.sentence
    assert str(path) in workbench.notices.sentence
    assert "\n" not in workbench.notices.sentence
    assert workbench.start_page.isVisible()
    close(qtbot, program)
    with Library.open(tmp_path / "library.sqlite") as library:
        assert library.documents() == []


def test_workbench_opens_the_first_good_file_of_several(
    qtbot: QtBot, start: Start, tmp_path: Path, article_path: Path
) -> None:
    other = tmp_path / "otra.txt"
    other.write_text("En Lima no pasa nada.")
    workbench = bench(start())
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        workbench.open_files([tmp_path / "nada.txt", article_path, other])
    assert workbench.controller.document is not None
    assert workbench.controller.document.source == str(article_path)
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 2, timeout=READING_MS)


def test_workbench_broken_library_is_one_sentence(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"esto no es SQLite" * 99)
    workbench = bench(start(library=broken))
    qtbot.waitUntil(lambda: str(broken) in workbench.notices.sentence, timeout=READING_MS)
    assert broken.read_bytes() == b"esto no es SQLite" * 99


def test_workbench_another_library_can_be_chosen_for_a_broken_one(
    qtbot: QtBot,
    start: Start,
    tmp_path: Path,
    article_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"esto no es SQLite" * 99)
    workbench = bench(start(article_path, library=broken))
    qtbot.waitUntil(lambda: str(broken) in workbench.notices.sentence, timeout=READING_MS)
    monkeypatch.setattr(
        "reader.ui.library_trouble.ask_library", lambda _parent: tmp_path / "new.sqlite"
    )
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        workbench.notices.action_button.click()
    assert workbench.notices.sentence == ""
    assert (tmp_path / "new.sqlite").exists()
    assert workbench.controller.document is not None


def test_workbench_article_opened_again_shows_highlights_from_the_cache(
    qtbot: QtBot, read: Start, start: Start, article_path: Path
) -> None:
    close(qtbot, read())
    workbench = bench(start())
    provisional: list[object] = []
    workbench.controller.spans_found.connect(provisional.append)
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS) as opened:
        workbench.open_files([article_path])
    assert opened.args is not None
    recognition = opened.args[0].recognized.recognition
    assert recognition is not None
    assert recognition.complete
    assert len(recognition.mentions) > 30
    assert provisional == []


def test_workbench_recognition_process_killed_is_started_again(
    qtbot: QtBot, read: Start, tmp_path: Path
) -> None:
    workbench = bench(read())
    killed = workbench.recognizer.process_id
    assert killed is not None
    with qtbot.waitSignal(workbench.recognizer.restarted, timeout=READING_MS):
        os.kill(killed, signal.SIGKILL)
    assert "was started again" in workbench.notices.sentence
    other = tmp_path / "otra.txt"
    other.write_text("El presidente de Chile viajó a Brasil.")
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        workbench.open_files([other])
    recognition = workbench.controller.recognition
    assert recognition is not None
    assert {e.name for e in recognition.entities} == {"Chile", "Brasil"}


def test_workbench_keys_walk_mentions(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    document = workbench.controller.document
    assert document is not None
    workbench.view.setFocus()
    workbench.presenter.show_entity(entity_id(workbench, "Serguéi Lavrov"))
    seen = []
    for _ in range(5):
        workbench.actions["next_of_entity"].trigger()
        mention = current(workbench)
        seen.append(document.text[mention.start : mention.end])
    assert seen == ["Serguéi Lavrov", "Lavrov", "Lavrov", "Lavrov", "Serguéi Lavrov"]
    workbench.actions["previous_of_entity"].trigger()
    assert current(workbench).start == document.text.rindex("Lavrov")


def test_workbench_letters_typed_into_a_note_are_no_shortcuts(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    workbench.presenter.show_entity(entity_id(workbench, "Kim Jong Un"))
    edit = workbench.panel.card.note.edit
    edit.setFocus()
    with qtbot.waitSignal(workbench.controller.note_saved, timeout=READING_MS):
        qtbot.keyClicks(edit, "jk 1n")
        workbench.panel.flush()
    assert edit.toPlainText() == "jk 1n"
    assert workbench.book.annotations() == []


def test_workbench_switched_off_kinds_are_passed_over_and_kept(
    qtbot: QtBot, read: Start, start: Start
) -> None:
    program = read()
    workbench = bench(program)
    workbench.legend.set_hidden_kinds(frozenset(Kind) - {Kind.ORGANIZATION})
    workbench.legend.hidden_kinds_changed.emit(workbench.legend.hidden_kinds())
    document = workbench.controller.document
    assert document is not None
    names = []
    for _ in range(3):
        workbench.actions["next_mention"].trigger()
        workbench.actions["open_card"].trigger()
        mention = current(workbench)
        names.append(document.text[mention.start : mention.end])
    assert names == ["Nordwind Airlines", "OTAN", "Nordwind Airlines"]
    close(qtbot, program)
    again = bench(start())
    assert again.legend.hidden_kinds() == frozenset(Kind) - {Kind.ORGANIZATION}


def test_workbench_annotations_are_changed_deleted_and_brought_back(
    qtbot: QtBot, read: Start, tmp_path: Path
) -> None:
    program = read()
    workbench = bench(program)
    wide = annotate(workbench, "soldados norcoreanos calificados como", Colour.YELLOW)
    narrow = annotate(workbench, "norcoreanos calificados", Colour.PINK)
    assert len(workbench.book.annotations()) == 2

    workbench.presenter.annotations.delete(wide.id)
    assert [a.id for a in workbench.book.annotations()] == [narrow.id]
    assert "deleted" in workbench.notices.sentence
    workbench.actions["undo"].trigger()
    assert workbench.book.annotations() == [wide, narrow]
    workbench.actions["redo"].trigger()
    assert workbench.book.annotations() == [narrow]
    workbench.actions["undo"].trigger()
    workbench.actions["undo"].trigger()
    assert workbench.book.annotations() == [wide]
    close(qtbot, program)
    with Library.open(tmp_path / "library.sqlite") as library:
        (document,) = library.documents()
        assert [a.id for a in library.annotations(document.id)] == [wide.id]


def test_workbench_a_comment_being_typed_is_kept_when_another_article_is_opened(
    qtbot: QtBot, read: Start, tmp_path: Path
) -> None:
    program = read()
    workbench = bench(program)
    annotation = annotate(workbench, "soldados norcoreanos", Colour.BLUE)
    workbench.presenter.annotations.annotate_and_comment()
    focused = program.window.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "sin terminar")
    other = tmp_path / "otra.txt"
    other.write_text("En Lima no pasa nada.")
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        workbench.open_files([other])
    close(qtbot, program)
    with Library.open(tmp_path / "library.sqlite") as library:
        (kept,) = library.annotations(annotation.document_id)
        assert kept.comment == "sin terminar"


def test_workbench_a_note_being_typed_is_kept_when_the_window_is_closed(
    qtbot: QtBot, read: Start, tmp_path: Path
) -> None:
    program = read()
    workbench = bench(program)
    kim = entity_id(workbench, "Kim Jong Un")
    workbench.presenter.show_entity(kim)
    qtbot.keyClicks(workbench.panel.card.note.edit, "a medias")
    close(qtbot, program)
    with Library.open(tmp_path / "library.sqlite") as library:
        note = library.note(kim)
        assert note is not None
        assert note.text == "a medias"


def test_workbench_goes_back_and_forward(qtbot: QtBot, read: Start, tmp_path: Path) -> None:
    workbench = bench(read())
    other = tmp_path / "otra.txt"
    other.write_text("En Lima no pasa nada.")
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        workbench.open_files([other])
    titles = []
    for name in ("back", "forward"):
        with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
            workbench.actions[name].trigger()
        assert workbench.controller.document is not None
        titles.append(workbench.controller.document.title)
    assert titles == ["Rusia corea del norte", "Otra"]


def test_workbench_reading_goes_on_where_it_stopped(
    qtbot: QtBot, read: Start, start: Start, long: Path
) -> None:
    program = read(long)
    workbench = bench(program)
    document = workbench.controller.document
    assert document is not None
    wanted = document.text.index("Párrafo 150.")
    with qtbot.waitSignal(workbench.view.reading_offset_changed, timeout=READING_MS):
        workbench.view.ensure_visible(wanted, wanted + 1)
    stopped = workbench.view.reading_offset()
    assert stopped > 0
    close(qtbot, program)
    again = bench(start())
    with qtbot.waitSignal(again.controller.article_opened, timeout=READING_MS):
        again.open_files([long])
    qtbot.waitUntil(lambda: again.view.reading_offset() == stopped, timeout=READING_MS)


def test_workbench_dropped_files_are_opened(qtbot: QtBot, start: Start, article_path: Path) -> None:
    program = start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(article_path))])
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(bench(program).controller.article_opened, timeout=READING_MS):
        program.window.dropEvent(event)
    assert program.window.windowTitle() == "Rusia corea del norte — Reader"


@pytest.mark.parametrize(
    ("width", "library", "panel"), [(1280, True, True), (900, False, True), (600, False, False)]
)
def test_workbench_columns_fold_where_there_is_no_room(
    qtbot: QtBot, start: Start, width: int, library: bool, panel: bool
) -> None:
    program = start()
    workbench = bench(program)
    program.window.resize(width, 700)
    qtbot.waitUntil(lambda: program.window.width() == width)
    assert (workbench.library_pane.isVisible(), workbench.panel.isVisible()) == (library, panel)
    program.window.resize(1280, 700)
    qtbot.waitUntil(lambda: workbench.library_pane.isVisible() and workbench.panel.isVisible())


def test_workbench_language_changes_at_once(qtbot: QtBot, start: Start) -> None:
    from dataclasses import replace

    workbench = bench(start())
    workbench.set_settings(replace(workbench.settings, language="es"))
    assert workbench.actions["open"].text() == "&Abrir…"
    qtbot.waitUntil(lambda: workbench.legend.chip(Kind.PERSON).accessibleName()[:8] == "Personas")
    workbench.set_settings(replace(workbench.settings, language="en"))
    assert workbench.actions["open"].text() == "&Open…"


@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_workbench_theme_changes_at_once(start: Start, theme: str) -> None:
    from dataclasses import replace

    workbench = bench(start())
    workbench.set_settings(replace(workbench.settings, theme=theme))
    assert workbench.appearance.theme.name == theme
    assert QApplication.palette().window().color() == workbench.appearance.theme.window


def test_workbench_hover_shows_the_start_of_the_note(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    kim = entity_id(workbench, "Kim Jong Un")
    with qtbot.waitSignal(workbench.controller.note_saved, timeout=READING_MS):
        workbench.controller.save_note(kim, "Líder <b>supremo</b>.")
    recognition = workbench.controller.recognition
    assert recognition is not None
    mention = next(m for m in recognition.mentions if m.entity_id == kim)
    rect = workbench.view.span_rect(mention.start, mention.end)
    workbench.view.mention_hovered.emit(mention, rect)
    card = workbench.presenter.hover_card
    assert card.isVisible()
    assert "Líder <b>supremo</b>." in card.accessibleDescription()
    workbench.view.mention_hovered.emit(None, rect)
    assert not card.isVisible()


IMPORTS = """
import sys
from pathlib import Path
from reader.app import Application, make_qapplication
qt = make_qapplication()
folder = Path(sys.argv[1])
program = Application(
    library=folder / "l.sqlite", settings_file=folder / "s.toml", state_file=folder / "w.ini"
)
program.built.connect(
    lambda: program.workbench.controller.recognition_ended.connect(qt.quit)
)
program.open([Path(sys.argv[2])])
qt.exec()
assert len(program.workbench.controller.recognition.mentions) > 30
program.finish()
print(sorted({"spacy", "thinc", "numpy"} & set(sys.modules)))
"""


def test_workbench_process_imports_neither_spacy_nor_numpy(
    tmp_path: Path, article_path: Path
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", IMPORTS, str(tmp_path), str(article_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=READING_MS / 1000,
    )
    assert ended.stdout.strip() == "[]"


def test_workbench_selection_shows_the_bar_beside_it(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    view, bar = workbench.view, workbench.presenter.selection_bar
    document = workbench.controller.document
    assert document is not None
    start = document.text.index("soldados")
    first, last = view.span_rect(start, start + 1), view.span_rect(start + 19, start + 20)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    qtbot.mouseMove(view.viewport(), QPoint(last.right(), last.center().y()))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last.center())
    assert bar.isVisible()
    assert view.viewport().rect().contains(bar.geometry())
    assert not bar.geometry().intersects(first.united(last))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_workbench_asked_to_end_saves_what_is_being_typed(
    tmp_path: Path, article_path: Path, number: signal.Signals
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(tmp_path / "l.sqlite"), str(article_path)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    entity = process.stdout.readline().strip()
    process.send_signal(number)
    assert process.wait(READING_MS / 1000) == 0
    process.stdout.close()
    with Library.open(tmp_path / "l.sqlite") as library:
        note = library.note(entity)
        assert note is not None
        assert note.text == "a medias"


TYPING = """
import sys
from pathlib import Path
import reader.app
from reader.app import Application, run_app

class Typing(Application):
    def open(self, files):
        self.built.connect(
            lambda: self.workbench.controller.recognition_ended.connect(self.type_note)
        )
        super().open(files)

    def type_note(self):
        entity = self.workbench.controller.recognition.entities[0].id
        self.workbench.presenter.show_entity(entity)
        self.workbench.panel.card.note.edit.insertPlainText("a medias")
        print(entity, flush=True)

reader.app.Application = Typing
sys.exit(run_app([Path(sys.argv[2])], library=Path(sys.argv[1])))
"""


def test_workbench_two_windows_on_one_note_keep_both_texts(
    qtbot: QtBot, read: Start, start: Start, tmp_path: Path
) -> None:
    first = bench(read())
    kim = entity_id(first, "Kim Jong Un")
    first.presenter.show_entity(kim)
    with Library.open(tmp_path / "library.sqlite") as other_window:
        other_window.save_note(kim, "desde la otra ventana")
    with qtbot.waitSignal(first.controller.note_joined, timeout=READING_MS):
        qtbot.keyClicks(first.panel.card.note.edit, "desde esta")
        first.panel.flush()
    shown = first.panel.card.note.edit.toPlainText()
    assert "desde la otra ventana" in shown
    assert "desde esta" in shown
    with qtbot.waitSignal(first.controller.note_saved, timeout=READING_MS):
        qtbot.keyClicks(first.panel.card.note.edit, " and more")
        first.panel.flush()
    with Library.open(tmp_path / "library.sqlite") as library:
        note = library.note(kim)
        assert note is not None
        assert note.text.count("desde la otra ventana") == 1
        assert " and more" in note.text


def test_workbench_what_could_not_be_saved_is_said_kept_and_saved_later(
    qtbot: QtBot, read: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = read()
    workbench = bench(program)
    real = AnnotationLists.save

    def locked(_lists: AnnotationLists, _changes: object) -> None:
        raise LibraryError("The library is in use by another program.")

    monkeypatch.setattr(AnnotationLists, "save", locked)
    with qtbot.waitSignal(workbench.book.failed, timeout=READING_MS):
        kept = annotate(workbench, "soldados norcoreanos", Colour.GREEN)
    assert workbench.library.state is SaveState.FAILED
    assert "in use by another program" in workbench.notices.sentence

    asked: list[dict[str, Callable[[], object]]] = []
    monkeypatch.setattr(
        "reader.ui.closing.ask_what_to_do_unsaved",
        lambda _parent, **choices: asked.append(choices),
    )
    program.window.close()
    qtbot.waitUntil(lambda: bool(asked), timeout=READING_MS)
    assert program.window.isVisible()
    asked[0]["copy"]()
    assert "soldados norcoreanos" in QApplication.clipboard().text()

    monkeypatch.setattr(AnnotationLists, "save", real)
    with qtbot.waitSignal(program.window.closed, timeout=READING_MS):
        asked[0]["retry"]()
    program.finish()
    with Library.open(tmp_path / "library.sqlite") as library:
        assert [a.id for a in library.annotations(kept.document_id)] == [kept.id]


def test_workbench_what_can_not_be_saved_can_be_left_behind(
    qtbot: QtBot, read: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = read()
    workbench = bench(program)

    def full(_lists: AnnotationLists, _changes: object) -> None:
        raise LibraryError("There is no room on the disk.")

    monkeypatch.setattr(AnnotationLists, "save", full)
    monkeypatch.setattr(
        "reader.ui.closing.ask_what_to_do_unsaved",
        lambda _parent, **choices: choices["discard"](),
    )
    with qtbot.waitSignal(workbench.book.failed, timeout=READING_MS):
        annotate(workbench, "soldados norcoreanos", Colour.GREEN)
    with qtbot.waitSignal(program.window.closed, timeout=READING_MS):
        program.window.close()


def test_workbench_the_open_article_opened_again_keeps_what_is_being_typed(
    qtbot: QtBot, read: Start, article_path: Path
) -> None:
    program = read()
    workbench = bench(program)
    annotate(workbench, "soldados norcoreanos", Colour.BLUE)
    workbench.presenter.annotations.annotate_and_comment()
    focused = program.window.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "un comentario")
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        workbench.open_files([article_path])
    workbench.panel.flush()
    assert [a.comment for a in workbench.book.annotations()] == ["un comentario"]


def test_workbench_undo_in_the_notice_goes_when_something_else_is_done(
    qtbot: QtBot, read: Start
) -> None:
    workbench = bench(read())
    first = annotate(workbench, "soldados norcoreanos", Colour.BLUE)
    workbench.presenter.annotations.delete(first.id)
    assert workbench.notices.sentence
    annotate(workbench, "fuerzas ucranianas", Colour.BLUE)
    assert workbench.notices.sentence == ""


def test_workbench_switched_off_kinds_outlive_a_change_of_looks(start: Start) -> None:
    workbench = bench(start())
    workbench.legend.hidden_kinds_changed.emit(frozenset({Kind.PERSON}))
    workbench.appearance_menu.form.stepper("font_size_pt").stepUp()
    assert workbench.settings.hidden_kinds == ("person",)
    assert workbench.settings.font_size_pt > 13


def test_workbench_two_quick_steps_back_keep_the_way(
    qtbot: QtBot, read: Start, tmp_path: Path
) -> None:
    workbench = bench(read())
    for number in range(3):
        path = tmp_path / f"otra {number}.txt"
        path.write_text(f"En Lima no pasa nada por {number}ª vez.")
        with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
            workbench.open_files([path])
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.actions["back"].trigger()
        workbench.actions["back"].trigger()
    assert workbench.controller.document is not None
    assert workbench.controller.document.title == "Otra 1"
    assert workbench.actions["forward"].isEnabled()


def test_workbench_a_file_that_is_slow_does_not_take_the_view_from_a_later_choice(
    qtbot: QtBot, read: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = read()
    workbench = bench(program)
    first = workbench.controller.document
    assert first is not None
    slow, quick = tmp_path / "lento.txt", tmp_path / "rápido.txt"
    slow.write_text("Un artículo que tarda.")
    quick.write_text("Un artículo que no tarda.")
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        workbench.open_files([quick])
    gate = threading.Event()
    real = IsolatedReader.read

    def wait_and_read(reader: IsolatedReader, path: Path) -> Parsed:
        assert gate.wait(READING_MS / 1000)
        return real(reader, path)

    monkeypatch.setattr(IsolatedReader, "read", wait_and_read)
    workbench.open_files([slow])
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.controller.open_article(first.id)
    with qtbot.waitSignal(workbench.controller.articles_changed, timeout=READING_MS):
        gate.set()
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 3, timeout=READING_MS)
    shown = workbench.controller.document
    assert shown is not None
    assert shown.id == first.id


def test_workbench_the_place_is_kept_when_the_window_is_closed_at_once(
    qtbot: QtBot, read: Start, tmp_path: Path, long: Path
) -> None:
    program = read(long)
    workbench = bench(program)
    bar = workbench.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    offset = workbench.view.reading_offset()
    close(qtbot, program)
    with Library.open(tmp_path / "library.sqlite") as library:
        (document,) = library.documents()
        assert library.position(document.id) == offset > 0


def test_workbench_no_two_actions_share_a_key(start: Start) -> None:
    workbench = bench(start())
    keys = [key.toString() for action in workbench.window.actions() for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))
    assert "Ctrl+Q" in keys


def test_workbench_enter_opens_the_card_ready_to_write(qtbot: QtBot, read: Start) -> None:
    program = read()
    workbench = bench(program)
    workbench.view.setFocus()
    workbench.actions["next_mention"].trigger()
    workbench.actions["open_card"].trigger()
    assert program.window.focusWidget() is workbench.panel.card.note.edit


def test_workbench_the_panel_takes_the_place_of_the_article_in_a_narrow_window(
    qtbot: QtBot, read: Start
) -> None:
    program = read()
    workbench = bench(program)
    program.window.resize(420, 600)
    qtbot.waitUntil(lambda: not workbench.panel.isVisible())
    workbench.actions["show_panel"].setChecked(True)
    qtbot.waitUntil(lambda: workbench.panel.isVisible() and not workbench.view.isVisible())
    workbench.actions["show_panel"].setChecked(False)
    qtbot.waitUntil(workbench.view.isVisible)
