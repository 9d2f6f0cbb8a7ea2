"""The library's entities: read them, and tell which of them a newly found one is."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from reader.core.entities import Entity, normalize_name
from reader.core.mentions import Kind
from reader.store.sqlite import Database, storable

_PARTICLES = frozenset(
    "de del la las los y e van von der den da das do dos di al el bin ben".split()
)
"""Words that belong to a surname without being one: "de la Cruz", "bin Salmán"."""

_ALIASES = """
    SELECT entity_id, name FROM aliases
    WHERE entity_id = :entity OR entity_id IN
        (SELECT entity_id FROM recognized_entities WHERE recognition_id = :recognition)
    ORDER BY rowid
"""

_IDENTIFIERS = """
    SELECT entity_id, scheme, value FROM identifiers
    WHERE entity_id = :entity OR entity_id IN
        (SELECT entity_id FROM recognized_entities WHERE recognition_id = :recognition)
    ORDER BY rowid
"""

_ENTITIES = """
    SELECT id, name, kind FROM entities
    WHERE id = :entity OR id IN
        (SELECT entity_id FROM recognized_entities WHERE recognition_id = :recognition)
"""


def entities(
    db: Database, *, entity_id: str | None = None, recognition_id: int | None = None
) -> dict[str, Entity]:
    """Return one entity, or those of a recognition, by id; unordered, and only those there are."""
    asked = {"entity": entity_id, "recognition": recognition_id}
    aliases: dict[str, list[str]] = {}
    for owner, name in db.execute(_ALIASES, asked):
        aliases.setdefault(owner, []).append(name)
    identifiers: dict[str, dict[str, str]] = {}
    for owner, scheme, value in db.execute(_IDENTIFIERS, asked):
        identifiers.setdefault(owner, {})[scheme] = value
    kinds = {kind.value: kind for kind in Kind}
    return {
        found: Entity(
            found, name, kinds[kind], tuple(aliases.get(found, ())), identifiers.get(found, {})
        )
        for found, name, kind in db.execute(_ENTITIES, asked)
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
        key=lambda found: found.entity.kind is Kind.PERSON and len(_surname(found.key)) < 2,
    )


def resolve(db: Database, found: Found, *, now: str, namesakes: Collection[str] = ()) -> str:
    """Return the id of the library's entity that `found` is; it is inserted where there is none.

    Either way its names and identifiers are remembered. In this order: an identifier that both
    have; the same name; a name under which the library's one is known; for a surname alone, the
    only person who bears it; a left-over of the same name.

    `namesakes` are the library's entities for others of that name in the article: who tells them
    apart there has a reason.
    """
    entity_id = _by_identifier(db, found.entity)
    if entity_id is None and found.key:  # a name of signs alone says nothing
        entity_id = (
            _only_fitting(db, found, _BY_NAME, namesakes)
            or _only_fitting(db, found, _BY_ALIAS, namesakes)
            or _by_surname(db, found)
            or _only_fitting(db, found, _LEFT_OVER, namesakes)
        )
    if entity_id is None:
        entity_id = _insert(db, found, now=now)
    _remember(db, entity_id, found)
    return entity_id


def _identity(kind: Kind, identifiers: Mapping[str, str]) -> dict[str, str]:
    """Return the identifiers that say what an entity is, strongest first.

    A place's country code would say where it is, so codes of countries count for countries alone.
    """
    schemes = ("iso3166", "geonames") if kind is Kind.COUNTRY else ("geonames",)
    return {scheme: identifiers[scheme] for scheme in schemes if identifiers.get(scheme)}


def _by_identifier(db: Database, entity: Entity) -> str | None:
    for scheme, value in _identity(entity.kind, entity.identifiers).items():
        row = db.execute(
            """
            SELECT e.id FROM identifiers i JOIN entities e ON e.id = i.entity_id
            WHERE i.scheme = ? AND i.value = CAST(? AS TEXT) AND e.kind = ? ORDER BY e.rowid
            """,
            [scheme, storable(value), entity.kind.value],
        ).fetchone()
        if row is not None:
            return row[0]
    return None


_BY_NAME = "SELECT id FROM entities_in_use WHERE name_key = CAST(? AS TEXT) AND kind = ?"

_BY_ALIAS = """
    SELECT e.id FROM aliases a JOIN entities_in_use e ON e.id = a.entity_id
    WHERE a.name_key = CAST(? AS TEXT) AND a.short = 0 AND e.kind = ?
