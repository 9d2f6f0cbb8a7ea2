"""Libraries in memory with a clock that the tests know."""

from collections.abc import Iterator

import pytest

from reader.store.library import Library
from tests.store.examples import clock
from tests.store.transfer_samples import with_all_four


@pytest.fixture
def library() -> Iterator[Library]:
    """Return an empty library in memory."""
    with Library.open(None, now=clock()) as library:
        yield library


@pytest.fixture
def source() -> Iterator[Library]:
    """Return a library in memory that names four, to be taken into another."""
    with with_all_four(23) as library:
        yield library


@pytest.fixture
def target() -> Iterator[Library]:
    """Return a library of a later day that names the same four, to take another in."""
    with with_all_four(24) as library:
        yield library
