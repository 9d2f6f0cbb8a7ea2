"""Files read behind the window; one that takes long keeps no other one waiting."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from reader.core.document import Parsed
from reader.core.errors import ReaderError
from reader.formats.isolation import IsolatedReader
from reader.ui.background import BackgroundThread

MOST_AT_ONCE = 2
"""How many files are read at once: a long one, and what is asked for meanwhile."""


class FileReading(QObject):
    """Read each file in a process that has time for it; the second starts when it is needed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = [_Lane(self)]

    def read(
        self,
        path: Path,
        *,
        done: Callable[[Parsed], None],
        failed: Callable[[ReaderError], None],
    ) -> None:
        """Read the article in a file; it waits where as many as possible are being read."""
        lane = min(self._lanes, key=lambda each: each.waiting)
        if lane.waiting and len(self._lanes) < MOST_AT_ONCE:
            lane = _Lane(self)
            self._lanes.append(lane)
        lane.read(path, done, failed)

    def finish(self) -> None:
        """Call off what is being read, and end the processes."""
        for lane in self._lanes:
            lane.reader.close()
        for lane in self._lanes:
            lane.thread.finish()


class _Lane:
    """A thread with its reader, and how many files it has still to read."""

    def __init__(self, parent: QObject) -> None:
        self.reader = IsolatedReader()
        self.thread = BackgroundThread("files", parent)
        self.waiting = 0

    def read(
        self,
        path: Path,
        done: Callable[[Parsed], None],
        failed: Callable[[ReaderError], None],
    ) -> None:
        self.waiting += 1

        def on_done(parsed: Parsed) -> None:
            self.waiting -= 1
            done(parsed)

        def on_failed(error: ReaderError) -> None:
            self.waiting -= 1
            failed(error)

        self.thread.call(lambda: self.reader.read(path), done=on_done, failed=on_failed)
