"""Whether two of one name are one person, by what two users wrote of them."""

from collections.abc import Callable, Iterable

from reader.core.mentions import Kind
from reader.core.transfer import Row
from reader.store.entities import root
from reader.store.merging import BETWEEN
from reader.store.sqlite import Database

_Rows = Callable[[str], Iterable[Row]]


class Likeness:
    """Compare who comes in with who is here: by the identifiers that were given, and the notes.

    `apart` are those that were found to be others, by their id there, with the id here.
    """

    def __init__(self, db: Database, rows: _Rows) -> None:
        self._db = db
        self.apart: dict[str, str] = {}
        self._given: dict[str, dict[str, str]] = {}
        for row in rows("own_identifiers"):
            self._given.setdefault(row["entity_id"], {})[row["scheme"]] = row["value"]
        self._notes = {row["entity_id"]: row for row in rows("notes") if _is_written(row)}
        self._before: dict[str, list[str]] = {}
        for row in rows("note_versions"):
            self._before.setdefault(row["entity_id"], []).append(row["text"])

    def is_sure(self, came: Row, entity_id: str) -> bool:
        """Return whether they are one whatever else differs.

        They are by an identifier that was given to both, and by a note of one origin.
        """
        here = self._given_here(entity_id)
        there = self._given.get(came["id"], {})
        return bool(here.items() & there.items()) or self._is_one_note(came["id"], entity_id)

    def is_apart(self, came: Row, entity_id: str) -> bool:
        """Return whether something says that they are two; keep it in `apart` where it does.

        Of people two notes do that are not of one origin: a name is no proof.
        """
        if self.is_sure(came, entity_id):
            return False
        here, there = self._given_here(entity_id), self._given.get(came["id"], {})
        is_apart = any(here.get(scheme, value) != value for scheme, value in there.items())
        if came["kind"] == Kind.PERSON.value:
            # On one that is another by now the note may be of that one.
            is_alone = root(self._db, entity_id) == entity_id
            has_both = came["id"] in self._notes and self._note_here(entity_id) is not None
            is_apart |= is_alone and has_both
        if is_apart:
            self.apart.setdefault(came["id"], entity_id)
        return is_apart

    def _given_here(self, entity_id: str) -> dict[str, str]:
        query = "SELECT scheme, value FROM own_identifiers WHERE entity_id = ?"
        return dict(self._db.execute(query, [root(self._db, entity_id)]).fetchall())

    def _is_one_note(self, came: str, entity_id: str) -> bool:
        """Return whether a note and that here come of each other."""
        note, here = self._notes.get(came), self._note_here(entity_id)
        if note is None or here is None:
            return False
        text, created = here
        query = "SELECT text FROM note_versions WHERE entity_id = ?"
        known = [row[0] for row in self._db.execute(query, [root(self._db, entity_id)])]
        before = self._before.get(came, [])
        return (
            created == note["created"]
            or _holds([text, *known], note["text"])
            or _holds([note["text"], *before], text)
        )

    def _note_here(self, entity_id: str) -> tuple[str, str] | None:
        query = """
            SELECT text, created FROM notes
            WHERE entity_id = ? AND deleted_at IS NULL AND text != ''
        """
        return self._db.execute(query, [root(self._db, entity_id)]).fetchone()


def _is_written(note: Row) -> bool:
    return note["deleted_at"] is None and bool(note["text"].strip())


def _holds(texts: Iterable[str], text: str) -> bool:
    """Return whether a text is one of these, or was joined to one of them."""
    return any(text in (each, *each.split(BETWEEN)) for each in texts)
