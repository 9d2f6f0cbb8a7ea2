"""What the user says of an article."""

# ruff: noqa: ANN, ARG001
from typing import Any


def mark_read(db, document_ids, *, read) -> Any:
    """Do it."""
    raise NotImplementedError


def edit(db, document_id, changes) -> Any:
    """Do it."""
    raise NotImplementedError


def edited_fields(db, document_id) -> Any:
    """Do it."""
    raise NotImplementedError
