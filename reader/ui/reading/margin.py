"""Annotations in the margin: a bar beside their lines, and a sign where there is a comment.

Offsets are code points into the document, coordinates pixels from the paragraph's top left corner;
the margin is to the left of it.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from reader.core.annotations import Annotation
from reader.ui.reading.laid import LaidParagraph
from reader.ui.theme import Theme

_GAP = 8  # between the text and the first lane
_LANE = 5
_BAR = 3
_LANES = (3, 6)  # what the narrowest margin has room for, and the most; beyond, all in the last
_SIGN = QRectF(0, 0, 11, 9)
_SIGN_GAP = 4
_SIGN_STEP = 12  # of several signs that begin on one line
_REACH = 3.5  # pixels around a bar that count for it


class Bar(NamedTuple):
    """An annotation's bar in one paragraph, and its sign; a null one for none."""

    annotation: Annotation
    box: QRectF
    sign: QRectF


def margin_bars(
    laid: LaidParagraph,
    annotations: Sequence[Annotation],
    start: int,
    end: int,
    *,
    room: float,
) -> list[Bar]:
    """Return the bars of a paragraph's annotations, which come outermost first.

    Those that share a line stand side by side, the longest next to the text. `room` is the width of
    the margin.
    """
    wanted = int((room - _GAP - _SIGN.width() - _SIGN_GAP) / _LANE)
    lanes = max(_LANES[0], min(_LANES[1], wanted))
    taken: list[list[tuple[float, float]]] = [[] for _ in range(lanes)]
    boxes = []
    for annotation in annotations:
        top, bottom = _extent(laid, annotation, start, end)
        lane = next((i for i in range(lanes) if _is_free(taken[i], top, bottom)), lanes - 1)
        taken[lane].append((top, bottom))
        x = -_GAP - _LANE * lane - _BAR
        boxes.append((annotation, QRectF(x, top, _BAR, bottom - top)))
    bars, used = list[Bar](), dict[float, int]()
    for annotation, box in boxes:
        sign = QRectF()
        if annotation.comment and annotation.start >= start:
            beside = [other for _, other in boxes if other.top() <= box.top() < other.bottom()]
            left = min(other.left() for other in beside) - _SIGN_GAP - _SIGN.width()
            left -= used.get(box.top(), 0) * _SIGN_STEP
            used[box.top()] = used.get(box.top(), 0) + 1
            line = laid.lines[laid.line_index(laid.utf16.to_utf16(annotation.start - start))]
            y = box.top() + (line.height - _SIGN.height()) / 2
            sign = _SIGN.translated(max(1.0 - room, left), y)
        bars.append(Bar(annotation, box, sign))
    return bars


def paint_margin(
    painter: QPainter, bars: Sequence[Bar], theme: Theme, *, current: str | None
) -> None:
    """Paint the bars, and the signs above them; `current` is the id of the current annotation."""
    for bar in bars:
        mark = theme.annotations[bar.annotation.colour].mark
        grown = 1 if bar.annotation.id == current else 0
        painter.fillRect(bar.box.adjusted(-grown, 0, grown, 0), mark)
    for bar in bars:
        if not bar.sign.isNull():
            painter.setPen(QPen(theme.base, 1.5))
            painter.setBrush(theme.annotations[bar.annotation.colour].mark)
            painter.drawPath(_bubble().translated(bar.sign.topLeft()))


def bars_at(bars: Sequence[Bar], point: QPointF) -> list[Annotation]:
    """Return the annotations whose signs or bars are at a point, the innermost first."""
    signs = [bar.annotation for bar in bars if bar.sign.contains(point)]
    near = [bar for bar in bars if bar.box.adjusted(-_REACH, 0, _REACH, 0).contains(point)]
    nearest = min((abs(bar.box.center().x() - point.x()) for bar in near), default=0.0)
    there = [b.annotation for b in near if abs(b.box.center().x() - point.x()) == nearest]
    return (signs or there)[::-1]


def _extent(laid: LaidParagraph, annotation: Annotation, start: int, end: int) -> tuple[int, int]:
    """Return from where to where an annotation's lines reach; to the edges where it goes on."""
    local = laid.utf16.to_utf16
    first = laid.line_index(local(max(start, annotation.start) - start))
    last = laid.line_index(max(0, local(min(end, annotation.end) - start) - 1))
    lines = laid.lines[first : max(first, last) + 1]
    top = min(line.top for line in lines) if annotation.start >= start else 0
    bottom = max(line.top + line.height for line in lines)
    return top, bottom if annotation.end <= end else laid.height


def _is_free(taken: Sequence[tuple[float, float]], top: float, bottom: float) -> bool:
    return all(bottom <= other_top or top >= other_bottom for other_top, other_bottom in taken)


@cache
def _bubble() -> QPainterPath:
    """Return a speech bubble at 0, 0."""
    path = QPainterPath()
    path.addRoundedRect(_SIGN.adjusted(0, 0, 0, -1), 2.5, 2.5)
    tail = QPainterPath()
    left, bottom = _SIGN.left() + 2.5, _SIGN.bottom() - 1.5
    tail.addPolygon(
        QPolygonF([QPointF(left, bottom), QPointF(left + 4, bottom), QPointF(left, bottom + 3)])
    )
    return path.united(tail)
