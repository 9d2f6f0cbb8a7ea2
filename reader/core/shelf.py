"""What a list of articles asks of the library, and what the library says of its articles."""

from dataclasses import dataclass
from enum import StrEnum

from reader.core.annotations import Annotation
from reader.core.mentions import Kind
from reader.core.placing import Placed


class Sort(StrEnum):
    """What a list of articles is ordered by; the newest addition comes first among equals."""

    TITLE = "title"
    OUTLET = "outlet"  # then by date
    DATE = "date"  # of the article; where it is unknown, when it was added
    ADDED = "added"
    OPENED = "opened"
    LENGTH = "length"
    PROGRESS = "progress"
    ANNOTATIONS = "annotations"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles a list shows, all conditions at once, and in which order.

    `text` is what the user types, as in a search. `kind`: articles that name an entity of that
    kind. `tags` and `collection` are ids of labels; all tags are required. Dates are days in ISO
    8601, inclusive, of `Sort.DATE`. `once` shows of the same text in several outlets one alone.
    `trashed` shows the trash instead of the library.
    """

    text: str = ""
    entity_id: str = ""
    kind: Kind | None = None
    tags: tuple[str, ...] = ()
    collection: str = ""
    outlet: str = ""
    language: str = ""
    date_from: str = ""
    date_to: str = ""
    unread: bool | None = None
    once: bool = False
    trashed: bool = False
    sort: Sort = Sort.OPENED
    descending: bool = True


class Outcome(StrEnum):
    """What became of an article that was to be added."""

    ADDED = "added"
    THERE = "there"  # the same text was there already
    RESTORED = "restored"  # the same text was there, in the trash
    CHANGED = "changed"  # nothing was written: one of the same origin is there with another text


@dataclass(frozen=True, slots=True)
class Added:
    """The article that is now in the library, or that `changed` may replace the text of.

    `similarity` is how much of a changed text is the same, from 0 to 1; else 1. `copy_count` is
    how many other articles in the library have nearly the same text.
    """

    document_id: str
    outcome: Outcome
    similarity: float = 1.0
    copy_count: int = 0


@dataclass(frozen=True, slots=True)
class Updated:
    """What became of the annotations when an article got another text.

    `orphans` are those whose passage isn't found in it; they are kept, and listed by
    `Shelf.orphans`. `placed` has each with how it came to its place, or what it may be.
    """

    document_id: str
    placed_count: int
    orphans: tuple[Annotation, ...]
    placed: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One of the texts that an article had; the highest number is today's.

    `since` is when it came into the library, in ISO 8601, UTC; `length` in code points.
    """

    number: int
    since: str
    length: int
    source: str
    is_current: bool


class Field(StrEnum):
    """The metadata of an article that the user may edit."""

    TITLE = "title"
    AUTHOR = "author"
    OUTLET = "outlet"
    DATE = "date"
    URL = "url"
    LANGUAGE = "language"


class LabelKind(StrEnum):
    """What an article can be put under."""

    COLLECTION = "collection"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Label:
    """A collection or a tag; `id` stays when it is renamed. Articles in the trash don't count."""

    id: str
    kind: LabelKind
    name: str
    article_count: int = 0
