"""Paint the rows of the panel's lists alike."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.plain_text import scaled_font
from reader.ui.theme import Theme

PANEL_MARGIN = 12
"""Pixels between the panel's edges and its text."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft

AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paint one row of plain text on the theme's background; children say what is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the row; nothing before a theme is set."""
        if self._theme is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(option.font)
            self.paint_row(painter, option, index, self._theme)
            painter.restore()

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint the row in the colours of `theme`."""
        raise NotImplementedError

    def paint_background(
        self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme
    ) -> tuple[QColor, QColor]:
        """Paint the row's state; return the colours of its text and of its muted text on that."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rect = QRectF(option.rect).adjusted(5.5, 0.5, -5.5, -0.5)
        if selected or hovered or focused:
            painter.setPen(QPen(theme.accent, 1) if focused else Qt.PenStyle.NoPen)
            fill = theme.selection if selected else theme.hover if hovered else theme.window
            painter.setBrush(fill)
            painter.drawRoundedRect(rect, 6, 6)
        if selected:
            return theme.selection_text, theme.selection_text
        return theme.text, theme.muted


def paint_bar(
    painter: QPainter, bar: QRectF, colour: QColor, *, text: QColor, theme: Theme
) -> None:
    """Paint an annotation's bar in its colour, on a ground where words are written in `text`.

    On a selection's ground, which may be of the same colour, it has an outline.
    """
    selected = text == theme.selection_text
    painter.setPen(QPen(text, 1) if selected else Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    edge = 0.5 if selected else 0.0
    painter.drawRoundedRect(bar.adjusted(-edge, -edge, edge, edge), 2 + edge, 2 + edge)


class TwoLineDelegate(RowDelegate):
    """Paint rows of two lines, the second smaller and paler; `spare` and `gap` are in pixels."""

    spare = 0  # of a row's height, besides its lines
    gap = 0  # between the lines

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows."""
        small = QFontMetrics(scaled_font(option.font, 0.9))
        return QSize(0, QFontMetrics(option.font).height() + small.height() + self.spare)

    def paint_lines(
        self,
        painter: QPainter,
        rect: QRect,
        font: QFont,
        lines: tuple[str, str],
        colours: tuple[QColor, QColor],
    ) -> None:
        """Paint both lines from the top of `rect`, each cut to its width."""
        top = 0
        for text, colour, used in zip(lines, colours, (font, scaled_font(font, 0.9)), strict=True):
            metrics = QFontMetrics(used)
            height = metrics.height() if top == 0 else rect.height() - top
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            painter.setFont(used)
            painter.setPen(colour)
            painter.drawText(rect.adjusted(0, top, 0, top + height - rect.height()), _LEFT, shown)
            top += metrics.height() + self.gap
