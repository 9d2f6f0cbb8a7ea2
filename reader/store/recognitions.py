"""The recognition cache: what each model found in each document, joined with the entities.

Nothing here is the user's work; all of it can be derived again from the texts.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.core.entities import Recognition
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention
from reader.store.choices import with_choices
from reader.store.correction_rows import corrected_of, with_corrections
from reader.store.entities import Found, entities, full_names_first
from reader.store.known import KnownEntities
from reader.store.mention_index import clear_mentions, store_mentions
from reader.store.open_names import candidates_json, keep_open_names, with_candidates
from reader.store.sqlite import Database, told_if_gone
from reader.store.succession import earlier, entities_worked_on, succeed


def store_recognition(db: Database, recognition: Recognition, *, now: str) -> Recognition:
    """Keep what a model found, in place of what it found earlier in that document.

    Return it with the library's entities in place of those that came in, in their order; where two
    turn out to be the same, the earlier place counts. An entity that any model found there and on
    which the user has worked is among them in any case, last where it is nobody found now. What the
    user said of the names in the document holds.

    :raises ValueError: where a mention's entity is not among the entities.
    :raises LibraryError: where the document is not in the library.
    """
    before = earlier(db, recognition.document_id)
    _forget(
        db,
        "SELECT id FROM recognitions WHERE document_id = ? AND model = ?",
        [recognition.document_id, recognition.model],
    )
    recognition_id = _insert(db, recognition, now=now)
    in_order = full_names_first(recognition.entities)
    open_names = [found for found in in_order if found.entity.candidates]
    named = [found for found in in_order if not found.entity.candidates]
    known = KnownEntities(db, named, now=now)
    given = succeed(db, before, recognition, named, known)
    if given:  # the library has changed
        known = KnownEntities(db, named, now=now)
    resolved = _resolved(known, named, given)
    resolved |= keep_open_names(db, recognition.document_id, open_names, now=now)
    _place(db, recognition_id, in_order, resolved, also=before.worked_on)
    places = _places(db, recognition_id)
    mentions = tuple(_with_entity(mention, resolved) for mention in recognition.mentions)
    rows = [
        (m.start, m.end, m.kind, places[m.entity_id], m.found_by, m.linked_by) for m in mentions
    ]
    candidates = candidates_json(open_names, resolved, places)
    db.execute(
        "INSERT INTO recognized_mentions (recognition_id, mentions, candidates) VALUES (?, ?, ?)",
        [recognition_id, json.dumps(rows, separators=(",", ":")), candidates],
    )
    entity_ids = {place: entity_id for entity_id, place in places.items()}
    by_id = with_candidates(entities(db, places), candidates, entity_ids)
    stored = replace(
        recognition, mentions=mentions, entities=tuple(by_id[entity_id] for entity_id in places)
    )
    chosen = with_corrections(db, with_choices(db, stored))
    if latest_model(db, recognition.document_id) == recognition.model:
        store_mentions(db, chosen)
    return chosen


def check_text(db: Database, document_id: str, text_id: str | None) -> None:
    """Refuse what was found in a text that the document no longer has.

    :raises LibraryError: where that is so.
    """
    row = db.execute("SELECT text_id FROM documents WHERE id = ?", [document_id]).fetchone()
    if row is not None and text_id is not None and row[0] != text_id:
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors",
                "What was found in the article was not kept, because it was updated meanwhile: "
                "open it again.",
            )
        )


def _insert(db: Database, recognition: Recognition, *, now: str) -> int:
    gone = LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "What was found in the article was not kept, because the article is no longer in "
            "the library: open it again.",
        )
    )
    with told_if_gone(gone):
        recognition_id = db.execute(
            "INSERT INTO recognitions (document_id, model, complete, stored) VALUES (?, ?, ?, ?)",
            [recognition.document_id, recognition.model, recognition.complete, now],
        ).lastrowid
    assert recognition_id is not None
    return recognition_id


def _resolved(
    known: KnownEntities, in_order: Sequence[Found], given: Mapping[str, str]
) -> dict[str, str]:
    """Resolve a recognition's entities; return the library's id of each, by incoming id.

    `given` are those that are settled already.
    """
    resolved: dict[str, str] = {}
    named: dict[tuple[Kind, str], list[str]] = {}
    for found in in_order:
        if found.entity.id in given:
            namesakes = named.setdefault((found.entity.kind, found.key), [])
            namesakes.append(given[found.entity.id])
    for found in in_order:
        namesakes = named.setdefault((found.entity.kind, found.key), [])
        settled = given.get(found.entity.id)
        entity_id = known.resolve(found, namesakes=namesakes, entity_id=settled)
        resolved[found.entity.id] = entity_id
        namesakes.append(entity_id)
    known.write()
    return resolved


def _place(
    db: Database,
    recognition_id: int,
    in_order: Sequence[Found],
    resolved: Mapping[str, str],
    *,
    also: Iterable[str],
) -> None:
    """Keep the places of a recognition's entities, and after them those of others."""
    places: dict[str, int] = {}
    for found in in_order:
        entity_id = resolved[found.entity.id]
        # Where two turn out to be the same, the earlier place is kept.
        places[entity_id] = min(found.place, places.get(entity_id, found.place))
    for place, entity_id in enumerate(also, len(in_order)):
        places.setdefault(entity_id, place)
    db.conn.executemany(
        "INSERT INTO recognized_entities (recognition_id, ordinal, entity_id) VALUES (?, ?, ?)",
        [(recognition_id, place, entity_id) for entity_id, place in places.items()],
    )


