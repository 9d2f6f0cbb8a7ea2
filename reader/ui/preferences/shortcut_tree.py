"""The list of actions with their keys, grouped by menu."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from reader.ui.shortcuts.book import ShortcutBook

_NAME = Qt.ItemDataRole.UserRole
_LEAST_HEIGHT = 170


class ShortcutTree(QTreeWidget):
    """List every action; what has other keys than usual is bold."""

    def __init__(self, book: ShortcutBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.items: dict[str, QTreeWidgetItem] = {}  # by the action's name
        self._groups: dict[tuple[str, ...], QTreeWidgetItem] = {}
        self.setObjectName("shortcutTree")
        self.setColumnCount(2)
        self.setRootIsDecorated(False)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setMinimumHeight(_LEAST_HEIGHT)

    def fill(self) -> None:
        """List the actions in the words of the language that is now installed."""
        current = self.current()
        self.clear()
        self.items = {}
        self._groups = {}
        for each in self._book.listed():
            if each.path not in self._groups:
                self._groups[each.path] = self._group(" › ".join(each.path))
            item = QTreeWidgetItem([each.words.rstrip("…"), each.keys])
            item.setData(0, _NAME, each.name)
            self._groups[each.path].addChild(item)
            self.items[each.name] = item
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.setCurrentItem(self.items.get(current, next(iter(self.items.values()))))

    def show_keys(self) -> None:
        """Show the keys that the actions have now."""
        for each in self._book.listed():
            item = self.items[each.name]
            item.setText(1, each.keys)
            font = item.font(1)
            font.setBold(self._book.is_changed(each.name))
            item.setFont(1, font)

    def choose(self, name: str) -> None:
        """Make an action the current one."""
        self.setCurrentItem(self.items[name])

    def current(self) -> str:
        """Return the name of the current action; "" for none."""
        item = self.currentItem()
        return item.data(0, _NAME) or "" if item is not None else ""

    def set_shown(self, name: str, shown: bool) -> None:
        """Show an action or not; `fit_groups` follows."""
        self.items[name].setHidden(not shown)

    def fit_groups(self) -> None:
        """Show the menus of which something is shown, and go to what is shown."""
        for group in self._groups.values():
            group.setHidden(True)
        shown = [each for each in self._book.listed() if not self.items[each.name].isHidden()]
        for each in shown:
            self._groups[each.path].setHidden(False)
        current = self.currentItem()
        if shown and (current is None or current.isHidden()):
            self.choose(shown[0].name)

    def _group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem([title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        self.addTopLevelItem(group)
        group.setExpanded(True)
        group.setFirstColumnSpanned(True)
        return group
