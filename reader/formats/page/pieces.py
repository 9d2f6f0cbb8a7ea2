"""A page's tree -> the pieces of text and the pictures in it, each with where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from reader.formats.page.extraction import words_of

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark picture q "
    "rp rt ruby s samp small source span strike strong sub sup time tt u var wbr amp-img".split()
)
_SILENT = frozenset(
    "script style noscript template head title iframe object embed applet svg math form button "
    "select textarea input canvas audio video map link meta base".split()
)
_CLUTTER_TAGS = frozenset(["nav", "footer", "dialog"])
_CLUTTER_ROLES = frozenset("navigation banner contentinfo search dialog alert".split())
_CLUTTER = frozenset(
    """nav navbar navigation menu menubar migas sidebar lateral rail share sharing sharer social
    socials rrss disqus livefyre paywall ad ads adv publi taboola outbrain consent cmp gdpr didomi
    onetrust etiquetas tags taglist keywords firma byline signature trending popular leidas leidos
    masleido mostread login modal popup toolbar utilidades herramientas hidden oculto tooltip
    breaking ultima skip themes temas teaser teasers tarjeta tarjetas""".split()
)
_CLUTTER_STEMS = tuple(
    "breadcrumb relacionad related recirc recommend recomend compart comment coment newsletter "
    "boletin suscri subscri promo advert publicidad anunci sponsor patrocin cookie".split()
)
_TOKEN = re.compile(r"[a-z]+|[A-Z](?:[a-z]+|[A-Z]*(?![a-z]))")
_UNITS = ("ul", "ol", "dl", "table")
_UNIT_WORDS = 1200  # a longer list or table isn't judged as one thing
_NO_UNIT = "./descendant::*[self::h1 or self::h2 or self::h3 or self::table or self::figure]"


@dataclass(slots=True)
class Piece:
    """The text that stands directly in one block of the page.

    `order` is its place among all pieces and pictures. `slots` say where its characters are: an
    element, and whether in its text or its tail.
    """

    element: html.HtmlElement
    order: int
    slots: list[tuple[html.HtmlElement, str]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    linked: int = 0  # characters inside links
    words: list[str] = field(default_factory=list)
    is_matched: bool = False
    is_kept: bool = False

    @property
    def text(self) -> str:
        """Return the piece's text, with single spaces."""
        return " ".join("".join(self.parts).split())

    @property
    def is_link(self) -> bool:
        """Return whether most of it leads elsewhere."""
        return self.linked > 0.5 * sum(map(len, self.parts))


@dataclass(slots=True)
class Shown:
    """A picture of the page, `order` as a piece's."""

    element: html.HtmlElement
    order: int
    is_kept: bool = False


@dataclass(slots=True)
class Pieces:
    """What a page holds, in its order; `depth` gives an element's depth under its root."""

    root: html.HtmlElement
    texts: list[Piece]
    pictures: list[Shown]
    units: dict[html.HtmlElement, list[Piece]]


def find_pieces(root: html.HtmlElement) -> Pieces:
    """Return the pieces of a page that are visible as far as the page itself tells."""
    walk = _Collector()
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event in ("comment", "pi"):
            walk.text(element, "tail")
        elif event == "end":
            walk.end(element)
            if element is not root:
                walk.text(element, "tail")
        elif not walk.start(element):
            events.skip_subtree()
    texts = [piece for piece in walk.pieces.values() if piece.text]
    for piece in texts:
        piece.words = words_of(piece.text)
    texts.sort(key=lambda piece: piece.order)
    return Pieces(root, texts, walk.pictures, _units(texts))


def ancestors(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield an element and what it lies in, the nearest first."""
    yield element
    yield from element.iterancestors()


def hints(element: html.HtmlElement) -> frozenset[str]:
    """Return the words of an element's class and id, in lower case."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    return frozenset(word.lower() for word in _TOKEN.findall(said[:500]))


def hints_at_clutter(element: html.HtmlElement) -> bool:
    """Return whether an element calls itself something that is no part of an article."""
    return (
        element.tag in _CLUTTER_TAGS
        or (element.get("role") or "").lower() in _CLUTTER_ROLES
        or any(w in _CLUTTER or w.startswith(_CLUTTER_STEMS) for w in hints(element))
    )


class _Collector:
    """Give each run of characters to the block that it stands in."""

    def __init__(self) -> None:
        self.pieces: dict[html.HtmlElement, Piece] = {}
        self.pictures: list[Shown] = []
        self._blocks: list[html.HtmlElement] = []
        self._links = 0
        self._order = 0

    def start(self, element: html.HtmlElement) -> bool:
        """Begin an element; return whether to go into it."""
        if element.tag in _SILENT:
            return False
        if element.tag in ("img", "amp-img", "image"):
            self._order += 1
            self.pictures.append(Shown(element, self._order))
            return False
        if element.tag not in _INLINE:
            self._blocks.append(element)
        elif element.tag == "a" and element.get("href"):
            self._links += 1
        elif element.tag == "br" and self._blocks and self._blocks[-1] in self.pieces:
            self.pieces[self._blocks[-1]].parts.append(" ")
        self.text(element, "text")
        return True

    def end(self, element: html.HtmlElement) -> None:
        """End an element."""
        if self._blocks and self._blocks[-1] is element:
            self._blocks.pop()
        elif element.tag == "a" and element.get("href"):
            self._links -= 1

    def text(self, element: html.HtmlElement, slot: str) -> None:
        """Add the characters in an element's text or tail."""
        text = element.text if slot == "text" else element.tail
        if not text or not self._blocks:
            return
        block = self._blocks[-1]
        piece = self.pieces.get(block)
        if piece is None:
            if not text.strip():
                return
            self._order += 1
            piece = self.pieces[block] = Piece(block, self._order)
        piece.slots.append((element, slot))
        piece.parts.append(text)
        piece.linked += len(text) if self._links else 0


def _units(texts: list[Piece]) -> dict[html.HtmlElement, list[Piece]]:
    """Return the lists and tables that are kept or dropped as one, with the pieces in each."""
    found: dict[html.HtmlElement, list[Piece]] = {}
    for piece in texts:
        outer = [e for e in ancestors(piece.element) if e.tag in _UNITS]
        if outer:
            found.setdefault(outer[-1], []).append(piece)
    return {
        unit: pieces
        for unit, pieces in found.items()
        if sum(len(piece.words) for piece in pieces) <= _UNIT_WORDS and not unit.xpath(_NO_UNIT)
    }
