"""Which of the library's entities the ones are that an article names.

An article is compared with what the library knows of its names in a few queries, and what is new
is written in a few more: a book names thousands.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from reader.core.entities import Entity, normalize_name
from reader.core.mentions import Kind
from reader.store.entities import Found, identity, is_short, surname, telling, words
from reader.store.sqlite import Database, rows_in, storable


@dataclass(slots=True)
class _Known:
    """What the library knows of an entity; the age orders them, the oldest first.

    `aliases` tells of each normalised name whether it is short, `names` are the aliases as written.
    """

    id: str
    age: int
    kind: str
    key: str
    in_use: bool
    aliases: dict[str, bool] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    identifiers: dict[str, str] = field(default_factory=dict)
    is_whole: bool = False


@dataclass(slots=True)
class _Unwritten:
    """The rows that are to be inserted."""

    entities: list[list[str | bytes]] = field(default_factory=list)
    words: list[list[str | bytes]] = field(default_factory=list)
    aliases: list[list[str | bytes | bool]] = field(default_factory=list)
    identifiers: list[list[str | bytes]] = field(default_factory=list)


class KnownEntities:
    """What the library knows of the names in one article, while these are resolved."""

    def __init__(self, db: Database, found_entities: Collection[Found], *, now: str) -> None:
        self._db = db
        self._now = now
        self._by_id: dict[str, _Known] = {}
        self._by_name: dict[str, list[_Known]] = {}
        self._by_alias: dict[str, list[_Known]] = {}
        self._by_word: dict[str, list[_Known]] = {}
        self._by_identifier: dict[tuple[str, str], list[_Known]] = {}
        self._asked: set[tuple[str, ...]] = set()
        self._unwritten = _Unwritten()
        self._load(found_entities)

    def lookup(self, found: Found, *, namesakes: Collection[str] = ()) -> str | None:
        """Return the id of the library's entity that `found` is; None where there is none.

        In this order: an identifier that both have; the same name; a name under which the
        library's one is known; for a surname alone, the only person who bears it; a left-over of
        the same name.

        `namesakes` are the library's entities for others of that name in the article: who tells
        them apart there has a reason.
        """
        known = self._of_identifier(found.entity)
        if known is None and found.key:  # a name of signs alone says nothing
            named = self._of_kind(self._by_name.get(found.key, ()), found.entity.kind)
            also = self._of_kind(self._by_alias.get(found.key, ()), found.entity.kind)
            known = (
                self._only_fitting(found, filter(_is_in_use, named), namesakes)
                or self._only_fitting(
                    found,
                    (each for each in also if each.in_use and not each.aliases[found.key]),
                    namesakes,
                )
                or self._of_surname(found)
                or self._only_fitting(found, named, namesakes)
            )
        return None if known is None else known.id

    def resolve(
        self, found: Found, *, namesakes: Collection[str] = (), entity_id: str | None = None
    ) -> str:
        """Return the id of the library's entity that `found` is; a new one where there is none.

        Either way its names and identifiers are remembered. `entity_id` is it where that is known.
        """
        entity_id = entity_id or self.lookup(found, namesakes=namesakes)
        if entity_id is None:
            known = self._insert(found)
        else:
            known = self._by_id.get(entity_id) or self._added(entity_id)
        if not known.is_whole:
            self._complete([known.id])
        known.in_use = True
        self._remember(known, found)
        return known.id

    def write(self) -> None:
        """Insert what was resolved and remembered since the last time."""
        rows, self._unwritten = self._unwritten, _Unwritten()
        for statement, values in (
            (_INSERT_ENTITY, rows.entities),
            (_INSERT_WORD, rows.words),
            (_INSERT_ALIAS, rows.aliases),
            (_INSERT_IDENTIFIER, rows.identifiers),
        ):
            self._db.conn.executemany(statement, values)

    # What the library knows

    def _load(self, found_entities: Iterable[Found]) -> None:
        keys: set[str] = set()
        values: set[str] = set()
        ids: set[str] = set()
        for found in found_entities:
            entity = found.entity
            ids.add(_storable_id(entity.id))
            keys.add(found.key)
            values.update(identity(entity.kind, entity.identifiers).values())
        keys.discard("")
        for query, texts in ((_NAMED, keys), (_ALSO_NAMED, keys), (_IDENTIFIED, values)):
            ids.update(row[0] for row in rows_in(self._db, query, texts))
        self._add(ids)
        self._complete(self._by_id.keys() & ids)

    def _add(self, ids: Collection[str]) -> None:
        for entity_id, age, kind, key, in_use in rows_in(self._db, _ENTITIES, ids):
            self._index(_Known(entity_id, age, kind, key, bool(in_use)))

    def _added(self, entity_id: str) -> _Known:
        self._add([entity_id])
        return self._by_id[entity_id]

    def _index(self, known: _Known) -> None:
        self._by_id[known.id] = known
        self._by_name.setdefault(known.key, []).append(known)
        if known.kind == Kind.PERSON:
            for word in set(words(known.key)):
                self._by_word.setdefault(word, []).append(known)

    def _complete(self, ids: Collection[str]) -> None:
        """Read the other names and the identifiers of entities."""
        for entity_id in ids:
            self._by_id[entity_id].is_whole = True
        for entity_id, name, key, short in rows_in(self._db, _ALIASES, ids):
            known = self._by_id[entity_id]
            known.names.add(name)
            known.aliases[key] = bool(short)
            self._by_alias.setdefault(key, []).append(known)
        for entity_id, scheme, value in rows_in(self._db, _IDENTIFIERS, ids):
            known = self._by_id[entity_id]
            known.identifiers[scheme] = value
            self._by_identifier.setdefault((scheme, value), []).append(known)

    # Which one it is

    @staticmethod
    def _of_kind(candidates: Iterable[_Known], kind: Kind) -> list[_Known]:
        return [known for known in candidates if known.kind == kind]

    def _of_identifier(self, entity: Entity) -> _Known | None:
        for identifier in identity(entity.kind, entity.identifiers).items():
            candidates = self._of_kind(self._by_identifier.get(identifier, ()), entity.kind)
            if candidates:
                return min(candidates, key=lambda known: known.age)
        return None

    @staticmethod
    def _only_fitting(
        found: Found, candidates: Iterable[_Known], namesakes: Collection[str]
    ) -> _Known | None:
        """Return the one candidate that can be the entity; None where none or several can.

        Two Córdobas with different identifiers, or in different countries, are two. Of several
        that may be meant it is the one that recognition gave the same id, or else, for a place
        known by its name alone, the one of which no more is known either.
        """
        entity = found.entity
        known_of_it = telling(entity.kind, entity.identifiers)
        fitting: list[_Known] = []
        unidentified: list[_Known] = []
        for candidate in candidates:
            known = telling(entity.kind, candidate.identifiers)
            differs = any(
                known_of_it.get(scheme, value) != value for scheme, value in known.items()
            )
            if differs or candidate.id in namesakes:
                continue
            fitting.append(candidate)
            if not known:
                unidentified.append(candidate)
        same_id = [each for each in fitting if each.id == entity.id]
        for choice in (fitting, same_id, unidentified):
            if len(choice) == 1:
                return choice[0]
        return None

    def _of_surname(self, found: Found) -> _Known | None:
        """Return the only person in the library whom a surname (or initials) alone can mean.

        Everyone who has all its words somewhere in the name is in question, but nobody is meant by
        the first name alone: "Vladimir, a pensioner", is not the president.
        """
        if found.entity.kind is not Kind.PERSON:
            return None
        key, own_words = found.key, words(found.key)
        known_as = {
            known.id
            for known in self._of_kind(self._by_alias.get(key, ()), Kind.PERSON)
            if known.in_use and known.aliases[key]
        }
        bearers = {
            known.id
            for known in self._bearers(own_words)
            if known.in_use and set(own_words) <= set(words(known.key))
        }
        in_question = known_as | bearers
        if len(in_question) != 1:
            return None
        (person,) = (self._by_id[entity_id] for entity_id in in_question)
        if person.id not in bearers:  # initials or a by-name
            return person
        is_surname = f" {person.key}".endswith(f" {key}")
        return person if is_surname and (len(surname(key)) == 1 or person.id in known_as) else None

    def _bearers(self, own_words: list[str]) -> Iterable[_Known]:
        """Return those whose names may have all these words; of one word, two are enough."""
        if not own_words:
            return ()
        first, last = own_words[0], own_words[-1]
        if tuple(own_words) not in self._asked:
            self._asked.add(tuple(own_words))
            query = _BEARERS if len(own_words) == 1 else _BEARERS_OF_BOTH
            asked = {"first": storable(first), "last": storable(last)}
            ids = {row[0] for row in self._db.execute(query, asked)}
            self._add(ids - self._by_id.keys())
        return self._by_word.get(last, ())

    # What is new

    def _insert(self, found: Found) -> _Known:
        entity, key = found.entity, found.key
        entity_id = self._free_id(_storable_id(entity.id))
        known = _Known(entity_id, _NEWEST, entity.kind, key, in_use=True, is_whole=True)
        self._index(known)
        self._unwritten.entities.append(
            [entity_id, entity.kind.value, storable(entity.name), storable(key), self._now]
        )
        if entity.kind is Kind.PERSON:
            self._unwritten.words += [[storable(word), entity_id] for word in words(key)]
        return known

    def _free_id(self, wanted: str) -> str:
        free, number = wanted, 1
        while free in self._by_id or self._is_taken(free, number):
            number += 1
            free = f"{wanted}-{number}"
        return free

    def _is_taken(self, entity_id: str, number: int) -> bool:
        if number == 1:  # was looked for with all the others
            return False
        query = "SELECT 1 FROM entities WHERE id = ?"
        return self._db.execute(query, [entity_id]).fetchone() is not None

    def _remember(self, known: _Known, found: Found) -> None:
        """Add the names and identifiers of `found` to those that the library's one has."""
        entity = found.entity
        keys = _normalized(entity, found.key)
        for name in (entity.name, *entity.aliases):
            if name in known.names:
                continue
            key = keys(name)
            if key in ("", known.key) or key in known.aliases:
                continue
            known.names.add(name)
            known.aliases[key] = is_short(entity.kind, known.key, key)
            self._by_alias.setdefault(key, []).append(known)
            self._unwritten.aliases.append(
                [known.id, storable(name), storable(key), known.aliases[key]]
            )
        for scheme, value in entity.identifiers.items():
            if scheme not in known.identifiers:
                known.identifiers[scheme] = value
                self._by_identifier.setdefault((scheme, value), []).append(known)
                self._unwritten.identifiers.append([known.id, storable(scheme), storable(value)])


