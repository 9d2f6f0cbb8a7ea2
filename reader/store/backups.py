"""Backups of a library: made while it is in use, kept beside it, and put back in its place."""

import contextlib
import errno
import os
import re
import sqlite3
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

from reader.core.backups import Backup, Holdings, Reason, superfluous
from reader.core.errors import QT_TRANSLATE_NOOP, DamagedLibraryError, LibraryError
from reader.store.opening import damaged, from_os_error, from_sqlite_error
from reader.store.presence import has_no_room, missing
from reader.store.schema import APPLICATION_ID, SCHEMA_VERSION

BUSY_TIMEOUT_S = 5.0
_STAMP = "%Y%m%dT%H%M%S.%fZ"
_NAME = re.compile(r"\.(?P<stamp>\d{8}T\d{6}\.\d{6}Z)\.(?P<reason>[a-z-]+)\.sqlite$")
_UNFINISHED = re.compile(r"\..+\.sqlite\.\d+(-journal)?")
_ABANDONED_S = 3600
_BEFORE_UPDATE = re.compile(r"\.schema-\d+\.\w+")


def folder_of(library: Path) -> Path:
    """Return the folder of a library's backups, which needn't be there."""
    return library.parent / "backups"


def backups_of(library: Path) -> list[Backup]:
    """Return the backups of a library, the newest first."""
    library = library.resolve()
    found: list[Backup] = []
    for path in _files(folder_of(library)):
        match = _NAME.fullmatch(path.name.removeprefix(library.stem))
        if match is not None and match["reason"] in set(Reason):
            made = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
            found.append(_backup(path, made, Reason(match["reason"])))
    for path in _files(library.parent):
        if _BEFORE_UPDATE.fullmatch(path.name.removeprefix(library.stem)):
            made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            found.append(_backup(path, made, Reason.BEFORE_UPDATE))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def make_backup(
    library: Path,
    reason: Reason,
    *,
    now: datetime | None = None,
    keep: Path | None = None,
    held: sqlite3.Connection | None = None,
) -> Backup:
    """Copy a library by SQLite's backup API, check the copy, and drop the backups that are too old.

    `keep` is one that isn't dropped in any case; `held` is the library where it is open, and no
    longer to be found under its path.

    Others may read and write the library meanwhile; the copy is of one moment. It is whole or not
    there.

    :raises LibraryError: where the library or the copy can't be read or written, or is damaged.
    """
    library = library.resolve()
    made = now or datetime.now(UTC)
    folder = folder_of(library)
    path = folder / f"{library.stem}.{made.strftime(_STAMP)}.{reason}.sqlite"
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        # It is the user's alone, as the library is.
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        opened = _connected(library, "ro") if held is None else contextlib.nullcontext(held)
        with opened as source, _connected(unfinished, "rw") as copy:
            _copy(source, copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise damaged(library)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    except sqlite3.Error as error:
        raise _backup_failed(folder, error) or from_sqlite_error(library, error) from error
    except OSError as error:
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There can't be a backup in “{path}” ({reason}): free some room there or change "
                "the folder's permissions.",
            ),
            path=folder,
            reason=error.strerror or type(error).__name__,
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    _sweep(folder, made)
    for old in superfluous((each for each in backups_of(library) if each.path != keep), made):
        if old.path != path:
            with contextlib.suppress(OSError):
                old.path.unlink()
    return _backup(path, made, reason)


def _sweep(folder: Path, now: datetime) -> None:
    """Delete what backups left that were cut off; one that is being made is younger."""
    for path in _files(folder):
        if _UNFINISHED.fullmatch(path.name):
            with contextlib.suppress(OSError):
                if now.timestamp() - path.stat().st_mtime > _ABANDONED_S:
                    path.unlink()


