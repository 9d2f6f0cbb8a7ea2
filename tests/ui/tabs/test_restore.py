"""What was open is open again the next time."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.app import Application
from tests.ui.conftest import READING_MS, bench, close
from tests.ui.tabs.conftest import (
    LAVROV,
    MIDDLE,
    Start,
    click,
    line_on_screen,
    open_aside,
    scroll,
    title,
    titles,
    wait_for_title,
)


def test_restore_brings_tabs_line_card_and_page_back(
    qtbot: QtBot, program: Application, start: Start
) -> None:
    workbench = bench(program)
    open_aside(qtbot, workbench, "Noticia Dos")
    workbench.presenter.show_entity(LAVROV.id)
    workbench.panel.show_annotations()
    qtbot.waitUntil(lambda: workbench.view.hyphenation.hyphens() is not None)
    before = scroll(workbench, 1111)
    close(qtbot, program)
    again = bench(start())
    wait_for_title(qtbot, again, "Noticia Dos")
    assert titles(again) == ["Noticia Uno", "Noticia Dos"]
    qtbot.waitUntil(lambda: again.view.hyphenation.hyphens() is not None)
    assert line_on_screen(again) == before
    assert again.panel.annotations_button.isChecked()
    assert again.panel.shown_entity_id == LAVROV.id


def test_restore_stands_beside_a_file_that_is_opened(
    qtbot: QtBot, program: Application, start: Start, tmp_path: Path
) -> None:
    click(bench(program), "Noticia Dos", MIDDLE)
    close(qtbot, program)
    path = tmp_path / "cuatro.txt"
    path.write_text("Noticia Cuatro\n\nTexto de la cuarta.\n", "utf-8")
    again = bench(start(path))
    wait_for_title(qtbot, again, "Noticia Cuatro")
    assert titles(again) == ["Noticia Uno", "Noticia Dos", "Noticia Cuatro"]
    assert again.tabs.active == 2


def test_restore_has_a_file_that_was_open_only_once(
    qtbot: QtBot, program: Application, start: Start, tmp_path: Path
) -> None:
    path = tmp_path / "cuatro.txt"
    path.write_text("Noticia Cuatro\n\nTexto de la cuarta.\n", "utf-8")
    close(qtbot, program)
    second = start(path)
    wait_for_title(qtbot, bench(second), "Noticia Cuatro")
    close(qtbot, second)
    third = bench(start(path))
    wait_for_title(qtbot, third, "Noticia Cuatro")
    qtbot.waitUntil(lambda: titles(third) == ["Noticia Uno", "Noticia Cuatro"])
    assert third.tabs.active == 1


def test_restore_shows_the_tab_on_a_click_where_a_file_cannot_be_read(
    qtbot: QtBot, program: Application, start: Start, tmp_path: Path
) -> None:
    close(qtbot, program)
    again = bench(start(tmp_path / "no.txt"))
    qtbot.waitUntil(lambda: bool(again.notices.sentence), timeout=READING_MS)
    again.tabs.show(0)
    wait_for_title(qtbot, again, "Noticia Uno")
    assert len(again.tabs.tabs) == 1


@pytest.mark.parametrize("damage", ["{", '{"tabs": [{"places": []}], "active": 0}', "null", "[]"])
def test_restore_leaves_out_what_is_damaged(
    program: Application, start: Start, qtbot: QtBot, damage: str
) -> None:
    key = bench(program).session._key()
    assert key is not None
    close(qtbot, program)
    program.window.state.setValue(key, damage)
    program.window.state.sync()
    qtbot.waitUntil(bench(start()).start_page.isVisible, timeout=READING_MS)


def test_restore_can_be_switched_off(
    qtbot: QtBot, program: Application, start: Start, tmp_path: Path
) -> None:
    close(qtbot, program)
    (tmp_path / "settings.toml").write_text("restore_tabs = false\n")
    again = bench(start())
    qtbot.waitUntil(again.start_page.isVisible, timeout=READING_MS)
    assert not again.tabs.tab.place


def test_restore_is_written_down_before_the_window_is_closed(
    qtbot: QtBot, program: Application, tmp_path: Path
) -> None:
    click(bench(program), "Noticia Dos", MIDDLE)
    state = tmp_path / "window.ini"
    qtbot.waitUntil(
        lambda: state.exists() and "Noticia Dos" in state.read_text("utf-8"), timeout=READING_MS
    )


def test_restore_leaves_out_articles_that_are_gone(
    qtbot: QtBot, program: Application, start: Start, tmp_path: Path
) -> None:
    open_aside(qtbot, bench(program), "Noticia Dos")
    gone = bench(program).tabs.tab.place
    close(qtbot, program)
    with sqlite3.connect(tmp_path / "library.sqlite") as db:
        db.execute("DELETE FROM documents WHERE id = ?", [gone])
    again = bench(start())
    wait_for_title(qtbot, again, "Noticia Uno")
    qtbot.waitUntil(lambda: len(again.tabs.tabs) == 1, timeout=READING_MS)


def test_restore_puts_the_window_on_a_screen_that_is_there(
    qtbot: QtBot, program: Application, start: Start
) -> None:
    program.window.move(5000, 4000)  # on a screen that will be gone
    close(qtbot, program)
    again = start()
    available = QGuiApplication.primaryScreen().availableGeometry()
    assert available.intersects(again.window.frameGeometry())
    assert title(bench(again)) in ("", "Noticia Uno")
