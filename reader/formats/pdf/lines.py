"""Strips of text -> lines, and what is usual for the lines of a document."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from reader.formats.pdf.elements import Look, Page, Piece, Strip
from reader.formats.pdf.glyphs import merge
from reader.formats.pdf.words import Words

_SAME_BASE = 0.3  # of the smaller size
_APART = 0.15  # of the size, from which on a space parts two strips
_USUAL_LEADING = 1.2
_INITIAL = 1.7  # sizes of the text that a large initial stands before


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: the size of its text, and how it looks."""

    size: float
    bold: bool
    italic: bool


def measure(pages: Iterable[Page]) -> Measure:
    """Return the size and the look that most characters have."""
    sizes: Counter[float] = Counter()
    looks: dict[float, Counter[tuple[bool, bool]]] = defaultdict(Counter)
    for page in pages:
        for strip in page.strips:
            size = round(strip.size * 2) / 2
            sizes[size] += len(strip.text)
            for piece in strip.pieces:
                looks[size][piece.look.bold, piece.look.italic] += len(piece.text)
    if not sizes:
        return Measure(10.0, False, False)
    size = sizes.most_common(1)[0][0]
    bold, italic = looks[size].most_common(1)[0][0]
    return Measure(max(1.0, size), bold, italic)


def make_lines(strips: Sequence[Strip]) -> list[Strip]:
    """Return the strips of one column as whole lines, from the top."""
    rows: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda strip: (strip.base, strip.x0)):
        row = next((row for row in reversed(rows[-3:]) if _belongs(strip, row)), None)
        if row is None:
            rows.append([strip])
        else:
            row.append(strip)
    return [_line(row) for row in rows]


def _belongs(strip: Strip, row: list[Strip]) -> bool:
    for other in row:
        smaller, larger = sorted((strip.size, other.size))
        apart = abs(strip.base - other.base)
        if apart <= _SAME_BASE * smaller:
            return True
        # Raised or lowered figures, right beside.
        gap = max(strip.x0 - other.x1, other.x0 - strip.x1)
        if smaller < 0.8 * larger and apart <= 0.45 * larger and -larger < gap < 0.4 * larger:
            return smaller > 0.45 * larger
    return False


def _line(row: list[Strip]) -> Strip:
    row.sort(key=lambda strip: strip.x0)
    main = max(row, key=lambda strip: (len(strip.text), strip.size))
    pieces: list[Piece] = []
    end = row[0].x0
    for strip in row:
        if pieces and strip.x0 - end > _APART * min(strip.size, main.size):
            pieces.append(Piece(" ", Look()))
        is_raised = strip.size < 0.8 * main.size and strip.base < main.base - 0.1 * main.size
        pieces += [
            piece._replace(look=piece.look._replace(raised=is_raised or piece.look.raised))
            for piece in strip.pieces
        ]
        end = strip.x1
    return Strip(row[0].x0, max(s.x1 for s in row), main.base, main.size, merge(pieces))


def leading_of(lines: Sequence[Strip]) -> dict[float, float]:
    """Return by size how far the base lines of a paragraph are usually apart."""
    steps: dict[float, list[float]] = defaultdict(list)
    for above, below in pairwise(lines):
        step = below.base - above.base
        if abs(above.size - below.size) < 0.1 * above.size and 0.8 < step / above.size < 2.2:
            steps[round(above.size)].append(step)
    return {size: _usual(each) for size, each in steps.items()}


def usual_leading(leadings: dict[float, float], size: float) -> float:
    """Return how far lines of a size are apart; a usual distance where that isn't known."""
    return leadings.get(round(size), _USUAL_LEADING * size)


def _usual(steps: list[float]) -> float:
    steps.sort()
    return median_low(steps[: max(1, (2 * len(steps) + 2) // 3)])


def set_initials(strips: list[Strip], size: float, words: Words) -> list[Strip]:
    """Return strips with each large initial joined to the line that it starts."""
    initials = [
        strip
        for strip in strips
        if strip.size >= _INITIAL * size and len(strip.text.strip()) <= 2 and strip.text.strip()
    ]
    kept = list(strips)
    for initial in initials:
        beside = [
            strip
            for strip in strips
            if strip.size < initial.size / 1.4
            and initial.top - 0.8 * size <= strip.base - 0.7 * strip.size
            and strip.base <= initial.base + 0.3 * size
            and -0.5 * size <= strip.x0 - initial.x1 <= 1.5 * size
        ]
        if not beside:
            continue
        first = min(beside, key=lambda strip: strip.base)
        look = first.pieces[0].look
        letter = initial.text.strip()
        if words.starts_alone(letter, first.text):
            letter += " "
        pieces = merge([Piece(letter, look), *first.pieces])
        whole = Strip(initial.x0, first.x1, first.base, first.size, pieces)
        kept = [whole if strip is first else strip for strip in kept if strip is not initial]
        # The lines that run around it are as long as all others.
        for strip in beside:
            if strip is not first:
                moved = Strip(initial.x0, strip.x1, strip.base, strip.size, strip.pieces)
                kept = [moved if other is strip else other for other in kept]
    return kept
