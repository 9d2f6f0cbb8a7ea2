"""Files of every format, opened in the window."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.document import Parsed
from reader.formats.isolation import IsolatedReader
from reader.formats.suffixes import SUFFIXES
from reader.ui.dialogs import open_filters
from tests.conftest import SEEDS
from tests.formats import misbehaving
from tests.ui.conftest import READING_MS, bench, close

Start = Callable[..., Application]


def test_open_formats_the_dialog_lists_every_one() -> None:
    every, *kinds, all_files = open_filters().split(";;")
    assert set(every.rpartition("(")[2].rstrip(")").split()) == {f"*{s}" for s in SUFFIXES}
    listed = {pattern for kind in kinds for pattern in kind.rpartition("(")[2].rstrip(")").split()}
    assert listed == {f"*{suffix}" for suffix in SUFFIXES}
    assert all_files.endswith("(*)")


@pytest.mark.parametrize("suffix", ["docx", "md", "eml"])
def test_open_formats_an_article_is_shown(qtbot: QtBot, start: Start, suffix: str) -> None:
    workbench = bench(start())
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.open_files([SEEDS / f"muestra.{suffix}"])
    document = workbench.controller.document
    assert document is not None
    assert document.title.startswith("El faro de Punta Lindero")
    assert document.author == "Lucía Ferrer Ochoa"


def test_open_formats_a_broken_file_is_told_and_the_next_is_shown(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    broken = tmp_path / "roto.docx"
    broken.write_bytes((SEEDS / "muestra.docx").read_bytes()[:5000])
    workbench = bench(start())
    told: list[Exception] = []
    workbench.controller.failed.connect(told.append)
    being_read: list[str] = []
    workbench.controller.file_reading.connect(being_read.append)
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.open_files([broken, SEEDS / "muestra.rtf"])
    assert being_read == ["roto.docx", "muestra.rtf", ""]
    assert [str(error) for error in told] == [
        f"“{broken}” is damaged or cut short: get a fresh copy of it."
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes")
def test_open_formats_the_window_closes_while_a_file_is_read(
    qtbot: QtBot, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def read(reader: IsolatedReader, path: Path) -> Parsed:
        return reader.call(misbehaving.hang, pipe, name=str(path))

    monkeypatch.setattr(IsolatedReader, "read", read)
    program = start()
    bench(program).open_files([SEEDS / "muestra.docx"])
    assert pipe.read_text() == "begun"
    close(qtbot, program)  # would wait for two minutes if it weren't called off
    assert program.finished
