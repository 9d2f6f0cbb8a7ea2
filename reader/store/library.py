"""The library: one file with everything that the user made, and a cache of what was derived."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.core.annotations import Annotation, Colour
from reader.core.backups import Reason
from reader.core.choices import LinkChoice
from reader.core.document import Document
from reader.core.entities import Entity, Note, Recognition
from reader.core.errors import LibraryError
from reader.store import annotations, articles, choices, colour_names, notes, recognitions
from reader.store.anchors import Anchors
from reader.store.annotation_list import AnnotationLists
from reader.store.articles import DocumentSummary
from reader.store.backups import empty_log, make_backup, write_anew
from reader.store.corrections import Corrections
from reader.store.directory import Directory
from reader.store.entities import entities, root, roots
from reader.store.entity_pages import EntityPages
from reader.store.export_plan import Exports
from reader.store.labels import Labels
from reader.store.notebook import Notebook
from reader.store.opening import is_locked, open_database
from reader.store.search import Search
from reader.store.session import Session, utc_now
from reader.store.shelf import Shelf
from reader.store.sqlite import Database, busy_timeout
from reader.store.succession import entities_worked_on

if TYPE_CHECKING:
    from reader.store.transfer import Transfer

BUSY_TIMEOUT_MS = 5000
"""How long another program's write is waited for; the longest here takes well under a second."""

POSITION_TIMEOUT_MS = 20
"""How long a reading position waits: it is not worth it, as the next one soon follows."""


def _transfer(library: "Library") -> "Transfer":
    from reader.store.transfer import Transfer  # large, and needed by few who open a library

    return Transfer(library._session)


