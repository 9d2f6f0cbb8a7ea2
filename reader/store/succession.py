"""What becomes of an entity that a newer recognition of a document no longer finds.

Half of an article says "Lavrov", the whole of it "Serguéi Lavrov"; another model takes a town for a
club. What the user made hangs on the entity, so the one that is found in its place takes over its
id. The places decide, and the names have to allow it: where "Rusia" is now a part of "Banco Central
de Rusia", nobody has become a bank.
"""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.core.entities import Entity, Recognition, normalize_name
from reader.core.mentions import Kind, Mention
from reader.store.entities import Found, identity, is_short, raw_entities, surname, telling, words
from reader.store.known import KnownEntities
from reader.store.open_names import open_ids
from reader.store.sqlite import Database, rows_in, storable, storable_all

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What all models found in a document up to now.

    `entity_ids` are by recognition and ordinal, `mentions` by recognition, in JSON; `worked_on` are
    the entities on which the user has worked, in the order in which they were found.
    """

    entity_ids: Mapping[tuple[int, int], str]
    mentions: Mapping[int, str]
    worked_on: tuple[str, ...]

    def spans(self, entity_ids: Collection[str]) -> dict[str, set[_Span]]:
        """Return where these entities are mentioned, half-open, in code points; all have a set."""
        found: dict[str, set[_Span]] = {entity_id: set() for entity_id in entity_ids}
        for recognition_id, rows in self.mentions.items():
            for start, end, _, ordinal, *_ in json.loads(rows):
                spans = found.get(self.entity_ids[recognition_id, ordinal])
                if spans is not None:
                    spans.add((start, end))
        return found


def earlier(db: Database, document_id: str) -> Earlier:
    """Return what was found in a document up to now; to be asked before any of it is replaced."""
    named = db.execute(
        """
        SELECT e.recognition_id, e.ordinal, e.entity_id
        FROM recognitions r CROSS JOIN recognized_entities e ON e.recognition_id = r.id
        WHERE r.document_id = ? ORDER BY e.recognition_id, e.ordinal
        """,
        [document_id],
    ).fetchall()
    mentions = db.execute(
        """
        SELECT m.recognition_id, m.mentions
        FROM recognitions r CROSS JOIN recognized_mentions m ON m.recognition_id = r.id
        WHERE r.document_id = ?
        """,
        [document_id],
    ).fetchall()
    return Earlier(
        {(recognition_id, ordinal): entity_id for recognition_id, ordinal, entity_id in named},
        dict(mentions),
        tuple(entities_worked_on(db, document_id)),
    )


def entities_worked_on(db: Database, document_id: str) -> list[str]:
    """Return the ids of a document's entities on which the user has worked, whatever found them.

    That is: there is a note, an identifier, a pick or a correction. The entities that were found
    first come first.
    """
    rows = db.execute(
        """
        SELECT e.entity_id
        FROM recognitions r CROSS JOIN recognized_entities e ON e.recognition_id = r.id
        WHERE r.document_id = ? AND EXISTS (
            SELECT 1 FROM worked_on_entities w WHERE w.entity_id = e.entity_id
        )
        ORDER BY e.recognition_id, e.ordinal
        """,
        [document_id],
    )
    return list(dict.fromkeys(row[0] for row in rows))


@dataclass(frozen=True, slots=True)
class _Heir:
    """An entity that is gone, and the one found in its place, in `mention_count` places."""

    gone: Entity
    found: Found
    mention_count: int


def succeed(
    db: Database,
    before: Earlier,
    recognition: Recognition,
    in_order: Sequence[Found],
    known: KnownEntities,
) -> dict[str, str]:
    """Give the ids of what is gone to what is found in its place; return them by incoming id.

    An entity on which the user hasn't worked is given only where nothing else in the library is
    concerned: a note on it may just be being written. Two on which they have are never joined. An
    open name is nobody, so nobody takes its place.
    """
    if not before.entity_ids:
        return {}
    natural = {found.entity.id: known.lookup(found) for found in in_order}
    gone = set(before.entity_ids.values()) - set(natural.values())
    gone -= open_ids(db, gone)
    if not gone:
        return {}
    worked_on = set(before.worked_on)
    naming = _documents_naming(db, gone)
    given: dict[str, str] = {}
    for heir in _heirs(db, before, gone, recognition, in_order):
        entity_id, incoming = heir.gone.id, heir.found.entity.id
        documents = naming.get(entity_id, set())
        is_elsewhere = not documents <= {recognition.document_id}
        if incoming in given or not _may_be(heir.gone, heir.found, is_elsewhere=is_elsewhere):
            continue
        taken = natural[incoming]
        if taken is None and (entity_id in worked_on or not documents):
            given[incoming] = entity_id
        elif taken is not None and entity_id in worked_on:
            is_anothers = list(natural.values()).count(taken) > 1
            if not is_anothers and _may_be_joined(db, entity_id, taken):
                _join(db, entity_id, taken)
                given[incoming] = entity_id
        if incoming in given:
            _enrich(db, heir.gone, heir.found)
    return given


def _documents_naming(db: Database, entity_ids: Collection[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entity_id, document_id in rows_in(db, _NAMING, entity_ids):
        found.setdefault(entity_id, set()).add(document_id)
    return found


_NAMING = """
    SELECT e.entity_id, r.document_id
    FROM recognized_entities e JOIN recognitions r ON r.id = e.recognition_id
    WHERE e.entity_id IN {}
