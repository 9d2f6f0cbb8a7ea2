"""The menu of the selected articles, and what has to be read of them before it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.shelf import Label, LabelKind
from reader.ui.library.undoable import Chosen
from reader.ui.shortcuts.listing import keys_in_words

if TYPE_CHECKING:
    from reader.store.articles import DocumentSummary
    from reader.store.library import Library

_MOST_LOOKED_AT = 200
"""Articles whose labels are read for the ticks; of more, a tick says what these have."""

_MOST_TABS = 12
"""Articles that are opened at once; of more tabs nothing could be read."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles that are selected, with all labels, and which of these they have."""

    chosen: Chosen
    count: int
    labels: tuple[Label, ...]
    states: dict[str, Qt.CheckState]
    only: "DocumentSummary | None" = None  # the article, where it is one alone


def read_selection(
    library: "Library", chosen: Chosen, count: int, only: "DocumentSummary | None"
) -> Selection:
    """Return what a menu shows of a selection; called in the library's thread."""
    ids = chosen.resolve(library)[:_MOST_LOOKED_AT]
    counts: dict[str, int] = {}
    for document_id in ids:
        for label in library.labels.of(document_id):
            counts[label.id] = counts.get(label.id, 0) + 1
    labels = tuple(each for kind in LabelKind for each in library.labels.labels(kind))
    some, every = Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked
    states = {each: every if count == len(ids) else some for each, count in counts.items()}
    return Selection(chosen, count, labels, states, only)


class ArticleMenu(QObject):
    """Build the menu; every wish is a signal."""

    open_requested = Signal(str)  # document id
    new_tab_requested = Signal(str)  # document id
    details_requested = Signal(str)  # document id
    rename_requested = Signal()
    copies_requested = Signal(str)  # document id
    read_marked = Signal(object, bool)  # Chosen, read or not
    assign_requested = Signal(object, object)  # Label, Chosen
    unassign_requested = Signal(object, object)
    picker_requested = Signal(object)  # Selection
    export_requested = Signal(object)  # Chosen
    delete_requested = Signal(object)
    restore_requested = Signal(object)
    destroy_requested = Signal(object)

    def menu(self, selection: Selection, *, in_trash: bool, parent: QWidget) -> QMenu:
        """Return the menu of a selection; it goes once it is closed."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen, only = selection.chosen, selection.only
        if only is not None:
            _add(menu, self.tr("Open"), lambda: self.open_requested.emit(only.id))
            words = self.tr("Open in a new tab")
            _add(menu, words, lambda: self.new_tab_requested.emit(only.id), "Ctrl+Return")
        elif 1 < len(chosen.ids) <= _MOST_TABS:
            _add(menu, self.tr("Open in new tabs"), lambda: self._open_each(chosen))
        if in_trash:
            _add(menu, self.tr("Restore"), lambda: self.restore_requested.emit(chosen))
            menu.addSeparator()
            _add(menu, self.tr("Delete for good…"), lambda: self.destroy_requested.emit(chosen))
            return menu
        if only is not None:
            _add(menu, self.tr("Rename"), self.rename_requested.emit, "F2")
            _add(menu, self.tr("Details…"), lambda: self.details_requested.emit(only.id))
            if only.copy_count:
                words = self.tr("The same text in other outlets")
                _add(menu, words, lambda: self.copies_requested.emit(only.id))
        menu.addSeparator()
        if only is None or only.is_unread:
            _add(menu, self.tr("Mark as read"), lambda: self.read_marked.emit(chosen, True))
        if only is None or not only.is_unread:
            _add(menu, self.tr("Mark as unread"), lambda: self.read_marked.emit(chosen, False))
        menu.addSeparator()
        names = {LabelKind.COLLECTION: self.tr("Collections"), LabelKind.TAG: self.tr("Tags")}
        for kind, name in names.items():
            self._add_labels(menu.addMenu(name), selection, kind)
        menu.addSeparator()
        _add(menu, self.tr("Export…"), lambda: self.export_requested.emit(chosen))
        _add(menu, self.tr("Delete"), lambda: self.delete_requested.emit(chosen), "Del")
        return menu

    def _open_each(self, chosen: Chosen) -> None:
        for document_id in chosen.ids:
            self.new_tab_requested.emit(document_id)

    def _add_labels(self, menu: QMenu, selection: Selection, kind: LabelKind) -> None:
        for label in (each for each in selection.labels if each.kind is kind):
            on = selection.states.get(label.id) is Qt.CheckState.Checked
            wish = self.unassign_requested if on else self.assign_requested
            action = _add(
                menu,
                label.name.replace("&", "&&"),
                lambda label=label, wish=wish: wish.emit(label, selection.chosen),
            )
            action.setCheckable(True)
            action.setChecked(on)
        menu.addSeparator()
        _add(menu, self.tr("Choose or make…"), lambda: self.picker_requested.emit(selection))


def _add(menu: QMenu, words: str, slot: Callable[[], object], key: str = "") -> QAction:
    action = menu.addAction(words, slot)
    if key:  # said, and taken by the list itself
        action.setText(f"{words}\t{keys_in_words([QKeySequence(key)])}")
    return action
