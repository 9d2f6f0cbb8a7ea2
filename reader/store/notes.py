"""The user's notes on entities."""

import sqlite3
from collections.abc import Iterable, Mapping

from reader.core.entities import Note
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.notes import NoteTarget
from reader.store.entities import root
from reader.store.note_links import store_links
from reader.store.note_versions import keep_version
from reader.store.sqlite import Database, rows_in, storable


def notes(db: Database, entity_ids: Iterable[str]) -> dict[str, Note]:
    """Return the notes on these entities by their id; those without a note are left out."""
    wanted = list(entity_ids)
    found = {row[0]: Note(*row) for row in rows_in(db, _NOTES, wanted)}
    return {each: found[each] for each in wanted if each in found}


_NOTES = """
    SELECT entity_id, text, modified FROM notes WHERE deleted_at IS NULL AND entity_id IN {}
"""


def save_note(
    db: Database,
    entity_id: str,
    text: str,
    *,
    based_on: str | None = None,
    chosen: Mapping[str, NoteTarget] | None = None,
    now: str,
) -> Note:
    """Replace an entity's note; a text without content removes it, the last one stays on file.

    An entity that is one with another has that one's note. An unchanged text keeps its date.
    `based_on` is the date of the note that was edited, "" for none: where another window has
    written since then, both texts are kept, one below the other. What was there before is kept as a
    version, surely where much of it was deleted, and whom its links mean, by name `chosen` where
    the user chose.

    :raises LibraryError: where the library has no such entity.
    """
    entity_id = root(db, entity_id)
    current = notes(db, [entity_id]).get(entity_id)
    if current is not None and current.text == text:
        return current
    if current is not None and based_on is not None and current.modified != based_on:
        text = f"{text}\n\n---\n\n{current.text}" if text.strip() else current.text
    is_cut = current is not None and len(text) < len(current.text) // 2
    keep_version(db, entity_id, now=now, surely=is_cut or not text.strip())
    if not text.strip():
        db.execute(
            "UPDATE notes SET deleted_at = ? WHERE entity_id = ? AND deleted_at IS NULL",
            [now, entity_id],
        )
        return Note(entity_id, "", now)
    _write(db, entity_id, text, now=now)
    store_links(db, entity_id, text, chosen=chosen)
    return Note(entity_id, text, now)


def _write(db: Database, entity_id: str, text: str, *, now: str) -> None:
    try:
        db.execute(
            """
            INSERT INTO notes (entity_id, text, created, modified) VALUES (?, CAST(? AS TEXT), ?, ?)
            ON CONFLICT (entity_id) DO UPDATE SET
                text = excluded.text, modified = excluded.modified, deleted_at = NULL
            """,
            [entity_id, storable(text), now, now],
        )
    except sqlite3.IntegrityError as error:  # another process has emptied the cache
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The note was not saved, because its entity is no longer in the library: copy the "
                "note's text, open the article again and paste it there.",
            )
        ) from error
