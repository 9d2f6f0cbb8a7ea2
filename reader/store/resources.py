"""The files that came with articles: pictures, and the articles' own as they were."""

import zlib
from collections.abc import Iterable
from dataclasses import replace

from reader.core.document import Document, Resource
from reader.store.sqlite import Database, storable

OWN = "resource:"
"""How the source of a picture begins whose file is in the library; its key follows."""


def keep_resources(
    db: Database, document_id: str, resources: Iterable[Resource], original: Resource | None
) -> None:
    """Keep files for an article, each once however many articles have it."""
    for each in resources:
        keep_resource(db, each)
        db.execute(
            "INSERT OR IGNORE INTO article_resources (document_id, key) VALUES (?, ?)",
            [document_id, each.key],
        )
    if original is not None:
        keep_resource(db, original)
        db.execute("UPDATE documents SET original = ? WHERE id = ?", [original.key, document_id])


def keep_picture(db: Database, document_id: str, source: str, picture: Resource) -> None:
    """Keep a remote picture of an article, which from now on has it from the library.

    Nothing where the article is gone.
    """
    query = "SELECT 1 FROM documents WHERE id = ?"
    if db.execute(query, [document_id]).fetchone() is None:
        return
    keep_resources(db, document_id, [picture], None)
    db.execute(
        "INSERT OR REPLACE INTO fetched_pictures VALUES (?, CAST(? AS TEXT), ?)",
        [document_id, storable(source), picture.key],
    )


def with_fetched(db: Database, document: Document) -> Document:
    """Return a document with those of its remote pictures that were fetched as its own."""
    if all(picture.source.startswith(OWN) for picture in document.pictures):
        return document
    query = "SELECT source, key FROM fetched_pictures WHERE document_id = ?"
    fetched = dict(db.execute(query, [document.id]).fetchall())
    pictures = (
        replace(each, source=OWN + fetched[each.source]) if each.source in fetched else each
        for each in document.pictures
    )
    return replace(document, pictures=tuple(pictures))


def keep_resource(db: Database, resource: Resource) -> None:
    """Keep a file, once however often it comes."""
    packed = zlib.compress(resource.data, 6) if _is_text(resource.media_type) else None
    db.execute(
        """
        INSERT OR IGNORE INTO resources (key, media_type, packed, data)
        VALUES (?, CAST(? AS TEXT), ?, ?)
        """,
        [
            resource.key,
            storable(resource.media_type),
            packed is not None,
            resource.data if packed is None else packed,
        ],
    )


def _is_text(media_type: str) -> bool:
    """Return whether a file is worth packing: pictures and office files are packed already."""
    return media_type.startswith(("text/", "message/", "application/xhtml", "multipart/"))


def resource(db: Database, key: str) -> Resource | None:
    """Return the file of a key; None where there is none."""
    row = db.execute(
        "SELECT media_type, packed, data FROM resources WHERE key = ?", [key]
    ).fetchone()
    if row is None:
        return None
    media_type, packed, data = row
    try:
        return Resource(key, media_type, zlib.decompress(data) if packed else data)
    except zlib.error as error:
        raise ValueError(f"resource {key} can't be unpacked") from error


def original(db: Database, document_id: str) -> Resource | None:
    """Return the file that an article was read from; None where it wasn't kept."""
    row = db.execute("SELECT original FROM documents WHERE id = ?", [document_id]).fetchone()
    return resource(db, row[0]) if row is not None and row[0] is not None else None


def drop_unused(db: Database) -> None:
    """Delete the files that no article has any more."""
    db.execute(
        """
        DELETE FROM resources WHERE key NOT IN (
            SELECT key FROM article_resources
            UNION SELECT original FROM documents WHERE original IS NOT NULL
        )
        """
    )
