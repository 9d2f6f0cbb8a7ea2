"""The rows of an entity's card: its mentions as snippets, and the other articles that name it."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import (
    QLineF,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextLine
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.core.mentions import Kind
from reader.ui.dates import readable_date
from reader.ui.kind_sample import paint_underline
from reader.ui.kinds import kind_name
from reader.ui.panel.panel_data import Snippet
from reader.ui.panel.row_delegate import PANEL_MARGIN, AnyIndex, RowDelegate
from reader.ui.panel.rows_model import ROW_ROLE, RowsModel
from reader.ui.plain_text import (
    lay_out,
    layout_height,
    one_line,
    paint_layout,
    scaled_font,
)
from reader.ui.theme import Theme

_SNIPPET_LINES = 2
_PADDING = 5


class SnippetModel(RowsModel):
    """List the mentions of one entity in reading order."""

    def row_at(self, start: int) -> int | None:
        """Return the row of the mention that starts at `start`; None where there is none."""
        return next((i for i, row in enumerate(self._rows) if row.start == start), None)

    def text_of(self, row: Snippet) -> str:
        """Return the mention with what surrounds it, and why it is one, or that it is no name."""
        text = one_line(f"{row.before}{row.text}{row.after}")
        also = self.tooltip_of(row) or (kind_name(Kind.DEMONYM) if row.is_demonym else "")
        return f"{text} ({also})" if also else text

    def tooltip_of(self, row: Snippet) -> str:
        """Return why the mention means the entity; the text itself is a click away."""
        return row.reason.text() if row.reason else ""


class ArticleModel(RowsModel):
    """List other articles: (document id, title, date)."""

    def text_of(self, row: tuple[str, str, str]) -> str:
        """Return the title and the date."""
        return " · ".join(part for part in (self.title_of(row), readable_date(row[2])) if part)

    def tooltip_of(self, row: tuple[str, str, str]) -> str:
        """Return all of it, for which the row may be too short."""
        return self.text_of(row)

    def title_of(self, row: tuple[str, str, str]) -> str:
        """Return the title, or what stands for one."""
        return one_line(row[1]) or self.tr("Untitled")


class SnippetDelegate(RowDelegate):
    """Paint a mention in bold with its surroundings, on two lines of plain text.

    Below them it says, in small, why the mention means the entity.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows."""
        height = _SNIPPET_LINES * QFontMetrics(option.font).height() + 2 * _PADDING + 1
        return QSize(0, height + _reason_height(option.font, index.data(ROW_ROLE)))

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a snippet."""
        text, muted = self.paint_background(painter, option, theme)
        rect = option.rect.adjusted(PANEL_MARGIN, _PADDING, -PANEL_MARGIN, -_PADDING)
        snippet = index.data(ROW_ROLE)
        layout = lay_out_snippet(snippet, option.font, rect.width())
        height = layout_height(layout) + _reason_height(option.font, snippet)
        spare = rect.height() - height  # of a snippet that takes one line
        corner = QPointF(rect.left(), rect.top() + spare / 2)
        paint_layout(painter, layout, corner.x(), corner.y(), text)
        if snippet.reason:
            small = reason_font(option.font)
            below = QRectF(corner.x(), corner.y(), rect.width(), height)
            painter.setFont(small)
            painter.setPen(muted)
            reason = QFontMetrics(small).elidedText(
                snippet.reason.text(), Qt.TextElideMode.ElideRight, rect.width()
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignBottom, reason)
            painter.setFont(option.font)
        if snippet.is_demonym:
            selected = text == theme.selection_text
            colour = text if selected else theme.kinds[Kind.DEMONYM].line
            for line in mention_lines(layout):
                paint_underline(painter, Kind.DEMONYM, colour, line.translated(corner))


def reason_font(font: QFont) -> QFont:
    """Return the small font in which a mention's reason is set."""
    return scaled_font(font, 0.86)


def _reason_height(font: QFont, snippet: Snippet) -> int:
    return QFontMetrics(reason_font(font)).height() + 1 if snippet.reason else 0


def lay_out_snippet(snippet: Snippet, font: QFont, width: int) -> QTextLayout:
    """Return a snippet on two lines, shortened in front so that the mention is surely seen."""
    before, text, after = _spaced(snippet)
    metrics = QFontMetrics(font)
    room = width * 0.7
    if metrics.horizontalAdvance(before) > room:
        elided = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, int(room))
        _cut, space, whole_words = elided.partition(" ")
        before = f"… {whole_words}" if space and whole_words else elided
    bold = (len(before), len(before) + len(text))
    return lay_out(before + text + after, font, width, max_lines=_SNIPPET_LINES, bold=bold)


def mention_lines(layout: QTextLayout) -> Iterator[QLineF]:
    """Yield where a snippet's mention is to be underlined, in the layout's coordinates."""
    (span,) = layout.formats()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(span.start, line.textStart())
        last = min(span.start + span.length, line.textStart() + line.textLength())
        if first < last:
            y = line.y() + line.ascent() + 2.5
            yield QLineF(_cursor_x(line, first), y, _cursor_x(line, last), y)


def _cursor_x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))  # as it is, whatever its stubs say
    return x


def _spaced(snippet: Snippet) -> tuple[str, str, str]:
    # One space where there was white space, none where the mention touches its neighbours.
    before, after = one_line(snippet.before), one_line(snippet.after)
    if before and snippet.before[-1:].isspace():
        before += " "
    if after and snippet.after[:1].isspace():
        after = " " + after
    return before, one_line(snippet.text), after


class ArticleDelegate(RowDelegate):
    """Paint another article's title, and its date at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows."""
        return QSize(0, QFontMetrics(option.font).height() + 2 * _PADDING + 3)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint title and date."""
        text, muted = self.paint_background(painter, option, theme)
        rect = QRectF(option.rect).adjusted(PANEL_MARGIN, 0, -PANEL_MARGIN, 0)
        row = index.data(ROW_ROLE)
        model = index.model()
        title = model.title_of(row) if isinstance(model, ArticleModel) else str(row[1])
        date = readable_date(row[2])
        metrics = QFontMetrics(option.font)
        painter.setPen(muted)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, date)
        rect.adjust(0, 0, -metrics.horizontalAdvance(date) - (10 if date else 0), 0)
        painter.setPen(text)
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, title)
