"""Annotations and libraries come in through the window, and go out again with undo."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.export import ExportScope, ScopeKind
from reader.exporting.data import write_library
from reader.exporting.registry import ExportOptions
from reader.store.export import gather
from reader.store.library import Library
from reader.ui.importing.work_dialog import WorkDialog
from reader.ui.workbench import Workbench
from tests.store.examples import clock, naming, news, person
from tests.ui.conftest import bench

Start = Callable[..., Application]
REFERENCE = Path(__file__).parent.parent.parent / "reference" / "hypothesis.json"
TEXT = "El ministro de Exteriores llegó ayer a la capital rusa para reunirse con su homólogo."


@pytest.fixture
def shown(start: Start, qtbot: QtBot, tmp_path: Path) -> Workbench:
    """Return the window on a library with one article, which is open."""
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        added = library.shelf.add(news(TEXT, url="https://diario.es/visita", title="La visita"))
    shown = bench(start(library=path))
    with qtbot.waitSignal(shown.controller.article_opened):
        shown.controller.open_article(added.document_id)
    return shown


def dialogs() -> list[WorkDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, WorkDialog)]


def test_work_desk_takes_annotations_in_and_undo_takes_them_out(
    shown: Workbench, qtbot: QtBot
) -> None:
    shown.open_files([REFERENCE])
    qtbot.waitUntil(lambda: len(shown.book.annotations()) == 1)
    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    text = dialog.text()
    dialog.close()
    assert "Annotations added: 1 · in doubt: 1" in text
    assert "In doubt, waiting for your word (1)" in text
    assert "Their article is not in the library (1)" in text
    assert "- Otra noticia — “algo”" in text
    assert "references: 1" in text
    assert shown.book.annotations()[0].quote == "llegó ayer a la capital rusa"
    assert "import of annotations" in shown.undo_order.undo_action.text()
    shown.undo_order.undo()
    qtbot.waitUntil(lambda: shown.book.annotations() == [])
    shown.undo_order.redo()
    qtbot.waitUntil(lambda: len(shown.book.annotations()) == 1)
    assert not [each for each in dialogs() if each.isVisible()]


def test_work_desk_tells_of_a_file_without_work(
    shown: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text(json.dumps({"a": 1}))
    with qtbot.waitSignal(shown.desk.changes.failed):
        shown.work.take(path)
    assert "holds neither annotations nor a library" in shown.notices._label.text()


def test_work_desk_asks_before_it_takes_a_library_in(
    shown: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "otra.readerlib"
    with Library.open(None, now=clock()) as other:
        other.shelf.add(news("Otra noticia, con otras palabras y otro final.", title="Otra"))
        write_library(gather(other, ExportScope(ScopeKind.LIBRARY)), path, ExportOptions())
    shown.work.take(path)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "otra.readerlib" in box.text()
    with qtbot.waitSignal(shown.work.told):
        box.defaultButton().click()
    (dialog,) = dialogs()
    assert "Articles: added: 1" in dialog.text()
    dialog.close()
    backups = list((tmp_path / "backups").glob("*.sqlite"))
    assert len(backups) == 1
    titles: list[str] = []
    shown.library.call(
        lambda library: [each.title for each in library.documents()], done=titles.extend
    )
    qtbot.waitUntil(lambda: len(titles) == 2)


def test_work_desk_shows_the_newer_text_of_the_open_article(
    shown: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "otra.readerlib"
    with Library.open(None) as other:  # by the clock of now, so that its text is the newer one
        first = news(TEXT, url="https://diario.es/visita", title="La visita")
        other.shelf.add(first)
        other.shelf.update(first.document.id, news(TEXT, "Última hora."))
        write_library(gather(other, ExportScope(ScopeKind.LIBRARY)), path, ExportOptions())
    with qtbot.waitSignal(shown.controller.article_opened):
        shown.work.take_library(path)
    document = shown.controller.document
    assert document is not None
    assert document.text.endswith("Última hora.")
    for dialog in dialogs():
        dialog.close()


def test_work_desk_puts_the_library_back_and_merges_who_was_kept_apart(
    shown: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "otra.readerlib"
    assert shown.library.path is not None
    torres = person("Ana Torres")
    with Library.open(None) as other, Library.open(shown.library.path) as own:
        for library, said in ((other, "La jueza."), (own, "La ciclista.")):
            document = news("Ana Torres volvió.").document
            library.add_document(document)
            library.store_recognition(naming(document, torres))
            library.save_note(torres.id, said)
        write_library(gather(other, ExportScope(ScopeKind.LIBRARY)), path, ExportOptions())
    with qtbot.waitSignal(shown.work.told):
        shown.work.take_library(path)
    (dialog,) = dialogs()
    assert "Same name, kept apart (1)\n- Ana Torres" in dialog.text()
    assert not dialog.merge_button.isEnabled()
    apart = dialog.fates.tree.topLevelItem(0)
    assert apart is not None
    torres_apart = apart.child(0)
    assert torres_apart is not None
    dialog.fates.tree.setCurrentItem(torres_apart)
    with qtbot.waitSignal(shown.correcting.book.undoable_done):
        dialog.merge_button.click()

    def note() -> str:
        with Library.open(shown.library.path) as library:
            found = library.note(torres.id)
            return found.text if found else ""

    assert note() == "La ciclista.\n\n---\n\nLa jueza."
    with qtbot.waitSignal(shown.backups.undoable):
        dialog.restore_button.click()
    assert note() == "La ciclista."
