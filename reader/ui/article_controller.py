"""The article that is open: from its file to the library, and to the views with its names."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.document import Document, Parsed
from reader.core.entities import Note, Recognition
from reader.core.errors import ReaderError
from reader.core.shelf import Added
from reader.ui.article_names import ArticleNames
from reader.ui.background import LibraryThread
from reader.ui.file_reading import FileReading
from reader.ui.note_keeper import NoteKeeper
from reader.ui.opened_article import (
    EntityRecord,
    OpenedArticle,
    RecognizedArticle,
    block_at,
    read_article,
    read_entity,
)
from reader.ui.position_keeper import PositionKeeper
from reader.ui.recognizer import Recognizer
from reader.ui.timers import single_shot

if TYPE_CHECKING:
    from reader.store.library import Library

LIST_AFTER_MS = 500
"""How long after the last change to the library the lists of its articles are read anew."""


class ArticleController(QObject):
    """Open articles, have their entities recognized, and save the notes on them.

    The window's thread only ever asks: files are read in one thread, the library lives in another,
    and recognition in a process of its own.
    """

    article_closing = Signal()  # last call for edits of the article that is still open
    file_reading = Signal(str)  # the name of the file that is being read; "" for none
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
        self, library: LibraryThread, recognizer: Recognizer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self._library = library
        self._recognizer = recognizer
        self._files = FileReading(self)
        self.note_keeper = NoteKeeper(library, lambda: self.notes, self)
        self._names = ArticleNames(
            library, recognizer, self.note_keeper, lambda: self.document, self
        )
        self._request = 0  # of the article that was asked for last
        self._position = PositionKeeper(library, lambda: self.document, self)
        self._position.written.connect(self.refresh_articles_soon)
        self._list_timer = single_shot(self, LIST_AFTER_MS, self.refresh_articles)
        library.state_changed.connect(lambda _state: self.refresh_articles_soon())
        self._names.spans_found.connect(self.spans_found)
        self._names.changed.connect(self.recognition_changed)
        self._names.progressed.connect(self.recognition_progressed)
        self._names.ended.connect(self.recognition_ended)
        self._names.language_found.connect(self.language_found)
        self.note_keeper.note_saved.connect(self.note_saved)
        self.note_keeper.note_joined.connect(self.note_joined)
        self.note_keeper.note_failed.connect(self.note_failed)
        self.note_keeper.notes_changed.connect(self.notes_changed)
        for part in (self.note_keeper, self._names):
            part.failed.connect(self.failed)

    @property
    def recognized(self) -> RecognizedArticle | None:
        """Return what was recognized in the open article, as the views need it."""
        return self._names.recognized

    @property
    def recognition(self) -> Recognition | None:
        """Return what was recognized in the open article, with the library's entities."""
        return self._names.recognition

    @property
    def notes(self) -> dict[str, Note]:
        """Return the notes on the open article's entities."""
        return self._names.notes

    # ---- opening

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read files into the library and show the first that can be read."""
        remaining = list(paths)
        request = self._next_request() if paths else 0

        def read_next(*, show: bool) -> None:
            path = remaining.pop(0) if remaining else None
            self.file_reading.emit(path.name if path is not None else "")
            if path is None:
                return

            def done(parsed: Parsed) -> None:
                self._add(parsed, request=request if show else None)
                read_next(show=False)

            def failed(error: ReaderError) -> None:
                self.failed.emit(error)
                read_next(show=show)

            self._files.read(path, done=done, failed=failed)

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
        self._names.save_links(key, write, text=text)

    def reread_recognition(self) -> None:
        """Show what the names of the open article mean, after what was said of them elsewhere."""
        self._names.reread()

    def note_position(self, offset: int) -> None:
        """Take note of where one reads, in code points; it is written down now and then."""
        if self.document is not None:
            self._names.look_at(block_at(self.document, offset))
        self._position.note(offset)

    def save_position(self) -> None:
        """Write down where one reads, if that has changed."""
        self._position.save()

    def finish(self) -> None:
        """Call off what is being read; call it before the library thread is finished."""
        self._files.finish()
        self._position.stop()
        self._list_timer.stop()

    # ---- inside

    def _next_request(self) -> int:
        self._request += 1
        return self._request

    def _add(self, parsed: Parsed, *, request: int | None) -> None:
        """Add what was read to the library; show it for a request that is still the newest.

        What isn't shown lets all that the user does meanwhile go first.
        """
        show = self._shower(request)

        def add(library: "Library") -> tuple[Added, OpenedArticle | None]:
            added = library.shelf.add(parsed)
            document = library.document(added.document_id) if request is not None else None
            return added, document and self._read(library, document)

        def done(result: tuple[Added, OpenedArticle | None]) -> None:
            added, article = result
            show(article)
            self.article_added.emit(added, parsed, article is not None and self._is_open(article))

        self._library.call(add, done=done, failed=self.failed.emit, later=request is None)
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
                    self._names.find_again()

        return show

    def _is_open(self, article: OpenedArticle) -> bool:
        return self.document is not None and self.document.id == article.document.id

    def _show(self, article: OpenedArticle) -> None:
        if not self._is_open(article):
            self.article_closing.emit()
            self.save_position()
            self.document = article.document
            self._names.take(article)
            self.article_opened.emit(article)
            self._names.tell_language()
        self._names.find(article.document)
