"""What came of annotations or a library that were taken in, to read and to copy."""

from PySide6.QtCore import Qt, QTranslator, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.foreign import Arrivals
from reader.core.transfer import Merged
from reader.ui.dialog_margins import BUTTON_GAP, DIALOG_MARGINS
from reader.ui.importing.report_tree import ReportRow, ReportTree
from reader.ui.importing.work_words import Group, groups, library_lines, report, summary


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
        self.fates = ReportTree()
        self.fates.tree.setHeaderHidden(True)
        self.fates.tree.setAccessibleName(self.tr("What became of it"))
        for group in groups(outcome, translator):
            self._add(group)
        self._before = outcome.before if isinstance(outcome, Merged) else None
        self._build_buttons(outcome)
        self.fates.setVisible(self.fates.tree.topLevelItemCount() > 0)
        if self.fates.isHidden():
            self.resize(420, 200)
        self._lay_out()
        self.fates.article_activated.connect(self.article_activated)
        self.fates.row_changed.connect(self._on_row_changed)

    def text(self) -> str:
        """Return the whole report as plain text."""
        return self._text

    def _add(self, group: Group) -> None:
        rows = [
            ReportRow(
                (line.text,),
                (line.text,),
                line.detail,
                line.document_id,
                line.apart if any(line.apart) else None,
            )
            for line in group.lines
        ]
        more = self.tr("… and more, which are in the copied text")
        self.fates.add_group(group.name, rows, more=more, is_open=group.is_open)

    def _build_buttons(self, outcome: Merged | Arrivals) -> None:
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
        self.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(self.text()))
        self.close_button.clicked.connect(self.accept)
        self.restore_button.clicked.connect(self._on_restore)
        self.merge_button.clicked.connect(self._on_merge)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(BUTTON_GAP)
        buttons.addWidget(self.restore_button)
        buttons.addStretch(1)
        for button in (self.merge_button, self.copy_button, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addWidget(self.fates, 1)
        column.addStretch(0)
        column.addLayout(buttons)

    def _on_row_changed(self) -> None:
        self.merge_button.setEnabled(bool(self.fates.value))

    def _on_restore(self) -> None:
        self.accept()
        self.restore_requested.emit(self._before)

    def _on_merge(self) -> None:
        apart = self.fates.value
        if isinstance(apart, tuple):
            self.merge_requested.emit(*apart)
            self.fates.remove_current()
