"""What forms share in which one types a name and chooses of those that are called so."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from reader.ui.background import LibraryThread
from reader.ui.correcting.candidates import Candidate, spoken
from reader.ui.correcting.popup import Popup
from reader.ui.correcting.rename_popup import NameEdit
from reader.ui.keys import ENTER
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample, sample_rect
from reader.ui.panel.row_delegate import AnyIndex, TwoLineDelegate
from reader.ui.plain_text import one_line, plain_tooltip
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.store.library import Library

CANDIDATE = Qt.ItemDataRole.UserRole
ROWS = 6
"""How many are seen at once."""

_MARGIN = 10
_PAGE = 5
_Found = TypeVar("_Found")


class CandidateDelegate(TwoLineDelegate):
    """Paint a candidate: its kind's sample, its name, and beneath what speaks for it."""

    spare = 9

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a candidate."""
        candidate: Candidate = index.data(CANDIDATE)
        colours = self.paint_background(painter, option, theme)
        rect = option.rect.adjusted(_MARGIN, 3, -_MARGIN, -4)
        paint_kind_sample(painter, sample_rect(rect, option.font), candidate.kind, theme)
        rect.adjust(SAMPLE_SIZE.width() + 8, 0, 0, 0)
        lines = one_line(candidate.name), one_line(candidate.reason)
        self.paint_lines(painter, rect, option.font, lines, colours)


class CandidateForm(Popup):
    """Type, go down, press Enter: a line, and a list of who may be meant.

    Whoever derives it fills the list with `add`, reads the library with `read`, and says in
    `choose` what choosing does.
    """

    failed = Signal(object)  # ReaderError

    def __init__(
        self, title: str, *, library: LibraryThread, theme: Theme, back_to: QWidget, parent: QWidget
    ) -> None:
        super().__init__(title, back_to=back_to, parent=parent)
        self._library = library
        self.edit = NameEdit()
        hint = self.tr("Find a name in the article or the library")
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.list = QListWidget()
        delegate = CandidateDelegate(self.list)
        delegate.set_theme(theme)
        self.list.setItemDelegate(delegate)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(title)
        self._nothing = QLabel(self.tr("No such name in the article or the library."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        for part in (self.edit, self.list, self._nothing):
            self.column.addWidget(part)
        self.edit.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self.choose)

    def first_focus(self) -> QWidget:
        """Return the line."""
        return self.edit

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line, and choose with Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in ENTER and self.list.currentItem() is not None:
            self.choose(self.list.currentItem())
            return True
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
        }
        step = steps.get(Qt.Key(event.key())) if watched is self.edit else None
        if step is None or not self.list.count():
            return super().eventFilter(watched, event)
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))
        return True

    def choose(self, item: QListWidgetItem) -> None:
        """Do what choosing an item does."""
        raise NotImplementedError

    def add(self, candidate: Candidate, tooltip: str) -> QListWidgetItem:
        """List a candidate."""
        item = QListWidgetItem(one_line(candidate.name), self.list)
        item.setData(CANDIDATE, candidate)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(candidate))
        item.setToolTip(plain_tooltip(tooltip))
        return item

    def show_added(self) -> None:
        """Show what was added, or that there is nothing; the first is current where none was."""
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self._nothing.setVisible(self.list.count() == 0)

    def read(self, find: "Callable[[Library], _Found]", show: Callable[[_Found], Any]) -> None:
        """Read the library, and show what is found there while that is what is typed."""
        typed = one_line(self.edit.text())

        def done(found: _Found) -> None:
            if isValid(self) and one_line(self.edit.text()) == typed:
                show(found)

        self._library.call(find, done=done, failed=self.failed.emit)
