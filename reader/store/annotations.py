"""The passages that the user marked."""

from collections.abc import Sequence
from dataclasses import replace

from reader.core.annotations import Annotation, Colour
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.store.annotation_links import keep_version, save_entities, save_tags, with_links
from reader.store.note_links import COMMENTS, store_links
from reader.store.places import Search, forget_place, keep_place, moved, place_in
from reader.store.sqlite import Database, storable_all, told_if_gone

COLUMNS = (
    'id, document_id, "start", "end", quote, prefix, suffix, colour, comment, created, modified'
)
"""What `annotation_of` makes an annotation of, without its tags and entities."""


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
    return with_links(db, map(annotation_of, rows))


def orphans(db: Database, document_id: str) -> list[Annotation]:
    """Return a document's annotations without a place today, in the order of the texts of then."""
    rows = db.execute(
        f"""
        SELECT {COLUMNS} FROM annotations
        WHERE document_id = ? AND deleted_at IS NULL AND orphaned_at IS NOT NULL
        ORDER BY text_number, "start", "end", created, id
        """,  # noqa: S608
        [document_id],
    )
    return with_links(db, map(annotation_of, rows))


def annotation(db: Database, annotation_id: str) -> Annotation | None:
    """Return an annotation, an orphan too; None where there is none or it is deleted."""
    query = f"SELECT {COLUMNS} FROM annotations WHERE id = ? AND deleted_at IS NULL"  # noqa: S608
    found = db.execute(query, [annotation_id]).fetchall()
    return next(iter(with_links(db, map(annotation_of, found))), None)


def annotation_of(row: Sequence) -> Annotation:
    """Return a row of `COLUMNS` as an annotation; `with_links` gives it tags and entities."""
    return Annotation(
        *row[:7], colour=Colour(row[7]), comment=row[8], created=row[9], modified=row[10]
    )


def save_annotation(
    db: Database, annotation: Annotation, *, now: str, before: Annotation | None = None
) -> bool:
    """Insert an annotation, or replace the one of its id, which a deletion is undone by.

    Tags and entities that `before` has too are left as they are: meanwhile the tag may have another
    name, or the entity be one with another. So is a comment that is that of `before`, as what it
    links to may have another name; return whether it is another one here.

    Times that it doesn't know are filled in: `created` with the earlier one's, if any. One that was
    made in an earlier text of its article is placed in today's, or kept as an orphan.

    :raises LibraryError: where its document is not in the library.
    """
    gone = LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The annotation was not saved, because its article is no longer in the library: "
            "copy its comment, open the article again and mark the passage anew.",
        )
    )
    with told_if_gone(gone):
        found = db.execute(
            f"SELECT {COLUMNS} FROM annotations WHERE id = ?",  # noqa: S608
            [annotation.id],
        ).fetchall()
        was = next(iter(with_links(db, map(annotation_of, found))), None)
        asked = annotation.comment
        if was is not None and before is not None and before.comment == asked:
            annotation = replace(annotation, comment=was.comment)
        _replace(db, *_placed(db, annotation, now=now), now=now)
        store_links(db, annotation.id, annotation.comment, of=COMMENTS)
        tags, linked = (None, None) if before is None else (before.tags, before.entity_ids)
        save_tags(db, annotation.id, annotation.tags, now=now, before=tags)
        save_entities(db, annotation.id, annotation.entity_ids, now=now, before=linked)
        if was is not None:
            keep_version(db, was, annotation, now=now)
    return annotation.comment != asked


def _placed(db: Database, annotation: Annotation, *, now: str) -> tuple[Annotation, int | None]:
    """Return an annotation where its passage is today; where that is gone, the text it was in."""
    row = db.execute(
        """
        SELECT t.text, t.number, d.text_id FROM texts t JOIN documents d ON d.id = t.document_id
        WHERE t.document_id = ? AND t.number > 1
        """,
        [annotation.document_id],
    ).fetchone()
    if row is None:
        return annotation, None
    text, number, text_id = row
    span = (annotation.start, annotation.end)
    known = place_in(db, annotation.id, text_id)
    if text[slice(*span)] == annotation.quote:
        if known is not None and known.span != span:
            forget_place(db, annotation.id, text_id)
        return annotation, None
    was_in = _text_of(db, annotation, before=number)
    placing = known or Search(db, annotation.document_id, text).find(annotation, number=was_in)
    if known is None and _is_there(db, annotation.id):
        keep_place(db, annotation.id, text_id, placing, now=now)
    if placing.span is None:
        return annotation, was_in
    return moved(annotation, text, placing.span), None


def _text_of(db: Database, annotation: Annotation, *, before: int) -> int:
    """Return the number of the last text that has an annotation's quote where it says."""
    rows = db.execute(
        "SELECT number, text FROM text_versions WHERE document_id = ? ORDER BY number DESC",
        [annotation.document_id],
    )
    span = slice(annotation.start, annotation.end)
    return next((number for number, text in rows if text[span] == annotation.quote), before - 1)


def _is_there(db: Database, annotation_id: str) -> bool:
    query = "SELECT 1 FROM annotations WHERE id = ?"
    return db.execute(query, [annotation_id]).fetchone() is not None


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
