"""Whether a library is where it was: a disk may go away, and another file may take its place."""

import errno
import shutil
from pathlib import Path

from reader.core.errors import (
    QT_TRANSLATE_NOOP,
    LibraryError,
    MissingLibraryError,
    ReplacedLibraryError,
)

_CUT_OFF = {
    getattr(errno, name)
    for name in (
        *("EIO", "ENXIO", "ENODEV", "ENOTCONN", "ESTALE", "ETIMEDOUT"),
        *("EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "EREMOTEIO"),
    )
    if hasattr(errno, name)
}
"""What the system says of a disk or a connection that has gone (errno of OSError)."""

_NEXT_TO_NOTHING = 256 << 10
"""Bytes; with less a disk counts as full where something could not be written."""

File = tuple[int, int]
"""What tells a file from any other while it is there: its device and its number on it."""


def file_at(path: Path | None) -> File | None:
    """Return which file is at a path; None for none, and for a path that can't be reached."""
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def check_presence(path: Path | None, opened: File | None) -> None:
    """Refuse to write where the file that was opened is no longer to be found.

    SQLite goes on writing to a file that has no name any more, where nobody would find it again.

    :raises LibraryError: where nothing is at the path by now, or another file.
    """
    if path is None or opened is None:
        return
    now = file_at(path)
    if now is None:
        raise missing(path)
    if now != opened:
        raise ReplacedLibraryError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Another file has taken the place of the library “{path}” while it was in use: "
                "try again.",
            ),
            path=path,
        )


def has_no_room(path: object) -> bool:
    """Return whether the disk of a file is full, as far as that can be told."""
    if not isinstance(path, Path):
        return False
    try:
        return shutil.disk_usage(path.parent).free < _NEXT_TO_NOTHING
    except OSError:
        return False


def missing(path: Path) -> LibraryError:
    """Return the error for a library that is not where it was."""
    return MissingLibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The library “{path}” is not there any more: connect its disk, or put it back where "
            "it was, then try again.",
        ),
        path=path,
    )


def is_cut_off(error: OSError) -> bool:
    """Return whether the disk or the connection to it has gone, as far as the system says."""
    return error.errno in _CUT_OFF


def has_left_traces(library: Path) -> bool:
    """Return whether there is what only a library leaves beside it: its log, or backups."""
    # Here, as backups need to know how a library is opened.
    from reader.store.backups import backups_of

    return library.with_name(library.name + "-wal").exists() or bool(backups_of(library))
