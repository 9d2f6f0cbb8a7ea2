"""Printing in the window: the dialog, where it goes, and what runs behind it."""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QObject, QSaveFile, Signal
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPdfWriter
from PySide6.QtWidgets import QDialog, QFileDialog

from reader import __version__
from reader.core.document import Document
from reader.core.errors import QT_TRANSLATE_NOOP, ExportError
from reader.ui.annotation_book import AnnotationBook
from reader.ui.article_controller import ArticleController
from reader.ui.article_rows import byline, has_origin
from reader.ui.background import LibraryThread
from reader.ui.dialogs import documents_folder, file_name_for
from reader.ui.printing.content import (
    PrintContent,
    PrintOptions,
    Way,
    chosen,
    load_options,
    save_options,
)
from reader.ui.progress_strip import TaskWords, WaitingStrip
from reader.ui.reading.paragraphs import Heading
from reader.ui.reading.view import ReadingView
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.store.library import Library
    from reader.ui.printing.dialog import PrintDialog
    from reader.ui.printing.job import PrintJob

_RESOURCE = "resource:"


class PrintDesk(QObject):
    """Let the user print the open article, or save it as PDF.

    `family` returns the font of articles, `hidden_kinds` the kinds of name that aren't shown.
    `flush` hands on what was typed.
    """

    told = Signal(str)
    saved = Signal(str)  # path
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        window: Window,
        *,
        controller: ArticleController,
        book: AnnotationBook,
        view: ReadingView,
        library: LibraryThread,
        family: Callable[[], str],
        hidden_kinds: Callable[[], Collection[str]],
        flush: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._book = book
        self._view = view
        self._library = library
        self._family = family
        self._hidden_kinds = hidden_kinds
        self._flush = flush
        self.dialog: PrintDialog | None = None
        self.job: PrintJob | None = None
        self.bar = WaitingStrip(self._task_words)
        self.bar.cancel_requested.connect(self._on_cancel_requested)
        window.closed.connect(self._drop)

    def _task_words(self) -> TaskWords:
        said = self.tr("Setting the pages…")
        return TaskWords(begun=said, under_way=said, progress=self.tr("Progress of printing"))

    def ask(self, way: Way) -> None:
        """Show the dialog."""
        if self._controller.document is None or self.dialog is not None:
            return
        if self.job is not None:
            self.told.emit(self.tr("An article is being printed: wait for it, or stop it."))
            return
        from reader.ui.printing.dialog import PrintDialog  # the window doesn't wait for it

        self._flush()
        notes = sum(bool(a.comment.strip() or a.tags) for a in self._book.annotations())
        self.dialog = PrintDialog(
            load_options(self._window.state), way, notes=notes, parent=self._window
        )
        self.dialog.wanted.connect(self._on_wanted)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self, _result: int) -> None:
        self.dialog = None

    def _on_wanted(self, options: PrintOptions, way: Way) -> None:
        save_options(self._window.state, options)
        document = self._controller.document
        if document is None:
            return
        recognition = self._controller.recognition
        content = PrintContent(
            document,
            _heading(document),
            source=_source(document),
            family=self._family(),
            mentions=recognition.mentions if recognition else (),
            annotations=tuple(self._book.annotations()),
            comments=options.comments,
        )
        content = chosen(content, options, self._hidden_kinds())
        begin = self._to_pdf if way is Way.PDF else self._to_printer
        begin(content, options)

    # ---- where to

    def _to_pdf(self, content: PrintContent, options: PrintOptions) -> None:
        path = self._ask_path(content.document)
        if path is not None:
            self._with_pictures(content, lambda full: self.save_pdf(full, options, path))

    def save_pdf(self, content: PrintContent, options: PrintOptions, path: Path) -> None:
        """Write an article as PDF, whole or not at all."""
        from reader.ui.printing.dialog import paper_of

        file = QSaveFile(str(path))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            self.failed.emit(_unwritable(path, file))
            return
        writer = QPdfWriter(file)
        writer.setPageSize(QPageSize(paper_of(options)))
        writer.setTitle(content.document.title)
        writer.setAuthor(content.document.author)
        writer.setCreator(f"Reader {__version__}")

        def done() -> None:
            if file.commit():
                self.saved.emit(str(path))
            else:
                self.failed.emit(_unwritable(path, file))

        self._run(content, writer, done, None, kept=file)

    def _to_printer(self, content: PrintContent, options: PrintOptions) -> None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        from reader.ui.printing.dialog import paper_of

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(paper_of(options)))
        printer.setDocName(content.document.title or "Reader")
        printer.setCreator(f"Reader {__version__}")
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        chosen_printer = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not chosen_printer:
            return
        printer.setFullPage(True)
        pages = (printer.fromPage(), printer.toPage()) if printer.fromPage() > 0 else None
        self._with_pictures(
            content,
            lambda full: self._run(
                full, printer, lambda: self.told.emit(self.tr("Sent to the printer.")), pages
            ),
        )

    def _ask_path(self, document: Document) -> Path | None:
        folder = str(self._window.state.value("print/folder", ""))
        start = folder if folder and Path(folder).is_dir() else documents_folder()
        dialog = QFileDialog(self._window, self.tr("Save as PDF"), start)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{file_name_for(document.title)}.pdf")
        is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
        names = dialog.selectedFiles()
        dialog.deleteLater()
        if not is_chosen or not names:
            return None
        path = Path(names[0])
        self._window.state.setValue("print/folder", str(path.parent))
        return path

    # ---- the work

    def _with_pictures(self, content: PrintContent, done: Callable[[PrintContent], None]) -> None:
        """Call `done` once the article's pictures are at hand."""
        sources = {picture.source for picture in content.document.pictures}
        if not sources:
            done(content)
            return
        loaded = {source: self._view.picture_file(source) for source in sources}

        def read(library: "Library") -> dict[str, bytes]:
            files = {source: data for source, data in loaded.items() if data is not None}
            for source in sources - files.keys():
                key = source.removeprefix(_RESOURCE)
                resource = library.shelf.resource(key) if key != source else None
                if resource is not None:
                    files[source] = resource.data
            return files

        self._library.call(
            read,
            done=lambda files: done(replace(content, pictures=files)),
            failed=self.failed.emit,
        )

    def _run(
        self,
        content: PrintContent,
        device: QPagedPaintDevice,
        done: Callable[[], object],
        pages: tuple[int, int] | None,
        *,
        kept: QObject | None = None,
    ) -> None:
        """Print in slices; `kept` lives as long as that takes."""
        from reader.ui.printing.job import PrintJob, print_steps

        job = self.job = PrintJob(print_steps(content, device, pages), self)
        job.kept = (device, kept)

        def ended() -> None:
            self._drop()
            done()

        def failed(error: ExportError) -> None:
            self._drop()
            self.failed.emit(error)

        job.progressed.connect(self.bar.show_progress)
        job.done.connect(ended)
        job.failed.connect(failed)
        self.bar.begin()

    def _on_cancel_requested(self) -> None:
        self._drop()
        self.told.emit(self.tr("Printing was stopped."))

    def _drop(self) -> None:
        self.bar.end()
        job, self.job = self.job, None
        if job is not None:
            job.cancel()
            job.deleteLater()


def _heading(document: Document) -> Heading | None:
    line = byline(document, "")
    if document.block_text(document.blocks[0]) != document.title:
        return Heading(document.title, line)
    return Heading("", line) if has_origin(document) else None


def _source(document: Document) -> str:
    """Return what the foot of each page says of where an article comes from."""
    parts = (document.outlet, document.title, document.date, document.url)
    return " · ".join(part for part in parts if part)


def _unwritable(path: Path, file: QSaveFile) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP(
            "errors", "“{path}” could not be written ({reason}): choose another folder or name."
        ),
        path=path,
        reason=file.errorString(),
    )
