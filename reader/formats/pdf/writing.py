"""Paragraphs with their looks -> the blocks and runs of a document."""

from collections.abc import Sequence

from reader.core.document import BlockKind, Resource, RowLevel, RunKind
from reader.formats.builder import DocumentBuilder
from reader.formats.pdf.elements import Piece, Strip
from reader.formats.pdf.lines import Measure
from reader.formats.pdf.notes import MARK, REFERENCE, mark_of
from reader.formats.pdf.paragraphs import BULLET_ITEM, NUMBER_ITEM, Paragraph
from reader.formats.pdf.words import Words, join_lines

_PIXELS = 96 / 72  # CSS pixels in a point


class Writer:
    """Write paragraphs into a document, and gather the pictures that it shows."""

    def __init__(self, builder: DocumentBuilder, usual: Measure, words: Words) -> None:
        self._builder = builder
        self._usual = usual
        self._words = words
        self._notes: set[tuple[int, str]] = set()
        self.resources: list[Resource] = []

    def write(self, story: Sequence[Paragraph]) -> None:
        """Add all the paragraphs."""
        notes = [each for each in story if each.kind is BlockKind.FOOTNOTE]
        self._notes = {(each.page, mark_of(each)) for each in notes}
        for each in story:
            if each.kind is BlockKind.PICTURE:
                self._picture(each)
            elif each.kind is BlockKind.TABLE_ROW:
                self._table(each)
            else:
                self._text(each)
        self._builder.close_block()

    def _picture(self, paragraph: Paragraph) -> None:
        figure = paragraph.figure
        if figure is None or figure.resource is None:
            return
        self.resources.append(figure.resource)
        width, height = figure.x1 - figure.x0, figure.bottom - figure.top
        self._builder.picture(
            f"resource:{figure.resource.key}",
            width=round(width * _PIXELS),
            height=round(height * _PIXELS),
        )
        self._pieces(self._joined(paragraph.lines), paragraph)

    def _table(self, paragraph: Paragraph) -> None:
        rows = paragraph.rows
        first = [strip for cell in rows[0] for strip in cell]
        others = [strip for row in rows[1:] for cell in row for strip in cell]
        has_header = all(s.is_bold for s in first) and not all(s.is_bold for s in others)
        for number, row in enumerate(rows):
            level = RowLevel.BODY
            if number == 0:
                level = RowLevel.HEADER if has_header else RowLevel.FIRST
            self._builder.open_block(BlockKind.TABLE_ROW, level=level)
            for place, cell in enumerate(row):
                if place:
                    self._builder.verbatim("\t")
                is_plain = has_header and number == 0
                self._pieces(self._joined(cell), paragraph, plain=is_plain)
            self._builder.close_block()

    def _text(self, paragraph: Paragraph) -> None:
        pieces = self._joined(paragraph.lines)
        self._builder.open_block(paragraph.kind, level=paragraph.level)
        text = "".join(piece.text for piece in pieces)
        if paragraph.kind is BlockKind.LIST_ITEM:
            number, bullet = NUMBER_ITEM.match(text), BULLET_ITEM.match(text)
            if number:
                self._marker(number[0].strip())
            match = number or bullet
            pieces = _without(pieces, match.end() if match else 0)
        elif paragraph.kind is BlockKind.FOOTNOTE:
            match = MARK.match(text)
            self._builder.anchor(f"{paragraph.page}:{mark_of(paragraph)}")
            self._marker(f"[{mark_of(paragraph)}]")
            pieces = _without(pieces, match.end() if match else 0)
        self._pieces(pieces, paragraph, plain=paragraph.kind is BlockKind.HEADING)

    def _marker(self, text: str) -> None:
        with self._builder.style(RunKind.MARKER):
            self._builder.text(text)
        self._builder.text(" ")

    def _joined(self, lines: Sequence[Strip]) -> list[Piece]:
        return join_lines([line.pieces for line in lines], self._words)

    def _pieces(
        self, pieces: Sequence[Piece], paragraph: Paragraph, *, plain: bool = False
    ) -> None:
        """Add text with its looks; `plain` where bold and italic say nothing of their own."""
        for piece in pieces:
            look = piece.look
            styles: list[tuple[RunKind, str]] = []
            if look.link:
                styles.append((RunKind.LINK, look.link))
            if look.bold and not self._usual.bold and not plain:
                styles.append((RunKind.BOLD, ""))
            if look.italic and not self._usual.italic and not plain:
                styles.append((RunKind.ITALIC, ""))
            text = piece.text
            if look.raised:
                match = REFERENCE.fullmatch(text)
                if match and (paragraph.page, match[1]) in self._notes:
                    text = f"[{match[1]}]"
                    styles = [(RunKind.NOTE, f"#{paragraph.page}:{match[1]}")]
                else:
                    styles.append((RunKind.SUPERSCRIPT, ""))
            self._styled(text, styles)

    def _styled(self, text: str, styles: list[tuple[RunKind, str]]) -> None:
        inner = text.strip()
        if not inner:
            self._builder.text(text)
            return
        start = text.index(inner[0])
        self._builder.text(text[:start])
        for kind, target in styles:
            self._builder.begin_style(kind, target)
        self._builder.text(inner)
        for _ in styles:
            self._builder.end_style()
        self._builder.text(text[start + len(inner) :])


def _without(pieces: list[Piece], count: int) -> list[Piece]:
    """Return pieces without their first characters."""
    rest: list[Piece] = []
    for piece in pieces:
        rest.append(piece._replace(text=piece.text[count:]))
        count = max(0, count - len(piece.text))
    return rest
