"""The program's log: what went wrong and when, without a word of what the user reads or writes."""

import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from reader import __version__
from reader.core.errors import ReaderError
from reader.core.files import make_private

MAX_BYTES = 256 * 1024
BACKUPS = 3


class Logbook:
    """Write to `reader.log` in a folder; where that isn't possible, nothing is written.

    Errors are told by their kinds and places: their messages, which may quote an article or name a
    file, stay out.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "reader.log"
        self._logger = logging.Logger("reader")
        try:
            make_private(folder)
            handler = _PrivateHandler(
                self.path, maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8", delay=True
            )
        except OSError:
            return
        form = logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")
        handler.setFormatter(form)
        self._logger.addHandler(handler)

    def started(self) -> None:
        """Write down which program this is."""
        self._logger.info(
            "started: Reader %s, Python %s, %s",
            __version__, platform.python_version(), platform.platform(),
        )  # fmt: skip

    def ended(self) -> None:
        """Write down that the program ended as it should, and close the file."""
        self._logger.info("ended")
        for handler in list(self._logger.handlers):
            handler.close()

    def told(self, error: ReaderError) -> None:
        """Write down what the user was told; the template alone, as the values may be theirs."""
        self._logger.warning("told: %s: %s", type(error).__name__, error.template)

    def bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write down something unforeseen: its kind and the lines of code that led there."""
        lines = [f"{kind.__module__}.{kind.__qualname__}"]
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        if error.__cause__ is not None:
            lines.append(f"  caused by {type(error.__cause__).__qualname__}")
        self._logger.error("bug: %s", "\n".join(lines))


class _PrivateHandler(RotatingFileHandler):
    """A rotating file that the user alone may read."""

    def _open(self):
        file = super()._open()
        if sys.platform != "win32":
            Path(self.baseFilename).chmod(0o600)
        return file

    def handleError(self, record: logging.LogRecord) -> None:
        """Go on without a log where it can't be written."""
