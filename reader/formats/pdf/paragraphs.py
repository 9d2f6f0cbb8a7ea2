"""Columns of lines -> paragraphs, and what kind each is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.core.document import BlockKind
from reader.formats.pdf.elements import BULLETS, Figure, Strip
from reader.formats.pdf.layout import Leaf
from reader.formats.pdf.lines import Measure, leading_of, make_lines, usual_leading
from reader.formats.pdf.words import HYPHENS

HEADING = 1.12
"""Sizes of the body text from which on a paragraph may be a heading."""

_SAME_SIZE = 0.08
_WIDE_LEADING = 1.22
_INDENT = 0.7  # sizes
_SLACK_ENDED, _SLACK = 0.3, 3.0  # sizes by which a word would have fitted, after a full stop or not
_QUOTE_INDENT = 1.0
_LONGEST_HEADING, _LONGEST_BOLD = 240, 110  # characters
ENDS = re.compile(r"[.!?…:;][»”\"')\]]*(?:\[?\d{1,3}\]?)?$")
BULLET_ITEM = re.compile(rf"([{BULLETS}])\s*(?=\S)|([–-])\s+(?=\S)")
NUMBER_ITEM = re.compile(r"\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)")
_CLOSED = re.compile(r"[.!?…][»”\"')\]]*(?:\[?\d{1,3}\]?)?$")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, between the margins of their column.

    A picture has a figure, a table has rows; both have no lines but a picture's caption.
    """

    page: int
    left: float
    right: float
    lines: list[Strip] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    figure: Figure | None = None
    rows: list[list[list[Strip]]] = field(default_factory=list)
    is_aside: bool = False
    is_first: bool = False  # of its column
    is_alone: bool = False  # in its column, with one line

    @property
    def text(self) -> str:
        """Return its lines, each followed by a space."""
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def size(self) -> float:
        """Return the size of most of its characters."""
        return max(self.lines, key=lambda line: len(line.text)).size if self.lines else 0.0

    @property
    def is_bold(self) -> bool:
        """Return whether all of it is bold."""
        return bool(self.lines) and all(line.is_bold for line in self.lines)

    @property
    def is_running(self) -> bool:
        """Return whether it is plain running text."""
        return self.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)


def split_leaf(leaf: Leaf, page: int, usual: Measure) -> list[Paragraph]:
    """Return the paragraphs of a leaf in their order."""
    if leaf.rows:
        return [
            Paragraph(
                page, leaf.left, leaf.right, kind=BlockKind.TABLE_ROW, rows=leaf.rows,
                is_aside=leaf.is_aside,
            )
        ]  # fmt: skip
    found: list[Paragraph] = []
    figures = sorted(
        (item for item in leaf.items if isinstance(item, Figure)), key=lambda item: item.top
    )
    strips = [item for item in leaf.items if isinstance(item, Strip)]
    lines = make_lines(strips)
    leadings = leading_of(lines)
    for figure in figures:
        above = [line for line in lines if line.base <= (figure.top + figure.bottom) / 2]
        lines = lines[len(above) :]
        found += _split(above, leaf, page, usual, leadings)
        found.append(Paragraph(page, leaf.left, leaf.right, kind=BlockKind.PICTURE, figure=figure))
    found += _split(lines, leaf, page, usual, leadings)
    texts = [each for each in found if each.lines]
    if texts:
        texts[0].is_first = True
        texts[0].is_alone = len(strips) == 1
    for each in found:
        each.is_aside = leaf.is_aside
    return found


def _split(
    lines: Sequence[Strip],
    leaf: Leaf,
    page: int,
    usual: Measure,
    leadings: dict[float, float],
) -> list[Paragraph]:
    found: list[Paragraph] = []
    for line in lines:
        if not line.text.strip():
            continue
        open_lines = found[-1].lines if found else []
        if not open_lines or _parts(open_lines, line, leaf, usual, leadings):
            found.append(Paragraph(page, leaf.left, leaf.right))
        found[-1].lines.append(line)
    return found


def _parts(
    lines: list[Strip], line: Strip, leaf: Leaf, usual: Measure, leadings: dict[float, float]
) -> bool:
    """Return whether a line starts a paragraph, after the lines of the one before."""
    above = lines[-1]
    size = above.size
    if abs(size - line.size) > _SAME_SIZE * max(size, line.size):
        return True
    step = line.base - above.base
    if step > _WIDE_LEADING * usual_leading(leadings, size):
        return True
    if above.text.rstrip()[-1:] in HYPHENS and line.text[:1].islower():
        return False
    if _starts_item(lines, line, leaf):
        return True
    if above.is_bold != line.is_bold and not usual.bold and _has_room(above, line, leaf, 0.0):
        return True
    if size > HEADING * usual.size:
        return False
    if _is_centred(above, line, leaf):
        return False
    if _is_indented(lines, line, leaf):
        return True
    is_set_in = above.x0 - leaf.left >= _QUOTE_INDENT * size and abs(line.x0 - above.x0) < 1
    if is_set_in and not starts_as_item(lines[0].text):
        leaf = replace(leaf, right=max(each.x1 for each in (*lines, line)))
    return _ends_early(above, line, leaf)


