"""Comments in lists: Markdown without its signs."""

import pytest
from PySide6.QtGui import QFont

from reader.ui.annotations.light_markdown import light_markdown

pytestmark = pytest.mark.usefixtures("qapp")


def said(text: str) -> tuple[str, list[str]]:
    """Return the text, and the words in it that have a line below."""
    shown, formats = light_markdown(text)
    units = shown.encode("utf-16-le")
    spans = [(span.start, span.length) for span in formats if span.format.fontUnderline()]
    return shown, [units[2 * at : 2 * (at + length)].decode("utf-16-le") for at, length in spans]


def test_light_markdown_shows_what_links_say() -> None:
    text = "😀 Ver [[Ana *Gil*]], [[Eva|su hermana]] y [aquí](https://x.example)"
    assert said(text) == (
        "😀 Ver Ana *Gil*, su hermana y aquí",
        ["Ana *Gil*", "su hermana", "aquí"],
    )


def test_light_markdown_leaves_links_in_code_alone() -> None:
    assert said("`[[x]]` no") == ("[[x]] no", [])


def test_light_markdown_keeps_bold() -> None:
    shown, formats = light_markdown("**Ojo** [[x]]")
    assert shown == "Ojo x"
    assert formats[0].format.fontWeight() == QFont.Weight.Bold
