"""The pictures on a page -> resources that a browser could show."""

import ctypes
import struct
import zlib
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from reader.core.document import Resource, resource_of
from reader.formats.pdf.elements import Box, Figure, Handle
from reader.formats.pdf.glyphs import Frame

MOST_PICTURES = 60
"""How many pictures of a document are kept."""

MOST_BYTES = 32 * 1024 * 1024
"""How many bytes the pictures of a document may take together."""

_MOST_PIXELS = 12_000_000  # what is larger is kept as it is shown
_LEAST_SIDE = 48.0  # points; what is smaller decorates
_LEAST_SHARE = 0.015  # of the page
_PAGE_SHARE = 0.8  # of the page, from which on it is a scan or a background
_LEAST_PIXELS = 64  # of either side
_MOST_OBJECTS = 20_000
_DEEPEST = 3
_LEAST_BOX = (80.0, 40.0)  # points; what is smaller holds no text of its own
_HULL = tuple[float, float, float, float]


class Shapes:
    """Find the pictures and rectangles of pages, and keep count of what a document may hold."""

    def __init__(self) -> None:
        self._pictures = 0
        self._bytes = 0
        self._seen: dict[str, int] = {}

    def read(self, page: pdfium.PdfPage, frame: Frame) -> tuple[list[Figure], list[Box], bool]:
        """Return a page's pictures and rectangles, and whether one picture covers it."""
        figures: list[Figure] = []
        boxes: list[Box] = []
        covers = False
        width, height = frame.size
        for item, hull in _objects(page):
            kind = raw.FPDFPageObj_GetType(item)
            box = frame.box(*hull)
            area = box.width * box.height
            if kind == raw.FPDF_PAGEOBJ_PATH:
                if box.width >= _LEAST_BOX[0] and box.height >= _LEAST_BOX[1]:
                    boxes.append(box)
            elif area >= _PAGE_SHARE * width * height:
                covers = True
            elif (
                min(box.width, box.height) >= _LEAST_SIDE
                and area >= _LEAST_SHARE * width * height
                and 0 <= (box.x0 + box.x1) / 2 <= width
                and 0 <= (box.top + box.bottom) / 2 <= height
            ):
                figures += self._figure(page, item, box, frame)
        return figures, boxes, covers

    def _figure(
        self, page: pdfium.PdfPage, item: Handle, box: Box, frame: Frame
    ) -> Iterator[Figure]:
        if self._pictures >= MOST_PICTURES:
            return
        resource = _picture(page, item, is_turned=frame.quarters != 0)
        if resource is None or self._bytes + len(resource.data) > MOST_BYTES:
            return
        self._seen[resource.key] = self._seen.get(resource.key, 0) + 1
        if self._seen[resource.key] > 1:  # a logo, as on every page
            return
        self._pictures += 1
        self._bytes += len(resource.data)
        yield Figure(box.x0, box.x1, box.top, box.bottom, resource)

    def is_repeated(self, key: str) -> bool:
        """Return whether a picture stands on more than one page."""
        return self._seen.get(key, 0) > 2


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[Handle, _HULL]]:
    """Yield a page's pictures and paths, also those inside of forms, with their hulls."""
    count = min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    stack: list[tuple[Handle, raw.FS_MATRIX | None, int]] = [
        (raw.FPDFPage_GetObject(page.raw, index), None, 0) for index in reversed(range(count))
    ]
    budget = _MOST_OBJECTS
    while stack and budget:
        budget -= 1
        item, matrix, depth = stack.pop()
        kind = raw.FPDFPageObj_GetType(item)
        if kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH):
            hull = _hull(item, matrix)
            if hull:
                yield item, hull
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(item, inner)
            inner = _product(inner, matrix) if matrix else inner
            inside = min(raw.FPDFFormObj_CountObjects(item), budget)
            stack += [
                (raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)
                for index in reversed(range(inside))
            ]


def _hull(item: Handle, matrix: raw.FS_MATRIX | None) -> _HULL | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    if matrix is None:
        return left.value, bottom.value, right.value, top.value
    corners = [
        (matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f)
        for x in (left.value, right.value)
        for y in (bottom.value, top.value)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _product(inner: raw.FS_MATRIX, outer: raw.FS_MATRIX) -> raw.FS_MATRIX:
    """Return the matrix that applies `inner` first."""
    return raw.FS_MATRIX(
        inner.a * outer.a + inner.b * outer.c,
        inner.a * outer.b + inner.b * outer.d,
        inner.c * outer.a + inner.d * outer.c,
        inner.c * outer.b + inner.d * outer.d,
        inner.e * outer.a + inner.f * outer.c + outer.e,
        inner.e * outer.b + inner.f * outer.d + outer.f,
    )


def _picture(page: pdfium.PdfPage, item: Handle, *, is_turned: bool) -> Resource | None:
    image = pdfium.PdfImage(item, page=page)
    try:
        width, height = image.get_px_size()
        if min(width, height) < _LEAST_PIXELS:
            return None
        matrix = image.get_matrix()
        is_upright = (
            not is_turned
            and matrix.a > 0
            and matrix.d > 0
            and abs(matrix.b) + abs(matrix.c) < 0.01 * (matrix.a + matrix.d)
        )
        if is_upright and image.get_filters() == ["DCTDecode"]:
            data = bytes(image.get_data())
            if _is_plain_jpeg(data):
                return resource_of(data, "image/jpeg")
        if width * height > _MOST_PIXELS:
            bitmap = image.get_bitmap(render=True, scale_to_original=False)
        else:
            bitmap = image.get_bitmap(render=True)
        return resource_of(_png(bitmap), "image/png")
    except pdfium.PdfiumError:
        return None


def _is_plain_jpeg(data: bytes) -> bool:
    """Return whether a JPEG is of shades or of screen colours; inks look inverted."""
    position = 2
    while data[:2] == b"\xff\xd8" and position + 10 < len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return data[position + 9] in (1, 3)
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return False


_CHANNELS = {
    raw.FPDFBitmap_Gray: (0,),
    raw.FPDFBitmap_BGR: (2, 1, 0),
    raw.FPDFBitmap_BGRx: (2, 1, 0),
    raw.FPDFBitmap_BGRA: (2, 1, 0, 3),
}
"""Where the red, green, blue and opacity of a pixel stand, by the bitmap's format."""

_PNG_COLOURS = {1: 0, 3: 2, 4: 6}  # https://www.w3.org/TR/png-3/#11IHDR, by channels


def _png(bitmap: pdfium.PdfBitmap) -> bytes:
    """Return a bitmap as a PNG file."""
    channels = _CHANNELS.get(bitmap.format)
    if channels is None:
        raise pdfium.PdfiumError("unknown bitmap format")
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    step = bitmap.n_channels
    source = bytes(bitmap.buffer)
    if channels == (2, 1, 0, 3) and min(source[3::4], default=255) == 255:
        channels = (2, 1, 0)
    count = len(channels)
    rows = bytearray(height * (width * count + 1))
    line = width * count + 1
    for y in range(height):
        row = source[y * stride : y * stride + width * step]
        start = y * line + 1
        for place, channel in enumerate(channels):
            rows[start + place : start + line - 1 : count] = row[channel::step]
    header = struct.pack(">IIBBBBB", width, height, 8, _PNG_COLOURS[count], 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in (
            (b"IHDR", header),
            (b"IDAT", zlib.compress(bytes(rows), 6)),
            (b"IEND", b""),
        )
    )
