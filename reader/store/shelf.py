"""The articles as a whole: adding, listing, metadata, versions, and the trash."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from reader.core.annotations import Annotation
from reader.core.document import Document, Parsed, Resource
from reader.core.shelf import Added, ArticleQuery, Field, TextVersion, Updated
from reader.store import (
    adding,
    listing,
    metadata,
    recognitions,
    resources,
    trash,
    versions,
)
from reader.store.articles import DocumentSummary
from reader.store.session import Session
from reader.store.sqlite import Database

_MANY = 1_000
"""From so many matches on, articles are sorted first and filtered then."""

_Written = tuple[int, int]


class Shelf:
    """The articles of a library, for the thread that opened it alone.

    Each method that writes does so in one transaction. Any of them raises LibraryError where the
    file can't be read or written.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: tuple[ArticleQuery, _Written, list[str]] | None = None
        self._ordered: tuple[ArticleQuery, _Written, list[tuple[int, str]]] | None = None

    # Lists

    def articles(
        self, query: ArticleQuery, *, offset: int = 0, limit: int = 50
    ) -> list[DocumentSummary]:
        """Return a window of the articles that a query asks for, in its order."""
        with self._session.reading() as db:
            if listing.is_filtered(query):
                wanted = self._filtered(db, query)[offset : offset + limit]
            else:
                wanted = listing.ids(db, query, offset=offset, limit=limit)
            return listing.shown(db, wanted, trashed=query.trashed)

    def count(self, query: ArticleQuery) -> int:
        """Return how many articles a query asks for."""
        with self._session.reading() as db:
            if listing.is_filtered(query):
                return len(self._filtered(db, query))
            return listing.counted(db, query)

    def place(self, query: ArticleQuery, document_id: str) -> int | None:
        """Return the place of an article in a list; None where it isn't in it."""
        with self._session.reading() as db:
            wanted = self._filtered(db, query)
            return wanted.index(document_id) if document_id in wanted else None

    def _filtered(self, db: Database, query: ArticleQuery) -> list[str]:
        """Return the ids of all articles that a query asks for, as long as nothing is written.

        A list is scrolled window by window, and its filter is the same for each of them.
        """
        written = _written(db)
        if self._last is None or self._last[:2] != (query, written):
            self._last = (query, written, self._matching(db, query))
        return self._last[2]

    def _matching(self, db: Database, query: ArticleQuery) -> list[str]:
        keys = listing.matching(db, query.text) if query.text.strip() else set()
        if len(keys) <= _MANY:
            return listing.ids(db, query)
        # SQLite would sort them all anew at each letter; the order of all is known after the first.
        others, written = replace(query, text=""), _written(db)
        if self._ordered is None or self._ordered[:2] != (others, written):
            self._ordered = (others, written, listing.keyed_ids(db, others))
        return [document_id for key, document_id in self._ordered[2] if key in keys]

    def outlets(self) -> list[str]:
        """Return the outlets of the articles, those with most articles first."""
        with self._session.reading() as db:
            return listing.values(db, "outlet")

    def languages(self) -> list[str]:
        """Return the languages of the articles, those with most articles first."""
        with self._session.reading() as db:
            return listing.values(db, "language")

    # Adding

    def add(self, parsed: Parsed, *, opened: bool = True, separately: bool = False) -> Added:
        """Keep an article, unless the same text is there already, whatever its file or format.

        One that is there keeps what is known of it; only what was unknown is filled in. Where an
        article of the same address or file has another text, nothing is written and the outcome is
        CHANGED: `update` gives that article the new text, and this method with `separately` keeps
        both. An article that isn't opened counts as unread.
        """
        with self._session.writing() as db:
            return adding.add(
                db, parsed, opened=opened, separately=separately, now=self._session.now()
            )

    def with_address(self, url: str) -> str | None:
        """Return the id of the article of an address, whatever tracking that carries, or None."""
        with self._session.reading() as db:
            return adding.with_address(db, url)

    def changed_version_of(self, parsed: Parsed) -> Added | None:
        """Return the article whose origin is the same and whose text is another; None for none."""
        with self._session.reading() as db:
            return adding.changed_version_of(db, parsed)

    def copies(self, document_id: str) -> list[DocumentSummary]:
        """Return the other articles with nearly the same text, the first added first."""
        with self._session.reading() as db:
            return listing.copies(db, document_id)

    def unrecognized(self) -> list[str]:
        """Return the articles that no model has read to the end, the last added first."""
        with self._session.reading() as db:
            return recognitions.unrecognized(db)

    # What belongs to an article

    def resource(self, key: str) -> Resource | None:
        """Return a file that came with an article; None where there is none of that key."""
        with self._session.reading() as db:
            return resources.resource(db, key)

    def keep_picture(self, document_id: str, source: str, picture: Resource) -> None:
        """Keep a picture that was fetched from elsewhere (`source`) with the article it is of."""
        with self._session.writing() as db:
            resources.keep_picture(db, document_id, source, picture)

    def original(self, document_id: str) -> Resource | None:
        """Return the file that an article was read from; None where it wasn't kept."""
        with self._session.reading() as db:
            return resources.original(db, document_id)

    def mark_read(self, document_ids: Collection[str], *, read: bool = True) -> list[str]:
        """Say that articles were read, or weren't; return those that this changed, to undo it."""
        with self._session.writing() as db:
            return metadata.mark_read(db, document_ids, read=read)

    # Metadata

    def edit_metadata(
        self, document_id: str, changes: Mapping[Field, str | None]
    ) -> dict[Field, str | None]:
        """Keep what the user says of an article; None takes that back, for what the source says.

        Return the changes that undo this one. What the user says outlives a later import; nothing
        happens to an unknown article.
        """
        with self._session.writing() as db:
            return metadata.edit(db, document_id, changes)

    def edited_fields(self, document_id: str) -> frozenset[Field]:
        """Return what the user has said of an article's metadata."""
        with self._session.reading() as db:
            return metadata.edited_fields(db, document_id)

    # Versions of the text

    def update(self, document_id: str, parsed: Parsed) -> Updated:
        """Give an article another text; the old one is kept, and so is all that the user made.

        Annotations are placed by their quote and its context; those that can't be are kept as
        orphans. What was recognized is out of date.

        :raises LibraryError: where there is no such article.
        """
        with self._session.writing() as db:
            return versions.update(db, document_id, parsed, now=self._session.now())

    def versions(self, document_id: str) -> list[TextVersion]:
        """Return the texts that an article had, today's first."""
        with self._session.reading() as db:
            return versions.versions(db, document_id)

    def version(self, document_id: str, number: int) -> Document | None:
        """Return an article with one of the texts that it had; None where there is no such one."""
        with self._session.reading() as db:
            return versions.version(db, document_id, number)

    def restore_version(self, document_id: str, number: int) -> Updated:
        """Give an article again a text that it had; an update is undone by it.

        :raises LibraryError: where there is no such version.
        """
        with self._session.writing() as db:
            return versions.restore(db, document_id, number, now=self._session.now())

    def orphans(self, document_id: str | None = None) -> list[Annotation]:
        """Return the annotations whose passage isn't in the text any more; None: of all articles.

        Their span is that in the text that they were last placed in. Saving one places it.
        """
        with self._session.reading() as db:
            return versions.orphans(db, document_id)

    # The trash

    def standing(self, document_ids: Collection[str]) -> dict[str, tuple[str, bool]]:
        """Return the titles of articles, and whether each is in the trash.

        Those that the library doesn't have, or no longer, are left out.
        """
        with self._session.reading() as db:
            return trash.standing(db, document_ids)

    def delete(self, document_ids: Collection[str]) -> list[str]:
        """Put articles into the trash, with all that belongs to them; return which were moved."""
        with self._session.writing() as db:
            return trash.delete(db, document_ids, now=self._session.now())

    def restore(self, document_ids: Collection[str]) -> list[str]:
        """Take articles out of the trash; return which were moved."""
        with self._session.writing() as db:
            return trash.restore(db, document_ids)

    def empty_trash(self, document_ids: Collection[str] | None = None) -> int:
        """Destroy articles that are in the trash (None: all of these); return how many.

        Their annotations go with them; notes on entities stay. This can't be undone.
        """
        with self._session.writing() as db:
            return trash.empty(db, document_ids)


def _written(db: Database) -> _Written:
    """Return what is another as soon as anybody has written to the library."""
    return db.execute("PRAGMA data_version").fetchone()[0], db.conn.total_changes
