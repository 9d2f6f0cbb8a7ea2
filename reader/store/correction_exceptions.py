"""Where a correction of a name everywhere doesn't hold, as something else was said there."""

from collections.abc import Sequence
from dataclasses import replace

from reader.core.corrections import Action, Correction, Scope
from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.store.correction_rows import rows
from reader.store.entities import entities, roots
from reader.store.sqlite import Database

_OF_NAMES = frozenset((Action.KIND, Action.MARK, Action.REJECT, Action.LINK, Action.CONFIRM))


def exceptions_of(db: Database, wide: Sequence[Correction]) -> dict[int, list[Correction]]:
    """Return by the number of a correction the narrower ones of its name that say otherwise.

    Only of what was said of a name everywhere; of two on one place the newer counts, as it holds.
    Articles in the trash don't count.
    """
    of_names = [
        each for each in wide if each.scope is Scope.EVERYWHERE and each.action in _OF_NAMES
    ]
    if not of_names:
        return {}
    keys = {normalize_name(each.name) for each in of_names}
    holding: dict[tuple[str, str, tuple[int, int] | None], Correction] = {}
    for each in rows(db, _NARROWER):
        key = normalize_name(each.value or each.name)  # with other boundaries it is another name
        if key in keys:
            holding[key, each.document_id, each.span] = each
    merged = roots(db, {each.entity_id for each in (*of_names, *holding.values())} - {""})
    found: dict[int, list[Correction]] = {}
    for each in of_names:
        meant = _meant(each, merged)
        name = normalize_name(each.name)
        others = [
            one
            for (key, _, _), one in holding.items()
            if key == name and _meant(one, merged) != meant
        ]
        if others:
            found[each.number] = others
    return found


def exceptions(db: Database, change_id: str) -> list[Correction]:
    """Return the corrections in single articles that a change doesn't outweigh."""
    wide = rows(db, "change_id = ? AND undone_at IS NULL", [change_id])
    return [each for found in exceptions_of(db, wide).values() for each in found]


def overruling(db: Database, change_id: str) -> list[Correction]:
    """Return what says of those places what a change says of the name everywhere."""
    wide = {each.number: each for each in rows(db, "change_id = ?", [change_id])}
    said: list[Correction] = []
    for number, others in exceptions_of(db, list(wide.values())).items():
        meant = wide[number].entity_id
        entity = entities(db, {meant} - {""}).get(meant)
        for each in others:
            is_demonym = each.kind is Kind.DEMONYM and entity and entity.kind is Kind.COUNTRY
            said.append(
                replace(
                    each,
                    action=Action.LINK if meant else Action.REJECT,
                    name=each.value or each.name,
                    kind=Kind.DEMONYM if is_demonym else None,
                    entity_id=meant,
                    value="",
                    shift=0,
                )
            )
    return said


_NARROWER = """
    scope IN ('article', 'mention') AND undone_at IS NULL AND orphaned_at IS NULL
    AND document_id IN (SELECT id FROM documents WHERE deleted_at IS NULL)
"""


def _meant(said: Correction, merged: dict[str, str]) -> str:
    """Return whom a name means; "" for nobody."""
    return "" if said.action is Action.REJECT else merged.get(said.entity_id, said.entity_id)
