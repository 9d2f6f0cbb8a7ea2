"""The outlines of the countries, from resources/map."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from reader import paths

Point = tuple[float, float]  # longitude, latitude, in degrees


@dataclass(frozen=True)
class Outline:
    """A country's rings; one that is too small for an outline has one point alone."""

    rings: tuple[tuple[Point, ...], ...]

    @property
    def point(self) -> Point | None:
        """Return where a country lies that has no outline; None for one that has."""
        (first, *others) = self.rings
        return first[0] if len(first) == 1 and not others else None

    @cached_property
    def path(self) -> QPainterPath:
        """Return the outline with north up: x is the longitude, y the negative latitude."""
        path = QPainterPath()
        for ring in self.rings:
            if len(ring) > 1:
                path.addPolygon(QPolygonF([QPointF(x, -y) for x, y in ring]))
                path.closeSubpath()
        return path

    @cached_property
    def bounds(self) -> QRectF:
        """Return what the country's largest part covers, as `path` has it.

        That part alone, since Russia, for one, reaches over the edge of the map.
        """
        boxes = [_box(ring) for ring in self.rings]
        return max(boxes, key=lambda box: box.width() * box.height())


def load_outlines() -> dict[str, Outline]:
    """Read the countries' outlines by their ISO 3166-1 codes."""
    outlines: dict[str, Outline] = {}
    with (paths.resources() / "map" / "countries.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            code, rings = line.rstrip("\n").split("\t")
            outlines[code] = Outline(tuple(map(_ring, rings.split(";"))))
    return outlines


def _ring(text: str) -> tuple[Point, ...]:
    points = (point.split(",") for point in text.split(" "))
    return tuple((float(x), float(y)) for x, y in points)


def _box(ring: tuple[Point, ...]) -> QRectF:
    xs, ys = zip(*ring, strict=True)
    return QRectF(QPointF(min(xs), -max(ys)), QPointF(max(xs), -min(ys)))
