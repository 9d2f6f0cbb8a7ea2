"""The annotations of the open article between the text, the panel's list and the small bar."""

from bisect import bisect_left

from PySide6.QtCore import QObject, Signal

from reader.core.annotations import Annotation, Colour
from reader.ui.annotation_book import AnnotationBook
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.view import ReadingView
from reader.ui.selection_bar import SelectionBar


class AnnotationPresenter(QObject):
    """Show annotations in the views, and turn what hands do there into changes of the book."""

    panel_needed = Signal()  # something is to be seen in the panel, which may be folded away
    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back
    colour_changed = Signal(object)  # Colour: the one to annotate with

    def __init__(
        self,
        *,
        book: AnnotationBook,
        view: ReadingView,
        panel: SidePanel,
        selection_bar: SelectionBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._view = view
        self._panel = panel
        self._selection_bar = selection_bar
        self.colour = Colour.YELLOW  # the one used last
        self._current_id: str | None = None
        book.annotations_changed.connect(self._on_annotations_changed)
        view.annotation_clicked.connect(self.show)
        panel.annotation_activated.connect(self.show)
        panel.annotation_changed.connect(book.change)
        panel.annotation_deleted.connect(self.delete)
        selection_bar.annotate_requested.connect(self.annotate)
        selection_bar.comment_requested.connect(self.annotate_and_comment)

    def forget_current(self) -> None:
        """Have none of them be the current one: another article is shown."""
        self._current_id = None

    def annotate(self, colour: Colour | None = None) -> Annotation | None:
        """Annotate the selected passage; None where nothing is selected."""
        span = self._view.selected_span()
        if span is None:
            return None
        if colour is not None and colour is not self.colour:
            self.colour = colour
            self.colour_changed.emit(colour)
        annotation = self._book.add(*span, self.colour)
        cursor = self._view.textCursor()
        cursor.clearSelection()
        self._view.setTextCursor(cursor)
        self._selection_bar.hide()
        self._set_current(annotation.id)
        return annotation

    def annotate_and_comment(self) -> None:
        """Annotate the selected passage, or take the current annotation, and write its comment."""
        annotation = self.annotate()
        annotation_id = annotation.id if annotation else self._current_id
        if annotation_id is not None:
            self.panel_needed.emit()
            self._panel.show_annotations()
            self._panel.edit_annotation_comment(annotation_id)

    def show(self, annotation_id: str, *, in_panel: bool = True) -> None:
        """Show an annotation in the text, and in the panel's list."""
        annotation = self._book.annotation(annotation_id)
        if annotation is None:
            return
        self._set_current(annotation_id)
        self._view.ensure_visible(annotation.start, annotation.end)
        if in_panel:
            self.panel_needed.emit()
            self._panel.show_annotations()

    def walk(self, step: int) -> None:
        """Go to the next annotation (`step` 1) or the previous one (-1), round the end."""
        annotations = self._book.annotations()
        if not annotations:
            return
        ids = [annotation.id for annotation in annotations]
        if self._current_id in ids:
            index = ids.index(self._current_id) + step
        else:
            starts = [annotation.start for annotation in annotations]
            index = bisect_left(starts, self._view.reading_offset()) - (step < 0)
        self.show(ids[index % len(ids)])

    def delete_current(self) -> None:
        """Delete the annotation that was chosen last."""
        if self._current_id is not None:
            self.delete(self._current_id)

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation; undo brings it back."""
        if self._book.annotation(annotation_id) is not None:
            self._book.delete(annotation_id)
            self._set_current(None)
            self.undoable_done.emit(self.tr("The annotation was deleted."))

    def _set_current(self, annotation_id: str | None) -> None:
        self._current_id = annotation_id
        self._view.set_current_annotation(annotation_id)
        self._panel.set_current_annotation(annotation_id)

    def _on_annotations_changed(self, annotations: list[Annotation]) -> None:
        self._view.set_annotations(annotations)
        self._panel.set_annotations(annotations)
