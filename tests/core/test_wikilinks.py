"""Links between notes, with every name that an article or a person may have."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.wikilinks import (
    WikiLink,
    carried_over,
    code_spans,
    link_text,
    plain_text,
    rewritten,
    wikilinks,
)

NAMES = st.one_of(
    st.text(min_size=1, max_size=30),
    st.text(alphabet="[]|`\\ aé😀\n#*", min_size=1, max_size=12),
).filter(lambda name: name.split() != [])


def names(text: str) -> list[str]:
    """Return the names of the links of a text."""
    return [link.name for link in wikilinks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Con [[Ana Ruiz]].", [WikiLink(4, 16, "Ana Ruiz")]),
        ("[[Ana Ruiz|la ministra]]", [WikiLink(0, 24, "Ana Ruiz", "la ministra")]),
        ("[[ Ana   Ruiz | ]]", [WikiLink(0, 18, "Ana Ruiz")]),
        (r"[[a\]\]b\|c]]", [WikiLink(0, 13, "a]]b|c")]),
        ("[[[[Ana]]]]", [WikiLink(2, 9, "Ana")]),
        ("😀[[Ana]]", [WikiLink(1, 8, "Ana")]),
        (r"[[C:\temp]]", [WikiLink(0, 11, r"C:\temp")]),
    ],
)
def test_wikilinks_are_found(text: str, expected: list[WikiLink]) -> None:
    assert wikilinks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[[]]",
        "[[ ]]",
        "[[Ana\nRuiz]]",
        r"\[[Ana]]",
        "`[[Ana]]`",
        "``a ` [[Ana]]``",
        "```\n[[Ana]]\n```",
        "~~~ python\n[[Ana]]\n~~~~",
        "```\n[[Ana]]",
        "> ```\n> [[Ana]]\n> ```",
        "[[Ana]",
        "[Ana]",
    ],
)
def test_wikilinks_are_not_found_in_code_or_halves(text: str) -> None:
    assert wikilinks(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`a` [[Ana]] `b`", ["Ana"]),
        ("a ` b [[Ana]]", ["Ana"]),
        ("un ` suelto\n\ny [[Ana]] ` otro", ["Ana"]),
        (r"\`[[Ana]]`", ["Ana"]),
        ("```\nx\n```\n[[Ana]]\n```\n[[Eva]]\n```\n[[Luis]]", ["Ana", "Luis"]),
        ("[[Ana]][[Eva]]", ["Ana", "Eva"]),
    ],
)
def test_wikilinks_are_found_beside_code(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@given(name=NAMES, shown=st.one_of(st.just(""), NAMES))
def test_link_text_is_read_back_whatever_the_name(name: str, shown: str) -> None:
    text = link_text(name, shown)
    (link,) = wikilinks(text)
    assert (link.start, link.end) == (0, len(text))
    assert link.name == " ".join(name.split())
    assert link.shown == " ".join(shown.split())


@given(st.lists(NAMES, max_size=6))
def test_link_texts_stay_apart_in_a_row(wanted: list[str]) -> None:
    text = " y ".join(link_text(name) for name in wanted)
    assert names(text) == [" ".join(name.split()) for name in wanted]


@given(st.text(alphabet="[]|`\\ a\n~>", max_size=40))
def test_wikilinks_lie_in_order_and_outside_of_code(text: str) -> None:
    links, code = wikilinks(text), code_spans(text)
    assert all(a.end <= b.start for a, b in pairwise(links))
    assert all(text[link.start : link.start + 2] == "[[" for link in links)
    assert not any(a < link.end and link.start < b for link in links for a, b in code)


@given(text=st.text(alphabet="[]|`\\ aé\n", max_size=40), name=NAMES)
def test_rewritten_changes_nothing_but_the_names(text: str, name: str) -> None:
    before = wikilinks(text)
    assert rewritten(text, lambda _number, _link: None) == text
    after = wikilinks(rewritten(text, lambda _number, _link: name))
    assert [link.name for link in after] == [" ".join(name.split())] * len(before)
    assert [link.shown for link in after] == [link.shown for link in before]


def test_rewritten_goes_by_number() -> None:
    text = rewritten("[[A]] [[A|x]] [[A]]", lambda number, _link: "B" if number != 0 else None)
    assert text == "[[A]] [[B|x]] [[B]]"


def test_carried_over_survives_a_link_between() -> None:
    assert carried_over(["a", "b"], ["a", "c", "b"]) == {0: 0, 2: 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Título", "Título"),
        ("**Ministro** de *Asuntos*", "Ministro de Asuntos"),
        ("> cita\n> más", "cita\nmás"),
        ("- [[Ana Ruiz|la ministra]] dijo", "la ministra dijo"),
        ("[Diario](reader://article/1?start=1&end=2)", "Diario"),
        ("`código` y 2 * 3 * 4", "código y 2 * 3 * 4"),
        (r"\*no\* y snake_case_name", "*no* y snake_case_name"),
        ("uno\n---\ndos", "uno\ndos"),
        ("1. primero", "1. primero"),
    ],
)
def test_plain_text_has_no_marks(text: str, expected: str) -> None:
    assert plain_text(text) == expected


def test_plain_text_is_fast_on_hostile_text() -> None:
    text = "[" * 20_000 + "*" * 20_000 + "`" * 20_001
    assert len(plain_text(text)) > 0
    assert wikilinks(text) == []
