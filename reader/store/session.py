"""The transactions of an open library; its parts share one session."""

import contextlib
import sqlite3
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from pathlib import Path

from reader.store.derived import bring_up_to_date
from reader.store.opening import damaged, from_sqlite_error
from reader.store.presence import check_presence, file_at, missing
from reader.store.sqlite import Database


def utc_now() -> str:
    """Return the time in ISO 8601, UTC, with microseconds, so that texts sort as times do."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Session:
    """A connection, the path that it was opened at (None: in memory) and a clock."""

    def __init__(self, db: Database, path: Path | None, *, now: Callable[[], str]) -> None:
        self.db = db
        self.path = path
        self.now = now
        self._file = file_at(path)

    @contextlib.contextmanager
    def reading(self) -> Generator[Database]:
        """Let several queries see one and the same state.

        What can't be understood, such as an unknown kind or half a JSON text, is damage.
        """
        try:
            with self._transaction("BEGIN") as db:
                yield db
        except (ValueError, LookupError) as error:
            raise damaged(self.path) from error

    @contextlib.contextmanager
    def writing(self) -> Generator[Database]:
        """Write all or nothing.

        IMMEDIATE, as a transaction that reads first and then wants to write fails at once, instead
        of waiting, where another process has written in between. What is derived from what was
        written is derived anew before it ends.
        """
        with self._transaction("BEGIN IMMEDIATE") as db:
            yield db
            bring_up_to_date(db)
            check_presence(self.path, self._file)

    @contextlib.contextmanager
    def _transaction(self, begin: str) -> Generator[Database]:
        try:
            self.db.execute(begin)
            try:
                yield self.db
                self.db.commit()
            except BaseException:
                self.db.rollback()
                raise
        except UnicodeDecodeError as error:
            raise damaged(self.path) from error
        except sqlite3.Error as error:
            if self.path is not None and file_at(self.path) is None:
                raise missing(self.path) from error
            translated = from_sqlite_error(self.path, error)
            if translated is error:
                raise
            raise translated from error
