"""Paint what was found, the matches in bold; all of it is plain text."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem, QWidget

from reader.core.offsets import Utf16Map
from reader.core.search import Hit, HitKind, Snippet
from reader.ui.icons import IconCache
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample
from reader.ui.page_column import COLUMN, column, row_option
from reader.ui.panel.row_delegate import AnyIndex, RowDelegate
from reader.ui.panel.rows_model import ROW_ROLE
from reader.ui.plain_text import bold_formats, break_lines, layout_height, scaled_font
from reader.ui.search.search_rows import (
    GroupRow,
    MoreRow,
    detail,
    group_count,
    group_name,
    with_dots,
    words_of,
)
from reader.ui.theme import Theme

_PADDING, _SIGN = 7, 26
_ICONS = {HitKind.ARTICLE: "article", HitKind.NOTE: "note", HitKind.ANNOTATION: "comment"}
_LINES = 2
_NARROW = 360
"""Pixels under which a title has the line for itself."""


class HitDelegate(RowDelegate):
    """Paint headings, hits and what asks for more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = IconCache()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of a row at the view's width."""
        row = index.data(ROW_ROLE)
        line = QFontMetrics(option.font).height()
        if isinstance(row, GroupRow):
            return QSize(0, line + 26)
        if isinstance(row, MoreRow):
            return QSize(0, line + 2 * _PADDING)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractScrollArea) else COLUMN
        area = column(QRect(0, 0, width, 10), view)
        return QSize(0, line + _snippet_height(row, option.font, area.width()) + 2 * _PADDING + 2)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a row in its column."""
        row = index.data(ROW_ROLE)
        area = column(option.rect, option.widget)
        if isinstance(row, GroupRow):
            _paint_heading(painter, area, row, option.font, theme)
            return
        text, muted = self.paint_background(painter, row_option(option), theme)
        if isinstance(row, MoreRow):
            painter.setPen(theme.accent if text == theme.text else text)
            area.setLeft(area.left() + _SIGN)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words_of(row))
            return
        self._paint_hit(painter, area.adjusted(0, _PADDING, 0, -_PADDING), row, theme, text, muted)

    def _paint_hit(
        self,
        painter: QPainter,
        area: QRect,
        hit: Hit,
        theme: Theme,
        text: QColor,
        muted: QColor,
    ) -> None:
        font = painter.font()
        line = QFontMetrics(font).height()
        if hit.entity_kind is not None and hit.kind is HitKind.ENTITY:
            sample = QRectF(area.left(), area.top(), SAMPLE_SIZE.width(), SAMPLE_SIZE.height())
            sample.moveTop(area.top() + (line - sample.height()) / 2)
            paint_kind_sample(painter, sample, hit.entity_kind, theme)
        else:
            icon = self._icons.pixmap(_ICONS.get(hit.kind, "note"), muted, 16)
            painter.drawPixmap(area.left() + 1, area.top() + (line - 16) // 2, icon)
        area.setLeft(area.left() + _SIGN)
        small = scaled_font(font, 0.9)
        said = detail(hit)
        room = area.width()
        if said and room >= _NARROW:
            metrics = QFontMetrics(small)
            said = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room * 2 // 5)
            painter.setFont(small)
            painter.setPen(muted)
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRect(area.left(), area.top(), room, line), right, said)
            room -= metrics.horizontalAdvance(said) + 14
        title = lay_out_matches(hit.title, font, room, max_lines=1)
        painter.setPen(text)
        title.draw(painter, QPointF(area.left(), area.top()))
        if hit.snippet.text:
            below = lay_out_matches(
                with_dots(hit.snippet), small, area.width(), max_lines=_lines_of(hit)
            )
            painter.setPen(muted)
            below.draw(painter, QPointF(area.left(), area.top() + line + 2), _bolder(below, text))


def lay_out_matches(snippet: Snippet, font: QFont, width: float, *, max_lines: int) -> QTextLayout:
    """Return a snippet in lines of `width` pixels, its matches in bold, elided where it is cut."""
    text = snippet.text
    layout = _broken(text, snippet.matches, font, width)
    while layout.lineCount() > max_lines:
        end = layout.lineAt(max_lines).textStart()
        text = text[: max(0, min(Utf16Map(text).to_code_points(end), len(text)) - 2)].rstrip("… ")
        if not text:
            break
        layout = _broken(f"{text}…", snippet.matches, font, width)
    return layout


def _broken(
    text: str, matches: Sequence[tuple[int, int]], font: QFont, width: float
) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setFormats(bold_formats(text, matches))
    break_lines(layout, max(width, 20.0))
    return layout


def _bolder(layout: QTextLayout, colour: QColor) -> list[QTextLayout.FormatRange]:
    """Return the formats of the matches, in the colour of the text instead of the muted one."""
    ranges: list[QTextLayout.FormatRange] = []
    for span in layout.formats():
        copy = QTextLayout.FormatRange()
        copy.start, copy.length = span.start, span.length
        copy.format = QTextCharFormat(span.format)
        copy.format.setForeground(colour)
        ranges.append(copy)
    return ranges


def _lines_of(hit: Hit) -> int:
    return 1 if hit.kind is HitKind.ENTITY else _LINES


def _snippet_height(hit: Hit, font: QFont, width: int) -> int:
    if not hit.snippet.text:
        return 0
    small = scaled_font(font, 0.9)
    shown = with_dots(hit.snippet)
    layout = lay_out_matches(shown, small, width - _SIGN, max_lines=_lines_of(hit))
    return layout_height(layout) + 2


def _paint_heading(
    painter: QPainter, area: QRect, row: GroupRow, font: QFont, theme: Theme
) -> None:
    bold = scaled_font(font, 0.95, bold=True)
    painter.setFont(bold)
    painter.setPen(theme.muted)
    bottom = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
    area = area.adjusted(0, 0, 0, -5)
    name = group_name(row.kind)
    painter.drawText(area, bottom, name)
    area.setLeft(area.left() + QFontMetrics(bold).horizontalAdvance(name) + 8)
    painter.setFont(scaled_font(font, 0.95))
    painter.drawText(area, bottom, group_count(row))
