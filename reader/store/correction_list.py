"""The user's corrections as a list: filtered, in windows, with what they speak of."""

from collections.abc import Collection, Mapping, Sequence

from reader.core.corrections import Action, Correction, ListedChange, Wanted
from reader.core.entities import normalize_name
from reader.store.correction_exceptions import exceptions_of
from reader.store.correction_rows import rows
from reader.store.entities import entities, raw_entities
from reader.store.sqlite import Database, rows_in

SHOWN = 4
"""How many corrections of one change are listed; a thousand mentions may be confirmed at once."""


def corrections(db: Database, wanted: Wanted, *, offset: int, limit: int) -> list[Correction]:
    """Return a window of corrections, the newest first."""
    condition, parameters = _condition(wanted)
    window = f"""
        number IN (
            SELECT number FROM corrections WHERE {condition}
            ORDER BY number DESC LIMIT ? OFFSET ?
        )
    """  # noqa: S608
    return rows(db, window, [*parameters, limit, offset])[::-1]


def changes(db: Database, wanted: Wanted, *, offset: int, limit: int) -> list[ListedChange]:
    """Return a window of the changes that any of the corrections wanted is of, the newest first."""
    condition, parameters = _condition(wanted)
    found = db.execute(
        f"""
        SELECT change_id, count(*) FROM corrections WHERE {condition}
        GROUP BY change_id ORDER BY max(number) DESC LIMIT ? OFFSET ?
        """,  # noqa: S608
        [*parameters, limit, offset],
    ).fetchall()
    marks = _marks(found)
    first = f"""
        number IN (
            SELECT number FROM (
                SELECT number, row_number() OVER (PARTITION BY change_id ORDER BY number) AS place
                FROM corrections WHERE {condition} AND change_id IN ({marks})
            ) WHERE place <= {SHOWN}
        )
    """  # noqa: S608
    of_change: dict[str, list[Correction]] = {}
    for each in rows(db, first, [*parameters, *(change_id for change_id, _ in found)]):
        of_change.setdefault(each.change_id, []).append(each)
    shown = [each for group in of_change.values() for each in group]
    meant = {each.entity_id for each in shown} | {each.other_id for each in shown}
    names = {each.id: each.name for each in entities(db, meant - {""}).values()}
    # Whom the user named otherwise is called as the machine does, else it would be no news.
    renamed = {each.entity_id for each in shown if each.action is Action.RENAME}
    before = {each.id: each.name for each in raw_entities(db, renamed).values()}
    excepted = {} if wanted.undone else exceptions_of(db, [each[0] for each in of_change.values()])
    titles = dict(rows_in(db, _TITLES, {each.document_id for each in shown} - {""}))
    return [
        ListedChange(
            change_id,
            tuple(of_change[change_id]),
            count,
            _names(of_change[change_id], names, before),
            titles.get(of_change[change_id][0].document_id, ""),
            len({each.document_id for each in excepted.get(of_change[change_id][0].number, ())}),
        )
        for change_id, count in found
    ]


_TITLES = "SELECT id, title FROM documents WHERE id IN {}"


def _names(
    said: Sequence[Correction], names: Mapping[str, str], before: Mapping[str, str]
) -> dict[str, str]:
    """Return how those are called of whom something was said."""
    of = dict(names)
    if said[0].action is Action.RENAME:
        of.update(before)
    ids = [each for one in said for each in (one.entity_id, one.other_id)]
    return {each: of[each] for each in ids if each in of}


def _condition(wanted: Wanted) -> tuple[str, list[object]]:
    """Return a condition on corrections, and its parameters."""
    conditions = [f"undone_at IS {'NOT ' * wanted.undone}NULL"]
    parameters: list[object] = []
    key = normalize_name(wanted.text)
    for condition, given in (
        ("document_id = ?", [wanted.document_id] if wanted.document_id else []),
        ("? IN (entity_id, other_id)", [wanted.entity_id] if wanted.entity_id else []),
        (f"action IN ({_marks(wanted.actions)})", [each.value for each in wanted.actions]),
        (f"scope IN ({_marks(wanted.scopes)})", [each.value for each in wanted.scopes]),
        (_WITH_TEXT, [key] * 2 if key else []),
    ):
        if given:
            conditions.append(condition)
            parameters += given
    return " AND ".join(conditions), parameters


# In what was said, or in the name of whom it was said of.
_WITH_TEXT = """
    (instr(name_key, ?) OR EXISTS (
        SELECT 1 FROM entities e
        WHERE e.id IN (corrections.entity_id, corrections.other_id) AND instr(e.name_key, ?)
    ))
"""


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))
