"""Places in a laid-out document: from offsets to pixels and back.

Offsets are code points into the document, coordinates the layout's own, in pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF

from reader.core.annotations import Annotation
from reader.ui.reading.laid import LaidParagraph
from reader.ui.reading.layout import ReadingLayout
from reader.ui.reading.margin import bars_at

_PICTURE = -1


@dataclass(frozen=True, slots=True)
class Place:
    """A line, told by a character that stays on it, and where it stands in the viewport.

    `inside` is in UTF-16 units into the paragraph, or -1 for the picture above its text; `shift` is
    in pixels from the viewport's top.
    """

    paragraph: int
    inside: int
    shift: int


def place_at(layout: ReadingLayout, y: int) -> Place | None:
    """Return the first line that is whole below `y`; None in an empty document."""
    if not len(layout.paragraphs):
        return None
    number, rest = layout.locate(y)
    while True:
        laid = layout.laid(number)
        if laid.composed.frame is not None and laid.composed.frame.top() >= rest:
            return Place(number, _PICTURE, laid.composed.frame.top() - rest)
        for line in laid.lines:
            if line.top >= rest:
                return Place(number, line.start, line.top - rest)
        if number + 1 >= len(layout.paragraphs):
            break
        rest -= layout.heights.height(number)
        number += 1
    last = layout.laid(number).lines[-1]
    return Place(number, last.start, last.top - rest)


def place_of(layout: ReadingLayout, offset: int, shift: int) -> Place | None:
    """Return the line of `offset`, to stand at `shift`; None in an empty document."""
    if not len(layout.paragraphs):
        return None
    number = min(layout.paragraphs.at(offset), len(layout.paragraphs) - 1)
    utf16 = layout.laid(number).utf16
    return Place(number, layout.paragraphs.local(number, offset, utf16), shift)


def line_y(layout: ReadingLayout, place: Place) -> int:
    """Return where the top of a place's line is."""
    laid = layout.laid(place.paragraph)
    if place.inside == _PICTURE and laid.composed.frame is not None:
        return layout.top(place.paragraph) + laid.composed.frame.top()
    return layout.top(place.paragraph) + laid.lines[laid.line_index(place.inside)].top


def place_offset(layout: ReadingLayout, place: Place) -> int:
    """Return the document offset at which a place's line begins; in the heading, the text's."""
    paragraphs = layout.paragraphs
    number = place.paragraph
    if number < paragraphs.heading_count:
        first = paragraphs.heading_count
        return paragraphs.span(first)[0] if first < len(paragraphs) else 0
    laid = layout.laid(number)
    line = laid.lines[laid.line_index(place.inside)]
    start, end = paragraphs.span(number)
    return min(end, start + laid.utf16.to_code_points(line.start))


def paragraph_at(layout: ReadingLayout, point: QPoint) -> tuple[int, LaidParagraph, QPointF] | None:
    """Return the paragraph at a point and the point in it, from its column's left edge."""
    if not len(layout.paragraphs):
        return None
    number, rest = layout.locate(point.y())
    return number, layout.laid(number), QPointF(point.x() - layout.column.left, rest)


def paragraphs_between(
    layout: ReadingLayout, top: int, bottom: int
) -> Iterator[tuple[int, LaidParagraph]]:
    """Yield the paragraphs between two heights with their numbers."""
    if not len(layout.paragraphs):
        return
    number, rest = layout.locate(top)
    y = top - rest
    while number < len(layout.paragraphs) and y < bottom:
        laid = layout.laid(number)
        yield number, laid
        y += laid.height
        number += 1


def offset_at(layout: ReadingLayout, point: QPoint) -> int | None:
    """Return the offset of the character under a point; None beside the text or in the heading."""
    if not len(layout.paragraphs):
        return None
    number, rest = layout.locate(point.y())
    if number < layout.paragraphs.heading_count:
        return None
    laid = layout.laid(number)
    inside = laid.offset_at(point.x() - layout.column.left, rest, on_character=True)
    if inside is None:
        return None
    start, end = layout.paragraphs.span(number)
    offset = start + laid.utf16.to_code_points(inside)
    return offset if offset < end else None


def nearest_offset(layout: ReadingLayout, point: QPoint) -> int | None:
    """Return the offset between characters that is nearest to a point; None without any text."""
    first = layout.paragraphs.heading_count
    found = paragraph_at(layout, point)
    if found is None or first >= len(layout.paragraphs):
        return None
    number, laid, inside = found
    start, end = layout.paragraphs.span(number)
    if number < first:
        return layout.paragraphs.span(first)[0]
    local = laid.offset_at(inside.x(), inside.y(), on_character=False) or 0
    return min(end, start + laid.utf16.to_code_points(local))


def span_boxes(
    layout: ReadingLayout, start: int, end: int, top: int, bottom: int
) -> Iterator[QRectF]:
    """Yield the boxes, line by line, of what a span has between two heights."""
    if not len(layout.paragraphs) or start >= end:
        return
    number, _ = layout.locate(top)
    number = max(number, layout.paragraphs.at(start), layout.paragraphs.heading_count)
    while number < len(layout.paragraphs):
        paragraph_start, paragraph_end = layout.paragraphs.span(number)
        y = layout.top(number)
        if paragraph_start >= end or y >= bottom:
            return
        laid = layout.laid(number)
        first = layout.paragraphs.local(number, start, laid.utf16)
        last = layout.paragraphs.local(number, min(end, paragraph_end), laid.utf16)
        for strip in laid.strips(first, last):
            box = QRectF(
                layout.column.left + strip.left,
                y + strip.line.top,
                strip.right - strip.left,
                strip.line.height,
            )
            if box.bottom() > top and box.top() < bottom:
                yield box
        number += 1


def offsets_by_height(layout: ReadingLayout, rows: int, least: int) -> list[int]:
    """Return the offsets, about, at which `rows` equal parts of the height begin and end.

    `least` is the least height that is parted. Between two tops that are known, the text is taken
    as equally dense.
    """
    paragraphs, shift = layout.paragraphs, layout.top(0)
    outline = layout.heights.outline()
    points = [(shift + top, paragraphs.span(number)[0]) for number, top in outline]
    end = paragraphs.span(len(paragraphs) - 1)[1]
    points = [(0, points[0][1]), *points, (shift + layout.heights.total, end)]
    total = max(round(layout.documentSize().height()), least)
    offsets, at = list[int](), 0
    for row in range(rows + 1):
        y = row * total / rows
        while at + 2 < len(points) and points[at + 1][0] <= y:
            at += 1
        (top, first), (bottom, last) = points[at], points[at + 1]
        part = min(1.0, max(0.0, (y - top) / (bottom - top))) if bottom > top else 1.0
        offsets.append(round(first + part * (last - first)))
    offsets[-1] = max(offsets[-1], end + 1)
    return offsets


def margin_annotations(layout: ReadingLayout, point: QPoint) -> list[Annotation]:
    """Return the annotations whose bar or sign in the margin is under a point, innermost first."""
    found = paragraph_at(layout, point)
    if found is None or found[2].x() >= 0:
        return []
    number, laid, inside = found
    return bars_at(layout.painter.bars(number, laid, layout.column), inside)
