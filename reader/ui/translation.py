"""The interface's language: Spanish or English, through Qt's translations."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, QTranslator

from reader import paths
from reader.core.errors import ReaderError

_OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QFileDialog", "File &name:"),
    QT_TRANSLATE_NOOP("QFileDialog", "All Files (*)"),
    QT_TRANSLATE_NOOP("QFileDialog", "Go to the parent directory"),
    QT_TRANSLATE_NOOP("QFileDialog", "Parent Directory"),
    QT_TRANSLATE_NOOP("QFileDialog", "Directory:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Directories"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Double Sided Printing"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Off"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Long side binding"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Short side binding"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Pages"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:"),
    QT_TRANSLATE_NOOP(
        "QPrintSettingsOutput",
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers "
        "separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.",
    ),
    QT_TRANSLATE_NOOP("QPrintWidget", "Output &file:"),
)
"""Words of Qt's own dialogs that its Spanish lacks, or says otherwise than this program does.

The program's translator is asked before Qt's, so that these are found.
"""


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
