"""What is in the window: library, article and side panel, with the actions over them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from reader.core.annotations import Colour
from reader.core.errors import ReaderError
from reader.core.mentions import Kind
from reader.settings import Settings
from reader.ui import on_demand
from reader.ui.actions import Actions
from reader.ui.added_notice import AddedNotice
from reader.ui.annotation_book import AnnotationBook
from reader.ui.annotations.desk import AnnotationDesk
from reader.ui.annotations.in_doubt import InDoubt
from reader.ui.appearance import Appearance
from reader.ui.appearance_menu import AppearanceMenu
from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.background import LibraryThread
from reader.ui.backups.desk import BackupDesk
from reader.ui.backups.missing import MissingLibrary
from reader.ui.building import build
from reader.ui.centre import Centre
from reader.ui.closing import Closing
from reader.ui.columns import Columns
from reader.ui.commands import Commands
from reader.ui.correcting.desk import CorrectingDesk
from reader.ui.correcting.entity_desk import EntityDesk
from reader.ui.habits import Habits
from reader.ui.hints import Hints
from reader.ui.importing.desk import ImportDesk
from reader.ui.jumps import Jumps
from reader.ui.later import HasLater, Later
from reader.ui.legend import Legend
from reader.ui.library.desk import LibraryDesk
from reader.ui.library.library_pane import LibraryPane
from reader.ui.library_trouble import LibraryTrouble
from reader.ui.looks import Looks
from reader.ui.marking.desk import MarkingDesk
from reader.ui.notes.notes import Notes
from reader.ui.notice_bar import NoticeBar
from reader.ui.opened_article import OpenedArticle
from reader.ui.opening import Opening
from reader.ui.panel.side_panel import SidePanel
from reader.ui.preferences.preferences import Preferences
from reader.ui.reading.hyphens import HyphenBook
from reader.ui.reading.view import ReadingView
from reader.ui.recognizer import Recognizer
from reader.ui.reports import Reports
from reader.ui.settings_keeper import SettingsKeeper
from reader.ui.start_page import StartPage
from reader.ui.status_line import StatusLine
from reader.ui.tabs.desk import Tabs
from reader.ui.tabs.keeper import SessionKeeper
from reader.ui.tabs.spots import Spots
from reader.ui.tabs.titles import title_of
from reader.ui.toolbar import Toolbar
from reader.ui.translation import error_sentence
from reader.ui.undo_order import UndoOrder
from reader.ui.window import Window
from reader.ui.wiring import wire

if TYPE_CHECKING:
    from reader.ui.annotations.centre import AnnotationPages
    from reader.ui.correcting.said_desk import SaidDesk
    from reader.ui.exporting.at_hand import AtHand
    from reader.ui.exporting.desk import ExportDesk
    from reader.ui.importing.work_desk import WorkDesk
    from reader.ui.printing.desk import PrintDesk
    from reader.ui.search.desk import SearchDesk


class Workbench(QObject, HasLater):
    """Hold all that is in the window, and do what concerns several of its parts."""

    settings_changed = Signal(object)  # Settings
    error_told = Signal(object)  # ReaderError

    # Made by `build`: the views,
    actions: Actions
    appearance_menu: AppearanceMenu
    columns: Columns
    legend: Legend
    library_pane: LibraryPane
    notices: NoticeBar
    pages: QStackedWidget
    panel: SidePanel
    start_page: StartPage
    status: StatusLine
    toolbar: Toolbar
    view: ReadingView
    hyphens: HyphenBook
    # what shows the open article, and leads from one thing to another,
    presenter: ArticlePresenter
    centre: Centre
    tabs: Tabs
    jumps: Jumps
    spots: Spots
    # the desks, at each of which one kind of work is done,
    annotating: AnnotationDesk
    backups: BackupDesk
    correcting: CorrectingDesk
    desk: LibraryDesk
    entity_desk: EntityDesk
    imports: ImportDesk
    marking: MarkingDesk
    notes: Notes
    opening: Opening
    preferences: Preferences
    # and what serves them.
    added: AddedNotice
    in_doubt: InDoubt
    missing: MissingLibrary
    trouble: LibraryTrouble
    undo_order: UndoOrder

    # Made when they are first asked for.
    annotation_pages: "Later[AnnotationPages]" = Later(
        on_demand.make_annotation_pages, on_demand.wire_annotation_pages
    )
    at_hand: "Later[AtHand]" = Later(on_demand.make_at_hand)
    exporting: "Later[ExportDesk]" = Later(on_demand.make_exporting, on_demand.wire_exporting)
    printing: "Later[PrintDesk]" = Later(on_demand.make_printing, on_demand.wire_printing)
    said: "Later[SaidDesk]" = Later(on_demand.make_said, on_demand.wire_said)
    search: "Later[SearchDesk]" = Later(on_demand.make_search, on_demand.wire_search)
    work: "Later[WorkDesk]" = Later(on_demand.make_work, on_demand.wire_work)

    # Made by `wire`, once all are there that they are about.
    commands: Commands
    habits: Habits
    hints: Hints
    reports: Reports

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
        self.keeper = SettingsKeeper(settings, self)
        self.appearance = appearance
        self.controller = controller
        self.book = book
        self.library = library
        self.recognizer = recognizer
        build(self)
        wire(self)
        self.session = SessionKeeper(
            self.tabs,
            window,
            library=lambda: library.path,
            parts=(self.columns, self.library_pane),
            parent=self,
        )
        Closing(window, library, finish_edits=self._finish_edits)
        self.looks = Looks(self)
        self.keeper.changed.connect(self._on_settings_changed)
        self._restore()

    @property
    def settings(self) -> Settings:
        """Return the settings that hold now."""
        return self.keeper.settings

    def tell_error(self, error: ReaderError) -> None:
        """Show an error's sentence until the user closes it."""
        self.error_told.emit(error)
        sentence = self.sentence(error)
        if not self.trouble.tell(error, sentence):
            self.notices.tell_error(sentence)

    def sentence(self, error: ReaderError) -> str:
        """Return what an error says to the user."""
        return error_sentence(error, self.appearance.translator)

    def open_files(self, paths: list[Path]) -> None:
        """Open articles; the first that can be read is shown."""
        self.opening.open(paths)

    def follow(self, address: str) -> None:
        """Show what a `reader:` address leads to."""
        self.notes.links.follow_address(address, QPoint())

    # ---- what the user asks for

    def set_settings(self, settings: Settings) -> None:
        """Apply new settings at once."""
        self.keeper.set(settings)

    def _on_settings_changed(self, before: Settings, settings: Settings) -> None:
        self.looks.change(before, settings)
        if settings.model != before.model:
            self.use_model()
        self.appearance_menu.show_settings(settings)
        self.preferences.show_settings(settings)
        self.settings_changed.emit(settings)

    def use_model(self) -> None:
        """Have names found by the model that the settings name."""
        self.status.set_model("")  # until it is ready
        self.recognizer.use_model(self.settings.model)

    def show_about(self) -> None:
        """Say what the program is made of."""
        from reader.ui.about import AboutDialog  # it reads what all libraries say of themselves

        AboutDialog(self.window).open()

    def reopen_library(self, path: Path, anew: bool = False) -> None:
        """Show what is in a library now, and open in it what was asked for last."""
        self.use_library(path, anew=anew)
        self.opening.open_again()

    def use_library(self, path: Path, *, anew: bool = False) -> None:
        """Show what is in a library now, this one or another; nothing done before can be undone."""
        self.library.use(path, anew=anew)
        self.undo_order.clear()
        self.tabs.forget_closed()
        self.tabs.check()
        self.controller.refresh_articles()
        document = self.controller.document
        if document is not None:
            self.controller.open_article(document.id, anew=True)

    def show_article(self, document_id: str) -> None:
        """Show an article of the library."""
        self.notices.dismiss()
        self.centre.open_article(document_id)

    def begin_filter(self) -> None:
        """Let the user filter the list of articles."""
        self.actions["show_library"].setChecked(True)
        self.library_pane.focus_filter()

    def flush(self) -> None:
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

    # ---- what happens

    def on_article_opened(self, article: OpenedArticle) -> None:
        """Show what there is to do with an article, and what it is."""
        self.toolbar.show_legend()
        self.status.set_words(article.words)
        self.actions.set_article_open()
        self.show_title()

    def on_moved(self) -> None:
        """Show whether one can go back and forward; panel and legend by an article alone."""
        can_go = self.centre.can_go
        self.actions.set_way(can_go_back=can_go(-1), can_go_forward=can_go(1))
        is_article = self.centre.shown() is self.view
        self.columns.set_beside_article(is_article)
        self.toolbar.show_legend(is_article)
        self.show_title()

    def show_title(self) -> None:
        """Show in the window's title what is in its middle."""
        title = title_of(self.centre.history.current, self.centre, self.controller.document)
        self.window.setWindowTitle(f"{title} — Reader" if title else "Reader")

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
