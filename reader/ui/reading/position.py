"""Keep the reader's place: while heights become known, on resize, and when the style changes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QTextEdit

from reader.ui.reading.kept_place import KeptPlace, found_again, kept
from reader.ui.reading.layout import ReadingLayout
from reader.ui.reading.place import Place, line_y, place_at, place_of

_OPENING_SHIFT = 8  # pixels between the viewport's top and the line at which a document opens


class ReadingPosition:
    """The line that stands at the top, and the scroll bar's value that keeps it there.

    The place is noted when the reader scrolls, never when it is restored: after any number of
    resizes it is still the line that was read.
    """

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._bar = view.verticalScrollBar()
        self._layout: ReadingLayout | None = None
        self._place: Place | None = None
        self._held = 0
        self._announced = -1
        self._clamped = False

    @property
    def is_held(self) -> bool:
        """Return whether the scroll bar moves for other reasons than that the reader scrolls."""
        return self._held > 0

    @property
    def place(self) -> KeptPlace | None:
        """Return where one reads; None in an empty document."""
        if self._layout is None or self._place is None:
            return None
        return kept(self._layout, self._place)

    def go_to(self, place: KeptPlace) -> None:
        """Bring a line to where it stood."""
        if self._layout is not None:
            self._place = found_again(self._layout, place)
            self.restore()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the place while the enclosed code changes what it likes."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
        if not self._held:
            self.restore()

    def open(self, layout: ReadingLayout, offset: int) -> None:
        """Start in a new layout, at the document's begin or at the line of an offset."""
        self._layout = layout
        first = layout.paragraphs.heading_count
        in_text = first < len(layout.paragraphs) and offset > layout.paragraphs.span(first)[0]
        self._place = place_of(layout, offset, _OPENING_SHIFT) if in_text else place_at(layout, 0)
        self.restore()

    def scrolled(self, moved: int) -> bool:
        """Note that what is shown moved down by `moved` pixels; return whether only that happened.

        What appears above is measured first, and must not push down what is being read.
        """
        layout, height = self._layout, self._view.viewport().height()
        if layout is None or not len(layout.paragraphs):
            return True
        value = self._bar.value()
        if 0 < moved <= height and self._place is not None:
            gap = line_y(layout, self._place) - value
            changed = False
            while layout.measure(value, value + height):
                changed = True
                value = max(0, line_y(layout, self._place) - gap)
        else:
            changed = layout.measure(value, value + height)
        self._place = place_at(layout, value)
        if changed:
            self.restore()
        return not changed

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """Return where the first line of a span begins and its last one ends."""
        layout = self._layout
        first = None if layout is None else place_of(layout, start, 0)
        last = None if layout is None else place_of(layout, max(start, end - 1), 0)
        if layout is None or first is None or last is None:
            return 0, 0
        self.follow()  # they may have turned out higher than was thought
        laid = layout.laid(last.paragraph)
        height = laid.lines[laid.line_index(last.inside)].height
        return line_y(layout, first), line_y(layout, last) + height

    def prepare_near(self, deadline: float) -> bool:
        """Lay out what scrolling will show next, one page down and one up, until `deadline` (of
        `time.perf_counter`); return whether that is done.
        """
        if self._layout is None:
            return True
        value, height = self._bar.value(), self._view.viewport().height()
        done = self._layout.prepare(value + height, value + 2 * height, deadline)
        done = done and self._layout.prepare(value - height, value, deadline)
        if done:
            self._layout.measure(value - height, value + 2 * height)  # of more than can be kept
        self.follow()
        return done

    def measure_end(self) -> None:
        """Measure the last page, so that the end is where the scroll bar says."""
        layout = self._layout
        if layout is not None:
            bottom = round(layout.documentSize().height())
            while layout.measure(bottom - self._view.viewport().height(), bottom):
                bottom = round(layout.documentSize().height())
        self.follow()

    def follow(self) -> None:
        """Restore the place where heights have changed since it last was."""
        if self._layout is not None and self._layout.heights.total != self._announced:
            self.restore()

    def restore(self) -> None:
        """Bring the line that was read back to where it stood; tell the scroll bar its range."""
        layout = self._layout
        if layout is None or self._held:
            return
        value = 0
        if self._place is not None:
            height = self._view.viewport().height()
            value = line_y(layout, self._place) - self._place.shift
            while layout.measure(value, value + height):
                value = line_y(layout, self._place) - self._place.shift
        self._held += 1
        self._announced = layout.heights.total
        layout.documentSizeChanged.emit(layout.documentSize())
        with QSignalBlocker(self._bar):  # its value changes, what is shown doesn't
            self._bar.setValue(value)
        self._held -= 1
        was_clamped, self._clamped = self._clamped, self._bar.value() != value
        if was_clamped or self._clamped:  # else the picture is the same as before
            self._view.viewport().update()
