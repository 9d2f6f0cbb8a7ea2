"""The display paragraphs of a document: its heading, then its blocks, long ones in pieces."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from reader.core.document import Block, BlockKind, Document, Picture, RowLevel, Run
from reader.core.offsets import Utf16Map
from reader.ui.reading.style import Role

LONGEST_PARAGRAPH = 12_000
"""Code points, about 2,000 words; a longer block is displayed in pieces, each laid out alone."""
_PIECE = LONGEST_PARAGRAPH // 2
_STRIDE = 16
_SENTENCE_END = re.compile(r"[.!?…][»”\"’)\]]*\s+")
_SPACE = re.compile(r"\s+")

# What Qt or the bidirectional algorithm would take for more than a character: control characters
# but the tab; the paragraph separator, with the bidirectional embeddings and overrides next to it
# (the line separator breaks a line, as it should); the isolates; lone surrogates, which Qt drops;
# the non-characters that mark the frames of a QTextDocument; the placeholder of its inline objects.
_SPECIAL = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2029-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)
_START = attrgetter("start")
_ROLES = {kind: Role(kind.value) for kind in BlockKind}
LINE_BREAK = "\u2028"
_LONGEST_ALT = 1_000
_WORD_JOINER = "\u2060"
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class Heading:
    """What stands above an article's text without being part of it; "" leaves a line out."""

    title: str
    byline: str


def display_text(text: str, role: Role = Role.PARAGRAPH) -> str:
    """Return `text` as it is shown: as many code points, none of which Qt treats specially.

    Newlines become spaces but in preformatted text; they and what parts the cells of a row become
    line separators, at which Qt begins another line. Control characters become visible (␀).
    Bidirectional overrides and isolates become inert, so that no article can show its words in
    another order than they have:
    https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing.
    """
    if role is Role.TABLE_ROW:
        text = text.replace(LINE_BREAK, " ").replace("\t", LINE_BREAK)
    elif role is Role.PREFORMATTED:
        text = text.replace("\n", LINE_BREAK)
    return _SPECIAL.sub(_shown, text) if _SPECIAL.search(text) else text


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    if character in "\n\x0b\x0c\r\x85\u2029":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))  # Control Pictures
    if character == "\x7f":
        return "␡"
    return _WORD_JOINER if "\u202a" <= character <= "\u2069" else _REPLACEMENT


