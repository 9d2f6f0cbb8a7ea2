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


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.go_to("one")
    return bar


def ask(bar: NoticeBar, done: list[str]) -> None:
    bar.ask(
        "It has changed.",
        first=Choice("Update", lambda: done.append("first")),
        other=Choice("Keep both", lambda: done.append("other")),
        place="one",
    )


def test_notice_bar_leaves_a_question_at_its_place_and_brings_it_back(bar: NoticeBar) -> None:
    done: list[str] = []
    ask(bar, done)
    bar.go_to("other")
    assert bar.sentence == ""
    bar.go_to("one")
    assert bar.sentence == "It has changed."
    bar.other_button.click()
    assert done == ["other"]
    bar.go_to("other")
    bar.go_to("one")
    assert bar.sentence == ""


def test_notice_bar_brings_a_question_back_once_something_else_was_told(bar: NoticeBar) -> None:
    ask(bar, [])
    bar.tell("1 article moved to the trash.", button="Undo", action=bool)
    assert bar.sentence == "1 article moved to the trash."
    assert bar.other_button.isHidden()
    bar.dismiss()
    assert bar.sentence == "It has changed."
    assert not bar.other_button.isHidden()


def test_notice_bar_forgets_what_was_closed(bar: NoticeBar) -> None:
    bar.tell_error("It looks like a stub.", place="one")
    bar._close.click()
    bar.go_to("other")
    bar.go_to("one")
    assert bar.sentence == ""


def test_notice_bar_brings_no_report_back(bar: NoticeBar) -> None:
    bar.tell("It was there already.", place="one")
    bar.go_to("other")
    assert bar.sentence == ""
    bar.go_to("one")
    assert bar.sentence == ""


def test_notice_bar_tells_an_error_everywhere_until_it_is_closed(bar: NoticeBar) -> None:
    bar.tell_error("The disk is full.")
    bar.go_to("other")
    assert bar.sentence == "The disk is full."


def test_notice_bar_lets_a_report_stay_its_time_before_a_question(bar: NoticeBar) -> None:
    bar.tell("1 article moved to the trash.", button="Undo", action=bool)
    bar.ask("This article is in the trash.", first=Choice("Restore", bool), place="one")
    assert bar.sentence == "1 article moved to the trash."
    bar.dismiss()
    assert bar.sentence == "This article is in the trash."
    bar.forget("one")
    assert bar.sentence == ""
