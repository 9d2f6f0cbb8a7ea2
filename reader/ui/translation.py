"""The interface's language: Spanish or English, through Qt's translations."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from reader import paths
from reader.core.errors import ReaderError


def system_language() -> str:
    """Return the language of the system that the program speaks: "es" or "en"."""
    for name in QLocale.system().uiLanguages():
        language = name.partition("-")[0]
        if language in ("es", "en"):
            return language
    return "en"


def load_translator(language: str) -> QTranslator:
    """Return the program's translator into `language`; the empty one for English, its source.

    English has a translator too where numbers need plural forms.
    """
    translator = QTranslator()
    translator.load(f"reader_{language}", str(paths.resources() / "translations"))
    return translator


def load_qt_translator(language: str) -> QTranslator:
    """Return the translator of Qt's own words, such as those of its file dialog."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load(f"qtbase_{language}", folder)
    return translator


def error_sentence(error: ReaderError, translator: QTranslator) -> str:
    """Return an error's sentence in the translator's language."""
    template = translator.translate("errors", error.template) or error.template
    return template.format(**error.values)
