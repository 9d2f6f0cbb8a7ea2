"""The list of an article's entities, with its filter and its states."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.mentions import Kind
from reader.ui.field_names import name_field
from reader.ui.icons import icon
from reader.ui.keys import ENTER, claims
from reader.ui.panel.entity_delegate import EntityDelegate
from reader.ui.panel.entity_model import EntityModel, EntitySort
from reader.ui.panel.entity_view import EntityView
from reader.ui.panel.panel_data import EntityRow
from reader.ui.panel.row_delegate import PANEL_MARGIN
from reader.ui.theme import Theme


class FilterEdit(QLineEdit):
    """The filter box: ↓ goes to the list, Escape clears."""

    left_downwards = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Enter, and Escape while there is something to clear, from the window's shortcuts."""
        return claims(event, self._own_keys) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the list with ↓; clear with Escape, or leave that to others when empty."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _own_keys(self) -> tuple[Qt.Key, ...]:
        return (*ENTER, Qt.Key.Key_Escape) if self.text() else ENTER


class EntityList(QWidget):
    """List an article's entities by kind, with a filter and a choice of order."""

    entity_opened = Signal(str)
    menu_requested = Signal(object, QPoint)  # the ids of the selected ones; where on the screen
    renaming_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._foot: QWidget | None = None  # what another part has put below
        self._has_article = False
        self._progress: tuple[int, int] | None = None
        self._selected: str | None = None  # outlives a filter that doesn't list it
        self._build_filter()
        self.model = EntityModel(self)
        self._delegate = EntityDelegate(self)
        self.view = EntityView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self._message = QLabel()
        self._message.setProperty("role", "muted")
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._message.setContentsMargins(24, 48, 24, 24)
        self._build_progress()
        head = QHBoxLayout()
        head.setContentsMargins(PANEL_MARGIN, 10, PANEL_MARGIN - 4, 8)
        head.setSpacing(4)
        head.addWidget(self.filter_edit, 1)
        head.addWidget(self._sort_button)
        head.addWidget(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._message, 1)
        layout.addWidget(self._progress_line)
        self.filter_edit.textChanged.connect(self._on_filter_changed)
        self.filter_edit.returnPressed.connect(self._on_filter_returned)
        self.filter_edit.left_downwards.connect(self.focus_rows)
        self.view.left_upwards.connect(self._on_left_upwards)
        self.view.row_opened.connect(self._on_row_opened)
        self.view.menu_requested.connect(self._on_menu_requested)
        self.view.renaming_requested.connect(self._on_renaming_requested)
        self.new_button.clicked.connect(self.new_requested)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._delegate.set_theme(theme)
        self._sort_button.setIcon(icon("sort", theme))
        self.new_button.setIcon(icon("add", theme))
        self._search_action.setIcon(icon("search", theme))
        self._clear_action.setIcon(icon("close", theme))
        self.view.viewport().update()

    def set_rows(self, rows: Sequence[EntityRow]) -> None:
        """List the entities of the open article; filter, selection and scroll position stay."""
        self._has_article = True
        place = self._place()
        self.model.set_rows(rows)
        self._restore(place)
        self._show_state()

    def add_foot(self, foot: QWidget) -> None:
        """Put something below the rows."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(foot)
        self._foot = foot
        self._show_state()

    def set_only_confirmed(self, on: bool) -> None:
        """List the entities that the user confirmed alone, or all."""
        place = self._place()
        self.model.set_only_confirmed(on=on)
        self._restore(place)
        self._show_state()

    def set_hidden_kinds(self, kinds: Collection[Kind]) -> None:
        """Dim what the text doesn't show, since its kind is switched off."""
        place = self._place()
        self.model.set_hidden_kinds(kinds)
        self._restore(place)

    def set_progress(self, done: int | None, total: int | None) -> None:
        """Say how far recognition is; None for finished."""
        if done is None:
            self._progress = None
        else:
            self._has_article = True
            self._progress = (done, max(total or 0, 1))
        self._show_state()

    def clear(self) -> None:
        """List nothing, since no article is open."""
        self._progress = None
        self._selected = None
        self.filter_edit.clear()
        self.model.set_rows(())
        self._has_article = False
        self._show_state()

    def selected_id(self) -> str | None:
        """Return the id of the current entity; None where there is none."""
        row = self.model.entity_row(self.view.currentIndex())
        return row.entity.id if row is not None else None

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected entities, in their order."""
        rows = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        found = (self.model.entity_row(index) for index in rows)
        return [row.entity.id for row in found if row is not None]

    def select(self, entity_id: str | None) -> None:
        """Make an entity the current one and scroll to it; None or an unlisted one for none."""
        row = self.model.row_of(entity_id) if entity_id is not None else None
        if row is None:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
            self._selected = entity_id
            return
        self.view.setCurrentIndex(self.model.index(row))
        self.view.scrollTo(self.model.index(row))

    def focus_rows(self) -> None:
        """Give the keyboard to the list, at the current entity or the first one."""
        if self.model.rowCount() == 0:
            return
        if self.selected_id() is None:
            self.view.setCurrentIndex(self.model.index(1))  # 0 is the first kind's heading
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def message(self) -> str:
        """Return what stands in the place of an empty list; "" while there are rows."""
        return self._message.text() if self.model.rowCount() == 0 else ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build_filter(self) -> None:
        self.filter_edit = FilterEdit()
        leading, trailing = (
            QLineEdit.ActionPosition.LeadingPosition,
            QLineEdit.ActionPosition.TrailingPosition,
        )
        self._search_action = QAction(self)
        self.filter_edit.addAction(self._search_action, leading)
        self._clear_action = QAction(self)
        self._clear_action.triggered.connect(self.filter_edit.clear)
        self._clear_action.setVisible(False)
        self.filter_edit.addAction(self._clear_action, trailing)
        self._sort_button = QToolButton()
        self._sort_button.setIconSize(QSize(18, 18))
        self._sort_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._sort_button)
        self._sort_group = QActionGroup(menu)
        for sort in EntitySort:
            action = self._sort_group.addAction(menu.addAction(""))
            action.setCheckable(True)
            action.setChecked(sort is EntitySort.COUNT)
            action.setData(sort)
        self._sort_button.setMenu(menu)
        self.new_button = QToolButton()
        self.new_button.setIconSize(QSize(18, 18))
        self.new_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sort_group.triggered.connect(self._on_sort_triggered)

    def _build_progress(self) -> None:
        self._progress_line = QWidget()
        self._progress_text = QLabel()
        self._progress_text.setProperty("role", "muted")
        self._progress_bar = QProgressBar()
        self._progress_bar.setTextVisible(False)
        self._progress_bar.setFixedHeight(3)
        layout = QVBoxLayout(self._progress_line)
        layout.setContentsMargins(PANEL_MARGIN, 6, PANEL_MARGIN, 8)
        layout.setSpacing(5)
        layout.addWidget(self._progress_text)
        layout.addWidget(self._progress_bar)

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Names in this article"))
        self.filter_edit.setPlaceholderText(self.tr("Filter names"))
        name_field(self.filter_edit, self.tr("Filter names"))
        self._clear_action.setText(self.tr("Clear the filter"))
        self._sort_button.setAccessibleName(self.tr("Order of the names"))
        self._sort_button.setToolTip(self.tr("Order of the names"))
        self.new_button.setAccessibleName(self.tr("New entity"))
        self.new_button.setToolTip(self.tr("New entity: somebody or something to write a note on"))
        texts = {
            EntitySort.COUNT: self.tr("By number of mentions"),
            EntitySort.APPEARANCE: self.tr("By appearance in the article"),
            EntitySort.NAME: self.tr("By name"),
        }
        for action in self._sort_group.actions():
            action.setText(texts[EntitySort(action.data())])
        self._show_state()

    def _show_state(self) -> None:
        has_rows = self.model.rowCount() > 0
        self.view.setVisible(has_rows)
        self._message.setVisible(not has_rows)
        self._message.setText("" if has_rows else self._empty_text())
        searchable = self.model.total > 0 or self.model.is_filtered
        self.filter_edit.setEnabled(searchable)
        self._sort_button.setEnabled(searchable)
        if self._foot is not None:
            self._foot.setVisible(self._has_article)
        self._progress_line.setVisible(self._progress is not None)
        if self._progress is not None:
            done, total = self._progress
            percent = min(100, 100 * done // total)
            self._progress_text.setText(self.tr("Finding names… {0} %").format(percent))
            self._progress_bar.setValue(percent)

    def _empty_text(self) -> str:
        if not self._has_article:
            return self.tr("Open an article to see who and what it names.")
        if self.model.total and self.model.only_confirmed:
            return self.tr("You have confirmed no such name in this article yet.")
        if self.model.total:
            return self.tr("No name matches the filter.")
        if self._progress is not None:
            return self.tr("Names appear here as they are found.")
        return self.tr("No names were found in this article.")

    def _place(self) -> tuple[str, int] | None:
        # What is at the top of the view, and how far it is scrolled; None at the very top.
        if self.view.verticalScrollBar().value() == 0:
            return None
        index = self.view.indexAt(QPoint(PANEL_MARGIN, 0))
        for row in range(index.row(), self.model.rowCount()):
            entity_row = self.model.entity_row(self.model.index(row))
            if entity_row is not None:
                top = self.view.visualRect(self.model.index(row)).top()
                return entity_row.entity.id, top
        return None

    def _restore(self, place: tuple[str, int] | None) -> None:
        row = self.model.row_of(self._selected) if self._selected is not None else None
        if row is not None and row != self.view.currentIndex().row():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            # Not through the view, which would scroll there.
            self.view.setAutoScroll(False)
            self.view.selectionModel().setCurrentIndex(self.model.index(row), flag)
            self.view.setAutoScroll(True)
        top_row = self.model.row_of(place[0]) if place is not None else None
        if place is not None and top_row is not None:
            bar = self.view.verticalScrollBar()
            now = self.view.visualRect(self.model.index(top_row)).top()
            bar.setValue(bar.value() + now - place[1])

    def _on_filter_changed(self, text: str) -> None:
        self._clear_action.setVisible(bool(text))
        self.model.set_filter(text)
        self._restore(None)
        self._show_state()

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = self.model.entity_row(current)
        if row is not None:
            self._selected = row.entity.id

    def _on_filter_returned(self) -> None:
        if self.model.is_filtered and self.model.rowCount() > 0:
            self._on_row_opened(self.model.index(1))

    def _on_sort_triggered(self, action: QAction) -> None:
        self.model.set_sort(EntitySort(action.data()))  # it comes back as str
        self._restore(None)

    def _on_left_upwards(self) -> None:
        self.filter_edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_menu_requested(self, place: QPoint) -> None:
        ids = self.selected_ids()
        if ids:
            self.menu_requested.emit(ids, place)

    def _on_renaming_requested(self) -> None:
        entity_id = self.selected_id()
        if entity_id is not None:
            self.renaming_requested.emit(entity_id)

    def _on_row_opened(self, index: QModelIndex) -> None:
        row = self.model.entity_row(index)
        if row is not None:
            self.view.setCurrentIndex(index)
            self.entity_opened.emit(row.entity.id)
