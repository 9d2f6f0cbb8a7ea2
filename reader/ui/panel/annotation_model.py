"""The annotations of one article as a list model, in reading order."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reader.core.annotations import Annotation
from reader.core.folding import Folder
from reader.ui.annotations.known import AnnotationFilter, Known
from reader.ui.panel.row_delegate import AnyIndex
from reader.ui.plain_text import one_line

ROW_ROLE = Qt.ItemDataRole.UserRole


class AnnotationModel(QAbstractListModel):
    """List those of an article's annotations that are asked for, in reading order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Annotation] = []
        self._annotations: list[Annotation] = []  # those that are shown
        self._row_of: dict[str, int] = {}
        self._folder = Folder()
        self.filter = AnnotationFilter()
        self.known = Known()
        self.kept_id: str | None = None  # of one that is shown in any case

    @property
    def total(self) -> int:
        """Return how many annotations there are, shown or not."""
        return len(self._all)

    def all(self) -> list[Annotation]:
        """Return all annotations, shown or not."""
        return self._all

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """List `annotations`; where only their content changed, the rows stay."""
        self._all = sorted(annotations, key=lambda a: (a.start, a.end, a.created, a.id))
        self.sift()

    def sift(self) -> None:
        """Show those that are asked for now."""
        ordered = [
            each
            for each in self._all
            if each.id == self.kept_id or self.filter.meets(each, self._folder, self.known)
        ]
        if [a.id for a in ordered] == [a.id for a in self._annotations]:
            changed = [i for i, a in enumerate(ordered) if a != self._annotations[i]]
            self._annotations = ordered
            for row in changed:
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._annotations = ordered
        self._row_of = {a.id: row for row, a in enumerate(ordered)}
        self.endResetModel()

    def row_of(self, annotation_id: str) -> int | None:
        """Return the row of an annotation; None where it isn't listed."""
        return self._row_of.get(annotation_id)

    def annotation_at(self, index: AnyIndex) -> Annotation | None:
        """Return the annotation at `index`; None for an invalid one."""
        return self._annotations[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of annotations that are shown."""
        return 0 if parent.isValid() else len(self._annotations)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an annotation, its quote, or what a screen reader says."""
        if not index.isValid():
            return None
        annotation = self._annotations[index.row()]
        if role == ROW_ROLE:
            return annotation
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(annotation.quote)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            names = [each.name for each in self.known.linked(annotation)]
            colour = self.known.colour(annotation.colour)
            said = [one_line(annotation.quote), colour, annotation.comment]
            return ", ".join(part for part in (*said, *annotation.tags, *names) if part)
        return None
