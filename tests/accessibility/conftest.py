"""The real program on a desktop of its own, with what a screen reader asks it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accessibility.at_spi import Desktop, Node, missing


@pytest.fixture(scope="module")
def window(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Node]:
    """Return the window of the program, with an article open and its names found.

    A module says in `ARTICLE` which one, and in `NAME` a name that is in it.
    """
    if lacking := missing():
        # Where every change is checked, the packages are there: none of this is left out.
        assert "READER_CI" not in os.environ, f"missing: {', '.join(lacking)}"
        pytest.skip(f"a screen reader's tests need {', '.join(lacking)}")
    folder = tmp_path_factory.mktemp("desktop")
    article: Path = request.module.ARTICLE
    name: str = request.module.NAME
    library = str(folder / "library.sqlite")
    with Desktop(folder) as desktop:
        shown = desktop.start(sys.executable, "-m", "reader", "--library", library, str(article))
        shown.find("list item", name)
        yield shown
