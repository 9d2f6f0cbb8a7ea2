"""The same article in each format gives the same text, but for what the format can't hold."""

import re

import pytest

from reader.core.document import BlockKind, Document, Parsed, RowLevel, Run, RunKind
from reader.formats.opening import read_file
from tests.conftest import SEEDS

FULL = ("docx", "epub", "eml", "html", "mhtml")
"""Formats that hold all that the article in Markdown has."""

OFFICE = ("odt", "rtf")
"""Formats in which a caption is a paragraph below its picture."""


@pytest.fixture(scope="module")
def article() -> Document:
    """Return the article that the others were made from."""
    return read("md").document


def read(suffix: str) -> Parsed:
    return read_file(SEEDS / f"muestra.{suffix}")


def lines(document: Document) -> list[str]:
    """Return the texts of the blocks that have one; how far apart they are left out."""
    return [text for block in document.blocks if (text := document.block_text(block).strip())]


def passages(document: Document) -> list[tuple[RunKind, str, str]]:
    """Return what is set apart from the text around it, without offsets."""
    return [
        (run.kind, document.text[run.start : run.end], "" if is_inner(run) else run.target)
        for run in document.runs
    ]


def is_inner(run: Run) -> bool:
    return run.target.startswith("#")


@pytest.mark.parametrize("suffix", FULL)
def test_same_text_formats_that_hold_all_give_the_same_document(
    suffix: str, article: Document
) -> None:
    document = read(suffix).document
    assert document.text == article.text
    assert document.id == article.id
    assert document.blocks == article.blocks
    assert document.runs == article.runs


@pytest.mark.parametrize("suffix", OFFICE)
def test_same_text_office_formats_give_the_same_lines_and_passages(
    suffix: str, article: Document
) -> None:
    document = read(suffix).document
    assert lines(document) == lines(article)
    assert passages(document) == passages(article)


@pytest.mark.parametrize("suffix", OFFICE)
def test_same_text_office_formats_keep_the_structure(suffix: str, article: Document) -> None:
    document = read(suffix).document
    lost = {BlockKind.PICTURE: BlockKind.PARAGRAPH}
    levels: dict[int, int] = {}
    if suffix == "rtf":  # has neither quotes nor headers of tables
        lost[BlockKind.QUOTE] = BlockKind.PARAGRAPH
        levels[RowLevel.HEADER] = RowLevel.FIRST

    def level(kind: BlockKind, number: int) -> int:
        return levels.get(number, number) if kind is BlockKind.TABLE_ROW else number

    expected = [(lost.get(b.kind, b.kind), level(b.kind, b.level)) for b in article.blocks]
    assert [(b.kind, b.level) for b in document.blocks if b.end > b.start] == expected


@pytest.mark.parametrize("suffix", [*FULL, *OFFICE])
def test_same_text_the_picture_comes_with_the_article(suffix: str) -> None:
    parsed = read(suffix)
    (picture,) = parsed.document.pictures
    (resource,) = parsed.resources
    assert picture.source == f"resource:{resource.key}"
    assert resource.data == (SEEDS / "muestra_files" / "faro.png").read_bytes()


@pytest.mark.parametrize("suffix", [*FULL, *OFFICE, "txt"])
def test_same_text_the_title_is_the_same(suffix: str, article: Document) -> None:
    assert read(suffix).document.title == article.title


@pytest.mark.parametrize("suffix", [*FULL, *OFFICE])
def test_same_text_the_metadata_are_the_same(suffix: str, article: Document) -> None:
    document = read(suffix).document
    assert (document.author, document.date, document.outlet) == (
        "Lucía Ferrer Ochoa",
        "2026-03-16",
        "El Diario del Estrecho",
    )
    if suffix != "eml":  # a message has no address of its own
        assert document.url == article.url
    if (
        suffix != "rtf"
    ):  # which names languages by Windows' numbers, of the fonts more than the text
        assert document.language == "es"


def test_same_text_a_pdf_gives_the_same_lines_and_kinds(article: Document) -> None:
    document = read("pdf").document
    assert lines(document) == lines(article)
    assert [b.kind for b in document.blocks] == [b.kind for b in article.blocks]


def test_same_text_plain_text_has_the_same_words(article: Document) -> None:
    def words(text: str) -> list[str]:
        # How plain text shows bullets, captions, and the rules of tables.
        return re.sub(r"(?m)^(?:- |[ -]+$)|^\[(?=El faro)|\](?=$)", "", text).split()

    assert words(read("txt").document.text) == words(article.text)


def test_same_text_the_book_is_read_whole() -> None:
    document = read_file(SEEDS / "cuaderno-del-faro.epub").document
    headings = [document.block_text(b) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert document.title == headings[0] == "Cuaderno del faro de Punta Lindero"
    assert len(headings) == 1 + 12 + 365
    assert headings[-1] == "Viernes, 31 de diciembre"
    assert 60_000 < len(document.text.split()) < 100_000
    assert (document.author, document.language) == ("Amparo Salcedo (editora)", "es")
