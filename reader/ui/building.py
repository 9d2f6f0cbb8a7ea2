"""Make what is in the window, in the order in which its parts need each other, and lay it out."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from reader.ui.actions import Actions
from reader.ui.added_notice import AddedNotice
from reader.ui.annotations.desk import AnnotationDesk
from reader.ui.annotations.in_doubt import InDoubt
from reader.ui.appearance_menu import AppearanceMenu
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.backups.desk import BackupDesk
from reader.ui.backups.missing import MissingLibrary
from reader.ui.backups.rescue import Rescue
from reader.ui.centre import Centre
from reader.ui.columns import Columns, stacked
from reader.ui.correcting.desk import CorrectingDesk
from reader.ui.correcting.entity_desk import EntityDesk
from reader.ui.importing.desk import ImportDesk
from reader.ui.jumps import Jumps
from reader.ui.legend import Legend
from reader.ui.library.desk import LibraryDesk
from reader.ui.library_trouble import LibraryTrouble
from reader.ui.marking.desk import MarkingDesk
from reader.ui.notes.notes import Notes
from reader.ui.notice_bar import NoticeBar
from reader.ui.opening import Opening
from reader.ui.panel.side_panel import SidePanel
from reader.ui.preferences.preferences import Preferences
from reader.ui.reading.hyphens import HyphenBook
from reader.ui.reading.view import ReadingView
from reader.ui.start_page import StartPage
from reader.ui.status_line import StatusLine
from reader.ui.tabs.desk import Tabs
from reader.ui.tabs.spots import Spots
from reader.ui.tabs.strip import TabStrip
from reader.ui.toolbar import Toolbar
from reader.ui.trash_notice import TrashNotice
from reader.ui.undo_order import UndoOrder

if TYPE_CHECKING:
    from reader.ui.workbench import Workbench


def build(bench: "Workbench") -> None:
    """Make all that is in the window; what passes between the parts is wired elsewhere."""
    _make_views(bench)
    _make_ways_in(bench)
    _make_article(bench)
    _make_keeping(bench)
    _make_notes(bench)
    _make_centre(bench)
    _lay_out(bench)


def _make_views(bench: "Workbench") -> None:
    bench.desk = LibraryDesk(bench.controller, bench.library, bench.window)
    bench.library_pane = bench.desk.pane
    bench.undo_order = UndoOrder(bench.book.undo_stack, bench.desk.undo_stack, parent=bench)
    bench.actions = Actions(
        bench.window, undo=bench.undo_order.undo_action, redo=bench.undo_order.redo_action
    )
    bench.view = ReadingView()
    bench.view.setAcceptDrops(False)  # the window takes what is dropped
    bench.view.set_style(bench.appearance.reading_style())
    bench.hyphens = HyphenBook(bench)
    bench.view.hyphenation.use(bench.hyphens)
    bench.panel = SidePanel()
    bench.legend = Legend()
    bench.start_page = StartPage()
    bench.notices = NoticeBar()
    bench.added = AddedNotice(
        *(bench.controller, bench.library, bench.notices, bench),
        changes=bench.desk.changes,
        sentence=bench.sentence,
    )
    TrashNotice(
        *(bench.controller, bench.library, bench.notices),
        articles=bench.desk.articles,
        changes=bench.desk.changes,
        parent=bench,
    )
    bench.appearance_menu = AppearanceMenu(bench.settings)
    bench.status = StatusLine()


def _make_ways_in(bench: "Workbench") -> None:
    """Make what brings articles into the library."""
    bench.opening = Opening(
        bench.window, controller=bench.controller, work=lambda: bench.work, notices=bench.notices
    )
    bench.imports = ImportDesk(
        bench.window,
        controller=bench.controller,
        library=bench.library,
        view=bench.view,
        open_files=bench.open_files,
        choose_files=bench.opening.ask,
        translator=lambda: bench.appearance.translator,
        model=lambda: bench.settings.model,
    )


def _make_article(bench: "Workbench") -> None:
    """Make what the open article is shown, annotated and corrected with."""
    bench.presenter = ArticlePresenter(
        controller=bench.controller,
        book=bench.book,
        view=bench.view,
        panel=bench.panel,
        legend=bench.legend,
        parent=bench,
    )
    bench.correcting = CorrectingDesk(
        controller=bench.controller,
        presenter=bench.presenter,
        view=bench.view,
        panel=bench.panel,
        library=bench.library,
        changes=bench.desk.changes,
        parent=bench,
    )
    bench.marking = MarkingDesk(
        controller=bench.controller,
        presenter=bench.presenter,
        book=bench.book,
        view=bench.view,
        parent=bench,
    )
    bench.annotating = AnnotationDesk(
        controller=bench.controller,
        library=bench.library,
        book=bench.book,
        changes=bench.desk.changes,
        page=bench.panel.annotation_page,
        window=bench.window,
    )


def _make_keeping(bench: "Workbench") -> None:
    """Make what keeps the library whole, and helps where it isn't."""
    bench.backups = BackupDesk(
        bench.window, bench.library, flush=bench.flush, reopen=bench.use_library
    )
    state = Path(bench.window.state.fileName())
    rescue = Rescue(bench.library, state.parent, bench)
    rescue.told.connect(bench.backups.told)
    bench.missing = MissingLibrary(
        bench.library, bench.backups, reopen=bench.reopen_library, parent=bench
    )
    bench.trouble = LibraryTrouble(
        bench.window,
        library=bench.library,
        notices=bench.notices,
        backups=bench.backups,
        missing=bench.missing,
        use=bench.reopen_library,
    )


