"""How an annotation was found again in a text that has changed."""

from dataclasses import dataclass
from enum import StrEnum

from reader.core.annotations import Annotation


class How(StrEnum):
    """By what an annotation has its place in today's text, or why it has none."""

    EXACT = "exact"
    """The quote stands there unchanged, and nowhere else."""

    CONTEXT = "context"
    """The quote stands there several times, or in another place; what is around it told which."""

    APPROXIMATE = "approximate"
    """The quote has changed."""

    HAND = "hand"
    """The user said so."""

    REVIEW = "review"
    """There are places that it may be; the user has to say."""

    ORPHAN = "orphan"
    """There is nothing like it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A half-open span of code points that may be the passage; `score` from 0 to 1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Placing:
    """What was found of a passage in another text.

    `span` is None for REVIEW and ORPHAN; only REVIEW has `candidates`, the best first.
    """

    how: How
    score: float = 0.0
    span: tuple[int, int] | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation with how it came to its place in today's text.

    `annotation` is as it is today: without a place, it has the span and quote of the text that it
    was last in. `quote` is what the user marked at first.
    """

    annotation: Annotation
    placing: Placing
    quote: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How an annotation stood before the user gave it another place, to undo that.

    It stood so in the text whose content hash is `text_id`. Without a place, since `orphaned_at`,
    it was last in the text of the number `text_number`.
    """

    annotation: Annotation
    text_id: str
    orphaned_at: str | None
    text_number: int | None
    placing: Placing
