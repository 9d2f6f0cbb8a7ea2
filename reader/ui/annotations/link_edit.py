"""A field for the names that an annotation is linked to: chips, and a line that completes names."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget

from reader.core.annotation_list import LinkedEntity
from reader.core.folding import Folder
from reader.ui.focus import lead_focus
from reader.ui.keys import ENTER, claims
from reader.ui.kind_sample import kind_icon
from reader.ui.kinds import kind_name
from reader.ui.plain_text import one_line
from reader.ui.tags.flow_layout import FlowLayout
from reader.ui.tags.tag_chip import TagChip
from reader.ui.theme import Theme

_MOST_OFFERED = 12
_ID_ROLE = int(Qt.ItemDataRole.UserRole)


class _Field(QLineEdit):
    """A line that keeps Enter from the window's shortcuts."""

    def event(self, event: QEvent) -> bool:
        return claims(event, ENTER) or super().event(event)


class LinkEdit(QWidget):
    """Show linked names and edit them; only names that are offered can be added."""

    links_edited = Signal(object)  # tuple[str, ...]: ids of entities

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._folder = Folder()
        self._linked: list[LinkedEntity] = []
        self._chips: list[TagChip] = []
        self._offered: list[LinkedEntity] = []
        self.field = _Field()
        self.field.setFrame(False)
        self.field.setProperty("role", "bare")
        self.field.setMinimumWidth(110)
        self._rows = QStandardItemModel(self)
        self.completer = QCompleter(self._rows, self)
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
        self.field.textEdited.connect(self._offer)
        self.field.returnPressed.connect(self._add_typed)
        self.field.editingFinished.connect(self.field.clear)
        # Queued: the line puts the chosen name into itself at the same signal.
        self.completer.activated[str].connect(  # type: ignore[index]
            self._add_named, Qt.ConnectionType.QueuedConnection
        )
        self._retranslate()

    def set_linked(self, entities: Sequence[LinkedEntity]) -> None:
        """Show these names; what is being typed stays."""
        if [(e.id, e.name) for e in entities] == [(e.id, e.name) for e in self._linked]:
            return
        self._linked = list(entities)
        self._show_chips()

    def linked_ids(self) -> tuple[str, ...]:
        """Return the ids of the entities in the order in which they are shown."""
        return tuple(each.id for each in self._linked)

    def set_offered(self, entities: Iterable[LinkedEntity]) -> None:
        """Offer these for completion, the first ones first."""
        self._offered = list(entities)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        for chip in self._chips:
            chip.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer all with the arrow down, and let Backspace go to the last chip."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        is_back = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left)
        if is_back and self._chips and not self.field.text():
            self._chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        popup = self.completer.popup()
        if event.key() == Qt.Key.Key_Down and not (popup is not None and popup.isVisible()):
            self._offer(self.field.text())
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.field.setAccessibleName(self.tr("Link to a name"))
        self.field.setPlaceholderText(self.tr("Link to a name…"))

    def _show_chips(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, entity in enumerate(self._linked):
            chip = TagChip(entity.name, self._theme, self)
            chip.setAccessibleDescription(self.tr("Linked name; Delete takes the link away"))
            chip.removal_requested.connect(lambda _name, each=entity.id: self._remove(each))
            chip.neighbour_requested.connect(lambda step, at=place: self._go(at + step))
            self._flow.insert_widget(place, chip)
            chip.show()
            self._chips.append(chip)
        self._flow.invalidate()
        self.updateGeometry()

    def _offer(self, text: str) -> None:
        """Offer the names that have the typed words in them, those that begin so first."""
        typed = self._folder.fold(" ".join(text.split()))
        linked = set(self.linked_ids())
        fitting = [
            each
            for each in self._offered
            if each.id not in linked and typed in self._folder.fold(each.name)
        ]
        if typed:
            fitting.sort(key=lambda each: not self._folder.fold(each.name).startswith(typed))
        self._rows.clear()
        names = [one_line(each.name) for each in fitting]
        for entity, name in list(zip(fitting, names, strict=True))[:_MOST_OFFERED]:
            is_twin = names.count(name) > 1
            item = QStandardItem(f"{name} · {kind_name(entity.kind)}" if is_twin else name)
            item.setData(entity.id, _ID_ROLE)
            if self._theme is not None:
                item.setIcon(kind_icon(entity.kind, self._theme))
            self._rows.appendRow(item)
        popup = self.completer.popup()
        if fitting:
            self.completer.complete()
        elif popup is not None:
            popup.hide()

    def _add_typed(self) -> None:
        """Add what was typed where it can mean but one of the names."""
        typed = self._folder.fold(" ".join(self.field.text().split()))
        if not typed:
            return
        rows = [self._rows.item(row) for row in range(self._rows.rowCount())]
        exact = [each for each in rows if self._folder.fold(each.text()) == typed]
        found = exact or (rows if len(rows) == 1 else [])
        if len(found) == 1:
            self._add(found[0].data(_ID_ROLE))

    def _add_named(self, name: str) -> None:
        for row in range(self._rows.rowCount()):
            item = self._rows.item(row)
            if item.text() == name:
                self._add(item.data(_ID_ROLE))
                return

    def _add(self, entity_id: str) -> None:
        self.field.clear()
        entity = next((each for each in self._offered if each.id == entity_id), None)
        if entity is not None and entity_id not in self.linked_ids():
            self._linked.append(entity)
            self._show_chips()
            self.links_edited.emit(self.linked_ids())

    def _remove(self, entity_id: str) -> None:
        self._linked = [each for each in self._linked if each.id != entity_id]
        self._show_chips()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.links_edited.emit(self.linked_ids())

    def _go(self, place: int) -> None:
        if place >= 0:
            after = self._chips[place] if place < len(self._chips) else self.field
            after.setFocus(Qt.FocusReason.TabFocusReason)
