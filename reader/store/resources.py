"""The files that came with articles."""

# ruff: noqa: ANN, ARG001
from typing import Any


def resource(db, key) -> Any:
    """Do it."""
    raise NotImplementedError


def original(db, document_id) -> Any:
    """Do it."""
    raise NotImplementedError
