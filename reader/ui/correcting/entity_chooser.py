"""Choose another entity of the article or of the library, with what tells it from its namesakes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from reader.core.directory import Listed
from reader.core.mentions import Kind
from reader.ui.background import LibraryThread
from reader.ui.correcting import entity_words
from reader.ui.correcting.candidates import Candidate, spoken
from reader.ui.correcting.entity_picker import CandidateDelegate
from reader.ui.correcting.popup import Popup
from reader.ui.correcting.rename_popup import NameEdit
from reader.ui.keys import ENTER
from reader.ui.plain_text import PlainLabel, one_line, plain_tooltip
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.store.library import Library

_LISTED = Qt.ItemDataRole.UserRole + 1
_CANDIDATE = Qt.ItemDataRole.UserRole  # what the delegate paints
_ROWS = 6
_PAGE = 5


class EntityChooser(Popup):
    """Type, go down, press Enter; those of the open article come first.

    `without` are those that can't be chosen. `says` returns what choosing one
    will do, by whether its name is the one that stays.
    """

    entity_chosen = Signal(object, bool)  # Listed; whether its name is to be kept
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        title: str,
        *,
        library: LibraryThread,
        theme: Theme,
        document_id: str,
        without: Sequence[str],
        says: Callable[[Listed, bool], str],
        kind: Kind | None = None,
        back_to: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(title, back_to=back_to, parent=parent)
        self._library = library
        self._document_id = document_id
        self._without = frozenset(without)
        self._says = says
        self._kind = kind  # of which those come first that are alike
        self.edit = NameEdit()
        self.list = QListWidget()
        delegate = CandidateDelegate(self.list)
        delegate.set_theme(theme)
        self.list.setItemDelegate(delegate)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(title)
        row_height = 2 * self.fontMetrics().height() + 9
        self.list.setFixedHeight(_ROWS * row_height + 2)
        self.outcome = PlainLabel(max_lines=4)
        self.outcome.setProperty("role", "muted")
        # So that nothing moves while one walks the list.
        self.outcome.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 2)
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        hint = self.tr("Find a name in the article or the library")
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self._nothing = QLabel(self.tr("No such name in the article or the library."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self.keeps_other = QCheckBox(self.tr("Keep the other one's name"))
        self.keeps_other.toggled.connect(lambda _on: self._say(self.list.currentItem()))
        for part in (self.edit, self.list, self._nothing, self.outcome, self.keeps_other):
            self.column.addWidget(part)
        self.edit.textChanged.connect(self._find)
        self.edit.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self.list.currentItemChanged.connect(lambda now, _before: self._say(now))
        self._find("")

    def first_focus(self) -> QWidget:
        """Return the line."""
        return self.edit

    def shown(self) -> list[Listed]:
        """Return what is listed."""
        return [self.list.item(row).data(_LISTED) for row in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line, and choose with Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in ENTER and self.list.currentItem() is not None:
            self._choose(self.list.currentItem())
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

    def _find(self, typed: str) -> None:
        typed = one_line(typed)
        document_id = self._document_id

        def find(library: "Library") -> list[Listed]:
            return library.directory.find(typed, document_id=document_id)

        def done(found: list[Listed]) -> None:
            if isValid(self) and one_line(self.edit.text()) == typed:
                self._fill([each for each in found if each.entity.id not in self._without])

        self._library.call(find, done=done, failed=self.failed.emit)

    def _fill(self, found: Sequence[Listed]) -> None:
        self.list.clear()
        alike = [each for each in found if each.entity.kind is self._kind]
        for listed in [*alike, *(each for each in found if each not in alike)]:
            entity = listed.entity
            reason = entity_words.told_apart(listed)
            candidate = Candidate(entity.id, entity.name, entity.kind, reason)
            item = QListWidgetItem(one_line(entity.name), self.list)
            item.setData(_CANDIDATE, candidate)
            item.setData(_LISTED, listed)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(candidate))
            item.setToolTip(plain_tooltip("\n".join([entity.name, *entity.aliases[:8], reason])))
        self.list.setVisible(self.list.count() > 0)
        self._nothing.setVisible(self.list.count() == 0)
        self.list.setCurrentRow(0)
        self._say(self.list.currentItem())

    def _say(self, item: QListWidgetItem | None) -> None:
        keeps_other = self.keeps_other.isChecked()
        self.outcome.setText(
            self._says(item.data(_LISTED), keeps_other) if item is not None else ""
        )
        self.keeps_other.setEnabled(item is not None)

    def _choose(self, item: QListWidgetItem) -> None:
        listed: Listed = item.data(_LISTED)
        self.leave()
        self.entity_chosen.emit(listed, self.keeps_other.isChecked())
