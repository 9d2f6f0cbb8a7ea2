"""Word, OpenDocument, rich text and e-books -> Parsed, by way of pandoc."""

import re
from collections.abc import Mapping
from dataclasses import replace

from lxml import html

from reader.core.document import Parsed
from reader.formats.archive import pack, read_members
from reader.formats.builder import DocumentBuilder
from reader.formats.described import described
from reader.formats.from_html import build_html
from reader.formats.lines import legal
from reader.formats.office_metadata import (
    Metadata,
    docx_metadata,
    epub_metadata,
    metadata_of,
    odt_metadata,
    package_name,
    rtf_metadata,
)
from reader.formats.page.pictures import Pictures
from reader.formats.pandoc import to_html
from reader.formats.refusals import COPY_PROTECTED, damaged, protected, refused

_FONT_ALGORITHMS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
"""What encryption of an e-book's fonts alone is called; its text can be read all the same."""

_PIXELS = {"in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "pt": 96 / 72, "pc": 16, "px": 1}
_LENGTH = re.compile(r"(width|height):\s*(\d{1,5}(?:\.\d+)?)(in|cm|mm|pt|pc|px)")
_DATA = re.compile(r' src="(data:[^"]*)"')
_FIRST_BLOCK = "({}::*[self::h1 or self::h2 or self::p][normalize-space()])[1]"
_NUMBERED = re.compile(rb"(?<!\\)\\u-?\d{1,6}(?![\s\d\\{}])")
_NO_DESCRIPTION = "image"  # pandoc's word for it, in rich text
_BULLET = re.compile(r"[•◦▪‣·]\s+")
_NUMBER = re.compile(r"(\d{1,3})\.\s+")


def read_docx(data: bytes, *, source: str = "") -> Parsed:
    """Read a Word document; `source` is its path.

    :raises DocumentError: where it can't be read.
    """
    members = read_members(data, source=source)
    if not any(name.startswith("word/") and name.endswith(".xml") for name in members):
        raise damaged(source)
    page = to_html(pack(members), kind="docx", source=source)
    return _parsed(page, docx_metadata(members), source)


def read_odt(data: bytes, *, source: str = "") -> Parsed:
    """Read an OpenDocument text; `source` is its path.

    :raises DocumentError: where it can't be read.
    """
    members = read_members(data, source=source)
    is_encrypted = b"encryption-data" in members.get("META-INF/manifest.xml", b"")
    if is_encrypted or "encrypted-package" in members:
        raise protected(source)
    if "content.xml" not in members:
        raise damaged(source)
    page = to_html(pack(members), kind="odt", source=source)
    return _parsed(page, odt_metadata(members), source)


def read_epub(data: bytes, *, source: str = "") -> Parsed:
    """Read an e-book, its chapters one after another; `source` is its path.

    :raises DocumentError: where it can't be read.
    """
    members = read_members(data, source=source)
    if _is_copy_protected(members):
        raise refused(source, COPY_PROTECTED)
    if package_name(members) not in members:
        raise damaged(source)
    page = to_html(pack(members), kind="epub", source=source)
    return _parsed(page, epub_metadata(members), source, is_book=True)


def read_rtf(data: bytes, *, source: str = "") -> Parsed:
    """Read rich text; `source` is its path.

    :raises DocumentError: where it can't be read.
    """
    data = data.rstrip(b"\0 \r\n\t")
    if not data.endswith(b"}"):
        raise damaged(source)
    # Footnotes are marked as what older programs may leave out, and pandoc is one of these. Of a
    # character by its number it takes the word behind for what older programs show instead.
    data = _NUMBERED.sub(rb"\g<0> ", data.replace(rb"{\*\footnote", rb"{\footnote"))
    page = to_html(data, kind="rtf", source=source)
    return _parsed(page, rtf_metadata(data), source, is_rich_text=True)


def _is_copy_protected(members: Mapping[str, bytes]) -> bool:
    encryption = members.get("META-INF/encryption.xml", b"")
    algorithms = re.findall(rb"EncryptionMethod[^>]*Algorithm\s*=\s*[\"']([^\"']+)", encryption)
    has_rights = "META-INF/rights.xml" in members or "META-INF/sinf.xml" in members
    return any(each not in _FONT_ALGORITHMS for each in algorithms) or (
        has_rights and bool(algorithms)
    )


def _parsed(
    page: str, known: Metadata, source: str, *, is_book: bool = False, is_rich_text: bool = False
) -> Parsed:
    pictures = Pictures()
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    root = html.fromstring(_keep_pictures(page, pictures).encode("utf-8", "replace"), parser=parser)
    if is_rich_text:  # whose title is a property, and read better than pandoc does
        for header in _title_blocks(root):
            header.drop_tree()
    known = _with_title_block(root, known)
    _mark_title(root, known.title)
    if is_rich_text:
        _make_lists(root)
    _tidy_pictures(root)
    builder = DocumentBuilder()
    build_html(root, builder, resolve=_resolve)
    # A book starts with a chapter's heading; a letter's properties may be those of another letter.
    return described(
        builder, known, source=source, resources=pictures.resources, prefers_heading=not is_book
    )


def _keep_pictures(page: str, pictures: Pictures) -> str:
    """Take the pictures out of a page, which a parser of HTML would not take.

    Text can't be mistaken for them: pandoc writes quotation marks in it as `&quot;`.
    """
    return _DATA.sub(
        lambda match: f' src="{pictures.resolve(match[1]) or ""}"',
        page,
    )


def _resolve(address: str) -> str | None:
    return address if address.startswith(("resource:", "http://", "https://")) else None


def _title_blocks(root: html.HtmlElement) -> list[html.HtmlElement]:
    return [each for each in root.iter("header") if each.get("id") == "title-block-header"]


def _with_title_block(root: html.HtmlElement, known: Metadata) -> Metadata:
    """Return metadata with what the text's own title block says, which pandoc sets apart.

    Its title and subtitle go back to the text, unless that starts with the same title; what the
    file's properties say of the author counts for more.
    """
    for header in _title_blocks(root):
        title, author, date = (
            _line(header.xpath(f".//*[@class='{name}']")) for name in ("title", "author", "date")
        )
        for line in header.xpath(".//*[@class='author' or @class='date']"):
            line.drop_tree()
        start = _line(header.xpath(_FIRST_BLOCK.format("following")))
        if not title or start == title:
            header.drop_tree()
        said = metadata_of({"title": title, "creator": author, "date": date})
        return replace(
            known,
            title=said.title or known.title,
            author=known.author or said.author,
            date=said.date or known.date,
        )
    return known


def _mark_title(root: html.HtmlElement, title: str) -> None:
    """Make the first paragraph a heading where it says the title, whatever its style."""
    for first in root.xpath(_FIRST_BLOCK.format("//body/descendant")):
        if title and first.tag == "p" and _line([first]) == title:
            first.tag = "h1"


def _line(elements: list[html.HtmlElement]) -> str:
    """Return the texts of elements on one line."""
    return ", ".join(" ".join(str(element.text_content()).split()) for element in elements)


def _tidy_pictures(root: html.HtmlElement) -> None:
    """Give pictures their size in pixels, where it is in another unit, and captions in one piece.

    A caption's paragraphs would end it.
    """
    for picture in root.iter("img"):
        for name, number, unit in _LENGTH.findall(picture.get("style") or ""):
            picture.set(name, str(round(float(number) * _PIXELS[unit])))
        if picture.get("alt") == _NO_DESCRIPTION:
            picture.set("alt", "")
    for paragraph in root.xpath("//figcaption/p"):
        paragraph.tail = f" {legal(paragraph.tail or '')}"
        paragraph.drop_tag()


def _make_lists(root: html.HtmlElement) -> None:
    """Make lists of paragraphs that start with a bullet, or with the numbers from 1 on."""
    for paragraph in list(root.xpath("//body/p|//blockquote/p")):
        text = paragraph.text or ""
        before = paragraph.getprevious()
        is_next = before is not None and before.tag == "ol"
        due = 1 + (len(before) if is_next else 0)  # type: ignore[arg-type]
        number = _NUMBER.match(text)
        match = number if number and int(number[1]) == due else _BULLET.match(text)
        if match is None:
            continue
        tag = "ol" if match is number else "ul"
        if before is None or before.tag != tag or (before.tail or "").strip():
            before = html.Element(tag)
            paragraph.addprevious(before)
        paragraph.tag = "li"
        paragraph.text = legal(text[match.end() :])
        paragraph.tail = None
        before.append(paragraph)
