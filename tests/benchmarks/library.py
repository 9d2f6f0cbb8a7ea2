"""Measure libraries of 1,000, 10,000 and 100,000 articles.

`python tests/benchmarks/library.py [--articles N...] [--folder FOLDER]`.

The libraries are generated, the same for the same seed: articles of 80 to 1,400 words (420 in the
middle, as in news), their words drawn from 60,000 with Zipf's frequencies, a common word in every
other article; some 14 entities an article, of 4 + N / 5 with Zipf's frequencies too, the first of
them in 10,000 articles at the most; 3 in 100 articles are another's text cut by a fifth, with
another headline; every tenth has an annotation, every thousandth entity a note. They are made by
the program's own functions for articles and recognitions, a thousand to a transaction.

Printed are, in ms: the opening of the library against that of an empty one; searches, p50 and p95
over rare and common words, beginnings of words, two words, and phrases; the first twenty rows of
the page of the most frequent entity; a window of fifty rows of the list, the slowest of every order
at its beginning, middle and end; and more of what an entity page shows. Then the articles added in
a second, as the import does it, one transaction each, and the file's size for each article. Opening
and searching are told by the processor's time too, which other programs on the machine don't touch.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from reader.core.annotations import Colour, annotate
from reader.core.document import Block, Document, Parsed, document_id
from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind, Mention
from reader.core.shelf import ArticleQuery, LabelKind, Sort
from reader.store.annotations import save_annotation
from reader.store.articles import add_document
from reader.store.derived import bring_up_to_date
from reader.store.library import Library
from reader.store.notes import save_note
from reader.store.recognitions import store_recognition
from reader.store.sqlite import Database

WORDS = 60_000
OUTLETS = 40
A_TIME = 1_000
FIRST_DAY = datetime(2016, 1, 1, tzinfo=UTC)


class Generator:
    """Articles and what is found in them; the same for the same seed and number."""

    def __init__(self, articles: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.articles = articles
        self.seed = seed
        syllables = [c + v for c in "bcdfglmnprstvz" for v in "aeiouáéó"] + ["ñe", "cha", "que"]
        words: dict[str, None] = {}
        while len(words) < WORDS:
            length = self.chance.choice((1, 2, 2, 3, 3, 4))
            words["".join(self.chance.choices(syllables, k=length))] = None
        self.words = list(words)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(WORDS)))
        kinds = (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.COUNTRY)
        self.entities = [
            Entity(f"{kinds[n % 4]}:{n}", self._name(n), kinds[n % 4], ())
            for n in range(4 + articles // 5)
        ]
        self.entity_weights = list(accumulate(1 / (rank + 8) for rank in range(len(self.entities))))
        self.last: list[str] = []

    def _name(self, number: int) -> str:
        first, second = self.chance.choices(self.words, k=2)
        return f"{first.capitalize()} {second.capitalize()}{number}"

    def article(self, number: int) -> tuple[Document, tuple[Mention, ...], tuple[Entity, ...]]:
        """Return the next article with its mentions and their entities."""
        chance = self.chance
        named = self._entities()
        if self.last and chance.random() < 0.03:
            paragraphs = chance.choice(self.last).split("\n")
            cut = paragraphs[: max(1, len(paragraphs) * 4 // 5)]
            text, spans = "\n".join(cut), []
        else:
            text, spans = self._text(named)
        mentions = tuple(
            Mention(start, end, entity.kind, entity.id) for start, end, entity in spans
        )
        entities = tuple({entity.id: entity for _, _, entity in spans}.values())
        self.last = [*self.last[-200:], text]
        day = FIRST_DAY + timedelta(minutes=number * 5_000_000 // self.articles)
        title = " ".join(chance.choices(self.words, cum_weights=self.weights, k=9)).capitalize()
        document = Document(
            document_id(text),
            title,
            text,
            _blocks(text),
            source=f"/articulos/{self.seed}/{number}.txt",
            outlet=f"Diario {chance.randrange(OUTLETS)}",
            date=day.date().isoformat(),
            url=f"https://diario.es/{self.seed}/{number}",
            language="es",
        )
        return document, mentions, entities

    def _entities(self) -> list[Entity]:
        count = self.chance.randint(4, 24)
        drawn = self.chance.choices(self.entities, cum_weights=self.entity_weights, k=count)
        often = self.chance.random() < min(0.4, 10_000 / self.articles)
        drawn = [entity for entity in drawn if entity is not self.entities[0]]
        return [*drawn, *([self.entities[0]] * 2 if often else [])]

    def _text(self, named: list[Entity]) -> tuple[str, list[tuple[int, int, Entity]]]:
        chance = self.chance
        length = min(1400, max(80, int(chance.lognormvariate(6.04, 0.55))))
        drawn = chance.choices(self.words, cum_weights=self.weights, k=length)
        places = {chance.randrange(length): entity for entity in named}
        parts: list[str] = []
        spans: list[tuple[int, int, Entity]] = []
        offset = 0
        for place, word in enumerate(drawn):
            entity = places.get(place)
            shown = entity.name if entity else word
            if entity:
                spans.append((offset, offset + len(shown), entity))
            end = ".\n" if place % 60 == 59 else ". " if place % 20 == 19 else " "
            parts.append(shown + end)
            offset += len(shown) + len(end)
        return "".join(parts).rstrip(), spans


def _blocks(text: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 1
    return tuple(blocks)


def generate(path: Path, articles: int, *, seed: int = 1) -> None:
    """Make a library at `path`."""
    generator = Generator(articles, seed)
    began = time.perf_counter()
    with Library.open(path) as library:
        for first in range(0, articles, A_TIME):
            with library._session.writing() as db:
                for number in range(first, min(first + A_TIME, articles)):
                    _store(db, generator, number)
                _notes(db, generator, first)
            seconds = time.perf_counter() - began
            print(f"\r{first + A_TIME} articles, {seconds:.0f} s", end="", file=sys.stderr)
        label = library.labels.create(LabelKind.TAG, "revisar")
        summaries = library.shelf.articles(ArticleQuery(), limit=articles // 10)
        library.labels.assign(label.id, [summary.id for summary in summaries])
    print(file=sys.stderr)


def _store(db: Database, generator: Generator, number: int) -> None:
    document, mentions, entities = generator.article(number)
    now = f"2026-01-01T00:00:00.{number:06}Z"
    add_document(db, document, opened=number % 3 == 0, now=now)
    recognition = Recognition(document.id, "m", mentions, entities)
    store_recognition(db, recognition, now=now)
    if number % 10 == 0:
        marked = annotate(document, 3, 60, annotation_id=f"a{number}", colour=Colour.BLUE, now=now)
        save_annotation(db, marked, now=now)


def _notes(db: Database, generator: Generator, first: int) -> None:
    bring_up_to_date(db)
    entity = generator.entities[first // A_TIME * 7 % len(generator.entities)]
    if db.execute("SELECT 1 FROM entities WHERE id = ?", [entity.id]).fetchone():
        text = " ".join(generator.chance.choices(generator.words, k=60))
        save_note(db, entity.id, text, now="2026-01-01T00:00:00Z")


# ---- measuring


def times(
    call: Callable[[], object], *, runs: int = 5, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Return how long each call takes, in ms."""
    taken: list[float] = []
    for _ in range(runs):
        began = clock()
        call()
        taken.append((clock() - began) * 1000)
    return taken


