"""Notes that come in from another library: the newer holds, the older becomes a version of it.

What was deleted stays deleted where that is newer than what it was deleted in.
"""

from reader.core.transfer import Part, Row
from reader.store.merging import BETWEEN
from reader.store.note_links import (
    NOTES,
    LinkRow,
    called_now,
    link_rows,
    store_links,
    write_links,
)
from reader.store.sqlite import storable
from reader.store.transfer_tables import insert
from reader.store.transfer_taking import Taking, first_of, links_of, stamp, take_versions


class Notes:
    """Takes in notes, with their versions and links.

    What they link to is called as it is called here, where what was said of names is already.
    """

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._db = taking.db

    def take_in(self) -> None:
        """Take in the notes."""
        links = links_of(self._taking, NOTES)
        earlier: dict[str, list[Row]] = {}
        for row in self._taking.rows("note_versions"):
            earlier.setdefault(row["entity_id"], []).append(self._taking.names.mapped(row))
        notes = {row["entity_id"]: row for row in self._taking.rows("notes")}
        if links.keys() - notes.keys():
            raise ValueError("links of notes that aren't there")
        called = called_now(
            self._db, {each: (row["text"], links.get(each, [])) for each, row in notes.items()}
        )
        for came, row in notes.items():
            mapped = self._taking.names.mapped(row)
            rows = links.get(came, [])
            if row["deleted_at"] is None:  # a deleted one stays as it was
                mapped["text"], rows = called[came]
            self._take_note(mapped, came, rows)
            take_versions(self._db, "note_versions", "entity_id", earlier.pop(came, []))
        for rows in earlier.values():  # of notes that are no more
            take_versions(self._db, "note_versions", "entity_id", rows)

    def _take_note(self, row: Row, came: str, links: list[LinkRow]) -> None:
        entity_id = row["entity_id"]
        here = first_of(self._db, "SELECT * FROM notes WHERE entity_id = ?", entity_id)
        if here is None:
            insert(self._db, "notes", row)
            write_links(self._db, entity_id, links)
            self._taking.merged.added[Part.NOTES] += 1
        elif row["text"] == here["text"] or self._is_kept(entity_id, row["text"]):
            self._taking.merged.there[Part.NOTES] += 1
        elif entity_id not in self._taking.names.same or came != entity_id:
            self._join(row, here, links)
        elif stamp(row) > stamp(here):
            self._keep_note(here)
            self._write_note(row)
            write_links(self._db, entity_id, links)
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

    def _join(self, row: Row, here: Row, links: list[LinkRow]) -> None:
        """Write two people's notes on one entity one below the other."""
        if row["deleted_at"] is not None:
            self._keep_note(row)
            self._taking.merged.there[Part.NOTES] += 1
            return
        text, before = row["text"], links
        if here["deleted_at"] is None:
            text = f"{here['text']}{BETWEEN}{text}"
            before = [*link_rows(self._db, here["entity_id"]), *links]
        self._keep_note(here)
        self._write_note(
            row | {"text": text, "created": here["created"], "modified": self._taking.now}
        )
        store_links(self._db, here["entity_id"], text, before=before)
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
