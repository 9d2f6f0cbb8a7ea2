"""Finding words in a text: what counts as the same, and where exactly it stands."""

import re
from itertools import pairwise

import pytest

from reader.core.finding import Matches, Query, SearchedText


def found(text: str, words: str, **options: bool) -> list[str]:
    return [text[start:end] for start, end in spans(text, words, **options)]


def spans(text: str, words: str, **options: bool) -> list[tuple[int, int]]:
    searched, query, matches = SearchedText(text), Query(text=words, **options), Matches()
    pattern = searched.pattern(query)
    if pattern is not None:
        for number in range(len(searched)):
            searched.find(number, pattern, query, matches)
    return [matches[index] for index in range(len(matches))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("La nación, la NACIÓN y la nacion", "nacion", ["nación", "NACIÓN", "nacion"]),
        ("año, ano, AÑO", "año", ["año", "AÑO"]),
        ("año, ano, AÑO", "ano", ["ano"]),
        ("Corea\u00a0del\nNorte", "corea del  norte", ["Corea\u00a0del\nNorte"]),
        ("O’Neill dijo «no»", "o'neill", ["O’Neill"]),
        ("un «no» rotundo", '"no"', ["«no»"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a.c y abc", "a.c", ["a.c"]),
        ("(sic)", "(sic", ["(sic"]),
        ("nada", "   ", []),
        ("", "algo", []),
    ],
)
def test_finding_takes_for_the_same(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


def test_finding_counts_code_points_behind_emoji_and_decomposed_letters() -> None:
    text = "😀 cafe\u0301 y an\u0303o 🇪🇸 café"
    assert spans(text, "café") == [(2, 7), (18, 22)]
    assert found(text, "año") == ["an\u0303o"]


def test_finding_exactly_minds_case_and_accents() -> None:
    text = "Está, esta, ESTA, esta\u0301"
    assert spans(text, "esta", exact=True) == [(6, 10)]
    assert found(text, "está", exact=True) == ["esta\u0301"]


def test_finding_whole_words_leaves_parts_of_words() -> None:
    text = "mar, marea, el mar. amar MAR"
    assert spans(text, "mar", whole_words=True) == [(0, 3), (15, 18), (25, 28)]


def test_finding_any_word_finds_each() -> None:
    text = "Misiles de Corea del Norte: un misil"
    assert found(text, "misil corea misiles", any_word=True) == ["Misiles", "Corea", "misil"]


@pytest.mark.parametrize("shift", range(-12, 3))
@pytest.mark.parametrize("exact", [False, True])
def test_finding_sees_what_lies_across_two_pieces(shift: int, exact: bool) -> None:
    before = "x" * ((1 << 14) + shift)
    text = f"{before} São Paulo {'y' * 40_000}"
    assert spans(text, "São  Paulo", exact=exact, whole_words=True) == [
        (len(before) + 1, len(before) + 10)
    ]


def test_finding_overlaps_nothing_across_pieces() -> None:
    text = "a" * ((1 << 14) + 1) + "a" * 8
    matches = spans(text, "aaaa")
    assert all(before[1] <= after[0] for before, after in pairwise(matches))
    assert len(matches) == len(text) // 4


def test_finding_is_soon_done_with_what_repeats_itself() -> None:
    text = "a " * 20_000 + " " * 60_000
    assert spans(text, "a a a a a a b") == []


def test_matches_are_looked_up_by_where_they_lie() -> None:
    matches = Matches()
    for start in range(0, 100, 10):
        matches.add(start, start + 5)
    assert list(matches.between(14, 30)) == [(10, 15), (20, 25)]
    assert list(matches.between(15, 20)) == []
    assert matches.index_from(21) == 3
    assert matches.index_from(95) == 10


def test_finding_many_matches_at_once_gives_each_as_alone() -> None:
    text = "de la de-de DE\n" * 4000
    searched, found = SearchedText(text), Matches()
    query = Query(text="de")
    pattern = searched.pattern(query)
    assert pattern is not None
    assert len(searched) > 2
    for piece in range(len(searched)):
        searched.find(piece, pattern, query, found)
    expected = [match.span() for match in re.finditer("de", text.lower())]
    assert [found[i] for i in range(len(found))] == expected
