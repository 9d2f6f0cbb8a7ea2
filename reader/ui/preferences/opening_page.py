"""The page for what the window opens with."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from reader.settings import Settings
from reader.ui.preferences.page import Page, Row


class OpeningPage(Page):
    """Whether the tabs of last time are there again."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.restore_box = QCheckBox()
        self._intro = QLabel()
        self._intro.setProperty("role", "muted")
        self._intro.setWordWrap(True)
        self.body.addWidget(self.restore_box)
        self.body.addWidget(self._intro)
        self.body.addStretch(1)
        self.restore_box.clicked.connect(self._on_clicked)
        self.show_settings(settings)
        self.retranslate()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.title.setText(self.tr("Start"))
        self.restore_box.setText(self.tr("Open the tabs of last time"))
        self._intro.setText(
            self.tr("Each at the line where you stopped. Files that you open come beside them.")
        )

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without telling of a change."""
        self._settings = settings
        self.restore_box.setChecked(settings.restore_tabs)

    def rows(self) -> list[Row]:
        """Return the one row."""
        return [Row(self.restore_box.text(), self.restore_box.setVisible)]

    def _on_clicked(self, wanted: bool) -> None:
        self.settings_changed.emit(replace(self._settings, restore_tabs=wanted))
