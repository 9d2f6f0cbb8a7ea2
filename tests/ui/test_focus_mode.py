"""Focus: what folds away, and that it comes back as it was."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.columns import Columns
from reader.ui.focus_mode import FocusMode
from reader.ui.reading.view import ReadingView
from tests.ui.reading.reading_samples import STYLE, long_document


class Room(NamedTuple):
    window: QWidget
    bars: tuple[QToolBar, QToolBar]
    columns: Columns
    view: ReadingView
    show_library: QAction
    show_panel: QAction
    toggle: QAction
    dim: QAction
    focus: FocusMode


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    window = QWidget()
    qtbot.addWidget(window)
    show_library, show_panel, toggle, dim = (QAction(window) for _ in range(4))
    for action in (show_library, show_panel, toggle, dim):
        action.setCheckable(True)
    view, bars = ReadingView(), (QToolBar(), QToolBar())
    view.set_style(STYLE)
    columns = Columns(
        library=QWidget(),
        article=view,
        panel=QWidget(),
        show_library=show_library,
        show_panel=show_panel,
    )
    column = QVBoxLayout(window)
    for part in (*bars, columns):
        column.addWidget(part)
    focus = FocusMode(columns, bars, view, toggle=toggle, dim=dim, parent=window)
    window.resize(1200, 600)
    window.show()
    qtbot.waitExposed(window)
    view.set_document(long_document(2_000))
    return Room(window, bars, columns, view, show_library, show_panel, toggle, dim, focus)


def test_focus_folds_all_but_the_text_and_brings_back_what_was_shown(room: Room) -> None:
    room.show_library.setChecked(False)
    room.bars[1].hide()
    room.toggle.setChecked(True)
    assert not room.show_panel.isChecked()
    assert room.bars[0].isHidden()
    room.toggle.setChecked(False)
    assert room.show_panel.isChecked()
    assert not room.show_library.isChecked()
    assert not room.bars[0].isHidden()
    assert room.bars[1].isHidden()


def test_escape_leaves_focus(room: Room) -> None:
    room.toggle.setChecked(True)
    room.view.setFocus()
    QTest.keyClick(room.view, Qt.Key.Key_Escape)
    assert not room.toggle.isChecked()


def test_focus_keeps_the_columns_folded_in_full_screen(qtbot: QtBot, room: Room) -> None:
    room.window.resize(800, 600)  # where the library folds by itself
    qtbot.waitUntil(lambda: not room.show_library.isChecked())
    room.toggle.setChecked(True)
    room.window.resize(1300, 700)
    qtbot.waitUntil(lambda: room.columns.width() > 1200)
    assert not room.show_library.isChecked()
    room.toggle.setChecked(False)
    assert room.show_library.isChecked()


def test_what_is_folded_by_focus_is_kept_as_shown(room: Room, tmp_path: object) -> None:
    state = QSettings(f"{tmp_path}/state.ini", QSettings.Format.IniFormat)
    room.toggle.setChecked(True)
    room.columns.keep(state)
    assert state.value("show_library") == "true"
    assert state.value("show_panel") == "true"


def test_dimming_is_for_focus_alone_and_is_remembered(room: Room, tmp_path: object) -> None:
    room.dim.setChecked(True)
    assert room.view._marks.lit is None
    room.toggle.setChecked(True)
    document_begin = room.view._marks.lit
    assert document_begin is not None
    assert document_begin[0] == 0
    state = QSettings(f"{tmp_path}/state.ini", QSettings.Format.IniFormat)
    room.focus.keep(state)
    room.dim.setChecked(False)
    assert room.view._marks.lit is None
    room.focus.restore(state)
    assert room.dim.isChecked()
