"""A kind's sample: its tint and the form of its underline, as they look in the text."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.mentions import Kind
from reader.ui.theme import Theme

SAMPLE_SIZE = QSize(20, 14)
THIN = 0.5
"""How thick the underline is of what the user hasn't confirmed, beside what they have."""


def paint_kind_sample(painter: QPainter, rect: QRectF, kind: Kind, theme: Theme) -> None:
    """Paint the tint of `kind` into `rect` and its underline along the lower edge."""
    colours = theme.kinds[kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.tint)
    painter.drawRoundedRect(rect, 3, 3)
    y = rect.bottom() - 2.5
    paint_underline(painter, kind, colours.line, QLineF(rect.left() + 2, y, rect.right() - 2, y))
    painter.restore()


def sample_rect(row: QRect, font: QFont) -> QRectF:
    """Return where a sample stands in a row: at its left, in the middle of its first line."""
    rect = QRectF(row.left(), 0, SAMPLE_SIZE.width(), SAMPLE_SIZE.height())
    rect.moveTop(row.top() + (QFontMetrics(font).height() - SAMPLE_SIZE.height()) / 2)
    return rect


def kind_icon(kind: Kind, theme: Theme) -> QIcon:
    """Return the sample of a kind as an icon, sharp on the finest screen."""
    ratio = max([screen.devicePixelRatio() for screen in QGuiApplication.screens()], default=1.0)
    pixmap = QPixmap(SAMPLE_SIZE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_kind_sample(painter, QRectF(QPointF(), QSizeF(SAMPLE_SIZE)), kind, theme)
    painter.end()
    return QIcon(pixmap)


def paint_underline(
    painter: QPainter, kind: Kind, colour: QColor, line: QLineF, *, weight: float = 1.0
) -> None:
    """Draw along `line` the underline whose form tells a kind without its colour.

    `weight` is how thick it is: 1 for what is confirmed, `THIN` for what isn't.
    """
    pen = QPen(colour, 2.0 * weight)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind is Kind.COUNTRY:
        pen.setWidthF(1.3 * weight)
        painter.setPen(pen)
        painter.drawLine(line.translated(0, -1.4))
        line = line.translated(0, 1.4)
    elif kind is Kind.PLACE:
        pen.setDashPattern([5.2 / pen.widthF(), 3.2 / pen.widthF()])
    elif kind is Kind.ORGANIZATION:
        pen.setWidthF(2.4 * (1 + weight) / 2)  # finer dots would not be seen
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 4.4 / pen.widthF()])
    elif kind is Kind.DEMONYM:
        pen.setWidthF(1.0)
        pen.setDashPattern([1.0, 2.0])
    painter.setPen(pen)
    if kind is not Kind.DEMONYM:
        painter.drawLine(line)
        return
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # dots this fine would smear
    painter.drawLine(line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)


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
