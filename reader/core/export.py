"""What an export holds, as plain data: articles and entities with all that the user made of them.

`reader.store.export` gathers it, `reader.exporting` writes it in one of the formats.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Generic, TypeVar

from reader.core.annotations import Annotation, Colour
from reader.core.corrections import State
from reader.core.document import Document
from reader.core.entities import Entity, Note
from reader.core.mentions import Mention
from reader.core.pages import EntityTotals, Passage, Related

Item = TypeVar("Item", covariant=True)


class ScopeKind(StrEnum):
    """What is exported."""

    ARTICLES = "articles"
    ENTITIES = "entities"
    SEARCH = "search"
    COLLECTION = "collection"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class ExportScope:
    """What is exported: `ids` are of articles, of entities, or the one of a collection.

    `text` is a search's. Of entities, the articles are those that name them.
    """

    kind: ScopeKind
    ids: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class ExportFilter:
    """Which of it is exported, all conditions at once; each is met by everything where it is empty.

    `colours`, `tags` (names, any of them, of the annotation or its article; case and accents don't
    count) and `entity_ids` (any of them, linked to it or named in its passage) are of annotations;
    articles without such an annotation are left out, unless they were asked for one by one. Dates
    are days in ISO 8601, inclusive, of the article. `annotated_only` leaves out articles without an
    annotation.

    `states`: what the machine alone found stays out unless it is asked for. Empty stands for what
    the user worked on: entities with a note, a tag, a correction or an annotation, and mentions
    that are confirmed. `CONFIRMED` alone is stricter: entities and mentions that the user
    confirmed, and no other passages. With `FOUND`, everything that the machine found is there too.
    """

    colours: frozenset[Colour] = frozenset()
    tags: frozenset[str] = frozenset()
    entity_ids: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset()
    date_from: str = ""
    date_to: str = ""
    annotated_only: bool = False

    @property
    def is_of_annotations(self) -> bool:
        """Return whether there are conditions that annotations have to meet."""
        return bool(self.colours or self.tags or self.entity_ids)


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """An article as others refer to it; what is unknown is ""."""

    id: str
    title: str
    outlet: str = ""
    author: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ExportedAnnotation:
    """An annotation, and the exported entities that its passage names, by their ids.

    An orphan's passage is no longer in its article's text; its span is in the text that it was in.
    """

    annotation: Annotation
    named_ids: tuple[str, ...] = ()
    is_orphan: bool = False


@dataclass(frozen=True, slots=True)
class ExportedMention:
    """A mention with the words of the article, and whose word there is on it; none is rejected."""

    mention: Mention
    text: str
    state: State


@dataclass(frozen=True, slots=True)
class ArticleEntity:
    """An entity in an article: how often it is named there, and what the user says of it.

    `demonym_count` is how often the article uses a demonym instead. `tags` are names. `state` is
    `CONFIRMED` where the entity or one of its mentions in the article is.
    """

    entity: Entity
    mention_count: int
    demonym_count: int = 0
    state: State = State.FOUND
    note: Note | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article with all that the user made of it, and of what was found in it as was asked.

    `annotations` and `mentions` are in reading order, orphans last; `entities` in the order of
    `Kind`, then of their first mention, those never mentioned last. `collections` and `tags` are
    names. `added` is when it came into the library, in ISO 8601, UTC.
    """

    document: Document
    annotations: tuple[ExportedAnnotation, ...] = ()
    entities: tuple[ArticleEntity, ...] = ()
    mentions: tuple[ExportedMention, ...] = ()
    collections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    added: str = ""

    @property
    def reference(self) -> ArticleReference:
        """Return the article as others refer to it."""
        it = self.document
        return ArticleReference(it.id, it.title, it.outlet, it.author, it.date, it.url)


@dataclass(frozen=True, slots=True)
class NamedIn:
    """The passages of an article that name an entity, and the annotations linked to it there."""

    article: ArticleReference
    passages: tuple[Passage, ...]
    annotations: tuple[ExportedAnnotation, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportedEntity:
    """An entity across the articles: its dossier.

    `articles` are those that name it, newest first; `articles_left_out` more are not among them.
    `tags` are names.
    """

    entity: Entity
    state: State = State.FOUND
    note: Note | None = None
    tags: tuple[str, ...] = ()
    totals: EntityTotals = field(default_factory=lambda: EntityTotals(0, 0, "", ""))
    articles: tuple[NamedIn, ...] = ()
    articles_left_out: int = 0
    related: tuple[Related, ...] = ()


class Gathered(Collection[Item], Generic[Item]):
    """The items of an export, loaded one by one whenever they are walked, so that few are held.

    `load` returns the item of a key, or None for one that has gone meanwhile.
    """

    def __init__(self, keys: Sequence[str], load: Callable[[str], Item | None]) -> None:
        self._keys = keys
        self._load = load

    @property
    def keys(self) -> Sequence[str]:
        """Return the keys of the items, without loading any."""
        return self._keys

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Item]:
        return (item for key in self._keys if (item := self._load(key)) is not None)

    def load(self, key: str) -> Item | None:
        """Return the item of a key; None for one that has gone."""
        return self._load(key)

    def __contains__(self, item: object) -> bool:
        return any(each == item for each in self)


@dataclass(frozen=True, slots=True)
class Export:
    """All that is exported.

    `articles` and `entities` may be long, and are loaded while they are walked, in the library's
    thread; `article_references` and `known_entities` are short and have every article and entity
    that is among these or is spoken of there by its id, for links between them. `title` names a
    collection, an entity or a search, "" for others. `colour_names` has what the user calls the
    colours, and none for a colour that has its own name. `made` is in ISO 8601, UTC. `whole` hands
    out everything that the library holds, whatever is asked for, for the format that takes all.
    """

    scope: ExportScope
    filter: ExportFilter
    made: str
    articles: Collection[ExportedArticle]
    entities: Collection[ExportedEntity]
    title: str = ""
    colour_names: Mapping[Colour, str] = field(default_factory=dict)
    article_references: Mapping[str, ArticleReference] = field(default_factory=dict)
    known_entities: Mapping[str, Entity] = field(default_factory=dict)
    whole: Callable[[], AbstractContextManager[Any]] | None = None

    @property
    def entity_ids(self) -> Sequence[str]:
        """Return the ids of `entities`, in their order, without loading any."""
        if isinstance(self.entities, Gathered):
            return self.entities.keys
        return [each.entity.id for each in self.entities]


def watched(export: Export, step: Callable[[int, int], None]) -> Export:
    """Return an export that tells before each item it loads how many it has loaded, of how many.

    `step` may raise, to stop the export.
    """
    total = len(export.articles) + len(export.entities)
    done = 0

    def go_on() -> None:
        nonlocal done
        step(min(done, total), total)
        done += 1

    return replace(
        export,
        articles=_watched(export.articles, lambda each: each.document.id, go_on),
        entities=_watched(export.entities, lambda each: each.entity.id, go_on),
    )


def _watched(
    items: Collection[Item], key: Callable[[Item], str], go_on: Callable[[], None]
) -> Gathered[Item]:
    if isinstance(items, Gathered):
        keys, load = items.keys, items.load
    else:
        by_key = {key(each): each for each in items}
        keys, load = list(by_key), by_key.get

    def loaded(wanted: str) -> Item | None:
        go_on()
        return load(wanted)

    return Gathered(keys, loaded)
