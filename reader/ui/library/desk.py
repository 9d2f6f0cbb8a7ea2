"""The library pane with what is behind it, wired in one place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from reader.core.document import Document
from reader.core.shelf import Field, LabelKind
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.library.article_book import ArticleBook
from reader.ui.library.article_menu import ArticleMenu, Selection, read_selection
from reader.ui.library.article_model import Listing
from reader.ui.library.article_words import article_count
from reader.ui.library.asking import ask_to_destroy, choose_copy
from reader.ui.library.entity_offer import EntityOffer
from reader.ui.library.feed import LibraryFeed, Shelves
from reader.ui.library.filing import Filing
from reader.ui.library.filter_panel import FilterChoices
from reader.ui.library.label_book import LabelBook
from reader.ui.library.label_picker import LabelPicker
from reader.ui.library.library_pane import LibraryPane
from reader.ui.library.metadata_dialog import MetadataDialog
from reader.ui.library.shelf_model import Shelf, ShelfKind
from reader.ui.library.undoable import Chosen, LibraryChanges
from reader.ui.plain_text import one_line

if TYPE_CHECKING:
    from reader.store.articles import DocumentSummary
    from reader.store.library import Library


class LibraryDesk(QObject):
    """Have the pane filled, and do with articles what its hands wish."""

    article_activated = Signal(str)  # document id
    new_tab_requested = Signal(str)  # document id
    export_requested = Signal(object)  # Chosen
    library_read = Signal()
    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back
    failed = Signal(object)  # ReaderError

    def __init__(
        self, controller: ArticleController, library: LibraryThread, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._controller = controller
        self._library = library
        self.pane = LibraryPane()
        self.changes = LibraryChanges(library, self)
        self.articles = ArticleBook(self.changes, self)
        self.labels = LabelBook(self.changes, self)
        self.filing = Filing(self.labels, lambda: self.pane.shelves.chosen, self)
        self._feed = LibraryFeed(library, self.pane.model, self.pane.query, self)
        self._menu = ArticleMenu(self)
        self._opening = ""  # the article that was activated in the list
        self._wire()

    @property
    def undo_stack(self) -> QUndoStack:
        """Return the stack of what can be undone in the library."""
        return self.changes.undo_stack

    def refresh(self) -> None:
        """Read everything anew that the pane shows."""
        self._feed.refresh()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.pane.retranslate()

    # ---- what can be asked for from elsewhere, too

    def label_articles(self) -> None:
        """Choose labels: for what is selected in the list if it has the keyboard, else the open."""
        self._with_selection(self._show_picker)

    def show_details(self) -> None:
        """Edit what is said of the selected article, else of the open one."""

        def show(selection: Selection) -> None:
            for document_id in selection.chosen.ids[: selection.count == 1]:
                self._show_details(document_id)

        self._with_selection(show)

    def delete_articles(self) -> None:
        """Delete the selected articles, else the open one."""
        chosen, _, _ = self._chosen()
        if chosen is not None:
            self._delete(chosen)

    # ---- wiring

    def _wire(self) -> None:
        pane, feed, menu = self.pane, self._feed, self._menu
        pane.article_activated.connect(self._on_article_activated)
        pane.query_changed.connect(feed.show)
        pane.title_typed.connect(self._on_title_typed)
        pane.view.rows_moved_to.connect(feed.look_at)
        pane.view.menu_requested.connect(self._on_menu_requested)
        pane.view.delete_requested.connect(self._on_delete_requested)
        pane.view.copies_requested.connect(self._on_copies_requested)
        pane.shelves.label_delete_requested.connect(self._on_label_delete_requested)
        pane.shelves.trash_empty_requested.connect(lambda: self._ask_to_destroy(None))
        pane.shelf_model.articles_dropped.connect(self._on_articles_dropped)
        pane.shelf_model.name_typed.connect(self._on_name_typed)
        feed.shelves_read.connect(self._on_shelves_read)
        feed.listing_read.connect(self._on_listing_read)
        for part in (feed, self.changes, EntityOffer(pane.filters, self._library, self)):
            part.failed.connect(self.failed)
        self.changes.changed.connect(feed.refresh)
        self.changes.undoable_done.connect(self.undoable_done)
        self.articles.metadata_changed.connect(self._on_metadata_changed)
        self._controller.articles_changed.connect(feed.refresh)
        self._controller.article_opened.connect(self._on_article_opened)
        self._controller.article_added.connect(self.filing.on_article_added)
        menu.open_requested.connect(self._on_article_activated)
        menu.new_tab_requested.connect(self.new_tab_requested)
        menu.export_requested.connect(self.export_requested)
        menu.details_requested.connect(self._show_details)
        menu.rename_requested.connect(lambda: pane.view.edit(pane.view.currentIndex()))
        menu.copies_requested.connect(
            lambda document_id: self._on_copies_requested(document_id, _middle(pane))
        )
        menu.read_marked.connect(lambda chosen, on: self.articles.mark_read(chosen, read=on))
        menu.assign_requested.connect(self.labels.assign)
        menu.unassign_requested.connect(self.labels.unassign)
        menu.picker_requested.connect(self._show_picker)
        menu.delete_requested.connect(self._delete)
        menu.restore_requested.connect(self._restore)
        menu.destroy_requested.connect(self._ask_to_destroy)

    # ---- what was read

    def _on_shelves_read(self, shelves: Shelves) -> None:
        self.pane.set_shelves(shelves)
        tags = tuple(each for each in shelves.labels if each.kind is LabelKind.TAG)
        self.pane.filters.set_choices(FilterChoices(shelves.outlets, shelves.languages, tags))

    def _on_listing_read(self, listing: Listing) -> None:
        self.pane.set_listing(listing)
        self.library_read.emit()

    def _on_article_opened(self) -> None:
        document = self._controller.document
        assert document is not None
        self.pane.set_current(document.id)
        came_from_list, self._opening = self._opening == document.id, ""
        if not came_from_list and not self.pane.is_on_screen(document.id):
            self._feed.place(document.id, self._scroll_to)

    def _scroll_to(self, row: int | None) -> None:
        if row is not None and row < self.pane.count():
            self.pane.view.scrollTo(self.pane.model.index(row))

    # ---- what the user wishes

    def _on_article_activated(self, document_id: str) -> None:
        if self.pane.shelves.chosen.kind is not ShelfKind.TRASH:
            self._opening = document_id
        self.article_activated.emit(document_id)

    def _on_title_typed(self, document_id: str, title: str) -> None:
        self.articles.edit_metadata(document_id, {Field.TITLE: title})

    def _on_metadata_changed(self, document_id: str) -> None:
        document = self._controller.document
        if document is not None and document.id == document_id:
            self._controller.read_metadata()

    def _on_name_typed(self, shelf: Shelf, name: str) -> None:
        if shelf.label is not None:
            self.labels.rename(shelf.label, name)
        elif shelf.label_kind is not None:
            self.labels.create(shelf.label_kind, name)

    def _on_label_delete_requested(self, shelf: Shelf) -> None:
        if shelf.label is not None:
            self.labels.delete(shelf.label)

    def _on_articles_dropped(self, shelf: Shelf) -> None:
        chosen, count, _ = self._chosen(from_list=True)
        if chosen is None:
            return
        if shelf.kind is ShelfKind.TRASH:
            self._delete(chosen)
        elif shelf.label is not None:
            self.labels.assign(shelf.label, chosen)
        else:  # a heading: under a new one
            self._read_selection(chosen, count, None, self._show_picker)

    def _delete(self, chosen: Chosen) -> None:
        self.pane.hold_row()
        if self.pane.query.trashed:
            self._ask_to_destroy(chosen)
        else:
            self.articles.delete(chosen)

    def _restore(self, chosen: Chosen) -> None:
        self.pane.hold_row()
        self.articles.restore(chosen)

    def _on_delete_requested(self) -> None:
        chosen, _, _ = self._chosen(from_list=True)
        if chosen is not None:
            self._delete(chosen)

    def _on_menu_requested(self, pos: QPoint) -> None:
        def show(selection: Selection) -> None:
            in_trash = self.pane.query.trashed
            self._menu.menu(selection, in_trash=in_trash, parent=self._window).popup(pos)

        self._with_selection(show, from_list=True)

    def _on_copies_requested(self, document_id: str, pos: QPoint) -> None:
        self._library.call(
            lambda library: library.shelf.copies(document_id),
            done=lambda copies: choose_copy(self._window, pos, copies, self._on_article_activated),
            failed=self.failed.emit,
        )

    def _show_picker(self, selection: Selection) -> None:
        about = selection.only.title if selection.only else article_count(selection.count)
        picker = LabelPicker(
            selection.labels, selection.states, articles=one_line(about), parent=self._window
        )
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = selection.chosen
        picker.assign_requested.connect(lambda label: self.labels.assign(label, chosen))
        picker.unassign_requested.connect(lambda label: self.labels.unassign(label, chosen))
        picker.create_requested.connect(lambda kind, name: self.labels.create(kind, name, chosen))
        picker.open()

    def _show_details(self, document_id: str) -> None:
        def read(library: "Library") -> tuple[Document | None, list[str]]:
            return library.document(document_id), library.shelf.outlets()

        def show(found: tuple[Document | None, list[str]]) -> None:
            document, outlets = found
            if document is None:
                return
            dialog = MetadataDialog(document, outlets=tuple(outlets), parent=self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.edited.connect(lambda changes: self.articles.edit_metadata(document_id, changes))
            dialog.open()

        self._library.call(read, done=show, failed=self.failed.emit)

    def _ask_to_destroy(self, chosen: Chosen | None) -> None:
        """Ask before articles are destroyed, None for all in the trash."""
        ask_to_destroy(
            self._window,
            everything=chosen is None,
            destroy=lambda: self.articles.empty_trash(chosen),
        )

    # ---- what is meant

    def selection(self) -> tuple[Chosen | None, int]:
        """Return the articles that are selected in the list, and how many they are."""
        if not self.pane.view.selected_count():
            return None, 0
        chosen, count, _ = self._chosen(from_list=True)
        return chosen, count

    def _chosen(
        self, *, from_list: bool = False
    ) -> "tuple[Chosen | None, int, DocumentSummary | None]":
        """Return the articles that are meant: how many, and which where it is one alone."""
        view, model = self.pane.view, self.pane.model
        rows, count = view.selected_rows(), view.selected_count()
        document = self._controller.document
        if count and (from_list or view.hasFocus() or document is None):
            numbers = (row for first, last in rows for row in range(first, last + 1))
            known = [each for each in map(model.article, numbers) if each is not None]
            if len(known) == count:
                chosen = Chosen(ids=tuple(each.id for each in known))
                return chosen, count, known[0] if count == 1 else None
            return Chosen(query=model.query, rows=tuple(rows)), count, None
        if document is None:
            return None, 0, None
        return Chosen(ids=(document.id,)), 1, None

    def _with_selection(self, use: Callable[[Selection], None], *, from_list: bool = False) -> None:
        chosen, count, only = self._chosen(from_list=from_list)
        if chosen is not None:
            self._read_selection(chosen, count, only, use)

    def _read_selection(
        self,
        chosen: Chosen,
        count: int,
        only: "DocumentSummary | None",
        use: Callable[[Selection], None],
    ) -> None:
        self._library.call(
            lambda library: read_selection(library, chosen, count, only),
            done=use,
            failed=self.failed.emit,
        )


def _middle(pane: QWidget) -> QPoint:
    return pane.mapToGlobal(pane.rect().center())
