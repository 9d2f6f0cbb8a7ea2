import io
import re
import time

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reader.core.document import BlockKind, Document, RowLevel, RunKind
from reader.formats.from_pdf import read_pdf
from reader.formats.opening import read_file
from reader.formats.pdf.elements import Piece
from reader.formats.pdf.words import Look, Words, join_lines
from tests.conftest import SEEDS
from tests.formats.pdf_samples import drawn, written
from tests.pdf_press import (
    A4,
    MARGIN,
    Press,
    Setting,
    break_lines,
    print_columns,
    print_front_page,
    prose,
)

TITLE = "La sequía obliga a repensar el reparto del agua"
FULL = A4[0] - 2 * MARGIN
FARO = SEEDS / "muestra_files" / "faro.png"


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [document.block_text(b) for b in document.blocks if not kinds or b.kind in kinds]


def passages(document: Document, kind: RunKind) -> list[str]:
    return [document.text[run.start : run.end] for run in document.runs if run.kind is kind]


# ---- columns and paragraphs


@pytest.mark.parametrize(
    "setting",
    [
        Setting(justified=False, hyphenated=False, indent=0, gap=5, size=11, leading=14),
        Setting(size=10, leading=12),
        Setting(columns=2),
        Setting(columns=2, shift=4.5),
        Setting(columns=3, justified=False),
        Setting(columns=3, by_word=True, shuffled=True),
        Setting(columns=4, gutter=11, size=8, leading=9.5),
    ],
    ids=["one, ragged", "one", "two", "off grid", "three", "any order", "four"],
)
def test_from_pdf_joins_the_lines_of_columns_into_paragraphs(setting: Setting) -> None:
    printed = print_columns(prose(24, seed=5), setting, title=TITLE)
    document = read_pdf(printed.data).document
    wrong = [text for text in printed.paragraphs if text not in texts(document)]
    # What can't be known: a paragraph that ends with its column, a name with a hyphen.
    assert len(wrong) <= 1, wrong
    assert document.blocks[0].kind is BlockKind.HEADING


def test_from_pdf_reads_a_front_page_story_by_story() -> None:
    printed = print_front_page(seed=2)
    assert texts(read_pdf(printed.data).document) == printed.paragraphs


def test_from_pdf_drops_running_heads_and_page_numbers() -> None:
    setting = Setting(columns=2, head="EL DIARIO DEL ESTRECHO")
    text = read_pdf(print_columns(prose(60), setting).data).document.text
    assert "DIARIO DEL ESTRECHO" not in text
    assert not re.search(r"Página \d", text)


def test_from_pdf_drops_the_page_number_of_a_single_page() -> None:
    press = Press()
    press.column([], 0, 0, 0, Setting())
    press.line("Un párrafo solo en su página.", MARGIN, 100, "Times-Roman", 10)
    press.line("– 17 –", A4[0] / 2, A4[1] - 30, "Times-Roman", 10)
    press.end_page()
    assert texts(read_pdf(press.data()).document) == ["Un párrafo solo en su página."]


def test_from_pdf_keeps_a_paragraph_whole_over_a_page_and_a_picture() -> None:
    paragraph = prose(1, seed=8, least=600)[0]
    setting = Setting(indent=0, hyphenated=False)
    press = Press()
    lines = list(break_lines(paragraph, FULL, setting))
    press.column(lines[:2], MARGIN, 700, FULL, setting)
    press.end_page()
    press.canvas.drawImage(str(FARO), MARGIN, 600, 300, 187)
    press.column(lines[2:], MARGIN, 300, FULL, setting)
    press.end_page()
    document = read_pdf(press.data()).document
    assert texts(document) == [paragraph, ""]
    assert document.pictures[0].block == 1


def test_from_pdf_reads_a_turned_page() -> None:
    press = Press((A4[1], A4[1]))
    press.canvas.setPageRotation(90)
    press.canvas.translate(A4[1], 0)
    press.canvas.rotate(90)
    for number, line in enumerate(["Primera línea de la página", "girada, y segunda."]):
        press.line(line, MARGIN, 100 + 12 * number, "Times-Roman", 10)
    press.end_page()
    assert texts(read_pdf(press.data()).document) == [
        "Primera línea de la página girada, y segunda."
    ]


