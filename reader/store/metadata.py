"""What the user says of an article; it outlives what a later import says."""

from collections.abc import Collection, Mapping

from reader.core.document import Document
from reader.core.shelf import Field
from reader.store.origins import remember_origins
from reader.store.sqlite import Database, rows_in, storable


def edit(
    db: Database, document_id: str, changes: Mapping[Field, str | None]
) -> dict[Field, str | None]:
    """Keep what the user says, None for what the source says; return what undoes it."""
    if db.execute("SELECT 1 FROM documents WHERE id = ?", [document_id]).fetchone() is None:
        return {}
    edited = edited_fields(db, document_id)
    undoing: dict[Field, str | None] = {}
    for field, value in changes.items():
        current = db.execute(
            f"SELECT {field.value} FROM documents WHERE id = ?",  # noqa: S608
            [document_id],
        ).fetchone()[0]
        undoing[field] = current if field in edited else None
        if value is None:
            now = _take_back(db, document_id, field, current)
        else:
            now = value
            db.execute(
                """
                INSERT OR IGNORE INTO edited_metadata (document_id, field, found)
                VALUES (?, ?, CAST(? AS TEXT))
                """,
                [document_id, field.value, storable(current)],
            )
        db.execute(
            f"UPDATE documents SET {field.value} = CAST(? AS TEXT) WHERE id = ?",  # noqa: S608
            [storable(now), document_id],
        )
        if field is Field.URL:
            remember_origins(db, document_id, Document(document_id, "", "", (), url=now))
    return undoing


def _take_back(db: Database, document_id: str, field: Field, current: str) -> str:
    """Forget what the user said of a field, and return what the source says."""
    row = db.execute(
        "SELECT found FROM edited_metadata WHERE document_id = ? AND field = ?",
        [document_id, field.value],
    ).fetchone()
    db.execute(
        "DELETE FROM edited_metadata WHERE document_id = ? AND field = ?",
        [document_id, field.value],
    )
    return current if row is None else row[0]


def edited_fields(db: Database, document_id: str) -> frozenset[Field]:
    """Return what the user has said of an article's metadata."""
    rows = db.execute("SELECT field FROM edited_metadata WHERE document_id = ?", [document_id])
    return frozenset(Field(row[0]) for row in rows)


def replace_metadata(db: Database, document_id: str, document: Document) -> None:
    """Keep what a newer version of an article says of itself; what the user said holds."""
    edited = edited_fields(db, document_id)
    for field in Field:
        value = getattr(document, field.value)
        if not value:
            continue
        if field in edited:
            statement = """
                UPDATE edited_metadata SET found = CAST(? AS TEXT)
                WHERE document_id = ? AND field = ?
            """
            db.execute(statement, [storable(value), document_id, field.value])
        else:
            statement = f"UPDATE documents SET {field.value} = CAST(? AS TEXT) WHERE id = ?"  # noqa: S608
            db.execute(statement, [storable(value), document_id])
    if document.source:
        db.execute(
            "UPDATE documents SET source = CAST(? AS TEXT) WHERE id = ?",
            [storable(document.source), document_id],
        )


def mark_read(db: Database, document_ids: Collection[str], *, read: bool) -> list[str]:
    """Say that articles were read, or weren't; return those that this changed."""
    query = f"SELECT id FROM documents WHERE unread = {int(read)} AND id IN {{}}"  # noqa: S608
    changed = [row[0] for row in rows_in(db, query, document_ids)]
    db.conn.executemany(
        "UPDATE documents SET unread = ? WHERE id = ?", [(not read, each) for each in changed]
    )
    return changed
