"""Which articles and entities an export holds, found out before any of them is read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.core.annotations import Annotation, Colour
from reader.core.corrections import State
from reader.core.entities import Entity
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.export import ArticleReference, ExportFilter, ExportScope, ScopeKind
from reader.core.folding import Folder
from reader.core.search import HitKind
from reader.core.shelf import ArticleQuery, Sort
from reader.store import annotations, listing
from reader.store.entities import entities, roots
from reader.store.passages import passages_naming
from reader.store.search import Search
from reader.store.session import Session
from reader.store.sqlite import Database, rows_in
from reader.store.vouching import all_vouched

MOST_HITS = 10_000
"""How many notes, names and annotations of a search are exported, which nobody reads anyway."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an export holds: `articles` in their order, `entities` by kind and name.

    `own` are the entities that the user worked on, `confirmed` those that they vouch for; `known`
    are all entities that may be spoken of.
    """

    articles: Mapping[str, ArticleReference]
    entities: Sequence[str]
    known: Mapping[str, Entity]
    own: frozenset[str]
    confirmed: frozenset[str]
    title: str
    colour_names: Mapping[Colour, str]

    def takes(self, entity_id: str, asked: ExportFilter) -> bool:
        """Return whether an entity is exported, as far as its state is concerned."""
        if asked.entity_ids and entity_id not in asked.entity_ids:
            return False
        if State.FOUND in asked.states:
            return True
        return entity_id in (self.confirmed if asked.states else self.own)

    def state(self, entity_id: str) -> State:
        """Return whose word there is on an entity."""
        return State.CONFIRMED if entity_id in self.confirmed else State.FOUND


@dataclass(frozen=True, slots=True)
class NamingSpans:
    """Where an article names an entity: half-open spans of code points, as JSON."""

    document_id: str
    story: int
    spans: str


class Exports:
    """What exports ask a library, for the thread that opened it alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def now(self) -> str:
        """Return the time in ISO 8601, UTC."""
        return self._session.now()

    def plan(self, scope: ExportScope, asked: ExportFilter) -> Plan:
        """Return what an export of `scope` holds.

        :raises LibraryError: where an article or entity that was asked for isn't in the library.
        """
        hits = self._hits(scope)
        with self._session.reading() as db:
            own, confirmed = _own(db), all_vouched(db)
            wanted = _articles(db, scope, hits)
            articles = _references(db, wanted, scope, asked)
            if scope.kind is ScopeKind.ENTITIES:
                merged = roots(db, scope.ids)
                chosen = list(dict.fromkeys(merged.get(each, each) for each in scope.ids))
                linked: set[str] = set()
            else:
                linked = _linked_in(db, articles)
                chosen = [*_named_in(db, articles), *linked, *hits[1]]
                if scope.kind is ScopeKind.LIBRARY and not asked.is_of_annotations:
                    chosen += own
            known = entities(db, [*dict.fromkeys(chosen), *linked])
            plan = Plan(articles, (), known, own, confirmed, _title(db, scope), _colours(db))
            if scope.kind is not ScopeKind.ENTITIES:
                bound_here = _bound_to_one_article(db, known)
                chosen = [
                    each for each in chosen if plan.takes(each, asked) and each not in bound_here
                ]
            elif any(each not in known for each in chosen):
                raise _no_such_entity()
            ordered = _ordered(known, chosen)
            return Plan(articles, ordered, known, own, confirmed, plan.title, plan.colour_names)

    def _hits(self, scope: ExportScope) -> tuple[list[str], list[str]]:
        """Return the articles of the annotations, and the entities, that a search finds."""
        if scope.kind is not ScopeKind.SEARCH:
            return [], []
        kinds = (HitKind.ENTITY, HitKind.NOTE, HitKind.ANNOTATION)
        groups = Search(self._session).find(scope.text, kinds=kinds, limit=MOST_HITS)
        hits = [hit for group in groups for hit in group.hits]
        return (
            [hit.document_id for hit in hits if hit.document_id],
            [hit.entity_id for hit in hits if hit.entity_id],
        )

    def own_entities(self) -> list[Entity]:
        """Return the entities that the user worked on, in alphabetical order."""
        with self._session.reading() as db:
            known = entities(db, _own(db))
        folder = Folder()
        return sorted(known.values(), key=lambda entity: folder.sort_key(entity.name))

    def sources(self, document_ids: Collection[str]) -> list[str]:
        """Return the paths of the files that articles came from."""
        query = "SELECT source FROM documents WHERE source != '' AND id IN {}"
        with self._session.reading() as db:
            return [row[0] for row in rows_in(db, query, document_ids)]

    def added(self, document_id: str) -> str:
        """Return when an article came into the library, in ISO 8601, UTC; "" for none."""
        with self._session.reading() as db:
            row = db.execute("SELECT added FROM documents WHERE id = ?", [document_id]).fetchone()
            return "" if row is None else row[0]

    def tags(self, entity_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return the names of the tags of entities, in alphabetical order, by entity id."""
        folder = Folder()
        found: dict[str, list[str]] = {}
        with self._session.reading() as db:
            for entity_id, name in rows_in(db, _ENTITY_TAGS, entity_ids):
                found.setdefault(entity_id, []).append(name)
        return {each: tuple(sorted(names, key=folder.sort_key)) for each, names in found.items()}

    def naming(self, entity_id: str, within: Collection[str]) -> list[NamingSpans]:
        """Return where the articles `within` name an entity, newest first, each story once."""
        stories: dict[int, NamingSpans] = {}
        with self._session.reading() as db:
            for document_id, story, spans in db.execute(_SPANS, [entity_id]):
                if document_id in within:
                    stories.setdefault(story, NamingSpans(document_id, story, spans))
        return list(stories.values())

    def annotated(self, entity_id: str) -> list[str]:
        """Return the articles with annotations that the user linked to an entity, newest first."""
        with self._session.reading() as db:
            return [row[0] for row in db.execute(_ANNOTATED_WITH, [entity_id, entity_id])]

    def orphans(self, document_id: str) -> list[Annotation]:
        """Return an article's annotations without a place in its text of today."""
        with self._session.reading() as db:
            return annotations.orphans(db, document_id)

    def passages(self, document_id: str, spans: str) -> list:
        """Return the paragraphs of an article that hold any of the spans (JSON)."""
        with self._session.reading() as db:
            return passages_naming(db, document_id, spans)


def _own(db: Database) -> frozenset[str]:
    return _rooted(db, [row[0] for row in db.execute(_OWN)]) | all_vouched(db)


def _rooted(db: Database, entity_ids: Collection[str]) -> frozenset[str]:
    merged = roots(db, entity_ids)
    return frozenset(merged.get(each, each) for each in entity_ids)


def _articles(db: Database, scope: ExportScope, hits: tuple[list[str], list[str]]) -> Iterable[str]:
    if scope.kind is ScopeKind.ARTICLES:
        return scope.ids
    if scope.kind is ScopeKind.ENTITIES:
        ids = [*scope.ids, *roots(db, scope.ids).values()]
        queries = [ArticleQuery(entity_id=each, sort=Sort.DATE) for each in ids]
        linked = [row[0] for each in ids for row in db.execute(_ANNOTATED_WITH, [each, each])]
        return [*(each for query in queries for each in listing.ids(db, query)), *linked]
    query = ArticleQuery(sort=Sort.DATE)
    if scope.kind is ScopeKind.SEARCH:
        query = ArticleQuery(text=scope.text, sort=Sort.DATE)
    elif scope.kind is ScopeKind.COLLECTION:
        query = ArticleQuery(collection=scope.ids[0], sort=Sort.DATE)
    return [*listing.ids(db, query), *hits[0]]


def _references(
    db: Database, wanted: Iterable[str], scope: ExportScope, asked: ExportFilter
) -> dict[str, ArticleReference]:
    """Return the articles that are exported, in their order, without those in the trash."""
    wanted = list(dict.fromkeys(wanted))
    rows = {row[0]: row for row in rows_in(db, _REFERENCES, wanted)}
    if scope.kind is ScopeKind.ARTICLES:
        if any(each not in rows for each in wanted):
            raise _no_such_article()
        chosen = wanted
    else:
        chosen = sorted(rows, key=lambda each: rows[each][6], reverse=True)
        if asked.is_of_annotations or asked.annotated_only:
            annotated = _annotated(db, chosen, asked)
            chosen = [each for each in chosen if each in annotated]
    return {
        each: ArticleReference(*rows[each][:6])
        for each in chosen
        if _is_between(rows[each][6], asked.date_from, asked.date_to)
    }


def _is_between(day: str, first: str, last: str) -> bool:
    return day >= first and (not last or day[: len(last)] <= last)


def _annotated(db: Database, document_ids: Collection[str], asked: ExportFilter) -> set[str]:
    """Return the articles that have an annotation that a filter lets through."""
    tags = {Folder().fold(name) for name in asked.tags}
    tagged: set[str] = set()
    linked: set[str] = set()
    if tags:
        for query in (_TAGGED_ANNOTATIONS, _TAGGED_ARTICLES):
            tagged.update(row[0] for row in rows_in(db, query, tags))
    if asked.entity_ids:
        for query in (_LINKED_ANNOTATIONS, _NAMING_ARTICLES):
            linked.update(row[0] for row in rows_in(db, query, asked.entity_ids))
    return {
        document_id
        for document_id, annotation_id, colour in rows_in(db, _ANNOTATIONS, document_ids)
        if (not asked.colours or Colour(colour) in asked.colours)
        and (not tags or annotation_id in tagged or document_id in tagged)
        and (not asked.entity_ids or annotation_id in linked or document_id in linked)
    }


def _named_in(db: Database, document_ids: Collection[str]) -> list[str]:
    return list(dict.fromkeys(row[0] for row in rows_in(db, _NAMED_IN, document_ids)))


def _linked_in(db: Database, document_ids: Collection[str]) -> set[str]:
    return set(_rooted(db, {row[0] for row in rows_in(db, _LINKED_IN, document_ids)}))


def _bound_to_one_article(db: Database, entity_ids: Collection[str]) -> set[str]:
    """Return those that are no more than an open name of one article."""
    return {row[0] for row in rows_in(db, _BOUND, entity_ids)}


def _ordered(known: Mapping[str, Entity], entity_ids: Iterable[str]) -> list[str]:
    folder = Folder()
    there = [known[each] for each in dict.fromkeys(entity_ids) if each in known]
    return [
        each.id
        for each in sorted(
            there, key=lambda e: (list(type(e.kind)).index(e.kind), folder.sort_key(e.name), e.id)
        )
    ]


def _title(db: Database, scope: ExportScope) -> str:
    if scope.kind is ScopeKind.SEARCH:
        return scope.text.strip()
    if scope.kind is ScopeKind.COLLECTION:
        row = db.execute("SELECT name FROM labels WHERE id = ?", [scope.ids[0]]).fetchone()
        return "" if row is None else row[0]
    if scope.kind is ScopeKind.ENTITIES and len(scope.ids) == 1:
        known = entities(db, [roots(db, scope.ids).get(scope.ids[0], scope.ids[0])])
        return next((each.name for each in known.values()), "")
    return ""


def _colours(db: Database) -> dict[Colour, str]:
    rows = db.execute("SELECT colour, name FROM colour_names WHERE name != ''")
    return {Colour(colour): name for colour, name in rows}


def _no_such_article() -> LibraryError:
    return LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The article is not in the library, so there is nothing to export: open it first.",
        )
    )


