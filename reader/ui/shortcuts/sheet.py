"""The sheet of all keys: to read, to print, to copy."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.ui.dialog_margins import BUTTON_GAP, DIALOG_MARGINS
from reader.ui.panel.entity_list import FilterEdit
from reader.ui.preferences.page import matches
from reader.ui.shortcuts.book import ShortcutBook
from reader.ui.shortcuts.listing import keys_in_words

_NATIVE = QKeySequence.SequenceFormat.NativeText
_USUAL = (620, 640)
_SMALLEST = (420, 320)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, and under it rows of words and keys."""

    title: str
    rows: tuple[tuple[str, str], ...]


class ShortcutSheet(QDialog):
    """List every action that has keys, by menu, with the keys that it has now."""

    change_requested = Signal()

    def __init__(self, parent: QWidget, book: ShortcutBook) -> None:
        super().__init__(parent)
        self._book = book
        self.search = FilterEdit()
        self.search.setClearButtonEnabled(True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.copy_button, self.print_button = QPushButton(), QPushButton()
        self.change_button, self.close_button = QPushButton(), QPushButton()
        line = QHBoxLayout()
        line.setSpacing(BUTTON_GAP)
        for button in (self.copy_button, self.print_button, self.change_button):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.text, 1)
        layout.addLayout(line)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.left_downwards.connect(self.text.setFocus)
        self.copy_button.clicked.connect(self._on_copy)
        self.print_button.clicked.connect(self._on_print)
        self.change_button.clicked.connect(self.change_requested)
        self.close_button.clicked.connect(self.close)
        book.changed.connect(self._show)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self._retranslate()

    def open_sheet(self) -> None:
        """Show the whole sheet, or bring it to the front."""
        self.search.clear()
        self._show()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def groups(self) -> list[Group]:
        """Return what is listed: the menus' actions that have keys, then the keys of fields."""
        rows: dict[str, list[tuple[str, str]]] = {}
        for each in self._book.listed():
            if each.keys:
                rows.setdefault(" › ".join(each.path), []).append(
                    (each.words.rstrip("…"), each.keys)
                )
        groups = [Group(title, tuple(found)) for title, found in rows.items()]
        return [*groups, Group(self.tr("In lists and notes"), self._fixed())]

    def _fixed(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Open the row"), _keys("Return")),
            (self.tr("What can be done with the row"), _keys("Menu", "Shift+F10")),
            (self.tr("Rename"), "F2"),
            (self.tr("Remove"), _keys("Del")),
            (self.tr("Bold, italics in a note"), _keys("Ctrl+B", "Ctrl+I")),
            (self.tr("Link to a name or an article in a note"), "[["),
            (self.tr("Follow the link in a note"), _keys("Ctrl+Return")),
            (self.tr("Leave a field, close a form"), _keys("Esc")),
        )

    def as_text(self) -> str:
        """Return the sheet as Markdown."""
        parts = [f"# {self.windowTitle()}"]
        for group in self.groups():
            rows = (f"- {words}: {keys}" for words, keys in group.rows)
            parts.append("\n".join([f"## {group.title}", "", *rows]))
        return "\n\n".join(parts) + "\n"

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.search.setPlaceholderText(self.tr("Search by words or keys"))
        self.search.setAccessibleName(self.tr("Search by words or keys"))
        self.text.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.copy_button.setText(self.tr("Copy"))
        self.print_button.setText(self.tr("Print…"))
        self.change_button.setText(self.tr("Change…"))
        self.close_button.setText(self.tr("Close"))
        self._show()

    def _show(self) -> None:
        wanted = self.search.text()
        found = [
            Group(group.title, tuple(row for row in group.rows if _is_meant(wanted, group, row)))
            for group in self.groups()
        ]
        found = [group for group in found if group.rows]
        nothing = html.escape(self.tr("No command or key is called that."))
        self.text.setHtml(_page(found) if found else f"<p>{nothing}</p>")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # rarely needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_to(self, printer: object) -> None:
        """Print the whole sheet, in black on white; `printer` is a QPrinter."""
        document = QTextDocument()
        document.setHtml(f"<h2>{html.escape(self.windowTitle())}</h2>{_page(self.groups())}")
        document.print_(printer)  # type: ignore[arg-type]


def _keys(*keys: str) -> str:
    return keys_in_words([QKeySequence(key) for key in keys])


def _is_meant(wanted: str, group: Group, row: tuple[str, str]) -> bool:
    keys = QKeySequence.listFromString(row[1].replace(", ", "; "), _NATIVE)
    english = QKeySequence.listToString(keys, QKeySequence.SequenceFormat.PortableText)
    return matches(wanted, f"{group.title} {row[0]} {row[1]} {english}")


def _page(groups: Sequence[Group]) -> str:
    parts = []
    for group in groups:
        rows = "".join(
            f"<tr><td width='62%'>{html.escape(words)}</td><td>{html.escape(keys)}</td></tr>"
            for words, keys in group.rows
        )
        parts.append(
            f"<h3>{html.escape(group.title)}</h3>"
            f"<table width='100%' cellpadding='3' cellspacing='0'>{rows}</table>"
        )
    return "".join(parts)
