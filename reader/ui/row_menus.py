"""Context menus of lists that had none: opened by the mouse, the menu key or Shift+F10."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.notes import Backlink
from reader.core.search import Hit
from reader.ui.entity_page.page_rows import ArticleRow, NeighbourRow, PassageRow, RelatedRow
from reader.ui.network.scope import Scope
from reader.ui.panel.rows_model import ROW_ROLE
from reader.ui.plain_text import one_line
from reader.ui.tabs.asides import Asides

if TYPE_CHECKING:
    from reader.ui.entity_page.page_view import PageView
    from reader.ui.network.canvas import NetworkCanvas
    from reader.ui.network.page import NetworkPage
    from reader.ui.panel.entity_card import EntityCard
    from reader.ui.panel.row_list import RowList
    from reader.ui.search.search_page import SearchPage
    from reader.ui.workbench import Workbench

Fill = Callable[[QMenu, QModelIndex], None]


class RowMenu(QObject):
    """Show a menu of what can be done with a row, filled by `fill`; none where that adds nothing.

    `keys` is the widget that has the keyboard for the list.
    """

    def __init__(self, view: QAbstractItemView, fill: Fill, *, keys: QWidget | None = None) -> None:
        super().__init__(view)
        self._view = view
        self._viewport = view.viewport()
        self._keys = keys or view
        self._fill = fill
        self.menu: QMenu | None = None  # the last one
        for watched in {self._viewport, view, self._keys}:
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wish for a menu."""
        if event.type() != QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return False
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if by_key and watched is not self._viewport:
            index = self._view.currentIndex()
            self._view.scrollTo(index)
            place = self._viewport.mapToGlobal(self._view.visualRect(index).center())
        elif watched is self._viewport:
            index, place = self._view.indexAt(event.pos()), event.globalPos()
        else:
            return False
        return index.isValid() and self._show(index, place)

    def _show(self, index: QModelIndex, place: QPoint) -> bool:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, index)
        if menu.isEmpty():
            menu.deleteLater()
            return False
        self.menu = menu
        menu.popup(place)
        return True


