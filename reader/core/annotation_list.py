"""What a list of annotations of all articles asks of the library, and what that says of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reader.core.annotations import Annotation, Colour
from reader.core.mentions import Kind
from reader.core.placing import How


class AnnotationSort(StrEnum):
    """What a list of annotations is ordered by."""

    ARTICLE = "article"  # the newest article first, in each by the place in it
    DATE = "date"  # when the annotation was made


@dataclass(frozen=True, slots=True)
class AnnotationQuery:
    """Which annotations a list shows, all conditions at once, and in which order.

    `text` is what the user types, as in a search, of quote, comment and tags. Any of the `colours`
    is enough, none for all; all `tags`, by name, are required. Dates are days or moments in
    ISO 8601, UTC, inclusive, of when the annotation was made. `placed` False shows those alone that
    have no place in today's text of their article, True only those that have one, None both.
    """

    text: str = ""
    colours: tuple[Colour, ...] = ()
    tags: tuple[str, ...] = ()
    entity_id: str = ""
    document_id: str = ""
    date_from: str = ""
    date_to: str = ""
    placed: bool | None = None
    sort: AnnotationSort = AnnotationSort.ARTICLE
    descending: bool = True


@dataclass(frozen=True, slots=True)
class ListedAnnotation:
    """An annotation with its article, and how it has its place there, REVIEW and ORPHAN for none.

    `entities` are those that it is linked to, by id.
    """

    annotation: Annotation
    title: str
    outlet: str
    date: str
    url: str = ""
    how: How = How.EXACT
    entities: Mapping[str, "LinkedEntity"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkedEntity:
    """An entity to which annotations are linked; how many, where that was counted."""

    id: str
    name: str
    kind: Kind
    count: int = 0


@dataclass(frozen=True, slots=True)
class AnnotationFacets:
    """What annotations can be filtered by, each with how many there are, the most first.

    `unplaced` is how many have no place in today's text of their article.
    """

    total: int = 0
    unplaced: int = 0
    colours: Mapping[Colour, int] = field(default_factory=dict)
    tags: tuple[tuple[str, int], ...] = ()
    entities: tuple[LinkedEntity, ...] = ()
