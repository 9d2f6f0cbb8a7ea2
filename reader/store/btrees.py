"""The b-trees in the pages of a database file, found without its schema.

The library that would be wanted here is SQLite's own `dbdata`, which no package on PyPI brings. Of
the file format (https://sqlite.org/fileformat2.html) only what tells which pages belong together,
and of what types the rows in them are, is read here; the rows themselves are SQLite's to read.
"""

import struct
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

MAGIC = b"SQLite format 3\0"
PAGE_SIZE = 4096
"""Of every library that the program makes; it is asked of the header where there is one."""

_INDEX_INTERIOR, _TABLE_INTERIOR, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
_INTERIOR = (_INDEX_INTERIOR, _TABLE_INTERIOR)
_SAMPLE = 24  # rows whose types are looked at
_SAME_TYPE = {0: "N", 7: "R", **dict.fromkeys((1, 2, 3, 4, 5, 6, 8, 9), "I")}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a b-tree: whether its keys are contents, the pages below it, and its cells."""

    is_index: bool
    children: tuple[int, ...]  # numbered from 1
    cells: tuple[int, ...]  # where they begin


class Pages:
    """The pages of a file, which may be damaged anywhere."""

    def __init__(self, data: bytes | bytearray | memoryview) -> None:
        self._data = memoryview(data)
        self.size = _page_size(self._data)
        self.count = len(data) // self.size

    @cached_property
    def _pages(self) -> Mapping[int, Page]:
        """Return the pages that make sense as ones of a b-tree; the schema's own root is none."""
        found = ((number, self._page(number)) for number in range(2, self.count + 1))
        return {number: page for number, page in found if page is not None}

    @cached_property
    def roots(self) -> list[int]:
        """Return the pages of b-trees that are below no other, those with most below them first."""
        found = set(self._pages) - self._below - self._free
        return sorted(found, key=lambda root: (-sum(1 for _ in self._within(root)), root))

    def page(self, number: int) -> Page | None:
        """Return a page; None where it is none of a b-tree."""
        return self._pages.get(number)

    def is_below_another(self, number: int) -> bool:
        """Return whether a page is in a b-tree, but not its root."""
        return number in self._below

    @cached_property
    def _below(self) -> Set[int]:
        return {child for page in self._pages.values() for child in page.children}

    def types(self, root: int) -> list[str]:
        """Return the types of some rows: for each column N, I, R, T or B (null, integer, …)."""
        found: list[str] = []
        for number in self._within(root):
            page = self._pages[number]
            if page.is_index or not page.children:  # other pages of tables hold no rows
                start = (number - 1) * self.size
                cells = self._data[start : start + self.size]
                found += [types for cell in page.cells if (types := _types(cells, cell, page))]
            if len(found) >= _SAMPLE:
                break
        return found[:_SAMPLE]

    def _within(self, root: int) -> Iterator[int]:
        """Yield the pages of a b-tree; none of them twice, whatever damage makes of it."""
        seen: set[int] = set()
        left = [root]
        while left:
            number = left.pop()
            page = self._pages.get(number)
            if page is not None and number not in seen:
                seen.add(number)
                left += reversed(page.children)
                yield number

    @cached_property
    def _free(self) -> Set[int]:
        """Return the pages that are free, in which there is what was deleted."""
        free: set[int] = set()
        trunk = int.from_bytes(self._data[32:36]) if self._data[:16] == MAGIC else 0
        while 1 < trunk <= self.count and trunk not in free:
            start = (trunk - 1) * self.size
            following, count = struct.unpack(">II", self._data[start : start + 8])
            if count > self.size // 4 - 2:
                break
            free |= {trunk, *struct.unpack_from(f">{count}I", self._data, start + 8)}
            trunk = following
        return free

    def _page(self, number: int) -> Page | None:
        data = self._data[(number - 1) * self.size : number * self.size]
        kind, count, content = data[0], *struct.unpack(">HH", data[3:7])
        if kind not in (*_INTERIOR, _INDEX_LEAF, _TABLE_LEAF):
            return None
        first = 12 if kind in _INTERIOR else 8
        content = content or 65536
        if first + 2 * count > content or content > self.size:
            return None
        cells = struct.unpack_from(f">{count}H", data, first)
        if not all(content <= cell <= self.size - 4 for cell in cells):
            return None
        children: tuple[int, ...] = ()
        if kind in _INTERIOR:
            places = (*cells, 8)
            children = tuple(int.from_bytes(data[place : place + 4]) for place in places)
        if not all(1 < child <= self.count and child != number for child in children):
            return None
        return Page(kind in (_INDEX_INTERIOR, _INDEX_LEAF), children, cells)


def _page_size(data: memoryview) -> int:
    size = int.from_bytes(data[16:18])
    size = 65536 if size == 1 else size
    is_possible = data[:16] == MAGIC and size >= 512 and size & (size - 1) == 0
    return size if is_possible else PAGE_SIZE


def _types(data: memoryview, cell: int, page: Page) -> str:
    """Return the types of a row's columns; "" where it is no row."""
    try:
        place = cell + (4 if page.children else 0)
        _, place = _number(data, place)  # how long it is
        if not page.is_index:
            _, place = _number(data, place)  # its rowid
        length, after = _number(data, place)
        end = place + length
        found: list[str] = []
        while after < end:
            kind, after = _number(data, after)
            found.append(_SAME_TYPE.get(kind, "?") if kind < 12 else "BT"[kind % 2])
    except IndexError:
        return ""
    return "".join(found) if after == end and "?" not in found else ""


def _number(data: memoryview, place: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends."""
    value = 0
    for at in range(place, place + 8):
        value = value << 7 | data[at] & 0x7F
        if data[at] < 0x80:
            return value, at + 1
    return value << 8 | data[place + 8], place + 9
