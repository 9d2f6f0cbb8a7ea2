"""Measure the pipeline on the hand-labelled articles of tests/gold.

Run by hand: `python tests/benchmarks/gold.py [tune|score] [--model MODEL]`. For the tuning half it
lists the errors too; for the other only numbers, so that nobody tunes on it.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from reader.formats.from_text import read_text
from reader.recognition.pipeline import Recognizer
from tests.gold.gold import (
    GoldArticle,
    GoldMention,
    Reading,
    Score,
    link_equal_names,
    linking_scores,
    load,
    matches,
    mention_scores,
    open_mentions,
    surface,
)

CONTEXT = 30
"""Code points of text on each side of an error."""


def recognized(recognizer: Recognizer, article: GoldArticle) -> Reading:
    """Return what the pipeline finds in an article."""
    document = read_text(article.text.encode(), source=f"{article.name}.txt")
    if document.text != article.text:
        raise ValueError(f"{article.name}: the text changed on opening")
    found = recognizer.recognize(document).mentions
    return Reading(
        article, tuple(GoldMention(m.start, m.end, str(m.kind), m.entity_id) for m in found)
    )


def report(title: str, readings: list[Reading]) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"{title}: precision, recall, F1 in percent; found, wanted"
    for name, score in mention_scores(readings).items():
        yield _line(name, score)
    for name, demonyms in (("", True), (", names", False)):
        linking = linking_scores(readings, demonyms=demonyms)
        yield _line(f"B³{name}", linking.b_cubed)
        yield _line(f"pairs{name}", linking.pairs)
    left = open_mentions(readings)
    yield f"  open: {left.left_open} left open, {left.guessed} guessed, {left.missed} not found"


def mention_errors(reading: Reading) -> Iterator[str]:
    """Yield a line for each mention that was missed, is spurious or of another kind."""
    article = reading.article
    wanted = {(m.start, m.end): m for m in article.mentions}
    found = {(m.start, m.end): m for m in reading.found}
    for span in sorted(wanted.keys() | found.keys()):
        want, got = wanted.get(span), found.get(span)
        if want and got and want.kind == got.kind:
            continue
        what = f"{want.kind if want else '–'} > {got.kind if got else '–'}"
        yield f"{what:27} {_in_context(article.text, *span)}"


def linking_errors(reading: Reading) -> Iterator[str]:
    """Yield a line for each entity that was split, and for each that took in another's mentions."""
    by_gold: dict[str, set[str]] = defaultdict(set)
    by_found: dict[str, set[str]] = defaultdict(set)
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for gold, entity in matches(reading):
        if not gold.is_open:
            by_gold[gold.entity].add(entity)
            by_found[entity].add(gold.entity)
            names[gold.entity, entity].add(surface(reading.article, gold))
    for gold, entities in by_gold.items():
        if len(entities) > 1:
            parts = (f"{e} ({', '.join(sorted(names[gold, e]))})" for e in sorted(entities))
            yield f"split  {gold}: {'; '.join(parts)}"
    for entity, golds in by_found.items():
        if len(golds) > 1:
            parts = (f"{g} ({', '.join(sorted(names[g, entity]))})" for g in sorted(golds))
            yield f"merged {entity}: {'; '.join(parts)}"


def _line(name: str, score: Score) -> str:
    numbers = " ".join(f"{100 * n:6.1f}" for n in (score.precision, score.recall, score.f1))
    return f"  {name:14} {numbers} {score.found:6} {score.wanted:6}"


def _in_context(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return f"{before}[{text[start:end]}]{after}".replace("\n", "¶")


def main() -> None:
    """Print the scores of a half, and the errors of the tuning half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", nargs="?", choices=("tune", "score"), default="tune")
    parser.add_argument("--model", default="es_reader_news")
    options = parser.parse_args()
    recognizer = Recognizer.from_model(options.model)
    articles = load(options.half)
    readings = [recognized(recognizer, article) for article in articles]
    if options.half == "tune":
        for reading in readings:
            print(f"== {reading.article.name}")
            for line in (*mention_errors(reading), *linking_errors(reading)):
                print(f"  {line}")
    print(
        *report(f"{options.half}, {len(articles)} articles, {recognizer.model}", readings), sep="\n"
    )
    baseline = [link_equal_names(article) for article in articles]
    for name, demonyms in (("", True), (", names", False)):
        linking = linking_scores(baseline, demonyms=demonyms)
        print(f"Equal strings of one kind linked{name}:")
        print(_line("B³", linking.b_cubed), _line("pairs", linking.pairs), sep="\n")


if __name__ == "__main__":
    main()
