"""The list of an article's annotations: filtered, and several chosen at once."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.core.annotation_list import LinkedEntity
from reader.core.annotations import Annotation, Colour
from reader.ui.annotations.known import AnnotationFilter, Known
from reader.ui.annotations.wishes import AnnotationMenu, AnnotationWishes
from reader.ui.focus import ring_by_keyboard
from reader.ui.panel.annotation_rows import AnnotationRows
from reader.ui.theme import Theme

_Flag = QItemSelectionModel.SelectionFlag
_COLOUR_KEYS = {Qt.Key(Qt.Key.Key_1 + i): colour for i, colour in enumerate(Colour)}
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class AnnotationList(AnnotationRows):
    """List annotations; with Ctrl and Shift several are chosen, and then none is edited."""

    chosen_changed = Signal(int)  # how many are chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ring_by_keyboard(self)
        self._theme: Theme | None = None
        self._anchor = 0  # the row from which Shift chooses
        self.wishes = AnnotationWishes(self)
        self.wishes.new_tag_wanted.connect(self._on_new_tag_wanted)
        self.editor.history_requested.connect(self.wishes.history_wanted)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self._annotations.modelReset.connect(self._tell_chosen)

    @property
    def total(self) -> int:
        """Return how many annotations there are, shown or not."""
        return self._annotations.total

    @property
    def shown_count(self) -> int:
        """Return how many annotations the filter lets through."""
        return self._annotations.rowCount()

    def all(self) -> list[Annotation]:
        """Return all annotations, shown or not."""
        return self._annotations.all()

    def chosen(self) -> list[Annotation]:
        """Return the annotations that are chosen, in reading order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = (self._annotations.annotation_at(self._annotations.index(row)) for row in rows)
        return [annotation for annotation in found if annotation is not None]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        super().set_theme(theme)

    def set_known(self, known: Known) -> None:
        """Take what is known of colours, tags and entities."""
        if known == self._annotations.known:
            return
        self._annotations.known = self._rows.known = known
        self.tools.dots.set_names(known.colours)
        self.editor.set_known(known)
        self._annotations.sift()
        self._fit_current()
        self._lay_out()
        self.viewport().update()

    def set_link_source(self, offered: Callable[[Annotation], Iterable[LinkedEntity]]) -> None:
        """Say which entities an annotation can be linked to, the likeliest first."""
        self.editor.offered = offered

    def set_filter(self, wanted: AnnotationFilter) -> None:
        """Show those annotations alone; the one that is edited stays if it is among them."""
        self._annotations.filter = wanted
        self._annotations.kept_id = None
        self.editor.flush()
        current = self.current_id
        self._annotations.sift()
        row = self._annotations.row_of(current) if current is not None else None
        if current is not None and row is None:
            self._make_current(None)
        elif row is not None:
            self._annotations.kept_id = current
            index = self._annotations.index(row)
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self._lay_out()

    def set_current(self, annotation_id: str | None) -> None:
        """Make an annotation the current one and scroll to it; it is shown in any case."""
        if annotation_id is not None and self._annotations.row_of(annotation_id) is None:
            self._annotations.kept_id = annotation_id
            self._annotations.sift()
        super().set_current(annotation_id)
        self._anchor = max(0, self.currentIndex().row())

    def choose_all(self) -> None:
        """Choose every annotation that is shown."""
        self._choose(range(self.shown_count))

    # ---- hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose one more with Ctrl, as far as here with Shift."""
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        more = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not is_left and index.isValid():
            return  # the menu says what is chosen
        if not index.isValid() or not more:
            super().mousePressEvent(event)
            self._anchor = max(0, self.currentIndex().row())
            return
        self._extend(index, is_range=bool(more & Qt.KeyboardModifier.ShiftModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose all with Ctrl+A, more with Shift; what a key does, it does to all chosen."""
        chosen = self.chosen()
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_all()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _WALKING:
            self._walk(key)
        elif len(chosen) > 1 and key == Qt.Key.Key_Delete:
            self.wishes.deletion_wanted.emit(chosen)
        elif len(chosen) > 1 and key in _COLOUR_KEYS:
            self.wishes.colour_wanted.emit(chosen, _COLOUR_KEYS[key])
        elif len(chosen) > 1 and key == Qt.Key.Key_Escape:
            self.set_current(None)
        elif chosen and event.matches(QKeySequence.StandardKey.Copy):
            self.wishes.copy_wanted.emit(chosen)
        else:
            super().keyPressEvent(event)
            self._anchor = max(0, self.currentIndex().row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the row, or with all that are chosen if it is one of them."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if is_mouse else self.currentIndex()
        annotation = self._annotations.annotation_at(index)
        if annotation is None or self._theme is None:
            return
        chosen = self.chosen()
        if annotation.id not in {each.id for each in chosen}:
            self.set_current(annotation.id)
            chosen = [annotation]
        self.editor.flush()
        self.menu_for(chosen).open_at(event.globalPos())

    def menu_for(self, chosen: Sequence[Annotation]) -> AnnotationMenu:
        """Return the menu of some annotations."""
        assert self._theme is not None
        menu = AnnotationMenu(
            chosen,
            known=self._annotations.known,
            theme=self._theme,
            wishes=self.wishes,
            parent=self,
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(chosen) == 1:
            edit = menu.add_first(self.tr("Edit the comment"), "comment")
            edit.triggered.connect(lambda: self.edit_comment(chosen[0].id))
            go = menu.add_first(self.tr("Show in the article"), "article")
            go.triggered.connect(lambda: self.annotation_activated.emit(chosen[0].id))
        return menu

    # ---- several

    def _own_keys(self) -> tuple[Qt.Key, ...]:
        is_several = len(self.selectionModel().selectedIndexes()) > 1
        several = (Qt.Key.Key_Delete, Qt.Key.Key_Escape, *_COLOUR_KEYS) if is_several else ()
        return (*super()._own_keys(), *several)

    def _extend(self, index: QModelIndex, *, is_range: bool) -> None:
        row = index.row()
        if is_range:
            low, high = sorted((self._anchor, row))
            rows = set(range(low, high + 1))
        else:
            rows = {each.row() for each in self.selectionModel().selectedIndexes()} ^ {row}
            self._anchor = row
        self._choose(rows)
        self.selectionModel().setCurrentIndex(self._annotations.index(row), _Flag.NoUpdate)

    def _walk(self, key: Qt.Key) -> None:
        row, last = self.currentIndex().row(), self.shown_count - 1
        to = {
            Qt.Key.Key_Up: max(0, row - 1),
            Qt.Key.Key_Down: min(last, row + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }[key]
        if 0 <= to <= last:
            self._extend(self._annotations.index(to), is_range=True)
            self.scrollTo(self._annotations.index(to))

    def _choose(self, rows: Iterable[int]) -> None:
        rows = sorted(rows)
        self._make_current(None)
        selection = QItemSelection()
        for row in rows:
            selection.select(self._annotations.index(row), self._annotations.index(row))
        self.selectionModel().select(selection, _Flag.ClearAndSelect)

    def _tell_chosen(self) -> None:
        self.chosen_changed.emit(len(self.selectionModel().selectedIndexes()))

    def _on_new_tag_wanted(self, chosen: list[Annotation]) -> None:
        if len(chosen) == 1:
            self.set_current(chosen[0].id)
            self.editor.tags.setFocus(Qt.FocusReason.OtherFocusReason)
