"""Measure the reading view next to a plain QTextEdit with the same text.

Run by hand: `python tests/benchmarks/reading_view.py [WORDS…] [--platform xcb] [--processor]`.
Both wear the program's own style sheet, without which Qt's scroll bar alone would take a third of a
page down. Every row is a process of its own, whose garbage is collected as the program's is. Times
are in ms, by the clock or, with `--processor`, of the window's thread alone, which other programs
disturb less:

- text: from handing the document over until its first page is painted, in a window that is there;
  the median of five
- rest: the longest stall from then on until the view is idle
- marks, style, resize: the longest stall when all mentions arrive (one in 21 words), when the font
  grows, and over ten widths
- kinds: the longest stall when the mentions of two kinds are switched off, and on again
- end: from End, right after the first page, until the last one is painted
- page, wheel: the 95th percentile of a page down, and of a notch of the wheel, with its paint
- notes, page+: the longest stall when annotations arrive (one in 100 words, half of them with a
  comment, a few inside of others, one over the whole text), in the reading view with its overview
  beside the scroll bar; and the 95th percentile of a page down with them
- copy: selecting all and copying
- find, found: from handing a common word over until its first match is painted, and the longest
  stall until all are found, marked in the text and in the overview; the reading view alone
- close: the longest stall when a short document takes the long one's place

A stall is the longest gap between two beats of a timer of 1 ms. "MB" is what the process grew by
from the finished document to the idle view, "MB+" what it grew by until it was used: once all of
the above but close and end is done, and the text has been paged through from its beginning to its
end. The reading view parts words (`HyphenBook`).
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Protocol

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from reader.app import collect_when_away
from reader.core.annotations import Annotation, Colour
from reader.core.document import Block, BlockKind, Document, document_id
from reader.core.finding import Query
from reader.core.mentions import Kind, Mention
from reader.ui.finding.finder import Finder
from reader.ui.reading.hyphens import HyphenBook
from reader.ui.reading.overview import WIDTH, Layer, OverviewStrip
from reader.ui.reading.view import ReadingStyle, ReadingView
from reader.ui.style import style_sheet
from reader.ui.theme import load_theme

SIZES = (1_000, 10_000, 100_000, 1_000_000)
COLUMNS = (
    *("text", "rest", "marks", "kinds", "style", "resize", "end", "page", "wheel", "notes"),
    *("page+", "copy", "find", "found", "close", "MB", "MB+"),
)
WORDS_A_MENTION = 21
WORDS_AN_ANNOTATION = 100
LOADS = 5
NOTCHES = 120
SWITCHED = (Kind.PLACE, Kind.PERSON)
QUIET_MS = 200
LONGEST_WAIT_S = 60.0
RESOURCES = Path(__file__).parents[2] / "resources"
STYLE = ReadingStyle(load_theme(RESOURCES / "themes", "light"), "Noto Serif")
SMALL_WORDS = (
    "de la que el en y a los se del las un por con no una su para es al lo como más".split()
)
LARGE_WORDS = (
    "gobierno ciudad historia investigación frontera república presidente acuerdo seguridad "
    "economía movimiento universidad documento desarrollo explicó anunciaron decidieron antiguo"
).split()
NAMES = "Madrid;Buenos Aires;Naciones Unidas;María Fernández;Río de la Plata;México;Kiev".split(";")


class Bench(Protocol):
    """What is measured, for either view."""

    @property
    def widget(self) -> QTextEdit: ...
    def load(self, document: Document) -> None: ...
    def mark(self, mentions: Sequence[Mention]) -> None: ...
    def hide(self, kinds: Collection[Kind]) -> None: ...
    def annotate(self, annotations: Sequence[Annotation]) -> None: ...
    def enlarge(self) -> None: ...
    def find(self, words: str) -> None: ...
    def is_idle(self) -> bool: ...


class Lazy:
    """The reading view."""

    def __init__(self) -> None:
        self.widget = self.view = ReadingView()
        self.view.set_style(STYLE)
        self.overview = OverviewStrip(self.view)
        self.overview.hide()
        self.hyphens = HyphenBook(self.view)
        self.hyphens.hyphens("es")
        self.view.hyphenation.use(self.hyphens)
        self.finder = Finder(self.view)
        self.finder.changed.connect(self._show_matches)

    def load(self, document: Document) -> None:
        self.view.set_document(document)

    def mark(self, mentions: Sequence[Mention]) -> None:
        self.view.set_mentions(mentions)

    def hide(self, kinds: Collection[Kind]) -> None:
        self.view.set_hidden_kinds(kinds)

    def annotate(self, annotations: Sequence[Annotation]) -> None:
        self.view.set_annotations(annotations)
        if not self.overview.isVisible():
            self.view.set_side(WIDTH)
            self.overview.set_theme(STYLE.theme)
            self.overview.show()
        marks = {colour: STYLE.theme.annotations[colour].mark for colour in Colour}
        colours = [marks[each.colour] for each in annotations]
        self.overview.set_layer(Layer.ANNOTATIONS, [each.start for each in annotations], colours)
        mentions = self.view._marks.mentions
        starts = [mention.start for mention in mentions]
        self.overview.set_layer(Layer.MENTIONS, starts, STYLE.theme.accent)

    def enlarge(self) -> None:
        self.view.set_style(replace(STYLE, size_pt=STYLE.size_pt + 1))

    def find(self, words: str) -> None:
        layout = self.view._layout
        assert layout is not None and layout.paragraphs.document is not None  # noqa: PT018
        self.finder.set_text(layout.paragraphs.document.text)
        self.finder.find(Query(text=words), self.view.reading_offset())

    def is_idle(self) -> bool:
        return not self.view._idle.is_running and self.finder.is_done

    def _show_matches(self) -> None:
        first, matches = self.finder.first(), self.finder.matches
        current = None if first is None else matches[first]
        if current is not None:
            self.view.ensure_visible(*current)
        self.view.set_matches(matches, current=current)
        self.overview.set_layer(Layer.MATCHES, matches.starts, STYLE.theme.accent)


class Native:
    """A QTextEdit whose marks are character formats."""

    def __init__(self) -> None:
        self.widget = QTextEdit()
        self.widget.setReadOnly(True)
        self.widget.setFont(QFont(STYLE.family, round(STYLE.size_pt)))
        self._tint = QTextCharFormat()
        self._tint.setBackground(QColor("#dcebf8"))
        self._plain = QTextCharFormat()
        self._plain.setBackground(QColor(Qt.GlobalColor.transparent))
        self._mentions: Sequence[Mention] = ()
        self._hidden: frozenset[Kind] = frozenset()

    def load(self, document: Document) -> None:
        self.widget.setPlainText(document.text)

    def mark(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._merge(mentions, self._tint)

    def hide(self, kinds: Collection[Kind]) -> None:
        before, self._hidden = self._hidden, frozenset(kinds)
        for changed, look in (
            (self._hidden - before, self._plain),
            (before - self._hidden, self._tint),
        ):
            if changed:
                self._merge([each for each in self._mentions if each.kind in changed], look)

    def annotate(self, annotations: Sequence[Annotation]) -> None:
        self._merge(annotations[1:], self._tint)  # the one over all would take longest

    def enlarge(self) -> None:
        self.widget.zoomIn(1)

    def find(self, words: str) -> None:
        """Find nothing: it has no such thing."""

    def is_idle(self) -> bool:
        return True

    def _merge(self, marks: Sequence[Mention | Annotation], look: QTextCharFormat) -> None:
        cursor = QTextCursor(self.widget.document())
        cursor.beginEditBlock()
        for mark in marks:
            cursor.setPosition(mark.start)
            cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)
        cursor.endEditBlock()


def make_document(words: int) -> tuple[Document, list[Mention]]:
    """Return a document of so many words, and its mentions."""
    chance = random.Random(7)
    parts: list[str] = []
    blocks: list[Block] = []
    mentions: list[Mention] = []
    kinds = list(Kind)
    start = length = 0
    while words > 0:
        count = min(words, chance.randint(40, 120))
        words -= count
        for _ in range(count):
            if chance.random() * WORDS_A_MENTION < 1:
                word = chance.choice(NAMES)
                kind = chance.choice(kinds)
                mentions.append(Mention(length, length + len(word), kind, word))
            else:
                word = chance.choice(SMALL_WORDS if chance.random() < 0.55 else LARGE_WORDS)
            parts.append(word + " ")
            length += len(word) + 1
        parts[-1] = parts[-1][:-1] + "\n"
        kind = BlockKind.HEADING if len(blocks) % 40 == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(start, length - 1, kind))
        start = length
    text = "".join(parts)
    return Document(document_id(text), "", text, tuple(blocks), language="es"), mentions


def make_annotations(document: Document, words: int) -> list[Annotation]:
    """Return annotations of a document of so many words, in reading order."""
    chance, colours = random.Random(8), list(Colour)
    count = max(1, words // WORDS_AN_ANNOTATION)
    length = len(document.text)
    spans = [(0, length - 1)]
    for number in range(count):
        start = number * length // count
        spans.append((start, min(length - 1, start + chance.randint(10, 400))))
        if number % 5 == 0:
            spans.append((start + 3, min(length - 1, start + 9)))
    return [
        Annotation(
            f"{number:x}",
            document.id,
            *span,
            "",
            "",
            "",
            chance.choice(colours),
            "x" * (number % 2),
        )
        for number, span in enumerate(spans)
    ]


class Clock(QObject):
    """Run a call in the event loop; tell when its effect was painted and the longest stall."""

    def __init__(self, bench: Bench, now: Callable[[], float]) -> None:
        super().__init__()
        self._bench = bench
        self.now = now
        self._painted = 0.0
        self._beats: list[float] = []
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(1)
        self._beat.timeout.connect(lambda: self._beats.append(now()))
        bench.widget.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._painted:
            self._painted = -1.0
            QTimer.singleShot(0, self._on_painted)  # the filter comes before the paint itself
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        self._painted = self.now()

    def painted_after(self, call: Callable[[], object]) -> float:
        """Return the ms from before `call` until after the first paint that follows."""
        start = 0.0

        def run() -> None:
            nonlocal start
            self._painted = 0.0
            start = self.now()
            call()
            self._bench.widget.viewport().update()

        self._painted = -1.0
        QTimer.singleShot(0, run)
        while self._painted <= 0:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return (self._painted - start) * 1000

    def stall(self, call: Callable[[], object]) -> float:
        """Return the longest gap between beats, in ms, from before `call` until all is idle."""
        self._beats = [self.now()]
        self._beat.start()
        QTimer.singleShot(0, call)
        end = time.perf_counter() + LONGEST_WAIT_S
        quiet_since = time.perf_counter()
        while time.perf_counter() < end:
            before = time.perf_counter()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            now = time.perf_counter()
            if now - before > 0.012 or not self._bench.is_idle():
                quiet_since = now
            if (now - quiet_since) * 1000 > QUIET_MS:
                break
        self._beat.stop()
        gaps = [b - a for a, b in zip(self._beats, self._beats[1:], strict=False)]
        return max(gaps, default=0.0) * 1000


def resident_mb() -> float:
    """Return the process's resident memory; Linux only, 0 elsewhere."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def measure(view: str, words: int, now: Callable[[], float]) -> dict[str, float]:
    """Measure one view with one document, in seconds of `now`."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    application.setStyleSheet(style_sheet(STYLE.theme))
    document, mentions = make_document(words)
    bench: Bench = Lazy() if view == "lazy" else Native()
    clock = Clock(bench, now)
    collect_when_away(application)
    widget = bench.widget
    widget.resize(1000, 800)
    widget.show()
    small, _ = make_document(60)
    clock.painted_after(lambda: bench.load(small))  # fonts and the like are there from now on
    clock.stall(lambda: None)
    before = resident_mb()
    row: dict[str, float] = {}
    texts = [clock.painted_after(lambda: bench.load(document))]
    row["rest"] = clock.stall(lambda: None)
    row["MB"] = resident_mb() - before
    for _ in range(LOADS - 1):
        clock.painted_after(lambda: bench.load(small))
        clock.stall(lambda: None)
        texts.append(clock.painted_after(lambda: bench.load(document)))
        clock.stall(lambda: None)
    row["text"] = median(texts)
    row["marks"] = clock.stall(lambda: bench.mark(mentions))
    row["kinds"] = max(
        clock.stall(lambda kinds=kinds: bench.hide(kinds)) for kinds in (SWITCHED, ()) * 2
    )
    row["page"] = _page_down(clock, widget)
    row["wheel"] = _wheel(clock, widget)
    annotations = make_annotations(document, words)
    row["notes"] = clock.stall(lambda: bench.annotate(annotations))
    row["page+"] = _page_down(clock, widget)
    row["resize"] = max(
        clock.stall(lambda width=width: widget.resize(width, 800)) for width in range(760, 360, -40)
    )
    row["style"] = clock.stall(bench.enlarge)
    row["copy"] = _copy(widget, now)
    row["find"], row["found"] = _find(clock, bench)
    _page_through(widget)
    clock.stall(lambda: None)
    row["MB+"] = resident_mb() - before
    row["close"] = clock.stall(lambda: bench.load(small))
    clock.painted_after(lambda: bench.load(document))
    row["end"] = clock.painted_after(lambda: _end(widget))
    application.processEvents()
    return row


def _page_down(clock: Clock, widget: QTextEdit) -> float:
    bar = widget.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    times = sorted(
        clock.painted_after(lambda: bar.triggerAction(bar.SliderAction.SliderPageStepAdd))
        for _ in range(60)
    )
    return times[int(len(times) * 0.95)]


def _wheel(clock: Clock, widget: QTextEdit) -> float:
    bar, port = widget.verticalScrollBar(), widget.viewport()
    bar.setValue(bar.maximum() // 3)
    pos = QPointF(port.rect().center())

    def turn() -> None:
        event = QWheelEvent(
            *(pos, port.mapToGlobal(pos), QPoint(), QPoint(0, -120)),
            *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
            *(Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(port, event)

    begin = bar.value()
    times = sorted(clock.painted_after(turn) for _ in range(NOTCHES))
    assert bar.value() > begin or not bar.maximum(), "the wheel moved nothing"
    return times[int(len(times) * 0.95)]


def _page_through(widget: QTextEdit) -> None:
    """See every page once."""
    bar = widget.verticalScrollBar()
    bar.setValue(0)
    while bar.value() < bar.maximum():
        bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        widget.viewport().repaint()
        QApplication.processEvents()


def _find(clock: Clock, bench: Bench) -> tuple[float, float]:
    """Return how long the first match takes in a text that is searched for the first time."""
    first = clock.painted_after(lambda: bench.find("república"))
    clock.stall(lambda: None)
    letter = clock.stall(lambda: bench.find("e"))  # as one begins to type
    return first, max(letter, clock.stall(lambda: bench.find("de")))


def _copy(widget: QTextEdit, now: Callable[[], float]) -> float:
    start = now()
    widget.selectAll()
    widget.copy()
    return (now() - start) * 1000


def _end(widget: QTextEdit) -> None:
    if isinstance(widget, ReadingView):
        widget._keys.end(1)
    else:
        widget.moveCursor(QTextCursor.MoveOperation.End)


def main(arguments: list[str]) -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("words", nargs="*", type=int, default=SIZES)
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--processor", action="store_true")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        now = time.thread_time if options.processor else time.perf_counter
        print(json.dumps(measure(options.one, options.words[0], now)))
        return
    os.environ["QT_QPA_PLATFORM"] = options.platform
    print(f"{'words':>9} {'view':7}" + "".join(f"{name:>9}" for name in COLUMNS))
    for words in options.words:
        for view in ("lazy", "native"):
            command = [sys.executable, __file__, str(words), "--one", view]
            command += ["--processor"] * options.processor
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            row = json.loads(done.stdout)
            cells = "".join(f"{row[name]:9.1f}" for name in COLUMNS)
            print(f"{words:9,} {view:7}{cells}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
