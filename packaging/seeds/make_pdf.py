"""Make the sample article's PDF from its Markdown, as a newspaper would print it.

Run from the project's folder: `python packaging/seeds/make_pdf.py`, with what `requirements.txt`
beside it names. It has two columns, a running head and page numbers, and hyphenated lines. The same
input gives the same bytes with the same versions of the libraries.
"""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import NamedTuple

import yaml
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    Image,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
MARGIN, GUTTER, COLUMN_TOP = 36.0, 16.0, 150.0  # points
WIDTH, HEIGHT = A5
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2


class Article(NamedTuple):
    """The sample's front matter and its blocks of Markdown, notes apart."""

    metadata: dict[str, str]
    blocks: list[str]
    notes: dict[str, str]


def read_article(path: Path) -> Article:
    """Read the sample article."""
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    blocks = [block for block in body.strip().split("\n\n") if block]
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.+)$", body, re.MULTILINE))
    metadata = {key: str(value) for key, value in yaml.safe_load(front).items()}
    return Article(metadata, [b for b in blocks if not b.startswith("[^")], notes)


def style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    """Return a style of the sample; words are hyphenated as Spanish does."""
    options = {"fontName": "Times-Roman", "hyphenationLang": "es_ES", **more}
    return ParagraphStyle(name, fontSize=size, leading=leading, **options)


TITLE = style("title", 17, 20, fontName="Times-Bold", hyphenationLang="", spaceAfter=5)
LEAD = style("lead", 11, 13.5, hyphenationLang="")
BODY = style("body", 9, 11, alignment=TA_JUSTIFY, firstLineIndent=10)
HEADING = style(
    "heading", 11, 13, fontName="Helvetica-Bold", hyphenationLang="", spaceBefore=8, spaceAfter=3
)
QUOTE = style("quote", 9, 11, leftIndent=14, rightIndent=14, spaceBefore=6, spaceAfter=6)
ITEM = style("item", 9, 11, leftIndent=12, bulletIndent=2, spaceAfter=2)
CAPTION = style("caption", 7, 8.5, hyphenationLang="", spaceAfter=6)
NOTE = style("note", 7, 8.5, alignment=TA_JUSTIFY)
CELL = style("cell", 8, 10, hyphenationLang="")


def marked_up(text: str) -> str:
    """Return a line of the sample's Markdown as reportlab's markup."""
    text = escape(text, quote=False)
    text = re.sub(r"\[\^(\d+)\]", r'<super rise="3" size="6">\1</super>', text)
    text = re.sub(r"\[([^]]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\*([^*]+)\*", r"<i>\1</i>", text)


def table(block: str) -> Table:
    """Return a table of the sample."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in block.split("\n")
        if not re.fullmatch(r"[|:\- ]+", line)
    ]
    bold = [[Paragraph(f"<b>{marked_up(cell)}</b>", CELL) for cell in rows[0]]]
    plain = [[Paragraph(marked_up(cell), CELL) for cell in row] for row in rows[1:]]
    widths = [0.58 * COLUMN, 0.25 * COLUMN, 0.17 * COLUMN]
    made = Table(bold + plain, colWidths=widths, hAlign="LEFT", spaceBefore=6, spaceAfter=6)
    made.setStyle([
        ("LINEABOVE", (0, 0), (-1, 0), 0.5, "black"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, "black"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ])  # fmt: skip
    return made


def picture(block: str) -> Iterator[Flowable]:
    """Yield a picture of the sample and its caption."""
    match = re.fullmatch(r"!\[([^]]*)\]\(([^)]+)\)", block)
    assert match is not None
    path = SEEDS / match[2]
    width, height = ImageReader(str(path)).getSize()
    yield Spacer(0, 5)
    yield Image(str(path), COLUMN - 12, (COLUMN - 12) * height / width)
    yield Spacer(0, 2)
    yield Paragraph(marked_up(match[1]), CAPTION)


def flowables(block: str) -> Iterator[Flowable]:
    """Yield what a block of Markdown is printed as."""
    if block.startswith("## "):
        yield Paragraph(marked_up(block[3:]), HEADING)
    elif block.startswith("!["):
        yield from picture(block)
    elif block.startswith("|"):
        yield table(block)
    elif block.startswith("> "):
        yield Paragraph(marked_up(block[2:]), QUOTE)
    elif re.match(r"- |\d+\. ", block):
        for line in block.split("\n"):
            marker, text = line.split(" ", 1)
            yield Paragraph(marked_up(text), ITEM, bulletText="•" if marker == "-" else marker)
    else:
        yield Paragraph(marked_up(block), BODY)


class Newspaper(BaseDocTemplate):
    """Pages of two columns, the first with room for the headline, the last column for notes."""

    def __init__(self, path: Path, article: Article) -> None:
        metadata = article.metadata
        super().__init__(
            str(path), pagesize=A5, lang=metadata["language"],
            title=metadata["title"], author=metadata["author"],
        )  # fmt: skip
        self._article = article
        note_height = 30.0 if article.notes else 0.0
        self.addPageTemplates([
            PageTemplate("first", self._frames(COLUMN_TOP, note_height), onPage=self._furnish),
            PageTemplate("later", self._frames(MARGIN + 22, 0), onPage=self._furnish),
        ])  # fmt: skip

    def _frames(self, top: float, notes: float) -> list[Frame]:
        bottom = MARGIN + 14
        frames: list[Frame] = []
        if top == COLUMN_TOP:
            headline = HEIGHT - top, top - MARGIN - 18
            frames.append(Frame(MARGIN, headline[0], WIDTH - 2 * MARGIN, headline[1], 0, 0, 0, 0))
        for number in range(2):
            x = MARGIN + number * (COLUMN + GUTTER)
            foot = bottom + (notes if number == 0 else 0)
            frames.append(Frame(x, foot, COLUMN, HEIGHT - top - foot, 0, 0, 0, 0))
        return frames

    def _furnish(self, canvas: Canvas, _document: object) -> None:
        canvas.setFont("Helvetica", 7)
        canvas.drawString(MARGIN, HEIGHT - MARGIN, self._article.metadata["outlet"].upper())
        canvas.drawRightString(WIDTH - MARGIN, HEIGHT - MARGIN, "Sociedad")
        canvas.drawCentredString(WIDTH / 2, MARGIN - 8, str(canvas.getPageNumber()))
        if canvas.getPageNumber() == 1:
            self._print_notes(canvas)

    def _print_notes(self, canvas: Canvas) -> None:
        y = MARGIN + 14.0
        for number, text in reversed(self._article.notes.items()):
            note = Paragraph(f'<super rise="2" size="5">{number}</super> {marked_up(text)}', NOTE)
            _, height = note.wrapOn(canvas, COLUMN, HEIGHT)
            note.drawOn(canvas, MARGIN, y)
            y += height
        canvas.line(MARGIN, y + 3, MARGIN + 40, y + 3)


def make(path: Path, article: Article) -> None:
    """Write the article as a PDF."""
    day = datetime.fromisoformat(article.metadata["date"]).replace(hour=12, tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))  # reportlab's date for the file
    title, lead, *rest = article.blocks
    story: list[Flowable] = [
        NextPageTemplate("later"),
        Paragraph(marked_up(title.removeprefix("# ")), TITLE),
        Paragraph(marked_up(lead), LEAD),
        FrameBreak(),
    ]
    for block in rest:
        story += flowables(block)
    Newspaper(path, article).build(story)


if __name__ == "__main__":
    make(SEEDS / "muestra.pdf", read_article(SEEDS / "muestra.md"))
