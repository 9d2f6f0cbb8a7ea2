"""A library on its way out: the rows of everything that is the user's own."""

import json
from collections.abc import Iterator
from typing import Any

from reader.core.transfer import Row
from reader.store.resources import resource
from reader.store.schema import SCHEMA_VERSION
from reader.store.sqlite import Database, rows_in
from reader.store.transfer_tables import OF_ENTITIES, TABLES, Table, columns, entity_columns

_TABLES = {table.name: table for table in TABLES}


class Outgoing:
    """What a library holds of the user's own, as it was when this was made.

    Only to be used inside of the transaction that it was made in. `tables` are their names in
    the order in which they can be taken in again.
    """

    schema = SCHEMA_VERSION
    tables = tuple(_TABLES)

    def __init__(self, db: Database) -> None:
        self._db = db
        self._entities = _spoken_of(db)

    def rows(self, name: str) -> Iterator[Row]:
        """Yield the rows of a table, always in the same order."""
        table = _TABLES[name]
        if name not in OF_ENTITIES:
            yield from _rows(self._db, table)
            return
        key = "id" if name == "entities" else "entity_id"
        for row in _rows(self._db, table):
            if row[key] in self._entities:
                yield row

    def resource_keys(self) -> list[str]:
        """Return the keys of the files that came with articles."""
        return [row[0] for row in self._db.execute("SELECT key FROM resources ORDER BY key")]

    def resource(self, key: str) -> bytes:
        """Return a file that came with articles."""
        found = resource(self._db, key)
        assert found is not None
        return found.data


def _rows(db: Database, table: Table) -> Iterator[Row]:
    names = list(columns(db, table))
    listed = ", ".join(f'"{name}"' for name in names)
    query = f"SELECT {listed} FROM {table.name} ORDER BY {table.order}"  # noqa: S608
    for row in db.execute(query):
        yield dict(zip(names, row, strict=True))


def _spoken_of(db: Database) -> set[str]:
    """Return the entities of which the user's own work speaks, also what it said before."""
    found: set[str] = set()
    for table, column in entity_columns(db):
        query = f'SELECT DISTINCT "{column}" FROM {table} WHERE "{column}" IS NOT NULL'  # noqa: S608
        found |= {row[0] for row in db.execute(query)}
    before: set[str] = set()
    for (entities,) in db.execute("SELECT entities FROM annotation_versions"):
        before |= set(json.loads(entities))
    for (choices,) in db.execute("SELECT choices FROM text_versions WHERE choices != '[]'"):
        before |= {entity_of_choice(choice) for choice in json.loads(choices)}
    return found | {row[0] for row in rows_in(db, "SELECT id FROM entities WHERE id IN {}", before)}


def entity_of_choice(choice: list[Any]) -> str:
    """Return the entity of a pick as a version of a text keeps it."""
    return choice[5]
