"""Close the window only once everything is on the disk, or the user leaves the rest behind."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from reader.ui.background import LibraryThread, SaveState
from reader.ui.dialogs import ask_what_to_do_unsaved
from reader.ui.window import Window


class Closing(QObject):
    """Answer the window's wish to close.

    `finish_edits` hands on what is being typed; it is called at each wish.
    """

    def __init__(
        self, window: Window, library: LibraryThread, *, finish_edits: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._finish_edits = finish_edits
        self._is_waiting = False  # for the disk
        self._is_discarding = False  # what can't be saved
        window.close_requested.connect(self._on_close_requested)
        library.state_changed.connect(self._on_state_changed)

    def _on_close_requested(self, event: QCloseEvent) -> None:
        if self._is_discarding:
            return
        self._finish_edits()
        self._library.retry()
        if self._library.state is not SaveState.SAVED:
            self._is_waiting = True
            event.ignore()

    def _on_state_changed(self, state: SaveState) -> None:
        if not self._is_waiting or state is SaveState.SAVING:
            return
        self._is_waiting = False
        if state is SaveState.SAVED:
            self._window.close()
        else:
            ask_what_to_do_unsaved(
                self._window,
                retry=self._window.close,
                copy=self._copy_unsaved,
                discard=self._close_without_saving,
            )

    def _copy_unsaved(self) -> None:
        QApplication.clipboard().setText("\n\n".join(self._library.unsaved_texts()))

    def _close_without_saving(self) -> None:
        self._is_discarding = True
        self._window.close()
