"""What fuzzing found, as small as it can be: each once broke a reader, or came out wrong."""

from pathlib import Path

import pytest

from reader.core.document import Parsed
from reader.core.errors import DocumentError
from reader.formats.opening import read_file
from tests.formats import bad_documents as bad
from tests.fuzzing.mutation import Bait
from tests.fuzzing.outcome import flaws

BAIT = Bait("http://127.0.0.1:1/x", "file:///x", "SECRETO")
MAIL = (
    "From: {sender}\nSubject: {subject}\nDate: Mon, 23 Nov 2026 10:00:00 +0000\nTo: a@b.example\n"
)


def read(folder: Path, name: str, data: bytes) -> Parsed:
    """Read a file that holds `data`; what comes out is in order."""
    path = folder / name
    path.write_bytes(data)
    parsed = read_file(path)
    assert list(flaws(parsed, BAIT)) == []
    return parsed


def mail(body: bytes, *headers: str, subject: str = "Hola", sender: str = "Ana <a@b.es>") -> bytes:
    lines = MAIL.format(subject=subject, sender=sender) + "".join(f"{each}\n" for each in headers)
    return lines.encode("utf-8", "surrogateescape") + b"\n" + body


def test_findings_mail_with_control_characters_in_its_subject_and_page(tmp_path: Path) -> None:
    subject = "=?utf-8?q?Ho=00la=01?="
    data = mail(b"\x01&#1;x<p>Texto</p>", "Content-Type: text/html", subject=subject)
    parsed = read(tmp_path, "a.eml", data)
    assert parsed.document.title == "Hola"
    assert "Texto" in parsed.document.text


def test_findings_mail_of_a_sender_that_is_no_text(tmp_path: Path) -> None:
    parsed = read(tmp_path, "a.eml", mail(b"Texto.\n", sender="A\udcffna <a@b.es>"))
    assert parsed.document.author


@pytest.mark.parametrize("charset", ["undefined", "rot13", "idna", "hex", "unicode_escape"])
def test_findings_mail_in_what_is_no_encoding(charset: str, tmp_path: Path) -> None:
    data = mail(b"Texto \\ud800 \xff.\n", f"Content-Type: text/plain; charset={charset}")
    assert "Texto" in read(tmp_path, "a.eml", data).document.text


def test_findings_mail_whose_headers_nest_beyond_measure(tmp_path: Path) -> None:
    data = mail(b"Texto.\n", f"Content-Transfer-Encoding: {'(' * 20_000}")
    (tmp_path / "a.eml").write_bytes(data)
    with pytest.raises(DocumentError, match="is damaged"):
        read_file(tmp_path / "a.eml")


@pytest.mark.parametrize("charset", ["rot13", "undefined", "zlib", "utf-7", "idna"])
def test_findings_page_in_what_is_no_encoding(charset: str, tmp_path: Path) -> None:
    page = f'<html><meta charset="{charset}"><p>Un texto'.encode() + b" con \xff\xfe.</p>"
    assert "Un texto" in read(tmp_path, "a.html", page).document.text


def test_findings_utf_16_text_with_nothing_in_it_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Hola\0 a todos.".encode("utf-16"))
    with pytest.raises(DocumentError, match="is not a text file"):
        read_file(tmp_path / "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_findings_long_text_with_nothing_at_its_end_is_no_text(
    encoding: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(("Un año más. " * 25_000 + "\0 Fin.").encode(encoding))
    with pytest.raises(DocumentError, match="is not a text file"):
        read_file(tmp_path / "a.txt")


@pytest.mark.parametrize("address", ["http:/x.example", "https:x", "http:?/x", "http:"])
def test_findings_addresses_of_nowhere_lead_nowhere(address: str, tmp_path: Path) -> None:
    text = f"Un párrafo con [enlace]({address}).\n\n![pie]({address})\n"
    parsed = read(tmp_path, "a.md", text.encode())
    assert [run.target for run in parsed.document.runs if run.target] == []
    assert parsed.document.pictures == ()


@pytest.mark.parametrize(("suffix", "name"), [("docx", "docProps/core.xml"), ("odt", "meta.xml")])
def test_findings_metadata_with_names_that_are_none(suffix: str, name: str, tmp_path: Path) -> None:
    data = bad.with_member(suffix, name, b"<a><w:p>uno<dc:title>dos</w:p></a>")
    assert read(tmp_path, f"a.{suffix}", data).document.text


@pytest.mark.parametrize(
    ("suffix", "name", "data"),
    [
        ("odt", "meta.xml", b"<a xmlns:d='x'><d:title>\xed\xa0\x80&#xD800;x</d:title></a>"),
        ("docx", "docProps/core.xml", b"<a xmlns:d='x'><d:title>&#xD800;x</d:title></a>"),
        (
            "odt",
            "meta.xml",
            b"<a xmlns:d='x'><d:user-defined d:name='&#xDFFF;'>x</d:user-defined></a>",
        ),
    ],
)
def test_findings_metadata_with_half_a_character(
    suffix: str, name: str, data: bytes, tmp_path: Path
) -> None:
    whole = bad.with_member(suffix, name, data)
    assert read(tmp_path, f"a.{suffix}", whole).document.text


def test_findings_mail_of_a_day_beyond_measure(tmp_path: Path) -> None:
    data = mail(b"Texto.\n").replace(b"+0000", b"+" + b"9" * 40)
    assert read(tmp_path, "a.eml", data).document.date == ""


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><figcaption>Un pie largo {picture} de foto</figcaption></figure>",
        "<figure><figcaption><p>Un pie de foto</p>{picture}</figcaption></figure>",
        '<figure><p class="caption">Un pie {picture} de foto</p></figure>',
    ],
)
def test_findings_page_with_a_picture_inside_its_caption(figure: str, tmp_path: Path) -> None:
    body = "<p>Un párrafo que dice algo, y bastante largo para un artículo de verdad.</p>" * 6
    shown = figure.format(picture='<img src="https://a.example/a.png" width="600">')
    page = f"<html><body><article><h1>Título</h1>{body}{shown}</article></body></html>"
    assert len(read(tmp_path, "a.html", page.encode()).document.pictures) == 1
