import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.offsets import Utf16Map


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(alphabet=st.sampled_from("añ 😀𝒳—é"), max_size=40))
def test_offsets_agree_with_the_encoding(text: str) -> None:
    offsets = Utf16Map(text)
    for i in range(len(text) + 1):
        assert offsets.to_utf16(i) == utf16_length(text[:i])
        assert offsets.to_code_points(offsets.to_utf16(i)) == i


def test_offsets_inside_a_surrogate_pair_count_as_before_it() -> None:
    assert Utf16Map("a😀b").to_code_points(2) == 1


@pytest.mark.parametrize("text", ["", "solo ASCII", "añade ñ"])
def test_offsets_are_the_same_without_astral_characters(text: str) -> None:
    offsets = Utf16Map(text)
    assert [offsets.to_utf16(i) for i in range(len(text) + 1)] == list(range(len(text) + 1))
