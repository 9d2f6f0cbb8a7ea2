"""Hints: three at the most, none twice, and none where none is wanted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from reader.ui.hints import Hint, HintBar, Hints


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
