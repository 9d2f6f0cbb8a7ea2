"""The tags and the entities of annotations, and what annotations said before."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from reader.core.annotations import Annotation, AnnotationVersion, Colour
from reader.core.folding import Folder
from reader.core.shelf import LabelKind
from reader.store.entities import roots
from reader.store.labels import make_label
from reader.store.note_links import written_now
from reader.store.sqlite import Database, rows_in, storable_all

SPELL = timedelta(minutes=10)
"""What is changed within this time of the change before is one and the same edit."""

_TAGS = """
    SELECT t.annotation_id, l.name FROM annotation_tags t JOIN labels l ON l.id = t.label_id
    WHERE l.deleted_at IS NULL AND t.annotation_id IN {} ORDER BY t.annotation_id, t.place
"""
_ENTITIES = """
    SELECT annotation_id, entity_id FROM annotation_entities
    WHERE annotation_id IN {} ORDER BY annotation_id, place
"""


def with_links(db: Database, annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return annotations with their tags and entities; merged entities are the one they are."""
    annotations = list(annotations)
    ids = [each.id for each in annotations]
    tags = _grouped(rows_in(db, _TAGS, ids))
    linked = _grouped(rows_in(db, _ENTITIES, ids))
    if not tags and not linked:
        return annotations
    merged = roots(db, list({entity for group in linked.values() for entity in group}))
    return [
        replace(
            each,
            tags=tuple(tags.get(each.id, ())),
            entity_ids=tuple(dict.fromkeys(merged.get(e, e) for e in linked.get(each.id, ()))),
        )
        if each.id in tags or each.id in linked
        else each
        for each in annotations
    ]


def _grouped(rows: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for annotation_id, value in rows:
        groups.setdefault(annotation_id, []).append(value)
    return groups


def save_tags(
    db: Database,
    annotation_id: str,
    tags: Sequence[str],
    *,
    now: str,
    before: Sequence[str] | None = None,
) -> None:
    """Give an annotation these tags, made where there are none of the name.

    What it has besides is taken away; where `before` is given, of that alone: meanwhile a tag may
    have another name. A deleted tag stays with it, to be there where that is brought back.
    """
    folder = Folder()
    keys = {folder.fold(" ".join(name.split())): name for name in reversed(tags) if name.split()}
    known = set() if before is None else {folder.fold(" ".join(name.split())) for name in before}
    rows = db.execute(
        """
        SELECT l.name_key, l.id FROM annotation_tags t JOIN labels l ON l.id = t.label_id
        WHERE t.annotation_id = ? AND l.deleted_at IS NULL
        """,
        [annotation_id],
    ).fetchall()
    for key, label_id in rows:
        if key not in keys and (before is None or key in known):
            db.execute(
                "DELETE FROM annotation_tags WHERE annotation_id = ? AND label_id = ?",
                [annotation_id, label_id],
            )
    there = dict(rows)
    for place, (key, name) in enumerate(reversed(keys.items())):
        if key in known and key not in there:
            continue  # it has another name now
        label_id = there.get(key) or make_label(db, LabelKind.TAG, name, now=now).id
        db.execute(
            """
            INSERT INTO annotation_tags (annotation_id, label_id, place, made) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET place = excluded.place
            """,
            [annotation_id, label_id, place, now],
        )


def save_entities(
    db: Database,
    annotation_id: str,
    entity_ids: Sequence[str],
    *,
    now: str,
    before: Sequence[str] | None = None,
) -> None:
    """Link an annotation to these entities; those that the library no longer has are left out.

    What it is linked to besides is parted from it; where `before` is given, of that alone. One that
    was merged into one of these stays linked, so that splitting them loses nothing.
    """
    query = "SELECT entity_id FROM annotation_entities WHERE annotation_id = ?"
    there: list[str] = [row[0] for row in db.execute(query, [annotation_id])]
    merged = roots(db, [*there, *entity_ids, *(before or ())])
    wanted = {merged.get(each, each): place for place, each in enumerate(entity_ids)}
    known = {merged.get(each, each) for each in before or ()}
    held = {row[0] for row in rows_in(db, "SELECT id FROM entities WHERE id IN {}", list(wanted))}
    for entity_id in there:
        whom = merged.get(entity_id, entity_id)
        if whom in wanted:
            held.discard(whom)
            db.execute(
                """
                UPDATE annotation_entities SET place = ? WHERE annotation_id = ? AND entity_id = ?
                """,
                [wanted[whom], annotation_id, entity_id],
            )
        elif before is None or whom in known:
            db.execute(
                "DELETE FROM annotation_entities WHERE annotation_id = ? AND entity_id = ?",
                [annotation_id, entity_id],
            )
    db.conn.executemany(
        """
        INSERT INTO annotation_entities (annotation_id, entity_id, place, made)
        VALUES (?, ?, ?, ?)
        """,
        [(annotation_id, each, place, now) for each, place in wanted.items() if each in held],
    )


def keep_version(db: Database, before: Annotation, after: Annotation, *, now: str) -> None:
    """Keep what an annotation said, where the change begins another spell or cuts its comment.

    So it is where it goes back to a version, unless another one says the same.
    """
    if _said(before) == _said(after):
        return
    is_cut = len(after.comment) < len(before.comment) // 2
    if not is_cut and not _is_later(before.modified, now):
        said = [_said(each) for each in versions(db, before.id)]
        if _said(after) not in said or _said(before) in said:
            return
    db.execute(
        """
        INSERT INTO annotation_versions
            (annotation_id, number, colour, comment, tags, entities, saved)
        SELECT ?, coalesce(max(number), 0) + 1, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?
        FROM annotation_versions WHERE annotation_id = ?
        """,
        [
            before.id,
            before.colour.value,
            *storable_all([before.comment, json.dumps(before.tags)]),
            json.dumps(before.entity_ids),
            before.modified,
            before.id,
        ],
    )


def versions(db: Database, annotation_id: str) -> list[AnnotationVersion]:
    """Return what an annotation said before, the oldest first; merged entities as with_links.

    Comments call whom they link to as it is called now, so that one that is restored follows too.
    """
    rows = db.execute(
        """
        SELECT colour, comment, tags, entities, saved FROM annotation_versions
        WHERE annotation_id = ? ORDER BY number
        """,
        [annotation_id],
    ).fetchall()
    comments = written_now(db, [row[1] for row in rows])
    found = [
        AnnotationVersion(
            Colour(colour), comment, tuple(json.loads(tags)), tuple(json.loads(entities)), saved
        )
        for (colour, _, tags, entities, saved), comment in zip(rows, comments, strict=True)
    ]
    merged = roots(db, list({entity for each in found for entity in each.entity_ids}))
    return [
        replace(each, entity_ids=tuple(dict.fromkeys(merged.get(e, e) for e in each.entity_ids)))
        for each in found
    ]


def _said(annotation: Annotation | AnnotationVersion) -> tuple[object, ...]:
    return annotation.colour, annotation.comment, annotation.tags, annotation.entity_ids


def _is_later(before: str, now: str) -> bool:
    """Return whether more than a spell lies between two times; also where one isn't known."""
    try:
        return datetime.fromisoformat(now) - datetime.fromisoformat(before) > SPELL
    except (ValueError, TypeError):
        return True
