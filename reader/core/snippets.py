"""Cut the passage out of a text that says best why it was found."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.core.folding import Folder
from reader.core.search import Snippet

LENGTH = 160
"""Code points of a snippet, about two lines of a list."""

_CHUNK = 40_000
"""Code points that are looked through at once: the passage is mostly near the beginning."""

_MOST = 400
"""Matches that are looked at in one chunk."""

_ROOM = 1 / 3
"""How much of a snippet stands before its first match."""


def pattern_of(terms: Sequence[tuple[tuple[str, ...], bool]]) -> re.Pattern[str] | None:
    """Return what finds folded terms in a folded text; None for no terms.

    Each is a row of words, and whether the last of them may go on. The groups of a match are
    numbered as the terms are, from 1.
    """
    if not terms:
        return None
    alternatives = [
        "(" + r"[\W_]+".join(map(re.escape, words)) + ("" if is_prefix else r"(?![^\W_])") + ")"
        for words, is_prefix in terms
    ]
    return re.compile(r"(?<![^\W_])(?:" + "|".join(alternatives) + ")")


def best_passage(
    text: str, pattern: re.Pattern[str], folder: Folder, *, length: int = LENGTH
) -> tuple[int, int] | None:
    """Return the span of the first match of the passage with most different terms; None for none.

    Offsets are code points into `text`.
    """
    best: tuple[int, int, int] | None = None
    for begin in range(0, max(len(text), 1), _CHUNK):
        chunk = text[begin : begin + _CHUNK + length]
        found = matches(chunk, pattern, folder)
        starts = [start for start, _, _ in found]
        for place, (start, end, _) in enumerate(found):
            last = bisect_left(starts, start + length)
            variety = len({term for _, _, term in found[place:last]})
            if best is None or variety > best[0]:
                best = (variety, begin + start, begin + end)
        if best is not None and best[0] >= pattern.groups:
            break
    return None if best is None else best[1:]


def matches(text: str, pattern: re.Pattern[str], folder: Folder) -> list[tuple[int, int, int]]:
    """Return the matches in a text as spans of code points into it, each with its term."""
    folded, offsets = folder.with_offsets(text)
    found: list[tuple[int, int, int]] = []
    for match in pattern.finditer(folded):
        start, end = match.span()
        if offsets is not None:
            start, end = offsets[start], offsets[end] if end < len(offsets) else len(text)
        found.append((start, end, match.lastindex or 0))
        if len(found) >= _MOST:
            break
    return found


def snippet_of(
    text: str,
    spans: Sequence[tuple[int, int]],
    *,
    around: int,
    low: int = 0,
    high: int | None = None,
    length: int = LENGTH,
) -> Snippet:
    """Return the passage around an offset, cut between words; `spans` are shown in it as matches.

    It doesn't reach out of `text[low:high]`.
    """
    high = len(text) if high is None else high
    start = max(low, around - int(length * _ROOM))
    end = min(high, start + length)
    start = max(low, min(start, end - length))
    if start > low:
        start = _after_space(text, start, around)
    if end < high:
        end = _before_space(text, end, around)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    # Every character stays one character, so that the spans hold.
    line = "".join(" " if c.isspace() else c for c in text[start:end])
    shown = tuple(
        (max(first, start) - start, min(last, end) - start)
        for first, last in spans
        if first < end and last > start
    )
    return Snippet(line, shown, is_cut_before=start > low, is_cut_after=end < high)


def _after_space(text: str, start: int, around: int) -> int:
    for offset in range(start, around):
        if text[offset - 1].isspace():
            return offset
    return start


def _before_space(text: str, end: int, around: int) -> int:
    for offset in range(end, max(around, end - 40), -1):
        if text[offset].isspace():
            return offset
    return end


def block_at(ends: Sequence[int], offset: int) -> int:
    """Return the index of the block that holds an offset; `ends` are those of all blocks."""
    return min(bisect_right(ends, offset), max(len(ends) - 1, 0))
