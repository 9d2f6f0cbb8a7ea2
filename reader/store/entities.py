"""The library's entities, and what of their names and identifiers tells them apart."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from reader.core.corrections import Action
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
_MEMBERS = "SELECT entity_id, into_id FROM merged_entities WHERE into_id IN {}"
_EDITS = """
    SELECT number, entity_id, action, value FROM corrections
    WHERE action IN ('rename', 'add alias', 'remove alias') AND undone_at IS NULL
        AND entity_id IN {}
"""
_ENTITIES = "SELECT id, name, kind FROM entities WHERE id IN {}"


def entities(db: Database, entity_ids: Collection[str]) -> dict[str, Entity]:
    """Return the entities of these ids, by id; unordered, and only those there are.

    They have the names that the user gave them, and the names and identifiers of those that were
    merged into them.
    """
    found = raw_entities(db, entity_ids)
    members: dict[str, list[str]] = {}
    for entity_id, into in rows_in(db, _MEMBERS, found.keys()):
        members.setdefault(into, []).append(entity_id)
    others = {each for group in members.values() for each in group} - found.keys()
    known = found | raw_entities(db, others) if others else found
    edits = _edits(db, known.keys())
    if not edits and not members:
        return found
    named = {each: _edited(entity, edits.get(each, ())) for each, entity in known.items()}
    own = _own_identifiers(db, [*members, *others]) if members else {}
    return {
        each: _joined(named[each], [named[other] for other in members.get(each, ())], own)
        for each in found
    }


def roots(db: Database, entity_ids: Collection[str]) -> dict[str, str]:
    """Return with which entity each of these is one by the user's word, if with any."""
    query = "SELECT entity_id, into_id FROM merged_entities WHERE entity_id IN {}"
    return dict(rows_in(db, query, entity_ids))


def root(db: Database, entity_id: str) -> str:
    """Return the entity with which one is one by the user's word, or itself."""
    return roots(db, [entity_id]).get(entity_id, entity_id)


def family(db: Database, *entity_ids: str) -> set[str]:
    """Return entities, those with which they are one, and those that are one with these."""
    merged = roots(db, entity_ids)
    tops = {merged.get(each, each) for each in entity_ids}
    return tops | {row[0] for row in rows_in(db, _MEMBERS, tops)} | set(entity_ids)


def _edits(db: Database, entity_ids: Collection[str]) -> dict[str, list[tuple[Action, str]]]:
    """Return what the user said of the names of entities, in the order of saying."""
    edits: dict[str, list[tuple[int, Action, str]]] = {}
    for number, entity_id, action, value in rows_in(db, _EDITS, entity_ids):
        edits.setdefault(entity_id, []).append((number, Action(action), value))
    return {each: [edit[1:] for edit in sorted(rows)] for each, rows in edits.items()}


def _edited(entity: Entity, edits: Iterable[tuple[Action, str]]) -> Entity:
    """Return an entity with the names that the user gave it; the earlier name is an alias."""
    name, aliases = entity.name, list(entity.aliases)
    for action, value in edits:
        if action is Action.RENAME:
            aliases = [name, *aliases]
            name = value
        elif action is Action.ADD_ALIAS:
            aliases.append(value)
        else:
            gone = normalize_name(value)
            aliases = [each for each in aliases if normalize_name(each) != gone]
    return replace(entity, name=name, aliases=_distinct(name, aliases))


def _joined(
    entity: Entity, others: Iterable[Entity], own: Mapping[str, Mapping[str, str]]
) -> Entity:
    """Return an entity with the names and identifiers of others that are one with it."""
    aliases = list(entity.aliases)
    derived: dict[str, str] = {}
    by_user: dict[str, str] = {}
    for other in others:
        aliases += [other.name, *other.aliases]
        derived = dict(other.identifiers) | derived
        by_user = dict(own.get(other.id, {})) | by_user
    if not derived and len(aliases) == len(entity.aliases):
        return entity
    identifiers = derived | dict(entity.identifiers) | by_user | dict(own.get(entity.id, {}))
    return replace(entity, aliases=_distinct(entity.name, aliases), identifiers=identifiers)


def _distinct(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Return aliases without the name, and each but once; case and accents don't count."""
    keys = {normalize_name(name)}
    kept: list[str] = []
    for alias in aliases:
        key = normalize_name(alias)
        if key not in keys:
            keys.add(key)
            kept.append(alias)
    return tuple(kept)


def _own_identifiers(db: Database, entity_ids: Collection[str]) -> dict[str, dict[str, str]]:
    own: dict[str, dict[str, str]] = {}
    for owner, scheme, value in rows_in(db, _OWN_IDENTIFIERS, entity_ids):
        own.setdefault(owner, {})[scheme] = value
    return own


def raw_entities(db: Database, entity_ids: Collection[str]) -> dict[str, Entity]:
    """Return the entities of these ids, by id, with the names that the machine knows.

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
