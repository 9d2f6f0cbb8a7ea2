"""Where the article is in a page: what a library takes for its text, found again in the page.

The library's own copy of an article has lost its headline, lead, captions and notes. So the page's
tree itself is read, and everything in it that is no part of the article is taken out.
"""

import re
from collections import Counter
from urllib.parse import urlsplit

from lxml import html

from reader.formats.page.extraction import Extraction, as_html, words_of
from reader.formats.page.figures import (
    figure_of,
    hide,
    is_caption,
    is_elsewhere,
    is_great,
    is_same_picture,
    is_small,
    join_figures,
    shape_captions,
)
from reader.formats.page.pieces import (
    Piece,
    Pieces,
    ancestors,
    find_pieces,
    hints,
    hints_at_clutter,
)

_MOST = 0.85  # of the article's words that lie in one element, its container
_OWN = 0.4  # of the article's words; an element with more is no clutter, whatever it calls itself
_LEAST_FOUND = 0.5  # of what the library found that must be in the page's visible text
_LONG = 5  # words; a shorter piece may stand twice in a page by chance
_PROSE = 12  # words; paragraphs are longer, and the lines of a list of other articles shorter
_CARD = 25  # words; clutter that the library took for text is shorter

_SUBTITLE = frozenset(
    """entradilla subtitulo subtitle bajada copete sumario summary deck standfirst lead lede dek
    subhead subheadline excerpt description descripcion intro introduccion stitle volanta
    """.split()
)
_MAIN = "article main"
_PROMOTION = re.compile(
    r"^(?:lea|lee|leé|leer|vea|ver|mire|mira|mirá|escucha|conoce|también) ?:|"
    r"^(?:lea|lee|leé|leer|vea|ver|mire|mira|mirá) (?:también|además|más)\b|"
    r"^también (?:lea|lee|leé|puedes|podés|puede) |^(?:puedes|podés|puede) leer\b|"
    r"^(?:sigue|siga|seguí|seguir|continuar) leyendo|^inf[oó]rmate más|^leer nota|"
    r"^(?:también )?(?:te|le) (?:puede|podría|va a) interesar|^(?:te|le) recomendamos|"
    r"^no te (?:lo )?pierdas\b|^ent[eé]rate (?:más|de más)|"
    r"^(?:más|mas) (?:información|noticias|sobre)\b|^suscr[ií]b[ae]|^síguenos|^sigue(?:nos)? a\b|"
    r"^apúntate|^recib[aeí] (?:cada|las|nuestr|por)|^publicidad$|^temas?(?: relacionados)?:?$|"
    r"^comentarios\b|^(?:en|de) esta nota:?$|^etiquetas:?$|^lo más (?:leído|visto)|"
    r"^(?:dej[aá]|envi[aá]) tu comentario|"
    r"^(?:read|see) (?:also|more)\b|^related\b|^sign up\b|^subscribe\b|^advertisement$|"
    r"^compart(?:e|ir|a)\b|^archivado en|^imprimir$|^newsletter",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…:;»”\"')\]]$")
_LEAST_HEADLINE = 6  # words; a shorter link may be a signpost in the text
_ELSEWHERE = re.compile(r".*\.(?:pdf|docx?|xlsx?|csv|zip)(?:[?#]|$)|mailto:|#", re.IGNORECASE)
_HEADING = re.compile(r"h[1-6]")


def isolate(
    root: html.HtmlElement,
    extraction: Extraction,
    *,
    title: str = "",
    summary: str = "",
    picture: str = "",
) -> html.HtmlElement:
    """Return the article as HTML; the page's tree is changed for it.

    `title` and `summary` are what the page calls its article, by which its headline and lead are
    known, and `picture` the address of the article's own. Where the page shows too little of what
    the library found, it is the library's copy.
    """
    pieces = find_pieces(root)
    for piece in pieces.texts:
        piece.is_matched = bool(piece.words) and extraction.holds(piece.words)
    long_words = sum(len(p.words) for p in pieces.texts if p.is_matched and len(p.words) >= _LONG)
    if long_words < _LEAST_FOUND * extraction.word_count and long_words < 150:
        return as_html(extraction)
    join_figures(pieces)
    judge = _Judge(pieces, words_of(title), words_of(summary), picture)
    judge.decide()
    _take_out(pieces)
    shape_captions(pieces, judge.headline)
    return root


