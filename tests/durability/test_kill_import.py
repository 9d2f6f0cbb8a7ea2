"""Kill the program during an import: every article that was reported is there, whole."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.search import HitKind
from reader.core.shelf import ArticleQuery
from reader.store.library import Library

WRITER = """
import sys
from pathlib import Path
from reader.core.document import Block, Document, Parsed, document_id, resource_of
from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind, Mention
from reader.store.library import Library

with Library.open(Path(sys.argv[1])) as library:
    number = int(sys.argv[2])
    while True:
        number += 1
        text = f"Lavrov estuvo en lugar{number}. " + f"relleno{number % 5} de prueba " * 300
        document = Document(document_id(text), f"Título {number}", text, (Block(0, len(text)),))
        picture = resource_of(b"x" * (number * 997 % 50_000), "image/png")
        page = resource_of(text.encode(), "text/html")
        library.shelf.add(Parsed(document, (picture,), page), opened=False)
        print("added", number, flush=True)
        lavrov = Entity("person:lavrov", "Lavrov", Kind.PERSON)
        library.store_recognition(
            Recognition(document.id, "m", (Mention(0, 6, Kind.PERSON, lavrov.id),), (lavrov,)))
        print("read", number, flush=True)
        if number % 4 == 0:
            changed = text + " Ampliado."
            library.shelf.update(document.id, Parsed(Document(
                document_id(changed), "Otro", changed, (Block(0, len(changed)),))))
        if number % 3 == 0:
            library.shelf.delete([document.id])
        if number % 6 == 0:
            library.shelf.empty_trash()
"""


def write_and_kill(path: Path, first: int, chance: random.Random) -> list[tuple[str, int]]:
    """Let another process import, kill it at some moment; return what it reported."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        reports = [process.stdout.readline() for _ in range(chance.randrange(1, 40))]
        timer = threading.Timer(chance.uniform(0, 0.03), process.kill)
        timer.start()
        reports += process.stdout.readlines()
        timer.join()
    assert process.returncode == -signal.SIGKILL
    complete = [line.split() for line in reports if line.endswith("\n")]
    return [(what, int(number)) for what, number in complete]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("seed", range(3))
def test_kill_leaves_articles_and_their_index_whole(tmp_path: Path, seed: int) -> None:
    print(f"seed {seed}")
    chance = random.Random(seed)
    path = tmp_path / "library.sqlite"
    last = 0
    for _ in range(2):
        first = last
        reports = write_and_kill(path, last, chance)
        last = max(number for _, number in reports)
        with Library.open(path) as library:
            for number in range(first + 1, last + 1):
                is_kept = number % 3 != 0
                hits = library.search.find(f"lugar{number} ", kinds=[HitKind.ARTICLE])
                # What was reported last may have gone to the trash, or not yet.
                assert bool(hits) is is_kept or number == last
            listed = library.shelf.articles(ArticleQuery(), limit=1000)
            read = {number for what, number in reports if what == "read"}
            named = library.pages.totals("person:lavrov").article_count
            assert len([n for n in read if n % 12 in (1, 2, 5, 7, 10, 11)]) <= named <= len(listed)
            check_index(library, path)
        last += 1  # may have been added without a report


def check_index(library: Library, path: Path) -> None:
    """Check that file and indexes are whole, and that these say what the articles say."""
    for name in ("articles", "notes", "annotations", "entities"):
        library._db.execute(f"INSERT INTO search_{name} (search_{name}) VALUES ('integrity-check')")
    assert library._db.execute("SELECT count(*) FROM outdated").fetchone() == (0,)
    indexed = library._db.execute("SELECT document_id FROM article_index ORDER BY 1").fetchall()
    kept = library._db.execute("SELECT id FROM documents ORDER BY 1").fetchall()
    assert indexed == kept
    used = """
        SELECT key FROM article_resources
        UNION SELECT original FROM documents WHERE original IS NOT NULL ORDER BY 1
    """
    resources = library._db.execute("SELECT key FROM resources ORDER BY 1").fetchall()
    assert resources == library._db.execute(used).fetchall()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
