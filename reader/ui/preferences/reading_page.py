"""The page for how the text looks: the same settings as in the reading menu."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.settings import Settings
from reader.ui.appearance_form import AppearanceForm
from reader.ui.preferences.page import Page, Row

_FORM_WIDTH = 480


class ReadingPage(Page):
    """Theme, font, size, width and spacing."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._intro = QLabel()
        self._intro.setProperty("role", "muted")
        self._intro.setWordWrap(True)
        self.form = AppearanceForm(settings)
        self.form.setMaximumWidth(_FORM_WIDTH)
        self.usual_button = QPushButton()
        self.usual_button.setAutoDefault(False)
        self.body.addWidget(self._intro)
        self.body.addWidget(self.form)
        line = QHBoxLayout()
        line.addWidget(self.usual_button)
        line.addStretch(1)
        self.body.addLayout(line)
        self.hints_box = QCheckBox()
        self.body.addWidget(self.hints_box)
        self.body.addStretch(1)
        self.hints_box.clicked.connect(
            lambda on: self.settings_changed.emit(replace(self._settings, hints=on))
        )
        self.form.settings_changed.connect(self.settings_changed)
        self.usual_button.clicked.connect(self._on_usual_wanted)
        self.show_settings(settings)
        self.retranslate()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.title.setText(self.tr("Reading"))
        self._intro.setText(self.tr("How articles look; also under “Aa” in the toolbar."))
        self.usual_button.setText(self.tr("Back to the usual look"))
        self.hints_box.setText(self.tr("Give hints, each once"))
        self.form.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without telling of a change."""
        self._settings = settings
        self.form.show_settings(settings)
        self.hints_box.setChecked(settings.hints)
        self.usual_button.setEnabled(settings != _with_usual_look(settings))

    def rows(self) -> list[Row]:
        """Return the rows of the form."""
        rows = [Row(words, partial(self.form.show_row, label)) for label, words in self.form.rows()]
        usual = Row(self.usual_button.text(), self.usual_button.setVisible)
        return [*rows, usual, Row(self.hints_box.text(), self.hints_box.setVisible)]

    def _on_usual_wanted(self) -> None:
        self.settings_changed.emit(_with_usual_look(self._settings))


def _with_usual_look(settings: Settings) -> Settings:
    usual = Settings()
    return replace(
        settings,
        theme=usual.theme,
        font_family=usual.font_family,
        font_size_pt=usual.font_size_pt,
        line_width=usual.line_width,
        leading=usual.leading,
        hyphenation=usual.hyphenation,
        reduced_motion=usual.reduced_motion,
    )
