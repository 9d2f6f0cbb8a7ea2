"""Paint what a search has found, told apart from names and annotations by its square frame."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout

from reader.ui.reading.laid import LaidParagraph, Strip
from reader.ui.theme import Theme

_TINT = 0.16  # the fill's opacity, which leaves the colours beneath it
_FRAME = 0.75


def paint_matches(painter: QPainter, strips: Iterable[Strip], theme: Theme) -> None:
    """Frame matches, beneath their text."""
    boxes = [_box(strip) for strip in strips]
    if not boxes:
        return
    tint, frame = QColor(theme.accent), QColor(theme.accent)
    tint.setAlphaF(_TINT)
    frame.setAlphaF(_FRAME)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(frame, 1))
    painter.setBrush(tint)
    painter.drawRects(boxes)
    painter.restore()


def paint_current_match(
    painter: QPainter,
    laid: LaidParagraph,
    strips: Sequence[Strip],
    span: tuple[int, int],
    theme: Theme,
) -> None:
    """Paint the match at which a search stands, over its text; `span` in UTF-16 units."""
    path = QPainterPath()
    for strip in strips:
        path.addRect(_box(strip))
    painter.save()
    painter.fillPath(path, theme.accent)
    painter.setClipPath(path)
    inverted = QTextLayout.FormatRange()
    inverted.start, inverted.length = span[0], span[1] - span[0]
    inverted.format = QTextCharFormat()
    inverted.format.setForeground(theme.accent_text)
    laid.layout.draw(painter, QPointF(-laid.shift, 0), [inverted], QRectF())
    painter.restore()


def paint_veil(painter: QPainter, box: QRectF, theme: Theme, opacity: float) -> None:
    """Let a paragraph step back behind the one that is read."""
    veil = QColor(theme.base)
    veil.setAlphaF(opacity)
    painter.fillRect(box, veil)


def _box(strip: Strip) -> QRectF:
    line = strip.line
    box = QRectF(strip.left, line.top, strip.right - strip.left, line.height)
    return box.adjusted(-0.5, 1, 0.5, -1)
