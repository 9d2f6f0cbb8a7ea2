"""Go through what can be followed on the page with the Tab key: links, notes, pictures."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect

from reader.core.document import Picture, Run
from reader.ui.reading.layout import ReadingLayout
from reader.ui.reading.marks import Marks
from reader.ui.reading.place import paragraphs_between, span_boxes

Target = Run | Picture


def targets(
    layout: ReadingLayout,
    top: int,
    bottom: int,
    *,
    leads: Callable[[Run], bool],
    loads: Callable[[Picture], bool],
) -> Iterator[Target]:
    """Yield what can be followed between two heights of the layout, in reading order."""
    paragraphs = layout.paragraphs
    for number, laid in paragraphs_between(layout, top, bottom):
        picture = paragraphs.picture(number)
        if picture is not None and laid.composed.frame is not None and loads(picture):
            frame = QRect(laid.composed.frame).translated(0, layout.top(number))
            if frame.top() < bottom and frame.bottom() > top:
                yield picture
        for run in paragraphs.runs(number):
            if leads(run) and any(span_boxes(layout, run.start, run.end, top, bottom)):
                yield run


def step(marks: Marks, there: list[Target], direction: int) -> Target | None:
    """Go to the next (1) or previous (-1) target, from the first or last; None at the end."""
    if marks.focus in there:
        place = there.index(marks.focus) + direction
    else:
        place = 0 if direction > 0 else len(there) - 1
    marks.focus = there[place] if 0 <= place < len(there) else None
    return marks.focus
