"""One paragraph laid out: its lines, and where a span of its text lies on them.

Offsets are UTF-16 units into the paragraph's text, coordinates pixels from its top left corner.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple, cast

from PySide6.QtGui import QTextLayout, QTextLine

from reader.core.offsets import Utf16Map
from reader.ui.reading.breaking import (
    RIGHT_TO_LEFT,
    Composed,
    Line,
    break_lines,
    text_option,
)
from reader.ui.reading.style import Look

_CELL = attrgetter("cell")
_TOUCHING = 1.0  # pixels between two glyphs of one run, from kerning


class Strip(NamedTuple):
    """The part of a line that a span covers."""

    line: Line
    left: float
    right: float


class LaidParagraph:
    """A paragraph's layout, free of any QTextDocument, whose blocks never give theirs back."""

    __slots__ = ("_ends", "_mixed", "composed", "height", "layout", "lines", "utf16")

    def __init__(self, composed: Composed, *, keep: bool = True) -> None:
        """Lay a text out; `keep` its glyphs if it is to be drawn, not only measured."""
        text = composed.text
        self.composed = composed
        self.layout = QTextLayout(text, composed.look.font)
        self.layout.setTextOption(text_option(composed))
        self.layout.setCacheEnabled(keep)
        if composed.formats:
            self.layout.setFormats(composed.formats)
        self.lines, self.height = break_lines(self.layout, composed)
        self.utf16 = Utf16Map(text)
        self._mixed = not text.isascii() and RIGHT_TO_LEFT.search(text) is not None
        # Where lines' texts begin and end, asked for often while marks are painted.
        self._ends: dict[int, tuple[float, float]] = {}

    @property
    def look(self) -> Look:
        """Return how it is set."""
        return self.composed.look

    @property
    def shift(self) -> int:
        """Return how far its text is scrolled to the left: a row's that is wider than the page."""
        return 0 if self.composed.table is None else self.composed.table.shift

    @property
    def shown(self) -> int:
        """Return where the text ends that is seen."""
        unseen = self.composed.unseen
        return self.lines[-1].end if unseen is None else unseen

    def line_index(self, offset: int) -> int:
        """Return the number of the line that holds `offset`; the last one for the text's end."""
        return max(0, bisect_right(self.lines, offset, key=attrgetter("start")) - 1)

    def line_index_at(self, x: float, y: float) -> int:
        """Return the number of the line at a point, or the nearest above it in its cell."""
        first, last = 0, len(self.lines)
        unseen, table = self.composed.unseen, self.composed.table
        if unseen is not None:
            last = max(1, bisect_right(self.lines, unseen, key=attrgetter("start")))
        elif table is not None:
            # What a row has more than its table stands in the last column.
            column = table.cell_at(x)
            beyond = column == len(table.lefts) - 1
            first = bisect_left(self.lines, column, key=_CELL)
            last = last if beyond else bisect_right(self.lines, column, key=_CELL)
            if first >= last:  # a row that has fewer
                first = bisect_left(self.lines, self.lines[-1].cell, key=_CELL)
                last = len(self.lines)
        return max(first, bisect_right(self.lines, y, first, last, key=attrgetter("top")) - 1)

    def text_line(self, index: int) -> QTextLine:
        """Return Qt's own line."""
        return self.layout.lineAt(index)

    def strips(self, start: int, end: int) -> Iterator[Strip]:
        """Yield what a span covers, line by line, without the space that a line break swallows."""
        if self.composed.unseen is not None:
            end = min(end, self.composed.unseen)
        if start >= end or not self.lines:
            return
        strips = self._unclipped(start, end)
        table = self.composed.table
        if table is None or not table.overflow:
            yield from strips
            return
        for strip in strips:
            left = max(0.0, strip.left - table.shift)
            right = min(float(table.room), strip.right - table.shift)
            if right > left:
                yield Strip(strip.line, left, right)

    def reach(self, start: int, end: int) -> tuple[float, float]:
        """Return the left and right end of a span, scrolled or not; (0, 0) for nothing."""
        strips = list(self._unclipped(start, end)) if start < end else []
        if not strips:
            return 0.0, 0.0
        return min(strip.left for strip in strips), max(strip.right for strip in strips)

    def _unclipped(self, start: int, end: int) -> Iterator[Strip]:
        for index in range(self.line_index(start), self.line_index(end - 1) + 1):
            line = self.lines[index]
            first, last = max(start, line.start), min(end, line.end)
            if self._mixed:
                for left, right in _visual_runs(self.layout.lineAt(index), first, last):
                    yield Strip(line, left, right)
                continue
            left, right = self._line_ends(index)
            if first > line.start or last < line.end:
                text_line = self.layout.lineAt(index)
                if first > line.start:
                    left = _edge(text_line, first)
                if last < line.end:
                    right = min(_edge(text_line, last), right)
            if right > left:
                yield Strip(line, left, right)

    def _line_ends(self, index: int) -> tuple[float, float]:
        ends = self._ends.get(index)
        if ends is None:
            natural = self.layout.lineAt(index).naturalTextRect()
            ends = self._ends[index] = natural.left(), natural.right()
        return ends

    def offset_at(self, x: float, y: float, *, on_character: bool) -> int | None:
        """Return the offset at a point, clamped to the text's nearest.

        `on_character` gives the character under the point instead, and None beside the text.
        """
        if not self.lines:
            return None if on_character else 0
        x += self.shift
        index = self.line_index_at(x, y)
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
