"""The real program on a desktop of its own, with what a screen reader asks it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accessibility.at_spi import Desktop, Node, missing

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Return the window of the program, with the user's article open and its names found."""
    if lacking := missing():
        # Where every change is checked, the packages are there: none of this is left out.
        assert "READER_CI" not in os.environ, f"missing: {', '.join(lacking)}"
        pytest.skip(f"a screen reader's tests need {', '.join(lacking)}")
    folder = tmp_path_factory.mktemp("desktop")
    article = SEEDS / "rusia-corea-del-norte.txt"
    library = str(folder / "library.sqlite")
    with Desktop(folder) as desktop:
        shown = desktop.start(sys.executable, "-m", "reader", "--library", library, str(article))
        shown.find("list item", "Serguéi Lavrov")
        yield shown
