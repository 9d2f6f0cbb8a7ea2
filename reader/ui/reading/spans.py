"""Find which of many spans, overlapping and nested as they like, reach into another."""

from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

_SMALLEST = 1 << 10
"""Code points of the smallest bin, about a paragraph."""
_STEP = 3
"""Each level's bins are eight times as large as those of the one below."""


class Spanning(Protocol):
    """Anything with a half-open span."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


S = TypeVar("S", bound=Spanning)


class SpanIndex(Generic[S]):
    """Keep each span in the smallest bin that holds all of it.

    What reaches into a page is then found in a few bins a level, however many spans there are and
    however long some of them: one over the whole text makes no other slower to find. After W. J.
    Kent et al., "The Human Genome Browser at UCSC", Genome Research 12, 2002.
    """

    def __init__(self, spans: Iterable[S] = ()) -> None:
        self._bins: dict[tuple[int, int], list[S]] = {}
        self._levels = 0
        for span in spans:
            level, size = 0, _SMALLEST
            while span.start // size != (max(span.end, span.start + 1) - 1) // size:
                level, size = level + 1, size << _STEP
            self._levels = max(self._levels, level + 1)
            self._bins.setdefault((level, span.start // size), []).append(span)

    def reaching(self, start: int, end: int) -> Iterator[S]:
        """Yield the spans that share a character with `start` to `end`, in no order."""
        size = _SMALLEST
        for level in range(self._levels):
            for number in range(start // size, (max(end, start + 1) - 1) // size + 1):
                for span in self._bins.get((level, number), ()):
                    if span.start < end and span.end > start:
                        yield span
            size <<= _STEP
