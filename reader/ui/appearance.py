"""The look and the language of the whole application."""

from PySide6.QtCore import QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.settings import Settings
from reader.ui.appearance_form import reading_font
from reader.ui.icons import app_icon
from reader.ui.reading.view import ReadingStyle
from reader.ui.style import style_sheet
from reader.ui.theme import Theme, load_theme
from reader.ui.translation import load_qt_translator, load_translator, system_language

_EFFECTS = (
    *(Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo),
    *(Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip),
)


class Appearance(QObject):
    """Apply the theme and the language that are set, and follow the system where none is."""

    theme_changed = Signal(object)  # Theme

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._translators: list[QTranslator] = []
        self.language = ""
        self.translator = QTranslator()
        self.theme = self._wanted_theme()
        self._applied = ""
        self._flash_ms = QGuiApplication.styleHints().cursorFlashTime()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    def apply(self, settings: Settings) -> None:
        """Give the application the theme and language of `settings`."""
        self._settings = settings
        self._apply_language()
        self._apply_theme()
        self._apply_motion()
        if QApplication.windowIcon().isNull():
            QApplication.setWindowIcon(app_icon())

    def reading_style(self) -> ReadingStyle:
        """Return how an article is to look."""
        settings = self._settings
        return ReadingStyle(
            theme=self.theme,
            family=reading_font(settings).family(),
            size_pt=settings.font_size_pt,
            line_width=settings.line_width,
            leading=settings.leading,
            glides=not settings.reduced_motion,
            hyphenates=settings.hyphenation,
        )

    def _apply_language(self) -> None:
        language = self._settings.language
        language = system_language() if language == "system" else language
        if language == self.language:
            return
        self.language = language
        system = QLocale.system()  # keeps the country's way with numbers and dates
        same = system.name().startswith(language)
        QLocale.setDefault(system if same else QLocale(language))
        for translator in self._translators:
            QApplication.removeTranslator(translator)
        self.translator = load_translator(language)
        self._translators = [load_qt_translator(language), self.translator]
        for translator in self._translators:
            QApplication.installTranslator(translator)

    def _apply_theme(self) -> None:
        theme = self._wanted_theme()
        if theme.name == self._applied:
            return
        self.theme = theme
        self._applied = theme.name
        QApplication.setPalette(theme.palette())
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setStyleSheet(style_sheet(theme))
        self.theme_changed.emit(theme)

    def _apply_motion(self) -> None:
        calm = self._settings.reduced_motion
        QGuiApplication.styleHints().setCursorFlashTime(0 if calm else self._flash_ms)
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, not calm)

    def _wanted_theme(self) -> Theme:
        return load_theme(paths.resources() / "themes", theme_name(self._settings.theme))

    def _on_system_changed(self) -> None:
        if self._settings.theme in ("system", "contrast"):
            self._apply_theme()


def theme_name(setting: str) -> str:
    """Return the theme of a setting: with the contrast and the brightness of the system's."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if setting == "contrast" or (setting == "system" and _system_wants_contrast()):
        return "contrast-dark" if dark else "contrast"
    if setting == "system":
        return "dark" if dark else "light"
    return setting


def _system_wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # before Qt 6.10
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
