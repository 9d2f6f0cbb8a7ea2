"""The article that is open: from its file to the library, through recognition, to the views."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.annotations import Annotation
from reader.core.document import Document
from reader.core.entities import Entity, Note, Recognition
from reader.core.errors import ReaderError
from reader.ui.background import BackgroundThread, LibraryThread
from reader.ui.recognizer import Recognizer

if TYPE_CHECKING:
    from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """What the library knows of an article when it is opened; `offset` is where reading stopped."""

    document: Document
    offset: int
    annotations: list[Annotation]
    recognition: Recognition | None
    notes: dict[str, Note]


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """What the library knows of an entity; `articles` are the ids, titles and dates of articles."""

    entity: Entity
    note: Note | None
    articles: list[tuple[str, str, str]]


class ArticleController(QObject):
    """Open articles, have their entities recognized, and save the notes on them.

    The window's thread only ever asks: files are read in one thread, the library lives in another,
    and recognition in a process of its own.
    """

    article_closing = Signal()  # last call for edits of the article that is still open
    article_opened = Signal(object)  # OpenedArticle
    articles_changed = Signal(object)  # list[DocumentSummary], the newest opened first
    spans_found = Signal(object)  # provisional: tuple[tuple[int, int, Kind], ...]
    recognition_changed = Signal(object)  # Recognition, its entities the library's
    recognition_progressed = Signal(int, int)  # words done, words in all
    recognition_ended = Signal()
    notes_changed = Signal(object)  # dict[str, Note] of the open article's entities
    entity_read = Signal(object)  # EntityRecord
    note_saved = Signal(str, str)  # entity id, text
    note_failed = Signal(str)  # entity id: its note is not on the disk
    exported = Signal(str)  # path
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        library: LibraryThread,
        recognizer: Recognizer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.recognition: Recognition | None = None
        self.notes: dict[str, Note] = {}
        self._library = library
        self._recognizer = recognizer
        self._files = BackgroundThread("files", self)
        recognizer.spans_found.connect(self.spans_found)
        recognizer.recognition_progressed.connect(self.recognition_progressed)
        recognizer.document_recognized.connect(self._on_document_recognized)
        recognizer.failed.connect(self._on_recognition_failed)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read files into the library and show the first that can be read."""
        remaining = list(paths)

        def read_next(*, show: bool) -> None:
            if not remaining:
                return
            path = remaining.pop(0)

            def done(document: Document) -> None:
                self._add(document, show=show)
                read_next(show=False)

            def failed(error: ReaderError) -> None:
                self.failed.emit(error)
                read_next(show=show)

            self._files.call(lambda: _read_file(path), done=done, failed=failed)

        read_next(show=True)

    def open_article(self, document_id: str) -> None:
        """Show an article of the library."""
        if self.document is not None and self.document.id == document_id:
            return

        def find(library: "Library") -> OpenedArticle | None:
            document = library.document(document_id)
            return None if document is None else self._open(library, document)

        self._library.call(find, done=self._show, failed=self.failed.emit)

    def refresh_articles(self) -> None:
        """Read the list of articles anew."""
        self._library.call(
            lambda library: library.documents(),
            done=self.articles_changed.emit,
            failed=self.failed.emit,
        )

    def read_entity(self, entity_id: str) -> None:
        """Read what the library knows of an entity, its note included."""
        current = self.document.id if self.document else ""

        def read(library: "Library") -> EntityRecord | None:
            entity = library.entity(entity_id)
            if entity is None:
                return None
            articles = [
                (summary.id, summary.title, summary.date or summary.added[:10])
                for summary in library.articles_naming(entity_id)
                if summary.id != current
            ]
            return EntityRecord(entity, library.note(entity_id), articles)

        def done(record: EntityRecord | None) -> None:
            if record is not None:
                self.entity_read.emit(record)

        self._library.call(read, done=done, failed=self.failed.emit)

    def save_note(self, entity_id: str, text: str) -> None:
        """Save the note on an entity; an empty text removes it."""

        def done(note: Note) -> None:
            if note.text:
                self.notes[entity_id] = note
            else:
                self.notes.pop(entity_id, None)
            self.note_saved.emit(entity_id, text)
            self.notes_changed.emit(self.notes)

        def failed(error: ReaderError) -> None:
            self.note_failed.emit(entity_id)
            self.failed.emit(error)

        self._library.save(
            lambda library: library.save_note(entity_id, text), done=done, failed=failed
        )

    def save_position(self, offset: int) -> None:
        """Remember where reading stopped, in code points."""
        document = self.document
        if document is not None:
            self._library.call(
                lambda library: library.save_position(document.id, offset),
                failed=lambda _error: None,  # a position is not worth a message
            )

    def export(self, path: Path, *, language: str) -> None:
        """Write what the library holds on the open article as Markdown to `path`."""
        document = self.document
        assert document is not None

        def write(library: "Library") -> str:
            from reader.export import export_articles

            export_articles(library, [document.id], path, language=language)
            return str(path)

        self._library.call(write, done=self.exported.emit, failed=self.failed.emit)

    def finish(self) -> None:
        """Wait for what is being read; call it before the library thread is finished."""
        self._files.finish()

    def _add(self, document: Document, *, show: bool) -> None:
        def add(library: "Library") -> OpenedArticle:
            library.add_document(document)
            return self._open(library, library.document(document.id) or document)

        self._library.call(add, done=self._show if show else None, failed=self.failed.emit)
        self.refresh_articles()

    def _open(self, library: "Library", document: Document) -> OpenedArticle:
        """Read what the library knows of `document`; called in the library's thread."""
        recognition = library.recognition(document.id, self._recognizer.model_key())
        entities = recognition.entities if recognition else ()
        library.add_document(document)  # remembers when it was opened last
        return OpenedArticle(
            document=document,
            offset=library.position(document.id),
            annotations=library.annotations(document.id),
            recognition=recognition,
            notes=library.notes(entity.id for entity in entities),
        )

    def _show(self, article: OpenedArticle | None) -> None:
        if article is None:
            return
        self.article_closing.emit()
        self._recognizer.cancel()
        self.document = article.document
        self.recognition = article.recognition
        self.notes = article.notes
        self.article_opened.emit(article)
        if article.recognition is None or not article.recognition.complete:
            self._recognizer.recognize(
                article.document, first_block=_block_at(article.document, article.offset)
            )
            self.recognition_progressed.emit(0, 0)
        else:
            self.recognition_ended.emit()

    def _on_document_recognized(self, recognition: Recognition) -> None:
        def store(library: "Library") -> tuple[Recognition, dict[str, Note]]:
            resolved = library.store_recognition(recognition)
            return resolved, library.notes(entity.id for entity in resolved.entities)

        def done(stored: tuple[Recognition, dict[str, Note]]) -> None:
            resolved, notes = stored
            if self.document is None or self.document.id != resolved.document_id:
                return
            self.recognition = resolved
            self.notes = notes
            self.recognition_changed.emit(resolved)
            if resolved.complete:
                self.recognition_ended.emit()

        self._library.call(store, done=done, failed=self.failed.emit)

    def _on_recognition_failed(self, error: ReaderError) -> None:
        self.recognition_ended.emit()
        self.failed.emit(error)


def _read_file(path: Path) -> Document:
    # Imported here, in the thread: the window doesn't wait for what it doesn't need to be shown.
    from reader.formats.opening import open_document

    return open_document(path)


def _block_at(document: Document, offset: int) -> int:
    """Return the index of the block that holds the code point at `offset`, or follows it."""
    for index, block in enumerate(document.blocks):
        if block.end > offset:
            return index
    return 0
