"""The tags of entities: the same as those of articles and annotations."""

from collections.abc import Collection

from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.folding import Folder
from reader.core.shelf import LabelKind
from reader.store.entities import family, root
from reader.store.labels import make_label
from reader.store.sqlite import Database, rows_in, told_if_gone

TagRow = tuple[str, str, str]
"""The entity, the label, and since when it has it."""


def tags(db: Database, entity_id: str) -> list[str]:
    """Return the names of an entity's tags, and of those that are one with it, in order."""
    query = """
        SELECT DISTINCT l.name FROM entity_tags t JOIN labels l ON l.id = t.label_id
        WHERE l.deleted_at IS NULL AND t.entity_id IN {}
    """
    names = {row[0] for row in rows_in(db, query, family(db, root(db, entity_id)))}
    return sorted(names, key=Folder().sort_key)


def tags_of(db: Database, entity_ids: Collection[str]) -> dict[str, list[str]]:
    """Return the tags of entities by their ids, those without any left out."""
    query = """
        SELECT DISTINCT coalesce(m.into_id, t.entity_id), l.name FROM entity_tags t
        JOIN labels l ON l.id = t.label_id
        LEFT JOIN merged_entities m ON m.entity_id = t.entity_id
        WHERE l.deleted_at IS NULL AND coalesce(m.into_id, t.entity_id) IN {}
    """
    found: dict[str, list[str]] = {}
    for entity_id, name in rows_in(db, query, entity_ids):
        found.setdefault(entity_id, []).append(name)
    sort_key = Folder().sort_key
    return {each: sorted(names, key=sort_key) for each, names in found.items()}


def set_tags(db: Database, entity_id: str, names: Collection[str], *, now: str) -> list[TagRow]:
    """Give an entity these tags alone; return the rows that it had, for `put_back`."""
    entity_id = root(db, entity_id)
    members = family(db, entity_id)
    before = _rows(db, members)
    wanted = {make_label(db, LabelKind.TAG, name, now=now).id for name in names}
    had = {row[1] for row in before}
    for label_id in had - wanted:
        _take(db, members, label_id)
    with told_if_gone(_gone()):
        db.conn.executemany(
            "INSERT INTO entity_tags (entity_id, label_id, made) VALUES (?, ?, ?)",
            [(entity_id, label_id, now) for label_id in sorted(wanted - had)],
        )
    return before


def put_back(db: Database, entity_id: str, rows: Collection[TagRow]) -> None:
    """Give an entity, and those that are one with it, the tags that they had."""
    members = family(db, root(db, entity_id))
    for row in _rows(db, members):
        _take(db, members, row[1])
    db.conn.executemany(
        "INSERT INTO entity_tags (entity_id, label_id, made) VALUES (?, ?, ?)", list(rows)
    )


def known_tags(db: Database) -> list[tuple[str, int]]:
    """Return every tag with how many entities have it, the most used first.

    Those of articles and annotations are among them: there is one vocabulary.
    """
    rows = db.execute(
        """
        SELECT l.name, (SELECT count(*) FROM entity_tags t WHERE t.label_id = l.id) AS entities,
            (SELECT count(*) FROM labelled a WHERE a.label_id = l.id)
            + (SELECT count(*) FROM annotation_tags a WHERE a.label_id = l.id) AS others
        FROM labels l WHERE l.kind = ? AND l.deleted_at IS NULL
        """,
        [LabelKind.TAG.value],
    ).fetchall()
    folder = Folder()
    rows.sort(key=lambda row: (-row[1], -row[2], folder.sort_key(row[0])))
    return [(name, count) for name, count, _ in rows]


def tagged(db: Database, name: str) -> list[str]:
    """Return the ids of the entities under a tag, each as whom it is one with."""
    key = Folder().fold(" ".join(name.split()))
    rows = db.execute(
        """
        SELECT DISTINCT coalesce(m.into_id, t.entity_id) FROM entity_tags t
        JOIN labels l ON l.id = t.label_id
        LEFT JOIN merged_entities m ON m.entity_id = t.entity_id
        WHERE l.kind = ? AND l.name_key = ? AND l.deleted_at IS NULL
        """,
        [LabelKind.TAG.value, key],
    )
    return sorted(row[0] for row in rows)


def _rows(db: Database, members: Collection[str]) -> list[TagRow]:
    """Return the tags that can be seen; those of a deleted label stay where they are."""
    query = """
        SELECT t.entity_id, t.label_id, t.made FROM entity_tags t JOIN labels l ON l.id = t.label_id
        WHERE l.deleted_at IS NULL AND t.entity_id IN {}
    """
    return list(rows_in(db, query, members))


def _take(db: Database, members: Collection[str], label_id: str) -> None:
    db.conn.executemany(
        "DELETE FROM entity_tags WHERE entity_id = ? AND label_id = ?",
        [(each, label_id) for each in members],
    )


def _gone() -> LibraryError:
    return LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The tags were not kept, because the name is no longer in the library: open the "
            "article again and tag it anew.",
        )
    )
