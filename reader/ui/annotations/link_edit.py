"""A field for the names that an annotation is linked to: chips, and a line that completes names."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from reader.core.annotation_list import LinkedEntity
from reader.ui.kind_sample import kind_icon
from reader.ui.kinds import kind_name
from reader.ui.plain_text import one_line
from reader.ui.tags.chip_edit import MOST_OFFERED, ChipEdit
from reader.ui.tags.tag_chip import TagChip

_ID_ROLE = int(Qt.ItemDataRole.UserRole)


class NameChip(TagChip):
    """One linked name, with a cross that takes the link away."""

    def _retranslate(self) -> None:
        self.setAccessibleDescription(self.tr("Linked name; Delete takes the link away"))


class LinkEdit(ChipEdit):
    """Show linked names and edit them; only names that are offered can be added."""

    links_edited = Signal(object)  # tuple[str, ...]: ids of entities

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows = QStandardItemModel()
        super().__init__(self._rows, least_width=110, parent=parent)
        self._linked: list[LinkedEntity] = []
        self._offered: list[LinkedEntity] = []
        self.field.editingFinished.connect(self.field.clear)
        # Queued: the line puts the chosen name into itself at the same signal.
        self.completer.activated[str].connect(  # type: ignore[index]
            self._add_named, Qt.ConnectionType.QueuedConnection
        )

    def set_linked(self, entities: Sequence[LinkedEntity]) -> None:
        """Show these names; what is being typed stays."""
        if [(e.id, e.name) for e in entities] == [(e.id, e.name) for e in self._linked]:
            return
        self._drop_all()
        self._linked = list(entities)
        for entity in entities:
            self._insert(self._chip(entity))
        self._follow()

    def linked_ids(self) -> tuple[str, ...]:
        """Return the ids of the entities in the order in which they are shown."""
        return tuple(each.id for each in self._linked)

    def set_offered(self, entities: Iterable[LinkedEntity]) -> None:
        """Offer these for completion, the first ones first."""
        self._offered = list(entities)

    def words(self) -> tuple[str, str]:
        """Return the name of the line, and what stands in it while it is empty."""
        return self.tr("Link to a name"), self.tr("Link to a name…")

    def offer(self, text: str) -> None:
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
        for entity, name in list(zip(fitting, names, strict=True))[:MOST_OFFERED]:
            is_twin = names.count(name) > 1
            item = QStandardItem(f"{name} · {kind_name(entity.kind)}" if is_twin else name)
            item.setData(entity.id, _ID_ROLE)
            if self._theme is not None:
                item.setIcon(kind_icon(entity.kind, self._theme))
            self._rows.appendRow(item)
        self._show_offered(is_any=bool(fitting))

    def add_typed(self) -> None:
        """Link to what was typed where it can mean but one of the names."""
        typed = self._folder.fold(" ".join(self.field.text().split()))
        if not typed:
            return
        rows = [self._rows.item(row) for row in range(self._rows.rowCount())]
        exact = [each for each in rows if self._folder.fold(each.text()) == typed]
        found = exact or (rows if len(rows) == 1 else [])
        if len(found) == 1:
            self._add(found[0].data(_ID_ROLE))

    def _chip(self, entity: LinkedEntity) -> TagChip:
        chip = NameChip(entity.name, self._theme, self)
        chip.removal_requested.connect(lambda _name: self._remove(chip, entity.id))
        return chip

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
            self._insert(self._chip(entity))
            self._follow()
            self.links_edited.emit(self.linked_ids())

    def _remove(self, chip: TagChip, entity_id: str) -> None:
        self._linked = [each for each in self._linked if each.id != entity_id]
        self._drop(chip)
        if not any(each.hasFocus() for each in self._chips):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.links_edited.emit(self.linked_ids())
