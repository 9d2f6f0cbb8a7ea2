"""The pane of a library, opened and closed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import make_qapplication
from tests.ui.library.library_samples import Office


@pytest.fixture
def open_office(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Office]]:
    """Return a function that opens the pane on the library at `library.sqlite`."""
    make_qapplication()
    opened: list[Office] = []

    def open_it() -> Office:
        opened.append(Office(qtbot, tmp_path / "library.sqlite"))
        return opened[-1]

    yield open_it
    for office in opened:
        office.close()
