"""The preferences' window: pages in a list at the left, and a search over all of them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.core.errors import ReaderError
from reader.settings import Settings
from reader.ui.field_names import name_field
from reader.ui.keys import ENTER
from reader.ui.panel.entity_list import FilterEdit
from reader.ui.preferences.language_page import LanguagePage
from reader.ui.preferences.models import Models
from reader.ui.preferences.opening_page import OpeningPage
from reader.ui.preferences.page import Page
from reader.ui.preferences.reading_page import ReadingPage
from reader.ui.preferences.recognition_page import RecognitionPage
from reader.ui.preferences.shortcuts_page import ShortcutsPage
from reader.ui.shortcuts.book import ShortcutBook

_SIDE_WIDTH = 208
_SMALLEST = (640, 420)
_USUAL = (860, 600)


class PreferencesDialog(QDialog):
    """Show what is set, and tell of each change at once; there is nothing to confirm.

    It doesn't block the window, so that the effect is seen. Closing it calls off what is being
    installed.
    """

    settings_changed = Signal(object)  # Settings
    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        *,
        settings: Settings,
        models: Models,
        sentence_of: Callable[[ReaderError], str],
        serving: str,
        shortcuts: ShortcutBook | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self._settings = settings
        self._models = models
        self.reading = ReadingPage(settings)
        self.language = LanguagePage(settings)
        self.opening = OpeningPage(settings)
        self.recognition = RecognitionPage(
            models, sentence_of=sentence_of, chosen=settings.model, serving=serving
        )
        self.shortcuts = ShortcutsPage(settings, shortcuts) if shortcuts is not None else None
        pages = (self.reading, self.language, self.opening, self.shortcuts, self.recognition)
        self._pages: tuple[Page, ...] = tuple(page for page in pages if page is not None)
        self._lay_out()
        self._wire()
        self.retranslate()
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self.list.setCurrentRow(0)

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.setWindowTitle(self.tr("Preferences"))
        self.search.setPlaceholderText(self.tr("Search the settings"))
        name_field(self.search, self.tr("Search the settings"))
        self.list.setAccessibleName(self.tr("Pages of the preferences"))
        self._nothing.setText(self.tr("No setting is called that."))
        for page in self._pages:
            page.retranslate()  # type: ignore[attr-defined]
        for number, page in enumerate(self._pages):
            item = self.list.item(number)
            item.setText(page.title.text())
        self._filter(self.search.text())

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without telling of a change."""
        self._settings = settings
        self.reading.show_settings(settings)
        self.language.show_settings(settings)
        self.opening.show_settings(settings)
        if self.shortcuts is not None:
            self.shortcuts.show_settings(settings)
        self.recognition.set_chosen(settings.model)

    def show_page(self, page: Page) -> None:
        """Bring a page to the front."""
        self.list.setCurrentRow(self._pages.index(page))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus with Enter; close with Escape, a question first.

        Left to itself the dialog would have Enter press whatever button it takes for the default.
        """
        if event.key() in ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
        elif event.key() == Qt.Key.Key_Escape and self.recognition.task_bar.dismiss():
            pass
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close, by Escape too: nothing is left half-done."""
        super().done(result)
        self._on_closed()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close: nothing is left half-done."""
        super().closeEvent(event)
        if event.isAccepted():
            self._on_closed()

    # ---- inside

    def _lay_out(self) -> None:
        self.search = FilterEdit()
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self._stack = QStackedWidget()
        for page in self._pages:
            self.list.addItem("")
            self._stack.addWidget(page)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._nothing)
        side = QFrame()
        side.setObjectName("preferencesSide")
        side.setFixedWidth(_SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self._stack, 1)

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(self._on_page_chosen)
        self.search.textChanged.connect(self._filter)
        self.search.left_downwards.connect(self.list.setFocus)
        self.reading.settings_changed.connect(self.settings_changed)
        self.language.settings_changed.connect(self.settings_changed)
        self.opening.settings_changed.connect(self.settings_changed)
        if self.shortcuts is not None:
            self.shortcuts.settings_changed.connect(self.settings_changed)
        self.recognition.model_chosen.connect(self._on_model_chosen)

    def _on_model_chosen(self, model: str) -> None:
        self.settings_changed.emit(replace(self._settings, model=model))

    def _on_page_chosen(self, row: int) -> None:
        if row >= 0 and not self.list.item(row).isHidden():
            self._stack.setCurrentIndex(row)

    def _filter(self, wanted: str) -> None:
        """Show the pages and the rows in which what is searched for occurs."""
        found = [page.filter(wanted) > 0 for page in self._pages]
        for number, is_found in enumerate(found):
            self.list.item(number).setHidden(not is_found)
        if not any(found):
            self._stack.setCurrentWidget(self._nothing)
            return
        row = max(self.list.currentRow(), 0)
        row = row if found[row] else found.index(True)
        self.list.setCurrentRow(row)
        self._stack.setCurrentIndex(row)

    def _on_closed(self) -> None:
        self._models.cancel()
        self.closed.emit()
