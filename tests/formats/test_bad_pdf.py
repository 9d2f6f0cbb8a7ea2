import re
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from reader.core.errors import DocumentError
from reader.formats import from_pdf
from reader.formats.from_pdf import read_pdf
from reader.formats.pdf.elements import Page
from tests.conftest import SEEDS
from tests.formats.pdf_samples import drawn, written
from tests.pdf_press import A4, MARGIN, Press, Setting, print_columns, prose

FARO = SEEDS / "muestra_files" / "faro.png"


def scanned() -> bytes:
    return drawn(lambda canvas: canvas.drawImage(str(FARO), 0, 0, *A4) and None)


def encrypted() -> bytes:
    return drawn(
        lambda canvas: canvas.drawString(72, 700, "Secreto"),
        encrypt=StandardEncryption("clave", ownerPassword="otra", strength=128),
    )


def without_pages() -> bytes:
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    data, places = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, body in enumerate(bodies, 1):
        places += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    end = b"trailer\n<</Root 1 0 R/Size 3>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 3\n" + places + end


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (scanned, "holds pictures of pages but no text"),
        (encrypted, "is protected by a password"),
        (without_pages, "is a PDF without pages"),
        (lambda: b"<html><p>Hola</p></html>", "is not a PDF, whatever its name says"),
        (lambda: b"", "is not a PDF"),
        (lambda: written("Hola a todos")[:400], "is damaged or cut short"),
        (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 20, "is damaged or cut short"),
        (lambda: drawn(lambda canvas: None), "holds no text"),
    ],
    ids=["scanned", "encrypted", "no pages", "html", "empty", "cut", "garbage", "blank"],
)
def test_bad_pdf_says_in_a_sentence_what_is_wrong(make: Callable[[], bytes], said: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_pdf(make(), source="/x/nota.pdf")
    assert said in str(caught.value)
    assert "“/x/nota.pdf”" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bad_pdf_opens_what_only_its_owners_password_protects() -> None:
    data = drawn(
        lambda canvas: canvas.drawString(72, 700, "Se puede leer."),
        encrypt=StandardEncryption("", ownerPassword="otra", canCopy=0, strength=128),
    )
    assert read_pdf(data).document.text == "Se puede leer."


def test_bad_pdf_doubts_a_file_that_is_cut_short() -> None:
    data = print_columns(prose(40), Setting()).data
    parsed = read_pdf(data[: data.rindex(b"startxref")], source="nota.pdf")
    assert parsed.doubt is not None
    assert "is cut short" in str(parsed.doubt)


def test_bad_pdf_doubts_a_file_with_scanned_pages() -> None:
    press = Press()
    for number in range(4):
        if number % 2:
            press.line(
                f"Una página con texto, la {number}.ª de todas.", MARGIN, 100, "Times-Roman", 10
            )
        else:
            press.canvas.drawImage(str(FARO), 0, 0, *A4)
        press.end_page()
    doubt = read_pdf(press.data()).doubt
    assert doubt is not None
    assert (doubt.values["count"], doubt.values["lost"]) == (4, 2)


def test_bad_pdf_says_that_there_are_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(from_pdf, "MOST_PAGES", 2)
    press = Press()
    for _ in range(3):
        press.end_page()
    with pytest.raises(DocumentError, match="has 3 pages, and 2 at most can be opened"):
        read_pdf(press.data(), source="nota.pdf")


def test_bad_pdf_gives_up_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(from_pdf, "LIMIT_S", -1.0)
    with pytest.raises(DocumentError, match="reading it takes too long"):
        read_pdf(written("Hola"), source="nota.pdf")


def test_bad_pdf_says_that_letters_are_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(0, *A4, glyphs=100, unknown=90)
    monkeypatch.setattr("reader.formats.pdf.page.read_page", lambda *_: page)
    with pytest.raises(DocumentError, match="doesn't say which letters"):
        read_pdf(written("Hola"), source="nota.pdf")


@pytest.mark.parametrize("part", range(1, 8))
def test_bad_pdf_damaged_anywhere_gives_text_or_a_sentence(part: int) -> None:
    data = bytearray((SEEDS / "muestra.pdf").read_bytes())
    start = len(data) * part // 8
    data[start : start + 200] = bytes(200)
    assert re.search(r"^“a\.pdf” is damaged|faro", outcome(bytes(data)))


def outcome(data: bytes) -> str:
    """Return the text of a PDF, or what is said of it."""
    try:
        return read_pdf(data, source="a.pdf").document.text
    except DocumentError as error:
        return str(error)
