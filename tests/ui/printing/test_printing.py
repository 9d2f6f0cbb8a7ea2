"""An article as PDF: all its text in order, its marks and comments, and whole pages."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from reader.core.annotations import Annotation
from reader.core.document import Document
from reader.core.mentions import Kind
from reader.ui.printing.content import Comments, PrintContent, PrintOptions, chosen
from reader.ui.printing.job import print_steps
from tests.ui.reading.reading_samples import (
    HEADING,
    annotation,
    document,
    long_document,
    mention,
)
from tests.ui.reading.structure_samples import ADDRESS, article, resource, table

TEXT = document(
    "Ana Torres llegó a Moscú por la mañana.",
    "Nadie la esperaba. En Kursk habló con la prensa.",
    "Después volvió a casa.",
)


def printed(path: Path, content: PrintContent) -> pypdfium2.PdfDocument:
    """Print on A4, and return the file that this makes."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    for done, total in print_steps(content, writer):
        assert 0 <= done <= total
    return pypdfium2.PdfDocument(path.read_bytes())


def content_of(shown: Document, *, said: tuple[Annotation, ...] = ()) -> PrintContent:
    return PrintContent(shown, HEADING, "El Diario · 2024", "Noto Serif", annotations=said)


def text_of(pdf: pypdfium2.PdfDocument) -> str:
    """Return all text as one line."""
    pages = (page.get_textpage().get_text_bounded() for page in pdf)
    return " ".join(" ".join(pages).split())


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_printing_has_every_word_once_and_in_order(qapp: QApplication, tmp_path: Path) -> None:
    long = long_document(4000)
    pdf = printed(tmp_path / "a.pdf", replace(content_of(long), source=""))
    body = squeezed(re.sub(r"\b\d+ / \d+\b", "", text_of(pdf)))
    assert body == squeezed(HEADING.title + HEADING.byline + long.text)
    assert 6 <= len(pdf) <= 11  # of some 450 words


def test_printing_parts_no_word_so_that_each_is_found_in_the_pdf(
    qapp: QApplication, tmp_path: Path
) -> None:
    words = "investigación movimiento universidad desarrollo documento presidente".split()
    of = document(" ".join(words[i * i % 5] + " " + words[i % 6] for i in range(400)))
    text = text_of(printed(tmp_path / "a.pdf", content_of(replace(of, language="es"))))
    assert Counter(text.split())["investigación"] == of.text.split().count("investigación") > 50
    assert "-" not in text


def test_printing_counts_its_pages_and_names_the_source(qapp: QApplication, tmp_path: Path) -> None:
    pdf = printed(tmp_path / "a.pdf", content_of(long_document(1200)))
    for number, page in enumerate(pdf, start=1):
        text = page.get_textpage().get_text_bounded()
        assert f"{number} / {len(pdf)}" in text
        assert "El Diario · 2024" in text


@pytest.mark.parametrize("where", [Comments.MARGIN, Comments.END])
def test_printing_numbers_the_comments(qapp: QApplication, tmp_path: Path, where: Comments) -> None:
    said = (
        annotation(TEXT, "Ana", "Torres", "a", "¿Quién *es*?"),
        annotation(TEXT, "mañana", "mañana", "b"),
        replace(annotation(TEXT, "Kursk", "Kursk", "c"), tags=("frente",)),
    )
    content = replace(content_of(TEXT, said=said), comments=where)
    text = text_of(printed(tmp_path / "a.pdf", content))
    first, second = text.index("¿Quién es?"), text.index("#frente")
    assert first < second
    before = text[:first] if where is Comments.MARGIN else text[: text.index("“Ana Torres”")]
    assert before.rstrip().endswith("1")
    assert not re.search(r"\b3\b", text)  # of what nothing is said there is no number


def test_printing_leaves_out_what_is_not_wanted(qapp: QApplication, tmp_path: Path) -> None:
    said = (annotation(TEXT, "Ana", "Torres", "a", "Secreto"),)
    full = replace(content_of(TEXT, said=said), mentions=(mention(TEXT, "Moscú"),))
    without = chosen(full, PrintOptions(comments=Comments.NONE, names=False), ())
    text = text_of(printed(tmp_path / "a.pdf", without))
    assert "Secreto" not in text
    assert without.mentions == ()
    assert without.annotations == said
    assert chosen(full, PrintOptions(annotations=False), ()).notes == []
    assert chosen(full, PrintOptions(), {Kind.PLACE}).mentions == []


def test_printing_carries_long_comments_over(qapp: QApplication, tmp_path: Path) -> None:
    words = " ".join(f"palabra{n}" for n in range(1200))
    said = (
        annotation(TEXT, "Ana", "Torres", "a", words),
        annotation(TEXT, "Kursk", "Kursk", "b", "La segunda."),
    )
    pdf = printed(tmp_path / "a.pdf", content_of(TEXT, said=said))
    text = text_of(pdf)
    body = re.sub(r"ElDiario·2024\d+/\d+", "", squeezed(text))
    assert squeezed(words) in body
    assert "Lasegunda." in body
    assert len(pdf) > 1


def colours(pdf: pypdfium2.PdfDocument) -> set[tuple[int, int, int]]:
    """Return the colours on the first page."""
    picture = pdf[0].render(scale=2).to_pil().convert("RGB")
    found = picture.getcolors(picture.width * picture.height)
    return {colour for _, colour in found}


def test_printing_shows_marks_on_white(qapp: QApplication, tmp_path: Path) -> None:
    said = (annotation(TEXT, "Nadie", "esperaba", "a", "¿Seguro?"),)
    full = replace(content_of(TEXT, said=said), mentions=(mention(TEXT, "Moscú"),))
    found = colours(printed(tmp_path / "a.pdf", full))
    assert (0xFF, 0xF1, 0xA8) in found  # the annotation's fill
    assert (0x0A, 0x7A, 0x56) in found  # a place's underline
    plain = chosen(full, PrintOptions(names=False, annotations=False), ())
    found = colours(printed(tmp_path / "b.pdf", plain))
    assert (255, 255, 255) in found
    assert all(red == green == blue for red, green, blue in found)


def test_printing_fits_a_wide_table(qapp: QApplication, tmp_path: Path) -> None:
    wide = table([[f"celda{row}c{column}" for column in range(18)] for row in range(90)])
    pdf = printed(tmp_path / "a.pdf", content_of(wide))
    text = squeezed(text_of(pdf))
    for row in map(wide.block_text, wide.blocks):
        assert squeezed(row) in text
    for page in pdf:
        objects = page.get_textpage()
        boxes = [objects.get_charbox(i) for i in range(objects.count_chars())]
        assert max(right for _, _, right, _ in boxes) < page.get_width()


def test_printing_has_pictures_and_links(qapp: QApplication, tmp_path: Path) -> None:
    kept = resource()
    shown = article(kept.key)
    files = {f"resource:{kept.key}": kept.data}
    pdf = printed(tmp_path / "a.pdf", replace(content_of(shown), pictures=files))
    kinds = [pypdfium2.raw.FPDFPageObj_GetType(each) for page in pdf for each in page.get_objects()]
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kinds
    assert ADDRESS.encode() in (tmp_path / "a.pdf").read_bytes()
