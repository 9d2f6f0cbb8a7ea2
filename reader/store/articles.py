"""The articles that were opened: their texts, what is known of them, where reading stopped."""

import json
from dataclasses import dataclass

from reader.core.document import Block, BlockKind, Document
from reader.store.sqlite import Database, storable_all


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What a list of articles shows; `added` and `opened` (the last time) in ISO 8601, UTC.

    `note_count` counts the notes on the entities that the article is known to name.
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


def add_document(db: Database, document: Document, *, now: str) -> None:
    """Keep a document, or fill in what was unknown of it; either way it is opened now."""
    db.execute(
        """
        INSERT INTO documents
            (id, title, source, outlet, author, date, url, language, words, added, opened)
        VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
            CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            title = CASE title WHEN '' THEN excluded.title ELSE title END,
            source = CASE source WHEN '' THEN excluded.source ELSE source END,
            outlet = CASE outlet WHEN '' THEN excluded.outlet ELSE outlet END,
            author = CASE author WHEN '' THEN excluded.author ELSE author END,
            date = CASE date WHEN '' THEN excluded.date ELSE date END,
            url = CASE url WHEN '' THEN excluded.url ELSE url END,
            language = CASE language WHEN '' THEN excluded.language ELSE language END,
            opened = excluded.opened
        """,
        [
            document.id,
            *storable_all([document.title, document.source, document.outlet, document.author]),
            *storable_all([document.date, document.url, document.language]),
            len(document.text.split()),
            now,
            now,
        ],
    )
    # The same id is the same text, but a newer version may see its structure better.
    blocks = [[block.start, block.end, block.kind.value, block.level] for block in document.blocks]
    db.execute(
        """
        INSERT INTO texts (document_id, text, blocks) VALUES (?, CAST(? AS TEXT), ?)
        ON CONFLICT (document_id) DO UPDATE SET blocks = excluded.blocks
        """,
        [document.id, *storable_all([document.text]), json.dumps(blocks, separators=(",", ":"))],
    )


def document(db: Database, document_id: str) -> Document | None:
    """Return a document; None where the library has none of that id."""
    row = db.execute(
        """
        SELECT d.title, t.text, t.blocks, d.source, d.outlet, d.author, d.date, d.url, d.language
        FROM documents d JOIN texts t ON t.document_id = d.id WHERE d.id = ?
        """,
        [document_id],
    ).fetchone()
    if row is None:
        return None
    title, text, blocks, *metadata = row
    return Document(
        document_id,
        title,
        text,
        tuple(
            Block(start, end, BlockKind(kind), level)
            for start, end, kind, level in json.loads(blocks)
        ),
        *metadata,
    )


def summaries(db: Database) -> list[DocumentSummary]:
    """Return all documents, the most recently opened first."""
    return [DocumentSummary(*row) for row in db.execute(_ALL)]


# From the notes to the articles, once: notes are few, recognised entities are many.
_ALL = """
    SELECT d.id, d.title, d.source, d.outlet, d.author, d.date, d.words, d.added, d.opened,
        coalesce(a.annotations, 0), coalesce(n.notes, 0)
    FROM documents d
    LEFT JOIN (
        SELECT document_id, count(*) AS annotations FROM annotations
        WHERE deleted_at IS NULL GROUP BY document_id
    ) a ON a.document_id = d.id
    LEFT JOIN (
        SELECT r.document_id, count(DISTINCT n.entity_id) AS notes
        FROM notes n
        CROSS JOIN recognized_entities e ON e.entity_id = n.entity_id
        JOIN recognitions r ON r.id = e.recognition_id
        WHERE n.deleted_at IS NULL GROUP BY r.document_id
    ) n ON n.document_id = d.id
    ORDER BY d.opened DESC, d.rowid DESC
"""


def summaries_naming(db: Database, entity_id: str) -> list[DocumentSummary]:
    """Return the documents in which any model found an entity, the last opened first."""
    return [DocumentSummary(*row) for row in db.execute(_NAMING, [entity_id])]


# The counts one by one, as the articles are few.
_NAMING = """
    SELECT d.id, d.title, d.source, d.outlet, d.author, d.date, d.words, d.added, d.opened,
        (SELECT count(*) FROM annotations a
         WHERE a.document_id = d.id AND a.deleted_at IS NULL),
        (SELECT count(DISTINCT n.entity_id) FROM recognitions r
         CROSS JOIN recognized_entities e ON e.recognition_id = r.id
         CROSS JOIN notes n ON n.entity_id = e.entity_id
         WHERE r.document_id = d.id AND n.deleted_at IS NULL)
    FROM documents d
    WHERE d.id IN (
        SELECT r.document_id FROM recognized_entities e
        JOIN recognitions r ON r.id = e.recognition_id WHERE e.entity_id = ?
    )
    ORDER BY d.opened DESC, d.rowid DESC
"""


def document_opened(db: Database, document_id: str, *, now: str) -> None:
    """Remember when a document was opened last; nothing where the library has none of that id."""
    db.execute("UPDATE documents SET opened = ? WHERE id = ?", [now, document_id])


def set_language(db: Database, document_id: str, language: str) -> None:
    """Keep a document's language (BCP 47); nothing where the library has none of that id."""
    db.execute(
        "UPDATE documents SET language = CAST(? AS TEXT) WHERE id = ?",
        [*storable_all([language]), document_id],
    )


def save_position(db: Database, document_id: str, offset: int) -> None:
    """Remember how far a document was read; nothing where the library has none of that id."""
    db.execute("UPDATE documents SET position = ? WHERE id = ?", [offset, document_id])


def position(db: Database, document_id: str) -> int:
    """Return the code point at which reading stopped; 0 for a document never read or unknown."""
    row = db.execute("SELECT position FROM documents WHERE id = ?", [document_id]).fetchone()
    return 0 if row is None else row[0]
