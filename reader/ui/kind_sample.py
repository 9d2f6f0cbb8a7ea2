"""A kind's sample: its tint and the form of its underline, as they look in the text."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.mentions import Kind
from reader.ui.theme import Theme

SAMPLE_SIZE = QSize(20, 14)


def paint_kind_sample(painter: QPainter, rect: QRectF, kind: Kind, theme: Theme) -> None:
    """Paint the tint of `kind` into `rect` and its underline along the lower edge."""
    colours = theme.kinds[kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.tint)
    painter.drawRoundedRect(rect, 3, 3)
    _paint_underline(painter, rect, kind, colours.line)
    painter.restore()


def _paint_underline(painter: QPainter, rect: QRectF, kind: Kind, colour: QColor) -> None:
    left, right, y = rect.left() + 1, rect.right() - 1, rect.bottom() - 1.5
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind is Kind.PLACE:
        pen.setDashPattern([3.0, 2.0])
    elif kind is Kind.ORGANIZATION:
        pen.setWidthF(2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
        left += 1
    elif kind is Kind.COUNTRY:
        pen.setWidthF(1.2)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y - 2.6), QPointF(right, y - 2.6))
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))


class KindSample(QWidget):
    """Show one kind's sample; the text beside it names the kind, so this stays silent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Kind.PERSON
        self._theme: Theme | None = None
        self.setFixedSize(SAMPLE_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Show the sample of `kind`."""
        self._kind = kind
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sample."""
        if self._theme is not None:
            painter = QPainter(self)
            paint_kind_sample(painter, QRectF(self.rect()), self._kind, self._theme)
            painter.end()