_NEWEST = 1 << 62

_NAMED = "SELECT id FROM entities WHERE document_id IS NULL AND name_key IN {}"
# The names that the user gave are as good as any that the machine knows.
_RENAMED = """
    FROM corrections WHERE scope = 'entity' AND undone_at IS NULL AND action = 'rename'
"""
_ALSO_NAMED = f"""
    SELECT entity_id FROM (
        SELECT entity_id, name_key FROM aliases UNION ALL SELECT entity_id, name_key {_RENAMED}
    ) WHERE name_key IN {{}}
"""  # noqa: S608
_IDENTIFIED = """
    SELECT entity_id FROM identifiers WHERE scheme IN ('iso3166', 'geonames') AND value IN {}
"""
# Two who bear a surname are as good as five hundred.
_BEARERS = """
    SELECT e.id FROM name_words w CROSS JOIN entities_in_use e ON e.id = w.entity_id
    WHERE w.word = CAST(:last AS TEXT) LIMIT 2
"""
_BEARERS_OF_BOTH = """
    SELECT e.id FROM name_words w
    CROSS JOIN name_words f ON f.word = CAST(:first AS TEXT) AND f.entity_id = w.entity_id
    CROSS JOIN entities_in_use e ON e.id = w.entity_id
    WHERE w.word = CAST(:last AS TEXT)
"""
_ENTITIES = """
    SELECT e.id, e.rowid, e.kind, e.name_key,
        EXISTS (SELECT 1 FROM entities_in_use used WHERE used.id = e.id)
    FROM entities e WHERE e.document_id IS NULL AND e.id IN {}
"""
_ALIASES = f"""
    SELECT entity_id, name, name_key, short FROM (
        SELECT entity_id, name, name_key, short FROM aliases
        UNION ALL SELECT entity_id, name, name_key, 0 {_RENAMED}
    ) WHERE entity_id IN {{}}
"""  # noqa: S608
_IDENTIFIERS = "SELECT entity_id, scheme, value FROM identifiers WHERE entity_id IN {}"

_INSERT_ENTITY = """
    INSERT INTO entities (id, kind, name, name_key, added)
    VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
"""
_INSERT_WORD = "INSERT OR IGNORE INTO name_words (word, entity_id) VALUES (CAST(? AS TEXT), ?)"
_INSERT_ALIAS = """
    INSERT OR IGNORE INTO aliases (entity_id, name, name_key, short)
    VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
"""
_INSERT_IDENTIFIER = """
    INSERT OR IGNORE INTO identifiers (entity_id, scheme, value)
    VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT))
"""


def _is_in_use(known: _Known) -> bool:
    return known.in_use


def _storable_id(entity_id: str) -> str:
    """Return an id that can be kept: half an emoji in it can't."""
    return entity_id.encode("utf-8", "replace").decode()


def _normalized(entity: Entity, key: str) -> Callable[[str], str]:
    """Return `normalize_name`, which knows the entity's own name already."""
    return lambda name: key if name == entity.name else normalize_name(name)
