"""What a tab is: a way through places, and what one looked at where it stands."""

from collections.abc import Callable
from dataclasses import dataclass, field

from reader.ui.history import History
from reader.ui.reading.kept_place import KeptPlace


@dataclass(frozen=True, slots=True)
class Goal:
    """A place to go to, and in an article perhaps a passage (code points) or an annotation.

    `title` is what it is called, "" where that isn't known.
    """

    place: str
    title: str = ""
    start: int = 0
    end: int = 0
    annotation_id: str = ""


Divert = Callable[[Goal], bool]
"""Take a wish to go somewhere to another tab; return whether that was done."""


def stay(_goal: Goal) -> bool:
    """Leave a wish to the tab in which it was made."""
    return False


@dataclass(frozen=True, slots=True)
class Spot:
    """What one looked at in an article: the line, what was selected, and the side panel's page."""

    place: KeptPlace
    selection: tuple[int, int] | None = None
    entity_id: str = ""  # whose card was open
    shows_annotations: bool = False


@dataclass(slots=True, eq=False)
class Tab:
    """A tab, shown or not; `goal` is where it leads when it is shown for the first time."""

    history: History = field(default_factory=History)
    title: str = ""
    spot: Spot | None = None
    goal: Goal | None = None
    is_trashed: bool | None = None  # its article; None where that isn't known yet

    @classmethod
    def to(cls, goal: Goal) -> "Tab":
        """Return a tab that has not been shown yet."""
        return cls(History.of([goal.place], 0), goal.title, goal=goal)

    @property
    def place(self) -> str:
        """Return where it stands; "" for an empty one."""
        return self.history.current
