"""The library and the search in the whole program."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.annotations import Colour
from reader.core.shelf import Field
from reader.ui.workbench import Workbench
from tests.ui.conftest import READING_MS, bench

pytestmark = pytest.mark.model

Start = Callable[..., Application]
FIRST = "El puerto de Vigo crece.\n\nLa alcaldesa lo dijo ayer.\n\nNadie preguntó por el coste."
SECOND = FIRST.replace("Nadie", "La oposición sí") + "\n\nCostará dos millones."


@pytest.fixture
def port(tmp_path: Path) -> Path:
    """Return the path of an article that is going to change."""
    path = tmp_path / "puerto.txt"
    path.write_text(FIRST)
    return path


def open_file(qtbot: QtBot, workbench: Workbench, path: Path) -> None:
    with qtbot.waitSignal(workbench.controller.article_added, timeout=READING_MS):
        workbench.open_files([path])


def text(workbench: Workbench) -> str:
    assert workbench.controller.document is not None
    return workbench.controller.document.text


def test_library_an_article_that_is_there_is_opened_and_said_so(
    qtbot: QtBot, start: Start, port: Path, tmp_path: Path
) -> None:
    workbench = bench(start())
    open_file(qtbot, workbench, port)
    assert workbench.notices.sentence == ""
    copy = tmp_path / "otro nombre.txt"
    copy.write_text(FIRST)
    open_file(qtbot, workbench, copy)
    assert workbench.notices.sentence == "This article was in the library already."
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 1, timeout=READING_MS)


def test_library_a_changed_version_is_offered_and_keeps_the_annotations(
    qtbot: QtBot, start: Start, port: Path
) -> None:
    workbench = bench(start())
    open_file(qtbot, workbench, port)
    begin = FIRST.index("alcaldesa")
    workbench.view.select_span(begin, begin + len("alcaldesa"))
    workbench.actions[f"annotate_{Colour.GREEN}"].trigger()
    port.write_text(SECOND)
    open_file(qtbot, workbench, port)
    assert "has changed" in workbench.notices.sentence
    assert text(workbench) == FIRST
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.notices.action_button.click()
    assert text(workbench) == SECOND
    (annotation,) = workbench.book.annotations()
    assert text(workbench)[annotation.start : annotation.end] == "alcaldesa"
    assert "1 annotation kept its place" in workbench.notices.sentence
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.notices.action_button.click()
    assert text(workbench) == FIRST
    assert len(workbench.book.annotations()) == 1


def test_library_a_changed_version_can_be_kept_beside_the_old_one(
    qtbot: QtBot, start: Start, port: Path
) -> None:
    workbench = bench(start())
    open_file(qtbot, workbench, port)
    port.write_text(SECOND)
    open_file(qtbot, workbench, port)
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.notices.other_button.click()
    assert text(workbench) == SECOND
    workbench.library_pane.filters.once.setChecked(False)
    workbench.controller.refresh_articles()
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 2, timeout=READING_MS)


def test_library_an_update_is_undone_by_the_one_undo(
    qtbot: QtBot, start: Start, port: Path
) -> None:
    workbench = bench(start())
    open_file(qtbot, workbench, port)
    port.write_text(SECOND)
    open_file(qtbot, workbench, port)
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.notices.action_button.click()
    for action, then in (("undo", FIRST), ("redo", SECOND), ("undo", FIRST)):
        with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
            workbench.actions[action].trigger()
        assert text(workbench) == then


def test_library_what_is_asked_about_an_article_stays_with_its_tab(
    qtbot: QtBot, start: Start, port: Path, article_path: Path
) -> None:
    workbench = bench(start())
    open_file(qtbot, workbench, port)
    port.write_text(SECOND)
    open_file(qtbot, workbench, port)
    assert "has changed" in workbench.notices.sentence
    workbench.tabs.expect_article()
    open_file(qtbot, workbench, article_path)
    assert workbench.notices.sentence == ""
    workbench.tabs.walk(1)
    qtbot.waitUntil(lambda: "has changed" in workbench.notices.sentence, timeout=READING_MS)
    workbench.actions["search"].trigger()
    assert workbench.notices.sentence == ""


def test_library_delete_is_undone_by_the_notice(qtbot: QtBot, start: Start, port: Path) -> None:
    workbench = bench(start())
    open_file(qtbot, workbench, port)
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 1, timeout=READING_MS)
    workbench.actions["delete_articles"].trigger()
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 0, timeout=READING_MS)
    assert workbench.notices.sentence == "1 article moved to the trash."
    workbench.notices.action_button.click()
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 1, timeout=READING_MS)


def test_library_an_article_in_the_trash_says_so_until_it_is_out_of_it(
    qtbot: QtBot, start: Start, port: Path
) -> None:
    workbench = bench(start())
    notices = workbench.notices
    open_file(qtbot, workbench, port)
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 1, timeout=READING_MS)
    workbench.actions["delete_articles"].trigger()
    qtbot.waitUntil(lambda: bool(notices.sentence), timeout=READING_MS)
    assert notices.sentence == "1 article moved to the trash."
    notices.dismiss()
    in_trash = "This article is in the trash."
    qtbot.waitUntil(lambda: notices.sentence == in_trash, timeout=READING_MS)
    workbench.actions["undo"].trigger()
    qtbot.waitUntil(lambda: notices.sentence == "", timeout=READING_MS)
    workbench.actions["redo"].trigger()
    qtbot.waitUntil(lambda: notices.sentence == in_trash, timeout=READING_MS)
    notices.action_button.click()
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 1, timeout=READING_MS)
    assert notices.sentence == "1 article back in the library."


def test_library_undo_takes_back_a_deletion_after_another_article_was_opened(
    qtbot: QtBot, start: Start, port: Path, article_path: Path
) -> None:
    workbench = bench(start())
    open_file(qtbot, workbench, port)
    workbench.desk.delete_articles()
    qtbot.waitUntil(lambda: workbench.desk.undo_stack.count() == 1, timeout=READING_MS)
    open_file(qtbot, workbench, article_path)
    workbench.actions["undo"].trigger()
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 2, timeout=READING_MS)


def test_library_another_title_shows_above_the_open_text(
    qtbot: QtBot, start: Start, port: Path
) -> None:
    program = start()
    workbench = bench(program)
    open_file(qtbot, workbench, port)
    document = workbench.controller.document
    assert document is not None
    with qtbot.waitSignal(workbench.controller.metadata_changed, timeout=READING_MS):
        workbench.desk.articles.edit_metadata(document.id, {Field.TITLE: "Otro título"})
    assert workbench.controller.document is not None
    assert workbench.controller.document.title == "Otro título"
    assert program.window.windowTitle() == "Otro título — Reader"
    with qtbot.waitSignal(workbench.controller.metadata_changed, timeout=READING_MS):
        workbench.actions["undo"].trigger()
    assert workbench.controller.document.title == document.title


def test_search_enter_shows_and_marks_the_passage_in_its_article(
    qtbot: QtBot, start: Start, port: Path, article_path: Path
) -> None:
    workbench = bench(start())
    open_file(qtbot, workbench, port)
    open_file(qtbot, workbench, article_path)
    workbench.actions["search"].trigger()
    page = workbench.search.page
    assert page.isVisible()
    page.edit.setText("coste")
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=READING_MS)
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        qtbot.keyClick(page.edit, Qt.Key.Key_Return)
    assert workbench.view.isVisible()
    begin = FIRST.index("coste")
    assert workbench.view.selected_span() == (begin, begin + len("coste"))


def test_search_escape_leads_back_to_the_article(qtbot: QtBot, start: Start, port: Path) -> None:
    workbench = bench(start())
    open_file(qtbot, workbench, port)
    workbench.actions["search"].trigger()
    assert not workbench.view.isVisible()
    qtbot.keyClick(workbench.search.page.edit, Qt.Key.Key_Escape)
    assert workbench.view.isVisible()