def test_from_pdf_skips_upright_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(MARGIN, 700, "Un párrafo con el nombre del fotógrafo al lado.")
        canvas.translate(500, 400)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Foto: Tomás Iriarte")

    assert texts(read_pdf(drawn(draw)).document) == [
        "Un párrafo con el nombre del fotógrafo al lado."
    ]


def test_from_pdf_joins_a_large_initial_to_its_word() -> None:
    press = Press()
    press.line("E", MARGIN, 122, "Times-Bold", 33)
    lines = ["l alcalde de la villa", "anunció ayer la reforma", "del puerto"]
    for number, line in enumerate(lines):
        press.line(line, MARGIN + 26, 100 + 11 * number, "Times-Roman", 9)
    press.line("que los vecinos reclamaban.", MARGIN, 133, "Times-Roman", 9)
    press.end_page()
    assert texts(read_pdf(press.data()).document) == [
        "El alcalde de la villa anunció ayer la reforma del puerto que los vecinos reclamaban."
    ]


# ---- words


@pytest.mark.parametrize(
    ("first", "second", "known", "joined"),
    [
        ("la refor-", "ma del puerto", "", "la reforma del puerto"),
        ("la refor\u00ad", "ma del puerto", "", "la reforma del puerto"),
        ("el eje franco-", "alemán", "", "el eje franco-alemán"),
        ("el eje franco-", "-alemán", "", "el eje franco-alemán"),
        ("un tira-", "fondo", "", "un tirafondo"),
        ("el ex-", "ministro", "el ex-ministro", "el ex-ministro"),
        ("lo político-", "económico", "lo político", "lo político-económico"),
        ("de Castilla-", "La Mancha", "", "de Castilla-La Mancha"),
        ("EL GOBIER-", "NO CEDE", "", "EL GOBIERNO CEDE"),
        ("en 2024-", "2025", "", "en 2024-2025"),
        ("una pausa -", "breve- y sigue", "", "una pausa - breve- y sigue"),
        ("sin guion", "alguno", "", "sin guion alguno"),
    ],
)
def test_from_pdf_undoes_hyphenation(first: str, second: str, known: str, joined: str) -> None:
    look = Look()
    lines = [[Piece(first, look)], [Piece(second, look)]]
    assert join_lines(lines, Words([known])) == [Piece(joined, look)]


# ---- the article's structure


def test_from_pdf_gives_the_sample_article_as_its_markdown_does() -> None:
    known = read_file(SEEDS / "muestra.md").document
    document = read_pdf((SEEDS / "muestra.pdf").read_bytes()).document
    assert document.text == known.text
    assert document.blocks == known.blocks
    assert document.runs == known.runs
    assert (document.title, document.author) == (known.title, known.author)
    assert (document.date, document.language) == (known.date, known.language)


def test_from_pdf_keeps_a_picture_and_its_caption() -> None:
    parsed = read_pdf((SEEDS / "muestra.pdf").read_bytes())
    picture = parsed.document.pictures[0]
    resource = parsed.resources[0]
    assert picture.source == f"resource:{resource.key}"
    assert resource.media_type == "image/png"
    width, height = ImageReader(io.BytesIO(resource.data)).getSize()
    assert abs(width / height - 640 / 400) < 0.01
    assert parsed.document.block_text(parsed.document.blocks[picture.block]).endswith("Iriarte")


def test_from_pdf_ignores_small_pictures() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(MARGIN, 700, "Un párrafo con un adorno.")
        canvas.drawImage(str(FARO), MARGIN, 720, 32, 20)

    parsed = read_pdf(drawn(draw))
    assert not parsed.resources
    assert not parsed.document.pictures


def test_from_pdf_tells_headings_by_size_and_weight() -> None:
    press = Press()
    body = prose(2, seed=3)
    y = press.heading("Titular de la página", MARGIN, 90, FULL, 24)
    for text, heading in zip(body, ["Un intertítulo", "Otro en negrita"], strict=True):
        size = 14 if heading == "Un intertítulo" else 10
        press.line(heading, MARGIN, y + 20, "Times-Bold", size)
        setting = Setting(size=10, leading=12, indent=0)
        lines = list(break_lines(text, FULL, setting))
        y = press.column(lines, MARGIN, y + 38, FULL, setting)
    press.end_page()
    document = read_pdf(press.data()).document
    levels = [block.level for block in document.blocks if block.kind is BlockKind.HEADING]
    assert levels == [1, 2, 3]
    assert texts(document, BlockKind.PARAGRAPH) == body
    assert document.title == "Titular de la página"