def _no_such_entity() -> LibraryError:
    return LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The library no longer has this name, so there is nothing to export: look for it "
            "again.",
        )
    )


_LIVE = "a.deleted_at IS NULL"

# Besides those that the user vouches for.
_OWN = f"""
    SELECT entity_id FROM notes WHERE deleted_at IS NULL
    UNION SELECT entity_id FROM entity_tags
    UNION SELECT entity_id FROM own_identifiers
    UNION SELECT target_entity FROM note_links WHERE target_entity IS NOT NULL
    UNION SELECT c.target_entity FROM comment_links c
        JOIN annotations a ON a.id = c.annotation_id
        WHERE c.target_entity IS NOT NULL AND {_LIVE}
    UNION SELECT x.entity_id FROM annotation_entities x
        JOIN annotations a ON a.id = x.annotation_id WHERE {_LIVE}
"""  # noqa: S608
_REFERENCES = """
    SELECT id, title, outlet, author, date, url, day FROM documents
    WHERE deleted_at IS NULL AND id IN {}
"""
_ANNOTATIONS = f"""
    SELECT a.document_id, a.id, a.colour FROM annotations a WHERE {_LIVE} AND a.document_id IN {{}}
"""  # noqa: S608
_TAGGED_ANNOTATIONS = """
    SELECT t.annotation_id FROM labels l JOIN annotation_tags t ON t.label_id = l.id
    WHERE l.deleted_at IS NULL AND l.kind = 'tag' AND l.name_key IN {}
"""
_TAGGED_ARTICLES = """
    SELECT t.document_id FROM labels l JOIN labelled t ON t.label_id = l.id
    WHERE l.deleted_at IS NULL AND l.kind = 'tag' AND l.name_key IN {}
"""
_LINKED_ANNOTATIONS = "SELECT annotation_id FROM annotation_entities WHERE entity_id IN {}"
_NAMING_ARTICLES = """
    SELECT a.document_id FROM entity_index e CROSS JOIN entity_mentions m ON m.entity = e.key
    CROSS JOIN article_index a ON a.key = m.article WHERE m.blocks != 0 AND e.entity_id IN {}
"""
_NAMED_IN = """
    SELECT e.entity_id FROM article_index a CROSS JOIN entity_mentions m ON m.article = a.key
    CROSS JOIN entity_index e ON e.key = m.entity WHERE a.document_id IN {}
"""
_LINKED_IN = f"""
    SELECT x.entity_id FROM annotations a JOIN annotation_entities x ON x.annotation_id = a.id
    WHERE {_LIVE} AND a.document_id IN {{}}
"""  # noqa: S608
_ANNOTATED_WITH = f"""
    SELECT DISTINCT d.id FROM annotation_entities x JOIN annotations a ON a.id = x.annotation_id
    JOIN documents d ON d.id = a.document_id
    WHERE {_LIVE} AND d.deleted_at IS NULL AND (x.entity_id = ? OR x.entity_id IN (
        SELECT entity_id FROM merged_entities WHERE into_id = ?))
    ORDER BY d.day DESC, d.rowid DESC
"""  # noqa: S608
_BOUND = "SELECT id FROM entities WHERE document_id IS NOT NULL AND id IN {}"
_ENTITY_TAGS = """
    SELECT t.entity_id, l.name FROM entity_tags t JOIN labels l ON l.id = t.label_id
    WHERE l.deleted_at IS NULL AND t.entity_id IN {}
"""
_SPANS = """
    SELECT a.document_id, a.story, m.spans FROM entity_index e
    CROSS JOIN entity_mentions m ON m.entity = e.key
    CROSS JOIN article_index a ON a.key = m.article
    WHERE e.entity_id = ? AND m.blocks != 0 ORDER BY m.moment DESC, m.article DESC
"""
