"""The annotations of the open article: every change is undoable, and saved by itself."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.core.annotations import Annotation, Colour, annotate
from reader.core.document import Document
from reader.ui.background import LibraryThread

if TYPE_CHECKING:
    from reader.store.library import Library


class AnnotationBook(QObject):
    """Hold the annotations of one article in reading order, and keep the library abreast."""

    annotations_changed = Signal(object)  # list[Annotation], reading order
    failed = Signal(object)  # ReaderError

    def __init__(self, library: LibraryThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._document: Document | None = None
        self._annotations: dict[str, Annotation] = {}
        self._unsaved: dict[str, dict[str, Annotation | None]] = {}  # by document, by annotation
        self.undo_stack = QUndoStack(self)

    def show_document(self, document: Document | None, annotations: list[Annotation]) -> None:
        """Hold another article's annotations; what could be undone belongs to the one before."""
        self.undo_stack.clear()
        self._document = document
        self._annotations = {annotation.id: annotation for annotation in annotations}
        # What was read from the library may be older than an edit that is on its way there.
        for annotation_id, unsaved in self._unsaved.get(
            document.id if document else "", {}
        ).items():
            if unsaved is None:
                self._annotations.pop(annotation_id, None)
            else:
                self._annotations[annotation_id] = unsaved
        self.annotations_changed.emit(self.annotations())

    def annotations(self) -> list[Annotation]:
        """Return the annotations in reading order."""
        return sorted(self._annotations.values(), key=lambda a: (a.start, a.end, a.created))

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Return one annotation; None where it is gone."""
        return self._annotations.get(annotation_id)

    def add(self, start: int, end: int, colour: Colour) -> Annotation:
        """Annotate a span of the article, in code points, and return the annotation."""
        assert self._document is not None
        added = annotate(
            self._document,
            start,
            end,
            annotation_id=uuid.uuid4().hex,
            colour=colour,
            now=_now(),
        )
        self._push(None, added, self.tr("annotate"))
        return added

    def change(self, changed: Annotation) -> None:
        """Give an annotation another colour or comment; one that is gone stays gone."""
        before = self._annotations.get(changed.id)
        if before is None:
            return
        after = replace(before, colour=changed.colour, comment=changed.comment)
        if after != before:
            text = (
                self.tr("change the colour")
                if after.comment == before.comment
                else self.tr("edit the comment")
            )
            self._push(before, replace(after, modified=_now()), text)

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation; undo brings it back."""
        before = self._annotations.get(annotation_id)
        if before is not None:
            self._push(before, None, self.tr("delete the annotation"))

    def _push(self, before: Annotation | None, after: Annotation | None, text: str) -> None:
        self.undo_stack.push(_Change(before, after, text, self._set))

    def _set(self, annotation_id: str, annotation: Annotation | None) -> None:
        assert self._document is not None
        if annotation is None:
            self._annotations.pop(annotation_id, None)
        else:
            self._annotations[annotation_id] = annotation
        self._save(self._document.id, annotation_id, annotation)
        self.annotations_changed.emit(self.annotations())

    def _save(self, document_id: str, annotation_id: str, annotation: Annotation | None) -> None:
        unsaved = self._unsaved.setdefault(document_id, {})
        unsaved[annotation_id] = annotation

        def write(library: "Library") -> None:
            if annotation is None:
                library.delete_annotation(annotation_id)
            else:
                library.save_annotation(annotation)

        def done(_result: None) -> None:
            if unsaved.get(annotation_id, annotation) is annotation:
                unsaved.pop(annotation_id, None)

        self._library.save(
            f"annotation {annotation_id}",
            write,
            text=f"“{annotation.quote}” {annotation.comment}" if annotation else "",
            done=done,
            failed=self.failed.emit,
        )


class _Change(QUndoCommand):
    """Replace one state of an annotation, None for absent, by another."""

    def __init__(
        self,
        before: Annotation | None,
        after: Annotation | None,
        text: str,
        apply: Callable[[str, Annotation | None], None],
    ) -> None:
        super().__init__(text)
        either = before or after
        assert either is not None
        self._annotation_id = either.id
        self._before = before
        self._after = after
        self._apply = apply

    def redo(self) -> None:
        self._apply(self._annotation_id, self._after)

    def undo(self) -> None:
        self._apply(self._annotation_id, self._before)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
