"""Two entities that the user said are one, and their notes; and apart again.

Nothing of what is stored of either moves: whoever reads an entity is led to the one with which it
is one. The notes alone are joined, as the user goes on writing in one.
"""

import json
from collections.abc import Sequence

from reader.core.corrections import Correction
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.store.correction_rows import gone
from reader.store.entities import entities, root
from reader.store.note_links import called_now, link_rows, store_links
from reader.store.note_versions import keep_version
from reader.store.sqlite import Database, storable

BETWEEN = "\n\n---\n\n"
"""What stands between two notes that became one."""

_Row = Sequence[str | None]


def check_merge(db: Database, entity_id: str, other_id: str) -> None:
    """Refuse to make two entities one that already are, or one of which is another by now.

    :raises LibraryError: where that is so, or one is not in the library.
    """
    if len(entities(db, {entity_id, other_id})) != len({entity_id, other_id}):
        raise gone()
    if root(db, other_id) != other_id or root(db, entity_id) == other_id or entity_id == other_id:
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The two can't be merged, because one of them is merged with another already: "
                "split these first.",
            )
        )


def check_split(db: Database, merge: Correction) -> None:
    """Refuse to split from an entity what is by now in yet another one.

    :raises LibraryError: where that is so.
    """
    if root(db, merge.entity_id) != merge.entity_id:
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The two can't be split, because both were merged into another entity since: "
                "split that one first.",
            )
        )


def refresh_merged(db: Database) -> None:
    """Derive from the merges which entity each one is."""
    parents = dict(
        db.execute(
            """
            SELECT other_id, entity_id FROM corrections
            WHERE action = 'merge' AND scope = 'entity' AND undone_at IS NULL ORDER BY number
            """
        ).fetchall()
    )
    into: list[tuple[str, str]] = []
    for entity_id, parent in parents.items():
        seen = {entity_id}
        while parent in parents and parent not in seen:
            seen.add(parent)
            parent = parents[parent]  # noqa: PLW2901
        into.append((entity_id, parent))
    db.execute("DELETE FROM merged_entities")
    db.conn.executemany("INSERT INTO merged_entities (entity_id, into_id) VALUES (?, ?)", into)


def join_notes(db: Database, entity_id: str, other_id: str, *, now: str) -> str:
    """Add the note on another entity to that on an entity; return how both were, in JSON."""
    own, other = _note(db, entity_id), _note(db, other_id)
    text = _text(other)
    if text:
        for each in (entity_id, other_id):
            keep_version(db, each, now=now, surely=True)
        joined = f"{_text(own)}{BETWEEN}{text}" if _text(own) else text
        _write(db, entity_id, (joined, own[1] if own else now, now, None))
        db.execute("UPDATE notes SET deleted_at = ? WHERE entity_id = ?", [now, other_id])
        links = [*(link_rows(db, entity_id) if _text(own) else ()), *link_rows(db, other_id)]
        store_links(db, entity_id, joined, before=links)
    return json.dumps({"own": own, "other": other})


def part_notes(db: Database, entity_id: str, other_id: str, kept: str, *, now: str) -> None:
    """Give both entities their notes again; what was written into the joined one stays in it."""
    before = json.loads(kept)
    own, other = before["own"], before["other"]
    text = _text(other)
    if not text:
        return
    for each in (entity_id, other_id):
        keep_version(db, each, now=now, surely=True)
    # What it links to may have another name since; the joined note has it already.
    text, links = called_now(db, {other_id: (text, link_rows(db, other_id))})[other_id]
    _write(db, other_id, (text, *other[1:]))
    current = _note(db, entity_id)
    left = _without(_text(current), text)
    if left == _text(own):
        restored = own or (text, now, now, now)
        _write(db, entity_id, restored)
    elif current is not None and left != _text(current):
        _write(db, entity_id, (left or text, current[1], now, None if left else now))
    store_links(db, other_id, text, before=links)
    store_links(db, entity_id, _text(_note(db, entity_id)))


def _without(text: str, part: str) -> str:
    """Return a note without what was joined to it; as it is where that isn't in it whole."""
    if text == part:
        return ""
    if text.endswith(BETWEEN + part):
        return text[: -len(BETWEEN + part)]
    if text.startswith(part + BETWEEN):
        return text[len(part + BETWEEN) :]
    return text.replace(BETWEEN + part + BETWEEN, BETWEEN, 1)


def _note(db: Database, entity_id: str) -> _Row | None:
    query = "SELECT text, created, modified, deleted_at FROM notes WHERE entity_id = ?"
    return db.execute(query, [entity_id]).fetchone()


def _text(note: _Row | None) -> str:
    """Return the text of a note, "" where there is none or it was deleted."""
    return "" if note is None or note[3] is not None else note[0] or ""


def _write(db: Database, entity_id: str, note: _Row) -> None:
    text, created, modified, deleted_at = note
    values = [storable(text or ""), created, modified, deleted_at, entity_id]
    # Not as an upsert: its way with conflicts would be that of the triggers too.
    written = db.execute(
        """
        UPDATE notes SET text = CAST(? AS TEXT), created = ?, modified = ?, deleted_at = ?
        WHERE entity_id = ?
        """,
        values,
    )
    if not written.rowcount:
        db.execute(
            """
            INSERT INTO notes (text, created, modified, deleted_at, entity_id)
            VALUES (CAST(? AS TEXT), ?, ?, ?, ?)
            """,
            values,
        )
