"""Read files that can't be trusted, and write files that can't be left half-done."""

import errno
import itertools
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError, ExportError

MAX_BYTES = 32 * 1024 * 1024
"""The largest text that is opened; some five million words, far beyond any book."""


def read_bytes(path: Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Return what the file at `path` holds.

    :raises DocumentError: where there is no such file, it is not a regular file, it can't be read,
        it is empty or it is larger than `max_bytes`.
    """
    try:
        # Opening a pipe would wait for a writer, so O_NONBLOCK; a regular file ignores it.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _O_BINARY)
    except OSError as error:
        raise _unreadable(path, error) from error
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise _is_folder(path) if stat.S_ISDIR(status.st_mode) else _is_device(path)
    with open(descriptor, "rb") as file:
        try:
            data = file.read(max_bytes + 1)
        except OSError as error:
            raise _unreadable(path, error) from error
    if len(data) > max_bytes:
        raise DocumentError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{path}” is {size} MB, and Reader opens texts up to {limit} MB: split it into "
                "parts and open those.",
            ),
            path=path,
            size=max(status.st_size, len(data)) // 1_000_000,
            limit=max_bytes // 1_000_000,
        )
    if not data:
        raise DocumentError(
            QT_TRANSLATE_NOOP("errors", "“{path}” is empty: there is no text to read in it."),
            path=path,
        )
    return data


def write_atomically(path: Path, content: str | bytes, *, private: bool = False) -> None:
    """Write a text in UTF-8, or bytes, to `path`, whole or not at all, over an earlier file.

    One that is `private` is for the user alone, and is written through no symbolic link.

    :raises ExportError: where the file can't be written; an earlier one is then as it was.
    """
    with open_atomically(path, private=private) as file:
        file.write(content if isinstance(content, bytes) else content.encode())


@contextmanager
def open_atomically(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """Open a file that takes the place of the one at `path` when it is complete, or never does.

    `private` is as in `write_atomically`.

    :raises ExportError: where it can't be written; an earlier file is then as it was.
    """
    temporary: str | None = None
    try:
        target = (
            path if private else _resolved(path)
        )  # through a symbolic link, so that the link itself stays
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with open(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
        if not private:  # `mkstemp` made it for the user alone
            _copy_mode(target, temporary)
        os.replace(temporary, target)
        temporary = None
    except OSError as error:
        raise ExportError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{path}” could not be written ({reason}): choose another folder or name.",
            ),
            path=path,
            reason=_reason(error),
        ) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for the user alone.

    What is there already stays as it is.

    :raises OSError: where one can't be made.
    """
    missing = itertools.takewhile(lambda each: not each.exists(), folder.parents)
    for each in (*reversed(list(missing)), folder):  # `mkdir` would make parents open to others
        each.mkdir(mode=0o700, exist_ok=True)


_O_BINARY = getattr(os, "O_BINARY", 0)  # Windows alone has it


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:  # links in a circle; an OSError from Python 3.13 on
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


def _copy_mode(target: Path, temporary: str) -> None:
    """Give the new file the mode of the one that it replaces, or what the user's umask says."""
    if target.exists():
        mode = stat.S_IMODE(target.stat().st_mode)
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    os.chmod(temporary, mode)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _is_folder(path: Path) -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors", "“{path}” is a folder: open the article's file inside it instead."
        ),
        path=path,
    )


def _is_device(path: Path) -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP("errors", "“{path}” is a device or a pipe, not a file with an article."),
        path=path,
    )


def _unreadable(path: Path, error: OSError) -> DocumentError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return DocumentError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is no file “{path}”: check the name, or whether it was moved or deleted.",
            ),
            path=path,
        )
    # Windows refuses to open a folder for want of permission.
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return _is_folder(path)
    if isinstance(error, PermissionError):
        return DocumentError(
            QT_TRANSLATE_NOOP(
                "errors",
                "You have no permission to read “{path}”: change its permissions, or copy it.",
            ),
            path=path,
        )
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” could not be read ({reason}): check the disk or the connection and try "
            "again.",
        ),
        path=path,
        reason=_reason(error),
    )
