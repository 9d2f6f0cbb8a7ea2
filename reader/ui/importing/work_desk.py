"""Where someone's work comes in: annotations, which undo takes back, and whole libraries."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reader.core.document import Document
from reader.core.foreign import Arrivals, Fate
from reader.core.transfer import Merged
from reader.ui.background import LibraryThread
from reader.ui.importing.work_dialog import WorkDialog
from reader.ui.importing.work_words import NEEDING_A_LOOK, summary
from reader.ui.library.undoable import LibraryChanges
from reader.ui.notice_bar import Choice
from reader.ui.opening import WORK_SUFFIXES
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.store.library import Library


class WorkDesk(QObject):
    """Take in files with annotations or a library, and tell what came of each."""

    done = Signal(str, object)  # a sentence, and choices beside it; undo takes it back
    told = Signal(str)
    failed = Signal(object)  # ReaderError
    article_activated = Signal(str)
    text_changed = Signal(str)  # of the open article
    merge_requested = Signal(str, str)  # two entities' ids: the one that was here before first
    restore_requested = Signal(object)  # Path: of the backup of the library as it was

    def __init__(
        self,
        window: Window,
        *,
        library: LibraryThread,
        changes: LibraryChanges,
        flush: Callable[[], None],
        shown: Callable[[], Document | None],
        translator: Callable[[], QTranslator],
    ) -> None:
        """`flush` has everything written that is being typed, `shown` is the open article."""
        super().__init__(window)
        self._window = window
        self._library = library
        self._changes = changes
        self._flush = flush
        self._shown = shown
        self._translator = translator
        self._last: tuple[str, Merged | Arrivals] | None = None

    def ask(self) -> None:
        """Let the user choose a file."""
        kinds = " ".join(f"*{suffix}" for suffix in WORK_SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import annotations or a library"),
            "",
            f"{self.tr('Annotations and libraries')} ({kinds});;{self.tr('All files')} (*)",
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Take in a file; a library only once the user says so, as it changes so much."""

        def is_library(_library: "Library") -> bool:
            from reader.importing.work import WorkKind, kind_of_work

            return kind_of_work(path) is WorkKind.LIBRARY

        def go_on(answer: bool) -> None:
            if answer:
                self._ask_for_library(path)
            else:
                self.take_annotations(path)

        self._library.call(is_library, done=go_on, failed=self.failed.emit)

    def take_annotations(self, path: Path) -> None:
        """Take in the annotations of a file; undo takes them out again."""
        self._flush()
        outcome: list[Arrivals] = []

        def apply(library: "Library") -> Arrivals | list:
            from reader.importing.work import read_annotations

            arrivals = library.transfer.take_in_annotations(read_annotations(path))
            outcome.append(arrivals)
            return arrivals if arrivals.added or arrivals.before else []

        def after() -> None:
            if len(outcome) == 1:  # not when it is done again
                self._tell(path, outcome[0])
                outcome.append(outcome[0])

        self._changes.do(
            self.tr("import of annotations"),
            apply,
            lambda library, arrivals: library.transfer.undo_annotations(arrivals),
            lambda _arrivals: None,
            after=after,
        )

    def take_library(self, path: Path) -> None:
        """Take a whole library in; a backup of the user's own is made before.

        The one undo doesn't take it back, nor what was done before it; the report's button does, by
        that backup. Both put together would lose work unasked: articles that were opened, places
        that were read and names that were found since are on no undo stack, but go with the
        backup; and what was undone since is still in the library, so that it can't be told from
        what wasn't. So it takes a step that says what it does.
        """
        self._flush()
        outcome: list[Merged | Arrivals] = []

        def apply(library: "Library") -> None:
            from reader.importing.work import take_in

            outcome.append(take_in(library, path))

        def after() -> None:
            if outcome:
                self._changes.changed.disconnect(after)
                self._tell(path, outcome[0])

        self._changes.changed.connect(after)
        self._changes.do_for_good(apply)

    def show_report(self) -> WorkDialog | None:
        """Show what came of the last file; None where there was none."""
        if self._last is None:
            return None
        dialog = WorkDialog(*self._last, self._translator(), self._window)
        dialog.article_activated.connect(self.article_activated)
        dialog.merge_requested.connect(self.merge_requested)
        dialog.restore_requested.connect(self.restore_requested)
        dialog.show()
        return dialog

    def _ask_for_library(self, path: Path) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Reader", "", parent=self._window)
        box.setText(
            self.tr("Take everything in “{name}” into your library?").format(name=path.name)
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            self.tr(
                "What you have stays; of two versions of a note or an annotation the newer one is "
                "shown, and the older one is kept. A backup is made first: one click in the report "
                "puts your library back as it was."
            )
        )
        take = box.addButton(self.tr("Import"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(take)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        take.clicked.connect(lambda: self.take_library(path))
        box.open()

    def _tell(self, path: Path, outcome: Merged | Arrivals) -> None:
        self._last = (str(path), outcome)
        said = summary(outcome, self._translator())
        if isinstance(outcome, Merged):
            self.told.emit(said)
            self.show_report()
            self._show_again()
            return
        if outcome.of(Fate.ADDED, Fate.UPDATED, Fate.IN_DOUBT):
            self.done.emit(said, (Choice(self.tr("Report"), self.show_report),))
        else:
            self.told.emit(said)
        if outcome.of(*NEEDING_A_LOOK) or outcome.left_out:
            self.show_report()

    def _show_again(self) -> None:
        """Open the article anew that is on show, where it has another text now."""
        before = self._shown()
        if before is None:
            return

        def done(now: Document | None) -> None:
            if now is not None and now.text != before.text:
                self.text_changed.emit(now.id)

        self._library.call(
            lambda library: library.document(before.id), done=done, failed=self.failed.emit
        )
