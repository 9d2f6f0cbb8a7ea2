"""The library's entities, and what of their names and identifiers tells them apart."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from reader.core.entities import Entity, normalize_name
from reader.core.mentions import Kind
from reader.store.sqlite import Database, rows_in

_PARTICLES = frozenset(
    "de del la las los y e van von der den da das do dos di al el bin ben".split()
)
"""Words that belong to a surname without being one: "de la Cruz", "bin Salmán"."""

_ALIASES = "SELECT entity_id, name FROM aliases WHERE entity_id IN {} ORDER BY rowid"
_IDENTIFIERS = (
    "SELECT entity_id, scheme, value FROM identifiers WHERE entity_id IN {} ORDER BY rowid"
)
_OWN_IDENTIFIERS = (
    "SELECT entity_id, scheme, value FROM own_identifiers WHERE entity_id IN {} ORDER BY rowid"
)
_ENTITIES = "SELECT id, name, kind FROM entities WHERE id IN {}"


def entities(db: Database, entity_ids: Collection[str]) -> dict[str, Entity]:
    """Return the entities of these ids, by id; unordered, and only those there are.

    An identifier that the user gave stands in place of a derived one.
    """
    aliases: dict[str, list[str]] = {}
    for owner, name in rows_in(db, _ALIASES, entity_ids):
        aliases.setdefault(owner, []).append(name)
    identifiers: dict[str, dict[str, str]] = {}
    for query in (_IDENTIFIERS, _OWN_IDENTIFIERS):
        for owner, scheme, value in rows_in(db, query, entity_ids):
            identifiers.setdefault(owner, {})[scheme] = value
    kinds = {kind.value: kind for kind in Kind}
    return {
        found: Entity(
            found, name, kinds[kind], tuple(aliases.get(found, ())), identifiers.get(found, {})
        )
        for found, name, kind in rows_in(db, _ENTITIES, entity_ids)
    }


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that an article names, its place among them, and its normalised name."""

    place: int
    entity: Entity
    key: str


def full_names_first(entities: Iterable[Entity]) -> list[Found]:
    """Return the entities of an article in the order in which to resolve them.

    Whoever is named in full decides whether a bare surname is ambiguous, so they come first.
    """
    return sorted(
        (Found(place, e, normalize_name(e.name)) for place, e in enumerate(entities)),
        key=lambda found: found.entity.kind is Kind.PERSON and len(surname(found.key)) < 2,
    )


def identity(kind: Kind, identifiers: Mapping[str, str]) -> dict[str, str]:
    """Return the identifiers that say what an entity is, strongest first.

    A place's country code would say where it is, so codes of countries count for countries alone.
    """
    schemes = ("iso3166", "geonames") if kind is Kind.COUNTRY else ("geonames",)
    return {scheme: identifiers[scheme] for scheme in schemes if identifiers.get(scheme)}


def telling(kind: Kind, identifiers: Mapping[str, str]) -> dict[str, str]:
    """Return the identifiers that two entities can't have different values of, and be one."""
    if kind is Kind.PLACE and "country" in identifiers:
        return identity(kind, identifiers) | {"country": identifiers["country"]}
    return identity(kind, identifiers)


def is_short(kind: Kind, name_key: str, alias_key: str) -> bool:
    """Return whether an alias is too little to tell a person apart: a surname, initials.

    Such an alias is one word, or has only words of the name or their initials.
    """
    if kind is not Kind.PERSON:
        return False
    own = words(name_key)
    return len(surname(alias_key)) < 2 or all(
        any(part == word or (len(part) == 1 and word.startswith(part)) for word in own)
        for part in words(alias_key)
    )


def words(key: str) -> list[str]:
    """Return the words of a normalised name, those joined by hyphens and apostrophes apart."""
    return [word for word in re.split(r"[\s\-'’]+", key) if word]


def surname(key: str) -> list[str]:
    """Return the words of a normalised name but for particles, hyphenated ones whole."""
    return [word for word in key.split() if word not in _PARTICLES]
