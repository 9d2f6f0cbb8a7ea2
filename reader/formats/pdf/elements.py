"""What lies on a page of a PDF.

Coordinates are points from the page's upper left corner, y downwards, turned so that its text runs
from left to right.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reader.core.document import Resource

Handle = Any
"""A pointer that PDFium gave; its types are made when it is loaded."""

ASCENT, DESCENT = 0.75, 0.22
"""How far letters reach above and below their base line, in font sizes; fonts' own claims vary."""

BULLETS = "•●○◦▪■□‣⁃▶►➤✓✔·\uf0b7\uf0a7\uf0d8\uf0fc"
MARKER = re.compile(rf"(?:[{BULLETS}–-]|\(?(?:\d{{1,3}}|[a-z])[.)]|\*{{1,3}})")
"""A list item's bullet, number or letter, or a note's mark."""


class Look(NamedTuple):
    """How characters look, and where a click on them leads."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    link: str = ""


class Piece(NamedTuple):
    """Characters of one look."""

    text: str
    look: Look


@dataclass(slots=True)
class Strip:
    """Text on one base line without a gap wider than a word's; in `Line`, a whole line of text."""

    x0: float
    x1: float
    base: float
    size: float
    pieces: list[Piece]
    top: float = 0.0
    bottom: float = 0.0
    text: str = ""

    def __post_init__(self) -> None:
        self.top = self.base - ASCENT * self.size
        self.bottom = self.base + DESCENT * self.size
        self.text = "".join(piece.text for piece in self.pieces)

    @property
    def is_bold(self) -> bool:
        """Return whether all of it is bold."""
        return all(piece.look.bold for piece in self.pieces if piece.text.strip())

    @property
    def is_italic(self) -> bool:
        """Return whether all of it is italic."""
        return all(piece.look.italic for piece in self.pieces if piece.text.strip())


@dataclass(slots=True)
class Figure:
    """A picture on a page."""

    x0: float
    x1: float
    top: float
    bottom: float
    resource: Resource | None


Item = Strip | Figure


class Box(NamedTuple):
    """A rectangle that is drawn, or the hull of a line that is."""

    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """Return how wide it is, in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Return how high it is, in points."""
        return self.bottom - self.top

    def holds(self, item: "Item | Box") -> bool:
        """Return whether the middle of something lies inside."""
        x, y = (item.x0 + item.x1) / 2, (item.top + item.bottom) / 2
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


@dataclass(slots=True)
class Page:
    """What was found on a page."""

    number: int
    width: float
    height: float
    strips: list[Strip] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    is_picture: bool = False  # as a scanned page is
    glyphs: int = 0
    unknown: int = 0  # glyphs that no letter is known of
