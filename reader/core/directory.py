"""The entities of a library as a list to choose from, and what stands of one by the user's word."""

from dataclasses import dataclass

from reader.core.corrections import State
from reader.core.entities import Entity


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity to choose: in how many articles it is named, how often in the one that is open.

    `note_line` is the first line of the note on it, "" for none.
    """

    entity: Entity
    article_count: int
    count_here: int = 0
    note_line: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the user said of an entity: `merged` are those that they merged into it, by themselves.

    `is_own` where the user made it by hand; such a one is confirmed.
    """

    state: State = State.FOUND
    merged: tuple[Entity, ...] = ()
    is_own: bool = False
