"""Which tables of a library are the user's own work, and how their rows go out and come in.

What is derived from others stays out: it is derived anew where they come in.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite
from typing import Any

from reader.core.annotations import Colour
from reader.core.corrections import Action, Scope
from reader.core.mentions import Kind
from reader.core.placing import How
from reader.core.shelf import Field, LabelKind
from reader.core.transfer import Row
from reader.store.sqlite import Database, storable

MOST = 1 << 53
"""Numbers from here on aren't the same in every reader of JSON."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `order` of its rows, `derived` columns that stay out."""

    name: str
    order: str = "rowid"
    derived: frozenset[str] = field(default_factory=frozenset)


TABLES = (
    Table("resources", "key", frozenset(("packed", "data"))),
    Table(
        "documents",
        derived=frozenset(
            "text_id words length title_key outlet_key annotation_count note_count is_copy".split()
        ),
    ),
    Table("texts", "(SELECT d.rowid FROM documents d WHERE d.id = document_id)"),
    Table("text_versions", "document_id, number", frozenset(("text_id",))),
    Table("origins", "kind, value, document_id"),
    Table("edited_metadata", "document_id, field"),
    Table("article_resources", "document_id, key"),
    Table("fetched_pictures", "document_id, source"),
    Table("labels", "rowid", frozenset(("name_key",))),
    Table("labelled", "label_id, document_id"),
    Table("entities", "rowid", frozenset(("name_key",))),
    Table("aliases", "entity_id, rowid", frozenset(("name_key",))),
    Table("identifiers", "entity_id, rowid"),
    Table("own_identifiers", "entity_id, rowid"),
    Table("own_entities", "entity_id"),
    Table("entity_tags", "entity_id, label_id"),
    Table("notes", "entity_id"),
    Table("note_versions", "entity_id, number"),
    Table("note_links", "entity_id, number"),
    Table("annotations", "document_id, id"),
    Table("annotation_places", "annotation_id, text_id"),
    Table("annotation_tags", "annotation_id, label_id"),
    Table("annotation_entities", "annotation_id, entity_id"),
    Table("annotation_versions", "annotation_id, number"),
    Table("comment_links", "annotation_id, number"),
    Table("colour_names", "colour"),
    Table("link_choices", "rowid", frozenset(("name_key",))),
    Table("corrections", "number", frozenset(("number", "name_key"))),
)
"""The user's tables, each after those that it refers to."""

NOT_THE_USERS = frozenset(
    "name_words recognitions recognized_entities recognized_mentions article_index story_bands "
    "entity_index annotation_index entity_mentions confirmed_mentions outdated "
    "merged_entities".split()
)
"""The tables that can be derived again."""

OF_ENTITIES = frozenset(("entities", "aliases", "identifiers"))
"""Of these only what the user's work speaks of goes out; the rest is a cache."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, with its type in SQLite."""

    name: str
    type: str
    is_optional: bool
    has_default: bool


def columns(db: Database, table: Table) -> dict[str, Column]:
    """Return the columns of a table that go out, by name."""
    rows = db.execute(f"PRAGMA table_xinfo({table.name})")
    return {
        name: Column(name, kind, not required, default is not None)
        for _, name, kind, required, default, _, hidden in rows
        if not hidden and name not in table.derived
    }


def entity_columns(db: Database) -> Iterator[tuple[str, str]]:
    """Yield each table and column of the user's work that refers to an entity."""
    for table in TABLES:
        if table.name not in OF_ENTITIES:
            for row in db.execute(f"PRAGMA foreign_key_list({table.name})"):
                if row[2] == "entities":
                    yield table.name, row[3]


def insert(db: Database, table: str, row: Row, *, verb: str = "INSERT") -> None:
    """Insert a row; `verb` may say what becomes of one that is there."""
    names = ", ".join(f'"{name}"' for name in row)
    places = ", ".join("CAST(? AS TEXT)" if isinstance(v, str) else "?" for v in row.values())
    values = [storable(value) if isinstance(value, str) else value for value in row.values()]
    db.execute(f"{verb} INTO {table} ({names}) VALUES ({places})", values)


# What comes in can't be trusted

