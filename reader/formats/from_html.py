"""A fragment of HTML, its article already found -> blocks, runs and pictures.

What pandoc, Markdown, e-mails and the extraction of web pages give all comes through here. Nothing
is fetched and nothing runs: elements are only read.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from reader.core.document import BlockKind, RowLevel, RunKind
from reader.formats.builder import DocumentBuilder

Resolver = Callable[[str], str | None]
"""From a picture's `src` to a `Picture.source`; None where it is not to be shown."""

_SKIPPED = frozenset(
    "script style noscript template head title iframe object embed applet svg math form button "
    "select textarea input canvas audio video source track map area link meta base".split()
)
_PARAGRAPHS = frozenset(
    "p div section article main header footer aside address body html center dl dt dd fieldset "
    "details summary figure hgroup nav td th".split()
)
_LISTS = ("ul", "ol", "menu")
_CONTAINERS = (*_LISTS, "blockquote", "table")
_ENDING = _PARAGRAPHS | {"tr", "hr", "caption"}
"""Elements at whose start and end a block ends."""

_RUNS = {
    **dict.fromkeys(("b", "strong"), RunKind.BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), RunKind.ITALIC),
    **dict.fromkeys(("s", "del", "strike"), RunKind.STRIKE),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), RunKind.CODE),
    "sup": RunKind.SUPERSCRIPT,
    "sub": RunKind.SUBSCRIPT,
}
_LINK_SCHEMES = ("http", "https", "mailto")
_NOTE_HINTS = ("doc-noteref", "footnote-ref", "noteref")
_NOTES_HINTS = ("doc-endnotes", "doc-footnote", "footnotes", "footnote")
_BACK_HINTS = ("doc-backlink", "footnote-back")
_LEAST_PICTURE = 3  # CSS pixels; what is smaller counts visits
_LONGEST_CELL = 600  # characters; what holds more lays a page out


def build_html(
    root: html.HtmlElement, builder: DocumentBuilder, *, resolve: Resolver, base: str = ""
) -> None:
    """Add what an element holds to a document.

    `base` is the address that relative links are taken from, "" where they lead nowhere.
    """
    walk = _Walk(builder, resolve, base)
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event in ("comment", "pi"):
            walk.tail(element, root)
        elif event == "end":
            walk.end(element)
            walk.tail(element, root)
        elif not walk.start(element):
            events.skip_subtree()
    builder.close_block()


def link_target(address: str, base: str = "") -> str | None:
    """Return the address that a link may lead to; None for one that only a browser understands."""
    address = "".join(address.split())
    if address.startswith("#"):
        return address if len(address) > 1 else None
    try:
        whole = urljoin(base, address) if base else address
        parts = urlsplit(whole)
    except ValueError:
        return None
    leads_on = bool(parts.netloc or parts.scheme.lower() == "mailto")  # not `https:nowhere`
    return whole if parts.scheme.lower() in _LINK_SCHEMES and leads_on else None


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int


@dataclass(slots=True)
class _Open:
    """What the elements around the present one have said."""

    lists: list[_List] = field(default_factory=list)
    quotes: int = 0
    tables: list[bool] = field(default_factory=list)  # whether each holds data
    is_first_row: bool = False
    cells: int = 0
    notes: int = 0
    in_caption: bool = False
    fresh_item: bool = False


