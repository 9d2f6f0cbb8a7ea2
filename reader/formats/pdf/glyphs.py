"""The glyphs of a page, as PDFium finds them -> strips of text."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
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
_SPECIAL = frozenset((*_ACCENTS, *_LIGATURES))
_HALF = re.compile("[\ud800-\udfff]")
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


_Glyph = tuple[str, float, float, _Font]
"""A letter, where it starts and ends along its line, and its font."""


class Glyphs(NamedTuple):
    """What a page's text is made of; `None` stands for a space."""

    glyphs: list[_Glyph | None]
    found: int
    unknown: int

    def quarters(self, rotation: int) -> int:
        """Return by how many quarters most text is turned; by the page's rotation in doubt."""
        counts = Counter(glyph[3].quarters for glyph in self.glyphs if glyph)
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
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    drawn_by = _numbered()
    rectangle = raw.FS_RECTF()
    reference = ctypes.byref(rectangle)
    found = unknown = 0
    for index in range(count):
        code = unicode_of(text_page, index)
        if code in _SPACES:
            glyphs.append(None)
            continue
        if code in _NOTHING:
            continue
        address = drawn_by(text_page, index)
        if not address or not box_of(text_page, index, reference):
            continue
        font = fonts.get(address)
        if font is None:
            font = fonts[address] = _font(text_page, index, address, faces)
        found += 1
        text = _HYPHENS.get(code) or (chr(code) if code > 0x1F else _UNKNOWN)
        unknown += text == _UNKNOWN
        if font.quarters == 0:
            glyphs.append((text, rectangle.left, rectangle.right, font))
        elif font.quarters == 1:
            glyphs.append((text, rectangle.bottom, rectangle.top, font))
        elif font.quarters == 2:
            glyphs.append((text, -rectangle.right, -rectangle.left, font))
        else:
            glyphs.append((text, -rectangle.top, -rectangle.bottom, font))
    return Glyphs(glyphs, found, unknown)


def _numbered() -> Callable[[Handle, int], int | None]:
    """Return the function from a glyph to what draws it: a number, as pointers take longer."""
    prototype = ctypes.CFUNCTYPE(ctypes.c_void_p, raw.FPDF_TEXTPAGE, ctypes.c_int)
    address = ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value
    return prototype(address or 0)


def _font(
    text_page: Handle,
    index: int,
    address: int,
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
    face = raw.FPDFTextObj_GetFont(ctypes.cast(address, raw.FPDF_PAGEOBJECT))
    bold, italic = False, False
    if face:
        key = ctypes.addressof(face.contents)
        if key not in faces:
            faces[key] = _face(face)
        bold, italic = faces[key]
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
class _Part:
    """Letters of one look and size, on one base line."""

    look: Look
    size: float
    base: float
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A strip that is being put together."""

    x0: float
    x1: float
    size: float
    base: float
    parts: list[_Part] = field(default_factory=list)
    accent: tuple[str, float] | None = None  # drawn by itself, and where its middle is


def make_strips(
    glyphs: Glyphs, frame: Frame, link_at: Callable[[float, float], str] | None
) -> list[Strip]:
    """Return the text of a page that runs in its direction, in the order in which it is drawn.

    `link_at` tells where a click on a place leads.
    """
    maker = _StripMaker(frame, link_at)
    font: _Font | None = None
    is_space = is_seen = False
    for glyph in glyphs.glyphs:
        if glyph is None:
            is_space = True
            continue
        if glyph[3] is not font:
            font = glyph[3]
            is_seen = maker.begin(font)
        if is_seen:
            maker.add(glyph[0], glyph[1], glyph[2], is_space)
            is_space = False
    maker.finish()
    return maker.strips


class _StripMaker:
    """Put glyphs together that follow one another on a base line."""

    def __init__(self, frame: Frame, link_at: Callable[[float, float], str] | None) -> None:
        self.strips: list[Strip] = []
        self._frame = frame
        self._link_at = link_at
        self._offset = (-frame.x0, -frame.y0, frame.x1, frame.y1)[frame.quarters]
        self._width, self._height = frame.size
        self._open: _Open | None = None
        self._part: _Part | None = None  # of the font, in the open strip
        self._look = Look()
        self._size = self._base = 0.0

    def begin(self, font: _Font) -> bool:
        """Go on with a font; return whether what is set in it runs in the page's direction."""
        if font.quarters != self._frame.quarters or font.size <= 0:
            return False
        self._size = font.size
        self._base = self._frame.box(font.x, font.y, font.x, font.y).top
        self._look = Look(font.bold, font.italic)
        self._part = None
        return 0 <= self._base <= self._height + font.size

    def add(self, text: str, start: float, end: float, is_space: bool) -> None:
        """Add a letter that stands between two places of its line."""
        x0, x1, size = start + self._offset, end + self._offset, self._size
        if x1 < 0 or x0 > self._width:
            return
        strip = self._open
        if strip is None or not self._goes_on(strip, x0):
            self.finish()
            strip = self._open = _Open(x0, x0, size, self._base)
            is_space = False
        if self._link_at is not None:
            link = self._link_at((x0 + x1) / 2, self._base - 0.3 * size)
            if link != self._look.link:
                self._look = self._look._replace(link=link)
                self._part = None
        part = self._part
        if part is None:
            part = self._part = _Part(self._look, size, self._base)
            strip.parts.append(part)
            if size > strip.size:
                strip.size, strip.base = size, self._base
        if is_space or (x0 - strip.x1 > _WORD_GAP * size and (part.texts or strip.parts[1:])):
            part.texts.append(" ")
        if text in _SPECIAL or strip.accent:
            text = _composed(strip, part, text, x0, x1)
        part.texts.append(text)
        strip.x1 = max(strip.x1, x1)

    def _goes_on(self, strip: _Open, x0: float) -> bool:
        size = self._size
        larger = max(strip.size, size)
        if not -0.6 * larger <= x0 - strip.x1 <= _LONGEST_GAP * larger:
            return False
        if self._part is not None:
            return True
        apart = abs(self._base - strip.base)
        if apart <= 0.15 * larger:
            return True
        # A small figure, raised or lowered; a large initial is further apart and much larger.
        return apart <= 0.45 * larger and 1.2 <= larger / min(strip.size, size) <= 2.2

    def finish(self) -> None:
        """End the strip that is open."""
        strip, self._open, self._part = self._open, None, None
        if strip is None:
            return
        pieces: list[Piece] = []
        main = max(strip.parts, key=lambda part: (len(part.texts), part.size))
        for part in strip.parts:
            raised = part.size < 0.8 * main.size and part.base < main.base - 0.1 * main.size
            text = _whole("".join(part.texts))
            pieces.append(Piece(text, part.look._replace(raised=raised) if raised else part.look))
        pieces = merge(pieces)
        if pieces:
            self.strips.append(Strip(strip.x0, strip.x1, main.base, main.size, pieces))


def _composed(strip: _Open, part: _Part, text: str, x0: float, x1: float) -> str:
    """Return a letter without ligatures, with the accent that is drawn over it before."""
    accent, strip.accent = strip.accent, None
    if text in _ACCENTS:
        strip.accent = (_ACCENTS[text], (x0 + x1) / 2)
    elif accent and x0 <= accent[1] <= x1 and text.isalpha():
        if part.texts and part.texts[-1] in _ACCENTS:
            part.texts.pop()
        return unicodedata.normalize("NFC", {"ı": "i"}.get(text, text) + accent[0])
    return _LIGATURES.get(text, text)


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
    if _HALF.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", text)
