"""Lay out, elide and show text from articles and users: always plain, never rich text."""

import html
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reader.core.offsets import Utf16Map

# What a line of the widest panel can hold, several times over: text behind it is never laid out.
_CHARACTERS_PER_LINE = 400


def one_line(text: str) -> str:
    """Return `text` with each run of white space as one space."""
    return " ".join(text.split())


def in_quotes(text: str) -> str:
    """Return a text in the quotation marks of the program's language."""
    return QCoreApplication.translate("marking", "“{0}”").format(text)


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows `text` literally; "" for no text.

    Qt guesses whether a tooltip is HTML, so text from outside is escaped in a paragraph of our own.
    """
    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>' if text else ""


def scaled_font(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return `font` in another size, whether it was given in points or in pixels."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if bold:
        scaled.setWeight(QFont.Weight.DemiBold)
    return scaled


def lay_out(
    text: str,
    font: QFont,
    width: float,
    *,
    max_lines: int = 0,
    bold: Sequence[int] | None = None,
) -> QTextLayout:
    """Return `text` laid out in lines of `width` pixels, breaking long words where needed.

    With `max_lines` the last line is elided where more would follow. `bold` is a half-open span of
    code points into `text`.
    """
    if max_lines:
        text = text[: max_lines * _CHARACTERS_PER_LINE]
    layout = _broken(text, font, width, bold)
    if not max_lines or layout.lineCount() <= max_lines:
        return layout
    last = layout.lineAt(max_lines - 1)
    cut = Utf16Map(text).to_code_points(last.textStart())
    rest_font = QFont(font)
    if bold is not None and bold[1] > cut:
        rest_font.setBold(True)  # the wider one, so that the elided line surely fits
    rest = QFontMetricsF(rest_font).elidedText(
        text[cut:], Qt.TextElideMode.ElideRight, max(width - 1, 0)
    )
    return _broken(text[:cut] + rest, font, width, bold, max_lines=max_lines)


def _broken(
    text: str, font: QFont, width: float, bold: Sequence[int] | None, *, max_lines: int = 0
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if bold is not None:
        layout.setFormats(bold_formats(text, [bold]))
    break_lines(layout, width, max_lines=max_lines)
    return layout


def bold_formats(text: str, spans: Iterable[Sequence[int]]) -> list[QTextLayout.FormatRange]:
    """Return the formats that show parts of a layout's text in bold.

    `spans` are half-open and in code points; what of them is behind the text's end is left out.
    """
    offsets = Utf16Map(text)
    formats: list[QTextLayout.FormatRange] = []
    for span in spans:
        start, end = (offsets.to_utf16(min(offset, len(text))) for offset in span)
        bold = QTextLayout.FormatRange()
        bold.start = start
        bold.length = end - start
        bold.format = QTextCharFormat()
        bold.format.setFontWeight(QFont.Weight.Bold)
        formats.append(bold)
    return formats


def break_lines(layout: QTextLayout, width: float, *, max_lines: int = 0) -> None:
    """Break a layout into lines of `width` pixels, one below the other.

    With `max_lines` it ends there, and what would follow is not shown.
    """
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, y))
        y += line.height()
        if layout.lineCount() == max_lines:
            break
    layout.endLayout()


def paint_layout(
    painter: QPainter, layout: QTextLayout, x: float, y: float, colour: QColor
) -> None:
    """Paint a finished layout with its upper left corner at `x`, `y`."""
    painter.setPen(colour)
    layout.draw(painter, QPointF(x, y))


def layout_height(layout: QTextLayout) -> int:
    """Return the height of a finished layout in whole pixels; 0 where it has no line."""
    count = layout.lineCount()
    if not count:
        return 0
    last = layout.lineAt(count - 1)
    return int(last.y() + last.height() + 0.999)


class PlainLabel(QLabel):
    """Show plain text over as many lines as it needs, breaking even words that are too long.

    `QLabel` breaks only between words, so one long name would widen the whole panel. With
    `max_lines` the text is elided there and the tooltip shows all of it.
    """

    def __init__(self, parent: QWidget | None = None, *, max_lines: int = 0) -> None:
        super().__init__(parent)
        self._max_lines = max_lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show `text`, literally."""
        super().setText(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return true: the narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text in lines of `width` pixels."""
        return layout_height(self._lay_out(width)) if self.text() else 0

    def sizeHint(self) -> QSize:
        """Return the size of the text at the present width."""
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 240
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one short line: the label never widens its panel."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.averageCharWidth() * 6, metrics.height() if self.text() else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text in the palette's colour."""
        painter = QPainter(self)
        colour = self.palette().color(self.foregroundRole())
        paint_layout(painter, self._lay_out(self.width()), 0, 0, colour)
        painter.end()

    def _lay_out(self, width: int) -> QTextLayout:
        return lay_out(self.text(), self.font(), width, max_lines=self._max_lines)
