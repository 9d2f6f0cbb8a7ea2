"""A field for tags: chips, and a line to type one more, which completes those there are."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget

from reader.core.folding import Folder
from reader.ui.focus import lead_focus
from reader.ui.keys import ENTER, claims
from reader.ui.tags.flow_layout import FlowLayout
from reader.ui.tags.tag_chip import TagChip
from reader.ui.theme import Theme

_MOST_OFFERED = 12
_MOST_CHARACTERS = 100


class _Field(QLineEdit):
    """A line that keeps Enter from the window's shortcuts."""

    def event(self, event: QEvent) -> bool:
        return claims(event, ENTER) or super().event(event)


class TagEdit(QWidget):
    """Show tags and edit them; Enter or a comma adds what was typed, Backspace steps back.

    Two names that differ in case or accents alone are one tag: the spelling that is known wins.
    """

    tags_edited = Signal(object)  # tuple[str, ...]: what the user made of them

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._folder = Folder()
        self._chips: list[TagChip] = []
        self._known: dict[str, str] = {}  # spelling by folded name
        self.field = _Field()
        self.field.setFrame(False)
        self.field.setProperty("role", "bare")
        self.field.setMinimumWidth(90)
        self.field.setMaxLength(_MOST_CHARACTERS)
        self._offered = QStringListModel(self)
        self.completer = QCompleter(self._offered, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(_MOST_OFFERED)
        self.field.setCompleter(self.completer)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.field)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        lead_focus(self, self.field)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_typed)
        self.field.returnPressed.connect(self._add_typed)
        self.field.editingFinished.connect(self._add_typed)
        # Queued: the line puts the chosen name into itself at the same signal.
        self.completer.activated[str].connect(  # type: ignore[index]
            self._add, Qt.ConnectionType.QueuedConnection
        )
        self._retranslate()

    def set_tags(self, names: Sequence[str]) -> None:
        """Show these tags; what is being typed stays."""
        if tuple(names) == self.tags():
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(name, place) for place, name in enumerate(names)]
        self._follow()

    def tags(self) -> tuple[str, ...]:
        """Return the tags in the order in which they are shown."""
        return tuple(chip.name for chip in self._chips)

    def set_known(self, names: Iterable[str]) -> None:
        """Offer these for completion, the first ones first."""
        self._known = {self._folder.fold(name): name for name in names}

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        for chip in self._chips:
            chip.set_theme(theme)

    def flush(self) -> None:
        """Add at once what was typed and not yet entered."""
        self._add_typed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a comma enter a tag, and Backspace before the first letter go to the last chip."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        if event.text() == ",":
            self._add_typed()
            return True
        is_back = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left)
        if is_back and self._chips and not self.field.text():
            self._chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        if event.key() == Qt.Key.Key_Down and not self._is_offering():
            self._offer(self.field.text())
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.field.setAccessibleName(self.tr("Add a tag"))
        self.field.setPlaceholderText(self.tr("Add a tag…"))

    def _chip(self, name: str, place: int) -> TagChip:
        chip = TagChip(name, self._theme, self)
        chip.removal_requested.connect(self._remove)
        chip.neighbour_requested.connect(lambda step: self._go(chip, step))
        self._flow.insert_widget(place, chip)
        chip.show()
        before = self._chips[-1] if self._chips and place else None
        if before is not None:
            QWidget.setTabOrder(before, chip)
        QWidget.setTabOrder(chip, self.field)
        return chip

    def _is_offering(self) -> bool:
        popup = self.completer.popup()
        return popup is not None and popup.isVisible()

    def _on_typed(self, text: str) -> None:
        self._offer(text)

    def _offer(self, text: str) -> None:
        """Offer the known tags that have the typed letters in them, best at their beginning."""
        typed = self._folder.fold(" ".join(text.split()))
        taken = {self._folder.fold(name) for name in self.tags()}
        fitting = [key for key in self._known if typed in key and key not in taken]
        fitting.sort(key=lambda key: (not key.startswith(typed), f" {typed}" not in key))
        self._offered.setStringList([self._known[key] for key in fitting[:_MOST_OFFERED]])
        popup = self.completer.popup()
        if fitting:
            self.completer.complete()
        elif popup is not None:
            popup.hide()

    def _add_typed(self) -> None:
        self._add(self.field.text())

    def _add(self, text: str) -> None:
        self.field.clear()
        name = " ".join(text.split()).lstrip("#").strip()
        key = self._folder.fold(name)
        if not name or key in {self._folder.fold(each) for each in self.tags()}:
            return
        self._chips.append(self._chip(self._known.get(key, name), len(self._chips)))
        self._follow()
        self.tags_edited.emit(self.tags())

    def _remove(self, name: str) -> None:
        place = self.tags().index(name)
        chip = self._chips.pop(place)
        had_focus = chip.hasFocus()
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        if had_focus:
            after = self._chips[place] if place < len(self._chips) else self.field
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()
        self.tags_edited.emit(self.tags())

    def _go(self, chip: TagChip, step: int) -> None:
        place = self._chips.index(chip) + step
        if place >= 0:
            after = self._chips[place] if place < len(self._chips) else self.field
            after.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self) -> None:
        """Take the height that the chips need now."""
        self._flow.invalidate()
        self.updateGeometry()