class Paragraphs:
    """Display paragraphs by number; offsets are code points, into the document or a paragraph."""

    def __init__(self, document: Document | None, heading: Heading | None = None) -> None:
        lines = () if heading is None else (heading.title, heading.byline)
        roles = (Role.TITLE, Role.BYLINE)
        self._heading = [
            (role, line) for role, line in zip(roles, lines, strict=False) if line.strip()
        ]
        self.document = document
        self._pieces: Sequence[Block] = () if document is None else document.blocks
        self._blocks: Sequence[int] = range(len(self._pieces))
        if _has_long_block(self._pieces):
            self._split()
        pictures = () if document is None else document.pictures
        self._pictures = {picture.block: picture for picture in pictures}

    def __len__(self) -> int:
        return len(self._heading) + len(self._pieces)

    @property
    def heading_count(self) -> int:
        """Return how many of the first paragraphs belong to the heading."""
        return len(self._heading)

    def heading_text(self, number: int) -> str:
        """Return a heading paragraph's text as it was given."""
        return self._heading[number][1]

    def role(self, number: int) -> tuple[Role, int]:
        """Return a paragraph's role and level."""
        if number < len(self._heading):
            return self._heading[number][0], 0
        piece = self._pieces[number - len(self._heading)]
        return _ROLES[piece.kind], piece.level

    def tables(self) -> list[tuple[int, int]]:
        """Return the first and last paragraph of each table, in order."""
        heading, row = len(self._heading), BlockKind.TABLE_ROW
        # Without a loop over what is neither begin nor end: a table may have ten thousands of rows.
        rows = [kind is row for kind in map(attrgetter("kind"), self._pieces)]
        edges = [i for i, (a, b) in enumerate(pairwise([False, *rows, False])) if a is not b]
        levels = list(map(attrgetter("level"), self._pieces))
        leveled = [
            i
            for i, (is_row, level) in enumerate(zip(rows, levels, strict=True))
            if is_row and level
        ]
        starts = set(edges[::2])
        for i in leveled:
            if levels[i] == RowLevel.FIRST or levels[i - 1] != RowLevel.HEADER:
                starts.add(i)
        ordered = sorted(starts)
        ends = sorted([*(i - 1 for i in starts - set(edges[::2])), *(i - 1 for i in edges[1::2])])
        return [(a + heading, b + heading) for a, b in zip(ordered, ends, strict=True)]

    def line_breaks(self, number: int) -> int:
        """Return how many newlines a paragraph has."""
        start, end = self.span(number)
        return 0 if self.document is None else self.document.text.count("\n", start, end)

    def text(self, number: int) -> str:
        """Return a paragraph's text as it is shown.

        A picture's alternative text follows its caption behind a line separator: for those who
        hear it. It has no place in the document; its offsets count as the caption's end.
        """
        if number < len(self._heading):
            return display_text(self._heading[number][1])
        assert self.document is not None
        piece = self._pieces[number - len(self._heading)]
        text = display_text(self.document.text[piece.start : piece.end], _ROLES[piece.kind])
        picture = self.picture(number) if piece.kind is BlockKind.PICTURE else None
        if picture is None or not picture.alt:
            return text
        return text + LINE_BREAK + display_text(picture.alt[:_LONGEST_ALT]).replace(LINE_BREAK, " ")

    def picture(self, number: int) -> Picture | None:
        """Return the picture that a paragraph begins with; None for none."""
        block = self.block(number)
        picture = self._pictures.get(block)
        if picture is None or number < len(self._heading) or self.document is None:
            return None
        return picture if self.span(number)[0] == self.document.blocks[block].start else None

    def with_picture(self, source: str) -> list[int]:
        """Return the paragraphs that show the picture of a source."""
        blocks = [block for block, picture in self._pictures.items() if picture.source == source]
        assert self.document is not None or not blocks
        starts = [self.document.blocks[block].start for block in blocks] if self.document else []
        return [self.at(start) for start in starts]

    def runs(self, number: int) -> list[Run]:
        """Return the runs that reach into a paragraph, in the document's offsets."""
        if self.document is None or not self.document.runs or number < len(self._heading):
            return []
        runs, (start, end) = self.document.runs, self.span(number)
        first = self.document.blocks[self.block(number)].start  # they lie inside one block
        index = bisect_left(runs, first, key=_START)
        found: list[Run] = []
        while index < len(runs) and runs[index].start < end:
            if runs[index].end > start:
                found.append(runs[index])
            index += 1
        return found

    def utf16(self, number: int) -> Utf16Map:
        """Return the map of a paragraph's offsets, for one that isn't laid out."""
        return Utf16Map(self.text(number))

    def length(self, number: int) -> int:
        """Return the number of a paragraph's code points."""
        if number < len(self._heading):
            return len(self._heading[number][1])
        start, end = self.span(number)
        return end - start

    def span(self, number: int) -> tuple[int, int]:
        """Return a paragraph's half-open span of the document; (0, 0) for the heading's."""
        if number < len(self._heading):
            return 0, 0
        piece = self._pieces[number - len(self._heading)]
        return piece.start, piece.end

    def characters_between(self, first: int, last: int) -> int:
        """Return about how many code points there are from paragraph `first` to before `last`."""
        heading = len(self._heading)
        if last <= heading:
            return sum(len(line) for _, line in self._heading[first:last])
        first = max(first, heading)
        return self._pieces[last - 1 - heading].end - self._pieces[first - heading].start

    def at(self, offset: int) -> int:
        """Return the paragraph that holds the document's `offset`.

        An offset between two belongs to the first of them, one before all to the first of all.
        """
        index = bisect_right(self._pieces, offset, key=_START) - 1
        return max(0, index) + len(self._heading)

    def block(self, number: int) -> int:
        """Return the index of a paragraph's block in the document; the heading's is 0."""
        number -= len(self._heading)
        return self._blocks[number] if 0 <= number < len(self._blocks) else 0

    def local(self, number: int, offset: int, utf16: Utf16Map) -> int:
        """Return where the document's `offset` lies in a paragraph, in UTF-16 units, clamped."""
        start, end = self.span(number)
        return utf16.to_utf16(min(max(offset, start), end) - start)

    def _split(self) -> None:
        assert self.document is not None
        pieces: list[Block] = []
        blocks: list[int] = []
        for index, block in enumerate(self._pieces):
            for start, end in _piece_spans(self.document.text, block.start, block.end):
                pieces.append(Block(start, end, block.kind, block.level))
                blocks.append(index)
        self._pieces, self._blocks = pieces, blocks


def _has_long_block(blocks: Sequence[Block]) -> bool:
    """Return whether a block must be split.

    None is longer than the way from its start to a later one's. So most are told by a few of them:
    a book has ten thousands, and nothing is shown yet.
    """
    starts = [block.start for block in blocks[::_STRIDE]]
    starts += [block.end for block in blocks[-1:]]
    return any(
        block.end - block.start > LONGEST_PARAGRAPH
        for place, (start, end) in enumerate(pairwise(starts))
        if end - start > LONGEST_PARAGRAPH
        for block in blocks[place * _STRIDE : (place + 1) * _STRIDE]
    )


def _piece_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return adjoining spans that cover `text[start:end]`, cut behind sentences where it can be."""
    spans: list[tuple[int, int]] = []
    while end - start > LONGEST_PARAGRAPH:
        cut = _cut(text, start + _PIECE, start + LONGEST_PARAGRAPH)
        spans.append((start, cut))
        start = cut
    return [*spans, (start, end)]


def _cut(text: str, earliest: int, latest: int) -> int:
    for pattern in (_SENTENCE_END, _SPACE):
        match = pattern.search(text, earliest, latest)
        if match is not None and match.end() < latest:
            return match.end()
    while earliest < latest - 1 and unicodedata.combining(text[earliest]):
        earliest += 1
    return earliest
