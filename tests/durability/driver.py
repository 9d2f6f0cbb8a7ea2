"""A process that does random things to a library and reports each that is saved.

It does each thing first to a twin in memory, with the same clock and the same chance, and reports
what the library will be; then to the library itself, and reports that this is done. So whoever
kills it knows what the library must be: as reported last, or as announced, and nothing between.
"""

import contextlib
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import uuid
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from reader.core.backups import Reason
from reader.core.errors import LibraryError
from reader.core.files import write_atomically
from reader.store.backups import make_backup
from reader.store.library import Library
from reader.store.sqlite import Database
from tests.durability.writes import WRITES, fill

_DERIVED = (
    *("search_", "sqlite_", "article_index", "entity_index", "annotation_index", "story_bands"),
    *("entity_mentions", "confirmed_mentions", "outdated", "_sqlite"),
)
"""What tables begin with that can be made anew; they are compared with just that."""

_LIKELY = ("corrections.merge", "corrections.undo", "corrections.redo", "corrections.split")
_MOST_STEPS = 200_000


@dataclass(frozen=True, slots=True)
class Report:
    """What the process says: `next` before something is done, `saved` after it."""

    what: str
    name: str
    state: str  # digests, parted by spaces: after each transaction, the last one at the end


def state_of(path: Path) -> str:
    """Return a digest of everything in a library file that isn't derived."""
    with closing(sqlite3.connect(path)) as connection:
        return state(connection)


def state(connection: sqlite3.Connection) -> str:
    """Return a digest of everything in a library that isn't derived."""
    digest = hashlib.sha256()
    usual, connection.text_factory = connection.text_factory, bytes
    tables = [
        name.decode()
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        )
    ]
    for table in tables:
        if not table.startswith(_DERIVED):
            rows = sorted(map(repr, connection.execute(f'SELECT * FROM "{table}"')))
            digest.update(table.encode() + "\n".join(rows).encode())
    connection.text_factory = usual
    return digest.hexdigest()


class Clock:
    """A clock that goes on by a second at each look, from where it is set."""

    def __init__(self, start: int) -> None:
        self.seconds = start

    def __call__(self) -> str:
        self.seconds += 1
        day, rest = divmod(self.seconds, 86_400)
        hour, rest = divmod(rest, 3600)
        year, day = divmod(day, 28)
        return f"{2026 + year}-11-{day + 1:02}T{hour:02}:{rest // 60:02}:{rest % 60:02}.000000Z"


class Driver:
    """Does random things to the library at `path`, its exports and backups in the same folder."""

    def __init__(
        self, path: Path, *, seed: int, start: int, tell: Callable[[Report], None]
    ) -> None:
        self._path = path
        self._chance = random.Random(seed)
        self._clocks = (Clock(start), Clock(start))
        self._tell = tell
        self._states: list[str] = []

    def run(self) -> None:
        """Go on until the process is killed."""
        with (
            Library.open(None, now=self._clocks[0]) as twin,
            Library.open(self._path, now=self._clocks[1]) as library,
        ):
            connection = library._db.conn
            connection.backup(twin._db.conn)
            for each in (twin, library):
                each.folder_of_files = str(self._path.parent)  # type: ignore[attr-defined]
            if self._chance.random() < 0.5:
                self._die_within_a_statement(connection)
            self._note_states(twin)
            while True:
                self._step(twin, library)

    def _die_within_a_statement(self, connection: sqlite3.Connection) -> None:
        """Let the process be killed at some instruction of SQLite's, which no timer hits."""
        left = self._chance.choice((50, 500, 5000, _MOST_STEPS))
        remaining = [self._chance.randrange(1, left)]

        def on_progress() -> int:
            remaining[0] -= 1
            if not remaining[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return 0

        connection.set_progress_handler(on_progress, 10)

    def _note_states(self, twin: Library) -> None:
        """Note the state after each transaction: an example may need some before its own."""
        session = twin._session
        usual = session.writing

        @contextlib.contextmanager
        def writing() -> Generator[Database]:
            with usual() as db:
                yield db
            self._states.append(state(twin._db.conn))

        session.writing = writing  # type: ignore[method-assign]

    def _step(self, twin: Library, library: Library) -> None:
        what = self._chance.random()
        if what < 0.04:
            make_backup(self._path, Reason.BY_HAND)
            self._tell(Report("saved", "backup", ""))
            return
        if what < 0.1:
            self._export()
            return
        usual = list(WRITES) if what < 0.7 else _LIKELY
        name, seed = self._chance.choice(usual), self._chance.randrange(2**32)
        self._states.clear()
        is_done = self._do(name, twin, seed)
        self._tell(Report("next", name, " ".join([*self._states, state(twin._db.conn)])))
        if self._do(name, library, seed) is not is_done:
            raise AssertionError(f"{name} differs from its twin")
        self._tell(Report("saved", name, ""))

    @staticmethod
    def _do(name: str, library: Library, seed: int) -> bool:
        ids = random.Random(seed + 1)
        with mock.patch("uuid.uuid4", side_effect=lambda: uuid.UUID(int=ids.getrandbits(128))):
            try:
                WRITES[name](library, random.Random(seed))
            except LibraryError:  # what can't be done has no effect, on both
                return False
        return True

    def _export(self) -> None:
        content = self._chance.randbytes(self._chance.choice((100, 200_000)))
        digest = hashlib.sha256(content).hexdigest()
        self._tell(Report("next", "export", digest))
        write_atomically(self._path.with_name("export.bin"), content)
        self._tell(Report("saved", "export", digest))


def remove(path: Path) -> None:
    """Delete a library with its log and its backups, if it is there."""
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    shutil.rmtree(path.parent / "backups", ignore_errors=True)


def prepare(path: Path, *, seed: int) -> None:
    """Make a library at `path` in which there is something to do, in place of any."""
    remove(path)
    with Library.open(path, now=Clock(0)) as library:
        library.folder_of_files = str(path.parent)  # type: ignore[attr-defined]
        fill(library, random.Random(seed))
