"""Footnotes: small text at a page's foot that a raised number in its text refers to."""

import re
from collections.abc import Iterator

from reader.core.document import BlockKind
from reader.formats.pdf.elements import Page
from reader.formats.pdf.lines import Measure
from reader.formats.pdf.paragraphs import Paragraph

_SMALL = 0.95  # sizes of the body text
_LOWER_PART = 0.4  # of the page, above which no note starts
MARK = re.compile(r"\[?(\d{1,3}|\*{1,3}|[†‡])\]?[.)]?(?=\s|\D)\s*")
REFERENCE = re.compile(r"\s*[\[(]?(\d{1,3}|\*{1,3}|[†‡])[\])]?\s*")


def mark_notes(paragraphs: list[Paragraph], page: Page, usual: Measure) -> None:
    """Tell a page's footnotes from its other paragraphs."""
    referred = set(_references(paragraphs))
    if not referred:
        return
    note: Paragraph | None = None
    for each in list(paragraphs):
        is_low = bool(each.lines) and each.lines[0].top > _LOWER_PART * page.height
        is_small = each.size < _SMALL * usual.size
        if each.kind is not BlockKind.PARAGRAPH or not is_low or not is_small:
            note = None
            continue
        number = mark_of(each)
        if number in referred:
            each.kind, note = BlockKind.FOOTNOTE, each
            referred.discard(number)
        elif note is not None and not number and abs(each.size - note.size) < 0.3:
            note.lines = note.lines + each.lines
            paragraphs.remove(each)


def mark_of(paragraph: Paragraph) -> str:
    """Return the number or sign that a note starts with; "" for none."""
    match = MARK.match(paragraph.lines[0].text.lstrip())
    return match[1] if match else ""


def _references(paragraphs: list[Paragraph]) -> Iterator[str]:
    for each in paragraphs:
        for line in each.lines:
            for number, piece in enumerate(line.pieces):
                match = REFERENCE.fullmatch(piece.text) if piece.look.raised else None
                if match and (number or len(line.pieces) == 1):
                    yield match[1]
