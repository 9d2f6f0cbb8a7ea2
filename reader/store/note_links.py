"""Whom and what the links in notes and comments mean, which stay right when that is renamed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.core.entities import Entity, normalize_name
from reader.core.folding import Folder
from reader.core.notes import NoteTarget, TargetKind
from reader.core.wikilinks import carried_over, rewritten, wikilinks
from reader.store.entities import entities, family, root, roots
from reader.store.sqlite import Database, rows_in, storable


@dataclass(frozen=True, slots=True)
class Linking:
    """Texts with links: the table of the links with its key, and that of the texts."""

    links: str
    key: str
    texts: str
    id: str
    text: str
    alive: str = ""  # which of them follow where what they link to is called otherwise


NOTES = Linking("note_links", "entity_id", "notes", "entity_id", "text", "deleted_at IS NULL AND")
COMMENTS = Linking("comment_links", "annotation_id", "annotations", "id", "comment")
"""Deleted ones follow too: as they are in the library, they are brought back."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as it is kept; see `note_links` in the schema."""

    name: str
    own: bool = True
    entity_id: str | None = None
    document_id: str | None = None

    @property
    def is_open(self) -> bool:
        """Return whether the name is nobody's."""
        return self.entity_id is None and self.document_id is None


def link_rows(db: Database, text_id: str, *, of: Linking = NOTES) -> list[LinkRow]:
    """Return the links of a note or a comment in their order, as they were kept last."""
    rows = db.execute(
        f"""
        SELECT name, own, target_entity, target_document FROM {of.links}
        WHERE {of.key} = ? ORDER BY number
        """,  # noqa: S608
        [text_id],
    )
    return [LinkRow(name, bool(own), entity, document) for name, own, entity, document in rows]


def store_links(
    db: Database,
    text_id: str,
    text: str,
    *,
    of: Linking = NOTES,
    chosen: Mapping[str, NoteTarget] | None = None,
    before: Sequence[LinkRow] | None = None,
) -> None:
    """Keep whom the links of a note or a comment mean, now that it has this text.

    A link that was there goes on to mean the same, whoever else has that name. `chosen` says by
    name whom the others mean, as far as the user chose; `before` are the links that there were,
    None for those that are kept.
    """
    stored = link_rows(db, text_id, of=of)
    before = stored if before is None else before
    known = {row.name: row for row in reversed(before)}
    names = [link.name for link in wikilinks(text)]
    kept = carried_over([row.name for row in before], names)
    after: list[LinkRow] = []
    for number, name in enumerate(names):
        row = before[kept[number]] if number in kept else None
        if row is None and chosen and name in chosen:
            row = _chosen(db, name, chosen[name])
        if row is None or row.is_open:
            row = known.get(name)
        if row is None or row.is_open:
            row = _resolved(db, name)
            known[name] = row
        after.append(row)
    if after != stored:
        write_links(db, text_id, after, of=of)


def store_all_links(db: Database) -> None:
    """Keep whom the links mean of all texts that were written before links were kept."""
    for of in (NOTES, COMMENTS):
        query = f"SELECT {of.id}, {of.text} FROM {of.texts} WHERE instr({of.text}, '[[')"  # noqa: S608
        for text_id, text in db.execute(query).fetchall():
            store_links(db, text_id, text, of=of)


def target(db: Database, row: LinkRow) -> NoteTarget | None:
    """Return what a link leads to now; None where the name is nobody's, or it is in the trash."""
    if row.entity_id is not None:
        entity = _led_to(db, row.entity_id)
        return entity_target(entity) if entity is not None else None
    if row.document_id is not None:
        found = db.execute(
            "SELECT title FROM documents WHERE id = ? AND deleted_at IS NULL", [row.document_id]
        ).fetchone()
        return NoteTarget(TargetKind.ARTICLE, row.document_id, found[0]) if found else None
    return None


def named(db: Database, name: str) -> NoteTarget | None:
    """Return what a name means in the library; None where it is nobody's."""
    return target(db, _resolved(db, name))


def entity_target(entity: Entity, detail: str = "") -> NoteTarget:
    """Return an entity as what a link leads to."""
    return NoteTarget(TargetKind.ENTITY, entity.id, entity.name, entity.kind, detail)


# ---- names that change


