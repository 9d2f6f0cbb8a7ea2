"""The small dialog in which one says what an article is called and where it is from."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.core.document import Document
from reader.core.shelf import Field
from reader.ui.dialog_margins import DIALOG_MARGINS
from reader.ui.drop_down import DropDown
from reader.ui.languages import language_name
from reader.ui.library.dates import iso_date

_LANGUAGES = ("es", "ca", "gl", "eu", "en", "fr", "de", "it", "pt", "nl", "pl", "ro", "ru", "uk")


class MetadataDialog(QDialog):
    """Edit an article's title, author, outlet, date, address and language."""

    edited = Signal(object)  # dict[Field, str]: what differs

    def __init__(
        self, document: Document, *, outlets: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("metadataDialog")
        self.setWindowTitle(self.tr("Details of the article"))
        self.setMinimumWidth(440)
        self._before = {field: getattr(document, field.value) for field in Field}
        texts = (Field.TITLE, Field.AUTHOR, Field.OUTLET, Field.DATE, Field.URL)
        self.edits = {field: QLineEdit(self._before[field]) for field in texts}
        self.edits[Field.OUTLET].setCompleter(QCompleter(list(outlets), self))
        self.language = DropDown()
        self.language.setEditable(False)
        self._fill_languages()
        self.complaint = QLabel()
        self.complaint.setProperty("role", "danger")
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Save"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self._lay_out()
        for edit in self.edits.values():
            edit.textChanged.connect(lambda _text: self._check())
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._check()
        self.edits[Field.TITLE].setFocus()

    def changes(self) -> Mapping[Field, str]:
        """Return what differs from what was said before."""
        values = {field: " ".join(edit.text().split()) for field, edit in self.edits.items()}
        values[Field.DATE] = iso_date(values[Field.DATE]) or ""
        values[Field.LANGUAGE] = self.language.currentData()
        return {field: value for field, value in values.items() if value != self._before[field]}

    def _fill_languages(self) -> None:
        current = self._before[Field.LANGUAGE]
        codes = dict.fromkeys((current, *_LANGUAGES) if current else _LANGUAGES)
        names = sorted((language_name(code.partition("-")[0]), code) for code in codes)
        self.language.addItem(self.tr("Unknown"), "")
        for name, code in names:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(current))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        names = {
            Field.TITLE: self.tr("Title"),
            Field.AUTHOR: self.tr("Author"),
            Field.OUTLET: self.tr("Outlet"),
            Field.DATE: self.tr("Date"),
            Field.URL: self.tr("Address"),
        }
        for field, edit in self.edits.items():
            form.addRow(names[field], edit)
            edit.setCursorPosition(0)
        self.edits[Field.DATE].setPlaceholderText(self.tr("as in 23/11/2026, 2026-11 or 2026"))
        form.addRow(self.tr("Language"), self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.complaint)
        column.addWidget(self._buttons)

    def _check(self) -> None:
        """Say in one sentence what can't be saved as it stands."""
        complaint = ""
        if not self.edits[Field.TITLE].text().strip():
            complaint = self.tr("An article needs a title: type one.")
        elif iso_date(self.edits[Field.DATE].text()) is None:
            date = " ".join(self.edits[Field.DATE].text().split())
            complaint = self.tr(
                "“{date}” is no date: write a day, a month or a year, as in 23/11/2026."
            ).format(date=date)
        elif not _is_address(self.edits[Field.URL].text().strip()):
            complaint = self.tr("The address must begin with http:// or https://, or be empty.")
        self.complaint.setText(complaint)
        self.complaint.setVisible(bool(complaint))
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(not complaint)

    def _on_accepted(self) -> None:
        changes = self.changes()
        if changes:
            self.edited.emit(changes)
        self.accept()


def _is_address(text: str) -> bool:
    if not text:
        return True
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.netloc)
