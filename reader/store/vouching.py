"""Whom the user vouches for: made by hand, picked, or said anything of but that it is nobody."""

from collections.abc import Collection

from reader.store.entities import roots
from reader.store.sqlite import Database, rows_in

# Not `worked_on_entities`: to say that something is nobody is no work on that nobody.
_VOUCHED = (
    "SELECT entity_id FROM own_entities WHERE deleted_at IS NULL",
    "SELECT entity_id FROM link_choices WHERE entity_id IS NOT NULL",
    """
    SELECT entity_id FROM corrections
    WHERE undone_at IS NULL AND action != 'reject' AND entity_id IS NOT NULL
    """,
)
_MEMBERS = "SELECT entity_id, into_id FROM merged_entities WHERE into_id IN {}"


def all_vouched(db: Database) -> frozenset[str]:
    """Return every entity that the user vouches for, or that one of these was merged into."""
    found: set[str] = {row[0] for query in _VOUCHED for row in db.execute(query)}
    merged = roots(db, found)
    return frozenset(merged.get(each, each) for each in found)


def vouched(db: Database, entity_ids: Collection[str]) -> set[str]:
    """Return those of these entities that the user vouches for, or what is one with them."""
    into = {each: each for each in entity_ids} | dict(rows_in(db, _MEMBERS, entity_ids))
    found = {
        row[0]
        for query in _VOUCHED
        for row in rows_in(db, f"{query} AND entity_id IN {{}}", into.keys())
    }
    return {into[each] for each in found}
