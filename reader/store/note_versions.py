"""What the notes on entities said before."""

from datetime import datetime, timedelta

from reader.core.notes import NoteVersion
from reader.store.note_links import written_now
from reader.store.sqlite import Database, storable

SPELL = timedelta(minutes=10)
"""How long one goes on writing before what stood there is kept as one more version."""


def keep_version(db: Database, entity_id: str, *, now: str, surely: bool = False) -> None:
    """Keep what a note says, as another text is about to take its place.

    What was typed a moment ago is no version: one is kept every ten minutes of writing, and
    `surely` where the text is replaced rather than written on. The same text is kept once.
    """
    row = db.execute(
        "SELECT text, created, modified FROM notes WHERE entity_id = ? AND deleted_at IS NULL",
        [entity_id],
    ).fetchone()
    if row is None or not row[0].strip():
        return
    text, created, modified = row
    last = db.execute(
        """
        SELECT number, text, iif(kept = '', saved, kept) FROM note_versions WHERE entity_id = ?
        ORDER BY number DESC LIMIT 1
        """,
        [entity_id],
    ).fetchone()
    number, before, since = last or (0, None, created)
    if text == before or not (surely or _is_long_ago(max(since, created), now)):
        return
    db.execute(
        """
        INSERT INTO note_versions (entity_id, number, text, saved, kept)
        VALUES (?, ?, CAST(? AS TEXT), ?, ?)
        """,
        [entity_id, number + 1, storable(text), modified, now],
    )


def versions(db: Database, entity_id: str) -> list[NoteVersion]:
    """Return what a note said before, the newest first; links as they would be written now."""
    rows = db.execute(
        "SELECT number, text, saved FROM note_versions WHERE entity_id = ? ORDER BY number DESC",
        [entity_id],
    ).fetchall()
    texts = written_now(db, [row[1] for row in rows])
    return [
        NoteVersion(number, text, saved)
        for (number, _, saved), text in zip(rows, texts, strict=True)
    ]


def _is_long_ago(since: str, now: str) -> bool:
    """Return whether a spell of writing has passed; a clock that was put back counts as one."""
    passed = datetime.fromisoformat(now) - datetime.fromisoformat(since)
    return passed >= SPELL or passed < timedelta(0)
