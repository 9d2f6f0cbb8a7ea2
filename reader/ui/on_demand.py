"""The parts of the workbench that are made when they are first asked for, and their wiring.

Each is imported where it is made, as the window can be seen sooner without.
"""

from typing import TYPE_CHECKING

from reader.ui.columns import put_below

if TYPE_CHECKING:
    from reader.ui.annotations.centre import AnnotationPages
    from reader.ui.correcting.said_desk import SaidDesk
    from reader.ui.exporting.at_hand import AtHand
    from reader.ui.exporting.desk import ExportDesk
    from reader.ui.importing.work_desk import WorkDesk
    from reader.ui.printing.desk import PrintDesk
    from reader.ui.search.desk import SearchDesk
    from reader.ui.workbench import Workbench


SAID = "corrections"
"""The place of the list of corrections, in the history."""


def make_at_hand(bench: "Workbench") -> "AtHand":
    """Make what knows what can be exported."""
    from reader.ui.exporting.at_hand import AtHand

    return AtHand(
        controller=bench.controller,
        presenter=bench.presenter,
        centre=bench.centre,
        search=lambda: bench.made("search"),
    )


def make_exporting(bench: "Workbench") -> "ExportDesk":
    """Make what exports."""
    from reader.ui.exporting.desk import ExportDesk

    return ExportDesk(
        bench.window,
        library=bench.library,
        scopes=bench.at_hand,
        selected=bench.desk.selection,
        flush=bench.flush,
        language=lambda: bench.appearance.language,
        translator=lambda: bench.appearance.translator,
    )


def wire_exporting(bench: "Workbench", exporting: "ExportDesk") -> None:
    """Wire what exports."""
    put_below(bench.imports.bar, exporting.bar)
    exporting.exported.connect(bench.reports.tell_exported)
    exporting.told.connect(bench.notices.tell)
    exporting.failed.connect(bench.tell_error)
    exporting.set_theme(bench.appearance.theme)
    bench.appearance.theme_changed.connect(exporting.set_theme)


def make_printing(bench: "Workbench") -> "PrintDesk":
    """Make what prints."""
    from reader.ui.printing.desk import PrintDesk

    return PrintDesk(
        bench.window,
        controller=bench.controller,
        book=bench.book,
        view=bench.view,
        library=bench.library,
        family=lambda: bench.appearance.reading_style().family,
        hidden_kinds=lambda: bench.settings.hidden_kinds,
        flush=bench.flush,
    )


def wire_printing(bench: "Workbench", printing: "PrintDesk") -> None:
    """Wire what prints."""
    put_below(bench.imports.bar, printing.bar)
    printing.saved.connect(bench.reports.tell_picture)
    printing.told.connect(bench.notices.tell)
    printing.failed.connect(bench.tell_error)


def ask_to_print(bench: "Workbench", way: str) -> None:
    """Let the user put the article on paper, by "printer", or in a file, "pdf"."""
    from reader.ui.printing.content import Way

    bench.printing.ask(Way(way))


def make_work(bench: "Workbench") -> "WorkDesk":
    """Make what brings the user's own work into the library."""
    from reader.ui.importing.work_desk import WorkDesk

    return WorkDesk(
        bench.window,
        library=bench.library,
        changes=bench.desk.changes,
        flush=bench.flush,
        shown=lambda: bench.controller.document,
        translator=lambda: bench.appearance.translator,
    )


def wire_work(bench: "Workbench", work: "WorkDesk") -> None:
    """Wire what brings the user's own work in."""
    work.done.connect(bench.reports.tell_done)
    work.told.connect(bench.notices.tell)
    work.failed.connect(bench.tell_error)
    work.article_activated.connect(bench.show_article)
    work.restore_requested.connect(bench.backups.restore)
    work.merge_requested.connect(lambda one, other: bench.correcting.book.merge(one, [other]))
    work.text_changed.connect(lambda shown: bench.controller.open_article(shown, anew=True))


def make_search(bench: "Workbench") -> "SearchDesk":
    """Make the search of the library, with its page."""
    from reader.ui.search.desk import SearchDesk

    search = SearchDesk(bench.library, bench)
    search.show_in(bench.pages, back_to=bench.centre.shown)
    return search


def wire_search(bench: "Workbench", search: "SearchDesk") -> None:
    """Wire the search."""
    jumps = bench.jumps
    search.passage_requested.connect(jumps.to_passage)
    search.annotation_requested.connect(jumps.to_annotation)
    search.entity_requested.connect(jumps.to_entity)
    search.failed.connect(bench.tell_error)
    jumps.arrived.connect(search.leave)
    bench.controller.articles_changed.connect(search.refresh)
    search.page.set_theme(bench.appearance.theme)
    bench.appearance.theme_changed.connect(search.page.set_theme)


def make_annotation_pages(bench: "Workbench") -> "AnnotationPages":
    """Make the pages of annotations."""
    from reader.ui.annotations.centre import AnnotationPages

    return AnnotationPages(
        centre=bench.centre,
        controller=bench.controller,
        library=bench.library,
        book=bench.book,
        changes=bench.desk.changes,
        desk=bench.annotating,
        view=bench.view,
        jumps=bench.jumps,
        parent=bench,
    )


def wire_annotation_pages(bench: "Workbench", pages: "AnnotationPages") -> None:
    """Wire the pages of annotations."""
    put_below(bench.imports.bar, pages.review.bar)
    pages.failed.connect(bench.tell_error)
    pages.set_theme(bench.appearance.theme)
    bench.appearance.theme_changed.connect(pages.set_theme)


def make_said(bench: "Workbench") -> "SaidDesk":
    """Make the list of corrections."""
    from reader.ui.correcting.said_desk import SaidDesk
    from reader.ui.correcting.said_page import SaidPage

    return SaidDesk(
        SaidPage(),
        bench.correcting.book,
        controller=bench.controller,
        library=bench.library,
        parent=bench,
    )


def wire_said(bench: "Workbench", said: "SaidDesk") -> None:
    """Wire the list of corrections."""
    bench.centre.add_place(SAID, said.page, bench.asking("said", "open"))
    said.ready.connect(lambda: bench.centre.arrive_at(SAID))
    said.passage_requested.connect(bench.jumps.to_passage)
    said.entity_requested.connect(bench.centre.open_entity)
    said.failed.connect(bench.tell_error)
    said.page.set_theme(bench.appearance.theme)
    bench.appearance.theme_changed.connect(said.page.set_theme)
