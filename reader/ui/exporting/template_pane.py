"""The right side of the export dialog: how it will look, and the template to change that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

_TAB_SPACES = 4


class TemplatePane(QWidget):
    """A preview, and above it the template while it is edited."""

    edited = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(self.tr("Template"))
        self.editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for edit in (self.preview, self.editor):
            edit.setFont(font)
            edit.setTabStopDistance(_TAB_SPACES * edit.fontMetrics().horizontalAdvance(" "))
        self.error = QLabel()
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.setProperty("role", "danger")
        self.error.setWordWrap(True)
        self.error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.error.hide()
        self.save_button = QPushButton(self.tr("Save the template…"))
        self.save_button.setAutoDefault(False)
        self.contents = QLabel()
        self.contents.setProperty("role", "muted")
        self._template_part = QWidget()
        self._lay_out()
        self.editor.textChanged.connect(self.edited)
        self.save_button.clicked.connect(self.save_requested)
        self.set_editing(False)

    @property
    def is_editing(self) -> bool:
        """Return whether the template can be edited."""
        return not self._template_part.isHidden()

    def set_editing(self, editing: bool) -> None:
        """Show or hide the template."""
        self._template_part.setVisible(editing)

    def set_source(self, source: str) -> None:
        """Show a template's text."""
        if source != self.editor.toPlainText():
            self.editor.setPlainText(source)

    def source(self) -> str:
        """Return the template's text as it was edited."""
        return self.editor.toPlainText()

    def show_preview(self, text: str, *, contents: str, error: str = "") -> None:
        """Show the beginning of an export; with a mistake in the template, the last that worked."""
        self.contents.setText(contents)
        self.error.setText(error)
        self.error.setVisible(bool(error))
        if error:
            return
        bar = self.preview.verticalScrollBar()
        place = bar.value()
        self.preview.setPlainText(text)
        bar.setValue(place)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        title = QLabel(self.tr("Template"))
        title.setProperty("role", "section")
        head.addWidget(title, 1)
        head.addWidget(self.save_button)
        upper = QVBoxLayout(self._template_part)
        upper.setContentsMargins(0, 0, 0, 6)
        upper.addLayout(head)
        upper.addWidget(self.editor, 1)
        lower_part = QWidget()
        lower = QVBoxLayout(lower_part)
        lower.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        name = QLabel(self.tr("Preview"))
        name.setProperty("role", "section")
        line.addWidget(name, 1)
        line.addWidget(self.contents)
        lower.addLayout(line)
        lower.addWidget(self.error)
        lower.addWidget(self.preview, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._template_part)
        splitter.addWidget(lower_part)
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 0, 0)
        column.addWidget(splitter)
