"""Paint the list of all annotations; everything in it is plain text."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem, QWidget

from reader.core.annotation_list import ListedAnnotation
from reader.core.placing import How
from reader.ui.annotations.all_rows import ROW_ROLE, HeadRow
from reader.ui.annotations.known import Known
from reader.ui.annotations.row_parts import RowParts, chips_of
from reader.ui.page_column import COLUMN, column, row_option
from reader.ui.panel.row_delegate import AnyIndex, RowDelegate, paint_bar
from reader.ui.plain_text import one_line, scaled_font
from reader.ui.theme import Theme

_PADDING, _BAR, _TEXT = 8, 4, 15
_QUOTE_LINES, _COMMENT_LINES = 3, 4


class AllAnnotationsDelegate(RowDelegate):
    """Paint articles as headings, and annotations with their colour's bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[object, ...], int] = {}
        self.known = Known()
        self.is_grouped = True

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of a row at the view's width."""
        row = index.data(ROW_ROLE)
        line = QFontMetrics(option.font).height()
        if isinstance(row, HeadRow):
            return QSize(0, line + 26)
        width = column(_viewport_rect(option), option.widget).width()
        annotation = row.annotation
        chips = tuple(chips_of(annotation, self._known_with(row)))
        key = (annotation.quote, annotation.comment, chips, width, option.font.key())
        if key not in self._heights:
            if len(self._heights) > 20_000:  # many widths were tried: begin again
                self._heights.clear()
            self._heights[key] = self._parts(row, option.font, width).height
        extra = 0 if self.is_grouped and not _is_lost(row) else line
        return QSize(0, self._heights[key] + 2 * _PADDING + extra)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a row in its column."""
        row = index.data(ROW_ROLE)
        area = column(option.rect, option.widget)
        if isinstance(row, HeadRow):
            _paint_head(painter, area, row, option.font, theme)
            return
        text, muted = self.paint_background(painter, row_option(option), theme)
        bar = QRectF(area.left(), area.top() + _PADDING, _BAR, area.height() - 2 * _PADDING)
        colours = theme.annotations[row.annotation.colour]
        paint_bar(painter, bar, colours.mark, text=text, theme=theme)
        top = area.top() + _PADDING
        words = self._line_above(row)
        if words:
            small = scaled_font(option.font, 0.88)
            painter.setFont(small)
            painter.setPen(theme.danger if _is_lost(row) and text == theme.text else muted)
            place = QRect(area.left() + _TEXT, top, area.width() - _TEXT, 0)
            place.setHeight(QFontMetrics(option.font).height())
            shown = QFontMetrics(small).elidedText(
                words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += place.height()
        parts = self._parts(row, option.font, area.width())
        parts.paint(painter, area.left() + _TEXT, top, theme, text, muted)

    def _line_above(self, row: ListedAnnotation) -> str:
        """Return what stands above a quote: that it has no place, and its article if none does."""
        said: list[str] = []
        if row.how is How.REVIEW:
            said.append(self.tr("To review: the text has changed"))
        elif row.how is How.ORPHAN:
            said.append(self.tr("Without a place in today's text"))
        if not self.is_grouped:
            head = HeadRow("", row.title, row.outlet, row.date)
            said += [part for part in (one_line(head.title), head.origin) if part]
        return " · ".join(said)

    def _parts(self, row: ListedAnnotation, font: QFont, width: int) -> RowParts:
        return RowParts(
            row.annotation,
            font,
            width - _TEXT,
            self._known_with(row),
            quote_lines=_QUOTE_LINES,
            comment_lines=_COMMENT_LINES,
        )

    def _known_with(self, row: ListedAnnotation) -> Known:
        return Known(self.known.colours, (), row.entities)


def _is_lost(row: ListedAnnotation) -> bool:
    return row.how in (How.REVIEW, How.ORPHAN)


def _viewport_rect(option: QStyleOptionViewItem) -> QRect:
    view = option.widget
    width = view.viewport().width() if isinstance(view, QAbstractScrollArea) else COLUMN
    return QRect(0, 0, width, 10)


def _paint_head(painter: QPainter, area: QRect, row: HeadRow, font: QFont, theme: Theme) -> None:
    bold, small = scaled_font(font, 1.0, bold=True), scaled_font(font, 0.88)
    bottom = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
    area = area.adjusted(0, 0, 0, -5)
    origin = QFontMetrics(small).elidedText(
        row.origin, Qt.TextElideMode.ElideRight, area.width() * 2 // 5
    )
    room = area.width() - QFontMetrics(small).horizontalAdvance(origin) - 12
    painter.setFont(bold)
    painter.setPen(theme.text)
    title = QFontMetrics(bold).elidedText(one_line(row.title), Qt.TextElideMode.ElideRight, room)
    painter.drawText(area, bottom, title)
    area.setLeft(area.left() + QFontMetrics(bold).horizontalAdvance(title) + 12)
    painter.setFont(small)
    painter.setPen(theme.muted)
    painter.drawText(area, bottom, origin)
