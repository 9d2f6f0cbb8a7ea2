"""Kill the program between two corrections: each is there whole, with all that follows from it."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from reader.store.library import Library
from tests.store.test_derived import check

WRITER = """
import sys
from pathlib import Path
from reader.core.corrections import Scope, Target
from reader.core.mentions import Kind
from reader.store.library import Library
from tests.store.examples import naming, news, person, place

text = "Ana Gil y Eva Paz ven Kursk; Ana Gil vuelve a Minsk."
people = (person("Ana Gil"), person("Eva Paz"), place("Kursk"))
with Library.open(Path(sys.argv[1])) as library:
    for number in range(3):
        added = library.shelf.add(news(f"{text} {number}", title=f"{number}"))
        document = library.document(added.document_id)
        library.store_recognition(naming(document, *people))
    for each in people:
        if library.note(each.id) is None:
            library.save_note(each.id, f"Nota de {each.name}.")
    everywhere = Target(document.id, 22, 27, Scope.EVERYWHERE, Kind.PLACE, people[2].id)
    while True:
        merge = library.corrections.merge(people[0].id, [people[1].id])
        print("merge", merge.id, flush=True)
        reject = library.corrections.reject(everywhere)
        print("reject", reject.id, flush=True)
        library.corrections.undo(merge.id)
        print("split", merge.id, flush=True)
        library.corrections.undo(reject.id)
        print("accept", reject.id, flush=True)
"""

HOLD = {"merge": {"merge"}, "reject": {"merge", "reject"}, "split": {"reject"}, "accept": set()}
NEXT = {"": "merge", "merge": "reject", "reject": "split", "split": "accept", "accept": "merge"}


def kill_one(path: Path, chance: random.Random) -> str:
    """Let another process correct, kill it at some moment; return what it reported last."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        reports = [process.stdout.readline() for _ in range(chance.randrange(1, 20))]
        timer = threading.Timer(chance.uniform(0, 0.02), process.kill)
        timer.start()
        reports += process.stdout.readlines()
        timer.join()
    assert process.returncode == -signal.SIGKILL
    return [line.split()[0] for line in reports if line.endswith("\n")][-1]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("seed", range(4))
def test_kill_leaves_every_correction_whole(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "library.sqlite"
    last = kill_one(path, chance)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with Library.open(path) as library:
        said = library.corrections.all()
        hold = {each.action.value for each in said}
        assert hold in (HOLD[last], HOLD[NEXT[last]])
        notes = library.notes(["person:ana-gil", "person:eva-paz"])
        texts = [notes[each].text for each in sorted(notes)]
        parts = ["Nota de Ana Gil.", "Nota de Eva Paz."]
        assert texts == (["\n\n---\n\n".join(parts)] if "merge" in hold else parts)
        count = library.pages.totals("place:kursk").article_count
        assert (count == 0) is ("reject" in hold)
        check(library)
        for change in {each.change_id for each in said}:
            library.corrections.undo(change)
        assert library.notes(["person:ana-gil"])["person:ana-gil"].text == parts[0]
        check(library)
