"""A library in memory with a clock that the tests know."""

from collections.abc import Iterator

import pytest

from reader.store.library import Library
from tests.store.examples import clock


@pytest.fixture
def library() -> Iterator[Library]:
    """Return an empty library in memory."""
    with Library.open(None, now=clock()) as library:
        yield library
