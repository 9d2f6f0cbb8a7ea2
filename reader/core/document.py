"""A document: one article's text, its structure and what is known about its origin."""

import hashlib
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from reader.core.errors import ReaderError


class BlockKind(StrEnum):
    """What a block is in the article's structure."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_ROW = "table_row"  # its cells are parted by tabs
    PREFORMATTED = "preformatted"  # its line breaks count
    PICTURE = "picture"  # its text is the caption, which may be empty
    FOOTNOTE = "footnote"


class RowLevel(IntEnum):
    """What the `level` of a table's row says."""

    BODY = 0
    HEADER = 1
    FIRST = 2  # the first row of a table without a header; it parts two tables in a row


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like part of a document: a half-open span of code points into its text.

    `level` is the depth of a heading (1 is the highest) or of a list item, or a table's
    `RowLevel`; else 0. Only a picture's span may be empty.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


class RunKind(StrEnum):
    """What sets a run of characters apart from the text around it."""

    BOLD = "bold"
    ITALIC = "italic"
    STRIKE = "strike"
    CODE = "code"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    LINK = "link"
    NOTE = "note"  # the reference to a footnote
    MARKER = "marker"  # a list item's number or letter, as it stands in the source


@dataclass(frozen=True, slots=True)
class Run:
    """A half-open span of code points of one look; runs may overlap, and lie inside one block.

    `target` is a link's address (http, https, mailto, or `#` and the code point in this document
    that it leads to); of a note it is `#` and the start of the footnote's block.
    """

    start: int
    end: int
    kind: RunKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a block of that kind, by the block's place among the blocks.

    `source` is `resource:` and the key of a `Resource` that came with the article, or the http(s)
    address of one that is only fetched on the user's word. Width and height are in CSS pixels, 0
    where unknown.
    """

    block: int
    source: str
    alt: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that belongs to an article; `key` is the SHA-256 of `data` in hexadecimal."""

    key: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it was opened.

    `text` has `\\n` as its only line break and never changes; every offset of the product points
    into it, in code points. `blocks` are in reading order and don't overlap; what lies between
    them is white space. `id` is derived from the text alone, so the same article has the same id
    whatever file it came from; one in the library keeps its id when its text is updated. `source`
    is the file's absolute path, "" for none; unknown metadata is "" (`date` in ISO 8601, `language`
    as in BCP 47). `runs` are ordered by their start, `pictures` by their block.
    """

    id: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    source: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    language: str = ""
    runs: tuple[Run, ...] = ()
    pictures: tuple[Picture, ...] = ()

    def block_text(self, block: Block) -> str:
        """Return a block's text on one line; offsets into it are those into the block.

        A line break inside a block, as in text that was wrapped by hand, becomes a space.
        """
        return self.text[block.start : block.end].replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read from a file, an address or the clipboard.

    `resources` are the pictures that came with it. `original` is the file as it was, kept with the
    article where it can't be had again (a fetched page); else None. `doubt` is a sentence for the
    user where the text may not be the article: a cookie wall, a paywall, a stub.
    """

    document: Document
    resources: tuple[Resource, ...] = ()
    original: Resource | None = None
    doubt: ReaderError | None = None


def resource_of(data: bytes, media_type: str) -> Resource:
    """Return data as a resource, with its key."""
    return Resource(hashlib.sha256(data).hexdigest(), media_type, data)


def document_id(text: str) -> str:
    """Return the content hash that identifies a text: 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def normalize_newlines(text: str) -> str:
    """Return `text` with every line break (CRLF, CR, LF) as one `\\n`.

    Done once, on loading: Qt folds CRLF by itself, which would shift every later offset.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")
