"""Where articles come in: wires drags, the clipboard, addresses and imports to the program."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from reader.core.document import Parsed, Resource
from reader.core.errors import ReaderError
from reader.core.imports import Changed, Progress, Report
from reader.core.shelf import Added
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.importing.drops import Drops
from reader.ui.importing.fetching import Fetching
from reader.ui.importing.import_bar import ImportBar
from reader.ui.importing.jobs import ImportJobs
from reader.ui.importing.offered import Offered, address_in, offered
from reader.ui.importing.words import summary
from reader.ui.reading.view import ReadingView
from reader.ui.theme import Theme
from reader.ui.timers import single_shot
from reader.ui.translation import error_sentence
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.store.library import Library
    from reader.ui.importing.address_dialog import AddressDialog
    from reader.ui.importing.report_dialog import ReportDialog

FEW = 5
"""So many files are opened as one chooses them; more of them, and folders, are imported."""

LIST_EVERY_MS = 2_000
"""How often, at the most, lists are read anew while an import adds to them."""

CATCH_UP_AFTER_MS = 20_000
"""How long after the start, or after an article came, the names that are missing are found."""


class ImportDesk(QObject):
    """Take in what is dropped, pasted, fetched, and imported from folders.

    `open_files` opens files as the program's own dialog does; `translator` returns the one of the
    interface's language, and `model` the user's choice of a recognition model.
    """

    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        window: Window,
        *,
        controller: ArticleController,
        library: LibraryThread,
        view: ReadingView,
        open_files: Callable[[list[Path]], None],
        choose_files: Callable[[], None],
        translator: Callable[[], QTranslator],
        model: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._library = library
        self._view = view
        self._open_files = open_files
        self._choose_files = choose_files
        self._translator = translator
        self.drops = Drops(window)
        self.fetching = Fetching(self)
        self.jobs = ImportJobs(library, model=model, parent=self)
        self.bar = ImportBar()
        self.report: Report | None = None  # the last
        self._is_closing = False
        self._list_timer = single_shot(self, LIST_EVERY_MS, controller.refresh_articles)
        self._catch_up_timer = single_shot(self, CATCH_UP_AFTER_MS, self._look_for_missing_names)
        self._catch_up_timer.start()
        self._wire()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.bar.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.drops.overlay.set_theme(theme)

    def finish(self) -> None:
        """Stop what is under way; nothing is left half-done."""
        self._list_timer.stop()
        self._catch_up_timer.stop()
        self.fetching.finish()
        self.jobs.finish()

    # ---- what comes in

    def take(self, offer: Offered) -> None:
        """Take in what was dropped or pasted; an address is only fetched once the user says so."""
        if offer.paths:
            self.take_paths(offer.paths)
        elif offer.address:
            self.ask_address(offer.address)
        else:
            self._take_text(offer.text, offer.rich, self._controller.take)

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Open a few files, or import many and folders."""
        if len(paths) <= FEW and not any(path.is_dir() for path in paths):
            self._open_files(list(paths))
        else:
            self.jobs.import_paths(paths)

    def paste(self) -> None:
        """Take in what the clipboard holds."""
        self.take(offered(QApplication.clipboard().mimeData()))

    def ask_address(self, address: str = "") -> "AddressDialog":
        """Let the user give an address; without one, that in the clipboard is proposed."""
        from reader.ui.importing.address_dialog import AddressDialog  # not before it is wanted

        proposed = address or address_in(QApplication.clipboard().text())
        dialog = AddressDialog(
            self.fetching, sentence_of=self._sentence, address=proposed, parent=self._window
        )
        dialog.fetched.connect(lambda parsed: self._controller.take(replace(parsed, doubt=None)))
        dialog.paste_requested.connect(self._paste_for)
        dialog.file_requested.connect(self._choose_files)
        dialog.open()
        return dialog

    def open_address(self) -> None:
        """Let the user give an address."""
        self.ask_address()

    def ask_folder(self) -> None:
        """Let the user choose a folder to import."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"))
        if name:
            self.jobs.import_paths([Path(name)])

    def show_report(self) -> "ReportDialog | None":
        """Show what came of the last import; None where there was none."""
        if self.report is None:
            return None
        from reader.ui.importing.report_dialog import ReportDialog

        dialog = ReportDialog(self.report, self._translator(), self._window)
        dialog.changed_requested.connect(self._on_changed_wanted)
        dialog.article_activated.connect(self._controller.open_article)
        dialog.show()
        return dialog

    # ---- inside

    def _wire(self) -> None:
        controller, jobs, bar, view = self._controller, self.jobs, self.bar, self._view
        self.drops.dropped.connect(self.take)
        view.picture_requested.connect(self._on_picture_requested)
        view.resource_requested.connect(self._on_resource_requested)
        controller.recognition_progressed.connect(lambda _done, _total: jobs.hold(True))
        controller.recognition_ended.connect(lambda: jobs.hold(False))
        controller.article_added.connect(self._on_article_added)
        bar.pause_requested.connect(jobs.pause)
        bar.resume_requested.connect(jobs.resume)
        bar.cancel_requested.connect(jobs.cancel)
        bar.report_requested.connect(self.show_report)
        jobs.progressed.connect(self._on_progressed)
        jobs.paused_changed.connect(self._on_paused)
        jobs.stuck.connect(lambda error: bar.show_stuck(self._sentence(error)))
        jobs.reported.connect(self._on_reported)
        jobs.failed.connect(self._on_failed)
        jobs.ended.connect(self._on_ended)
        self._window.close_requested.connect(self._on_close_requested)

    def _sentence(self, error: ReaderError) -> str:
        return error_sentence(error, self._translator())

    def _take_text(self, text: str, rich: str, done: Callable[[Parsed], None]) -> None:
        name = self.tr("pasted text")
        self.fetching.read_text(text, rich, name=name, done=done, failed=self.failed.emit)

    def _paste_for(self, page: Parsed) -> None:
        """Take the clipboard's text for the article of a page that didn't give it."""
        offer = offered(QApplication.clipboard().mimeData())

        def done(pasted: Parsed) -> None:
            said = page.document
            document = replace(
                pasted.document, title=said.title or pasted.document.title, url=said.url,
                outlet=said.outlet, author=said.author, date=said.date, language=said.language,
            )  # fmt: skip
            self._controller.take(replace(pasted, document=document, original=page.original))

        self._take_text(offer.text, offer.rich, done)

    def _on_article_added(self, _added: Added, _parsed: Parsed, shown: bool) -> None:
        if not shown:
            self._catch_up_timer.start()

    def _look_for_missing_names(self) -> None:
        """Have the names found that an earlier session, or an article not shown, left out."""

        def done(missing: bool) -> None:
            if missing:
                self.jobs.catch_up()

        def is_missing(library: "Library") -> bool:
            return bool(library.shelf.unrecognized())

        self._library.call(is_missing, done=done, failed=lambda _error: None, later=True)

    # ---- pictures

    def _on_picture_requested(self, address: str) -> None:
        document = self._controller.document
        shown = document.id if document is not None else ""

        def done(picture: Resource | None) -> None:
            self._view.set_picture(address, picture and picture.data)
            if picture is not None and shown:
                self._library.call(
                    lambda library: library.shelf.keep_picture(shown, address, picture),
                    failed=lambda _error: None,  # it is on show, and can be fetched again
                    later=True,
                )

        self.fetching.fetch_picture(address, done=done)

    def _on_resource_requested(self, key: str) -> None:
        def give(data: bytes | None) -> None:
            self._view.set_picture(f"resource:{key}", data)

        def read(library: "Library") -> bytes | None:
            resource = library.shelf.resource(key)
            return None if resource is None else resource.data

        self._library.call(read, done=give, failed=lambda _error: give(None))

    # ---- imports

    def _on_progressed(self, progress: Progress, remaining_s: float | None) -> None:
        if self.jobs.is_importing:
            self.bar.show_progress(progress, remaining_s)
        if not self._list_timer.isActive():
            self._list_timer.start()

    def _on_paused(self, paused: bool) -> None:
        self.bar.set_paused(paused)
        self.bar.show_progress(self.jobs.progress, None)

    def _on_reported(self, report: Report) -> None:
        self.report = report
        said = summary(report, self._translator())
        self.bar.show_result(said or self.tr("There was nothing to import there."))
        self._controller.refresh_articles()

    def _on_failed(self, error: ReaderError) -> None:
        self.bar.show_result(self._sentence(error), is_error=True, has_report=False)
        self._controller.refresh_articles()

    def _on_ended(self) -> None:
        self._controller.refresh_articles()
        if self._is_closing:
            self._window.close()

    def _on_changed_wanted(self, paths: Sequence[Path], changed: Changed) -> None:
        self.jobs.import_paths(paths, changed=changed)

    # ---- closing

    def _on_close_requested(self, event: QCloseEvent) -> None:
        """Ask before an import is broken off; what it has added stays in any case."""
        if not self.jobs.is_importing:
            return
        event.ignore()
        if self._is_closing:
            return
        progress = self.jobs.progress
        box = QMessageBox(QMessageBox.Icon.Question, "Reader", "", parent=self._window)
        box.setText(
            self.tr("An import is under way: {done} of {total}. What was added stays.").format(
                done=progress.done, total=progress.total
            )
        )
        role = QMessageBox.ButtonRole
        stop = box.addButton(self.tr("Stop it and close"), role.DestructiveRole)
        stay = box.addButton(self.tr("Go on importing"), role.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        stop.clicked.connect(self._stop_and_close)
        box.open()

    def _stop_and_close(self) -> None:
        self._is_closing = True
        if self.jobs.is_busy:
            self.jobs.cancel()
        else:
            self._window.close()
