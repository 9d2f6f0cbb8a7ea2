"""The pictures of an article: asked for, decoded behind the window, and forgotten when many."""

from collections import OrderedDict
from collections.abc import Callable
from enum import Enum, auto
from typing import TypeVar
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from reader.core.document import Picture
from reader.ui.background import BackgroundThread
from reader.ui.reading.decoding import MOST_BYTES, Decoded, decode, fitted

Kept = TypeVar("Kept")

_MOST_IMAGE_BYTES = 64 * 2**20
_MOST_FILE_BYTES = 48 * 2**20
_TALLEST = 2.0  # times the column's width
_PLACEHOLDER = 5.5  # em
_UNKNOWN = 0.56  # a picture's likely height in widths, before its size is known
_LONGEST_SIDE = 20_000


class PictureState(Enum):
    """What is to be seen of a picture."""

    COMING = auto()  # its file belongs to the article and has been asked for, or is being decoded
    REMOTE = auto()  # fetched only on the user's word
    FETCHING = auto()  # the user has said so
    SHOWN = auto()
    MISSING = auto()  # it can't be had, or is none


class Pictures(QObject):
    """Keep what is known of pictures by their source, within bounds of memory.

    Files and decoded pictures that weren't painted for long are forgotten, and asked for again.
    """

    file_wanted = Signal(str)
    """The source of a picture of the article itself, whose file `give` is to be called with."""
    changed = Signal(str)
    """The picture of a source, its size or its state is another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: BackgroundThread | None = None
        self._images: OrderedDict[str, tuple[QImage, int]] = OrderedDict()
        self._files: OrderedDict[str, bytes] = OrderedDict()
        self._generation = 0
        self.clear()

    def clear(self) -> None:
        """Forget everything: another article is shown."""
        self._generation += 1
        self._images.clear()
        self._files.clear()
        self._sizes: dict[str, QSize] = {}
        self._asked: set[str] = set()
        self._failed: set[str] = set()
        self._decoding: dict[str, int] = {}

    def state(self, source: str) -> PictureState:
        """Return what is to be seen of a picture."""
        if source in self._images:
            return PictureState.SHOWN
        if source in self._failed:
            return PictureState.MISSING
        if not is_remote(source):
            return PictureState.COMING
        if source in self._files or source in self._decoding:
            return PictureState.COMING
        return PictureState.FETCHING if source in self._asked else PictureState.REMOTE

    def image(self, source: str, width: int) -> QImage | None:
        """Return a picture to paint into a column of `width` device pixels; None for none yet.

        One for another width is returned while the right one is being made.
        """
        kept = self._images.get(source)
        if kept is not None:
            self._images.move_to_end(source)
            if kept[1] == width:
                return kept[0]
        if source not in self._failed:
            self._make(source, width)
        return None if kept is None else kept[0]

    def give(self, source: str, data: bytes | None) -> None:
        """Take the file of a picture; None says that there is none."""
        self._asked.discard(source)
        self._failed.discard(source)
        if data is None or len(data) > MOST_BYTES:
            self._failed.add(source)
        else:
            self._files[source] = data
            _shrink(self._files, len, _MOST_FILE_BYTES)
        self.changed.emit(source)

    def file(self, source: str) -> bytes | None:
        """Return the file of a picture that is still at hand; else None."""
        return self._files.get(source)

    def ask(self, source: str) -> bool:
        """Note that the user wants a remote picture; return whether it must be fetched."""
        if self.state(source) not in (PictureState.REMOTE, PictureState.MISSING):
            return False
        self._failed.discard(source)
        self._asked.add(source)
        self.changed.emit(source)
        return True

    def box(self, picture: Picture, width: int, em: int) -> QSize:
        """Return the size of what is shown of a picture, in a column of so many pixels."""
        state = self.state(picture.source)
        if state in (PictureState.REMOTE, PictureState.FETCHING, PictureState.MISSING):
            return QSize(width, round(_PLACEHOLDER * em))
        size = self._sizes.get(picture.source)
        if size is None and picture.width > 0 and picture.height > 0:
            sides = (min(side, _LONGEST_SIDE) for side in (picture.width, picture.height))
            size = QSize(*sides)
        return fitted(size or QSize(width, round(width * _UNKNOWN)), _limits(width))

    def _make(self, source: str, width: int) -> None:
        if self._decoding.get(source) == width:
            return
        data = self._files.get(source)
        if data is None:
            if not is_remote(source) and source not in self._asked:
                self._asked.add(source)
                self.file_wanted.emit(source)
            return
        self._files.move_to_end(source)
        self._decoding[source] = width
        generation = self._generation
        if self._thread is None:
            self._thread = BackgroundThread("pictures", self)
        self._thread.call(
            lambda: decode(data, _limits(width)),
            done=lambda decoded: self._on_decoded(source, width, generation, decoded),
        )

    def _on_decoded(
        self, source: str, width: int, generation: int, decoded: Decoded | None
    ) -> None:
        if generation != self._generation:
            return
        if self._decoding.get(source) == width:
            del self._decoding[source]
        if decoded is None:
            self._failed.add(source)
            self._files.pop(source, None)
        else:
            self._sizes[source] = decoded.size
            self._images[source] = (decoded.image, width)
            self._images.move_to_end(source)
            _shrink(self._images, lambda kept: kept[0].sizeInBytes(), _MOST_IMAGE_BYTES)
        self.changed.emit(source)


def is_remote(source: str) -> bool:
    """Return whether a picture must be fetched from elsewhere."""
    return not source.startswith("resource:")


def host(source: str) -> str:
    """Return the name of the computer that a picture would come from."""
    try:
        return urlsplit(source).hostname or source
    except ValueError:
        return source


def _limits(width: int) -> QSize:
    return QSize(width, round(width * _TALLEST))


def _shrink(kept: OrderedDict[str, Kept], size: Callable[[Kept], int], most: int) -> None:
    """Drop what was used least lately until all is no larger than `most`, but for the last."""
    total = sum(map(size, kept.values()))
    while total > most and len(kept) > 1:
        _, dropped = kept.popitem(last=False)
        total -= size(dropped)
