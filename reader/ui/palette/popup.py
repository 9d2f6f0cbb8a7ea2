"""The palette itself: a field over the window, and below it what fits."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from reader.ui.keys import ENTER, claims
from reader.ui.palette.entries import Entry
from reader.ui.palette.rows import entry_row
from reader.ui.panel.offered_rows import OfferedDelegate, OfferedModel
from reader.ui.theme import Theme

_WIDTH = 640
_MOST_ROWS = 12
_EDGE = 12
_FROM_TOP = 0.1
_PAGE = 8
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}
_KEYS = (*ENTER, Qt.Key.Key_Escape, *_STEPS)


class PaletteEdit(QLineEdit):
    """The field; its keys for the list are nobody's shortcuts."""

    def event(self, event: QEvent) -> bool:
        """Keep the list's keys from the window's shortcuts."""
        return claims(event, _KEYS) or super().event(event)


class Palette(QFrame):
    """Type, go down, press Enter; Escape closes, and the keyboard goes back to where it was."""

    typed = Signal(str)
    entry_chosen = Signal(object)  # Entry, once the palette is gone
    missed = Signal(str)  # why the chosen entry can't be done now

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._back_to: QWidget | None = None
        self._moved = False  # whether the user has gone to a row
        self.edit = PaletteEdit()
        self.edit.setObjectName("paletteEdit")
        self.model = OfferedModel(entry_row, self)
        self._delegate = OfferedDelegate(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(14, 6, 14, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.edit)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.edit.installEventFilter(self)
        window.installEventFilter(self)
        self.edit.textChanged.connect(self._on_typed)
        self.list.clicked.connect(lambda _index: self.choose())
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._delegate.set_theme(theme)
        self.list.viewport().update()

    def open(self, *, back_to: QWidget) -> None:
        """Show the palette with nothing typed; what has the keyboard gets it back afterwards."""
        focused = self.window().focusWidget()
        self._back_to = focused if focused is not None and focused.isVisible() else back_to
        self._retranslate()
        self._moved = False
        self.edit.clear()
        self.show()
        self.raise_()
        self._place()
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)
        self.typed.emit("")

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List these; the row that the user has gone to stays the current one."""
        current = self.current()
        self.model.set_values(entries)
        same = [row for row, entry in enumerate(entries) if current and entry.key == current.key]
        row = same[0] if same and self._moved else 0
        self._moved = self._moved and bool(same)
        self.list.setCurrentIndex(self.model.index(row, 0))
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        self._place()

    def current(self) -> Entry | None:
        """Return the entry that Enter would choose; None where nothing is listed."""
        row = self.list.currentIndex().row()
        return self.model.values[row] if 0 <= row < len(self.model.values) else None

    def choose(self) -> None:
        """Close, and hand on the current entry; stay where it can't be done now."""
        entry = self.current()
        if entry is None:
            return
        if not entry.enabled:
            self.missed.emit(entry.why)
            return
        self.leave()
        self.entry_chosen.emit(entry)

    def leave(self) -> None:
        """Close, and give the keyboard back."""
        if self.isHidden():
            return
        back_to, self._back_to = self._back_to, None
        if back_to is not None and isValid(back_to):
            back_to.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the field, and follow the window's size."""
        if watched is self.edit and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._on_key(event.key())
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        if key in ENTER:
            self.choose()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _STEPS and self.model.rowCount():
            count, row = self.model.rowCount(), self.list.currentIndex().row()
            step = _STEPS[Qt.Key(key)]
            row = (row + step) % count if abs(step) == 1 else max(0, min(row + step, count - 1))
            self._moved = True
            self.list.setCurrentIndex(self.model.index(row, 0))
        else:
            return False
        return True

    def _on_typed(self, text: str) -> None:
        self._moved = False
        if self.isVisible():
            self.typed.emit(text)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()  # the keyboard has gone elsewhere already

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        width = min(_WIDTH, parent.width() - 2 * _EDGE)
        top = max(_EDGE, round(parent.height() * _FROM_TOP))
        row = max(self.list.sizeHintForRow(0), 1)
        room = parent.height() - top - _EDGE - self.edit.sizeHint().height() - 30
        rows = max(1, min(_MOST_ROWS, self.model.rowCount(), room // row))
        self.list.setFixedHeight(rows * row + 2)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(QPoint((parent.width() - width) // 2, top))

    def _retranslate(self) -> None:
        words = self.tr("A command, a name or an article — only: > commands, @ names, # tags")
        self.edit.setPlaceholderText(words)
        self.edit.setAccessibleName(self.tr("Command palette"))
        self.edit.setAccessibleDescription(words)
        self.list.setAccessibleName(self.tr("Commands, names and articles"))
        self._nothing.setText(self.tr("Nothing is called that."))
