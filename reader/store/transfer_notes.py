"""Notes that come in from another library: the newer holds, the older becomes a version of it.

What was deleted stays deleted where that is newer than what it was deleted in.
"""

from collections.abc import Iterable

from reader.core.transfer import Part, Row
from reader.store.sqlite import storable
from reader.store.transfer_tables import insert
from reader.store.transfer_taking import Taking, first_of, stamp, take_versions

BETWEEN = "\n\n---\n\n"
"""What stands between two notes on an entity that had another id there."""


class Notes:
    """Takes in notes, with their versions and links."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._db = taking.db

    def take_in(self) -> None:
        """Take in the notes."""
        links: dict[str, list[Row]] = {}
        for row in self._taking.rows("note_links"):
            links.setdefault(row["entity_id"], []).append(self._taking.names.mapped(row))
        earlier: dict[str, list[Row]] = {}
        for row in self._taking.rows("note_versions"):
            earlier.setdefault(row["entity_id"], []).append(self._taking.names.mapped(row))
        for row in self._taking.rows("notes"):
            came = row["entity_id"]
            self._take_note(self._taking.names.mapped(row), came, links.pop(came, []))
            take_versions(self._db, "note_versions", "entity_id", earlier.pop(came, []))
        for rows in earlier.values():  # of notes that are no more
            take_versions(self._db, "note_versions", "entity_id", rows)
        for rows in links.values():
            self._link(rows)

    def _take_note(self, row: Row, came: str, links: list[Row]) -> None:
        entity_id = row["entity_id"]
        here = first_of(self._db, "SELECT * FROM notes WHERE entity_id = ?", entity_id)
        if here is None:
            insert(self._db, "notes", row)
            self._link(links)
            self._taking.merged.added[Part.NOTES] += 1
        elif row["text"] == here["text"] or self._is_kept(entity_id, row["text"]):
            self._taking.merged.there[Part.NOTES] += 1
        elif entity_id not in self._taking.names.same or came != entity_id:
            self._join(row, here)
            self._link(links)
        elif stamp(row) > stamp(here):
            self._keep_note(here)
            self._write_note(row)
            self._db.execute("DELETE FROM note_links WHERE entity_id = ?", [entity_id])
            self._link(links)
            self._taking.merged.updated[Part.NOTES] += 1
        else:
            self._keep_note(row)
            self._taking.merged.there[Part.NOTES] += 1

    def _is_kept(self, entity_id: str, text: str) -> bool:
        """Return whether a note, or one that it was, has that text."""
        query = """
            SELECT text FROM notes WHERE entity_id = :id
            UNION ALL SELECT text FROM note_versions WHERE entity_id = :id
        """
        texts = [row[0] for row in self._db.execute(query, {"id": entity_id})]
        return any(text in (each, *each.split(BETWEEN)) for each in texts)

    def _join(self, row: Row, here: Row) -> None:
        """Write two people's notes on one entity one below the other."""
        if row["deleted_at"] is not None:
            self._keep_note(row)
            self._taking.merged.there[Part.NOTES] += 1
            return
        text = row["text"] if here["deleted_at"] else f"{here['text']}{BETWEEN}{row['text']}"
        self._keep_note(here)
        self._write_note(
            row | {"text": text, "created": here["created"], "modified": self._taking.now}
        )
        self._taking.merged.updated[Part.NOTES] += 1

    def _write_note(self, row: Row) -> None:
        # Not as an upsert: its way with conflicts would be that of the triggers too.
        self._db.execute(
            """
            UPDATE notes SET text = CAST(? AS TEXT), created = ?, modified = ?, deleted_at = ?
            WHERE entity_id = ?
            """,
            [
                storable(row["text"]),
                *(row["created"], row["modified"], row["deleted_at"], row["entity_id"]),
            ],
        )

    def _keep_note(self, row: Row) -> None:
        version = {"entity_id": row["entity_id"], "text": row["text"], "saved": row["modified"]}
        take_versions(self._db, "note_versions", "entity_id", [version])

    def _link(self, links: Iterable[Row]) -> None:
        for row in links:
            insert(self._db, "note_links", row, verb="INSERT OR IGNORE")
