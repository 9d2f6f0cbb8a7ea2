"""Web pages: the article, what is known about it, its pictures, and pages that aren't one."""

import socket
import subprocess
import sys
from itertools import pairwise

import pytest

from reader.core.document import BlockKind, Parsed, RunKind
from reader.core.errors import DocumentError
from reader.formats.from_page import read_page
from tests.conftest import SEEDS
from tests.formats.pages import BRIEF, article, forbid_network, page, texts

SAMPLE = SEEDS / "muestra.html"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    forbid_network(monkeypatch)


def test_the_guard_catches_a_connection() -> None:
    with pytest.raises(AssertionError), socket.socket() as opened:
        opened.connect(("127.0.0.1", 9))


def read_sample() -> Parsed:
    return read_page(SAMPLE.read_bytes(), source=str(SAMPLE))


# The sample


def test_page_structure_of_the_sample() -> None:
    document = read_sample().document
    kinds = [(block.kind.value, block.level) for block in document.blocks]
    paragraph, row, item = ("paragraph", 0), ("table_row", 0), ("list_item", 1)
    assert kinds == [
        ("heading", 1), paragraph, paragraph, ("picture", 0), paragraph,
        ("heading", 2), paragraph, ("table_row", 1), row, row, row, row, paragraph, ("quote", 0),
        paragraph, ("heading", 2), paragraph, item, item, item, paragraph, ("heading", 2),
        paragraph, item, item, item, paragraph, ("footnote", 0),
    ]  # fmt: skip


def test_page_text_of_the_sample_is_the_articles_alone() -> None:
    found = " ".join(texts(read_sample()))
    for clutter in (
        "Portada", "Última hora", "privacidad", "Publicidad", "Compartir", "Más información",
        "boletín", "Lo más leído", "Te puede interesar", "marinero", "Aviso legal", "Archivado",
        "Lucía Ferrer", "Sociedad", "escrito por un guion", "↩", "Comentarios", "16 mar",
    ):  # fmt: skip
        assert clutter not in found


def test_page_runs_of_the_sample() -> None:
    document = read_sample().document
    runs = [(run.kind, document.text[run.start : run.end]) for run in document.runs]
    assert [text for kind, text in runs if kind is RunKind.BOLD] == [
        "dos mil vecinos", "envueltos en hule",
    ]  # fmt: skip
    assert [text for kind, text in runs if kind is RunKind.ITALIC] == [
        "casi tres años", "cuatro veces",
    ]  # fmt: skip
    assert [run.target for run in document.runs if run.kind is RunKind.LINK] == [
        "https://faros-del-estrecho.example/proyecto/lindero",
        "https://costa-viva.example/humedal?zona=norte&ficha=7",
    ]
    note = next(run for run in document.runs if run.kind is RunKind.NOTE)
    footnote = document.blocks[-1]
    assert (note.target, footnote.kind) == (f"#{footnote.start}", BlockKind.FOOTNOTE)


def test_page_metadata_of_the_sample() -> None:
    document = read_sample().document
    assert document.title.startswith("El faro de Punta Lindero vuelve a encenderse")
    assert document.author == "Lucía Ferrer Ochoa"
    assert document.outlet == "El Diario del Estrecho"
    assert document.date == "2026-03-16"
    assert document.url == "https://diario-del-estrecho.example/sociedad/faro-punta-lindero"
    assert document.language == "es"
    assert document.source == str(SAMPLE)


def test_page_picture_of_the_sample_comes_from_its_folder() -> None:
    parsed = read_sample()
    (picture,), (resource,) = parsed.document.pictures, parsed.resources
    assert picture.source == f"resource:{resource.key}"
    assert resource.data == (SEEDS / "muestra_files" / "faro.png").read_bytes()
    block = parsed.document.blocks[picture.block]
    caption = "El faro de Punta Lindero, la tarde del encendido. / Tomás Iriarte"
    assert (parsed.document.block_text(block), picture.alt) == (caption, "")  # said once
    assert parsed.original is None
    assert parsed.doubt is None


def test_page_that_was_fetched_is_kept_as_it_came() -> None:
    data = SAMPLE.read_bytes()
    parsed = read_page(data, address="https://diario-del-estrecho.example/x?utm_source=y")
    assert parsed.original is not None
    assert (parsed.original.data, parsed.original.media_type) == (data, "text/html")


# Metadata

