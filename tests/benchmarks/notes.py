"""Measure notes in a large library: saving one with fifty links, renaming, completing.

python tests/benchmarks/notes.py [--articles 10000] [--library FILE]
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.core.wikilinks import link_text
from reader.store.library import Library
from tests.benchmarks.library import generate

LINKS = 50


def measured(call: Callable[[int], object], *, runs: int = 20) -> str:
    """Return the median and the longest of some runs, in words."""
    taken: list[float] = []
    for run in range(runs):
        begun = time.perf_counter()
        call(run)
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    return f"median {taken[len(taken) // 2]:6.1f} ms, longest {taken[-1]:6.1f} ms"


def measure(path: Path) -> None:
    """Print what working on notes takes."""
    with Library.open(path) as library:
        rows = library._db.execute(
            """
            SELECT e.id, e.name FROM entity_index i JOIN entities e ON e.id = i.entity_id
            WHERE e.document_id IS NULL ORDER BY i.articles DESC LIMIT 400
            """
        ).fetchall()
        titles = [each.title for each in library.documents()[:200]]
        own, others = rows[0][0], [name for _, name in rows[1:]]

        def text(run: int) -> str:
            names = others[run * 7 : run * 7 + LINKS - 10] + titles[run * 3 : run * 3 + 10]
            return f"{run}\n\n" + "\n".join(f"- Véase {link_text(name)}." for name in names)

        notebook = library.notebook
        print("a note with 50 new links  ", measured(lambda run: notebook.save(own, text(run))))
        last = text(3)
        print("a letter typed into it    ", measured(lambda r: notebook.save(own, last + "x" * r)))
        for typed in ("a", "mar", "mar gar", "zzz"):
            said = measured(lambda _run, typed=typed: notebook.complete(typed))
            print(f"completing {typed!r:15}", said)
        for entity_id, _ in rows[50:150]:
            notebook.save(entity_id, f"Con {link_text(rows[1][1])}.")
        renamed = measured(
            lambda run: library.corrections.rename(rows[1][0], f"Otro nombre {run}"), runs=5
        )
        print("renaming, in 100 notes    ", renamed)
        print("backlinks, from 100 notes ", measured(lambda _run: notebook.backlinks(rows[1][0])))


def main() -> None:
    """Measure a library that is made, or one that was made before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--library", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.library or Path(folder) / "library.sqlite"
        if not path.exists():
            generate(path, options.articles)
        measure(path)


if __name__ == "__main__":
    main()
