"""Add articles, each once, whatever its file, its format or the tracking in its address."""

from reader.core.document import Document, Parsed, document_id
from reader.core.fingerprint import fingerprint, shingles, similarity
from reader.core.folding import Folder
from reader.core.shelf import Added, Outcome
from reader.store.articles import add_document, document_opened, fill_in
from reader.store.origins import (
    ADDRESS,
    FILE,
    address_of,
    ids_of_origin,
    origins_of,
    remember_origins,
)
from reader.store.resources import keep_resources
from reader.store.sqlite import Database
from reader.store.stories import copy_count
from reader.store.trash import restore

SAME_FILE = 0.1
"""How much of a file's new text must be the old one's; else it is another article by that name."""


def add(db: Database, parsed: Parsed, *, opened: bool, separately: bool, now: str) -> Added:
    """Keep an article, or return the one that is there, or the one that has changed."""
    document = parsed.document
    there = _same_text(db, document)
    if there is not None:
        return _open_there(db, there, parsed, opened=opened, now=now)
    changed = None if separately else changed_version_of(db, parsed)
    if changed is not None:
        return changed
    add_document(db, document, opened=opened, now=now)
    keep_resources(db, document.id, parsed.resources, parsed.original)
    return Added(document.id, Outcome.ADDED, copy_count=copy_count(db, document.id))


def _open_there(db: Database, there: str, parsed: Parsed, *, opened: bool, now: str) -> Added:
    document = parsed.document
    outcome = Outcome.RESTORED if restore(db, [there]) else Outcome.THERE
    if there == document.id:
        add_document(db, document, opened=opened, now=now)
    else:
        fill_in(db, there, document)
        remember_origins(db, there, document)
        if opened:
            document_opened(db, there, now=now)
    is_exact = _text_id(db, there) == document_id(document.text)
    keep_resources(db, there, parsed.resources if is_exact else (), None)
    if parsed.original is not None and not _has_original(db, there):
        keep_resources(db, there, (), parsed.original)
    return Added(there, outcome, copy_count=copy_count(db, there))


def _same_text(db: Database, document: Document) -> str | None:
    """Return the article with the same text, or with the same words; None for none.

    One that had this very text before counts where its id says so, as no other can have that id.
    """
    text_id = document_id(document.text)
    row = db.execute(
        """
        SELECT id FROM documents WHERE text_id = :id OR id = :id
        ORDER BY text_id = :id DESC, deleted_at IS NOT NULL, added
        """,
        {"id": text_id},
    ).fetchone()
    words = fingerprint(Folder().words(document.text))
    if row is None and words:
        row = db.execute(
            """
            SELECT d.id FROM article_index a JOIN documents d ON d.id = a.document_id
            WHERE a.fingerprint = ? ORDER BY d.deleted_at IS NOT NULL, a.key
            """,
            [words],
        ).fetchone()
    return None if row is None else row[0]


def _text_id(db: Database, article: str) -> str:
    return db.execute("SELECT text_id FROM documents WHERE id = ?", [article]).fetchone()[0]


def _has_original(db: Database, article: str) -> bool:
    row = db.execute("SELECT original FROM documents WHERE id = ?", [article]).fetchone()
    return row[0] is not None


def with_address(db: Database, url: str) -> str | None:
    """Return the article of an address that isn't in the trash; None for none."""
    address = address_of(url)
    for found in ids_of_origin(db, ADDRESS, address) if address else ():
        query = "SELECT 1 FROM documents WHERE id = ? AND deleted_at IS NULL"
        if db.execute(query, [found]).fetchone() is not None:
            return found
    return None


def changed_version_of(db: Database, parsed: Parsed) -> Added | None:
    """Return the article of the same address, or file, whose text is another; None for none."""
    document = parsed.document
    if _same_text(db, document) is not None:
        return None
    for kind, value in reversed(origins_of(document)):
        candidates = [
            (_alike(db, found, document), found)
            for found in ids_of_origin(db, kind, value)
            if _is_live(db, found)
        ]
        if candidates:
            likeness, found = max(candidates)
            if kind != FILE or likeness >= SAME_FILE:
                return Added(found, Outcome.CHANGED, similarity=likeness)
    return None


def _is_live(db: Database, article: str) -> bool:
    query = "SELECT 1 FROM documents WHERE id = ? AND deleted_at IS NULL"
    return db.execute(query, [article]).fetchone() is not None


def _alike(db: Database, article: str, document: Document) -> float:
    """Return how much of an article's text and of a document's is the same."""
    (text,) = db.execute("SELECT text FROM texts WHERE document_id = ?", [article]).fetchone()
    folder = Folder()
    return similarity(shingles(folder.words(text)), shingles(folder.words(document.text)))
