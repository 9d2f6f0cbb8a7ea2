"""How headings, lists, quotes and tables are set."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout
from pytestqt.qtbot import QtBot

from reader.core.document import Block, BlockKind, Document, document_id
from reader.ui.reading.breaking import Composed
from reader.ui.reading.laid import LaidParagraph
from reader.ui.reading.style import ReadingStyle, Role, Typography
from reader.ui.reading.view import Heading, ReadingView

from .reading_samples import SENTENCE, STYLE, document, settle, show

FAMILIES = ("Noto Serif", "DejaVu Serif", "Liberation Serif")


def shown(qtbot: QtBot, *blocks: tuple[str, BlockKind], title: str = "") -> ReadingView:
    """Return a view with blocks of several kinds."""
    view = show(qtbot)
    parts, start = list[Block](), 0
    for text, kind in blocks:
        parts.append(Block(start, start + len(text), kind, 1))
        start += len(text) + 1
    text = "\n".join(text for text, _ in blocks)
    made = Document(document_id(text), "", text, tuple(parts))
    view.set_document(made, heading=Heading(title, "") if title else None)
    settle(qtbot, view)
    return view


def laid(view: ReadingView, number: int) -> LaidParagraph:
    assert view._layout is not None
    return view._layout.laid(number)


@pytest.mark.parametrize("role", [Role.TITLE, Role.HEADING])
@pytest.mark.parametrize("family", FAMILIES)
def test_typography_sets_headings_tight_but_lets_no_lines_touch(
    qtbot: QtBot, role: Role, family: str
) -> None:
    look = Typography(ReadingStyle(STYLE.theme, family)).look(role, 1)
    assert look.line_height < 1.3 * look.font.pointSizeF() * look.metrics.fontDpi() / 72
    highest = -look.metrics.tightBoundingRect("ÁÑÜ").top()
    deepest = look.metrics.tightBoundingRect("gjpqy").bottom()
    assert highest + deepest <= look.line_height


def test_typography_lines_of_a_title_stand_closer_than_its_font_is_high(qtbot: QtBot) -> None:
    view = shown(qtbot, (SENTENCE, BlockKind.PARAGRAPH), title=SENTENCE)
    lines = laid(view, 0).lines
    assert len(lines) > 1
    assert lines[1].top - lines[0].top < QFontMetricsF(laid(view, 0).look.font).height()


def test_typography_leaves_higher_characters_in_a_title_their_room(qtbot: QtBot) -> None:
    look = Typography(STYLE).look(Role.TITLE, 0)
    higher = QTextLayout.FormatRange()
    higher.start, higher.length = 0, 2
    higher.format = QTextCharFormat()
    higher.format.setFontPointSize(3 * look.font.pointSizeF())
    found = LaidParagraph(Composed("Un título", look, 600, 0, 0, (higher,)))
    assert found.lines[0].height >= found.text_line(0).height() > 2 * look.line_height


@pytest.mark.parametrize("level", range(1, 5))
def test_typography_has_more_space_above_a_heading_than_below(qtbot: QtBot, level: int) -> None:
    typography = Typography(STYLE)
    heading = typography.look(Role.HEADING, level)
    above = typography.look(Role.PARAGRAPH, 0).below + heading.above
    assert above >= 2 * heading.below


def test_typography_keeps_what_follows_a_list_apart(qtbot: QtBot) -> None:
    item, text = BlockKind.LIST_ITEM, BlockKind.PARAGRAPH
    view = shown(qtbot, ("uno", item), ("dos", item), ("Después.", text))
    first, last = laid(view, 0).composed, laid(view, 1).composed
    assert first.below < last.below
    assert last.below == laid(view, 2).composed.below


def test_typography_rules_a_quote_through_at_the_left_edge(qtbot: QtBot) -> None:
    quote = BlockKind.QUOTE
    view = shown(qtbot, ("uno", quote), ("dos", quote), ("Después.", BlockKind.PARAGRAPH))
    layout = view._layout
    assert layout is not None
    image = view.viewport().grab().toImage()
    x = layout.column.left + 1
    bottom = layout.top(1) + laid(view, 1).height - laid(view, 1).composed.below
    column = {QColor(image.pixel(x, y)).name() for y in range(layout.top(0), bottom)}
    assert column == {STYLE.theme.border.name()}
    assert QColor(image.pixel(x, bottom + 1)).name() == STYLE.theme.base.name()


def test_typography_gives_figures_in_tables_one_width(qtbot: QtBot) -> None:
    look = Typography(STYLE).look(Role.TABLE_ROW, 0)
    assert look.font.featureValue(QFont.Tag("tnum")) == 1
    widths = {round(look.metrics.horizontalAdvance(figure), 2) for figure in "0123456789"}
    assert len(widths) == 1


def test_typography_parts_paragraphs_by_more_than_their_lines(qtbot: QtBot) -> None:
    view = show(qtbot)
    view.set_document(document(SENTENCE * 3, SENTENCE))
    settle(qtbot, view)
    lines, look = laid(view, 0).lines, laid(view, 0).look
    within = lines[1].baseline - lines[0].baseline
    layout = view._layout
    assert layout is not None
    between = layout.top(1) + laid(view, 1).lines[0].baseline - lines[-1].baseline
    assert within == look.line_height
    assert between >= 1.4 * within
