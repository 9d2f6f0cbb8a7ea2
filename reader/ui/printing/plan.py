"""Part an article into pages: what of which paragraph stands on which, and the notes beside it.

Heights are units; a paragraph is parted between its lines, a table between its rows.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil

from reader.core.document import RowLevel
from reader.ui.printing.composing import PrintComposer
from reader.ui.printing.notes import LaidNote
from reader.ui.printing.sheet import Sheet
from reader.ui.reading.laid import LaidParagraph
from reader.ui.reading.paragraphs import Paragraphs
from reader.ui.reading.style import Role

_TOGETHER = 2  # lines of a paragraph that stay together, at its begin and at its end
_BETWEEN_NOTES = 7
_HEADS = frozenset({Role.TITLE, Role.BYLINE, Role.HEADING})
_LEGEND = 26


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a paragraph from `start` to `end`, at the height `y` of a page."""

    number: int
    y: int
    start: int
    end: int
    is_part: bool
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class NotePart:
    """The lines of a note from the first to before the last, at a place of a page."""

    note: LaidNote
    lines: tuple[int, int]
    x: float
    y: float


@dataclass(slots=True)
class Page:
    """What stands on a page; `legend` is where the kinds are explained, `said` the notes' title."""

    pieces: list[Piece] = field(default_factory=list)
    anchors: list[tuple[float, int]] = field(default_factory=list)
    notes: list[NotePart] = field(default_factory=list)
    legend: int | None = None
    said: float | None = None


@dataclass(frozen=True, slots=True)
class _Measured:
    """A paragraph's height; where it may be parted; the notes whose numbers are in which line."""

    number: int
    height: int
    above: int  # free, and of no use at the top of a page
    below: int
    cuts: tuple[int, ...]
    anchors: tuple[tuple[int, int], ...]
    keeps_next: bool
    scale: float


