"""What the library says of the notes on entities: their versions, and what links to what."""

from dataclasses import dataclass
from enum import StrEnum

from reader.core.mentions import Kind
from reader.core.search import Snippet


@dataclass(frozen=True, slots=True)
class NoteVersion:
    """What a note said at a time; the highest number is the last but today's.

    `saved` is when it was written, in ISO 8601, UTC.
    """

    number: int
    text: str
    saved: str


class TargetKind(StrEnum):
    """What a link in a note can lead to."""

    ENTITY = "entity"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class NoteTarget:
    """An entity or an article that a link in a note leads to.

    `name` is the entity's name or the article's title; `entity_kind` is None for an article.
    `detail` tells it apart from others of the name: the alias that was typed, or where and when an
    article appeared.
    """

    kind: TargetKind
    id: str
    name: str
    entity_kind: Kind | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Backlink:
    """A passage that links to something: of the note on an entity, or of an annotation's comment.

    `title` is the entity's name or the annotated article's title. `annotation_id` and `document_id`
    are "" for a note, `entity_id` is "" for an annotation.
    """

    title: str
    snippet: Snippet
    entity_id: str = ""
    entity_kind: Kind | None = None
    document_id: str = ""
    annotation_id: str = ""
