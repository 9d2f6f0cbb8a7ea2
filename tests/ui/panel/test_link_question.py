from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.choices import LinkChoice
from reader.core.mentions import Kind
from reader.ui.panel.entity_card import EntityCard
from reader.ui.panel.panel_data import EntityDetails, Pick, Snippet
from tests.ui.link_samples import ANA, JORGE, OPEN
from tests.ui.panel.panel_samples import HOSTILE, theme

SNIPPETS = [Snippet(i * 10, i * 10 + 8, "dijo ", "Crawford", " ayer") for i in range(3)]
QUESTION = EntityDetails(OPEN, mentions=SNIPPETS, candidates=(JORGE, ANA))
CHOICE = LinkChoice("d", Kind.PERSON, "Crawford", ANA.id)
PICKED = Pick("Crawford", (CHOICE,), 2, everywhere=True)


@pytest.fixture
def card(qtbot: QtBot) -> EntityCard:
    card = EntityCard()
    qtbot.addWidget(card)
    card.set_theme(theme())
    card.resize(320, 700)
    card.show()
    qtbot.waitExposed(card)
    return card


def test_link_question_offers_whom_an_open_name_may_mean(card: EntityCard) -> None:
    card.show_entity(QUESTION)
    names = [button.full_text for button in card.question.candidate_buttons]
    assert names == ["Jorge Crawford", "Ana Crawford"]
    assert card.head.kind_button.text() == "Person · open question"


def test_link_question_is_not_asked_of_anyone_else(card: EntityCard) -> None:
    card.show_entity(QUESTION)
    card.show_entity(EntityDetails(ANA))
    assert card.question.isHidden()
    assert card.head.kind_button.text() == "Person"


def test_link_question_shows_a_candidate(card: EntityCard, qtbot: QtBot) -> None:
    card.show_entity(QUESTION)
    with qtbot.waitSignal(card.entity_requested) as requested:
        qtbot.mouseClick(card.question.candidate_buttons[1], Qt.MouseButton.LeftButton)
    assert requested.args == [ANA.id]


def test_link_question_is_answered_for_the_article(card: EntityCard) -> None:
    card.show_entity(QUESTION)
    card.set_current_mention(10)
    picked = QSignalSpy(card.pick_requested)
    everywhere, _ = card.question.menus[1].actions()
    assert everywhere.text() == "Throughout this article (3 mention(s))"
    everywhere.trigger()
    assert picked.at(0) == [ANA.id, None]


def test_link_question_is_answered_for_the_marked_mention(card: EntityCard) -> None:
    card.show_entity(QUESTION)
    _, only_here = card.question.menus[0].actions()
    assert not only_here.isEnabled()
    card.set_current_mention(10)
    assert only_here.isEnabled()
    picked = QSignalSpy(card.pick_requested)
    only_here.trigger()
    assert picked.at(0) == [JORGE.id, 10]
    card.set_current_mention(None)
    assert not only_here.isEnabled()


def test_link_question_loses_its_mark_with_the_mention(card: EntityCard) -> None:
    card.show_entity(QUESTION)
    card.set_current_mention(10)
    card.show_entity(replace(QUESTION, mentions=SNIPPETS[2:]))
    assert not card.question.menus[0].actions()[1].isEnabled()


def test_link_question_keeps_its_buttons_through_a_refresh(card: EntityCard) -> None:
    card.show_entity(QUESTION)
    before = card.question.candidate_buttons
    card.show_entity(replace(QUESTION, other_articles=[("d", "t", "")]))
    assert card.question.candidate_buttons is before


def test_link_question_answered_can_be_opened_again(card: EntityCard, qtbot: QtBot) -> None:
    card.show_entity(EntityDetails(ANA, mentions=SNIPPETS, picks=[PICKED]))
    (button,) = card.question.take_back_buttons
    with qtbot.waitSignal(card.pick_taken_back) as taken_back:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert taken_back.args == [PICKED]


def test_link_question_is_no_wider_for_a_long_name(card: EntityCard) -> None:
    long = replace(ANA, name="Ana & " + "N" * 300)
    card.show_entity(replace(QUESTION, candidates=(JORGE, long), picks=[PICKED]))
    QApplication.processEvents()
    assert card._content.minimumSizeHint().width() <= 280
    assert card._content.width() <= card.width()
    button = card.question.candidate_buttons[1]
    assert button.text().startswith("Ana && N")
    assert button.full_text == long.name


def test_link_question_shows_hostile_names_literally(card: EntityCard) -> None:
    hostile = replace(ANA, name=HOSTILE)
    card.show_entity(replace(QUESTION, candidates=(JORGE, hostile)))
    assert card.question.candidate_buttons[1].full_text == HOSTILE
    assert "<b>" not in card.question.candidate_buttons[1].toolTip()
