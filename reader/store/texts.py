"""The texts of articles with their structure, as they are kept."""

import json
from collections.abc import Iterable

from reader.core.document import Block, BlockKind, Document, Picture, Run, RunKind
from reader.store.sqlite import storable_all


def text_columns(document: Document) -> list[str | bytes]:
    """Return the text, and as JSON the blocks, runs and pictures."""
    return storable_all([document.text, *structure(document)])


def structure(document: Document) -> tuple[str, str, str]:
    """Return the blocks, runs and pictures as JSON."""
    blocks = [[block.start, block.end, block.kind.value, block.level] for block in document.blocks]
    runs = [[run.start, run.end, run.kind.value, run.target] for run in document.runs]
    pictures = [[p.block, p.source, p.alt, p.width, p.height] for p in document.pictures]
    return _json(blocks), _json(runs), _json(pictures)


def document_of(
    document_id: str, title: str, text: str, structured: Iterable[str], metadata: Iterable[str]
) -> Document:
    """Return a document from what `structure` made; `metadata` from the source to the language."""
    blocks, runs, pictures = map(json.loads, structured)
    kinds = {kind.value: kind for kind in BlockKind}
    looks = {kind.value: kind for kind in RunKind}
    source, outlet, author, date, url, language = metadata
    return Document(
        document_id,
        title,
        text,
        tuple(Block(start, end, kinds[kind], level) for start, end, kind, level in blocks),
        source,
        outlet,
        author,
        date,
        url,
        language,
        tuple(Run(start, end, looks[kind], target) for start, end, kind, target in runs),
        tuple(Picture(*picture) for picture in pictures),
    )


def _json(rows: list[list[object]]) -> str:
    # Without ASCII escapes an odd character would be kept as it is, half an emoji too.
    return json.dumps(rows, separators=(",", ":"))
