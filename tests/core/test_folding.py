"""Case and accents are folded; ñ stays itself."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.folding import Folder


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CANCIÓN", "cancion"),
        ("pingüino", "PINGUINO"),
        ("año", "AÑO"),
        ("Łódź", "lodz"),
        ("n\u0303andu\u0301", "ñandú"),
        ("Şırnak", "sirnak"),
    ],
)
def test_folding_makes_spellings_equal(one: str, other: str) -> None:
    assert Folder().fold(one) == Folder().fold(other)


@pytest.mark.parametrize(("one", "other"), [("año", "ano"), ("peña", "pena"), ("ñ", "n")])
def test_folding_keeps_enye_apart(one: str, other: str) -> None:
    assert Folder().words(one) != Folder().words(other)
    assert Folder().words(unicodedata.normalize("NFD", one)) != Folder().words(other)


def test_folding_sorts_enye_between_n_and_o() -> None:
    folder = Folder()
    words = ["año", "anzuelo", "aoristo", "Ánodo", "¿ante?"]
    assert sorted(words, key=folder.sort_key) == ["Ánodo", "¿ante?", "anzuelo", "año", "aoristo"]


@given(st.text())
def test_folding_keeps_track_of_every_character(text: str) -> None:
    folded, offsets = Folder().with_offsets(text)
    if offsets is None:
        assert len(folded) == len(text)
    else:
        assert len(folded) == len(offsets)
        assert offsets == sorted(offsets)
        assert all(0 <= offset < len(text) for offset in offsets)


@given(st.text(alphabet="aeñnáü\u0301\u0303 xÑ"))
def test_folding_does_not_depend_on_how_marks_are_written(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert Folder().words(composed) == Folder().words(decomposed)
