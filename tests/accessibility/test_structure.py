"""What a screen reader hears of an article's structure, and of the chips on a card."""

from pathlib import Path

import pytest

from tests.accessibility.at_spi import Node, choose, undo_of, wait_for

pytestmark = pytest.mark.model

ARTICLE = Path(__file__).parents[2] / "seeds" / "muestra.md"
NAME = "Amparo Salcedo"
_MOST_MENTIONS = 40  # until there is a country


@pytest.fixture
def article(window: Node) -> Node:
    return window.find("text", "Article")


def test_structure_headings_and_links_are_announced_where_the_cursor_comes(
    window: Node, article: Node
) -> None:
    text = article.text
    places = (
        ("Quién paga la obra", "Heading, level 2"),
        ("proyecto completo", "Link: proyecto completo: https://faros-del-estrecho.example/"),
        ("Millones de euros", "Row of a table"),
        ("El faro de Punta Lindero", "Heading, level 1"),
    )
    for words, said in places:
        with window.desk.announcements() as heard:
            assert article.call("Text", "SetCaretOffset", "i", text.index(words) + 1)
            assert heard().startswith(said)


def test_structure_headings_are_announced_as_one_walks_them(window: Node) -> None:
    with window.desk.announcements() as heard:
        choose(window, "Go", "Next heading")
        assert heard() == "Heading, level 2. Quién paga la obra"
    with window.desk.announcements() as heard:
        choose(window, "Go", "Next paragraph")
        assert heard().startswith("El dinero ha llegado de cuatro fuentes.")


def test_structure_a_chip_is_a_button_that_says_what_it_does(window: Node) -> None:
    said = ""
    for _ in range(_MOST_MENTIONS):
        with window.desk.announcements() as heard:
            choose(window, "Go", "Next mention")
            said = heard()
        if said.endswith(", Country"):
            break
    assert said.endswith(", Country")
    choose(window, "Go", "Write a note on the entity")
    window.find("push button", "Add another name")
    chips = [
        each
        for each in window.walk()
        if each.role == "push button" and each.description == "Another name; Delete takes it away"
    ]
    assert chips
    assert all(each.name for each in chips)
    name = chips[0].name
    chips[0].do("Press")
    wait_for(lambda: name not in _buttons(window), "the other name to be taken away")
    choose(window, "Edit", undo_of(window))
    wait_for(lambda: name in _buttons(window), "the other name to be back")


def _buttons(window: Node) -> list[str]:
    return [each.name for each in window.walk() if each.role == "push button"]
