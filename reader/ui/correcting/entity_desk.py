"""Correcting entities: on their card, on their page, and in the list of an article's names.

Each form is imported where it is made: the window can be seen sooner without.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from reader.core.corrections import State, state_of
from reader.core.directory import Listed
from reader.core.entities import Entity
from reader.ui.actions import Actions
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.centre import Centre
from reader.ui.correcting import entity_words
from reader.ui.correcting.book import CorrectionBook
from reader.ui.correcting.entity_verbs import EntityVerbs
from reader.ui.opened_article import EntityRecord, RecognizedArticle
from reader.ui.panel.side_panel import SidePanel
from reader.ui.plain_text import one_line
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.correcting.entity_chooser import EntityChooser
    from reader.ui.correcting.entity_menu import EntityMenu
    from reader.ui.correcting.new_entity import NewEntityPopup
    from reader.ui.correcting.rename_popup import RenamePopup
    from reader.ui.entity_page.page import EntityPage
    from reader.ui.panel.card_head import CardHead
    from reader.ui.panel.entity_card import EntityCard

_CHOOSER_WIDTH = 380
_FORM_WIDTH = 320


class EntityDesk(QObject):
    """Let hands correct the entities themselves, and make new ones.

    `selection` returns what is selected in the open article, half-open in code points.
    """

    told = Signal(str)  # a sentence
    said_requested = Signal(str)  # the id of an entity whose corrections are to be listed
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        book: CorrectionBook,
        *,
        controller: ArticleController,
        panel: SidePanel,
        library: LibraryThread,
        selection: Callable[[], tuple[int, int] | None],
        show_entity: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self.verbs = verbs = EntityVerbs(book, controller, self)
        self._controller = controller
        self._panel = panel
        self._library = library
        self._selection = selection
        self._show_entity = show_entity
        self._theme: Theme | None = None
        self._centre: Centre | None = None
        self._is_to_write = False  # the page that is asked for
        self._awaited = ""  # the one to show as soon as the article names it
        self.menu: EntityMenu | None = None  # of the list, the last one
        self.popup: EntityChooser | NewEntityPopup | RenamePopup | None = None  # the last one
        panel.when_made("card", self._on_card_made)
        names = panel.entity_list
        names.menu_requested.connect(self._on_menu_requested)
        names.renaming_requested.connect(self.ask_name)
        names.new_requested.connect(lambda: self.ask_new(names))
        verbs.entity_made.connect(self._on_entity_made)
        verbs.entity_deleted.connect(self._leave_page)
        verbs.told.connect(self.told)
        controller.entity_read.connect(self._on_entity_read)
        controller.recognition_changed.connect(self._on_recognition_changed)
        book.changed.connect(self._on_changed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme

    def meet(self, centre: Centre, actions: Actions) -> None:
        """Correct on the pages in the middle of the window, too."""
        self._centre = centre
        actions["new_entity"].triggered.connect(lambda _checked=False: self.ask_new())
        centre.entity_page_made.connect(self._on_entity_page_made)
        self._book.changed.connect(centre.refresh)

    def attach(self, head: "CardHead", shown: Callable[[], Entity | None], place: QWidget) -> None:
        """Do what is asked for in a head; `shown` returns whose it is, `place` is what it is in."""
        book, verbs = self._book, self.verbs

        def on_shown(act: Callable[[Entity], None]) -> None:
            entity = shown()
            if entity is not None:
                act(entity)

        head.rename_requested.connect(lambda name: on_shown(lambda e: book.rename(e.id, name)))
        head.alias_added.connect(lambda name: on_shown(lambda e: book.add_alias(e.id, name)))
        head.alias_removed.connect(lambda name: on_shown(lambda e: book.remove_alias(e.id, name)))
        head.kind_requested.connect(lambda kind: on_shown(lambda e: verbs.change_kind(e, kind)))
        head.said_requested.connect(lambda: on_shown(lambda e: self.said_requested.emit(e.id)))
        head.merge_requested.connect(lambda: on_shown(lambda e: self.ask_other(e, place, head)))
        head.split_requested.connect(book.split)
        head.deletion_requested.connect(lambda: on_shown(verbs.delete))

    # ---- what is asked for

    def ask_other(self, entity: Entity, place: QWidget, beside: QWidget) -> None:
        """Ask with whom an entity is one."""
        self._library.call(
            lambda library: library.note(entity.id) is not None,
            done=lambda has_note: self._ask_other(entity, place, beside, has_note=has_note),
            failed=self.failed.emit,
        )

    def _ask_other(
        self, entity: Entity, place: QWidget, beside: QWidget, *, has_note: bool
    ) -> None:
        document = self._controller.document
        if self._theme is None:
            return
        from reader.ui.correcting.entity_chooser import EntityChooser

        chooser = EntityChooser(
            self.tr("Who is one with {0}?").format(one_line(entity.name)),
            library=self._library,
            theme=self._theme,
            document_id=document.id if document else "",
            without=[entity.id],
            says=lambda other, keeps_other: entity_words.will_merge(
                entity, other, has_note=has_note, keeps_other=keeps_other
            ),
            kind=entity.kind,
            back_to=place,
            parent=place,
        )
        chooser.failed.connect(self.failed)
        chooser.entity_chosen.connect(
            lambda other, keeps_other: self._on_other_chosen(entity, other, keeps_other)
        )
        self._open(chooser, place, beside, _CHOOSER_WIDTH)

    def ask_name(self, entity_id: str) -> None:
        """Ask for another name for one of the article's entities."""
        entity = self._entity(entity_id)
        names = self._panel.entity_list
        if entity is None or entity.candidates:
            return
        from reader.ui.correcting.rename_popup import RenamePopup

        form = RenamePopup(entity.name, back_to=names.view, parent=self._panel)
        form.name_chosen.connect(lambda name: self._book.rename(entity.id, name))
        self._open(form, self._panel, names.view, _FORM_WIDTH)

    def ask_new(self, place: QWidget | None = None) -> None:
        """Ask for the name and the kind of a new entity."""
        document, span = self._controller.document, self._selection()
        if self._theme is None:
            return
        from reader.ui.correcting.new_entity import NewEntityPopup

        passage = document.text[slice(*span)] if document is not None and span else ""
        parent = place or self._panel
        if not parent.isVisible():
            parent = self._panel.window()
        form = NewEntityPopup(
            passage=passage,
            library=self._library,
            theme=self._theme,
            back_to=parent.window().focusWidget() or parent,
            parent=parent,
        )
        form.failed.connect(self.failed)
        form.made.connect(
            lambda name, kind, means: self.verbs.make(name, kind, span if means else None)
        )
        form.chosen.connect(self._open_to_write)
        self._open(form, parent, parent, _FORM_WIDTH)

    def _open(
        self,
        form: "EntityChooser | NewEntityPopup | RenamePopup",
        place: QWidget,
        beside: QWidget,
        width: int,
    ) -> None:
        self.popup = form
        top = beside.mapTo(place, QPoint(0, 0)) if beside is not place else QPoint(0, 40)
        rect = QRect(place.rect().center().x(), max(top.y(), 0) + 40, 1, 1)
        form.open_beside(rect, place.rect(), width=width)

    def _on_other_chosen(self, entity: Entity, other: Listed, keeps_other: bool) -> None:
        if keeps_other:
            self.verbs.merge(other.entity.id, [entity.id])
        else:
            self.verbs.merge(entity.id, [other.entity.id])

    def _on_menu_requested(self, entity_ids: Sequence[str], place: QPoint) -> None:
        found = (self._entity(each) for each in entity_ids)
        chosen = [each for each in found if each is not None and not each.candidates]
        if self._theme is None or not chosen:
            return
        from reader.ui.correcting.entity_menu import EntityMenu

        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = EntityMenu(chosen, self._theme, self._panel)
        self.menu.card_requested.connect(self._show_entity)
        self.menu.confirm_requested.connect(self.verbs.confirm)
        self.menu.rename_requested.connect(self.ask_name)
        self.menu.kind_requested.connect(self.verbs.change_kind)
        self.menu.merge_requested.connect(
            lambda entity: self.ask_other(entity, self._panel, self._panel.entity_list)
        )
        self.menu.merge_into_requested.connect(self.verbs.merge)
        self.menu.said_requested.connect(self.said_requested)
        self.menu.popup(place)

    # ---- in the middle of the window

    def _on_entity_made(self, entity_id: str, in_article: bool) -> None:
        if in_article:
            self._awaited = entity_id
        else:
            self._open_to_write(entity_id)

    def _open_to_write(self, entity_id: str) -> None:
        """Show an entity's page, ready for a note."""
        if self._centre is not None:
            self._is_to_write = True
            self._centre.open_entity(entity_id)

    def _leave_page(self, entity_id: str) -> None:
        centre = self._centre
        if centre is not None and centre.shown_entity_id == entity_id and centre.can_go(-1):
            centre.go(-1)

    def _on_card_made(self, card: "EntityCard") -> None:
        self.attach(card.head, lambda: card.entity, self._panel)
        card.head.confirm_requested.connect(
            lambda: card.entity_id and self.verbs.confirm([card.entity_id])
        )

    def _on_entity_page_made(self, page: "EntityPage") -> None:
        self.attach(page.head.card, lambda: page.entity, page)
        page.head.card.confirm_requested.connect(
            lambda: page.entity and self.verbs.confirm_name(page.entity)
        )
        assert self._centre is not None
        self._centre.moved.connect(lambda: self._on_moved(page))

    def _on_moved(self, page: "EntityPage") -> None:
        if self._is_to_write and page.isVisible():
            self._is_to_write = False
            page.head.note.focus_end()

    # ---- what happens

    def _on_entity_read(self, record: EntityRecord) -> None:
        card = self._panel.made("card")
        if card is not None and card.entity_id == record.entity.id:
            is_named = bool(record.articles) or card.is_named_here
            recognition = self._controller.recognition
            has_unconfirmed = any(
                each.entity_id == record.entity.id and state_of(each) is State.FOUND
                for each in (recognition.mentions if recognition else ())
            )
            card.head.show_standing(
                record.standing, is_named=is_named, has_unconfirmed=has_unconfirmed
            )

    def _on_changed(self) -> None:
        entity_id = self._panel.shown_entity_id
        if entity_id is not None:
            self._controller.read_entity(entity_id)

    def _on_recognition_changed(self, article: RecognizedArticle) -> None:
        awaited = self._awaited
        if awaited and any(each.id == awaited for each in article.recognition.entities):
            self._awaited = ""
            self._show_entity(awaited)

    def _entity(self, entity_id: str) -> Entity | None:
        recognition = self._controller.recognition
        entities = recognition.entities if recognition else ()
        return next((each for each in entities if each.id == entity_id), None)
