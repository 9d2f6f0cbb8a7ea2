"""Read the AnCora and CoNLL-2002 named-entity files as running text with spans."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LABELS = ("PER", "ORG", "LOC", "MISC")
Span = tuple[int, int, str]
Sentence = list[tuple[str, str]]

_NO_SPACE_BEFORE = set(",.;:?!)%»”’") | {"..."}
_NO_SPACE_AFTER = set("(¿¡«“‘")
# A foreign opening quote is never closed by the same sign, so only these three alternate.
_PAIRED = {'"', "'", "-"}


class Passage(NamedTuple):
    """Hold a text and its entity spans (half-open code-point offsets)."""

    text: str
    spans: list[Span]


def read_tsv(path: Path) -> list[Sentence]:
    """Read one token and IOB tag a line, sentences parted by blank lines."""
    sentences: list[Sentence] = []
    current: Sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line:
            word, _, tag = line.partition("\t")
            current.append((word, tag))
        elif current:
            sentences.append(current)
            current = []
    if current:
        sentences.append(current)
    return sentences


def read_jsonl(path: Path) -> Iterator[Passage]:
    """Yield the non-empty lines of each document as passages of their own."""
    for row in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(row)
        start = 0
        for line in record["text"].split("\n"):
            end = start + len(line)
            spans = [
                (a - start, b - start, lab) for a, b, lab in record["ents"] if start <= a < end
            ]
            if line.strip():
                yield Passage(line, spans)
            start = end + 1


def _gaps(words: list[str]) -> list[bool]:
    """Return for each word whether a space stands before it in running text."""
    gaps: list[bool] = []
    is_open = dict.fromkeys(_PAIRED, False)
    glue_next = True
    for position, word in enumerate(words):
        gap = not glue_next and word not in _NO_SPACE_BEFORE
        glue_next = word in _NO_SPACE_AFTER
        if word in _PAIRED:
            # A dash with no partner later in the sentence is a break, not a parenthesis.
            alone = not is_open[word] and word not in words[position + 1 :]
            if is_open[word]:
                gap = False
            glue_next = not is_open[word] and not (alone and word == "-" and position > 0)
            is_open[word] = not is_open[word] and not alone
        elif word == "/":
            gap, glue_next = False, True
        gaps.append(gap)
    return gaps


def to_passage(sentence: Sentence) -> Passage:
    """Join tokens into running text and turn IOB tags into spans of the four labels."""
    words = [word for word, _ in sentence]
    text = ""
    spans: list[Span] = []
    open_span: tuple[int, str] | None = None
    last_end = 0
    for (word, tag), gap in zip(sentence, _gaps(words), strict=True):
        start = len(text) + (1 if gap else 0)
        prefix, _, label = tag.partition("-")
        if open_span and (prefix != "I" or label != open_span[1]):
            spans.append((open_span[0], last_end, open_span[1]))
            open_span = None
        if prefix in ("B", "I") and label in LABELS and open_span is None:
            open_span = (start, label)
        text += (" " if gap else "") + word
        last_end = len(text)
    if open_span:
        spans.append((open_span[0], last_end, open_span[1]))
    return Passage(text, spans)


def join(parts: list[Passage], separator: str = " ") -> Passage:
    """Join passages into one paragraph, moving their spans along."""
    text = ""
    spans: list[Span] = []
    for part in parts:
        if text:
            text += separator
        spans.extend((a + len(text), b + len(text), label) for a, b, label in part.spans)
        text += part.text
    return Passage(text, spans)


def paragraphs(passages: list[Passage], rng: random.Random, most: int = 6) -> list[Passage]:
    """Join shuffled passages into paragraphs of one to `most` sentences."""
    order = passages[:]
    rng.shuffle(order)
    joined: list[Passage] = []
    while order:
        size = rng.choice((1, 1, 2, 3, 4, most))
        joined.append(join(order[:size]))
        del order[:size]
    return joined
