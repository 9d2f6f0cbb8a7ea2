"""Make backups behind the window, and put one back on the user's word."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.core.backups import Backup, Reason, is_due
from reader.core.errors import ReaderError
from reader.core.synced import sync_service
from reader.ui.background import BackgroundThread, LibraryThread
from reader.ui.backups.words import moment
from reader.ui.notice_bar import Choice
from reader.ui.timers import single_shot

if TYPE_CHECKING:
    from reader.store.salvage import Salvaged
    from reader.ui.backups.dialog import BackupDialog

FIRST_LOOK_MS = 60_000
"""How long after the start it is looked whether a backup is due; starting comes first."""

LOOK_EVERY_MS = 60 * 60_000


class BackupDesk(QObject):
    """See to the backups of the library that is open; nothing for one in memory.

    `flush` hands on what is being typed, so that it is in a backup; `reopen` shows the library anew
    once another content has taken its place.
    """

    told = Signal(str)  # a sentence
    undoable = Signal(str, object)  # a sentence, and what takes back what it tells
    offered = Signal(str, object, object)  # a sentence on damage, Choice, list[Choice]
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        window: QWidget,
        library: LibraryThread,
        *,
        flush: Callable[[], None],
        reopen: Callable[[Path], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._flush = flush
        self._reopen = reopen
        self._thread = BackgroundThread("backups", self)
        self._dialog: BackupDialog | None = None
        self._looked_at: Path | None = None  # whether its folder is synced
        self._has_failed = False  # so that the same sentence isn't told every hour
        self._first = single_shot(self, FIRST_LOOK_MS, self.make_if_due)
        self._first.start()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.make_if_due)
        self._timer.start()

    def finish(self) -> None:
        """Wait for a backup that is being made."""
        self._first.stop()
        self._timer.stop()
        self._thread.finish()

    def tell_if_synced(self, state: QSettings) -> None:
        """Say once of each library that a cloud service may damage it where it lies."""
        path = self._library.path
        if path is None or path == self._looked_at:  # the list is read again and again
            return
        self._looked_at = path
        key = f"synced/{hashlib.sha256(str(path).encode()).hexdigest()[:16]}"
        if state.value(key) is not None:
            return

        def done(service: str) -> None:
            if service:
                state.setValue(key, service)
                self.told.emit(
                    self.tr(
                        "The library lies in a folder that {service} copies while it is written, "
                        "which may damage it: better move it to another folder, and let the "
                        "service copy the backups."
                    ).format(service=service)
                )

        self._thread.call(lambda: sync_service(path), done=done, failed=self.failed.emit)

    def make_if_due(self) -> None:
        """Make a backup where the newest is a day old."""
        path = self._library.path

        def make() -> Backup | None:
            from reader.store.backups import backups_of, make_backup

            if path is None or not path.exists() or not is_due(backups_of(path), datetime.now(UTC)):
                return None
            return make_backup(path, Reason.SCHEDULED)

        def failed(error: ReaderError) -> None:
            if not self._has_failed:
                self.failed.emit(error)
            self._has_failed = True

        self._thread.call(make, done=lambda _made: self._list(), failed=failed)

    def make(self) -> None:
        """Make a backup now, with what is being typed."""
        path = self._library.path
        if path is None:
            return
        self._flush()

        def make() -> Backup:
            from reader.store.backups import make_backup

            return make_backup(path, Reason.BY_HAND)

        # After the library's own queue, so that what was typed is on the disk.
        self._library.call(
            lambda _library: None,
            done=lambda _none: self._thread.call(
                make, done=lambda _made: self._list(), failed=self.failed.emit
            ),
            failed=self.failed.emit,
        )

    def restore(self, backup: Path) -> None:
        """Put a backup in the library's place; what that held can be had again."""
        path = self._library.path
        if path is None:
            return
        self._flush()

        def put_back() -> Backup | None:
            from reader.store.backups import restore_backup

            return restore_backup(path, backup)

        def done(before: Backup | None) -> None:
            self._reopen(path)
            self._list()
            sentence = self.tr("The library is again what it was in the backup.")
            if before is None:
                self.told.emit(sentence)
            else:
                self.undoable.emit(sentence, lambda: self.restore(before.path))

        def failed(error: ReaderError) -> None:
            self._reopen(path)
            self.failed.emit(error)

        self._library.call_closed(put_back, done=done, failed=failed)

    def offer(self, sentence: str, other: Choice, *, is_library: bool) -> None:
        """Tell of a damaged library, and offer its newest backup, or to save what can be read.

        `other` is what can be done besides. Of what isn't even a library nothing can be saved.
        """

        def done(newest: Backup | None) -> None:
            choices = [other]
            if is_library:
                choices.insert(
                    0, Choice(self.tr("Save what can be read"), self.save_what_can_be_read)
                )
            if newest is not None:
                words = self.tr("Put back the backup of {date}").format(date=moment(newest))
                choices.insert(0, Choice(words, lambda: self.restore(newest.path)))
            self.offered.emit(sentence, choices[0], choices[1:])

        self.find_newest(done)

    def find_newest(self, done: Callable[[Backup | None], None]) -> None:
        """Find the newest backup that can be read; None where there is none."""
        path = self._library.path

        def find() -> Backup | None:
            from reader.store.backups import backups_of

            found = backups_of(path) if path is not None else []
            return next((backup for backup in found if backup.holdings is not None), None)

        self._thread.call(find, done=done, failed=lambda _error: done(None))

    def save_what_can_be_read(self) -> None:
        """Copy what can still be read of a damaged library into one beside it, and open that."""
        path = self._library.path
        if path is None:
            return
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        target = path.with_name(f"{path.stem}.saved-{stamp}{path.suffix}")

        def save() -> "Salvaged":
            from reader.store.salvage import salvage

            return salvage(path, target)

        def done(saved: "Salvaged") -> None:
            held = saved.holdings
            sentence = self.tr(
                "Saved: %n article(s), {annotations} annotations, {notes} notes. This is the "
                "library from now on; the damaged one is still there.",
                "",
                held.articles,
            ).format(annotations=held.annotations, notes=held.notes)
            if saved.lost:
                lost = self.tr("Some of it could not be read: compare it with the newest backup.")
                sentence = f"{sentence} {lost}"
            self.told.emit(sentence)
            self._reopen(target)

        self._thread.call(save, done=done, failed=self.failed.emit)

    def show(self) -> "BackupDialog":
        """Show the backups."""
        from reader.ui.backups.dialog import BackupDialog

        if self._dialog is None:
            self._dialog = BackupDialog(self._window)
            self._dialog.make_requested.connect(self.make)
            self._dialog.restore_requested.connect(self.restore)
            self._dialog.finished.connect(self._on_closed)
        self._list()
        self._dialog.show()
        self._dialog.raise_()
        return self._dialog

    def _list(self) -> None:
        path = self._library.path
        if self._dialog is None or path is None:
            return

        def find() -> list[Backup]:
            from reader.store.backups import backups_of

            return backups_of(path)

        def done(found: list[Backup]) -> None:
            if self._dialog is not None:
                self._dialog.show_backups(path, found)

        self._thread.call(find, done=done, failed=self.failed.emit)

    def _on_closed(self) -> None:
        self._dialog = None