"""


# Who is found in its place


def _heirs(
    db: Database,
    before: Earlier,
    gone: Collection[str],
    recognition: Recognition,
    in_order: Sequence[Found],
) -> list[_Heir]:
    """Return who is found most often in the places of those that are gone.

    Those on which the user has worked come first. One of these that was mentioned nowhere, as it
    was gone before already, is found by its name, where there is but one who is also called so.
    """
    spans = before.spans(gone)
    counts = _overlaps(spans, recognition.mentions)
    nowhere = [each for each in before.worked_on if each in spans and not spans[each]]
    gone_entities = raw_entities(db, [*counts, *nowhere])
    by_id = {found.entity.id: found for found in in_order}
    heirs: list[_Heir] = []
    for entity_id, each in counts.items():
        ((incoming, count),) = each.most_common(1)
        if 2 * count > each.total() and incoming in by_id:
            heirs.append(_Heir(gone_entities[entity_id], by_id[incoming], count))
    for entity_id in nowhere:
        entity = gone_entities[entity_id]
        called_so = [found for found in in_order if _is_called(entity, found)]
        if len(called_so) == 1:
            heirs.append(_Heir(entity, called_so[0], 0))
    worked_on = set(before.worked_on)
    return sorted(heirs, key=lambda heir: (heir.gone.id not in worked_on, -heir.mention_count))


def _overlaps(
    spans: Mapping[str, Collection[_Span]], mentions: Iterable[Mention]
) -> dict[str, Counter[str]]:
    """Return how many mentions of each entity overlap with the spans of those that are gone."""
    places = sorted((*span, gone) for gone, each in spans.items() for span in each)
    starts = [start for start, _, _ in places]
    longest = max((end - start for start, end, _ in places), default=0)
    counts: dict[str, Counter[str]] = {}
    for mention in mentions:
        first = bisect_left(starts, mention.start - longest)
        last = bisect_left(starts, mention.end)
        for gone in {gone for _, end, gone in places[first:last] if end > mention.start}:
            counts.setdefault(gone, Counter())[mention.entity_id] += 1
    return counts


# Whether it can be


def _may_be(gone: Entity, found: Found, *, is_elsewhere: bool) -> bool:
    """Return whether what is found can be what is gone, by its name and its identifiers.

    A fuller name of the same kind will do while no other article (`is_elsewhere`) means someone by
    the shorter one.
    """
    entity = found.entity
    known, known_of_it = (telling(each.kind, each.identifiers) for each in (gone, entity))
    if any(known_of_it.get(scheme, value) != value for scheme, value in known.items()):
        return False
    is_identified = bool(identity(gone.kind, gone.identifiers))
    if is_identified and gone.kind is not entity.kind:
        return False  # a country that the lists know doesn't become a club
    if _is_called(gone, found):
        return True
    if gone.kind is not entity.kind or is_elsewhere:
        return False
    return not is_identified and _is_fuller(normalize_name(gone.name), found.key)


def _is_called(gone: Entity, found: Found) -> bool:
    """Return whether one's name is among the other's names."""
    key = normalize_name(gone.name)
    return bool(key and found.key) and (
        key == found.key
        or key in map(normalize_name, found.entity.aliases)
        or found.key in map(normalize_name, gone.aliases)
    )


def _is_fuller(one: str, other: str) -> bool:
    """Return whether one of two normalised names has all the other's words, or is its acronym."""
    shorter, longer = sorted((one, other), key=len)
    initials = "".join(word[0] for word in surname(longer))
    return bool(shorter) and (set(words(shorter)) <= set(words(longer)) or shorter == initials)


