"""The light styling of Markdown while one types it."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from reader.core.offsets import Utf16Map
from reader.core.wikilinks import WikiLink, code_spans, wikilinks
from reader.ui.plain_text import scaled_font
from reader.ui.theme import Theme

_FENCE = re.compile(r"^(?:[ \t]|>[ \t]?)*(`{3,}|~{3,})(.*)$")
_HEADING = re.compile(r"^( {0,3}(#{1,6}))[ \t]+\S")
_QUOTE = re.compile(r"^\s*(?:>[ \t]?)+")
_LIST = re.compile(r"^\s*(?:>[ \t]?)*([-*+]|\d{1,9}[.)])[ \t]+(\[[ xX]\][ \t])?")
_RULE = re.compile(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_STRONG = re.compile(r"(?<![*\\])(\*\*|(?<!\w)__)(?=\S)(.{1,2000}?)(?<=[^\s\\])\1(?!\*)")
_EMPHASIS = re.compile(
    r"(?<![*\\])(\*)(?=[^\s*])(.{1,2000}?)(?<=[^\s*\\])\*(?!\*)|"
    r"(?<![\w_\\])(_)(?=[^\s_])(.{1,2000}?)(?<=[^\s_\\])_(?![\w_])"
)
INLINE_LINK = re.compile(r"!?\[((?:\\.|[^\[\]\\])*)\]\(((?:\\.|[^()\\\s])*)\)")
"""A link of Markdown: what it shows, and its address."""

_SIZES = {1: 1.25, 2: 1.15, 3: 1.06}

_PROSE, _IN_TICKS, _IN_TILDES = 0, 1, 2  # states of a line's end: within which fence, if any


class MarkdownHighlighter(QSyntaxHighlighter):
    """Show headings, emphasis, quotes, lists, code and links as what they are; marks are pale.

    Nothing of it is in the text: what is typed stays what is saved.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme: Theme | None = None
        self._font = QFont()

    def set_look(self, theme: Theme, font: QFont) -> None:
        """Take colours and sizes from a theme and the editor's font."""
        self._theme, self._font = theme, QFont(font)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Style one line."""
        if self._theme is None:
            return
        fence = self._fenced(text)
        if fence or not text:
            if fence:
                self.setFormat(0, len(text.encode("utf-16-le")) // 2, self._code())
            return
        line = _Line(self, text)
        self._blocks(text, line)
        code = code_spans(text)
        for start, end in code:
            line.set(start, end, self._code())
        links = wikilinks(text)
        taken = [*code, *((link.start, link.end) for link in links)]
        self._inlines(text, line, taken)
        for link in links:
            self._link(text, line, link)

    def _fenced(self, text: str) -> bool:
        """Return whether a line is code, its fences included; keep how it ends."""
        before = max(self.previousBlockState(), _PROSE)
        found = _FENCE.match(text)
        state = before
        if found is not None:
            kind = _IN_TICKS if found[1][0] == "`" else _IN_TILDES
            if before == kind and not found[2].strip():
                state = _PROSE
            elif before == _PROSE and (kind == _IN_TILDES or "`" not in found[2]):
                state = kind
        self.setCurrentBlockState(state)
        return before != _PROSE or state != _PROSE

    def _blocks(self, text: str, line: "_Line") -> None:
        heading = _HEADING.match(text)
        if heading is not None:
            bold = QTextCharFormat()
            size = _SIZES.get(len(heading[2]), 1.0)
            bold.setFont(scaled_font(self._font, size, bold=True))
            line.set(0, len(text), bold)
            line.merge(0, heading.end(1), self._muted())
        elif _RULE.match(text):
            line.set(0, len(text), self._muted())
        quote = _QUOTE.match(text)
        if quote is not None:
            line.merge(0, len(text), self._muted())
            line.merge(0, quote.end(), self._muted())
        item = _LIST.match(text)
        if item is not None:
            line.merge(item.start(1), item.end(), self._mark())

    def _inlines(self, text: str, line: "_Line", taken: list[tuple[int, int]]) -> None:
        for found in _free(_STRONG, text, taken):
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.DemiBold)
            line.merge(found.start(), found.end(), bold)
            for start in (found.start(), found.end() - 2):
                line.merge(start, start + 2, self._muted())
        for found in _free(_EMPHASIS, text, taken):
            italic = QTextCharFormat()
            italic.setFontItalic(True)
            line.merge(found.start(), found.end(), italic)
            for start in (found.start(), found.end() - 1):
                line.merge(start, start + 1, self._muted())
        for found in _free(INLINE_LINK, text, taken):
            line.merge(found.start(), found.end(), self._muted())
            line.merge(found.start(1), found.end(1), self._linked())

    def _link(self, text: str, line: "_Line", link: WikiLink) -> None:
        line.merge(link.start, link.end, self._muted())
        inner = text[link.start + 2 : link.end - 2]
        begin = link.start + 2
        if link.shown:
            bar = re.search(r"(?:[^\\|]|\\.)*\|", inner)
            begin += bar.end() if bar else 0
        line.merge(begin, link.end - 2, self._linked())

    def _muted(self) -> QTextCharFormat:
        assert self._theme is not None
        muted = QTextCharFormat()
        muted.setForeground(self._theme.muted)
        return muted

    def _mark(self) -> QTextCharFormat:
        mark = QTextCharFormat()
        assert self._theme is not None
        mark.setForeground(self._theme.accent)
        return mark

    def _linked(self) -> QTextCharFormat:
        assert self._theme is not None
        linked = QTextCharFormat()
        linked.setForeground(self._theme.accent)
        linked.setFontUnderline(True)
        return linked

    def _code(self) -> QTextCharFormat:
        assert self._theme is not None
        code = QTextCharFormat()
        code.setFontFamilies(["monospace"])
        code.setBackground(self._theme.hover)
        return code


class _Line:
    """Formats of one line, at code points."""

    def __init__(self, highlighter: MarkdownHighlighter, text: str) -> None:
        self._highlighter = highlighter
        self._offsets = Utf16Map(text)

    def set(self, start: int, end: int, look: QTextCharFormat) -> None:
        """Give a span a look."""
        first = self._offsets.to_utf16(start)
        self._highlighter.setFormat(first, self._offsets.to_utf16(end) - first, look)

    def merge(self, start: int, end: int, look: QTextCharFormat) -> None:
        """Give a span a look over the one that it has."""
        first, last = self._offsets.to_utf16(start), self._offsets.to_utf16(end)
        for position in range(first, last):
            merged = QTextCharFormat(self._highlighter.format(position))
            merged.merge(look)
            self._highlighter.setFormat(position, 1, merged)


def _free(
    pattern: re.Pattern[str], text: str, taken: list[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """Yield matches that neither begin nor end within what is something else."""
    for found in pattern.finditer(text):
        ends = (found.start(), found.end() - 1)
        if not any(start <= each < end for start, end in taken for each in ends):
            yield found
