"""Read the articles that were written for training, in `articles/`.

A mention stands in brackets with the letter of its kind, `[Ana Ruiz|p]`; a bracket or backslash of
the text itself has a backslash before it. Blank lines part paragraphs.
Run as `python packaging/model/written.py [FILE ...]` to check files and see what looks forgotten.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from corpus import Passage

KINDS = {
    "p": "PER",
    "c": "LOC",
    "l": "LOC",
    "o": "ORG",
    "m": "MISC",
    "d": "",
    "g": "ORG",
}
"""Person, country, place, organization, anything else with a name, demonym, and a government.

Demonyms are no names to a model; "Gobierno" is, as in AnCora.
"""

ARTICLES = Path(__file__).parent / "articles"
_MARK = re.compile(
    r"\\(?P<plain>[\[\]\\])|\[(?P<name>[^\[\]|\\\n]+)\|(?P<kind>\w)\]|(?P<stray>[\[\]\\])"
)
_CAPITAL = re.compile(r"(?<![.!?…:»”—\n] )(?<=[\w,;)] )[A-ZÁÉÍÓÚÑ]\w+(?: [A-ZÁÉÍÓÚÑ]\w+)*")


def parse(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a paragraph's text, and start, end and letter of kind of its mentions.

    :raises ValueError: where a mark is malformed.
    """
    text = ""
    spans: list[tuple[int, int, str]] = []
    last = 0
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        last = mark.end()
        if mark["stray"] is not None or (mark["kind"] and mark["kind"] not in KINDS):
            raise ValueError(line[max(0, mark.start() - 20) : mark.end() + 20])
        if mark["kind"]:
            if mark["name"] != mark["name"].strip():
                raise ValueError(mark.group())
            spans.append((len(text), len(text) + len(mark["name"]), mark["kind"]))
        text += mark["plain"] or mark["name"]
    return text + line[last:], spans


def read_articles(folder: Path = ARTICLES) -> list[list[Passage]]:
    """Return the paragraphs of each article, in the order of the files' names."""
    return [
        [
            Passage(text, [(a, b, KINDS[k]) for a, b, k in spans if KINDS[k]])
            for text, spans in map(parse, file.read_text(encoding="utf-8").splitlines())
            if text.strip()
        ]
        for file in sorted(folder.glob("*/*.txt"))
    ]


def check(files: Iterable[Path]) -> bool:
    """Print what is malformed, and names that look forgotten; return whether all is well."""
    right = True
    words = 0
    counts: Counter[str] = Counter()
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            try:
                text, spans = parse(line)
            except ValueError as error:
                print(f"{file.name}:{number}: malformed mark: {error}")
                right = False
                continue
            words += len(text.split())
            counts.update(kind for _, _, kind in spans)
            if text.isupper():
                continue
            for match in _CAPITAL.finditer(text):
                if not any(a < match.end() and b > match.start() for a, b, _ in spans):
                    print(f"{file.name}:{number}: unmarked: {match.group()}")
    print(f"{words} words;", ", ".join(f"{k} {n}" for k, n in sorted(counts.items())))
    return right


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:]] or sorted(ARTICLES.glob("*/*.txt"))
    sys.exit(0 if check(given) else 1)
