"""Write a part of a document as HTML with its structure, as the clipboard takes it.

What the article holds is escaped and stays text; of links only those to the web and to addressees
are kept.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from operator import attrgetter

from reader.core.document import Block, BlockKind, Document, Picture, RowLevel, Run, RunKind

_SCHEMES = ("http://", "https://", "mailto:")
_LINE_BREAK = "\u2028"
_DEEPEST_LIST = 8
_TAGS = {
    RunKind.BOLD: "b",
    RunKind.ITALIC: "i",
    RunKind.STRIKE: "s",
    RunKind.CODE: "code",
    RunKind.SUPERSCRIPT: "sup",
    RunKind.SUBSCRIPT: "sub",
    RunKind.NOTE: "sup",
}


def to_html(document: Document, start: int, end: int, *, heading: Sequence[str] = ()) -> str:
    """Return a span of code points as HTML, after the lines of `heading`: title and byline."""
    parts = ['<meta charset="utf-8">']
    parts += [f"<p>{escape(line)}</p>" if i else f"<h1>{escape(line)}</h1>"
              for i, line in enumerate(heading)]  # fmt: skip
    pictures = {picture.block: picture for picture in document.pictures}
    runs = _Runs(document.runs)
    opened, closing = "", ""
    plain = BlockKind.PARAGRAPH
    has_runs = bool(document.runs)
    for index, block in _blocks(document, start, end):
        if block.kind is plain and not has_runs and not opened:  # as most are: a book has thousands
            text = escape(document.text[max(start, block.start) : min(end, block.end)])
            parts.append(f"<p>{text.replace(_LINE_BREAK, '<br>')}</p>")
            continue
        opening, ending = _enclosing(block)
        if opening != opened or (opened and block.level == RowLevel.FIRST and _is_row(block)):
            parts += [closing, opening]
            opened, closing = opening, ending
        first, last = max(start, block.start), min(end, block.end)
        inside = runs.within(block, first, last)
        inner = _inner(document.text[first:last], first, inside, block)
        picture = pictures.get(index) if block.kind is BlockKind.PICTURE else None
        parts.append(_figure(picture, inner) if picture else _element(block, inner, inside))
    return "\n".join([*parts, closing])


class _Runs:
    """The runs of blocks that are asked for in reading order."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._next = 0

    def within(self, block: Block, start: int, end: int) -> list[Run]:
        """Return the parts of a block's runs that lie in a span of it."""
        self._next = bisect_left(self._runs, block.start, self._next, key=attrgetter("start"))
        found: list[Run] = []
        index = self._next
        while index < len(self._runs) and self._runs[index].start < end:
            run = self._runs[index]
            if run.end > start:
                first, last = max(run.start, start), min(run.end, end)
                found.append(Run(first, last, run.kind, run.target))
            index += 1
        return found


def _blocks(document: Document, start: int, end: int) -> Iterator[tuple[int, Block]]:
    index = max(0, bisect_right(document.blocks, start, key=attrgetter("start")) - 1)
    while index < len(document.blocks) and (block := document.blocks[index]).start < end:
        if block.end > start or block.start == block.end >= start:
            yield index, block
        index += 1


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.TABLE_ROW


def _enclosing(block: Block) -> tuple[str, str]:
    """Return the begin and the end of what holds a block together with its neighbours."""
    if block.kind is BlockKind.TABLE_ROW:
        return "<table>", "</table>"
    if block.kind is BlockKind.LIST_ITEM:
        depth = min(max(1, block.level), _DEEPEST_LIST)
        return "<ul>" * depth, "</ul>" * depth
    return "", ""


def _inner(text: str, origin: int, runs: Sequence[Run], block: Block) -> str:
    """Return a block's text with its runs; no element of theirs reaches over the end of a cell."""
    if not runs:
        return _text(text, block)
    places = {0, len(text)}
    places.update(run.start - origin for run in runs)
    places.update(run.end - origin for run in runs)
    if _is_row(block):
        places.update(i + d for i, c in enumerate(text) if c == "\t" for d in (0, 1))
    parts: list[str] = []
    ordered = sorted(places)
    for start, end in pairwise(ordered):
        part = _text(text[start:end], block)
        if part != _cell_end(block):
            for run in runs:
                if run.start - origin <= start and run.end - origin >= end:
                    part = _styled(part, run)
        parts.append(part)
    return "".join(parts)


def _text(text: str, block: Block) -> str:
    text = escape(text)
    if block.kind is not BlockKind.PREFORMATTED:
        text = text.replace("\n", " ").replace(_LINE_BREAK, "<br>")
    return text.replace("\t", _cell_end(block)) if _is_row(block) else text


def _cell_end(block: Block) -> str:
    cell = _cell(block)
    return f"</{cell}><{cell}>"


def _cell(block: Block) -> str:
    return "th" if block.level == RowLevel.HEADER else "td"


def _styled(part: str, run: Run) -> str:
    if run.kind is RunKind.LINK:
        if not run.target.lower().startswith(_SCHEMES):
            return part
        return f'<a href="{escape(run.target)}">{part}</a>'
    tag = _TAGS.get(run.kind)
    return f"<{tag}>{part}</{tag}>" if tag else part


def _element(block: Block, inner: str, runs: Sequence[Run]) -> str:
    match block.kind:
        case BlockKind.HEADING:
            level = min(max(1, block.level) + 1, 6)
            return f"<h{level}>{inner}</h{level}>"
        case BlockKind.LIST_ITEM:
            numbered = any(run.kind is RunKind.MARKER for run in runs)
            style = ' style="list-style: none"' if numbered else ""
            return f"<li{style}>{inner}</li>"
        case BlockKind.QUOTE:
            return f"<blockquote><p>{inner}</p></blockquote>"
        case BlockKind.PREFORMATTED:
            return f"<pre>{inner}</pre>"
        case BlockKind.TABLE_ROW:
            cell = _cell(block)
            return f"<tr><{cell}>{inner}</{cell}></tr>"
        case BlockKind.FOOTNOTE:
            return f"<p><small>{inner}</small></p>"
        case _:
            return f"<p>{inner}</p>"


def _figure(picture: Picture, inner: str) -> str:
    """Return a picture's words; a picture itself is never fetched by whoever gets them."""
    alt = f"<p>[{escape(picture.alt)}]</p>" if picture.alt else ""
    return f"<figure>{alt}<figcaption>{inner}</figcaption></figure>"