"""

_LEFT_OVER = "SELECT id FROM entities WHERE name_key = CAST(? AS TEXT) AND kind = ?"


def _only_fitting(
    db: Database, found: Found, candidates: str, namesakes: Collection[str]
) -> str | None:
    """Return the one candidate that can be the entity; None where none or several can.

    `candidates` is a query by normalised name and kind for their ids. Two Córdobas with different
    identifiers, or in different countries, are two. Of several that may be meant it is the one that
    recognition gave the same id, or else, for a place known by its name alone, the one of which no
    more is known either.
    """
    entity = found.entity
    known_of_it = _telling(entity.kind, entity.identifiers)
    fitting: list[str] = []
    unidentified: list[str] = []
    for (candidate,) in db.execute(candidates, [storable(found.key), entity.kind.value]).fetchall():
        rows = db.execute("SELECT scheme, value FROM identifiers WHERE entity_id = ?", [candidate])
        known = _telling(entity.kind, dict(rows.fetchall()))
        differs = any(known_of_it.get(scheme, value) != value for scheme, value in known.items())
        if differs or candidate in namesakes:
            continue
        fitting.append(candidate)
        if not known:
            unidentified.append(candidate)
    for choice in (fitting, [each for each in fitting if each == entity.id], unidentified):
        if len(choice) == 1:
            return choice[0]
    return None


def _telling(kind: Kind, identifiers: Mapping[str, str]) -> dict[str, str]:
    """Return the identifiers that two entities can't have different values of, and be one."""
    if kind is Kind.PLACE and "country" in identifiers:
        return _identity(kind, identifiers) | {"country": identifiers["country"]}
    return _identity(kind, identifiers)


def _by_surname(db: Database, found: Found) -> str | None:
    """Return the only person in the library whom a surname (or initials) alone can mean.

    Everyone who has all its words somewhere in the name is in question, but nobody is meant by
    the first name alone: "Vladimir, a pensioner", is not the president.
    """
    if found.entity.kind is not Kind.PERSON:
        return None
    key, words = found.key, _words(found.key)
    known_as = {row[0] for row in db.execute(_SHORT_ALIASES, [storable(key)])}
    bearers = {
        entity_id: name_key
        for entity_id, name_key in db.execute(_BEARERS, [storable("".join(words[-1:]))])
        if set(words) <= set(_words(name_key))
    }
    in_question = known_as | bearers.keys()
    if len(in_question) != 1:
        return None
    (person,) = in_question
    if person not in bearers:  # initials or a by-name
        return person
    is_surname = f" {bearers[person]}".endswith(f" {key}")
    return person if is_surname and (len(_surname(key)) == 1 or person in known_as) else None


_SHORT_ALIASES = """
    SELECT e.id FROM aliases a JOIN entities_in_use e ON e.id = a.entity_id
    WHERE a.name_key = CAST(? AS TEXT) AND a.short = 1 AND e.kind = 'person'
"""

_BEARERS = """
    SELECT e.id, e.name_key FROM name_words w JOIN entities_in_use e ON e.id = w.entity_id
    WHERE w.word = CAST(? AS TEXT)
"""


def _insert(db: Database, found: Found, *, now: str) -> str:
    entity, key = found.entity, found.key
    entity_id = _free_id(db, entity.id.encode("utf-8", "replace").decode())
    db.execute(
        """
        INSERT INTO entities (id, kind, name, name_key, added)
        VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
        """,
        [entity_id, entity.kind.value, storable(entity.name), storable(key), now],
    )
    if entity.kind is Kind.PERSON:
        db.conn.executemany(
            "INSERT OR IGNORE INTO name_words (word, entity_id) VALUES (CAST(? AS TEXT), ?)",
            [(storable(word), entity_id) for word in _words(key)],
        )
    return entity_id


def _free_id(db: Database, wanted: str) -> str:
    free, number = wanted, 1
    while db.execute("SELECT 1 FROM entities WHERE id = ?", [free]).fetchone() is not None:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _remember(db: Database, entity_id: str, found: Found) -> None:
    """Add the names and identifiers of `found` to those that the library's one has."""
    own_key = db.execute("SELECT name_key FROM entities WHERE id = ?", [entity_id]).fetchone()[0]
    names = [(found.entity.name, found.key)]
    names += [(alias, normalize_name(alias)) for alias in found.entity.aliases]
    db.conn.executemany(
        """
        INSERT OR IGNORE INTO aliases (entity_id, name, name_key, short)
        VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
        """,
        [
            (entity_id, storable(name), storable(key), _is_short(found.entity.kind, own_key, key))
            for name, key in names
            if key not in ("", own_key)
        ],
    )
    db.conn.executemany(
        """
        INSERT OR IGNORE INTO identifiers (entity_id, scheme, value)
        VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT))
        """,
        [(entity_id, storable(s), storable(v)) for s, v in found.entity.identifiers.items()],
    )


def _is_short(kind: Kind, name_key: str, alias_key: str) -> bool:
    """Return whether an alias is too little to tell a person apart: a surname, initials.

    Such an alias is one word, or has only words of the name or their initials.
    """
    if kind is not Kind.PERSON:
        return False
    words = _words(name_key)
    return len(_surname(alias_key)) < 2 or all(
        any(part == word or (len(part) == 1 and word.startswith(part)) for word in words)
        for part in _words(alias_key)
    )


def _words(key: str) -> list[str]:
    """Return the words of a normalised name, those joined by hyphens and apostrophes apart."""
    return [word for word in re.split(r"[\s\-'’]+", key) if word]


def _surname(key: str) -> list[str]:
    """Return the words of a normalised name but for particles, hyphenated ones whole."""
    return [word for word in key.split() if word not in _PARTICLES]
