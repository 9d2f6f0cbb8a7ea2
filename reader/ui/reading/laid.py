"""One paragraph laid out: its lines, and where a span of its text lies on them.

Offsets are UTF-16 units into the paragraph's text, coordinates pixels from its top left corner.
"""

import math
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from reader.core.offsets import Utf16Map
from reader.ui.reading.style import Look

# Hebrew, Arabic and their neighbours, the marks that make text run from right to left.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_TOUCHING = 1.0  # pixels between two glyphs of one run, from kerning


@dataclass(frozen=True, slots=True)
class Line:
    """A line's half-open span, its slot with the leading, and its baseline."""

    start: int
    end: int
    top: int
    height: int
    baseline: int


class Strip(NamedTuple):
    """The part of a line that a span covers."""

    line: Line
    left: float
    right: float


def text_option(text: str) -> QTextOption:
    """Return how a paragraph is set: broken between words, inside of one too long for a line.

    Its direction is that of its first letter; one from right to left stands at the right, which
    Qt's layout of a free paragraph doesn't do by itself.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if _begins_right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    else:
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    return option


def _begins_right_to_left(text: str) -> bool:
    if text.isascii() or _RIGHT_TO_LEFT.search(text) is None:
        return False
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def break_lines(layout: QTextLayout, look: Look, column_width: int) -> tuple[list[Line], int]:
    """Lay `layout` out in a column; return its lines and the whole paragraph's height.

    Every slot begins on a whole pixel, so that scrolled text is never blurred or torn. A line with
    taller characters, such as an emoji's, gets a higher slot.
    """
    width = max(1, column_width - look.indent - look.outdent)
    lines: list[Line] = []
    top = look.above
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        height = max(look.line_height, math.ceil(line.height()))
        spare = height - max(look.ascent, line.ascent()) - max(look.descent, line.descent())
        baseline = round(top + spare / 2 + max(look.ascent, line.ascent()))
        line.setPosition(QPointF(look.indent, baseline - line.ascent()))
        start = line.textStart()
        lines.append(Line(start, start + line.textLength(), top, height, baseline))
        top += height
    layout.endLayout()
    return lines, top + look.below


class LaidParagraph:
    """A paragraph's layout, free of any QTextDocument, whose blocks never give theirs back."""

    __slots__ = ("_mixed", "height", "layout", "lines", "look", "utf16")

    def __init__(self, text: str, look: Look, column_width: int, *, keep: bool = True) -> None:
        """Lay `text` out; `keep` its glyphs if it is to be drawn, not only measured."""
        self.look = look
        self.layout = QTextLayout(text, look.font)
        self.layout.setTextOption(text_option(text))
        self.layout.setCacheEnabled(keep)
        self.lines, self.height = break_lines(self.layout, look, column_width)
        self.utf16 = Utf16Map(text)
        self._mixed = not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None

    def line_index(self, offset: int) -> int:
        """Return the number of the line that holds `offset`; the last one for the text's end."""
        return max(0, bisect_right(self.lines, offset, key=attrgetter("start")) - 1)

    def line_index_at(self, y: float) -> int:
        """Return the number of the line at `y`, clamped to the first and the last."""
        return max(0, bisect_right(self.lines, y, key=attrgetter("top")) - 1)

    def text_line(self, index: int) -> QTextLine:
        """Return Qt's own line."""
        return self.layout.lineAt(index)

    def strips(self, start: int, end: int) -> Iterator[Strip]:
        """Yield what a span covers, line by line, without the space that a line break swallows."""
        if start >= end or not self.lines:
            return
        for index in range(self.line_index(start), self.line_index(end - 1) + 1):
            line = self.lines[index]
            first, last = max(start, line.start), min(end, line.end)
            text_line = self.layout.lineAt(index)
            if self._mixed:
                for left, right in _visual_runs(text_line, first, last):
                    yield Strip(line, left, right)
                continue
            left = _edge(text_line, first)
            right = min(_edge(text_line, last), self.look.indent + text_line.naturalTextWidth())
            if right > left:
                yield Strip(line, left, right)

    def offset_at(self, x: float, y: float, *, on_character: bool) -> int | None:
        """Return the offset at a point, clamped to the text's nearest.

        `on_character` gives the character under the point instead, and None beside the text.
        """
        if not self.lines:
            return None if on_character else 0
        index = self.line_index_at(y)
        line = self.text_line(index)
        if not on_character:
            return line.xToCursor(x)
        slot = self.lines[index]
        inside = slot.top <= y < slot.top + slot.height
        natural = line.naturalTextRect()
        if not inside or not natural.left() <= x <= natural.right():
            return None
        found = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        if not self._mixed:
            return found
        # Where text runs both ways, Qt gives a neighbour of the character that is meant.
        candidates = (found, found - 1, found + 1, *range(slot.start, slot.end))
        inside = (i for i in candidates if slot.start <= i < slot.end)
        return next((i for i in inside if _covers(line, i, x)), found)


def _edge(line: QTextLine, offset: int) -> float:
    # PySide returns the position together with the offset that it was clamped to; its stubs don't
    # know that.
    position, _ = cast("tuple[float, int]", line.cursorToX(offset))
    return position


def _covers(line: QTextLine, offset: int, x: float) -> bool:
    return any(left <= x < right for left, right in _visual_runs(line, offset, offset + 1))


def _visual_runs(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Return what a span covers on a line whose text runs both ways, in one or several pieces.

    Taken from the glyphs: a position between two directions has two places, of which Qt's
    `cursorToX` knows one.
    """
    boxes: list[tuple[float, float]] = []
    for run in line.glyphRuns(start, end - start):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for at, advance in zip(run.positions(), advances, strict=True):
            boxes.append((at.x(), at.x() + advance.x()))
    runs: list[tuple[float, float]] = []
    for left, right in sorted(boxes):
        if runs and left <= runs[-1][1] + _TOUCHING:
            runs[-1] = (runs[-1][0], max(runs[-1][1], right))
        elif right > left:
            runs.append((left, right))
    return runs
