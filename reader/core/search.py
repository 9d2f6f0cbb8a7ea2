"""What a search in the library finds."""

from dataclasses import dataclass
from enum import StrEnum

from reader.core.mentions import Kind


class HitKind(StrEnum):
    """What a hit is found in, in the order in which the groups are shown."""

    ENTITY = "entity"
    ARTICLE = "article"
    NOTE = "note"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of plain text on one line; `matches` are half-open spans of code points into it.

    `is_cut_before` and `is_cut_after` say whether there is more of the text on that side.
    """

    text: str
    matches: tuple[tuple[int, int], ...] = ()
    is_cut_before: bool = False
    is_cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    `title` is the article's title or the entity's name, `snippet` the passage (of an entity its
    other names). `document_id` is "" for entities and notes, `entity_id` is "" for articles and
    annotations, `annotation_id` "" but for annotations. `offset` and `end` are code points into the
    article's text, to jump to; both 0 where the title alone matches, and for entities and notes.
    """

    kind: HitKind
    title: Snippet
    snippet: Snippet
    document_id: str = ""
    entity_id: str = ""
    annotation_id: str = ""
    entity_kind: Kind | None = None
    outlet: str = ""
    date: str = ""
    article_count: int = 0  # of an entity: how many articles name it
    offset: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The hits of one kind, the most relevant first; `has_more` where the limit cut them."""

    kind: HitKind
    hits: tuple[Hit, ...]
    has_more: bool = False
