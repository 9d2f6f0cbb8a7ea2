"""The network on the screen: drag, zoom, hover, choose, with the mouse and by keyboard."""

import math
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reader.core.pages import Network
from reader.ui.focus import ring_by_keyboard
from reader.ui.keys import ENTER, claims
from reader.ui.kinds import kind_name
from reader.ui.network.drawing import Drawing, Marks, View
from reader.ui.theme import Theme

_ZOOM = 1.25  # a key's or a wheel's step
_NEAREST, _FARTHEST = 600.0, 8.0  # pixels a unit
_CLICK = 4.0  # pixels within which a press is no drag
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ZOOM_KEYS = {Qt.Key.Key_Plus: _ZOOM, Qt.Key.Key_Equal: _ZOOM, Qt.Key.Key_Minus: 1 / _ZOOM}
_KEYS = (*_ARROWS, *_ZOOM_KEYS, *ENTER, Qt.Key.Key_0)


class NetworkCanvas(QWidget):
    """Show a drawing; a click chooses a node or an edge, a double click opens a node's page."""

    node_chosen = Signal(int)  # its number
    edge_chosen = Signal(int)
    nothing_chosen = Signal()
    node_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = Drawing(Network((), ()), ())
        self.view = View()
        self.marks = Marks()
        self._theme: Theme | None = None
        self._sentence = ""
        self._is_fitted = True  # until the user zooms or moves
        self._pressed: QPointF | None = None
        self._dragged: int | None = None  # a node
        self._is_drag = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 140)
        ring_by_keyboard(self)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.update()

    def set_drawing(self, drawing: Drawing) -> None:
        """Show another drawing, all of it, with nothing chosen."""
        self.drawing = drawing
        self.marks = Marks()
        self._dragged = self._pressed = None
        self.fit()

    def set_sentence(self, text: str) -> None:
        """Say something where the drawing would be; "" for nothing."""
        self._sentence = text
        self.update()

    def set_marks(self, marks: Marks) -> None:
        """Have something else stand out."""
        self.marks = marks
        self._describe()
        self.update()

    def fit(self) -> None:
        """Show all of it."""
        self._is_fitted = True
        self.view = self.drawing.fitted(QSizeF(self.size()))
        self.update()

    def refit(self) -> None:
        """Show all of it again, unless the user has zoomed or moved."""
        if self._is_fitted:
            self.fit()
        self.update()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Go nearer or, below 1, farther."""
        about = about if about is not None else QPointF(self.width() / 2, self.height() / 2)
        scale = min(max(self.view.scale * factor, _FARTHEST), _NEAREST)
        self._is_fitted = False
        self.view = self.view.zoomed(scale / self.view.scale, about)
        self.update()

    def show_node(self, node: int) -> None:
        """Bring a node into view."""
        spot = self.view.point(self.drawing.places[node])
        inside = QRectF(self.rect()).adjusted(30, 30, -30, -30)
        if not inside.contains(spot):
            self._is_fitted = False
            self.view = self.view.moved(inside.center() - spot)
            self.update()

    def event(self, event: QEvent) -> bool:
        """Keep the drawing's keys from the window's shortcuts; pinch to zoom."""
        if isinstance(event, QNativeGestureEvent) and (
            event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value(), event.position())
            return True
        return claims(event, self._own_keys) or super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all of it in view."""
        super().resizeEvent(event)
        self.refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the nodes with the arrows; Enter opens one; + − 0 zoom; Escape chooses nothing."""
        key = Qt.Key(event.key())
        node = self.marks.node
        if key in _ARROWS and self.drawing.places:
            self._choose_node(self._neighbour(_ARROWS[key]))
        elif key in ENTER and node is not None:
            self.node_activated.emit(node)
        elif key in _ZOOM_KEYS:
            self.zoom(_ZOOM_KEYS[key])
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Escape and self._is_marked():
            self.nothing_chosen.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom(_ZOOM ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a node, or of the paper."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._is_drag = False
            self._dragged = self.drawing.node_at(event.position(), self.view, self.marks)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; else tell apart what the pointer is over."""
        spot = event.position()
        if self._pressed is None:
            self._hover(spot)
            return
        moved = spot - self._pressed
        if not self._is_drag and math.hypot(moved.x(), moved.y()) < _CLICK:
            return
        self._is_drag = True
        if self._dragged is not None:
            self.drawing.places[self._dragged] = self.view.place(spot)
        else:
            self._is_fitted = False
            self.view = self.view.moved(moved)
            self._pressed = spot
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        node, self._pressed, self._dragged = self._dragged, None, None
        if self._is_drag:
            return
        edge = self.drawing.edge_at(event.position(), self.view) if node is None else None
        if node is not None:
            self._choose_node(node)
        elif edge is not None:
            self.edge_chosen.emit(edge)
        else:
            self.nothing_chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a node's page."""
        node = self.drawing.node_at(event.position(), self.view, self.marks)
        if node is not None:
            self.node_activated.emit(node)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing apart any more."""
        super().leaveEvent(event)
        self._set_hovered(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing, or what there is to say."""
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.base)
        if self._sentence:
            painter.setPen(theme.muted)
            area = self.rect().adjusted(30, 0, -30, 0)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(area, flags, self._sentence)
        else:
            # While one moves about, labels stay where they are rather than jump at the edges.
            bounds = QRectF(self.rect()) if self._is_fitted else None
            self.drawing.paint(painter, self.view, theme, self.font(), self.marks, bounds=bounds)
        if self.hasFocus() and self.property("ring"):
            painter.setPen(QPen(theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _own_keys(self) -> tuple[Qt.Key, ...]:
        return (*_KEYS, Qt.Key.Key_Escape) if self._is_marked() else _KEYS

    def _is_marked(self) -> bool:
        marks = self.marks
        return marks.node is not None or marks.edge is not None or bool(marks.found)

    def _choose_node(self, node: int) -> None:
        self.show_node(node)
        self.node_chosen.emit(node)

    def _neighbour(self, direction: QPointF) -> int:
        """Return the nearest node in a direction; the heaviest where none is chosen yet."""
        node = self.marks.node
        if node is None:
            return min(self.drawing.shown)
        x, y = self.drawing.places[node]
        best, least = node, math.inf
        for other, (other_x, other_y) in enumerate(self.drawing.places):
            away = QPointF(other_x - x, other_y - y)
            ahead = QPointF.dotProduct(away, direction)
            aside = math.hypot(away.x(), away.y()) ** 2 - ahead**2
            cost = ahead**2 + 4 * aside
            if other != node and other in self.drawing.shown and ahead > 0.05 and cost < least:
                best, least = other, cost
        return best

    def _hover(self, spot: QPointF) -> None:
        node = self.drawing.node_at(spot, self.view, self.marks)
        edge = self.drawing.edge_at(spot, self.view) if node is None else None
        something = node is not None or edge is not None
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if something else Qt.CursorShape.ArrowCursor
        )
        self._set_hovered(node)

    def _set_hovered(self, node: int | None) -> None:
        if node != self.marks.hovered:
            self.marks = replace(self.marks, hovered=node)
            self.update()

    def _describe(self) -> None:
        """Say for those who don't see it what is chosen."""
        text, node = "", self.marks.node
        if node is not None:
            chosen = self.drawing.network.nodes[node]
            others = sorted(self.drawing.neighbours(node))
            names = ", ".join(self.drawing.network.nodes[other].name for other in others[:10])
            text = f"{chosen.name}, {kind_name(chosen.kind)}: {names}"
        self.setAccessibleDescription(text)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
