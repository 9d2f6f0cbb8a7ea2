"""Web pages with their pictures in one file."""

import base64

import pytest

from reader.core.document import Parsed
from reader.core.errors import DocumentError
from reader.formats.from_mhtml import read_mhtml
from reader.formats.from_page import read_page
from tests.conftest import SEEDS
from tests.formats.pages import BRIEF, forbid_network, page, png

SAMPLE = SEEDS / "muestra.mhtml"
ADDRESS = "https://eco.example/n/camion"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    forbid_network(monkeypatch)


def archive(*parts: tuple[dict[str, str], bytes], head: str = "", related: str = "") -> bytes:
    lines = [
        f'{head}MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"{related}\r\n'
    ]
    for headers, data in parts:
        said = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
        body = base64.encodebytes(data).decode().replace("\n", "\r\n")
        lines.append(f"\r\n--x\r\n{said}Content-Transfer-Encoding: base64\r\n\r\n{body}")
    return "".join([*lines, "\r\n--x--\r\n"]).encode()


def html(src: str) -> bytes:
    return page(
        f'<article><p>{BRIEF}</p><figure><img src="{src}"></figure><p>{BRIEF}</p></article>'
    )


def sources(parsed: Parsed) -> list[str]:
    return [picture.source for picture in parsed.document.pictures]


def test_mhtml_sample_is_the_saved_page() -> None:
    saved = SEEDS / "muestra.html"
    one = read_mhtml(SAMPLE.read_bytes(), source=str(SAMPLE))
    other = read_page(saved.read_bytes(), source=str(saved))
    assert one.document.text == other.document.text
    assert one.document.blocks == other.document.blocks
    assert one.document.runs == other.document.runs
    assert one.document.pictures == other.document.pictures
    assert one.resources == other.resources
    assert one.document.url == other.document.url
    assert one.document.source == str(SAMPLE)
    assert one.original is None


PICTURES = [
    ("cid:foto@x", {"Content_ID": "<foto@x>"}),
    ("https://cdn.example/f.png", {"Content_Location": "https://cdn.example/f.png"}),
    ("/f.png", {"Content_Location": "https://eco.example/f.png"}),
    ("f.png", {"Content_Location": "f.png"}),
]


@pytest.mark.parametrize(("src", "headers"), PICTURES, ids=[src for src, _ in PICTURES])
def test_mhtml_pictures_of_the_archive_are_kept(src: str, headers: dict[str, str]) -> None:
    data = archive(
        ({"Content_Type": "text/html; charset=utf-8", "Content_Location": ADDRESS}, html(src)),
        ({"Content_Type": "image/png"} | headers, png(9, 9)),
    )
    parsed = read_mhtml(data)
    assert [resource.data for resource in parsed.resources] == [png(9, 9)]
    assert sources(parsed) == [f"resource:{parsed.resources[0].key}"]


def test_mhtml_drawings_and_missing_pictures_are_not() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'
    head = {"Content_Type": "text/html", "Content_Location": ADDRESS}
    drawing = {"Content_Type": "image/png", "Content_ID": "<a>"}
    for src in ("cid:a", "cid:b"):
        parsed = read_mhtml(archive((head, html(src)), (drawing, svg)))
        assert (parsed.resources, sources(parsed)) == ((), [])


def test_mhtml_pictures_that_are_elsewhere_stay_addresses() -> None:
    head = {"Content_Type": "text/html", "Content_Location": ADDRESS}
    assert sources(read_mhtml(archive((head, html("/f.png"))))) == ["https://eco.example/f.png"]


def test_mhtml_page_is_the_part_that_the_archive_names() -> None:
    other = page("<p>Un anuncio en un marco, con algunas palabras.</p>")
    data = archive(
        ({"Content_Type": "text/html", "Content_ID": "<marco>"}, other),
        ({"Content_Type": "text/html", "Content_ID": "<nota>"}, html("x")),
        related='; start="<nota>"',
    )
    assert BRIEF in read_mhtml(data).document.text


def test_mhtml_page_is_the_part_of_the_address_that_was_saved() -> None:
    other = page("<p>Un anuncio en un marco, con algunas palabras.</p>")
    data = archive(
        ({"Content_Type": "text/html", "Content_Location": "https://ads.example/"}, other),
        ({"Content_Type": "text/html", "Content_Location": ADDRESS}, html("x")),
        head=f"Snapshot-Content-Location: {ADDRESS}\r\n",
    )
    parsed = read_mhtml(data)
    assert BRIEF in parsed.document.text
    assert parsed.document.url == ADDRESS


def test_mhtml_page_alone_without_parts_is_read() -> None:
    data = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html("x")
    assert BRIEF in read_mhtml(data).document.text


def test_mhtml_encoding_is_that_of_the_part() -> None:
    body = "<html><body><p>Все новости сегодня</p></body></html>".encode("koi8-r")
    data = archive(({"Content_Type": "text/html; charset=koi8-r"}, body))
    assert read_mhtml(data).document.text == "Все новости сегодня"


BAD = [
    b"",
    b"hola",
    b"\0" * 500,
    archive(({"Content_Type": "image/png"}, png(9, 9))),
    archive(({"Content_Type": "text/html"}, b"")),
    b"".join(b'Content-Type: multipart/related; boundary="%d"\r\n\r\n--%d\r\n' % (n, n)
             for n in range(20_000)),
    b'Content-Type: multipart/related; boundary=""\r\n\r\n--\r\n',
    b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n\xff\xfe!",
]  # fmt: skip


@pytest.mark.parametrize("data", BAD, ids=range(len(BAD)))
def test_mhtml_that_holds_no_page_is_told_in_one_sentence(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read_mhtml(data, source="/tmp/nota.mhtml")
    assert "nota.mhtml" in str(caught.value)


def test_mhtml_cut_anywhere_gives_what_is_there_or_one_sentence() -> None:
    whole = SAMPLE.read_bytes()
    said: list[str] = []
    for end in range(0, len(whole), 1_700):
        try:
            assert read_mhtml(whole[:end], source=str(SAMPLE)).document.text
        except DocumentError as error:
            said.append(str(error))
    assert len(said) <= 3  # only where the page itself is missing
    assert all("muestra.mhtml" in sentence for sentence in said)
