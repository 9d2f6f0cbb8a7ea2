"""The texts that an article had: each is kept, and what the user made moves on to the next."""

import json

from reader.core.anchoring import place
from reader.core.annotations import CONTEXT_LENGTH, Annotation
from reader.core.document import Document, Parsed, document_id
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.shelf import TextVersion, Updated
from reader.store.anchors import move_all
from reader.store.annotation_links import with_links
from reader.store.annotations import COLUMNS, annotation_of
from reader.store.article_index import forget_article, index_article
from reader.store.correction_rows import place_corrections
from reader.store.metadata import replace_metadata
from reader.store.origins import remember_origins
from reader.store.recognitions import forget_text
from reader.store.resources import keep_resources, with_fetched
from reader.store.sqlite import Database
from reader.store.texts import document_of, text_columns


def update(db: Database, article: str, parsed: Parsed, *, now: str) -> Updated:
    """Give an article another text with its metadata; keep the old one."""
    updated = _replace(db, article, parsed.document, now=now)
    replace_metadata(db, article, parsed.document)
    remember_origins(db, article, parsed.document)
    _keep_old_original(db, article)
    keep_resources(db, article, parsed.resources, parsed.original)
    return updated


def restore(db: Database, article: str, number: int, *, now: str) -> Updated:
    """Give an article again a text that it had, with the picks that there were."""
    earlier = version(db, article, number)
    if earlier is None:
        raise _gone()
    row = db.execute(
        "SELECT choices FROM text_versions WHERE document_id = ? AND number = ?", [article, number]
    ).fetchone()
    updated = _replace(db, article, earlier, now=now)
    for choice in json.loads(row[0]) if row else ():
        db.execute(
            """
            INSERT OR IGNORE INTO link_choices
                (document_id, kind, name_key, "start", "end", name, entity_id, made)
            SELECT ?, ?, ?, ?, ?, ?, id, ? FROM entities WHERE id = ?
            """,
            [article, *choice[:5], choice[6], choice[5]],
        )
    return updated


def _replace(db: Database, article: str, document: Document, *, now: str) -> Updated:
    row = db.execute(
        """
        SELECT t.text, t.number, d.text_id, d.position
        FROM texts t JOIN documents d ON d.id = t.document_id WHERE d.id = ?
        """,
        [article],
    ).fetchone()
    if row is None:
        raise _gone()
    before, number, text_id, position = row
    if text_id == document_id(document.text):
        return Updated(article, _annotation_count(db, article), ())
    forget_article(db, article)
    _keep(db, article)
    db.execute(
        """
        UPDATE texts SET text = CAST(? AS TEXT), blocks = ?, runs = CAST(? AS TEXT),
            pictures = CAST(? AS TEXT), number = ?, since = ?
        WHERE document_id = ?
        """,
        [*text_columns(document), number + 1, now, article],
    )
    db.execute(
        "UPDATE documents SET text_id = ?, length = ?, words = ?, position = ? WHERE id = ?",
        [
            document_id(document.text),
            len(document.text),
            len(document.text.split()),
            _moved_position(position, before, document.text),
            article,
        ],
    )
    forget_text(db, article, now=now)
    updated = move_all(db, article, before, document.text, number, now=now)
    _place_choices(db, article, before, document.text)
    place_corrections(db, article, before, document.text, now=now)
    (title,) = db.execute("SELECT title FROM documents WHERE id = ?", [article]).fetchone()
    index_article(db, article, title, document.text)
    return updated


def _keep(db: Database, article: str) -> None:
    """Keep today's text among the versions, with the picks as they are."""
    choices = db.execute(
        """
        SELECT kind, name_key, "start", "end", name, entity_id, made FROM link_choices
        WHERE document_id = ?
        """,
        [article],
    ).fetchall()
    db.execute(
        """
        INSERT INTO text_versions
            (document_id, number, text_id, text, blocks, runs, pictures, source, since, choices)
        SELECT d.id, t.number, d.text_id, t.text, t.blocks, t.runs, t.pictures, d.source, t.since, ?
        FROM documents d JOIN texts t ON t.document_id = d.id WHERE d.id = ?
        """,
        [json.dumps(choices), article],
    )


