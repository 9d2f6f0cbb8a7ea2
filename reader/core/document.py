"""A document: one article's text, its structure and what is known about its origin."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is in the article's structure."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like part of a document: a half-open span of code points into its text.

    `level` is the depth of a heading (1 is the highest) or of a list item; else 0.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it was opened.

    `text` has `\\n` as its only line break and never changes; every offset of the product points
    into it, in code points. `blocks` are in reading order and don't overlap; what lies between
    them is white space. `id` is derived from the text alone, so the same article has the same id
    whatever file it came from. `source` is the file's absolute path, "" for none; unknown metadata
    is "" (`date` in ISO 8601, `language` as in BCP 47).
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

    def block_text(self, block: Block) -> str:
        """Return a block's text on one line; offsets into it are those into the block.

        A line break inside a block, as in text that was wrapped by hand, becomes a space.
        """
        return self.text[block.start : block.end].replace("\n", " ")


def document_id(text: str) -> str:
    """Return the content hash that identifies a text: 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def normalize_newlines(text: str) -> str:
    """Return `text` with every line break (CRLF, CR, LF) as one `\\n`.

    Done once, on loading: Qt folds CRLF by itself, which would shift every later offset.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")