def test_from_pdf_reads_a_table() -> None:
    rows = [
        ("Equipo", "Puntos", "Goles"),
        ("Atlético del Estrecho", "43", "31:12"),
        ("Unión Almagre", "41", "28:15"),
        ("Racing de Ribamar", "38", "25:20"),
    ]
    press = Press()
    for number, row in enumerate(rows):
        font = "Helvetica-Bold" if number == 0 else "Helvetica"
        for x, cell in zip((MARGIN, 260, 340), row, strict=True):
            press.line(cell, x, 100 + 14 * number, font, 9)
    press.end_page()
    document = read_pdf(press.data()).document
    assert texts(document) == ["\t".join(row) for row in rows]
    assert [block.level for block in document.blocks] == [RowLevel.HEADER, *[RowLevel.BODY] * 3]


def test_from_pdf_reads_lists() -> None:
    data = written("Hay dos:", "• uno de ellos, con", "  más de una línea;", "• y otro.", "",
                   "Y en orden:", "1. el primero;", "2. el segundo.")  # fmt: skip
    document = read_pdf(data).document
    assert texts(document, BlockKind.LIST_ITEM) == [
        "uno de ellos, con más de una línea;",
        "y otro.",
        "1. el primero;",
        "2. el segundo.",
    ]
    assert passages(document, RunKind.MARKER) == ["1.", "2."]


def test_from_pdf_keeps_a_year_at_a_lines_start_in_its_paragraph() -> None:
    data = written("La ley que se aprobó en la primavera del año", "12. de la era no se aplicó.")
    assert not texts(read_pdf(data).document, BlockKind.LIST_ITEM)


def test_from_pdf_finds_links_and_leaves_out_those_that_run_something() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(MARGIN, 700, "Una noticia con enlace.")
        canvas.linkURL("https://ejemplo.example/a?b=c", (MARGIN, 695, MARGIN + 300, 712))
        canvas.drawString(MARGIN, 600, "Otra con uno malo.")
        canvas.linkURL("javascript:alert(1)", (MARGIN, 595, MARGIN + 300, 612))

    links = [run for run in read_pdf(drawn(draw)).document.runs if run.kind is RunKind.LINK]
    assert [run.target for run in links] == ["https://ejemplo.example/a?b=c"]


# ---- metadata


@pytest.mark.parametrize(
    ("title", "author", "known"),
    [
        ("El puerto reabre", "Lucía Ferrer", ("El puerto reabre", "Lucía Ferrer")),
        ("Microsoft Word - nota.docx", "Usuario", ("Titular", "")),
        ("untitled", "admin", ("Titular", "")),
        ("portada_16.indd", "", ("Titular", "")),
    ],
)
def test_from_pdf_takes_sensible_metadata(title: str, author: str, known: tuple[str, str]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle(title)
        canvas.setAuthor(author)
        canvas.setFont("Helvetica", 24)
        canvas.drawString(MARGIN, 750, "Titular")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(MARGIN, 700, "Un párrafo más largo que su titular.")

    document = read_pdf(drawn(draw)).document
    assert (document.title, document.author) == known


def test_from_pdf_falls_back_to_the_files_name_for_a_title() -> None:
    document = read_pdf(written("Un párrafo."), source="/x/nota_del_lunes.pdf").document
    assert document.title == "Nota del lunes"


def test_from_pdf_reads_three_hundred_pages_in_seconds() -> None:
    press = Press()
    for number in range(300):
        for line in range(40):
            text = f"Línea {line} de la página {number}, con palabras bastantes para llenarla."
            press.line(text, MARGIN, 90 + 15 * line, "Times-Roman", 11)
        press.end_page()
    data = press.data()
    start = time.process_time()
    document = read_pdf(data).document
    assert time.process_time() - start < 30
    assert "Línea 39 de la página 299," in document.text
