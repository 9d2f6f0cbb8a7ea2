"""The passages that the user marked."""

import sqlite3

from reader.core.annotations import Annotation, Colour
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.store.sqlite import Database, refers_to_nothing, storable_all


def annotations(db: Database, document_id: str) -> list[Annotation]:
    """Return a document's annotations in reading order, without the deleted ones."""
    rows = db.execute(
        """
        SELECT id, document_id, "start", "end", quote, prefix, suffix, colour, comment, created,
            modified
        FROM annotations WHERE document_id = ? AND deleted_at IS NULL
        ORDER BY "start", "end", created, id
        """,
        [document_id],
    )
    return [
        Annotation(
            *row[:7], colour=Colour(row[7]), comment=row[8], created=row[9], modified=row[10]
        )
        for row in rows
    ]


def save_annotation(db: Database, annotation: Annotation, *, now: str) -> None:
    """Insert an annotation, or replace the one of its id, which a deletion is undone by.

    Times that it doesn't know are filled in: `created` with the earlier one's, if any.

    :raises LibraryError: where its document is not in the library.
    """
    try:
        _replace(db, annotation, now=now)
    except sqlite3.IntegrityError as error:
        if not refers_to_nothing(error):
            raise
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The annotation was not saved, because its article is no longer in the library: "
                "copy its comment, open the article again and mark the passage anew.",
            )
        ) from error


def _replace(db: Database, annotation: Annotation, *, now: str) -> None:
    db.execute(
        """
        INSERT INTO annotations
            (id, document_id, "start", "end", quote, prefix, suffix, colour, comment, created,
            modified)
        VALUES (?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?,
            CAST(? AS TEXT), ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            document_id = excluded.document_id, "start" = excluded."start", "end" = excluded."end",
            quote = excluded.quote, prefix = excluded.prefix, suffix = excluded.suffix,
            colour = excluded.colour, comment = excluded.comment,
            created = CASE ? WHEN '' THEN created ELSE excluded.created END,
            modified = excluded.modified, deleted_at = NULL
        """,
        [
            annotation.id,
            annotation.document_id,
            annotation.start,
            annotation.end,
            *storable_all([annotation.quote, annotation.prefix, annotation.suffix]),
            annotation.colour.value,
            *storable_all([annotation.comment]),
            annotation.created or now,
            annotation.modified or now,
            annotation.created,
        ],
    )


def delete_annotation(db: Database, annotation_id: str, *, now: str) -> None:
    """Mark an annotation as deleted; nothing where there is none of that id."""
    db.execute(
        "UPDATE annotations SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL",
        [now, annotation_id],
    )
