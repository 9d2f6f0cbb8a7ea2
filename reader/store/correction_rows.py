"""The rows of the user's corrections, and what of them concerns an article."""

from collections.abc import Collection, Iterable, Sequence

from reader.core.anchoring import place
from reader.core.annotations import CONTEXT_LENGTH
from reader.core.correcting import Corrected, apply
from reader.core.corrections import (
    ENTITY_ACTIONS,
    Action,
    Correction,
    CorrectionSet,
    Scope,
    Target,
)
from reader.core.entities import Recognition, normalize_name
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.folding import Folder
from reader.core.mentions import Kind
from reader.store.entities import entities, roots
from reader.store.sqlite import Database, rows_in, storable, storable_all, told_if_gone

_COLUMNS = """
    number, change_id, action, scope, name, coalesce(document_id, ''), "start", "end", prefix,
    suffix, kind, coalesce(entity_id, ''), coalesce(other_id, ''), value, shift, made,
    coalesce(undone_at, ''), orphaned_at IS NOT NULL
"""


def rows(db: Database, condition: str, parameters: Sequence[object] = ()) -> list[Correction]:
    """Return the corrections that meet a condition, in the order in which they were made."""
    found = db.execute(
        f"SELECT {_COLUMNS} FROM corrections WHERE {condition} ORDER BY number",  # noqa: S608
        list(parameters),
    )
    actions = {action.value: action for action in Action}
    scopes = {scope.value: scope for scope in Scope}
    kinds: dict[str | None, Kind | None] = {kind.value: kind for kind in Kind} | {None: None}
    return [
        Correction(
            number,
            change_id,
            actions[action],
            scopes[scope],
            name,
            document_id,
            None if start is None else (start, end),
            prefix,
            suffix,
            kinds[kind],
            *rest,
            is_orphan=bool(is_orphan),
        )
        for (
            number,
            change_id,
            action,
            scope,
            name,
            document_id,
            start,
            end,
            prefix,
            suffix,
            kind,
            *rest,
            is_orphan,
        ) in found
    ]


def insert(db: Database, each: Correction, *, kept: str = "{}") -> None:
    """Keep a correction; its number follows from the order.

    :raises LibraryError: where its article or its entity is not in the library.
    """
    start, end = each.span or (None, None)
    with told_if_gone(gone()):
        db.execute(
            """
            INSERT INTO corrections (change_id, action, scope, document_id, "start", "end", name,
                name_key, prefix, suffix, kind, entity_id, other_id, value, shift, kept, made)
            VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
                CAST(? AS TEXT), ?, ?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), ?)
            """,
            [
                each.change_id,
                each.action.value,
                each.scope.value,
                each.document_id or None,
                start,
                end,
                *storable_all([each.name, normalize_name(each.name), each.prefix, each.suffix]),
                each.kind and each.kind.value,
                each.entity_id or None,
                each.other_id or None,
                storable(each.value),
                each.shift,
                storable(kept),
                each.made,
            ],
        )


def gone() -> LibraryError:
    """Return the error for what is no longer in the library."""
    return LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The correction was not kept, because what it is about is no longer in the library: "
            "open the article again and correct it anew.",
        )
    )


# What concerns an article


def with_corrections(db: Database, recognition: Recognition) -> Recognition:
    """Return a recognition in which the user's word holds."""
    return corrected_of(db, recognition).recognition


def corrected_of(db: Database, recognition: Recognition) -> Corrected:
    """Return a recognition in which the user's word holds, and the mentions that they rejected."""
    said = correction_set(db, recognition)
    if not said.corrections and not said.merged:
        return Corrected(recognition)
    return apply(recognition, text_of(db, recognition.document_id), said)


def correction_set(db: Database, recognition: Recognition) -> CorrectionSet:
    """Return what the user said as far as a recognition is concerned."""
    said = rows(
        db,
        """
        undone_at IS NULL AND orphaned_at IS NULL AND number IN (
            SELECT number FROM corrections WHERE document_id = ? AND undone_at IS NULL
            UNION ALL SELECT number FROM corrections
                WHERE scope = 'everywhere' AND undone_at IS NULL
            UNION ALL SELECT number FROM corrections
                WHERE scope = 'entity' AND undone_at IS NULL
                AND action IN ('add alias', 'remove alias')
        )
        """,
        [recognition.document_id],
    )
    listed = {entity.id for entity in recognition.entities}
    named = listed | {mention.entity_id for mention in recognition.mentions}
    meant = {each.entity_id for each in said if each.entity_id}
    merged = roots(db, named | meant)
    if not said and not merged:
        return CorrectionSet()
    wanted = {merged.get(each, each) for each in meant} | set(merged.values())
    all_roots = wanted | {merged.get(each, each) for each in listed}
    kept = frozenset(row[0] for row in rows_in(db, _WITH_NOTE, all_roots))
    return CorrectionSet(tuple(said), entities(db, wanted), merged, kept)


