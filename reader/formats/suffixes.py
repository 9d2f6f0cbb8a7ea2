"""Which formats are opened, and how their files are called; light enough for the window's start."""

from enum import Enum


class Format(Enum):
    """A format that can be read; the value is its files' suffixes."""

    TEXT = (".txt", ".text")
    MARKDOWN = (".md", ".markdown")
    PAGE = (".html", ".htm", ".xhtml")
    MHTML = (".mhtml", ".mht")
    PDF = (".pdf",)
    DOCX = (".docx",)
    ODT = (".odt",)
    RTF = (".rtf",)
    EPUB = (".epub",)
    EMAIL = (".eml",)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Return the suffixes of its files, the usual one first."""
        return self.value


SUFFIXES = frozenset(suffix for kind in Format for suffix in kind.suffixes)
"""The suffixes of all files that are opened, in small letters."""


def format_of_name(name: str) -> Format | None:
    """Return the format that a file's name says; None where it says none that is opened."""
    suffix = f".{name.rpartition('.')[2]}".casefold()
    return next((kind for kind in Format if suffix in kind.suffixes), None)
