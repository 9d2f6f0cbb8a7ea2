"""The articles that were opened: their texts, what is known of them, where reading stopped."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from reader.core.document import Document, document_id
from reader.store.article_index import index_article
from reader.store.entities import root
from reader.store.origins import remember_origins
from reader.store.resources import with_fetched
from reader.store.sqlite import Database, rows_in, storable, storable_all
from reader.store.texts import document_of, structure, text_columns


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What a list of articles shows; times in ISO 8601, UTC.

    `opened` is the last time, "" for never. `note_count` counts the notes on the entities that the
    article is known to name. `length` and `position`, where reading stopped, are in code points.
    `copy_count` is how many other articles have nearly the same text. `deleted_at` is "" but for
    an article in the trash.
    """

    id: str
    title: str
    source: str
    outlet: str
    author: str
    date: str
    words: int
    added: str
    opened: str
    annotation_count: int
    note_count: int
    language: str = ""
    url: str = ""
    length: int = 0
    position: int = 0
    is_unread: bool = False
    copy_count: int = 0
    deleted_at: str = ""

    @property
    def progress(self) -> float:
        """Return how much of the article was read, from 0 to 1."""
        return min(self.position / self.length, 1.0) if self.length else 0.0


def add_document(db: Database, document: Document, *, opened: bool = True, now: str) -> None:
    """Keep a document, or fill in what was unknown of it; unless not `opened`, it is opened now."""
    is_new = _insert_or_fill(db, document, opened=opened, now=now)
    if is_new:
        db.execute(
            """
            INSERT INTO texts (document_id, text, blocks, runs, pictures, since)
            VALUES (?, CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
            """,
            [document.id, *text_columns(document), now],
        )
        index_article(db, document.id, document.title, document.text)
    else:
        # The same text, but a newer version may see its structure better.
        db.execute(
            """
            UPDATE texts SET blocks = ?, runs = CAST(? AS TEXT), pictures = CAST(? AS TEXT)
            WHERE document_id = ? AND EXISTS (
                SELECT 1 FROM documents d WHERE d.id = texts.document_id AND d.text_id = ?
            )
            """,
            [*storable_all(structure(document)), document.id, document_id(document.text)],
        )
    remember_origins(db, document.id, document)


def _insert_or_fill(db: Database, document: Document, *, opened: bool, now: str) -> bool:
    """Insert what is known of a document, or fill in what wasn't; return whether it is new."""
    query = "SELECT 1 FROM documents WHERE id = ?"
    is_new = db.execute(query, [document.id]).fetchone() is None
    if not is_new:
        fill_in(db, document.id, document)
        if opened:
            document_opened(db, document.id, now=now)
        return False
    db.execute(
        """
        INSERT INTO documents
            (id, title, source, outlet, author, date, url, language, words, length, text_id,
            added, opened, unread)
        VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
            CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, ?, ?, ?)
        """,
        [
            document.id,
            *storable_all([document.title, document.source, document.outlet, document.author]),
            *storable_all([document.date, document.url, document.language]),
            len(document.text.split()),
            len(document.text),
            document_id(document.text),
            now,
            now if opened else "",
            not opened,
        ],
    )
    return True


def fill_in(db: Database, into: str, document: Document) -> None:
    """Keep what a document says of itself where that was unknown of the article `into`.

    What the user said holds, and so does that there is nothing to be said.
    """
    edited = {
        row[0]
        for row in db.execute("SELECT field FROM edited_metadata WHERE document_id = ?", [into])
    }
    for field in ("source", "title", "author", "outlet", "date", "url", "language"):
        value = getattr(document, field)
        if not value:
            continue
        if field in edited:
            statement = """
                UPDATE edited_metadata SET found = CAST(? AS TEXT)
                WHERE document_id = ? AND field = ? AND found = ''
            """
            db.execute(statement, [storable(value), into, field])
        else:
            statement = f"""
                UPDATE documents SET {field} = CAST(? AS TEXT) WHERE id = ? AND {field} = ''
            """  # noqa: S608
            db.execute(statement, [storable(value), into])


