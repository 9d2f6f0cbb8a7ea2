"""What is said of annotations and libraries that were taken in, for window and command line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator

from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.foreign import Arrival, Arrivals, Fate
from reader.core.transfer import Merged, Part
from reader.ui.plain_text import one_line

FATES = (
    (Fate.IN_DOUBT, QT_TRANSLATE_NOOP("work", "In doubt, waiting for your word")),
    (Fate.NO_ARTICLE, QT_TRANSLATE_NOOP("work", "Their article is not in the library")),
    (Fate.NO_PASSAGE, QT_TRANSLATE_NOOP("work", "Of a whole page, left out")),
    (Fate.UPDATED, QT_TRANSLATE_NOOP("work", "Changed, as the file is newer")),
    (Fate.ADDED, QT_TRANSLATE_NOOP("work", "Added")),
    (Fate.THERE, QT_TRANSLATE_NOOP("work", "Already there")),
)
"""What became of annotations, what matters most first."""

_IN_SHORT = (
    (Fate.ADDED, QT_TRANSLATE_NOOP("work", "Annotations added")),
    (Fate.UPDATED, QT_TRANSLATE_NOOP("work", "changed")),
    (Fate.THERE, QT_TRANSLATE_NOOP("work", "already there")),
    (Fate.IN_DOUBT, QT_TRANSLATE_NOOP("work", "in doubt")),
    (Fate.NO_ARTICLE, QT_TRANSLATE_NOOP("work", "without their article")),
    (Fate.NO_PASSAGE, QT_TRANSLATE_NOOP("work", "of a whole page")),
)
NEEDING_A_LOOK = (Fate.IN_DOUBT, Fate.NO_ARTICLE, Fate.NO_PASSAGE)

_PARTS = {
    Part.ARTICLES: QT_TRANSLATE_NOOP("work", "Articles"),
    Part.ENTITIES: QT_TRANSLATE_NOOP("work", "Names"),
    Part.NOTES: QT_TRANSLATE_NOOP("work", "Notes"),
    Part.ANNOTATIONS: QT_TRANSLATE_NOOP("work", "Annotations"),
    Part.CORRECTIONS: QT_TRANSLATE_NOOP("work", "Corrections"),
    Part.LABELS: QT_TRANSLATE_NOOP("work", "Collections and tags"),
}
_HOW = (
    ("added", QT_TRANSLATE_NOOP("work", "added:")),
    ("updated", QT_TRANSLATE_NOOP("work", "brought up to date:")),
    ("there", QT_TRANSLATE_NOOP("work", "there before:")),
)
_TITLE = QT_TRANSLATE_NOOP("work", "Import report")
_LEFT_OUT = QT_TRANSLATE_NOOP("work", "Reader has no place for these fields; they are left out")
_QUOTE = QT_TRANSLATE_NOOP("work", "“{0}”")
_APART = QT_TRANSLATE_NOOP("work", "Same name, kept apart")
_WHY_APART = QT_TRANSLATE_NOOP(
    "work",
    "The note or the identifiers of the one that came in are others than yours. If they are one "
    "nevertheless, merge them.",
)
_NOTHING = QT_TRANSLATE_NOOP("work", "There was nothing in it.")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report; `document_id` is that of the article it is about, "" for none.

    `apart` are the ids of two of one name, "" for none.
    """

    text: str
    detail: str = ""
    document_id: str = ""
    apart: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of a report under one name; `is_open` where they should be seen at once."""

    name: str
    lines: tuple[Line, ...]
    is_open: bool = False


def groups(outcome: Merged | Arrivals, translator: QTranslator) -> list[Group]:
    """Return what became of what is in a file, group by group; of a library the namesakes."""
    if isinstance(outcome, Merged):
        return _groups_of_library(outcome, _saying(translator))
    return _groups_of_annotations(outcome, _saying(translator))


def library_lines(merged: Merged, translator: QTranslator) -> list[str]:
    """Return what became of a library, a line for each of its parts."""
    said = _saying(translator)
    lines: list[str] = []
    for part, name in _PARTS.items():
        counts = [
            f"{said(how)} {_number(count)}"
            for field, how in _HOW
            if (count := getattr(merged, field)[part])
        ]
        if counts:
            lines.append(f"{said(name)}: {', '.join(counts)}")
    return lines


def summary(outcome: Merged | Arrivals, translator: QTranslator) -> str:
    """Return on one line what became of the work in a file."""
    said = _saying(translator)
    if isinstance(outcome, Merged):
        parts = library_lines(outcome, translator)
    else:
        parts = [
            f"{said(name)}: {_number(len(outcome.of(fate)))}"
            for fate, name in _IN_SHORT
            if outcome.of(fate) or (fate is Fate.ADDED and outcome.items)
        ]
    return " · ".join(parts) or said(_NOTHING)


def report(path: Path | str, outcome: Merged | Arrivals, translator: QTranslator) -> str:
    """Return a report as plain text."""
    lines = [_saying(translator)(_TITLE), "", str(path)]
    found = library_lines(outcome, translator) if isinstance(outcome, Merged) else []
    lines += found or [summary(outcome, translator)]
    for group in groups(outcome, translator):
        lines += ["", group.name]
        lines += [f"- {line.text}" for line in group.lines]
    return "\n".join(lines) + "\n"


def _groups_of_library(merged: Merged, said: Callable[[str], str]) -> list[Group]:
    if not merged.apart:
        return []
    lines = [
        Line(one_line(each.name), said(_WHY_APART), apart=(each.entity_id, each.other_id))
        for each in merged.apart
    ]
    return [Group(f"{said(_APART)} ({_number(len(lines))})", tuple(lines), is_open=True)]


def _groups_of_annotations(arrivals: Arrivals, said: Callable[[str], str]) -> list[Group]:
    found = [
        Group(
            f"{said(name)} ({_number(len(arrivals.of(fate)))})",
            tuple(_line(each, said) for each in arrivals.of(fate)),
            is_open=fate in NEEDING_A_LOOK,
        )
        for fate, name in FATES
        if arrivals.of(fate)
    ]
    if arrivals.left_out:
        lines = [
            Line(f"{one_line(name)}: {_number(count)}")
            for name, count in sorted(arrivals.left_out.items())
        ]
        found.append(Group(said(_LEFT_OUT), tuple(lines)))
    return found


def _line(arrival: Arrival, said: Callable[[str], str]) -> Line:
    foreign = arrival.foreign
    where = foreign.title or foreign.address
    quote = said(_QUOTE).format(one_line(foreign.quote))
    text = quote if foreign.quote else one_line(foreign.comment)
    shown = " — ".join(each for each in (one_line(where), text) if each)
    detail = "\n".join(each for each in (where, foreign.address, foreign.comment) if each)
    return Line(shown, detail, arrival.document_id)


def _number(count: int) -> str:
    return QLocale().toString(count)


def _saying(translator: QTranslator) -> Callable[[str], str]:
    return lambda text: translator.translate("work", text) or text
