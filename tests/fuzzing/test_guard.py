"""The guard sees what a reader mustn't do; without that, finding nothing would say nothing."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.document import Block, Document, Parsed, Picture, Run, RunKind, document_id
from tests.fuzzing.guard import TrespassError, guard
from tests.fuzzing.mutation import Bait
from tests.fuzzing.outcome import flaws

BAIT = Bait("http://127.0.0.1:1/x", "file:///x", "SECRETO")


def connect(_folder: Path) -> None:
    with socket.socket() as one:
        one.connect(("127.0.0.1", 9))


@pytest.mark.parametrize(
    "trespass",
    [
        lambda folder: (folder / "x").write_text("x"),
        lambda folder: (folder / "x").mkdir(),
        lambda folder: os.replace(folder / "a", folder / "b"),
        lambda folder: subprocess.run([sys.executable, "-c", ""], check=False),
        lambda folder: socket.getaddrinfo("localhost", 80),
        connect,
    ],
    ids=["write", "folder", "rename", "process", "name", "connect"],
)
def test_guard_stops_and_tells(trespass: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(TrespassError), guard().watching():  # noqa: SIM117
        with pytest.raises(PermissionError):
            trespass(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_guard_sleeps_while_nothing_is_read(tmp_path: Path) -> None:
    guard()
    (tmp_path / "x").write_text("x")


def document(**changes: object) -> Parsed:
    """Return a document, some of it otherwise."""
    text = "Uno.\n\nDos."
    said: dict[str, object] = {"text": text, "blocks": (Block(0, 4), Block(6, 10))} | changes
    return Parsed(Document(document_id(str(said["text"])), title="Título", **said))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "flaw"),
    [
        ({"text": "Uno.\n\nD\0s."}, "NUL in text"),
        ({"text": "Uno.\n\nD\ud800s."}, "lone surrogate in text"),
        ({"blocks": (Block(6, 10), Block(0, 4))}, "block out of order"),
        ({"blocks": (Block(0, 4), Block(6, 11))}, "block out of order or text"),
        ({"blocks": (Block(0, 4),)}, "text after the last block"),
        ({"runs": (Run(2, 8, RunKind.BOLD),)}, "run in no block"),
        ({"runs": (Run(0, 2, RunKind.LINK, "javascript:x"),)}, "target"),
        ({"pictures": (Picture(0, "file:///x"),)}, "picture of another block"),
        ({"author": "SECRETO"}, "another file's content"),
        ({"date": "ayer"}, "no date"),
    ],
)
def test_guard_sees_what_is_wrong_with_a_document(changes: dict[str, object], flaw: str) -> None:
    assert any(found.startswith(flaw) for found in flaws(document(**changes), BAIT))
    assert list(flaws(document(), BAIT)) == []