METADATA = [
    ('<meta property="og:title" content="Un título | El Eco">'
     '<meta property="og:site_name" content="El Eco">', "title", "Un título"),
    ("<title>Un título &amp;amp; más</title>", "title", "Un título & más"),
    ('<meta name="author" content="Por Ana Ruiz">', "author", "Ana Ruiz"),
    ('<meta property="article:author" content="https://red.example/ana">', "author", ""),
    ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": '
     '[{"name": "Ana Ruiz"}, {"name": "Luis Gil"}], "headline": "x"}]}</script>',
     "author", "Ana Ruiz, Luis Gil"),
    ('<script type="application/ld+json">{"@type": ["NewsArticle"], "datePublished": '
     '"20260105T10:00Z", "author": </script>', "date", ""),
    ('<meta property="article:published_time" content="2026-01-05T23:30:00-05:00">',
     "date", "2026-01-05"),
    ('<meta name="date" content="2026-13-45">', "date", ""),
    ('<meta property="og:locale" content="es_MX">', "language", "es-MX"),
    ('<link rel="canonical" href="/n/3?utm_id=2">', "url", "https://eco.example/n/3"),
    ('<link rel="canonical" href="https://eco.example/">', "url", "https://eco.example/n"),
    ("", "url", "https://eco.example/n"),
    ("", "outlet", "eco.example"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "name", "value"), METADATA)
def test_page_metadata(head: str, name: str, value: str) -> None:
    data = page(f"<article><p>{BRIEF}</p></article>", head)
    document = read_page(data, address="https://www.eco.example/n".replace("www.", "")).document
    assert getattr(document, name) == value


@pytest.mark.parametrize(
    "comment",
    ["<!-- saved from url=(0021)https://eco.example/n -->",
     "<!--\n Page saved with SingleFile \n url: https://eco.example/n \n-->"],
)  # fmt: skip
def test_page_address_from_what_a_browser_noted(comment: str) -> None:
    body = f'<p>{BRIEF} <a href="/otra">Más</a></p>'
    document = read_page(f"<!DOCTYPE html>{comment}<html><body>{body}".encode()).document
    assert document.url == "https://eco.example/n"
    assert document.runs[0].target == "https://eco.example/otra"


def test_page_title_is_the_visible_headline() -> None:
    head = '<meta property="og:title" content="Vuelca un camión: todo lo que se sabe">'
    assert read_page(article(head=head)).document.title == "Vuelca un camión"


def test_page_without_a_title_is_named_after_its_file() -> None:
    parsed = read_page(page(f"<p>{BRIEF}</p>"), source="/tmp/vuelco_de-camion.html")
    assert parsed.document.title == "Vuelco de camion"


# Encodings

ENCODED = [
    ("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("utf-16-le", ""), ("utf-16-be", ""),
    ("cp1252", "iso-8859-1"), ("cp1252", "windows-1252"), ("cp1252", ""), ("cp1252", "utf-8"),
    ("iso-8859-15", "iso-8859-15"), ("utf-8", "iso-8859-1"), ("utf-8", "nada"),
    ("mac_roman", "macintosh"), ("cp1252", "utf-16"),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "declared"), ENCODED)
def test_page_encoding(encoding: str, declared: str) -> None:
    text = "El niño añadió: «¿Qué pasó en Ávila?», y su tía calló un momento largo y triste."
    text = text if encoding == "iso-8859-15" else f"{text} —"
    meta = f'<meta charset="{declared}">' if declared else ""
    data = f"<html><head>{meta}</head><body><p>{text}</p></body></html>".encode(encoding)
    assert texts(read_page(data)) == [text]


def test_page_encoding_by_the_servers_word() -> None:
    data = "<html><body><p>Все новости сегодня</p></body></html>".encode("koi8-r")
    assert texts(read_page(data, charset="koi8-r")) == ["Все новости сегодня"]


def test_page_of_mixed_encodings_is_readable() -> None:
    first, second = "El año pasado llovió más, según la estación.", "La señora calló — y salió."
    data = f"<p>{first * 3}</p><p>".encode() + second.encode("cp1252") + b"</p>"
    assert texts(read_page(data)) == [first * 3, second]


# Bad input

BAD = [b"", b"   \n", b"<html></html>", b"<!-- nada -->", b"<html><script>x()</script></html>",
       b"<html><frameset><frame src='x'></frameset></html>", b"<div>" * 100_000 + b"hola",
       b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"<img src='x'>", b"\0" * 1000]  # fmt: skip


