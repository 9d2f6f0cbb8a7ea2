"""What is said of annotations and libraries that were taken in, for window and command line."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator

from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.foreign import Arrival, Arrivals, Fate
from reader.core.transfer import Merged, Part
from reader.ui.plain_text import one_line

FATES = (
    (Fate.IN_DOUBT, QT_TRANSLATE_NOOP("imports", "In doubt, waiting for your word")),
    (Fate.NO_ARTICLE, QT_TRANSLATE_NOOP("imports", "Their article is not in the library")),
    (Fate.NO_PASSAGE, QT_TRANSLATE_NOOP("imports", "Of a whole page, left out")),
    (Fate.UPDATED, QT_TRANSLATE_NOOP("imports", "Changed, as the file is newer")),
    (Fate.ADDED, QT_TRANSLATE_NOOP("imports", "Added")),
    (Fate.THERE, QT_TRANSLATE_NOOP("imports", "Already there")),
)
"""What became of annotations, what matters most first."""

NEEDING_A_LOOK = (Fate.IN_DOUBT, Fate.NO_ARTICLE, Fate.NO_PASSAGE)

_PARTS = {
    Part.ARTICLES: QT_TRANSLATE_NOOP("imports", "Articles"),
    Part.ENTITIES: QT_TRANSLATE_NOOP("imports", "Names"),
    Part.NOTES: QT_TRANSLATE_NOOP("imports", "Notes"),
    Part.ANNOTATIONS: QT_TRANSLATE_NOOP("imports", "Annotations"),
    Part.CORRECTIONS: QT_TRANSLATE_NOOP("imports", "Corrections"),
    Part.LABELS: QT_TRANSLATE_NOOP("imports", "Collections and tags"),
}
_HOW = (
    ("added", QT_TRANSLATE_NOOP("imports", "added")),
    ("updated", QT_TRANSLATE_NOOP("imports", "brought up to date")),
    ("there", QT_TRANSLATE_NOOP("imports", "already there")),
)
_TITLE = QT_TRANSLATE_NOOP("imports", "Import report")
_LEFT_OUT = QT_TRANSLATE_NOOP("imports", "Reader has no place for these fields; they are left out")
_NOTHING = QT_TRANSLATE_NOOP("imports", "There was nothing in it.")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report; `document_id` is that of the article it is about, "" for none."""

    text: str
    detail: str = ""
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of a report under one name; `is_open` where they should be seen at once."""

    name: str
    lines: tuple[Line, ...]
    is_open: bool = False


def groups(outcome: Merged | Arrivals, translator: QTranslator) -> list[Group]:
    """Return what became of the work in a file, group by group."""
    if isinstance(outcome, Merged):
        return _groups_of_library(outcome, _saying(translator))
    return _groups_of_annotations(outcome, _saying(translator))


def summary(outcome: Merged | Arrivals, translator: QTranslator) -> str:
    """Return on one line what became of the work in a file."""
    said = _saying(translator)
    if isinstance(outcome, Merged):
        parts = [
            f"{said(name)}: {_list(_counts(outcome, part, said))}"
            for part, name in _PARTS.items()
            if _counts(outcome, part, said)
        ]
    else:
        parts = [
            f"{said(name)}: {_number(len(outcome.of(fate)))}"
            for fate, name in reversed(FATES)
            if outcome.of(fate)
        ]
    return " · ".join(parts) or said(_NOTHING)


def report(path: Path | str, outcome: Merged | Arrivals, translator: QTranslator) -> str:
    """Return a report as plain text."""
    lines = [_saying(translator)(_TITLE), "", str(path), summary(outcome, translator)]
    for group in groups(outcome, translator):
        lines += ["", group.name]
        lines += [f"- {line.text}" for line in group.lines]
    return "\n".join(lines) + "\n"


def _groups_of_library(merged: Merged, said: Callable[[str], str]) -> list[Group]:
    return [
        Group(said(name), tuple(Line(each) for each in _counts(merged, part, said)), is_open=True)
        for part, name in _PARTS.items()
        if _counts(merged, part, said)
    ]


def _groups_of_annotations(arrivals: Arrivals, said: Callable[[str], str]) -> list[Group]:
    found = [
        Group(
            f"{said(name)} ({_number(len(arrivals.of(fate)))})",
            tuple(map(_line, arrivals.of(fate))),
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


def _line(arrival: Arrival) -> Line:
    foreign = arrival.foreign
    where = foreign.title or foreign.address
    text = f"“{one_line(foreign.quote)}”" if foreign.quote else one_line(foreign.comment)
    said = " — ".join(each for each in (one_line(where), text) if each)
    detail = "\n".join(each for each in (where, foreign.address, foreign.comment) if each)
    return Line(said, detail, arrival.document_id)


def _counts(merged: Merged, part: Part, said: Callable[[str], str]) -> list[str]:
    return [
        f"{_number(count)} {said(name)}"
        for field, name in _HOW
        if (count := getattr(merged, field)[part])
    ]


def _list(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _number(count: int) -> str:
    return QLocale().toString(count)


def _saying(translator: QTranslator) -> Callable[[str], str]:
    return lambda text: translator.translate("imports", text) or text
