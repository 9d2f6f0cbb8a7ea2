"""What is in the window: library, article and side panel, with the actions over them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader import paths
from reader.core.annotations import Colour
from reader.core.errors import DamagedLibraryError, LibraryError, ReaderError
from reader.core.mentions import Kind
from reader.settings import Settings
from reader.ui.actions import ACTIONS_IN_TEXT, Actions
from reader.ui.added_notice import AddedNotice
from reader.ui.annotation_book import AnnotationBook
from reader.ui.annotations.centre import AnnotationPages
from reader.ui.annotations.desk import AnnotationDesk
from reader.ui.appearance import Appearance
from reader.ui.appearance_menu import AppearanceMenu
from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.background import LibraryThread
from reader.ui.backups.desk import BackupDesk
from reader.ui.centre import Centre
from reader.ui.closing import Closing
from reader.ui.columns import Columns
from reader.ui.correcting.desk import CorrectingDesk
from reader.ui.correcting.entity_desk import EntityDesk
from reader.ui.dialogs import (
    ask_files_to_open,
    ask_library,
    show_about,
)
from reader.ui.exporting.at_hand import AtHand
from reader.ui.exporting.desk import ExportDesk
from reader.ui.importing.desk import ImportDesk
from reader.ui.importing.work_desk import WorkDesk
from reader.ui.jumps import Jumps
from reader.ui.legend import Legend
from reader.ui.library.desk import LibraryDesk
from reader.ui.marking.desk import MarkingDesk
from reader.ui.notes.notes import Notes
from reader.ui.notice_bar import Choice, NoticeBar
from reader.ui.opened_article import OpenedArticle
from reader.ui.panel.side_panel import SidePanel
from reader.ui.preferences.preferences import Preferences
from reader.ui.reading.view import ReadingView
from reader.ui.recognizer import Recognizer
from reader.ui.reports import Reports
from reader.ui.search.desk import SearchDesk
from reader.ui.start_page import StartPage
from reader.ui.status_line import StatusLine
from reader.ui.theme import Theme
from reader.ui.toolbar import Toolbar
from reader.ui.translation import error_sentence
from reader.ui.undo_order import UndoOrder
from reader.ui.window import Window


class Workbench(QObject):
    """Lay the views out, and keep what is folded and how wide."""

    settings_changed = Signal(object)  # Settings

    def __init__(
        self,
        window: Window,
        *,
        settings: Settings,
        appearance: Appearance,
        controller: ArticleController,
        book: AnnotationBook,
        library: LibraryThread,
        recognizer: Recognizer,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.settings = settings
        self.appearance = appearance
        self.controller = controller
        self.book = book
        self.library = library
        self.recognizer = recognizer
        self._library_is_missed = False  # as the notice says
        self._files: list[Path] = []  # asked for last
        self._make_views()
        self.presenter = ArticlePresenter(
            controller=controller,
            book=book,
            view=self.view,
            panel=self.panel,
            legend=self.legend,
            parent=self,
        )
        self.correcting = CorrectingDesk(
            controller=controller,
            presenter=self.presenter,
            view=self.view,
            panel=self.panel,
            library=library,
            changes=self.desk.changes,
            parent=self,
        )
        self.marking = MarkingDesk(
            controller=controller, presenter=self.presenter, book=book, view=self.view, parent=self
        )
        self.annotating = AnnotationDesk(
            controller=controller,
            library=library,
            book=book,
            changes=self.desk.changes,
            page=self.panel.annotation_page,
            window=window,
        )
        self.at_hand = AtHand(
            controller=controller,
            presenter=self.presenter,
            centre=lambda: self.centre,
            search=self.search,
        )
        self.exporting = ExportDesk(
            window,
            library=library,
            scopes=self.at_hand,
            selected=self.desk.selection,
            flush=self._flush,
            language=lambda: appearance.language,
            translator=lambda: appearance.translator,
        )
        self.backups = BackupDesk(window, library, flush=self._flush, reopen=self._use_library)
        self.work = WorkDesk(
            window,
            library=library,
            changes=self.desk.changes,
            flush=self._flush,
            shown=lambda: controller.document,
            translator=lambda: appearance.translator,
        )
        self.jumps = Jumps(controller, self.presenter, self.view, self)
        self.entity_desk = EntityDesk(
            self.correcting.book,
            controller=controller,
            panel=self.panel,
            library=library,
            selection=self.view.selected_span,
            show_entity=self.presenter.show_entity,
            parent=self,
        )
        self.notes = Notes(
            window,
            controller=controller,
            library=library,
            changes=self.desk.changes,
            jumps=self.jumps,
            open_article=self._on_article_activated,
            view=self.view,
            panel=self.panel,
        )
        self.preferences = Preferences(
            window, settings=settings, recognizer=recognizer, sentence_of=self._sentence
        )
        self._lay_out()
        self._wire()
        Closing(window, library, finish_edits=self._finish_edits)
        self.retranslate()
        self._on_theme_changed(appearance.theme)
        self._restore()

    def tell_error(self, error: ReaderError) -> None:
        """Show an error's sentence until the user closes it."""
        sentence = self._sentence(error)
        if isinstance(error, LibraryError) and not self.library.is_open:
            self._library_is_missed = True
            other = Choice(self.tr("Choose another library…"), self._on_library_wanted)
            if isinstance(error, DamagedLibraryError):
                self.backups.offer(sentence, other)
            else:
                self.notices.tell_error(sentence, button=other.words, action=other.action)
        else:
            self.notices.tell_error(sentence)

    def open_files(self, paths: list[Path]) -> None:
        """Open articles; the first that can be read is shown."""
        if paths and not (paths := self.work.without_work(paths)):
            return  # they hold no article
        if paths:
            self._files = paths
            self.notices.dismiss()  # what went wrong before is not about these
        self.controller.open_files(paths)

    def follow(self, address: str) -> None:
        """Show what a `reader:` address leads to."""
        self.notes.links.follow_address(address, QPoint())

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.actions.retranslate()
        self.view.setAccessibleName(self.tr("Article"))
        for part in (
            self.desk,
            self.undo_order,
            self.search.page,
            self.start_page,
            self.imports,
            self.notices,
            self.status,
            self.toolbar,
            self.appearance_menu,
            self.preferences,
        ):
            part.retranslate()
        self._show_title()

    # ---- layout

    def _make_views(self) -> None:
        self.desk = LibraryDesk(self.controller, self.library, self.window)
        self.undo_order = UndoOrder(self.book.undo_stack, self.desk.undo_stack, parent=self)
        self.actions = Actions(
            self.window, undo=self.undo_order.undo_action, redo=self.undo_order.redo_action
        )
        self.view = ReadingView()
        self.view.setAcceptDrops(False)  # the window takes what is dropped
        self.view.set_style(self.appearance.reading_style())
        self.panel = SidePanel()
        self.legend = Legend()
        self.library_pane = self.desk.pane
        self.search = SearchDesk(self.library, self)
        self.start_page = StartPage()
        self.notices = NoticeBar()
        self.added = AddedNotice(self.controller, self.library, self.notices, self)
        self.imports = ImportDesk(
            self.window,
            controller=self.controller,
            library=self.library,
            view=self.view,
            open_files=self.open_files,
            choose_files=self._on_open_requested,
            translator=lambda: self.appearance.translator,
            model=lambda: self.settings.model,
        )
        self.appearance_menu = AppearanceMenu(self.settings)
        self.status = StatusLine()

    def _lay_out(self) -> None:
        self.actions.fill(self.window.menuBar())
        self.toolbar = Toolbar(
            self.actions, legend=self.legend, appearance_menu=self.appearance_menu
        )
        self.window.addToolBar(self.toolbar)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.view)
        self.centre = Centre(
            self._pages,
            self.view,
            controller=self.controller,
            library=self.library,
            jumps=self.jumps,
            parent=self,
        )
        self.search.show_in(self._pages, back_to=self.centre.shown)
        self.annotation_pages = AnnotationPages(
            centre=self.centre,
            controller=self.controller,
            library=self.library,
            book=self.book,
            changes=self.desk.changes,
            desk=self.annotating,
            panel_page=self.panel.annotation_page,
            view=self.view,
            jumps=self.jumps,
            parent=self,
        )
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.imports.bar)
        column.addWidget(self.exporting.bar)
        column.addWidget(self.annotation_pages.review.bar)
        column.addWidget(self.notices)
        self._columns = Columns(
            library=self.library_pane,
            article=middle,
            panel=self.panel,
            show_library=self.actions["show_library"],
            show_panel=self.actions["show_panel"],
        )
        self.window.setCentralWidget(self._columns)
        self.window.setStatusBar(self.status)

    def _wire(self) -> None:
        actions, presenter, controller = self.actions, self.presenter, self.controller
        for name, slot in (
            ("quit", self.window.close),
            ("copy", self.view.copy),
            ("comment", presenter.annotate_and_comment),
            ("delete_annotation", presenter.delete_current_annotation),
            ("back", lambda: self.centre.go(-1)),
            ("forward", lambda: self.centre.go(1)),
            ("next_mention", lambda: presenter.walk_mentions(1)),
            ("previous_mention", lambda: presenter.walk_mentions(-1)),
            ("next_of_entity", lambda: presenter.walk_mentions(1, same_entity=True)),
            ("previous_of_entity", lambda: presenter.walk_mentions(-1, same_entity=True)),
            ("open_card", presenter.open_card),
            ("next_annotation", lambda: presenter.walk_annotations(1)),
            ("previous_annotation", lambda: presenter.walk_annotations(-1)),
        ):
            actions[name].triggered.connect(slot)
        for name, slot in (
            ("open", self._on_open_requested),
            ("open_folder", self.imports.ask_folder),
            ("import_work", self.work.ask),
            ("backups", self.backups.show),
            ("open_address", self.imports.open_address),
            ("paste_article", self.imports.paste),
            ("open_sample", self._on_sample_requested),
            ("export", self.exporting.open),
            ("copy_dossier", lambda: self.exporting.copy_dossier(self.at_hand.entity_id())),
            ("larger", lambda: self._zoom(1)),
            ("smaller", lambda: self._zoom(-1)),
            ("usual_size", lambda: self._zoom(0)),
            ("preferences", self.preferences.show),
            ("about", lambda: show_about(self.window)),
        ):
            actions[name].triggered.connect(slot)
        for colour in Colour:
            actions[f"annotate_{colour}"].triggered.connect(
                lambda _checked=False, colour=colour: presenter.annotate(colour)
            )
        for name, slot in self.marking.over(self.correcting.actions()).items():
            actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())
        self.marking.wire_actions(actions)
        actions["show_panel"].toggled.connect(self._on_panel_toggled)
        actions["full_screen"].toggled.connect(self._on_full_screen_toggled)
        self.start_page.open_requested.connect(self._on_open_requested)
        self.start_page.sample_requested.connect(self._on_sample_requested)
        self._wire_library()
        self.appearance_menu.settings_changed.connect(self.set_settings)
        self.preferences.settings_changed.connect(self.set_settings)
        self.preferences.model_renewed.connect(self._use_model)
        self.preferences.cancelled.connect(self.notices.tell)
        self.view.zoom_requested.connect(self._zoom)
        self.legend.hidden_kinds_changed.connect(self._on_hidden_kinds_changed)
        presenter.panel_needed.connect(lambda: actions["show_panel"].setChecked(True))
        self.reports = Reports(
            self.notices,
            self.undo_order,
            controller=controller,
            recognizer=self.recognizer,
            done=(
                presenter.undoable_done,
                self.desk.undoable_done,
                self.correcting.undoable_done,
                self.marking.undoable_done,
                self.annotating.undoable_done,
                self.notes.undoable_done,
            ),
            parent=self,
        )
        self.exporting.exported.connect(self.reports.tell_exported)
        self.backups.told.connect(self.notices.tell)
        self.backups.undoable.connect(self.reports.tell_with_undo)
        self.backups.offered.connect(self.reports.tell_damage)
        self.backups.failed.connect(self.tell_error)
        self.work.done.connect(self.reports.tell_done)
        self.work.told.connect(self.notices.tell)
        self.work.failed.connect(self.tell_error)
        self.work.article_activated.connect(self._on_article_activated)
        self.work.text_changed.connect(lambda shown: controller.open_article(shown, anew=True))
        self.exporting.told.connect(self.notices.tell)
        self.exporting.failed.connect(self.tell_error)
        self.correcting.scoped_done.connect(self.reports.tell_done)
        self.correcting.extend_menu = self.marking.add_to_menu
        self.marking.known = lambda: self.annotating.known
        self.correcting.told.connect(self.notices.tell)
        self.notes.told.connect(self.notices.tell)
        self.presenter.tags_of = self.notes.desk.tags_of
        self.notes.failed.connect(self.tell_error)
        self.undo_order.changed.connect(self.notes.desk.undo.on_order_changed)
        actions["quote_in_note"].triggered.connect(self.notes.quotes.quote)
        presenter.selection_bar.quote_requested.connect(self.notes.quotes.quote)
        self.centre.note_editor_made.connect(self.notes.desk.add)
        self.entity_desk.meet(self.centre, actions, self.jumps)
        self.entity_desk.told.connect(self.notices.tell)
        self.entity_desk.failed.connect(self.tell_error)
        self._wire_centre()
        presenter.colour_changed.connect(self._on_colour_changed)
        controller.article_opened.connect(self._on_article_opened)
        controller.metadata_changed.connect(lambda _document: self._show_title())
        controller.recognition_progressed.connect(self.status.set_recognizing)
        controller.recognition_ended.connect(lambda: self.status.set_recognizing(None, None))
        controller.failed.connect(self.tell_error)
        self.book.failed.connect(self.tell_error)
        self.library.state_changed.connect(self.status.set_save_state)
        controller.language_found.connect(self.status.set_language)
        self.recognizer.model_ready.connect(self.status.set_model)
        self.recognizer.model_failed.connect(self.tell_error)
        self.appearance.theme_changed.connect(self._on_theme_changed)
        self.window.files_dropped.connect(self.open_files)
        self.window.closed.connect(lambda: self._columns.keep(self.window.state))
        self.window.closed.connect(lambda: self.marking.keep(self.window.state))
        self.window.closed.connect(lambda: self.library_pane.keep(self.window.state))
        self.window.closed.connect(lambda: self.correcting.keep(self.window.state))

    def _wire_library(self) -> None:
        desk, actions, jumps, search = self.desk, self.actions, self.jumps, self.search
        for name, slot in (
            ("label_articles", desk.label_articles),
            ("show_details", desk.show_details),
            ("delete_articles", desk.delete_articles),
            ("filter_articles", self._on_filter_wanted),
            ("search", search.begin),
        ):
            actions[name].triggered.connect(slot)
        desk.changes.done_for_good.connect(self.book.undo_stack.clear)
        desk.article_activated.connect(self._on_article_activated)
        desk.library_read.connect(self._on_library_read)
        desk.library_read.connect(self.annotating.begin)
        self.annotating.done.connect(self.notices.tell)
        dots = self.presenter.selection_bar.dots
        self.annotating.known_changed.connect(lambda known: dots.set_names(known.colours))
        desk.pane.invitation.open_requested.connect(self._on_open_requested)
        desk.pane.invitation.sample_requested.connect(self._on_sample_requested)
        desk.pane.invitation.paste_requested.connect(self.imports.paste)
        search.passage_requested.connect(jumps.to_passage)
        search.annotation_requested.connect(jumps.to_annotation)
        search.entity_requested.connect(jumps.to_entity)
        jumps.entity_elsewhere.connect(self.centre.open_entity)
        self.controller.articles_changed.connect(search.refresh)
        jumps.arrived.connect(search.leave)
        for part in (desk, search, self.annotating, self.added, self.imports, self.correcting):
            part.failed.connect(self.tell_error)

    def _wire_centre(self) -> None:
        actions, centre, panel = self.actions, self.centre, self.panel
        actions["entity_page"].triggered.connect(self._on_entity_page_wanted)
        actions["network"].triggered.connect(lambda _checked=False: centre.open_network())
        actions["all_annotations"].triggered.connect(self.annotation_pages.open_all)
        self.annotation_pages.failed.connect(self.tell_error)
        panel.entity_page_requested.connect(centre.open_entity)
        for shown_in_text in (
            panel.mention_activated,
            panel.annotation_activated,
            panel.next_mention_requested,
            panel.previous_mention_requested,
            *(actions[name].triggered for name in ACTIONS_IN_TEXT),
        ):
            shown_in_text.connect(centre.show_article)
        centre.moved.connect(self._on_moved)
        centre.failed.connect(self.tell_error)
        centre.picture_saved.connect(self.reports.tell_picture)
        centre.entity_missed.connect(self.reports.tell_missed)

    # ---- what the user asks for

    def set_settings(self, settings: Settings) -> None:
        """Apply new settings at once."""
        before, self.settings = self.settings, settings
        self.appearance.apply(settings)
        if self.appearance.reading_style() != self._style:
            self._show_style()
        if settings.language != before.language:
            self.retranslate()
        if settings.model != before.model:
            self._use_model()
        self.appearance_menu.show_settings(settings)
        self.preferences.show_settings(settings)
        self.settings_changed.emit(settings)

    def _use_model(self) -> None:
        self.status.set_model("")  # until it is ready
        self.recognizer.use_model(self.settings.model)

    def _on_open_requested(self) -> None:
        self.open_files(ask_files_to_open(self.window))

    def _on_sample_requested(self) -> None:
        self.open_files([paths.seeds() / "rusia-corea-del-norte.txt"])

    def _on_library_wanted(self) -> None:
        path = ask_library(self.window)
        if path is not None:
            self._use_library(path)
            self.open_files(self._files)

    def _use_library(self, path: Path) -> None:
        """Show what is in a library now, this one or another; nothing done before can be undone."""
        self.library.use(path)
        self.undo_order.clear()
        self.controller.refresh_articles()
        document = self.controller.document
        if document is not None:
            self.controller.open_article(document.id, anew=True)

    def _on_library_read(self) -> None:
        if self._library_is_missed:  # what was said of the one before no longer holds
            self._library_is_missed = False
            self.notices.dismiss()

    def _on_article_activated(self, document_id: str) -> None:
        self.notices.dismiss()
        self.centre.open_article(document_id)

    def _on_filter_wanted(self) -> None:
        self.actions["show_library"].setChecked(True)
        self.library_pane.focus_filter()

    def _sentence(self, error: ReaderError) -> str:
        return error_sentence(error, self.appearance.translator)

    def _flush(self) -> None:
        """Hand on what was typed, to be in the library's queue before what comes next."""
        self.panel.flush()
        self.centre.flush()

    def _finish_edits(self) -> None:
        self.presenter.finish_edits()
        self.centre.flush()
        self.controller.save_position()

    def _on_entity_page_wanted(self) -> None:
        entity_id = self.presenter.entity_id
        if entity_id is not None:
            self.centre.open_entity(entity_id)

    def _zoom(self, step: int) -> None:
        size = self.settings.font_size_pt + step if step else Settings().font_size_pt
        self.set_settings(replace(self.settings, font_size_pt=size).clamped())

    def _on_hidden_kinds_changed(self, kinds: frozenset[Kind]) -> None:
        self.set_settings(replace(self.settings, hidden_kinds=tuple(sorted(kinds))))

    def _on_colour_changed(self, colour: Colour) -> None:
        self.set_settings(replace(self.settings, annotation_colour=colour.value))

    # ---- what happens

    def _on_article_opened(self, article: OpenedArticle) -> None:
        self.toolbar.show_legend()
        self.status.set_words(article.words)
        self.actions.set_article_open()
        self._show_title()

    def _on_moved(self) -> None:
        can_go = self.centre.can_go
        self.actions.set_way(can_go_back=can_go(-1), can_go_forward=can_go(1))

    def _on_theme_changed(self, theme: Theme) -> None:
        self.window.set_background(theme.window)
        self.actions.set_theme(theme)
        self.panel.set_theme(theme)
        self.annotating.set_theme(theme)
        self.annotation_pages.set_theme(theme)
        self.library_pane.set_theme(theme)
        self.search.page.set_theme(theme)
        self.centre.set_theme(theme)
        self.imports.set_theme(theme)
        self.exporting.set_theme(theme)
        self.legend.set_theme(theme)
        self.presenter.set_theme(theme)
        self.correcting.set_theme(theme)
        self.entity_desk.set_theme(theme)
        self.notes.set_theme(theme)
        self.marking.set_theme(theme)
        self._show_style()

    def _show_style(self) -> None:
        self._style = self.appearance.reading_style()
        self.view.set_style(self._style)

    def _show_title(self) -> None:
        document = self.controller.document
        self.window.setWindowTitle(f"{document.title} — Reader" if document else "Reader")

    # ---- the window itself

    def _on_panel_toggled(self, shown: bool) -> None:
        if not shown:
            self.panel.flush()

    def _on_full_screen_toggled(self, full: bool) -> None:
        self.window.setWindowState(
            self.window.windowState() | Qt.WindowState.WindowFullScreen
            if full
            else self.window.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    def _restore(self) -> None:
        self._columns.restore(self.window.state)
        self.library_pane.restore(self.window.state)
        self.correcting.restore(self.window.state)
        self.marking.restore(self.window.state, self.actions)
        kinds = frozenset(kind for kind in Kind if kind in self.settings.hidden_kinds)
        if self.settings.annotation_colour in set(Colour):
            self.presenter.colour = Colour(self.settings.annotation_colour)
        self.legend.set_hidden_kinds(kinds)
        self.view.set_hidden_kinds(kinds)
        self.actions.set_no_article()
        self.panel.clear()
