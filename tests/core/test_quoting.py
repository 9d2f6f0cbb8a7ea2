"""Passages that notes quote."""

import pytest

from reader.core.quoting import passage_span, quoted_with

ADDRESS = "reader://article/abc?start=4&end=12"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (f"> una cita\n>\n> — [Título]({ADDRESS})", "una cita"),
        (f"Antes.\n\n> dos\n> líneas\n>\n> — [T]({ADDRESS})\n\ndespués", "dos\nlíneas"),
        (r"> \[\[no\]\] \> sí" + f"\n>\n> — [T]({ADDRESS})", "[[no]] > sí"),
        (f"sin cita [T]({ADDRESS})", ""),
        ("> otra\n", ""),
        (
            f"> uno\n>\n> — [T](reader://article/x?start=1&end=2)\n\n> dos\n>\n> — [T]({ADDRESS})",
            "dos",
        ),
    ],
)
def test_quoted_with_returns_what_stands_above_the_link(note: str, expected: str) -> None:
    assert quoted_with(note, ADDRESS) == expected


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("uno dos tres", (4, 12)),
        ("nuevo: uno dos tres", (11, 19)),
        ("uno dos\n tres", (4, 13)),
        ("dos tres y otra vez dos tres", (0, 8)),
        ("nada", None),
    ],
)
def test_passage_span_finds_the_quote_again(text: str, span: tuple[int, int] | None) -> None:
    assert passage_span(text, 4, 12, "dos tres") == span


def test_passage_span_without_a_quote_is_the_span_itself() -> None:
    assert passage_span("uno dos tres", 4, 7, "") == (4, 7)
    assert passage_span("uno", 4, 7, "") is None
