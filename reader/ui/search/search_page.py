"""The page of the search: one field, and below it what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from reader.core.search import Hit, HitGroup
from reader.ui.field_names import name_field
from reader.ui.icons import icon
from reader.ui.keys import ENTER, claims
from reader.ui.page_column import TOP, ColumnLayout, EmptySentence, PageTitle
from reader.ui.panel.rows_model import ROW_ROLE
from reader.ui.search.hit_delegate import HitDelegate
from reader.ui.search.search_rows import HitModel, MoreRow
from reader.ui.theme import Theme

_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_KEYS = (*ENTER, Qt.Key.Key_Escape, *_MOVES)


class SearchEdit(QLineEdit):
    """The field; the arrow keys walk through the results while one types."""

    key_pressed = Signal(int)  # one of the page's keys

    def event(self, event: QEvent) -> bool:
        """Keep the page's keys from the window's shortcuts."""
        return claims(event, _KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the page's keys on."""
        if event.key() in _KEYS:
            self.key_pressed.emit(event.key())
        else:
            super().keyPressEvent(event)


class SearchPage(QWidget):
    """Show the results of what is typed; Enter or a click goes to one, Escape leaves."""

    text_changed = Signal(str)
    hit_activated = Signal(object)  # Hit
    more_requested = Signal(object)  # HitKind
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = PageTitle()
        self.model = HitModel(self)
        self._delegate = HitDelegate(self)
        self.edit = SearchEdit()
        self.edit.setClearButtonEnabled(True)
        self._sign = QAction(self)
        self.edit.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._message = EmptySentence()
        self._found_for = ""
        head = ColumnLayout(top=TOP)
        head.addWidget(self.title)
        head.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self._message, 1)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.key_pressed.connect(self._on_key_pressed)
        self.view.clicked.connect(self._activate)
        self.retranslate()

    @property
    def message(self) -> str:
        """Return what stands in the place of results; "" while there are some."""
        return "" if self.model.rowCount() else self._message.text()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._delegate.set_theme(theme)
        self._sign.setIcon(icon("search", theme))
        self.view.viewport().update()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.title.label.setText(self.tr("Search"))
        words = self.tr("Search articles, notes, annotations and names")
        self.edit.setPlaceholderText(words)
        name_field(self.edit, words)
        self.view.setAccessibleName(self.tr("What was found"))
        self._show_state()

    def begin(self) -> None:
        """Put the cursor into the field, with what was typed before selected."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def show_groups(self, text: str, groups: Sequence[HitGroup]) -> None:
        """Show what was found for `text`; the same row stays the current one where it can."""
        same, row = text == self._found_for, self.view.currentIndex().row()
        self._found_for = text
        self.model.set_groups(groups)
        first = self.model.next_row(0, 1)
        self._set_current(row if same and 0 <= row < self.model.rowCount() else first)
        if not same:
            self.view.scrollToTop()
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: how high they are depends on the width."""
        super().resizeEvent(event)
        self.view.scheduleDelayedItemsLayout()

    def _show_state(self) -> None:
        found = self.model.rowCount() > 0
        self.view.setVisible(found)
        self._message.setVisible(not found)
        if self._found_for.strip():
            self._message.setText(
                self.tr(
                    "Nothing was found for “{text}”. Try fewer words, or only their beginning."
                ).format(text=self._found_for.strip())
            )
        else:
            self._message.setText(
                self.tr("All words have to be there. Words in quotes are looked for as a phrase.")
            )

    def _set_current(self, row: int | None) -> None:
        index = self.model.index(row) if row is not None else QModelIndex()
        self.view.setCurrentIndex(index)
        if row == 1:
            self.view.scrollToTop()  # with its heading

    def _on_text_changed(self, text: str) -> None:
        if not text.strip():
            self.show_groups("", ())
        self.text_changed.emit(text)

    def _on_key_pressed(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        elif key in ENTER:
            self._activate(self.view.currentIndex())
        else:
            moves = _MOVES[Qt.Key(key)]
            for _ in range(abs(moves)):
                step = 1 if moves > 0 else -1
                row = self.model.next_row(self.view.currentIndex().row(), step)
                if row is not None:
                    self._set_current(row)

    def _activate(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, Hit):
            self.hit_activated.emit(row)
        elif isinstance(row, MoreRow):
            self.more_requested.emit(row.kind)