_WITH_NOTE = "SELECT entity_id FROM notes WHERE deleted_at IS NULL AND entity_id IN {}"


def text_of(db: Database, document_id: str) -> str:
    """Return the text of an article.

    :raises LibraryError: where it is not in the library.
    """
    row = db.execute("SELECT text FROM texts WHERE document_id = ?", [document_id]).fetchone()
    if row is None:
        raise gone()
    return row[0]


# Another text


def place_corrections(db: Database, document_id: str, before: str, after: str, *, now: str) -> None:
    """Place what was said of single mentions in an article's new text; orphans wait for another."""
    moved: list[tuple[int, int, str | bytes, str | bytes, int]] = []
    for each in rows(db, "document_id = ? AND scope = 'mention'", [document_id]):
        assert each.span is not None
        span = place(
            each.name,
            each.prefix,
            each.suffix,
            after,
            before="" if each.is_orphan else before,
            start=each.span[0],
        )
        if span is None:
            db.execute(
                "UPDATE corrections SET orphaned_at = coalesce(orphaned_at, ?) WHERE number = ?",
                [now, each.number],
            )
        else:
            prefix, suffix = context(after, *span)
            moved.append((*span, storable(prefix), storable(suffix), each.number))
    db.conn.executemany(
        """
        UPDATE corrections SET "start" = ?, "end" = ?, prefix = CAST(? AS TEXT),
            suffix = CAST(? AS TEXT), orphaned_at = NULL
        WHERE number = ?
        """,
        moved,
    )
    if db.execute("SELECT 1 FROM corrections WHERE undone_at IS NULL LIMIT 1").fetchone():
        outdate(db, [document_id])


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a span, as much as is kept of it."""
    return text[max(0, start - CONTEXT_LENGTH) : start], text[end : end + CONTEXT_LENGTH]


# What follows from a correction


def outdate(db: Database, document_ids: Iterable[str]) -> None:
    """Have the mentions of articles derived anew before the transaction ends."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO outdated VALUES ('mentions', ?, NULL)",
        [(document_id,) for document_id in document_ids],
    )


def outdate_names(db: Database, entity_ids: Collection[str]) -> None:
    """Have the names of entities indexed anew before the transaction ends."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO outdated VALUES ('entity', ?, NULL)",
        [(entity_id,) for entity_id in entity_ids],
    )


def concerned(
    db: Database, said: Iterable[Correction], entity_ids: Collection[str] = ()
) -> set[str]:
    """Return the articles in which corrections may change something, by way of the indexes.

    All that name one of `entity_ids` are among them.
    """
    found: set[str] = set()
    names: set[str] = set()
    for each in said:
        if each.action in (Action.ADD_ALIAS, Action.REMOVE_ALIAS):
            names.add(each.value)
        elif each.action is Action.RENAME:
            # An alias means whoever is called just so, which a name decides.
            names |= {row[0] for row in db.execute(_ALIASES_OF_OTHERS, [each.entity_id] * 2)}
        elif each.action not in ENTITY_ACTIONS and each.document_id:
            found.add(each.document_id)
        elif each.action not in ENTITY_ACTIONS:
            names |= {each.name, each.value}
    folder = Folder()
    for phrase in {" ".join(folder.words(name)) for name in names} - {""}:
        # Dots in an acronym part its letters in one article and not in another.
        joined = phrase.replace(" ", "")
        query = f'"{phrase}"' if joined == phrase else f'"{phrase}" OR "{joined}"'
        found |= {row[0] for row in db.execute(_CONTAINING, [query])}
    for query in (_NAMING, _LISTING):
        found |= {row[0] for row in rows_in(db, query, entity_ids)}
    return found


_ALIASES_OF_OTHERS = """
    SELECT value FROM corrections
    WHERE scope = 'entity' AND action = 'add alias' AND undone_at IS NULL AND name_key IN (
        SELECT name_key FROM entities WHERE id = ?
        UNION ALL SELECT name_key FROM corrections WHERE entity_id = ? AND action = 'rename'
    )
"""
_CONTAINING = """
    SELECT a.document_id FROM search_articles s CROSS JOIN article_index a ON a.key = s.rowid
    WHERE search_articles MATCH ?
"""
_NAMING = """
    SELECT r.document_id FROM recognized_entities e
    CROSS JOIN recognitions r ON r.id = e.recognition_id WHERE e.entity_id IN {}
"""
_LISTING = """
    SELECT a.document_id FROM entity_index i CROSS JOIN entity_mentions m ON m.entity = i.key
    CROSS JOIN article_index a ON a.key = m.article WHERE i.entity_id IN {}
"""


def checked(text: str, target: Target) -> str:
    """Return the text that a target is about.

    :raises ValueError: where its span is empty or outside of the text.
    """
    if not 0 <= target.start < target.end <= len(text):
        raise ValueError(f"span {target.start}–{target.end} is not inside a text of {len(text)}")
    return text[target.start : target.end]
