"""The rows of the list of all annotations: articles, and below each what is marked in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from reader.core.annotation_list import ListedAnnotation
from reader.core.annotations import Annotation
from reader.core.placing import How
from reader.ui.annotations.known import Known
from reader.ui.library.article_words import short_date
from reader.ui.panel.row_delegate import AnyIndex
from reader.ui.plain_text import one_line

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""A `HeadRow` or a `ListedAnnotation`."""


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The article above its annotations."""

    document_id: str
    title: str
    outlet: str
    date: str

    @property
    def origin(self) -> str:
        """Return where the article is from, on one line."""
        return " · ".join(part for part in (one_line(self.outlet), short_date(self.date)) if part)


Row = HeadRow | ListedAnnotation


class AllAnnotationsModel(QAbstractListModel):
    """List annotations as far as they were read; the view asks for more as it comes to the end."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._read = 0
        self._total = 0
        self._is_grouped = True
        self.known = Known()

    @property
    def total(self) -> int:
        """Return how many annotations there are, read or not."""
        return self._total

    @property
    def read(self) -> int:
        """Return how many annotations were read."""
        return self._read

    def show(self, listed: Sequence[ListedAnnotation], total: int, *, is_grouped: bool) -> None:
        """List other annotations, the first of `total`."""
        self.beginResetModel()
        self._rows = []
        self._read = 0
        self._total = total
        self._is_grouped = is_grouped
        self._rows = self._grown(listed)
        self._read = len(listed)
        self.endResetModel()

    def append(self, listed: Sequence[ListedAnnotation]) -> None:
        """List more annotations behind the others."""
        rows = self._grown(listed)
        self._read += len(listed)
        if not listed:
            self._total = self._read  # the rest is gone meanwhile
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()

    def row_at(self, index: AnyIndex) -> Row | None:
        """Return the row at `index`; None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, annotation_id: str) -> int | None:
        """Return the row of an annotation; None where it isn't listed."""
        return next((n for n, row in enumerate(self._rows) if _id_of(row) == annotation_id), None)

    def annotations(self) -> list[Annotation]:
        """Return the annotations that were read, in their order."""
        return [row.annotation for row in self._rows if isinstance(row, ListedAnnotation)]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Return whether there are more annotations."""
        return not parent.isValid() and self._read < self._total

    def fetchMore(self, _parent: AnyIndex) -> None:
        """Ask for more annotations."""
        self.more_wanted.emit()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that articles can't be chosen."""
        if isinstance(self.row_at(index), HeadRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, or what it says."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row)
        return None

    def _words(self, row: Row) -> str:
        if isinstance(row, HeadRow):
            return " · ".join(part for part in (one_line(row.title), row.origin) if part)
        annotation = row.annotation
        names = [each.name for each in row.entities.values()]
        colour = self.known.colour(annotation.colour)
        said = [one_line(annotation.quote), colour, annotation.comment]
        if row.how in (How.REVIEW, How.ORPHAN):
            said.append(self.tr("to review"))
        return ", ".join(part for part in (*said, *annotation.tags, *names) if part)

    def _grown(self, listed: Sequence[ListedAnnotation]) -> list[Row]:
        """Return rows for more annotations, with an article above each that begins."""
        last = self._rows[-1] if self._rows else None
        before = last.annotation.document_id if isinstance(last, ListedAnnotation) else ""
        rows: list[Row] = []
        for each in listed:
            document_id = each.annotation.document_id
            if self._is_grouped and document_id != before:
                rows.append(HeadRow(document_id, each.title, each.outlet, each.date))
            before = document_id
            rows.append(each)
        return rows

    @property
    def is_grouped(self) -> bool:
        """Return whether articles stand above their annotations."""
        return self._is_grouped


def _id_of(row: Row) -> str:
    return row.annotation.id if isinstance(row, ListedAnnotation) else ""
