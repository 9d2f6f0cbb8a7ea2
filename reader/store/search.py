"""Search in the whole library as one types."""

import re
import sqlite3
from collections.abc import Callable, Collection, Sequence

from reader.core.errors import LibraryError
from reader.core.folding import Folder
from reader.core.search import Hit, HitGroup, HitKind, Snippet
from reader.core.snippets import best_passage, matches, pattern_of, snippet_of
from reader.store.derived import rebuild
from reader.store.entities import entities
from reader.store.entity_search import matching_entities
from reader.store.query import Term, match_of, terms_of
from reader.store.session import Session
from reader.store.sqlite import Database


class Search:
    """The search of a library, for the thread that opened it alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(
        self, text: str, *, kinds: Collection[HitKind] = tuple(HitKind), limit: int = 20
    ) -> list[HitGroup]:
        """Return what has all the words of `text`, up to `limit` of each kind, none without hits.

        Case and accents don't count, but ñ is not n; words in quotes are a phrase; the last word
        may go on, unless a space or a quote follows it. Nothing that is typed is an error. An index
        that is damaged is made anew.
        """
        try:
            return self._find(text, kinds, limit)
        except LibraryError as error:
            if getattr(error.__cause__, "sqlite_errorcode", 0) != sqlite3.SQLITE_CORRUPT_VTAB:
                raise
        self.rebuild()
        return self._find(text, kinds, limit)

    def _find(self, text: str, kinds: Collection[HitKind], limit: int) -> list[HitGroup]:
        terms = terms_of(text)
        pattern = pattern_of([(term.words, term.is_prefix) for term in terms])
        if pattern is None:
            return []
        found = _Found(terms, pattern, limit + 1)
        groups: list[HitGroup] = []
        with self._session.reading() as db:
            for kind in HitKind:
                hits = _FINDERS[kind](db, found) if kind in kinds else []
                if hits:
                    groups.append(HitGroup(kind, tuple(hits[:limit]), has_more=len(hits) > limit))
        return groups

    def rebuild(self) -> None:
        """Make the index anew from what the library holds, and all else that is derived."""
        with self._session.writing() as db:
            rebuild(db)


class _Found:
    """What is looked for: the expression of FTS5, and what finds it again in a text."""

    def __init__(self, terms: list[Term], pattern: re.Pattern[str], limit: int) -> None:
        self.terms = terms
        self.match = match_of(terms)
        self.pattern = pattern
        self.limit = limit
        self._folder = Folder()

    def whole(self, text: str) -> Snippet:
        """Return a short text as a snippet with its matches."""
        spans = [span[:2] for span in matches(text, self.pattern, self._folder)]
        return snippet_of(text, spans, around=0, length=len(text))

    def passage(self, text: str) -> tuple[Snippet, int, int]:
        """Return the best passage of a text, and the span of its first match; 0, 0 for none."""
        span = best_passage(text, self.pattern, self._folder)
        if span is None:
            return snippet_of(text, [], around=0), 0, 0
        low = max(0, span[0] - 400)
        near = matches(text[low : span[1] + 400], self.pattern, self._folder)
        spans = [(low + start, low + end) for start, end, _ in near]
        return snippet_of(text, spans, around=span[0]), *span


def _articles(db: Database, found: _Found) -> list[Hit]:
    hits: list[Hit] = []
    for key in _most_relevant(db, found):
        row = db.execute(_ARTICLE, [key]).fetchone()
        document_id, title, outlet, date, text = row
        snippet, offset, end = found.passage(text)
        hits.append(
            Hit(
                HitKind.ARTICLE,
                found.whole(title),
                snippet,
                document_id=document_id,
                outlet=outlet,
                date=date,
                offset=offset,
                end=end,
            )
        )
    return hits


def _most_relevant(db: Database, found: _Found) -> list[int]:
    """Return the keys of the articles that match best, the best first.

    A common word stands in most articles, and to weigh them all takes longer than typing the next
    letter: of very many those with all the words in their title count, and else the newest.
    """
    match = match_of(found.terms, shortest_prefix=2)
    row = db.execute(_CUTOFF, [match, _MOST_WEIGHED]).fetchone()
    cutoff = -1 if row is None else row[0]
    weighed = [key for (key,) in db.execute(_WEIGHED, [match, cutoff, found.limit])]
    if row is None:
        return weighed
    titled = [key for (key,) in db.execute(_TITLED, [f"title : ({match})", found.limit])]
    return list(dict.fromkeys([*titled, *weighed]))[: found.limit]


_MOST_WEIGHED = 2000
"""How many articles are weighed, in some 3 ms."""

_LIVE = """
    rowid NOT IN (
        SELECT a.key FROM documents d CROSS JOIN article_index a ON a.document_id = d.id
        WHERE d.deleted_at IS NOT NULL
    )
