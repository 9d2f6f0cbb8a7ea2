from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.reading.spans import SpanIndex


@dataclass(frozen=True)
class Span:
    start: int
    end: int


PLACE = st.integers(0, 80_000)
LENGTH = st.one_of(st.integers(1, 300), st.integers(1, 80_000))
SPANS = st.lists(st.builds(lambda start, length: Span(start, start + length), PLACE, LENGTH))


@given(SPANS, PLACE, LENGTH)
def test_reading_spans_finds_what_shares_a_character(
    spans: list[Span], start: int, length: int
) -> None:
    end = start + length
    expected = [span for span in spans if span.start < end and span.end > start]
    found = list(SpanIndex(spans).reaching(start, end))
    key = lambda span: (span.start, span.end)  # noqa: E731
    assert sorted(found, key=key) == sorted(expected, key=key)


def test_reading_spans_without_any_finds_none() -> None:
    assert list(SpanIndex[Span]().reaching(0, 1_000_000)) == []
