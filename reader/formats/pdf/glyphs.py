"""The glyphs of a page, as PDFium finds them -> strips of text."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from reader.formats.pdf.elements import Box, Handle, Look, Piece, Strip

MOST_GLYPHS = 200_000
"""How many of a page are read; a full newspaper page has about 30,000."""

_HYPHENS = {0x02: "-", 0xFFFE: "-"}  # PDFium's own sign for a hyphen that ends a line
_UNKNOWN = "\ufffd"
_SPACES = frozenset({9, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000})
_NOTHING = frozenset({0x0A, 0x0D, 0x200B, 0x200C, 0x200D, 0xFEFF, 0x2060})
_MAX_TILT = math.radians(3)
_FIXED_ITALIC, _FORCED_BOLD = 1 << 6, 1 << 18  # PDF 32000-1, table 123
_BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv|cursiva", re.IGNORECASE)
_BOLD_WEIGHT = 600
_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "˜": "\u0303",
    "ˆ": "\u0302",
    "¸": "\u0327",
}
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_WORD_GAP = 0.25  # in font sizes, where no space is written
_LONGEST_GAP = 0.7
_MOSTLY = 0.8  # of the glyphs of a page that is turned


class Frame(NamedTuple):
    """From a page's own coordinates to those of `elements`, for text turned by `quarters`."""

    x0: float
    y0: float
    x1: float
    y1: float
    quarters: int

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a rectangle of the page."""
        if self.quarters == 0:
            return Box(left - self.x0, right - self.x0, self.y1 - top, self.y1 - bottom)
        if self.quarters == 1:
            return Box(bottom - self.y0, top - self.y0, left - self.x0, right - self.x0)
        if self.quarters == 2:
            return Box(self.x1 - right, self.x1 - left, bottom - self.y0, top - self.y0)
        return Box(self.y1 - top, self.y1 - bottom, self.x1 - right, self.x1 - left)

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height."""
        size = (self.x1 - self.x0, self.y1 - self.y0)
        return size if self.quarters % 2 == 0 else (size[1], size[0])


@dataclass(slots=True)
class _Font:
    """What the glyphs of one text object share."""

    size: float
    bold: bool
    italic: bool
    quarters: int  # -1 for a slant
    x: float
    y: float


class _Glyph(NamedTuple):
    text: str
    left: float
    bottom: float
    right: float
    top: float
    font: _Font


class Glyphs(NamedTuple):
    """What a page's text is made of; `None` stands for a space."""

    glyphs: list[_Glyph | None]
    found: int
    unknown: int

    def quarters(self, rotation: int) -> int:
        """Return by how many quarters most text is turned; by the page's rotation in doubt."""
        counts = Counter(glyph.font.quarters for glyph in self.glyphs if glyph)
        counts.pop(-1, None)
        for quarters, count in counts.most_common(1):
            if count >= _MOSTLY * self.found:
                return quarters
        return rotation // 90 % 4


def read_glyphs(page: pdfium.PdfPage) -> Glyphs:
    """Return the glyphs of a page in the order in which they are drawn."""
    text_page = page.get_textpage()
    try:
        return _read(text_page.raw, min(text_page.count_chars(), MOST_GLYPHS))
    finally:
        text_page.close()


def _read(text_page: Handle, count: int) -> Glyphs:
    glyphs: list[_Glyph | None] = []
    fonts: dict[int, _Font] = {}
    faces: dict[int, tuple[bool, bool]] = {}
    rectangle = raw.FS_RECTF()
    reference = ctypes.byref(rectangle)
    found = unknown = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in _SPACES:
            glyphs.append(None)
            continue
        if code in _NOTHING:
            continue
        drawn = raw.FPDFText_GetTextObject(text_page, index)
        if not drawn or not raw.FPDFText_GetLooseCharBox(text_page, index, reference):
            continue
        address = ctypes.addressof(drawn.contents)
        font = fonts.get(address)
        if font is None:
            font = fonts[address] = _font(text_page, index, drawn, faces)
        found += 1
        text = _HYPHENS.get(code) or (chr(code) if code > 0x1F else _UNKNOWN)
        unknown += text == _UNKNOWN
        edges = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
        glyphs.append(_Glyph(text, *edges, font))
    return Glyphs(glyphs, found, unknown)


def _font(
    text_page: Handle,
    index: int,
    drawn: Handle,
    faces: dict[int, tuple[bool, bool]],
) -> _Font:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    height = math.hypot(matrix.c, matrix.d)
    size = raw.FPDFText_GetFontSize(text_page, index) * (height or 1.0)
    angle = math.atan2(matrix.b, matrix.a)
    quarters = round(angle / (math.pi / 2))
    is_straight = abs(angle - quarters * math.pi / 2) <= _MAX_TILT
    face = raw.FPDFTextObj_GetFont(drawn)
    bold, italic = False, False
    if face:
        address = ctypes.addressof(face.contents)
        if address not in faces:
            faces[address] = _face(face)
        bold, italic = faces[address]
    # An upright face that is slanted by its matrix is italic, too.
    across = matrix.a * matrix.c + matrix.b * matrix.d
    italic = italic or (height > 0 and across > 0.1 * height * math.hypot(matrix.a, matrix.b))
    return _Font(abs(size), bold, italic, quarters % 4 if is_straight else -1, x.value, y.value)


