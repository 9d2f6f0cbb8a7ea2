"""A whole library goes out, and another comes in: all of it or nothing."""

import contextlib
import sqlite3
from collections.abc import Generator, Iterator

from reader.core.foreign import Arrivals, ForeignAnnotations
from reader.core.transfer import LibraryRows, Merged, Row, TransferError, damaged
from reader.store import transfer_foreign
from reader.store.session import Session
from reader.store.sqlite import Database
from reader.store.transfer_annotations import Annotations
from reader.store.transfer_articles import Articles
from reader.store.transfer_notes import Notes
from reader.store.transfer_out import Outgoing
from reader.store.transfer_people import Names
from reader.store.transfer_said import Said, choices_of
from reader.store.transfer_tables import TABLES, checked, columns
from reader.store.transfer_taking import Taking

_WRONG = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
"""What comes of content that makes no sense."""

_AS_THEY_ARE = ("labelled", "own_identifiers", "own_entities", "entity_tags", "colour_names")
"""Tables of which each row says one thing; what is said here holds."""


class Transfer:
    """Moves a library's content, for the thread that opened the library alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @contextlib.contextmanager
    def outgoing(self) -> Generator[Outgoing]:
        """Hand out everything that is the user's own, as it is at one moment."""
        with self._session.reading() as db:
            yield Outgoing(db)

    def take_in(self, incoming: LibraryRows) -> Merged:
        """Take in another library, in one transaction.

        What is here already is not doubled; the newer of two texts holds, and the older is kept as
        a version. What was the same entity, collection or tag under another id is the same.

        :raises TransferError: where it makes no sense; this library is as it was then.
        :raises LibraryError: where this library can't be written.
        """
        try:
            with self._session.writing() as db, _telling(incoming.source):
                return _take_in(db, incoming, now=self._session.now())
        except TransferError:
            raise
        except _WRONG as error:  # it came out only when what follows from it was derived
            raise damaged(incoming.source) from error

    def take_in_annotations(self, found: ForeignAnnotations) -> Arrivals:
        """Take in the annotations of a file, in one transaction; return what became of each.

        An annotation comes to its passage where that is found for certain; else it waits among
        those that the user is asked about.

        :raises LibraryError: where this library can't be written.
        """
        with self._session.writing() as db:
            return transfer_foreign.Foreign(db, found, now=self._session.now()).take_in()

    def undo_annotations(self, arrivals: Arrivals) -> None:
        """Undo what `take_in_annotations` did; to redo it, take them in again."""
        with self._session.writing() as db:
            transfer_foreign.undo(db, arrivals, now=self._session.now())


@contextlib.contextmanager
def _telling(source: str) -> Generator[None]:
    """Tell in a sentence that what came in makes no sense."""
    try:
        yield
    except (*_WRONG, sqlite3.IntegrityError) as error:
        raise damaged(source) from error


def _take_in(db: Database, incoming: LibraryRows, *, now: str) -> Merged:
    merged = Merged()
    tables = {table.name: table for table in TABLES}

    def rows(name: str) -> Iterator[Row]:
        known = columns(db, tables[name])
        return (checked(name, row, known) for row in incoming.rows(name))

    articles = Articles(db, incoming, rows, merged, now=now)
    articles.take_in()
    names = Names(db, rows, merged)
    names.take_labels()
    names.take_entities()
    articles.take_versions(names, choices_of(rows("link_choices")))
    taking = Taking(db, rows, names, merged, articles.there, now)
    for table in _AS_THEY_ARE:
        taking.take_as_they_are(table)
    said = Said(taking)
    said.take_in()
    Notes(taking).take_in()
    said.join_notes()
    Annotations(taking).take_in()
    return merged
