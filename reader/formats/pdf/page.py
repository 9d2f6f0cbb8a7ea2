"""One page of a PDF -> its text, pictures, rectangles and links."""

import ctypes
from collections.abc import Callable

import pypdfium2 as pdfium
from pypdfium2 import raw

from reader.formats.from_html import link_target
from reader.formats.pdf.elements import Box, Handle, Page
from reader.formats.pdf.glyphs import Frame, make_strips, read_glyphs
from reader.formats.pdf.pictures import Shapes

_MOST_LINKS = 2_000
_LEAST_GLYPHS = 20  # on a page that is more than a picture


def read_page(document: pdfium.PdfDocument, number: int, shapes: Shapes) -> Page:
    """Return what lies on the page of that number, counted from 0.

    :raises pdfium.PdfiumError: where it is damaged.
    """
    page = document.get_page(number)
    try:
        x0, y0, x1, y1 = page.get_bbox()
        glyphs = read_glyphs(page)
        frame = Frame(x0, y0, x1, y1, glyphs.quarters(page.get_rotation()))
        width, height = frame.size
        strips = make_strips(glyphs, frame, _links(document, page, frame))
        figures, boxes, covers = shapes.read(page, frame)
    finally:
        page.close()
    is_picture = glyphs.found < _LEAST_GLYPHS and (covers or bool(figures))
    return Page(
        number, width, height, strips, figures, boxes, is_picture, glyphs.found, glyphs.unknown
    )


def _links(
    document: pdfium.PdfDocument, page: pdfium.PdfPage, frame: Frame
) -> Callable[[float, float], str] | None:
    """Return a function from a place to the address that a click there leads to; None for none."""
    found: list[tuple[Box, str]] = []
    position = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    while len(found) < _MOST_LINKS and raw.FPDFLink_Enumerate(page.raw, position, link):
        target = _target(document, link)
        if target:
            found += [(box, target) for box in _areas(link, frame)]
    if not found:
        return None

    def link_at(x: float, y: float) -> str:
        for box, target in found:
            if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
                return target
        return ""

    return link_at


def _target(document: pdfium.PdfDocument, link: Handle) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    length = raw.FPDFAction_GetURIPath(document.raw, action, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    raw.FPDFAction_GetURIPath(document.raw, action, buffer, length)
    target = link_target(buffer.value.decode("utf-8", "replace")) or ""
    return "" if target.startswith("#") else target


def _areas(link: Handle, frame: Frame) -> list[Box]:
    """Return the rectangles of a link: one for each line that it runs over."""
    boxes: list[Box] = []
    points = raw.FS_QUADPOINTSF()
    for index in range(max(0, raw.FPDFLink_CountQuadPoints(link))):
        if raw.FPDFLink_GetQuadPoints(link, index, points):
            xs = (points.x1, points.x2, points.x3, points.x4)
            ys = (points.y1, points.y2, points.y3, points.y4)
            boxes.append(frame.box(min(xs), min(ys), max(xs), max(ys)))
    area = raw.FS_RECTF()
    if not boxes and raw.FPDFLink_GetAnnotRect(link, area):
        low, high = sorted((area.bottom, area.top))
        left, right = sorted((area.left, area.right))
        boxes.append(frame.box(left, low, right, high))
    return boxes