"""
_CUTOFF = """
    SELECT rowid FROM search_articles WHERE search_articles MATCH ?
    ORDER BY rowid DESC LIMIT 1 OFFSET ?
"""
_WEIGHED = f"""
    SELECT rowid FROM search_articles WHERE search_articles MATCH ? AND rowid > ? AND {_LIVE}
    ORDER BY bm25(search_articles, 8.0, 1.0), rowid DESC LIMIT ?
"""  # noqa: S608
_TITLED = f"""
    SELECT rowid FROM search_articles WHERE search_articles MATCH ? AND {_LIVE}
    ORDER BY rowid DESC LIMIT ?
"""  # noqa: S608
_ARTICLE = """
    SELECT d.id, d.title, d.outlet, d.date, t.text
    FROM article_index a CROSS JOIN documents d ON d.id = a.document_id
    CROSS JOIN texts t ON t.document_id = d.id WHERE a.key = ?
"""


def _notes(db: Database, found: _Found) -> list[Hit]:
    rows = db.execute(_NOTES, [found.match, found.limit]).fetchall()
    known = entities(db, [row[0] for row in rows])
    return [
        Hit(
            HitKind.NOTE,
            found.whole(known[entity_id].name),
            found.passage(text)[0],
            entity_id=entity_id,
            entity_kind=known[entity_id].kind,
            article_count=count,
        )
        for entity_id, count, text in rows
    ]


_NOTES = """
    SELECT e.id, i.articles, n.text
    FROM (
        SELECT rowid AS key, bm25(search_notes) AS relevance
        FROM search_notes WHERE search_notes MATCH ?
    ) s
    CROSS JOIN entity_index i ON i.key = s.key
    CROSS JOIN entities e ON e.id = i.entity_id
    CROSS JOIN notes n ON n.entity_id = e.id
    WHERE n.deleted_at IS NULL ORDER BY s.relevance, s.key DESC LIMIT ?
"""


def _annotations(db: Database, found: _Found) -> list[Hit]:
    hits: list[Hit] = []
    rows = db.execute(_ANNOTATIONS, [found.match, found.limit])
    for annotation_id, document_id, start, end, quote, comment, tags, title, outlet, date in rows:
        text = "\n".join(filter(None, (quote, comment, tags)))
        hits.append(
            Hit(
                HitKind.ANNOTATION,
                Snippet(title),
                found.passage(text)[0],
                document_id=document_id,
                annotation_id=annotation_id,
                outlet=outlet,
                date=date,
                offset=start,
                end=end,
            )
        )
    return hits


_ANNOTATIONS = """
    SELECT a.id, a.document_id, a."start", a."end", a.quote, a.comment, (
            SELECT group_concat(l.name, ' · ') FROM annotation_tags t
            JOIN labels l ON l.id = t.label_id
            WHERE t.annotation_id = a.id AND l.deleted_at IS NULL
        ), d.title, d.outlet, d.date
    FROM (
        SELECT rowid AS key, bm25(search_annotations, 1.0, 2.0) AS relevance
        FROM search_annotations WHERE search_annotations MATCH ?
    ) s
    CROSS JOIN annotation_index i ON i.key = s.key
    CROSS JOIN annotations a ON a.id = i.annotation_id
    CROSS JOIN documents d ON d.id = a.document_id
    WHERE a.deleted_at IS NULL AND d.deleted_at IS NULL
    ORDER BY s.relevance, s.key DESC LIMIT ?
"""


def _entities(db: Database, found: _Found) -> list[Hit]:
    rows = matching_entities(db, found.match, limit=found.limit)
    known = entities(db, [row[0] for row in rows])
    hits: list[Hit] = []
    for entity_id, count in rows:
        entity = known[entity_id]
        others = " · ".join(entity.aliases)
        hits.append(
            Hit(
                HitKind.ENTITY,
                found.whole(entity.name),
                found.passage(others)[0],
                entity_id=entity_id,
                entity_kind=entity.kind,
                article_count=count,
            )
        )
    return hits


_FINDERS: dict[HitKind, Callable[[Database, _Found], Sequence[Hit]]] = {
    HitKind.ENTITY: _entities,
    HitKind.ARTICLE: _articles,
    HitKind.NOTE: _notes,
    HitKind.ANNOTATION: _annotations,
}
