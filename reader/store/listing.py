"""Windows of the list of articles: filtered, sorted and cut by SQLite."""

from reader.core.shelf import ArticleQuery, Sort
from reader.store.articles import SUMMARY, DocumentSummary, summaries_of, summary_of
from reader.store.mention_index import kind_bit
from reader.store.query import article_match
from reader.store.sqlite import Database, storable

_COLUMNS = {
    Sort.TITLE: ("title_key",),
    Sort.OUTLET: ("outlet_key", "day"),
    Sort.DATE: ("day",),
    Sort.ADDED: ("added",),
    Sort.OPENED: ("opened",),
    Sort.LENGTH: ("words",),
    Sort.PROGRESS: ("progress",),
    Sort.ANNOTATIONS: ("annotation_count",),
    Sort.NOTES: ("note_count",),
}
"""Each has an index of its own, so that a window far down is found without sorting."""


def is_filtered(query: ArticleQuery) -> bool:
    """Return whether a query takes more than a walk along an index."""
    return query != ArticleQuery(
        sort=query.sort, descending=query.descending, trashed=query.trashed
    )


def ids(
    db: Database, query: ArticleQuery, *, offset: int = 0, limit: int | None = None
) -> list[str]:
    """Return the ids of a window of the articles that a query asks for, in its order."""
    where, parameters = _where(query)
    rows = db.execute(
        f"SELECT d.id FROM documents d WHERE {where} ORDER BY {_order(query)} LIMIT ? OFFSET ?",  # noqa: S608
        [*parameters, -1 if limit is None else limit, offset],
    )
    return [row[0] for row in rows]


def matching(db: Database, text: str) -> set[int]:
    """Return the keys (of `article_index`) of the articles that have what the user typed."""
    match = article_match(text)
    if not match:
        return set()
    query = "SELECT rowid FROM search_articles WHERE search_articles MATCH ?"
    return {row[0] for row in db.execute(query, [match])}


def keyed_ids(db: Database, query: ArticleQuery) -> list[tuple[int, str]]:
    """Return keys and ids of the articles that a query asks for, in its order."""
    where, parameters = _where(query)
    return db.execute(
        f"""
        SELECT a.key, d.id FROM documents d JOIN article_index a ON a.document_id = d.id
        WHERE {where} ORDER BY {_order(query)}
        """,  # noqa: S608
        parameters,
    ).fetchall()


def shown(db: Database, document_ids: list[str], *, trashed: bool) -> list[DocumentSummary]:
    """Return what is shown of articles, in the order of their ids."""
    if not trashed:
        return summaries_of(db, document_ids)
    return [
        summary_of(row)
        for document_id in document_ids
        for row in db.execute(f"{SUMMARY} WHERE d.id = ?", [document_id])
    ]


def counted(db: Database, query: ArticleQuery) -> int:
    """Return how many articles a query asks for."""
    where, parameters = _where(query)
    return db.execute(
        f"SELECT count(*) FROM documents d WHERE {where}",  # noqa: S608
        parameters,
    ).fetchone()[0]


def values(db: Database, column: str) -> list[str]:
    """Return what the articles have in a column, the most frequent first."""
    rows = db.execute(
        f"""
        SELECT {column} FROM documents WHERE deleted_at IS NULL AND {column} != ''
        GROUP BY {column} ORDER BY count(*) DESC, {column}
        """  # noqa: S608
    )
    return [row[0] for row in rows]


def copies(db: Database, document_id: str) -> list[DocumentSummary]:
    """Return the other articles with nearly the same text, by when they came."""
    rows = db.execute(
        """
        SELECT b.document_id FROM article_index a JOIN article_index b ON b.story = a.story
        WHERE a.document_id = ? AND b.key != a.key ORDER BY b.key
        """,
        [document_id],
    )
    return summaries_of(db, [row[0] for row in rows])


def _order(query: ArticleQuery) -> str:
    direction = "DESC" if query.descending else "ASC"
    columns = (*_COLUMNS[query.sort], "rowid")
    return ", ".join(f"d.{column} {direction}" for column in columns)


def _where(query: ArticleQuery) -> tuple[str, list[str | bytes | int]]:
    """Return the condition of a query, and its parameters."""
    conditions = [f"d.deleted_at IS {'NOT ' if query.trashed else ''}NULL"]
    parameters: list[str | bytes | int] = []
    match = article_match(query.text)
    labels = (*query.tags, query.collection)
    for is_asked, condition, *values in (
        (match, _MATCHING, match),
        (query.text.strip() and not match, "0"),
        (query.entity_id, _NAMING, query.entity_id),
        (query.kind, _OF_KIND, kind_bit(query.kind) if query.kind else 0),
        *((label, _LABELLED, label) for label in labels),
        (query.outlet, "d.outlet = CAST(? AS TEXT)", query.outlet),
        (query.language, "d.language = CAST(? AS TEXT)", query.language),
        (query.date_from, "d.day >= ?", query.date_from),
        (query.date_to, "substr(d.day, 1, length(?)) <= ?", query.date_to, query.date_to),
        (query.unread is not None, "d.unread = ?", int(bool(query.unread))),
        (query.once, "d.is_copy = 0"),
    ):
        if is_asked:
            conditions.append(condition)
            parameters += [storable(v) if isinstance(v, str) else v for v in values]
    return " AND ".join(conditions), parameters


_LABELLED = """
    d.id IN (
        SELECT a.document_id FROM labels l CROSS JOIN labelled a ON a.label_id = l.id
        WHERE l.id = ? AND l.deleted_at IS NULL)
"""
_MATCHING = """
    d.id IN (SELECT a.document_id FROM article_index a WHERE a.key IN (
        SELECT rowid FROM search_articles WHERE search_articles MATCH ?))
"""
_NAMING = """
    d.id IN (
        SELECT a.document_id FROM entity_index e
        CROSS JOIN entity_mentions m ON m.entity = e.key
        CROSS JOIN article_index a ON a.key = m.article
        WHERE e.entity_id = ? AND m.blocks != 0)
"""
_OF_KIND = """
    EXISTS (SELECT 1 FROM article_index a WHERE a.document_id = d.id AND a.kinds & ? != 0)
"""
