"""Measure recognition on labelled data: our pipeline and others, side by side.

Run by hand: `python tests/benchmarks/recognition.py DATA [--model MODEL]…`, where DATA is a folder
with `ancora-dev.tsv` and `conll2002-testa.jsonl`. Every Spanish spaCy pipeline that is installed,
and each MODEL (a name or a folder), is measured as it comes and inside our pipeline; the last row
is what serves unless the user chooses: the built-in model together with `es_core_news_md`, or with
the first MODEL where that isn't installed. The metric is `packaging/model/score.py`'s: strict F1
typed, of the spans alone, and by label. Demonyms are left out.

"common" counts the highlighted common words in 2,000 words: mentions that touch nothing in the
gold, and each of whose words is a function word (of our list or of spaCy's), a verb by its ending,
or a common word that is in lower case or stands in lower case elsewhere in the article. The rules
use two of these lists themselves, so this counts what got past them.

Words a second are of processor time; `taskset -c 0` before the command keeps it to one core.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
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
)
from spacy.lang.es.stop_words import STOP_WORDS

from reader.core.document import Document
from reader.core.mentions import Kind
from reader.recognition.article import is_verb
from reader.recognition.catalogue import AUTOMATIC, State, list_models
from reader.recognition.choice import Models, models_of
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.model import BUILT_IN, find_model, models_folder
from reader.recognition.pipeline import Recognizer, gazetteer_folder, pieces
from reader.recognition.words import WORD, is_function_word
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
    found: list[list[Span]] = []
    for gold in golds:
        document = gold.document
        stretches = [piece for block in document.blocks for piece in pieces(document, block)]
        blocks = recognizer.read(document, stretches)
        found.append(
            [(s.start + b.offset, s.end + b.offset, s.label) for b in blocks for s in b.spans]
        )
    return found


def whole(recognizer: Recognizer, golds: list[Gold]) -> list[list[Span]]:
    """Return what the pipeline finds in each article."""
    results = (recognizer.recognize(gold.document) for gold in golds)
    return [
        [(m.start, m.end, LABELS[m.kind]) for m in r.mentions if m.kind in LABELS] for r in results
    ]


def common_words(gold: Gold, found: list[Span], gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the mentions of an article that are but common words."""
    text = gold.document.text
    lower = {word for word in WORD.findall(text) if word.islower()}

    def is_common(word: str) -> bool:
        low = word.casefold()
        if is_function_word(word) or low in STOP_WORDS or is_verb(word, gazetteer):
            return True
        return gazetteer.is_common_word(low) and (word.islower() or low in lower)

    for start, end, label in found:
        touches = any(a < end and start < b for a, b, _ in gold.spans)
        words = WORD.findall(text[start:end])
        if label in SCORED and not touches and words and all(map(is_common, words)):
            yield text[start:end]


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


class Run(NamedTuple):
    """A row of the table: what is measured, and how it finds spans."""

    title: str
    models: Models
    find: Callable[[Recognizer, list[Gold]], list[list[Span]]]


def runs_of(named: list[str]) -> Iterator[Run]:
    """Yield the rows; those of a model on its own and inside our pipeline follow each other."""
    built_in = models_of(BUILT_IN)
    yield Run(f"{built_in.label} in our pipeline", built_in, whole)
    yield Run(f"{built_in.label} alone", built_in, alone)
    entries = list_models(AUTOMATIC, installed=models_folder())
    others = [e.choice for e in entries if e.folder and not e.error and e.state != State.BUILT_IN]
    infos = {info.folder: info for info in map(find_model, [*named, *others])}
    for info in infos.values():
        yield Run(f"{info.label} as it comes", Models(info), alone)
        yield Run(f"{info.label} in our pipeline", Models(info), whole)
    default = models_of(AUTOMATIC)
    if default.second is None and infos:
        default = Models(built_in.first, next(iter(infos.values())))
    yield Run("default: " + default.label, default, whole)


def measure(run: Run, recognizer: Recognizer, golds: list[Gold]) -> tuple[str, list[list[Span]]]:
    """Return a row of the table, and the spans that were found."""
    started = time.process_time()
    found = run.find(recognizer, golds)
    seconds = time.process_time() - started
    words = sum(len(gold.document.text.split()) for gold in golds)
    passages = [Passage(gold.document.text, gold.spans) for gold in golds]
    result = evaluate(zip(passages, found, strict=True))
    common = sum(
        len(list(common_words(gold, spans, recognizer.gazetteer)))
        for gold, spans in zip(golds, found, strict=True)
    )
    scores = (result.typed, result.span, *(result.by_label[label] for label in SCORED))
    numbers = " ".join(f"{score.f1:6.2f}" for score in scores)
    return f"{numbers} {2000 * common / words:7.2f} {words / seconds:8.0f}  {run.title}", found


def main() -> None:
    """Print a table for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", action="append", default=[], help="may be given several times")
    parser.add_argument("--changes", type=Path, help="write what our pipeline changes here")
    options = parser.parse_args()
    gazetteer = Gazetteer.from_folder(gazetteer_folder())
    runs = list(runs_of(options.model))
    recognizers: dict[str, Recognizer] = {}
    for run in runs:
        if run.models.key not in recognizers:
            recognizers[run.models.key] = Recognizer.from_models(run.models, lambda: gazetteer)
    sets: dict[str, Iterable[Gold]] = {
        "ancora-dev": read_ancora(options.data / "ancora-dev.tsv"),
        "conll2002-testa": read_conll(options.data / "conll2002-testa.jsonl"),
    }
    lines: list[str] = []
    for name, articles in sets.items():
        golds = list(articles)
        print(f"{name}\n typed   span {'    '.join(SCORED):>18}   common  words/s")
        found: list[list[list[Span]]] = []
        for run in runs:
            row, spans = measure(run, recognizers[run.models.key], golds)
            found.append(spans)
            print(row, flush=True)
        changes = list(changes_of(golds, found[1], found[0]))
        print("   our pipeline's changes:", dict(Counter(line[:4] for line in changes)))
        lines += [f"{name} {line}" for line in changes]
    if options.changes:
        options.changes.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
