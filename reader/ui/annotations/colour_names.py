"""What the user calls the colours: read, changed and undone in one place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.annotations import Colour
from reader.ui.background import LibraryThread
from reader.ui.kinds import colour_name
from reader.ui.library.undoable import LibraryChanges

if TYPE_CHECKING:
    from reader.store.library import Library


class ColourNames(QObject):
    """Hold the user's names of the colours."""

    changed = Signal(object)  # dict[Colour, str]: those that have one
    failed = Signal(object)  # ReaderError

    def __init__(
        self, library: LibraryThread, changes: LibraryChanges, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._changes = changes
        self.names: dict[Colour, str] = {}

    def read(self) -> None:
        """Read the names from the library."""
        self._library.call(
            lambda library: library.colour_names(), done=self._take, failed=self.failed.emit
        )

    def name(self, colour: Colour, name: str) -> None:
        """Call a colour by another name, "" for its own; undo takes it back."""
        name = " ".join(name.split())
        if name == self.names.get(colour, ""):
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

        self._changes.do(self.tr("name a colour"), apply, take_back, done, after=self.read)

    def _take(self, names: dict[Colour, str]) -> None:
        if names != self.names:
            self.names = names
            self.changed.emit(names)
