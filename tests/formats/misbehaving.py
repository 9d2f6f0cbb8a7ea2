"""Readers that go wrong, for the process that they are run in."""

import os
import subprocess
import sys
import threading
from pathlib import Path

from reader.core.document import Document, Parsed
from reader.core.errors import DocumentError


def hang(pipe: Path) -> Parsed:
    """Tell through a named pipe that reading has begun, and never end."""
    pipe.write_text("begun")
    threading.Event().wait()
    raise AssertionError


def hang_with_child(pipe: Path) -> Parsed:
    """Start a program that never ends, tell its id, and wait for it."""
    command = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    with subprocess.Popen(command) as child:
        pipe.write_text(str(child.pid))
    raise AssertionError


def die() -> Parsed:
    os._exit(3)


def take_memory(megabytes: int) -> Parsed:
    return Parsed(Document("", "", str(bytearray(megabytes * 1024 * 1024)), ()))


def refuse(path: str) -> Parsed:
    raise DocumentError("“{path}” is no good.", path=path)


def have_a_bug() -> Parsed:
    raise ZeroDivisionError


def succeed(title: str, *, text: str) -> Parsed:
    return Parsed(Document("", title, text, ()))
