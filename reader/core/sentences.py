"""Where the sentences of a paragraph begin and end, by its punctuation."""

import re

# What ends a sentence, with the quotes and brackets that close behind it, before white space and
# something that a sentence begins with: no small letter.
_END = re.compile(r"[.!?…]+[\"”’»)\]]*\s+(?=[^\W\da-zà-öø-ÿ]|[¿¡\"“‘«(\[—–\d])")
# Spanish and English ones that a name or a number follows.
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:[^\W\d_]|sra?|sres|dra?|dña|prof|lic|ing|gral|cnel|tte|arts?|núm|no|vol|págs?|cap|"
    r"av|avda|st|ee|uu|ff|aa|rr|hh|jr|mr|mrs|ms|gen|col|lt|rev|hon|vs|aprox|etc|cía|mons|fr)\.$",
    re.IGNORECASE,
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences of `text[start:end]`, a paragraph, as half-open spans in code points.

    They are without the white space around them. An abbreviation before a name (“Sr. Pérez”,
    “EE. UU.”, “J. Kim”) ends none; where it ends one all the same, two sentences stay one.
    """
    end = len(text) if end is None else end
    cuts = [start]
    for match in _END.finditer(text, start, end):
        point = match.group().rstrip()
        before = text[max(start, match.start() - 8) : match.start() + 1]
        if point != "." or not _ABBREVIATION.search(before):
            cuts.append(match.end())
    spans = []
    for first, last in zip(cuts, [*cuts[1:], end], strict=True):
        piece = text[first:last]
        words = piece.strip()
        if words:
            begin = first + piece.index(words)
            spans.append((begin, begin + len(words)))
    return spans


def sentence_at(text: str, offset: int, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """Return the sentence of a paragraph that holds `offset`; the one before, in a gap.

    An empty span at `offset` where there is none.
    """
    found = (offset, offset)
    for sentence in sentences(text, start, end):
        if sentence[0] > offset and found[0] != found[1]:
            break
        found = sentence
        if offset < sentence[1]:
            break
    return found
