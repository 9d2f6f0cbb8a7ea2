"""A passage that was not found again for sure, and today's text beside it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.core.placing import Placed

AROUND = 240
"""Code points of context that are shown on each side of a passage."""

_MOST_COMPARED = 4_000
"""Words up to which two passages are compared one by one."""

_TOKEN = re.compile(r"\w+|[^\w\s]")

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ReviewCase:
    """An annotation without a place, the text that it was in, and today's text of its article.

    `span` is where it was in `before`, a half-open span of code points. Where that text isn't kept,
    `before` is the quote with what is known of its context.
    """

    placed: Placed
    title: str
    outlet: str
    date: str
    before: str
    span: tuple[int, int]
    after: str

    @property
    def id(self) -> str:
        """Return the annotation's id."""
        return self.placed.annotation.id

    @property
    def document_id(self) -> str:
        """Return the article's id."""
        return self.placed.annotation.document_id


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage between what is before and behind it; `changed` are spans into the passage."""

    before: str
    passage: str
    after: str
    changed: Spans = ()


def side_by_side(case: ReviewCase, start: int, end: int) -> tuple[Excerpt, Excerpt]:
    """Return the passage as it was, and `start`–`end` of today's text, differences marked."""
    was = case.before[slice(*case.span)]
    now = case.after[start:end]
    gone, new = differences(was, now)
    return excerpt(case.before, *case.span, gone), excerpt(case.after, start, end, new)


def excerpt(text: str, start: int, end: int, changed: Spans = ()) -> Excerpt:
    """Return a passage with its context, which is cut between words."""
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[low:start], text[end:high]
    if low > 0:
        before = "… " + (before.partition(" ")[2] or before)
    if high < len(text):
        after = (after.rpartition(" ")[0] or after) + " …"
    return Excerpt(before, text[start:end], after, changed)


def differences(before: str, after: str) -> tuple[Spans, Spans]:
    """Return which words of one text are not in the other: those that went, and those that came.

    Half-open spans of code points; words that follow each other are one span.
    """
    was, now = list(_TOKEN.finditer(before)), list(_TOKEN.finditer(after))
    if max(len(was), len(now)) > _MOST_COMPARED:
        return (), ()
    gone: list[tuple[int, int]] = []
    new: list[tuple[int, int]] = []
    matcher = SequenceMatcher(None, [m[0] for m in was], [m[0] for m in now], autojunk=False)
    for tag, low, high, new_low, new_high in matcher.get_opcodes():
        if tag == "equal":
            continue
        if high > low:
            gone.append((was[low].start(), was[high - 1].end()))
        if new_high > new_low:
            new.append((now[new_low].start(), now[new_high - 1].end()))
    return tuple(gone), tuple(new)
