"""The strip along the scroll bar: where in the article annotations, mentions and matches are."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reader.ui.plain_text import plain_tooltip
from reader.ui.reading.selecting import SelectingCanvas
from reader.ui.theme import Theme
from reader.ui.timers import single_shot

WIDTH = 13
_MARK = 3  # pixels of a mark's height
_REACH = 4  # pixels above and below a mark that count for it
_AFTER_MS = 150


class Layer(Enum):
    """What is marked; each has its own place across the strip."""

    MATCHES = auto()
    MENTIONS = auto()
    ANNOTATIONS = auto()


_ACROSS = {Layer.MATCHES: (1, 11), Layer.MENTIONS: (1, 5), Layer.ANNOTATIONS: (7, 5)}


class _Marked(NamedTuple):
    offsets: Sequence[int]
    colours: QColor | Sequence[QColor]

    def colour(self, index: int) -> QColor:
        return self.colours if isinstance(self.colours, QColor) else self.colours[index]


class OverviewStrip(QWidget):
    """Stand between the page and its scroll bar, and show where marks are in the whole text.

    However many there are, it looks up one a row of pixels, and only when something has changed.
    """

    mark_clicked = Signal(object, int)
    """The `Layer` of a mark, and its offset."""
    place_clicked = Signal(int)
    """The offset about where there is no mark."""

    def __init__(self, view: SelectingCanvas) -> None:
        super().__init__(view)
        self._view = view
        self._layers: dict[Layer, _Marked] = {}
        self._theme: Theme | None = None
        self._pixmap: QPixmap | None = None
        self._rows: list[int] = []
        self._marks: dict[Layer, list[tuple[QColor, list[QRect]]]] = {}  # as they are drawn
        self.drawn = 0  # how often it was drawn anew
        self.preview: Callable[[Layer, int], str] = lambda _layer, _offset: ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The text's heights become known little by little.
        self._timer = single_shot(self, _AFTER_MS, self._forget_rows)
        view.verticalScrollBar().rangeChanged.connect(lambda *_: self._start_timer())
        view.viewport().installEventFilter(self)
        self._place()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`; those of marks come with them."""
        self._theme = theme
        self._draw_anew()

    def set_layer(
        self, layer: Layer, offsets: Sequence[int], colours: QColor | Sequence[QColor]
    ) -> None:
        """Replace a layer's marks: ascending offsets, with one colour or each its own."""
        self._layers[layer] = _Marked(offsets, colours)
        self._marks.pop(layer, None)
        self._draw_anew()
        self._retranslate()

    def mark_near(self, y: int) -> tuple[Layer, int] | None:
        """Return layer and offset of the mark that is nearest to a height; None for none near."""
        rows = self._heights()
        for row in _outwards(y, _REACH):
            if not 0 <= row < len(rows) - 1:
                continue
            for layer in reversed(Layer):
                index = self._first(layer, rows[row], rows[row + 1])
                if index is not None:
                    return layer, self._layers[layer].offsets[index]
        return None

    def row_of(self, offset: int) -> int:
        """Return the height at which an offset is marked."""
        rows = self._heights()
        return max(0, min(bisect_left(rows, offset + 1) - 1, len(rows) - 2))

    # Qt's

    def sizeHint(self) -> QSize:
        """Return its width."""
        return QSize(WIDTH, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the page."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew."""
        super().resizeEvent(event)
        self._forget_rows()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what was drawn before, or draw."""
        ratio = self.devicePixelRatio()
        if self._pixmap is None or self._pixmap.devicePixelRatio() != ratio:
            self._pixmap = self._draw(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is marked under the mouse."""
        found = self.mark_near(round(event.position().y()))
        shape = Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor
        if self.cursor().shape() is not shape:
            self.setCursor(shape)
        text = "" if found is None else self.preview(*found)
        if text:
            at = self.mapToGlobal(QPoint(-WIDTH, 0)).x()
            place = QPoint(at, round(event.globalPosition().y()))
            QToolTip.showText(place, plain_tooltip(text), self)
        else:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark, or to the place."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        y = round(event.position().y())
        found, rows = self.mark_near(y), self._heights()
        if found is not None:
            self.mark_clicked.emit(*found)
        elif len(rows) > 1:
            self.place_clicked.emit(rows[max(0, min(y, len(rows) - 1))])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep it from the page, which was not pressed."""
        event.accept()

    # Inside

    def _place(self) -> None:
        page = self._view.viewport().geometry()
        self.setGeometry(QRect(page.right() + 1, page.top(), WIDTH, page.height()))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Overview of the article"))
        counts = {layer: len(marked.offsets) for layer, marked in self._layers.items()}
        said = [
            self.tr("%n annotation(s)", "", counts.get(Layer.ANNOTATIONS, 0)),
            self.tr("%n mention(s) of the selected name", "", counts.get(Layer.MENTIONS, 0)),
        ]
        self.setAccessibleDescription(", ".join(said))

    def _start_timer(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _forget_rows(self) -> None:
        self._rows = []
        self._marks = {}
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._pixmap = None
        self.update()

    def _heights(self) -> list[int]:
        """Return the offsets at which the rows of pixels begin, and the last one's end."""
        if not self._rows:
            self._rows = self._view.offsets_by_height(self.height())
        return self._rows

    def _first(self, layer: Layer, start: int, end: int) -> int | None:
        marked = self._layers.get(layer)
        if marked is None:
            return None
        index = bisect_left(marked.offsets, start)
        return index if index < len(marked.offsets) and marked.offsets[index] < end else None

    def _draw(self, ratio: float) -> QPixmap:
        self.drawn += 1
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.base if self._theme else QColor())
        painter = QPainter(pixmap)
        painter.setPen(Qt.PenStyle.NoPen)
        for layer, marked in self._layers.items():
            if layer not in self._marks and marked.offsets:
                self._marks[layer] = _boxes(marked, self._heights(), *_ACROSS[layer])
        for layer in Layer:
            for colour, boxes in self._marks.get(layer, ()):
                painter.setBrush(colour)
                painter.drawRects(boxes)
        painter.end()
        return pixmap


def _boxes(
    marked: _Marked, rows: Sequence[int], left: int, width: int
) -> list[tuple[QColor, list[QRect]]]:
    """Return what is drawn for a layer, by colour; marks of one colour below each other are one."""
    found: dict[int, tuple[QColor, list[QRect]]] = {}
    stretches: list[tuple[QColor, int, int]] = []
    before, first, last = QColor(), 0, -2
    for y, index in _marked_rows(marked.offsets, rows):
        colour = marked.colour(index)
        if y == last + 1 and colour is before:
            stretches[-1] = (colour, first, y)
        else:
            first = y
            stretches.append((colour, y, y))
        before, last = colour, y
    for colour, first, last in stretches:
        box = QRect(left, first - _MARK // 2, width, last - first + _MARK)
        found.setdefault(colour.rgba(), (colour, []))[1].append(box)
    return list(found.values())


def _marked_rows(offsets: Sequence[int], rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the rows that have marks, each with the index of its first one.

    It goes from mark to mark: between two of them may be hundreds of rows, or none.
    """
    index, y, count = 0, 0, len(rows) - 1
    while y < count:
        index = bisect_left(offsets, rows[y], index)
        if index == len(offsets):
            return
        if offsets[index] >= rows[y + 1]:
            y = bisect_right(rows, offsets[index], y) - 1
            if y >= count:
                return
        yield y, index
        y += 1


def _outwards(y: int, reach: int) -> Iterator[int]:
    yield y
    for step in range(1, reach + 1):
        yield from (y - step, y + step)
