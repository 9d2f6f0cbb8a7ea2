"""A comment's Markdown as plain text with a few formats, for lists."""

import re

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from reader.core.wikilinks import wikilinks
from reader.formats.to_markdown import escape

_MOST = 4000
"""Characters of a comment that a list shows anything of."""

_SIGNS = set("*_`#[>-+~\\|123456789")


def light_markdown(
    text: str, *, most: int | None = _MOST
) -> tuple[str, list[QTextLayout.FormatRange]]:
    """Return what Markdown says without its signs, in lines, with bold, italic and code in it.

    Links are underlined, `[[links]]` too, which show their name or what they say instead. Of a
    longer text it is the first `most` characters; all for None. HTML stays text.
    Spans of the formats are in UTF-16 units of the text that is returned.
    """
    text = text[:most]
    if not _SIGNS & set(text):
        return "\u2028".join(line for line in text.splitlines() if line.strip()), []
    text = _with_plain_links(text)
    document = QTextDocument()
    # Each line that was typed stays one.
    text = re.sub(r"(?<=\S)\n(?=\S)", "  \n", text)
    document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownNoHTML)
    lines: list[str] = []
    formats: list[QTextLayout.FormatRange] = []
    at = 0
    block = document.begin()
    while block.isValid():
        line, spans = _line_of(block)
        if line.strip():
            for start, length, form in spans:
                span = QTextLayout.FormatRange()
                span.start, span.length, span.format = at + start, length, form
                formats.append(span)
            lines.append(line)
            at += _units(line) + 1
        block = block.next()
    return "\u2028".join(lines), formats


def _with_plain_links(text: str) -> str:
    """Return Markdown with `[[links]]` as links of Markdown."""
    parts: list[str] = []
    end = 0
    for link in wikilinks(text):
        parts += [text[end : link.start], f"[{escape(link.shown or link.name)}](#)"]
        end = link.end
    return "".join([*parts, text[end:]])


def _line_of(block: QTextBlock) -> tuple[str, list[tuple[int, int, QTextCharFormat]]]:
    line = _bullet(block)
    spans: list[tuple[int, int, QTextCharFormat]] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        text = fragment.text().replace("\ufffc", "")
        shown = _plain(fragment.charFormat(), is_heading=block.blockFormat().headingLevel() > 0)
        if shown is not None and text:
            spans.append((_units(line), _units(text), shown))
        line += text
        iterator += 1
    return line, spans


def _bullet(block: QTextBlock) -> str:
    listed = block.textList()
    if listed is None:
        return "» " if block.blockFormat().intProperty(0x1080) else ""
    indent = "  " * max(0, listed.format().indent() - 1)
    sign = listed.itemText(block).strip()
    return f"{indent}{sign if sign[:1].isalnum() else '•'} "


def _plain(found: QTextCharFormat, *, is_heading: bool) -> QTextCharFormat | None:
    """Return the weight, slant and lines of a format alone; None where it has none of them."""
    bold = is_heading or found.fontWeight() > QFont.Weight.Medium
    other = found.fontItalic() or found.fontFixedPitch() or found.fontStrikeOut()
    if not (bold or other or found.isAnchor()):
        return None
    shown = QTextCharFormat()
    shown.setFontUnderline(found.isAnchor())
    if bold:
        shown.setFontWeight(QFont.Weight.Bold)
    shown.setFontItalic(found.fontItalic())
    shown.setFontStrikeOut(found.fontStrikeOut())
    return shown


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
