"""The one import of sqlite-utils, and how text goes into a library file and comes out."""

import contextlib
import sqlite3
import sys
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from reader.core.errors import LibraryError


@contextlib.contextmanager
def _instead_of(stand_ins: Mapping[str, ModuleType | None]) -> Generator[None]:
    """Have something else in the place of modules that nobody has imported yet, meanwhile.

    None is the import system's own "no". Whoever else imports them later gets them.
    """
    absent = {name: each for name, each in stand_ins.items() if name not in sys.modules}
    sys.modules.update(absent)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


class _Nothing(ModuleType):
    """A module of which every name can be imported, to be used in no more than a signature."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return object


# sqlite-utils imports numpy and pandas wherever they are installed, only to know their number
# types: a tenth of a second of every start, for numbers that never reach the library. It imports
# click for its progress bars and dateutil for its recipes: thirty modules, of which a library needs
# none, before the first text can be shown.
with _instead_of(
    {"numpy": None, "pandas": None, "click": _Nothing("click"), "dateutil": _Nothing("dateutil")}
):
    from sqlite_utils import Database, Migrations

_AT_A_TIME = 900
"""SQLite up to 3.31 takes 999 parameters (https://sqlite.org/limits.html, 9)."""

__all__ = [
    "Database",
    "Migrations",
    "busy_timeout",
    "connect",
    "rows_in",
    "storable",
    "storable_all",
    "told_if_gone",
]


def connect(path: Path | None, *, busy_timeout_ms: int) -> Database:
    """Return a connection to an existing file (None: in memory), for the calling thread alone.

    A commit is on the disk when it returns, so that what was shown as saved survives a power cut.
    """
    if path is None:
        connection = sqlite3.connect(":memory:", timeout=busy_timeout_ms / 1000)
    else:
        # Without `mode=rw` a file that has gone in the meantime would be made anew, and empty.
        uri = path.absolute().as_uri() + "?mode=rw"
        connection = sqlite3.connect(uri, uri=True, timeout=busy_timeout_ms / 1000)
    try:
        connection.text_factory = lambda data: data.decode("utf-8", "surrogatepass")
        database = Database(connection, execute_plugins=False)
        for pragma in (
            "foreign_keys = ON",
            "synchronous = FULL",
            "fullfsync = ON",  # macOS: fsync alone leaves data in the drive's cache
            "checkpoint_fullfsync = ON",
            "trusted_schema = OFF",  # the file may come from someone else
            "cell_size_check = ON",
        ):
            database.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return database


@contextlib.contextmanager
def busy_timeout(db: Database, timeout_ms: int) -> Generator[None]:
    """Let the connection wait no longer than that for another program's write, meanwhile."""
    usual_ms = db.execute("PRAGMA busy_timeout").fetchone()[0]
    db.execute(f"PRAGMA busy_timeout = {timeout_ms:d}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA busy_timeout = {usual_ms:d}")


@contextlib.contextmanager
def told_if_gone(gone: LibraryError) -> Generator[None]:
    """Raise `gone` where what is written meanwhile belongs to something not in the library."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            raise
        raise gone from error


def rows_in(db: Database, query: str, texts: Collection[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query for all of the texts, as many at a time as SQLite takes.

    `{}` in the query stands for their list, after an `IN`.
    """
    values = storable_all(texts)
    for first in range(0, len(values), _AT_A_TIME):
        some = values[first : first + _AT_A_TIME]
        yield from db.execute(query.format(f"({', '.join(['CAST(? AS TEXT)'] * len(some))})"), some)


def storable(text: str) -> str | bytes:
    """Return `text` as a parameter for `CAST(? AS TEXT)`.

    A lone surrogate, half an emoji that came from the clipboard, has no UTF-8 form and `sqlite3`
    refuses it; its bytes are kept as they are, and `connect` reads them back.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def storable_all(texts: Iterable[str]) -> list[str | bytes]:
    """Return each text as `storable` does."""
    return [storable(text) for text in texts]
