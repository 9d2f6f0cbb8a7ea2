"""The mentions of one entity, as snippets that lead to the text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.ui.icons import icon
from reader.ui.kinds import mention_count
from reader.ui.panel.card_rows import SnippetDelegate, SnippetModel
from reader.ui.panel.panel_data import Snippet
from reader.ui.panel.row_delegate import PANEL_MARGIN
from reader.ui.panel.row_list import RowList
from reader.ui.theme import Theme


class MentionList(QWidget):
    """List mentions in reading order under their numbers, with buttons that walk them."""

    mention_activated = Signal(int)  # the mention's start
    next_mention_requested = Signal()
    previous_mention_requested = Signal()
    mention_marked = Signal(bool)  # whether one is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._demonyms = 0
        self._snippets = SnippetModel(self)
        self._delegate = SnippetDelegate(self)
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self.previous_button = self._step_button(self._on_previous_clicked)
        self.next_button = self._step_button(self._on_next_clicked)
        self.rows = RowList()
        self.rows.setModel(self._snippets)
        self.rows.setItemDelegate(self._delegate)
        self.rows.row_chosen.connect(self._on_row_chosen)
        self.rows.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._snippets.modelReset.connect(self._on_selection_changed)  # it is said of no other way
        bar = QHBoxLayout()
        bar.setContentsMargins(PANEL_MARGIN, 10, PANEL_MARGIN - 4, 2)
        bar.setSpacing(2)
        bar.addWidget(self._title, 1)
        bar.addWidget(self.previous_button)
        bar.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.rows)
        self._retranslate()

    @property
    def title(self) -> str:
        """Return what stands over the mentions: the numbers of names and of demonyms."""
        return self._title.text()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._delegate.set_theme(theme)
        self.rows.viewport().update()
        self.previous_button.setIcon(icon("previous", theme))
        self.next_button.setIcon(icon("next", theme))

    def set_mentions(self, mentions: Sequence[Snippet], *, count: int, demonyms: int = 0) -> None:
        """List `mentions`, of `count` that there are, `demonyms` among them.

        The one that is marked stays so.
        """
        current = self.current()
        self._count = count
        self._demonyms = demonyms
        self._snippets.set_rows(mentions)
        self.rows.setVisible(bool(mentions))
        self.previous_button.setEnabled(count > 0)
        self.next_button.setEnabled(count > 0)
        self.mark(current)
        self._retranslate()

    def mark(self, start: int | None) -> QRect | None:
        """Mark the mention that starts at `start`, None for none; return where its snippet is."""
        row = self._snippets.row_at(start) if start is not None else None
        selection = self.rows.selectionModel()
        if row is None:
            selection.clear()
            return None
        index: QModelIndex = self._snippets.index(row)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return self.rows.visualRect(index).translated(self.rows.pos())

    def current(self) -> int | None:
        """Return the start of the mention that is marked; None for none."""
        indexes = self.rows.selectionModel().selectedIndexes()
        return self._snippets.row(indexes[0].row()).start if indexes else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(
            mention_count(self._count - self._demonyms, self._demonyms)
            if self._count
            else self.tr("Not mentioned here")
        )
        self.rows.setAccessibleName(self.tr("Mentions in this article"))
        for button, text in (
            (self.previous_button, self.tr("Previous mention")),
            (self.next_button, self.tr("Next mention")),
        ):
            button.setAccessibleName(text)
            button.setToolTip(text)

    def _step_button(self, on_clicked: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoRepeat(True)
        button.clicked.connect(on_clicked)
        return button

    def _on_previous_clicked(self) -> None:
        self.previous_mention_requested.emit()

    def _on_next_clicked(self) -> None:
        self.next_mention_requested.emit()

    def _on_selection_changed(self) -> None:
        self.mention_marked.emit(self.current() is not None)

    def _on_row_chosen(self, row: int) -> None:
        self.mention_activated.emit(self._snippets.row(row).start)
