import pytest
from lxml import html

from reader.core.document import BlockKind, Document, RowLevel, RunKind
from reader.formats.builder import DocumentBuilder
from reader.formats.to_html import to_html


def whole(document: Document) -> html.HtmlElement:
    return html.fromstring(f"<div>{to_html(document, 0, len(document.text))}</div>")


def built(kind: BlockKind, text: str, *, level: int = 0, run: tuple[RunKind, str] | None = None):
    builder = DocumentBuilder()
    builder.open_block(kind, level=level)
    if run is not None:
        builder.begin_style(*run)
    builder.text(text)
    if run is not None:
        builder.end_style()
    return builder.document()


@pytest.mark.parametrize(
    ("kind", "level", "path"),
    [
        (BlockKind.PARAGRAPH, 0, "p"),
        (BlockKind.HEADING, 2, "h3"),
        (BlockKind.LIST_ITEM, 2, "ul/ul/li"),
        (BlockKind.QUOTE, 0, "blockquote/p"),
        (BlockKind.PREFORMATTED, 0, "pre"),
        (BlockKind.FOOTNOTE, 0, "p/small"),
        (BlockKind.TABLE_ROW, RowLevel.HEADER, "table/tr/th"),
        (BlockKind.TABLE_ROW, RowLevel.BODY, "table/tr/td"),
    ],
)
def test_to_html_keeps_the_kinds_of_blocks(kind: BlockKind, level: int, path: str) -> None:
    found = whole(built(kind, "Uno & <b>dos</b>", level=level)).xpath(path)
    assert [element.text_content() for element in found] == ["Uno & <b>dos</b>"]


@pytest.mark.parametrize(
    ("kind", "tag"),
    [
        (RunKind.BOLD, "b"),
        (RunKind.ITALIC, "i"),
        (RunKind.STRIKE, "s"),
        (RunKind.CODE, "code"),
        (RunKind.SUPERSCRIPT, "sup"),
        (RunKind.SUBSCRIPT, "sub"),
    ],
)
def test_to_html_keeps_runs(kind: RunKind, tag: str) -> None:
    found = whole(built(BlockKind.PARAGRAPH, "a<b", run=(kind, ""))).xpath(f"p/{tag}")
    assert [element.text for element in found] == ["a<b"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://ejemplo.org/?a=1&b=\"'<x>", ["https://ejemplo.org/?a=1&b=\"'<x>"]),
        ("javascript:alert(1)", []),
        ("file:///etc/passwd", []),
    ],
)
def test_to_html_keeps_links_to_the_web(target: str, expected: list[str]) -> None:
    document = built(BlockKind.PARAGRAPH, "aquí", run=(RunKind.LINK, target))
    assert whole(document).xpath("//a/@href") == expected
    assert whole(document).text_content().strip() == "aquí"


def test_to_html_parts_cells_where_a_run_crosses_them() -> None:
    builder = DocumentBuilder()
    builder.open_block(BlockKind.TABLE_ROW)
    with builder.style(RunKind.BOLD):
        builder.text("uno")
        builder.verbatim("\t")
        builder.text("dos")
    builder.open_block(BlockKind.TABLE_ROW)
    builder.text("tres")
    builder.verbatim("\t")
    rows = whole(builder.document()).xpath("table/tr")
    assert [[cell.text_content() for cell in row.xpath("td")] for row in rows] == [
        ["uno", "dos"],
        ["tres", ""],
    ]
    assert [b.text for b in rows[0].xpath("td/b")] == ["uno", "dos"]


def test_to_html_parts_two_tables_in_a_row() -> None:
    builder = DocumentBuilder()
    for level in (RowLevel.FIRST, RowLevel.BODY, RowLevel.FIRST):
        builder.open_block(BlockKind.TABLE_ROW, level=level)
        builder.text("celda")
    tables = whole(builder.document()).xpath("table")
    assert [len(table.xpath("tr")) for table in tables] == [2, 1]


def test_to_html_keeps_what_of_a_run_lies_in_the_span() -> None:
    builder = DocumentBuilder()
    builder.open_block(BlockKind.PARAGRAPH)
    builder.text("antes ")
    with builder.style(RunKind.BOLD):
        builder.text("negrita")
    document = builder.document()
    start = document.text.index("grita")
    assert "<p><b>grit</b></p>" in to_html(document, start, start + 4)


def test_to_html_breaks_lines() -> None:
    builder = DocumentBuilder()
    builder.open_block(BlockKind.QUOTE)
    builder.text("Verde")
    builder.line_break()
    builder.text("viento")
    assert "Verde<br>viento" in to_html(builder.document(), 0, 100)


def test_to_html_says_a_pictures_words_and_fetches_nothing() -> None:
    builder = DocumentBuilder()
    builder.picture("https://ejemplo.org/a.jpg", alt='El "mar" <1>')
    builder.text("Pie de foto")
    page = whole(builder.document())
    assert page.xpath("//img") == []
    assert page.xpath("figure/p")[0].text == '[El "mar" <1>]'
    assert page.xpath("figure/figcaption")[0].text == "Pie de foto"


def test_to_html_begins_with_the_heading() -> None:
    document = built(BlockKind.PARAGRAPH, "Texto")
    found = to_html(document, 0, 5, heading=["A & B", "El Diario"])
    assert "<h1>A &amp; B</h1>\n<p>El Diario</p>" in found
