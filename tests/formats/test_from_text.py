import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.document import BlockKind
from reader.core.errors import DocumentError
from reader.formats.from_text import decode, find_blocks, read_text

SPANISH = "El señor Peña dijo que mañana irá a Córdoba. ¿Será verdad? «Sí», respondió él."
TYPOGRAPHIC = "—Vendrá “mañana” —dijo Íñigo…"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "latin-1", "cp1252", "mac_roman", "cp850"],
)
def test_from_text_reads_spanish_in_its_encodings(encoding: str) -> None:
    assert decode(SPANISH.encode(encoding)) == SPANISH


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_from_text_reads_typographic_marks(encoding: str) -> None:
    assert decode(TYPOGRAPHIC.encode(encoding)) == TYPOGRAPHIC


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_from_text_reads_the_users_article_re_encoded(encoding: str, article_path: Path) -> None:
    text = article_path.read_text("utf-8").replace("“", '"').replace("”", '"')
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["Niño", "à la carte", "São Paulo, Fußball, Ærø"])
def test_from_text_reads_short_western_texts(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_from_text_reads_russian_where_it_can_be_told(encoding: str) -> None:
    text = "Министр иностранных дел России подтвердил участие в наступлении у границы. " * 4
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "data",
    [
        bytes(random.Random(7).randbytes(4000)),
        b"%PDF-1.7\n\0\0\x01\x02" * 50,
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        "sin marca".encode("utf-16-le"),
    ],
    ids=["random", "pdf", "png", "utf-16 without mark"],
)
def test_from_text_refuses_binary(data: bytes) -> None:
    with pytest.raises(DocumentError, match="is not a text file"):
        decode(data, source="a.bin")


def test_from_text_refuses_an_encoding_that_cannot_be_told() -> None:
    data = "これは日本語の短い記事です。".encode("shift_jis")
    with pytest.raises(DocumentError, match=r"encoding of “a\.txt” can't be told"):
        decode(data, source="a.txt")


def test_from_text_damaged_utf16_says_so() -> None:
    with pytest.raises(DocumentError, match="says that it is UTF-16 but is damaged"):
        decode("hola".encode("utf-16") + b"\x00", source="a.txt")


def test_from_text_blank_file_says_so() -> None:
    with pytest.raises(DocumentError, match="only blank space"):
        read_text(b" \n\t\n", source="a.txt")


@given(st.binary(min_size=1, max_size=200))
def test_from_text_any_bytes_are_a_text_or_a_sentence(data: bytes) -> None:
    try:
        document = read_text(data, source="x.txt")
    except DocumentError:
        return
    assert "\r" not in document.text
    for block in document.blocks:
        assert document.text[block.start : block.end].strip()


def test_from_text_newlines_are_normalized_once() -> None:
    document = read_text(b"Uno.\r\nDos.\rTres.\n")
    assert document.text == "Uno.\nDos.\nTres.\n"
    assert [document.block_text(b) for b in document.blocks] == ["Uno.", "Dos.", "Tres."]


def test_from_text_each_line_is_a_paragraph() -> None:
    text = "Una línea que termina aquí.\nOtra más corta.\n\nY la tercera."
    assert [text[b.start : b.end] for b in find_blocks(text)] == [
        "Una línea que termina aquí.",
        "Otra más corta.",
        "Y la tercera.",
    ]


def test_from_text_lines_wrapped_by_hand_are_joined() -> None:
    text = (
        "El presidente del Gobierno anunció ayer que el plan se\n"
        "pondrá en marcha antes de que acabe el año, pese a las\n"
        "críticas de la oposición.\n"
        "\n"
        "La portavoz, por su parte, pidió explicaciones sobre las\n"
        "cuentas que se presentaron en el mes de marzo."
    )
    document = read_text(text.encode())
    assert len(document.blocks) == 2
    assert "se pondrá en marcha" in document.block_text(document.blocks[0])


def test_from_text_a_first_line_that_is_no_sentence_is_the_title() -> None:
    document = read_text(
        "Cae el precio del trigo\n\nEl precio del trigo cayó ayer un dos por ciento.".encode(),
        source="/tmp/noticia.txt",
    )
    assert document.title == "Cae el precio del trigo"
    assert document.blocks[0].kind is BlockKind.HEADING


def test_from_text_without_a_title_the_file_names_it(article_path: Path) -> None:
    document = read_text(article_path.read_bytes(), source=str(article_path))
    assert document.title == "Rusia corea del norte"
    assert document.text == article_path.read_text("utf-8")
    assert [b.kind for b in document.blocks] == [BlockKind.PARAGRAPH] * 6


def test_from_text_a_headline_is_not_joined_to_the_paragraph_below_it() -> None:
    text = (
        "CAE EL PRECIO DEL TRIGO EN LOS MERCADOS DE LIMA\n"
        "El precio del trigo cayó ayer un dos por ciento en los mercados de la capital, según "
        "datos de la cámara de comercio, que espera otra semana de descensos.\n\n"
        "SUBE EL DEL MAÍZ TRAS UNA MALA COSECHA EN EL SUR\n"
        "El del maíz, en cambio, subió un tres por ciento, la mayor alza desde la primavera, "
        "de acuerdo con los mismos datos."
    )
    assert len(find_blocks(text)) == 4
