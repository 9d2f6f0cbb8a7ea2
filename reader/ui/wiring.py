"""What passes between the parts of the window, which know nothing of each other."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from reader.core.annotations import Colour
from reader.ui.actions import ACTIONS_IN_TEXT
from reader.ui.commands import Commands
from reader.ui.habits import Habits
from reader.ui.hints import wire_hints
from reader.ui.on_demand import ask_to_print
from reader.ui.peeking import Peeking
from reader.ui.reports import Reports
from reader.ui.row_menus import add_row_menus
from reader.ui.shortcuts.told import tell_keys
from reader.ui.tabs.tab_wiring import wire_tabs

if TYPE_CHECKING:
    from reader.ui.workbench import Workbench

_Slot = Callable[..., object]


def wire(bench: "Workbench") -> None:
    """Wire all that is in the window."""
    bench.reports = Reports(
        bench.notices,
        bench.undo_order,
        controller=bench.controller,
        recognizer=bench.recognizer,
        done=[part.undoable_done for part in _doing(bench)],
        parent=bench,
    )
    _wire_actions(bench)
    _wire_actions_in_text(bench)
    _wire_text(bench)
    _wire_library(bench)
    _wire_keeping(bench)
    _wire_centre(bench)
    _wire_state(bench)
    _tell_keys(bench)
    bench.commands = Commands(bench)
    add_row_menus(bench)
    wire_tabs(bench)
    peeking = Peeking(
        controller=bench.controller,
        presenter=bench.presenter,
        view=bench.view,
        library=bench.library,
        parent=bench,
    )
    _on(bench, [("peek", peeking.peek)])
    bench.habits = Habits(bench)
    bench.hints = wire_hints(bench)
    for part in _failing(bench):
        part.failed.connect(bench.tell_error)


def _doing(bench: "Workbench") -> tuple:
    """Return the parts that do what can be undone."""
    return (
        bench.presenter,
        bench.desk,
        bench.correcting,
        bench.marking,
        bench.annotating,
        bench.notes,
    )


def _failing(bench: "Workbench") -> tuple:
    """Return the parts that tell of errors."""
    return (
        *(bench.controller, bench.book, bench.desk, bench.annotating, bench.in_doubt, bench.added),
        *(bench.imports, bench.correcting, bench.backups, bench.notes),
        *(bench.entity_desk, bench.centre),
    )


def _on(bench: "Workbench", slots: Iterable[tuple[str, _Slot]]) -> None:
    """Connect actions; a slot gets nothing of what Qt hands on."""
    for name, slot in slots:
        bench.actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())


def _wire_actions(bench: "Workbench") -> None:
    imports = bench.imports
    _on(
        bench,
        (
            ("open", bench.opening.ask),
            ("open_folder", imports.ask_folder),
            ("import_work", bench.asking("work", "ask")),
            ("open_address", imports.open_address),
            ("paste_article", imports.paste),
            ("open_sample", bench.opening.open_sample),
            ("export", bench.asking("exporting", "open")),
            ("print", partial(ask_to_print, bench, "printer")),
            ("save_pdf", partial(ask_to_print, bench, "pdf")),
            ("copy_dossier", lambda: bench.exporting.copy_dossier(bench.at_hand.entity_id())),
            ("backups", bench.backups.show),
            ("quit", bench.window.close),
            ("preferences", bench.preferences.show),
            ("about", bench.show_about),
            ("entity_page", bench.open_entity_page),
            ("network", bench.centre.open_network),
            ("corrections", bench.asking("said", "open")),
            ("all_annotations", bench.asking("annotation_pages", "open_all")),
            ("search", bench.asking("search", "begin")),
            ("label_articles", bench.desk.label_articles),
            ("show_details", bench.desk.show_details),
            ("delete_articles", bench.desk.delete_articles),
            ("filter_articles", bench.begin_filter),
            ("larger", lambda: bench.keeper.zoom(1)),
            ("smaller", lambda: bench.keeper.zoom(-1)),
            ("usual_size", lambda: bench.keeper.zoom(0)),
        ),
    )
    bench.actions["show_panel"].toggled.connect(bench.on_panel_toggled)
    bench.actions["full_screen"].toggled.connect(bench.set_full_screen)


def _wire_actions_in_text(bench: "Workbench") -> None:
    """Wire what is done in the article: walking in it, annotating and correcting it."""
    presenter, annotations = bench.presenter, bench.presenter.annotations
    _on(
        bench,
        (
            ("copy", bench.view.copy),
            ("comment", annotations.annotate_and_comment),
            ("delete_annotation", annotations.delete_current),
            ("quote_in_note", bench.notes.quotes.quote),
            ("next_mention", lambda: presenter.walk_mentions(1)),
            ("previous_mention", lambda: presenter.walk_mentions(-1)),
            ("next_of_entity", lambda: presenter.walk_mentions(1, same_entity=True)),
            ("previous_of_entity", lambda: presenter.walk_mentions(-1, same_entity=True)),
            ("next_annotation", lambda: annotations.walk(1)),
            ("previous_annotation", lambda: annotations.walk(-1)),
            ("open_card", presenter.open_card),
            *((f"annotate_{each}", partial(annotations.annotate, each)) for each in Colour),
            *bench.marking.over(bench.correcting.actions()).items(),
        ),
    )
    bench.marking.wire_actions(bench.actions)


def _wire_text(bench: "Workbench") -> None:
    """Wire what is shown and done in the article."""
    controller, presenter, reports = bench.controller, bench.presenter, bench.reports
    bench.view.zoom_requested.connect(bench.keeper.zoom)
    bench.legend.hidden_kinds_changed.connect(bench.keeper.keep_hidden_kinds)
    presenter.panel_needed.connect(lambda: bench.actions["show_panel"].setChecked(True))
    presenter.annotations.colour_changed.connect(bench.keeper.keep_colour)
    presenter.hover.tags_of = bench.notes.desk.tags_of
    controller.article_opened.connect(bench.on_article_opened)
    controller.metadata_changed.connect(lambda _document: bench.show_title())
    bench.correcting.scoped_done.connect(reports.tell_done)
    bench.correcting.told.connect(bench.notices.tell)
    bench.correcting.extend_menu = bench.marking.add_to_menu
    bench.marking.known = lambda: bench.annotating.known
    bench.notes.told.connect(bench.notices.tell)
    bench.undo_order.changed.connect(bench.notes.desk.undo.on_order_changed)
    presenter.selection_bar.quote_requested.connect(bench.notes.quotes.quote)
    dots = presenter.selection_bar.dots
    bench.annotating.known_changed.connect(lambda known: dots.set_names(known.colours))
    bench.annotating.done.connect(bench.notices.tell)


def _tell_keys(bench: "Workbench") -> None:
    """Have tooltips and menus name the keys that hold, whatever the user made of them."""
    actions, menu = bench.actions, bench.correcting.menu
    tell_keys(actions["quote_in_note"], bench.presenter.selection_bar.set_quote_keys)
    tell_keys(actions["choose_here"], bench.marking.badge.set_keys)
    bench.panel.when_made(
        "card", lambda card: tell_keys(actions["entity_page"], card.set_page_keys)
    )
    tell_keys(actions["copy"], lambda keys: setattr(menu, "copy_keys", keys))


def _wire_library(bench: "Workbench") -> None:
    desk, jumps = bench.desk, bench.jumps
    bench.window.files_dropped.connect(bench.open_files)
    bench.start_page.open_requested.connect(bench.opening.ask)
    bench.start_page.sample_requested.connect(bench.opening.open_samples)
    desk.changes.done_for_good.connect(bench.book.undo_stack.clear)
    desk.article_activated.connect(bench.show_article)
    desk.library_read.connect(bench.trouble.take_back)
    desk.library_read.connect(bench.annotating.begin)
    desk.pane.invitation.open_requested.connect(bench.opening.ask)
    desk.pane.invitation.sample_requested.connect(bench.opening.open_samples)
    desk.pane.invitation.paste_requested.connect(bench.imports.paste)
    desk.export_requested.connect(bench.asking("exporting", "open"))
    bench.imports.jobs.began.connect(desk.filing.begin_import)
    bench.imports.jobs.reported.connect(desk.filing.end_import)
    jumps.entity_elsewhere.connect(bench.centre.open_entity)
    bench.panel.annotation_page.review_requested.connect(
        bench.asking("annotation_pages", "review_article")
    )


def _wire_keeping(bench: "Workbench") -> None:
    """Wire what keeps the library whole."""
    reports, told = bench.reports, bench.notices.tell
    bench.backups.told.connect(told)
    bench.desk.library_read.connect(lambda: bench.backups.tell_if_synced(bench.window.state))
    bench.backups.undoable.connect(reports.tell_with_undo)
    bench.backups.offered.connect(reports.tell_damage)
    bench.missing.offered.connect(reports.tell_damage)
    bench.missing.told.connect(told)
    bench.missing.failed.connect(bench.tell_error)


def _wire_centre(bench: "Workbench") -> None:
    centre, panel = bench.centre, bench.panel
    panel.entity_page_requested.connect(centre.open_entity)
    for shown_in_text in _shown_in_text(bench):
        shown_in_text.connect(centre.show_article)
    centre.moved.connect(bench.on_moved)
    for moved in (centre.moved, bench.pages.currentChanged):
        moved.connect(lambda *_: bench.notices.go_to(centre.place))
    centre.picture_saved.connect(bench.reports.tell_picture)
    centre.entity_missed.connect(bench.reports.tell_missed)
    centre.note_editor_made.connect(bench.notes.desk.add)
    bench.entity_desk.meet(centre, bench.actions)
    bench.entity_desk.said_requested.connect(bench.asking("said", "open"))
    bench.entity_desk.told.connect(bench.notices.tell)


def _shown_in_text(bench: "Workbench") -> tuple[SignalInstance, ...]:
    """Return the wishes that are fulfilled in the open article."""
    panel = bench.panel
    return (
        panel.mention_activated,
        panel.annotation_activated,
        panel.next_mention_requested,
        panel.previous_mention_requested,
        *(bench.actions[name].triggered for name in ACTIONS_IN_TEXT),
    )


def _wire_state(bench: "Workbench") -> None:
    """Wire settings, the status line, and what is remembered."""
    controller, status, recognizer = bench.controller, bench.status, bench.recognizer
    bench.appearance_menu.settings_changed.connect(bench.set_settings)
    bench.preferences.settings_changed.connect(bench.set_settings)
    bench.preferences.model_renewed.connect(bench.use_model)
    bench.preferences.cancelled.connect(bench.notices.tell)
    controller.recognition_progressed.connect(status.set_recognizing)
    controller.recognition_ended.connect(lambda: status.set_recognizing(None, None))
    controller.file_reading.connect(status.set_reading)
    controller.language_found.connect(status.set_language)
    controller.language_found.connect(lambda code, _: bench.view.hyphenation.set_language(code))
    bench.library.state_changed.connect(status.set_save_state)
    recognizer.model_ready.connect(status.set_model)
    recognizer.model_failed.connect(bench.tell_error)
    for part in (bench.columns, bench.marking, bench.library_pane, bench.correcting):
        bench.window.closed.connect(lambda part=part: part.keep(bench.window.state))
