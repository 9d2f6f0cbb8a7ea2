"""Downloads: what arrives is what was published, and whatever goes wrong is told in a sentence."""

import hashlib
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.core.errors import ModelError
from reader.recognition.catalogue import Release
from reader.recognition.download import (
    HttpsOnly,
    Response,
    UnreachableError,
    download,
    open_https,
)
from reader.recognition.progress import InstallCancelledError

DATA = b"una pieza de modelo, " * 50_000
RELEASE = Release("es_prueba", "1.2.0", len(DATA), "MIT", hashlib.sha256(DATA).hexdigest())

Answer = Callable[[BaseHTTPRequestHandler], None]


def open_http(url: str) -> AbstractContextManager[Response]:
    """Ask for an address of the loopback, which needs no https."""
    return urllib.request.urlopen(url, timeout=60)


def send(data: bytes, *, length: int | None = None, status: int = 200) -> Answer:
    """Return an answer of some data, which claims to be `length` long; 0: it doesn't say."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        if length != 0:
            handler.send_header("Content-Length", str(len(data) if length is None else length))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], Release]]:
    """Return a function from what a server answers to a release at its address."""
    servers: list[tuple[ThreadingHTTPServer, threading.Thread]] = []

    def start(answer: Answer) -> Release:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer(self)
                self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, request: object, client_address: object) -> None:
                """Say nothing of a client that hung up, which tests do."""

        server = Server(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        servers.append((server, thread))
        return replace(RELEASE, url=f"http://127.0.0.1:{server.server_port}/prueba.whl")

    yield start
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file.whl"


@pytest.mark.parametrize("length", [None, 0])
def test_download_brings_the_file_and_tells_how_far_it_is(
    serve: Callable[[Answer], Release], path: Path, length: int | None
) -> None:
    told: list[tuple[int, int | None]] = []
    release = serve(send(DATA, length=length))
    download(release, path, progress=lambda *step: told.append(step), open_url=open_http)
    assert path.read_bytes() == DATA
    assert told[-1] == (len(DATA), len(DATA) if length is None else None)
    assert len(told) > 5
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (send(b"Not found", status=404), "127.0.0.1:[0-9]+ answered “404 Not Found”"),
        (send(b"", status=503), "answered “503 Service Unavailable”"),
        (send(DATA[:500_000], length=len(DATA)), r"broke off after 0.5 of 1.1 MB \(–\)"),
        (send(DATA[:-1]), "is not the published file"),
        (send(DATA[:-1] + b"!"), "is not the published file"),
        (send(DATA[:-1], length=0), "is not the published file"),
        (send(DATA * 2), "sends more than the 1.2 MB"),
        (send(DATA * 2, length=0), "sends more than the 1.2 MB"),
        (send(DATA, length=10**15), "sends more than the 1.2 MB"),
        (lambda handler: None, "can't be reached"),
        (lambda handler: handler.wfile.write(b"\x00\x01\r\n"), "can't be reached"),
    ],
)
def test_download_says_what_went_wrong(
    serve: Callable[[Answer], Release], path: Path, answer: Answer, words: str
) -> None:
    release = serve(answer)
    with pytest.raises(ModelError, match=words) as raised:
        download(release, path, open_url=open_http)
    assert "es_prueba-1.2.0" in str(raised.value)


def test_download_of_a_file_that_is_too_big_is_not_begun(
    serve: Callable[[Answer], Release], path: Path
) -> None:
    with pytest.raises(ModelError, match="sends more than"):
        download(serve(send(b"x", length=10**12)), path, open_url=open_http)
    assert path.read_bytes() == b""


def test_download_without_a_connection_says_what_to_do(path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/prueba.whl"
    with pytest.raises(UnreachableError, match="Connection refused") as raised:
        download(replace(RELEASE, url=url), path, open_url=open_http)
    assert f"127.0.0.1:{port} can't be reached" in str(raised.value)
    assert (raised.value.values["url"], raised.value.values["file"]) == (url, "prueba.whl")


def test_download_from_a_server_that_is_not_trusted_says_so(path: Path) -> None:
    def open_url(url: str) -> AbstractContextManager[Response]:
        error = ssl.SSLCertVerificationError(1, "certificate verify failed")
        error.verify_message = "self-signed certificate"
        raise urllib.error.URLError(error)

    with pytest.raises(ModelError, match=r"can't prove that it is \(self-signed certificate\)"):
        download(RELEASE, path, open_url=open_url)


def test_download_gives_up_on_a_server_that_falls_silent(
    serve: Callable[[Answer], Release], path: Path
) -> None:
    over = threading.Event()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        send(DATA[:300_000], length=len(DATA))(handler)
        over.wait(10)

    release = serve(answer)
    with pytest.raises(ModelError, match=r"broke off after 0\.3 of 1\.1 MB .*timed out"):
        download(release, path, open_url=lambda u: urllib.request.urlopen(u, timeout=0.2))
    over.set()


def test_download_can_be_called_off(serve: Callable[[Answer], Release], path: Path) -> None:
    event = threading.Event()
    with pytest.raises(InstallCancelledError, match="called off"):
        download(
            serve(send(DATA)),
            path,
            progress=lambda *_: event.set(),
            cancel=event,
            open_url=open_http,
        )
    assert path.stat().st_size < len(DATA)


@pytest.mark.parametrize("sent", [None, DATA[:300_000]], ids=["before it answers", "after a part"])
def test_download_from_a_silent_server_can_be_called_off_at_once(
    serve: Callable[[Answer], Release], path: Path, sent: bytes | None
) -> None:
    asked, over, cancel = threading.Event(), threading.Event(), threading.Event()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if sent is not None:
            send(sent, length=len(DATA))(handler)
        asked.set()
        over.wait(60)

    def call_off() -> None:
        asked.wait(60)
        cancel.set()

    release = serve(answer)
    threading.Thread(target=call_off).start()
    started = time.monotonic()
    with pytest.raises(InstallCancelledError):
        download(release, path, cancel=cancel, open_url=open_http)
    over.set()
    assert time.monotonic() - started < 30  # the server is given a minute, and is silent for it


@pytest.mark.parametrize("url", ["http://127.0.0.1/x", "file:///etc/passwd", "ftp://a/b", "x", ""])
def test_download_opens_nothing_but_https(url: str) -> None:
    with pytest.raises(ModelError, match="is not a secure address"):
        open_https(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1/x", "file:///etc/passwd", "ftp://a/b"])
def test_download_follows_a_redirection_to_https_alone(url: str) -> None:
    request = urllib.request.Request("https://example.org/x")
    arguments = (request, None, 302, "Found", request.headers)
    with pytest.raises(ModelError, match="is not a secure address"):
        HttpsOnly().redirect_request(*arguments, url)  # type: ignore[arg-type]
    followed = HttpsOnly().redirect_request(*arguments, "https://b.org/y")  # type: ignore[arg-type]
    assert followed is not None
    assert followed.full_url == "https://b.org/y"