def relink_entities(db: Database, entity_ids: Collection[str]) -> None:
    """Have notes and comments call entities as they are called now: renamed, merged or split.

    That isn't the user's writing, so they keep their dates.
    """
    concerned = family(db, *entity_ids) if entity_ids else set()
    for of in (NOTES, COMMENTS):
        _relink(db, of, linked_to_entities(db, concerned, of=of))


def relink_article(db: Database, document_id: str) -> None:
    """Have notes and comments call an article by the title that it has now."""
    for of in (NOTES, COMMENTS):
        _relink(db, of, linked_to_article(db, document_id, of=of))


def linked_to_entities(
    db: Database, entity_ids: Collection[str], *, of: Linking = NOTES
) -> list[str]:
    """Return the ids of the texts with a link to one of these entities."""
    query = f"SELECT DISTINCT {of.key} FROM {of.links} WHERE target_entity IN {{}}"  # noqa: S608
    return sorted({row[0] for row in rows_in(db, query, entity_ids)})


def linked_to_article(db: Database, document_id: str, *, of: Linking = NOTES) -> list[str]:
    """Return the ids of the texts with a link to an article."""
    query = f"SELECT DISTINCT {of.key} FROM {of.links} WHERE target_document = ?"  # noqa: S608
    return sorted(row[0] for row in db.execute(query, [document_id]))


def called_now(
    db: Database, links: Mapping[str, tuple[str, Sequence[LinkRow]]]
) -> dict[str, tuple[str, list[LinkRow]]]:
    """Return texts and their links, by any key, that call what they link to as it is called now.

    A text whose links aren't these is as it was: it was brought back by another way, and saving it
    looks the names up.
    """
    every = [row for _, rows in links.values() for row in rows]
    names = _Names(db, every)
    called: dict[str, tuple[str, list[LinkRow]]] = {}
    for key, (text, rows) in links.items():
        new = [names.in_row(row) for row in rows]
        if new == rows or [x.name for x in wikilinks(text)] != [row.name for row in rows]:
            called[key] = text, list(rows)
        else:
            called[key] = _renamed(text, rows, new), new
    return called


def written_now(db: Database, texts: Sequence[str]) -> list[str]:
    """Return earlier texts, as they would be written now: calling whom they link to by its name.

    A name that was its own before it was renamed is replaced; another of its names stays.
    """
    links: dict[str, tuple[str, Sequence[LinkRow]]] = {}
    for text in texts:
        if "[[" in text and text not in links:
            rows = [_called(db, link.name) for link in wikilinks(text)]
            links[text] = text, [replace(row, own=was_own) for row, was_own in rows]
    now = called_now(db, links)
    return [now[text][0] if text in now else text for text in texts]


class _Names:
    """What the targets of links are called."""

    def __init__(self, db: Database, rows: Collection[LinkRow]) -> None:
        targets = {row.entity_id for row in rows if row.entity_id is not None}
        led = roots(db, targets)
        known = entities(db, {led.get(each, each) for each in targets})
        self._entities = {each: known.get(led.get(each, each)) for each in targets}
        articles = {row.document_id for row in rows if row.document_id is not None}
        self._titles = dict(rows_in(db, "SELECT id, title FROM documents WHERE id IN {}", articles))

    def in_row(self, row: LinkRow) -> LinkRow:
        """Return a link with the name that its target has now."""
        entity = self._entities.get(row.entity_id or "")
        name = ""
        if entity is not None and (row.own or not _is_called(entity, row.name)):
            name = entity.name
        elif row.own and row.document_id is not None:
            name = self._titles.get(row.document_id, "")
        name = " ".join(name.split())
        return replace(row, name=name, own=True) if name else row


def _renamed(text: str, before: Sequence[LinkRow], after: Sequence[LinkRow]) -> str:
    names = [
        None if old.name == new.name else new.name for old, new in zip(before, after, strict=True)
    ]
    return rewritten(text, lambda number, _link: names[number])


def _relink(db: Database, of: Linking, text_ids: Collection[str]) -> None:
    query = f"SELECT {of.id}, {of.text} FROM {of.texts} WHERE {of.alive} {of.id} IN {{}}"  # noqa: S608
    texts = rows_in(db, query, text_ids)
    links = {each: (text, link_rows(db, each, of=of)) for each, text in texts}
    for text_id, (text, rows) in called_now(db, links).items():
        if links[text_id] != (text, rows):
            db.execute(
                f"UPDATE {of.texts} SET {of.text} = CAST(? AS TEXT) WHERE {of.id} = ?",  # noqa: S608
                [storable(text), text_id],
            )
            write_links(db, text_id, rows, of=of)


