"""The one way from a file to a document, whatever its format."""

import importlib
from dataclasses import replace
from pathlib import Path

from reader.core.document import Document, Parsed
from reader.core.files import MAX_BYTES, read_bytes
from reader.formats.detection import find_format
from reader.formats.from_text import read_text
from reader.formats.lines import with_lines
from reader.formats.refusals import unsupported
from reader.formats.suffixes import Format

MAX_FILE_BYTES = 128 * 1024 * 1024
"""The largest file that is opened, whatever of it is text; a text has its own limit."""

_ZIP = b"PK"
_READERS = {
    Format.MARKDOWN: ("from_markdown", "read_markdown"),
    Format.PAGE: ("from_page", "read_page"),
    Format.MHTML: ("from_mhtml", "read_mhtml"),
    Format.PDF: ("from_pdf", "read_pdf"),
    Format.DOCX: ("from_office", "read_docx"),
    Format.ODT: ("from_office", "read_odt"),
    Format.RTF: ("from_office", "read_rtf"),
    Format.EPUB: ("from_office", "read_epub"),
    Format.EMAIL: ("from_email", "read_email"),
}
"""The module and the function that read a format: imported for the first file of it."""

_TEXTS = (Format.TEXT, Format.MARKDOWN, Format.PAGE, Format.EMAIL)
"""Formats of which a large file is no article."""


def open_document(path: Path) -> Document:
    """Read the article in the file at `path`, without the pictures that came with it.

    :raises DocumentError: where it can't be read; the sentence says why and what to do.
    """
    return read_file(path).document


def read_file(path: Path) -> Parsed:
    """Read the article in the file at `path`, whatever its format and its name.

    :raises DocumentError: where it can't be read; the sentence says why and what to do.
    """
    data = read_bytes(path, max_bytes=MAX_FILE_BYTES)
    source = str(path.absolute())
    if len(data) > MAX_BYTES and find_format(data, source=source) in _TEXTS:
        data = read_bytes(path)  # says so
    return read_data(data, source=source)


def read_data(data: bytes, *, source: str) -> Parsed:
    """Read the article that a file holds; `source` is its path, or the address it came from.

    :raises DocumentError: where it can't be read; the sentence says why and what to do.
    """
    kind = find_format(data, source=source)
    if kind is Format.TEXT:
        return Parsed(with_lines(read_text(data, source=source)))
    module, function = _READERS[kind]
    try:
        read = getattr(importlib.import_module(f"reader.formats.{module}"), function)
    except ModuleNotFoundError as error:
        if error.name != f"reader.formats.{module}":
            raise
        raise unsupported(source) from error
    parsed: Parsed = read(data, source=source)
    return replace(parsed, document=with_lines(parsed.document))


def read_small_text(path: Path, *, max_bytes: int) -> Parsed | None:
    """Read the file at `path` if it is plain text of at most `max_bytes`; else return None.

    :raises DocumentError: where there is nothing that can be read at all.
    """
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # reading it says what is wrong
    if size > max_bytes:
        return None
    data = read_bytes(path)
    source = str(path.absolute())
    if data.startswith(_ZIP) or find_format(data, source=source) is not Format.TEXT:
        return None
    return Parsed(with_lines(read_text(data, source=source)))
