"""Picks and corrections that come in from another library; of two, the later holds."""

import contextlib
from collections.abc import Iterable, Sequence

from reader.core.anchoring import place
from reader.core.corrections import Action, Correction, Scope
from reader.core.entities import normalize_name
from reader.core.errors import LibraryError
from reader.core.transfer import Part, Row
from reader.store.correction_changes import follow_up, relink
from reader.store.correction_rows import context, rows
from reader.store.merging import check_merge, join_notes, refresh_merged
from reader.store.sqlite import storable
from reader.store.transfer_tables import insert
from reader.store.transfer_taking import Taking, all_of, first_of


class Said:
    """Takes in what the user said of names."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._db = taking.db

    def take_in(self) -> None:
        """Take in picks, then corrections."""
        for row in self._taking.rows("link_choices"):
            self._take_choice(row)
        self._take_corrections()

    def _take_choice(self, row: Row) -> None:
        row = self._taking.names.mapped(row) | {"name_key": normalize_name(row["name"])}
        article = row["document_id"]
        if row["start"] is not None and self._taking.has_moved(article):
            placed = self._placed(article, row["start"], row["end"])
            if placed is None:  # it stays with its text, which is among the versions
                return
            row |= {"start": placed[0], "end": placed[1]}
        here = first_of(
            self._db,
            """
            SELECT rowid AS number, made FROM link_choices WHERE document_id = ? AND kind = ?
                AND name_key = CAST(? AS TEXT) AND "start" IS ? AND "end" IS ?
            """,
            *(article, row["kind"], storable(row["name_key"]), row["start"], row["end"]),
        )
        if here is not None and here["made"] >= row["made"]:
            return
        if here is not None:
            self._db.execute("DELETE FROM link_choices WHERE rowid = ?", [here["number"]])
        insert(self._db, "link_choices", row)

    def _placed(self, article: str, start: int, end: int) -> tuple[int, int] | None:
        before = self._taking.there[article].text
        (text,) = self._db.execute(
            "SELECT text FROM texts WHERE document_id = ?", [article]
        ).fetchone()
        prefix, suffix = context(before, start, end)
        return place(before[start:end], prefix, suffix, text, before=before, start=start)

    def _take_corrections(self) -> None:
        known = all_of(self._db, "SELECT * FROM corrections ORDER BY number")
        said = {_saying(row) for row in known}
        new: list[Row] = []
        for row in self._taking.rows("corrections"):
            mapped = self._taking.names.mapped(row) | {"name_key": normalize_name(row["name"])}
            _check_correction(mapped)
            if _saying(mapped) in said:
                self._taking.merged.there[Part.CORRECTIONS] += 1
            elif mapped["entity_id"] is None or mapped["entity_id"] != mapped["other_id"]:
                new.append(self._correction_here(mapped))
        if not new:
            return
        self._taking.merged.added[Part.CORRECTIONS] += len(new)
        numbers = self._number([*known, *new])
        came = [each for number in numbers for each in rows(self._db, "number = ?", [number])]
        self._merge([each for each in came if each.action is Action.MERGE and not each.undone])
        relink(self._db, came)
        follow_up(self._db, came)

    def _merge(self, merges: Sequence[Correction]) -> None:
        """Let those merges hold that fit with what holds here; others are kept as taken back."""
        mark = "UPDATE corrections SET undone_at = ? WHERE number = ?"
        for each in merges:
            self._db.execute(mark, [self._taking.now, each.number])
        refresh_merged(self._db)
        for each in merges:
            with contextlib.suppress(LibraryError):
                check_merge(self._db, each.entity_id, each.other_id)
                self._db.execute(mark, [None, each.number])
                refresh_merged(self._db)

    def join_notes(self) -> None:
        """Add each note on an entity that is one with another to the note on that one."""
        while (found := self._db.execute(_PARTED).fetchone()) is not None:
            number, entity_id, other_id = found
            kept = join_notes(self._db, entity_id, other_id, now=self._taking.now)
            self._db.execute(
                "UPDATE corrections SET kept = CAST(? AS TEXT) WHERE number = ?",
                [storable(kept), number],
            )

    def _correction_here(self, row: Row) -> Row:
        """Return a correction where its mention is in the text of here; else it waits for one."""
        article = row["document_id"]
        start, end = row["start"], row["end"]
        if start is None or end is None or not self._taking.has_moved(article):
            return row
        placed = self._placed(article, start, end)
        if placed is None:
            return row | {"orphaned_at": row["orphaned_at"] or self._taking.now}
        return row | {"start": placed[0], "end": placed[1], "orphaned_at": None}

    def _number(self, said: list[Row]) -> list[int]:
        """Have corrections hold in the order in which they were made, as the later ones win.

        Return the numbers of those that came in.
        """
        ordered = sorted(said, key=lambda row: row["made"])
        if any("number" in row for row in said):
            self._db.execute("DELETE FROM corrections")
        else:
            ordered = said
        for number, row in enumerate(ordered, 1):
            insert(self._db, "corrections", row | {"number": number})
        return [number for number, row in enumerate(ordered, 1) if "number" not in row]


_PARTED = """
    SELECT c.number, c.entity_id, c.other_id FROM corrections c
    JOIN notes n ON n.entity_id = c.other_id
    WHERE c.action = 'merge' AND c.scope = 'entity' AND c.undone_at IS NULL
        AND n.deleted_at IS NULL AND n.text != ''
    ORDER BY c.number LIMIT 1
"""


def _saying(row: Row) -> tuple:
    names = "change_id action scope document_id name kind entity_id other_id value shift made"
    return tuple(row[name] for name in names.split())


def _check_correction(row: Row) -> None:
    """Refuse a correction that lacks what its action or scope needs.

    :raises ValueError: where it does.
    """
    if row["scope"] == Scope.MENTION.value and (row["start"] is None or not row["document_id"]):
        raise ValueError("a correction of one mention that isn't anywhere")
    if row["scope"] == Scope.ENTITY.value and row["entity_id"] is None:
        raise ValueError("a correction of no entity")
    if row["action"] == Action.MERGE.value and row["other_id"] is None:
        raise ValueError("a merge with nobody")


def choices_of(rows: Iterable[Row]) -> dict[str, list[list[object]]]:
    """Return picks by article, as a version of a text keeps them."""
    picks: dict[str, list[list[object]]] = {}
    for row in rows:
        kept = [row["kind"], normalize_name(row["name"]), row["start"], row["end"], row["name"]]
        picks.setdefault(row["document_id"], []).append([*kept, row["entity_id"], row["made"]])
    return picks
