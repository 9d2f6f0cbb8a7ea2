"""Open a library file, or say in one sentence why not; a file that is refused stays as it is."""

import contextlib
import os
import sqlite3
import stat
from pathlib import Path

from reader.core.errors import (
    QT_TRANSLATE_NOOP,
    DamagedLibraryError,
    LibraryError,
    NoLibraryError,
)
from reader.core.files import make_private
from reader.store.machinery import own_machinery
from reader.store.presence import has_left_traces, has_no_room, is_cut_off, missing
from reader.store.schema import APPLICATION_ID, SCHEMA_VERSION, migrate
from reader.store.sqlite import Database, connect

_TABLES = (
    "documents",
    "texts",
    "annotations",
    "entities",
    "aliases",
    "identifiers",
    "name_words",
    "notes",
    "recognitions",
    "recognized_entities",
    "recognized_mentions",
    "link_choices",
    "own_identifiers",
    "resources",
    "article_resources",
    "fetched_pictures",
    "text_versions",
    "origins",
    "edited_metadata",
    "labels",
    "labelled",
    "article_index",
    "story_bands",
    "entity_index",
    "annotation_index",
    "entity_mentions",
    "search_articles",
    "search_notes",
    "search_annotations",
    "search_entities",
    "outdated",
    "corrections",
    "merged_entities",
    "annotation_places",
    "note_versions",
    "note_links",
    "comment_links",
    "entity_tags",
    "own_entities",
    "confirmed_mentions",
    "annotation_tags",
    "annotation_entities",
    "annotation_versions",
    "colour_names",
)


def open_database(path: Path | None, *, busy_timeout_ms: int, make: bool | None = None) -> Database:
    """Return a connection to the library at `path` (None: in memory), made there if there is none.

    `make` says whether it may be made; None: where nothing shows that there was one.

    :raises LibraryError: where it is no library, a newer or damaged one, or can't be used.
    """
    if path is None:
        db = connect(None, busy_timeout_ms=busy_timeout_ms)
        migrate(db)
        return db
    target = _resolved(path)
    try:
        _make(path, target, make)
        _check_file(path, target)
        _check_header(path, target)
        return _connected(path, target, busy_timeout_ms=busy_timeout_ms)
    except sqlite3.Error as error:
        raise from_sqlite_error(path, error) from error
    except UnicodeDecodeError as error:  # SQLite's message quotes a part of the file
        raise damaged(path) from error
    except OSError as error:
        raise from_os_error(path, error) from error


def _connected(path: Path, target: Path, *, busy_timeout_ms: int) -> Database:
    db = connect(target, busy_timeout_ms=busy_timeout_ms)
    try:
        _check_version(path, db)
        migrate(db)
        db.enable_wal()
        _check_tables(path, db)
        own_machinery(db)
    except BaseException:
        db.close()
        raise
    return db


def from_sqlite_error(path: Path | None, error: sqlite3.Error) -> Exception:
    """Return the LibraryError that tells the user of `error`; `error` itself where it is a bug."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _FAILED and has_no_room(path):  # SQLite says so of the log's index
        code = sqlite3.SQLITE_FULL
    template = _sentences().get(code)
    return error if template is None else _error_of(code)(template, path=path or ":memory:")


def _error_of(code: int) -> type[LibraryError]:
    if code == sqlite3.SQLITE_NOTADB:
        return NoLibraryError
    return DamagedLibraryError if code == sqlite3.SQLITE_CORRUPT else LibraryError


_FAILED = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


def is_locked(error: LibraryError) -> bool:
    """Return whether the error is that another program was writing."""
    code = getattr(error.__cause__, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_out_of_reach(error: LibraryError) -> bool:
    """Return whether the error is that the disk, or the connection to it, failed."""
    code = getattr(error.__cause__, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code in _FAILED and not has_no_room(error.values.get("path"))


def damaged(path: Path | None) -> LibraryError:
    """Return the LibraryError for a library whose content makes no sense."""
    return _from_code(path, sqlite3.SQLITE_CORRUPT)


def _sentences() -> dict[int, str]:
    """Return the sentence for each of SQLite's result codes (https://sqlite.org/rescode.html)."""
    damaged = QT_TRANSLATE_NOOP(
        "errors",
        "The library “{path}” is damaged: put a backup in its place, or open another library.",
    )
    read_only = QT_TRANSLATE_NOOP(
        "errors",
        "The library “{path}” can't be written: change the permissions of the file and its "
        "folder, or copy it elsewhere and open the copy.",
    )
    locked = QT_TRANSLATE_NOOP(
        "errors",
        "The library “{path}” is in use by another program: close that one, then try again.",
    )
    return {
        sqlite3.SQLITE_NOTADB: QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” is not a library of Reader: open another file, or give a new name to start "
            "an empty library.",
        ),
        sqlite3.SQLITE_CORRUPT: damaged,
        sqlite3.SQLITE_READONLY: read_only,
        sqlite3.SQLITE_PERM: read_only,
        sqlite3.SQLITE_CANTOPEN: read_only,
        sqlite3.SQLITE_BUSY: locked,
        sqlite3.SQLITE_LOCKED: locked,
        sqlite3.SQLITE_FULL: QT_TRANSLATE_NOOP(
            "errors",
            "There is no room for the library “{path}” on its disk: free some, then try again.",
        ),
        sqlite3.SQLITE_IOERR: QT_TRANSLATE_NOOP(
            "errors",
            "The library “{path}” could not be read or written: check the disk or the "
            "connection, then try again.",
        ),
        sqlite3.SQLITE_TOOBIG: QT_TRANSLATE_NOOP(
            "errors", "The text is too long for the library “{path}”: split it into parts."
        ),
    }


