"""Add articles, each once whatever its file, format or address."""

# ruff: noqa: ANN, ARG001
from typing import Any


def add(db, parsed, *, opened, separately, now) -> Any:
    """Do it."""
    raise NotImplementedError


def with_address(db, url) -> Any:
    """Do it."""
    raise NotImplementedError


def changed_version_of(db, parsed) -> Any:
    """Do it."""
    raise NotImplementedError
