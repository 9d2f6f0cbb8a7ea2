"""Download one file: over https only, no bigger than it should be, and the one that was meant.

What is checked against what: the file's SHA-256 against the one that the catalogue carries, which
its publisher published beside it. The certificate of the server is checked by Python's `ssl`
against the system's authorities.
"""

import contextlib
import hashlib
import http.client
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from email.message import Message
from pathlib import Path
from queue import Empty, Full, Queue
from typing import IO, Protocol
from urllib.parse import urlsplit

from reader.core.errors import QT_TRANSLATE_NOOP, ModelError
from reader.recognition.catalogue import Release
from reader.recognition.progress import Cancel, Progress, go_on

TIMEOUT_S = 20.0
"""How long the server may stay silent."""
SLACK = 1.1
"""What a file may be bigger than the catalogue's rounded size."""

_CHUNK = 1 << 16
_MOST_WAITING = 16  # chunks that have arrived and are not yet written
_LOOK_S = 0.1  # how often it is looked whether the download was called off


class UnreachableError(ModelError):
    """Raised where the file has to come by another way: `url` and `file` among its values say it.

    Its sentence says why; whoever tells it adds how a file that was brought here is installed.
    """


class Response(Protocol):
    """What a server answers, as `http.client.HTTPResponse` has it."""

    headers: Message

    def read1(self, n: int = -1, /) -> bytes:
        """Return what has arrived, up to `n` bytes; nothing at the end."""
        ...


_Arrival = tuple[bytes, int | None] | Exception

OpenUrl = Callable[[str], AbstractContextManager[Response]]


