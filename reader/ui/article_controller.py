"""The article that is open: from its file to the library, through recognition, to the views."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.document import Document, Parsed
from reader.core.entities import Note, Recognition
from reader.core.errors import ReaderError
from reader.core.shelf import Added
from reader.formats.isolation import IsolatedReader
from reader.ui.background import BackgroundThread, LibraryThread
from reader.ui.note_keeper import NoteKeeper
from reader.ui.opened_article import (
    EntityRecord,
    OpenedArticle,
    RecognizedArticle,
    block_at,
    counted,
    read_article,
    read_entity,
)
from reader.ui.recognizer import Recognizer
from reader.ui.timers import single_shot

if TYPE_CHECKING:
    from reader.store.library import Library

POSITION_EVERY_MS = 2000
"""How often, at the most, the place where one reads is written down."""

LIST_AFTER_MS = 500
"""How long after the last change to the library the lists of its articles are read anew."""


_Reread = RecognizedArticle | None


class ArticleController(QObject):
    """Open articles, have their entities recognized, and save the notes on them.

    The window's thread only ever asks: files are read in one thread, the library lives in another,
    and recognition in a process of its own.
    """

    article_closing = Signal()  # last call for edits of the article that is still open
    article_opened = Signal(object)  # OpenedArticle
    article_added = Signal(object, object, bool)  # Added, Parsed, whether it is the one shown
    articles_changed = Signal()  # what a list of them shows may be something else now
    metadata_changed = Signal(object)  # Document: the open article with another title, say
    spans_found = Signal(object)  # provisional: tuple[tuple[int, int, Kind], ...]
    recognition_changed = Signal(object)  # RecognizedArticle
    recognition_progressed = Signal(int, int)  # words done, words in all
    recognition_ended = Signal()
    language_found = Signal(str, str)  # the article's, "" where not sure; its model's key
    notes_changed = Signal(object)  # dict[str, Note] of the open article's entities
    entity_read = Signal(object)  # EntityRecord
    note_saved = Signal(str, str)  # entity id, text
    note_joined = Signal(str)  # entity id: another window had written too, both texts are kept
    note_failed = Signal(str)  # entity id: its note is not on the disk
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        library: LibraryThread,
        recognizer: Recognizer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.recognized: RecognizedArticle | None = None
        self._language = ""  # of the document, as it was found or is kept
        self._library = library
        self._recognizer = recognizer
        self._files = BackgroundThread("files", self)
        self._reader = IsolatedReader()
        self.note_keeper = NoteKeeper(library, lambda: self.notes, self)
        self._request = 0  # of the article that was asked for last
        self._offset: int | None = None  # not yet written down
        self._block = 0  # of the open article, where one reads
        self._is_outdated = False  # what is shown: it was found by a model that was left
        self._position_timer = single_shot(self, POSITION_EVERY_MS, self.save_position)
        self._list_timer = single_shot(self, LIST_AFTER_MS, self.refresh_articles)
        library.state_changed.connect(lambda _state: self.refresh_articles_soon())
        self.note_keeper.note_saved.connect(self.note_saved)
        self.note_keeper.note_joined.connect(self.note_joined)
        self.note_keeper.note_failed.connect(self.note_failed)
        self.note_keeper.notes_changed.connect(self.notes_changed)
        self.note_keeper.failed.connect(self.failed)
        recognizer.spans_found.connect(self.spans_found)
        recognizer.recognition_progressed.connect(self.recognition_progressed)
        recognizer.language_found.connect(self._on_language_found)
        recognizer.document_recognized.connect(self._on_document_recognized)
        recognizer.failed.connect(self._on_recognition_failed)
        recognizer.model_changed.connect(self._recognize_again)

    @property
    def recognition(self) -> Recognition | None:
        """Return what was recognized in the open article, with the library's entities."""
        return self.recognized.recognition if self.recognized else None

    @property
    def notes(self) -> dict[str, Note]:
        """Return the notes on the open article's entities."""
        return self.recognized.notes if self.recognized else {}

    # ---- opening

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read files into the library and show the first that can be read."""
        if not paths:
            return
        remaining = list(paths)
        request = self._next_request()

        def read_next(*, show: bool) -> None:
            if not remaining:
                return
            path = remaining.pop(0)

            def done(parsed: Parsed) -> None:
                self._add(parsed, request=request if show else None)
                read_next(show=False)

            def failed(error: ReaderError) -> None:
                self.failed.emit(error)
                read_next(show=show)

            self._files.call(lambda: self._reader.read(path), done=done, failed=failed)

        read_next(show=True)

    def take(self, parsed: Parsed) -> None:
        """Keep an article that was read elsewhere, and show it."""
        self._add(parsed, request=self._next_request())

    def open_article(self, document_id: str, *, anew: bool = False) -> None:
        """Show an article of the library; `anew` where its text may have changed."""
        request = self._next_request()
        show = self._shower(request)

        def find(library: "Library") -> OpenedArticle | None:
            document = library.document(document_id)
            return document and self._read(library, document)

        def done(article: OpenedArticle | None) -> None:
            if anew and article is not None and request == self._request:
                self.document = None
            show(article)
            self.refresh_articles_soon()  # it is read now

        self._library.call(find, done=done, failed=self.failed.emit)

    def call_off(self) -> None:
        """Show nothing of what is being opened: something else is wanted by now."""
        self._next_request()

    def read_metadata(self) -> None:
        """Show what the open article is called now, and where it is from."""
        shown = self.document

        def done(document: Document | None) -> None:
            if document is not None and self.document is shown:
                self.document = document
                self.metadata_changed.emit(document)

        if shown is not None:
            self._library.call(
                lambda library: library.document(shown.id), done=done, failed=self.failed.emit
            )

    def refresh_articles(self) -> None:
        """Have the lists of articles read anew."""
        self._list_timer.stop()
        self.articles_changed.emit()

    def refresh_articles_soon(self) -> None:
        """Have the lists of articles read anew, once, when what is going on now is over."""
        self._list_timer.start()

    def read_entity(self, entity_id: str) -> None:
        """Read what the library knows of an entity."""
        current = self.document.id if self.document else ""

        def done(record: EntityRecord | None) -> None:
            if record is not None:
                self.entity_read.emit(record)

        self._library.call(
            lambda library: read_entity(library, entity_id, current=current),
            done=done,
            failed=self.failed.emit,
        )

    # ---- saving

    def save_note(self, entity_id: str, text: str) -> None:
        """Save the note on an entity; an empty text removes it."""
        self.note_keeper.save(entity_id, text)

    def save_links(self, key: str, write: "Callable[[Library], None]", *, text: str = "") -> None:
        """Save what the user says of names, and show what those of the open article mean then."""
        read, show = self._rereading()

        def change(library: "Library") -> RecognizedArticle | None:
            write(library)
            return read(library)

        self._library.save(key, change, text=text, done=show, failed=self.failed.emit)

    def reread_recognition(self) -> None:
        """Show what the names of the open article mean, after what was said of them elsewhere."""
        read, show = self._rereading()
        self._library.call(read, done=show, failed=self.failed.emit)

    def note_position(self, offset: int) -> None:
        """Take note of where one reads, in code points; it is written down now and then."""
        self._offset = offset
        if self.document is not None:
            self._block = block_at(self.document, offset)
            self._recognizer.show(self._block)
        if not self._position_timer.isActive():
            self._position_timer.start()

    def save_position(self) -> None:
        """Write down where one reads, if that has changed."""
        document, offset = self.document, self._offset
        self._offset = None
        self._position_timer.stop()
        if document is not None and offset is not None:
            self._library.call(
                lambda library: library.save_position(document.id, offset),
                done=lambda _written: self.refresh_articles_soon(),
                failed=lambda _error: None,  # a position is not worth a message
            )

    def finish(self) -> None:
        """Call off what is being read; call it before the library thread is finished."""
        self._reader.close()
        self._files.finish()
        self._position_timer.stop()
        self._list_timer.stop()

    # ---- inside

    def _next_request(self) -> int:
        self._request += 1
        return self._request

    def _add(self, parsed: Parsed, *, request: int | None) -> None:
        """Add what was read to the library; show it for a request that is still the newest."""
        show = self._shower(request)

        def add(library: "Library") -> tuple[Added, OpenedArticle | None]:
            added = library.shelf.add(parsed)
            document = library.document(added.document_id) if request is not None else None
            return added, document and self._read(library, document)

        def done(result: tuple[Added, OpenedArticle | None]) -> None:
            added, article = result
            show(article)
            self.article_added.emit(added, parsed, article is not None and self._is_open(article))

        self._library.call(add, done=done, failed=self.failed.emit)
        if parsed.doubt is not None:
            self.failed.emit(parsed.doubt)
        self.refresh_articles_soon()

    def _read(self, library: "Library", document: Document) -> OpenedArticle:
        """Read what the library knows of a document; called in its thread."""
        article = read_article(
            library, document, model=self._recognizer.model_key(document.language)
        )
        if article.recognized is not None:
            self.note_keeper.learn_dates(article.recognized)
        return article

    def _shower(self, request: int | None) -> Callable[[OpenedArticle | None], None]:
        changes = self._recognizer.changes

        def show(article: OpenedArticle | None) -> None:
            # What the user asked for since then is what they want to see.
            if article is not None and request == self._request:
                self._show(article)
                if changes != self._recognizer.changes:  # what was read may be the old model's
                    self._recognize_again()

        return show

    def _is_open(self, article: OpenedArticle) -> bool:
        return self.document is not None and self.document.id == article.document.id

    def _show(self, article: OpenedArticle) -> None:
        if not self._is_open(article):
            self.article_closing.emit()
            self.save_position()
            self.document = article.document
            self.recognized = article.recognized
            self._is_outdated = False
            self._block = block_at(article.document, article.offset)
            self._language = article.document.language
            self.article_opened.emit(article)
            model = article.recognized.recognition.model if article.recognized else ""
            self.language_found.emit(self._language if model else "", model)
        self._recognizer.cancel()
        if self.recognition is not None and self.recognition.complete and not self._is_outdated:
            self.recognition_ended.emit()
        else:
            self._recognizer.recognize(article.document, first_block=self._block)
            self.recognition_progressed.emit(0, 0)

    def _recognize_again(self) -> None:
        """Have the open article's entities found by the model that serves now.

        What the one before found is shown until then; nothing that the user made depends on it.
        """
        document, changes = self.document, self._recognizer.changes
        language = self._language
        if document is None:
            return
        self._is_outdated = True
        self.recognition_progressed.emit(0, 0)

        def find(library: "Library") -> RecognizedArticle | None:
            key = self._recognizer.model_key(language)
            recognition = library.recognition(document.id, key)
            return recognition and self._counted(library, recognition)

        def done(recognized: RecognizedArticle | None) -> None:
            if self.document is None or document.id != self.document.id:
                return
            if changes != self._recognizer.changes:
                return
            if recognized is not None:
                self._show_recognized(recognized)
            if recognized is None or not recognized.recognition.complete:
                self._recognizer.recognize(document, first_block=self._block)

        self._library.call(find, done=done, failed=self._on_recognition_failed)

    def _counted(self, library: "Library", recognition: Recognition) -> RecognizedArticle:
        """Return a recognition as the views need it; called in the library's thread."""
        recognized = counted(library, recognition)
        self.note_keeper.learn_dates(recognized)
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
                self.recognition_changed.emit(recognized)

        return read, show

    def _show_recognized(self, recognized: RecognizedArticle) -> None:
        self._is_outdated = False
        self.recognized = recognized
        self.recognition_changed.emit(recognized)
        if recognized.recognition.complete:
            self.recognition_ended.emit()

    def _on_language_found(self, language: str, model: str) -> None:
        """Show an article's language, and keep it: what is cached depends on it."""
        document = self.document
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
            if self.document is None or self.document.id != recognition.document_id:
                return
            if changes != self._recognizer.changes:
                return  # kept for when its model serves again, but another one is reading now
            shown = len(self.recognition.mentions) if self.recognition else 0
            if not recognition.complete and len(recognition.mentions) < shown:
                return  # a new start of the process has not come as far as the one before
            self._show_recognized(recognized)

        def failed(error: ReaderError) -> None:
            self.recognition_ended.emit()
            self.failed.emit(error)

        self._library.call(store, done=done, failed=failed)

    def _on_recognition_failed(self, error: ReaderError) -> None:
        self.recognition_ended.emit()
        self.failed.emit(error)