class Planner:
    """Make the pages of an article; `pages` are complete once `run` has ended."""

    def __init__(
        self,
        sheet: Sheet,
        paragraphs: Paragraphs,
        composer: PrintComposer,
        ends: Sequence[int],
        *,
        legend: bool,
    ) -> None:
        self.pages = [Page()]
        self._sheet = sheet
        self._paragraphs = paragraphs
        self._composer = composer
        self._notes = [(end, number) for number, end in enumerate(ends)]  # of passages with notes
        self._legend = legend
        self._y = sheet.top
        self._held: list[_Measured] = []

    def run(self) -> Iterator[int]:
        """Place one paragraph after another; yield how many are placed."""
        for number in range(len(self._paragraphs)):
            if self._legend and number == self._paragraphs.heading_count:
                self._put_held()
                self._put_legend()
            self._place(self._measured(number))
            yield number + 1
        self._put_held()

    def _measured(self, number: int) -> _Measured:
        laid = LaidParagraph(self._composer.composed(number), keep=False)
        role, level = self._paragraphs.role(number)
        table = laid.composed.table
        width = self._sheet.column.width
        scale = 1.0 if table is None or table.width <= width else width / table.width
        lines = laid.lines
        tops: tuple[int, ...] = ()
        if table is None and laid.composed.frame is None:
            tops = tuple(line.top for line in lines[_TOGETHER : 1 - _TOGETHER])
        start, end = self._paragraphs.span(number)
        first = bisect_right(self._notes, (start, len(self._notes)))
        anchors: list[tuple[int, int]] = []
        for offset, note in self._notes[first:]:
            if offset > end:
                break
            line = lines[laid.line_index(laid.utf16.to_utf16(offset - start - 1))]
            anchors.append((ceil(line.top * scale), note))
        return _Measured(
            number,
            ceil(laid.height * scale),
            above=laid.look.above if role is Role.HEADING else 0,
            below=0 if table is not None else laid.composed.below,
            cuts=tops,
            anchors=tuple(anchors),
            keeps_next=role in _HEADS or (table is not None and level == RowLevel.HEADER),
            scale=scale,
        )

    def _place(self, paragraph: _Measured) -> None:
        if paragraph.keeps_next:
            self._held.append(paragraph)
            return
        first = paragraph.cuts[0] if paragraph.cuts else paragraph.height - paragraph.below
        needed = sum(held.height for held in self._held) + first
        if self._y + needed > self._sheet.bottom and not self._is_at_top:
            self._turn()
        self._put_held()
        self._put(paragraph)

    def _put_held(self) -> None:
        held, self._held = self._held, []
        for paragraph in held:
            self._put(paragraph)

    def _put_legend(self) -> None:
        self.pages[-1].legend = self._y
        self._y += _LEGEND

    def _put(self, paragraph: _Measured) -> None:
        start = paragraph.above if self._is_at_top else 0
        while True:
            room = self._sheet.bottom - self._y
            rest = paragraph.height - start
            if rest - paragraph.below <= room:
                self._add(paragraph, start, paragraph.height)
                return
            cuts = [cut for cut in paragraph.cuts if start < cut <= start + room]
            if cuts:
                self._add(paragraph, start, cuts[-1])
                start = cuts[-1]
            elif self._is_at_top:  # a row that is higher than a page
                self._add(paragraph, start, min(start + room, paragraph.height))
                start += room
                if start >= paragraph.height:
                    return
            else:
                start = start or paragraph.above
            self._turn()

    def _add(self, paragraph: _Measured, start: int, end: int) -> None:
        page, is_part = self.pages[-1], (start, end) != (0, paragraph.height)
        page.pieces.append(Piece(paragraph.number, self._y, start, end, is_part, paragraph.scale))
        for top, note in paragraph.anchors:
            if start <= top < end:
                page.anchors.append((self._y + top - start, note))
        self._y += end - start

    def _turn(self) -> None:
        self.pages.append(Page())
        self._y = self._sheet.top

    @property
    def _is_at_top(self) -> bool:
        return self._y == self._sheet.top

    # ---- notes

    def put_notes_beside(self, notes: Sequence[LaidNote]) -> None:
        """Put each note beside its passage; what has no room goes on beside the next page's."""
        left = self._sheet.notes_left
        rest: list[tuple[LaidNote, int]] = []  # with its first line
        index = 0
        while index < len(self.pages) or rest:
            if index == len(self.pages):
                self.pages.append(Page())
            page = self.pages[index]
            wanted = [(float(self._sheet.top), note, first) for note, first in rest]
            wanted += [(y, notes[number], 0) for y, number in page.anchors]
            rest = []
            for y, note, first in _spread(wanted, self._sheet.top, self._sheet.bottom):
                last = _last_line(note, first, self._sheet.bottom - y)
                if last > first:
                    page.notes.append(NotePart(note, (first, last), left, y))
                if last < len(note.lines):
                    rest.append((note, last))
            index += 1

    def put_notes_below(self, notes: Sequence[LaidNote], title: float) -> None:
        """Put all notes behind the text, below a title of such a height."""
        if self._y + title + 4 * _LEGEND > self._sheet.bottom:
            self._turn()
        self.pages[-1].said = float(self._y)
        y = self._y + title
        for note in notes:
            first = 0
            while first < len(note.lines):
                last = _last_line(note, first, self._sheet.bottom - y)
                if last > first:
                    part = NotePart(note, (first, last), self._sheet.column.left, y)
                    self.pages[-1].notes.append(part)
                    y += sum(line.height for line in note.lines[first:last])
                if last < len(note.lines):
                    self._turn()
                    y = float(self._sheet.top)
                first = last
            y += _BETWEEN_NOTES


def _spread(
    wanted: Sequence[tuple[float, LaidNote, int]], top: float, bottom: float
) -> list[tuple[float, LaidNote, int]]:
    """Return notes so moved that none lies on another, and all on the page where that is possible.

    What is below `bottom` has to go on elsewhere.
    """
    heights = [_height(note, first) + _BETWEEN_NOTES for _, note, first in wanted]
    places: list[float] = []
    y = top
    if sum(heights) > bottom - top:
        for height in heights:
            places.append(y)
            y += height
    else:
        for (at, _, _), height in zip(wanted, heights, strict=True):
            places.append(max(at, y))
            y = places[-1] + height
        limit = bottom
        for index in reversed(range(len(places))):
            places[index] = min(places[index], limit - heights[index])
            limit = places[index]
    return [(y, note, first) for y, (_, note, first) in zip(places, wanted, strict=True)]


def _height(note: LaidNote, first: int) -> float:
    return sum(line.height for line in note.lines[first:])


def _last_line(note: LaidNote, first: int, room: float) -> int:
    """Return before which line a note has to be parted."""
    last = first
    while last < len(note.lines) and note.lines[last].height <= room:
        room -= note.lines[last].height
        last += 1
    return last
