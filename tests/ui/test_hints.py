"""Hints: three at the most, none twice, and none where none is wanted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.hints import Hint, HintBar, Hints, OtherBars
from reader.ui.notice_bar import NoticeBar


@pytest.fixture
def state(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def hints(qtbot: QtBot, state: QSettings, *, wanted: bool = True) -> Hints:
    bar = HintBar()
    qtbot.addWidget(bar)
    return Hints(bar, state, wanted=lambda: wanted, parent=bar)


def test_hints_are_given_once(qtbot: QtBot, state: QSettings) -> None:
    given = hints(qtbot, state)
    given.give(Hint.NOTE)
    assert not given.bar.isHidden()
    assert given.bar.label.text() == "Click a name in the text to write a note on it."
    given.bar.close_button.click()
    assert given.bar.isHidden()
    given.give(Hint.NOTE)
    assert given.bar.isHidden()


def test_hints_are_not_given_again_after_a_restart(qtbot: QtBot, state: QSettings) -> None:
    for hint in Hint:
        hints(qtbot, state).give(hint, "W")
    state.sync()
    again = hints(qtbot, QSettings(state.fileName(), QSettings.Format.IniFormat))
    for hint in Hint:
        again.give(hint, "W")
    assert again.bar.isHidden()
    assert len(again.given) == 3


def test_hints_name_the_key_that_is_set(qtbot: QtBot, state: QSettings) -> None:
    given = hints(qtbot, state)
    given.give(Hint.EVERYWHERE, "Ctrl+W")
    assert given.bar.label.text().startswith("Ctrl+W ")


def test_hints_that_are_not_wanted_are_kept_for_later(qtbot: QtBot, state: QSettings) -> None:
    given = hints(qtbot, state, wanted=False)
    given.give(Hint.NOTE)
    assert given.bar.isHidden()
    assert given.given == set()


def test_hints_can_be_switched_off_where_they_stand(qtbot: QtBot, state: QSettings) -> None:
    given = hints(qtbot, state)
    given.give(Hint.NOTE)
    with qtbot.waitSignal(given.switched_off):
        given.bar.off_button.click()
    assert given.bar.isHidden()


@pytest.mark.parametrize("width", [260, 900])
def test_hints_leave_the_sentence_room_beside_the_buttons(
    qtbot: QtBot, state: QSettings, width: int
) -> None:
    bar = hints(qtbot, state).bar
    bar.show_hint(Hint.NOTE, "")
    bar.resize(width, 90)
    qtbot.waitExposed(bar)
    qtbot.waitUntil(lambda: bar.label.width() > width * 0.4)
    below = bar.close_button.mapTo(bar, bar.close_button.rect().topLeft()).y() - bar.label.y()
    assert (below >= bar.label.height()) is (width < 600)


class Column(QWidget):
    """A page with a bar of hints and one of notices below."""

    def __init__(self, state: QSettings) -> None:
        super().__init__()
        self.page, self.bar, self.notices = QWidget(), HintBar(), NoticeBar()
        self.lines = QVBoxLayout(self)
        for part in (self.page, self.bar, self.notices):
            self.lines.addWidget(part)
        others = OtherBars(self.bar, self.page)
        self.wanted = True
        self.hints = Hints(
            self.bar, state, wanted=lambda: self.wanted, others=others, parent=self.bar
        )


@pytest.fixture
def column(qtbot: QtBot, state: QSettings) -> Column:
    column = Column(state)
    qtbot.addWidget(column)
    column.resize(900, 400)
    column.show()
    return column


def test_hints_wait_for_another_bar_to_go(qtbot: QtBot, column: Column) -> None:
    column.notices.tell_error("The disk is full.")
    column.hints.give(Hint.EVERYWHERE, "W")
    assert column.hints.bar.isHidden()
    assert column.hints.given == set()
    column.notices._close.click()
    qtbot.waitUntil(column.hints.bar.isVisible)
    assert column.hints.bar.label.text().startswith("W ")
    assert column.hints.given == {Hint.EVERYWHERE.value}


def test_hints_give_way_to_a_bar_that_comes(qtbot: QtBot, column: Column) -> None:
    column.hints.give(Hint.NOTE)
    column.notices.tell_error("The disk is full.")
    assert column.hints.bar.isHidden()
    assert column.hints.given == set()
    column.notices._close.click()
    qtbot.waitUntil(column.hints.bar.isVisible)
    assert column.hints.given == {Hint.NOTE.value}


def test_hints_give_way_to_a_bar_that_is_made_later(column: Column) -> None:
    column.hints.give(Hint.NOTE)
    late = NoticeBar()
    column.lines.insertWidget(1, late)
    late.tell("Exported.")
    assert column.hints.bar.isHidden()


def test_hints_that_were_understood_stay_away(qtbot: QtBot, column: Column) -> None:
    column.hints.give(Hint.NOTE)
    column.hints.bar.close_button.click()
    column.notices.tell_error("The disk is full.")
    column.notices._close.click()
    qtbot.waitUntil(lambda: not column.hints._breath.isActive())
    assert column.hints.bar.isHidden()
    assert column.hints.given == {Hint.NOTE.value}


def test_hints_that_wait_are_gone_once_they_are_unwanted(qtbot: QtBot, column: Column) -> None:
    column.notices.tell_error("The disk is full.")
    column.hints.give(Hint.NOTE)
    column.wanted = False
    column.hints.take_away()
    column.wanted = True
    column.notices._close.click()
    qtbot.waitUntil(lambda: not column.hints._breath.isActive())
    assert column.hints.bar.isHidden()
