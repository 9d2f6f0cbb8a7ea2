"""The trash."""

# ruff: noqa: ANN, ARG001
from typing import Any


def delete(db, document_ids, *, now) -> Any:
    """Do it."""
    raise NotImplementedError


def restore(db, document_ids) -> Any:
    """Do it."""
    raise NotImplementedError


def empty(db, document_ids) -> Any:
    """Do it."""
    raise NotImplementedError
