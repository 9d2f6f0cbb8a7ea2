"""What the notice line reports of what was done."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, SignalInstance
from PySide6.QtGui import QDesktopServices

from reader.ui.article_controller import ArticleController
from reader.ui.notice_bar import Choice, NoticeBar
from reader.ui.recognizer import Recognizer
from reader.ui.undo_order import UndoOrder


class Reports(QObject):
    """Tell of what was exported, joined, restarted, and of what was done and can be undone."""

    def __init__(
        self,
        notices: NoticeBar,
        undo_order: UndoOrder,
        *,
        controller: ArticleController,
        recognizer: Recognizer,
        done: Iterable[SignalInstance],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._undo_order = undo_order
        self._offers_undo = False  # the notice does
        for signal in done:
            signal.connect(self._on_undoable_done)
        undo_order.changed.connect(self._on_undo_order_changed)
        controller.note_joined.connect(self._on_note_joined)
        recognizer.restarted.connect(self._on_recognizer_restarted)

    def tell_picture(self, path: str) -> None:
        """Tell that a picture was saved."""
        self._tell_file(self.tr("Saved as “{path}”.").format(path=path), path)

    def tell_missed(self) -> None:
        """Tell that the library doesn't know a name any more."""
        self._notices.tell(self.tr("The library no longer has this name: look for it again."))

    def tell_done(self, sentence: str, choices: Sequence[Choice]) -> None:
        """Tell of what can be undone, and of what can be done in its place."""
        self._notices.tell(
            sentence, button=self.tr("Undo"), action=self._undo_order.undo, choices=choices
        )
        self._offers_undo = True

    def tell_with_undo(self, sentence: str, take_back: Callable[[], object]) -> None:
        """Tell of something that has a way back of its own."""
        self._notices.tell(sentence, button=self.tr("Undo"), action=take_back)

    def tell_damage(self, sentence: str, first: Choice, others: Sequence[Choice]) -> None:
        """Tell of a library that can't be read, with what can be done."""
        self._notices.tell_error(sentence, button=first.words, action=first.action, choices=others)

    def tell_exported(self, sentence: str, path: str) -> None:
        """Tell what came of an export to a file or folder."""
        self._tell_file(sentence, path)

    def _tell_file(self, sentence: str, path: str) -> None:
        self._notices.tell(
            sentence,
            button=self.tr("Show in folder"),
            action=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(_folder_of(path))),
        )

    def _on_note_joined(self, _entity_id: str) -> None:
        self._notices.tell(
            self.tr(
                "Another window had changed this note: both texts are kept, one below the other."
            )
        )

    def _on_undoable_done(self, sentence: str) -> None:
        self.tell_done(sentence, ())

    def _on_undo_order_changed(self) -> None:
        if self._offers_undo:  # what the button would undo is no longer the last thing done
            self._offers_undo = False
            self._notices.dismiss()

    def _on_recognizer_restarted(self, _reason: str) -> None:
        self._notices.tell(
            self.tr("The search for names stopped unexpectedly and was started again.")
        )


def _folder_of(path: str) -> str:
    return path if Path(path).is_dir() else str(Path(path).parent)
