"""Find passages of a text again in its next version, or say that it is in doubt.

A place in the new text is weighed by how much of the quote it has, and of what stood around it.
Before it is believed, it is asked the other way round: had the old text another passage which that
place is rather the new form of? So a sentence that was cut doesn't move to one that looks alike.
"""

from bisect import bisect_right

from reader.anchoring.indexed import Indexed
from reader.anchoring.weighing import (
    CLOSE,
    FEW,
    WHOLE,
    WIDE,
    Passage,
    Weighed,
    edge,
    is_gap,
    surroundings,
    weigh,
    weigh_all,
)
from reader.core.anchoring import same_in_order
from reader.core.placing import Candidate, How, Placing

FLOOR = 0.76
"""How much alike quote and place must be."""

EVIDENCE = 24
UNCHANGED = 16
"""How many code points of quote and context must speak for a place, and one of the whole quote."""

CONTEXT_MARGIN = 0.2
"""By how much the context must tell which of several passages that are alike was not cut."""

WIDE_MARGIN = 0.25
"""By how much the surroundings must tell apart two places that are alike else."""

WORTH_SHOWING = 0.35
"""A score from which on a place is shown to the user."""

CANDIDATES = 5
"""How many places are shown at the most."""

_NEAR = 16
_LONGEST = 4000
_END = 500
_SENTENCE = 32
_CHUNK = 20


