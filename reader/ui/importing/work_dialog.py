"""What came of annotations or a library that were taken in, to read and to copy."""

from PySide6.QtCore import QModelIndex, Qt, QTranslator, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.foreign import Arrivals
from reader.core.transfer import Merged
from reader.ui.dialog_margins import DIALOG_MARGINS
from reader.ui.importing.work_words import Group, groups, library_lines, report, summary
from reader.ui.plain_text import plain_tooltip

MOST_ROWS = 2_000
"""How many lines of one group are listed; the text that is copied has all of them."""

_ID = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_APART = Qt.ItemDataRole.UserRole + 2


class WorkDialog(QDialog):
    """Show a report; the articles that it speaks of can be opened from here."""

    article_activated = Signal(str)
    merge_requested = Signal(str, str)  # two entities' ids: the one that was here before first
    restore_requested = Signal(object)  # Path: of the backup of the library as it was

    def __init__(
        self,
        path: str,
        outcome: Merged | Arrivals,
        translator: QTranslator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workDialog")
        self.setWindowTitle(self.tr("Import report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 420)
        self._text = report(path, outcome, translator)
        said = summary(outcome, translator)
        if isinstance(outcome, Merged):
            said = "\n".join(library_lines(outcome, translator)) or said
        self._summary = QLabel(said)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("What became of it"))
        self.tree.setUniformRowHeights(True)
        for group in groups(outcome, translator):
            self._add(group)
        self.detail = QLabel()
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setProperty("role", "muted")
        self._before = outcome.before if isinstance(outcome, Merged) else None
        self.restore_button = QPushButton(self.tr("Put back as it was"))
        self.restore_button.setToolTip(
            self.tr("The library is again what it was before this import")
        )
        self.restore_button.setVisible(self._before is not None)
        self.merge_button = QPushButton(self.tr("Merge"))
        self.merge_button.setVisible(isinstance(outcome, Merged) and bool(outcome.apart))
        self.merge_button.setEnabled(False)
        self.copy_button = QPushButton(self.tr("Copy"))
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setDefault(True)
        self.tree.setVisible(self.tree.topLevelItemCount() > 0)
        if self.tree.isHidden():
            self.resize(420, 200)
        self._lay_out()
        self.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(self.text()))
        self.close_button.clicked.connect(self.accept)
        self.restore_button.clicked.connect(self._on_restore)
        self.merge_button.clicked.connect(self._on_merge)
        self.tree.activated.connect(self._on_activated)
        self.tree.currentItemChanged.connect(lambda now, _before: self._show_detail(now))

    def text(self) -> str:
        """Return the whole report as plain text."""
        return self._text

    def _add(self, group: Group) -> None:
        top = QTreeWidgetItem([group.name])
        self.tree.addTopLevelItem(top)
        for line in group.lines[:MOST_ROWS]:
            row = QTreeWidgetItem([line.text])
            row.setToolTip(0, plain_tooltip(line.text))
            row.setData(0, _ID, line.document_id)
            row.setData(0, _DETAIL, line.detail)
            row.setData(0, _APART, line.apart if any(line.apart) else None)
            top.addChild(row)
        if len(group.lines) > MOST_ROWS:
            top.addChild(QTreeWidgetItem([self.tr("… and more, which are in the copied text")]))
        top.setExpanded(group.is_open)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.restore_button)
        buttons.addStretch(1)
        for button in (self.merge_button, self.copy_button, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addWidget(self.tree, 1)
        column.addStretch(0)
        column.addWidget(self.detail)
        column.addLayout(buttons)

    def _show_detail(self, row: QTreeWidgetItem | None) -> None:
        self.detail.setText("" if row is None else row.data(0, _DETAIL) or "")
        self.merge_button.setEnabled(row is not None and bool(row.data(0, _APART)))

    def _on_restore(self) -> None:
        self.accept()
        self.restore_requested.emit(self._before)

    def _on_merge(self) -> None:
        row = self.tree.currentItem()
        if row is not None and row.data(0, _APART):
            self.merge_requested.emit(*row.data(0, _APART))
            self.tree.model().removeRow(
                self.tree.currentIndex().row(), self.tree.currentIndex().parent()
            )

    def _on_activated(self, index: QModelIndex) -> None:
        document_id = index.siblingAtColumn(0).data(_ID)
        if document_id:
            self.article_activated.emit(document_id)
