"""Passages beside what became of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.review import AROUND, differences, excerpt


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("El ministro dimitió", "El ministro dimitió", [], []),
        ("El ministro dimitió ayer", "El ministro no dimitió", ["ayer"], ["no"]),
        ("diez muertos", "doce muertos", ["diez"], ["doce"]),
        ("uno dos tres", "tres", ["uno dos"], []),
        ("sí.", "sí,", ["."], [","]),
        ("", "todo nuevo", [], ["todo nuevo"]),
    ],
)
def test_review_differences_are_words(
    before: str, after: str, gone: list[str], new: list[str]
) -> None:
    was, now = differences(before, after)
    assert [before[slice(*span)] for span in was] == gone
    assert [after[slice(*span)] for span in now] == new


@given(st.text(alphabet="ab ,\n", max_size=60), st.text(alphabet="ab ,\n", max_size=60))
def test_review_differences_leave_what_both_have(before: str, after: str) -> None:
    def rest(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
        for start, end in reversed(spans):
            text = text[:start] + " " + text[end:]
        return [sign for sign in text if not sign.isspace()]

    gone, new = differences(before, after)
    assert rest(before, gone) == rest(after, new)


def test_review_excerpt_is_cut_between_words() -> None:
    text = "palabra " * 100 + "aquí" + " palabra" * 100
    start = text.index("aquí")
    found = excerpt(text, start, start + 4)
    assert found.passage == "aquí"
    assert found.before.startswith("… palabra ")
    assert found.after.endswith(" palabra …")
    assert len(found.before) <= AROUND + 2


def test_review_excerpt_of_a_short_text_is_all_of_it() -> None:
    found = excerpt("uno dos tres", 4, 7)
    assert (found.before, found.passage, found.after) == ("uno ", "dos", " tres")
