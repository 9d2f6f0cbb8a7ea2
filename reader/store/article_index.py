"""What is derived from an article's text: search index, fingerprint, and its story."""

from reader.core.fingerprint import bands, fingerprint, shingles, signature
from reader.core.folding import Folder
from reader.store.sqlite import Database, storable
from reader.store.stories import leave_story, recount, story_of


def index_article(db: Database, document_id: str, title: str, text: str) -> None:
    """Derive all that follows from the title and the text of an article.

    Its text must not be in the index: it is new, or `forget_article` has taken the old one out.
    """
    folder = Folder()
    words = folder.words(text)
    hashes = shingles(words)
    signed = signature(hashes)
    key = article_key(db, document_id)
    story = story_of(db, signed, hashes, but=key)
    if key is None:
        key = db.execute(
            """
            INSERT INTO article_index (document_id, fingerprint, signature, story)
            VALUES (?, ?, ?, 0)
            """,
            [document_id, fingerprint(words), signed],
        ).lastrowid
        assert key is not None
    else:
        db.execute(
            "UPDATE article_index SET fingerprint = ?, signature = ? WHERE key = ?",
            [fingerprint(words), signed, key],
        )
    db.execute("UPDATE article_index SET story = ? WHERE key = ?", [story or key, key])
    db.conn.executemany(
        "INSERT OR IGNORE INTO story_bands (band, article) VALUES (?, ?)",
        [(band, key) for band in bands(signed)],
    )
    db.execute(
        "INSERT INTO search_articles (rowid, title, body) VALUES (?, ?, ?)",
        [key, " ".join(folder.words(title)), " ".join(words)],
    )
    if story is not None:
        recount(db, story)
    sort_keys(db, document_id)
    db.execute("DELETE FROM outdated WHERE what = 'title' AND id = ?", [document_id])


def forget_article(db: Database, document_id: str) -> None:
    """Take out what follows from the text of an article; it keeps its key."""
    key = article_key(db, document_id)
    if key is None:
        return
    title, text, signed, story = db.execute(
        """
        SELECT coalesce(o.before, d.title), t.text, a.signature, a.story
        FROM documents d JOIN texts t ON t.document_id = d.id
        JOIN article_index a ON a.document_id = d.id
        LEFT JOIN outdated o ON o.what = 'title' AND o.id = d.id
        WHERE d.id = ?
        """,
        [document_id],
    ).fetchone()
    folder = Folder()
    _delete_from_search(db, key, title, " ".join(folder.words(text)), folder)
    db.conn.executemany(
        "DELETE FROM story_bands WHERE band = ? AND article = ?",
        [(band, key) for band in bands(signed)],
    )
    db.execute("DELETE FROM outdated WHERE what = 'title' AND id = ?", [document_id])
    db.execute("UPDATE article_index SET fingerprint = '' WHERE key = ?", [key])
    leave_story(db, key, story)


def retitle(db: Database, document_id: str, before: str) -> None:
    """Bring the index up to date after a change of title or outlet."""
    row = db.execute(
        """
        SELECT a.key, d.title, t.text FROM documents d JOIN texts t ON t.document_id = d.id
        JOIN article_index a ON a.document_id = d.id WHERE d.id = ?
        """,
        [document_id],
    ).fetchone()
    if row is None:
        return
    key, title, text = row
    if title != before:
        folder = Folder()
        body = " ".join(folder.words(text))
        _delete_from_search(db, key, before, body, folder)
        db.execute(
            "INSERT INTO search_articles (rowid, title, body) VALUES (?, ?, ?)",
            [key, " ".join(folder.words(title)), body],
        )
    sort_keys(db, document_id)


def sort_keys(db: Database, document_id: str) -> None:
    """Derive what the article is sorted by from its title and outlet."""
    title, outlet = db.execute(
        "SELECT title, outlet FROM documents WHERE id = ?", [document_id]
    ).fetchone()
    folder = Folder()
    db.execute(
        """
        UPDATE documents SET title_key = CAST(? AS TEXT), outlet_key = CAST(? AS TEXT)
        WHERE id = ?
        """,
        [storable(folder.sort_key(title)), storable(folder.sort_key(outlet)), document_id],
    )


def article_key(db: Database, document_id: str) -> int | None:
    """Return the number of an article in the indexes; None where it isn't in them."""
    row = db.execute(
        "SELECT key FROM article_index WHERE document_id = ?", [document_id]
    ).fetchone()
    return None if row is None else row[0]


def _delete_from_search(db: Database, key: int, title: str, body: str, folder: Folder) -> None:
    # https://sqlite.org/fts5.html#the_delete_command: it has to be told what was there.
    db.execute(
        """
        INSERT INTO search_articles (search_articles, rowid, title, body)
        VALUES ('delete', ?, ?, ?)
        """,
        [key, " ".join(folder.words(title)), body],
    )
