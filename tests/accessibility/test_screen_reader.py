"""What a screen reader finds in the program, asked over D-Bus."""

from pathlib import Path

import pytest

from tests.accessibility.at_spi import Node, choose, undo_of, wait_for

pytestmark = pytest.mark.model

ARTICLE = Path(__file__).parents[2] / "seeds" / "rusia-corea-del-norte.txt"
NAME = "Serguéi Lavrov"
FIRST = "El ministro de Asuntos Exteriores de Rusia, Serguéi Lavrov, confirmó"


@pytest.fixture
def article(window: Node) -> Node:
    return window.find("text", "Article")


# ---- the article


def test_screen_reader_reads_the_whole_article(article: Node) -> None:
    read = article.text.split("\n")
    paragraphs = [line for line in ARTICLE.read_text("utf-8").splitlines() if line.strip()]
    assert [line for line in paragraphs if line.strip() not in read] == []
    assert "read-only" in article.states


def test_screen_reader_reads_paragraphs_sentences_and_words(article: Node) -> None:
    offset = article.text.index("Lavrov, confirmó")
    paragraph, start, end = article.string_at(offset, "paragraph")
    assert paragraph.startswith(FIRST)
    assert article.text[start:end] == paragraph
    sentence, _, _ = article.string_at(offset, "sentence")
    assert sentence.rstrip().endswith("la región fronteriza de Kursk.")
    assert article.string_at(offset, "word")[0].strip() == "Lavrov"


def test_screen_reader_moves_the_caret(article: Node) -> None:
    offset = article.text.index("Serguéi")
    assert article.call("Text", "SetCaretOffset", "i", offset)
    assert article.get("Text", "CaretOffset") == offset


def test_screen_reader_finds_where_each_character_stands(article: Node) -> None:
    left, top, width, height = article.call("Component", "GetExtents", "u", 0)
    begin = article.text.index(FIRST)
    boxes = [article.extents(begin + each) for each in range(0, 400, 20)]
    for x, y, wide, high in boxes:
        assert left <= x <= x + wide <= left + width
        assert top <= y <= y + high <= top + height
    assert len({y for _, y, _, _ in boxes}) >= 4  # lines, each below the one before
    assert [y for _, y, _, _ in boxes] == sorted(y for _, y, _, _ in boxes)
    x, y, wide, high = boxes[3]
    at = article.call("Text", "GetOffsetAtPoint", "iiu", x + wide // 2, y + high // 2, 0)
    assert at in (begin + 60, begin + 61)


def test_screen_reader_hears_that_the_title_is_bold(article: Node) -> None:
    assert article.attributes(0)["weight"] == "bold"
    assert article.attributes(article.text.index(FIRST)).get("weight", "normal") != "bold"


# ---- names


def test_screen_reader_reads_the_names(window: Node) -> None:
    names = window.find("list", "Names in this article")
    said = [each.name for each in names.children]
    assert "People, 3" in said
    assert "Serguéi Lavrov, Person, 4 mentions" in said
    assert "Corea del Norte, Country, 4 mentions · 4 demonyms" in said


def test_screen_reader_is_told_of_the_name_that_one_walks_to(window: Node) -> None:
    with window.desk.announcements() as said:
        choose(window, "Go", "Next mention")
        assert said().endswith((", Person", ", Country", ", Place", ", Organization"))


def test_screen_reader_reads_a_card(window: Node) -> None:
    choose(window, "Go", "Next mention")
    choose(window, "Go", "Write a note on the entity")
    note = window.find("text", "Note")
    assert "editable" in note.states
    assert note.call("EditableText", "SetTextContents", "s", "Ver cumbre de Moscú.")
    assert note.text == "Ver cumbre de Moscú."
    mentions = window.find("list", "Mentions in this article")
    assert len(mentions.children) >= 1
    assert all(each.name for each in mentions.children)
    said = [each.name for each in window.walk()]
    assert note.name.removeprefix("Note on ") in said
    assert "Confirm" in said
    assert {"Person", "Country", "Place", "Organization"} & {*said}
    assert "Add another name" in said
    window.find("push button", "Back to all names").do("Press")
    window.find("list", "Names in this article")


def test_screen_reader_hears_which_names_are_confirmed_and_which_rejected(window: Node) -> None:
    choose(window, "Go", "Next mention")
    choose(window, "Correct", "Confirm")
    names = window.find("list", "Names in this article")

    def confirmed() -> list[str]:
        return [each.name for each in names.children if each.name.endswith(", confirmed")]

    said = wait_for(confirmed, "a confirmed name")
    assert len(said) == 1
    choose(window, "Go", "Next mention")
    choose(window, "Correct", "Not a name")
    button = window.find("check box", "1 rejected")
    button.do(button.actions[0])
    rejected = window.find("list", "Rejected names")
    assert len(rejected.children) == 1
    choose(window, "Edit", undo_of(window))
    choose(window, "Edit", undo_of(window))
    wait_for(lambda: not confirmed(), "no name to be confirmed")


def test_screen_reader_switches_a_kind_off_and_on(window: Node) -> None:
    chip = window.find("check box", "Places, 5")
    assert "checked" in chip.states
    chip.do(chip.actions[0])
    wait_for(lambda: "checked" not in chip.states, "the chip to be off")
    wait_for(lambda: chip.name == "Places, 5, hidden", "the chip's words")
    chip.do(chip.actions[0])
    wait_for(lambda: "checked" in chip.states, "the chip to be on")


# ---- annotations


def test_screen_reader_annotates_and_reads_the_annotation(window: Node, article: Node) -> None:
    quote = "respaldo militar brindado"
    start = article.text.index(quote)
    assert article.call("Text", "SetSelection", "iii", 0, start, start + len(quote)) or (
        article.call("Text", "AddSelection", "ii", start, start + len(quote))
    )
    choose(window, "Edit", "Green")
    window.find("check box", "Annotations").do("Press")
    rows = window.find("list", "Annotations")
    said = wait_for(lambda: [each.name for each in rows.children], "the annotation")
    assert any(quote in each and "Green" in each for each in said)
    window.find("check box", "Entities").do("Press")


# ---- everything


def test_screen_reader_finds_a_name_for_all_that_takes_the_keyboard(window: Node) -> None:
    nameless = [
        f"{each.role} {each.path}"
        for each in window.walk()
        if "focusable" in each.states and not each.name
    ]
    assert nameless == []


def test_screen_reader_finds_a_name_for_each_button(window: Node) -> None:
    buttons = [
        (child.role, child.name, each.name)
        for each in window.walk()
        for child in each.children
        if child.role in ("push button", "check box", "button menu") and "showing" in child.states
    ]
    assert len(buttons) > 10
    assert [each for each in buttons if not each[1]] == []


def test_screen_reader_finds_every_menu_named(window: Node) -> None:
    bar = window.find("menu bar")
    items = [each for each in bar.walk(showing=False) if each.role == "menu item"]
    assert len(items) > 50
    assert [each.path for each in items if not each.name] == []


def test_screen_reader_hears_what_is_open(window: Node) -> None:
    panel = window.find("check box", "Side panel")
    assert "checked" in panel.states
    entities = window.find("check box", "Entities")
    annotations = window.find("check box", "Annotations")
    assert "checked" in entities.states
    assert "checked" not in annotations.states
