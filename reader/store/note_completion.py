"""What a link may lead to, as one types its name."""

from reader.core.folding import Folder
from reader.core.notes import NoteTarget, TargetKind
from reader.store.entities import entities
from reader.store.entity_search import matching_entities
from reader.store.note_links import entity_target
from reader.store.query import match_of, terms_of
from reader.store.sqlite import Database


def completions(db: Database, typed: str, *, limit: int) -> list[NoteTarget]:
    """Return the entities and articles whose names have the typed words, the best first.

    Case and accents don't count, and the last word may go on. For nothing typed these are the
    entities that were noted last, and the articles opened last.
    """
    terms = terms_of(typed)
    if not terms:
        return _recent(db, limit)
    match = match_of(terms)
    found = [row[0] for row in matching_entities(db, match, limit=limit, with_merged=False)]
    articles = db.execute(_ARTICLES, [f"title : ({match})", limit]).fetchall()
    # As many articles as there is room for, but some in any case.
    room = max(limit - len(found), limit // 3)
    articles = articles[:room]
    return [
        *_entities(db, found[: limit - len(articles)], typed),
        *(_article(*row) for row in articles),
    ]


def _recent(db: Database, limit: int) -> list[NoteTarget]:
    noted = db.execute(
        "SELECT entity_id FROM notes WHERE deleted_at IS NULL ORDER BY modified DESC LIMIT ?",
        [limit - limit // 3],
    )
    found = _entities(db, [row[0] for row in noted], "")
    opened = db.execute(_OPENED, [limit - len(found)])
    return [*found, *(_article(*row) for row in opened)]


def _entities(db: Database, entity_ids: list[str], typed: str) -> list[NoteTarget]:
    """Return entities; one whose name lacks a typed word comes with the other name that has it."""
    known = entities(db, entity_ids)
    folder = Folder()
    words = folder.words(typed)
    targets: list[NoteTarget] = []
    for entity_id in entity_ids:
        entity = known[entity_id]
        detail = ""
        if not _has(folder, entity.name, words):
            detail = next((each for each in entity.aliases if _has(folder, each, words)), "")
        targets.append(entity_target(entity, detail))
    return targets


def _has(folder: Folder, name: str, words: list[str]) -> bool:
    own = folder.words(name)
    return all(any(each.startswith(word) for each in own) for word in words)


def _article(document_id: str, title: str, outlet: str, date: str) -> NoteTarget:
    detail = " · ".join(part for part in (outlet, date[:10]) if part)
    return NoteTarget(TargetKind.ARTICLE, document_id, " ".join(title.split()), detail=detail)


_ARTICLES = """
    SELECT d.id, d.title, d.outlet, coalesce(d.date, '') FROM (
        SELECT rowid AS key FROM search_articles WHERE search_articles MATCH ?
        ORDER BY rowid DESC LIMIT 200
    ) s
    CROSS JOIN article_index a ON a.key = s.key
    CROSS JOIN documents d ON d.id = a.document_id
    WHERE d.deleted_at IS NULL ORDER BY a.key DESC LIMIT ?
"""
_OPENED = """
    SELECT id, title, outlet, coalesce(date, '') FROM documents
    WHERE deleted_at IS NULL ORDER BY opened DESC LIMIT ?
"""
