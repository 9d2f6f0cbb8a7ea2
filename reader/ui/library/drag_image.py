"""What hangs on the pointer while articles are dragged: small, so that one sees where to."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

_WIDEST = 240
_ACROSS, _ALONG = 5, 10
_RADIUS = 6.0


def drag_image(words: str, widget: QWidget) -> QPixmap:
    """Return a label with words, cut off where they are long, in the colours of a widget."""
    metrics, palette = widget.fontMetrics(), widget.palette()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST)
    size = QSize(metrics.horizontalAdvance(shown) + 2 * _ALONG, metrics.height() + 2 * _ACROSS)
    ratio = widget.devicePixelRatioF()
    image = QPixmap(size * ratio)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(widget.font())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
    area = QRectF(0, 0, size.width(), size.height())
    painter.drawRoundedRect(area, _RADIUS, _RADIUS)
    painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return image
