"""Find words in one text, a piece at a time, so that whoever asks can stop and go on."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from reader.core.folding import Folder

LONGEST_QUERY = 500
"""Code points of what is looked for; the rest is left out."""

_PIECE = 1 << 14
"""Code points that are searched at once: 1 or 2 ms, the first time."""
_MARKS = "\u0300-\u036f"
_QUOTES = str.maketrans("‘’‚‛“”„‟«»′″", '\'\'\'\'""""""\'"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for.

    Case, accents (but ñ) and the shape of quotation marks don't count, unless `exact`. Any white
    space stands for any other. `any_word` looks for each of the words instead of all in a row.
    """

    text: str
    exact: bool = False
    whole_words: bool = False
    any_word: bool = False

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to look for."""
        return not self.text.strip()


class Matches:
    """Half-open spans of code points in reading order, none over another."""

    def __init__(self) -> None:
        self._starts, self._ends = array("Q"), array("Q")

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> tuple[int, int]:
        return self._starts[index], self._ends[index]

    @property
    def starts(self) -> array:
        """Return where they begin."""
        return self._starts

    def between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield those that share a character with `start` to `end`."""
        index = bisect_right(self._ends, start)
        while index < len(self._starts) and self._starts[index] < end:
            yield self[index]
            index += 1

    def index_from(self, offset: int) -> int:
        """Return the first one that begins at `offset` or behind it; their number for none."""
        return bisect_left(self._starts, offset)

    def add(self, start: int, end: int) -> None:
        """Add one behind all others."""
        self._starts.append(start)
        self._ends.append(end)

    def add_all(self, spans: Sequence[tuple[int, int]], shift: int) -> None:
        """Add many at once, which lie `shift` further on than they say."""
        self._starts.extend([start + shift for start, _ in spans])
        self._ends.extend([max(start + 1, end) + shift for start, end in spans])

    def followed_by(self, others: "Matches") -> "Matches":
        """Return these and, behind them, others; of two that overlap, the one of the others."""
        count = len(self)
        while count and len(others) and self._ends[count - 1] > others._starts[0]:
            count -= 1
        both = Matches()
        both._starts = self._starts[:count] + others._starts
        both._ends = self._ends[:count] + others._ends
        return both


class SearchedText:
    """A text in pieces, each folded when it is first searched."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folder = Folder()
        self._edges = _edges(text)
        self._folded: dict[int, tuple[str, list[int] | None]] = {}

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self._edges) - 1

    def piece_at(self, offset: int) -> int:
        """Return the number of the piece that holds an offset."""
        return max(0, min(bisect_right(self._edges, offset) - 1, len(self) - 1))

    def pattern(self, query: Query) -> re.Pattern[str] | None:
        """Return what finds a query in a piece; None where there is nothing to look for."""
        text = query.text[:LONGEST_QUERY]
        forms = (
            {unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)}
            if query.exact
            else {_level(self._folder.fold(text))}
        )
        # Longer words first: of two that begin alike, the one that says more is found.
        wanted = {
            alternative
            for form in forms
            for alternative in (_words(form) if query.any_word else [r"\s+".join(_words(form))])
            if alternative
        }
        if not wanted:
            return None
        found = "|".join(sorted(wanted, key=lambda each: (-len(each), each)))
        if query.whole_words:
            found = rf"(?<!\w)(?:{found})(?!\w)"
        return re.compile(rf"(?:{found})(?![{_MARKS}])" if query.exact else found)

    def find(self, number: int, pattern: re.Pattern[str], query: Query, found: Matches) -> None:
        """Add the matches that begin in piece `number`, but within the last one that was found."""
        text, offsets = self._piece(number, exact=query.exact)
        start = self._edges[number]
        before = self.text[start - 1] if start else " "
        beyond = self._head(number + 1, 2 * len(query.text) + 64, exact=query.exact)
        least = found[len(found) - 1][1] if len(found) else 0
        spans = [match.span() for match in pattern.finditer(before + text + beyond, 1)]
        if offsets is None and spans and spans[0][0] - 1 + start >= least:
            within = bisect_right(spans, len(text) + 1, key=itemgetter(1))
            found.add_all(spans[:within], start - 1)
            spans = spans[within:]
        for first, last in ((first - 1, last - 1) for first, last in spans):
            if first >= len(text):
                break
            at = start + (first if offsets is None else offsets[first])
            if at < least:
                continue
            if last >= len(text):
                to = self._beyond(number + 1, last - len(text), exact=query.exact)
            else:
                to = start + (last if offsets is None else offsets[last])
            found.add(at, max(to, at + 1))

    def _piece(self, number: int, *, exact: bool) -> tuple[str, list[int] | None]:
        if exact:
            return self.text[self._edges[number] : self._edges[number + 1]], None
        if number not in self._folded:
            raw = self.text[self._edges[number] : self._edges[number + 1]]
            folded, offsets = self._folder.with_offsets(raw)
            self._folded[number] = _level(folded), offsets
        return self._folded[number]

    def _head(self, number: int, length: int, *, exact: bool) -> str:
        return self._piece(number, exact=exact)[0][:length] if number < len(self) else ""

    def _beyond(self, number: int, inside: int, *, exact: bool) -> int:
        """Return the offset of a folded character of a piece, or its end."""
        if number >= len(self):
            return len(self.text)
        text, offsets = self._piece(number, exact=exact)
        if inside >= len(text):
            return self._edges[number + 1]
        return self._edges[number] + (inside if offsets is None else offsets[inside])


def _level(folded: str) -> str:
    """Return a folded text whose quotation marks are all of one shape."""
    return folded if folded.isascii() else folded.translate(_QUOTES)


def _words(text: str) -> list[str]:
    return [re.escape(word) for word in text.split()]


def _edges(text: str) -> list[int]:
    """Return where pieces begin, and the last one's end; no letter is parted from its marks."""
    edges = [0]
    while len(text) - edges[-1] > _PIECE:
        edge = edges[-1] + _PIECE
        while edge < len(text) and unicodedata.combining(text[edge]):
            edge += 1
        edges.append(edge)
    if len(text) > edges[-1] or len(edges) == 1:
        edges.append(len(text))
    return edges
