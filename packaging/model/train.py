"""Train the Spanish news named-entity model from AnCora and from text this recipe writes itself.

Run as `python packaging/model/train.py --data DIR --out resources/models/es_reader_news`, where
DIR holds ancora-train.tsv and ancora-dev.tsv, and conll2002-testa.jsonl where it is to be
measured too. The same seed gives the same model on the same machine.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from augment import Augmenter
from card import save_model
from corpus import Passage, join, paragraphs, read_tsv, to_passage
from fast_math import use_numpy_blas
from features import set_word_table
from names import countries
from pipeline import add_ner, set_tokenizer
from score import EXTRA_PLACES, Result, model_spans, read_gold, report, score_pipeline
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import filter_spans
from thinc.api import Adam, Model, Optimizer, fix_random_seed
from written import read_articles

Weights = dict[tuple[int, str], Any]

CHOOSING = ("ancora_dev", "written_articles")
"""The gold sets that choose epochs and weights."""


@dataclass
class Settings:
    """Hold what was chosen on the AnCora development set."""

    seed: int = 1
    # One entry a training cycle: epochs, and the learning rate it starts from.
    cycles: tuple[tuple[int, float], ...] = ((10, 0.001), (3, 0.0004), (3, 0.0004))
    # Last epochs of each cycle whose weights stand for choice and for averaging.
    kept: int = 2
    # Share of a cycle at its full learning rate, before it falls in a line to a hundredth.
    constant: float = 0.3
    dropout: float = 0.25
    # Shares of sentences that get other names, or are cut, and of written sentences on top.
    replace: float = 0.3
    cut: float = 0.15
    written: float = 0.15
    # Share of the name lists in the word table. With all of them AnCora dev lost 0.2.
    lists: float = 0.7
    # Of the written articles each so-many-th is kept from training and chooses weights.
    held_out: int = 12


def states_as_places(passage: Passage) -> Passage:
    """Return a passage where states are always places, whatever their part in the sentence."""
    states = {*countries()[0], *EXTRA_PLACES}
    spans = [
        (a, b, "LOC" if label == "ORG" and passage.text[a:b] in states else label)
        for a, b, label in passage.spans
    ]
    return Passage(passage.text, spans)


def to_example(nlp: Language, passage: Passage) -> Example:
    """Return a training example, without spans that no token boundary fits."""
    gold = nlp.make_doc(passage.text)
    ents = [gold.char_span(a, b, label) for a, b, label in passage.spans]
    gold.ents = filter_spans([e for e in ents if e is not None])
    spaces = [bool(token.whitespace_) for token in gold]
    return Example(Doc(nlp.vocab, words=[t.text for t in gold], spaces=spaces), gold)


def batches(examples: list[Example], words: int) -> Iterator[list[Example]]:
    """Yield batches of at least `words` tokens, the last one smaller."""
    batch: list[Example] = []
    size = 0
    for example in examples:
        batch.append(example)
        size += len(example.predicted)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def weights(model: Model) -> Weights:
    """Return a copy of all weights by layer number and name."""
    layers = enumerate(model.walk())
    return {(n, k): layer.get_param(k).copy() for n, layer in layers for k in layer.param_names}


def set_weights(model: Model, values: Weights) -> None:
    """Put weights back where `weights` took them."""
    for number, layer in enumerate(model.walk()):
        for name in layer.param_names:
            layer.set_param(name, values[number, name])


def quality(results: dict[str, Result]) -> float:
    """Return what weights are chosen by: the mean of the sets' strict F1, in percent."""
    return sum(result.typed.f1 for result in results.values()) / len(results)


def mean(sets: list[Weights]) -> Weights:
    """Return the mean of several sets of weights, which descend from one start."""
    return {key: np.mean([s[key] for s in sets], axis=0) for key in sets[0]}


