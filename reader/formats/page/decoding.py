"""The bytes of a web page -> its text, and its text -> a tree."""

import codecs
import re

from lxml import etree, html

from reader.core.document import normalize_newlines
from reader.core.errors import DocumentError
from reader.formats.from_text import decode

_HEAD = 4096  # bytes in which a page must say its encoding; browsers look at 1,024
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_TAG = re.compile(r"<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WESTERN = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-15": "iso8859-15"}
"""What a page means by an encoding's name is what browsers take it for."""

_OF_PROGRAMS = ("unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "utf-7")
"""What Python knows and no browser does; some fail in ways of their own."""

_STRAYS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or "\ufffd" for byte in range(128, 256)
}
_MAX_STRAY = 0.3  # of what is beyond ASCII; with more, the page isn't UTF-8 at all
_DECLARATIONS = re.compile(r"^(?:<\?xml[^>]*>)?\s*<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.DOTALL | re.I)
_VAST_DATA = re.compile(r"data:[^\s\"'<>]{9000000,}")
_VAST_TEXT = re.compile(r">[^<]{1000000,}")
_PART = re.compile(r".{250000}\S{0,10000}(?=\s|.)", re.DOTALL)
_VAST_TAG = re.compile(r"<([a-zA-Z][\w:-]{0,50})[^<>]{8000,}")
_MOST_ATTRIBUTES = 400
_VOID = ("source", "track", "wbr", "embed")
_CHUNK = 1 << 16
_EXOTIC = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def decode_page(data: bytes, *, charset: str = "") -> str:
    """Return the text of a page; what can't be decoded is shown as a replacement character.

    Its encoding is said by its mark, by the server (`charset`) or by itself, unless its bytes say
    otherwise; single stray bytes of Windows-1252 in a page of UTF-8 are taken for what they are.
    """
    if data.startswith(_MARKS):
        encoding = "utf-8" if data.startswith(codecs.BOM_UTF8) else "utf-16"
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    if wide := _wide_encoding(data[:200]):
        return data.decode(wide, "replace")
    data = data.replace(b"\0", b"")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _known(charset) or _declared(data[:_HEAD])
    if declared not in ("", "utf-8"):
        try:
            return data.decode(_WESTERN.get(declared, declared))
        except UnicodeDecodeError:
            if declared not in _WESTERN:
                return data.decode(declared, "replace")
    mended = data.decode("utf-8", "surrogateescape")
    strays = len(re.findall("[\udc80-\udcff]", mended))
    beyond = sum(character > "\x7f" for character in mended)
    if strays <= _MAX_STRAY * beyond:
        return mended.translate(_STRAYS)
    try:
        return decode(data)
    except DocumentError:
        return data.decode("cp1252", "replace")


def looks_like_html(text: str) -> bool:
    """Return whether there is a tag in the first part of a text."""
    return _TAG.search(text, 0, 200_000) is not None


def parse_page(text: str) -> html.HtmlElement | None:
    """Return the root of a page's tree; None where there is nothing in it.

    Always as HTML, whose parser knows no entities but the standard's: a page can't grow by what it
    declares. `huge_tree` stays off, so libxml2 keeps its limits.
    """
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    cleaned = _DECLARATIONS.sub("", _EXOTIC.sub("", normalize_newlines(text)).strip(), count=1)
    # libxml2 drops a text or an attribute of more than ten million bytes, and what follows it; its
    # time grows with the square of an element's attributes.
    cleaned = _VAST_DATA.sub("data:,", cleaned)
    cleaned = _VAST_TEXT.sub(lambda found: _PART.sub(r"\g<0><!---->", found[0]), cleaned)
    cleaned = _VAST_TAG.sub(_with_few_attributes, cleaned)
    if not cleaned:
        return None
    data = cleaned.encode("utf-8", "replace")
    try:
        for place in range(0, len(data), _CHUNK):  # given at once, it reads ten million bytes
            parser.feed(data[place : place + _CHUNK])
        root = parser.close()
    except (etree.LxmlError, ValueError):  # nothing but comments
        return None
    if not isinstance(root, html.HtmlElement) or root.tag != "html":
        return None
    _part_void(root)
    return root


def _part_void(root: html.HtmlElement) -> None:
    """Take out of each element that can hold nothing what libxml2 put there.

    It knows the elements of HTML 4, so that in `<picture><source …><img …></picture>`, as every
    newspaper has it, the picture lies in the source.
    """
    for element in reversed(list(root.iter(*_VOID))):
        if element.text:
            element.tail = element.text + (element.tail or "")
            element.text = None
        for inner in reversed(element):
            element.addnext(inner)


def _with_few_attributes(tag: re.Match[str]) -> str:
    return tag[0] if tag[0].count("=") <= _MOST_ATTRIBUTES else f"<{tag[1]}"


def _known(name: str) -> str:
    """Return Python's name of an encoding that a page may be in; "" for none, or another codec."""
    try:
        known = codecs.lookup(name).name if name else ""
        b"x".decode(known or "utf-8", "ignore")  # a codec that isn't for text is none that is known
    except (LookupError, ValueError):
        return ""
    return "" if known in _OF_PROGRAMS else known


def _declared(head: bytes) -> str:
    found = _CHARSET.search(head)
    name = _known(found[1].decode("ascii", "ignore")) if found else ""
    # A page whose bytes can be read this far isn't in an encoding of two bytes a character.
    return "" if name.startswith(("utf-16", "utf-32")) else name


def _wide_encoding(head: bytes) -> str:
    """Return the encoding of two bytes a character that a page without a mark is in, or ""."""
    if head[:1] == b"<" and head[1:2] == b"\0" and head.count(0, 1) > len(head) // 3:
        return "utf-16-le"
    if head[:2] == b"\0<" and head.count(0) > len(head) // 3:
        return "utf-16-be"
    return ""
