"""Correcting names in the article: menu, keys, forms and lines, wired in one place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.core.corrections import Scope
from reader.core.mentions import Mention
from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.background import LibraryThread
from reader.ui.correcting import words
from reader.ui.correcting.article_menu import ArticleMenu
from reader.ui.correcting.book import CorrectionBook
from reader.ui.correcting.candidates import Candidate, of_article
from reader.ui.correcting.entity_picker import EntityPicker
from reader.ui.correcting.hands import CorrectingHands
from reader.ui.correcting.list_foot import ListFoot
from reader.ui.correcting.popup import Popup
from reader.ui.correcting.rename_popup import RenamePopup
from reader.ui.correcting.rescoping import Done
from reader.ui.correcting.scoped_menu import SCOPES, ScopedMenu, ScopeRow
from reader.ui.correcting.standing import RejectedName, Standing
from reader.ui.correcting.targets import more_occurrences, name_at, overlapping
from reader.ui.library.undoable import LibraryChanges
from reader.ui.notice_bar import Choice
from reader.ui.panel.side_panel import SidePanel
from reader.ui.plain_text import one_line
from reader.ui.reading.view import ReadingView
from reader.ui.theme import Theme

_PICKER_WIDTH = 380
_FORM_WIDTH = 300


class CorrectingDesk(QObject):
    """Let hands correct the names of the open article."""

    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back
    scoped_done = Signal(str, object)  # the same, with choices of how far: list[Choice]
    told = Signal(str)  # a sentence
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        *,
        controller: ArticleController,
        presenter: ArticlePresenter,
        view: ReadingView,
        panel: SidePanel,
        library: LibraryThread,
        changes: LibraryChanges,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._presenter = presenter
        self._view = view
        self._library = library
        self._theme: Theme | None = None
        self.extend_menu: Callable[[QMenu, int], object] | None = None  # by what else lies there
        self._done: Done | None = None  # the last correction of a name
        self._asked_of = ""  # the article whose names the last menu or form was about
        self.book = CorrectionBook(
            controller, changes, shown=lambda: panel.shown_entity_id, parent=self
        )
        self.hands = CorrectingHands(self.book, controller, presenter, view, self)
        self.menu = ArticleMenu(view)
        self.foot = ListFoot()
        self.standing = Standing(controller, library, self)
        panel.entity_list.add_foot(self.foot)
        self._wire(panel, changes)
        self._wire_list(panel)
        self._wire_menu()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.foot.set_theme(theme)

    def restore(self, state: QSettings) -> None:
        """Let corrections reach as far as `keep` left it."""
        kept = state.value("correction_scope", "")
        self.hands.scope = next((each for each in SCOPES if each == kept), Scope.ARTICLE)

    def keep(self, state: QSettings) -> None:
        """Remember in `state` how far corrections reach."""
        state.setValue("correction_scope", self.hands.scope.value)

    # ---- what the user asks for by a key

    def actions(self) -> dict[str, Callable[[], object]]:
        """Return what each of the window's actions on names does."""
        hands = self.hands
        return {
            "confirm": hands.confirm,
            "reject": hands.reject,
            "change_kind": self.ask_kind,
            "link": self.ask_whom,
            "merge": self.ask_other,
            "rename": self.ask_name,
            "start_earlier": lambda: hands.move_bounds(at_start=True, outwards=True),
            "end_later": lambda: hands.move_bounds(at_start=False, outwards=True),
            "start_later": lambda: hands.move_bounds(at_start=True, outwards=False),
            "end_earlier": lambda: hands.move_bounds(at_start=False, outwards=False),
            "confirm_visible": hands.confirm_visible,
            "confirm_entity": hands.confirm_entity,
            "everywhere": lambda: self._say_again(Scope.EVERYWHERE),
            "only_here": lambda: self._say_again(Scope.MENTION),
        }

    def ask_kind(self) -> None:
        """Ask for the kind of the name at hand, or of what is selected."""
        span, mention, theme = self.hands.bare_selection(), self.hands.mention(), self._theme
        if theme is None:
            return
        if span is not None:
            menu = self.menu.of_marks(span, self.hands.text(*span), theme=theme)
            self._pop_up(menu, *span)
        elif mention is not None:
            surface = self.hands.text(mention.start, mention.end)
            menu = self.menu.of_kinds(mention, surface, scope=self.hands.scope, theme=theme)
            self._pop_up(menu, mention.start, mention.end)
        else:
            self._miss()

    def ask_whom(self, mention: Mention | None = None) -> None:
        """Ask whom the name at hand means."""
        mention = mention or self.hands.mention()
        if mention is None:
            self._miss()
            return
        surface = self.hands.text(mention.start, mention.end)
        title = self.tr("Whom does “{0}” mean?").format(one_line(surface))
        picker = self._picker(title, mention, surface)
        picker.add_scopes(self._scope_row())
        picker.entity_chosen.connect(
            self._still(lambda entity_id: self.hands.link(mention, entity_id))
        )
        self._open(picker, mention, _PICKER_WIDTH)

    def ask_other(self, mention: Mention | None = None) -> None:
        """Ask who is one with whom the name at hand means."""
        mention = mention or self.hands.mention()
        entity = mention and self.hands.entity(mention)
        if mention is None or entity is None or entity.candidates:
            self._miss()
            return
        title = self.tr("Who is one with {0}?").format(one_line(entity.name))
        picker = self._picker(title, mention, entity.name)
        picker.entity_chosen.connect(lambda other: self.book.merge(other, [entity.id]))
        self._open(picker, mention, _PICKER_WIDTH)

    def ask_name(self, mention: Mention | None = None) -> None:
        """Ask for another name for whom the name at hand means."""
        mention = mention or self.hands.mention()
        entity = mention and self.hands.entity(mention)
        if mention is None or entity is None or entity.candidates:
            self._miss()
            return
        form = RenamePopup(entity.name, back_to=self._view, parent=self._view.viewport())
        form.name_chosen.connect(lambda name: self.book.rename(entity.id, name))
        self._open(form, mention, _FORM_WIDTH)

    # ---- wiring

    def _wire(self, panel: SidePanel, changes: LibraryChanges) -> None:
        book, hands, presenter = self.book, self.hands, self._presenter
        book.starting.connect(panel.flush)
        book.entity_decided.connect(presenter.show_entity)
        book.entity_gone.connect(presenter.close_card)
        book.undoable_done.connect(self._on_undoable_done)
        book.rescopable_done.connect(self._on_rescopable_done)
        changes.failed.connect(lambda _error: hands.forget())
        hands.question_met.connect(self.ask_whom)
        hands.missed.connect(self.told)
        self._view.menu_requested.connect(self._on_menu_requested)
        presenter.selection_bar.mark_requested.connect(hands.set_kind)

    def _wire_list(self, panel: SidePanel) -> None:
        names, foot, standing = panel.entity_list, self.foot, self.standing
        standing.confirmed_read.connect(names.model.set_confirmed)
        standing.rejected_read.connect(foot.set_rejected)
        standing.failed.connect(self.failed)
        foot.only_confirmed_chosen.connect(names.set_only_confirmed)
        foot.restore_requested.connect(self._on_restore_requested)

    def _wire_menu(self) -> None:
        menu, hands, presenter, still = self.menu, self.hands, self._presenter, self._still
        menu.scope_chosen.connect(self._on_scope_chosen)
        menu.confirm_requested.connect(still(hands.confirm))
        menu.confirm_entity_requested.connect(still(hands.confirm_entity))
        menu.reject_requested.connect(still(hands.reject))
        menu.kind_requested.connect(still(hands.change_kind))
        menu.link_requested.connect(still(self.ask_whom))
        menu.merge_requested.connect(still(self.ask_other))
        menu.rename_requested.connect(still(self.ask_name))
        menu.bounds_requested.connect(
            still(
                lambda at_start, outwards: hands.move_bounds(at_start=at_start, outwards=outwards)
            )
        )
        menu.card_requested.connect(lambda mention: presenter.show_entity(mention.entity_id))
        menu.copy_text_requested.connect(lambda text: QGuiApplication.clipboard().setText(text))
        menu.mark_requested.connect(still(hands.mark))
        menu.rebound_requested.connect(still(hands.rebound))
        menu.annotate_requested.connect(presenter.annotations.annotate)
        menu.comment_requested.connect(presenter.annotations.annotate_and_comment)
        menu.copy_requested.connect(self._view.copy)
        menu.select_all_requested.connect(self._view.selectAll)

    # ---- menus and forms

    def _ask_of(self, menu: QMenu | Popup) -> None:
        """Let a menu or a form be about the open article, and go with it."""
        document = self._controller.document
        self._asked_of = document.id if document is not None else ""
        self._controller.article_closing.connect(menu.close)

    def _still(self, slot: Callable[..., object]) -> Callable[..., None]:
        """Return what does something only while the article is open that was asked about."""

        def if_still_open(*chosen: object) -> None:
            document = self._controller.document
            if document is not None and document.id == self._asked_of:
                slot(*chosen)

        return if_still_open

    def _on_menu_requested(self, offset: int | None, place: QPoint) -> None:
        """Show the menu of what is at a place; of the name at hand for the keyboard."""
        document, theme, hands = self._controller.document, self._theme, self.hands
        if document is None or theme is None:
            return
        self._presenter.hover.hide()
        mention = self._mention_at(offset) if offset is not None else hands.mention()
        span = hands.bare_selection()
        if span is not None and (offset is None or span[0] <= offset < span[1]):
            inner = hands.mention()
            text = hands.text(*span)
            menu = self.menu.of_selection(span, text, mention=inner, theme=theme)
        elif mention is not None:
            self._presenter.go_to(mention)
            menu = self._menu_of(mention, theme)
            span = mention.start, mention.end
        else:
            span = name_at(document, offset) if offset is not None else None
            if span is None:
                self._pop_up_at(self.menu.of_text(), offset, place)
                return
            self._view.select_span(*span)
            text = hands.text(*span)
            menu = self.menu.of_selection(span, text, mention=None, theme=theme)
        if offset is None:
            self._pop_up(menu, *span)
        else:
            self._pop_up_at(menu, offset, place)

    def _pop_up_at(self, menu: QMenu, offset: int | None, place: QPoint) -> None:
        if offset is not None and offset >= 0 and self.extend_menu is not None:
            self.extend_menu(menu, offset)
        self._ask_of(menu)
        menu.popup(place)

    def _menu_of(self, mention: Mention, theme: Theme) -> ScopedMenu:
        entity = self.hands.entity(mention)
        assert entity is not None
        surface = self.hands.text(mention.start, mention.end)
        return self.menu.of_mention(mention, entity, surface, scope=self.hands.scope, theme=theme)

    def _mention_at(self, offset: int) -> Mention | None:
        return next(iter(overlapping(self._presenter.visible_mentions(), offset, offset + 1)), None)

    def _pop_up(self, menu: ScopedMenu, start: int, end: int) -> None:
        """Show a menu below a passage, ready for the keyboard."""
        rect = self._view.span_rect(start, end)
        below = rect.bottomLeft() + QPoint(0, 4)
        self._ask_of(menu)
        menu.popup(self._view.viewport().mapToGlobal(below))

    def _picker(self, title: str, mention: Mention, name: str) -> EntityPicker:
        assert self._theme is not None
        entity = self.hands.entity(mention)

        def candidates(typed: str) -> list[Candidate]:
            recognized = self._controller.recognized
            if recognized is None:
                return []
            found, named = recognized.recognition, recognized.named
            return of_article(found, named, name=name, about=entity, typed=typed)

        picker = EntityPicker(
            title,
            of_article=candidates,
            without=mention.entity_id,
            library=self._library,
            theme=self._theme,
            back_to=self._view,
            parent=self._view.viewport(),
        )
        picker.failed.connect(self.failed)
        return picker

    def _scope_row(self) -> ScopeRow:
        row = ScopeRow(self.hands.scope)
        row.scope_chosen.connect(self._on_scope_chosen)
        return row

    def _open(self, form: "EntityPicker | RenamePopup", mention: Mention, width: int) -> None:
        self._ask_of(form)
        self._presenter.hover.hide()
        self._view.ensure_visible(mention.start, mention.end)
        rect: QRect = self._view.span_rect(mention.start, mention.end)
        form.open_beside(rect, self._view.viewport().rect(), width=width)

    def _on_scope_chosen(self, scope: Scope) -> None:
        self.hands.scope = scope

    # ---- what was done

    def _on_undoable_done(self, sentence: str) -> None:
        self._done = None
        self.undoable_done.emit(sentence)

    def _on_rescopable_done(self, done: Done) -> None:
        """Tell what was done, and offer to have it done further or less far."""
        self._done = done
        document = self._controller.document
        sentence = done.sentence
        choices = [
            Choice(words.scope_name(scope), lambda scope=scope: done.again(scope))
            for scope in SCOPES
            if scope is not done.target.scope
        ]
        if done.is_mark and done.target.scope is Scope.MENTION and document is not None:
            recognition = self._controller.recognition
            more = more_occurrences(document, recognition, *done.span)
            if more:
                sentence = f"{sentence} {words.Counts().more_here(more)}"
                mark_all = self.tr("Mark all")
                choices[0] = Choice(mark_all, lambda: done.again(Scope.ARTICLE))
            else:
                del choices[0]
        elif done.exceptions:
            sentence = f"{sentence} {words.Counts().exceptions(done.exceptions)}"
            choices[0] = Choice(self.tr("There, too"), done.overrule)
        self.scoped_done.emit(sentence, choices)

    def _on_restore_requested(self, rejected: RejectedName) -> None:
        sentence = words.back(rejected.name, rejected.scope)
        self.book.take_back(*rejected.change_ids, sentence=sentence)

    def _say_again(self, scope: Scope) -> None:
        done, self._done = self._done, None
        if done is None:
            self.told.emit(self.tr("Correct a name first."))
        elif done.target.scope is not scope:
            done.again(scope)

    def _miss(self) -> None:
        self.told.emit(self.tr("Go to a name first (J), or select one in the text."))
