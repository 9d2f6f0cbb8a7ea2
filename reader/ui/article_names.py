"""The names in the open article: kept ones at once, the rest as the recognition process finds them.

What is found goes to the library, which gives it its entities, and comes back as the views need it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.document import Document
from reader.core.entities import Note, Recognition
from reader.core.errors import ReaderError
from reader.ui.background import LibraryThread
from reader.ui.note_keeper import NoteKeeper
from reader.ui.opened_article import OpenedArticle, RecognizedArticle, block_at, counted
from reader.ui.recognizer import Recognizer

if TYPE_CHECKING:
    from reader.store.library import Library

_Reread = RecognizedArticle | None


class ArticleNames(QObject):
    """Have the names of the open article found; `shown` returns that article, None for none."""

    spans_found = Signal(object)  # provisional: tuple[tuple[int, int, Kind], ...]
    changed = Signal(object)  # RecognizedArticle
    progressed = Signal(int, int)  # words done, words in all
    ended = Signal()
    language_found = Signal(str, str)  # the article's, "" where not sure; its model's key
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        library: LibraryThread,
        recognizer: Recognizer,
        note_keeper: NoteKeeper,
        shown: Callable[[], Document | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.recognized: RecognizedArticle | None = None
        self._library = library
        self._note_keeper = note_keeper
        self._recognizer = recognizer
        self._shown = shown
        self._language = ""  # of the article, as it was found or is kept
        self._block = 0  # where one reads
        self._is_outdated = False  # what is shown: it was found by a model that was left
        recognizer.spans_found.connect(self.spans_found)
        recognizer.recognition_progressed.connect(self.progressed)
        recognizer.language_found.connect(self._on_language_found)
        recognizer.document_recognized.connect(self._on_document_recognized)
        recognizer.failed.connect(self._on_recognition_failed)
        recognizer.model_changed.connect(self.find_again)

    @property
    def recognition(self) -> Recognition | None:
        """Return what was recognized in the open article, with the library's entities."""
        return self.recognized.recognition if self.recognized else None

    @property
    def notes(self) -> dict[str, Note]:
        """Return the notes on the open article's entities."""
        return self.recognized.notes if self.recognized else {}

    # ---- the article

    def take(self, article: OpenedArticle) -> None:
        """Take what is known of an article that is about to be shown."""
        self.recognized = article.recognized
        self._is_outdated = False
        self._block = block_at(article.document, article.offset)
        self._language = article.document.language

    def tell_language(self) -> None:
        """Tell the article's language, as far as its names are known."""
        model = self.recognition.model if self.recognition else ""
        self.language_found.emit(self._language if model else "", model)

    def find(self, document: Document) -> None:
        """Have the names found that are not known yet."""
        self._recognizer.cancel()
        if self.recognition is not None and self.recognition.complete and not self._is_outdated:
            self.ended.emit()
        else:
            self._recognizer.recognize(document, first_block=self._block)
            self.progressed.emit(0, 0)

    def look_at(self, block: int) -> None:
        """Have the names in one block, where one reads now, found before the others."""
        self._block = block
        self._recognizer.show(block)

    def find_again(self) -> None:
        """Have the names found by the model that serves now.

        What the one before found is shown until then; nothing that the user made depends on it.
        """
        document, changes = self._shown(), self._recognizer.changes
        language = self._language
        if document is None:
            return
        self._is_outdated = True
        self.progressed.emit(0, 0)

        def find(library: "Library") -> RecognizedArticle | None:
            key = self._recognizer.model_key(language)
            recognition = library.recognition(document.id, key)
            return recognition and self._counted(library, recognition)

        def done(recognized: RecognizedArticle | None) -> None:
            if not self._is_shown(document.id) or changes != self._recognizer.changes:
                return
            if recognized is not None:
                self._show(recognized)
            if recognized is None or not recognized.recognition.complete:
                self._recognizer.recognize(document, first_block=self._block)

        self._library.call(find, done=done, failed=self._on_recognition_failed)

    # ---- what the user says of names

    def save_links(self, key: str, write: "Callable[[Library], None]", *, text: str = "") -> None:
        """Save what the user says of names, and show what those of the article mean then."""
        read, show = self._rereading()

        def change(library: "Library") -> RecognizedArticle | None:
            write(library)
            return read(library)

        self._library.save(key, change, text=text, done=show, failed=self.failed.emit)

    def reread(self) -> None:
        """Show what the names of the article mean, after what was said of them elsewhere."""
        read, show = self._rereading()
        self._library.call(read, done=show, failed=self.failed.emit)

    # ---- inside

    def _is_shown(self, document_id: str) -> bool:
        document = self._shown()
        return document is not None and document.id == document_id

    def _counted(self, library: "Library", recognition: Recognition) -> RecognizedArticle:
        """Return a recognition as the views need it; called in the library's thread."""
        recognized = counted(library, recognition)
        self._note_keeper.learn_dates(recognized)
        return recognized

    def _rereading(
        self,
    ) -> "tuple[Callable[[Library], _Reread], Callable[[_Reread], None]]":
        """Return what reads the shown recognition anew, in the library's thread, and shows it."""
        shown = self.recognition

        def read(library: "Library") -> _Reread:
            again = shown and library.recognition(shown.document_id, shown.model)
            return again and self._counted(library, again)

        def show(recognized: _Reread) -> None:
            if recognized is not None and recognized.is_still(self.recognition):
                self.recognized = recognized
                self.changed.emit(recognized)

        return read, show

    def _show(self, recognized: RecognizedArticle) -> None:
        self._is_outdated = False
        self.recognized = recognized
        self.changed.emit(recognized)
        if recognized.recognition.complete:
            self.ended.emit()

    def _on_language_found(self, language: str, model: str) -> None:
        """Show an article's language, and keep it: what is cached depends on it."""
        document = self._shown()
        if document is not None and language and language != self._language:
            self._language = language
            self._library.call(
                lambda library: library.set_language(document.id, language),
                failed=lambda _error: None,  # the next time, it is found again
            )
        self.language_found.emit(language, model)

    def _on_document_recognized(self, recognition: Recognition) -> None:
        changes = self._recognizer.changes

        def store(library: "Library") -> RecognizedArticle:
            return self._counted(library, library.store_recognition(recognition))

        def done(recognized: RecognizedArticle) -> None:
            if not self._is_shown(recognition.document_id):
                return
            if changes != self._recognizer.changes:
                return  # kept for when its model serves again, but another one is reading now
            shown = len(self.recognition.mentions) if self.recognition else 0
            if not recognition.complete and len(recognition.mentions) < shown:
                return  # a new start of the process has not come as far as the one before
            self._show(recognized)

        self._library.call(store, done=done, failed=self._on_recognition_failed)

    def _on_recognition_failed(self, error: ReaderError) -> None:
        self.ended.emit()
        self.failed.emit(error)
