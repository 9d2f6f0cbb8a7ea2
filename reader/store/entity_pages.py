"""What the whole library knows of an entity, and the network of entities."""

from collections.abc import Collection, Iterable

from reader.core.mentions import Kind
from reader.core.pages import (
    EntityTotals,
    MonthCount,
    NamingArticle,
    Network,
    Passage,
    Related,
)
from reader.store.entities import entities
from reader.store.network import CONFIRMED, WITH_CONFIRMED, network
from reader.store.passages import passages_naming, passages_of_both
from reader.store.session import Session
from reader.store.sqlite import Database, rows_in


class EntityPages:
    """The entities of a library across its articles, for the thread that opened it alone.

    Articles in the trash don't count, and the same text in several outlets counts once. Of what is
    asked for as `confirmed`, only the mentions count that the user vouches for.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def totals(self, entity_id: str, *, confirmed: bool = False) -> EntityTotals:
        """Return how often the library names an entity."""
        with self._session.reading() as db:
            articles, mentions, first, last = db.execute(
                _of(_TOTALS, confirmed), [entity_id]
            ).fetchone()
            return EntityTotals(articles, mentions or 0, _day(first), _day(last))

    def articles(
        self,
        entity_id: str,
        *,
        offset: int = 0,
        limit: int = 20,
        passages: int = 3,
        confirmed: bool = False,
    ) -> list[NamingArticle]:
        """Return a window of the articles that name an entity, newest first.

        Each comes with its first passages, `passages` at the most.
        """
        with self._session.reading() as db:
            rows = db.execute(_of(_ARTICLES, confirmed), [entity_id, limit, offset]).fetchall()
            return [_naming(db, row, most=passages, confirmed=confirmed) for row in rows]

    def passages(
        self, entity_id: str, document_id: str, *, confirmed: bool = False
    ) -> list[Passage]:
        """Return every passage of an article that names an entity, in reading order."""
        with self._session.reading() as db:
            row = db.execute(_of(_SPANS, confirmed), [entity_id, document_id]).fetchone()
            return [] if row is None else passages_naming(db, document_id, row[0])

    def related(
        self,
        entity_id: str,
        *,
        kinds: Collection[Kind] = (),
        limit: int = 20,
        confirmed: bool = False,
    ) -> list[Related]:
        """Return the entities that appear with one, those most often in one paragraph first.

        `kinds` are those of interest, none for all.
        """
        with self._session.reading() as db:
            wanted = [kind.value for kind in kinds or Kind]
            query = _of(_RELATED, confirmed).format(", ".join("?" * len(wanted)))
            rows = db.execute(query, [entity_id, *wanted, limit]).fetchall()
            known = entities(db, [row[0] for row in rows])
            return [Related(known[other], count, both) for other, count, both in rows]

    def passages_together(
        self,
        entity_id: str,
        other_id: str,
        *,
        document_id: str = "",
        collection: str = "",
        offset: int = 0,
        limit: int = 20,
        confirmed: bool = False,
    ) -> list[Passage]:
        """Return the paragraphs that name both entities, newest article first, in reading order.

        Of one article or of a collection (the label's id) alone, where one is given.
        """
        if document_id:
            scope, given = "d.document_id = ?", [document_id]
        elif collection:
            only = WITH_CONFIRMED if confirmed else ""
            scope, given = _COUNTED_IN_COLLECTION.format(only), [collection]
        else:
            scope, given = "a.counted", []
        with self._session.reading() as db:
            query = _of(_BOTH, confirmed).format(scope)
            rows = db.execute(query, [entity_id, other_id, *given])
            found = (
                passage
                for document_id, spans, others in rows
                for passage in passages_of_both(db, document_id, spans, others)
            )
            return _window(found, offset, limit)

    def titles(self, document_ids: Collection[str]) -> dict[str, tuple[str, str]]:
        """Return title and date of articles by their ids."""
        query = "SELECT id, title, date FROM documents WHERE id IN {}"
        with self._session.reading() as db:
            return {each: (title, date) for each, title, date in rows_in(db, query, document_ids)}

    def months(self, entity_id: str, *, confirmed: bool = False) -> list[MonthCount]:
        """Return how often an entity is named in each month, by the articles' dates."""
        with self._session.reading() as db:
            return [
                MonthCount(f"{month // 100:04}-{month % 100:02}", articles, mentions)
                for month, articles, mentions in db.execute(_of(_MONTHS, confirmed), [entity_id])
            ]

    def network(
        self,
        *,
        document_id: str = "",
        collection: str = "",
        around: str = "",
        kinds: Collection[Kind] = (),
        limit: int = 50,
        confirmed: bool = False,
    ) -> Network:
        """Return the entities that matter most, `limit` at the most, and what connects them.

        Of one article, of a collection (the label's id), around one entity (its id; the articles
        that name it), or of the whole library where none is given.
        """
        with self._session.reading() as db:
            return network(
                db,
                document_id=document_id,
                collection=collection,
                around=around,
                kinds=tuple(kinds or Kind),
                limit=limit,
                confirmed=confirmed,
            )


def _of(query: str, confirmed: bool) -> str:
    """Return a query of all mentions as one of those that the user vouches for."""
    return query.replace("entity_mentions", CONFIRMED) if confirmed else query


def _naming(db: Database, row: tuple, *, most: int, confirmed: bool) -> NamingArticle:
    *summary, spans, story, entity = row
    copy_count = db.execute(_of(_COPIES, confirmed), [story, entity]).fetchone()[0]
    document_id, title, outlet, date, added, names, demonyms = summary
    return NamingArticle(
        document_id,
        title,
        outlet,
        date,
        added,
        names,
        demonyms,
        max(copy_count - 1, 0),
        tuple(passages_naming(db, document_id, spans, most=most)) if most else (),
    )


def _window(found: Iterable[Passage], offset: int, limit: int) -> list[Passage]:
    window: list[Passage] = []
    for number, passage in enumerate(found):
        if number >= offset + limit:
            break
        if number >= offset:
            window.append(passage)
    return window


def _day(moment: int | None) -> str:
    """Return a moment as a date in ISO 8601; "" for none."""
    if not moment:
        return ""
    digits = f"{moment:012}"
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}".replace("-00", "")


