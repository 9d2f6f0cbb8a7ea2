"""What can't be saved is written beside the window's state, in case the program is ended."""

import contextlib
import hashlib
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.core.errors import ExportError
from reader.core.files import make_private, write_atomically
from reader.ui.background import LibraryThread, SaveState

_NAME = "unsaved.txt"


class Rescue(QObject):
    """Keep what was typed and isn't on the disk in a file of its own, while that is so.

    The library's disk may be full, or gone; `folder` is tried first, then that of temporary files.
    What a program left that was ended meanwhile is told of once, and never deleted.
    """

    told = Signal(str)  # a sentence

    def __init__(self, library: LibraryThread, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._places = (folder / _NAME, Path(tempfile.gettempdir()) / f"reader-{_user()}" / _NAME)
        self._written: Path | None = None
        library.state_changed.connect(self._on_state_changed)
        library.opened.connect(self._look)

    def _look(self) -> None:
        """Tell of what was left, under a name that nothing is written to any more."""
        self._library.opened.disconnect(self._look)
        for path in self._left():
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            kept = path.with_name(f"{path.stem}-{stamp}{path.suffix}")
            with contextlib.suppress(OSError):
                path.rename(kept)
                self.told.emit(
                    self.tr("What could not be saved the last time is in “{path}”.").format(
                        path=kept
                    )
                )

    def _left(self) -> Iterator[Path]:
        for path in self._places:
            with contextlib.suppress(OSError):
                if path != self._written and path.is_file() and path.stat().st_size:
                    yield path

    def _on_state_changed(self, state: SaveState) -> None:
        if state is SaveState.FAILED:
            self._write("\n\n".join(self._library.unsaved_texts()))
        elif state is SaveState.SAVED and self._written is not None:
            with contextlib.suppress(OSError):
                self._written.unlink()
            self._written = None

    def _write(self, text: str) -> None:
        """Write where there is room; the file that is there stays until the new one is whole."""
        for path in self._places:
            with contextlib.suppress(OSError, ExportError):
                make_private(path.parent)
                write_atomically(path, text.encode(errors="replace"), private=True)
                self._written = path
                return


def _user() -> str:
    """Return what tells users of a machine apart in a folder that they share."""
    return hashlib.sha256(str(Path.home()).encode()).hexdigest()[:8]
