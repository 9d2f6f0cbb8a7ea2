"""All forms of the words for a state's people and things, from the list of the words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

_HEADING = re.compile(r"(?P<codes>[\w, -]+?)(?: \((?P<name>.+)\))?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word for the people of one or several states, which share `name`; all its forms.

    The first form is the masculine singular. `unsure`: it means something else too.
    """

    codes: tuple[str, ...]
    name: str
    forms: tuple[str, ...]
    unsure: bool


def read(path: Path) -> Iterator[Word]:
    """Yield the words of the list with their forms."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        heading, _, rest = line.partition("|")
        match = _HEADING.fullmatch(heading.strip())
        if match is None:
            raise ValueError(f"{path.name}: {line}")
        codes = tuple(code.strip() for code in match["codes"].split(","))
        for entry in rest.split(";"):
            word, _, written = entry.strip().partition("=")
            lemma = word.rstrip("?")
            forms = tuple(written.split(",")) if written else tuple(inflect(lemma))
            yield Word(codes, match["name"] or "", forms, word.endswith("?"))


def inflect(lemma: str) -> Iterator[str]:
    """Yield the forms of a masculine singular: itself, then feminine and plurals.

    Of two words joined by a hyphen only the second is inflected.
    """
    yield lemma
    stem, last = lemma[:-1], lemma[-1]
    if last == "o":
        yield from (stem + "a", stem + "os", stem + "as")
    elif last in "ns" and _plain(lemma[-2]) != lemma[-2]:
        stem = stem[:-1] + _plain(stem[-1]) + last
        yield from (stem + "a", stem + "es", stem + "as")
    elif last == "l":
        yield from (lemma + "a", lemma + "es", lemma + "as")
    elif last in "íú":
        yield from (lemma + "es", lemma + "s")
    elif last == "r":
        yield lemma + "es"
    else:
        yield lemma + "s"


def table(words: list[Word], common_words: Collection[str]) -> list[str]:
    """Return the table's lines, sorted: form, codes, the name that several states share, marks.

    The marks: "m" for a masculine singular, "?" for a word that means something else too. Forms
    also stand there without accents, as they are typed at times, unless that is another word.
    """
    lines: dict[str, str] = {}
    named: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for word in words:
        for index, form in enumerate(word.forms):
            marks = "m" * (index == 0) + "?" * word.unsure
            for written in dict.fromkeys((form, _plain(form))):
                if written != form and written in common_words:
                    continue
                named[written].add(word.codes)
                fields = (written, ",".join(word.codes), word.name, marks)
                lines.setdefault(written, "\t".join(fields))
    shared = [form for form, codes in named.items() if len(codes) > 1]
    if shared:
        raise ValueError(f"demonyms of two lines: {', '.join(shared)}")
    return [line.rstrip("\t") for _, line in sorted(lines.items())]


def _plain(text: str) -> str:
    """Return a text without its accents; ñ stays ñ, and so does ü."""
    kept = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", re.sub("[\u0301]", "", kept))