class _Judge:
    """Decide which pieces and pictures of a page are its article's."""

    def __init__(self, pieces: Pieces, title: list[str], summary: list[str], picture: str) -> None:
        self.headline: Piece | None = None
        self._pieces = pieces
        self._picture = picture
        self._title = title
        self._summary = summary
        self._weights = _weights(pieces)
        self._total = self._weights.get(pieces.root, 0)
        self._site = _site(pieces.root)
        self._clutter: dict[html.HtmlElement, bool] = {}
        self._container = self._find_container()
        self._inside = set(self._container.iter())
        orders = [p.order for p in pieces.texts if p.element in self._inside]
        self._start = min(orders, default=0)
        self._scope: set[html.HtmlElement] = self._inside

    def decide(self) -> None:
        """Mark what is kept."""
        texts = self._pieces.texts
        for piece in texts:
            piece.is_kept = piece.is_matched and self._is_credible(piece)
        long = [p.order for p in texts if p.is_kept and len(p.words) >= _LONG]
        first, last = min(long, default=0), max(long, default=0)
        for piece in texts:
            if len(piece.words) < _LONG and not first <= piece.order <= last:
                piece.is_kept &= piece.order > last and self._is_in(piece.element)
        self._fill_gaps(first)
        self._keep_whole_units()
        self._keep_head(first)
        self._keep_pictures()
        self._drop_lonely_headings()

    # Where

    def _find_container(self) -> html.HtmlElement:
        """Return the smallest element that holds most of the article, and more than one block."""
        found = self._pieces.root
        blocks = {piece.element for piece in self._pieces.texts if piece.is_matched}
        while True:
            inner = [c for c in found if self._weights.get(c, 0) >= _MOST * self._total]
            inner = [c for c in inner if c not in blocks]
            if not inner or not self._total:
                return found
            found = inner[0]

    def _is_in(self, element: html.HtmlElement) -> bool:
        return element in self._inside

    def _is_clutter(self, element: html.HtmlElement) -> bool:
        """Return whether an element or one around it is no part of an article."""
        chain: list[html.HtmlElement] = []
        found = False
        for around in ancestors(element):
            if around in self._clutter:
                found = self._clutter[around]
                break
            chain.append(around)
        for inner in reversed(chain):
            own = self._weights.get(inner, 0)
            found = found or (hints_at_clutter(inner) and own < _OWN * self._total)
            self._clutter[inner] = found
        return found

    def _find_scope(self, headline: Piece | None) -> html.HtmlElement:
        """Return the element that holds the headline and the body."""
        around = list(ancestors(self._container))
        for element in around:
            kind = element.get("itemtype") or ""
            is_whole = headline is None or headline.element in set(element.iter())
            if is_whole and (element.tag in _MAIN.split() or "Article" in kind):
                return element
        if headline is not None:
            over = set(ancestors(headline.element))
            return next((e for e in around if e in over), self._container)
        return self._container

    # What

    def _is_credible(self, piece: Piece) -> bool:
        """Return whether a piece that the library took for text may be the article's."""
        count = len(piece.words)
        if self._is_clutter(piece.element):
            return not piece.is_link and count >= _CARD and self._is_in(piece.element)
        if not self._is_in(piece.element):
            is_over = piece.order < self._start and _SENTENCE_END.search(piece.text) is not None
            return not piece.is_link and count >= (_CARD // 2 if is_over else 2 * _CARD)
        if piece.is_link and (
            _HEADING.fullmatch(piece.element.tag) or _is_another(piece, self._site)
        ):
            return False
        is_brief = piece.is_link or count < _CARD
        return not (is_brief and _PROMOTION.search(piece.text))

    def _fill_gaps(self, first: int) -> None:
        """Keep what the library lost between the article's pieces, and behind them."""
        for piece in self._pieces.texts:
            if piece.is_kept or piece.order < first or not self._is_in(piece.element):
                continue
            if self._is_clutter(piece.element) or piece.is_link or _PROMOTION.search(piece.text):
                continue
            if _HEADING.fullmatch(piece.element.tag) or is_caption(piece):
                piece.is_kept = not is_caption(piece)
            else:
                is_said = _SENTENCE_END.search(piece.text) is not None
                piece.is_kept = is_said and len(piece.words) >= _LONG

    def _keep_whole_units(self) -> None:
        """Keep or drop lists and tables as a whole."""
        for unit, pieces in self._pieces.units.items():
            kept = sum(len(p.words) for p in pieces if p.is_kept)
            keep = kept >= 0.5 * sum(len(p.words) for p in pieces) > 0
            for piece in pieces:
                piece.is_kept = keep
            if keep and unit.tag == "table":
                self._clutter[unit] = False

    def _keep_head(self, first: int) -> None:
        """Keep the headline and the lead, and nothing else that stands over the text."""
        self.headline = headline = self._headline(first)
        self._scope = set(self._find_scope(headline).iter())
        if headline is None:
            return
        for piece in self._pieces.texts:
            if piece.order < headline.order:
                piece.is_kept = piece.is_kept and len(piece.words) >= _LONG and not piece.is_link
            elif headline.order < piece.order < first and piece.element in self._scope:
                piece.is_kept = piece.is_kept or self._is_lead(piece)
        headline.is_kept = True
        if not _HEADING.fullmatch(headline.element.tag):
            headline.element.tag = "h1"

    def _headline(self, first: int) -> Piece | None:
        """Return the piece that is the article's headline."""
        title = self._title
        before = [p for p in self._pieces.texts if p.order <= first and p.words]
        same = [p for p in before if _is_same(p.words, title)]
        for tag in ("h1", "h2"):
            named = [p for p in same if _over(p.element, tag)]
            if named:
                return named[-1]
        highest = [p for p in before if _over(p.element, "h1")]
        highest = [p for p in highest if len(highest) == 1 or len(p.words) > 2]
        plain = [p for p in same if not self._is_clutter(p.element)]
        return next(reversed(highest), None) or next(reversed(plain), None)

    def _is_lead(self, piece: Piece) -> bool:
        if piece.is_link or len(piece.words) < 4 or self._is_clutter(piece.element):
            return False
        is_own = not _SUBTITLE.isdisjoint(hints(piece.element))
        if _is_same(piece.words, self._title) or (is_caption(piece) and not is_own):
            return False
        near = [e for _, e in zip(range(3), ancestors(piece.element), strict=False)]
        said = frozenset[str]().union(*map(hints, near), (near[0].get("itemprop") or "").split())
        return (
            piece.element.tag in ("h2", "h3")
            or not _SUBTITLE.isdisjoint(said)
            or (len(self._summary) > 5 and _is_same(piece.words, self._summary))
        )

    def _keep_pictures(self) -> None:
        """Keep the pictures of the text and the one at its head, with their captions."""
        kept = [p.order for p in self._pieces.texts if p.is_kept]
        first, last = min(kept, default=0), max(kept, default=0)
        above = figure_of(self.headline.element) if self.headline is not None else None
        for picture in self._pieces.pictures:
            element, figure = picture.element, figure_of(picture.element)
            if self._is_clutter(element) or is_small(element):
                continue
            is_own = is_same_picture(element, self._picture)
            is_own = is_own or (figure is not None and figure is above)
            if picture.order < first:
                picture.is_kept = is_own and element in self._scope
            elif self._is_in(element):
                picture.is_kept = picture.order <= last or figure is not None
            elif picture.order <= last and element in self._scope:
                picture.is_kept = is_own or figure is not None or is_great(element)
        self._keep_captions()

    def _keep_captions(self) -> None:
        said: dict[html.HtmlElement | None, list[Piece]] = {}
        for piece in self._pieces.texts:
            if piece is not self.headline:
                said.setdefault(figure_of(piece.element), []).append(piece)
        for picture in self._pieces.pictures:
            figure = figure_of(picture.element)
            picture.is_kept &= not is_elsewhere(figure, said.get(figure, []))
        shown = {figure_of(picture.element) for picture in self._pieces.pictures if picture.is_kept}
        for figure, pieces in said.items():
            for piece in pieces if figure is not None else ():
                if piece.element.tag in ("blockquote", "pre", "td", "th"):
                    continue
                if figure in shown:
                    piece.is_kept = is_caption(piece) and not piece.is_link
                elif is_caption(piece):
                    piece.is_kept = False

    def _drop_lonely_headings(self) -> None:
        """Drop the headings at the end, under which nothing is left."""
        for piece in reversed([p for p in self._pieces.texts if p.is_kept]):
            if _over(piece.element, "h1") or not _HEADING.fullmatch(piece.element.tag):
                return
            piece.is_kept = False


def _weights(pieces: Pieces) -> dict[html.HtmlElement, int]:
    """Return how many of the article's words each element holds, in pieces as long as prose."""
    prose = [p for p in pieces.texts if p.is_matched and not p.is_link and len(p.words) >= _LONG]
    prose = [p for p in prose if len(p.words) >= _PROSE] or prose
    weights: dict[html.HtmlElement, int] = {}
    for piece in prose:
        for element in ancestors(piece.element):
            weights[element] = weights.get(element, 0) + len(piece.words)
    return weights


def _is_same(words: list[str], other: list[str]) -> bool:
    """Return whether two short texts are one, or one the other's beginning."""
    if not words or not other:
        return False
    shorter, longer = sorted((words, other), key=len)
    return longer[: len(shorter)] == shorter and len(shorter) >= 0.6 * len(longer)


def _over(element: html.HtmlElement, tag: str) -> bool:
    """Return whether an element is a `tag` or lies right in one."""
    return any(e.tag == tag for _, e in zip(range(3), ancestors(element), strict=False))


def _is_another(piece: Piece, site: str) -> bool:
    """Return whether a paragraph is nothing but the headline, as a link, of the site's another."""
    if piece.element.tag in ("li", "dt", "dd", "td", "th") or _SENTENCE_END.search(piece.text):
        return False
    is_whole = piece.linked >= 0.9 * len("".join(piece.parts).strip())
    addresses = [a.get("href") or "" for a in piece.element.iter("a")]
    is_here = all(_host(a) in ("", site) and not _ELSEWHERE.match(a) for a in addresses)
    return is_whole and len(piece.words) >= _LEAST_HEADLINE and is_here


def _site(root: html.HtmlElement) -> str:
    """Return the host that most links of the page lead to, "" for the page's own unnamed one."""
    hosts = Counter(_host(link.get("href") or "") for link in root.iter("a"))
    return max(hosts, key=hosts.__getitem__, default="")


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower().removeprefix("www.")
    except ValueError:  # no address
        return ""


def _take_out(pieces: Pieces) -> None:
    """Take everything out of the page's tree that isn't kept."""
    full: set[html.HtmlElement] = set()
    for piece in pieces.texts:
        if piece.is_kept:
            full.update(ancestors(piece.element))
        else:
            for element, slot in piece.slots:
                setattr(element, slot, None)
    for picture in pieces.pictures:
        if picture.is_kept:
            full.update(ancestors(picture.element))
        else:
            hide(picture)
    for element in pieces.root.iter("li", "dt", "dd", "tr", "figure", "table", "ul", "ol"):
        if element not in full:
            element.set("hidden", "")
