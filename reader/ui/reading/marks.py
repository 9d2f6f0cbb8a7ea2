"""What is marked in the open document: mentions, provisional finds, annotations."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from reader.core.annotations import Annotation
from reader.core.document import Picture, Run
from reader.core.finding import Matches
from reader.core.mentions import Kind, Mention
from reader.ui.reading.spans import SpanIndex

_BUCKET = 4096  # code points; longer than any name


class Found(NamedTuple):
    """A half-open span of code points that names something, before its entity is known."""

    start: int
    end: int
    kind: Kind


class Marks:
    """Spans to paint, looked up by where they lie; nothing is walked but what is asked for."""

    def __init__(self) -> None:
        self.mentions: Sequence[Mention] = ()
        self.hidden_kinds: frozenset[Kind] = frozenset()
        self.entity_id: str | None = None
        self.mention: Mention | None = None
        self.annotation_id: str | None = None
        self.flash: tuple[int, int] | None = None  # a span to which one has just jumped
        self.focus: Run | Picture | None = None  # what the Tab key has come to
        self.stretched: Annotation | None = None  # as the hand that drags one of its ends has it
        self.matches: Matches | None = None  # of a search
        self.match: tuple[int, int] | None = None  # the one that it stands at
        self.lit: tuple[int, int] | None = None  # what all else steps back behind
        self._annotations = SpanIndex[Annotation]()
        self._by_id: dict[str, Annotation] = {}
        self._found: dict[int, list[Found]] = {}

    def clear(self) -> None:
        """Forget everything but the hidden kinds."""
        self.set_mentions(())
        self.set_annotations(())
        self.entity_id = self.mention = self.annotation_id = None
        self.flash = self.focus = self.stretched = None
        self.matches = self.match = self.lit = None

    def set_mentions(self, mentions: Sequence[Mention], *, complete: bool = True) -> None:
        """Replace the mentions, sorted and not overlapping; the complete ones end all finds."""
        self.mentions = tuple(mentions)
        if complete:
            self._found = {}

    def add_found(self, spans: Sequence[tuple[int, int, Kind]]) -> None:
        """Add provisional finds."""
        for span in spans:
            self._found.setdefault(span[0] // _BUCKET, []).append(Found(*span))

    def set_hidden_kinds(self, kinds: Collection[Kind]) -> None:
        """Show every kind but these."""
        self.hidden_kinds = frozenset(kinds)

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Replace the annotations, which may overlap."""
        self._annotations = SpanIndex(annotations)
        self._by_id = {annotation.id: annotation for annotation in annotations}

    def mentions_in(self, start: int, end: int) -> Iterator[Mention]:
        """Yield the shown mentions that reach into a span, in reading order."""
        index = bisect_right(self.mentions, start, key=attrgetter("end"))
        while index < len(self.mentions) and self.mentions[index].start < end:
            mention = self.mentions[index]
            if mention.kind not in self.hidden_kinds:
                yield mention
            index += 1

    def mention_at(self, offset: int) -> Mention | None:
        """Return the shown mention of the character at `offset`."""
        return next(self.mentions_in(offset, offset + 1), None)

    def found_in(self, start: int, end: int) -> Iterator[Found]:
        """Yield the provisional finds that reach into a span and that no mention has replaced."""
        if not self._found:
            return
        for bucket in range(max(0, start // _BUCKET - 1), end // _BUCKET + 1):
            for found in self._found.get(bucket, ()):
                inside = found.start < end and found.end > start
                if inside and found.kind not in self.hidden_kinds and not self._is_named(found):
                    yield found

    def annotations_in(self, start: int, end: int) -> list[Annotation]:
        """Return the annotations that reach into a span, the innermost (shortest) last."""
        there = list(self._annotations.reaching(start, end))
        stretched = self.stretched
        if stretched is not None:
            there = [annotation for annotation in there if annotation.id != stretched.id]
            if stretched.start < end and stretched.end > start:
                there.append(stretched)
        return sorted(there, key=_outermost_first)

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Return an annotation by its id."""
        return self._by_id.get(annotation_id)

    def all_annotations(self) -> list[Annotation]:
        """Return every annotation, in no order."""
        return list(self._by_id.values())

    def annotations_at(self, offset: int) -> list[Annotation]:
        """Return the annotations of the character at `offset`, innermost first."""
        return self.annotations_in(offset, offset + 1)[::-1]

    def _is_named(self, found: Found) -> bool:
        index = bisect_right(self.mentions, found.start, key=attrgetter("end"))
        return index < len(self.mentions) and self.mentions[index].start < found.end


def _outermost_first(annotation: Annotation) -> tuple[int, int, str, str]:
    length = annotation.end - annotation.start
    return -length, annotation.start, annotation.created, annotation.id