_ID = re.compile(r"[^\x00-\x1f\ud800-\udfff]{1,400}")
_IDS = frozenset(
    "id document_id entity_id label_id annotation_id other_id change_id text_id key original "
    "target_entity target_document".split()
)
_TIMES = frozenset(
    "added opened since made created modified saved deleted_at undone_at orphaned_at".split()
)
_POSITIVE = frozenset(("number", "text_number"))
_COUNTED = frozenset(("start", "end", "position", "place"))
_FROM_ZERO = frozenset((("note_links", "number"), ("comment_links", "number")))
_ONE_OF: dict[tuple[str, str], Collection[str]] = {
    ("entities", "kind"): [kind.value for kind in Kind if kind is not Kind.DEMONYM],
    ("link_choices", "kind"): [kind.value for kind in Kind],
    ("corrections", "kind"): [kind.value for kind in Kind],
    ("corrections", "action"): [action.value for action in Action],
    ("corrections", "scope"): [scope.value for scope in Scope],
    ("labels", "kind"): [kind.value for kind in LabelKind],
    ("annotations", "colour"): [colour.value for colour in Colour],
    ("annotation_versions", "colour"): [colour.value for colour in Colour],
    ("colour_names", "colour"): [colour.value for colour in Colour],
    ("annotation_places", "how"): [how.value for how in How],
    ("edited_metadata", "field"): [field.value for field in Field],
    ("aliases", "short"): [0, 1],  # type: ignore[dict-item]
    ("documents", "unread"): [0, 1],  # type: ignore[dict-item]
}


def checked(table: str, row: Row, known: dict[str, Column]) -> Row:
    """Return a row that came in, with all its columns.

    :raises ValueError: where it isn't one of this table.
    """
    if not isinstance(row, dict) or row.keys() - known.keys():
        raise ValueError(f"columns of {table}")
    complete: Row = {}
    for name, column in known.items():
        if name not in row:
            if not column.is_optional and not column.has_default:
                raise ValueError(f"{table}.{name} is missing")
            continue
        complete[name] = _value(table, row[name], column)
    if "start" in complete and complete["start"] is not None:
        _check_span(complete["start"], complete["end"])
    for name, check in _JSON.get(table, {}).items():
        check(json.loads(complete[name]))
    return complete


def _value(table: str, value: Any, column: Column) -> Any:
    name = column.name
    if value is None:
        if not column.is_optional:
            raise ValueError(f"{table}.{name} is empty")
        return None
    if not _is_of_type(value, column.type):
        raise ValueError(f"{table}.{name} is of another type")
    if name in _IDS and not _ID.fullmatch(value):
        raise ValueError(f"{table}.{name} is no id")
    if name in _TIMES and value:
        datetime.fromisoformat(value)
    first = 0 if name in _COUNTED or (table, name) in _FROM_ZERO else 1
    if name in _COUNTED | _POSITIVE and value < first:
        raise ValueError(f"{table}.{name} is negative")
    if value not in _ONE_OF.get((table, name), (value,)):
        raise ValueError(f"{table}.{name} is unknown")
    return value


def _is_of_type(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return False
    if kind == "TEXT":
        return isinstance(value, str)
    if kind == "INTEGER":
        return isinstance(value, int) and abs(value) < MOST
    return isinstance(value, int | float) and abs(value) < MOST and isfinite(value)


def _check_span(start: Any, end: Any) -> None:
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end < MOST:
        raise ValueError(f"span {start}–{end}")


def _check_texts(values: Any) -> None:
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise ValueError("no list of texts")


def _check_candidates(values: Any) -> None:
    for start, end, score in values:
        _check_span(start, end)
        if not _is_of_type(score, "REAL"):
            raise ValueError("no score")


def _check_choices(values: Any) -> None:
    for kind, name_key, start, end, name, entity_id, made in values:
        _check_texts([kind, name_key, name, entity_id, made])
        Kind(kind)
        if start is not None or end is not None:
            _check_span(start, end)


def _check_object(value: Any) -> None:
    if not isinstance(value, dict):
        raise ValueError("no object")


_JSON: dict[str, dict[str, Callable[[Any], None]]] = {
    "text_versions": {"choices": _check_choices},
    "annotation_places": {"candidates": _check_candidates},
    "annotation_versions": {"tags": _check_texts, "entities": _check_texts},
    "corrections": {"kept": _check_object},
}
