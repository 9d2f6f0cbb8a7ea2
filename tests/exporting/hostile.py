"""Texts that mean something to Markdown, HTML, YAML or a template, and the parsers to see them."""

import string
from collections.abc import Sequence

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.core.document import normalize_newlines

# Everything that means something to Markdown somewhere, so that most examples hit a rule.
PIECES = [
    *string.punctuation,
    *(" ", "  ", "    ", "\t", "\n", "\n\n", "  \n", "\\\n", "\u00a0", "\u2028", "\x0b", "\x1c"),
    *("# ", "## ", "- ", "+ ", "* ", "1. ", "2) ", "> ", "---", "***", "===", "```", "~~~", "~~"),
    *("[a](b)", "[a]: http://b", "![a](b)", "[[a]]", "[^1]", "<b>", "<!--", "<http://a.b>"),
    *("&amp;", "&#35;", "&copy;", "**a**", "_a_", "`a`", "| a | b |", "| - | - |", "a|b\n-|-"),
    *("{{ a }}", "{% a %}", "{# a", "<% a %>", "<!-- reader:end -->", "a:: b", "[[a|b]]", "((a))"),
    *("http://a.es", "www.a.es", "a@b.es", "$a$", "==a==", "%%a%%", "palabra", "ñ", "😀", "a", "1"),
]
article_texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)
encodable = article_texts.filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))


def parse(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def inline_text(token: Token) -> str:
    """Return what is read of an inline token; fail on anything that is not plain text."""
    text = ""
    for child in token.children or []:
        assert child.type in ("text", "softbreak", "text_special", "strong_open", "strong_close")
        text += "\n" if child.type == "softbreak" else child.content
    return text


def spaced(text: str) -> list[str]:
    """Return the lines with content, without the white space that Markdown leaves out."""
    lines = normalize_newlines(text).replace("\0", "\ufffd").split("\n")
    return [line.strip() for line in lines if line.strip()]


def quoted(tokens: Sequence[Token]) -> list[str]:
    depth, lines = 0, []
    for token in tokens:
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if depth and token.type == "inline":
            lines += spaced(inline_text(token))
    return lines
