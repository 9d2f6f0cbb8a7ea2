"""What the palette lists, and in which order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from reader.core.mentions import Kind
from reader.ui.palette.matching import Fit, Text, fit, folded, words

_GOOD_ACTIONS = 8
"""So many of the actions that fit come before names and articles; the others after them."""


class EntryKind(Enum):
    """What an entry is."""

    ACTION = "action"
    NAME = "name"
    LABEL = "label"
    ARTICLE = "article"


SIGNS = {">": (EntryKind.ACTION,), "@": (EntryKind.NAME,), "#": (EntryKind.LABEL,)}
"""What a sign before the words narrows the list to."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A row: `run` does it. `detail` is the way to it or what tells it apart, `keys` its keys.

    `why` says why it can't be done now; "" where it can. `sought` is None for what the library
    found itself.
    """

    kind: EntryKind
    key: str  # the same for the same thing
    name: str
    run: Callable[[], object]
    detail: str = ""
    keys: str = ""
    why: str = ""
    enabled: bool = True
    icon: str = ""
    entity_kind: Kind | None = None
    sought: Text | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is typed: the kinds it is narrowed to, and the words."""

    kinds: tuple[EntryKind, ...]
    text: str

    @property
    def words(self) -> list[str]:
        """Return the words, folded."""
        return words(folded(self.text))


def wish(typed: str) -> Wish:
    """Return what is asked for by a typed text."""
    typed = typed.strip()
    if typed[:1] in SIGNS:
        return Wish(SIGNS[typed[0]], typed[1:].strip())
    return Wish(tuple(EntryKind), typed)


def ordered(
    entries: Iterable[Entry], found: Sequence[Entry], wanted: Wish, recent: Sequence[str]
) -> list[Entry]:
    """Return the entries that fit, the best first; `found` are the library's, in its own order.

    What was used last comes first among what fits as well, then what can be done now. Actions come
    before names, labels and articles, except those that fit badly; what fits only with letters left
    out is listed where nothing else is.
    """
    typed = wanted.words
    last = {key: place for place, key in enumerate(recent)}
    fitting: list[tuple[Fit, int, Entry]] = []  # how, when it was used, what
    for entry in entries:
        how = fit(typed, entry.sought) if entry.sought is not None else None
        if how is not None and entry.kind in wanted.kinds:
            fitting.append((how, last.get(entry.key, len(last)), entry))
    fitting.sort(key=lambda each: (each[0], each[1], bool(typed) and not each[2].enabled))
    if any(how is not Fit.LOOSE for how, _, _ in fitting) or (found and typed):
        fitting = [each for each in fitting if each[0] is not Fit.LOOSE]
    if not typed:
        used = [entry for _, place, entry in fitting if place < len(last)]
        others = [entry for _, place, entry in fitting if place == len(last)]
        return _each_once([*used, *_of_kinds(others), *_wanted(found, wanted)])
    good = [entry for how, _, entry in fitting if how <= Fit.WORDS]
    rest = [entry for how, _, entry in fitting if how > Fit.WORDS]
    actions = [entry for entry in good if entry.kind is EntryKind.ACTION]
    targets = [entry for entry in good if entry.kind is not EntryKind.ACTION]
    return _each_once(
        [
            *actions[:_GOOD_ACTIONS],
            *_of_kinds([*targets, *_wanted(found, wanted)]),
            *actions[_GOOD_ACTIONS:],
            *rest,
        ]
    )


def _wanted(entries: Iterable[Entry], wanted: Wish) -> list[Entry]:
    return [entry for entry in entries if entry.kind in wanted.kinds]


def _of_kinds(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries by kind, each kind's in their order."""
    places = {kind: place for place, kind in enumerate(EntryKind)}
    return sorted(entries, key=lambda entry: places[entry.kind])


def _each_once(entries: Iterable[Entry]) -> list[Entry]:
    once: dict[str, Entry] = {}
    for entry in entries:
        once.setdefault(entry.key, entry)
    return list(once.values())
