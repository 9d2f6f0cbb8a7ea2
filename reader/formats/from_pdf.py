"""PDF: pages made for print -> Parsed, with lines joined and columns in order."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reader.core.document import BlockKind, Document, Parsed
from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError
from reader.formats.builder import DocumentBuilder
from reader.formats.from_text import title_from_name
from reader.formats.refusals import TAKES_TOO_LONG, damaged, protected, refused, without_text

if TYPE_CHECKING:
    import pypdfium2 as pdfium

    from reader.formats.pdf.elements import Page

MOST_PAGES = 3_000
"""How many pages a document may have."""

LIMIT_S = 100.0
"""How long reading may take; the process that reads is ended soon after."""

_MAGIC, _END = b"%PDF-", b"%%EOF"
_ENCRYPTED = b"/Encrypt"
_WITHOUT_PAGES = re.compile(rb"/Kids\s*\[\s*\]")
_LATEST_MAGIC, _EARLIEST_END = 1024, 2048  # bytes from the file's start and end
_UNKNOWN_SHARE = 0.5  # of the glyphs, from which on the text is no text
_PICTURE_SHARE = 0.2  # of the pages, from which on it is said that text is missing
_LONGEST_TITLE = 300
_NO_TITLE = re.compile(
    r"microsoft \w+ - .*|untitled.*|sin título.*|(?:documento?|document|página|page) ?\d*|"
    r".*\.(?:docx?|odt|rtf|indd|qxp|qxd|pdf|txt|tex|html?|pptx?|xlsx?)|\W*|[\d_.-]+|https?:.*",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:usuario?|user|admin\w*|author|autor|unknown|desconocido|owner|root|anonymous|anónimo|"
    r"pc|windows|microsoft.*|adobe.*|.*\.(?:com|exe)|\W*)\d*",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def read_pdf(data: bytes, *, source: str = "") -> Parsed:
    """Read a PDF; `source` is its file's path.

    Its text is put in reading order. Pictures in it are kept, but for small ones. There is a doubt
    where pages can't be read or are pictures only.

    :raises DocumentError: where it can't be read, or holds no text.
    """
    if _MAGIC not in data[:_LATEST_MAGIC]:
        raise refused(source, _NO_PDF)
    is_whole = _END in data[-_EARLIEST_END:]
    document = _open(data, source)
    try:
        count = len(document)
        if count == 0:
            raise refused(source, _NO_PAGES) if is_whole else damaged(source)
        if count > MOST_PAGES:
            raise DocumentError(_TOO_MANY_PAGES, path=source, count=count, limit=MOST_PAGES)
        return _parsed(document, source, is_whole)
    finally:
        document.close()


_NO_PDF = QT_TRANSLATE_NOOP(
    "errors", "“{path}” is not a PDF, whatever its name says: get a fresh copy of it."
)
_NO_PAGES = QT_TRANSLATE_NOOP(
    "errors", "“{path}” is a PDF without pages: there is nothing to read in it."
)
_TOO_MANY_PAGES = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” has {count} pages, and {limit} at most can be opened: split it into parts.",
)
_SCANNED = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” holds pictures of pages but no text, as scans do: run it through text recognition "
    "(OCR) and open the result.",
)
_UNKNOWN_LETTERS = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” doesn't say which letters its signs stand for: print it to a new PDF through text "
    "recognition (OCR), or open the article in another format.",
)
_PAGES_LOST = QT_TRANSLATE_NOOP(
    "errors",
    "Of the {count} pages of “{path}”, {lost} are damaged and missing here: get a fresh copy of "
    "it.",
)
_PAGES_SCANNED = QT_TRANSLATE_NOOP(
    "errors",
    "Of the {count} pages of “{path}”, {lost} are pictures without text and missing here: run it "
    "through text recognition (OCR).",
)
_CUT_SHORT = QT_TRANSLATE_NOOP(
    "errors", "“{path}” is cut short, so that part of it may be missing: get a fresh copy of it."
)


def _open(data: bytes, source: str) -> "pdfium.PdfDocument":
    import pypdfium2 as pdfium

    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        # PDFium's code may still be that of an earlier file, so the file itself is asked.
        if _ENCRYPTED in data and _END in data[-_EARLIEST_END:]:
            raise protected(source) from error
        if _WITHOUT_PAGES.search(data):
            raise refused(source, _NO_PAGES) from error
        raise damaged(source) from error


def _parsed(document: "pdfium.PdfDocument", source: str, is_whole: bool) -> Parsed:
    from reader.formats.pdf.furniture import drop_furniture
    from reader.formats.pdf.lines import measure
    from reader.formats.pdf.story import tell
    from reader.formats.pdf.words import Words
    from reader.formats.pdf.writing import Writer

    check = _deadline(source)
    pages, lost = _pages(document, check)
    _ensure_text(pages, source)
    usual = measure(pages)
    drop_furniture(pages)
    words = Words(strip.text for page in pages for strip in page.strips)
    builder = DocumentBuilder()
    writer = Writer(builder, usual, words)
    writer.write(tell(pages, usual, words, check=check))
    if not builder.block_count:
        raise without_text(source)
    made = builder.document(source=source, **_metadata(document))
    title = made.title or _first_heading(made) or title_from_name(source)
    return Parsed(
        replace(made, title=title),
        tuple(writer.resources),
        doubt=_doubt(pages, lost, source, is_whole),
    )


def _deadline(source: str) -> Callable[[], None]:
    end = time.monotonic() + LIMIT_S

    def check() -> None:
        if time.monotonic() > end:
            raise refused(source, TAKES_TOO_LONG)

    return check


def _pages(document: "pdfium.PdfDocument", check: Callable[[], None]) -> tuple[list["Page"], int]:
    """Return the pages, and how many of them are damaged."""
    import pypdfium2 as pdfium

    from reader.formats.pdf.page import read_page
    from reader.formats.pdf.pictures import Shapes

    pages: list[Page] = []
    shapes = Shapes()
    for number in range(len(document)):
        check()
        try:
            pages.append(read_page(document, number, shapes))
        except pdfium.PdfiumError:
            continue
    for page in pages:
        page.figures = [
            figure
            for figure in page.figures
            if figure.resource is None or not shapes.is_repeated(figure.resource.key)
        ]
    return pages, len(document) - len(pages)


def _ensure_text(pages: "Sequence[Page]", source: str) -> None:
    """Raise the error that says why there is no text, where there is none."""
    if not pages:
        raise damaged(source)
    glyphs = sum(page.glyphs for page in pages)
    if glyphs and sum(page.unknown for page in pages) > _UNKNOWN_SHARE * glyphs:
        raise refused(source, _UNKNOWN_LETTERS)
    if all(page.is_picture for page in pages):
        raise refused(source, _SCANNED)
    if not any(page.strips for page in pages):
        has_pictures = any(page.is_picture for page in pages)
        raise refused(source, _SCANNED) if has_pictures else without_text(source)


def _doubt(pages: "Sequence[Page]", lost: int, source: str, is_whole: bool) -> DocumentError | None:
    count = len(pages) + lost
    if lost:
        return DocumentError(_PAGES_LOST, path=source, count=count, lost=lost)
    if not is_whole:
        return refused(source, _CUT_SHORT)
    pictures = sum(page.is_picture for page in pages)
    if pictures > 1 and pictures > _PICTURE_SHARE * count:
        return DocumentError(_PAGES_SCANNED, path=source, count=count, lost=pictures)
    return None


def _first_heading(document: Document) -> str:
    """Return the highest of the first headings; "" for none."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    highest = min(headings, key=lambda block: block.level, default=None)
    return document.block_text(highest)[:_LONGEST_TITLE] if highest else ""


def _metadata(document: "pdfium.PdfDocument") -> dict[str, str]:
    found = document.get_metadata_dict()
    title = " ".join(found.get("Title", "").split())
    author = " ".join(found.get("Author", "").split())
    if _NO_TITLE.fullmatch(title) or len(title) > _LONGEST_TITLE:
        title = ""
    if _NO_AUTHOR.fullmatch(author) or len(author) > _LONGEST_TITLE:
        author = ""
    day = _day(found.get("CreationDate", "")) or _day(found.get("ModDate", ""))
    return {"title": title, "author": author, "date": day, "language": _language(document)}


def _day(text: str) -> str:
    """Return the day of a PDF's date in ISO 8601; "" for none."""
    match = _DATE.match(text.strip())
    if match is None:
        return ""
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1)).isoformat()
    except ValueError:
        return ""


def _language(document: "pdfium.PdfDocument") -> str:
    import ctypes

    from pypdfium2 import raw

    length = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < length < 200:
        return ""
    buffer = ctypes.create_string_buffer(length)
    held = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFCatalog_GetLanguage(document.raw, held, length)
    text = buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")
    return text.replace("_", "-") if _LANGUAGE.fullmatch(text) else ""
