"""Exports in the window: the dialog, what runs behind it, and copies as Markdown."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from reader.core.errors import ReaderError
from reader.core.export import ExportScope, ScopeKind
from reader.ui.background import LibraryThread
from reader.ui.exporting.jobs import ExportJobs
from reader.ui.exporting.offer import ExportChoices, Offer, load_choices, read_offer, save_choices
from reader.ui.exporting.words import task_words
from reader.ui.library.undoable import Chosen
from reader.ui.progress_strip import WaitingStrip
from reader.ui.theme import Theme
from reader.ui.translation import error_sentence
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.exporting.registry import ExportReport
    from reader.exporting.run import ExportTask
    from reader.store.library import Library
    from reader.ui.exporting.dialog import ExportDialog

Scopes = Callable[[], tuple[tuple[ExportScope, str], ...]]
"""Return what can be exported now, the likeliest first, with the title of each."""


class ExportDesk(QObject):
    """Let the user choose an export, and make it.

    `scopes` are what is at hand; `selected` are the articles selected in the list, and how many.
    `flush` hands on what was typed. `language` is that of the interface.
    """

    opened = Signal()  # the dialog
    told = Signal(str)
    exported = Signal(str, str)  # sentence, path
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        window: Window,
        *,
        library: LibraryThread,
        scopes: Scopes,
        selected: Callable[[], tuple[Chosen | None, int]],
        flush: Callable[[], object],
        language: Callable[[], str],
        translator: Callable[[], QTranslator],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._scopes = scopes
        self._selected = selected
        self._flush = flush
        self._language = language
        self._translator = translator
        self._theme: Theme | None = None
        self._choices: ExportChoices | None = None
        self.dialog: ExportDialog | None = None
        self.bar = WaitingStrip(task_words)
        self.jobs = ExportJobs(library, self)
        self.bar.cancel_requested.connect(self.jobs.cancel)
        self.jobs.progressed.connect(self.bar.show_progress)
        self.jobs.previewed.connect(self._on_previewed)
        self.jobs.done.connect(self._on_done)
        self.jobs.cancelled.connect(self._on_cancelled)
        self.jobs.failed.connect(self._on_failed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    def finish(self) -> None:
        """Stop what is under way."""
        self.jobs.finish()

    # ---- what the user asks for

    def open(self, wanted: Chosen | None = None) -> None:
        """Show the dialog, once it is known what there is to choose from.

        `wanted` are articles that are proposed, None for those that are selected, if several are.
        """
        if self.dialog is not None:
            self.dialog.raise_()
            return
        self._flush()
        at_hand = self._scopes()
        selected, count = self._selected()
        chosen = wanted or (selected if count > 1 else None)

        def read(library: "Library") -> Offer:
            scopes = dict(at_hand)
            if chosen is not None:
                ids = tuple(chosen.resolve(library))
                document = library.document(ids[0]) if len(ids) == 1 else None
                title = document.title if document is not None else ""
                scopes = {ExportScope(ScopeKind.ARTICLES, ids): title} | scopes
            return read_offer(library, tuple(scopes.items()))

        self._library.call(read, done=self._show, failed=self.failed.emit)

    def copy_dossier(self, entity_id: str | None) -> None:
        """Put what the library holds on an entity on the clipboard, as Markdown."""
        if entity_id is None:
            self.told.emit(self.tr("Choose a name first."))
            return
        self._flush()
        language = self._language()

        def write(library: "Library") -> str:
            from reader.exporting.markdown import markdown_of
            from reader.exporting.registry import ExportOptions
            from reader.exporting.templates import user_folder
            from reader.store.export import gather

            export = gather(library, ExportScope(ScopeKind.ENTITIES, (entity_id,)))
            options = ExportOptions(language=language, template_folder=user_folder())
            return markdown_of(export, options)

        def done(text: str) -> None:
            QApplication.clipboard().setText(text)
            self.told.emit(self.tr("Dossier copied as Markdown."))

        self._library.call(write, done=done, failed=self.failed.emit)

    # ---- what happens

    def _show(self, offer: Offer) -> None:
        # Here, since the window can be seen sooner without.
        from reader.exporting.templates import user_folder
        from reader.ui.exporting.dialog import ExportDialog

        if self.dialog is not None:
            return
        self.dialog = ExportDialog(
            offer,
            self._choices or load_choices(self._window.state),
            language=self._language(),
            templates=user_folder(),
            sentence_of=self._sentence,
            parent=self._window,
        )
        if self._theme is not None:
            self.dialog.set_theme(self._theme)
        self.dialog.preview_wanted.connect(self.jobs.preview)
        self.dialog.export_requested.connect(self._on_export_requested)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()
        self.opened.emit()

    def _sentence(self, error: ReaderError) -> str:
        return error_sentence(error, self._translator())

    def _on_closed(self, _result: int) -> None:
        self.dialog = None

    def _on_export_requested(self, task: "ExportTask", choices: ExportChoices) -> None:
        from dataclasses import replace

        path: Path = task.path
        folder = path if task.format.is_folder else path.parent
        self._choices = replace(choices, folder=str(folder))
        save_choices(self._window.state, self._choices)
        if self.jobs.is_running:
            self.told.emit(self.tr("An export is under way: wait for it, or stop it."))
            return
        self.bar.begin()
        self.jobs.begin(task)

    def _on_previewed(self, preview: object) -> None:
        if self.dialog is not None:
            self.dialog.show_preview(preview)  # type: ignore[arg-type]

    def _on_done(self, report: "ExportReport") -> None:
        from reader.ui.exporting.words import report_words

        self.bar.end()
        said = " ".join([report_words(report), *map(self._sentence, report.doubts[:3])])
        if len(report.doubts) > 3:
            said += " " + self.tr("And %Ln more page(s).", "", len(report.doubts) - 3)
        self.exported.emit(said, str(report.path))

    def _on_cancelled(self) -> None:
        self.bar.end()
        self.told.emit(self.tr("The export was stopped."))

    def _on_failed(self, error: ReaderError) -> None:
        self.bar.end()
        self.failed.emit(error)
