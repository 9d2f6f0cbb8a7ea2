"""The trash: articles that are found nowhere else, until they are restored or destroyed."""

from collections.abc import Collection

from reader.store.article_index import article_key, forget_article
from reader.store.resources import drop_unused
from reader.store.sqlite import Database, rows_in
from reader.store.stories import recount


def standing(db: Database, document_ids: Collection[str]) -> dict[str, tuple[str, bool]]:
    """Return the titles of articles, those that are gone left out, and whether each is in it."""
    query = "SELECT id, title, deleted_at IS NOT NULL FROM documents WHERE id IN {}"
    rows = rows_in(db, query, list(dict.fromkeys(document_ids)))
    return {row[0]: (row[1], bool(row[2])) for row in rows}


def delete(db: Database, document_ids: Collection[str], *, now: str) -> list[str]:
    """Put articles into the trash; return which were moved."""
    return _move(db, document_ids, deleted_at=now)


def restore(db: Database, document_ids: Collection[str]) -> list[str]:
    """Take articles out of the trash; return which were moved."""
    return _move(db, document_ids, deleted_at=None)


def _move(db: Database, document_ids: Collection[str], *, deleted_at: str | None) -> list[str]:
    state = "NOT NULL" if deleted_at is None else "NULL"
    query = f"SELECT id FROM documents WHERE deleted_at IS {state} AND id IN {{}}"  # noqa: S608
    moved = [row[0] for row in rows_in(db, query, list(dict.fromkeys(document_ids)))]
    db.conn.executemany(
        "UPDATE documents SET deleted_at = ? WHERE id = ?", [(deleted_at, each) for each in moved]
    )
    stories = "SELECT DISTINCT story FROM article_index WHERE document_id IN {}"
    for story in {row[0] for row in rows_in(db, stories, moved)}:
        recount(db, story)
    return moved


def empty(db: Database, document_ids: Collection[str] | None) -> int:
    """Destroy articles that are in the trash, None for all of these; return how many."""
    if document_ids is None:
        rows = db.execute("SELECT id FROM documents WHERE deleted_at IS NOT NULL").fetchall()
    else:
        query = "SELECT id FROM documents WHERE deleted_at IS NOT NULL AND id IN {}"
        rows = list(rows_in(db, query, list(dict.fromkeys(document_ids))))
    for (document_id,) in rows:
        _destroy(db, document_id)
    drop_unused(db)
    return len(rows)


def _destroy(db: Database, document_id: str) -> None:
    key = article_key(db, document_id)
    forget_article(db, document_id)
    for table in ("entity_mentions", "confirmed_mentions"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", [key])  # noqa: S608
    db.execute("DELETE FROM article_index WHERE key = ?", [key])
    for table in ("recognized_mentions", "recognized_entities"):
        db.execute(
            f"""
            DELETE FROM {table} WHERE recognition_id IN (
                SELECT id FROM recognitions WHERE document_id = ?
            )
            """,  # noqa: S608
            [document_id],
        )
    for table in _BELONGING:
        db.execute(f"DELETE FROM {table} WHERE document_id = ?", [document_id])  # noqa: S608
    _free_open_names(db, document_id)
    db.execute("DELETE FROM documents WHERE id = ?", [document_id])


def _free_open_names(db: Database, document_id: str) -> None:
    """Delete the article's open names; one on which there is a note is an entity of its own now."""
    db.execute(
        """
        DELETE FROM entities WHERE document_id = ? AND id NOT IN (
            SELECT entity_id FROM held_entities
            UNION SELECT entity_id FROM recognized_entities
        )
        """,
        [document_id],
    )
    db.execute(
        "INSERT OR IGNORE INTO outdated SELECT 'entity', id, NULL FROM entities "
        "WHERE document_id = ?",
        [document_id],
    )
    db.execute("UPDATE entities SET document_id = NULL WHERE document_id = ?", [document_id])


_BELONGING = (
    "recognitions",
    "annotations",
    "link_choices",
    "corrections",
    "labelled",
    "edited_metadata",
    "origins",
    "fetched_pictures",
    "article_resources",
    "text_versions",
    "texts",
)