_TOTALS = """
    SELECT count(*), sum(m.names + m.demonyms), min(nullif(m.moment, 0)), max(m.moment)
    FROM entity_index e CROSS JOIN entity_mentions m ON m.entity = e.key
    WHERE e.entity_id = ? AND m.counted
"""
# First which, along the order in which they lie; then what is shown of these few.
_ARTICLES = """
    SELECT d.id, d.title, d.outlet, d.date, d.added, m.names, m.demonyms, m.spans, a.story, m.entity
    FROM (
        SELECT m.entity, m.moment, m.article
        FROM entity_index e CROSS JOIN entity_mentions m ON m.entity = e.key
        WHERE e.entity_id = ? AND m.counted
        ORDER BY m.moment DESC, m.article DESC LIMIT ? OFFSET ?
    ) w
    CROSS JOIN entity_mentions m
        ON m.entity = w.entity AND m.moment = w.moment AND m.article = w.article
    CROSS JOIN article_index a ON a.key = m.article
    CROSS JOIN documents d ON d.id = a.document_id
    ORDER BY m.moment DESC, m.article DESC
"""
_COPIES = """
    SELECT count(*) FROM article_index a
    CROSS JOIN entity_mentions m ON m.article = a.key
    CROSS JOIN documents d ON d.id = a.document_id
    WHERE a.story = ? AND m.entity = ? AND m.blocks != 0 AND d.deleted_at IS NULL
"""
_SPANS = """
    SELECT m.spans FROM entity_index e CROSS JOIN article_index a
    CROSS JOIN entity_mentions m ON m.article = a.key AND m.entity = e.key
    WHERE e.entity_id = ? AND a.document_id = ?
"""
_RELATED = """
    SELECT other.entity_id, r.articles, r.together
    FROM (
        SELECT b.entity AS entity, count(*) AS articles,
            sum(a.blocks & b.blocks != 0) AS together
        FROM entity_index e CROSS JOIN entity_mentions a ON a.entity = e.key
        CROSS JOIN entity_mentions b ON b.article = a.article
        WHERE e.entity_id = ? AND a.counted AND b.entity != a.entity AND b.blocks != 0
        GROUP BY b.entity
    ) r
    CROSS JOIN entity_index other ON other.key = r.entity
    CROSS JOIN entities n ON n.id = other.entity_id
    WHERE n.document_id IS NULL AND n.kind IN ({})
    ORDER BY r.together DESC, r.articles DESC, r.entity LIMIT ?
"""
_BOTH = """
    SELECT d.document_id, a.spans, b.spans
    FROM entity_index one CROSS JOIN entity_index other
    CROSS JOIN entity_mentions a ON a.entity = one.key
    CROSS JOIN entity_mentions b
        ON b.entity = other.key AND b.moment = a.moment AND b.article = a.article
    CROSS JOIN article_index d ON d.key = a.article
    WHERE one.entity_id = ? AND other.entity_id = ? AND {} AND a.blocks & b.blocks != 0
    ORDER BY a.moment DESC, a.article DESC
"""
# As the network has it: of one story the first of the collection's articles alone.
_COUNTED_IN_COLLECTION = """
    a.article IN (
        SELECT min(a.key) FROM labelled l CROSS JOIN documents o ON o.id = l.document_id
        CROSS JOIN article_index a ON a.document_id = o.id
        WHERE l.label_id = ? AND o.deleted_at IS NULL {} GROUP BY a.story
    )
"""
_MONTHS = """
    SELECT m.moment / 1000000 AS month, count(*), sum(m.names + m.demonyms)
    FROM entity_index e CROSS JOIN entity_mentions m ON m.entity = e.key
    WHERE e.entity_id = ? AND m.counted AND m.moment != 0 GROUP BY month ORDER BY month
"""
