"""Keep corrections, take them back, and do them again; with all that follows from them."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reader.core.corrections import Action, Change, Correction, Scope, Target
from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.store.correction_rows import (
    checked,
    concerned,
    context,
    gone,
    insert,
    outdate,
    outdate_names,
    rows,
    text_of,
)
from reader.store.entities import family, roots, words
from reader.store.merging import (
    check_merge,
    check_split,
    join_notes,
    part_notes,
    refresh_merged,
)
from reader.store.note_links import relink_entities
from reader.store.sqlite import Database, storable


def record(db: Database, said: Sequence[Correction], *, change_id: str, now: str) -> Change:
    """Keep corrections as one change.

    :raises LibraryError: where what they are about is not in the library.
    """
    for each in said:
        kept = "{}"
        if each.action is Action.MERGE:
            check_merge(db, each.entity_id, each.other_id)
            kept = join_notes(db, each.entity_id, each.other_id, now=now)
        insert(db, replace(each, change_id=change_id, made=now), kept=kept)
        if each.action is Action.MERGE:
            refresh_merged(db)
    relink(db, said)
    follow_up(db, said)
    return Change(change_id, said[-1].entity_id if said else "")


def undo(
    db: Database, change_id: str, *, now: str, only: Collection[int] | None = None
) -> list[int]:
    """Take a change back, or some corrections of it; return the numbers of what still held.

    :raises LibraryError: where what it is about is gone, or another change depends on it.
    """
    said = rows(db, "change_id = ?", [change_id])
    if not said:
        raise gone()
    said = [each for each in said if not each.undone and (only is None or each.number in only)]
    merges = [each for each in reversed(said) if each.action is Action.MERGE]
    for each in merges:
        check_split(db, each)
    _mark(db, said, undone_at=now)
    refresh_merged(db)
    relink(db, said)  # first, so that the joined note has again what was joined to it
    for each in merges:
        part_notes(db, each.entity_id, each.other_id, _kept(db, each), now=now)
    follow_up(db, said)
    return [each.number for each in said]


def redo(
    db: Database, change_id: str, *, now: str, only: Collection[int] | None = None
) -> list[int]:
    """Do a change again that was taken back, or some corrections of it; return their numbers.

    :raises LibraryError: where what it is about is gone, or another change stands against it.
    """
    said = rows(db, "change_id = ?", [change_id])
    if not said:
        raise gone()
    said = [each for each in said if each.undone and (only is None or each.number in only)]
    for each in said:
        _mark(db, [each], undone_at=None)
        if each.action is Action.MERGE:
            check_merge(db, each.entity_id, each.other_id)
            kept = join_notes(db, each.entity_id, each.other_id, now=now)
            db.execute(
                "UPDATE corrections SET kept = CAST(? AS TEXT) WHERE number = ?",
                [storable(kept), each.number],
            )
            refresh_merged(db)
    relink(db, said)
    follow_up(db, said)
    return [each.number for each in said]


def relink(db: Database, said: Sequence[Correction]) -> None:
    """Have the notes call entities as they are called now."""
    of_entities = [each for each in said if each.scope is Scope.ENTITY]
    relink_entities(db, {i for each in of_entities for i in (each.entity_id, each.other_id) if i})


def _mark(db: Database, said: Sequence[Correction], *, undone_at: str | None) -> None:
    db.conn.executemany(
        "UPDATE corrections SET undone_at = ? WHERE number = ?",
        [(undone_at, each.number) for each in said],
    )


def _kept(db: Database, merge: Correction) -> str:
    query = "SELECT kept FROM corrections WHERE number = ?"
    return db.execute(query, [merge.number]).fetchone()[0]


def follow_up(db: Database, said: Sequence[Correction]) -> None:
    """Have all that is derived from the corrections brought up to date."""
    _outdate_merges(db, [each for each in said if each.action is Action.MERGE])
    outdate(db, concerned(db, said))
    of_entities = [each.entity_id for each in said if each.scope is Scope.ENTITY]
    outdate_names(db, {*of_entities, *roots(db, of_entities).values()})


def _outdate_merges(db: Database, merges: Sequence[Correction]) -> None:
    for each in merges:
        entity_ids = family(db, each.entity_id, each.other_id)
        outdate_names(db, entity_ids)
        outdate(db, concerned(db, (), entity_ids))


# What to keep


def said_of(
    db: Database, action: Action, target: Target, *, kind: Kind | None = None, entity_id: str = ""
) -> Correction:
    """Return a correction of what a target is about.

    :raises LibraryError: where the article is not in the library.
    :raises ValueError: where the span is empty or outside of its text.
    """
    text = text_of(db, target.document_id)
    name = checked(text, target)
    correction = Correction(0, "", action, target.scope, name, kind=kind, entity_id=entity_id)
    if target.scope is Scope.EVERYWHERE:
        return correction
    if target.scope is Scope.ARTICLE:
        return replace(correction, document_id=target.document_id)
    prefix, suffix = context(text, target.start, target.end)
    return replace(
        correction,
        document_id=target.document_id,
        span=(target.start, target.end),
        prefix=prefix,
        suffix=suffix,
    )


def said_of_entity(
    action: Action, entity_id: str, value: str = "", other_id: str = ""
) -> Correction:
    """Return a correction of an entity itself."""
    return Correction(
        0, "", action, Scope.ENTITY, value, entity_id=entity_id, other_id=other_id, value=value
    )


def entity_for(db: Database, name: str, kind: Kind, document_id: str, *, now: str) -> str:
    """Return the id of the entity of a kind that a name means; a new one where there is none.

    Of several that the article's own is meant, or else the one that most articles name.
    """
    key = normalize_name(name)
    row = db.execute(
        """
        SELECT e.id FROM entities_in_use e JOIN entity_index i ON i.entity_id = e.id
        WHERE e.kind = :kind AND e.id NOT IN (SELECT entity_id FROM merged_entities) AND e.id IN (
            SELECT id FROM entities WHERE name_key = CAST(:key AS TEXT)
            UNION SELECT entity_id FROM aliases WHERE name_key = CAST(:key AS TEXT) AND NOT short
            UNION SELECT entity_id FROM corrections WHERE name_key = CAST(:key AS TEXT)
                AND action IN ('rename', 'add alias') AND undone_at IS NULL
        )
        ORDER BY EXISTS (
            SELECT 1 FROM entity_mentions m JOIN article_index a ON a.key = m.article
            WHERE m.entity = i.key AND a.document_id = :article
        ) DESC, i.articles DESC, i.key
        """,
        {"kind": kind.value, "key": storable(key), "article": document_id},
    ).fetchone()
    return row[0] if row else make_entity(db, name, kind, now=now)


def make_entity(db: Database, name: str, kind: Kind, *, now: str) -> str:
    """Return the id of a new entity, or of one of that name that was left over."""
    key = normalize_name(name)
    left_over = db.execute(
        """
        SELECT id FROM entities WHERE kind = ? AND name_key = CAST(? AS TEXT)
            AND document_id IS NULL AND id NOT IN (SELECT id FROM entities_in_use)
        """,
        [kind.value, storable(key)],
    ).fetchone()
    if left_over is not None:
        return left_over[0]
    wanted = f"{kind.value}:{'-'.join(key.split())}".encode("utf-8", "replace").decode()
    entity_id, number = wanted, 1
    while db.execute("SELECT 1 FROM entities WHERE id = ?", [entity_id]).fetchone():
        number += 1
        entity_id = f"{wanted}-{number}"
    db.execute(
        """
        INSERT INTO entities (id, kind, name, name_key, added)
        VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
        """,
        [entity_id, kind.value, storable(name), storable(key), now],
    )
    if kind is Kind.PERSON:
        db.conn.executemany(
            "INSERT OR IGNORE INTO name_words (word, entity_id) VALUES (CAST(? AS TEXT), ?)",
            [(storable(word), entity_id) for word in words(key)],
        )
    return entity_id
