"""A small map: a country filled, or a place as a point, among its neighbours; no network needed."""

from collections.abc import Mapping
from math import cos, radians

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.entities import Entity
from reader.core.identifiers import coordinates
from reader.core.mentions import Kind
from reader.ui.entity_page.outlines import Outline, Point
from reader.ui.panel.entity_facts import readable_coordinates
from reader.ui.theme import Theme

_SIZE = QSize(260, 150)
_LEAST_DEGREES = 26.0  # from top to bottom, so that there are neighbours to know the region by
_MARGIN = 1.35  # what is shown of a country's surroundings
_MOST_STRETCH = 0.35  # cos(70°): further north a degree of longitude isn't drawn narrower
_RADIUS = 8.0


class WorldMap(QWidget):
    """Show where a country or a place lies; hidden where that isn't known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlines: Mapping[str, Outline] = {}
        self._picture = QPixmap()
        self._theme: Theme | None = None
        self._name = ""
        self._kind = Kind.COUNTRY
        self.code = ""  # of the country that is filled; "" for none
        self.point: Point | None = None  # longitude and latitude
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self._picture = QPixmap()
        self.update()

    def show_entity(self, entity: Entity, outlines: Mapping[str, Outline]) -> None:
        """Show where an entity lies; nothing for one that is neither country nor place."""
        self._name, self._kind = entity.name, entity.kind
        self.code, self.point = "", None
        self._outlines, self._picture = outlines, QPixmap()
        if entity.kind in (Kind.COUNTRY, Kind.PLACE) and not entity.candidates:
            self._locate(entity)
        self.setVisible(bool(self.code) or self.point is not None)
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a small size; the map takes any."""
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a country can be told."""
        return QSize(160, _SIZE.height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the map, which is drawn once for each size: it is too slow for scrolling."""
        theme = self._theme
        if theme is None:
            return
        size = self.size() * self.devicePixelRatioF()
        if self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(self.devicePixelRatioF())
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            self._paint(painter, theme)
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint sea, land, the country and the point."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        clip = QPainterPath()
        clip.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), theme.window)
        view = self._view()
        self._paint_land(painter, view, theme)
        if self.point is not None:
            spot = view.map(QPointF(self.point[0], -self.point[1]))
            painter.setPen(QPen(theme.base, 2))
            painter.setBrush(theme.kinds[self._kind].line)
            painter.drawEllipse(spot, 5.5, 5.5)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.border)
        painter.drawPath(clip)

    def _locate(self, entity: Entity) -> None:
        degrees = coordinates(entity.identifiers.get("coordinates", ""))
        if degrees is not None:
            self.point = (degrees[1], degrees[0])
        code = entity.identifiers.get("iso3166", "")
        outline = self._outlines.get(code)
        if entity.kind is Kind.COUNTRY and outline is not None:
            self.code = code
            self.point = outline.point or self.point

    def _paint_land(self, painter: QPainter, view: QTransform, theme: Theme) -> None:
        painter.save()
        painter.setTransform(view, combine=True)
        shown = view.inverted()[0].mapRect(QRectF(self.rect()))
        for code, outline in self._outlines.items():
            for path in _seen(outline.path, shown):
                colours = theme.kinds[Kind.COUNTRY]
                own = code == self.code
                pen = QPen(colours.line if own else theme.border, 1.4 if own else 0.8)
                pen.setCosmetic(True)
                painter.setPen(pen)
                painter.setBrush(colours.strong if own else theme.raised)
                painter.drawPath(path)
        painter.restore()

    def _view(self) -> QTransform:
        """Return what brings degrees, north negative, to pixels, with the entity in the middle."""
        box = QRectF()
        if self.point is not None:
            box = QRectF(self.point[0], -self.point[1], 0, 0)
        elif self.code:
            box = self._outlines[self.code].bounds
        centre = box.center()
        narrow = max(cos(radians(centre.y())), _MOST_STRETCH)
        shape = self.width() / max(self.height(), 1)
        tall = max(box.height(), box.width() * narrow / shape) * _MARGIN
        scale = self.height() / max(tall, _LEAST_DEGREES)
        view = QTransform()
        view.translate(self.width() / 2, self.height() / 2)
        view.scale(scale * narrow, scale)
        view.translate(-centre.x(), -centre.y())
        return view

    def _describe(self) -> None:
        where = ""
        if self.point is not None:
            where = readable_coordinates(f"{self.point[1]},{self.point[0]}")
        name = self.tr("Map: {0}").format(self._name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(where)
        self.setToolTip(where)


def _seen(path: QPainterPath, shown: QRectF) -> list[QPainterPath]:
    """Return a path wherever it is seen: the map goes on over its edges at 180°."""
    box = path.boundingRect()
    moves = (move for move in (0, -360, 360) if box.translated(move, 0).intersects(shown))
    return [path.translated(move, 0) for move in moves]
