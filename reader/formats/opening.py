"""The one way from a file to a document, whatever its format."""

from pathlib import Path

from reader.core.document import Document
from reader.core.files import read_bytes
from reader.formats.from_text import read_text


def open_document(path: Path) -> Document:
    """Read the article in the file at `path`.

    :raises DocumentError: where it can't be read; the sentence says why and what to do.
    """
    return read_text(read_bytes(path), source=str(path.absolute()))