class HttpsOnly(urllib.request.HTTPRedirectHandler):
    """Follows a redirection only to where it is safe."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the request for a redirection's target.

        :raises ModelError: where that is not https.
        """
        _check_address(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def open_https(url: str) -> AbstractContextManager[Response]:
    """Ask for an address, through the system's proxy where it has one.

    :raises ModelError: where it, or what it redirects to, is not https.
    :raises OSError: where there is no good answer, as `urllib.request.urlopen`.
    """
    _check_address(url)
    opener = urllib.request.OpenerDirector()  # not `build_opener`, which knows ftp and files too
    for handler in (urllib.request.ProxyHandler, urllib.request.HTTPSHandler, HttpsOnly,
                    urllib.request.HTTPErrorProcessor,
                    urllib.request.HTTPDefaultErrorHandler):  # fmt: skip
        opener.add_handler(handler())
    request = urllib.request.Request(url, headers={"User-Agent": "Reader"})  # noqa: S310 (checked)
    return opener.open(request, timeout=TIMEOUT_S)


def download(
    release: Release,
    path: Path,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    open_url: OpenUrl = open_https,
) -> None:
    """Download a release to the new file `path`; what has arrived stays where something fails.

    :raises UnreachableError: where the server gives no good answer.
    :raises ModelError: where it comes incomplete, or isn't what was published.
    :raises InstallCancelledError: where it was called off.
    :raises OSError: where the file can't be written.
    """
    go_on(cancel, release.label)
    done, digest = 0, hashlib.sha256()
    with path.open("xb") as out, _arriving(release, open_url, cancel) as arriving:
        total = None
        limit = int(release.size_bytes * SLACK)
        for chunk, total in arriving:
            done += len(chunk)
            if max(done, total or 0) > limit:
                raise ModelError(_TOO_BIG, limit=_megabytes(limit), **_where(release))
            out.write(chunk)
            digest.update(chunk)
            if progress is not None:
                progress(done, total)
            go_on(cancel, release.label)
    if total is not None and done < total:
        raise _broken_off(release, done, total, "–")
    if digest.hexdigest() != release.sha256:
        raise ModelError(
            _OTHER_FILE, found=digest.hexdigest(), wanted=release.sha256, **_where(release)
        )


def _check_address(url: str) -> None:
    if urlsplit(url).scheme != "https":
        raise ModelError(_NOT_SAFE, url=url)


@contextlib.contextmanager
def _answer(release: Release, open_url: OpenUrl) -> Iterator[Response]:
    """Ask the server, and say in a sentence why it gave no good answer."""
    try:
        opened = open_url(release.url)
    except urllib.error.HTTPError as error:
        error.close()
        status = f"{error.code} {error.reason}".strip()
        raise UnreachableError(_REFUSED, status=status, **_where(release)) from error
    except (OSError, http.client.HTTPException) as error:
        cause = error.reason if isinstance(error, urllib.error.URLError) else error
        template = _NOT_TRUSTED if isinstance(cause, ssl.SSLCertVerificationError) else _OFFLINE
        raise UnreachableError(template, reason=_reason(error), **_where(release)) from error
    with opened as response:
        yield response


@contextlib.contextmanager
def _arriving(
    release: Release, open_url: OpenUrl, cancel: Cancel | None
) -> Iterator[Iterator[tuple[bytes, int | None]]]:
    """Yield what arrives, piece by piece, each with the length of all as far as it is known.

    A thread of its own waits for the server, for neither a name that is looked up nor a server that
    is silent can be interrupted. Called off, it is left to itself, and ends when it next hears
    something or has waited long enough.
    """
    arrived: Queue[_Arrival] = Queue(_MOST_WAITING)
    over = threading.Event()

    def put(arrival: _Arrival) -> bool:
        while not over.is_set():
            with contextlib.suppress(Full):
                arrived.put(arrival, timeout=_LOOK_S)
                return True
        return False

    def receive() -> None:
        try:
            with _answer(release, open_url) as response:
                done, total = 0, _length(response)
                while put((chunk := _read(response, release, done, total), total)) and chunk:
                    done += len(chunk)
        except Exception as error:  # raised where it is waited for
            put(error)

    threading.Thread(target=receive, name="download", daemon=True).start()
    try:
        yield _taken(arrived, release, cancel)
    finally:
        over.set()


def _taken(
    arrived: "Queue[_Arrival]", release: Release, cancel: Cancel | None
) -> Iterator[tuple[bytes, int | None]]:
    while True:
        go_on(cancel, release.label)
        try:
            arrival = arrived.get(timeout=_LOOK_S)
        except Empty:
            continue
        if isinstance(arrival, Exception):
            raise arrival
        yield arrival  # the last one is empty, and has the length
        if not arrival[0]:
            return


def _read(response: Response, release: Release, done: int, total: int | None) -> bytes:
    try:
        return response.read1(_CHUNK)
    except (OSError, http.client.HTTPException) as error:
        raise _broken_off(release, done, total, _reason(error)) from error


def _broken_off(release: Release, done: int, total: int | None, reason: str) -> ModelError:
    size = release.size_bytes if total is None else total
    values = {"done": _megabytes(done), "total": _megabytes(size), "reason": reason}
    return ModelError(_BROKEN_OFF, **values, **_where(release))


def _length(response: Response) -> int | None:
    text = response.headers.get("Content-Length", "")
    return int(text) if text.isascii() and text.isdigit() else None


def _where(release: Release) -> dict[str, str]:
    return {
        "model": release.label,
        "url": release.url,
        "host": urlsplit(release.url).netloc,
        "file": release.url.rpartition("/")[2],
    }


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return cause.verify_message
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror
    return str(cause) or type(cause).__name__


_NOT_SAFE = QT_TRANSLATE_NOOP(
    "errors",
    "Nothing was downloaded from “{url}”: it is not a secure address (https://…), so what comes "
    "from there could be anybody's. Report it if you didn't choose this address.",
)
_OFFLINE = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” was not downloaded, because {host} can't be reached ({reason}). Connect to the "
    "internet and try again.",
)
_NOT_TRUSTED = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” was not downloaded, because what answered as {host} can't prove that it is "
    "({reason}). Check the computer's date and whether the network wants you to sign in.",
)
_REFUSED = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” was not downloaded, because {host} answered “{status}”. Try again later.",
)
_BROKEN_OFF = QT_TRANSLATE_NOOP(
    "errors",
    "The download of “{model}” broke off after {done} of {total} MB ({reason}), so nothing was "
    "installed. Try again.",
)
_TOO_BIG = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” was not installed: {host} sends more than the {limit} MB that its file can have. "
    "Try again; if it goes on, the network answers in the place of the publisher.",
)
_OTHER_FILE = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” was not installed: what {host} sent is not the published file (SHA-256 {found} "
    "instead of {wanted}). Try again; if it goes on, don't install it from there.",
)
