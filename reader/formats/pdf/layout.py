"""Where text lies on a page -> columns and tables in reading order.

The page is cut into bands, from edge to edge, wherever nothing lies between. Bands that follow one
another and leave the same upright strip free are columns; each is then cut up in the same way.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from reader.formats.pdf.elements import MARKER, Figure, Item, Strip

_GUTTERS = ((24, 0.6), (6, 0.8), (0, 1.3))
"""Widths of gutters in sizes of the body text, by the lines beside them at least."""

_GUTTER = 0.6
_MANY_LINES = 6
_FINE = 4  # bits of a mask for each point
_HEADLINE = 1.3  # sizes of the body text
_WORD_GAP = 0.75  # of a headline, in its size
_BLANK = 0.9  # height of a gap that parts sections, in sizes of the body text
_DEEPEST = 12
_LEAST_ROWS = 3
_PROSE_LINE, _PROSE_FILL = 22, 0.75  # characters, and the share of the width, of a usual line
_NUMBER = re.compile(r"[-+−±]?[\d.,:/\s]*\d[\d.,:/\s]*(?:%|€|\$|[A-Za-z]{1,3})?|[–—-]")


@dataclass(slots=True)
class Leaf:
    """What is read from top to bottom, between a left and a right margin.

    Of a table, `rows` holds the strips of each cell; else it is empty. An aside interrupts the text
    around it.
    """

    items: list[Item]
    left: float
    right: float
    rows: list[list[list[Strip]]]
    is_aside: bool = False


class _Band(NamedTuple):
    items: list[Item]
    top: float
    bottom: float
    mask: int  # bits are set across the page where something lies


class _Group(NamedTuple):
    """Bands from `first` to before `end`, parted by `gutters`; spans across the page, in points."""

    first: int
    end: int
    gutters: list[tuple[float, float]]


Turn = Callable[[], None]


def arrange(items: Sequence[Item], body: float, *, check: Turn) -> list[Leaf]:
    """Return what lies on a page in reading order; `body` is the size of the body text.

    `check` is called now and then, and raises where this takes too long.
    """
    if not items:
        return []
    margins = min(item.x0 for item in items), max(item.x1 for item in items)
    return _arrange(list(items), margins, body, 0, check)


def _arrange(
    items: list[Item], margins: tuple[float, float], body: float, depth: int, check: Turn
) -> list[Leaf]:
    check()
    bands = _bands(items, body)
    leaves: list[Leaf] = []
    rest: list[Item] = []

    def end_rest() -> None:
        if rest:
            leaves.append(Leaf(list(rest), *margins, []))
            rest.clear()

    for group in _groups(bands, body):
        inside = [item for band in bands[group.first : group.end] for item in band.items]
        if not group.gutters or depth >= _DEEPEST:
            split = _around(inside, body) if depth < _DEEPEST else None
            if split is None:
                rest += inside
                continue
            end_rest()
            beside, across = split
            leaves += _arrange(beside, margins, body, depth + 1, check)
            leaves.append(_aside(across))
            continue
        end_rest()
        columns = _columns(inside, group.gutters)
        table = _table(columns)
        if table:
            leaves.append(Leaf(inside, *margins, table))
            continue
        for column in columns:
            edges = min(item.x0 for item in column), max(item.x1 for item in column)
            leaves += _arrange(column, edges, body, depth + 1, check)
    end_rest()
    return leaves


def _aside(items: list[Item]) -> Leaf:
    edges = min(item.x0 for item in items), max(item.x1 for item in items)
    return Leaf(items, *edges, [], is_aside=True)


# ---- bands and the gutters that they share


def _bands(items: list[Item], body: float) -> list[_Band]:
    """Return what lies beside one another, from the top."""
    groups: list[list[Item]] = []
    bottom = 0.0
    for item in sorted(items, key=lambda item: item.top):
        if not groups or item.top >= bottom:
            groups.append([])
            bottom = item.bottom
        groups[-1].append(item)
        bottom = max(bottom, item.bottom)
    return [
        _Band(
            group,
            group[0].top,
            max(item.bottom for item in group),
            _mask(group, body),
        )
        for group in groups
    ]


def _mask(items: list[Item], body: float) -> int:
    mask = reduce(or_, (_bits(item.x0, item.x1) for item in items))
    large = [item for item in items if isinstance(item, Strip) and item.size > _HEADLINE * body]
    large.sort(key=lambda strip: (round(strip.base), strip.x0))
    for left, right in pairwise(large):
        # Words of a headline may be far apart without being columns.
        is_line = abs(left.base - right.base) < 0.2 * left.size
        if is_line and 0 < right.x0 - left.x1 <= _WORD_GAP * min(left.size, right.size):
            mask |= _bits(left.x1, right.x0)
    return mask


def _bits(x0: float, x1: float) -> int:
    start = max(0, int(x0 * _FINE))
    width = max(1, int(x1 * _FINE) - start)
    return ((1 << width) - 1) << start


def _free(mask: int, least: float) -> list[tuple[float, float]]:
    """Return the spans of at least that width that are free, with something on either side."""
    bits = f"{mask:b}"[::-1]
    start = len(bits) - len(bits.lstrip("0"))
    pattern = f"0{{{max(2, int(least * _FINE))},}}"
    found = re.finditer(pattern, bits[start:])
    return [((each.start() + start) / _FINE, (each.end() + start) / _FINE) for each in found]


def _groups(bands: list[_Band], body: float) -> list[_Group]:
    groups: list[_Group] = []
    index = 0
    while index < len(bands):
        group = _grown(bands, index, body)
        groups.append(group)
        index = group.end
    return groups


def _grown(bands: list[_Band], first: int, body: float) -> _Group:
    """Return the longest run of bands from the first on that shares gutters."""
    mask = bands[first].mask
    gutters = _free(mask, _GUTTER * body)
    end = first + 1
    if not gutters:
        return _Group(first, end, [])
    while end < len(bands):
        shared = _free(mask | bands[end].mask, _GUTTER * body)
        gap = bands[end].top - bands[end - 1].bottom
        if not shared or (len(shared) < len(gutters) and gap > _BLANK * body):
            break
        if _is_headline(bands[end], body) and gap > 0.5 * body:
            break
        mask |= bands[end].mask
        gutters = shared
        end += 1
    items = [item for band in bands[first:end] for item in band.items]
    kept = _real_gutters(items, gutters, body)
    if kept:
        return _Group(first, end, kept)
    return _Group(first, first + 1, [])


def _is_headline(band: _Band, body: float) -> bool:
    return all(isinstance(i, Strip) and i.size > _HEADLINE * body for i in band.items)


def _real_gutters(
    items: list[Item], gutters: list[tuple[float, float]], body: float
) -> list[tuple[float, float]]:
    """Return the gutters with lines enough on both sides, which aren't a list's markers alone."""
    kept: list[tuple[float, float]] = []
    for gutter in gutters:
        columns = _columns(items, [*kept, gutter])
        left = columns[-2] if len(columns) > 1 else []
        right = columns[-1]
        lines = [_line_count(side) for side in (left, right)]
        least = next(width for count, width in _GUTTERS if sum(lines) >= count)
        if (
            min(lines) < 1
            or sum(lines) < _LEAST_ROWS + 1
            or gutter[1] - gutter[0] < least * body
            or all(isinstance(item, Strip) and MARKER.fullmatch(item.text) for item in left)
        ):
            continue
        kept.append(gutter)
    return kept


def _line_count(items: list[Item]) -> int:
    """Return how many lines of text there are; a picture counts as many."""
    if any(isinstance(item, Figure) for item in items):
        return _MANY_LINES
    return len({round(item.base) for item in items if isinstance(item, Strip)})


def _columns(items: list[Item], gutters: list[tuple[float, float]]) -> list[list[Item]]:
    columns: list[list[Item]] = [[] for _ in range(len(gutters) + 1)]
    for item in items:
        middle = (item.x0 + item.x1) / 2
        columns[sum(middle > gutter[0] for gutter in gutters)].append(item)
    return [column for column in columns if column]


# ---- text that runs around something


def _around(items: list[Item], body: float) -> tuple[list[Item], list[Item]] | None:
    """Return the columns around what lies across their gutter, and that; None for one column."""
    strips = [item for item in items if isinstance(item, Strip)]
    if len(strips) < 2 * _MANY_LINES:
        return None
    left, right = min(s.x0 for s in strips), max(s.x1 for s in strips)
    best: tuple[int, list[Item]] | None = None
    for step in range(25, 76, 2):
        x = left + (right - left) * step / 100
        half = _GUTTER * body / 2
        across = [item for item in items if item.x0 < x + half and item.x1 > x - half]
        if best is None or len(across) < best[0]:
            best = (len(across), across)
    assert best is not None
    across = best[1]
    beside = [item for item in items if not any(item is other for other in across)]
    middle = [item for item in beside if item.x1 < right - (right - left) / 4]
    is_two_sided = len(middle) >= _MANY_LINES and len(beside) - len(middle) >= _LEAST_ROWS
    if not across or len(across) > 0.35 * len(items) or not is_two_sided:
        return None
    return beside, across


# ---- tables


def _table(columns: list[list[Item]]) -> list[list[list[Strip]]]:
    """Return the rows of a table, of cells, of strips; an empty list where it is none."""
    strips: list[tuple[Strip, int]] = []
    for number, column in enumerate(columns):
        if any(isinstance(item, Figure) for item in column):
            return []
        strips += [(item, number) for item in column if isinstance(item, Strip)]
    rows: list[list[list[Strip]]] = []
    base, size = -1.0, 0.0
    for strip, number in sorted(strips, key=lambda pair: pair[0].base):
        if not rows or strip.base - base > 0.4 * max(size, strip.size):
            rows.append([[] for _ in columns])
            base, size = strip.base, strip.size
        rows[-1][number].append(strip)
    for row in rows:
        for cell in row:
            cell.sort(key=lambda strip: strip.x0)
    whole = sum(sum(map(bool, row)) > 1 for row in rows)
    if len(rows) < _LEAST_ROWS or whole < 0.6 * len(rows):
        return []
    cells = [[row[number] for row in rows if row[number]] for number in range(len(columns))]
    kinds = [_is_prose(column) for column in cells]
    are_numbers = [
        sum(bool(_NUMBER.fullmatch(_text(cell))) for cell in column) > 0.6 * len(column)
        for column in cells
    ]
    if any(kinds) and not (any(are_numbers) and sum(kinds) == 1):
        return []
    return _joined(rows)


def _is_prose(cells: list[list[Strip]]) -> bool:
    """Return whether the lines of a column fill it, as those of running text do."""
    widths = [cell[-1].x1 - cell[0].x0 for cell in cells]
    lengths = sorted(len(_text(cell)) for cell in cells)
    fill = sorted(width / max(widths) for width in widths)
    middle = len(cells) // 2
    return lengths[middle] >= _PROSE_LINE and fill[middle] >= _PROSE_FILL


def _joined(rows: list[list[list[Strip]]]) -> list[list[list[Strip]]]:
    """Return the rows with lines that only go on in a cell joined to the row above."""
    joined: list[list[list[Strip]]] = []
    for row in rows:
        filled = [number for number, cell in enumerate(row) if cell]
        above = joined[-1] if joined else []
        if above and len(filled) == 1 and above[filled[0]]:
            above[filled[0]] += row[filled[0]]
        else:
            joined.append(row)
    return joined


def _text(cell: list[Strip]) -> str:
    return " ".join(strip.text for strip in cell).strip()
