"""The headings of a document, and which one a place is under."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from operator import attrgetter

from reader.core.document import BlockKind, Document
from reader.core.folding import Folder


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading: its words, where it begins (in code points), and how deep it stands (0: top).

    `parent` is the number of the heading that it stands under, -1 for none.
    """

    text: str
    start: int
    depth: int
    parent: int


def outline(document: Document) -> list[OutlineEntry]:
    """Return a document's headings in order; levels that are skipped make nothing deeper."""
    entries: list[OutlineEntry] = []
    open_levels: list[tuple[int, int]] = []  # of the headings above, with their numbers
    for block in document.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        words = " ".join(document.text[block.start : block.end].split())
        if not words:
            continue
        while open_levels and open_levels[-1][0] >= block.level:
            open_levels.pop()
        parent = open_levels[-1][1] if open_levels else -1
        open_levels.append((block.level, len(entries)))
        entries.append(OutlineEntry(words, block.start, len(open_levels) - 1, parent))
    return entries


def entry_at(entries: Sequence[OutlineEntry], offset: int) -> int:
    """Return the number of the heading that a place is under; -1 before the first."""
    return bisect_right(entries, offset, key=attrgetter("start")) - 1


def filtered(
    entries: Sequence[OutlineEntry], words: str, folder: Folder
) -> tuple[list[int], Collection[int]]:
    """Return the numbers of the headings that have all the words, with those above them.

    Beside them, which of them have the words themselves.
    """
    wanted = folder.fold(words).split()
    found = {
        number
        for number, entry in enumerate(entries)
        if all(word in folder.fold(entry.text) for word in wanted)
    }
    shown = set(found)
    for number in found:
        above = entries[number].parent
        while above >= 0 and above not in shown:
            shown.add(above)
            above = entries[above].parent
    return sorted(shown), found
