"""The paragraphs of an article that name an entity, or two together."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from reader.core.pages import Passage
from reader.core.snippets import block_at, snippet_of
from reader.store.sqlite import Database

_Span = tuple[int, int]


def passages_naming(
    db: Database, document_id: str, spans: str, *, most: int | None = None
) -> list[Passage]:
    """Return the paragraphs of an article that hold any of the spans (JSON), in reading order."""
    text, blocks = _read(db, document_id)
    by_block = _by_block(blocks, json.loads(spans))
    return list(islice(_passages(document_id, text, blocks, by_block), most))


def passages_of_both(db: Database, document_id: str, spans: str, others: str) -> Iterator[Passage]:
    """Yield the paragraphs of an article that hold spans of both lists (JSON)."""
    text, blocks = _read(db, document_id)
    one = _by_block(blocks, json.loads(spans))
    other = _by_block(blocks, json.loads(others))
    both = {block: sorted(one[block] + other[block]) for block in one if block in other}
    return _passages(document_id, text, blocks, both)


def _read(db: Database, document_id: str) -> tuple[str, list[_Span]]:
    text, blocks = db.execute(
        "SELECT text, blocks FROM texts WHERE document_id = ?", [document_id]
    ).fetchone()
    return text, [(start, end) for start, end, *_ in json.loads(blocks)]


def _by_block(blocks: Sequence[_Span], spans: Sequence[_Span]) -> dict[int, list[_Span]]:
    ends = [end for _, end in blocks]
    found: dict[int, list[_Span]] = {}
    for start, end in spans:
        found.setdefault(block_at(ends, start), []).append((start, end))
    return found


def _passages(
    document_id: str, text: str, blocks: Sequence[_Span], by_block: Mapping[int, list[_Span]]
) -> Iterator[Passage]:
    for block, spans in by_block.items():
        low, high = blocks[block] if blocks else (0, len(text))
        start, end = spans[0]
        snippet = snippet_of(text, spans, around=start, low=min(low, start), high=max(high, end))
        yield Passage(document_id, start, end, block, snippet)
