"""Ask the library that tells articles from clutter: which text of a page is its article."""

import re
import unicodedata
from dataclasses import dataclass

from lxml import etree, html

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_RUN = 4  # words in a row by which a longer piece of text is recognised
_MOST_ELEMENTS = 20_000  # in a page; more are a book or hostile, and the library is slow
_LONGEST = 2_000_000  # characters of text

_TAGS = {
    "p": "p", "head": "h2", "list": "ul", "item": "li", "quote": "blockquote", "table": "table",
    "row": "tr", "cell": "td", "lb": "br", "code": "pre", "del": "del", "graphic": "img",
    "ref": "a", "hi": "span",
}  # fmt: skip
_INLINE = ("hi", "ref", "del", "code", "graphic")
_LOOKS = {"#b": "b", "#i": "i", "#sup": "sup", "#sub": "sub", "#t": "code"}


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the library took for the article: the texts of its blocks, in folded words."""

    body: etree._Element
    blocks: frozenset[tuple[str, ...]]
    runs: frozenset[tuple[str, ...]]
    word_count: int

    def holds(self, words: list[str]) -> bool:
        """Return whether a piece of the page's text is of the article."""
        if tuple(words) in self.blocks:
            return True
        runs = list(_runs(words))
        return bool(runs) and sum(run in self.runs for run in runs) >= 0.6 * len(runs)


def extract(root: html.HtmlElement, *, address: str = "") -> Extraction | None:
    """Return what is the article of a page; None where there is none. The page stays as it is."""
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS or _length(root) > _LONGEST:
        return None
    import trafilatura  # only here: it takes half a second, and is for the parsing process alone

    try:
        found = trafilatura.bare_extraction(
            root, url=address or None, include_comments=False, include_formatting=True,
            include_links=True, include_images=True, include_tables=True,
        )  # fmt: skip
    except Exception:
        return None
    body = getattr(found, "body", None)
    if body is None:
        return None
    blocks = [words for text in _texts(body) if (words := words_of(text))]
    flat = [word for words in blocks for word in words]
    if not flat:
        return None
    return Extraction(body, frozenset(map(tuple, blocks)), frozenset(_runs(flat)), len(flat))


def words_of(text: str) -> list[str]:
    """Return a text's words, folded so that two copies of it are alike."""
    return _WORD.findall(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).casefold())


def as_html(extraction: Extraction) -> html.HtmlElement:
    """Return the article as the library gives it, as HTML."""
    body = extraction.body
    for element in list(body.iter()):
        if not isinstance(element.tag, str):
            continue
        rend = element.get("rend") or ""
        if element.tag == "ref":
            element.set("href", element.get("target") or "")
        if element.tag in ("head", "list") and re.fullmatch(r"h[1-6]|ul|ol", rend):
            element.tag = rend
        elif element.tag == "hi":
            element.tag = _LOOKS.get(rend, "span")
        elif element.tag == "cell" and element.get("role") == "head":
            element.tag = "th"
        else:
            element.tag = _TAGS.get(element.tag, "div")
    return html.fromstring(etree.tostring(body, encoding="unicode"))


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]


def _length(root: html.HtmlElement) -> int:
    return sum(map(len, root.itertext()))


def _texts(element: etree._Element) -> list[str]:
    """Return the texts of an element's blocks, in order."""
    texts: list[list[str]] = [[element.text or ""]]
    walk = etree.iterwalk(element, events=("start", "end"))
    next(walk)
    for event, inner in walk:
        if event == "start":
            if inner.tag == "lb":
                texts[-1].append(" ")
            elif inner.tag not in _INLINE:
                texts.append([])
            texts[-1].append(inner.text or "")
        elif inner is not element:
            if inner.tag not in (*_INLINE, "lb"):
                texts.append([])
            texts[-1].append(inner.tail or "")
    return ["".join(parts) for parts in texts]
