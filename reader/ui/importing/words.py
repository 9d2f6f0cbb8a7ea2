"""What is said of what came of an import, for the window and the command line."""

from PySide6.QtCore import QLocale, QTranslator

from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.imports import Fate, Item, Report
from reader.ui.translation import error_sentence

GROUPS = (
    (Fate.FAILED, QT_TRANSLATE_NOOP("imports", "Failed")),
    (Fate.CHANGED, QT_TRANSLATE_NOOP("imports", "In the library with another text")),
    (Fate.UPDATED, QT_TRANSLATE_NOOP("imports", "Updated")),
    (Fate.RESTORED, QT_TRANSLATE_NOOP("imports", "Taken out of the trash")),
    (Fate.THERE, QT_TRANSLATE_NOOP("imports", "Already there")),
    (Fate.ADDED, QT_TRANSLATE_NOOP("imports", "Added")),
)
"""What became of files, what matters most first."""

_SKIPPED = (
    ("hidden", QT_TRANSLATE_NOOP("imports", "Hidden, left out")),
    ("unsupported", QT_TRANSLATE_NOOP("imports", "Of other kinds, left out")),
    ("links", QT_TRANSLATE_NOOP("imports", "Links to folders, not followed")),
    ("parts", QT_TRANSLATE_NOOP("imports", "Folders that belong to saved pages, left out")),
    ("beyond", QT_TRANSLATE_NOOP("imports", "Beyond what is imported at once, left out")),
)
_LEFT = QT_TRANSLATE_NOOP("imports", "Not reached, as the import was stopped")
_TITLE = QT_TRANSLATE_NOOP("imports", "Import report")
_DOUBTFUL = QT_TRANSLATE_NOOP("imports", "Added, but perhaps not the whole article")


def counts(report: Report, translator: QTranslator) -> list[tuple[str, int]]:
    """Return what became of the files, and how many they are; nothing of what there is none of."""
    said = [(name, len(report.of(fate))) for fate, name in reversed(GROUPS)]
    said += [(_DOUBTFUL, len(doubtful(report))), (_LEFT, report.left)]
    said += [(name, getattr(report.skipped, field)) for field, name in _SKIPPED]
    return [(_said(translator, name), count) for name, count in said if count]


def doubtful(report: Report) -> list[Item]:
    """Return the files whose text may not be the article."""
    return [item for item in report.items if item.doubt is not None]


def summary(report: Report, translator: QTranslator) -> str:
    """Return on one line what became of the files."""
    said = counts(report, translator)
    return " · ".join(f"{name}: {QLocale().toString(count)}" for name, count in said)


def report_text(report: Report, translator: QTranslator) -> str:
    """Return a report as plain text, each failure with its sentence."""
    lines = [_said(translator, _TITLE), ""]
    lines += [f"{name}: {count}" for name, count in counts(report, translator)]
    for fate, name in GROUPS:
        items = report.of(fate)
        if items:
            lines += ["", _said(translator, name)]
            lines += [f"- {line}" for item in items for line in _lines(item, translator)]
    return "\n".join(lines) + "\n"


def reason_of(item: Item, translator: QTranslator) -> str:
    """Return what is said of a file beyond its fate; "" for nothing."""
    error = item.error or item.doubt
    return error_sentence(error, translator) if error is not None else ""


def _lines(item: Item, translator: QTranslator) -> list[str]:
    reason = reason_of(item, translator)
    if item.error is not None and str(item.path) in reason:
        return [reason]  # it names the file
    return [f"{item.path}: {reason}" if reason else str(item.path)]


def _said(translator: QTranslator, text: str) -> str:
    return translator.translate("imports", text) or text
