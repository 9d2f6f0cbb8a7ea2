"""The pictures of an article and their captions: which belong together, which are another's."""

from collections import Counter
from urllib.parse import unquote, urlsplit

from lxml import html

from reader.formats.page.pieces import Piece, Pieces, Shown, ancestors, hints

_CAPTION = frozenset("caption pie piefoto leyenda figcaption epigrafe epi credit".split())
_GREAT = 300  # CSS pixels; a picture so wide at the top is the article's
_SMALL = 150  # CSS pixels; one that says it is smaller is a face, a logo or a sign
_LONGEST_CAPTION = 80  # words
_CLIMB = 5  # elements between a caption and what holds its picture too
_HEADINGS = ("h1", "h2", "h3")


def figure_of(element: html.HtmlElement) -> html.HtmlElement | None:
    """Return the figure that an element stands in; None where it stands in none."""
    for around in ancestors(element):
        if around.tag == "figure" or "wp-caption" in (around.get("class") or "").split():
            return around
    return None


def is_caption(piece: Piece) -> bool:
    """Return whether a piece of text stands under a picture."""
    if piece.element.tag in _HEADINGS:
        return False
    near = [e for _, e in zip(range(3), ancestors(piece.element), strict=False)]
    return any(e.tag == "figcaption" or not _CAPTION.isdisjoint(hints(e)) for e in near)


def is_great(element: html.HtmlElement) -> bool:
    """Return whether a picture says that it is wide."""
    return _pixels(element, "width") >= _GREAT


def is_small(element: html.HtmlElement) -> bool:
    """Return whether a picture says that it is a small one."""
    width, height = _pixels(element, "width"), _pixels(element, "height")
    return 0 < width < _SMALL and 0 < height < _SMALL


def is_same_picture(element: html.HtmlElement, address: str) -> bool:
    """Return whether an element shows the picture at `address`, in whatever size."""
    name = _file_name(address)
    return len(name) > 4 and name == _file_name(element.get("src") or "")


def join_figures(pieces: Pieces) -> None:
    """Make one figure of each picture and a caption that stands near it and in no figure.

    Newspapers put captions into elements of any kind; what holds a picture and a caption, and
    nothing more that is said, is a figure.
    """
    texts = (piece.element for piece in pieces.texts if not is_caption(piece))
    said = Counter(around for element in texts for around in ancestors(element))
    shown = Counter(around for each in pieces.pictures for around in ancestors(each.element))
    for piece in pieces.texts:
        if is_caption(piece) and len(piece.words) <= _LONGEST_CAPTION:
            _join_figure(piece.element, said, shown)


def is_elsewhere(figure: html.HtmlElement | None, pieces: list[Piece]) -> bool:
    """Return whether all that a figure says leads elsewhere: it is another article's picture."""
    return figure is not None and bool(pieces) and all(piece.is_link for piece in pieces)


def shape_captions(pieces: Pieces, headline: Piece | None) -> None:
    """Make each caption one in the sense of HTML, behind its picture; a headline is none."""
    if headline is not None:
        _part(headline.element)
    # What each figure's next caption stands behind: at first its picture.
    behind = {figure_of(p.element): p.element for p in reversed(pieces.pictures) if p.is_kept}
    for piece in pieces.texts:
        figure = figure_of(piece.element)
        if not piece.is_kept or figure not in behind or not is_caption(piece):
            continue
        caption = piece.element
        for around in ancestors(piece.element):
            if around.tag == "figcaption":
                caption = around
        if caption is figure or caption in behind[figure].iterancestors():  # the picture is in it
            continue
        caption.tag = "figcaption"
        if caption is not behind[figure]:
            caption.drop_tree()
            caption.tail = None
            behind[figure].addnext(caption)
            behind[figure] = caption


def hide(picture: Shown) -> None:
    """Take a picture out."""
    picture.element.attrib.pop("src", None)
    picture.element.set("hidden", "")


def _join_figure(
    caption: html.HtmlElement,
    said: Counter[html.HtmlElement],
    shown: Counter[html.HtmlElement],
) -> None:
    """Make a figure of what holds a caption and one picture; `said` is whatever else holds text."""
    if figure_of(caption) is not None:
        return
    for _, around in zip(range(_CLIMB), ancestors(caption), strict=False):
        if around.tag in ("body", "article", "main") or said[around]:
            return
        if shown[around] == 1:
            for inner in around.iter("figure"):
                inner.tag = "div"
            around.tag = "figure"
            return


def _part(headline: html.HtmlElement) -> None:
    """Put a headline that stands in a figure, over its picture, before it."""
    figure = figure_of(headline)
    if figure is None or figure is headline or figure.getparent() is None:
        return
    headline.drop_tree()
    headline.tail = None
    figure.addprevious(headline)


def _pixels(element: html.HtmlElement, name: str) -> int:
    said = (element.get(name) or "").strip().removesuffix("px")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0


def _file_name(address: str) -> str:
    try:
        return unquote(urlsplit(address.strip()).path).rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""
