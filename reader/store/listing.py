"""Windows of the list of articles."""

# ruff: noqa: ANN, ARG001
from typing import Any


def listed(db, query, *, offset, limit) -> Any:
    """Do it."""
    raise NotImplementedError


def counted(db, query) -> Any:
    """Do it."""
    raise NotImplementedError


def place(db, query, document_id) -> Any:
    """Do it."""
    raise NotImplementedError


def values(db, column) -> Any:
    """Do it."""
    raise NotImplementedError


def copies(db, document_id) -> Any:
    """Do it."""
    raise NotImplementedError
