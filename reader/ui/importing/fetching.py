"""An address fetched and read behind the window, on the user's word."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.core.document import Parsed, Resource, resource_of
from reader.core.errors import ReaderError
from reader.formats.isolation import IsolatedReader
from reader.ui.background import BackgroundThread

if TYPE_CHECKING:
    from reader.formats.fetch import Fetched


class Fetching(QObject):
    """Fetch one address at a time, and read the article there; text is read the same way.

    `fetch` is `formats.fetch.fetch` unless a test gives another.
    """

    progressed = Signal(object, object)  # bytes come, bytes in all or None
    arrived = Signal()  # all bytes are there, and are being read
    fetched = Signal(object)  # Parsed
    cancelled = Signal()
    failed = Signal(object)  # ReaderError
    _told = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fetch: Callable[..., Fetched] | None = None
        self._reader = IsolatedReader()
        self._text_reader = IsolatedReader()  # so that what is pasted waits for no page
        self._network = BackgroundThread("fetch", self)
        self._reading = BackgroundThread("pasted", self)
        self._pictures = BackgroundThread("remote pictures", self)
        self._cancel: threading.Event | None = None
        self._pictures_cancel = threading.Event()
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Return whether an address is being fetched."""
        return self._cancel is not None

    def begin(self, address: str) -> None:
        """Fetch an address; nothing happens while another one is being fetched."""
        if self._cancel is not None:
            return
        self._cancel = cancel = threading.Event()

        def run() -> Parsed:
            # Imported here, in the thread: most days nobody fetches anything.
            from reader.formats.fetched import read_fetched

            found = self._fetch(
                address,
                progress=lambda come, total: self._told.emit(cancel, come, total),
                cancel=cancel,
            )
            self._told.emit(cancel, None, None)
            return self._reader.call(
                read_fetched,
                found.data,
                name=found.address,
                address=found.address,
                media_type=found.media_type,
                charset=found.charset,
            )

        def ended() -> bool:
            """Return whether this is what is still waited for."""
            is_wanted = self._cancel is cancel and not cancel.is_set()
            if self._cancel is cancel:
                self._cancel = None
            return is_wanted

        def done(parsed: Parsed) -> None:
            if ended():
                self.fetched.emit(parsed)
            else:
                self.cancelled.emit()

        def failed(error: ReaderError) -> None:
            if ended():
                self.failed.emit(error)
            else:
                self.cancelled.emit()

        self._network.call(run, done=done, failed=failed)

    def cancel(self) -> None:
        """Stop; `cancelled` follows."""
        if self._cancel is not None:
            self._cancel.set()
            self._reader.cancel()

    def read_text(
        self,
        text: str,
        rich: str,
        *,
        name: str,
        done: Callable[[Parsed], None],
        failed: Callable[[ReaderError], None],
    ) -> None:
        """Read text, and its rich form in HTML if there is one; nothing is fetched."""

        def run() -> Parsed:
            from reader.formats.pasted import read_pasted

            return self._text_reader.call(read_pasted, text, rich, name=name)

        self._reading.call(run, done=done, failed=failed)

    def fetch_picture(self, address: str, *, done: Callable[[Resource | None], None]) -> None:
        """Fetch a picture of an article; `done` gets None where that fails."""

        def run() -> Resource:
            found = self._fetch(address, cancel=self._pictures_cancel, is_picture=True)
            return resource_of(found.data, found.media_type)

        self._pictures.call(run, done=done, failed=lambda _error: done(None))

    def finish(self) -> None:
        """Stop all of it, and end the threads."""
        if self._cancel is not None:
            self._cancel.set()
        self._pictures_cancel.set()
        for reader in (self._reader, self._text_reader):
            reader.close()
        for thread in (self._network, self._reading, self._pictures):
            thread.finish()

    def _fetch(self, address: str, **options: object) -> "Fetched":
        from reader.formats.fetch import fetch

        return (self.fetch or fetch)(address, **options)  # type: ignore[arg-type]

    def _on_told(self, cancel: threading.Event, come: int | None, total: int | None) -> None:
        if cancel is not self._cancel or cancel.is_set():
            return
        if come is None:
            self.arrived.emit()
        else:
            self.progressed.emit(come, total)
