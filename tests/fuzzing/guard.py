"""Reading under guard: what a reader does besides reading is noted, and stopped."""

import contextlib
import os
import resource
import sys
import traceback
from collections.abc import Generator
from functools import cache
from pathlib import Path

from reader.core.document import Parsed
from reader.core.errors import ReaderError
from reader.formats import opening, pandoc

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = (
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"),
    *("os.chmod", "os.chown", "os.utime", "os.setxattr", "shutil.", "tempfile."),
)
_NETWORK = (
    *("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethost"),
    *("urllib.", "http.", "ftplib.", "smtplib.", "webbrowser."),
)  # urllib3 tries on being imported whether there is IPv6, on the machine itself
_PROCESSES = ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pty.spawn")
_CONVERTER_MB = pandoc.MEMORY_MB + 512  # its own limit is of its heap alone


class BreakdownError(ReaderError):
    """Raised with the trace of an error that is a bug."""


class TrespassError(ReaderError):
    """Raised with what a reader did that it mustn't."""


class Guard:
    """An audit hook that is asleep but while something is read."""

    def __init__(self) -> None:
        self._is_watching = False
        self._seen: list[str] = []
        sys.dont_write_bytecode = True  # what is imported meanwhile isn't the reader's doing
        sys.addaudithook(self._on_event)

    @contextlib.contextmanager
    def watching(self) -> Generator[None]:
        """Watch what is done meanwhile.

        :raises TrespassError: at the end, where something was.
        """
        self._seen, self._is_watching = [], True
        try:
            yield
        finally:
            self._is_watching = False
            if self._seen:
                raise TrespassError("{what}", what="; ".join(self._seen))

    def _on_event(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._is_watching and (what := _trespass(event, arguments)):
            self._seen.append(what)
            raise PermissionError(what)


def _trespass(event: str, arguments: tuple[object, ...]) -> str:
    """Return what an event does that a reader mustn't; "" for nothing."""
    if event == "open":
        path, mode, flags = arguments
        writes = bool(int(flags) & _WRITING) if isinstance(flags, int) else "w" in str(mode)
        is_file = not isinstance(path, int) and path != os.devnull  # a number: open already
        return f"open for writing: {path}" if writes and is_file else ""
    if event == "subprocess.Popen":
        command = arguments[1]
        assert isinstance(command, list)
        is_pandoc = command[0] == pandoc.executable() and "--sandbox" in command
        return "" if is_pandoc else f"process: {command}"
    if event.startswith((*_CHANGES, *_NETWORK, *_PROCESSES)):
        return f"{event}{arguments!r}"
    return ""


@cache
def guard() -> Guard:
    """Return this process's guard; an audit hook can't be taken away again."""
    return Guard()


@cache
def forbid_files() -> None:
    """Let the system end this process, and what it starts, at the first byte that goes to a file.

    That is for libraries in C, which ask no audit hook.
    """
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))


def read_guarded(path: Path) -> Parsed:
    """Read a file as the program does, in the process that is for it.

    :raises DocumentError: as `opening.read_file` does.
    :raises BreakdownError: where the program would break down.
    :raises TrespassError: where it does what it mustn't.
    """
    forbid_files()
    with telling():
        parsed = opening.read_file(path)
    taken_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    if taken_mb > _CONVERTER_MB:
        raise TrespassError("the converter took {mb} MB", mb=taken_mb)
    return parsed


def read_small_text_guarded(path: Path, *, max_bytes: int) -> Parsed | None:
    """Read a short plain text where the program does: in its own process; None for others."""
    with telling():
        return opening.read_small_text(path, max_bytes=max_bytes)


@contextlib.contextmanager
def telling() -> Generator[None]:
    """Watch, and make of an error that is a bug one that tells all of it."""
    try:
        with guard().watching():
            yield
    except (ReaderError, MemoryError):
        raise
    except Exception as error:
        raise BreakdownError("{trace}", trace=traceback.format_exc()) from error
