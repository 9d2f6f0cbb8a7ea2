"""Rows of an article's annotations; the current one is edited in its row."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from reader.core.annotations import Annotation, Colour
from reader.ui.annotations.hover_tools import HoverTools
from reader.ui.keys import ENTER, claims
from reader.ui.panel.annotation_delegate import AnnotationDelegate
from reader.ui.panel.annotation_editor import AnnotationEditor
from reader.ui.panel.annotation_model import AnnotationModel
from reader.ui.theme import Theme

_Flag = QItemSelectionModel.SelectionFlag
_COLOUR_KEYS = {Qt.Key(Qt.Key.Key_1 + i): colour for i, colour in enumerate(Colour)}


class AnnotationRows(QListView):
    """List annotations as painted rows; only the current one has widgets."""

    annotation_activated = Signal(str)
    annotation_changed = Signal(object)  # Annotation
    annotation_deleted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotations = AnnotationModel(self)
        self._rows = AnnotationDelegate(self)
        # Before anything that makes the view lay itself out.
        self.editor = AnnotationEditor(self.viewport())
        self.editor.hide()
        self.tools = HoverTools(self.viewport())
        self.tools.hide()
        self._hovered: str | None = None
        self.setModel(self._annotations)
        self.setItemDelegate(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoScroll(False)  # rows change their height when they become current
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.editor.annotation_changed.connect(self._on_annotation_changed)
        self.editor.annotation_deleted.connect(self.annotation_deleted)
        self.editor.quote_clicked.connect(self._on_quote_clicked)
        self.editor.left.connect(self._on_editor_left)
        self.editor.height_changed.connect(self._fit_current)
        self.tools.colour_chosen.connect(self._on_tool_colour_chosen)
        self.tools.delete_clicked.connect(self._on_tool_delete_clicked)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._hide_tools)
        self.verticalScrollBar().valueChanged.connect(self._hide_tools)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @property
    def current_id(self) -> str | None:
        """Return the id of the current annotation; None for none."""
        return self._rows.current_id

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._rows.set_theme(theme)
        self.editor.set_theme(theme)
        self.tools.set_theme(theme)
        self.viewport().update()

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """List `annotations`; scroll position and what is being typed stay."""
        scroll = self.verticalScrollBar().value()
        current = self.current_id
        is_gone = current is not None and all(a.id != current for a in annotations)
        place = self.currentIndex().row()
        if is_gone:
            self._make_current(None)
        self._hide_tools()
        self._list(annotations)
        row = self._annotations.row_of(current) if current is not None else None
        count = self._annotations.rowCount()
        if is_gone and count:
            # The keyboard goes on from the one that took its place.
            near = self._annotations.index(min(place, count - 1))
            self.selectionModel().setCurrentIndex(near, _Flag.NoUpdate)
        if row is not None:
            index = self._annotations.index(row)
            self.editor.set_annotation(self._annotations.annotation_at(index))
            if self.currentIndex() != index:
                self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self._lay_out()
        self.verticalScrollBar().setValue(scroll)

    def set_current(self, annotation_id: str | None) -> None:
        """Make an annotation the current one and scroll to it; None for none."""
        row = self._annotations.row_of(annotation_id) if annotation_id is not None else None
        if row is None or annotation_id != self.current_id:
            self._make_current(self._annotations.index(row) if row is not None else None)
        row = self._annotations.row_of(annotation_id) if annotation_id is not None else None
        if row is not None:
            self.scrollTo(self._annotations.index(row))

    def edit_comment(self, annotation_id: str) -> None:
        """Make an annotation the current one and put the cursor into its comment."""
        self.set_current(annotation_id)
        if self.current_id == annotation_id:
            self.editor.focus_comment()

    def flush(self) -> None:
        """Hand on at once what was typed."""
        self.editor.flush()

    def updateEditorGeometries(self) -> None:
        """Put the editor over its row."""
        super().updateEditorGeometries()
        row = self._annotations.row_of(self.current_id) if self.current_id is not None else None
        if row is None:
            self.editor.hide()
            return
        self.editor.setGeometry(self.visualRect(self._annotations.index(row)))
        self.editor.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows at the new width."""
        self._rows.width = self.viewport().width()
        if self.current_id is not None:
            self._rows.current_height = self.editor.height_for(self._rows.width)
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make a row the current one, where the pointer finds it; on its comment, edit that."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        annotation = self._annotations.annotation_at(index)
        if event.button() != Qt.MouseButton.LeftButton or annotation is None:
            super().mousePressEvent(event)
            return
        top = self.visualRect(index).top() + self._rows.comment_top(annotation, self.font())
        self._activate(index)
        if annotation.comment and point.y() >= top:
            self.editor.focus_comment()

    def event(self, event: QEvent) -> bool:
        """Keep the list's own keys from the window's shortcuts."""
        return claims(event, self._own_keys) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with ↑↓, comment with Enter, delete with Delete, colour with 1–6."""
        key = event.key()
        if key in (*ENTER, Qt.Key.Key_F2):
            if self.current_id is None:
                self._activate(self.currentIndex())
            self.editor.focus_comment()
        elif key == Qt.Key.Key_Delete:
            self.editor.delete()
        elif key in _COLOUR_KEYS:
            self.editor.set_colour(_COLOUR_KEYS[Qt.Key(key)])
        else:
            before = self.currentIndex().row()
            super().keyPressEvent(event)
            if self.currentIndex().row() != before:
                self._activate(self.currentIndex())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Annotations"))

    def _own_keys(self) -> tuple[Qt.Key, ...]:
        return (*ENTER, Qt.Key.Key_Delete, *_COLOUR_KEYS) if self.current_id else ENTER

    def _make_current(self, index: QModelIndex | None) -> None:
        annotation = self._annotations.annotation_at(index) if index is not None else None
        # First, as it hands on what was typed in the row that was current until now.
        self.editor.set_annotation(annotation)
        self._annotations.kept_id = annotation.id if annotation is not None else None
        self._hide_tools()
        self._rows.current_id = annotation.id if annotation is not None else None
        self._rows.current_height = self.editor.height_for(self._rows.width)
        # The row anew: handing on may have refreshed the list.
        row = self._annotations.row_of(annotation.id) if annotation is not None else None
        if row is None:
            self.selectionModel().clearSelection()
        else:
            self.selectionModel().setCurrentIndex(
                self._annotations.index(row), _Flag.ClearAndSelect
            )
        self._lay_out()

    def _list(self, annotations: Sequence[Annotation]) -> None:
        self._annotations.set_annotations(annotations)

    def _lay_out(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.updateEditorGeometries()

    def _activate(self, index: QModelIndex) -> None:
        annotation = self._annotations.annotation_at(index)
        if annotation is None:
            return
        top = self.visualRect(index).top()
        self._make_current(index)
        row = self._annotations.row_of(annotation.id)
        if row is None:
            return
        # The row that was open above has shrunk: the one that was hit must not run away.
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(self._annotations.index(row)).top() - top)
        self.scrollTo(self._annotations.index(row))
        self.annotation_activated.emit(annotation.id)

    def _fit_current(self) -> None:
        if self.current_id is None:
            return
        self._rows.current_height = self.editor.height_for(self._rows.width)
        self._lay_out()
        if self.editor.comment.hasFocus():
            self._show_cursor()

    def _show_cursor(self) -> None:
        cursor = self.editor.comment.cursorRect()
        point = self.editor.comment.mapTo(self.viewport(), cursor.bottomLeft())
        below = point.y() + 8 - self.viewport().height()
        if below > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + below)

    def _hide_tools(self) -> None:
        self._hovered = None
        self.tools.hide()

    def _on_entered(self, index: QModelIndex) -> None:
        annotation = self._annotations.annotation_at(index)
        if annotation is None or annotation.id == self.current_id:
            self._hide_tools()
            return
        self._hovered = annotation.id
        self.tools.dots.set_current(annotation.colour)
        size, rect = self.tools.sizeHint(), self.visualRect(index)
        corner = QPoint(rect.right() - size.width() - 8, rect.bottom() - size.height() - 3)
        self.tools.setGeometry(QRect(corner, size))
        self.tools.show()
        self.tools.raise_()

    def _on_tool_colour_chosen(self, colour: Colour) -> None:
        row = self._annotations.row_of(self._hovered) if self._hovered is not None else None
        if row is None:
            return
        annotation = self._annotations.annotation_at(self._annotations.index(row))
        if annotation is not None and annotation.colour is not colour:
            self.annotation_changed.emit(replace(annotation, colour=colour))

    def _on_tool_delete_clicked(self) -> None:
        if self._hovered is not None:
            self.annotation_deleted.emit(self._hovered)

    def _on_annotation_changed(self, annotation: Annotation) -> None:
        self.annotation_changed.emit(annotation)

    def _on_quote_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.current_id is not None:
            self.annotation_activated.emit(self.current_id)

    def _on_editor_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
