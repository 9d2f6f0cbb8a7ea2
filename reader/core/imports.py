"""An import of many files: what becomes of each, how far it is, and how long the rest takes."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reader.core.errors import ReaderError
from reader.core.folders import Skipped


class Fate(StrEnum):
    """What became of a file that was to be imported."""

    ADDED = "added"
    THERE = "there"  # the same text was in the library already
    RESTORED = "restored"  # the same text was in the trash, and isn't any more
    CHANGED = "changed"  # one of the same file or address has another text; nothing was written
    UPDATED = "updated"  # it had another text, and has this one now
    FAILED = "failed"


class Changed(StrEnum):
    """What is done with a file whose article is in the library with another text."""

    LEAVE = "leave"
    UPDATE = "update"
    SEPARATE = "separate"  # keep both


@dataclass(frozen=True, slots=True)
class Item:
    """A file, and what became of it; `error` says why it failed.

    `doubt` says why its text may not be the article; it is in the library all the same.
    """

    path: Path
    fate: Fate
    title: str = ""
    document_id: str = ""
    error: ReaderError | None = None
    doubt: ReaderError | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """How an import ended; `left` is how many files it never came to, as it was called off.

    `unnamed` is how many articles have still to be searched for names.
    """

    items: tuple[Item, ...] = ()
    skipped: Skipped = field(default_factory=Skipped)
    left: int = 0
    unnamed: int = 0

    def of(self, *fates: Fate) -> list[Item]:
        """Return the files of certain fates, in the order in which they were imported."""
        return [item for item in self.items if item.fate in fates]

    @property
    def kept(self) -> int:
        """Return how many files brought something new into the library."""
        return len(self.of(Fate.ADDED, Fate.RESTORED, Fate.UPDATED))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: `done` of `total` files, `failed` among them; `path` comes next.

    While the files are still being looked for, `is_counting`, and `total` is how many there are so
    far. Afterwards `unnamed` is how many articles have still to be searched for names.
    """

    done: int = 0
    total: int = 0
    failed: int = 0
    unnamed: int = 0
    path: Path | None = None
    is_counting: bool = False


_LEAST_DONE = 3
_MEMORY_S = 20.0  # how long ago counts by a third


class Pace:
    """How long the rest takes, by how fast it went of late; pauses don't count."""

    def __init__(self) -> None:
        self._last: tuple[float, int] | None = None
        self._rate = 0.0  # files a second
        self._weight = 0.0

    def pause(self) -> None:
        """Forget when the last file was done."""
        self._last = None

    def step(self, now_s: float, done: int) -> None:
        """Tell how many files are done at a time."""
        if self._last is not None and done > self._last[1]:
            passed = max(now_s - self._last[0], 1e-6)
            kept = 0.5 ** (passed / _MEMORY_S)
            rate = (done - self._last[1]) / passed
            self._weight = self._weight * kept + (1 - kept)
            self._rate = self._rate * kept + rate * (1 - kept)
        if self._last is None or done != self._last[1]:
            self._last = (now_s, done)

    def remaining_s(self, done: int, total: int) -> float | None:
        """Return how many seconds the rest takes; None where it can't be told yet."""
        if done < _LEAST_DONE or self._weight <= 0 or self._rate <= 0:
            return None
        return (total - done) * self._weight / self._rate
