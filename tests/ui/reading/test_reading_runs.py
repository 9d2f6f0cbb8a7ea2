"""What of an article's structure is set in type: runs, numbers, line breaks, notes."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible, QImage, QTextCharFormat
from pytestqt.qtbot import QtBot

from reader.core.document import BlockKind, Document, RunKind
from reader.core.mentions import Kind
from reader.formats.builder import DocumentBuilder
from reader.ui.reading.view import ReadingView
from reader.ui.theme import load_theme
from tests.ui.reading.reading_samples import (
    HEADING,
    STYLE,
    THEMES,
    annotation,
    centre,
    mention,
    settle,
    show,
)
from tests.ui.reading.structure_samples import article

FULL = article("f" * 64)


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return show(qtbot)


def paragraph(
    words: str, styled: str, kind: RunKind, *, of: BlockKind = BlockKind.PARAGRAPH, target: str = ""
) -> Document:
    builder = DocumentBuilder()
    builder.open_block(of, level=1)
    before, after = words.split(styled)
    builder.text(before)
    with builder.style(kind, target):
        builder.text(styled)
    builder.text(after)
    return builder.document()


def format_at(view: ReadingView, number: int, offset: int) -> QTextCharFormat:
    """Return the format of a character of a paragraph, as its runs make it."""
    assert view._layout is not None
    merged = QTextCharFormat()
    for part in view._layout.laid(number).composed.formats:
        if part.start <= offset < part.start + part.length:
            merged.merge(part.format)
    return merged


def box(view: ReadingView, document: Document, words: str) -> tuple[int, int, int, int]:
    start = document.text.index(words)
    found = view.span_rect(start, start + len(words))
    return found.left(), found.top(), found.width(), found.height()


def image(view: ReadingView) -> QImage:
    return view.viewport().grab().toImage()


# Runs


@pytest.mark.parametrize("kind", [kind for kind in RunKind if kind is not RunKind.MARKER])
def test_reading_runs_look_like_what_they_are(view: ReadingView, kind: RunKind) -> None:
    document = paragraph("Antes 😀 medio después", "medio", kind, target="https://ejemplo.org")
    view.set_document(replace(document, runs=()))
    plain = image(view)
    view.set_document(document)
    assert image(view) != plain
    start = document.text.index("medio")
    assert view._offset_at(centre(view, start + 2, start + 3)) == start + 2


def test_reading_runs_lie_on_each_other(view: ReadingView) -> None:
    builder = DocumentBuilder()
    builder.open_block(BlockKind.PARAGRAPH)
    with builder.style(RunKind.BOLD):
        builder.text("fuerte ")
        with builder.style(RunKind.ITALIC):
            builder.text("inclinada")
    view.set_document(builder.document())
    both = format_at(view, 0, 10)
    assert both.fontItalic()
    assert both.fontWeight() > 400
    assert not format_at(view, 0, 2).fontItalic()


def test_reading_runs_reach_into_every_piece_of_a_long_block(view: ReadingView) -> None:
    builder = DocumentBuilder()
    builder.open_block(BlockKind.PARAGRAPH)
    builder.text("Antes ")
    with builder.style(RunKind.ITALIC):
        builder.text("palabra " * 3_000)
    view.set_document(builder.document())
    assert view._layout is not None
    count = len(view._layout.paragraphs)
    assert count > 1
    assert [format_at(view, number, 1).fontItalic() for number in range(1, count)] == [True] * (
        count - 1
    )
    assert not format_at(view, 0, 0).fontItalic()


def test_reading_runs_change_their_colours_with_the_theme(view: ReadingView) -> None:
    document = paragraph("Véase aquí todo", "aquí", RunKind.LINK, target="https://ejemplo.org")
    view.set_document(document)
    dark = replace(STYLE, theme=load_theme(THEMES, "dark"))
    view.set_style(dark)
    start = document.text.index("aquí")
    picture = view.viewport().grab(view.span_rect(start, start + 4)).toImage()
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    colours = {picture.pixelColor(x, y).name() for x, y in points}
    assert dark.theme.accent.name() in colours
    assert STYLE.theme.accent.name() not in colours


@pytest.mark.parametrize("name", ["light", "sepia", "dark"])
def test_reading_runs_keep_their_contrast_on_a_fill(view: ReadingView, name: str) -> None:
    """A link in its own colour would be hard to read on an annotation."""
    document = paragraph("Véase aquí todo", "aquí", RunKind.LINK, target="https://ejemplo.org")
    theme = load_theme(THEMES, name)
    view.set_style(replace(STYLE, theme=theme))
    view.set_document(document)
    view.set_annotations([annotation(document, "Véase", "todo", "a")])
    start = document.text.index("aquí")
    picture = view.viewport().grab(view.span_rect(start, start + 4)).toImage()
    upper = range(picture.height() // 2)  # above the underline
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in upper}
    assert theme.accent.name() not in colours


def test_reading_runs_leave_mentions_and_annotations_to_be_seen(view: ReadingView) -> None:
    document = paragraph("Véase Lima todo", "Lima", RunKind.LINK, target="https://ejemplo.org")
    view.set_document(document)
    plain = image(view)
    view.set_mentions([mention(document, "Lima", Kind.PLACE)])
    tinted = image(view)
    view.set_annotations([annotation(document, "Lima", "todo", "a")])
    assert len({plain.cacheKey(), tinted.cacheKey()}) == 2
    assert plain != tinted != image(view)


# Numbers of list items


def test_reading_runs_hang_a_number_before_the_text(view: ReadingView) -> None:
    builder = DocumentBuilder()
    for number in (9, 10):
        builder.open_block(BlockKind.LIST_ITEM, level=1)
        with builder.style(RunKind.MARKER):
            builder.text(f"{number}.")
        builder.text(f" Punto{number} " + "largo " * 40)
    document = builder.document()
    view.set_document(document)
    first, second = box(view, document, "Punto9"), box(view, document, "Punto10")
    assert abs(first[0] - second[0]) <= 1
    assert view._layout is not None
    lines = view._layout.laid(0).layout
    text_left = first[0] - view._layout.column.left
    assert abs(lines.lineAt(1).x() - text_left) <= 1
    assert box(view, document, "9.")[0] < first[0]


def test_reading_runs_put_a_number_in_the_bullets_place(view: ReadingView) -> None:
    with_number = paragraph("a) Uno", "a)", RunKind.MARKER, of=BlockKind.LIST_ITEM)
    view.set_document(with_number)
    assert view._layout is not None
    laid = view._layout.laid(0)
    assert laid.composed.hang > 0
    assert laid.look.bullet  # which a number stands for
    before = image(view)
    view.set_document(replace(with_number, runs=()))
    assert image(view) != before


# Lines


def test_reading_runs_break_lines_where_the_article_does(view: ReadingView) -> None:
    builder = DocumentBuilder()
    builder.open_block(BlockKind.QUOTE)
    builder.text("Verde que te quiero verde.")
    builder.line_break()
    builder.text("Verde viento.")
    document = builder.document()
    view.set_document(document)
    first, second = box(view, document, "Verde que"), box(view, document, "Verde viento")
    assert first[0] == second[0]
    assert first[1] < second[1]


def test_reading_runs_keep_preformatted_text_as_it_is(view: ReadingView) -> None:
    builder = DocumentBuilder()
    builder.open_block(BlockKind.PREFORMATTED)
    builder.text("iii|\n    MMM|\n\nfin")
    document = builder.document()
    view.set_document(document)
    assert view._layout is not None
    laid = view._layout.laid(0)
    assert len(laid.lines) == 4
    narrow, wide = box(view, document, "iii"), box(view, document, "MMM")
    assert abs(narrow[2] - wide[2]) <= 1  # every character as wide as any other
    assert wide[0] > narrow[0] + narrow[2]


# Footnotes


def test_reading_runs_rule_off_the_first_footnote(view: ReadingView) -> None:
    view.set_document(FULL)
    assert view._layout is not None
    paragraphs = view._layout.paragraphs
    notes = [
        number
        for number in range(len(paragraphs))
        if FULL.blocks[paragraphs.block(number)].kind is BlockKind.FOOTNOTE
    ]
    composed = [view._layout.laid(number).composed for number in notes]
    assert [one.ruled for one in composed] == [True, False]
    body = view._layout.laid(0).look.font.pointSizeF()
    assert all(one.look.font.pointSizeF() < body for one in composed)


# Everybody


def test_reading_runs_are_all_spoken(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(FULL, heading=HEADING)
    settle(qtbot, view)
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    assert text is not None
    spoken = text.text(0, text.characterCount())
    for block in FULL.blocks:
        for words in FULL.text[block.start : block.end].replace("\u2028", "\t").split("\t"):
            assert words.replace("\n", "\u2028") in spoken
    for picture in FULL.pictures:
        assert picture.alt in spoken


def test_reading_runs_open_at_any_block_and_come_back(qtbot: QtBot, view: ReadingView) -> None:
    for block in FULL.blocks:
        view.set_document(FULL, offset=block.start)
        settle(qtbot, view)
        bar = view.verticalScrollBar()
        if bar.value() < bar.maximum() and bar.value():
            assert view.reading_offset() == block.start


def test_reading_runs_find_every_character(qtbot: QtBot, view: ReadingView) -> None:
    view.resize(700, 3_000)
    view.set_document(FULL)
    settle(qtbot, view)
    for offset, character in enumerate(FULL.text):
        if not character.isspace():
            at = centre(view, offset, offset + 1)
            assert view._offset_at(at) == offset
