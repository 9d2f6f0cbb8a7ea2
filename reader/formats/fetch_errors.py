"""What can go wrong on the way to a web page, one sentence each."""

import errno
import http.client
import socket
import ssl
from urllib.parse import urlsplit

from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError

_UNREACHABLE = frozenset(
    [errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL]
)


class FetchError(DocumentError):
    """Raised where an address gives no article."""


class FetchCancelled(FetchError):  # noqa: N818 it is the user's wish
    """Raised where the user stopped it."""


def cancelled(address: str) -> FetchCancelled:
    """Return the answer to the user's wish to stop."""
    return FetchCancelled(
        QT_TRANSLATE_NOOP("errors", "“{host}” was not fetched: you stopped it."),
        host=_host(address),
    )


def no_address(address: str) -> FetchError:
    """Return what is said of a text that is no address."""
    return FetchError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{address}” is no address of a web page: it should begin with https:// or http://.",
        ),
        address=" ".join(address.split())[:200],
    )


def not_public(address: str) -> FetchError:
    """Return what is said of a page that leads into the user's own network."""
    return _error(
        QT_TRANSLATE_NOOP(
            "errors",
            "The page leads to “{host}”, which is inside your own network: nothing was fetched "
            "from there.",
        ),
        address,
    )


def endless(address: str) -> FetchError:
    """Return what is said of a site that only ever leads on."""
    return _error(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{host}” leads from one address to another without end: open the page in your browser "
            "and paste its text here.",
        ),
        address,
    )


def leads_astray(address: str) -> FetchError:
    """Return what is said of a redirect to what isn't the web."""
    return _error(
        QT_TRANSLATE_NOOP(
            "errors", "“{host}” leads to something that is no web page: nothing was fetched."
        ),
        address,
    )


def too_slow(address: str) -> FetchError:
    """Return what is said when the time is over."""
    return _error(
        QT_TRANSLATE_NOOP(
            "errors", "“{host}” takes too long to answer: try again later, or save the page."
        ),
        address,
    )


def too_large(address: str, limit: int) -> FetchError:
    """Return what is said of more than `limit` bytes."""
    return _error(
        QT_TRANSLATE_NOOP(
            "errors",
            "What “{host}” sends is larger than {limit} MB, which no article is: it was not kept.",
        ),
        address,
        limit=limit // 1_000_000,
    )


def no_page(address: str, media_type: str) -> FetchError:
    """Return what is said of a film, a picture and the like."""
    return _error(
        QT_TRANSLATE_NOOP(
            "errors", "“{host}” sends no page or document there, but “{type}”: check the address."
        ),
        address,
        type=media_type,
    )


def empty(address: str) -> FetchError:
    """Return what is said of an answer with nothing in it."""
    return _error(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{host}” sent an empty page: open it in your browser, and paste its text.",
        ),
        address,
    )


def refused(address: str, status: int) -> FetchError:
    """Return what is said of a status that isn't success."""
    return _error(_template(status), address, status=status)


def broken(error: Exception, address: str) -> FetchError:
    """Return what is said of a connection that can't be had, or breaks."""
    return _error(_reason(error), address)


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLError) and not isinstance(error, TimeoutError):
        return QT_TRANSLATE_NOOP(
            "errors",
            "The connection to “{host}” isn't secure (its certificate can't be trusted): nothing "
            "was fetched.",
        )
    if isinstance(error, socket.gaierror):
        if error.errno == socket.EAI_AGAIN:
            return _OFFLINE
        return QT_TRANSLATE_NOOP(
            "errors", "There is no site “{host}”: check the address, and the connection."
        )
    if isinstance(error, TimeoutError):
        return QT_TRANSLATE_NOOP(
            "errors", "“{host}” takes too long to answer: try again later, or save the page."
        )
    if isinstance(error, ConnectionRefusedError):
        return QT_TRANSLATE_NOOP("errors", "“{host}” accepts no connection: try again later.")
    if isinstance(error, OSError) and error.errno in _UNREACHABLE:
        return _OFFLINE
    if isinstance(error, http.client.HTTPException | OSError):
        return QT_TRANSLATE_NOOP(
            "errors", "“{host}” broke off before the page was whole: try again."
        )
    return QT_TRANSLATE_NOOP(
        "errors", "What “{host}” sent is damaged: try again, or save the page in your browser."
    )


_OFFLINE = QT_TRANSLATE_NOOP(
    "errors", "“{host}” can't be reached: check that this computer is connected to the internet."
)


def _template(status: int) -> str:
    if status in (404, 410):
        return QT_TRANSLATE_NOOP(
            "errors",
            "“{host}” has no such page, or has it no more ({status}): check the address.",
        )
    if status in (401, 402, 403, 407, 429, 451):
        return QT_TRANSLATE_NOOP(
            "errors",
            "“{host}” doesn't give the page to programs ({status}): open it in your browser, and "
            "paste its text here or save it and open the file.",
        )
    if status >= 500:
        return QT_TRANSLATE_NOOP(
            "errors", "“{host}” has trouble of its own ({status}): try again later."
        )
    return QT_TRANSLATE_NOOP(
        "errors", "“{host}” gave no page ({status}): open it in your browser instead."
    )


def _error(template: str, address: str, **values: object) -> FetchError:
    return FetchError(template, host=_host(address), **values)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address[:200]
    except ValueError:
        return address[:200]
