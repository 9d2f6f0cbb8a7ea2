"""Paint the rows of the annotation list."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from reader.core.annotations import Annotation
from reader.ui.annotations.known import Known
from reader.ui.annotations.row_parts import GAP as INNER_MARGIN
from reader.ui.annotations.row_parts import QUOTE_LINES, RowParts, chips_of
from reader.ui.panel.annotation_model import ROW_ROLE
from reader.ui.panel.row_delegate import PANEL_MARGIN, AnyIndex, RowDelegate, paint_bar
from reader.ui.theme import Theme

__all__ = ["INNER_MARGIN", "QUOTE_LINES", "AnnotationDelegate"]

BAR_WIDTH = 4
TEXT_LEFT = PANEL_MARGIN + BAR_WIDTH + 9
PADDING = 10


class AnnotationDelegate(RowDelegate):
    """Paint colour bar, quote, comment, tags and names; the current row is left to its editor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[object, ...], int] = {}
        self.known = Known()
        self.width = 300
        self.current_id: str | None = None
        self.current_height = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of one row at the view's width, or that of the editor."""
        annotation: Annotation = index.data(ROW_ROLE)
        if annotation.id == self.current_id:
            return QSize(0, self.current_height)
        chips = tuple(chips_of(annotation, self.known))
        key = (annotation.quote, annotation.comment, chips, self.width, option.font.key())
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
        bar = QRectF(PANEL_MARGIN, rect.top() + PADDING, BAR_WIDTH, rect.height() - 2 * PADDING)
        paint_bar(painter, bar, theme.annotations[annotation.colour].mark, text=text, theme=theme)
        parts = self._parts(annotation, option.font)
        parts.paint(painter, TEXT_LEFT, rect.top() + PADDING, theme, text, muted)

    def comment_top(self, annotation: Annotation, font: QFont) -> int:
        """Return how many pixels below its row's top an annotation's comment begins."""
        return PADDING + self._parts(annotation, font).comment_top - INNER_MARGIN // 2

    def _height(self, annotation: Annotation, font: QFont) -> int:
        return self._parts(annotation, font).height + 2 * PADDING

    def _parts(self, annotation: Annotation, font: QFont) -> RowParts:
        width = self.width - TEXT_LEFT - PANEL_MARGIN
        return RowParts(annotation, font, width, self.known)