def document(db: Database, document_id: str) -> Document | None:
    """Return a document; None where the library has none of that id."""
    row = db.execute(
        """
        SELECT d.title, t.text, t.blocks, t.runs, t.pictures,
            d.source, d.outlet, d.author, d.date, d.url, d.language
        FROM documents d JOIN texts t ON t.document_id = d.id WHERE d.id = ?
        """,
        [document_id],
    ).fetchone()
    if row is None:
        return None
    return with_fetched(db, document_of(document_id, row[0], row[1], row[2:5], row[5:]))


SUMMARY = """
    SELECT d.id, d.title, d.source, d.outlet, d.author, d.date, d.words, d.added, d.opened,
        d.annotation_count, d.note_count, d.language, d.url, d.length, d.position, d.unread,
        (SELECT count(*) FROM article_index a CROSS JOIN article_index b ON b.story = a.story
         CROSS JOIN documents c ON c.id = b.document_id
         WHERE a.document_id = d.id AND b.key != a.key AND c.deleted_at IS NULL),
        coalesce(d.deleted_at, '')
    FROM documents d
"""
"""What `summary_of` makes a summary of."""


def summary_of(row: Sequence[Any]) -> DocumentSummary:
    """Return a row of `SUMMARY` as a summary."""
    return DocumentSummary(
        *row[:15], is_unread=bool(row[15]), copy_count=row[16], deleted_at=row[17]
    )


def summaries(db: Database) -> list[DocumentSummary]:
    """Return all documents, the most recently opened first."""
    query = f"{SUMMARY} WHERE d.deleted_at IS NULL ORDER BY d.opened DESC, d.rowid DESC"
    return [summary_of(row) for row in db.execute(query)]


def summaries_of(db: Database, document_ids: Collection[str]) -> list[DocumentSummary]:
    """Return the documents of these ids that aren't in the trash, in their order."""
    query = f"{SUMMARY} WHERE d.deleted_at IS NULL AND d.id IN {{}}"
    found = {row[0]: summary_of(row) for row in rows_in(db, query, document_ids)}
    return [found[document_id] for document_id in document_ids if document_id in found]


def summaries_naming(db: Database, entity_id: str) -> list[DocumentSummary]:
    """Return the documents in which an entity is, by the user's word too, last opened first."""
    query = f"""
        {SUMMARY} WHERE d.deleted_at IS NULL AND d.id IN (
            SELECT a.document_id FROM entity_index i JOIN entity_mentions m ON m.entity = i.key
            JOIN article_index a ON a.key = m.article WHERE i.entity_id = ?
        )
        ORDER BY d.opened DESC, d.rowid DESC
    """  # noqa: S608
    return [summary_of(row) for row in db.execute(query, [root(db, entity_id)])]


def document_opened(db: Database, document_id: str, *, now: str) -> None:
    """Remember when a document was opened last; nothing where the library has none of that id."""
    db.execute("UPDATE documents SET opened = ?, unread = 0 WHERE id = ?", [now, document_id])


def set_language(db: Database, document_id: str, language: str) -> None:
    """Keep a document's language (BCP 47), unless the user said what it is."""
    db.execute(
        """
        UPDATE documents SET language = CAST(? AS TEXT) WHERE id = ? AND NOT EXISTS (
            SELECT 1 FROM edited_metadata e
            WHERE e.document_id = documents.id AND e.field = 'language'
        )
        """,
        [*storable_all([language]), document_id],
    )


def save_position(db: Database, document_id: str, offset: int) -> None:
    """Remember how far a document was read; nothing where the library has none of that id."""
    db.execute("UPDATE documents SET position = ? WHERE id = ?", [offset, document_id])


def position(db: Database, document_id: str) -> int:
    """Return the code point at which reading stopped; 0 for a document never read or unknown."""
    row = db.execute("SELECT position FROM documents WHERE id = ?", [document_id]).fetchone()
    return 0 if row is None else row[0]
