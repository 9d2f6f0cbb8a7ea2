"""What comes from an article stays text; what the user wrote stays inside of its list item."""

import datetime

import pytest
import yaml
from hypothesis import example, given, settings

from reader.formats.to_markdown import escape, escape_line, escaped_lines, tame, yaml_value
from tests.exporting.hostile import article_texts, parse, quoted, spaced


@settings(deadline=None)  # a busy machine is no failure
@given(quote=article_texts)
@example("1986. Un año")
@example("a\n---\nb")
@example("a\n    código")
@example("fin de línea  \ndura\\\notra")
@example("[x]: http://example.org\n\n[x]")
def test_to_markdown_shows_a_quote_as_it_was(quote: str) -> None:
    tokens = parse("\n".join(f"> {line}" for line in escaped_lines(quote)))
    assert quoted(tokens) == spaced(quote)
    assert {t.type for t in tokens} <= {
        "blockquote_open",
        "blockquote_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
    }


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("C# y C_o_*", r"C\# y C\_o\_\*"),
        ("[[Rusia]] [a](b)", r"\[\[Rusia\]\] \[a\](b)"),
        ("<b>x</b>", r"\<b>x\</b>"),
        ("AT&T &amp; R & D", r"AT\&T \&amp; R & D"),
        ("https://a.es www.a.es", r"https\://a.es www\.a.es"),
        ("a == b, ==c==", r"a \== b, \==c\=="),
        ("EE. UU., 10.5 %", "EE. UU., 10.5 %"),
    ],
)
def test_to_markdown_escapes_what_markdown_would_read(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("- guion", r"\- guion"),
        ("+ más", r"\+ más"),
        ("> mayor", r"\> mayor"),
        ("1. uno", r"1\. uno"),
        ("12) doce", r"12\) doce"),
        ("===", r"\=\=="),
        ("    cuatro", "cuatro"),
        ("\tcódigo", "código"),
    ],
)
def test_to_markdown_escapes_what_starts_a_line(line: str, written: str) -> None:
    assert escaped_lines(line) == [written]


@settings(deadline=None)
@given(text=article_texts)
def test_to_markdown_yaml_value_is_read_back(text: str) -> None:
    value = yaml.safe_load(f"key: {yaml_value(text)}")["key"]
    expected = "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in text)
    assert value == expected


def test_to_markdown_yaml_keeps_a_day_a_day() -> None:
    assert yaml.safe_load(yaml_value("2024-05-01")) == datetime.date(2024, 5, 1)


@pytest.mark.parametrize("text", ["2024-05", "20240501", "yes", "null", "1e3", "2024-05-01T10:00"])
def test_to_markdown_yaml_keeps_other_texts_texts(text: str) -> None:
    assert yaml.safe_load(yaml_value(text)) == text


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("# Uno\n\ntexto", "#### Uno\n\ntexto"),
        ("##### Cinco", "###### Cinco"),
        ("Uno\n===\n\nDos\n---", "#### Uno\n\n##### Dos"),
        ("Uno\ndos #\n===", "#### Uno dos # ####"),
        ("> # Cita", "> #### Cita"),
        ("```\n# no", "```\n# no\n```"),
        ("~~~~\n~~~", "~~~~\n~~~\n~~~~"),
        ("```\nx\n```", "```\nx\n```"),
        ("<!-- a", "<!-- a\n-->"),
        ("**a** [b](c)\n\n1. x", "**a** [b](c)\n\n1. x"),
    ],
)
def test_to_markdown_tames_what_would_leave_a_note(note: str, written: str) -> None:
    assert tame(note) == written


@settings(deadline=None)
@given(text=article_texts)
@example("ojo!")
@example("AT&T: a=")
def test_to_markdown_a_line_stays_text_between_marks(text: str) -> None:
    line = escape_line(" ".join(text.split()).replace("\0", ""))
    (paragraph, inline, _) = parse(f"a {line} [enlace](b)")
    assert paragraph.type == "paragraph_open"
    shown = [child for child in inline.children or [] if child.type == "link_open"]
    assert len(shown) == 1
    before = inline.children[: inline.children.index(shown[0])] if inline.children else []
    said = "".join(child.content for child in before)
    assert said == f"a {' '.join(text.split())} ".replace("\0", "")
