"""What the user said against the machine: kept, listed, taken back in any order."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import replace

from reader.core.corrections import (
    EVERY_CORRECTION,
    Action,
    Change,
    Correction,
    ListedChange,
    Scope,
    State,
    Target,
    Wanted,
)
from reader.core.entities import Entity, normalize_name
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.mentions import Kind, Mention
from reader.core.occurrences import occurrences
from reader.store import correction_exceptions, correction_list, recognitions
from reader.store.correction_changes import entity_for, record, redo, said_of, said_of_entity, undo
from reader.store.correction_rows import checked, gone, rows, text_of
from reader.store.entities import entities, root
from reader.store.session import Session
from reader.store.sqlite import Database, storable
from reader.store.vouching import vouched


class Corrections:
    """The corrections of a library, for the thread that opened it alone.

    Whatever changes something returns a change, which `undo` takes back and `redo` does again. It
    holds at once in every article that is concerned, whatever model reads it, now or later. Any
    raises LibraryError where its article or entity is no longer in the library, and ValueError for
    a span that is empty or outside of the text.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    # Mentions and names

    def mark(self, target: Target, kind: Kind, *, entity_id: str = "") -> Change:
        """Mark a name that was missed; `entity_id` is whom it means, "" finds or makes them."""
        return self._mean(Action.MARK, target, kind, entity_id)

    def change_kind(self, target: Target, kind: Kind, *, entity_id: str = "") -> Change:
        """Let a mention or name be of another kind.

        Everywhere, by the entity's own name, the entity becomes it whole: its note, other names and
        identifiers with it.
        """
        with self._session.writing() as db:
            meant = entity_id or self._entity_for(db, target, kind)
            said = [said_of(db, Action.KIND, target, kind=kind, entity_id=meant)]
            if _is_own_name(db, target, said[0].name) and root(db, meant) == meant:
                other = root(db, target.entity_id)
                if other != meant:
                    said.append(said_of_entity(Action.MERGE, meant, other_id=other))
            return self._record(db, said)

    def change_bounds(self, target: Target, start: int, end: int) -> Change:
        """Give a mention other boundaries, or every one of its name that the text allows it.

        `target.kind` and `target.entity_id` say whom it goes on to mean; "" finds or makes them by
        the new name.
        """
        with self._session.writing() as db:
            text = text_of(db, target.document_id)
            moved = Target(target.document_id, start, end, target.scope, target.kind)
            value = checked(text, moved)
            meant = target.entity_id or self._entity_for(db, moved, _known(target.kind))
            if target.scope is Scope.MENTION:
                said = said_of(db, Action.BOUNDS, moved, kind=target.kind, entity_id=meant)
            else:
                said = said_of(db, Action.BOUNDS, target, kind=target.kind, entity_id=meant)
                said = replace(said, value=value, shift=start - target.start)
            return self._record(db, [said])

    def reject(self, target: Target) -> Change:
        """Let a mention or name be nobody's."""
        with self._session.writing() as db:
            return self._record(db, [said_of(db, Action.REJECT, target, kind=target.kind)])

    def link(self, target: Target, entity_id: str) -> Change:
        """Let a mention or name mean another entity."""
        return self._mean(Action.LINK, target, target.kind, entity_id)

    def confirm(self, targets: Sequence[Target]) -> Change:
        """Vouch for what was found, for many mentions or names at once.

        Each target says whom it means.
        """
        with self._session.writing() as db:
            known = entities(db, {target.entity_id for target in targets})
            if any(target.entity_id not in known for target in targets):
                raise gone()
            return self._record(
                db,
                [
                    said_of(db, Action.CONFIRM, each, kind=each.kind, entity_id=each.entity_id)
                    for each in targets
                ],
            )

    def confirm_name(self, entity_id: str) -> Change:
        """Vouch for an entity wherever its own name stands, in every article.

        :raises LibraryError: where another entity has the same name, too.
        """
        with self._session.writing() as db:
            entity = entities(db, [root(db, entity_id)]).get(root(db, entity_id))
            if entity is None:
                raise gone()
            _check_is_alone(db, entity)
            said = Correction(
                0, "", Action.CONFIRM, Scope.EVERYWHERE, entity.name, entity_id=entity.id
            )
            return self._record(db, [said])

    def occurrences(self, document_id: str, name: str) -> list[tuple[int, int]]:
        """Return where a name stands in an article as a whole word; half-open, code points."""
        with self._session.reading() as db:
            return occurrences(text_of(db, document_id), [name])

    # Entities

    def rename(self, entity_id: str, name: str) -> Change:
        """Give an entity another name; the one that it has becomes an alias."""
        return self._edit(Action.RENAME, entity_id, name)

    def add_alias(self, entity_id: str, alias: str) -> Change:
        """Give an entity one more name; who is called just so in an article is the entity."""
        return self._edit(Action.ADD_ALIAS, entity_id, alias)

    def remove_alias(self, entity_id: str, alias: str) -> Change:
        """Take a name from an entity, whatever finds it again."""
        return self._edit(Action.REMOVE_ALIAS, entity_id, alias)

    def change_entity_kind(self, entity_id: str, kind: Kind) -> Change:
        """Let an entity be of another kind whole: its note, other names and identifiers with it.

        Its name is of that kind from now on, in every article.
        """
        with self._session.writing() as db:
            before = entities(db, [root(db, entity_id)]).get(root(db, entity_id))
            if before is None:
                raise gone()
            meant = entity_for(db, before.name, kind, "", now=self._session.now())
            said = Correction(
                0, "", Action.KIND, Scope.EVERYWHERE, before.name, kind=kind, entity_id=meant
            )
            if meant == before.id:
                return self._record(db, [said])
            merge = said_of_entity(Action.MERGE, meant, other_id=before.id)
            return self._record(db, [said, merge])

    def merge(self, entity_id: str, other_ids: Sequence[str]) -> Change:
        """Make others one with an entity: their mentions, names, identifiers, and joined notes.

        :raises LibraryError: where they are one already, too.
        """
        with self._session.writing() as db:
            into = root(db, entity_id)
            said = [
                said_of_entity(Action.MERGE, into, other_id=root(db, each)) for each in other_ids
            ]
            return self._record(db, said)

    def split(self, entity_id: str) -> Change:
        """Take an entity out of the one that it was merged into, as it was.

        What comes back is the change that merged them; `redo` merges them again.

        :raises LibraryError: where they aren't one, or both are one with yet another since, too.
        """
        condition = "action = 'merge' AND undone_at IS NULL AND other_id = ?"
        with self._session.writing() as db:
            merges = rows(db, condition, [entity_id])
            if not merges:
                raise gone()
            undo(db, merges[-1].change_id, now=self._session.now(), only=[merges[-1].number])
            return Change(merges[-1].change_id, entity_id)

    # Taking back

    def undo(self, *change_ids: str, only: Collection[int] | None = None) -> list[int]:
        """Take changes back, in whatever order; return the numbers of the corrections that held.

        `only` are the numbers of those to take back, None for all. All of it or nothing.

        :raises LibraryError: where another change depends on one, too.
        """
        now = self._session.now()
        with self._session.writing() as db:
            return [n for each in change_ids for n in undo(db, each, now=now, only=only)]

    def redo(self, *change_ids: str, only: Collection[int] | None = None) -> list[int]:
        """Do changes again that were taken back; return the numbers of what didn't hold.

        `only` are the numbers of those to do again, None for all. All of it or nothing.

        :raises LibraryError: where another change stands against one, too.
        """
        now = self._session.now()
        with self._session.writing() as db:
            return [n for each in change_ids for n in redo(db, each, now=now, only=only)]

    # What there is

    def all(
        self, wanted: Wanted = EVERY_CORRECTION, *, offset: int = 0, limit: int = 1000
    ) -> list[Correction]:
        """Return a window of the corrections that are wanted, newest first."""
        with self._session.reading() as db:
            return correction_list.corrections(db, wanted, offset=offset, limit=limit)

    def changes(
        self, wanted: Wanted = EVERY_CORRECTION, *, offset: int = 0, limit: int = 60
    ) -> list[ListedChange]:
        """Return a window of what `all` returns, by what was said at once, newest first."""
        with self._session.reading() as db:
            return correction_list.changes(db, wanted, offset=offset, limit=limit)

    def exceptions(self, change_id: str) -> list[Correction]:
        """Return what was said of a name in single articles, and outweighs what is said of it now.

        Only for a change that says something else of that name everywhere.
        """
        with self._session.reading() as db:
            return correction_exceptions.exceptions(db, change_id)

    def overrule(self, change_id: str) -> Change:
        """Say in those places, too, what a change says of a name everywhere."""
        with self._session.writing() as db:
            return self._record(db, correction_exceptions.overruling(db, change_id))

    def rejected(self, document_id: str, model: str) -> tuple[Mention, ...]:
        """Return the mentions that a model found in an article and that the user rejected."""
        with self._session.reading() as db:
            return recognitions.rejected(db, document_id, model)

    def states(self, entity_ids: Collection[str]) -> dict[str, State]:
        """Return of each entity whether the user vouched for it, or for any mention of it."""
        with self._session.reading() as db:
            known = vouched(db, entity_ids)
        return {each: State.CONFIRMED if each in known else State.FOUND for each in entity_ids}

    # Inside

    def _mean(self, action: Action, target: Target, kind: Kind | None, entity_id: str) -> Change:
        with self._session.writing() as db:
            meant = entity_id or self._entity_for(db, target, _known(kind))
            return self._record(db, [said_of(db, action, target, kind=kind, entity_id=meant)])

    def _edit(self, action: Action, entity_id: str, name: str) -> Change:
        name = " ".join(name.split())
        if not normalize_name(name):
            raise LibraryError(QT_TRANSLATE_NOOP("errors", "An entity needs a name: type one."))
        with self._session.writing() as db:
            return self._record(db, [said_of_entity(action, root(db, entity_id), name)])

    def _record(self, db: Database, said: Sequence[Correction]) -> Change:
        return record(db, said, change_id=uuid.uuid4().hex, now=self._session.now())

    def _entity_for(self, db: Database, target: Target, kind: Kind) -> str:
        name = checked(text_of(db, target.document_id), target)
        return entity_for(db, name, kind, target.document_id, now=self._session.now())


_NAMESAKE = """
    SELECT 1 FROM entities_in_use e
    WHERE e.name_key = CAST(:key AS TEXT) AND e.id != :id
        AND e.id NOT IN (SELECT entity_id FROM merged_entities)
"""


def _check_is_alone(db: Database, entity: Entity) -> None:
    """Refuse to vouch for a name that means another entity, too.

    :raises LibraryError: where it does.
    """
    key = storable(normalize_name(entity.name))
    if db.execute(_NAMESAKE, {"id": entity.id, "key": key}).fetchone():
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Another entity is called “{name}”, too: confirm the mentions in their "
                "articles, or merge the two.",
            ),
            name=entity.name,
        )


def _is_own_name(db: Database, target: Target, name: str) -> bool:
    """Return whether everything is said of the entity that a target means."""
    entity = entities(db, [target.entity_id]).get(target.entity_id)
    if target.scope is not Scope.EVERYWHERE or entity is None or entity.candidates:
        return False
    return normalize_name(entity.name) == normalize_name(name)


def _known(kind: Kind | None) -> Kind:
    if kind is None:
        raise ValueError("neither a kind nor an entity")
    return kind
