"""Measure recognition: the model alone against the whole pipeline, on labelled data.

Run by hand: `python tests/benchmarks/recognition.py DATA [--model MODEL]`, where DATA is a folder
with `ancora-dev.tsv` and `conll2002-testa.jsonl`. The metric is `packaging/model/score.py`'s.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[2] / "packaging" / "model"))
from corpus import (  # pyright: ignore[reportMissingImports]
    Passage,
    Span,
    read_tsv,
    to_passage,
)
from score import (  # pyright: ignore[reportMissingImports]
    SCORED,
    evaluate,
    is_geopolitical,
    model_spans,
    report,
)

from reader.core.document import Document
from reader.core.mentions import Kind
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.model import find_model, load
from reader.recognition.pipeline import Recognizer, built_in_model, gazetteer_folder
from tests.lines import document_of_lines

LABELS = {Kind.PERSON: "PER", Kind.COUNTRY: "LOC", Kind.PLACE: "LOC", Kind.ORGANIZATION: "ORG"}
SENTENCES_PER_ARTICLE = 20
"""AnCora's file has no article borders; so many sentences in a row stand for an article."""


class Gold(NamedTuple):
    """An article and its labelled spans, half-open code points into its text."""

    document: Document
    spans: list[Span]


def read_ancora(path: Path) -> Iterator[Gold]:
    """Yield runs of sentences as articles."""
    passages = [to_passage(sentence) for sentence in read_tsv(path)]
    for first in range(0, len(passages), SENTENCES_PER_ARTICLE):
        text, spans = "", []
        for passage in passages[first : first + SENTENCES_PER_ARTICLE]:
            spans += [(a + len(text), b + len(text), label) for a, b, label in passage.spans]
            text += passage.text + "\n"
        yield Gold(document_of_lines(text), spans)


def read_conll(path: Path) -> Iterator[Gold]:
    """Yield the labelled articles of a JSON-lines file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        spans = [(a, b, label) for a, b, label in record["ents"]]
        yield Gold(document_of_lines(record["text"]), spans)


def alone(recognizer: Recognizer, golds: list[Gold]) -> list[list[Span]]:
    """Return what the model finds by itself, block by block."""
    find = model_spans(recognizer.nlp)
    blocks = [(n, b) for n, gold in enumerate(golds) for b in gold.document.blocks]
    texts = [golds[n].document.block_text(b) for n, b in blocks]
    found: list[list[Span]] = [[] for _ in golds]
    for (number, block), spans in zip(blocks, find(texts), strict=True):
        found[number] += [(a + block.start, b + block.start, label) for a, b, label in spans]
    return found


def whole(recognizer: Recognizer, golds: list[Gold]) -> list[list[Span]]:
    """Return what the pipeline finds in each article."""
    results = (recognizer.recognize(gold.document) for gold in golds)
    return [[(m.start, m.end, LABELS[m.kind]) for m in r.mentions] for r in results]


def changes_of(
    golds: list[Gold], before: list[list[Span]], after: list[list[Span]]
) -> Iterator[str]:
    """Yield a line for each span that the pipeline changed, with whether that was right."""
    for gold, alone_spans, whole_spans in zip(golds, before, after, strict=True):
        text = gold.document.text
        right = _labels(gold.spans)
        one, two = _labels(alone_spans), _labels(whole_spans)
        for span in sorted({*right, *one, *two}):
            name = text[span[0] : span[1]]
            wanted, had, has = (_merge(s.get(span), name) for s in (right, one, two))
            if had == has and had == wanted:
                continue
            word = "same" if had == has else "good" if has == wanted else "BAD "
            if had != has and wanted not in (had, has):
                word = "both"
            around = text[max(0, span[0] - 40) : span[1] + 25].replace("\n", "¶")
            yield f"{word} {had}>{has} ({wanted}) [{name}] … {around}"


def _labels(spans: list[Span]) -> dict[tuple[int, int], str]:
    return {(a, b): label for a, b, label in spans if label in SCORED}


def _merge(label: str | None, name: str) -> str:
    """Return a label as the metric counts it: one for places and organisations of one name."""
    return "GEO" if label in ("LOC", "ORG") and is_geopolitical(name) else label or "-"


def main() -> None:
    """Print both scores for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model")
    parser.add_argument("--changes", type=Path, help="write what the pipeline changes here")
    options = parser.parse_args()
    info = find_model(options.model or str(built_in_model()))
    gazetteer = Gazetteer.from_folder(gazetteer_folder())
    recognizer = Recognizer(load(info), gazetteer, model=info.label)
    sets: dict[str, Iterable[Gold]] = {
        "ancora-dev": read_ancora(options.data / "ancora-dev.tsv"),
        "conll2002-testa": read_conll(options.data / "conll2002-testa.jsonl"),
    }
    lines: list[str] = []
    for name, articles in sets.items():
        golds = list(articles)
        words = sum(len(gold.document.text.split()) for gold in golds)
        passages = [Passage(gold.document.text, gold.spans) for gold in golds]
        found: list[list[list[Span]]] = []
        for title, run in (("model alone", alone), ("pipeline", whole)):
            started = time.perf_counter()
            found.append(run(recognizer, golds))
            speed = words / (time.perf_counter() - started)
            result = evaluate(zip(passages, found[-1], strict=True))
            print(f"{report(f'{name}, {title}', result)} {speed:.0f} words/s", flush=True)
        changes = list(changes_of(golds, *found))
        print("   changes:", dict(Counter(line[:4] for line in changes)))
        lines += [f"{name} {line}" for line in changes]
    if options.changes:
        options.changes.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
