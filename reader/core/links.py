"""The addresses of what the library holds, for links that lead back to it from outside.

`reader://article/ID`, `reader://article/ID?start=120&end=180` (a half-open span of code points),
`reader://annotation/ID` and `reader://entity/ID`.
"""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qs, quote, unquote, urldefrag, urlsplit

SCHEME = "reader"

_LONGEST_QUOTE = 120  # characters of a passage up to which an address names it whole
_WORDS_AT_ENDS = 5  # of a longer one


class LinkTarget(StrEnum):
    """What an address leads to."""

    ARTICLE = "article"
    ANNOTATION = "annotation"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True)
class ReaderLink:
    """An address into a library; `span` is of an article's text, None for the whole."""

    target: LinkTarget
    id: str
    span: tuple[int, int] | None = None


def link_address(link: ReaderLink) -> str:
    """Return the address of something in the library."""
    address = f"{SCHEME}://{link.target}/{quote(link.id, safe='')}"
    if link.span is None:
        return address
    start, end = link.span
    return f"{address}?start={start}&end={end}"


def parse_link(address: str) -> ReaderLink | None:
    """Return what an address leads to; None where it isn't one of these."""
    try:
        parts = urlsplit(address)
        if parts.scheme != SCHEME:
            return None
        target = LinkTarget(parts.netloc)
        fields = parse_qs(parts.query)
        span = (int(fields["start"][0]), int(fields["end"][0])) if "start" in fields else None
    except (KeyError, ValueError):
        return None
    link_id = unquote(parts.path.removeprefix("/"))
    if not link_id or (span is not None and not 0 <= span[0] < span[1]):
        return None
    return ReaderLink(target, link_id, span if target is LinkTarget.ARTICLE else None)


def text_fragment(address: str, passage: str) -> str:
    """Return a web address that has the browser scroll to a passage; as it is for an empty one.

    As in https://wicg.github.io/scroll-to-text-fragment/.
    """
    words = passage.split()
    if not address.startswith(("http://", "https://")) or not words:
        return address
    whole = " ".join(words)
    if len(whole) <= _LONGEST_QUOTE or len(words) <= 2 * _WORDS_AT_ENDS:
        directive = _percent_encoded(whole)
    else:
        first, last = words[:_WORDS_AT_ENDS], words[-_WORDS_AT_ENDS:]
        directive = f"{_percent_encoded(' '.join(first))},{_percent_encoded(' '.join(last))}"
    return f"{urldefrag(address).url}#:~:text={directive}"


def _percent_encoded(text: str) -> str:
    """Return a text without the characters that have a meaning in a text directive."""
    return quote(text, safe="").replace("-", "%2D")
