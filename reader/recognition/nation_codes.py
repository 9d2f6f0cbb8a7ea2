"""Codes of states behind athletes: "Wanjiru Kiptoo (KEN)", "Julien Palmero (MON/Ferrari)"."""

import re
from collections.abc import Sequence

from reader.core.mentions import FoundBy, Kind
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spans import BlockSpans, Found

_CODE = re.compile(r"(?<=\w[ \u00a0]\()[A-Z]{3}(?=[),/;])")
_FEWEST = 2


def with_nation_codes(
    blocks: Sequence[BlockSpans], found: Sequence[list[Found]], gazetteer: Gazetteer
) -> list[list[Found]]:
    """Return the mentions of each block, codes of states in brackets among them.

    One alone may be a party's, "Ana Gil (PAN)"; an article of sport has several.
    """
    hits = [[m for m in _CODE.finditer(b.text) if m.group() in gazetteer.codes] for b in blocks]
    known = {hit.group() for some in hits for hit in some}
    if len(known) < _FEWEST or all(gazetteer.lookup(code) for code in known):
        return list(found)
    return [
        _joined(block, mentions, some) if some else mentions
        for block, mentions, some in zip(blocks, found, hits, strict=True)
    ]


def _joined(block: BlockSpans, mentions: list[Found], hits: list[re.Match[str]]) -> list[Found]:
    codes: list[Found] = []
    kept = list(mentions)
    for hit in hits:
        start, end = block.offset + hit.start(), block.offset + hit.end()
        rest = [
            Found(end + 1, m.end, m.surface[len(hit.group()) + 1 :], m.kind, m.found_by)
            for m in kept
            if m.start == start and m.end > end + 1 and block.text[hit.end()] == "/"
        ]
        kept = [m for m in kept if m.end <= start or m.start >= end] + rest
        codes.append(Found(start, end, hit.group(), Kind.COUNTRY, FoundBy.LIST))
    return sorted([*kept, *codes], key=lambda m: m.start)
