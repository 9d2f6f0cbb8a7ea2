"""The sign of an open question: a small raised question mark behind a name."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from reader.ui.plain_text import scaled_font

_SIZE = 0.7
_RAISED = 0.46


def paint_question(painter: QPainter, end: QPointF, ascent: float, colour: QColor) -> None:
    """Paint the sign at the end of a name, whose baseline ends at `end`; nothing makes room for it.

    `ascent` is the name's, in pixels.
    """
    painter.save()
    painter.setFont(scaled_font(painter.font(), _SIZE, bold=True))
    painter.setPen(colour)
    painter.drawText(end - QPointF(0, _RAISED * ascent), "?")
    painter.restore()