def _make_notes(bench: "Workbench") -> None:
    """Make what leads from one thing to another, the desks of entities and notes, and settings."""
    bench.spots = Spots(
        controller=bench.controller,
        presenter=bench.presenter,
        view=bench.view,
        panel=bench.panel,
        parent=bench,
    )
    bench.jumps = Jumps(bench.controller, bench.presenter, bench.view, bench)
    bench.entity_desk = EntityDesk(
        bench.correcting.book,
        controller=bench.controller,
        panel=bench.panel,
        library=bench.library,
        selection=bench.view.selected_span,
        show_entity=bench.presenter.show_entity,
        parent=bench,
    )
    bench.notes = Notes(
        bench.window,
        controller=bench.controller,
        library=bench.library,
        changes=bench.desk.changes,
        jumps=bench.jumps,
        open_article=bench.show_article,
        view=bench.view,
        panel=bench.panel,
    )
    bench.preferences = Preferences(
        bench.window,
        settings=bench.settings,
        recognizer=bench.recognizer,
        sentence_of=bench.sentence,
    )


def _make_centre(bench: "Workbench") -> None:
    """Make the middle of the window with all its pages, and the tabs over it."""
    bench.pages = QStackedWidget()
    bench.pages.addWidget(bench.start_page)
    bench.pages.addWidget(bench.view)
    bench.centre = Centre(
        bench.pages,
        bench.view,
        controller=bench.controller,
        library=bench.library,
        jumps=bench.jumps,
        parent=bench,
    )
    bench.in_doubt = InDoubt(
        controller=bench.controller,
        library=bench.library,
        book=bench.book,
        changes=bench.desk.changes,
        panel_page=bench.panel.annotation_page,
        parent=bench,
    )
    bench.tabs = Tabs(
        TabStrip(bench.actions["reopen_tab"]),
        centre=bench.centre,
        controller=bench.controller,
        jumps=bench.jumps,
        spots=bench.spots,
        library=bench.library,
        flush=bench.flush,
        parent=bench,
    )


def _lay_out(bench: "Workbench") -> None:
    bench.actions.fill(bench.window.menuBar())
    bench.toolbar = Toolbar(
        bench.actions, legend=bench.legend, appearance_menu=bench.appearance_menu
    )
    bench.window.addToolBar(bench.toolbar)
    bench.columns = Columns(
        library=bench.library_pane,
        article=stacked(bench.pages, bench.imports.bar, bench.notices, above=bench.tabs.strip),
        panel=bench.panel,
        show_library=bench.actions["show_library"],
        show_panel=bench.actions["show_panel"],
    )
    bench.window.setCentralWidget(bench.columns)
    bench.window.setStatusBar(bench.status)
