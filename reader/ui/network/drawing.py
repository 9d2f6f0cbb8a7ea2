"""Draw a network: on the screen and into pictures alike."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reader.core.mentions import Kind
from reader.core.pages import Network, NetworkEdge
from reader.ui.network.arranging import Place
from reader.ui.network.choosing import CROWD, linked_at_least
from reader.ui.network.labels import place_labels
from reader.ui.plain_text import one_line, scaled_font
from reader.ui.theme import Theme

_SMALLEST, _LARGEST = 6.0, 17.0  # radius of a node, pixels
_FAST = 1.4
_LEAST_SHARE = 0.6  # of a node's size, in the greatest crowd
_IN_THE_WAY = 60  # nodes, the heaviest, that no label lies on
_NEAR = 46.0  # pixels a unit from which on nodes have their full size
_THINNEST, _THICKEST = 0.9, 4.0  # of an edge
_STRONG = 4  # the weight whose edge has that width where none weighs more
_FADED = 0.16
_MOST_LETTERS = 30  # of a label


@dataclass(frozen=True, slots=True)
class View:
    """How places, in units, become pixels."""

    scale: float = 60.0
    x: float = 0.0
    y: float = 0.0

    def point(self, place: Place) -> QPointF:
        """Return where a place is on the screen."""
        return QPointF(place[0] * self.scale + self.x, place[1] * self.scale + self.y)

    def place(self, point: QPointF) -> Place:
        """Return the place of a point of the screen."""
        return (point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale

    def zoomed(self, factor: float, about: QPointF) -> "View":
        """Return the view that is nearer by `factor`, what is at `about` staying there."""
        return View(
            self.scale * factor,
            about.x() - (about.x() - self.x) * factor,
            about.y() - (about.y() - self.y) * factor,
        )

    def moved(self, by: QPointF) -> "View":
        """Return the view with everything moved by so many pixels."""
        return View(self.scale, self.x + by.x(), self.y + by.y())


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands out: one node or edge that is chosen, or the nodes that were searched for."""

    node: int | None = None
    edge: int | None = None
    hovered: int | None = None
    found: frozenset[int] = field(default_factory=frozenset)


