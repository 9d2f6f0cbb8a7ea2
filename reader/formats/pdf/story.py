"""The pages of a document -> its paragraphs in reading order, each of its kind."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from reader.core.document import BlockKind
from reader.formats.pdf.elements import Figure, Item, Page, Strip
from reader.formats.pdf.layout import Leaf, arrange
from reader.formats.pdf.lines import Measure, set_initials
from reader.formats.pdf.notes import mark_notes
from reader.formats.pdf.paragraphs import (
    BULLET_ITEM,
    ENDS,
    NUMBER_ITEM,
    Paragraph,
    is_bold_heading,
    is_heading,
    is_quote,
    split_leaf,
    starts_as_item,
)
from reader.formats.pdf.words import HYPHENS, Words

_BOX_SHARE = (0.01, 0.6)  # of the page, of a box that holds text of its own
_CAPTION_SIZE = 0.97  # sizes of the body text
_CAPTION_GAP = 2.5  # sizes of the caption
_LONGEST_CAPTION = 400  # characters
_SAME_HEADING = 0.08
_SAME_EDGE = 2.0  # points
_DEEPEST_HEADING = 6
_FURTHEST = 6  # pictures, tables and boxes that may stand between two halves of a paragraph


def tell(
    pages: Sequence[Page], usual: Measure, words: Words, *, check: Callable[[], None]
) -> list[Paragraph]:
    """Return the paragraphs of all pages; `check` raises where this takes too long."""
    story: list[Paragraph] = []
    for page in pages:
        paragraphs = _on_page(page, usual, words, check)
        _give_captions(paragraphs, usual)
        mark_notes(paragraphs, page, usual)
        story += paragraphs
    _mark_headings(story, usual)
    _mark_lists(story)
    _mark_quotes(story, usual)
    notes = [each for each in story if each.kind is BlockKind.FOOTNOTE]
    return _joined([each for each in story if each.kind is not BlockKind.FOOTNOTE], usual) + notes


def _on_page(
    page: Page, usual: Measure, words: Words, check: Callable[[], None]
) -> list[Paragraph]:
    strips = set_initials(page.strips, usual.size, words)
    inside, outside = _boxed(page, [*strips, *page.figures], usual)
    leaves: list[Leaf] = arrange(outside, usual.size, check=check)
    for items in inside:
        for leaf in arrange(items, usual.size, check=check):
            leaf.is_aside = True
            leaves.append(leaf)
    return [paragraph for leaf in leaves for paragraph in split_leaf(leaf, page.number, usual)]


def _boxed(page: Page, items: list[Item], usual: Measure) -> tuple[list[list[Item]], list[Item]]:
    """Return what stands in boxes with text around them, box by box, and all the rest."""
    area = page.width * page.height
    boxes = [
        box
        for box in page.boxes
        if _BOX_SHARE[0] * area <= box.width * box.height <= _BOX_SHARE[1] * area
        and box.height > 3 * usual.size
    ]
    boxes.sort(key=lambda box: -box.width * box.height)
    groups: list[list[Item]] = []
    rest = items
    for box in boxes:
        inside = [item for item in rest if box.holds(item)]
        lines = {round(item.base) for item in inside if isinstance(item, Strip)}
        crosses = any(item.x0 < box.x0 - 1 or item.x1 > box.x1 + 1 for item in inside)
        if len(lines) < 3 or crosses or len(inside) > 0.6 * len(items):
            continue
        groups.append(inside)
        taken = {id(item) for item in inside}
        rest = [item for item in rest if id(item) not in taken]
    groups.sort(key=lambda group: min(item.top for item in group))
    return groups, rest


def _give_captions(paragraphs: list[Paragraph], usual: Measure) -> None:
    """Take the captions of pictures from among the paragraphs of a page."""
    for picture in [each for each in paragraphs if each.figure is not None]:
        figure = picture.figure
        assert figure is not None
        below = [
            each
            for each in paragraphs
            if each.lines and each.figure is None and _is_caption(each, figure, usual)
        ]
        if below:
            caption = min(below, key=lambda each: each.lines[0].top)
            picture.lines = caption.lines
            paragraphs.remove(caption)


def _is_caption(paragraph: Paragraph, figure: Figure, usual: Measure) -> bool:
    first = paragraph.lines[0]
    gap = first.top - figure.bottom
    size = paragraph.size
    middle = (first.x0 + first.x1) / 2
    is_small = size < _CAPTION_SIZE * usual.size
    is_set_apart = is_small or (
        all(line.is_italic for line in paragraph.lines) and not usual.italic
    )
    return (
        is_set_apart
        and -0.3 * size <= gap <= _CAPTION_GAP * size
        and figure.x0 - size <= middle <= figure.x1 + size
        and len(paragraph.text) <= _LONGEST_CAPTION
    )


def _mark_headings(story: list[Paragraph], usual: Measure) -> None:
    texts = [each for each in story if each.kind is BlockKind.PARAGRAPH]
    large = [each for each in texts if is_heading(each, usual)]
    levels: list[float] = []
    for size in sorted((each.size for each in large), reverse=True):
        if not levels or size < (1 - _SAME_HEADING) * levels[-1]:
            levels.append(size)
    for each in large:
        each.kind = BlockKind.HEADING
        rank = sum(each.size < (1 - _SAME_HEADING) * size for size in levels)
        each.level = min(_DEEPEST_HEADING, rank + 1)
    below = min(_DEEPEST_HEADING, max(2, len(levels) + 1))
    for each, after in zip(story, [*story, None][1:], strict=True):
        if each.kind is BlockKind.PARAGRAPH and is_bold_heading(each, after, usual):
            each.kind, each.level = BlockKind.HEADING, below


def _mark_quotes(story: list[Paragraph], usual: Measure) -> None:
    """Find what is set in from both margins of running text: headings may start further left."""
    edges: dict[tuple[int, float, float], Counter[int]] = defaultdict(Counter)
    running = [each for each in story if each.kind is BlockKind.PARAGRAPH]
    for each in running:
        column = each.page, each.left, each.right
        edges[column].update(round(line.x0 / _SAME_EDGE) for line in each.lines)
    for each in running:
        usual_edge = edges[each.page, each.left, each.right].most_common(1)[0][0] * _SAME_EDGE
        if is_quote(each, usual) and each.lines[-1].x0 - usual_edge > usual.size / 2:
            each.kind = BlockKind.QUOTE


# ---- lists


def _mark_lists(story: list[Paragraph]) -> None:
    """Find the items of lists: numbers must follow one another, dashes must be several."""
    texts = [each for each in story if each.kind is BlockKind.PARAGRAPH and each.lines]
    for index, each in enumerate(texts):
        around = texts[max(0, index - 1) : index] + texts[index + 1 : index + 2]
        if _is_item(each, around):
            each.kind, each.level = BlockKind.LIST_ITEM, 1
    edges: list[float] = []
    for each in story:
        if each.kind is not BlockKind.LIST_ITEM:
            edges = []
            continue
        edge = each.lines[0].x0
        if edges and edge < edges[0] - 2 * each.size:  # at the head of another column
            edges = []
        while edges and edge < edges[-1] - 0.5 * each.size:
            edges.pop()
        if not edges or edge > edges[-1] + 0.8 * each.size:
            edges = [*edges, edge] if not edges or edge < edges[0] + 8 * each.size else [edge]
        each.level = len(edges)


def _is_item(paragraph: Paragraph, around: Sequence[Paragraph]) -> bool:
    text = paragraph.lines[0].text
    bullet = BULLET_ITEM.match(text)
    if bullet:
        others = [BULLET_ITEM.match(each.lines[0].text) for each in around]
        return bool(bullet[1]) or any(other and other[0] == bullet[0] for other in others)
    number = NUMBER_ITEM.match(text)
    if not number:
        return False
    ranks = [NUMBER_ITEM.match(each.lines[0].text) for each in around]
    return any(other and abs(_rank(other[1]) - _rank(number[1])) == 1 for other in ranks)


def _rank(number: str) -> int:
    return int(number) if number.isdigit() else 1000 + ord(number)


# ---- paragraphs in several parts


def _joined(story: list[Paragraph], usual: Measure) -> list[Paragraph]:
    """Return paragraphs whole that a column's or page's end, a picture or a box parts."""
    joined: list[Paragraph] = []
    taken: set[int] = set()
    indents = _first_lines_are_set_in(story, usual)
    for index, each in enumerate(story):
        if id(each) in taken:
            continue
        joined.append(each)
        position = index
        while each.is_running and not each.is_aside:
            found = _continuation(story, position, each, taken, indents)
            if found is None:
                break
            position = found
            other = story[found]
            taken.add(id(other))
            each.lines = each.lines + other.lines
            each.left, each.right = other.left, other.right
    return joined


def _continuation(
    story: list[Paragraph], index: int, paragraph: Paragraph, taken: set[int], indents: bool
) -> int | None:
    """Return where a paragraph goes on, behind what may stand between; None where it ends."""
    for position in range(index + 1, min(len(story), index + 2 + _FURTHEST)):
        other = story[position]
        if id(other) in taken or other.is_aside or other.figure is not None or other.rows:
            continue
        is_apart = other.is_first or position > index + 1
        fits = other.kind is BlockKind.PARAGRAPH or (
            other.kind is BlockKind.QUOTE and paragraph.kind is BlockKind.QUOTE
        )
        if is_apart and fits and _goes_on(paragraph, other, indents):
            return position
        return None
    return None


def _goes_on(paragraph: Paragraph, other: Paragraph, indents: bool) -> bool:
    last, first = paragraph.lines[-1], other.lines[0]
    if abs(last.size - first.size) > 0.05 * last.size or starts_as_item(first.text):
        return False
    text = last.text.rstrip()
    if text[-1:] in HYPHENS and first.text[:1].islower():
        return True
    word = first.text.split()[0] if first.text.split() else ""
    width = (first.x1 - first.x0) / max(1, len(first.text)) * (len(word) + 1)
    is_full = paragraph.right - last.x1 <= width + 1.5 * last.size
    if ENDS.search(text):
        is_set_in = first.x0 - other.left > 0.5 * first.size
        is_open = text[-1] in ":;" or first.text[:1].islower()
        return is_full and (is_open or (indents and not is_set_in and not other.is_alone))
    return first.text.lstrip("«“\"'¿¡(—–")[:1].islower() or is_full


def _first_lines_are_set_in(story: list[Paragraph], usual: Measure) -> bool:
    """Return whether the document's paragraphs start with an indent."""
    texts = [e for e in story if e.kind is BlockKind.PARAGRAPH and len(e.lines) > 2]
    set_in = sum(e.lines[0].x0 - e.lines[1].x0 > 0.5 * usual.size for e in texts)
    return set_in > 0.5 * len(texts)