def recognition(db: Database, document_id: str, model: str) -> Recognition | None:
    """Return what a model found in a document; None where that isn't in the cache.

    The user's word holds.
    """
    found = _cached(db, document_id, model)
    return None if found is None else with_corrections(db, with_choices(db, found))


def rejected(db: Database, document_id: str, model: str) -> tuple[Mention, ...]:
    """Return the mentions that a model found in a document and that the user rejected."""
    found = _cached(db, document_id, model)
    return () if found is None else corrected_of(db, with_choices(db, found)).rejected


def _cached(db: Database, document_id: str, model: str) -> Recognition | None:
    row = db.execute(
        """
        SELECT r.id, r.complete, m.mentions, m.candidates
        FROM recognitions r JOIN recognized_mentions m ON m.recognition_id = r.id
        WHERE r.document_id = ? AND r.model = ?
        """,
        [document_id, model],
    ).fetchone()
    if row is None:
        return None
    recognition_id, complete, rows, candidates = row
    places = _places(db, recognition_id)
    entity_ids = {place: entity_id for entity_id, place in places.items()}
    listed = dict.fromkeys([*places, *entities_worked_on(db, document_id)])
    found = with_candidates(entities(db, listed), candidates, entity_ids)
    # A dictionary is several times as fast as calling the enumeration.
    kinds = {kind.value: kind for kind in Kind}
    found_by = {reason.value: reason for reason in FoundBy}
    linked_by = {reason.value: reason for reason in LinkedBy}
    mentions = tuple(
        Mention(start, end, kinds[kind], entity_ids[entity], found_by[by], linked_by[link])
        for start, end, kind, entity, by, link in json.loads(rows)
    )
    return Recognition(
        document_id,
        model,
        mentions,
        tuple(found[entity_id] for entity_id in listed),
        complete=bool(complete),
    )


def latest_model(db: Database, document_id: str) -> str | None:
    """Return the model that read a document last, rather one that finished; None where none did."""
    row = db.execute(
        """
        SELECT model FROM recognitions WHERE document_id = ?
        ORDER BY complete DESC, stored DESC, id DESC
        """,
        [document_id],
    ).fetchone()
    return None if row is None else row[0]


def unrecognized(db: Database) -> list[str]:
    """Return the articles that no model has read to the end, the last added first."""
    query = """
        SELECT d.id FROM documents d WHERE d.deleted_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM recognitions r WHERE r.document_id = d.id AND r.complete
        )
        ORDER BY d.added DESC, d.rowid DESC
    """
    return [row[0] for row in db.execute(query)]


def clear_cache(db: Database) -> None:
    """Throw away every recognition, and the entities on which the user never worked."""
    _forget(db, "SELECT id FROM recognitions", [])
    clear_mentions(db)
    db.execute("DELETE FROM entities WHERE id NOT IN (SELECT entity_id FROM held_entities)")


_EARLIER_TEXT = "earlier text"
"""The model that is said to have found what the user worked on in a text that is gone."""


def forget_text(db: Database, document_id: str, *, now: str) -> None:
    """Throw away what was found in a document whose text changes.

    The entities on which the user has worked stay on its list, without mentions.
    """
    worked_on = entities_worked_on(db, document_id)
    _forget(db, "SELECT id FROM recognitions WHERE document_id = ?", [document_id])
    if worked_on:
        empty = Recognition(document_id, _EARLIER_TEXT, (), (), complete=False)
        recognition_id = _insert(db, empty, now=now)
        _place(db, recognition_id, [], {}, also=worked_on)
        db.execute(
            "INSERT INTO recognized_mentions (recognition_id, mentions) VALUES (?, '[]')",
            [recognition_id],
        )
    kept = entities(db, worked_on)
    store_mentions(
        db, Recognition(document_id, _EARLIER_TEXT, (), tuple(kept[each] for each in worked_on))
    )


def _forget(db: Database, recognition_ids: str, parameters: list[str]) -> None:
    """Delete the recognitions that a query returns.

    Their entities stay, as the user may just be writing a note on one.
    """
    for (recognition_id,) in db.execute(recognition_ids, parameters).fetchall():
        db.execute("DELETE FROM recognized_mentions WHERE recognition_id = ?", [recognition_id])
        db.execute("DELETE FROM recognized_entities WHERE recognition_id = ?", [recognition_id])
        db.execute("DELETE FROM recognitions WHERE id = ?", [recognition_id])


def _places(db: Database, recognition_id: int) -> dict[str, int]:
    """Return the place of each of a recognition's entities, in their order."""
    rows = db.execute(
        """
        SELECT entity_id, ordinal FROM recognized_entities WHERE recognition_id = ?
        ORDER BY ordinal
        """,
        [recognition_id],
    )
    return dict(rows.fetchall())


def _with_entity(mention: Mention, resolved: dict[str, str]) -> Mention:
    entity_id = resolved.get(mention.entity_id)
    if entity_id is None:
        raise ValueError(f"mention of “{mention.entity_id}”, which is not among the entities")
    if entity_id == mention.entity_id:
        return mention
    # Several times as fast as `replace`.
    return Mention(
        mention.start, mention.end, mention.kind, entity_id, mention.found_by, mention.linked_by
    )
