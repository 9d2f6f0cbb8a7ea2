from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.corrections import State
from reader.core.directory import Standing
from reader.core.mentions import Kind
from reader.ui.panel.card_rows import lay_out_snippet, mention_lines
from reader.ui.panel.entity_card import EntityCard
from reader.ui.panel.panel_data import Snippet
from reader.ui.panel.row_list import RowList
from tests.ui.panel.panel_samples import HOSTILE, details, theme

SNIPPET = Snippet(0, 4, "dijo el ", "ruso", " ayer")


def bold(font: QFont) -> QFont:
    font = QFont(font)
    font.setBold(True)
    return font


@pytest.fixture
def card(qtbot: QtBot) -> EntityCard:
    card = EntityCard()
    qtbot.addWidget(card)
    card.set_theme(theme())
    card.resize(320, 700)
    card.show()
    qtbot.waitExposed(card)
    return card


def click_row(qtbot: QtBot, rows: RowList, number: int) -> None:
    point: QPoint = rows.visualRect(rows.model().index(number, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_entity_card_shows_its_facts(card: EntityCard) -> None:
    card.show_entity(details())
    assert card.head.name.text() == "Rusia"
    assert card.head.kind_button.text() == "Country"
    assert card.head.aliases.names == ["Federación Rusa"]
    assert card.mentions.title == "3 mention(s)"


def test_entity_card_shows_a_hostile_name_literally(card: EntityCard) -> None:
    card.show_entity(details(name=HOSTILE))
    assert card.head.name.text() == HOSTILE
    assert card.head.name.textFormat() == Qt.TextFormat.PlainText


def test_entity_card_is_no_wider_for_a_name_without_spaces(card: EntityCard) -> None:
    card.show_entity(details(name="N" * 300))
    assert card._content.minimumSizeHint().width() <= 280


def test_entity_card_tells_all_mentions_where_it_lists_the_first(card: EntityCard) -> None:
    card.show_entity(replace(details(), mention_count=900))
    assert card.mentions.title == "900 mention(s)"


@pytest.mark.parametrize(
    ("mentions", "demonyms", "title"),
    [(8, 5, "3 mention(s) · 5 demonym(s)"), (5, 5, "5 demonym(s)"), (8, 0, "8 mention(s)")],
)
def test_entity_card_counts_names_and_demonyms_apart(
    card: EntityCard, mentions: int, demonyms: int, title: str
) -> None:
    card.show_entity(replace(details(), mention_count=mentions, demonym_count=demonyms))
    assert card.mentions.title == title


def test_entity_card_marks_demonyms_among_the_mentions(card: EntityCard) -> None:
    card.show_entity(replace(details(), mentions=[SNIPPET, replace(SNIPPET, is_demonym=True)]))
    rows = card.mentions.rows
    line = theme().kinds[Kind.DEMONYM].line
    underlined = []
    for i in (0, 1):
        image = rows.grab(rows.visualRect(rows.model().index(i, 0))).toImage()
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        underlined.append(any(image.pixelColor(x, y) == line for x, y in points))
    assert underlined == [False, True]


@pytest.mark.parametrize(("width", "broken"), [(250, False), (60, True)])
def test_entity_card_underlines_the_whole_of_a_demonym(
    qapp: QApplication, width: int, broken: bool
) -> None:
    snippet = Snippet(0, 14, "", "norteamericana", " ayer")
    lines = list(mention_lines(lay_out_snippet(snippet, QApplication.font(), width)))
    metrics = QFontMetricsF(bold(QApplication.font()))
    assert (len({line.y1() for line in lines}) > 1) == broken
    assert sum(line.length() for line in lines) == pytest.approx(
        metrics.horizontalAdvance(snippet.text), abs=3
    )


def test_entity_card_without_mentions_has_nothing_to_walk(card: EntityCard) -> None:
    card.show_entity(details(mentions=0))
    assert not card.mentions.next_button.isEnabled()
    assert not card.mentions.previous_button.isEnabled()


def test_entity_card_activates_the_mention_that_is_clicked(card: EntityCard, qtbot: QtBot) -> None:
    card.show_entity(details())
    with qtbot.waitSignal(card.mention_activated) as activated:
        click_row(qtbot, card.mentions.rows, 1)
    assert activated.args == [10]


def test_entity_card_activates_a_mention_with_enter(card: EntityCard, qtbot: QtBot) -> None:
    card.show_entity(details())
    card.set_current_mention(20)
    with qtbot.waitSignal(card.mention_activated) as activated:
        qtbot.keyClick(card.mentions.rows, Qt.Key.Key_Return)
    assert activated.args == [20]


def test_entity_card_activates_another_article(card: EntityCard, qtbot: QtBot) -> None:
    card.show_entity(details())
    with qtbot.waitSignal(card.article_activated) as activated:
        click_row(qtbot, card.article_rows, 1)
    assert activated.args == ["d2"]


def test_entity_card_asks_for_next_and_previous_mention(card: EntityCard, qtbot: QtBot) -> None:
    card.show_entity(details())
    following = QSignalSpy(card.next_mention_requested)
    previous = QSignalSpy(card.previous_mention_requested)
    card.mentions.next_button.click()
    card.mentions.previous_button.click()
    assert (following.count(), previous.count()) == (1, 1)


def test_entity_card_marks_the_current_mention_through_a_refresh(card: EntityCard) -> None:
    card.show_entity(details())
    card.set_current_mention(10)
    card.show_entity(details(mentions=5))
    assert card.current_mention() == 10


def test_entity_card_marks_no_mention_of_another_entity(card: EntityCard) -> None:
    card.show_entity(details())
    card.set_current_mention(10)
    card.show_entity(details("e2"))
    assert card.current_mention() is None


def test_entity_card_scrolls_to_the_current_mention(card: EntityCard, qtbot: QtBot) -> None:
    card.show_entity(details(mentions=200))
    QApplication.processEvents()
    card.set_current_mention(1990)
    rows = card.mentions.rows
    rect = rows.visualRect(rows.model().index(199, 0))
    top = rows.mapTo(card._scroll.viewport(), rect.topLeft()).y()
    assert 0 <= top <= card._scroll.viewport().height() - rect.height()


def test_entity_card_keeps_its_place_through_a_refresh(card: EntityCard) -> None:
    card.show_entity(details(mentions=200))
    QApplication.processEvents()
    bar = card._scroll.verticalScrollBar()
    bar.setValue(400)
    card.show_entity(details(mentions=201))
    QApplication.processEvents()
    assert bar.value() == 400


@pytest.mark.parametrize("before", ["", "x", "una frase muy larga que no cabe en una línea " * 4])
def test_entity_card_shows_the_mention_of_a_snippet_in_any_case(
    qapp: QApplication, before: str
) -> None:
    layout = lay_out_snippet(
        Snippet(0, 5, before, "Rusia", " y mucho más texto" * 20), QApplication.font(), 250
    )
    (bold,) = layout.formats()
    assert layout.text()[bold.start : bold.start + bold.length] == "Rusia"
    assert layout.lineCount() <= 2


def test_entity_card_hands_on_the_note_with_its_entity(card: EntityCard, qtbot: QtBot) -> None:
    card.show_entity(details())
    edited = QSignalSpy(card.note_edited)
    qtbot.keyClicks(card.note.edit, "hola")
    card.note.flush()
    assert edited.at(0) == ["e1", "hola"]


def test_entity_card_copies_the_name(card: EntityCard) -> None:
    card.show_entity(details())
    card.head._copy.trigger()
    assert QApplication.clipboard().text() == "Rusia"


def test_entity_card_is_no_wider_for_its_buttons(card: EntityCard) -> None:
    card.show_entity(details())
    card.head.show_standing(
        Standing(State.CONFIRMED, is_own=True), is_named=False, has_unconfirmed=True
    )
    card.resize(220, 700)
    QApplication.processEvents()
    assert card._content.minimumSizeHint().width() <= 220
    assert card.head.merge_button.geometry().right() <= card.head.width()


def test_entity_card_says_in_words_how_to_add_another_name(card: EntityCard) -> None:
    card.show_entity(details())
    button = card.head.aliases.adder.button
    assert button.full_text == "+ Another name"
    assert button.accessibleName() == "Add another name"
    assert "acronym" in button.toolTip()


def test_entity_card_adds_another_name_from_the_names_menu(qtbot: QtBot, card: EntityCard) -> None:
    card.show_entity(details())
    adder = card.head.aliases.adder
    (add,) = (each for each in card.head.name.actions() if each.text() == "Add another name…")
    add.trigger()
    qtbot.waitUntil(adder.edit.hasFocus)
    added = QSignalSpy(card.head.alias_added)
    qtbot.keyClicks(adder.edit, "RF")
    qtbot.keyClick(adder.edit, Qt.Key.Key_Return)
    assert added.at(0) == ["RF"]
    assert adder.button.hasFocus()


def test_entity_card_keeps_a_links_hint_when_it_is_resized(card: EntityCard) -> None:
    card.show_entity(details())
    hint = card.head.aliases.adder.button.toolTip()
    card.resize(420, 700)
    QApplication.processEvents()
    assert card.head.aliases.adder.button.toolTip() == hint