class Drawing:
    """A network with its places; `shown` are the nodes that are drawn, whatever is marked."""

    def __init__(self, network: Network, places: Sequence[Place]) -> None:
        self.network = network
        self.places = list(places)
        self._least = 1
        self.shown = linked_at_least(network, 1)
        self._heaviest = max((node.weight for node in network.nodes), default=1)
        self._strongest = max((edge.weight for edge in network.edges), default=1)
        self._labels: tuple[tuple[object, ...], dict[int, QRectF]] = ((), {})

    @property
    def least(self) -> int:
        """Return the weight from which on an edge is shown."""
        return self._least

    @least.setter
    def least(self, weight: int) -> None:
        self._least = weight
        self.shown = linked_at_least(self.network, weight)

    @property
    def edges(self) -> list[tuple[int, NetworkEdge]]:
        """Return the edges that are shown, the weakest first, each with its number."""
        shown = enumerate(self.network.edges)
        return [(n, edge) for n, edge in shown if edge.weight >= self.least][::-1]

    def neighbours(self, node: int) -> set[int]:
        """Return the nodes that a shown edge connects with `node`."""
        return {
            edge.second if edge.first == node else edge.first
            for _, edge in self.edges
            if node in (edge.first, edge.second)
        }

    def radius(self, node: int, view: View) -> float:
        """Return a node's radius: the area grows with the weight, and from afar all shrink."""
        share = math.sqrt(self.network.nodes[node].weight / self._heaviest)
        nearness = min(max(view.scale / _NEAR, 0.65), 1.0)
        crowd = max(len(self.shown) / CROWD, 1.0)
        room = max(crowd**-0.4, _LEAST_SHARE) if nearness < 1.0 else 1.0
        return (_SMALLEST + (_LARGEST - _SMALLEST) * share) * nearness * room

    def fitted(self, size: QSizeF, *, margin: float = 46.0, most: float = 150.0) -> View:
        """Return the view that shows all of it, no more than `most` pixels a unit."""
        if not self.places:
            return View()
        xs, ys = zip(*self.extent(), strict=True)
        wide, high = max(max(xs) - min(xs), 0.01), max(max(ys) - min(ys), 0.01)
        across = max(size.width() - 3.4 * margin, 40)  # labels stand beside the nodes
        down = max(size.height() - 2 * margin, 40)
        scale = min(across / wide, down / high, most)
        return View(
            scale,
            size.width() / 2 - (max(xs) + min(xs)) / 2 * scale - margin / 4,
            size.height() / 2 - (max(ys) + min(ys)) / 2 * scale,
        )

    def extent(self) -> list[Place]:
        """Return the places of the nodes that are drawn."""
        return [place for node, place in enumerate(self.places) if node in self.shown]

    def node_at(self, point: QPointF, view: View, marks: Marks | None = None) -> int | None:
        """Return the node at a point of the screen; None where there is none."""
        for node in self._drawn(marks or Marks()):
            away = view.point(self.places[node]) - point
            if math.hypot(away.x(), away.y()) <= self.radius(node, view) + 3:
                return node
        return None

    def edge_at(self, point: QPointF, view: View) -> int | None:
        """Return the strongest edge at a point of the screen; None where there is none."""
        for number, edge in reversed(self.edges):
            one, other = (view.point(self.places[n]) for n in (edge.first, edge.second))
            if _distance(point, one, other) <= 5:
                return number
        return None

    # ---- painting

    def paint(
        self,
        painter: QPainter,
        view: View,
        theme: Theme,
        font: QFont,
        marks: Marks,
        *,
        bounds: QRectF | None = None,
    ) -> None:
        """Paint edges, nodes and labels; what isn't marked is pale while something is.

        No label goes beyond `bounds`, where they are given.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bright = self._bright(marks)
        self._paint_edges(painter, view, theme, marks, bright)
        for node in reversed(self._drawn(marks)):
            painter.setOpacity(1.0 if bright is None or node in bright else _FADED)
            self._paint_node(painter, view, theme, node, chosen=node == marks.node)
        painter.setOpacity(1.0)
        small = scaled_font(font, 0.92)
        labels = self.labels(view, small, marks, bounds)
        painter.setFont(small)
        for node, rect in labels.items():
            self._paint_label(painter, rect, theme, node, found=node in marks.found)

    def labels(
        self, view: View, font: QFont, marks: Marks, bounds: QRectF | None = None
    ) -> dict[int, QRectF]:
        """Return where labels are; those of what is marked come first, then the heaviest nodes."""
        bright = self._bright(marks)
        if bounds is not None:
            bounds = bounds.translated(-view.x, -view.y)
        drawn = order = self._drawn(marks)
        if bright is not None:
            order = [node for node in order if node in bright]
        firsts = [node for node in (marks.hovered, marks.node) if node is not None]
        order = list(dict.fromkeys([*firsts, *sorted(marks.found), *order]))
        within = bounds.getRect() if bounds is not None else None
        key = (view.scale, tuple(self.places), tuple(drawn), tuple(order), font.key(), within)
        if self._labels[0] != key:
            origin = View(view.scale)  # they move with the view, and needn't be found anew
            metrics = QFontMetricsF(font)
            sizes = {
                node: QSizeF(metrics.horizontalAdvance(self.label(node)) + 4, metrics.height())
                for node in order
            }
            spots = [
                (origin.point(place), self.radius(node, view))
                for node, place in enumerate(self.places)
            ]
            near = drawn[:_IN_THE_WAY]
            self._labels = (key, place_labels(order, spots, sizes, near=near, bounds=bounds))
        return {node: rect.translated(view.x, view.y) for node, rect in self._labels[1].items()}

    def label(self, node: int) -> str:
        """Return a node's name, shortened where it is very long."""
        name = one_line(self.network.nodes[node].name)
        return name if len(name) <= _MOST_LETTERS else f"{name[: _MOST_LETTERS - 1].rstrip()}…"

    def _drawn(self, marks: Marks) -> list[int]:
        """Return the nodes that are drawn, the heaviest first; what is marked is one of them."""
        marked = {node for node in (marks.node, marks.hovered) if node is not None}
        if marks.edge is not None:
            edge = self.network.edges[marks.edge]
            marked |= {edge.first, edge.second}
        return sorted(self.shown | marked | marks.found)

    def _bright(self, marks: Marks) -> set[int] | None:
        """Return the nodes that aren't pale; None for all."""
        if marks.node is not None:
            return {marks.node, *self.neighbours(marks.node)} | marks.found
        if marks.edge is not None:
            edge = self.network.edges[marks.edge]
            return {edge.first, edge.second}
        return set(marks.found) or None

    def _paint_edges(
        self,
        painter: QPainter,
        view: View,
        theme: Theme,
        marks: Marks,
        bright: Collection[int] | None,
    ) -> None:
        points = [view.point(place) for place in self.places]
        for number, edge in self.edges:
            own = number == marks.edge or marks.node in (edge.first, edge.second)
            share = math.log1p(edge.weight) / math.log1p(max(self._strongest, _STRONG))
            colour = QColor(theme.accent if own else theme.muted)
            faintest = 0.6 if theme.contrast else 0.12  # there, seen as a line as any other is
            colour.setAlphaF(0.85 if own else faintest + 0.4 * share)
            if bright is not None and not own:
                colour.setAlphaF(0.07)
            width = _THINNEST + (_THICKEST - _THINNEST) * share**2
            # Qt draws a line of one pixel several times as fast as one that is a little wider.
            painter.setPen(QPen(colour, width if width > _FAST else 1.0))
            painter.drawLine(points[edge.first], points[edge.second])

    def _paint_node(
        self, painter: QPainter, view: View, theme: Theme, node: int, *, chosen: bool
    ) -> None:
        kind = self.network.nodes[node].kind
        colours, radius = theme.kinds[kind], self.radius(node, view)
        middle = view.point(self.places[node])
        painter.setPen(QPen(theme.base, 2.5))  # parts it from what it covers
        painter.setBrush(theme.base)
        painter.drawEllipse(middle, radius + 1, radius + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.strong if chosen else colours.tint)
        painter.drawEllipse(middle, radius, radius)
        paint_ring(painter, middle, radius, kind, colours.line)
        if chosen:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawEllipse(middle, radius + 4, radius + 4)

    def _paint_label(
        self, painter: QPainter, rect: QRectF, theme: Theme, node: int, *, found: bool
    ) -> None:
        ground = QColor(theme.selection if found else theme.base)
        ground.setAlphaF(1.0 if found else 0.72)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(theme.selection_text if found else theme.text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.label(node))


def paint_ring(
    painter: QPainter, middle: QPointF, radius: float, kind: Kind, colour: QColor
) -> None:
    """Paint a node's edge in the form of the kind's underline: solid, double, dashed or dotted."""
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind is Kind.COUNTRY:
        pen.setWidthF(1.2)
        painter.setPen(pen)
        painter.drawEllipse(middle, max(radius - 3.2, 1.0), max(radius - 3.2, 1.0))
    elif kind is Kind.PLACE:
        pen.setDashPattern([3.0, 1.8])
    elif kind is Kind.ORGANIZATION:
        pen.setWidthF(2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 1.9])
    painter.setPen(pen)
    painter.drawEllipse(middle, radius, radius)


def _distance(point: QPointF, one: QPointF, other: QPointF) -> float:
    along = other - one
    length = along.x() ** 2 + along.y() ** 2
    away = point - one
    share = QPointF.dotProduct(away, along) / length if length else 0.0
    nearest = one + along * min(max(share, 0.0), 1.0)
    return math.hypot(point.x() - nearest.x(), point.y() - nearest.y())