# ---- what names mean


def _chosen(db: Database, name: str, chosen: NoteTarget) -> LinkRow | None:
    """Return the link to what the user chose; None where that is gone."""
    key = normalize_name(name)
    if chosen.kind is TargetKind.ENTITY:
        entity = entities(db, [chosen.id]).get(chosen.id)
        if entity is None:
            return None
        return LinkRow(name, normalize_name(entity.name) == key, entity_id=chosen.id)
    found = db.execute("SELECT title FROM documents WHERE id = ?", [chosen.id]).fetchone()
    if found is None:
        return None
    return LinkRow(name, normalize_name(found[0]) == key, document_id=chosen.id)


def _resolved(db: Database, name: str) -> LinkRow:
    """Return the link to whom a name means: an entity by its name or another of its names.

    Of several the one that most articles name. Else the article of that title, the newest.
    """
    return _called(db, name)[0]


def _called(db: Database, name: str) -> tuple[LinkRow, bool]:
    """Return the link to whom a name means, and whether that is or was what it is called itself."""
    key = normalize_name(name)
    if not key:
        return LinkRow(name), True
    row = db.execute(_NAMED, {"key": storable(key)}).fetchone()
    if row is not None:
        entity_id, rank = row
        entity = _led_to(db, entity_id)
        is_own = entity is not None and normalize_name(entity.name) == key
        return LinkRow(name, is_own, entity_id=entity_id), rank == 0
    found = db.execute(_TITLED, [storable(Folder().sort_key(name))]).fetchone()
    return LinkRow(name) if found is None else LinkRow(name, document_id=found[0]), True


def _led_to(db: Database, entity_id: str) -> Entity | None:
    """Return an entity, or the one that it is one with."""
    entity_id = root(db, entity_id)
    return entities(db, [entity_id]).get(entity_id)


_NAMED = """
    WITH called (id, rank) AS (
        SELECT id, 0 FROM entities WHERE name_key = CAST(:key AS TEXT)
        UNION ALL SELECT entity_id, 0 FROM corrections WHERE scope = 'entity'
            AND undone_at IS NULL AND action = 'rename' AND name_key = CAST(:key AS TEXT)
        UNION ALL SELECT entity_id, 1 FROM corrections WHERE scope = 'entity'
            AND undone_at IS NULL AND action = 'add alias' AND name_key = CAST(:key AS TEXT)
        UNION ALL SELECT entity_id, 1 + short FROM aliases WHERE name_key = CAST(:key AS TEXT)
    )
    SELECT c.id, c.rank FROM called c JOIN entity_index i ON i.entity_id = c.id
    WHERE i.articles > 0
        OR EXISTS (SELECT 1 FROM entities_in_use u WHERE u.id = c.id)
        OR EXISTS (SELECT 1 FROM merged_entities m WHERE c.id IN (m.entity_id, m.into_id))
    ORDER BY c.rank, i.articles DESC, i.key LIMIT 1
"""
_TITLED = """
    SELECT id FROM documents WHERE title_key = CAST(? AS TEXT) AND deleted_at IS NULL
        AND title_key <> ''
    ORDER BY added DESC, rowid DESC LIMIT 1
"""


def _is_called(entity: Entity, name: str) -> bool:
    key = normalize_name(name)
    return any(normalize_name(each) == key for each in (entity.name, *entity.aliases))


def write_links(
    db: Database, text_id: str, rows: Collection[LinkRow], *, of: Linking = NOTES
) -> None:
    """Keep the links of a note or a comment in place of those that it had."""
    db.execute(f"DELETE FROM {of.links} WHERE {of.key} = ?", [text_id])  # noqa: S608
    db.conn.executemany(
        f"""
        INSERT INTO {of.links} ({of.key}, number, name, own, target_entity, target_document)
        VALUES (?, ?, CAST(? AS TEXT), ?, ?, ?)
        """,  # noqa: S608
        [
            (text_id, number, storable(row.name), int(row.own), row.entity_id, row.document_id)
            for number, row in enumerate(rows)
        ],
    )
