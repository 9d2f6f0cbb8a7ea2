"""The passages that the user marked."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from reader.core.anchoring import place
from reader.core.annotations import Annotation, Colour
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.store.sqlite import Database, refers_to_nothing, storable_all

COLUMNS = (
    'id, document_id, "start", "end", quote, prefix, suffix, colour, comment, created, modified'
)
"""What `annotation_of` makes an annotation of."""


def annotations(db: Database, document_id: str) -> list[Annotation]:
    """Return a document's annotations in reading order, without deleted ones and orphans."""
    rows = db.execute(
        f"""
        SELECT {COLUMNS} FROM annotations
        WHERE document_id = ? AND deleted_at IS NULL AND orphaned_at IS NULL
        ORDER BY "start", "end", created, id
        """,  # noqa: S608
        [document_id],
    )
    return [annotation_of(row) for row in rows]


def annotation_of(row: Sequence) -> Annotation:
    """Return a row of `COLUMNS` as an annotation."""
    return Annotation(
        *row[:7], colour=Colour(row[7]), comment=row[8], created=row[9], modified=row[10]
    )


def save_annotation(db: Database, annotation: Annotation, *, now: str) -> None:
    """Insert an annotation, or replace the one of its id, which a deletion is undone by.

    Times that it doesn't know are filled in: `created` with the earlier one's, if any. One that was
    made in an earlier text of its article is placed in today's, or kept as an orphan.

    :raises LibraryError: where its document is not in the library.
    """
    try:
        _replace(db, *_placed(db, annotation), now=now)
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


def _placed(db: Database, annotation: Annotation) -> tuple[Annotation, int | None]:
    """Return an annotation where its quote is today, and where that is gone the text it was in."""
    row = db.execute(
        "SELECT text, number FROM texts WHERE document_id = ? AND number > 1",
        [annotation.document_id],
    ).fetchone()
    if row is None or row[0][annotation.start : annotation.end] == annotation.quote:
        return annotation, None
    text, number = row
    span = place(annotation.quote, annotation.prefix, annotation.suffix, text)
    if span is None:
        return annotation, number - 1
    return replace(annotation, start=span[0], end=span[1]), None


def _replace(db: Database, annotation: Annotation, text_number: int | None, *, now: str) -> None:
    db.execute(
        """
        INSERT INTO annotations
            (id, document_id, "start", "end", quote, prefix, suffix, colour, comment, created,
            modified, orphaned_at, text_number)
        VALUES (?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?,
            CAST(? AS TEXT), ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            document_id = excluded.document_id, "start" = excluded."start", "end" = excluded."end",
            quote = excluded.quote, prefix = excluded.prefix, suffix = excluded.suffix,
            colour = excluded.colour, comment = excluded.comment,
            created = CASE ? WHEN '' THEN created ELSE excluded.created END,
            modified = excluded.modified, deleted_at = NULL,
            orphaned_at = excluded.orphaned_at, text_number = excluded.text_number
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
            None if text_number is None else now,
            text_number,
            annotation.created,
        ],
    )


def delete_annotation(db: Database, annotation_id: str, *, now: str) -> None:
    """Mark an annotation as deleted; nothing where there is none of that id."""
    db.execute(
        "UPDATE annotations SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL",
        [now, annotation_id],
    )
