"""The passage that says why something was found."""

from hypothesis import given
from hypothesis import strategies as st

from reader.core.folding import Folder
from reader.core.snippets import best_passage, block_at, matches, pattern_of, snippet_of

TEXT = "Palabras al principio. " * 20 + "Aquí está Kursk, en el medio. " + "Y un final. " * 30


def test_snippets_are_cut_between_words() -> None:
    start = TEXT.index("Kursk")
    snippet = snippet_of(TEXT, [(start, start + 5)], around=start, length=60)
    assert [snippet.text[a:b] for a, b in snippet.matches] == ["Kursk"]
    assert len(snippet.text) <= 60
    assert TEXT[TEXT.index(snippet.text) - 1] == " "
    assert (snippet.is_cut_before, snippet.is_cut_after) == (True, True)


def test_snippets_stay_inside_of_their_paragraph() -> None:
    text = "Uno dos.\n\nTres cuatro.\n\nCinco."
    snippet = snippet_of(text, [(10, 14)], around=10, low=10, high=22)
    assert (snippet.text, snippet.matches) == ("Tres cuatro.", ((0, 4),))
    assert (snippet.is_cut_before, snippet.is_cut_after) == (False, False)


def test_snippets_are_one_line() -> None:
    snippet = snippet_of("uno\ndos\u2028tres\tcuatro", [], around=0)
    assert snippet.text == "uno dos tres cuatro"


def test_snippets_know_whole_words_and_beginnings() -> None:
    folder = Folder()

    def found(text: str, *terms: tuple[tuple[str, ...], bool]) -> list[str]:
        pattern = pattern_of(terms)
        assert pattern is not None
        return [text[start:end] for start, end, _ in matches(text, pattern, folder)]

    assert found("Mares y mar, MAR; amar", (("mar",), False)) == ["mar", "MAR"]
    assert found("Mares y mar; amar", (("mar",), True)) == ["Mar", "mar"]
    assert found("uno dos, uno-dos", (("uno", "dos"), False)) == ["uno dos", "uno-dos"]
    assert pattern_of([]) is None


@given(
    text=st.text(max_size=300),
    at=st.integers(0, 300),
    length=st.integers(1, 80),
    span=st.tuples(st.integers(0, 300), st.integers(1, 30)),
)
def test_snippets_are_pieces_of_their_text(
    text: str, at: int, length: int, span: tuple[int, int]
) -> None:
    around = min(at, len(text))
    start = min(span[0], len(text))
    end = min(start + span[1], len(text))
    snippet = snippet_of(text, [(start, end)] if end > start else [], around=around, length=length)
    plain = "".join(" " if c.isspace() else c for c in text)
    assert snippet.text in plain
    assert len(snippet.text) <= length
    assert all(0 <= a < b <= len(snippet.text) for a, b in snippet.matches)


@given(st.lists(st.sampled_from(["Rusia", "Corea", "y", "n\u0303u", "ñu", "."]), min_size=1))
def test_snippets_find_what_is_there(words: list[str]) -> None:
    text = " ".join(words)
    folder = Folder()
    pattern = pattern_of([(("ɲu",), False)])
    assert pattern is not None
    span = best_passage(text, pattern, folder)
    assert (span is not None) is ("ñu" in words or "n\u0303u" in words)
    if span is not None:
        assert folder.fold(text[span[0] : span[1]]) == "ɲu"


def test_snippets_tell_the_block_of_an_offset() -> None:
    ends = [5, 10, 20]
    assert [block_at(ends, offset) for offset in (0, 4, 5, 12, 25)] == [0, 0, 1, 2, 2]
    assert block_at([], 3) == 0
