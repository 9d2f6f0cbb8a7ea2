"""A saved e-mail -> Parsed: its HTML, else its text. Attachments are neither opened nor named.

They are no part of what is written, and a document is known by its text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from reader.core.document import Document, Parsed
from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError
from reader.formats.builder import DocumentBuilder
from reader.formats.from_html import build_html
from reader.formats.from_text import decode, find_blocks, read_text, title_from_name
from reader.formats.lines import one_line
from reader.formats.page.decoding import parse_page
from reader.formats.page.pictures import Pictures
from reader.formats.refusals import damaged, without_text
from reader.formats.titles import lead_with_title

_HEADER_FAULTS = (
    *(ValueError, LookupError, AttributeError, TypeError),
    *(RecursionError, OverflowError),
)
"""What the standard library raises on headers that it can't make sense of."""

_BY_LIST = re.compile(r'"?([^"<]*)"?\s*<')


def read_email(data: bytes, *, source: str = "") -> Parsed:
    """Read a message; `source` is its file's path. Its subject is the title, its sender the author.

    :raises DocumentError: where it is encrypted, or nothing is written in it.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = [part for part in message.walk() if isinstance(part, EmailMessage)]
        if any(map(_is_encrypted, parts)):
            raise _encrypted(source)
        return _read_parts(message, parts, source)
    except _HEADER_FAULTS as error:
        raise damaged(source) from error


def _read_parts(message: EmailMessage, parts: list[EmailMessage], source: str) -> Parsed:
    subject = one_line(_header(message, "subject"))
    pictures = Pictures(parts=_embedded(parts))
    document = _read_html(parts, pictures, subject) or _read_plain(parts, source, subject)
    if document is None:
        raise without_text(source)
    document = replace(
        document,
        title=subject or document.title or title_from_name(source),
        source=source,
        author=_sender(message),
        date=_day(message),
        outlet=_outlet(message),
        language=_language(message),
    )
    return Parsed(document, pictures.resources)


def _encrypted(source: str) -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” is an encrypted message: open it in your mail program, save its text, "
            "and open that.",
        ),
        path=source,
    )


def _is_encrypted(part: EmailMessage) -> bool:
    kind = part.get_content_type()
    is_sealed = part.get_param("smime-type", "enveloped-data") == "enveloped-data"
    return kind == "multipart/encrypted" or (
        kind in ("application/pkcs7-mime", "application/x-pkcs7-mime") and is_sealed
    )


def _texts(parts: list[EmailMessage], kind: str) -> Iterator[str]:
    """Yield the texts of one kind that are the message's own and not attached to it."""
    for part in parts:
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            text = _text_of(part)
            yield _unflowed(text) if part.get_param("format") == "flowed" else text


def _text_of(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset("utf-8"))
    except (LookupError, ValueError):  # ValueError: some codecs fail in ways of their own
        try:
            return decode(data)
        except DocumentError:  # not in any encoding that is known
            return data.decode("utf-8", "replace")


def _read_html(parts: list[EmailMessage], pictures: Pictures, subject: str) -> Document | None:
    """Return the document that the HTML holds; None where there is none, or no text in it."""
    for text in _texts(parts, "text/html"):
        root = parse_page(text)
        if root is None:
            continue
        body = root.find("body")
        body = root if body is None else body
        if not any(text.strip() for text in body.itertext()):
            continue
        lead_with_title(body, subject)
        builder = DocumentBuilder()
        build_html(body, builder, resolve=pictures.resolve)
        document = builder.document()
        if document.text.strip() not in ("", subject):
            return document
    return None


def _embedded(parts: list[EmailMessage]) -> dict[str, bytes]:
    """Return the parts that the HTML can name: by their ids, or by their addresses."""
    named: dict[str, bytes] = {}
    for part in parts:
        identifier = _header(part, "content-id").strip().strip("<>")
        location = _header(part, "content-location").strip()
        payload = part.get_payload(decode=True) if identifier or location else None
        if isinstance(payload, bytes):
            named |= {name: payload for name in (f"cid:{identifier}", location) if name}
    return named


def _read_plain(parts: list[EmailMessage], source: str, subject: str) -> Document | None:
    for text in _texts(parts, "text/plain"):
        if find_blocks(text):
            is_told = not subject or one_line(text).startswith(subject)
            whole = text.lstrip("\n") if is_told else f"{subject}\n\n{text}"
            return read_text(whole.encode("utf-8", "replace"), source=source)
    return None


def _unflowed(text: str) -> str:
    """Return text without the line breaks that a mail program put in (RFC 3676)."""
    return re.sub(r"(?m)(?<!^--) \r?\n(?=[^\s>])", " ", text)


def _header(part: EmailMessage, name: str) -> str:
    try:
        return str(part.get(name, ""))
    except _HEADER_FAULTS:
        return ""


def _sender(message: EmailMessage) -> str:
    try:
        addresses = message["from"].addresses
    except _HEADER_FAULTS:
        return ""
    names = (address.display_name or address.addr_spec for address in addresses)
    return ", ".join(one_line(name) for name in names if name)


def _day(message: EmailMessage) -> str:
    try:
        return message["date"].datetime.date().isoformat()
    except _HEADER_FAULTS:
        return ""


def _outlet(message: EmailMessage) -> str:
    """Return the sender's organization, or the name of the list that sent the message."""
    by_list = _BY_LIST.match(_header(message, "list-id"))
    return one_line(_header(message, "organization") or (by_list[1] if by_list else ""))


def _language(message: EmailMessage) -> str:
    said = _header(message, "content-language").partition(",")[0].strip()
    return said if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", said) else ""
