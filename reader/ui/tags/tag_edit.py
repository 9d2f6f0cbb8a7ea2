"""A field for tags: chips, and a line to type one more, which completes those there are."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui.tags.chip_edit import MOST_OFFERED, ChipEdit
from reader.ui.tags.tag_chip import TagChip

_MOST_CHARACTERS = 100


class TagEdit(ChipEdit):
    """Show tags and edit them; Enter or a comma adds what was typed, Backspace steps back.

    Two names that differ in case or accents alone are one tag: the spelling that is known wins.
    """

    tags_edited = Signal(object)  # tuple[str, ...]: what the user made of them

    def __init__(self, parent: QWidget | None = None) -> None:
        self._offered = QStringListModel()
        super().__init__(self._offered, least_width=90, parent=parent)
        self._known: dict[str, str] = {}  # spelling by folded name
        self.field.setMaxLength(_MOST_CHARACTERS)
        self.field.editingFinished.connect(self.add_typed)
        # Queued: the line puts the chosen name into itself at the same signal.
        self.completer.activated[str].connect(  # type: ignore[index]
            self._add, Qt.ConnectionType.QueuedConnection
        )

    def set_tags(self, names: Sequence[str]) -> None:
        """Show these tags; what is being typed stays."""
        if tuple(names) == self.tags():
            return
        self._drop_all()
        for name in names:
            self._insert(self._chip(name))
        self._follow()

    def tags(self) -> tuple[str, ...]:
        """Return the tags in the order in which they are shown."""
        return tuple(chip.name for chip in self._chips)

    def set_known(self, names: Iterable[str]) -> None:
        """Offer these for completion, the first ones first."""
        self._known = {self._folder.fold(name): name for name in names}

    def flush(self) -> None:
        """Add at once what was typed and not yet entered."""
        self.add_typed()

    def words(self) -> tuple[str, str]:
        """Return the name of the line, and what stands in it while it is empty."""
        return self.tr("Add a tag"), self.tr("Add a tag…")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a comma enter a tag."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.field and is_key and event.text() == ",":  # type: ignore[attr-defined]
            self.add_typed()
            return True
        return super().eventFilter(watched, event)

    def offer(self, text: str) -> None:
        """Offer the known tags that have the typed letters in them, best at their beginning."""
        typed = self._folder.fold(" ".join(text.split()))
        taken = {self._folder.fold(name) for name in self.tags()}
        fitting = [key for key in self._known if typed in key and key not in taken]
        fitting.sort(key=lambda key: (not key.startswith(typed), f" {typed}" not in key))
        self._offered.setStringList([self._known[key] for key in fitting[:MOST_OFFERED]])
        self._show_offered(is_any=bool(fitting))

    def add_typed(self) -> None:
        """Make a tag of what was typed."""
        self._add(self.field.text())

    def _chip(self, name: str) -> TagChip:
        chip = TagChip(name, self._theme, self)
        chip.removal_requested.connect(lambda _name: self._remove(chip))
        return chip

    def _add(self, text: str) -> None:
        self.field.clear()
        name = " ".join(text.split()).lstrip("#").strip()
        key = self._folder.fold(name)
        if not name or key in {self._folder.fold(each) for each in self.tags()}:
            return
        self._insert(self._chip(self._known.get(key, name)))
        self._follow()
        self.tags_edited.emit(self.tags())

    def _remove(self, chip: TagChip) -> None:
        self._drop(chip)
        self.tags_edited.emit(self.tags())
