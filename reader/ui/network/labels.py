"""Where labels go, so that none lies on another or on a node."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

_CELL = 48.0  # of the grid in which neighbours are looked for, about a label's size
_GAP = 3.0


def place_labels(
    order: Iterable[int],
    spots: Sequence[tuple[QPointF, float]],
    sizes: Mapping[int, QSizeF],
    *,
    near: Sequence[int] | None = None,
    bounds: QRectF | None = None,
) -> dict[int, QRectF]:
    """Return the places of as many labels as there is room for, those that come first surely.

    `spots` are each node's middle and radius. A label stands to the right of its node, else to the
    left, below or above, and inside `bounds` where they are given. It lies on none of the nodes
    `near`, all of them where that isn't given.
    """
    grid = _Grid()
    for node in range(len(spots)) if near is None else near:
        grid.add(_around(*spots[node]))
    placed: dict[int, QRectF] = {}
    for node in order:
        middle, radius = spots[node]
        for rect in _choices(middle, radius + _GAP, sizes[node]):
            is_inside = bounds is None or bounds.contains(rect)
            if is_inside and grid.is_free(rect):
                grid.add(rect)
                placed[node] = rect
                break
    return placed


def _choices(middle: QPointF, away: float, size: QSizeF) -> Iterable[QRectF]:
    width, height = size.width(), size.height()
    x, y = middle.x(), middle.y()
    yield QRectF(x + away, y - height / 2, width, height)
    yield QRectF(x - away - width, y - height / 2, width, height)
    yield QRectF(x - width / 2, y + away, width, height)
    yield QRectF(x - width / 2, y - away - height, width, height)


def _around(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)


class _Grid:
    """Rectangles by the cells that they touch."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[QRectF]] = {}

    def add(self, rect: QRectF) -> None:
        for cell in _cells(rect):
            self._cells.setdefault(cell, []).append(rect)

    def is_free(self, rect: QRectF) -> bool:
        return not any(
            other.intersects(rect) for cell in _cells(rect) for other in self._cells.get(cell, ())
        )


def _cells(rect: QRectF) -> list[tuple[int, int]]:
    return [
        (column, row)
        for column in range(int(rect.left() // _CELL), int(rect.right() // _CELL) + 1)
        for row in range(int(rect.top() // _CELL), int(rect.bottom() // _CELL) + 1)
    ]
