"""A connection to the machine of a web address: looked up, let through, and only then opened."""

import base64
import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import urllib.request
from collections.abc import Callable, Mapping
from urllib.parse import SplitResult, unquote, urlsplit

from reader.core.addresses import is_private_host

PORTS = {"http": 80, "https": 443}
_SILENCE_S = 15.0  # how long a server may say nothing
_CONNECT_S = 6.0  # how long one of a name's machines may take to answer at all

Guard = Callable[[bool], None]
"""Told whether an address is in the user's own network; raises where that is not allowed."""


class Line:
    """What is open at present, so that another thread can break it off."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._is_closed = False

    def hold(self, opened: socket.socket) -> None:
        """Take a socket in the place of the one before, which stays as it is."""
        with self._lock:
            self._socket = opened
            if self._is_closed:
                opened.close()
                raise ConnectionAbortedError

    def close(self) -> None:
        """Break off what is open, and all that is still to be opened."""
        with self._lock:
            self._is_closed = True
            if self._socket is not None:
                with contextlib.suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)
                self._socket.close()


def open_connection(
    address: str, line: Line, *, proxies: Mapping[str, str], guard: Guard
) -> tuple[http.client.HTTPConnection, str, dict[str, str]]:
    """Return a connection, what to ask on it, and the headers that a proxy wants."""
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    proxy = _proxy(parts.scheme, host, proxies)
    if proxy is not None:
        guard(False)  # who is behind a name, the proxy alone knows
        return _through(proxy, parts, line, address if parts.scheme == "http" else path)
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    guard(any(is_private_host(str(place[4][0])) for place in found))
    opened = _reach(found, line)
    if parts.scheme == "http":
        connection = http.client.HTTPConnection(host, port, timeout=_SILENCE_S)
    else:
        connection = http.client.HTTPSConnection(host, port, timeout=_SILENCE_S)
        opened = ssl.create_default_context().wrap_socket(opened, server_hostname=host)
        line.hold(opened)
    connection.sock = opened
    return connection, path, {}


def _reach(found: list, line: Line) -> socket.socket:
    """Return a socket to the first machine that answers."""
    last: OSError = ConnectionRefusedError()
    for family, kind, protocol, _, place in found:
        opened = socket.socket(family, kind, protocol)
        try:
            line.hold(opened)
            opened.settimeout(_CONNECT_S)
            opened.connect(place)
            opened.settimeout(_SILENCE_S)
            return opened
        except OSError as error:
            opened.close()
            last = error
    raise last


def _proxy(scheme: str, host: str, proxies: Mapping[str, str]) -> SplitResult | None:
    stated = proxies.get(scheme) or proxies.get("all") or ""
    if not stated or _is_near(host) or urllib.request.proxy_bypass(host):
        return None
    parts = urlsplit(stated if "://" in stated else f"http://{stated}")
    return parts if parts.scheme == "http" and parts.hostname else None


def _is_near(host: str) -> bool:
    """Return whether a host is this computer, or a private number: no proxy's business."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return is_private_host(host)


def _through(
    proxy: SplitResult, parts: SplitResult, line: Line, asked: str
) -> tuple[http.client.HTTPConnection, str, dict[str, str]]:
    headers: dict[str, str] = {}
    if proxy.username is not None:
        known = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {base64.b64encode(known.encode()).decode()}"
    place = (proxy.hostname or "", proxy.port or 8080)
    if parts.scheme == "http":
        connection = http.client.HTTPConnection(*place, timeout=_SILENCE_S)
        headers["Host"] = parts.netloc
    else:
        connection = http.client.HTTPSConnection(
            *place, timeout=_SILENCE_S, context=ssl.create_default_context()
        )
        connection.set_tunnel(parts.hostname or "", parts.port or 443, headers)
        headers = {}
    connection.connect()
    assert connection.sock is not None
    line.hold(connection.sock)
    return connection, asked, headers