def _resolved(path: Path) -> Path:
    """Return where symbolic links lead, so that a dangling one is a new file at its end."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        raise from_os_error(path, error) from error


def _make(path: Path, target: Path, make: bool | None) -> None:
    """Make an empty file at `target`, and its folder, that are the user's alone."""
    if target.exists():
        return
    if make is False or (make is None and has_left_traces(target)):
        raise missing(path)
    make_private(target.parent)
    with contextlib.suppress(FileExistsError):  # another process may be faster
        # SQLite gives its `-wal` and `-shm` files the mode of the library itself.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _check_file(path: Path, target: Path) -> None:
    """Refuse what SQLite would stumble over with a message of its own.

    The file is not opened here: closing it would take away the locks that another connection of
    this process holds on it (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    mode = target.stat().st_mode
    if stat.S_ISDIR(mode):
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors", "“{path}” is a folder: give the name of a library file inside it."
            ),
            path=path,
        )
    if not stat.S_ISREG(mode):
        raise _from_code(path, sqlite3.SQLITE_NOTADB)
    if not os.access(target, os.R_OK | os.W_OK) or not os.access(target.parent, os.W_OK):
        raise _from_code(path, sqlite3.SQLITE_READONLY)


def _check_header(path: Path, target: Path) -> None:
    """Refuse a database of another program or of a newer version, without any change to it.

    Opened as immutable, SQLite neither locks nor recovers it, nor makes files beside it. The
    identifier is in the file itself from the first commit on, before there is a write-ahead log.
    """
    journal = target.with_name(target.name + "-journal")
    if target.stat().st_size == 0 or journal.exists():  # new, or its very making was cut off
        return
    uri = target.as_uri() + "?immutable=1"
    with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
        try:
            application_id = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_CORRUPT:
                return  # perhaps caught in the middle of a checkpoint: for the real opening to say
            raise
    if application_id != APPLICATION_ID:
        raise _from_code(path, sqlite3.SQLITE_NOTADB)
    if version > SCHEMA_VERSION:
        raise _is_newer(path)


def _check_version(path: Path, db: Database) -> None:
    """Refuse a newer library whose version is still in the write-ahead log alone."""
    if db.execute("PRAGMA user_version").fetchone()[0] > SCHEMA_VERSION:
        raise _is_newer(path)


def _check_tables(path: Path, db: Database) -> None:
    """Touch every table, as damage is better known now than at the first edit."""
    if not set(_TABLES) <= set(db.table_names()):
        raise _from_code(path, sqlite3.SQLITE_CORRUPT)
    for table in _TABLES:
        db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()  # noqa: S608


def _is_newer(path: Path) -> LibraryError:
    return LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The library “{path}” was made by a newer version of Reader: update Reader to open it.",
        ),
        path=path,
    )


def _from_code(path: Path | None, code: int) -> LibraryError:
    """Return the LibraryError for one of SQLite's result codes."""
    return _error_of(code)(_sentences()[code], path=path or ":memory:")


def from_os_error(path: Path, error: Exception) -> LibraryError:
    """Return the LibraryError that tells the user why there is no library at a path."""
    if isinstance(error, OSError) and is_cut_off(error):
        return missing(path)
    if isinstance(error, PermissionError):
        return _from_code(path, sqlite3.SQLITE_READONLY)
    return LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "There can't be a library at “{path}” ({reason}): choose another folder or name.",
        ),
        path=path,
        reason=getattr(error, "strerror", None) or type(error).__name__,
    )
