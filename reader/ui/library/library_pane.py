"""The library pane: shelves, filters, and the list of all articles."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.core.shelf import ArticleQuery, LabelKind
from reader.ui.library.article_delegate import ArticleDelegate
from reader.ui.library.article_model import ARTICLE_ROLE, ArticleModel, Listing
from reader.ui.library.article_view import ArticleView
from reader.ui.library.article_words import article_count, selected_count
from reader.ui.library.feed import Shelves
from reader.ui.library.filter_line import FilterLine
from reader.ui.library.filter_panel import FilterArea, FilterPanel
from reader.ui.library.invitation import Invitation
from reader.ui.library.shelf_model import ShelfKind, ShelfModel
from reader.ui.library.shelf_view import ShelfView
from reader.ui.theme import Theme

_TYPING_MS = 120
_SHELVES_SHARE = 0.42
"""How much of the pane's height the shelves take at the most."""


class LibraryPane(QWidget):
    """List the articles of the shelf that is chosen, filtered and sorted."""

    article_activated = Signal(str)  # document id
    query_changed = Signal(object)  # ArticleQuery
    title_typed = Signal(str, str)  # document id, its new title

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ArticleModel(self)
        self.shelf_model = ShelfModel(self)
        self.shelves = ShelfView(self.shelf_model)
        self._delegate = ArticleDelegate(self)
        self.view = ArticleView(self.model, self._delegate)
        self.line = FilterLine()
        self.filter_edit = self.line.edit
        self.filters = FilterPanel()
        self.invitation = Invitation()
        self._open_id: str | None = None
        self._total = 0
        self._query = ArticleQuery()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._held_row: int | None = None
        self._lay_out()
        self._connect()
        self.retranslate()
        self._on_filter_changed()
        self._show_state()

    # ---- what is shown

    @property
    def query(self) -> ArticleQuery:
        """Return what is asked of the library."""
        return self._query

    @property
    def open_id(self) -> str | None:
        """Return the id of the article that is open."""
        return self._open_id

    def count(self) -> int:
        """Return how many articles are listed."""
        return self.model.rowCount()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._delegate.set_theme(theme)
        self.shelves.set_theme(theme)
        self.line.set_theme(theme)
        self.view.viewport().update()

    def set_shelves(self, shelves: Shelves) -> None:
        """Show how many articles there are on each shelf."""
        self._total = shelves.total
        self.shelf_model.set_shelves(shelves)
        self._fit_shelves()
        self._show_state()

    def set_listing(self, listing: Listing) -> None:
        """Show a list that was read; the place and, where it is known, the selection stay."""
        is_same_list = listing.query == self.model.query
        ids = _selected_ids(self.view)
        place = self.view.verticalScrollBar().value() if is_same_list else 0
        if self.model.set_listing(listing):
            self.view.verticalScrollBar().setValue(place)
            rows = [self.model.row_of(each) for each in ids] if is_same_list else []
            _select(self.view, [row for row in rows if row is not None])
            self._take_held_row(is_same_list=is_same_list)
        self._show_state()

    def hold_row(self) -> None:
        """Have the row that takes the place of the selected ones selected once those are gone."""
        rows = self.view.selected_rows()
        self._held_row = rows[0][0] if rows else None

    def _take_held_row(self, *, is_same_list: bool) -> None:
        row, self._held_row = self._held_row, None
        if row is not None and is_same_list and self.count() and not self.view.selected_count():
            self.view.mark(min(row, self.count() - 1), scroll=False)

    def set_current(self, document_id: str | None) -> None:
        """Mark the article that is open."""
        self._open_id = document_id
        self._delegate.open_id = document_id
        self.view.viewport().update()

    def is_on_screen(self, document_id: str) -> bool:
        """Return whether an article's row can be seen."""
        row = self.model.row_of(document_id)
        first, last = self.view.rows_on_screen()
        return row is not None and first <= row < last

    def focus_list(self) -> None:
        """Give the keyboard to the list, at its current row or the first."""
        if not self.view.currentIndex().isValid() and self.count():
            self.view.mark(0, scroll=True)
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.filter_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_edit.selectAll()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.view.setAccessibleName(self.tr("Articles in the library"))
        self.shelves.setAccessibleName(self.tr("Collections and tags"))
        self.model.untitled = self.tr("Untitled")
        self.shelf_model.names = {
            ShelfKind.ALL: self.tr("All articles"),
            ShelfKind.UNREAD: self.tr("Unread"),
            ShelfKind.TRASH: self.tr("Trash"),
            LabelKind.COLLECTION: self.tr("Collections"),
            LabelKind.TAG: self.tr("Tags"),
        }
        self.line.retranslate()
        self.filters.retranslate()
        self.invitation.retranslate()
        self._show_state()

    # ---- where it was

    def restore(self, state: QSettings) -> None:
        """Take the order from where `keep` left it."""
        self.line.restore(state)
        self._on_filter_changed()

    def keep(self, state: QSettings) -> None:
        """Put the order into `state`."""
        self.line.keep(state)

    # ---- inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the filters with Escape."""
        if event.key() == Qt.Key.Key_Escape and (self.filter_edit.text() or self.filters.count()):
            self._reset()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QEvent) -> None:
        """Give the shelves their share of the height."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_shelves()

    def _lay_out(self) -> None:
        self._filter_area = FilterArea(self.filters)
        self._filter_area.hide()
        self._footer = QLabel()
        self._footer.setProperty("role", "muted")
        self._footer.setContentsMargins(14, 4, 8, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.shelves)
        column.addWidget(self.line)
        column.addWidget(self._filter_area)
        column.addWidget(self.view, 1)
        column.addWidget(self.invitation, 1)
        column.addWidget(self._footer)

    def _connect(self) -> None:
        self.shelves.shelf_chosen.connect(lambda _shelf: self._on_filter_changed())
        self.filter_edit.textChanged.connect(lambda _text: self._typing.start())
        self.filter_edit.left_downwards.connect(self.focus_list)
        self.filter_edit.returnPressed.connect(self._open_first)
        self._typing.timeout.connect(self._on_filter_changed)
        self.filters.filter_changed.connect(self._on_filter_changed)
        self.line.more_button.toggled.connect(self._filter_area.setVisible)
        self.line.sort_changed.connect(self._on_filter_changed)
        self.view.article_activated.connect(self.article_activated)
        self.view.left_upwards.connect(self.focus_filter)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_footer())
        self._delegate.commitData.connect(self._on_title_typed)
        self.invitation.reset_requested.connect(self._reset)

    def _on_title_typed(self, editor: QWidget) -> None:
        article = self.view.currentIndex().data(ARTICLE_ROLE)
        title = " ".join(editor.text().split()) if isinstance(editor, QLineEdit) else ""
        if article is not None and title and title != article.title:
            self.title_typed.emit(article.id, title)

    def _on_filter_changed(self) -> None:
        self._typing.stop()
        text = self.filter_edit.text()
        query = ArticleQuery(text=text, sort=self.line.sort, descending=self.line.descending)
        query = self.filters.narrow(self.shelves.chosen.narrow(query))
        # Which one of several copies is shown doesn't depend on these, so it could be hidden.
        narrowed = (query.collection, query.tags, query.unread, query.outlet, query.language)
        dated = query.date_from or query.date_to
        once = self.filters.once.isChecked() and not query.trashed
        query = replace(query, once=once and not any((*narrowed, dated)))
        self.line.show_filter_count(self.filters.count() + (not self.filters.once.isChecked()))
        if query != self._query:
            self._query = query
            self.query_changed.emit(query)

    def _reset(self) -> None:
        self.filter_edit.clear()
        self.filters.reset()
        self._on_filter_changed()

    def _open_first(self) -> None:
        article = self.model.article(0) if self.count() else None
        if article is not None:
            self.article_activated.emit(article.id)

    def _show_state(self) -> None:
        found = self.count() > 0
        if not found and self.view.hasFocus():  # else it goes wherever it is next
            self.shelves.setFocus()
        self.view.setVisible(found)
        self.invitation.setVisible(not found)
        is_narrowed = self.filter_edit.text() or self.filters.count()
        if is_narrowed:
            self.invitation.say_nothing_matches()
        elif self.shelves.chosen.kind is ShelfKind.TRASH:
            self.invitation.say_trash_is_empty()
        elif not self._total:
            self.invitation.invite()
        elif self.shelves.chosen.kind is ShelfKind.UNREAD:
            self.invitation.say_all_is_read()
        else:
            self.invitation.say_shelf_is_empty()
        self._show_footer()

    def _show_footer(self) -> None:
        selected = self.view.selected_count()
        words = article_count(self.count()) if self.count() else ""
        if selected > 1:
            words = f"{words} · {selected_count(selected)}"
        self._footer.setText(words)
        self._footer.setVisible(bool(words))

    def _fit_shelves(self) -> None:
        wanted = self.shelves.sizeHint().height()
        self.shelves.setFixedHeight(min(wanted, int(self.height() * _SHELVES_SHARE)))


def _selected_ids(view: ArticleView) -> list[str]:
    indexes = view.selectionModel().selectedIndexes()[:500]
    return [index.data(ARTICLE_ROLE).id for index in indexes if _is_read(index)]


def _select(view: ArticleView, rows: Sequence[int]) -> None:
    selection = view.selectionModel()
    for index in (view.model().index(row, 0) for row in rows):
        selection.select(index, selection.SelectionFlag.Select)
        selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)


def _is_read(index: QModelIndex) -> bool:
    return index.data(ARTICLE_ROLE) is not None