def _face(face: Handle) -> tuple[bool, bool]:
    """Return whether a typeface is bold, and whether it is italic."""
    length = raw.FPDFFont_GetBaseFontName(face, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    raw.FPDFFont_GetBaseFontName(face, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    flags = max(0, raw.FPDFFont_GetFlags(face))
    bold = bool(flags & _FORCED_BOLD) or bool(_BOLD_NAME.search(name))
    bold = bold or raw.FPDFFont_GetWeight(face) >= _BOLD_WEIGHT
    return bold, bool(flags & _FIXED_ITALIC) or bool(_ITALIC_NAME.search(name))


@dataclass(slots=True)
class _Open:
    """A strip that is being put together; its parts are text, look, size and base line."""

    x0: float
    x1: float
    base: float
    size: float
    parts: list[tuple[list[str], Look, float, float]]
    accent: tuple[str, float, float] | None = None


def make_strips(
    glyphs: Glyphs, frame: Frame, link_at: Callable[[float, float], str] | None
) -> list[Strip]:
    """Return the text of a page that runs in its direction, in the order in which it is drawn.

    `link_at` tells where a click on a place leads.
    """
    strips: list[Strip] = []
    current: _Open | None = None
    is_space = False
    width, height = frame.size
    bases: dict[int, float] = {}
    for glyph in glyphs.glyphs:
        if glyph is None:
            is_space = True
            continue
        font = glyph.font
        if font.quarters != frame.quarters or font.size <= 0:
            continue
        box = frame.box(glyph.left, glyph.bottom, glyph.right, glyph.top)
        base = bases.get(id(font))
        if base is None:
            base = bases[id(font)] = frame.box(font.x, font.y, font.x, font.y).top
        if not (box.x1 >= 0 and box.x0 <= width and 0 <= base <= height + font.size):
            continue
        if current is None or not _goes_on(current, box, base, font.size):
            _finish(current, strips)
            current = _Open(box.x0, box.x0, base, font.size, [])
            is_space = False
        link = link_at((box.x0 + box.x1) / 2, base - 0.3 * font.size) if link_at else ""
        _add(current, glyph.text, Look(font.bold, font.italic, False, link), box, (font.size, base))
        if is_space:
            is_space = False
            _space_before_last(current)
    _finish(current, strips)
    return strips


def _goes_on(strip: _Open, box: Box, base: float, size: float) -> bool:
    larger = max(strip.size, size)
    gap = box.x0 - strip.x1
    if not -0.6 * larger <= gap <= _LONGEST_GAP * larger:
        return False
    apart = abs(base - strip.base)
    if apart <= 0.15 * larger:
        return True
    # A small figure that is raised or lowered; a large initial is further apart and much larger.
    return apart <= 0.45 * larger and 1.2 <= larger / min(strip.size, size) <= 2.2


def _add(strip: _Open, text: str, look: Look, box: Box, place: tuple[float, float]) -> None:
    size, base = place
    text = _LIGATURES.get(text, text)
    accent, strip.accent = strip.accent, None
    if text in _ACCENTS:
        strip.accent = (_ACCENTS[text], box.x0, box.x1)
    elif accent and box.x0 <= (accent[1] + accent[2]) / 2 <= box.x1 and text.isalpha():
        # An accent that is drawn by itself, over the letter that follows.
        text = unicodedata.normalize("NFC", {"ı": "i"}.get(text, text) + accent[0])
        if strip.parts[-1][0] and strip.parts[-1][0][-1] in _ACCENTS:
            strip.parts[-1][0].pop()
    gap = box.x0 - strip.x1
    part = strip.parts[-1] if strip.parts else None
    if part is None or part[1] != look or part[2] != size or part[3] != base:
        part = ([], look, size, base)
        strip.parts.append(part)
    if gap > _WORD_GAP * size and len(strip.parts) + len(part[0]) > 1:
        part[0].append(" ")
    part[0].append(text)
    strip.x1 = max(strip.x1, box.x1)
    if size > strip.size:
        strip.size, strip.base = size, base


def _space_before_last(strip: _Open) -> None:
    texts = strip.parts[-1][0]
    if len(texts) < 2 or texts[-2] != " ":
        texts.insert(len(texts) - 1, " ")


def _finish(strip: _Open | None, strips: list[Strip]) -> None:
    if strip is None:
        return
    pieces: list[Piece] = []
    _, _, main, line = max(strip.parts, key=lambda part: (len(part[0]), part[2]))
    for texts, look, size, base in strip.parts:
        raised = size < 0.8 * main and base < line - 0.1 * main
        text = _whole("".join(texts))
        pieces.append(Piece(text, look._replace(raised=raised)))
    pieces = merge(pieces)
    if pieces:
        strips.append(Strip(strip.x0, strip.x1, line, main, pieces))


def merge(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces with neighbours of one look made one; empty ones are left out."""
    merged: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if merged and merged[-1].look == piece.look:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.look)
        else:
            merged.append(piece)
    return merged


def _whole(text: str) -> str:
    """Return a text in composed characters, those of two halves made one."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", text)
