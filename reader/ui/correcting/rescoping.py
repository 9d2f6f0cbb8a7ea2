"""A correction of a name that can be made with another scope instead, once it was made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.core.corrections import Change, Scope, Target
from reader.ui.correcting import words
from reader.ui.correcting.keeping import CorrectionKeeper, Doing

if TYPE_CHECKING:
    from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class Done:
    """A correction of a name that was just made, as far as `target.scope` says.

    `span` is where it stands now. `again` makes it with another scope in its place, `take_back`
    undoes it and returns true; both do nothing where something else was done since. `exceptions` is
    the number of other articles in which something narrower was said of the name and goes on to
    hold; `overrule` says it there, too.
    """

    sentence: str
    target: Target
    span: tuple[int, int]
    again: Callable[[Scope], None]
    take_back: Callable[[], bool]
    is_mark: bool = False
    exceptions: int = 0
    overrule: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Rescopable:
    """A correction of `name`, which stands at `target`, to be made in one scope or another.

    `make` makes it in the library's thread. `what` names it on the undo menu, `sentence` says it
    of the name, the names of the entities `of` and a scope. `span` is where the name stands then.
    `tell` gets what was done; `overrule` a change, to say it in other articles, too.
    """

    keeper: CorrectionKeeper
    what: str
    name: str
    target: Target
    make: Callable[["Library", Target], Sequence[Change]]
    sentence: Callable[..., str]
    tell: Callable[[Done], None]
    overrule: Callable[[str], None]
    span: tuple[int, int]
    of: Sequence[str] = ()
    is_mark: bool = False

    def keep(self, scope: Scope) -> None:
        """Make it as far as `scope` says, and tell it once it is on the disk."""
        within = replace(self.target, scope=scope)
        wide = _Wide()

        def make(library: "Library") -> Sequence[Change]:
            changes = self.make(library, within)
            if scope is Scope.EVERYWHERE and changes:
                others = library.corrections.exceptions(changes[0].id)
                wide.change_id = changes[0].id
                wide.exceptions = len({each.document_id for each in others})
            return changes

        def done(names: list[str]) -> None:
            self.tell(self._done(self.sentence(self.name, *names, scope), within, wide))

        text = words.undo_text(self.what, self.name)
        self.keeper.keep(Doing(text, make, done, self.of, [self.target.entity_id]))

    def _done(self, sentence: str, within: Target, wide: "_Wide") -> Done:
        stack = self.keeper.changes.undo_stack
        place = stack.index()

        def take_back() -> bool:
            is_last = stack.index() == place
            if is_last:
                stack.undo()
            return is_last

        return Done(
            sentence,
            within,
            self.span,
            lambda scope: self.keep(scope) if take_back() else None,
            take_back,
            self.is_mark,
            wide.exceptions,
            lambda: self.overrule(wide.change_id),
        )


@dataclass(slots=True)
class _Wide:
    """A correction everywhere, and in how many articles something else goes on to hold."""

    change_id: str = ""
    exceptions: int = 0
