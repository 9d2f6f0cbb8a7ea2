import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.entities import Entity, Note
from reader.core.mentions import Kind
from reader.ui.hover_card import HoverCard
from tests.ui.panel.panel_samples import HOSTILE, theme

RUSSIA = Entity("c", "Rusia", Kind.COUNTRY)
BOUNDS = QRect(0, 0, 600, 400)


@pytest.fixture
def card(qtbot: QtBot) -> HoverCard:
    page = QWidget()
    qtbot.addWidget(page)
    card = HoverCard(page)
    card.set_theme(theme())
    card.page = page  # type: ignore[attr-defined] (kept alive as long as the card)
    return card


def test_hover_card_tells_kind_and_counts(card: HoverCard) -> None:
    card.set_entity(RUSSIA, count=5, articles=2)
    assert card.accessibleName() == "Rusia, Country, 5 mention(s), 2 other article(s)"


@pytest.mark.parametrize(
    ("names", "demonyms", "told"),
    [(2, 5, "2 mention(s) · 5 demonym(s)"), (0, 1, "1 demonym(s)")],
)
def test_hover_card_tells_demonyms_apart(
    card: HoverCard, names: int, demonyms: int, told: str
) -> None:
    card.set_entity(RUSSIA, count=names, demonyms=demonyms)
    assert card.accessibleName() == f"Rusia, Country, {told}"


def test_hover_card_shows_the_first_lines_of_the_note(card: HoverCard) -> None:
    note = Note("c", "uno\n\ndos\ntres\ncuatro\ncinco", "")
    card.set_entity(RUSSIA, count=1, note=note)
    assert card._note.text().split("\u2028") == ["uno", "dos", "tres", "cuatro"]


@pytest.mark.parametrize("note", [None, Note("c", " \n", "")])
def test_hover_card_has_no_empty_note(card: HoverCard, note: Note | None) -> None:
    card.set_entity(RUSSIA, count=1, note=note)
    assert card._note.isHidden()


def test_hover_card_grows_with_the_note(card: HoverCard) -> None:
    heights = []
    for text in ("", "una línea", "una línea\notra línea"):
        card.set_entity(RUSSIA, count=1, note=Note("c", text, ""))
        card.place_beside(QRect(100, 300, 50, 20), BOUNDS)
        heights.append(card.height())
    assert heights[0] < heights[1] < heights[2]


def test_hover_card_stays_inside_its_bounds(card: HoverCard) -> None:
    card.set_entity(Entity("c", "N" * 300, Kind.PERSON), count=1)
    card.place_beside(QRect(590, 5, 50, 20), BOUNDS)
    assert BOUNDS.contains(card.geometry())


def test_hover_card_lets_the_pointer_through(card: HoverCard) -> None:
    assert card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_hover_card_shows_hostile_text_literally(card: HoverCard) -> None:
    card.set_entity(Entity("c", HOSTILE, Kind.PERSON), count=1, note=Note("c", HOSTILE, ""))
    for label in (card._name, card._note):
        assert label.text() == HOSTILE
        assert label.textFormat() == Qt.TextFormat.PlainText
