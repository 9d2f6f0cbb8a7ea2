"""Fetching one address, from a server in this process."""

import gzip
import pickle
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader.formats import connecting
from reader.formats.fetch import fetch, typed_address
from reader.formats.fetch_errors import FetchCancelled, FetchError

PAGE = "<html><p>Una página de Ñuble.</p></html>".encode()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.heads: list[dict[str, str]] = []
        self.answers: dict[str, Callable[[_Handler], None]] = {}
        self.released = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of those that hang up, as some tests do."""

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, path: str, body: bytes = PAGE, *, status: int = 200, **headers: str) -> str:
        def send(handler: "_Handler") -> None:
            handler.send_response(status)
            stated = {"Content-Type": "text/html", "Content-Length": str(len(body))}
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            for name, value in (stated | names).items():
                if value:
                    handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = send
        return self.root + path


class _Handler(BaseHTTPRequestHandler):
    server: _Server  # type: ignore[assignment]

    def do_GET(self) -> None:
        self.server.heads.append(dict(self.headers.items()) | {"path": self.path})
        self.server.answers[self.path](self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.released.set()
        server.shutdown()
        thread.join()


def get(address: str, **options) -> bytes:
    return fetch(address, proxies={}, **options).data


def test_fetch_returns_the_page_and_where_it_was(server: _Server) -> None:
    address = server.answer("/n", Content_Type="text/html; charset=ISO-8859-1")
    fetched = fetch(address, proxies={})
    assert (fetched.data, fetched.media_type) == (PAGE, "text/html")
    assert (fetched.address, fetched.charset) == (address, "iso-8859-1")


def test_fetch_says_who_asks_and_sends_no_cookie(server: _Server) -> None:
    server.answer("/a", status=302, Location="/b", Set_Cookie="id=1; Path=/")
    server.answer("/b")
    get(server.root + "/a")
    assert [head["path"] for head in server.heads] == ["/a", "/b"]
    assert all(head["User-Agent"].startswith("Reader/") for head in server.heads)
    assert not any("Cookie" in head or "Referer" in head for head in server.heads)


def test_fetch_tells_how_far_it_is_in_the_callers_thread(server: _Server) -> None:
    said: list[tuple[int, int | None, int]] = []
    body = PAGE * 20_000
    get(
        server.answer("/n", body),
        progress=lambda come, total: said.append((come, total, threading.get_ident())),
    )
    assert said[-1] == (len(body), len(body), threading.get_ident())
    assert [come for come, *_ in said] == sorted({come for come, *_ in said})


def test_fetch_unpacks_what_is_packed(server: _Server) -> None:
    address = server.answer("/n", gzip.compress(PAGE), Content_Encoding="gzip")
    assert get(address) == PAGE


def test_fetch_passes_a_pdf_on(server: _Server) -> None:
    address = server.answer("/n", b"%PDF-1.7 ...", Content_Type="application/pdf")
    assert fetch(address, proxies={}).media_type == "application/pdf"


def test_fetch_follows_redirects_and_says_where_it_ended(server: _Server) -> None:
    server.answer("/a", status=301, Location="/b?x=1")
    address = server.answer("/b?x=1")
    assert fetch(server.root + "/a", proxies={}).address == address


STATUSES = [
    (404, "has no such page"),
    (410, "has no such page"),
    (401, "doesn't give the page to programs"),
    (403, "doesn't give the page to programs"),
    (429, "doesn't give the page to programs"),
    (500, "trouble of its own"),
    (503, "trouble of its own"),
    (418, "gave no page"),
]


@pytest.mark.parametrize(("status", "sentence"), STATUSES)
def test_fetch_says_what_the_server_answered(server: _Server, status: int, sentence: str) -> None:
    with pytest.raises(FetchError, match=sentence):
        get(server.answer("/n", status=status))


def test_fetch_errors_survive_the_way_between_processes(server: _Server) -> None:
    with pytest.raises(FetchError) as caught:
        get(server.answer("/n", status=404))
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.values) == (str(caught.value), caught.value.values)


@pytest.mark.parametrize("media_type", ["video/mp4", "image/png", "application/zip", "audio/mpeg"])
def test_fetch_wants_pages_and_documents_alone(server: _Server, media_type: str) -> None:
    with pytest.raises(FetchError, match=f"“{media_type}”"):
        get(server.answer("/n", Content_Type=media_type))


def test_fetch_gives_up_on_a_circle(server: _Server) -> None:
    with pytest.raises(FetchError, match="without end"):
        get(server.answer("/n", status=302, Location="/n"))
    assert len(server.heads) == 9


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.example/n", "javascript:1"])
def test_fetch_follows_to_the_web_alone(server: _Server, target: str) -> None:
    with pytest.raises(FetchError, match="no web page"):
        get(server.answer("/n", status=302, Location=target))


def _answer_name(monkeypatch: pytest.MonkeyPatch, ip: str, server: _Server) -> None:
    """Let the name `sitio.example` lead to an address, and every connection to the server."""
    real = socket.getaddrinfo

    def look_up(host, port, **options):
        found = real("127.0.0.1", server.server_port, **options)
        if host != "sitio.example":
            return found
        return [(*place[:4], (ip, server.server_port)) for place in found]

    real_connect = socket.socket.connect
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(
        socket.socket,
        "connect",
        lambda self, _place: real_connect(self, ("127.0.0.1", server.server_port)),
    )


def test_fetch_is_not_led_into_the_users_network(server, monkeypatch) -> None:
    _answer_name(monkeypatch, "93.184.215.14", server)
    server.answer("/n", status=302, Location=server.root + "/privado")
    server.answer("/privado", b"secreto")
    with pytest.raises(FetchError, match="inside your own network"):
        get("http://sitio.example/n")
    assert [head["path"] for head in server.heads] == ["/n"]


def test_fetch_goes_where_a_public_site_leads(server, monkeypatch) -> None:
    _answer_name(monkeypatch, "93.184.215.14", server)
    server.answer("/n", status=302, Location="http://sitio.example/m")
    server.answer("/m")
    assert get("http://sitio.example/n") == PAGE


def test_fetch_takes_no_picture_from_the_users_network(server: _Server) -> None:
    with pytest.raises(FetchError, match="inside your own network"):
        get(server.answer("/p.png", Content_Type="image/png"), is_picture=True)
    assert server.heads == []


def test_fetch_takes_a_picture_from_a_public_site(server, monkeypatch) -> None:
    _answer_name(monkeypatch, "93.184.215.14", server)
    server.answer("/p.png", b"\x89PNG", Content_Type="image/png")
    assert get("http://sitio.example/p.png", is_picture=True) == b"\x89PNG"


@pytest.mark.parametrize("stated", ["", "5000000"])
def test_fetch_stops_at_its_limit(server: _Server, stated: str) -> None:
    address = server.answer("/n", b"x" * 5_000_000, Content_Length=stated)
    with pytest.raises(FetchError, match="larger than 2 MB"):
        get(address, max_bytes=2_000_000)


def test_fetch_stops_at_its_limit_in_what_grows(server: _Server) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(FetchError, match="larger than 2 MB"):
        get(server.answer("/n", bomb, Content_Encoding="gzip"), max_bytes=2_000_000)


@pytest.mark.parametrize("body", [b"no es gzip", gzip.compress(PAGE, mtime=0)[:-12]])
def test_fetch_says_that_what_came_is_damaged(server: _Server, body: bytes) -> None:
    with pytest.raises(FetchError, match="is damaged"):
        get(server.answer("/n", body, Content_Encoding="gzip"))


def test_fetch_says_that_the_page_broke_off(server: _Server) -> None:
    with pytest.raises(FetchError, match="broke off"):
        get(server.answer("/n", Content_Length=str(len(PAGE) + 10)))


def test_fetch_says_that_the_page_is_empty(server: _Server) -> None:
    with pytest.raises(FetchError, match="empty page"):
        get(server.answer("/n", b" \n"))


def _hang(server: _Server, after: bytes = b"") -> str:
    """Let the server send a little, and then nothing until the test is over."""

    def send(handler: _Handler) -> None:
        if after:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.end_headers()
            handler.wfile.write(after)
        server.released.wait(30)

    server.answers["/n"] = send
    return server.root + "/n"


@pytest.mark.parametrize("after", [b"", b"<p>Una"], ids=["head", "middle"])
def test_fetch_has_a_limit_on_the_whole_time(server: _Server, after: bytes) -> None:
    with pytest.raises(FetchError, match="takes too long"):
        get(_hang(server, after), timeout_s=0.3)


def test_fetch_stops_when_the_user_says_so(server: _Server) -> None:
    cancel = threading.Event()
    with pytest.raises(FetchCancelled, match="you stopped it"):
        get(_hang(server, b"<p>Una"), progress=lambda *_: cancel.set(), cancel=cancel)


def test_fetch_says_that_nobody_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="accepts no connection"):
        get(f"http://127.0.0.1:{port}/n")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (socket.EAI_NONAME, "There is no site “sitio.example”"),
        (socket.EAI_AGAIN, "can't be reached"),
    ],
)
def test_fetch_says_that_a_name_leads_nowhere(monkeypatch, number: int, sentence: str) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise socket.gaierror(number, "…")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with pytest.raises(FetchError, match=sentence):
        get("https://sitio.example/n")


def test_fetch_says_that_a_connection_is_not_secure(server: _Server) -> None:
    with pytest.raises(FetchError, match="isn't secure"):
        get(server.root.replace("http:", "https:") + "/n")


def test_fetch_asks_through_a_proxy_of_the_system(server: _Server, monkeypatch) -> None:
    monkeypatch.setattr(connecting.urllib.request, "proxy_bypass", lambda host: False)
    server.answer("http://sitio.example/n?x=1")
    proxy = server.root.replace("//", "//ana:clave@")
    fetched = fetch("http://sitio.example/n?x=1", proxies={"http": proxy})
    assert fetched.data == PAGE
    assert server.heads[0]["Host"] == "sitio.example"
    assert server.heads[0]["Proxy-Authorization"] == "Basic YW5hOmNsYXZl"


TYPED = [
    ("diario.example/n", "https://diario.example/n"),
    (" HTTP://Diario.Example:8080 ", "http://diario.example:8080/"),
    ("https://ana:clave@diario.example/n#x", "https://diario.example/n"),
    ("https://señal.example/año?q=ñ", "https://xn--seal-hqa.example/a%C3%B1o?q=%C3%B1"),
    ("https://diario.example/a%20b", "https://diario.example/a%20b"),
]


@pytest.mark.parametrize(("typed", "asked"), TYPED)
def test_fetch_takes_an_address_as_people_type_it(typed: str, asked: str) -> None:
    assert typed_address(typed) == asked


@pytest.mark.parametrize(
    "typed",
    ["", "file:///etc/passwd", "ftp://a.example/", "https://", "data:text/html,x", "https://a:b/c",
     "http://[::1", "https://a.example:0/", f"https://{'a' * 70}.example/"],
)  # fmt: skip
def test_fetch_refuses_what_is_no_address(typed: str) -> None:
    with pytest.raises(FetchError, match="is no address of a web page"):
        typed_address(typed)
