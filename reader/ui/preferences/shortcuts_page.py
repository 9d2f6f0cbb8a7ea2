"""The page for the keys of every action."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from reader.settings import Settings
from reader.ui.preferences.page import Page, Row
from reader.ui.preferences.shortcut_tree import ShortcutTree
from reader.ui.shortcuts.book import Keys, ShortcutBook, is_usable
from reader.ui.shortcuts.listing import Listed, keys_in_words


class ShortcutsPage(Page):
    """A list of actions by menu, and below it the keys of the one that is chosen."""

    settings_changed = Signal(object)  # Settings

    def __init__(
        self, settings: Settings, book: ShortcutBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._book = book
        self._proposed: Keys | None = None  # for the current action, while a question stands
        self._make()
        self._lay_out()
        self.tree.currentItemChanged.connect(lambda *_: self._on_current_changed())
        self.key_edit.editingFinished.connect(self._on_key_pressed)
        self.reset_button.clicked.connect(self._on_reset)
        self.reset_all_button.clicked.connect(self._on_reset_all)
        self.take_button.clicked.connect(lambda: self._settle(take=True))
        self.leave_button.clicked.connect(lambda: self._settle(take=False))
        book.changed.connect(self._show_keys)
        self.retranslate()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.title.setText(self.tr("Keyboard"))
        self._intro.setText(
            self.tr(
                "Choose a command and press its new keys. A single letter stays a letter while "
                "you type in a field."
            )
        )
        self.tree.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.tree.setAccessibleName(self.tr("Commands and their keys"))
        self.key_edit.setAccessibleName(self.tr("New keys"))
        self._new.setText(self.tr("Add:"))
        self._clear_edit()
        self.reset_button.setText(self.tr("Usual keys"))
        self.reset_all_button.setText(self.tr("All back to the usual keys"))
        self.take_button.setText(self.tr("Take them away there"))
        self.leave_button.setText(self.tr("Leave them there"))
        self.tree.fill()
        self._show_keys()

    def show_settings(self, settings: Settings) -> None:
        """Take note of what is set; the keys themselves come from the book."""
        self._settings = settings

    def rows(self) -> list[Row]:
        """Return the actions, found by their words, their menus and their keys."""
        synonyms = self.tr("shortcuts hotkeys keys key combination")
        return [
            Row(
                f"{' '.join(each.path)} {each.words} {each.keys_to_find} {synonyms}",
                partial(self.tree.set_shown, each.name),
            )
            for each in self._book.listed()
        ]

    def filter(self, wanted: str) -> int:
        """Show only the actions that are wanted, under their menus."""
        found = super().filter(wanted)
        self.tree.fit_groups()
        return found

    def choose(self, name: str) -> None:
        """Make an action the current one."""
        self.tree.choose(name)

    def current(self) -> str:
        """Return the name of the current action; "" for none."""
        return self.tree.current()

    def propose(self, keys: Keys) -> None:
        """Give the current action these keys, once it is settled what has them now."""
        name = self.current()
        if self._others(name, keys):
            self._proposed = keys
            self._show_question()
        else:
            self._change({name: keys})

    # ---- inside

    def _make(self) -> None:
        self._intro = QLabel()
        self._intro.setProperty("role", "muted")
        self._intro.setWordWrap(True)
        self.tree = ShortcutTree(self._book)
        self._chosen, self._new, self._said = QLabel(), QLabel(), QLabel()
        self._chosen.setProperty("role", "strong")
        for label in (self._chosen, self._said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.key_edit = QKeySequenceEdit()
        self.key_edit.setMaximumSequenceLength(1)
        self.key_edit.setMaximumWidth(180)
        self._new.setBuddy(self.key_edit)
        self.key_buttons: list[QPushButton] = []
        self.reset_button, self.reset_all_button = QPushButton(), QPushButton()
        self.take_button, self.leave_button = QPushButton(), QPushButton()
        for button in (self.reset_button, self.reset_all_button, *self._answers()):
            button.setAutoDefault(False)

    def _answers(self) -> tuple[QPushButton, QPushButton]:
        return self.take_button, self.leave_button

    def _lay_out(self) -> None:
        self._keys_line = QHBoxLayout()
        self._keys_line.setSpacing(6)
        self._keys_line.addStretch(1)
        new_line = QHBoxLayout()
        new_line.setSpacing(8)
        new_line.addWidget(self._new)
        new_line.addWidget(self.key_edit)
        new_line.addWidget(self.reset_button)
        new_line.addStretch(1)
        new_line.addWidget(self.reset_all_button)
        question = QHBoxLayout()
        question.setSpacing(8)
        question.addWidget(self.take_button)
        question.addWidget(self.leave_button)
        question.addStretch(1)
        self.body.addWidget(self._intro)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self._chosen)
        for line in (self._keys_line, new_line):
            self.body.addLayout(line)
        self.body.addWidget(self._said)
        self.body.addLayout(question)

    def _show_keys(self) -> None:
        self.tree.show_keys()
        is_any = any(self._book.is_changed(each.name) for each in self._book.listed())
        self.reset_all_button.setEnabled(is_any)
        self._show_current()

    def _on_current_changed(self) -> None:
        self._proposed = None
        self._say("")
        self._show_current()

    def _show_current(self) -> None:
        name = self.current()
        for button in self.key_buttons:
            self._keys_line.removeWidget(button)
            button.hide()  # out of the layout, it would lie over the page until it is deleted
            button.deleteLater()
        self.key_buttons = []
        if name:
            self._chosen.setText(self.tree.items[name].text(0))
            for place, key in enumerate(self._book.keys(name)):
                said = keys_in_words([key])
                button = QPushButton(f"{said}  ✕")
                button.setAutoDefault(False)
                button.setToolTip(self.tr("Take {keys} away").format(keys=said))
                button.setAccessibleName(self.tr("Take {keys} away").format(keys=said))
                button.clicked.connect(partial(self._take_away, place))
                self._keys_line.insertWidget(place, button)
                self.key_buttons.append(button)
            self.reset_button.setEnabled(self._book.is_changed(name))
        self._show_question()

    def _show_question(self) -> None:
        is_asked = self._proposed is not None
        if self._proposed is not None:
            others = ", ".join(
                f"{each.words.rstrip('…')} ({each.keys})"
                for each in self._others(self.current(), self._proposed)
            )
            self._say(self.tr("Also: {others}.").format(others=others))
        self.take_button.setVisible(is_asked)
        self.leave_button.setVisible(is_asked)

    def _clear_edit(self) -> None:
        self.key_edit.clear()
        field = self.key_edit.findChild(QLineEdit)
        if field is not None:  # Qt's own words say it formally
            field.setPlaceholderText(self.tr("Press the keys"))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def said(self) -> str:
        """Return what is said of the keys pressed last."""
        return self._said.text()

    # ---- what the user does

    def _on_key_pressed(self) -> None:
        key = self.key_edit.keySequence()
        name = self.current()
        if key.isEmpty() or not name:
            return
        self._clear_edit()
        self._proposed = None
        self._say("")
        if not is_usable(key):
            words = self.tr("{keys} is needed for typing and reading; add Ctrl or Alt to it.")
            self._say(words.format(keys=keys_in_words([key])))
            self._show_question()
        elif key not in self._book.keys(name):
            self.propose([*self._book.keys(name), key])

    def _take_away(self, place: int) -> None:
        keys = self._book.keys(self.current())
        del keys[place]
        self._proposed = None
        self._say("")
        self._change({self.current(): keys})
        self.key_edit.setFocus()

    def _on_reset(self) -> None:
        self.propose(self._book.usual(self.current()))

    def _on_reset_all(self) -> None:
        self._proposed = None
        self._say("")
        self.settings_changed.emit(replace(self._settings, shortcuts=()))

    def _settle(self, *, take: bool) -> None:
        """Give the proposed keys: all of them, or those that nothing else has."""
        name, keys = self.current(), self._proposed or []
        self._proposed = None
        self._say("")
        changes = {name: keys}
        if take:
            for other in self._others(name, keys):
                changes[other.name] = self._book.left_of(other.name, keys)
        else:
            changes[name] = [key for key in keys if not self._book.users_of(key, besides=name)]
        self._change(changes)
        self._show_question()
        self.key_edit.setFocus()

    def _others(self, name: str, keys: Keys) -> list[Listed]:
        found: dict[str, Listed] = {}
        for key in keys:
            for each in self._book.users_of(key, besides=name):
                found[each.name] = each
        return list(found.values())

    def _change(self, changes: dict[str, Keys]) -> None:
        lines = self._book.lines_with(changes)
        self.settings_changed.emit(replace(self._settings, shortcuts=lines))
