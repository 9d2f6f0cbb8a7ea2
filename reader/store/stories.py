"""The same text in several outlets: found by its bands, grouped as a story, and counted once.

A story is named by the key of one of its articles, at first of the one that came first.
"""

from collections.abc import Sequence

from reader.core.fingerprint import bands, is_nearly_the_same, shingles, similarity
from reader.core.folding import Folder
from reader.store.sqlite import Database

_CANDIDATES = 12
"""How many articles that share most bands are compared in full."""


def story_of(db: Database, signed: bytes, hashes: frozenset[int], *, but: int | None) -> int | None:
    """Return the story that a text belongs to, as the most similar article does; None for none."""
    if not signed:
        return None
    best, story = 0.0, None
    for other in _sharing_bands(db, bands(signed), but=but):
        text, others_story = db.execute(
            """
            SELECT t.text, a.story
            FROM article_index a JOIN texts t ON t.document_id = a.document_id WHERE a.key = ?
            """,
            [other],
        ).fetchone()
        compared = shingles(Folder().words(text))
        common = similarity(hashes, compared)
        if common > best and is_nearly_the_same(hashes, compared):
            best, story = common, others_story
        if best == 1.0:
            break
    return story


def _sharing_bands(db: Database, own: Sequence[int], *, but: int | None) -> list[int]:
    places = ", ".join("?" * len(own))
    rows = db.execute(
        f"""
        SELECT article FROM story_bands WHERE band IN ({places}) AND article IS NOT ?
        GROUP BY article ORDER BY count(*) DESC, article LIMIT {_CANDIDATES}
        """,  # noqa: S608
        [*own, but],
    )
    return [row[0] for row in rows]


def copy_count(db: Database, document_id: str) -> int:
    """Return how many other articles have nearly the same text."""
    return db.execute(
        """
        SELECT count(*) FROM article_index a JOIN article_index b ON b.story = a.story
        JOIN documents d ON d.id = b.document_id
        WHERE a.document_id = ? AND b.key != a.key AND d.deleted_at IS NULL
        """,
        [document_id],
    ).fetchone()[0]


def leave_story(db: Database, key: int, story: int) -> None:
    """Let an article be a story of its own; the others go on under the name of one of theirs."""
    left = story
    if story == key:
        query = "SELECT min(key) FROM article_index WHERE story = ? AND key != ?"
        (left,) = db.execute(query, [story, key]).fetchone()
        if left is None:
            return
        db.execute(
            "UPDATE article_index SET story = ? WHERE story = ? AND key != ?", [left, story, key]
        )
    else:
        db.execute("UPDATE article_index SET story = key WHERE key = ?", [key])
    recount(db, left)
    recount(db, key)


def recount(db: Database, story: int) -> None:
    """Say anew which article of a story counts: the first that isn't in the trash.

    For each entity it is the first that names it.
    """
    members = db.execute(
        """
        SELECT a.key, d.deleted_at IS NULL, d.id, d.is_copy
        FROM article_index a JOIN documents d ON d.id = a.document_id
        WHERE a.story = ? ORDER BY a.key
        """,
        [story],
    ).fetchall()
    is_first = True
    named: set[int] = set()
    for key, is_live, document_id, was_copy in members:
        is_copy = bool(is_live) and not is_first
        is_first = is_first and not is_live
        if bool(was_copy) != is_copy:
            db.execute("UPDATE documents SET is_copy = ? WHERE id = ?", [is_copy, document_id])
        _count_mentions(db, key, named, is_live=bool(is_live))


def _count_mentions(db: Database, key: int, named: set[int], *, is_live: bool) -> None:
    """Count an article for the entities that no earlier one names; these are noted in `named`."""
    rows = db.execute(
        """
        SELECT entity, moment, counted, names + demonyms FROM entity_mentions WHERE article = ?
        """,
        [key],
    ).fetchall()
    changed: list[tuple[bool, int, int, int]] = []
    for entity, moment, was_counted, count in rows:
        counts = is_live and count > 0 and entity not in named
        if counts:
            named.add(entity)
        if counts != bool(was_counted):
            changed.append((counts, entity, moment, key))
    db.conn.executemany(
        "UPDATE entity_mentions SET counted = ? WHERE entity = ? AND moment = ? AND article = ?",
        changed,
    )
