"""Text and rich text from the clipboard, or dropped -> an article. Nothing is fetched."""

from dataclasses import replace

from reader.core.document import BlockKind, Document, Parsed, document_id, normalize_newlines
from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError
from reader.formats.builder import LINE_BREAK, DocumentBuilder
from reader.formats.from_html import build_html
from reader.formats.from_text import MAX_TITLE, find_blocks
from reader.formats.page.decoding import parse_page
from reader.formats.page.pictures import Pictures

_TITLE_WORDS = 12
_FIRST_BLOCKS = 3  # among which a headline is
_LEAST_SHARE = 0.5  # of the plain text's words that the rich one must have, to be the same text


def read_pasted(text: str, rich: str = "") -> Parsed:
    """Read what the clipboard holds as plain text and, where it does, as HTML.

    All of it is the article, as the user chose it. Its title is its first heading, else its first
    words.

    :raises DocumentError: where there is no text.
    """
    parsed = _read_rich(rich) if rich.strip() else None
    if parsed is None or _words(parsed.document.text) < _LEAST_SHARE * _words(text):
        parsed = Parsed(_read_plain(text))
    document = parsed.document
    if not document.blocks or not document.text.strip():
        raise DocumentError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is no text to paste: select the article's text, copy it, and paste it here.",
            )
        )
    return replace(parsed, document=replace(document, title=_title(document)))


def _read_rich(rich: str) -> Parsed | None:
    root = parse_page(rich)
    if root is None:
        return None
    pictures = Pictures()
    builder = DocumentBuilder()
    build_html(root, builder, resolve=pictures.resolve)
    document = builder.document()
    shown = {picture.source.removeprefix("resource:") for picture in document.pictures}
    return Parsed(document, tuple(each for each in pictures.resources if each.key in shown))


def _read_plain(text: str) -> Document:
    text = normalize_newlines(text).replace("\0", "").replace("\u2029", "\n")
    text = text.encode("utf-8", "replace").decode()  # half an emoji has no place in a text
    return Document(document_id(text), "", text, find_blocks(text))


def _title(document: Document) -> str:
    for block in document.blocks[:_FIRST_BLOCKS]:
        if block.kind is BlockKind.HEADING:
            return document.block_text(block).replace(LINE_BREAK, " ")[:MAX_TITLE]
    words = document.text[: 2 * MAX_TITLE].split()
    title = " ".join(words[:_TITLE_WORDS])[:MAX_TITLE]
    return f"{title}…" if len(words) > _TITLE_WORDS else title


def _words(text: str) -> int:
    return len(text.split())
