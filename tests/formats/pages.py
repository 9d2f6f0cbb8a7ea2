"""Small pages for tests, and a guard against the network."""

import socket
import struct
import zlib

import pytest

from reader.core.document import Parsed

BRIEF = (
    "Un camión cargado de naranjas volcó este lunes en la carretera de Villamora y cortó el "
    "tráfico durante dos horas. El conductor, vecino de Robledal, resultó ileso. La Guardia Civil "
    "desvió los vehículos por el polígono de La Cerca hasta las diez de la mañana."
)


def forbid_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail as soon as anything reaches for the network."""

    def refuse(*args: object, **options: object) -> None:
        raise AssertionError("the network was used")

    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def article(text: str = BRIEF, *, head: str = "", rest: str = "") -> bytes:
    return page(f"<article><h1>Vuelca un camión</h1><p>{text}</p></article>{rest}", head)


def texts(parsed: Parsed) -> list[str]:
    return [parsed.document.block_text(block) for block in parsed.document.blocks]


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
