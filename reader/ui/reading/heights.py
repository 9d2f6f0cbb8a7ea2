"""Heights of paragraphs, most of which nobody has measured yet."""

from array import array
from collections.abc import Callable, Iterator
from itertools import accumulate

_LEAF = 32  # paragraphs
_BRANCHES = 16


class HeightTable:
    """Heights in whole pixels: measured where known, else estimated when first asked for.

    A tree of sums: 32 paragraphs to a leaf, 16 leaves or branches to a branch. Only those on the
    way to what somebody asks for are made, the sums of all others are estimated as a whole. So a
    table of a hundred thousand paragraphs is ready as soon as one of a hundred, and nothing in it
    takes more than a few steps a level. `estimate` gives one paragraph's height, `estimate_many`
    that of all from the first to the second number, the latter not included.
    """

    def __init__(
        self,
        count: int,
        *,
        estimate: Callable[[int], int],
        estimate_many: Callable[[int, int], int],
    ) -> None:
        self.count = count
        self.total = 0
        """The height of all paragraphs together."""
        self._estimate = estimate
        self._estimate_many = estimate_many
        self._sizes = [_LEAF]  # by level: paragraphs below one node
        while self._sizes[-1] < count:
            self._sizes.append(self._sizes[-1] * _BRANCHES)
        self._nodes: list[dict[int, array[int]]] = [{} for _ in self._sizes]
        self._made = 0
        self._measured = bytearray(count)
        if count:
            self._node(len(self._sizes) - 1, 0)

    def height(self, number: int) -> int:
        """Return a paragraph's height."""
        return self._node(0, number // _LEAF)[number % _LEAF]

    def top(self, number: int) -> int:
        """Return the sum of the heights before a paragraph."""
        index, inside = divmod(number, _LEAF)
        top = sum(self._node(0, index)[:inside])
        for nodes in self._nodes[1:]:
            index, inside = divmod(index, _BRANCHES)
            top += sum(nodes[index][:inside])
        return top

    def outline(self, most: int = 2000) -> list[tuple[int, int]]:
        """Return numbers of paragraphs with their tops.

        Of all whose heights somebody asked for, if there are no more than `most`; else of every
        node's first one. Nothing is estimated for it.
        """
        return list(self._outline(len(self._sizes) - 1, 0, 0, self.count > most))

    def is_measured(self, number: int) -> bool:
        """Return whether a paragraph's height is known."""
        return bool(self._measured[number])

    def set_measured(self, number: int, height: int) -> bool:
        """Note a paragraph's height; return whether that changes it."""
        self._measured[number] = 1
        heights = self._node(0, number // _LEAF)
        difference = height - heights[number % _LEAF]
        if difference:
            heights[number % _LEAF] = height
            self._raise_above(0, number // _LEAF, difference)
        return difference != 0

    def next_unmeasured(self, number: int) -> int:
        """Return the first paragraph from `number` on that is only estimated; -1 for none."""
        return self._measured.find(0, number)

    def locate(self, y: int) -> tuple[int, int]:
        """Return the paragraph at `y`, and how far below its top that is; clamped to the ends."""
        while True:
            made = self._made
            number, rest = self._locate(y)
            if self._made == made:
                return number, rest
            # Else a sum on the way there may be another now than when it was looked at.

    def _locate(self, y: int) -> tuple[int, int]:
        index, rest = 0, max(0, y)
        for level in reversed(range(len(self._sizes))):
            parts = self._node(level, index)
            inside, last = 0, len(parts) - 1
            for inside, part in enumerate(parts):
                if rest < part or inside == last:
                    break
                rest -= part
            index = index * (_BRANCHES if level else _LEAF) + inside
        return index, min(rest, self.height(index) - 1)

    def _node(self, level: int, index: int) -> "array[int]":
        """Return the parts of a node: a leaf's paragraphs' heights, or a branch's sums."""
        parts = self._nodes[level].get(index)
        if parts is None:
            above = level + 1
            if above < len(self._sizes):
                self._node(above, index // _BRANCHES)
            parts = self._nodes[level][index] = array("q", self._estimated(level, index))
            before = self.total
            if above < len(self._sizes):
                before = self._nodes[above][index // _BRANCHES][index % _BRANCHES]
            self._raise_above(level, index, sum(parts) - before)
            self._made += 1
        return parts

    def _estimated(self, level: int, index: int) -> Iterator[int]:
        size = self._sizes[level]
        start, end = index * size, min((index + 1) * size, self.count)
        if not level:
            return map(self._estimate, range(start, end))
        size = self._sizes[level - 1]
        return (self._estimate_many(i, min(i + size, end)) for i in range(start, end, size))

    def _raise_above(self, level: int, index: int, difference: int) -> None:
        """Raise by `difference` what the branches above a node, and all together, come to."""
        for nodes in self._nodes[level + 1 :]:
            index, inside = divmod(index, _BRANCHES)
            nodes[index][inside] += difference
        self.total += difference

    def _outline(self, level: int, index: int, top: int, coarse: bool) -> Iterator[tuple[int, int]]:
        start, parts = index * self._sizes[level], self._nodes[level].get(index)
        if parts is None or (coarse and not level):
            yield start, top
            return
        tops = accumulate(parts, initial=top)
        if not level:
            yield from zip(range(start, start + len(parts)), tops, strict=False)
            return
        for child, child_top in zip(range(len(parts)), tops, strict=False):
            yield from self._outline(level - 1, index * _BRANCHES + child, child_top, coarse)
