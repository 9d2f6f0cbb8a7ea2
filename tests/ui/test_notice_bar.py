"""The line that tells: its buttons never leave the sentence without room."""

import pytest
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from reader.ui.notice_bar import Choice, NoticeBar

SENTENCE = "La biblioteca ya no está donde estaba: conecta su disco e inténtalo de nuevo."


@pytest.mark.parametrize("width", [420, 1400])
def test_notice_bar_leaves_the_sentence_room_beside_many_buttons(qtbot: QtBot, width: int) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(width, 60)
    choices = [Choice("Elegir otra biblioteca…", bool), Choice("Empezar una nueva", bool)]
    bar.tell_error(SENTENCE, button="Reintentar", action=bool, choices=choices)
    bar.resize(width, bar.sizeHint().height())
    with qtbot.waitExposed(bar):
        bar.show()
    qtbot.waitUntil(lambda: bar._label.width() > width * 0.4)
    buttons = [bar.action_button, *bar.choice_buttons]
    assert all(bar.rect().contains(each.mapTo(bar, each.rect().center())) for each in buttons)
    is_below = bar._content.direction() is QBoxLayout.Direction.TopToBottom
    assert is_below is (width < 600)
