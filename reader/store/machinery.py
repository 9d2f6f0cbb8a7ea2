"""The triggers and views of a library are the program's own, whoever the file came from.

A library may be handed on. A trigger in it that someone added would do its work with the next
user's own edits: delete notes, say, or change them.
"""

import contextlib
import hashlib

from reader.store.schema import SCHEMA_VERSION, migrate
from reader.store.sqlite import Database, connect

DIGEST = "1f740809"
"""Of this schema's triggers and views; where a library's is the same, nothing is left to do."""

_PARTS = """
    SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')
    ORDER BY type DESC, name
"""

_Part = tuple[str, str, str]


def own_machinery(db: Database) -> bool:
    """Put the program's own triggers and views in a library of today's schema.

    Return whether there were others in it.
    """
    if digest(db) == DIGEST:
        return False
    with contextlib.closing(connect(None, busy_timeout_ms=0)) as fresh:
        migrate(fresh)
        own = _parts(fresh)
    if _parts(db) == own:
        return False
    db.execute("BEGIN IMMEDIATE")
    try:
        if db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
            for kind, name, _ in _parts(db):
                quoted = name.replace('"', '""')
                db.execute(f'DROP {kind} IF EXISTS "{quoted}"')
            for _, _, statement in own:
                db.execute(statement)
    except BaseException:
        db.rollback()
        raise
    db.commit()
    return True


def digest(db: Database) -> str:
    """Return a short sum of a library's triggers and views."""
    return hashlib.sha256(repr(_parts(db)).encode("utf-8", "replace")).hexdigest()[:8]


def _parts(db: Database) -> list[_Part]:
    return [(str(kind), str(name), str(sql)) for kind, name, sql in db.execute(_PARTS)]
