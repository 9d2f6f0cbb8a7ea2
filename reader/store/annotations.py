"""The passages that the user marked."""

from reader.core.annotations import Annotation, Colour
from reader.store.sqlite import Database, storable_all


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
    """
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