def _moved_position(position: int, before: str, after: str) -> int:
    """Return where reading stopped, in the new text: before the same words, if they are there."""
    if position <= 0 or not before:
        return 0
    found = after.find(before[position : position + 2 * CONTEXT_LENGTH])
    return found if found > 0 else min(position * len(after) // len(before), len(after))


def _place_choices(db: Database, article: str, before: str, after: str) -> None:
    """Move the picks for one mention; one whose mention is gone stays with the old text alone."""
    rows = db.execute(
        """
        SELECT rowid, "start", "end" FROM link_choices
        WHERE document_id = ? AND "start" IS NOT NULL ORDER BY "start"
        """,
        [article],
    ).fetchall()
    moved: list[tuple[int, int, int]] = []
    for rowid, start, end in rows:
        span = place(
            before[start:end],
            before[max(0, start - CONTEXT_LENGTH) : start],
            before[end : end + CONTEXT_LENGTH],
            after,
            before=before,
            start=start,
        )
        if span is not None:
            moved.append((*span, rowid))
        else:
            db.execute("DELETE FROM link_choices WHERE rowid = ?", [rowid])
    # By way of places that there are not, as one may move to where another was.
    for shift in (1 << 40, 0):
        db.conn.executemany(
            'UPDATE link_choices SET "start" = ?, "end" = ? WHERE rowid = ?',
            [(start + shift, end + shift, rowid) for start, end, rowid in moved],
        )


def _keep_old_original(db: Database, article: str) -> None:
    db.execute(
        """
        INSERT OR IGNORE INTO article_resources (document_id, key)
        SELECT id, original FROM documents WHERE id = ? AND original IS NOT NULL
        """,
        [article],
    )


def versions(db: Database, article: str) -> list[TextVersion]:
    """Return the texts that an article had, today's first."""
    rows = db.execute(
        """
        SELECT t.number, t.since, length(t.text), d.source, 1
        FROM texts t JOIN documents d ON d.id = t.document_id WHERE t.document_id = :id
        UNION ALL SELECT number, since, length(text), source, 0 FROM text_versions
        WHERE document_id = :id ORDER BY 1 DESC
        """,
        {"id": article},
    )
    return [TextVersion(*row[:4], is_current=bool(row[4])) for row in rows]


def version(db: Database, article: str, number: int) -> Document | None:
    """Return an article with one of its texts; None where there is no such one."""
    row = db.execute(
        """
        SELECT d.title, v.text, v.blocks, v.runs, v.pictures, v.source, d.outlet, d.author, d.date,
            d.url, d.language
        FROM documents d JOIN (
            SELECT document_id, number, text, blocks, runs, pictures, source FROM text_versions
            UNION ALL
            SELECT t.document_id, t.number, t.text, t.blocks, t.runs, t.pictures, s.source
            FROM texts t JOIN documents s ON s.id = t.document_id
        ) v ON v.document_id = d.id
        WHERE d.id = ? AND v.number = ?
        """,
        [article, number],
    ).fetchone()
    if row is None:
        return None
    return with_fetched(db, document_of(article, row[0], row[1], row[2:5], row[5:]))


def orphans(db: Database, article: str | None) -> list[Annotation]:
    """Return the annotations that have no place in the text any more, None for all articles."""
    rows = db.execute(
        f"""
        SELECT {COLUMNS} FROM annotations a
        WHERE orphaned_at IS NOT NULL AND deleted_at IS NULL AND (? IS NULL OR document_id = ?)
            AND EXISTS (
                SELECT 1 FROM documents d WHERE d.id = a.document_id AND d.deleted_at IS NULL)
        ORDER BY document_id, "start", "end", created, id
        """,  # noqa: S608
        [article, article],
    )
    return with_links(db, map(annotation_of, rows))


def _annotation_count(db: Database, article: str) -> int:
    query = """
        SELECT count(*) FROM annotations
        WHERE document_id = ? AND deleted_at IS NULL AND orphaned_at IS NULL
    """
    return db.execute(query, [article]).fetchone()[0]


def _gone() -> LibraryError:
    return LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The article can't be updated, because it is no longer in the library: add the new "
            "version as an article of its own.",
        )
    )
