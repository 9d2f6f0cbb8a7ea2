"""The display paragraphs of a document: its heading, then its blocks, long ones in pieces."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from reader.core.document import Block, Document
from reader.core.offsets import Utf16Map
from reader.ui.reading.style import Role

LONGEST_PARAGRAPH = 12_000
"""Code points, about 2,000 words; a longer block is displayed in pieces, each laid out alone."""
_PIECE = LONGEST_PARAGRAPH // 2
_SENTENCE_END = re.compile(r"[.!?…][»”\"’)\]]*\s+")
_SPACE = re.compile(r"\s+")

# What Qt or the bidirectional algorithm would take for more than a character: control characters
# but the tab; line and paragraph separators, with the bidirectional embeddings and overrides next
# to them; the isolates; lone surrogates, which Qt drops; the non-characters that mark the frames of
# a QTextDocument; the placeholder of its inline objects.
_SPECIAL = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)
_START = attrgetter("start")
_WORD_JOINER = "\u2060"
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class Heading:
    """What stands above an article's text without being part of it; "" leaves a line out."""

    title: str
    byline: str


def display_text(text: str) -> str:
    """Return `text` as it is shown: as many code points, none of which Qt treats specially.

    Line breaks become spaces. Control characters become visible (␀). Bidirectional overrides and
    isolates become inert, so that no article can show its words in another order than they have:
    https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing.
    """
    return _SPECIAL.sub(_shown, text) if _SPECIAL.search(text) else text


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    if character in "\n\x0b\x0c\r\x85\u2028\u2029":
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
        return Role(piece.kind.value), piece.level

    def text(self, number: int) -> str:
        """Return a paragraph's text as it is shown."""
        if number < len(self._heading):
            return display_text(self._heading[number][1])
        assert self.document is not None
        piece = self._pieces[number - len(self._heading)]
        return display_text(self.document.text[piece.start : piece.end])

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

    One that is longer than the longest paragraph holds a multiple of that length, so only the
    blocks at those offsets are looked at: a book has ten thousands, and nothing is shown yet.
    """
    index = 0
    for offset in range(0, blocks[-1].end if blocks else 0, LONGEST_PARAGRAPH):
        index = max(0, bisect_right(blocks, offset, lo=index, key=_START) - 1)
        if blocks[index].end - blocks[index].start > LONGEST_PARAGRAPH:
            return True
    return False


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
