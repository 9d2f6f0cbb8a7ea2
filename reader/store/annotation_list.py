"""Lists of the annotations of all articles: filtered, sorted and cut by SQLite."""

from collections.abc import Callable, Collection, Sequence

from reader.core.annotation_list import (
    AnnotationFacets,
    AnnotationQuery,
    AnnotationSort,
    LinkedEntity,
    ListedAnnotation,
)
from reader.core.annotations import Annotation, AnnotationVersion, Colour
from reader.core.folding import Folder
from reader.core.placing import How
from reader.store import annotation_links, annotations
from reader.store.annotation_links import with_links
from reader.store.annotations import COLUMNS, annotation_of
from reader.store.entities import entities, root
from reader.store.query import match_of, terms_of
from reader.store.session import Session
from reader.store.sqlite import Database, rows_in, storable

Parameter = str | bytes | int


class AnnotationLists:
    """The annotations of a library's articles, for the thread that opened it alone.

    Those of articles in the trash are left out.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def ids(
        self, query: AnnotationQuery, *, offset: int = 0, limit: int | None = None
    ) -> list[str]:
        """Return the ids of a window of the annotations that a query asks for, in its order."""
        with self._session.reading() as db:
            return _ids(db, query, offset, limit)

    def window(
        self, query: AnnotationQuery, *, offset: int = 0, limit: int | None = None
    ) -> list[ListedAnnotation]:
        """Return a window of the annotations that a query asks for, in its order."""
        with self._session.reading() as db:
            return _listed(db, _ids(db, query, offset, limit))

    def listed(self, annotation_ids: Collection[str]) -> list[ListedAnnotation]:
        """Return annotations with their articles, in this order; those that are gone left out."""
        with self._session.reading() as db:
            return _listed(db, list(annotation_ids))

    def count(self, query: AnnotationQuery) -> int:
        """Return how many annotations a query asks for."""
        with self._session.reading() as db:
            where, parameters = _where(db, query)
            return db.execute(f"SELECT count(*) {_FROM} WHERE {where}", parameters).fetchone()[0]

    def facets(self) -> AnnotationFacets:
        """Return what annotations can be filtered by."""
        with self._session.reading() as db:
            return _facets(db)

    def others_wrote(self) -> int:
        """Return what is another number once anybody else has written to the library."""
        with self._session.reading() as db:
            return db.execute("PRAGMA data_version").fetchone()[0]

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Return an annotation, an orphan too; None where there is none or it is deleted."""
        with self._session.reading() as db:
            return annotations.annotation(db, annotation_id)

    def versions(self, annotation_id: str) -> list[AnnotationVersion]:
        """Return what an annotation said before, the oldest first."""
        with self._session.reading() as db:
            return annotation_links.versions(db, annotation_id)

    def change(
        self, annotation_ids: Collection[str], change: Callable[[Annotation], Annotation]
    ) -> list[tuple[Annotation, Annotation]]:
        """Change annotations all at once; return each that is another now, as before and after."""
        with self._session.writing() as db:
            now = self._session.now()
            changed: list[tuple[Annotation, Annotation]] = []
            for before in _annotations(db, annotation_ids):
                after = change(before)
                if after != before:
                    annotations.save_annotation(db, after, now=now, before=before)
                    changed.append((before, after))
            return changed

    def save(self, changes: Collection[tuple[Annotation | None, Annotation | None]]) -> bool:
        """Bring annotations from what they were to what they are to be, all at once; None: absent.

        One that was deleted is brought back from what it was then. Return whether comments are
        others here, as what they link to has another name since.

        :raises LibraryError: where an article of these is not in the library.
        """
        with self._session.writing() as db:
            now = self._session.now()
            is_other = False
            for before, after in changes:
                if after is not None:
                    is_other |= annotations.save_annotation(db, after, now=now, before=before)
                elif before is not None:
                    annotations.delete_annotation(db, before.id, now=now)
            return is_other


_FROM = "FROM annotations a JOIN documents d ON d.id = a.document_id"
_SELECTED = ", ".join(f"a.{each.strip()}" for each in COLUMNS.split(","))


def _ids(db: Database, query: AnnotationQuery, offset: int, limit: int | None) -> list[str]:
    where, parameters = _where(db, query)
    direction = "DESC" if query.descending else "ASC"
    order = (
        f"a.created {direction}, a.id"
        if query.sort is AnnotationSort.DATE
        else f'd.day {direction}, d.rowid {direction}, a."start", a."end", a.created, a.id'
    )
    rows = db.execute(
        f"SELECT a.id {_FROM} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        [*parameters, -1 if limit is None else limit, offset],
    )
    return [row[0] for row in rows]


def _annotations(db: Database, annotation_ids: Collection[str]) -> list[Annotation]:
    query = f"SELECT {COLUMNS} FROM annotations WHERE deleted_at IS NULL AND id IN {{}}"  # noqa: S608
    return with_links(db, map(annotation_of, rows_in(db, query, list(annotation_ids))))


