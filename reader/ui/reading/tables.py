"""Tables: which rows belong together, and how wide their columns are.

A row is a paragraph; its cells are parted by line separators. Measures are in pixels.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import ceil
from operator import itemgetter

from PySide6.QtGui import QFontMetricsF

from reader.core.document import RowLevel
from reader.ui.reading.paragraphs import LINE_BREAK, Paragraphs
from reader.ui.reading.style import Column, Role, Typography

_SAMPLE_ROWS = 150  # of a longer table; evenly spread
_MEASURED = 5  # of a column's cells: the longest
_MEASURED_IN_ALL = 100
_MOST_COLUMNS = 200
_LONGEST_CELL = 400  # code points that count for a column's width
_WIDEST = 26.0  # em: what a column takes of its own accord, a comfortable line
_WIDEST_WORD = 14.0  # em: a longer word is broken
_GAP = 1.5  # em between two columns
_NARROW_GAP = 0.8  # before a table must be scrolled
_CROWDED = 2.2  # a table this much too wide for the column leaves it, if there is room
_MOSTLY = 0.8

# A number with its sign, currency, unit or footnote sign; or what stands for a missing one.
_NUMBER = re.compile(
    r"[\s(]*[-+−–±~<>≈]?\s*(?:[$€£¥]|[A-Z]{2,3}\$?)?\s*\d[\d.,:\s\u00a0\u202f'’]*"
    r"\s*(?:[%‰$€£¥°*)]|\[\d+\]|[a-zA-Zµ²³]{1,4})*[\s)]*"
)
_NOTHING = frozenset({"", "-", "–", "—", "…", "..", "n/d", "n. d.", "s/d", "n/a", "N/A", "ND", "."})


@dataclass(slots=True)
class Table:
    """Paragraphs from `first` to `last`; the columns' left edges, widths, and which have numbers.

    `width` is all columns', `room` what is there for it; where that is less, `shift` is how far
    the table is scrolled to the left.
    """

    first: int
    last: int
    lefts: tuple[int, ...]
    widths: tuple[int, ...]
    numeric: tuple[bool, ...]
    width: int
    room: int
    crowded: bool  # out of the column, if there is room beside it
    shift: int = 0

    @property
    def overflow(self) -> int:
        """Return how far the table can be scrolled; 0 where it fits."""
        return max(0, self.width - self.room)

    def cell_at(self, x: float) -> int:
        """Return the cell at a place in the table, or the nearest before it."""
        return max(0, bisect_right(self.lefts, x) - 1)


class Tables:
    """The tables of a document.

    Which rows belong together is found once, when the first row is asked for; a table's columns
    are measured when one of its rows is.
    """

    def __init__(self, paragraphs: Paragraphs) -> None:
        self._paragraphs = paragraphs
        self._spans: list[tuple[int, int]] | None = None
        self._tables: dict[int, Table] = {}

    def forget(self) -> None:
        """Measure columns anew; what was scrolled comes back to its begin."""
        self._tables.clear()

    @property
    def uses_room(self) -> bool:
        """Return whether a table that was measured depends on the room beside the column."""
        return any(table.crowded for table in self._tables.values())

    def table(self, number: int, typography: Typography, column: Column) -> Table:
        """Return the table of a row."""
        if self._spans is None:
            self._spans = self._paragraphs.tables()
        start, end = self._spans[bisect_right(self._spans, number, key=itemgetter(0)) - 1]
        table = self._tables.get(start)
        if table is None:
            table = self._tables[start] = self._measure(start, end, typography, column)
        return table

    def _measure(self, start: int, end: int, typography: Typography, column: Column) -> Table:
        rows = self._sample(start, end)
        count = min(_MOST_COLUMNS, max(len(cells) for _, cells in rows))
        measured = max(1, min(_MEASURED, _MEASURED_IN_ALL // count))
        body = QFontMetricsF(typography.look(Role.TABLE_ROW, RowLevel.BODY).font)
        head = QFontMetricsF(typography.look(Role.TABLE_ROW, RowLevel.HEADER).font)
        em = typography.em
        wanted: list[int] = []
        least: list[int] = []
        numeric: list[bool] = []
        for place in range(count):
            heads = [c[place] for is_head, c in rows if is_head and place < len(c)]
            cells = [c[place] for is_head, c in rows if not is_head and place < len(c)]
            sizes = [_sizes(heads, head, measured), _sizes(cells, body, measured)]
            widest_word = min(max(word for _, word in sizes), _WIDEST_WORD * em)
            least.append(ceil(max(widest_word, em)))
            widest = min(max(whole for whole, _ in sizes), _WIDEST * em)
            wanted.append(max(ceil(widest), least[-1]))
            numeric.append(_is_numeric(cells))
        gap, is_crowded = _gap(wanted, least, em, column)
        room = column.room if is_crowded else column.width
        widths = _fit(wanted, least, room - gap * (count - 1), round(_WIDEST_WORD * em))
        lefts: list[int] = []
        x = 0
        for width in widths:
            lefts.append(x)
            x += width + gap
        return Table(
            start, end, tuple(lefts), tuple(widths), tuple(numeric), x - gap, room, is_crowded
        )

    def _sample(self, start: int, end: int) -> list[tuple[bool, list[str]]]:
        """Return rows, each with whether it heads the table and its cells."""
        step = max(1, (end + 1 - start) // _SAMPLE_ROWS)
        rows: list[tuple[bool, list[str]]] = []
        for number in range(start, end + 1, step):
            cells = self._paragraphs.text(number).split(LINE_BREAK, _MOST_COLUMNS)
            rows.append((self._paragraphs.role(number)[1] == RowLevel.HEADER, cells))
        return rows


def _sizes(cells: Sequence[str], metrics: QFontMetricsF, measured: int) -> tuple[float, float]:
    """Return the widths of the widest cell and of the widest word; of the longest cells only."""
    longest = nlargest(measured, (cell[:_LONGEST_CELL] for cell in cells), key=len)
    words = (max(cell[:_LONGEST_CELL].split(), key=len, default="") for cell in cells)
    advance = metrics.horizontalAdvance
    return (
        max((advance(cell) + 1 for cell in longest), default=0.0),
        max((advance(word) + 1 for word in nlargest(measured, words, key=len)), default=0.0),
    )


def _is_numeric(cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip() not in _NOTHING]
    if not filled:
        return False
    numbers = sum(len(cell) < 40 and _NUMBER.fullmatch(cell) is not None for cell in filled)
    return numbers >= _MOSTLY * len(filled)


def _gap(wanted: Sequence[int], least: Sequence[int], em: int, column: Column) -> tuple[int, bool]:
    """Return the gap between columns, and whether the text's column is too narrow for a table."""
    gap, crowded = 0, False
    for gap in (round(_GAP * em), round(_NARROW_GAP * em)):
        gaps = gap * (len(wanted) - 1)
        inside = column.width - gaps
        crowded = sum(least) > inside or sum(wanted) > inside * _CROWDED
        if sum(least) + gaps <= (column.room if crowded else column.width):
            break
    return gap, crowded


def _fit(wanted: Sequence[int], least: Sequence[int], room: int, most: int) -> Sequence[int]:
    """Return the columns' widths in a room.

    What is lacking is taken from the widest columns, down to one width for them all, but from none
    so much that its longest word would be broken. Where that is not enough the table is scrolled,
    and `most` is what a column then takes.
    """
    if sum(wanted) <= room:
        return wanted
    if sum(least) >= room:
        return _cut(wanted, least, most)
    low, high = 0, max(wanted)
    while high - low > 1:
        middle = (low + high) // 2
        if sum(_cut(wanted, least, middle)) <= room:
            low = middle
        else:
            high = middle
    return _cut(wanted, least, low)


def _cut(wanted: Sequence[int], least: Sequence[int], most: int) -> list[int]:
    return [min(high, max(low, most)) for high, low in zip(wanted, least, strict=True)]
