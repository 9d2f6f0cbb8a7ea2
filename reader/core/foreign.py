"""Annotations that come from a file: as it has them, and what became of them in the library."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from reader.core.annotations import Annotation, Colour


@dataclass(frozen=True, slots=True)
class ForeignEntity:
    """An entity that an annotation is linked to; `id` is Reader's, what is unknown is ""."""

    id: str = ""
    name: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ForeignAnnotation:
    """An annotation as a file has it; what is unknown is "" or None.

    `id` is what it has in the library, always the same for the same annotation. `article_id` is
    that of its article in Reader, `address` that of its page. `span` is half-open, in code points
    of a text of which nothing is known. Times are in ISO 8601.
    """

    id: str
    article_id: str = ""
    address: str = ""
    title: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    span: tuple[int, int] | None = None
    colour: Colour | None = None
    comment: str = ""
    tags: tuple[str, ...] = ()
    entities: tuple[ForeignEntity, ...] = ()
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class ForeignAnnotations:
    """The annotations of a file.

    `left_out` says what it has beyond, for which Reader has no place: names of fields, and how
    often each was there.
    """

    source: str
    annotations: tuple[ForeignAnnotation, ...]
    left_out: Counter[str] = field(default_factory=Counter)


class Fate(StrEnum):
    """What became of an annotation that came from a file."""

    ADDED = "added"
    UPDATED = "updated"  # it was there, and older; what it said is kept as a version
    THERE = "there"  # it was there, or was deleted since
    IN_DOUBT = "in doubt"  # it is there, but where its passage is now is for the user to say
    NO_ARTICLE = "no article"  # its article is not in the library
    NO_PASSAGE = "no passage"  # it is of no passage, but of a page as a whole


@dataclass(frozen=True, slots=True)
class Arrival:
    """An annotation from a file, and what became of it; `document_id` is "" without an article."""

    foreign: ForeignAnnotation
    fate: Fate
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What became of the annotations of a file.

    `added` are those that are new in the library, `before` what those said that were changed: both
    undo it. `left_out` is as in `ForeignAnnotations`, with the entities that aren't here.
    """

    source: str
    items: tuple[Arrival, ...] = ()
    added: tuple[str, ...] = ()
    before: tuple[Annotation, ...] = ()
    left_out: Counter[str] = field(default_factory=Counter)

    def of(self, *fates: Fate) -> list[Arrival]:
        """Return the annotations of certain fates."""
        return [each for each in self.items if each.fate in fates]

    @property
    def articles(self) -> tuple[str, ...]:
        """Return the articles in which something has changed."""
        changed = self.of(Fate.ADDED, Fate.UPDATED, Fate.IN_DOUBT)
        return tuple(dict.fromkeys(each.document_id for each in changed))


def storable_id(wanted: str) -> str:
    """Return an id as it is where it can be kept, else one that follows from it."""
    if re.fullmatch("[^\x00-\x1f\ud800-\udfff]{1,300}", wanted):
        return wanted
    return hashlib.sha256(wanted.encode("utf-8", "surrogatepass")).hexdigest()[:32]
