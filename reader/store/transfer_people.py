"""Whom the names in another library mean here: its entities, and its collections and tags."""

from collections import Counter
from collections.abc import Callable, Iterable

from reader.core.entities import normalize_name
from reader.core.folding import Folder
from reader.core.mentions import Kind
from reader.core.transfer import Apart, Merged, Part, Row
from reader.store.entities import identity, telling, words
from reader.store.sqlite import Database, storable
from reader.store.transfer_likeness import Likeness
from reader.store.transfer_tables import insert

Rows = Callable[[str], Iterable[Row]]
"""Returns the checked rows of a table that came in."""


class Names:
    """The ids that entities and labels of another library have in this one.

    An id alone says little of an entity, as ids follow from names: it is the same where the kind
    is, and the name or an identifier, and nothing speaks against it. Two people of one name, of
    whom two users wrote, are kept apart: whoever knows that they are one merges them.
    """

    def __init__(self, db: Database, rows: Rows, merged: Merged) -> None:
        self._db = db
        self._rows = rows
        self._merged = merged
        self._entities: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self.same: set[str] = set()
        """The entities that had the same id in both libraries, by their id here."""

    def entity(self, entity_id: str) -> str:
        """Return the id here of an entity that came in.

        :raises LookupError: where none of that id came in.
        """
        return self._entities[entity_id]

    def label(self, label_id: str) -> str:
        """Return the id here of a label that came in.

        :raises LookupError: where none of that id came in.
        """
        return self._labels[label_id]

    def mapped(self, row: Row) -> Row:
        """Return a row with the ids that its entities and labels have here."""
        changed = dict(row)
        for name in ("entity_id", "other_id", "target_entity"):
            if changed.get(name) is not None:
                changed[name] = self._entities[changed[name]]
        if changed.get("label_id") is not None:
            changed["label_id"] = self._labels[changed["label_id"]]
        return changed

    def in_choices(self, choices: Iterable[list]) -> list[list]:
        """Return picks with the entities that are here; those of entities that aren't are gone."""
        return [
            [*choice[:5], self._entities[choice[5]], choice[6]]
            for choice in choices
            if choice[5] in self._entities
        ]

    def known_entities(self, entity_ids: Iterable[str]) -> list[str]:
        """Return the ids here of entities that came in, without those that didn't."""
        return [self._entities[each] for each in entity_ids if each in self._entities]

    # Collections and tags

    def take_labels(self) -> None:
        """Take in collections and tags; one of the same name is the same."""
        folder = Folder()
        for row in self._rows("labels"):
            key = folder.fold(row["name"])
            there = self._label_there(row, key)
            self._labels[row["id"]] = there or row["id"]
            if there is None:
                insert(self._db, "labels", row | {"name_key": key})
                self._merged.added[Part.LABELS] += 1
            else:
                self._merged.there[Part.LABELS] += 1

    def _label_there(self, row: Row, key: str) -> str | None:
        query = "SELECT id FROM labels WHERE id = ? AND kind = ?"
        found = self._db.execute(query, [row["id"], row["kind"]]).fetchone()
        if found is None and row["deleted_at"] is None:
            found = self._db.execute(
                """
                SELECT id FROM labels
                WHERE kind = ? AND name_key = CAST(? AS TEXT) AND deleted_at IS NULL
                """,
                [row["kind"], storable(key)],
            ).fetchone()
        return None if found is None else found[0]

    # Entities

    def take_entities(self) -> None:
        """Take in entities with their names and identifiers; those that are here stay as is."""
        rows = list(self._rows("entities"))
        identifiers: dict[str, dict[str, str]] = {}
        for row in self._rows("identifiers"):
            identifiers.setdefault(row["entity_id"], {})[row["scheme"]] = row["value"]
        likeness = Likeness(self._db, self._rows)
        names = Counter((row["kind"], normalize_name(row["name"])) for row in rows)
        for row in rows:
            key = normalize_name(row["name"])
            is_alone = names[row["kind"], key] == 1
            own = identifiers.get(row["id"], {})
            there = self._entity_there(row, key, own, likeness, is_alone=is_alone)
            self._entities[row["id"]] = there or ""
        taken = {each for each in self._entities.values() if each}
        for row in rows:
            if self._entities[row["id"]]:
                self._merged.there[Part.ENTITIES] += 1
                continue
            entity_id = self._free_id(row["id"], taken)
            taken.add(entity_id)
            self._entities[row["id"]] = entity_id
            self._add(row | {"id": entity_id})
            if row["id"] in likeness.apart:
                there = likeness.apart[row["id"]]
                self._merged.apart.append(Apart(row["name"], there, entity_id))
        self._take_names()

    def _entity_there(
        self,
        row: Row,
        key: str,
        identifiers: dict[str, str],
        likeness: Likeness,
        *,
        is_alone: bool,
    ) -> str | None:
        """Return the id of the entity here that one is; None for none, or where it is in doubt."""
        kind = Kind(row["kind"])
        with_id = self._candidates("e.id = ?", [row["id"]], kind)
        all_named = self._candidates("e.name_key = CAST(? AS TEXT)", [storable(key)], kind)
        akin = [each for each, _ in all_named if likeness.is_sure(row, each)]
        if len(akin) == 1 and akin[0] != row["id"]:
            return akin[0]
        named = [each for each in all_named if not likeness.is_apart(row, each[0])]
        for entity_id, known in with_id:
            is_named = (entity_id, known) in named or _shares(kind, known, identifiers)
            if (
                is_named
                and not _differs(kind, known, identifiers)
                and not likeness.is_apart(row, entity_id)
            ):
                self.same.add(entity_id)
                return entity_id
        if row.get("document_id") is not None:  # an open name is of its article alone
            return None
        for scheme, value in identity(kind, identifiers).items():
            condition = """
                e.document_id IS NULL AND e.id IN (
                    SELECT entity_id FROM identifiers WHERE scheme = ? AND value = CAST(? AS TEXT))
            """
            found = self._candidates(condition, [scheme, storable(value)], kind)
            if found:
                return found[0][0]
        fitting = [each for each, known in named if not _differs(kind, known, identifiers)]
        is_telling = kind is not Kind.PERSON or len(words(key)) > 1
        return fitting[0] if key and is_alone and is_telling and len(fitting) == 1 else None

    def _candidates(
        self, condition: str, parameters: list, kind: Kind
    ) -> list[tuple[str, dict[str, str]]]:
        """Return the entities here that meet a condition, with their identifiers, oldest first."""
        open_too = "e.id = ?" in condition
        rows = self._db.execute(
            f"""
            SELECT e.id FROM entities e WHERE {condition} AND e.kind = ?
                AND (e.document_id IS NULL OR ?) ORDER BY e.rowid
            """,  # noqa: S608
            [*parameters, kind.value, open_too],
        ).fetchall()
        query = "SELECT scheme, value FROM identifiers WHERE entity_id = ?"
        return [(row[0], dict(self._db.execute(query, [row[0]]).fetchall())) for row in rows]

    def _free_id(self, wanted: str, taken: set[str]) -> str:
        free, number = wanted, 1
        while free in taken or self._is_there(free):
            number += 1
            free = f"{wanted}-{number}"
        return free

    def _is_there(self, entity_id: str) -> bool:
        query = "SELECT 1 FROM entities WHERE id = ?"
        return self._db.execute(query, [entity_id]).fetchone() is not None

    def _add(self, row: Row) -> None:
        key = normalize_name(row["name"])
        insert(self._db, "entities", row | {"name_key": key})
        if row["kind"] == Kind.PERSON.value and row.get("document_id") is None:
            for word in words(key):
                word_row = {"word": word, "entity_id": row["id"]}
                insert(self._db, "name_words", word_row, verb="INSERT OR IGNORE")
        self._merged.added[Part.ENTITIES] += 1

    def _take_names(self) -> None:
        for table, derive in (("aliases", True), ("identifiers", False)):
            for row in self._rows(table):
                mapped = self.mapped(row)
                if derive:
                    mapped["name_key"] = normalize_name(row["name"])
                insert(self._db, table, mapped, verb="INSERT OR IGNORE")


def _shares(kind: Kind, known: dict[str, str], identifiers: dict[str, str]) -> bool:
    return bool(identity(kind, known).items() & identity(kind, identifiers).items())


def _differs(kind: Kind, known: dict[str, str], identifiers: dict[str, str]) -> bool:
    """Return whether identifiers say that two entities can't be one."""
    one, other = telling(kind, known), telling(kind, identifiers)
    return any(other.get(scheme, value) != value for scheme, value in one.items())
