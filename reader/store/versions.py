"""The texts that an article had."""

# ruff: noqa: ANN, ARG001
from typing import Any


def update(db, document_id, parsed, *, now) -> Any:
    """Do it."""
    raise NotImplementedError


def versions(db, document_id) -> Any:
    """Do it."""
    raise NotImplementedError


def version(db, document_id, number) -> Any:
    """Do it."""
    raise NotImplementedError


def restore(db, document_id, number, *, now) -> Any:
    """Do it."""
    raise NotImplementedError


def orphans(db, document_id) -> Any:
    """Do it."""
    raise NotImplementedError
