"""Every list has a context menu, which the keyboard reaches too."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.ui.row_menus import RowMenu
from reader.ui.workbench import Workbench
from tests.ui.conftest import READING_MS, bench

pytestmark = pytest.mark.model

Start = Callable[..., Application]


def open_menu(qtbot: QtBot, widget: QWidget) -> QMenu:
    """Press the menu key in a widget."""
    widget.setFocus()
    reason = QContextMenuEvent.Reason.Keyboard
    middle = widget.rect().center()
    event = QContextMenuEvent(reason, middle, widget.mapToGlobal(middle))
    QApplication.sendEvent(widget, event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [each.text().replace("&", "") for each in menu.actions() if not each.isSeparator()]


def run(menu: QMenu, text: str) -> None:
    """Choose an entry."""
    action = next(each for each in menu.actions() if each.text().replace("&", "") == text)
    menu.close()
    action.trigger()


def show_card(qtbot: QtBot, workbench: Workbench, name: str) -> None:
    recognition = workbench.controller.recognition
    assert recognition is not None
    entity = next(each for each in recognition.entities if name in each.name)
    workbench.presenter.show_entity(entity.id)
    qtbot.waitUntil(lambda: workbench.panel.shown_entity_id == entity.id)


def test_menu_of_a_mention_copies_it_and_corrects_that_one(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    show_card(qtbot, workbench, "Lavrov")
    rows = workbench.panel.card.mentions.rows
    rows.setCurrentIndex(rows.model().index(0, 0))
    menu = open_menu(qtbot, rows)
    assert words(menu)[:4] == ["Show in the text", "Copy the passage", "Confirm", "Not a name"]
    run(menu, "Copy the passage")
    assert "Lavrov" in QGuiApplication.clipboard().text()
    run(open_menu(qtbot, rows), "Show in the text")
    current = workbench.presenter.current_mention
    assert current is not None
    assert current.start == workbench.panel.card.mentions.current()


def test_menu_of_a_hit_is_opened_from_the_field(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    workbench.search.begin()
    page = workbench.search.page
    QTest.keyClicks(page.edit, "Lavrov")
    qtbot.waitUntil(lambda: page.view.currentIndex().isValid(), timeout=READING_MS)
    menu = open_menu(qtbot, page.edit)
    assert words(menu)[:2] == ["Open", "Open in a new tab"]
    run(menu, "Copy the title" if "Copy the title" in words(menu) else "Copy the name")
    assert QGuiApplication.clipboard().text()


def test_menu_of_the_rows_of_an_entitys_page(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    show_card(qtbot, workbench, "Lavrov")
    workbench.open_entity_page()
    view = workbench.centre.entity_page.view
    qtbot.waitUntil(lambda: view.model().rowCount() > 2, timeout=READING_MS)
    view.setCurrentIndex(view.model().index(2, 0))
    menu = open_menu(qtbot, view)
    assert words(menu)[0] == "Open"
    assert "Copy the passage" in words(menu)
    run(menu, "Copy the passage")
    assert "Lavrov" in QGuiApplication.clipboard().text()


def test_menu_of_a_name_in_the_network(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    workbench.centre.open_network()
    canvas = workbench.centre.network_page.canvas
    qtbot.waitUntil(lambda: len(canvas.drawing.places) > 2, timeout=READING_MS)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.marks.node is not None
    name = canvas.drawing.network.nodes[canvas.marks.node].name
    menu = open_menu(qtbot, canvas)
    assert words(menu) == ["Open the page", "Network around it", "Copy the name"]
    run(menu, "Copy the name")
    assert QGuiApplication.clipboard().text() == name


@pytest.mark.parametrize("which", ["article", "name", "note", "text"])
def test_menu_key_opens_the_menus_that_were_there(qtbot: QtBot, read: Start, which: str) -> None:
    workbench = bench(read())
    panel = workbench.panel
    if which == "article":
        widget: QWidget = workbench.library_pane.view
        model = workbench.library_pane.model
        qtbot.waitUntil(lambda: model.rowCount() > 0, timeout=READING_MS)
        workbench.library_pane.view.setCurrentIndex(model.index(0))
    elif which == "name":
        widget = panel.entity_list.view
        panel.entity_list.focus_rows()
    elif which == "note":
        show_card(qtbot, workbench, "Lavrov")
        widget = panel.card.note.edit
    else:
        workbench.presenter.walk_mentions(1)
        widget = workbench.view
    menu = open_menu(qtbot, widget)
    assert len(words(menu)) > 2
    menu.close()


def test_menu_of_a_place_without_a_row_is_none(qtbot: QtBot, read: Start) -> None:
    workbench = bench(read())
    show_card(qtbot, workbench, "Lavrov")
    rows = workbench.panel.card.mentions.rows
    away = QPoint(5, rows.height() + 500)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, away, rows.mapToGlobal(away))
    QApplication.sendEvent(rows.viewport(), event)
    made = rows.findChild(RowMenu)
    assert made is not None
    assert made.menu is None
