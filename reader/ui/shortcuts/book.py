"""Which keys every action has: the usual ones, or those that the user chose."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar

from reader.ui.actions import Actions
from reader.ui.shortcuts.listing import Listed, listed

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_NEEDED = {
    *(Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
}

Keys = list[QKeySequence]


class ShortcutBook(QObject):
    """Give the actions of the menus their keys, and say which are whose.

    What the user changed is kept as lines "name = Ctrl+J; Ctrl+Shift+J", in Qt's portable words;
    nothing behind the sign is no key at all.
    """

    changed = Signal()

    def __init__(self, actions: Actions, bar: QMenuBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._bar = bar
        self._usual = {each.name: _some(each.action.shortcuts()) for each in listed(bar)}
        self._kept: dict[str, Keys] = {}

    def listed(self) -> list[Listed]:
        """Return every action that keys can be given to, in the order of the menus."""
        return [each for each in listed(self._bar) if each.name in self._usual]

    def keys(self, name: str) -> Keys:
        """Return the keys that an action has now."""
        return _some(self._actions[name].shortcuts())

    def usual(self, name: str) -> Keys:
        """Return the keys that an action has if nothing is changed."""
        return list(self._usual[name])

    def is_changed(self, name: str) -> bool:
        """Return whether an action has other keys than usual."""
        return self.keys(name) != self._usual[name]

    def apply(self, lines: Iterable[str]) -> None:
        """Give the actions the keys that the lines say, and all others their usual ones.

        A key serves one action alone, for two would have none of it: what the user gave comes
        before what is usual, an earlier line before a later one.
        """
        self._kept = self._parsed(lines)
        taken = _Taken()
        given: dict[str, Keys] = {}
        for name in (*self._kept, *(each for each in self._usual if each not in self._kept)):
            wanted = self._kept.get(name, self._usual[name])
            given[name] = [key for key in wanted if not taken.has(key)]
            taken.add(given[name])
        is_other = False
        for name, keys in given.items():
            if self.keys(name) != keys:
                self._actions[name].setShortcuts(keys)
                is_other = True
        if is_other:
            self._actions.retranslate()  # tooltips name the keys
            self.changed.emit()

    def lines_with(self, changes: Mapping[str, Sequence[QKeySequence]]) -> tuple[str, ...]:
        """Return the lines to keep once some actions have other keys."""
        kept = {name: keys for name, keys in self._kept.items() if name not in changes}
        # First what is new: of what clashes with it, it stays.
        kept = {name: list(keys) for name, keys in changes.items()} | kept
        return tuple(
            f"{name} = {QKeySequence.listToString(keys, _PORTABLE)}".rstrip()
            for name, keys in kept.items()
            if keys != self._usual[name]
        )

    def users_of(self, key: QKeySequence, *, besides: str = "") -> list[Listed]:
        """Return the actions that a key, or the beginning of one, belongs to."""
        return [
            each
            for each in self.listed()
            if each.name != besides and any(_clash(key, own) for own in self.keys(each.name))
        ]

    def left_of(self, name: str, keys: Iterable[QKeySequence]) -> Keys:
        """Return the keys that an action keeps where another gets `keys`."""
        given = list(keys)
        return [own for own in self.keys(name) if not any(_clash(own, key) for key in given)]

    def _parsed(self, lines: Iterable[str]) -> dict[str, Keys]:
        kept: dict[str, Keys] = {}
        for line in lines:
            name, sign, said = line.partition("=")
            name = name.strip()
            if sign and name in self._usual:
                keys = QKeySequence.listFromString(said.strip(), _PORTABLE)
                kept[name] = [key for key in keys if is_usable(key)]
        return kept


class _Taken:
    """Keys that are somebody's, to be looked up among many."""

    def __init__(self) -> None:
        self._whole: set[tuple[int, ...]] = set()
        self._begun: set[tuple[int, ...]] = set()

    def add(self, keys: Keys) -> None:
        """Take keys."""
        for key in keys:
            strokes = _strokes(key)
            self._whole.add(strokes)
            self._begun.update(strokes[:count] for count in range(1, len(strokes) + 1))

    def has(self, key: QKeySequence) -> bool:
        """Return whether a key is taken, or the beginning of one, or begins with one."""
        strokes = _strokes(key)
        return strokes in self._begun or any(
            strokes[:count] in self._whole for count in range(1, len(strokes))
        )


def _strokes(key: QKeySequence) -> tuple[int, ...]:
    # The stubs don't know of a sequence's strokes.
    return tuple(key[number].toCombined() for number in range(key.count()))  # type: ignore[index]


def is_usable(key: QKeySequence) -> bool:
    """Return whether a key may be given away: not those that one types and walks with."""
    if key.isEmpty():
        return False
    first = key[0]  # type: ignore[index]  # the stubs don't know of it
    if first.key() == Qt.Key.Key_unknown:
        return False
    return not (first.key() in _NEEDED and first.keyboardModifiers() in _BARE)


def _some(keys: Keys) -> Keys:
    """Return the keys without the empty ones, which a system has for what it has no key for."""
    return [key for key in keys if not key.isEmpty()]


def _clash(one: QKeySequence, other: QKeySequence) -> bool:
    none = QKeySequence.SequenceMatch.NoMatch
    return one.matches(other) is not none or other.matches(one) is not none
