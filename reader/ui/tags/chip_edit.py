"""A field of chips with a line behind them, which offers what may become one more."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget

from reader.core.folding import Folder
from reader.ui.focus import lead_focus
from reader.ui.keys import ENTER, claims
from reader.ui.tags.flow_layout import FlowLayout
from reader.ui.tags.tag_chip import TagChip
from reader.ui.theme import Theme

MOST_OFFERED = 12


class _Field(QLineEdit):
    """A line that keeps Enter from the window's shortcuts."""

    def event(self, event: QEvent) -> bool:
        return claims(event, ENTER) or super().event(event)


class ChipEdit(QWidget):
    """Show chips and the line, in which arrows and Backspace walk to them.

    What is offered, and what becomes of what was typed, is for those that inherit to say.
    """

    def __init__(
        self, offered: QAbstractItemModel, *, least_width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._folder = Folder()
        self._chips: list[TagChip] = []
        offered.setParent(self)
        self.field = _Field()
        self.field.setFrame(False)
        self.field.setProperty("role", "bare")
        self.field.setMinimumWidth(least_width)
        self.completer = QCompleter(offered, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(MOST_OFFERED)
        self.field.setCompleter(self.completer)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.field)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        lead_focus(self, self.field)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self.offer)
        self.field.returnPressed.connect(self.add_typed)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        for chip in self._chips:
            chip.set_theme(theme)

    def offer(self, text: str) -> None:
        """Offer what fits to what was typed."""
        raise NotImplementedError

    def add_typed(self) -> None:
        """Make a chip of what was typed, where it can be one."""
        raise NotImplementedError

    def words(self) -> tuple[str, str]:
        """Return the name of the line, and what stands in it while it is empty."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer all with the arrow down, and let Backspace go to the last chip."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        is_back = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left)
        if is_back and self._chips and not self.field.text():
            self._chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        popup = self.completer.popup()
        if event.key() == Qt.Key.Key_Down and not (popup is not None and popup.isVisible()):
            self.offer(self.field.text())
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        name, placeholder = self.words()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(placeholder)

    # ---- chips

    def _insert(self, chip: TagChip) -> None:
        """Put a chip behind the others."""
        chip.neighbour_requested.connect(lambda step: self._go(chip, step))
        self._flow.insert_widget(len(self._chips), chip)
        chip.show()
        if self._chips:
            QWidget.setTabOrder(self._chips[-1], chip)
        QWidget.setTabOrder(chip, self.field)
        self._chips.append(chip)

    def _drop(self, chip: TagChip) -> None:
        """Take a chip away; the keyboard goes to the one behind it."""
        place = self._chips.index(chip)
        had_focus = chip.hasFocus()
        del self._chips[place]
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        if had_focus:
            after = self._chips[place] if place < len(self._chips) else self.field
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()

    def _drop_all(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []

    def _go(self, chip: TagChip, step: int) -> None:
        place = self._chips.index(chip) + step
        if place >= 0:
            after = self._chips[place] if place < len(self._chips) else self.field
            after.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self) -> None:
        """Take the height that the chips need now."""
        self._flow.invalidate()
        self.updateGeometry()

    def _show_offered(self, *, is_any: bool) -> None:
        popup = self.completer.popup()
        if is_any:
            self.completer.complete()
        elif popup is not None:
            popup.hide()