def restore_backup(library: Path, backup: Path) -> Backup | None:
    """Put what a backup holds in a library's place, in one transaction or not at all.

    What the library held is backed up first, and that backup returned. A library that is damaged,
    so that it can't be, is put aside as `NAME.damaged-STAMP.sqlite`; None is returned then, and
    where there was no library.

    :raises LibraryError: where the backup is damaged, of another program or of a newer version,
        or where the library can't be written.
    """
    library = library.resolve()
    check_backup(backup)
    before: Backup | None = None
    try:
        if library.exists() and library.stat().st_size:
            before = make_backup(library, Reason.BEFORE_RESTORE, keep=backup.resolve())
    except DamagedLibraryError:
        _put_aside(library)
    try:
        if not library.exists():
            os.close(os.open(library, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with _connected(backup, "ro") as source, _connected(library, "rw") as target:
            _copy(source, target)
    except sqlite3.Error as error:
        raise from_sqlite_error(library, error) from error
    return before


def empty_log(held: sqlite3.Connection) -> None:
    """Bring the log of an open library into its file, as far as that can be reached.

    SQLite leaves the log where it is when the file has another name by now, or none; whatever file
    came to lie beside it would be changed by what it says.
    """
    with contextlib.suppress(sqlite3.Error):
        held.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def write_anew(library: Path, held: sqlite3.Connection) -> None:
    """Write a library that is open where it was, as it can't be found there any more.

    :raises LibraryError: where that can't be written, or a file is there.
    """
    library = library.resolve()
    unfinished = library.with_name(f".{library.name}.{os.getpid()}")
    empty_log(held)
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with _connected(unfinished, "rw") as copy:
            _copy(held, copy)
        if library.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        unfinished.replace(library)
    except FileNotFoundError as error:
        raise missing(library) from error
    except sqlite3.Error as error:
        raise from_sqlite_error(library, error) from error
    except OSError as error:
        raise from_os_error(library, error) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def check_backup(backup: Path) -> None:
    """Read a backup from end to end.

    :raises LibraryError: where it is damaged, of another program or of a newer version.
    """
    try:
        with _connected(backup, "ro") as db:
            application_id = db.execute("PRAGMA application_id").fetchone()[0]
            version = db.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise from_sqlite_error(backup, error) from error
    if application_id != APPLICATION_ID or version > SCHEMA_VERSION:
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{path}” is no backup that this version of Reader can put back: choose another, "
                "or update Reader.",
            ),
            path=backup,
        )
    if not is_whole(backup):
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors", "The backup “{path}” is damaged, so nothing was changed: choose another."
            ),
            path=backup,
        )


def is_whole(path: Path) -> bool:
    """Read a library or backup from end to end; return whether all of it makes sense."""
    try:
        with _connected(path, "ro") as db:
            return (
                db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
                and db.execute("PRAGMA foreign_key_check").fetchone() is None
            )
    except sqlite3.Error:
        return False


def _backup(path: Path, made: datetime, reason: Reason) -> Backup:
    return Backup(path, made, reason, path.stat().st_size, holdings_of(path))


def holdings_of(path: Path) -> Holdings | None:
    """Return how much a library or backup holds; None where it can't be read."""
    try:
        with _connected(path, "ro") as db:
            counts = [db.execute(query).fetchone()[0] for query in _HELD]
    except sqlite3.OperationalError:  # of the first schemas, which had no trash, or corrections
        return _first_holdings(path)
    except sqlite3.Error:
        return None
    return Holdings(*counts)


def _first_holdings(path: Path) -> Holdings | None:
    try:
        with _connected(path, "ro") as db:
            counts = [db.execute(query).fetchone()[0] for query in _FIRST_HELD]
    except sqlite3.Error:
        return None
    return Holdings(*counts, corrections=0)


_FIRST_HELD = (
    "SELECT count(*) FROM documents",
    "SELECT count(*) FROM annotations WHERE deleted_at IS NULL",
    "SELECT count(*) FROM notes WHERE deleted_at IS NULL",
)
_HELD = (
    "SELECT count(*) FROM documents WHERE deleted_at IS NULL",
    *_FIRST_HELD[1:],
    "SELECT count(*) FROM corrections WHERE undone_at IS NULL",
)


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_file()]
    except OSError:  # there is no such folder yet
        return []


def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy all of a database; one that stays locked by others is given up, which Python never does.

    :raises LibraryError: where it stays locked.
    """
    locked = 0

    def on_step(status: int, _remaining: int, _total: int) -> None:
        nonlocal locked
        locked += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if locked > _TRIES:
            raise LibraryError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The library could not be copied, because another program is writing to it: "
                    "close that one, then try again.",
                )
            )

    source.backup(target, progress=on_step)


_TRIES = 20  # a quarter of a second apart


@contextlib.contextmanager
def _connected(path: Path, mode: str) -> Generator[sqlite3.Connection]:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")  # the file may come from someone else
        yield connection


def _put_aside(library: Path) -> None:
    """Give a damaged library another name, with its log, so that it can still be looked into."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    for end in ("", "-wal", "-shm"):
        path = library.with_name(library.name + end)
        if path.exists():
            path.replace(library.with_name(f"{library.stem}.damaged-{stamp}{library.suffix}{end}"))


def _backup_failed(folder: Path, error: sqlite3.Error) -> LibraryError | None:
    """Return the error of a disk that is full; None for any other."""
    is_full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    if not is_full and not has_no_room(folder):
        return None
    return LibraryError(
        QT_TRANSLATE_NOOP(
            "errors", "There is no room for a backup in “{path}”: free some, then try again."
        ),
        path=folder,
    )
