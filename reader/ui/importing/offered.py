"""What a drag or the clipboard offers: files, an address, or text."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData

_LONGEST_ADDRESS = 4_000
_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class Offered:
    """One of three: files and folders, a web address, or text with its `rich` form in HTML."""

    paths: tuple[Path, ...] = ()
    address: str = ""
    text: str = ""
    rich: str = ""

    def __bool__(self) -> bool:
        return bool(self.paths or self.address or self.text.strip() or self.rich.strip())


def offered(data: QMimeData | None) -> Offered:
    """Return what is offered; files count before an address, and that before text.

    An empty clipboard is None on some systems.
    """
    if data is None:
        return Offered()
    urls = data.urls()
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if paths:
        return Offered(paths)
    text = data.text() if data.hasText() else ""
    rich = data.html() if data.hasHtml() else ""
    links = [url.toString(url.ComponentFormattingOption.FullyEncoded) for url in urls]
    links = [link for link in links if address_in(link)]
    # A link is dragged with its own words or address as text; more words are a selection.
    if links and (not text.strip() or address_in(text) or len(text.split()) < 40):
        return Offered(address=links[0])
    address = address_in(text)
    if address:
        return Offered(address=address)
    return Offered(text=text, rich=rich)


def address_in(text: str) -> str:
    """Return the web address that a text is, all of it; "" where it is anything else."""
    text = text.strip()
    if len(text) > _LONGEST_ADDRESS or len(text.split()) != 1:
        return ""
    whole = f"https://{text}" if text.lower().startswith("www.") else text
    try:
        parts = urlsplit(whole)
    except ValueError:
        return ""
    host = parts.hostname or ""
    is_address = parts.scheme.lower() in _SCHEMES and ("." in host or host == "localhost")
    return whole if is_address else ""
