"""What the samples don't show of office documents."""

import pytest

from reader.core.document import BlockKind, Document
from reader.formats.from_office import read_docx, read_epub, read_odt, read_rtf
from tests.formats import bad_documents as bad


def kinds(document: Document) -> list[tuple[BlockKind, int, str]]:
    return [(b.kind, b.level, document.block_text(b)) for b in document.blocks]


def rtf(*paragraphs: str, info: str = "") -> Document:
    text = r"{\rtf1\ansi " + info + "".join(rf"{{\pard {p}\par}}" for p in paragraphs) + "}"
    return read_rtf(text.encode("latin-1")).document


def test_from_office_rich_text_says_its_origin() -> None:
    info = (
        r"{\info{\title A\u241?o y ma\'f1ana}{\author Ana \u55357?\u56832?}{\company El D\'eda}"
        r"{\creatim\yr2026\mo3\dy6\hr1}{\hlinkbase javascript:x}}"
    )
    document = rtf("Texto", info=info)
    assert (document.title, document.author) == ("Año y mañana", "Ana 😀")
    assert (document.outlet, document.date, document.url) == ("El Día", "2026-03-06", "")


def test_from_office_rich_text_s_characters_by_number_lose_nothing_behind_them() -> None:
    document = rtf(r"A\u241?o \u8220*Hola {\uc0 a\u241o} ni\u241\'f1o a\u241 ?o \\u241")
    assert document.text == "Año “Hola año niño año \\u241"


def test_from_office_the_paragraph_that_says_the_title_is_a_heading() -> None:
    document = rtf(r"{\b El faro}", "Texto", info=r"{\info{\title El faro}}")
    assert kinds(document)[0] == (BlockKind.HEADING, 1, "El faro")


def test_from_office_typed_lists_are_lists() -> None:
    document = rtf("Antes:", r"\bullet  uno", r"\bullet  dos", "1. primero", "2. segundo", "4. no")
    assert kinds(document)[1:] == [
        (BlockKind.LIST_ITEM, 1, "uno"),
        (BlockKind.LIST_ITEM, 1, "dos"),
        (BlockKind.LIST_ITEM, 1, "1. primero"),
        (BlockKind.LIST_ITEM, 1, "2. segundo"),
        (BlockKind.PARAGRAPH, 0, "4. no"),
    ]


def test_from_office_word_s_title_and_subtitle_stand_above_the_text() -> None:
    subtitle = (
        b'</w:p><w:p><w:pPr><w:pStyle w:val="Subtitle"/></w:pPr><w:r><w:t>Baja</w:t></w:r></w:p>'
    )
    content = bad.members("docx")[bad.WORD]
    data = bad.with_member("docx", bad.WORD, content.replace(b"</w:p>", subtitle, 1))
    document = read_docx(data).document
    assert kinds(document)[0][:2] == (BlockKind.HEADING, 1)
    assert kinds(document)[1] == (BlockKind.PARAGRAPH, 0, "Baja")


@pytest.mark.parametrize("made", [b"1999-13-99", b"", b"ayer"])
def test_from_office_days_that_are_none_do_no_harm(made: bytes) -> None:
    data = bad.replaced("epub", bad.PACKAGE, b">2026-03-16</dc:date>", b">%s</dc:date>" % made)
    assert read_epub(data).document.date == ""


def test_from_office_who_wrote_a_document_counts_for_more_than_who_saved_it_last() -> None:
    data = bad.replaced(
        "odt",
        "meta.xml",
        "<dc:creator>Lucía Ferrer Ochoa".encode(),
        b"<dc:creator>Otra Persona",
    )
    assert read_odt(data).document.author == "Lucía Ferrer Ochoa"
