"""A web page, saved or fetched -> the article in it. Nothing runs, and nothing is fetched."""

import re
from collections.abc import Mapping
from dataclasses import replace

from lxml import etree, html

from reader.core.document import BlockKind, Document, Parsed, Picture, resource_of
from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError
from reader.formats.builder import LINE_BREAK, DocumentBuilder
from reader.formats.from_html import build_html
from reader.formats.from_text import MAX_TITLE, read_text, title_from_name
from reader.formats.page.article import isolate
from reader.formats.page.decoding import decode_page, looks_like_html, parse_page
from reader.formats.page.doubt import doubt_about
from reader.formats.page.extraction import extract, words_of
from reader.formats.page.metadata import PageMetadata, guess_missing, read_metadata
from reader.formats.page.pictures import Pictures

_PLACEHOLDERS = ("data:image/gif", "data:image/svg", "about:blank")
_LATER = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-srcset", "srcset")
_LATER_NAME = re.compile(r"data-[\w-]*src[\w-]*")
_PLACEHOLDER = re.compile(
    r"/(?:lazy|placeholder|blank|spacer|pixel|transparent|loading|dummy|1x1)[\w-]*\.(?:svg|gif|png)",
    re.IGNORECASE,
)
_SILENT = frozenset("script style template head svg iframe object nav footer".split())
_MOST_VISIBLE = 60_000  # characters of the page that are searched for a wall's words
_REPEATED = 0.6  # of what stands for a picture; with so much in its caption it is a repetition
_FIRST_BLOCKS = 6  # among which the headline is


def read_page(
    data: bytes,
    *,
    source: str = "",
    address: str = "",
    charset: str = "",
    parts: Mapping[str, bytes] | None = None,
) -> Parsed:
    """Read the article of a web page.

    `source` is its file's path, in whose folder the pictures of a saved page are; `address` is
    where it was fetched from; `charset` is what the server said; `parts` are an archive's pictures
    by their addresses.

    :raises DocumentError: where there is no text in it.
    """
    text = decode_page(data, charset=charset)
    if not looks_like_html(text):
        return Parsed(read_text(data, source=source or address))
    root = parse_page(text)
    if root is None:
        raise _no_text(source or address)
    said = guess_missing(read_metadata(root, address=address), root)
    visible = _visible_text(root)
    article = _article(root, said)
    pictures = Pictures(source=source, parts=parts, base=said.base)
    builder = DocumentBuilder()
    build_html(article, builder, resolve=pictures.resolve, base=said.base)
    document = builder.document(
        title=said.title, source=source, outlet=said.outlet, author=said.author, date=said.date,
        url=said.url, language=said.language,
    )  # fmt: skip
    if not document.text.strip():
        raise _no_text(source or address)
    doubt = doubt_about(document.text, page=visible, title=said.title, is_closed=said.is_closed)
    document = replace(document, title=_title(document), pictures=_said_once(document))
    shown = {picture.source.removeprefix("resource:") for picture in document.pictures}
    resources = tuple(found for found in pictures.resources if found.key in shown)
    # A file can be opened again; what was fetched is kept, because a site may change it.
    original = resource_of(data, "text/html") if address and not source else None
    return Parsed(document, resources, original, doubt)


def _article(root: html.HtmlElement, said: PageMetadata) -> html.HtmlElement:
    """Return what is the article of a page; the page itself, changed, where none is found."""
    extraction = extract(root, address=said.base)
    _wake_pictures(root)
    if extraction is None:
        return root
    return isolate(
        root, extraction, title=said.title, summary=said.description, picture=said.picture
    )


def _title(document: Document) -> str:
    """Return the headline as the page shows it, else as it states it, else the file's name."""
    for block in document.blocks[:_FIRST_BLOCKS]:
        if block.kind is BlockKind.HEADING and block.level == 1:
            return document.block_text(block).replace(LINE_BREAK, " ")[:MAX_TITLE]
    return document.title or title_from_name(document.source) or document.outlet


def _said_once(document: Document) -> tuple[Picture, ...]:
    """Return the pictures without the words for them that their captions say too.

    Newspapers put the caption, or an earlier version of it, there, and both would be shown.
    """
    pictures: list[Picture] = []
    for picture in document.pictures:
        said = words_of(document.block_text(document.blocks[picture.block]))
        words = words_of(picture.alt)
        repeats = sum(word in said for word in words) >= _REPEATED * len(words)
        pictures.append(replace(picture, alt="") if repeats else picture)
    return tuple(pictures)


def _visible_text(root: html.HtmlElement) -> str:
    """Return the first part of what a page shows over its foot, or would show without scripts."""
    parts: list[str] = []
    length = 0
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in events:
        said = element.text if event == "start" else element.tail
        if event == "start" and element.tag in _SILENT:
            events.skip_subtree()
            continue
        if said and said.strip():
            parts.append(said.strip())
            length += len(said)
            if length > _MOST_VISIBLE:
                break
    return " ".join(parts)[:_MOST_VISIBLE]


def _wake_pictures(root: html.HtmlElement) -> None:
    """Give the pictures that a script would have loaded later the address of the real one."""
    for picture in root.iter("img", "amp-img"):
        picture.tag = "img"
        if (address := picture.get("src", "").strip()) and not _is_placeholder(address):
            continue
        source = picture.getprevious() if picture.getparent() is not None else None
        stated = [picture.get(name) for name in _LATER]
        stated += [value for name, value in picture.items() if _LATER_NAME.fullmatch(name)]
        stated += [source.get("srcset")] if source is not None and source.tag == "source" else []
        for value in stated:
            address = (value or "").strip().split(",")[0].split(" ")[0]
            if address and not _is_placeholder(address):
                picture.set("src", address)
                break


def _is_placeholder(address: str) -> bool:
    """Return whether an address is of what is shown until the real picture has come."""
    return address.lower().startswith(_PLACEHOLDERS) or _PLACEHOLDER.search(address) is not None


def _no_text(path: str) -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The page “{path}” shows no text: open it in your browser, and paste the article's "
            "text here.",
        ),
        path=path,
    )
