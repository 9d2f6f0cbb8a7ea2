"""What is said of an article, such as its title and author: one line each."""

import re
from dataclasses import replace

from reader.core.document import Document

MOST_SAID = 2_000
"""The longest title, author, outlet or address that is kept, in characters."""

_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_SAID = ("title", "author", "outlet", "date", "url", "language")


def one_line(text: str) -> str:
    """Return text on one line, without what is no text: control characters, halves of pairs."""
    return " ".join(legal(text).split())[:MOST_SAID].rstrip()


def legal(text: str) -> str:
    """Return text without control characters and halves of pairs, which lxml takes from a page but
    from nobody else.
    """
    return _NO_TEXT.sub("", text)


def with_lines(document: Document) -> Document:
    """Return a document of which all that is said is one line each."""
    said = {name: getattr(document, name) for name in _SAID}
    tidy = {name: one_line(value) for name, value in said.items()}
    return document if tidy == said else replace(document, **tidy)
