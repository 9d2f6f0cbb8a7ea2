"""A passage is found again by its quote and context, or is said to be in doubt."""

import random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.anchoring import place

TEXT = "Rusia atacó. Ucrania resistió a Rusia. Luego, Rusia volvió a atacar. Rusia calló."


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return quote, prefix and suffix of a passage, as an annotation keeps them."""
    return text[start:end], text[max(0, start - 32) : start], text[end : end + 32]


def placed(text: str, start: int, end: int, after: str) -> tuple[int, int] | None:
    return place(*around(text, start, end), after, before=text, start=start)


@pytest.mark.parametrize("number", range(4))
def test_anchoring_tells_repetitions_apart(number: int) -> None:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index("Rusia", start + 1)
    after = "Un párrafo nuevo al principio. " + TEXT
    assert placed(TEXT, start, start + 5, after) == (start + 31, start + 36)


@pytest.mark.parametrize(
    ("after", "is_found"),
    [
        ("Ucrania resistió a Rusia.", True),
        ("Ucrania resistió a Rusia; Ucrania resistió a Rusia.", False),
        ("Nada de nada.", False),
        ("", False),
        ("Rusia.", False),  # a word that stands everywhere, and nothing else that is as it was
    ],
)
def test_anchoring_leaves_in_doubt_what_is(after: str, *, is_found: bool) -> None:
    start = TEXT.index("a Rusia. Luego") + 2
    assert (placed(TEXT, start, start + 5, after) is not None) is is_found


def test_anchoring_trusts_a_long_quote_that_stands_once() -> None:
    text = "Antes. Una frase que nadie más escribiría así. Después."
    after = "Todo lo demás es otro. Una frase que nadie más escribiría así. Fin de la cita."
    assert placed(text, 7, 46, after) == (23, 62)


def test_anchoring_keeps_the_order_of_what_is_repeated_with_its_context() -> None:
    refrain = "y así cantaban todos los vecinos, con voz alegre, la misma copla de siempre; "
    text = refrain * 3
    start = text.index("copla", len(refrain))
    assert placed(text, start, start + 5, refrain * 3 + "fin") == (start, start + 5)
    assert placed(text, start, start + 5, refrain * 4) is None


@given(
    text=st.text(alphabet="ab ñ😀.", min_size=1, max_size=120),
    spans=st.tuples(st.integers(0, 119), st.integers(1, 40)),
)
def test_anchoring_finds_everything_in_a_text_that_is_the_same(
    text: str, spans: tuple[int, int]
) -> None:
    start = spans[0] % len(text)
    end = min(len(text), start + spans[1])
    assert placed(text, start, end, text) == (start, end)


@given(
    words=st.lists(st.sampled_from(["uno", "dos", "tres", "cuatro", "cinco"]), min_size=30),
    cut=st.tuples(st.integers(0, 99), st.integers(1, 10)),
    span=st.tuples(st.integers(0, 99), st.integers(1, 6)),
)
def test_anchoring_never_takes_another_passage(
    words: list[str], cut: tuple[int, int], span: tuple[int, int]
) -> None:
    """Some words are cut out; what is marked elsewhere is found where it went, or is in doubt."""
    first = cut[0] % len(words)
    last = min(len(words), first + cut[1])
    start_word = span[0] % len(words)
    end_word = min(len(words), start_word + span[1])
    offsets = [0]
    for word in words:
        offsets.append(offsets[-1] + len(word) + 1)
    text = " ".join(words)
    after = " ".join(words[:first] + words[last:])
    start, end = offsets[start_word], offsets[end_word] - 1
    found = placed(text, start, end, after)
    if end_word <= first:
        right: tuple[int, int] | None = (start, end)
    elif start_word >= last:
        shift = offsets[last] - offsets[first]
        right = (start - shift, end - shift)
    else:
        return
    # With a whole context of 32 on both sides, no other place in between is mistaken for it.
    is_near = min(abs(start_word - last), abs(end_word - first)) < 16
    assert found in (right, None) or is_near


def test_anchoring_of_a_thousand_in_a_book_is_quick() -> None:
    chance = random.Random(1)
    words = ["palabra", "otra", "Rusia", "el", "de", "ministro", "guerra", "dijo"]
    text = " ".join(chance.choices(words, k=100_000))
    after = "Prólogo nuevo. " + text.replace("ministro dijo guerra", "presidente calló", 5)
    starts = [chance.randrange(len(text) - 60) for _ in range(1000)]
    began = perf_counter()
    found = [placed(text, start, start + 40, after) for start in starts]
    assert perf_counter() - began < 3
    assert sum(span is not None for span in found) > 980
