"""Recognition models in the background: what there is, one more, one less, another one to use."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Qt, Signal

from reader.core.errors import ModelError, ReaderError
from reader.recognition.catalogue import AUTOMATIC, Entry, find_release, list_models
from reader.recognition.model import find_model, models_folder
from reader.recognition.progress import InstallCancelledError
from reader.ui.background import BackgroundThread

if TYPE_CHECKING:
    from reader.recognition.download import OpenUrl
    from reader.recognition.install import Installed
    from reader.recognition.progress import Progress

STEPS = 1000
"""How often, at the most, the progress of an installation is told."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The models there are, and the names of those that serve when the choice is automatic."""

    entries: tuple[Entry, ...]
    automatic: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be installed, told before it is; `path` is its file on this computer, if any.

    `host` is where it would be downloaded from. `published` says that it is in the list of
    published models, so that its checksum can be verified.
    """

    name: str
    version: str
    size_bytes: int
    licence: str
    published: bool
    host: str = ""
    path: Path | None = None

    @property
    def label(self) -> str:
        """Return name and version, as `es_core_news_md-3.8.0`."""
        return f"{self.name}-{self.version}"


class Models(QObject):
    """List, install, remove and check models; the window's thread only asks and is told.

    One installation runs at a time; a second one isn't begun.
    """

    listed = Signal(object)  # Listing
    offered = Signal(object)  # Offer: of a file that was looked into
    progressed = Signal(object, object)  # bytes done, bytes in all or None
    installed = Signal(object, bool)  # Installed, whether it serves now
    cancelled = Signal(object)  # Offer
    removed = Signal(str)  # label
    chosen = Signal(str)  # what the setting `model` is to hold; it can be used
    renewed = Signal()  # under the same setting another model serves now
    failed = Signal(object)  # ReaderError
    _told = Signal(object, object, object)

    def __init__(self, chosen: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = models_folder()
        self.open_url: OpenUrl | None = None  # None: over https alone
        self._chosen = chosen
        self._looking = BackgroundThread("models", self)
        self._installing = BackgroundThread("install", self)
        self._cancel = threading.Event()
        self._offer: Offer | None = None
        self._is_finished = False
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def installing(self) -> Offer | None:
        """Return what is being installed; None while nothing is."""
        return self._offer

    def set_chosen(self, chosen: str) -> None:
        """Tell what the setting `model` holds."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.refresh()

    def refresh(self) -> None:
        """List the models anew."""
        if self._is_finished:
            return
        chosen, folder = self._chosen, self.folder
        self._looking.call(
            lambda: _list(chosen, folder), done=self.listed.emit, failed=self.failed.emit
        )

    def choose(self, choice: str) -> None:
        """Check that a model can be used; `chosen` follows."""
        folder = self.folder

        def check() -> str:
            if choice:
                find_model(choice, installed=folder)
            return choice

        self._looking.call(check, done=self.chosen.emit, failed=self.failed.emit)

    def look_into(self, path: Path) -> None:
        """Read what a wheel would install; `offered` follows."""
        self._looking.call(lambda: _offer_of(path), done=self.offered.emit, failed=self.failed.emit)

    def install(self, offer: Offer) -> None:
        """Install what was offered; nothing happens while something else is being installed."""
        if self._offer is not None:
            return
        self._offer = offer
        self._cancel = cancel = threading.Event()
        progress = self._teller(offer)
        folder, open_url = self.folder, self.open_url

        def install() -> "Installed":
            # Imported here, in the thread: the window doesn't wait for what it may never need.
            from reader.recognition.download import open_https
            from reader.recognition.install import install_release, install_wheel

            if offer.path is not None:
                return install_wheel(offer.path, folder, progress=progress, cancel=cancel)
            release = find_release(offer.label)
            return install_release(release, folder, progress=progress, cancel=cancel,
                                   open_url=open_url or open_https)  # fmt: skip

        def run() -> "tuple[Installed, bool]":
            installed = install()
            return installed, installed.info.label in _serving(self._chosen, folder)

        self._installing.call(run, done=self._on_installed, failed=self._on_failed)

    def cancel(self) -> None:
        """Call the installation off, if there is one; `cancelled` follows."""
        self._cancel.set()

    def remove(self, label: str) -> None:
        """Remove a model that the user installed; `removed` follows.

        Where it was the chosen one, the choice becomes automatic.
        """
        chosen, folder = self._chosen, self.folder

        def remove() -> tuple[bool, bool]:
            from reader.recognition.install import remove_model

            before = _serving(chosen, folder)
            remove_model(label, folder)
            gone = bool(chosen) and label in before and not _is_there(chosen, folder)
            return gone, label in before

        def done(outcome: tuple[bool, bool]) -> None:
            gone, served = outcome
            self.removed.emit(label)
            if gone:
                self.chosen.emit(AUTOMATIC)
            elif served:
                self.renewed.emit()
            self.refresh()

        self._looking.call(remove, done=done, failed=self.failed.emit)

    def finish(self) -> None:
        """Call the installation off and end the threads; returns when nothing is left half-done."""
        self._is_finished = True
        self._cancel.set()
        self._installing.finish()
        self._looking.finish()

    def _teller(self, offer: Offer) -> "Progress":
        """Return what is called in the thread with how far it is, and tells so now and then."""
        size, last = offer.size_bytes, -1

        def tell(done: int, total: int | None) -> None:
            nonlocal last
            step = STEPS * done // max(total or size, 1)
            if step != last:
                last = step
                self._told.emit(offer, done, total)

        return tell

    def _on_told(self, offer: Offer, done: int, total: int | None) -> None:
        if offer is self._offer and not self._cancel.is_set():
            self.progressed.emit(done, total)

    def _on_installed(self, outcome: "tuple[Installed, bool]") -> None:
        installed, serves = outcome
        self._offer = None
        self.installed.emit(installed, serves)
        if serves and not installed.was_there:
            self.renewed.emit()
        self.refresh()

    def _on_failed(self, error: ReaderError) -> None:
        offer, self._offer = self._offer, None
        if isinstance(error, InstallCancelledError) or self._cancel.is_set():
            self.cancelled.emit(offer)
        else:
            self.failed.emit(error)
        self.refresh()


def offer_of_release(name: str) -> Offer:
    """Return the offer of a model of the catalogue.

    :raises ModelError: where there is none of that name.
    """
    release = find_release(name)
    return Offer(release.name, release.version, release.size_bytes, release.licence,
                 published=True, host=urlsplit(release.url).netloc)  # fmt: skip


def _offer_of(path: Path) -> Offer:
    from reader.recognition.install import check_published
    from reader.recognition.wheel import read_wheel

    wheel = read_wheel(path)
    return Offer(wheel.name, wheel.version, wheel.size_bytes, wheel.licence,
                 published=check_published(wheel), path=path)  # fmt: skip


def _list(chosen: str, folder: Path) -> Listing:
    entries = list_models(chosen, installed=folder)
    automatic = list_models(AUTOMATIC, installed=folder) if chosen else entries
    return Listing(entries, tuple(entry.name for entry in automatic if entry.in_use))


def _serving(chosen: str, folder: Path) -> set[str]:
    """Return the labels of the models that serve for a choice, those of other languages too."""
    entries = list_models(chosen, installed=folder)
    return {f"{e.name}-{e.version}" for e in entries if e.in_use or e.is_foreign}


def _is_there(chosen: str, folder: Path) -> bool:
    try:
        find_model(chosen, installed=folder)
    except ModelError:
        return False
    return True
