"""The palette in the whole program: opened, walked, run, and remembered by keyboard."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.shelf import LabelKind
from reader.ui.palette.entries import EntryKind
from reader.ui.palette.popup import Palette
from reader.ui.shortcuts.listing import listed
from reader.ui.workbench import Workbench
from tests.ui.conftest import READING_MS, bench, close

pytestmark = pytest.mark.model

Start = Callable[..., Application]


def open_palette(workbench: Workbench) -> Palette:
    """Press Ctrl+K."""
    workbench.window.activateWindow()
    QTest.keyClick(workbench.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = workbench.commands.palette.palette
    assert palette is not None
    assert palette.isVisible()
    return palette


def shown(palette: Palette) -> list[str]:
    return [entry.name for entry in palette.model.values]


def type_in(palette: Palette, text: str) -> None:
    palette.edit.clear()
    QTest.keyClicks(palette.edit, text)


def test_palette_lists_every_action_of_every_menu_with_its_keys(start: Start) -> None:
    workbench = bench(start())
    palette = open_palette(workbench)
    type_in(palette, ">")
    entries = {entry.key: entry for entry in palette.model.values}
    actions = [each for each in listed(workbench.window.menuBar()) if each.name != "palette"]
    assert len(actions) > 60
    assert {f"action:{each.name}" for each in actions} == set(entries)
    assert entries["action:search"].keys == "Ctrl+Shift+F"
    assert entries["action:annotate_yellow"].detail.count("›") == 1


def test_palette_enter_runs_the_action_with_the_keyboard_back_where_it_was(
    qtbot: QtBot, start: Start
) -> None:
    workbench = bench(start())
    workbench.search.begin()
    palette = open_palette(workbench)
    type_in(palette, "prefere")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.isHidden()
    qtbot.waitUntil(lambda: workbench.preferences.dialog is not None)
    assert workbench.window.focusWidget() is workbench.search.page.edit


def test_palette_escape_and_its_own_key_close_it(start: Start) -> None:
    workbench = bench(start())
    workbench.search.begin()
    palette = open_palette(workbench)
    QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
    assert palette.isHidden()
    open_palette(workbench)
    QTest.keyClick(palette.edit, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert palette.isHidden()
    assert workbench.window.focusWidget() is workbench.search.page.edit


def test_palette_letters_and_enter_are_not_the_windows_shortcuts(start: Start) -> None:
    workbench = bench(start())
    went: list[str] = []
    for name in ("next_mention", "open_card"):
        workbench.actions[name].setEnabled(True)
        workbench.actions[name].triggered.connect(lambda _=False, name=name: went.append(name))
    palette = open_palette(workbench)
    QTest.keyClicks(palette.edit, "jzz")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.edit.text() == "jzz"
    assert went == []
    assert shown(palette) == []


def test_palette_says_why_an_action_cannot_be_done_and_stays(start: Start) -> None:
    workbench = bench(start())
    palette = open_palette(workbench)
    type_in(palette, ">next mention")
    entry = palette.current()
    assert entry is not None
    assert not entry.enabled
    assert entry.why == "Open an article first"
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_palette_remembers_what_was_used_also_after_a_restart(qtbot: QtBot, start: Start) -> None:
    program = start()
    palette = open_palette(bench(program))
    type_in(palette, ">larger")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench(program).settings.font_size_pt == 14)
    assert shown(open_palette(bench(program)))[0] == "Larger text"
    palette.leave()
    close(qtbot, program)
    assert shown(open_palette(bench(start())))[0] == "Larger text"


def test_palette_finds_names_of_the_article_and_goes_to_them(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    palette = open_palette(workbench)
    type_in(palette, "@lavrov")
    entry = palette.current()
    assert entry is not None
    assert "Lavrov" in entry.name
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    name = entry.key.removeprefix("name:")
    qtbot.waitUntil(lambda: workbench.panel.shown_entity_id == name)


def test_palette_finds_articles_and_names_of_the_library(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    title = workbench.controller.document.title  # type: ignore[union-attr]
    palette = open_palette(workbench)
    type_in(palette, title.split()[0])
    kinds = EntryKind.ARTICLE
    qtbot.waitUntil(lambda: any(each.kind is kinds for each in palette.model.values))
    while palette.current() is None or palette.current().kind is not kinds:  # type: ignore[union-attr]
        QTest.keyClick(palette.edit, Qt.Key.Key_Down)
    workbench.centre.open_network()
    current = palette.current()
    assert current is not None
    assert current.name == title
    palette.edit.setFocus()
    palette.show()
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(workbench.view.isVisible)


def test_palette_narrows_the_list_to_a_tag(qtbot: QtBot, start: Start) -> None:
    workbench = bench(start())
    with qtbot.waitSignal(workbench.desk.library_read, timeout=READING_MS):
        workbench.desk.labels.create(LabelKind.TAG, "Energía")
    qtbot.waitUntil(lambda: bool(workbench.library_pane.shelf_model.labels(LabelKind.TAG)))
    palette = open_palette(workbench)
    type_in(palette, "#energia")
    assert shown(palette) == ["Energía"]
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    chosen = workbench.library_pane.shelves
    qtbot.waitUntil(lambda: chosen.chosen.label is not None)
    assert chosen.chosen.label is not None
    assert chosen.chosen.label.name == "Energía"


def test_palette_never_waits_for_the_library(qtbot: QtBot, start: Start) -> None:
    workbench = bench(start())
    gate = threading.Event()
    workbench.library.call(lambda _library: gate.wait(READING_MS / 1000))
    asked: list[str] = []
    workbench.library.call(lambda library: _count_calls(library, asked))
    palette = open_palette(workbench)
    type_in(palette, "export")
    assert shown(palette)[0] == "Export"  # while the library is busy with something else
    gate.set()
    qtbot.waitUntil(lambda: asked[-1:] == ["export"])
    assert len(asked) <= 2  # the first letter, and what was typed by the time of its answer


def _count_calls(library: object, asked: list[str]) -> None:
    complete = library.notebook.complete  # type: ignore[attr-defined]

    def counted(typed: str, *, limit: int) -> list:
        asked.append(typed)
        return complete(typed, limit=limit)

    library.notebook.complete = counted  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [(900, 600), (600, 420), (1400, 850)])
def test_palette_lies_inside_the_window(qtbot: QtBot, start: Start, size: tuple[int, int]) -> None:
    workbench = bench(start())
    palette = open_palette(workbench)
    workbench.window.resize(*size)
    qtbot.waitUntil(lambda: workbench.window.rect().contains(palette.geometry()))
    assert QApplication.focusWidget() in (None, palette.edit)