class Finder:
    """The way from one text to another; several may share an `Indexed`."""

    def __init__(self, before: Indexed, after: Indexed) -> None:
        self.before = before
        self.after = after

    def find(self, start: int, end: int) -> Placing:
        """Return what became of a half-open span of code points of the text before."""
        passage = Passage(self.before, start, end)
        if self.before.text == self.after.text:
            return Placing(How.EXACT, 1.0, (start, end))
        if passage.length > _LONGEST:
            return self._by_ends(passage)
        moved = self._in_same_sentence(passage)
        if moved is not None:
            return Placing(How.EXACT, 1.0, (moved, moved + passage.length))
        places = self.after.occurrences(
            passage.quote, limit=FEW + 1, is_whole=_is_whole(self.before.text, start, end)
        )
        weighed = weigh_all(passage, self.after, places)
        if weighed and self._is_sure(passage, weighed):
            return self._unchanged(passage, weighed, places)
        same = self._in_order(passage) if 1 < len(places) <= FEW else None
        if same is not None:
            return Placing(How.CONTEXT, 1.0, (same, same + passage.length))
        return _in_doubt(weighed, passage.length)

    def _by_ends(self, passage: Passage) -> Placing:
        """Return the place of a passage too long to be compared, by its beginning and its end."""
        first = self.find(passage.start, passage.start + _END)
        last = self.find(passage.end - _END, passage.end)
        if first.span is not None:
            start = first.span[0]
            end = last.span[1] if last.span else min(len(self.after.text), start + passage.length)
        elif last.span is not None:
            end = last.span[1]
            start = max(0, end - passage.length)
        else:
            return Placing(How.ORPHAN)
        if self.after.text[start:end] == passage.quote:
            return Placing(How.EXACT, 1.0, (start, end))
        score = min(first.score, last.score)
        longest = max(end - start, passage.length)
        is_as_long = abs(end - start - passage.length) <= (1 - FLOOR) * longest
        if first.span and last.span and is_as_long:
            return Placing(How.APPROXIMATE, score, (start, end))
        if not start < end:
            return Placing(How.ORPHAN)
        return Placing(How.REVIEW, score, None, (Candidate(start, end, score),))

    def _unchanged(self, passage: Passage, weighed: list[Weighed], places: list[int]) -> Placing:
        best = weighed[0]
        if self.after.text[best.start : best.end] != passage.quote:
            how = How.APPROXIMATE
        elif len(places) > 1 or best.score < 1 - CLOSE:
            how = How.CONTEXT
        else:
            how = How.EXACT
        return Placing(how, best.score, (best.start, best.end))

    def _in_same_sentence(self, passage: Passage) -> int | None:
        """Return where a passage begins whose sentence is as it was, with what stood beside it."""
        spans = self.before.sentence_spans
        number = bisect_right(spans, (passage.start, len(self.before.text))) - 1
        if number < 0:
            return None
        first, last = spans[number]
        if last - first < _SENTENCE or passage.start >= last:
            return None
        sentence = self.before.text[first:last]
        found = self.after.sentences.get(sentence, -1)
        if found < 0 or self.before.sentences.get(sentence, -1) < 0:
            return None
        if any(len(text.occurrences(sentence, limit=2)) != 1 for text in (self.before, self.after)):
            return None
        shift = found - first
        beside = (max(0, first - _NEAR), max(last, passage.end))
        after, before = self.after.text, self.before.text
        for a, b in (beside, (first, max(last, passage.end) + _NEAR)):
            if before[a:b] == after[max(0, a + shift) : b + shift]:
                return passage.start + shift
        return None

    def _is_sure(self, passage: Passage, weighed: list[Weighed]) -> bool:
        best = weighed[0]
        if best.alike < FLOOR or best.evidence < (EVIDENCE if best.alike < 1 else UNCHANGED):
            return False
        place = Passage(self.after, best.start, best.end)
        places = self.before.occurrences(
            place.quote,
            limit=FEW + 1,
            is_whole=_is_whole(self.after.text, place.start, place.end),
        )
        own = weigh(place, self.before, passage.start, passage.end)
        others = [
            other
            for other in weigh_all(place, self.before, places)
            if (other.end <= passage.start or other.start >= passage.end)
            and not is_gap(place, other)
        ]
        # Where one of several that are alike was cut, the surroundings don't tell which.
        is_cut = _look_alikes(others) >= _look_alikes(weighed)
        rivals = [other for other in weighed[1:2] if not is_gap(passage, other)]
        if any(not _is_ahead(passage, self.after, best, other, is_cut=is_cut) for other in rivals):
            return False
        if any(not _is_ahead(place, self.before, own, other, is_cut=is_cut) for other in others):
            return False
        return best.alike == 1 or not self._is_mixed(passage, place)

    def _is_mixed(self, passage: Passage, place: Passage) -> bool:
        """Return whether a good part of a place stood elsewhere in the text before."""
        own = self.before.text[max(0, passage.start - _CHUNK) : passage.end + _CHUNK]
        foreign = 0
        for start in range(place.start, max(place.start + 1, place.end - _CHUNK + 1), _CHUNK // 2):
            chunk = self.after.text[start : start + _CHUNK]
            if chunk not in own and self.before.occurrences(chunk, limit=1):
                foreign += 1
        return foreign > 1

    def _in_order(self, passage: Passage) -> int | None:
        """Return the place of what is repeated as often as before, with all that is around it."""
        before = self.before.text
        return same_in_order(
            passage.quote,
            before[max(0, passage.start - WIDE) : passage.start],
            before[passage.end : passage.end + WIDE],
            before,
            passage.start,
            self.after.text,
        )


def _is_whole(text: str, start: int, end: int) -> bool:
    return edge(text, start) == (False, True) and edge(text, end) == (True, False)


def _look_alikes(weighed: list[Weighed]) -> int:
    return sum(each.alike >= FLOOR for each in weighed)


def _is_ahead(
    passage: Passage, text: Indexed, one: Weighed, other: Weighed, *, is_cut: bool
) -> bool:
    """Return whether a place is the better one by far, by itself or by what is further around.

    The less a place is like the passage, the further ahead it must be.
    """
    margin = CLOSE + 0.8 * (1 - one.alike)
    if is_cut and other.alike >= FLOOR and one.context - other.context < CONTEXT_MARGIN:
        return False
    if one.score - other.score >= 2 * margin:
        return True
    lead = surroundings(passage, text, one) - surroundings(passage, text, other)
    if one.score - other.score >= margin:
        return lead > -WIDE_MARGIN
    is_near = abs(one.score - other.score) < margin and one.score >= WHOLE
    return is_near and not is_cut and lead >= WIDE_MARGIN


def _in_doubt(weighed: list[Weighed], length: int) -> Placing:
    are_few = _look_alikes(weighed) <= CANDIDATES
    candidates = _candidates(
        [
            each
            for each in weighed
            if (each.score >= WORTH_SHOWING and 2 * (each.end - each.start) >= length)
            or (are_few and each.alike >= FLOOR)
        ]
    )
    if not candidates:
        return Placing(How.ORPHAN)
    return Placing(How.REVIEW, candidates[0].score, None, candidates)


def _candidates(weighed: list[Weighed]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(each.start, each.end, round(min(1.0, each.score), 3))
        for each in weighed[:CANDIDATES]
    )