class _Walk:
    """Turn the start and end of elements into calls of the builder."""

    def __init__(self, builder: DocumentBuilder, resolve: Resolver, base: str) -> None:
        self._builder = builder
        self._resolve = resolve
        self._base = base
        self._open = _Open()
        self._styled: set[html.HtmlElement] = set()

    def start(self, element: html.HtmlElement) -> bool:
        """Begin an element; return whether to go into it."""
        tag = element.tag.lower()
        if tag in _SKIPPED or _is_hidden(element) or _has_hint(element, _BACK_HINTS):
            return False
        if name := element.get("id") or (element.get("name") if tag == "a" else None):
            self._builder.anchor(name)
        if tag in ("img", "image"):
            self._picture(element)
            return False
        if _has_hint(element, _NOTE_HINTS) and tag == "a":
            self._note_reference(element)
            return False
        self._begin_block(tag, element)
        self._begin_style(tag, element)
        self._text(element.text)
        return True

    def end(self, element: html.HtmlElement) -> None:
        """End an element."""
        if element in self._styled:
            self._styled.discard(element)
            self._builder.end_style()
        tag = element.tag.lower()
        state = self._open
        if tag == "br":
            self._builder.line_break()
        elif tag in _CONTAINERS and (tag == "table" or not self._in_line()):
            self._leave(tag)
            self._end_block()
        elif tag == "figcaption":
            state.in_caption = False
            self._end_block()
        elif (tag in _ENDING or tag in ("li", "pre") or _level(tag)) and (
            tag == "tr" or not self._in_line()
        ):
            self._end_block()
        if state.notes and _has_hint(element, _NOTES_HINTS):
            state.notes -= 1

    def _leave(self, tag: str) -> None:
        state = self._open
        if tag in _LISTS and state.lists:
            state.lists.pop()
        elif tag == "blockquote" and state.quotes:
            state.quotes -= 1
        elif tag == "table" and state.tables:
            state.tables.pop()

    def tail(self, element: html.HtmlElement, root: html.HtmlElement) -> None:
        """Add the text behind an element."""
        if element is not root:
            self._text(element.tail)

    # Blocks

    def _begin_block(self, tag: str, element: html.HtmlElement) -> None:
        state = self._open
        state.notes += _has_hint(element, _NOTES_HINTS)
        if self._in_line() and tag not in ("td", "th", "tr", "table"):
            if tag in _PARAGRAPHS or tag == "li":
                self._builder.text(" ")
        elif tag == "li":
            self._begin_item(element)
        elif tag in ("tr", "td", "th") and state.tables and state.tables[-1]:
            self._begin_row(tag, element)
        elif level := _level(tag):
            self._builder.open_block(BlockKind.HEADING, level=level)
        elif tag == "pre":
            self._builder.open_block(BlockKind.PREFORMATTED)
        elif tag == "figcaption":
            state.in_caption = self._builder.open_kind is BlockKind.PICTURE
            if not state.in_caption:
                self._end_block()
        elif tag in _CONTAINERS or (tag in _ENDING and not state.fresh_item):
            self._end_block()
            self._enter(tag, element)

    def _enter(self, tag: str, element: html.HtmlElement) -> None:
        """Remember a list, quote or table whose blocks follow."""
        state = self._open
        if tag in _LISTS:
            state.lists.append(_List(tag == "ol", _number(element.get("start"), 1)))
        elif tag == "blockquote":
            state.quotes += 1
        elif tag == "table":
            state.tables.append(_holds_data(element))
            state.is_first_row = True

    def _begin_item(self, element: html.HtmlElement) -> None:
        state = self._open
        if state.notes:
            self._builder.open_block(BlockKind.FOOTNOTE)
            number = state.lists[-1].number if state.lists else 1
            with self._builder.style(RunKind.MARKER):
                self._builder.text(f"[{number}]")
        else:
            self._builder.open_block(BlockKind.LIST_ITEM, level=max(1, len(state.lists)))
            if state.lists and state.lists[-1].ordered:
                state.lists[-1].number = _number(element.get("value"), state.lists[-1].number)
                with self._builder.style(RunKind.MARKER):
                    self._builder.text(f"{state.lists[-1].number}.")
        self._builder.text(" ")
        state.fresh_item = True
        if state.lists:
            state.lists[-1].number += 1

    def _begin_row(self, tag: str, element: html.HtmlElement) -> None:
        state = self._open
        if tag == "tr":
            cells = element.xpath("./td|./th")
            is_header = bool(cells) and all(cell.tag == "th" for cell in cells)
            level = RowLevel.HEADER if is_header else RowLevel.BODY
            if state.is_first_row and not is_header:
                level = RowLevel.FIRST
            state.is_first_row = False
            state.cells = 0
            self._builder.open_block(BlockKind.TABLE_ROW, level=level)
            return
        if state.cells:
            self._builder.verbatim("\t")
        state.cells += 1

    def _end_block(self) -> None:
        self._builder.close_block()
        self._open.fresh_item = False

    def _in_cell(self) -> bool:
        return self._builder.open_kind is BlockKind.TABLE_ROW

    def _in_line(self) -> bool:
        """Return whether paragraphs here only part words: in a cell, or in a caption."""
        return self._in_cell() or self._in_caption()

    def _in_caption(self) -> bool:
        return self._open.in_caption and self._builder.open_kind is BlockKind.PICTURE

    # What stands in blocks

    def _text(self, text: str | None) -> None:
        if not text:
            return
        builder, state = self._builder, self._open
        is_blank = not text.strip()
        if builder.open_kind is BlockKind.PICTURE and not state.in_caption and not is_blank:
            builder.close_block()
        if builder.open_kind is None and not is_blank:
            kind = BlockKind.QUOTE if state.quotes else BlockKind.PARAGRAPH
            builder.open_block(BlockKind.FOOTNOTE if state.notes else kind)
        builder.text(text)
        state.fresh_item = state.fresh_item and is_blank

    def _begin_style(self, tag: str, element: html.HtmlElement) -> None:
        kind, target = _RUNS.get(tag), ""
        if tag == "a" and element.get("href"):
            found = link_target(element.get("href", ""), self._base)
            kind, target = (RunKind.LINK, found) if found else (None, "")
        if kind is not None:
            self._builder.begin_style(kind, target)
            self._styled.add(element)

    def _note_reference(self, element: html.HtmlElement) -> None:
        number = "".join(element.itertext()).strip().strip("[]()")
        target = link_target(element.get("href", ""))
        if number and target and target.startswith("#"):
            self._builder.begin_style(RunKind.NOTE, target)
            self._text(f"[{number}]")
            self._builder.end_style()
        else:
            self._text(number)

    def _picture(self, element: html.HtmlElement) -> None:
        width, height = _number(element.get("width"), 0), _number(element.get("height"), 0)
        is_tracker = 0 < width < _LEAST_PICTURE or 0 < height < _LEAST_PICTURE
        address = element.get("src") or element.get("{http://www.w3.org/1999/xlink}href") or ""
        source = None if is_tracker or not address else self._resolve(address)
        if source is None or self._in_cell():
            self._text(" ")
            return
        alt = " ".join((element.get("alt") or "").split())
        self._builder.picture(source, alt=alt, width=width, height=height)


def _is_hidden(element: html.HtmlElement) -> bool:
    style = "".join((element.get("style") or "").lower().split())
    return (
        element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style
    )


def _has_hint(element: html.HtmlElement, hints: tuple[str, ...]) -> bool:
    said = " ".join(
        element.get(key) or ""
        for key in ("role", "class", "epub:type", "{http://www.idpf.org/2007/ops}type")
    ).split()
    return any(hint in said for hint in hints)


def _level(tag: str) -> int:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0


def _number(value: str | None, default: int) -> int:
    text = (value or "").strip().removesuffix("px").partition(".")[0]
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def _holds_data(table: html.HtmlElement) -> bool:
    """Return whether a table holds rows and columns, and not a page's layout."""
    if table.get("role") == "presentation" or table.xpath(".//table"):
        return False
    rows = table.xpath(".//tr[count(td|th) > 1]")
    cells = table.xpath(".//td|.//th")
    return len(rows) > 1 and all(len(cell.text_content()) <= _LONGEST_CELL for cell in cells)
