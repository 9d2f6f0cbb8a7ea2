"""The panel's page of headings: a tree in which the one that is read is marked, and a filter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from reader.core.folding import Folder
from reader.core.outline import OutlineEntry, filtered
from reader.ui.icons import icon
from reader.ui.keys import ENTER, claims
from reader.ui.outline.model import OutlineModel
from reader.ui.panel.entity_list import FilterEdit
from reader.ui.theme import Theme
from reader.ui.timers import single_shot

_FEW = 12
"""Up to as many headings there is nothing to filter."""

_MANY = 400
"""With more headings only the upper ones are unfolded."""

_TYPING_MS = 60
_INDENT = 14


class OutlineTree(QTreeView):
    """The rows; Enter or a click leads to one."""

    row_activated = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("outline")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self.row_activated)

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the window's shortcuts."""
        return claims(event, ENTER) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the current row with Enter."""
        if event.key() in ENTER:
            self.row_activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class OutlinePage(QWidget):
    """Show the headings of the open article; what is not seen costs nothing."""

    heading_activated = Signal(int)
    """The heading's number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[OutlineEntry] = ()
        self._current = -1
        self._is_stale = False
        self._folder = Folder()
        self.filter_edit = FilterEdit()
        self._sign = QAction(self)
        self.filter_edit.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.filter_edit.setClearButtonEnabled(True)
        self.tree = OutlineTree()
        self.model = OutlineModel(self)
        self.tree.setModel(self.model)
        self._message = QLabel()
        self._message.setProperty("role", "muted")
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._message.setContentsMargins(24, 48, 24, 24)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 4, 0)
        layout.setSpacing(6)
        for part in (self.filter_edit, self.tree, self._message):
            layout.addWidget(part)
        self._timer = single_shot(self, _TYPING_MS, self._fill)
        self.filter_edit.textChanged.connect(lambda _text: self._timer.start())
        self.filter_edit.left_downwards.connect(self.tree.setFocus)
        self.tree.row_activated.connect(self._on_row_activated)
        self._retranslate()
        self._fill()

    @property
    def message(self) -> str:
        """Return what stands in the place of an empty tree; "" while there are rows."""
        return "" if self._message.isHidden() else self._message.text()

    def set_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """Show the headings of another article."""
        self._entries, self._current = entries, -1
        self.filter_edit.blockSignals(True)
        self.filter_edit.clear()
        self.filter_edit.blockSignals(False)
        self.filter_edit.setVisible(len(entries) > _FEW)
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def set_current(self, number: int) -> None:
        """Mark the heading that is read; -1 for none."""
        if number != self._current:
            self._current = number
            self._show_current()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._sign.setIcon(icon("filter", theme))

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the tree, if it is not yet."""
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Inside

    def _fill(self) -> None:
        self._is_stale = False
        words = self.filter_edit.text()
        shown, _found = filtered(self._entries, words, self._folder)
        self.model.set_entries(self._entries, shown)
        if len(shown) <= _MANY:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(0)
        deep = any(entry.depth for entry in self._entries)
        self.tree.setRootIsDecorated(deep)
        self.tree.setVisible(bool(shown))
        self._message.setVisible(not shown)
        self._retranslate()
        self._show_current()

    def _show_current(self) -> None:
        index = self.model.index_of(self._current)
        self.tree.selectionModel().clearSelection()
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.tree.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
            if self.isVisible():
                self.tree.scrollTo(index)

    def _on_row_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.heading_activated.emit(self.model.number(index))

    def _retranslate(self) -> None:
        self.filter_edit.setPlaceholderText(self.tr("Filter headings"))
        self.filter_edit.setAccessibleName(self.tr("Filter headings"))
        for each in (self.tree, self.tree.header()):
            each.setAccessibleName(self.tr("Outline"))
        none, no_match = self.tr("This article has no headings."), self.tr("No heading has that.")
        self._message.setText(no_match if self._entries else none)
