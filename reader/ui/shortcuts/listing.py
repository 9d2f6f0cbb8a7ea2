"""Every action that is in a menu, with the way to it."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

_NATIVE = QKeySequence.SequenceFormat.NativeText
_PORTABLE = QKeySequence.SequenceFormat.PortableText
KEY_CAPS = (
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),
    QT_TRANSLATE_NOOP("QShortcut", "Ins"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    QT_TRANSLATE_NOOP("QShortcut", "Tab"),
    QT_TRANSLATE_NOOP("QShortcut", "PgUp"),
    QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
    QT_TRANSLATE_NOOP("QKeySequenceEdit", "Press shortcut"),
)
"""Keys as they are printed on keyboards; Qt's own Spanish spells them out, as no program does,
and says the last one formally."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An action and the titles of the menus that lead to it; `name` is what it is kept under."""

    name: str
    action: QAction
    path: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return what the menu says."""
        return plain(self.action.text())

    @property
    def keys(self) -> str:
        """Return its keys in words; "" for none."""
        return keys_in_words(self.action.shortcuts())

    @property
    def keys_to_find(self) -> str:
        """Return its keys as they are written here and in English, to be found by either."""
        keys = self.action.shortcuts()
        return f"{keys_in_words(keys)} {QKeySequence.listToString(keys, _PORTABLE)}"


def listed(bar: QMenuBar) -> list[Listed]:
    """Return the actions of all menus that have a name, in their order, each once."""
    found: dict[str, Listed] = {}
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            _collect(menu, (plain(menu.title()),), found)
    return list(found.values())


def _collect(menu: QMenu, path: tuple[str, ...], found: dict[str, Listed]) -> None:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            _collect(below, (*path, plain(below.title())), found)
        elif action.objectName() and not action.isSeparator():
            found.setdefault(action.objectName(), Listed(action.objectName(), action, path))


def plain(text: str) -> str:
    """Return a menu's words without the sign of the letter that is underlined."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def keys_in_words(keys: list[QKeySequence]) -> str:
    """Return keys as they are written on this system, several with a comma between them."""
    return ", ".join(each.toString(_NATIVE) for each in keys if not each.isEmpty())
