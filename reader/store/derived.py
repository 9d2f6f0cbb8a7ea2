"""Keep what is derived in step with what it is derived from, inside of the same transaction.

Triggers note in `outdated` what a transaction has changed; `bring_up_to_date` sees to these before
it ends. The articles' texts are indexed where they are written, as they are at hand there.
"""

from collections.abc import Iterator

from reader.core.folding import Folder
from reader.store import schema_library
from reader.store.article_index import index_article, retitle
from reader.store.entities import entities, roots
from reader.store.mention_index import note_kind, redate, store_mentions
from reader.store.note_links import relink_article
from reader.store.origins import remember_all_origins
from reader.store.recognitions import latest_model, recognition
from reader.store.sqlite import Database


def bring_up_to_date(db: Database) -> None:
    """Derive anew what has changed in this transaction."""
    if db.execute("SELECT 1 FROM outdated LIMIT 1").fetchone() is None:
        return
    _forget_gone(db)
    for document_id, _ in _outdated(db, "title"):
        relink_article(db, document_id)
    _entities(db)
    _notes(db)
    _annotations(db)
    for document_id, before in _outdated(db, "title"):
        retitle(db, document_id, before)
    for document_id, _ in _outdated(db, "moment"):
        redate(db, document_id)
    for document_id, _ in _outdated(db, "mentions"):
        _mentions(db, document_id)
    for entity_id, _ in _outdated(db, "kind"):
        note_kind(db, entity_id)
    db.execute("DELETE FROM outdated")


def rebuild(db: Database) -> None:
    """Make all that is derived anew."""
    for table in ("search_articles", "search_notes", "search_annotations", "search_entities"):
        db.execute(f"DROP TABLE IF EXISTS {table}")
    db.executescript(schema_library.SEARCH)
    for table in (
        *("entity_mentions", "confirmed_mentions", "story_bands", "article_index"),
        "annotation_index",
    ):
        db.execute(f"DELETE FROM {table}")  # noqa: S608
    for statement in (
        "DELETE FROM outdated",
        "DELETE FROM entity_index",
        "INSERT INTO entity_index (entity_id) SELECT id FROM entities ORDER BY rowid",
        "INSERT INTO outdated SELECT 'entity', id, NULL FROM entities",
        "INSERT INTO outdated SELECT 'note', entity_id, NULL FROM notes",
        "INSERT INTO outdated SELECT 'annotation', id, NULL FROM annotations",
        "INSERT INTO outdated SELECT DISTINCT 'mentions', document_id, NULL FROM recognitions",
        """
        UPDATE documents SET is_copy = 0, annotation_count = (
            SELECT count(*) FROM annotations a
            WHERE a.document_id = documents.id AND a.deleted_at IS NULL
        )
        """,
    ):
        db.execute(statement)
    remember_all_origins(db)
    query = "SELECT id FROM documents ORDER BY added, rowid"
    for (document_id,) in db.execute(query).fetchall():
        title, text = db.execute(
            """
            SELECT d.title, t.text FROM documents d JOIN texts t ON t.document_id = d.id
            WHERE d.id = ?
            """,
            [document_id],
        ).fetchone()
        index_article(db, document_id, title, text)
    bring_up_to_date(db)


def _outdated(db: Database, what: str) -> list[tuple[str, str]]:
    return db.execute("SELECT id, before FROM outdated WHERE what = ?", [what]).fetchall()


def _mentions(db: Database, document_id: str) -> None:
    model = latest_model(db, document_id)
    found = recognition(db, document_id, model) if model else None
    if found is not None:
        store_mentions(db, found)


def _forget_gone(db: Database) -> None:
    """Take out of the search what was deleted."""
    for what, tables in _GONE.items():
        for key, _ in _outdated(db, what):
            for table in tables:
                db.execute(f"DELETE FROM {table} WHERE rowid = ?", [int(key)])  # noqa: S608


_GONE = {
    "annotation gone": ("search_annotations",),
    "entity gone": ("search_entities", "search_notes"),
}


def _entities(db: Database) -> None:
    """Index the names of entities; an article's own open name is nobody to be found."""
    rows = db.execute(
        """
        SELECT i.key, e.id FROM outdated o JOIN entities e ON e.id = o.id
        JOIN entity_index i ON i.entity_id = e.id
        WHERE o.what = 'entity' AND e.document_id IS NULL
        """
    ).fetchall()
    folder = Folder()
    db.conn.executemany("DELETE FROM search_entities WHERE rowid = ?", ((row[0],) for row in rows))
    merged = roots(db, [entity_id for _, entity_id in rows])  # found by the names of the other
    known = entities(db, [entity_id for _, entity_id in rows if entity_id not in merged])
    db.conn.executemany(
        "INSERT INTO search_entities (rowid, name, aliases) VALUES (?, ?, ?)",
        (
            (key, *_folded(folder, entity.name, _SEPARATOR.join(entity.aliases)))
            for key, entity_id in rows
            if (entity := known.get(entity_id)) is not None
        ),
    )


_SEPARATOR = "\x1f"


def _notes(db: Database) -> None:
    rows = db.execute(
        """
        SELECT i.key, n.text, n.deleted_at IS NULL FROM outdated o
        JOIN entity_index i ON i.entity_id = o.id JOIN notes n ON n.entity_id = o.id
        WHERE o.what = 'note'
        """
    ).fetchall()
    folder = Folder()
    for key, text, is_live in rows:
        db.execute("DELETE FROM search_notes WHERE rowid = ?", [key])
        if is_live:
            db.execute(
                "INSERT INTO search_notes (rowid, text) VALUES (?, ?)",
                [key, *_folded(folder, text)],
            )


def _annotations(db: Database) -> None:
    db.execute(
        """
        INSERT OR IGNORE INTO annotation_index (annotation_id)
        SELECT o.id FROM outdated o JOIN annotations a ON a.id = o.id WHERE o.what = 'annotation'
        """
    )
    rows = db.execute(
        """
        SELECT i.key, a.quote, a.comment, (
            SELECT group_concat(l.name, char(10)) FROM annotation_tags t
            JOIN labels l ON l.id = t.label_id
            WHERE t.annotation_id = a.id AND l.deleted_at IS NULL
        ), a.deleted_at IS NULL FROM outdated o
        JOIN annotation_index i ON i.annotation_id = o.id JOIN annotations a ON a.id = o.id
        WHERE o.what = 'annotation'
        """
    ).fetchall()
    folder = Folder()
    for key, quote, comment, tags, is_live in rows:
        db.execute("DELETE FROM search_annotations WHERE rowid = ?", [key])
        if is_live:
            db.execute(
                "INSERT INTO search_annotations (rowid, quote, comment) VALUES (?, ?, ?)",
                [key, *_folded(folder, quote, f"{comment}\n{tags}" if tags else comment)],
            )


def _folded(folder: Folder, *texts: str) -> Iterator[str]:
    return (" ".join(folder.words(text)) for text in texts)
