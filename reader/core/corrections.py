"""What the user says of names, against the machine: corrections, and the states that follow."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reader.core.entities import Entity
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention


class Scope(StrEnum):
    """How far a correction reaches."""

    MENTION = "mention"  # this mention alone
    ARTICLE = "article"  # this name in this article
    EVERYWHERE = "everywhere"  # this name in every article, those to come too
    ENTITY = "entity"  # the entity itself: its names, and what it is one with


class Action(StrEnum):
    """What a correction does."""

    KIND = "kind"
    BOUNDS = "bounds"
    MARK = "mark"  # a name that was missed
    REJECT = "reject"  # it names nobody
    LINK = "link"
    CONFIRM = "confirm"
    RENAME = "rename"
    ADD_ALIAS = "add alias"
    REMOVE_ALIAS = "remove alias"
    MERGE = "merge"


ENTITY_ACTIONS = frozenset(
    (Action.RENAME, Action.ADD_ALIAS, Action.REMOVE_ALIAS, Action.MERGE),
)
"""The actions on an entity rather than on mentions."""


class State(StrEnum):
    """Whose word there is on a mention or an entity."""

    FOUND = "found"  # the machine's; `found_by` and `linked_by` say why
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Target:
    """What a correction is about: a half-open span of code points of an article, and how far.

    `kind` and `entity_id` are those of the mention there, None and "" where none was found.
    """

    document_id: str
    start: int
    end: int
    scope: Scope = Scope.MENTION
    kind: Kind | None = None
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that the user said.

    `name` is the name as it was written; but for one mention its case and accents don't count.
    `document_id` is "" for a correction of all articles and of an entity. `span` is the half-open
    span of code points of the one mention, None for others; `name`, `prefix` and `suffix` find it
    again in another text. `is_orphan` where they don't. `entity_id` is whom the name means, or the
    entity itself; `other_id` who was merged into it. `value` is the new name, the alias, or what
    the name becomes by other boundaries, `shift` code points to its right. The rows of one
    `change_id` are done and undone together. `made` and `undone` in ISO 8601, UTC.
    """

    number: int
    change_id: str
    action: Action
    scope: Scope
    name: str
    document_id: str = ""
    span: tuple[int, int] | None = None
    prefix: str = ""
    suffix: str = ""
    kind: Kind | None = None
    entity_id: str = ""
    other_id: str = ""
    value: str = ""
    shift: int = 0
    made: str = ""
    undone: str = ""
    is_orphan: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What was done at once, and what undoes it: hand `id` to `undo`, and then to `redo`.

    `entity_id` is the entity that is meant now, "" where there is none.
    """

    id: str
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class ListedChange:
    """What was said at once, for a list: `corrections` are the first of `count`.

    `names` are those of the entities that it speaks of, by id; `title` is its article's. Where it
    is said of a name everywhere, `exceptions` is the number of articles that go on to differ.
    """

    id: str
    corrections: tuple[Correction, ...]
    count: int
    names: Mapping[str, str]
    title: str = ""
    exceptions: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which corrections: those that hold or, with `undone`, those that were taken back.

    Of an article, an entity, some actions, some scopes, or with a text in what was said or in an
    entity's name; what is left empty is all of it.
    """

    document_id: str = ""
    entity_id: str = ""
    actions: Collection[Action] = ()
    scopes: Collection[Scope] = ()
    text: str = ""
    undone: bool = False


EVERY_CORRECTION = Wanted()
"""All corrections that hold."""


@dataclass(frozen=True, slots=True)
class CorrectionSet:
    """All that the user said as far as one article is concerned, in the order of saying.

    `entities` are those of whom it speaks, by id. `merged` says for each entity that is one with
    another which that is. `kept` are entities that stay listed without a mention.
    """

    corrections: tuple[Correction, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()


def state_of(mention: Mention) -> State:
    """Return whether the user vouches for a mention; one that they rejected is not among any."""
    by_user = mention.found_by is FoundBy.USER or mention.linked_by is LinkedBy.USER
    return State.CONFIRMED if by_user else State.FOUND