def p95(taken: list[float]) -> float:
    """Return the time within which 95 of 100 are done."""
    ordered = sorted(taken)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def opening(path: Path, *, clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the median time for opening a library and reading the first window of its list."""

    def open_it() -> None:
        with Library.open(path) as library:
            library.shelf.articles(ArticleQuery())

    return statistics.median(times(open_it, runs=15, clock=clock))


def queries(generator: Generator) -> list[str]:
    """Return what is searched for: each is typed letter by letter from its third on."""
    chance, words = random.Random(7), generator.words
    common, middle, rare = words[5:60], words[200:2000], words[20_000:]
    typed = [chance.choice(each) for each in (common, middle, rare) for _ in range(8)]
    typed += [f"{chance.choice(middle)} {chance.choice(common)}" for _ in range(8)]
    typed += [f"{chance.choice(common)} {chance.choice(common)}" for _ in range(4)]
    typed += [entity.name for entity in generator.entities[:8]]
    typed += [f'"{entity.name}"' for entity in generator.entities[8:12]]
    return [
        each[:end]
        for each in typed
        for end in {3, 4, len(each) // 2, len(each)}
        if end <= len(each)
    ]


def measure(path: Path, articles: int, empty: tuple[float, float]) -> None:
    """Print what is measured of the library at `path`."""
    generator = Generator(articles, 1)
    print(f"{articles:,} articles")
    print(f"  size             {path.stat().st_size / articles / 1024:8.1f} KB an article")
    opened, worked = opening(path), opening(path, clock=time.process_time)
    print(
        f"  opening          {opened:8.1f} ms, {opened / empty[0]:.2f} × an empty one's; of the "
        f"processor {worked:.1f} ms, {worked / empty[1]:.2f} ×"
    )
    with Library.open(path) as library:
        _measure_search(library, generator)
        _measure_pages(library, generator.entities[0].id)
        _measure_list(library, articles)
        _measure_import(library, articles)


def _measure_search(library: Library, generator: Generator) -> None:
    taken: list[tuple[float, str]] = []
    worked: list[float] = []
    for text in queries(generator):
        began, before = time.perf_counter(), time.process_time()
        library.search.find(text)
        worked.append((time.process_time() - before) * 1000)
        taken.append(((time.perf_counter() - began) * 1000, text))
    each = [ms for ms, _ in taken]
    slow, text = max(taken)
    print(
        f"  search           {statistics.median(each):8.1f} ms p50, {p95(each):.1f} ms p95, "
        f"{slow:.1f} ms for “{text}”, of {len(each)}; of the processor "
        f"{statistics.median(worked):.1f} and {p95(worked):.1f} ms"
    )


def _measure_pages(library: Library, entity_id: str) -> None:
    pages = library.pages
    totals = pages.totals(entity_id)
    print(f"  entity           {totals.mention_count} mentions in {totals.article_count} articles")
    other = pages.related(entity_id, limit=1)[0].entity.id
    for name, call in (
        ("first rows", lambda: (pages.totals(entity_id), pages.articles(entity_id))),
        ("last rows", lambda: pages.articles(entity_id, offset=totals.article_count - 20)),
        ("months", lambda: pages.months(entity_id)),
        ("related", lambda: pages.related(entity_id)),
        ("together", lambda: pages.passages_together(entity_id, other)),
        ("network around", lambda: pages.network(around=entity_id)),
        ("network of all", pages.network),
    ):
        taken = times(call)
        print(f"    {name:15}{taken[0]:8.1f} ms first, {statistics.median(taken):.1f} ms p50")


def _measure_list(library: Library, articles: int) -> None:
    shelf = library.shelf
    slowest: tuple[float, str] = (0.0, "")
    for sort in Sort:
        for offset in (0, articles // 2, articles - 50):
            for descending in (True, False):
                query = ArticleQuery(sort=sort, descending=descending)
                ms = statistics.median(
                    times(lambda: shelf.articles(query, offset=offset), runs=3)  # noqa: B023
                )
                slowest = max(slowest, (ms, f"{sort} at {offset}"))
    print(f"  list             {slowest[0]:8.1f} ms for 50 rows by {slowest[1]}")
    count = statistics.median(times(lambda: shelf.count(ArticleQuery())))
    unread = statistics.median(times(lambda: shelf.count(ArticleQuery(unread=True))))
    print(f"    count          {count:8.1f} ms, of the unread {unread:.1f} ms")


def _measure_import(library: Library, articles: int) -> None:
    # Others each time, as those of the last time are there already.
    generator = Generator(articles, 2 + library.shelf.count(ArticleQuery()))
    made = [generator.article(number) for number in range(100)]

    def add() -> None:
        for document, mentions, entities in made:
            library.shelf.add(Parsed(document), opened=False)
            library.store_recognition(Recognition(document.id, "m", mentions, entities))

    ms = times(add, runs=1)[0] / len(made)
    print(f"  import           {ms:8.1f} ms an article, stored on the disk one by one")


def main() -> None:
    """Make the libraries that aren't there, and measure each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="keep the libraries there, and use them again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        empty_path = folder / "empty.sqlite"
        Library.open(empty_path).close()
        empty = opening(empty_path), opening(empty_path, clock=time.process_time)
        print(f"an empty library opens in {empty[0]:.1f} ms, of the processor {empty[1]:.1f} ms")
        for articles in arguments.articles:
            path = folder / f"{articles}.sqlite"
            if not path.exists():
                generate(path, articles)
            measure(path, articles, empty)


if __name__ == "__main__":
    main()
