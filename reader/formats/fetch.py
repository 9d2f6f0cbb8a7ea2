"""Fetch one address of the web, because the user said so; nothing else here uses the network.

The standard library's `http.client`, with what it doesn't do by itself: a limit on the time of the
whole, on the size and on redirects; a way to stop; and no way into the user's own network but by an
address that he gave himself.
"""

import contextlib
import http.client
import queue
import threading
import time
import urllib.request
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from reader import __version__
from reader.formats import fetch_errors as errors
from reader.formats.connecting import PORTS, Line, open_connection

MAX_BYTES = 40_000_000
"""The largest page, or PDF, that is fetched."""

MAX_REDIRECTS = 8
"""How many times an address may lead on to another."""

TIMEOUT_S = 40.0
"""How long all of it may take."""

USER_AGENT = f"Reader/{__version__} (desktop program; fetches single articles on its user's word)"

_STEP_S = 0.1  # how soon a wish to stop is noticed
_CHUNK = 65_536
_REDIRECTS = (301, 302, 303, 307, 308)
_SAFE = "/%:@!$&'()*+,;=~-._?"
_PICTURES = ("image/",)
_DOCUMENTS = (
    "text/", "application/xhtml+xml", "application/xml", "application/pdf", "application/rtf",
    "application/epub+zip", "application/vnd.oasis.opendocument.text", "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.wordprocessingml", "multipart/related",
    "message/rfc822",
)  # fmt: skip

Progress = Callable[[int, int | None], None]
"""Told the bytes that have come and their total, None where the server doesn't say."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `address` is where it was in the end, `charset` "" where unsaid."""

    data: bytes
    media_type: str
    address: str
    charset: str = ""


def fetch(
    address: str,
    *,
    progress: Progress | None = None,
    cancel: threading.Event | None = None,
    timeout_s: float = TIMEOUT_S,
    max_bytes: int = MAX_BYTES,
    proxies: Mapping[str, str] | None = None,
    is_picture: bool = False,
) -> Fetched:
    """Return the page or document at an address; one without a scheme is taken as https.

    `progress` is called in the caller's thread, and `cancel` noticed within a tenth of a second.
    Cookies are neither kept nor sent. `proxies` are the system's unless given, by scheme. With
    `is_picture` the address is a page's, not the user's: then only a picture is fetched, and none
    from the user's own network.

    :raises FetchError: with one sentence on what went wrong; `FetchCancelled` where the user did.
    """
    task = _Task(
        typed_address(address),
        urllib.request.getproxies() if proxies is None else proxies,
        max_bytes,
        is_picture,
    )
    threading.Thread(target=task.run, name="fetch", daemon=True).start()
    try:
        return _wait(task, progress, cancel, time.monotonic() + timeout_s)
    finally:
        task.stop()


def _wait(
    task: "_Task", progress: Progress | None, cancel: threading.Event | None, deadline: float
) -> Fetched:
    """Return what a fetch ends with; pass on how far it is meanwhile."""
    while True:
        if cancel is not None and cancel.is_set():
            raise errors.cancelled(task.address)
        left = deadline - time.monotonic()
        if left <= 0:
            raise errors.too_slow(task.address)
        try:
            said = task.said.get(timeout=min(_STEP_S, left))
        except queue.Empty:
            continue
        if isinstance(said, Fetched):
            return said
        if isinstance(said, BaseException):
            raise said
        if progress is not None:
            progress(*said)


def typed_address(address: str) -> str:
    """Return what a user typed as an address of http or https, in the form that is asked for.

    :raises FetchError: where it is none.
    """
    whole = "".join(address.split())
    if "://" not in whole and not whole.lower().startswith(("file:", "data:", "javascript:")):
        whole = f"https://{whole}"
    try:
        parts = urlsplit(whole)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError as error:  # a port that is none, a name that can't be one
        raise errors.no_address(address) from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not host or port == 0:
        raise errors.no_address(address)
    host = f"[{host}]" if ":" in host else host
    host = f"{host}:{port}" if port is not None else host
    query = quote(parts.query, safe=_SAFE)
    return urlunsplit((scheme, host, quote(parts.path or "/", safe=_SAFE), query, ""))


