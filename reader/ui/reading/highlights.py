"""Annotations as they look in the text: the highlighter's fill, its edges and its handles.

Offsets are code points into the document, coordinates pixels from the paragraph's top left corner.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.core.annotations import Annotation
from reader.ui.reading.laid import LaidParagraph, Strip
from reader.ui.theme import Theme

HANDLE = 4.5
"""The radius of the knobs at an annotation's ends."""
_INSET = 3  # pixels by which one on top of another is lower
_DEEPEST = 3
_EDGE = 1.5
_SERIF = 4.0
_FAINT = 0.6
_RULE = 1.5


class Highlight(NamedTuple):
    """An annotation's part in one paragraph; `depth` counts those beneath it."""

    annotation: Annotation
    strips: list[Strip]
    depth: int
    begins: bool
    ends: bool

    @property
    def inset(self) -> int:
        """Return by how much its fill is lower than the line, above and below."""
        return min(self.depth, _DEEPEST) * _INSET


def highlights(
    laid: LaidParagraph, annotations: Sequence[Annotation], start: int, end: int
) -> list[Highlight]:
    """Return what annotations cover of the paragraph `start` to `end`, the outermost first."""
    local, found = laid.utf16.to_utf16, list[Highlight]()
    for annotation in annotations:
        beneath = (
            other.depth
            for other in found
            if other.annotation.start < annotation.end and other.annotation.end > annotation.start
        )
        first, last = max(start, annotation.start), min(end, annotation.end)
        strips = list(laid.strips(local(first - start), local(last - start)))
        depth = 1 + max(beneath, default=-1)
        begins, ends = annotation.start >= start, annotation.end <= end
        found.append(Highlight(annotation, strips, depth, begins, ends))
    return found


def paint_highlights(painter: QPainter, shown: Sequence[Highlight], theme: Theme) -> None:
    """Fill the lines' full height, the innermost last.

    One on top of another is lower, and framed: so both are seen, in the same colour too. Each fill
    is opaque, so that the text keeps its contrast.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for highlight in shown:
        colours = theme.annotations[highlight.annotation.colour]
        for strip in highlight.strips:
            painter.fillRect(_band(strip, highlight.inset), colours.fill)
        if highlight.depth:
            _paint_frame(painter, highlight, colours.mark)
    for highlight in shown:
        _paint_edges(painter, highlight, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def paint_current(painter: QPainter, highlight: Highlight, theme: Theme) -> None:
    """Rule an annotation's lines above and below, and set a knob at each end to drag it by."""
    mark = theme.annotations[highlight.annotation.colour].mark
    for strip in highlight.strips:
        band = _slot(strip)
        painter.fillRect(QRectF(band.left(), band.top(), band.width(), _RULE), mark)
        painter.fillRect(QRectF(band.left(), band.bottom() - _RULE, band.width(), _RULE), mark)
    painter.setPen(QPen(theme.base, 1.5))
    painter.setBrush(mark)
    for knob in knobs(highlight):
        if knob is not None:
            painter.drawEllipse(knob, HANDLE, HANDLE)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def knobs(highlight: Highlight) -> tuple[QPointF | None, QPointF | None]:
    """Return where an annotation's knobs stand: above its begin, below its end; None elsewhere."""
    if not highlight.strips:
        return None, None
    first, last = _slot(highlight.strips[0]), _slot(highlight.strips[-1])
    return (
        first.topLeft() if highlight.begins else None,
        last.bottomRight() if highlight.ends else None,
    )


def _slot(strip: Strip) -> QRectF:
    return QRectF(strip.left, strip.line.top, strip.right - strip.left, strip.line.height)


def _band(strip: Strip, inset: int) -> QRectF:
    line = strip.line
    width = strip.right - strip.left
    return QRectF(strip.left, line.top + inset, width, line.height - 2 * inset)


def _paint_frame(painter: QPainter, highlight: Highlight, mark: QColor) -> None:
    faint = QColor(mark)
    faint.setAlphaF(_FAINT)
    for strip in highlight.strips:
        band = _band(strip, highlight.inset)
        painter.fillRect(QRectF(band.left(), band.top(), band.width(), 1), faint)
        painter.fillRect(QRectF(band.left(), band.bottom() - 1, band.width(), 1), faint)


def _paint_edges(painter: QPainter, highlight: Highlight, theme: Theme) -> None:
    """Draw a bracket where an annotation begins and where it ends."""
    if not highlight.strips:
        return
    mark = theme.annotations[highlight.annotation.colour].mark
    for strip, is_there, side in (
        (highlight.strips[0], highlight.begins, 1),
        (highlight.strips[-1], highlight.ends, -1),
    ):
        if not is_there:
            continue
        band = _band(strip, highlight.inset)
        x = band.left() if side > 0 else band.right() - _EDGE
        painter.fillRect(QRectF(x, band.top(), _EDGE, band.height()), mark)
        left = band.left() if side > 0 else band.right() - _SERIF
        for y in (band.top(), band.bottom() - _EDGE):
            painter.fillRect(QRectF(left, y, _SERIF, _EDGE), mark)
