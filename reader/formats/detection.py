"""What a file is: by what it holds first, by its name second."""

import re

from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError
from reader.formats.page.pictures import raster_of
from reader.formats.refusals import protected, unsupported
from reader.formats.suffixes import Format, format_of_name

_HEAD = 4096  # bytes that are looked at
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB]: old Office files, and encrypted new ones
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MIMETYPES = {
    b"application/epub+zip": Format.EPUB,
    b"application/vnd.oasis.opendocument.text": Format.ODT,
    b"application/vnd.oasis.opendocument.text-template": Format.ODT,
}
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]?.*(?:\r?\n[ \t].*)*\r?\n")
_MAIL = (
    *(b"from", b"to", b"subject", b"date", b"received", b"message-id"),
    *(b"return-path", b"delivered-to", b"mime-version"),
)
_LONGEST_TYPE = 200  # bytes
_LEAST_HEADERS = 4  # of mail, in a file whose name says something else


def find_format(data: bytes, *, source: str = "") -> Format:
    """Return the format of a file that holds `data`; `source` is its path.

    What is of no other format is TEXT, whose reader finds out whether it is.

    :raises DocumentError: for what is certainly of a format that can't be read, and why.
    """
    named = format_of_name(source)
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"{\\rtf"):
        return Format.RTF
    if head.startswith(_OLE):
        raise _ole_error(data, source)
    if raster_of(head) is not None:
        raise DocumentError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{path}” is a picture: have a program that recognizes text (OCR) read it, and "
                "paste here what it found.",
            ),
            path=source,
        )
    if head.startswith(_ZIP):
        return _format_of_zip(data, source)
    return _format_of_text(_without_mark(data[: 16 * _HEAD]), named)


def _without_mark(data: bytes) -> bytes:
    """Return text as it would be in ASCII or UTF-8, without a byte order mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[: len(data) // 2 * 2].decode("utf-16", "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _format_of_text(head: bytes, named: Format | None) -> Format:
    if _is_html(head):
        return Format.PAGE
    headers = _headers(head)
    is_mail = sum(name in headers for name in _MAIL) >= _LEAST_HEADERS
    if b"mime-version" in headers and b"multipart/related" in headers.get(b"content-type", b""):
        is_page = named is Format.MHTML or b"snapshot-content-location" in headers
        if is_page or not is_mail or headers.get(b"from", b"").startswith(b"<saved by"):
            return Format.MHTML
    if is_mail or (headers and named in (Format.EMAIL, Format.MHTML)):
        return Format.EMAIL
    if named in (Format.MARKDOWN, Format.PAGE):
        return named
    return Format.TEXT


def _is_html(head: bytes) -> bool:
    # Comments and an XML declaration may come before.
    start = re.sub(rb"^(?:\s+|<!--.*?-->|<\?xml.*?\?>)+", b"", head, flags=re.DOTALL)
    return re.match(rb"<!doctype\s+html|<html[\s>]", start, re.IGNORECASE) is not None


def _headers(head: bytes) -> dict[bytes, bytes]:
    """Return the header that a message starts with, names and values in small letters."""
    if head.startswith(b"From "):  # the line before a message in a mailbox
        head = head.partition(b"\n")[2]
    found: dict[bytes, bytes] = {}
    position = 0
    while match := _HEADER.match(head, position):
        name, _, value = match[0].partition(b":")
        found.setdefault(name.lower(), value.strip().lower())
        position = match.end()
    return found


def _format_of_zip(data: bytes, source: str) -> Format:
    from reader.formats.archive import open_zip

    with open_zip(data, source=source) as archive:
        names = set(archive.namelist())
        mimetype = b""
        if "mimetype" in names and archive.getinfo("mimetype").file_size < _LONGEST_TYPE:
            mimetype = archive.read("mimetype").strip()
    if mimetype in _MIMETYPES:
        return _MIMETYPES[mimetype]
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return Format.DOCX
    if "META-INF/container.xml" in names and not mimetype:
        return Format.EPUB
    raise unsupported(source)


def _ole_error(data: bytes, source: str) -> DocumentError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return protected(source)
    if "WordDocument".encode("utf-16-le") in data:
        return DocumentError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{path}” is an old Word document: open it in Word or LibreOffice, save it as "
                ".docx, and open that.",
            ),
            path=source,
        )
    return unsupported(source)
