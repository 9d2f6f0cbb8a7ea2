"""Kill the program between two edits: every one that was reported as saved is there."""

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

WRITER = """
import sys
from pathlib import Path
from reader.core.annotations import Colour, annotate
from reader.core.document import Block, Document, document_id
from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind
from reader.store.library import Library

text = "Serguéi Lavrov visitó Kursk. " * 2000
document = Document(document_id(text), "Título", text, (Block(0, len(text)),))
entities = tuple(Entity(f"e{i}", f"Nombre {i}", Kind.PLACE) for i in range(20))
with Library.open(Path(sys.argv[1])) as library:
    library.add_document(document)
    library.store_recognition(Recognition(document.id, "m", (), entities))
    number = int(sys.argv[2])
    while True:
        number += 1
        library.save_note(f"e{number % 20}", f"nota {number} " + "x" * (number * 37 % 9000))
        print("saved note", number, flush=True)
        library.save_annotation(annotate(document, number, number + 5,
            annotation_id=f"a{number}", colour=Colour.BLUE, now="2026-01-01T00:00:00Z"))
        print("saved annotation", number, flush=True)
"""


def note_text(number: int) -> str:
    """Return the text that the writer gives its note of that number."""
    return f"nota {number} " + "x" * (number * 37 % 9000)


def write_and_kill(path: Path, first: int, chance: random.Random) -> list[tuple[str, int]]:
    """Let another process write, kill it at some moment; return what it reported as saved.

    The pipe hands over all that it wrote before it died. The edit after that may be done, half-way
    or not begun.
    """
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        reports = [process.stdout.readline() for _ in range(chance.randrange(1, 60))]
        timer = threading.Timer(chance.uniform(0, 0.01), process.kill)
        timer.start()
        reports += process.stdout.readlines()
        timer.join()
    assert process.returncode == -signal.SIGKILL
    complete = [line.split() for line in reports if line.endswith("\n")]
    return [(what, int(number)) for _, what, number in complete]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("seed", range(6))
def test_kill_loses_no_edit_that_was_reported_as_saved(tmp_path: Path, seed: int) -> None:
    print(f"seed {seed}")
    chance = random.Random(seed)
    path = tmp_path / "library.sqlite"
    notes: dict[str, str] = {}
    annotations: set[str] = set()
    last = 0
    for _ in range(3):
        for what, number in write_and_kill(path, last, chance):
            last = number
            if what == "note":
                notes[f"e{number % 20}"] = note_text(number)
            else:
                annotations.add(f"a{number}")
        last += 1  # the edit that may have been saved without a report
        with Library.open(path) as library:
            kept = {each: note.text for each, note in library.notes(notes).items()}
            (document,) = library.documents()
            kept_annotations = {each.id for each in library.annotations(document.id)}
        if kept.get(f"e{last % 20}") == note_text(last):
            notes[f"e{last % 20}"] = note_text(last)
        assert kept == notes
        assert kept_annotations - {f"a{last - 1}", f"a{last}"} <= annotations <= kept_annotations
        annotations = kept_annotations
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
