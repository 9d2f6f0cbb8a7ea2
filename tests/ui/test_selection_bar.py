import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.core.annotations import Colour
from reader.ui.selection_bar import SelectionBar
from tests.ui.panel.panel_samples import theme

BOUNDS = QRect(0, 0, 500, 300)


@pytest.fixture
def page(qtbot: QtBot) -> QPlainTextEdit:
    page = QPlainTextEdit()
    qtbot.addWidget(page)
    page.resize(500, 300)
    page.show()
    qtbot.waitExposed(page)
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    return page


@pytest.fixture
def bar(page: QPlainTextEdit) -> SelectionBar:
    bar = SelectionBar(page)
    bar.set_theme(theme())
    bar.place_beside(QRect(100, 200, 80, 20), BOUNDS)
    return bar


def test_selection_bar_is_hidden_until_placed(page: QPlainTextEdit) -> None:
    assert SelectionBar(page).isHidden()


@pytest.mark.parametrize("colour", list(Colour))
def test_selection_bar_asks_for_a_colour(bar: SelectionBar, qtbot: QtBot, colour: Colour) -> None:
    with qtbot.waitSignal(bar.annotate_requested) as requested:
        qtbot.mouseClick(bar.dots.dot(colour), Qt.MouseButton.LeftButton)
    assert requested.args == [colour]


def test_selection_bar_asks_for_comment_and_copy(bar: SelectionBar) -> None:
    comment, copy = QSignalSpy(bar.comment_requested), QSignalSpy(bar.copy_requested)
    bar.comment_button.click()
    bar.copy_button.click()
    assert (comment.count(), copy.count()) == (1, 1)


def test_selection_bar_never_takes_the_focus(
    bar: SelectionBar, page: QPlainTextEdit, qtbot: QtBot
) -> None:
    for button in bar.findChildren(QAbstractButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.hasFocus()
    policies = {widget.focusPolicy() for widget in [bar, *bar.findChildren(QWidget)]}
    assert policies == {Qt.FocusPolicy.NoFocus}


def test_selection_bar_hides_on_escape_before_any_shortcut(
    bar: SelectionBar, page: QPlainTextEdit, qtbot: QtBot
) -> None:
    shortcut = QShortcut(QKeySequence("Esc"), page)
    activated = QSignalSpy(shortcut.activated)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert activated.count() == 0


def test_selection_bar_leaves_escape_to_others_once_hidden(
    bar: SelectionBar, page: QPlainTextEdit, qtbot: QtBot
) -> None:
    bar.hide()
    shortcut = QShortcut(QKeySequence("Esc"), page)
    activated = QSignalSpy(shortcut.activated)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert activated.count() == 1


def test_selection_bar_names_its_buttons(bar: SelectionBar) -> None:
    names = [button.accessibleName() for button in bar.findChildren(QAbstractButton)]
    assert names[:2] == ["Yellow", "Green"]
    assert all(names)
