"""What there is of tags, and what the user calls the colours: read, and changed in one place."""

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.annotations import Colour
from reader.core.shelf import LabelKind
from reader.ui.background import LibraryThread
from reader.ui.kinds import colour_name
from reader.ui.library.undoable import LibraryChanges

if TYPE_CHECKING:
    from reader.store.library import Library

_Read = tuple[dict[Colour, str], tuple[str, ...]]


class Vocabulary(QObject):
    """Hold the user's names of the colours, and the tags that there are."""

    changed = Signal()
    failed = Signal(object)  # ReaderError

    def __init__(
        self, library: LibraryThread, changes: LibraryChanges, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._changes = changes
        self._seen: tuple[object, int] | None = None  # the library thread's: what was read, when
        self.colours: dict[Colour, str] = {}  # those that have a name of the user's
        self.tags: tuple[str, ...] = ()

    def read(self) -> None:
        """Read both from the library, as this window has changed something in it."""
        self._library.call(self._read, done=self._take, failed=self.failed.emit)

    def read_if_outdated(self) -> None:
        """Read both where that wasn't done yet, of another library, or one that others wrote to."""

        def read(library: "Library") -> _Read | None:
            is_known = self._seen == self._stamp(library)
            return None if is_known else self._read(library)

        def done(found: _Read | None) -> None:
            if found is not None:
                self._take(found)

        self._library.call(read, done=done, failed=self.failed.emit)

    def name(self, colour: Colour, name: str) -> None:
        """Call a colour by another name, "" for its own; undo takes it back."""
        name = " ".join(name.split())
        if name == self.colours.get(colour, ""):
            return

        def apply(library: "Library") -> str:
            return library.name_colour(colour, name)

        def take_back(library: "Library", before: str) -> None:
            library.name_colour(colour, before)

        def done(_before: str) -> None:
            own = colour_name(colour)
            said = (
                self.tr("{colour} is called “{name}” now.").format(colour=own, name=name)
                if name
                else self.tr("{colour} has no other name now.").format(colour=own)
            )
            self._changes.undoable_done.emit(said)

        self._changes.do(self.tr("name a colour"), apply, take_back, done)  # which reads it

    def _stamp(self, library: "Library") -> tuple[object, int]:
        return weakref.ref(library), library.annotation_list.others_wrote()

    def _read(self, library: "Library") -> _Read:
        seen = self._stamp(library)
        tags = tuple(each.name for each in library.labels.labels(LabelKind.TAG))
        found = library.colour_names(), tags
        self._seen = seen
        return found

    def _take(self, found: _Read) -> None:
        if found != (self.colours, self.tags):
            self.colours, self.tags = found
            self.changed.emit()
