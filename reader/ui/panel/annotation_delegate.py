"""Paint the rows of the annotation list."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from reader.core.annotations import Annotation
from reader.ui.panel.annotation_model import ROW_ROLE
from reader.ui.panel.row_delegate import PANEL_MARGIN, AnyIndex, RowDelegate
from reader.ui.plain_text import lay_out, layout_height, one_line, paint_layout
from reader.ui.theme import Theme

QUOTE_LINES = 3
COMMENT_LINES = 6
BAR_WIDTH = 4
TEXT_LEFT = PANEL_MARGIN + BAR_WIDTH + 9
PADDING = 10
INNER_MARGIN = 5


class AnnotationDelegate(RowDelegate):
    """Paint colour bar, quote and comment; the current row is left to its editor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, str, int, str], int] = {}
        self.width = 300
        self.current_id: str | None = None
        self.current_height = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of one row at the view's width, or that of the editor."""
        annotation: Annotation = index.data(ROW_ROLE)
        if annotation.id == self.current_id:
            return QSize(0, self.current_height)
        key = (annotation.quote, annotation.comment, self.width, option.font.key())
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) > 4000:  # many widths were tried: begin again
                self._heights.clear()
            height = self._heights[key] = self._height(annotation, option.font)
        return QSize(0, height)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint one annotation."""
        annotation: Annotation = index.data(ROW_ROLE)
        if annotation.id == self.current_id:
            return
        text, muted = self.paint_background(painter, option, theme)
        rect = option.rect
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.annotations[annotation.colour].mark)
        bar = QRectF(PANEL_MARGIN, rect.top() + PADDING, BAR_WIDTH, rect.height() - 2 * PADDING)
        painter.drawRoundedRect(bar, 2, 2)
        width = rect.width() - TEXT_LEFT - PANEL_MARGIN
        y = rect.top() + PADDING
        quote = lay_out(one_line(annotation.quote), option.font, width, max_lines=QUOTE_LINES)
        paint_layout(painter, quote, TEXT_LEFT, y, text)
        if annotation.comment:
            y += layout_height(quote) + INNER_MARGIN
            comment = self._comment_layout(annotation, option.font, width)
            paint_layout(painter, comment, TEXT_LEFT, y, muted)

    def comment_top(self, annotation: Annotation, font: QFont) -> int:
        """Return how many pixels below its row's top an annotation's comment begins."""
        width = self.width - TEXT_LEFT - PANEL_MARGIN
        quote = lay_out(one_line(annotation.quote), font, width, max_lines=QUOTE_LINES)
        return PADDING + layout_height(quote) + INNER_MARGIN // 2

    def _height(self, annotation: Annotation, font: QFont) -> int:
        width = self.width - TEXT_LEFT - PANEL_MARGIN
        quote = one_line(annotation.quote)
        if QFontMetrics(font).horizontalAdvance(quote[:400]) < width - 2:
            height = QFontMetrics(font).height()  # one line, as most: spare the layout
        else:
            height = layout_height(lay_out(quote, font, width, max_lines=QUOTE_LINES))
        if annotation.comment:
            comment = self._comment_layout(annotation, font, width)
            height += layout_height(comment) + INNER_MARGIN
        return height + 2 * PADDING

    def _comment_layout(self, annotation: Annotation, font: QFont, width: int) -> QTextLayout:
        lines = [line for line in annotation.comment.splitlines() if line.strip()]
        return lay_out("\u2028".join(lines), font, width, max_lines=COMMENT_LINES)
