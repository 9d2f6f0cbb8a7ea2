"""Vary the training news: other names, other typography, datelines and written-out patterns."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

from corpus import Passage, Span, join
from names import Names, countries
from score import is_geopolitical

_TEMPLATES = Path(__file__).parent / "lists" / "templates.txt"
_PERSON_TITLES = frozenset(
    "Don Doña Rey Reina Príncipe Papa San Santa Virgen Dios Señor Sor Fray".split()
)
_SLOT = re.compile(r"\[\[(?P<fixed>.+?)\|(?P<label>\w+)\]\]|\{(?P<slot>\w+)\}")
_LABELS = {"P": "PER", "S": "PER", "C": "LOC", "T": "LOC", "R": "LOC"}
_LABELS |= dict.fromkeys("OmfABKW", "ORG") | dict.fromkeys(("Zm", "Zf", "V"), "MISC")


@cache
def _patterns() -> dict[str, list[str]]:
    """Return template sentences by section."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _TEMPLATES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return sections


def rebuild(text: str, spans: list[Span], names: list[str]) -> Passage:
    """Put `names` in place of the spans and move the offsets along."""
    out = ""
    moved: list[Span] = []
    last = 0
    for (start, end, label), name in zip(spans, names, strict=True):
        out += text[last:start]
        moved.append((len(out), len(out) + len(name), label))
        out += name
        last = end
    return Passage(out + text[last:], moved)


def rejoin(letters: list[str], spans: list[Span]) -> Passage:
    """Return a text of letters each of which may have gone or doubled, its spans moved along."""
    offsets = [0]
    for letter in letters:
        offsets.append(offsets[-1] + len(letter))
    moved = [(offsets[a], offsets[b], label) for a, b, label in spans]
    return Passage("".join(letters), [span for span in moved if span[0] < span[1]])


