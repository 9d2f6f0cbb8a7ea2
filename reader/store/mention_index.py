"""Which entity stands how often in which article, as rows that the whole library is asked by."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.core.corrections import State, state_of
from reader.core.entities import Recognition
from reader.core.mentions import ENTITY_KINDS, Kind, Mention
from reader.store.sqlite import Database, rows_in
from reader.store.stories import recount

BLOCK_BITS = 63
"""Paragraphs have a bit each in a whole number of SQLite; those of a book share them."""

_MOMENT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d))?)?)?")


def moment_of(*days: str) -> int:
    """Return the first of these that is a date in ISO 8601 as YYYYMMDDhhmm; 0 for none."""
    for day in days:
        match = _MOMENT.match(day)
        if match:
            return int("".join(part or "00" for part in match.groups()))
    return 0


def kind_bit(kind: Kind) -> int:
    """Return the bit of a kind in `article_index.kinds`; 0 for demonyms."""
    return 1 << ENTITY_KINDS.index(kind) if kind in ENTITY_KINDS else 0


@dataclass(slots=True)
class _Row:
    names: int = 0
    demonyms: int = 0
    blocks: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)


def store_mentions(db: Database, recognition: Recognition) -> None:
    """Put a recognition in place of what was known of its article's mentions."""
    found = db.execute(
        """
        SELECT a.key, a.story, d.date, d.added, t.blocks
        FROM article_index a JOIN documents d ON d.id = a.document_id
        JOIN texts t ON t.document_id = d.id WHERE d.id = ?
        """,
        [recognition.document_id],
    ).fetchone()
    if found is None:
        return
    key, story, date, added, blocks = found
    block_ends = [end for _, end, *_ in json.loads(blocks)]
    rows = _rows(recognition.mentions, block_ends)
    for entity in recognition.entities:
        rows.setdefault(entity.id, _Row())
    keys = dict(
        rows_in(db, "SELECT entity_id, key FROM entity_index WHERE entity_id IN {}", rows.keys())
    )
    moment = moment_of(date, added)
    db.execute("DELETE FROM entity_mentions WHERE article = ?", [key])
    db.conn.executemany(
        _INSERT,
        [
            (keys[each], moment, key, row.names, row.demonyms, row.blocks, _spans(row))
            for each, row in rows.items()
            if each in keys
        ],
    )
    _store_confirmed(db, key, recognition, block_ends, keys)
    recount(db, story)
    kinds = 0
    for entity in recognition.entities:
        row = rows[entity.id]
        kinds |= kind_bit(entity.kind) if row.spans else 0
    db.execute("UPDATE article_index SET kinds = ? WHERE key = ?", [kinds, key])
    count_notes(db, key)


_INSERT = """
    INSERT INTO entity_mentions (entity, moment, article, counted, names, demonyms, blocks, spans)
    VALUES (?, ?, ?, 0, ?, ?, ?, ?)
"""


def _store_confirmed(
    db: Database,
    key: int,
    recognition: Recognition,
    block_ends: Sequence[int],
    keys: Mapping[str, int],
) -> None:
    """Put those mentions of an article that the user vouches for in place of the earlier."""
    confirmed = [each for each in recognition.mentions if state_of(each) is State.CONFIRMED]
    db.execute("DELETE FROM confirmed_mentions WHERE article = ?", [key])
    db.conn.executemany(
        """
        INSERT INTO confirmed_mentions (article, entity, names, demonyms, blocks, spans)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
            (key, keys[each], row.names, row.demonyms, row.blocks, _spans(row))
            for each, row in _rows(confirmed, block_ends).items()
            if each in keys
        ],
    )


def _spans(row: _Row) -> str:
    return json.dumps(row.spans, separators=(",", ":"))


def _rows(mentions: Iterable[Mention], block_ends: Sequence[int]) -> dict[str, _Row]:
    rows: dict[str, _Row] = {}
    for mention in mentions:
        row = rows.setdefault(mention.entity_id, _Row())
        if mention.kind is Kind.DEMONYM:
            row.demonyms += 1
        else:
            row.names += 1
        row.blocks |= 1 << bisect_right(block_ends, mention.start) % BLOCK_BITS
        row.spans.append((mention.start, mention.end))
    return rows


def count_notes(db: Database, key: int) -> None:
    """Count the notes on the entities of an article anew."""
    db.execute(
        """
        UPDATE documents SET note_count = (
            SELECT count(*) FROM entity_mentions m JOIN entity_index e ON e.key = m.entity
            JOIN notes n ON n.entity_id = e.entity_id
            WHERE m.article = :key AND n.deleted_at IS NULL
        )
        WHERE id = (SELECT document_id FROM article_index WHERE key = :key)
        """,
        {"key": key},
    )


def redate(db: Database, document_id: str) -> None:
    """Bring the mentions of an article up to date after a change of its date."""
    found = db.execute(
        """
        SELECT a.key, d.date, d.added FROM article_index a
        JOIN documents d ON d.id = a.document_id WHERE d.id = ?
        """,
        [document_id],
    ).fetchone()
    if found is not None:
        key, date, added = found
        db.execute(
            "UPDATE entity_mentions SET moment = ? WHERE article = ?",
            [moment_of(date, added), key],
        )


def note_kind(db: Database, entity_id: str) -> None:
    """Let the articles of an entity know that it is of another kind now."""
    (kind,) = db.execute("SELECT kind FROM entities WHERE id = ?", [entity_id]).fetchone()
    db.execute(
        """
        UPDATE article_index SET kinds = kinds | ? WHERE key IN (
            SELECT m.article FROM entity_mentions m JOIN entity_index e ON e.key = m.entity
            WHERE e.entity_id = ?
        )
        """,
        [kind_bit(Kind(kind)), entity_id],
    )


def clear_mentions(db: Database) -> None:
    """Forget every mention."""
    db.execute("DELETE FROM entity_mentions")
    db.execute("DELETE FROM confirmed_mentions")
    db.execute("UPDATE article_index SET kinds = 0 WHERE kinds != 0")
    db.execute("UPDATE documents SET note_count = 0 WHERE note_count != 0")
