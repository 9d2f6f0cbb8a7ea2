"""Write down where one reads in the open article, now and then."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.core.document import Document
from reader.ui.background import LibraryThread
from reader.ui.timers import single_shot

POSITION_EVERY_MS = 2000
"""How often, at the most, the place where one reads is written down."""


class PositionKeeper(QObject):
    """Keep the place where one reads; `shown` returns the open article, None for none."""

    written = Signal()

    def __init__(
        self, library: LibraryThread, shown: Callable[[], Document | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._shown = shown
        self._offset: int | None = None  # not yet written down
        self._timer = single_shot(self, POSITION_EVERY_MS, self.save)

    def note(self, offset: int) -> None:
        """Take note of where one reads, in code points; it is written down soon."""
        self._offset = offset
        if not self._timer.isActive():
            self._timer.start()

    def save(self) -> None:
        """Write it down now, if it has changed."""
        document, offset = self._shown(), self._offset
        self._offset = None
        self._timer.stop()
        if document is not None and offset is not None:
            self._library.call(
                lambda library: library.save_position(document.id, offset),
                done=lambda _written: self.written.emit(),
                failed=lambda _error: None,  # a position is not worth a message
            )

    def stop(self) -> None:
        """Write no more down: the library is about to be closed."""
        self._timer.stop()