class Augmenter:
    """Vary passages with one seeded generator."""

    def __init__(self, passages: list[Passage], rng: random.Random) -> None:
        """Count the training names, because frequent ones such as «Gobierno» must stay."""
        self.rng = rng
        self.names = Names(rng)
        self.counts = Counter(p.text[a:b] for p in passages for a, b, _ in p.spans)
        self.countries = set(countries()[0])

    def __call__(self, passage: Passage) -> Passage:
        """Return a passage with some names replaced."""
        spans = sorted(passage.spans)
        replaced = [
            self.replacement(passage.text, span) if self.rng.random() < 0.7 else None
            for span in spans
        ]
        texts = [new or passage.text[a:b] for (a, b, _), new in zip(spans, replaced, strict=True)]
        return rebuild(passage.text, spans, texts)

    def rename_ships(self, passage: Passage) -> Passage:
        """Return a passage where ships and papers named after places have other names, mostly.

        They would teach that the place is never a place.
        """
        spans = sorted(passage.spans)
        names = [passage.text[a:b] for a, b, _ in spans]
        for number, (old, span) in enumerate(zip(names, spans, strict=True)):
            if span[2] == "MISC" and is_geopolitical(old) and self.rng.random() < 0.85:
                names[number] = self.names.brand()
        return rebuild(passage.text, spans, names)

    def cut(self, passage: Passage) -> Passage:
        """Return the passage from a later word on, so that other words start sentences."""
        text, spans = passage
        if self.rng.random() < 0.4 and spans:
            start = self.rng.choice(spans)[0]
        else:
            starts = [m.start() for m in re.finditer(r"(?<= )[a-záéíóúñ]{2,}", text)]
            starts = [s for s in starts if not any(a <= s < b for a, b, _ in spans)]
            start = self.rng.choice(starts or [0])
        tail = text[start:]
        if len(tail) < 30 or text[:start].count('"') % 2:
            return passage
        kept = [(a - start, b - start, label) for a, b, label in spans if a >= start]
        return Passage(tail[0].upper() + tail[1:], kept)

    def replacement(self, text: str, span: Span) -> str | None:
        """Return another name of the same kind, or nothing where none fits."""
        old = text[span[0] : span[1]]
        if span[2] == "PER":
            new = self.other_person(old)
        elif span[2] == "MISC" or (span[2] == "LOC" and not is_geopolitical(old)):
            new = None
        elif is_geopolitical(old):
            new = self.names.country() if old in self.countries else self.other_place()
        else:
            new = self.other_organisation(old, text[: span[0]].rstrip().rpartition(" ")[2])
        return new.upper() if new and old.isupper() and len(old) > 5 else new

    def other_place(self) -> str:
        """Return a city, or at times a province."""
        return self.names.city() if self.rng.random() < 0.8 else self.names.region()

    def other_person(self, old: str) -> str | None:
        """Return a person of about the same length, unless the name is a title or a nickname."""
        parts = old.split()
        if set(parts) & _PERSON_TITLES or not old[0].isupper() or '"' in old:
            return None
        if len(parts) > 1:
            return self.names.person()
        return (
            self.names.given()
            if self.rng.random() < 0.15
            else self.names.press(self.names.surname())
        )

    def other_organisation(self, old: str, before: str) -> str | None:
        """Return an organisation that agrees with the article before it."""
        if self.counts[old] > 8 and not old.isupper():
            return None
        before = before.strip('"«“(').lower()
        draw = self.rng.random()
        if old.isupper() and len(old) < 7:
            return self.names.acronym() if draw < 0.7 else self.names.company()
        if before in ("la", "el", "del", "al"):
            if " " not in old and draw < 0.6:
                return self.names.brand() if draw < 0.3 else self.names.surname()
            if before != "la" and draw < 0.35:
                return self.names.club()
            return self.names.institution("f" if before == "la" else "m")
        return self.names.company() if draw < 0.8 else self.names.organisation()

    def fill(self, pattern: str) -> Passage:
        """Fill a pattern's slots with names and words."""
        pieces: list[Passage] = []
        last = 0
        for match in _SLOT.finditer(pattern):
            pieces.append(Passage(pattern[last : match.start()], []))
            if match["slot"]:
                pieces.append(self.slot(match["slot"]))
            else:
                fixed = self.fill(match["fixed"]).text
                pieces.append(Passage(fixed, [(0, len(fixed), match["label"])]))
            last = match.end()
        pieces.append(Passage(pattern[last:], []))
        whole = join(pieces, "")
        return Passage(whole.text[:1].upper() + whole.text[1:], whole.spans)

    def slot(self, name: str) -> Passage:
        """Return the text of one slot, with its span where it is an entity."""
        if name == "J":
            full = self.names.institution("f")
            short = self.names.acronym(full)
            start, end = len(full) + 2, len(full) + 2 + len(short)
            return Passage(f"{full} ({short})", [(0, len(full), "ORG"), (start, end, "ORG")])
        if name in _LABELS:
            text = self.name(name)
            return Passage(text, [(0, len(text), _LABELS[name])])
        return Passage(self.word(name), [])

    def name(self, slot: str) -> str:
        """Return a name for a slot that is one entity."""
        draw = self.names
        if slot in "mf":
            return draw.institution(slot)
        if slot in ("Zm", "Zf"):
            return draw.event(slot[1])
        makers = {
            "P": draw.person,
            "S": draw.surname,
            "C": draw.country,
            "T": draw.city,
            "R": draw.region,
            "O": draw.organisation,
            "A": draw.acronym,
            "B": draw.company,
            "K": draw.club,
            "W": draw.portfolio,
            "V": draw.title,
        }
        return makers[slot]()

    def word(self, name: str) -> str:
        """Return the words of a slot that is no entity."""
        sections = {"role": "roles", "dem": "demonyms m", "dgf": "demonyms f", "verb": "verbs",
                    "claim": "claims", "event": "events", "noun": "nouns",
                    "motto": "mottos"}  # fmt: skip
        if name == "who":
            role = self.names.pick("roles")
            return f"{role} {self.word('dem' if role.startswith('el ') else 'dgf')}"
        if name in ("dep", "dfp"):
            one = self.word("dem" if name == "dep" else "dgf")
            return one + ("s" if one[-1] in "aeo" else "es")
        return self.names.pick(sections[name])

    def sentence(self) -> Passage:
        """Return one written sentence, half of them after an opening phrase."""
        section = self.rng.choices(
            ("politics", "bodies", "business", "sports", "headlines", "plain"), (8, 5, 4, 4, 2, 4)
        )[0]
        sentence = self.fill(self.rng.choice(_patterns()[section]))
        if section in ("politics", "bodies", "business") and self.rng.random() < 0.4:
            return self.after_opener(sentence)
        return sentence

    def after_opener(self, sentence: Passage) -> Passage:
        """Put an opening phrase before a sentence."""
        opener = Passage(self.names.pick("openers"), [])
        first = sentence.text.split(" ", 1)[0]
        starts_with_name = any(span[0] == 0 for span in sentence.spans)
        if not starts_with_name and first.istitle():
            sentence = Passage(sentence.text[0].lower() + sentence.text[1:], sentence.spans)
        return join([opener, sentence])

    def dateline(self) -> Passage:
        """Return the place, day and agency that open a wire story."""
        draw = self.rng.random()
        city, agency = self.names.city(), self.names.pick("agencies")
        pieces = [
            Passage(city.upper() if self.rng.random() < 0.2 else city, [(0, len(city), "LOC")])
        ]
        if draw < 0.35:
            place = self.names.country() if draw < 0.2 else self.other_place()
            pieces += [
                Passage(" (", []),
                Passage(place, [(0, len(place), "LOC")]),
                Passage(")", []),
            ]
        month = self.names.pick("months")
        day = f"{self.rng.randint(1, 31)} {self.rng.choice(('', '', '', 'de '))}{month}"
        if self.rng.random() < 0.85:
            pieces.append(Passage(f", {day} ", []))
        else:
            pieces.append(Passage(self.rng.choice((" ", ". ", " - ")), []))
        agency_part = Passage(agency, [(0, len(agency), "ORG")])
        pieces += [Passage("(", []), agency_part, Passage(")", [])]
        pieces.append(Passage(self.rng.choice((".-", ".", ".", " -", ".–", " —", ". ", ".- ")), []))
        return join(pieces, "")

    def header(self) -> Passage:
        """Return a wire story's head: headline in capitals, byline, dateline."""
        section = self.rng.choice(("headlines", "headlines", "politics", "bodies", "business"))
        headline = self.fill(self.rng.choice(_patterns()[section]).rstrip("."))
        parts = [self.upper(headline)] if self.rng.random() < 0.7 else []
        if self.rng.random() < 0.25:
            parts.append(self.fill("Por {P}"))
        parts.append(self.dateline())
        return join(parts)

    @staticmethod
    def upper(passage: Passage) -> Passage:
        """Return a passage in capitals of the same length."""
        text = "".join(c.upper() if len(c.upper()) == 1 else c for c in passage.text)
        return Passage(text, passage.spans)

    def typography(self, passage: Passage) -> Passage:
        """Return a passage with other quotes, dashes, accents or letter case, at times."""
        text = passage.text
        draw = self.rng.random()
        if '"' in text and draw < 0.45:
            marks = iter(self.rng.choice(("“”", "«»")) * (text.count('"') // 2 + 1))
            text = "".join(next(marks) if c == '"' else c for c in text)
        if self.rng.random() < 0.3:
            dash = self.rng.choice("–—")
            text = re.sub(r"(?<!\w)-|-(?!\w)", dash, text)
        draw = self.rng.random()
        if draw < 0.04:
            text = "".join(unicodedata.normalize("NFD", c)[0] for c in text)
        elif draw < 0.07 and len(text) < 200:
            text = self.upper(passage).text
        elif draw < 0.075:
            text = text.lower() if len(text.lower()) == len(text) else text
        elif draw < 0.1:
            return self.sloppy(Passage(text, passage.spans))
        return Passage(text, passage.spans)

    def sloppy(self, passage: Passage) -> Passage:
        """Return a passage as one types it in a hurry: small letters, few accents, slips."""
        text, rng = passage.text, self.rng
        small = rng.choice((0.1, 0.4, 0.8))
        slips = rng.choice((0.0, 0.01, 0.02))
        accents = rng.random() < 0.3
        letters = list(text)
        for start, end, _ in passage.spans:
            if rng.random() < small and not text[start:end].isupper():
                letters[start:end] = [c.lower()[:1] for c in text[start:end]]
        if rng.random() < small and not any(a == 0 for a, _, _ in passage.spans):
            letters[0] = letters[0].lower()
        if not accents:
            letters = [unicodedata.normalize("NFD", c)[0] if c != "ñ" else c for c in letters]
        for place in range(1, len(letters) - 1):
            if letters[place].isalpha() and letters[place + 1].isalpha() and rng.random() < slips:
                self.slip(letters, place)
        return rejoin(letters, passage.spans)

    def slip(self, letters: list[str], place: int) -> None:
        """Swap, drop or double a letter in place; every element stays the letter that it was."""
        draw = self.rng.random()
        if draw < 0.4:
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        elif draw < 0.75:
            letters[place] = ""
        else:
            letters[place] += letters[place]