def _may_be_joined(db: Database, gone: str, taken: str) -> bool:
    """Return whether the user never worked on `taken`, and nothing tells it from `gone`."""
    worked_on = db.execute(
        """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM notes WHERE entity_id = :id)
            OR EXISTS (SELECT 1 FROM worked_on_entities WHERE entity_id = :id)
        """,
        {"id": taken},
    ).fetchone()
    told_apart = db.execute(
        """
        SELECT 1 FROM recognized_entities a
        JOIN recognized_entities b ON b.recognition_id = a.recognition_id
        WHERE a.entity_id = ? AND b.entity_id = ?
        """,
        [gone, taken],
    ).fetchone()
    one, other = (telling(each.kind, each.identifiers) for each in _pair(db, gone, taken))
    differs = any(other.get(scheme, value) != value for scheme, value in one.items())
    return worked_on is None and told_apart is None and not differs


def _pair(db: Database, *entity_ids: str) -> Iterable[Entity]:
    found = raw_entities(db, entity_ids)
    return (found[entity_id] for entity_id in entity_ids)


# How it takes over


def _join(db: Database, entity_id: str, other: str) -> None:
    """Make every article that names `other` name the entity; the other is left over, nameless."""
    name, key = db.execute("SELECT name, name_key FROM entities WHERE id = ?", [other]).fetchone()
    db.execute(
        "UPDATE recognized_entities SET entity_id = ? WHERE entity_id = ?", [entity_id, other]
    )
    _add_alias(db, entity_id, name, key)
    for table in ("aliases", "identifiers"):
        db.execute(
            f"UPDATE OR IGNORE {table} SET entity_id = ? WHERE entity_id = ?",  # noqa: S608
            [entity_id, other],
        )
        db.execute(f"DELETE FROM {table} WHERE entity_id = ?", [other])  # noqa: S608


def _enrich(db: Database, gone: Entity, found: Found) -> None:
    """Give an entity the kind that was found, and the name where it is the fuller one."""
    kind, key = found.entity.kind, normalize_name(gone.name)
    name = gone.name
    if len(found.key) > len(key):
        name, key = found.entity.name, found.key
    db.execute(
        """
        UPDATE entities SET kind = ?, name = CAST(? AS TEXT), name_key = CAST(? AS TEXT)
        WHERE id = ?
        """,
        [kind.value, *storable_all([name, key]), gone.id],
    )
    _add_alias(db, gone.id, gone.name, normalize_name(gone.name))
    aliases = db.execute("SELECT name_key FROM aliases WHERE entity_id = ?", [gone.id]).fetchall()
    db.execute(
        "DELETE FROM aliases WHERE entity_id = ? AND name_key = CAST(? AS TEXT)",
        [gone.id, storable(key)],
    )
    db.conn.executemany(
        "UPDATE aliases SET short = ? WHERE entity_id = ? AND name_key = CAST(? AS TEXT)",
        [(is_short(kind, key, alias), gone.id, storable(alias)) for (alias,) in aliases],
    )
    db.execute("DELETE FROM name_words WHERE entity_id = ?", [gone.id])
    if kind is Kind.PERSON:
        db.conn.executemany(
            "INSERT OR IGNORE INTO name_words (word, entity_id) VALUES (CAST(? AS TEXT), ?)",
            [(storable(word), gone.id) for word in words(key)],
        )


def _add_alias(db: Database, entity_id: str, name: str, key: str) -> None:
    """Add a name; `_enrich` sees to whether it is short, and takes away the entity's own."""
    db.execute(
        """
        INSERT OR IGNORE INTO aliases (entity_id, name, name_key, short)
        SELECT id, CAST(? AS TEXT), CAST(? AS TEXT), 1 FROM entities
        WHERE id = ? AND name_key != CAST(? AS TEXT)
        """,
        [*storable_all([name, key]), entity_id, storable(key)],
    )
