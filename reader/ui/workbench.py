"""What is in the window: library, article and side panel, with the actions over them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from reader import paths
from reader.core.annotations import Colour
from reader.core.errors import (
    DamagedLibraryError,
    LibraryError,
    MissingLibraryError,
    NoLibraryError,
    ReaderError,
)
from reader.core.mentions import Kind
from reader.settings import Settings
from reader.ui.actions import Actions
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
from reader.ui.backups.missing import MissingLibrary
from reader.ui.centre import Centre
from reader.ui.closing import Closing
from reader.ui.columns import Columns, stacked
from reader.ui.commands import Commands
from reader.ui.correcting.desk import CorrectingDesk
from reader.ui.correcting.entity_desk import EntityDesk
from reader.ui.dialogs import (
    ask_files_to_open,
    ask_library,
)
from reader.ui.exporting.at_hand import AtHand
from reader.ui.exporting.desk import ExportDesk
from reader.ui.habits import Habits
from reader.ui.hints import Hints
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
from reader.ui.printing.desk import PrintDesk
from reader.ui.reading.hyphens import HyphenBook
from reader.ui.reading.view import ReadingView
from reader.ui.recognizer import Recognizer
from reader.ui.reports import Reports
from reader.ui.search.desk import SearchDesk
from reader.ui.start_page import StartPage
from reader.ui.status_line import StatusLine
from reader.ui.tabs.desk import Tabs
from reader.ui.tabs.keeper import SessionKeeper
from reader.ui.tabs.spots import Spots
from reader.ui.tabs.strip import TabStrip
from reader.ui.theme import Theme
from reader.ui.toolbar import Toolbar
from reader.ui.translation import error_sentence
from reader.ui.undo_order import UndoOrder
from reader.ui.window import Window
from reader.ui.wiring import wire


class Workbench(QObject):
    """Lay the views out, and keep what is folded and how wide."""

    settings_changed = Signal(object)  # Settings
    error_told = Signal(object)  # ReaderError
    commands: Commands  # made by `wire`, as what follows
    habits: Habits
    hints: Hints
    reports: Reports  # made by `wire`, once all are there that it reports of

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
        self.printing = PrintDesk(
            window,
            controller=controller,
            book=book,
            view=self.view,
            library=library,
            family=lambda: appearance.reading_style().family,
            hidden_kinds=lambda: self.settings.hidden_kinds,
            flush=self._flush,
        )
        self.backups = BackupDesk(window, library, flush=self._flush, reopen=self._use_library)
        self.missing = MissingLibrary(library, self.backups, reopen=self._reopen, parent=self)
        self.work = WorkDesk(
            window,
            library=library,
            changes=self.desk.changes,
            flush=self._flush,
            shown=lambda: controller.document,
            translator=lambda: appearance.translator,
        )
        self.spots = Spots(
            controller=controller,
            presenter=self.presenter,
            view=self.view,
            panel=self.panel,
            parent=self,
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
            open_article=self.show_article,
            view=self.view,
            panel=self.panel,
        )
        self.preferences = Preferences(
            window, settings=settings, recognizer=recognizer, sentence_of=self._sentence
        )
        self._lay_out()
        wire(self)
        self.session = SessionKeeper(
            self.tabs,
            window,
            library=lambda: library.path,
            parts=(self.columns, self.library_pane),
            parent=self,
        )
        Closing(window, library, finish_edits=self._finish_edits)
        self.retranslate()
        self.set_theme(appearance.theme)
        self._restore()

    def tell_error(self, error: ReaderError) -> None:
        """Show an error's sentence until the user closes it."""
        self.error_told.emit(error)
        sentence = self._sentence(error)
        missing = isinstance(error, MissingLibraryError)
        if missing or (isinstance(error, LibraryError) and not self.library.is_open):
            self._library_is_missed = True
            other = Choice(self.tr("Choose another library…"), self._on_library_wanted)
            if missing:
                self.missing.offer(sentence, other)
            elif isinstance(error, DamagedLibraryError):
                is_library = not isinstance(error, NoLibraryError)
                self.backups.offer(sentence, other, is_library=is_library)
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
            self.tabs,
            self.appearance_menu,
            self.preferences,
        ):
            part.retranslate()
        self.show_title()

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
        self.hyphens = HyphenBook(self)
        self.view.hyphenation.use(self.hyphens)
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
            choose_files=self.ask_files,
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
        bars = (self.imports.bar, self.exporting.bar, self.printing.bar)
        bars += (self.annotation_pages.review.bar,)
        self.tabs = Tabs(
            TabStrip(self.actions["reopen_tab"]),
            centre=self.centre,
            controller=self.controller,
            jumps=self.jumps,
            spots=self.spots,
            library=self.library,
            flush=self._flush,
            parent=self,
        )
        middle = stacked(self._pages, *bars, self.notices, above=self.tabs.strip)
        self.columns = Columns(
            library=self.library_pane,
            article=middle,
            panel=self.panel,
            show_library=self.actions["show_library"],
            show_panel=self.actions["show_panel"],
        )
        self.window.setCentralWidget(self.columns)
        self.window.setStatusBar(self.status)

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
            self.use_model()
        self.appearance_menu.show_settings(settings)
        self.preferences.show_settings(settings)
        self.settings_changed.emit(settings)

    def use_model(self) -> None:
        """Have names found by the model that the settings name."""
        self.status.set_model("")  # until it is ready
        self.recognizer.use_model(self.settings.model)

    def ask_files(self) -> None:
        """Let the user choose files to open."""
        self.open_files(ask_files_to_open(self.window))

    def show_about(self) -> None:
        """Say what the program is made of."""
        from reader.ui.about import AboutDialog  # it reads what all libraries say of themselves

        AboutDialog(self.window).open()

    def open_sample(self) -> None:
        """Open the sample article."""
        self.open_files([paths.seeds() / "rusia-corea-del-norte.txt"])

    def open_samples(self) -> None:
        """Fill an empty library with the sample articles, the first one to be read at once."""
        names = ("rusia-corea-del-norte.txt", "muestra.md", "cuaderno-del-faro.epub")
        self.open_files([paths.seeds() / name for name in names])

    def _on_library_wanted(self) -> None:
        path = ask_library(self.window)
        if path is not None:
            self._reopen(path)

    def _reopen(self, path: Path, anew: bool = False) -> None:
        self._use_library(path, anew=anew)
        self.open_files(self._files)

    def _use_library(self, path: Path, *, anew: bool = False) -> None:
        """Show what is in a library now, this one or another; nothing done before can be undone."""
        self.library.use(path, anew=anew)
        self.undo_order.clear()
        self.tabs.forget_closed()
        self.tabs.check()
        self.controller.refresh_articles()
        document = self.controller.document
        if document is not None:
            self.controller.open_article(document.id, anew=True)

    def on_library_read(self) -> None:
        """Take back what was said of a library that could not be read."""
        if self._library_is_missed:  # what was said of the one before no longer holds
            self._library_is_missed = False
            self.notices.dismiss()

    def show_article(self, document_id: str) -> None:
        """Show an article of the library."""
        self.notices.dismiss()
        self.centre.open_article(document_id)

    def begin_filter(self) -> None:
        """Let the user filter the list of articles."""
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

    def open_entity_page(self) -> None:
        """Show the page of the entity that is at hand."""
        entity_id = self.presenter.entity_id
        if entity_id is not None:
            self.centre.open_entity(entity_id)

    def zoom(self, step: int) -> None:
        """Make the text larger (1), smaller (-1) or of the usual size (0)."""
        size = self.settings.font_size_pt + step if step else Settings().font_size_pt
        self.set_settings(replace(self.settings, font_size_pt=size).clamped())

    def keep_hidden_kinds(self, kinds: frozenset[Kind]) -> None:
        """Remember which kinds are switched off."""
        self.set_settings(replace(self.settings, hidden_kinds=tuple(sorted(kinds))))

    def keep_colour(self, colour: Colour) -> None:
        """Remember the colour to annotate with."""
        self.set_settings(replace(self.settings, annotation_colour=colour.value))

    # ---- what happens

    def on_article_opened(self, article: OpenedArticle) -> None:
        """Show what there is to do with an article, and what it is."""
        self.toolbar.show_legend()
        self.status.set_words(article.words)
        self.actions.set_article_open()
        self.show_title()

    def on_moved(self) -> None:
        """Show whether one can go back and forward."""
        can_go = self.centre.can_go
        self.actions.set_way(can_go_back=can_go(-1), can_go_forward=can_go(1))

    def set_theme(self, theme: Theme) -> None:
        """Give everything the theme's colours."""
        self.window.set_background(theme.window)
        for part in (
            *(self.actions, self.panel, self.library_pane, self.search.page, self.legend),
            *(self.presenter.hover, self.correcting, self.marking, self.entity_desk, self.notes),
            *(self.annotating, self.annotation_pages, self.centre, self.imports, self.exporting),
            self.tabs.strip,
        ):
            part.set_theme(theme)
        self._show_style()

    def _show_style(self) -> None:
        self._style = self.appearance.reading_style()
        self.view.set_style(self._style)

    def show_title(self) -> None:
        """Show the article's title in the window's."""
        document = self.controller.document
        self.window.setWindowTitle(f"{document.title} — Reader" if document else "Reader")

    # ---- the window itself

    def on_panel_toggled(self, shown: bool) -> None:
        """Hand on what was typed in a panel that folds away."""
        if not shown:
            self.panel.flush()

    def set_full_screen(self, full: bool) -> None:
        """Fill the screen, or leave it."""
        self.window.setWindowState(
            self.window.windowState() | Qt.WindowState.WindowFullScreen
            if full
            else self.window.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    def restore_tabs(self, *, shown: bool) -> None:
        """Open the tabs of last time; `shown` is whether one of them is to be read."""
        session = self.session.read()
        if session is not None:
            self.tabs.restore(session.tabs, session.active, shown=shown)

    def _restore(self) -> None:
        self.columns.restore(self.window.state)
        self.library_pane.restore(self.window.state)
        self.correcting.restore(self.window.state)
        self.marking.restore(self.window.state, self.actions)
        kinds = frozenset(kind for kind in Kind if kind in self.settings.hidden_kinds)
        if self.settings.annotation_colour in set(Colour):
            self.presenter.annotations.colour = Colour(self.settings.annotation_colour)
        self.legend.set_hidden_kinds(kinds)
        self.view.set_hidden_kinds(kinds)
        self.actions.set_no_article()
        self.panel.clear()
