"""Measure lists of annotations in a library of 10,000 annotations in 1,000 articles.

`python tests/benchmarks/annotation_list.py [--annotations N]`.

Every third annotation has a comment, every second a tag of forty, every fourth is linked to one of
fifty entities, and there are six colours. Printed are, in ms, median and p95 of ten: the first
window of fifty and one in the middle for each filter, the ids of all, counts, and what can be
filtered by.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from reader.core.annotation_list import AnnotationQuery, AnnotationSort
from reader.core.annotations import Colour, annotate
from reader.core.document import Block, Document, Parsed, document_id
from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind, Mention
from reader.store.library import Library

ARTICLES = 1_000
WINDOW = 50
RUNS = 10
WORDS = (
    "ministro guerra acuerdo mañana según fuentes frontera elecciones presidente acusación "
    "gobierno oposición ley cámara voto partido crisis energía precio tratado"
).split()


def made(library: Library, count: int) -> list[Entity]:
    """Fill a library, and return the entities that annotations are linked to."""
    chance = random.Random(1)
    entities = [Entity(f"person:{n}", f"Persona {n}", Kind.PERSON) for n in range(50)]
    for number in range(ARTICLES):
        text = " ".join(chance.choices(WORDS, k=300)) + f" {number}."
        document = Document(
            document_id(text),
            f"Artículo {number}",
            text,
            (Block(0, len(text)),),
            outlet=f"Medio {number % 20}",
            date=f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}",
            language="es",
        )
        library.shelf.add(Parsed(document))
        if number == 0:
            mentions = tuple(Mention(i, i + 1, Kind.PERSON, e.id) for i, e in enumerate(entities))
            library.store_recognition(
                Recognition(document.id, "m", mentions, tuple(entities), complete=True)
            )
        marked = []
        for place in range(count // ARTICLES):
            start = chance.randrange(len(text) - 200)
            found = annotate(
                document,
                start,
                start + chance.randrange(20, 180),
                annotation_id=f"{number}-{place}",
                colour=chance.choice(list(Colour)),
                now=f"2026-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}T10:00:00Z",
            )
            marked.append(
                replace(
                    found,
                    comment=" ".join(chance.choices(WORDS, k=12)) if place % 3 == 0 else "",
                    tags=(f"etiqueta {chance.randrange(40)}",) if place % 2 == 0 else (),
                    entity_ids=(chance.choice(entities).id,) if place % 4 == 0 else (),
                )
            )
        library.annotation_list.save([(None, each) for each in marked])
    return entities


def measure(name: str, call: Callable[[], object]) -> None:
    """Print how long a call takes."""
    taken: list[float] = []
    for _ in range(RUNS):
        began = time.perf_counter()
        call()
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    print(f"{name:<34}{statistics.median(taken):8.1f}{taken[-1]:8.1f}")


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--annotations", type=int, default=10_000)
    count = parser.parse_args().annotations
    with Library.open(None) as library:
        entities = made(library, count)
        lists = library.annotation_list
        print(f"{lists.facets().total} annotations, ms{'median':>18}{'worst':>8}")
        queries = {
            "all, by article": AnnotationQuery(),
            "all, by date": AnnotationQuery(sort=AnnotationSort.DATE),
            "a colour": AnnotationQuery(colours=(Colour.PINK,)),
            "a tag": AnnotationQuery(tags=("etiqueta 7",)),
            "an entity": AnnotationQuery(entity_id=entities[7].id),
            "a word": AnnotationQuery(text="acusacion"),
            "the beginning of a word": AnnotationQuery(text="a"),
            "since a day": AnnotationQuery(date_from="2026-06-01"),
            "without a place": AnnotationQuery(placed=False),
            "word, colour, tag": AnnotationQuery(
                text="guerra", colours=(Colour.BLUE,), tags=("etiqueta 7",)
            ),
        }
        for name, query in queries.items():
            middle = lists.count(query) // 2
            measure(f"{name}, first", lambda q=query: lists.window(q, limit=WINDOW))
            measure(
                f"{name}, middle", lambda q=query, m=middle: lists.window(q, offset=m, limit=WINDOW)
            )
            measure(f"{name}, count", lambda q=query: lists.count(q))
        measure("ids of all", lambda: lists.ids(AnnotationQuery()))
        measure("what to filter by", lists.facets)


if __name__ == "__main__":
    main()
