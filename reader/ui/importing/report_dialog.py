"""What came of an import: every file with its fate, to read, to copy and to save."""

from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Qt, QTranslator, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.errors import ExportError
from reader.core.files import write_atomically
from reader.core.imports import Changed, Fate, Item, Report
from reader.ui.dialog_margins import BUTTON_GAP, DIALOG_MARGINS
from reader.ui.importing.report_tree import ReportRow, ReportTree
from reader.ui.importing.words import GROUPS, reason_of, report_text, summary
from reader.ui.translation import error_sentence

_OPEN_GROUPS = (Fate.FAILED, Fate.CHANGED)


class ReportDialog(QDialog):
    """Show a report; changed articles can be updated from here, and kept ones opened."""

    changed_requested = Signal(object, object)  # tuple[Path, ...], Changed
    article_activated = Signal(str)

    def __init__(
        self, report: Report, translator: QTranslator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reportDialog")
        self.setWindowTitle(self.tr("Import report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 460)
        self._report = report
        self._translator = translator
        self._summary = QLabel(summary(report, translator))
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self.complaint = QLabel()
        self.complaint.setProperty("role", "danger")
        self.complaint.setTextFormat(Qt.TextFormat.PlainText)
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self.files = ReportTree()
        self.update_button = QPushButton(self.tr("Update the changed ones"))
        self.both_button = QPushButton(self.tr("Keep both versions"))
        self.copy_button = QPushButton(self.tr("Copy"))
        self.save_button = QPushButton(self.tr("Save…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._fill()
        self._lay_out()
        self.update_button.clicked.connect(lambda: self._on_changed_wanted(Changed.UPDATE))
        self.both_button.clicked.connect(lambda: self._on_changed_wanted(Changed.SEPARATE))
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._ask_and_save)
        self.close_button.clicked.connect(self.accept)
        self.files.article_activated.connect(self.article_activated)

    def text(self) -> str:
        """Return the whole report as plain text."""
        return report_text(self._report, self._translator)

    def save(self, path: Path) -> None:
        """Write the report to a file; say so where that fails."""
        try:
            write_atomically(path, self.text())
        except ExportError as error:
            self.complaint.setText(error_sentence(error, self._translator))
            self.complaint.show()

    def _fill(self) -> None:
        tree = self.files.tree
        tree.setHeaderLabels([self.tr("File"), self.tr("Why")])
        tree.setAccessibleName(self.tr("Imported files"))
        tree.setRootIsDecorated(True)
        more = self.tr("… and {count} more, which are in the text that is copied or saved")
        for fate, name in GROUPS:
            items = self._report.of(fate)
            if items:
                said = self._translator.translate("imports", name) or name
                self.files.add_group(
                    f"{said} ({QLocale().toString(len(items))})",
                    [self._row(item) for item in items],
                    more=more,
                    is_open=fate in _OPEN_GROUPS,
                )
        header = tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        tree.setColumnWidth(0, 220)

    def _row(self, item: Item) -> ReportRow:
        reason = reason_of(item, self._translator)
        short = reason.replace(str(item.path.absolute()), item.path.name) or item.title
        return ReportRow(
            (item.path.name, short),
            (str(item.path), short),
            reason or f"{item.title}\n{item.path}",
            item.document_id,
        )

    def _lay_out(self) -> None:
        has_changed = bool(self._report.of(Fate.CHANGED))
        buttons = QHBoxLayout()
        buttons.setSpacing(BUTTON_GAP)
        for button in (self.update_button, self.both_button):
            button.setVisible(has_changed)
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.copy_button, self.save_button, self.close_button):
            buttons.addWidget(button)
        self.close_button.setDefault(True)
        self.close_button.setProperty("role", "close")
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addWidget(self.files, 1)
        column.addWidget(self.complaint)
        column.addLayout(buttons)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text())

    def _ask_and_save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the report"),
            str(Path(folder) / f"{self.windowTitle()}.txt"),
            f"{self.tr('Text')} (*.txt)",
        )
        if name:
            self.save(Path(name))

    def _on_changed_wanted(self, changed: Changed) -> None:
        paths = tuple(item.path for item in self._report.of(Fate.CHANGED))
        self.accept()
        self.changed_requested.emit(paths, changed)