class NodeMenu(QObject):
    """Show what can be done with a name of the network."""

    def __init__(self, canvas: "NetworkCanvas", bench: "Workbench") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._bench = bench
        self.menu: QMenu | None = None  # the last one
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wish for a menu."""
        if event.type() != QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return False
        canvas, drawing = self._canvas, self._canvas.drawing
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        spot = event.pos().toPointF()
        node = canvas.marks.node if by_key else drawing.node_at(spot, canvas.view)
        if node is None:
            return False
        named = drawing.network.nodes[node]
        self.menu = menu = QMenu(canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(
            _tr(QT_TRANSLATE_NOOP("row_menus", "Open the page")),
            lambda: canvas.node_activated.emit(node),
        )
        around = Scope(around=named.entity_id)
        menu.addAction(
            _tr(QT_TRANSLATE_NOOP("row_menus", "Network around it")),
            lambda: self._bench.centre.open_network(around),
        )
        menu.addAction(
            _tr(QT_TRANSLATE_NOOP("row_menus", "Copy the name")), lambda: _copy(named.name)
        )
        menu.popup(canvas.mapToGlobal(canvas.rect().center()) if by_key else event.globalPos())
        return True


def add_row_menus(bench: "Workbench") -> None:
    """Give the lists of the panel, the search and the pages their menus."""
    bench.panel.when_made("card", lambda card: _add_to_card(bench, card))
    bench.centre.note_editor_made.connect(lambda editor: _add_to_backlinks(editor.backlinks.rows))
    bench.when_made("search", lambda made: _add_to_search(bench, made.page))
    bench.centre.entity_page_made.connect(lambda made: _add_to_page(bench, made.view))
    bench.centre.network_page_made.connect(lambda made: _add_to_network(bench, made))


def _add_to_card(bench: "Workbench", card: "EntityCard") -> None:
    mentions, articles = card.mentions.rows, card.article_rows
    RowMenu(mentions, lambda menu, index: _of_mention(bench, mentions, menu, index))
    RowMenu(articles, lambda menu, index: _of_article(articles, menu, index))
    _add_to_backlinks(card.note.backlinks.rows)


def _add_to_backlinks(rows: "RowList") -> None:
    RowMenu(rows, lambda menu, index: _of_backlink(rows, menu, index))


def _add_to_search(bench: "Workbench", page: "SearchPage") -> None:
    RowMenu(page.view, lambda menu, index: _of_hit(bench, menu, index), keys=page.edit)


def _of_mention(bench: "Workbench", rows: "RowList", menu: QMenu, index: QModelIndex) -> None:
    snippet, row = index.data(ROW_ROLE), index.row()

    def go() -> None:
        rows.row_chosen.emit(row)

    passage = one_line(f"{snippet.before}{snippet.text}{snippet.after}")
    menu.addAction(_tr(QT_TRANSLATE_NOOP("row_menus", "Show in the text")), go)
    menu.addAction(_tr(QT_TRANSLATE_NOOP("row_menus", "Copy the passage")), lambda: _copy(passage))
    menu.addSeparator()
    for name in ("confirm", "reject", "change_kind", "link"):
        _add_after(menu, bench.actions[name], go)


def _of_article(rows: "RowList", menu: QMenu, index: QModelIndex) -> None:
    title, row = str(index.data()), index.row()
    menu.addAction(_tr(QT_TRANSLATE_NOOP("row_menus", "Open")), lambda: rows.row_chosen.emit(row))
    menu.addAction(_tr(QT_TRANSLATE_NOOP("row_menus", "Copy the title")), lambda: _copy(title))


def _of_backlink(rows: "RowList", menu: QMenu, index: QModelIndex) -> None:
    backlink, row = index.data(ROW_ROLE), index.row()
    assert isinstance(backlink, Backlink)
    menu.addAction(_tr(QT_TRANSLATE_NOOP("row_menus", "Open")), lambda: rows.row_chosen.emit(row))
    menu.addAction(
        _tr(QT_TRANSLATE_NOOP("row_menus", "Copy the passage")),
        lambda: _copy(one_line(backlink.snippet.text)),
    )


def _of_hit(bench: "Workbench", menu: QMenu, index: QModelIndex) -> None:
    hit = index.data(ROW_ROLE)
    if not isinstance(hit, Hit):
        return
    view = bench.search.page.view
    menu.addAction(
        _tr(QT_TRANSLATE_NOOP("row_menus", "Open")),
        lambda: bench.search.page.hit_activated.emit(hit),
    )
    _add_new_tab(menu, view, index)
    if hit.entity_id:
        page = _tr(QT_TRANSLATE_NOOP("row_menus", "Open the page"))
        menu.addAction(page, lambda: bench.centre.open_entity(hit.entity_id))
        around = Scope(around=hit.entity_id)
        menu.addAction(
            _tr(QT_TRANSLATE_NOOP("row_menus", "Network around it")),
            lambda: bench.centre.open_network(around),
        )
    menu.addSeparator()
    if hit.entity_id:
        menu.addAction(
            _tr(QT_TRANSLATE_NOOP("row_menus", "Copy the name")),
            lambda: _copy(one_line(hit.title.text)),
        )
    else:
        menu.addAction(
            _tr(QT_TRANSLATE_NOOP("row_menus", "Copy the title")),
            lambda: _copy(one_line(hit.title.text)),
        )
    if hit.snippet.text:
        menu.addAction(
            _tr(QT_TRANSLATE_NOOP("row_menus", "Copy the passage")),
            lambda: _copy(one_line(hit.snippet.text)),
        )


def _add_to_page(bench: "Workbench", view: "PageView") -> None:
    RowMenu(view, lambda menu, index: _of_page_row(bench, view, menu, index))


def _add_to_network(bench: "Workbench", page: "NetworkPage") -> None:
    NodeMenu(page.canvas, bench)
    _add_to_page(bench, page.drawer.view)


def _of_page_row(bench: "Workbench", view: "PageView", menu: QMenu, index: QModelIndex) -> None:
    number = index.row()
    row = index.data(ROW_ROLE)
    if not isinstance(row, ArticleRow | PassageRow | RelatedRow | NeighbourRow):
        return
    menu.addAction(
        _tr(QT_TRANSLATE_NOOP("row_menus", "Open")), lambda: view.row_chosen.emit(number)
    )
    _add_new_tab(menu, view, index)
    match row:
        case RelatedRow(related, is_open):
            fold = (
                _tr(QT_TRANSLATE_NOOP("row_menus", "Fold the passages away"))
                if is_open
                else _tr(QT_TRANSLATE_NOOP("row_menus", "Passages with both"))
            )
            menu.addAction(fold, lambda: view.row_unfolded.emit(number))
            around = Scope(around=related.entity.id)
            menu.addAction(
                _tr(QT_TRANSLATE_NOOP("row_menus", "Network around it")),
                lambda: bench.centre.open_network(around),
            )
            menu.addAction(
                _tr(QT_TRANSLATE_NOOP("row_menus", "Copy the name")),
                lambda: _copy(related.entity.name),
            )
        case ArticleRow(article):
            menu.addAction(
                _tr(QT_TRANSLATE_NOOP("row_menus", "Copy the title")),
                lambda: _copy(one_line(article.title)),
            )
        case PassageRow(passage):
            text = one_line(passage.snippet.text)
            menu.addAction(
                _tr(QT_TRANSLATE_NOOP("row_menus", "Copy the passage")), lambda: _copy(text)
            )


def _add_new_tab(menu: QMenu, view: QAbstractItemView, index: QModelIndex) -> None:
    asides = view.findChild(Asides)
    if asides is not None:
        asides.add_to(menu, index)


def _add_after(menu: QMenu, action: QAction, first: Callable[[], object]) -> None:
    """Add one of the window's actions, done after `first`, with its keys shown beside it."""
    own = menu.addAction(action.icon(), action.text())
    own.setShortcuts(action.shortcuts())
    own.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    own.setEnabled(action.isEnabled())
    own.triggered.connect(lambda _checked=False: (first(), action.trigger()))


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("row_menus", text)