def _listed(db: Database, annotation_ids: list[str]) -> list[ListedAnnotation]:
    query = f"""
        SELECT {_SELECTED}, d.title, d.outlet, d.date, d.url, a.orphaned_at, p.how {_FROM}
        LEFT JOIN annotation_places p ON p.annotation_id = a.id AND p.text_id = d.text_id
        WHERE a.deleted_at IS NULL AND d.deleted_at IS NULL AND a.id IN {{}}
    """
    rows = {row[0]: row for row in rows_in(db, query, annotation_ids)}
    found = with_links(db, (annotation_of(rows[each]) for each in annotation_ids if each in rows))
    known = _linked(db, list(dict.fromkeys(e for each in found for e in each.entity_ids)))
    listed: list[ListedAnnotation] = []
    for annotation in found:
        *_, title, outlet, date, url, orphaned_at, how = rows[annotation.id]
        linked = {each: known[each] for each in annotation.entity_ids if each in known}
        placing = _how(orphaned_at, how)
        listed.append(ListedAnnotation(annotation, title, outlet, date, url, placing, linked))
    return listed


def _linked(db: Database, entity_ids: Sequence[str]) -> dict[str, LinkedEntity]:
    return {
        each.id: LinkedEntity(each.id, each.name, each.kind)
        for each in entities(db, entity_ids).values()
    }


def _how(orphaned_at: str | None, how: str | None) -> How:
    """Return how an annotation has its place: what is kept of that may be older than the place."""
    kept = How.EXACT if how is None else How(how)
    if orphaned_at is not None:
        return How.REVIEW if kept is How.REVIEW else How.ORPHAN
    return How.EXACT if kept in (How.REVIEW, How.ORPHAN) else kept


def _where(db: Database, query: AnnotationQuery) -> tuple[str, list[Parameter]]:
    """Return the condition of a query, and its parameters."""
    conditions = ["a.deleted_at IS NULL AND d.deleted_at IS NULL"]
    parameters: list[Parameter] = []
    match = match_of(terms_of(query.text))
    colours = ", ".join("?" for _ in query.colours)
    folder = Folder()
    tags = [folder.fold(" ".join(tag.split())) for tag in query.tags]
    for is_asked, condition, *values in (
        (match, _MATCHING, match),
        (query.text.strip() and not match, "0"),
        (query.colours, f"a.colour IN ({colours})", *(each.value for each in query.colours)),
        *((True, _TAGGED, tag) for tag in tags),
        (query.entity_id, _LINKED, *[root(db, query.entity_id)] * 2),
        (query.document_id, "a.document_id = ?", query.document_id),
        (query.date_from, "a.created >= ?", query.date_from),
        (query.date_to, "substr(a.created, 1, length(?)) <= ?", *[query.date_to] * 2),
        (query.placed is True, "a.orphaned_at IS NULL"),
        (query.placed is False, "a.orphaned_at IS NOT NULL"),
    ):
        if is_asked:
            conditions.append(condition)
            parameters += [storable(each) for each in values]
    return " AND ".join(conditions), parameters


_MATCHING = """
    a.id IN (SELECT i.annotation_id FROM annotation_index i WHERE i.key IN (
        SELECT rowid FROM search_annotations WHERE search_annotations MATCH ?))
"""
_TAGGED = """
    a.id IN (
        SELECT t.annotation_id FROM labels l CROSS JOIN annotation_tags t ON t.label_id = l.id
        WHERE l.kind = 'tag' AND l.deleted_at IS NULL AND l.name_key = CAST(? AS TEXT))
"""
_LINKED = """
    a.id IN (
        SELECT e.annotation_id FROM annotation_entities e
        WHERE e.entity_id = ?
            OR e.entity_id IN (SELECT m.entity_id FROM merged_entities m WHERE m.into_id = ?))
"""
_LIVE = f"{_FROM} WHERE a.deleted_at IS NULL AND d.deleted_at IS NULL"


def _facets(db: Database) -> AnnotationFacets:
    colours = dict(
        db.execute(f"SELECT a.colour, count(*) {_LIVE} GROUP BY a.colour ORDER BY count(*) DESC")
    )
    unplaced = db.execute(f"SELECT count(*) {_LIVE} AND a.orphaned_at IS NOT NULL")
    tags = db.execute(
        """
        SELECT l.name, count(*) FROM annotation_tags t JOIN labels l ON l.id = t.label_id
        JOIN annotations a ON a.id = t.annotation_id JOIN documents d ON d.id = a.document_id
        WHERE l.deleted_at IS NULL AND a.deleted_at IS NULL AND d.deleted_at IS NULL
        GROUP BY l.id ORDER BY count(*) DESC, l.name_key
        """
    )
    counts = dict(
        db.execute(
            """
            SELECT coalesce(m.into_id, e.entity_id) AS whom, count(DISTINCT e.annotation_id)
            FROM annotation_entities e
            LEFT JOIN merged_entities m ON m.entity_id = e.entity_id
            JOIN annotations a ON a.id = e.annotation_id JOIN documents d ON d.id = a.document_id
            WHERE a.deleted_at IS NULL AND d.deleted_at IS NULL
            GROUP BY whom ORDER BY count(DISTINCT e.annotation_id) DESC, whom
            """
        ).fetchall()
    )
    known = _linked(db, list(counts))
    return AnnotationFacets(
        total=sum(colours.values()),
        unplaced=unplaced.fetchone()[0],
        colours={Colour(colour): count for colour, count in colours.items()},
        tags=tuple(tags.fetchall()),
        entities=tuple(
            LinkedEntity(each, known[each].name, known[each].kind, count)
            for each, count in counts.items()
            if each in known
        ),
    )
