"""Headlines in capitals: the names that the article has elsewhere, as it writes them there."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.core.mentions import FoundBy, Kind
from reader.recognition.spans import BlockSpans, Found
from reader.recognition.words import opens_sentence

_SHORTEST = 4
"""Letters of a name below which capitals may be anything's."""

_SOME = 2
"""Words of a headline below which it is but a label, as "MADRID"."""


def with_shouted_names(
    blocks: Sequence[BlockSpans], found: Sequence[list[Found]]
) -> list[list[Found]]:
    """Return the mentions of each block, those in lines of capitals as in the rest of the article.

    There the model can't tell where a name ends: "LA GUARDIA CIVIL HALLA ÁNFORAS".
    """
    shouted = [block.text.isupper() and len(block.text.split()) > _SOME for block in blocks]
    if not any(shouted):
        return list(found)
    kinds: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for block, mentions, loud in zip(blocks, found, shouted, strict=True):
        for m in mentions if not loud else ():
            chosen = " " in m.surface or not opens_sentence(block.text, m.start - block.offset)
            if chosen and len(m.surface) >= _SHORTEST and m.kind is not Kind.COUNTRY:
                kinds[m.surface.upper()][m.kind] += 1
    if not kinds:
        return list(found)
    names = sorted(kinds, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    return [
        _renamed(block, mentions, pattern, kinds) if loud else mentions
        for block, mentions, loud in zip(blocks, found, shouted, strict=True)
    ]


def _renamed(
    block: BlockSpans,
    mentions: list[Found],
    pattern: re.Pattern[str],
    kinds: dict[str, Counter[Kind]],
) -> list[Found]:
    kept = list(mentions)
    for match in pattern.finditer(block.text):
        start, end = block.offset + match.start(), block.offset + match.end()
        touching = [m for m in kept if m.start < end and m.end > start]
        if any(m.kind is Kind.COUNTRY for m in touching):
            continue
        if any(m.start <= start and end <= m.end and _is_whole(m, kinds) for m in touching):
            continue
        kind = kinds[match.group()].most_common(1)[0][0]
        kept = [m for m in kept if m not in touching]
        kept.append(Found(start, end, match.group(), kind, FoundBy.REPETITION))
    return sorted(kept, key=lambda m: m.start)


def _is_whole(mention: Found, kinds: dict[str, Counter[Kind]]) -> bool:
    """Return whether a longer name may well be right: a person's, or one that stands elsewhere."""
    return mention.kind is Kind.PERSON or mention.kind in kinds.get(mention.surface, ())
