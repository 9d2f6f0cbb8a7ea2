"""An entity's other names as chips that can be taken away, and a field for one more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from reader.ui.panel.link_button import LinkButton
from reader.ui.panel.name_field import NameField
from reader.ui.plain_text import one_line
from reader.ui.tags.flow_layout import FlowLayout
from reader.ui.tags.tag_chip import TagChip
from reader.ui.theme import Theme

SHOWN = 8
"""How many names are shown before one asks for the others; some countries have thirty."""


class AliasChip(TagChip):
    """One of an entity's other names."""

    def _retranslate(self) -> None:
        self.setAccessibleDescription(self.tr("Another name; Delete takes it away"))


class _Adder(QWidget):
    """A button that becomes a field."""

    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = LinkButton()
        self.edit = NameField()
        self.edit.setMinimumWidth(110)
        self.edit.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addWidget(self.edit, 1)
        line.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.begin)
        self.edit.returnPressed.connect(self._on_entered)
        self.edit.called_off.connect(self._on_called_off)
        self.edit.left.connect(self.close_field)

    def begin(self) -> None:
        """Let a name be typed."""
        self.edit.clear()
        self.edit.show()
        self.button.hide()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """Hand on what was typed, and show the button again."""
        if self.edit.isHidden():
            return
        had_focus = self.edit.hasFocus()
        self._hand_on()
        self.edit.hide()
        self.button.show()
        if had_focus:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_called_off(self) -> None:
        self.edit.clear()
        self.close_field()

    def _on_entered(self) -> None:
        self._hand_on()
        self.close_field()

    def _hand_on(self) -> None:
        name = one_line(self.edit.text())
        self.edit.clear()
        if name:
            self.added.emit(name)


class AliasLine(QWidget):
    """Show an entity's other names, as many as are of interest, with a cross each."""

    alias_added = Signal(str)
    alias_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._aliases: Sequence[str] = ()
        self._is_whole = False
        self.chips: list[AliasChip] = []
        self._flow = FlowLayout(self, gap=5)
        self.more_button = LinkButton()
        self.more_button.clicked.connect(self._on_more)
        self.adder = _Adder()
        self.adder.added.connect(self._on_added)
        self._flow.addWidget(self.more_button)
        self._flow.addWidget(self.adder)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._retranslate()

    @property
    def names(self) -> list[str]:
        """Return the names that are shown."""
        return [chip.name for chip in self.chips]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        for chip in self.chips:
            chip.set_theme(theme)

    def show_aliases(self, aliases: Sequence[str], *, is_other: bool) -> None:
        """Show names; `is_other` where they are another entity's than before."""
        if is_other:
            self._is_whole = False
            self.adder.close_field()
        if is_other or tuple(aliases) != tuple(self._aliases):
            self._aliases = tuple(aliases)
            self._build()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        """Make the chips anew: they are few, and seldom change."""
        place = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        shown = self._aliases if self._is_whole else self._aliases[:SHOWN]
        if len(self._aliases) - len(shown) == 1:
            shown = self._aliases  # the sign would take as much room
        self.chips = [AliasChip(alias, self._theme) for alias in shown]
        for number, chip in enumerate(self.chips):
            self._flow.insert_widget(number, chip)
            chip.show()
            chip.removal_requested.connect(self.alias_removed)
            chip.neighbour_requested.connect(lambda step, at=number: self._walk(at + step))
        left = len(self._aliases) - len(shown)
        self.more_button.set_text(self.tr("%n more", "", left))
        self.more_button.setVisible(left > 0)
        if place is not None:
            self._walk(min(place, len(self.chips) - 1))
        self.updateGeometry()

    def _walk(self, place: int) -> None:
        if 0 <= place < len(self.chips):
            self.chips[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.adder.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_more(self) -> None:
        self._is_whole = True
        self._build()

    def _on_added(self, name: str) -> None:
        if name not in self._aliases:
            self.alias_added.emit(name)

    def _retranslate(self) -> None:
        self.adder.button.set_text("+ " + self.tr("Another name"))
        self.adder.button.setAccessibleName(self.tr("Add another name"))
        self.adder.button.set_hint(
            self.tr("How it is called elsewhere, too: a short form, an acronym, another spelling")
        )
        self.adder.edit.setPlaceholderText(self.tr("Another name"))
        self.adder.edit.setAccessibleName(self.tr("Another name"))
        if self.chips:
            self._build()
