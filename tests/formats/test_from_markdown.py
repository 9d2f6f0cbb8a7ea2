import pytest

from reader.core.document import BlockKind, Document, RunKind
from reader.formats.from_markdown import read_markdown


def read(text: str) -> Document:
    return read_markdown(text.encode(), source="/tmp/una-nota.md").document


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.block_text(block)) for block in document.blocks]


def test_from_markdown_html_is_shown_as_text() -> None:
    document = read("Un <b>texto</b> y <script>alert(1)</script>.\n\n<div>\notro\n</div>\n")
    assert document.text == "Un <b>texto</b> y <script>alert(1)</script>.\n\n<div> otro </div>"
    assert document.runs == ()


def test_from_markdown_front_matter_is_metadata_and_no_text() -> None:
    document = read(
        "---\ntitle: 'L''Havre'\nauthor: \"Ana \\\"Nita\\\" Ruiz\"\ndate: 2026-03-16T10:00:00Z\n"
        "lang: es_ES\noutlet: El Día\nurl: https://a.example/x\ntags:\n  - uno\n"
        "---\n\n# L'Havre\n\nTexto\n"
    )
    assert (document.title, document.author) == ("L'Havre", 'Ana "Nita" Ruiz')
    assert (document.date, document.language) == ("2026-03-16", "es-ES")
    assert (document.outlet, document.url) == ("El Día", "https://a.example/x")
    assert document.text == "L'Havre\n\nTexto"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "a b"])
def test_from_markdown_an_address_in_front_matter_is_of_the_web(address: str) -> None:
    assert read(f"---\nurl: {address}\n---\nTexto").url == ""


def test_from_markdown_a_title_that_the_text_lacks_leads_it() -> None:
    document = read("---\ntitle: Un título\n---\n\nTexto\n\n## Parte\n")
    assert kinds(document) == [
        (BlockKind.HEADING, "Un título"),
        (BlockKind.PARAGRAPH, "Texto"),
        (BlockKind.HEADING, "Parte"),
    ]


def test_from_markdown_without_any_title_it_is_the_name_of_the_file() -> None:
    assert read("Texto").title == "Una nota"


def test_from_markdown_rules_are_no_front_matter() -> None:
    assert read("Antes\n\n---\n\ntitle: x\n\n---\n").text == "Antes\n\ntitle: x"


def test_from_markdown_footnotes_lead_to_their_text() -> None:
    document = read("Dicho[^a] y hecho[^b].\n\n[^b]: Segunda.\n\n[^a]: Primera.\n")
    notes = [run for run in document.runs if run.kind is RunKind.NOTE]
    assert [document.text[run.start : run.end] for run in notes] == ["[1]", "[2]"]
    targets = [int(run.target.removeprefix("#")) for run in notes]
    assert [document.text[t:].partition("\n")[0] for t in targets] == [
        "[1] Primera.",
        "[2] Segunda.",
    ]


def test_from_markdown_a_picture_alone_has_its_description_as_caption() -> None:
    document = read(
        "![El *faro*](https://a.example/f.png)\n\nTexto ![x](https://a.example/g.png)\n"
    )
    assert kinds(document)[0] == (BlockKind.PICTURE, "El faro")
    assert [picture.alt for picture in document.pictures] == ["El faro", "x"]


def test_from_markdown_tables_and_strikethrough() -> None:
    document = read("| a | b |\n|---|---|\n| 1 | ~~2~~ |\n")
    assert kinds(document) == [(BlockKind.TABLE_ROW, "a\tb"), (BlockKind.TABLE_ROW, "1\t2")]
    assert [run.kind for run in document.runs] == [RunKind.STRIKE]