class Library:
    """An open library file, for the thread that opened it alone.

    A method that writes does so in one transaction, and what it wrote is on the disk when it
    returns. Any of them raises LibraryError where the file can't be read or written.

    `shelf` has the articles as a whole, `labels` their collections and tags, `annotation_list` the
    annotations of all of them, `anchors` how these came to their places, `search` finds in all of
    it, `pages` tell of an entity across articles, `corrections` are the user's, `exports` plan one.
    """

    transfer = cached_property(_transfer)

    @classmethod
    def open(
        cls,
        path: Path | None,
        *,
        now: Callable[[], str] = utc_now,
        busy_timeout_ms: int = BUSY_TIMEOUT_MS,
        make: bool | None = None,
    ) -> "Library":
        """Open the library at `path`, or make one there; None is one in memory.

        `make` says whether one may be made; None: where nothing shows that there was one before.

        :raises LibraryError: where it is no library, a newer or damaged one, or can't be used; the
            file is then as it was.
        """
        db = open_database(path, busy_timeout_ms=busy_timeout_ms, make=make)
        return cls(db, path, now=now)

    def __init__(self, db: Database, path: Path | None, *, now: Callable[[], str]) -> None:
        self._db = db
        self._path = path
        self._now = now
        self._session = Session(db, path, now=now)
        self.shelf = Shelf(self._session)
        self.anchors = Anchors(self._session)
        self.annotation_list = AnnotationLists(self._session)
        self.labels = Labels(self._session)
        self.search = Search(self._session)
        self.pages = EntityPages(self._session)
        self.corrections = Corrections(self._session)
        self.directory = Directory(self._session)
        self.notebook = Notebook(self._session)
        self.exports = Exports(self._session)

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path | None:
        """Return the path that the library was opened at; None for one in memory."""
        return self._path

    def close(self) -> None:
        """Close the library; a second time does nothing."""
        self._db.close()

    def keep_aside(self) -> None:
        """Make a backup of what is open, as its file is no longer the one that others find.

        :raises LibraryError: where there can't be one.
        """
        if self._path is not None:
            empty_log(self._db.conn)
            make_backup(self._path, Reason.BEFORE_RESTORE, held=self._db.conn)

    def save_anew(self) -> None:
        """Write what is open where its file was, which nobody finds any more; then close it.

        :raises LibraryError: where that can't be written, or a file is there.
        """
        if self._path is not None:
            write_anew(self._path, self._db.conn)

    # Articles

    def add_document(self, document: Document) -> None:
        """Keep a document as opened now.

        One of the same id keeps what is known of it; only what was unknown is filled in.
        """
        with self._writing() as db:
            articles.add_document(db, document, now=self._now())

    def document_opened(self, document_id: str) -> None:
        """Remember that a document of the library was opened now; nothing for an unknown one."""
        with self._writing() as db:
            articles.document_opened(db, document_id, now=self._now())

    def document(self, document_id: str) -> Document | None:
        """Return a document; None where the library has none of that id."""
        with self._reading() as db:
            return articles.document(db, document_id)

    def documents(self) -> list[DocumentSummary]:
        """Return all documents, the most recently opened first."""
        with self._reading() as db:
            return articles.summaries(db)

    def set_language(self, document_id: str, language: str) -> None:
        """Keep the language in which a document is; nothing for an unknown one."""
        with self._writing() as db:
            articles.set_language(db, document_id, language)

    def save_position(self, document_id: str, offset: int) -> bool:
        """Remember the code point at which reading stopped; nothing for an unknown document.

        Return whether it was possible: while another program writes, it is left out.
        """
        try:
            with busy_timeout(self._db, POSITION_TIMEOUT_MS), self._writing() as db:
                articles.save_position(db, document_id, offset)
        except LibraryError as error:
            if is_locked(error):
                return False
            raise
        return True

    def position(self, document_id: str) -> int:
        """Return the code point at which reading stopped; 0 for a document never read."""
        with self._reading() as db:
            return articles.position(db, document_id)

    # The recognition cache

    def store_recognition(
        self, recognition: Recognition, *, text_id: str | None = None
    ) -> Recognition:
        """Keep what a model found in a document that is in the library, instead of the earlier.

        Return it with the library's entities, their ids, names and aliases, in the same order.
        What is found in the place of an entity on which the user has worked is that entity from now
        on. Others of these that any model found there earlier come last. The user's picks hold.

        `text_id` is the content hash of the text that was read, None where that can't have changed.

        :raises ValueError: where a mention's entity is not among the entities.
        :raises LibraryError: where the document is not in the library, or has another text by now.
        """
        with self._writing() as db:
            recognitions.check_text(db, recognition.document_id, text_id)
            return recognitions.store_recognition(db, recognition, now=self._now())

    def recognition(self, document_id: str, model: str) -> Recognition | None:
        """Return what a model found in a document; None where that isn't in the cache.

        Entities that other models found there and on which the user has worked come last. The
        user's picks hold, whatever the model made of these names.
        """
        with self._reading() as db:
            return recognitions.recognition(db, document_id, model)

    def latest_model(self, document_id: str) -> str | None:
        """Return the model that read a document last, rather one that finished; None for none."""
        with self._reading() as db:
            return recognitions.latest_model(db, document_id)

    def clear_cache(self) -> None:
        """Throw away everything that was derived; what the user made, and its entities, stay.

        Entities that are on show have to be recognised again before a note is written on them.
        """
        with self._writing() as db:
            recognitions.clear_cache(db)

    # Entities and notes

    def entities_worked_on(self, document_id: str) -> list[Entity]:
        """Return the entities that any model found in a document and on which the user has worked.

        That is: there is a note, an identifier or a pick. They are in the order of finding.
        """
        with self._reading() as db:
            worked_on = entities_worked_on(db, document_id)
            merged = roots(db, worked_on)
            entity_ids = dict.fromkeys(merged.get(each, each) for each in worked_on)
            found = entities(db, entity_ids)
            return [found[entity_id] for entity_id in entity_ids]

    def entity(self, entity_id: str) -> Entity | None:
        """Return an entity, or the one that it is one with; None where there is none of that id."""
        with self._reading() as db:
            entity_id = root(db, entity_id)
            return entities(db, [entity_id]).get(entity_id)

    def articles_naming(self, entity_id: str) -> list[DocumentSummary]:
        """Return the documents in which an entity was found, the most recently opened first."""
        with self._reading() as db:
            return articles.summaries_naming(db, entity_id)

    def note(self, entity_id: str) -> Note | None:
        """Return the note on an entity; None where there is none."""
        return self.notes([entity_id]).get(entity_id)

    def notes(self, entity_ids: Iterable[str]) -> dict[str, Note]:
        """Return the notes on these entities by their id; those without a note are left out."""
        with self._reading() as db:
            return notes.notes(db, entity_ids)

    def save_note(self, entity_id: str, text: str, *, based_on: str | None = None) -> Note:
        """Replace the note on an entity; a text without content removes it.

        `based_on` is the date of the note that was edited, "" for none. Where another window has
        written since then, both texts are kept, and the returned note holds both; None replaces
        whatever is there.

        :raises LibraryError: where the library has no such entity.
        """
        with self._writing() as db:
            return notes.save_note(db, entity_id, text, based_on=based_on, now=self._now())

    # Links and identifiers

    def link_choices(self, document_id: str) -> list[LinkChoice]:
        """Return which entities names mean in a document, as the user said, in that order."""
        with self._reading() as db:
            return choices.link_choices(db, document_id)

    def save_link_choice(self, choice: LinkChoice) -> None:
        """Keep which entity a name means, in place of an earlier pick for the same name and span.

        :raises LibraryError: where its document or its entity is not in the library.
        """
        with self._writing() as db:
            choices.save_link_choice(db, choice, now=self._now())

    def delete_link_choice(self, choice: LinkChoice) -> None:
        """Take back the pick for a name and span, whatever was picked; nothing where none was."""
        with self._writing() as db:
            choices.delete_link_choice(db, choice)

    def save_identifier(self, entity_id: str, scheme: str, value: str) -> None:
        """Keep an identifier that the user gives an entity; "" takes it away again.

        :raises LibraryError: where the library has no such entity.
        """
        with self._writing() as db:
            choices.save_identifier(db, entity_id, scheme, value, now=self._now())

    # Annotations

    def annotations(self, document_id: str) -> list[Annotation]:
        """Return a document's annotations in reading order."""
        with self._reading() as db:
            return annotations.annotations(db, document_id)

    def save_annotation(self, annotation: Annotation) -> None:
        """Insert an annotation of a document in the library, or replace the one of its id.

        A deletion is undone by it. Times left empty are filled in, tags made that aren't there, and
        links to entities that the library doesn't have left out.

        :raises LibraryError: where its document is not in the library.
        """
        with self._writing() as db:
            annotations.save_annotation(db, annotation, now=self._now())

    def delete_annotation(self, annotation_id: str) -> None:
        """Delete an annotation; nothing where there is none of that id."""
        with self._writing() as db:
            annotations.delete_annotation(db, annotation_id, now=self._now())

    def colour_names(self) -> dict[Colour, str]:
        """Return what the user calls the colours; those without a name are left out."""
        with self._reading() as db:
            return colour_names.colour_names(db)

    def name_colour(self, colour: Colour, name: str) -> str:
        """Call a colour by another name, "" for its own; return how it was called before."""
        with self._writing() as db:
            return colour_names.name_colour(db, colour, name)

    # Transactions

    def _reading(self) -> AbstractContextManager[Database]:
        return self._session.reading()

    def _writing(self) -> AbstractContextManager[Database]:
        return self._session.writing()