class Trainer:
    """Train one pipeline and keep its best averaged weights."""

    def __init__(self, data: Path, settings: Settings) -> None:
        """Read the data and build the blank pipeline."""
        fix_random_seed(settings.seed)
        self.settings = settings
        self.rng = random.Random(settings.seed)  # noqa: S311
        sentences = read_tsv(data / "ancora-train.tsv")
        self.passages = [states_as_places(to_passage(s)) for s in sentences]
        self.augmenter = Augmenter(self.passages, self.rng)
        articles = read_articles()
        held_out = articles[:: settings.held_out]
        self.articles = [a for n, a in enumerate(articles) if n % settings.held_out]
        self.gold = {"ancora_dev": read_gold(data / "ancora-dev.tsv")}
        self.gold["written_articles"] = [p for article in held_out for p in article]
        if (data / "conll2002-testa.jsonl").exists():
            self.gold["conll2002_testa"] = read_gold(data / "conll2002-testa.jsonl")
        self.nlp = spacy.blank("es")
        set_tokenizer(self.nlp)
        set_word_table(self.nlp, settings.lists, random.Random(settings.seed))  # noqa: S311
        self.ner = add_ner(self.nlp)
        known = [*self.passages, *(p for article in self.articles for p in article)]
        self.nlp.initialize(lambda: [to_example(self.nlp, p) for p in known])
        self.candidates: list[tuple[float, Weights]] = []

    def epoch_passages(self) -> list[Passage]:
        """Return one epoch's paragraphs: the news, varied anew, and written sentences."""
        chosen, varied, rng = self.settings, self.augmenter, self.rng
        passages: list[Passage] = []
        for passage in self.passages:
            part = varied.rename_ships(passage)
            part = varied.cut(part) if rng.random() < chosen.cut else part
            part = varied(part) if rng.random() < chosen.replace else part
            passages.append(varied.typography(part))
        count = int(chosen.written * len(self.passages))
        passages += [varied.typography(varied.sentence()) for _ in range(count)]
        passages += [varied.dateline() for _ in range(count // 6)]
        passages += [varied.header() for _ in range(count // 6)]
        joined = [*paragraphs(passages, rng), *self.article_paragraphs()]
        rng.shuffle(joined)
        return joined

    def article_paragraphs(self) -> list[Passage]:
        """Return the written articles' paragraphs, some of them varied, some joined to the next."""
        chosen, varied, rng = self.settings, self.augmenter, self.rng
        stretches: list[Passage] = []
        for article in self.articles:
            open_end = False
            for passage in article:
                part = varied(passage) if rng.random() < chosen.replace else passage
                part = varied.typography(part)
                if open_end:
                    part = join([stretches.pop(), part])
                stretches.append(part)
                open_end = rng.random() < 0.25
        return stretches

    def run(self) -> None:
        """Train all cycles."""
        started = time.perf_counter()
        for epochs, rate in self.settings.cycles:
            optimizer = Adam(rate, L2=0.01, grad_clip=1.0, use_averages=True)
            for epoch in range(epochs):
                loss = self.run_epoch(optimizer, epoch, epochs, rate)
                with self.nlp.use_params(optimizer.averages):
                    results = self.measure_choice()
                    if epoch >= epochs - self.settings.kept:
                        self.candidates.append((quality(results), weights(self.ner.model)))
                minutes = (time.perf_counter() - started) / 60
                print(f"{minutes:.1f} min, loss {loss:.0f}", flush=True)
                for name, result in results.items():
                    print(report(name, result), flush=True)

    def run_epoch(self, optimizer: Optimizer, epoch: int, epochs: int, rate: float) -> float:
        """Train one epoch and return its loss."""
        examples = [to_example(self.nlp, p) for p in self.epoch_passages()]
        losses: dict[str, float] = {}
        parts = list(batches(examples, min(1000, 300 + 150 * epoch)))
        hold = self.settings.constant
        for number, batch in enumerate(parts):
            done = (epoch + number / len(parts)) / epochs
            optimizer.learn_rate = rate * min(1.0, max(0.01, (1 - done) / (1 - hold)))
            self.nlp.update(batch, sgd=optimizer, drop=self.settings.dropout, losses=losses)
        return losses["ner"]

    def measure(self, name: str) -> Result:
        """Score the pipeline as it stands on one gold set."""
        return score_pipeline(model_spans(self.nlp), self.gold[name])

    def measure_choice(self) -> dict[str, Result]:
        """Score the pipeline on the sets that may choose its weights."""
        return {name: self.measure(name) for name in CHOOSING}

    def choose(self) -> None:
        """Set the candidate weights, or a mean of the best ones, that do best on the news."""
        ranked = sorted(self.candidates, key=lambda pair: -pair[0])
        options = [mean([w for _, w in ranked[:size]]) for size in range(1, len(ranked) + 1)]
        tried: list[float] = []
        for number, option in enumerate(options, 1):
            set_weights(self.ner.model, option)
            tried.append(quality(self.measure_choice()))
            print(f"mean of {number}: {tried[-1]:.2f}")
        set_weights(self.ner.model, options[tried.index(max(tried))])

    def finish(self, out: Path) -> None:
        """Put the best weights in place, measure, and save."""
        self.choose()
        results = {name: self.measure(name) for name in self.gold}
        for name, result in results.items():
            print(report(name, result))
        save_model(self.nlp, out, results)


def main() -> None:
    """Train, measure and save the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled files")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--seed", type=int, default=Settings.seed)
    options = parser.parse_args()
    use_numpy_blas()
    trainer = Trainer(options.data, Settings(seed=options.seed))
    trainer.run()
    trainer.finish(options.out)


if __name__ == "__main__":
    main()
