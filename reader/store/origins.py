"""Where articles were had from: their files, and their addresses without tracking."""

from reader.core.addresses import canonical_address
from reader.core.document import Document
from reader.store.sqlite import Database, storable

FILE = "file"
ADDRESS = "address"


def remember_origins(db: Database, document_id: str, document: Document) -> None:
    """Remember the file and the address that an article was had from this time."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO origins (kind, value, document_id) VALUES (?, CAST(? AS TEXT), ?)",
        [(kind, storable(value), document_id) for kind, value in origins_of(document)],
    )


def remember_all_origins(db: Database) -> None:
    """Remember what the articles themselves say of their origins."""
    rows = db.execute("SELECT id, source, url FROM documents").fetchall()
    for document_id, source, url in rows:
        remember_origins(db, document_id, Document(document_id, "", "", (), source, url=url))


def origins_of(document: Document) -> list[tuple[str, str]]:
    """Return the kind and the value of each origin that a document states."""
    origins = [(FILE, document.source), (ADDRESS, address_of(document.url))]
    return [(kind, value) for kind, value in origins if value]


def address_of(url: str) -> str:
    """Return the form under which two addresses are the same; "" for none."""
    # Half an emoji has no place in an address, nor a form that it could be compared in.
    return canonical_address(url.encode("utf-8", "replace").decode()) if url else ""


def ids_of_origin(db: Database, kind: str, value: str) -> list[str]:
    """Return the articles of an origin, those in the trash last, else the newest first."""
    rows = db.execute(
        """
        SELECT o.document_id FROM origins o JOIN documents d ON d.id = o.document_id
        WHERE o.kind = ? AND o.value = CAST(? AS TEXT)
        ORDER BY d.deleted_at IS NOT NULL, d.added DESC, d.rowid DESC
        """,
        [kind, storable(value)],
    )
    return [row[0] for row in rows]
