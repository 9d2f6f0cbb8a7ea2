"""The text selection, in code points of the document; nothing is read back from Qt's text."""

from PySide6.QtCore import QMimeData, QStringListModel

from reader.core.document import Document
from reader.formats.to_html import to_html
from reader.ui.reading.document import ReadingDocument
from reader.ui.reading.paragraphs import LINE_BREAK, Paragraphs

_MOST_HTML = 3_000_000  # code points, half a million words: 40 ms


def spanned(document: ReadingDocument, start: int, end: int) -> tuple[int, int]:
    """Return the span between two positions of the QTextDocument, clamped to the text."""
    return document.offset_at(start), document.offset_at(end)


def trimmed(document: Document, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return a span without white space at its ends; None where nothing is left."""
    start, end = span
    text = document.text
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def selected_data(
    document: ReadingDocument, paragraphs: Paragraphs, start: int, end: int
) -> QMimeData:
    """Return what lies between two positions, as the article has it; the heading's part first.

    As plain text, in which the cells of a table are parted by tabs, and as HTML if it isn't as
    long as several books.
    """
    lines: list[str] = []
    for number in range(paragraphs.heading_count):
        begin = document.findBlockByNumber(number).position()
        utf16 = paragraphs.utf16(number)
        length = paragraphs.length(number)
        first = utf16.to_code_points(max(0, start - begin)) if start > begin else 0
        last = utf16.to_code_points(max(0, end - begin)) if end > begin else 0
        if first < min(last, length):
            lines.append(paragraphs.heading_text(number)[first : min(last, length)])
    heading = "\n".join(lines)
    if paragraphs.document is None:
        return clipboard_data(heading)
    first, last = spanned(document, start, end)
    text = paragraphs.document.text[first:last].replace(LINE_BREAK, "\n")
    is_short = last - first <= _MOST_HTML
    html = to_html(paragraphs.document, first, last, heading=lines) if is_short else ""
    return clipboard_data(f"{heading}\n\n{text}" if heading and text else heading or text, html)


def clipboard_data(text: str, html: str = "") -> QMimeData:
    """Return clipboard data of a text, and of its HTML if there is any.

    It is an object of Qt's own, emptied: one made in Python that is still on the clipboard when
    the program ends is destroyed after Python, and crashes (PySide 6.11, offscreen platform).
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    data.setText(text)
    if html:
        data.setHtml(html)
    return data
