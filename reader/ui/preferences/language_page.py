"""The page for the language of the interface."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from reader.settings import LANGUAGES, Settings
from reader.ui.preferences.page import Page, Row
from reader.ui.translation import system_language

_NAMES = {"es": "Español", "en": "English"}  # each in its own language, for whoever is lost


class LanguagePage(Page):
    """Spanish, English, or what the system speaks."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._intro = QLabel()
        self._intro.setProperty("role", "muted")
        self._intro.setWordWrap(True)
        self.body.addWidget(self._intro)
        self._choices = QButtonGroup(self)
        for number, language in enumerate(LANGUAGES):
            button = QRadioButton(_NAMES.get(language, ""))
            self._choices.addButton(button, number)
            self.body.addWidget(button)
        self.body.addStretch(1)
        self._choices.idClicked.connect(self._on_chosen)
        self.show_settings(settings)
        self.retranslate()

    def choice(self, language: str) -> QRadioButton:
        """Return the button of a language."""
        button = self._choices.button(LANGUAGES.index(language))
        assert isinstance(button, QRadioButton)
        return button

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.title.setText(self.tr("Language"))
        self._intro.setText(
            self.tr("The language of the program's own words. Articles stay as they are.")
        )
        system = _NAMES[system_language()]
        self.choice("system").setText(self.tr("As the system ({name})").format(name=system))

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without telling of a change."""
        self._settings = settings
        self.choice(settings.language).setChecked(True)

    def rows(self) -> list[Row]:
        """Return the choices, which are one setting."""
        words = " ".join([self._intro.text(), *(b.text() for b in self._choices.buttons())])
        return [Row(words, lambda _shown: None)]

    def _on_chosen(self, number: int) -> None:
        self.settings_changed.emit(replace(self._settings, language=LANGUAGES[number]))
