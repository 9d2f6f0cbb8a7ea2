"""Where one reads, as it can be kept: it is found again after the article was closed."""

from dataclasses import dataclass

from reader.ui.reading.layout import ReadingLayout
from reader.ui.reading.place import Place, place_of, place_offset


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """A line and where it stands.

    `offset` is where the line begins, in code points into the text; `paragraph` and `inside` tell
    it apart from the heading above the text; `shift` is in pixels from the viewport's top.
    """

    offset: int
    paragraph: int
    inside: int
    shift: int


def kept(layout: ReadingLayout, place: Place) -> KeptPlace:
    """Return a place as it can be kept."""
    offset = place_offset(layout, place)
    return KeptPlace(offset, place.paragraph, place.inside, place.shift)


def found_again(layout: ReadingLayout, place: KeptPlace) -> Place | None:
    """Return the place that was kept; None in an empty document.

    Where its paragraph is another one by now, since the text has changed, the offset says more.
    """
    paragraphs = layout.paragraphs
    if 0 <= place.paragraph < len(paragraphs):
        in_text = max(place.paragraph, min(paragraphs.heading_count, len(paragraphs) - 1))
        start, end = paragraphs.span(in_text)
        if start <= place.offset <= end:
            return Place(place.paragraph, place.inside, place.shift)
    return place_of(layout, place.offset, place.shift)
