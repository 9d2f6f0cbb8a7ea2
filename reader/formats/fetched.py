"""What an address gave -> the article in it; the page, or document, as it came is kept."""

from dataclasses import replace

from reader.core.document import Parsed, resource_of
from reader.formats.from_page import read_page
from reader.formats.lines import with_lines
from reader.formats.opening import read_data

_PAGES = ("text/html", "application/xhtml+xml")


def read_fetched(data: bytes, *, address: str, media_type: str = "", charset: str = "") -> Parsed:
    """Read the article in what was fetched from an address, whatever its format.

    :raises DocumentError: where it can't be read, or there is no text in it.
    """
    if media_type in _PAGES:
        parsed = read_page(data, address=address, charset=charset)
    else:
        parsed = read_data(data, source=address)
    document = with_lines(parsed.document)
    document = replace(document, source="", url=document.url or address)
    original = parsed.original or resource_of(data, media_type or "application/octet-stream")
    return replace(parsed, document=document, original=original)
