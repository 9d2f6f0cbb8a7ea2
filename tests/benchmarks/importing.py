"""Measure an import against recognition alone, on the same articles.

`python tests/benchmarks/importing.py [--articles N] [--words N] [--html]`

The articles are put together from the sentences of the samples, the same for the same seed, each a
file of its own; with `--html` a web page with the usual clutter. Recognition alone is the model in
this process, on articles that are in memory already, nothing kept. The import reads the files,
keeps the articles in a new library and finds the names in them, until all is on the disk; the time
in which the model is loaded counts in neither. The order is alone, import, alone: the mean of the
first and the last makes up for a machine that gets slower or faster meanwhile. Printed are articles
and words a second, and the speed of the import in that of recognition alone (at least 0.8 is asked
for).
"""

import argparse
import html
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader import paths
from reader.core.document import Document
from reader.formats.isolation import IsolatedReader
from reader.formats.opening import open_document
from reader.importing.engine import Importer
from reader.recognition.choice import models_of
from reader.recognition.pipeline import Recognizer
from reader.recognition.readers import Readers
from reader.store.library import Library

SAMPLES = ("rusia-corea-del-norte.txt", "muestra.txt")
ASKED_FOR = 0.8


def articles(count: int, words: int, seed: int = 1) -> list[list[str]]:
    """Return so many articles of about so many words, as paragraphs; no two are the same."""
    sentences: list[str] = []
    for name in SAMPLES:
        document = open_document(paths.seeds() / name)
        for block in document.blocks:
            sentences += [s + "." for s in document.block_text(block).split(". ") if len(s) > 60]
    chance = random.Random(seed)
    made: list[list[str]] = []
    for number in range(count):
        paragraphs, written = [f"Crónica número {number} de la serie"], 0
        while written < words:
            paragraph = " ".join(chance.choices(sentences, k=3))
            paragraphs.append(paragraph)
            written += len(paragraph.split())
        made.append(paragraphs)
    return made


def write(folder: Path, made: list[list[str]], *, as_pages: bool) -> None:
    """Write each article as a file of its own."""
    for number, paragraphs in enumerate(made):
        if as_pages:
            text = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs[1:])
            menu = "".join(f"<li><a href='/{n}'>Sección {n}</a></li>" for n in range(40))
            page = (
                f"<!doctype html><html lang=es><head><title>{paragraphs[0]}</title></head><body>"
                f"<nav><ul>{menu}</ul></nav><article><h1>{paragraphs[0]}</h1>{text}</article>"
                f"<footer><ul>{menu}</ul></footer></body></html>"
            )
            (folder / f"{number:05}.html").write_text(page, "utf-8")
        else:
            (folder / f"{number:05}.txt").write_text("\n\n".join(paragraphs), "utf-8")


def recognize_alone(recognizer: Recognizer, documents: list[Document]) -> float:
    """Return how many seconds recognition takes by itself."""
    readers = Readers(recognizer, tell=print)
    started = time.perf_counter()
    for document in documents:
        readers.reader_of(document).recognizer.recognize(document)
    return time.perf_counter() - started


def import_all(folder: Path, warm: Path, library_path: Path) -> float:
    """Return how many seconds an import takes; the processes have been warmed up by `warm`."""
    with Library.open(library_path) as library:
        importer = Importer(library, model="", progressed=lambda _p: None, stuck=print)
        importer.run([warm])
        importer.finish_names()
        started = time.perf_counter()
        report = importer.run([folder])
        importer.finish_names()
        taken = time.perf_counter() - started
        assert report.kept == len(report.items), [i.error for i in report.items if i.error]
        assert not library.shelf.unrecognized()
        importer.close()
    return taken


def main() -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--words", type=int, default=420)
    parser.add_argument("--html", action="store_true", help="web pages instead of plain text")
    options = parser.parse_args()
    made = articles(options.articles, options.words)
    with tempfile.TemporaryDirectory() as name:
        folder, warm = Path(name) / "articles", Path(name) / "warm"
        for each, texts in ((folder, made), (warm, articles(3, options.words, seed=2))):
            each.mkdir()
            write(each, texts, as_pages=options.html)
        reader = IsolatedReader()  # what reading leaves behind shall not slow recognition down
        documents = [reader.read(path).document for path in sorted(folder.iterdir())]
        reader.close()
        words = sum(len(document.text.split()) for document in documents)
        recognizer = Recognizer.from_models(models_of(""))
        recognize_alone(recognizer, documents[:3])
        before = recognize_alone(recognizer, documents)
        taken = import_all(folder, warm, Path(name) / "library.sqlite")
        alone = (before + recognize_alone(recognizer, documents)) / 2
    for title, seconds in (("recognition alone", alone), ("import", taken)):
        rates = f"{len(made) / seconds:8.1f} articles/s {words / seconds:10,.0f} words/s"
        print(f"{title:<20} {seconds:8.2f} s {rates}")
    print(f"{'import / alone':<20} {alone / taken:8.2f}   (asked for: {ASKED_FOR})")


if __name__ == "__main__":
    main()
