"""A passage is found again in a changed text, or is said to be in doubt; never elsewhere."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchoring.finder import Finder
from reader.anchoring.indexed import Indexed
from reader.core.placing import How, Placing

BEFORE = "El alcalde cerró la sesión a las diez de la noche, entre gritos del público."
AFTER = "Los vecinos se marcharon sin hablar con nadie, según contó la radio local."
ALPHA = "La empresa Alfa presentó ayer sus cuentas: perdió doce millones de euros."
BETA = "La empresa Beta presentó ayer sus cuentas: perdió trece millones de euros."


def find(text: str, quote: str, after: str) -> Placing:
    start = text.index(quote)
    return Finder(Indexed(text), Indexed(after)).find(start, start + len(quote))


def marked(text: str, quote: str, after: str) -> tuple[How, str]:
    placing = find(text, quote, after)
    return placing.how, after[slice(*placing.span)] if placing.span else ""


def test_finder_finds_a_passage_in_its_sentence() -> None:
    text = f"{BEFORE} {ALPHA} {AFTER}"
    assert marked(text, "sus cuentas", f"Otra cosa. {text}") == (How.EXACT, "sus cuentas")


@pytest.mark.parametrize(
    ("quote", "changed", "now"),
    [
        (ALPHA, ALPHA.replace("ayer", "hoy"), ALPHA.replace("ayer", "hoy")),
        ("ayer sus cuentas", ALPHA.replace("cuentas", "cuenttas"), "ayer sus cuenttas"),
        ("Alfa", ALPHA.replace("Alfa", "Alfar"), "Alfar"),
        (ALPHA, ALPHA.replace(" ", "\n"), ALPHA.replace(" ", "\n")),
        (ALPHA, f"«{ALPHA}»", ALPHA),
    ],
)
def test_finder_finds_what_has_changed(quote: str, changed: str, now: str) -> None:
    text = f"{BEFORE} {ALPHA} {AFTER}"
    placing = marked(text, quote, f"{BEFORE} {changed} {AFTER}")
    assert placing[1] == now
    assert (placing[0] is How.APPROXIMATE) is (quote != now)


def test_finder_finds_a_sentence_that_went_elsewhere() -> None:
    after = f"{AFTER} {BEFORE}\n\nNada más.\n\n{ALPHA}"
    assert marked(f"{BEFORE} {ALPHA} {AFTER}", ALPHA, after) == (How.CONTEXT, ALPHA)


@pytest.mark.parametrize("quote", [ALPHA, "perdió doce millones", "La empresa Alfa", "Alfa"])
@pytest.mark.parametrize("between", [" ", f" {BEFORE} "])
@pytest.mark.parametrize("around", [("", ""), (BEFORE + "\n\n", "\n\n" + AFTER)])
def test_finder_never_moves_to_what_looks_alike(
    quote: str, between: str, around: tuple[str, str]
) -> None:
    first, last = around
    text = f"{first}{ALPHA}{between}{BETA}{last}"
    for after in (f"{first}{BETA}{last}", f"{first}{BETA.replace('ayer', 'ahier')}{last}"):
        placing = find(text, quote, after)
        assert placing.span is None
        assert placing.how in (How.REVIEW, How.ORPHAN)


@pytest.mark.parametrize("quote", [ALPHA, "sus cuentas", "euros"])
def test_finder_never_moves_to_a_copy(quote: str) -> None:
    """The same sentence stood twice, and one of them is cut."""
    text = f"{BEFORE} {ALPHA} {AFTER}\n\nOtro párrafo. {ALPHA} Y fin de la crónica."
    assert find(text, quote, f"{BEFORE} {AFTER}\n\nOtro párrafo. {ALPHA} Y fin.").span is None


def test_finder_takes_no_word_for_another_that_has_letters_of_it() -> None:
    text = "En la entrevista habló Linus de su programa."
    after = "En la calle se oían chines y voces de feria. Nadie habló de programas."
    assert find(text, "Linus", after).span is None
    assert find(text, "Linus", text.replace("Linus", "chines")).span is None


def test_finder_shows_what_it_may_be() -> None:
    placing = find(f"{ALPHA} {BETA}", ALPHA, f"{BETA} {AFTER}")
    assert placing.how is How.REVIEW
    (candidate,) = placing.candidates
    assert (candidate.start, candidate.end) == (0, len(BETA))
    assert 0 < candidate.score < 1
    assert placing.score == candidate.score


def test_finder_of_nothing_alike_is_an_orphan() -> None:
    assert find(f"{BEFORE} {ALPHA}", ALPHA, AFTER) == Placing(How.ORPHAN)
    assert find(f"{BEFORE} {ALPHA}", ALPHA, "") == Placing(How.ORPHAN)


@pytest.mark.parametrize("number", range(3))
def test_finder_keeps_the_order_of_what_can_t_be_told_apart(number: int) -> None:
    refrain = "y así cantaban todos los vecinos, con voz alegre, la misma copla de siempre; " * 5
    start = -1
    text = refrain * 3
    for _ in range(6 + number):
        start = text.index("copla", start + 1)
    placing = Finder(Indexed(text), Indexed(text + "fin")).find(start, start + 5)
    assert placing.span == (start, start + 5)
    assert Finder(Indexed(text), Indexed(refrain * 4)).find(start, start + 5).span is None


@given(
    text=st.text(alphabet="ab ñ😀.\nİ", min_size=1, max_size=120),
    after=st.text(alphabet="ab ñ😀.\nİ", max_size=120),
    spans=st.tuples(st.integers(0, 119), st.integers(1, 40)),
)
def test_finder_stays_within_the_text(text: str, after: str, spans: tuple[int, int]) -> None:
    start = spans[0] % len(text)
    end = min(len(text), start + spans[1])
    finder = Finder(Indexed(text), Indexed(after))
    placing = finder.find(start, end)
    places = [(each.start, each.end) for each in placing.candidates]
    places += [placing.span] if placing.span else []
    assert all(0 <= first < last <= len(after) for first, last in places)
    assert Finder(Indexed(text), Indexed(text)).find(start, end).span == (start, end)


@given(seed=st.integers(0, 10_000))
def test_finder_finds_each_sentence_where_it_went(seed: int) -> None:
    chance = random.Random(seed)
    syllables = [a + b for a in "bcdfglmnprst" for b in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.choice((2, 3)))) for _ in range(150)]
    sentences = [" ".join(chance.choices(words, k=chance.randint(6, 14))) + "." for _ in range(12)]
    kept = chance.sample(sentences, 8)
    text, after = " ".join(sentences), " ".join(kept)
    for sentence in sentences:
        expected = (after.index(sentence), sentence) if sentence in kept else None
        placing = find(text, sentence, after)
        found = placing.span and (placing.span[0], after[slice(*placing.span)])
        assert found == expected


def test_finder_finds_half_a_book() -> None:
    chance = random.Random(2)
    syllables = [a + b for a in "bcdfglmnprst" for b in "aeiou"]
    words = ["".join(chance.choices(syllables, k=3)) for _ in range(40_000)]
    text = " ".join(words)
    words[20_000] = "otra"
    after = f"{BEFORE} {' '.join(words)}"
    shift = len(BEFORE) + 1
    finder = Finder(Indexed(text), Indexed(after))
    placing = finder.find(70_000, 210_000)
    assert (placing.how, placing.span) == (
        How.APPROXIMATE,
        (70_000 + shift, 210_000 + shift - 2),
    )
    assert finder.find(0, 70_000) == Placing(How.EXACT, 1.0, (shift, 70_000 + shift))
    cut = Finder(Indexed(text), Indexed(" ".join(words[:12_000])))
    assert cut.find(70_000, 210_000).how is How.REVIEW
    assert Finder(Indexed(text), Indexed(AFTER)).find(70_000, 210_000) == Placing(How.ORPHAN)


def test_finder_of_a_thousand_in_a_book_is_quick() -> None:
    chance = random.Random(1)
    syllables = [a + b for a in "bcdfglmnprst" for b in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.choice((1, 2, 3)))) for _ in range(20_000)]
    sentences = [" ".join(chance.choices(words, k=12)) + "." for _ in range(100_000 // 12)]
    text = " ".join(sentences)
    changed = [each.replace("ba", "be", 1) for each in sentences if chance.random() > 0.1]
    finder = Finder(Indexed(text), Indexed(" ".join(changed)))
    starts = [chance.randrange(len(text) - 60) for _ in range(1000)]
    began = time.process_time()
    found = [finder.find(start, start + 50) for start in starts]
    assert time.process_time() - began < 4  # a quarter of it, on a machine with nothing else to do
    assert sum(placing.span is not None for placing in found) > 750
