"""A web page with its pictures in one file, as a browser saves it (.mhtml) -> the article in it."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from typing import cast
from urllib.parse import urljoin

from reader.core.document import Parsed
from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError
from reader.formats.from_page import read_page

_PAGES = ("text/html", "application/xhtml+xml")
_FAULTS = (
    *(RecursionError, ValueError, LookupError, TypeError),
    *(AttributeError, OverflowError),
)
_MOST_PARTS = 5_000  # of an archive that are looked at
_MOST_DECODED = 128 * 1024 * 1024  # bytes of all parts


def read_mhtml(data: bytes, *, source: str = "") -> Parsed:
    """Read the article of a page that a browser saved with its pictures in one file.

    :raises DocumentError: where it is no such file, or holds no text.
    """
    try:
        message = cast(EmailMessage, message_from_bytes(data, policy=default))
        parts = list(_leaves(message))
        root = _root(message, parts)
        if root is None:
            raise _no_archive(source)
        address = _address(root) or _header(message, "Snapshot-Content-Location")
        page, charset = _payload(root), _charset(root)
        pictures = _pictures(parts, address)
    except _FAULTS as e:
        # What the standard library makes of headers and parts nested out of all measure.
        raise _no_archive(source) from e
    if not page:
        raise _no_archive(source)
    return read_page(
        page,
        source=source,
        address=address if address.startswith(("http://", "https://")) else "",
        charset=charset,
        parts=pictures,
    )


def _leaves(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _root(message: Message, parts: list[Message]) -> Message | None:
    """Return the page itself: the part that the archive names, else the first page in it."""
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    start = str(message.get_param("start") or "").strip("<> ")
    named = [part for part in pages if start and _header(part, "Content-ID").strip("<>") == start]
    shot = _header(message, "Snapshot-Content-Location")
    taken = [part for part in pages if shot and _address(part) == shot]
    return next(iter([*named, *taken, *pages]), None)


def _pictures(parts: list[Message], base: str) -> dict[str, bytes]:
    """Return the parts that may be pictures by each address that the page may call them."""
    found: dict[str, bytes] = {}
    decoded = 0
    for part in parts:
        if part.get_content_maintype() not in ("image", "application"):
            continue
        data = _payload(part)
        decoded += len(data)
        if decoded > _MOST_DECODED:
            break
        if name := _header(part, "Content-ID").strip("<>"):
            found[f"cid:{name}"] = data
        if address := _address(part):
            found[address] = data
            found.setdefault(_joined(base, address), data)
    return found


def _address(part: Message) -> str:
    return "".join(_header(part, "Content-Location").split())


def _header(part: Message, name: str) -> str:
    return str(part.get(name) or "").strip()


def _payload(part: Message) -> bytes:
    """Return what a part holds, decoded; b"" for nothing."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _charset(part: Message) -> str:
    charset = part.get_content_charset()
    return charset or ""


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _no_archive(source: str) -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” holds no web page, or is damaged: save the page again in your browser and "
            "open that file.",
        ),
        path=source,
    )
