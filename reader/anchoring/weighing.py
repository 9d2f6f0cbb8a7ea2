"""Weigh how much a place in one text is like a passage of another."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from reader.anchoring.indexed import Indexed

CLOSE = 0.08
"""Scores that are no further apart say nothing of which is the better place."""

WHOLE = 0.9
"""The score of a quote with its context, which only another of the same quote may come near."""

FEW = 32
"""So many occurrences of a quote are each weighed; of more, those that share its context."""

WIDE = 256
_NEAR, _BESIDE, _FAR = 16, 32, 64
_CONTEXT_WEIGHT = 32
_LONG = 24
_UNRELATED = 0.4
"""How much alike two Spanish texts are that have nothing to do with each other, and a bit."""
_HALF = 0.5
_CLUSTERS = 6
_FAINT = 0.15
"""A place with so little of the words that the best one has needs no second look."""
_HEAD = 48
_UNLIKE = 4
"""Code points at an end of a passage that may have changed before they count as cut off."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A half-open span of a text."""

    text: Indexed
    start: int
    end: int

    @property
    def length(self) -> int:
        """Return its code points."""
        return self.end - self.start

    @property
    def quote(self) -> str:
        """Return its text."""
        return self.text.text[self.start : self.end]

    @property
    def folded(self) -> str:
        """Return its text as texts are compared."""
        return self.text.folded[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A place with how much it is like a passage; all but `evidence`, in code points, of 1."""

    start: int
    end: int
    alike: float
    context: float
    evidence: float
    score: float


def weigh_all(passage: Passage, text: Indexed, places: list[int]) -> list[Weighed]:
    """Return the places in a text that a passage may have, the best first, none over another."""
    few = places if len(places) <= FEW else []
    weighed = [weigh(passage, text, place, place + passage.length) for place in few]
    if all(each.score < WHOLE for each in weighed):
        spans = _alike(passage, text) - {(each.start, each.end) for each in weighed}
        weighed += [weigh(passage, text, *span) for span in spans]
    weighed.sort(key=lambda each: (is_gap(passage, each), -each.score, each.start, each.end))
    apart: list[Weighed] = []
    for each in weighed:
        if all(each.end <= other.start or each.start >= other.end for other in apart):
            apart.append(each)
    close = [
        each for each in apart if apart[0].score - each.score < CLOSE and not is_gap(passage, each)
    ]
    if len(close) > 1:
        close.sort(key=lambda each: -surroundings(passage, text, each))
        apart[: len(close)] = close
    return apart


def is_gap(passage: Passage, place: Weighed) -> bool:
    """Return whether a place is just what a passage that has gone, and was long, left behind."""
    return place.alike < _HALF and passage.length > _LONG


def surroundings(passage: Passage, text: Indexed, place: Weighed) -> float:
    """Return how much of what is far around a passage is so around a place, from 0 to 1."""
    old, new = passage.text.folded, text.folded
    left = _related(
        old[max(0, passage.start - WIDE) : passage.start],
        new[max(0, place.start - WIDE) : place.start],
    )
    right = _related(old[passage.end : passage.end + WIDE], new[place.end : place.end + WIDE])
    return (left + right) / 2


def weigh(passage: Passage, text: Indexed, start: int, end: int) -> Weighed:
    """Return how much a span of a text is like a passage."""
    alike = Levenshtein.normalized_similarity(passage.folded, text.folded[start:end])
    context = _context(passage, text, start, end)
    says = passage.length * max(0.0, alike - _HALF) / (1 - _HALF)
    evidence = says + _CONTEXT_WEIGHT * context
    score = evidence / (passage.length + _CONTEXT_WEIGHT)
    return Weighed(start, end, alike, context, evidence, score)


def _context(passage: Passage, text: Indexed, start: int, end: int) -> float:
    """Return how much of what stood beside a passage stands beside a place, from 0 to 1."""
    old, new = passage.text.folded, text.folded
    sides: list[float] = []
    if passage.start or start:
        sides.append(
            sum(
                _related(
                    old[max(0, passage.start - n) : passage.start], new[max(0, start - n) : start]
                )
                for n in (_NEAR, _FAR)
            )
            / 2
        )
    if passage.end < len(old) or end < len(new):
        sides.append(
            sum(
                _related(old[passage.end : passage.end + n], new[end : end + n])
                for n in (_NEAR, _FAR)
            )
            / 2
        )
    if not sides:
        return 1.0
    # Sentences change places: what is the same on one side says nearly enough.
    return 0.65 * max(sides) + 0.35 * min(sides)


def _related(old: str, new: str) -> float:
    alike = Levenshtein.normalized_similarity(old, new)
    return max(0.0, alike - _UNRELATED) / (1 - _UNRELATED)


def _alike(passage: Passage, text: Indexed) -> set[tuple[int, int]]:
    """Return the spans of a text that have words in common with a passage and its context."""
    first = max(0, passage.start - _FAR)
    seeds = text.shared(passage.text.folded[first : passage.end + _FAR])
    shift = passage.start - first
    width = 24 + passage.length // 6
    bins: defaultdict[int, float] = defaultdict(float)
    members: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for offset, place, weight in seeds:
        begins = place - offset + shift
        number = begins // width
        bins[number] += weight
        members[number].append((offset - shift, place))
    best = sorted(bins, key=lambda number: (-bins[number], number))[:_CLUSTERS]
    best = [number for number in best if bins[number] >= _FAINT * bins[best[0]]]
    spans: set[tuple[int, int]] = set()
    for number in best:
        hits = members[number]
        offset, place = min(hits)
        start = place - offset
        offset, place = max(hits)
        end = place - offset + passage.length
        span = _fitted(passage, text, start, end) if _may_be(passage, text, start, end) else None
        if span is not None:
            spans.add(span)
    return spans


def _may_be(passage: Passage, text: Indexed, start: int, end: int) -> bool:
    """Return whether an estimate has more in common with a passage than any text has."""
    old = passage.text.folded[max(0, passage.start - _BESIDE) : passage.end + _BESIDE]
    new = text.folded[max(0, start - _BESIDE) : end + _BESIDE]
    return Levenshtein.normalized_similarity(old, new) >= _UNRELATED


def _fitted(passage: Passage, text: Indexed, start: int, end: int) -> tuple[int, int] | None:
    """Return the span near an estimate whose ends fit a passage's best."""
    old, new = passage.text.folded, text.folded
    reach = 12 + passage.length // 10
    head = min(passage.length, _HEAD)
    wanted = old[max(0, passage.start - _NEAR) : passage.start + head]
    start = min(
        _bounds(old, passage.start, text, start, reach),
        key=lambda at: (
            Levenshtein.distance(wanted, new[max(0, at - _NEAR) : at + head]),
            abs(at - start),
        ),
        default=-1,
    )
    wanted = old[passage.end - head : passage.end + _NEAR]
    end = min(
        (at for at in _bounds(old, passage.end, text, end, reach) if at > start),
        key=lambda at: (
            Levenshtein.distance(wanted, new[max(0, at - head) : at + _NEAR]),
            abs(at - end),
        ),
        default=-1,
    )
    return _trimmed(passage, text, start, end) if 0 <= start < end else None


def _trimmed(passage: Passage, text: Indexed, start: int, end: int) -> tuple[int, int] | None:
    """Return a span without what at its ends has nothing of the passage, as where that was cut."""
    opcodes = Levenshtein.opcodes(passage.folded, text.folded[start:end])
    parts = [
        (
            code.src_end - code.src_start
            if code.tag == "equal"
            else -max(code.src_end - code.src_start, code.dest_end - code.dest_start),
            code.dest_start,
            code.dest_end,
        )
        for code in opcodes
    ]
    first, last = _worst(parts)[1], end - start
    # From behind the spans are looked at from their ends.
    kept = [part for part in parts if part[1] >= first]
    last = _worst([(worth, last - b, last - a) for worth, a, b in reversed(kept)])[1]
    at, to = start + first, end - last
    if first:
        at = next((i for i in range(at, to) if text.folded[i].isalnum()), at)
    if last:
        to = next((i for i in range(to, at, -1) if text.folded[i - 1].isalnum()), to)
    return (at, to) if at < to else None


def _worst(parts: list[tuple[int, int, int]]) -> tuple[int, int]:
    """Return how far the parts from the beginning speak against being the passage."""
    total, worst, until = 0, -_UNLIKE, 0
    for worth, _, end in parts:
        total += worth
        if total < worst:
            worst, until = total, end
    return worst, until


def _bounds(old: str, at: int, text: Indexed, estimate: int, reach: int) -> Sequence[int]:
    """Return the places around an estimate that are an edge of a word, if `at` is one."""
    new = text.folded
    first, last = max(0, estimate - reach), min(len(new), estimate + reach)
    kind = edge(old, at)
    if kind == (False, True) or kind == (True, False):
        found = text.edges(first, last)[0 if kind[1] else 1]
    elif kind == (False, False):
        found = [each for each in range(first, last + 1) if edge(new, each) == kind]
    else:
        found = []
    return found or range(first, last + 1)


def edge(text: str, at: int) -> tuple[bool, bool]:
    """Return whether there is a letter or digit before, and after, an offset."""
    return at > 0 and text[at - 1].isalnum(), at < len(text) and text[at].isalnum()