def _starts_item(lines: list[Strip], line: Strip, leaf: Leaf) -> bool:
    if BULLET_ITEM.match(line.text):
        return (
            line.text[0] not in "–-"
            or BULLET_ITEM.match(lines[0].text) is not None
            or (bool(ENDS.search(lines[-1].text.rstrip())))
        )
    if not NUMBER_ITEM.match(line.text):
        return False
    return bool(ENDS.search(lines[-1].text.rstrip())) or _has_room(lines[-1], line, leaf, 1.0)


def _is_indented(lines: list[Strip], line: Strip, leaf: Leaf) -> bool:
    """Return whether the margin moves as it does between paragraphs."""
    above, size = lines[-1], line.size
    moved = line.x0 - above.x0
    is_item = starts_as_item(lines[0].text)
    if is_item and len(lines) > 1:
        return abs(line.x0 - lines[1].x0) > 0.15 * size
    if moved > _INDENT * size:
        # The second line of an item hangs; any other one is set in as a paragraph's first.
        return not (is_item and len(lines) == 1)
    if moved < -_INDENT * size:
        if len(lines) == 1:
            return is_item and _closes(above)
        return abs(lines[-1].x0 - lines[-2].x0) < 0.3 * size and line.x0 <= leaf.left + 2 * size
    return False


def _closes(line: Strip) -> bool:
    return _CLOSED.search(line.text.rstrip()) is not None


def starts_as_item(text: str) -> bool:
    """Return whether a text starts with a list's bullet or number."""
    return bool(BULLET_ITEM.match(text) or NUMBER_ITEM.match(text))


def _ends_early(above: Strip, line: Strip, leaf: Leaf) -> bool:
    """Return whether the next line's first word would have had room on the line above."""
    if _closes(above) or above.text.rstrip()[-1:] in ":;":
        return _has_room(above, line, leaf, _SLACK_ENDED)
    starts = line.text.lstrip("«“\"'¿¡(—–- ")[:1]
    return not starts.islower() and _has_room(above, line, leaf, _SLACK)


def _has_room(above: Strip, line: Strip, leaf: Leaf, slack: float) -> bool:
    words = line.text.split()
    width = (line.x1 - line.x0) / max(1, len(line.text))
    needed = width * (len(words[0]) + 1) if words else 0.0
    return leaf.right - above.x1 > needed + slack * line.size


def _is_centred(above: Strip, line: Strip, leaf: Leaf) -> bool:
    middle = (leaf.left + leaf.right) / 2
    return all(
        abs((each.x0 + each.x1) / 2 - middle) < 0.5 * each.size and each.x0 - leaf.left > each.size
        for each in (above, line)
    )


def is_heading(paragraph: Paragraph, usual: Measure) -> bool:
    """Return whether a paragraph is set as a heading, by its size."""
    text = paragraph.text.strip()
    size = paragraph.size
    if size < HEADING * usual.size or len(text) > _LONGEST_HEADING:
        return False
    return size >= 1.8 * usual.size or not text.endswith((".", ",", ";"))


def is_bold_heading(paragraph: Paragraph, after: Paragraph | None, usual: Measure) -> bool:
    """Return whether a short bold paragraph is a heading of what follows."""
    text = paragraph.text.strip()
    return (
        not usual.bold
        and paragraph.is_bold
        and len(text) <= _LONGEST_BOLD
        and paragraph.size >= 0.95 * usual.size
        and not text.endswith((".", ",", ";", ":"))
        and len(paragraph.lines) <= 3
        and any(character.isalpha() for character in text)
        and after is not None
        and bool(after.lines)
        and not after.is_bold
        and after.is_running
    )


def is_quote(paragraph: Paragraph, usual: Measure) -> bool:
    """Return whether a paragraph is set in on both sides."""
    indent = _QUOTE_INDENT * usual.size
    lines = paragraph.lines
    return (
        len(lines) > 1
        and all(line.x0 - paragraph.left >= indent for line in lines)
        and all(paragraph.right - line.x1 >= 0.8 * indent for line in lines)
        and max(line.x0 for line in lines) - min(line.x0 for line in lines) < 0.5 * usual.size
    )
