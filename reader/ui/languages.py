"""What languages are called, in the language of the interface."""

from PySide6.QtCore import QCoreApplication, QLocale


def language_name(code: str) -> str:
    """Return the name of a language (ISO 639); where there is none, its own name or the code."""
    names = {
        "ar": QCoreApplication.translate("languages", "Arabic"),
        "ca": QCoreApplication.translate("languages", "Catalan"),
        "de": QCoreApplication.translate("languages", "German"),
        "en": QCoreApplication.translate("languages", "English"),
        "es": QCoreApplication.translate("languages", "Spanish"),
        "eu": QCoreApplication.translate("languages", "Basque"),
        "fr": QCoreApplication.translate("languages", "French"),
        "gl": QCoreApplication.translate("languages", "Galician"),
        "it": QCoreApplication.translate("languages", "Italian"),
        "ja": QCoreApplication.translate("languages", "Japanese"),
        "ko": QCoreApplication.translate("languages", "Korean"),
        "nl": QCoreApplication.translate("languages", "Dutch"),
        "pl": QCoreApplication.translate("languages", "Polish"),
        "pt": QCoreApplication.translate("languages", "Portuguese"),
        "ro": QCoreApplication.translate("languages", "Romanian"),
        "ru": QCoreApplication.translate("languages", "Russian"),
        "tr": QCoreApplication.translate("languages", "Turkish"),
        "uk": QCoreApplication.translate("languages", "Ukrainian"),
        "zh": QCoreApplication.translate("languages", "Chinese"),
    }
    locale = QLocale(code)
    known = locale.language() not in (QLocale.Language.C, QLocale.Language.AnyLanguage)
    return names.get(code) or (locale.nativeLanguageName() if known else "") or code
