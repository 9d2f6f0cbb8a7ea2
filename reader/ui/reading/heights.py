"""Heights of paragraphs, most of which nobody has measured yet."""

from collections.abc import Callable
from itertools import accumulate
from math import isqrt

_LEAST_CHUNK = 64


class SumTree:
    """Whole numbers with their running sums, each in O(log n).

    A binary indexed tree: Fenwick, "A New Data Structure for Cumulative Frequency Tables", 1994.
    """

    def __init__(self, values: list[int]) -> None:
        sums = [0, *accumulate(values)]
        self._tree = [sums[i] - sums[i & (i - 1)] for i in range(len(sums))]
        self.total = sums[-1]

    def add(self, index: int, difference: int) -> None:
        """Raise the value at `index` by `difference`."""
        self.total += difference
        index += 1
        while index < len(self._tree):
            self._tree[index] += difference
            index += index & -index

    def sum_before(self, index: int) -> int:
        """Return the sum of the values before `index`."""
        total = 0
        while index:
            total += self._tree[index]
            index &= index - 1
        return total

    def locate(self, position: int) -> int:
        """Return the index whose part of the whole holds `position`; the last one beyond it."""
        index = 0
        step = 1 << max(0, len(self._tree).bit_length() - 1)
        while step:
            if index + step < len(self._tree) and self._tree[index + step] <= position:
                index += step
                position -= self._tree[index]
            step >>= 1
        return max(0, min(index, len(self._tree) - 2))


class HeightTable:
    """Heights in whole pixels: measured where known, else estimated when first asked for.

    Paragraphs are kept in chunks of which only the sum is estimated at first, so that a table of a
    hundred thousand of them is ready at once. `estimate` gives one paragraph's height,
    `estimate_many` that of all from the first to the second number, the latter not included.
    """

    def __init__(
        self,
        count: int,
        *,
        estimate: Callable[[int], int],
        estimate_many: Callable[[int, int], int],
    ) -> None:
        self.count = count
        self._estimate = estimate
        self._size = max(_LEAST_CHUNK, isqrt(count))
        starts = range(0, count, self._size)
        self._chunks: list[list[int] | None] = [None] * len(starts)
        self._sums = SumTree([estimate_many(i, min(i + self._size, count)) for i in starts])
        self._measured = bytearray(count)

    @property
    def total(self) -> int:
        """Return the height of all paragraphs together."""
        return self._sums.total

    def height(self, number: int) -> int:
        """Return a paragraph's height."""
        return self._chunk(number // self._size)[number % self._size]

    def top(self, number: int) -> int:
        """Return the sum of the heights before a paragraph."""
        chunk, inside = divmod(number, self._size)
        return self._sums.sum_before(chunk) + sum(self._chunk(chunk)[:inside])

    def outline(self, most: int = 2000) -> list[tuple[int, int]]:
        """Return numbers of paragraphs with their tops.

        Of all whose heights somebody asked for, if there are no more than `most`; else of every
        chunk's first one. Nothing is estimated for it.
        """
        points: list[tuple[int, int]] = []
        for index, heights in enumerate(self._chunks):
            start, top = index * self._size, self._sums.sum_before(index)
            if heights is None or self.count > most:
                points.append((start, top))
            else:
                tops = accumulate(heights, initial=top)
                points.extend(zip(range(start, start + len(heights)), tops, strict=False))
        return points

    def is_measured(self, number: int) -> bool:
        """Return whether a paragraph's height is known."""
        return bool(self._measured[number])

    def set_measured(self, number: int, height: int) -> bool:
        """Note a paragraph's height; return whether that changes it."""
        self._measured[number] = 1
        heights = self._chunk(number // self._size)
        difference = height - heights[number % self._size]
        if difference:
            heights[number % self._size] = height
            self._sums.add(number // self._size, difference)
        return difference != 0

    def next_unmeasured(self, number: int) -> int:
        """Return the first paragraph from `number` on that is only estimated; -1 for none."""
        return self._measured.find(0, number)

    def locate(self, y: int) -> tuple[int, int]:
        """Return the paragraph at `y`, and how far below its top that is; clamped to the ends."""
        y = max(0, y)
        index = self._sums.locate(y)
        while self._chunks[index] is None:
            self._chunk(index)  # whose real sum may differ from what was estimated for the whole
            index = self._sums.locate(y)
        rest = y - self._sums.sum_before(index)
        heights = self._chunk(index)
        for inside, height in enumerate(heights):
            if rest < height:
                return index * self._size + inside, rest
            rest -= height
        return index * self._size + len(heights) - 1, heights[-1] - 1

    def _chunk(self, index: int) -> list[int]:
        heights = self._chunks[index]
        if heights is None:
            start = index * self._size
            numbers = range(start, min(start + self._size, self.count))
            heights = self._chunks[index] = [self._estimate(number) for number in numbers]
            before = self._sums.sum_before(index + 1) - self._sums.sum_before(index)
            self._sums.add(index, sum(heights) - before)
        return heights
