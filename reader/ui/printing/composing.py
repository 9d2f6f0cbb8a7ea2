"""Compose paragraphs for paper: wide tables made to fit, and room for the notes' numbers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QTextCharFormat, QTextFormat, QTextLayout

from reader.core.document import Picture, Run, RunKind
from reader.core.offsets import Utf16Map
from reader.ui.plain_text import scaled_font
from reader.ui.reading.breaking import Composed
from reader.ui.reading.composing import Composer
from reader.ui.reading.decoding import decode, fitted
from reader.ui.reading.paragraphs import Paragraphs
from reader.ui.reading.pictures import Pictures, PictureState
from reader.ui.reading.style import Column, Look, Typography

_NUMBER = 0.62  # of the text's size
_CODE = 0.9
_AIR = 4.0
_FINENESS = 3  # pixels of a picture to a unit: 288 to an inch
_MISSING = 2.6  # em
_FEW = 4


def number_font(font: QFont) -> QFont:
    """Return the font of a note's number in text of `font`."""
    return scaled_font(font, _NUMBER, bold=True)


def number_labels(ends: Sequence[int]) -> dict[int, str]:
    """Return by the offset at which passages end their numbers; `ends` are in their order."""
    ending: dict[int, list[str]] = defaultdict(list)
    for number, end in enumerate(ends, start=1):
        ending[end].append(str(number))
    return {end: ",".join(numbers) for end, numbers in ending.items()}


class PrintComposer(Composer):
    """Say how paragraphs are laid out on paper, where nothing can be scrolled sideways.

    Behind a passage's last character there is room for its number: the text itself, and with it
    every offset, stays as it is.

    Words aren't parted as on the screen (`hyphens` stays None): who searches a PDF must find them.
    Qt writes no text of its own for what is drawn in parts (`ActualText`), so each half is another
    word: tried on a text of 1,500 words, PDFium and pypdf no longer found 21 of its 579 long ones,
    and gave the hyphens as lines of their own.
    """

    def __init__(
        self,
        paragraphs: Paragraphs,
        pictures: Pictures,
        typography: Typography,
        column: Column,
        labels: Mapping[int, str],
    ) -> None:
        super().__init__(paragraphs, pictures, typography, column)
        self._labels = labels
        self._ends = sorted(labels)

    def composed(self, number: int) -> Composed:
        """Return all that says how a paragraph is laid out."""
        composed = super().composed(number)
        if composed.table is not None:
            composed.table.room = max(composed.table.room, composed.table.width)
        start, end = self._paragraphs.span(number)
        ends = [each for each in self._ends if start < each <= end]
        if not ends:
            return composed
        utf16 = Utf16Map(composed.text)
        gaps = tuple(self._gap(composed, utf16, each - start, self._labels[each]) for each in ends)
        return replace(composed, formats=composed.formats + gaps)

    def _format(self, look: Look, run: Run) -> QTextCharFormat:
        text = super()._format(look, run)
        if run.kind is RunKind.CODE:  # the size is in units here
            text.clearProperty(QTextFormat.Property.FontPointSize)
            size = round(look.font.pixelSize() * _CODE)
            text.setProperty(QTextFormat.Property.FontPixelSize, size)
        return text

    def _gap(
        self, composed: Composed, utf16: Utf16Map, end: int, label: str
    ) -> QTextLayout.FormatRange:
        gap = QTextLayout.FormatRange()
        gap.start = utf16.to_utf16(end - 1)
        gap.length = utf16.to_utf16(end) - gap.start
        width = QFontMetricsF(number_font(composed.look.font)).horizontalAdvance(label)
        gap.format = QTextCharFormat()
        gap.format.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        gap.format.setFontLetterSpacing(width + _AIR)
        return gap


class PrintedPictures(Pictures):
    """The pictures that are at hand, decoded when they are painted; nothing is asked for."""

    def __init__(self, files: Mapping[str, bytes], tallest: float) -> None:
        super().__init__()
        self._at_hand = files
        self._tallest = tallest
        self._decoded: dict[str, QImage] = {}
        self._boxes: dict[tuple[str, int], QSize | None] = {}

    def state(self, source: str) -> PictureState:
        """Return what is to be seen of a picture."""
        return PictureState.SHOWN if source in self._at_hand else PictureState.MISSING

    def image(self, source: str, width: int) -> QImage | None:
        """Return a picture for a column of `width` units, as fine as paper shows it."""
        if source not in self._at_hand:
            return None
        if source not in self._decoded:
            limits = QSize(width, round(self._tallest)) * _FINENESS
            made = decode(self._at_hand[source], limits)
            box = None if made is None else fitted(made.size, limits / _FINENESS)
            self._boxes[source, width] = box
            while len(self._decoded) >= _FEW:
                del self._decoded[next(iter(self._decoded))]
            self._decoded[source] = QImage() if made is None else made.image
        found = self._decoded[source]
        return None if found.isNull() else found

    def box(self, picture: Picture, width: int, em: int) -> QSize:
        """Return the size of what is shown of a picture, in a column of so many units."""
        key = (picture.source, width)
        if key not in self._boxes:
            self.image(picture.source, width)
        return self._boxes.get(key) or QSizeF(width, _MISSING * em).toSize()