@pytest.mark.parametrize("data", BAD, ids=range(len(BAD)))
def test_page_without_text_is_told_in_one_sentence(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read_page(data, source="/tmp/nota.html")
    assert "nota.html" in str(caught.value)


def test_page_cut_anywhere_gives_what_is_there() -> None:
    whole = SAMPLE.read_bytes()
    for end in range(6_000, len(whole), 2_500):
        assert texts(read_page(whole[:end], source=str(SAMPLE)))


def test_page_with_nul_bytes_is_read_without_them() -> None:
    data = SAMPLE.read_bytes().replace(b"faro", b"fa\0ro")
    assert texts(read_page(data, source=str(SAMPLE))) == texts(read_sample())


def test_page_of_ten_megabytes_on_one_line_is_read_whole() -> None:
    line = "Una palabra tras otra. " * 450_000
    parsed = read_page(f"<html><body><p>{line}</p><p>Fin.</p></body></html>".encode())
    assert texts(parsed) == [line.strip(), "Fin."]


def test_page_behind_a_vast_picture_is_read() -> None:
    data = page(f'<p>Uno.</p><img src="data:image/png;base64,{"A" * 11_000_000}"><p>Dos.</p>')
    assert texts(read_page(data)) == ["Uno.", "Dos."]


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "table><tr><td", "span"])
def test_page_nested_out_of_all_measure_gives_its_beginning(tag: str) -> None:
    data = f"<html><body><p>Antes del abismo.</p>{f'<{tag}>' * 100_000}hola".encode()
    assert texts(read_page(data))[0] == "Antes del abismo."


def test_page_with_endless_attributes_is_read() -> None:
    attributes = " ".join(f'a{number}="x"' for number in range(100_000))
    assert texts(read_page(page(f"<p {attributes}>Hola.</p>"))) == ["Hola."]


def test_page_with_an_entity_bomb_does_not_grow() -> None:
    names = "abcdefghijkl"
    bomb = "".join(f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in pairwise(names))
    data = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">{bomb}<!ENTITY z SYSTEM '
        '"file:///etc/passwd">]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Uno &l; &z; '
        "dos &ntilde;.</p></body></html>"
    )
    assert texts(read_page(data.encode())) == ["Uno &l; &z; dos ñ."]


def test_page_text_is_not_turned_around() -> None:
    data = page("<p>El archivo \u202egpj.exe y No\u00adrue\u200bga.</p>")
    assert texts(read_page(data)) == ["El archivo gpj.exe y Noruega."]


def test_page_scripts_and_styles_leave_no_text() -> None:
    data = article(
        rest="<script>document.write('malo')</script><style>malo</style><svg><text>malo</text></svg>"
        "<noscript>malo</noscript><iframe src='https://malo.example'>malo</iframe>"
        "<p onclick='malo()' hidden>malo</p><object data='malo'>malo</object>"
    )
    assert "malo" not in read_page(data).document.text


@pytest.mark.parametrize(
    "address", ["javascript:x()", "data:text/html,x", "file:///etc/passwd", "#"]
)
def test_page_links_to_what_is_not_the_web_are_text(address: str) -> None:
    data = article(f'{BRIEF} <a href="{address}">Aquí</a>.')
    document = read_page(data).document
    assert document.text.endswith("Aquí.")
    assert document.runs == ()


def test_page_that_is_plain_text_is_read_as_such() -> None:
    assert read_page(b"Una linea.\nOtra linea, con a < b.").document.text.count("\n") == 1


def test_page_that_breaks_the_library_is_read_as_a_whole(monkeypatch) -> None:
    def fail(*args: object, **options: object) -> None:
        raise RecursionError

    import trafilatura

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    assert BRIEF in texts(read_page(article()))


def test_page_text_that_only_the_library_finds_is_taken_from_it() -> None:
    text = " ".join(f"{BRIEF} Párrafo {number}." for number in range(4))
    head = f'<script type="application/ld+json">{{"articleBody": "{text}"}}</script>'
    assert text in read_page(page("<h1>Vuelca</h1><p>Cargando…</p>", head)).document.text


def test_page_reader_loads_the_library_only_when_it_reads() -> None:
    code = "import sys, reader.formats.from_page; print('trafilatura' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
