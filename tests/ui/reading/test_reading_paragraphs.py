import pytest

from reader.core.document import Block, BlockKind, Document, RowLevel
from reader.ui.reading.paragraphs import (
    LONGEST_PARAGRAPH,
    Heading,
    Paragraphs,
    display_text,
)
from reader.ui.reading.style import Role
from tests.ui.reading.reading_samples import HEADING, SENTENCE, document


def test_reading_paragraphs_part_the_cells_of_a_row() -> None:
    assert display_text("a\tb\u2028c\nd", Role.TABLE_ROW) == "a\u2028b c d"


def test_reading_paragraphs_keep_the_lines_of_preformatted_text() -> None:
    assert display_text("a\n\tb", Role.PREFORMATTED) == "a\u2028\tb"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc", "a b\tc"),
        ("a\u2028b\u2029c\x0bd\x0ce\x85f", "a\u2028b c d e f"),
        ("a\x00b\x1bc\x7fd", "a␀b␛c␡d"),
        ("a\ufdd0b\ufdd1c\ufffcd\uffffe", "a�b�c�d�e"),
        ("a\ud800b", "a�b"),
        ("\u202eabc\u202c", "\u2060abc\u2060"),
        ("\u2066abc\u2069", "\u2060abc\u2060"),
        ("café 😀\u00a0ñ", "café 😀\u00a0ñ"),
    ],
)
def test_reading_paragraphs_replace_special_characters_one_to_one(text: str, shown: str) -> None:
    assert display_text(text) == shown
    assert len(shown) == len(text)


def test_reading_paragraphs_put_the_heading_first() -> None:
    paragraphs = Paragraphs(document("Uno", "Dos"), HEADING)
    assert [paragraphs.role(i)[0] for i in range(4)] == [
        Role.TITLE,
        Role.BYLINE,
        Role.PARAGRAPH,
        Role.PARAGRAPH,
    ]
    assert [paragraphs.text(i) for i in range(4)] == [HEADING.title, HEADING.byline, "Uno", "Dos"]
    assert [paragraphs.span(i) for i in range(4)] == [(0, 0), (0, 0), (0, 3), (5, 8)]


def test_reading_paragraphs_leave_an_empty_byline_out() -> None:
    assert len(Paragraphs(document("Uno"), Heading("Título", ""))) == 2


@pytest.mark.parametrize(
    "text",
    [SENTENCE * 400, "palabra " * 5000, "x" * 30_000, "a" + "n\u0303" * 20_000],
    ids=["sentences", "words", "one word", "combining accents"],
)
def test_reading_paragraphs_cover_a_long_block_in_pieces(text: str) -> None:
    paragraphs = Paragraphs(document("Uno", text, "Tres"))
    pieces = range(1, len(paragraphs) - 1)
    assert "".join(paragraphs.text(i) for i in pieces) == text
    assert all(paragraphs.length(i) <= LONGEST_PARAGRAPH for i in pieces)
    assert [paragraphs.block(i) for i in range(len(paragraphs))] == [0, *[1] * len(pieces), 2]
    assert not any(paragraphs.text(i).startswith("\u0303") for i in pieces)


@pytest.mark.parametrize("before", [0, 1, 1_000, 11_999, 12_000, 12_001, 17_000])
def test_reading_paragraphs_split_a_block_wherever_it_lies(before: int) -> None:
    long = "x" * (LONGEST_PARAGRAPH + 1)
    paragraphs = Paragraphs(document(*["y" * 500] * (before // 500), "y" * (before % 500), long))
    assert paragraphs.length(len(paragraphs) - 1) < len(long)


def test_reading_paragraphs_split_behind_a_sentence() -> None:
    paragraphs = Paragraphs(document(SENTENCE * 400))
    assert all(paragraphs.text(i).startswith("La delegación") for i in range(len(paragraphs)))


@pytest.mark.parametrize(
    ("rows", "tables"),
    [
        ("", []),
        ("p p", []),
        ("f b b", [(0, 2)]),
        ("b b p b", [(0, 1), (3, 3)]),
        ("p h b f b f", [(1, 2), (3, 4), (5, 5)]),
        ("h h b h b", [(0, 2), (3, 4)]),
        ("h p h h", [(0, 0), (2, 3)]),
    ],
)
def test_reading_paragraphs_know_their_tables(rows: str, tables: list[tuple[int, int]]) -> None:
    """Paragraphs, and rows: body, header, first of a table without one."""
    levels = {"b": RowLevel.BODY, "h": RowLevel.HEADER, "f": RowLevel.FIRST}
    blocks = tuple(
        Block(2 * i, 2 * i + 1, BlockKind.TABLE_ROW if row in levels else BlockKind.PARAGRAPH,
              levels.get(row, 0))
        for i, row in enumerate(rows.split())
    )  # fmt: skip
    article = Document("", "", "x\n" * len(blocks), blocks)
    assert Paragraphs(article).tables() == tables
    with_heading = Paragraphs(article, HEADING).tables()
    assert with_heading == [(first + 2, last + 2) for first, last in tables]


def test_reading_paragraphs_find_the_one_at_an_offset() -> None:
    paragraphs = Paragraphs(document("Uno", "Dos"), HEADING)
    assert [paragraphs.at(offset) for offset in (0, 2, 3, 4, 5, 8, 99)] == [2, 2, 2, 2, 3, 3, 3]
