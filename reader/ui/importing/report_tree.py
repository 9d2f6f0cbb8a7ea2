"""The list in a report of an import: groups of lines, each of which can say more and be opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from reader.ui.plain_text import plain_tooltip

MOST_ROWS = 2_000
"""How many lines of one group are listed; the report's text has all of them."""

_ID = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_VALUE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A line: what it says in each column, and on pointing there; what is unknown is "".

    `detail` is what it says in full, `document_id` the article that it opens, `value` what else
    the report knows of it.
    """

    texts: tuple[str, ...]
    tips: tuple[str, ...]
    detail: str = ""
    document_id: str = ""
    value: object = None


class ReportTree(QWidget):
    """Show groups of lines, below them all of what the current one says, and ask for articles."""

    article_activated = Signal(str)
    row_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = QTreeWidget()
        self.tree.setUniformRowHeights(True)
        self.detail = QLabel()
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setProperty("role", "muted")
        self.detail.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.tree, 1)
        column.addWidget(self.detail)
        self.tree.activated.connect(self._on_activated)
        self.tree.currentItemChanged.connect(self._on_row_changed)

    @property
    def value(self) -> object:
        """Return the value of the current line; None where there is none."""
        row = self.tree.currentItem()
        return None if row is None else row.data(0, _VALUE)

    def add_group(
        self, name: str, rows: Sequence[ReportRow], *, more: str, is_open: bool = True
    ) -> None:
        """Add a group; `more` says that `{count}` lines aren't listed, should there be too many."""
        group = QTreeWidgetItem([name])
        self.tree.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        group.addChildren([_item(row) for row in rows[:MOST_ROWS]])
        if len(rows) > MOST_ROWS:
            count = QLocale().toString(len(rows) - MOST_ROWS)
            group.addChild(QTreeWidgetItem([more.format(count=count)]))
        group.setExpanded(is_open)

    def remove_current(self) -> None:
        """Take the current line out of the list."""
        here = self.tree.currentIndex()
        self.tree.model().removeRow(here.row(), here.parent())

    def _on_row_changed(self, row: QTreeWidgetItem | None) -> None:
        self.detail.setText("" if row is None else row.data(0, _DETAIL) or "")
        self.detail.setVisible(bool(self.detail.text()))
        self.row_changed.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        document_id = index.siblingAtColumn(0).data(_ID)
        if document_id:
            self.article_activated.emit(document_id)


def _item(row: ReportRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem(list(row.texts))
    for column, tip in enumerate(row.tips):
        item.setToolTip(column, plain_tooltip(tip))
    item.setData(0, _ID, row.document_id)
    item.setData(0, _DETAIL, row.detail)
    item.setData(0, _VALUE, row.value)
    return item
