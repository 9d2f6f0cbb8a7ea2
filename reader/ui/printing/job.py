"""Print an article in slices, so that the window stays awake."""

import time
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter

from reader.core.errors import QT_TRANSLATE_NOOP, ExportError
from reader.ui.printing.composing import PrintComposer, PrintedPictures, number_labels
from reader.ui.printing.content import Comments, PrintContent
from reader.ui.printing.notes import LaidNote, lay_note
from reader.ui.printing.painting import PagePainter
from reader.ui.printing.plan import Planner
from reader.ui.printing.sheet import UNITS, PrintTypography, sheet_of
from reader.ui.reading.marks import Marks
from reader.ui.reading.paragraphs import Paragraphs

_SLICE_S = 0.008
_TITLE = 44.0  # units: of the comments behind the text
_TALLEST_PICTURE = 0.7  # of the text's height on a page

Steps = Iterator[tuple[int, int]]


def print_steps(
    content: PrintContent, device: QPagedPaintDevice, pages: tuple[int, int] | None = None
) -> Steps:
    """Print an article; yield how far it is, of how much, after each little step.

    `pages` are the first and last wanted, counted from 1.

    :raises ExportError: where the device can't be printed on.
    """
    paper = device.pageLayout()
    paper.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(paper)
    typography = PrintTypography(content.family)
    notes = content.notes
    beside = bool(notes) and content.comments is Comments.MARGIN
    sheet = sheet_of(paper, typography, notes=beside)
    paragraphs = Paragraphs(content.document, content.heading)
    pictures = PrintedPictures(content.pictures, (sheet.bottom - sheet.top) * _TALLEST_PICTURE)
    ends = [_text_end(paragraphs, note.end) for note in notes]
    labels = number_labels(ends)
    composer = PrintComposer(paragraphs, pictures, typography, sheet.column, labels)
    marks = _marks(content)
    planner = Planner(sheet, paragraphs, composer, ends, legend=bool(content.mentions))
    total = 2 * len(paragraphs)
    for done in planner.run():
        yield done, total
    laid: list[LaidNote] = []
    for number, note in enumerate(notes, start=1):
        width = sheet.notes_width or sheet.column.width
        laid.append(lay_note(note, number, width, typography, quoted=not beside))
        yield total // 2, total
    if beside:
        planner.put_notes_beside(laid)
    elif laid:
        planner.put_notes_below(laid, _TITLE)
    page_painter = PagePainter(
        sheet, paragraphs, composer, marks, pictures, typography,
        labels=labels, source=content.source,
    )  # fmt: skip
    yield from _paint(device, planner, page_painter, pages, total)


def _text_end(paragraphs: Paragraphs, end: int) -> int:
    """Return where a passage ends that goes on in the white space behind a paragraph."""
    return min(end, paragraphs.span(paragraphs.at(end - 1))[1])


def _marks(content: PrintContent) -> Marks:
    marks = Marks()
    marks.set_mentions(content.mentions)
    # Numbers stand for the signs that the screen has beside comments.
    marks.set_annotations([replace(each, comment="") for each in content.annotations])
    return marks


def _paint(
    device: QPagedPaintDevice,
    planner: Planner,
    page_painter: PagePainter,
    pages: tuple[int, int] | None,
    total: int,
) -> Steps:
    count = len(planner.pages)
    first, last = pages or (1, count)
    painter = QPainter()
    if not painter.begin(device):
        raise ExportError(
            QT_TRANSLATE_NOOP(
                "errors", "Nothing could be printed: choose another printer, or save as PDF."
            )
        )
    try:
        factor = device.logicalDpiX() / UNITS
        for number in range(first, min(last, count) + 1):
            if number > first:
                device.newPage()
            painter.save()
            painter.scale(factor, factor)
            page_painter.paint(painter, planner.pages[number - 1], number, count)
            painter.restore()
            yield total // 2 + total // 2 * number // count, total
    finally:
        painter.end()


class PrintJob(QObject):
    """Run the steps of printing while nothing else is to do."""

    progressed = Signal(int, int)
    done = Signal()
    failed = Signal(object)  # ReaderError

    def __init__(self, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept: object = None  # what has to live as long
        self._steps: Steps | None = steps
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def cancel(self) -> None:
        """End; what was printed so far is of no use."""
        self._timer.stop()
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()  # type: ignore[attr-defined]  # a generator's

    def _on_timeout(self) -> None:
        deadline = time.perf_counter() + _SLICE_S
        assert self._steps is not None
        try:
            for step in self._steps:
                if time.perf_counter() > deadline:
                    self.progressed.emit(*step)
                    return
        except ExportError as error:
            self.cancel()
            self.failed.emit(error)
            return
        except BaseException:
            self.cancel()
            raise
        self._timer.stop()
        self._steps = None
        self.done.emit()