class _Task:
    """One fetch, in a thread of its own; what it has to say is in the queue `said`."""

    def __init__(
        self, address: str, proxies: Mapping[str, str], max_bytes: int, is_picture: bool
    ) -> None:
        self.address = address
        self.said: queue.SimpleQueue[Fetched | BaseException | tuple[int, int | None]] = (
            queue.SimpleQueue()
        )
        self._proxies = proxies
        self._max_bytes = max_bytes
        self._is_picture = is_picture
        self._is_typed = not is_picture
        self._may_be_private = False
        self._line = Line()

    def stop(self) -> None:
        """Break off, from another thread."""
        self._line.close()

    def run(self) -> None:
        """Fetch, and say how it ends."""
        try:
            self.said.put(self._follow())
        except (OSError, http.client.HTTPException, zlib.error, EOFError) as error:
            found = errors.broken(error, self.address)
            found.__cause__ = error
            self.said.put(found)
        except BaseException as error:
            self.said.put(error)
        finally:
            self._line.close()

    def _follow(self) -> Fetched:
        """Ask an address, and those that it leads to."""
        for _ in range(MAX_REDIRECTS + 1):
            connection, path, headers = open_connection(
                self.address, self._line, proxies=self._proxies, guard=self._guard
            )
            with contextlib.closing(connection):
                connection.request("GET", path, headers=self._headers() | headers)
                with connection.getresponse() as response:
                    target = response.getheader("Location")
                    if response.status not in _REDIRECTS or not target:
                        return self._take(response)
            self.address = self._next(target)
            self._is_typed = False
        raise errors.endless(self.address)

    def _guard(self, is_private: bool) -> None:
        """Let nobody but the user lead the program into the user's own network."""
        if self._is_typed:
            self._may_be_private = is_private
        elif is_private and not self._may_be_private:
            raise errors.not_public(self.address)

    def _headers(self) -> dict[str, str]:
        wanted = "image/*" if self._is_picture else "text/html,application/pdf;q=0.9,*/*;q=0.5"
        return {
            "User-Agent": USER_AGENT,
            "Accept": wanted,
            "Accept-Language": "es,en;q=0.7,*;q=0.5",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }

    def _next(self, target: str) -> str:
        """Return the address that a site leads on to; only the web's, whatever it says."""
        try:
            whole = urljoin(self.address, target)
            is_web = urlsplit(whole).scheme.lower() in PORTS
        except ValueError:
            is_web, whole = False, ""
        if not is_web:
            raise errors.leads_astray(self.address)
        return typed_address(whole)

    def _take(self, response: http.client.HTTPResponse) -> Fetched:
        """Return what came, if it is what was wanted."""
        if not 200 <= response.status < 300:
            raise errors.refused(self.address, response.status)
        stated = response.headers.get("Content-Type")
        media_type = response.headers.get_content_type() if stated else ""
        is_wanted = media_type.startswith(_PICTURES if self._is_picture else _DOCUMENTS)
        if media_type and not is_wanted:
            raise errors.no_page(self.address, media_type)
        data = self._read(response)
        if not data.strip():
            raise errors.empty(self.address)
        charset = response.headers.get_content_charset() or ""
        return Fetched(data, media_type, self.address, charset)

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        stated = response.getheader("Content-Length") or ""
        total = int(stated) if stated.isascii() and stated.isdigit() else None
        if total is not None and total > self._max_bytes:
            raise errors.too_large(self.address, self._max_bytes)
        unpack = _unpacker(response.getheader("Content-Encoding") or "")
        parts: list[bytes] = []
        size = come = 0
        while chunk := response.read1(_CHUNK):
            come += len(chunk)
            self.said.put((come, total))
            if unpack is not None:  # never more than is allowed, whatever it would grow to
                chunk = unpack.decompress(chunk, self._max_bytes + 1 - size)
            size += len(chunk)
            if size > self._max_bytes:
                raise errors.too_large(self.address, self._max_bytes)
            parts.append(chunk)
        if total is not None and come < total:
            raise http.client.IncompleteRead(b"", total - come)
        if unpack is not None and not unpack.eof:
            raise EOFError
        return b"".join(parts)


def _unpacker(encoding: str) -> "zlib._Decompress | None":
    """Return what undoes an encoding that wasn't asked for too, as long as it is of zlib."""
    known = encoding.strip().lower() in ("gzip", "x-gzip", "deflate")
    return zlib.decompressobj(zlib.MAX_WBITS | 32) if known else None
