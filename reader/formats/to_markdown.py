"""Write text and the user's own Markdown as parts of a Markdown file (https://spec.commonmark.org).

Two kinds of text meet in an export. What comes from an article or its metadata is text, and each
character that Markdown would read as something else is escaped. What the user wrote, notes and
comments, is Markdown and stays as it was typed, but for what would reach the rest of the file.
"""

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from reader.core.document import normalize_newlines

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEMOTION = 3
"""What is added to the level of the user's headings; the file's own go down to level 3."""


def tame(markdown: str) -> str:
    """Return the user's Markdown with its headings moved down and what it leaves open closed.

    Where it has neither, it is returned as it is.
    """
    from markdown_it import MarkdownIt  # which the window's start needn't wait for

    lines = markdown.split("\n")
    tokens = MarkdownIt("commonmark").parse(markdown)
    for index in reversed(range(len(tokens))):  # from the end, so that line numbers stay right
        token = tokens[index]
        if token.type == "heading_open" and token.map:
            first, end = token.map
            lines[first:end] = [_demoted(lines[first], token, tokens[index + 1].content)]
    if tokens:
        lines += _closing(tokens[-1], markdown)
    return "\n".join(lines)


def _demoted(line: str, heading: "Token", content: str) -> str:
    """Return the line of a heading with a deeper level.

    An underlined one has its `content` on the lines before; it becomes one with number signs.
    """
    level = "#" * min(6, int(heading.tag[1:]) + _DEMOTION)
    if set(heading.markup) == {"#"}:
        return line.replace(heading.markup, level, 1)
    before = line[: max(0, line.find(content.split("\n")[0]))]
    before = re.sub(r"[^ \t>*+\-\d.)]", "", before)  # a no-break space would be in the way
    text = " ".join(part.strip() for part in content.split("\n"))
    # Number signs at the end would count as its closing ones.
    return f"{before}{level} {text}{f' {level}' if text.endswith('#') else ''}"


_HTML_ENDS = (
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![CDATA[", "]]>"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
    ("<pre", "</pre>"),
)
"""How the blocks of HTML start that a blank line doesn't end, and with what they end."""


def _closing(last: "Token", markdown: str) -> list[str]:
    """Return the lines that close a block of code or HTML that goes on to the end."""
    if last.type == "fence" and last.map:
        fence = re.escape(last.markup[0])
        written = markdown.split("\n")[last.map[0] : last.map[1]]
        closed = len(written) > 1 and re.fullmatch(
            rf" {{0,3}}{fence}{{{len(last.markup)},}}[ \t]*", written[-1]
        )
        return [] if closed else [last.markup]
    if last.type == "html_block":
        text = last.content.lstrip().lower()
        for start, end in _HTML_ENDS:
            if text.startswith(start.lower()) and end.lower() not in text:
                return [end]
    return []


def escape(text: str) -> str:
    """Return one line of text so that Markdown shows it as it is.

    Beyond CommonMark this covers what GitHub, Obsidian and Pandoc read: tables, strikethrough,
    bare addresses, [[links]], #tags, ==marks==, %%comments%%, $mathematics$, citations.
    """
    text = re.sub(r"[\\`*_\[\]{}<#|~$^@]", r"\\\g<0>", text)
    text = re.sub(r"&(?=#|[A-Za-z])", r"\\&", text)
    text = re.sub(r"([=%])(?=\1)", r"\\\1", text)
    text = re.sub(r":(?=//)|(?<=mailto):|(?<=xmpp):", r"\\:", text, flags=re.IGNORECASE)
    return re.sub(r"\b(www)\.", r"\1\\.", text, flags=re.IGNORECASE)


def escape_line(line: str) -> str:
    """Return one line of text that Markdown shows as it is wherever it stands, at a start too."""
    escaped = _escaped_start(escape(line))
    return re.sub(r"(?<!\\)[!=%&:]$", r"\\\g<0>", escaped)  # what follows may make it more


def _escaped_start(escaped: str) -> str:
    escaped = re.sub(r"^[-+>=:]", r"\\\g<0>", escaped)  # list, quote, heading, definition
    return re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", escaped)  # numbered list


def escaped_lines(text: str) -> list[str]:
    """Return the lines of a text so that Markdown shows each as a line of a paragraph.

    White space around a line is left out, as Markdown has no place for it; a line without content
    is empty, and only one such is kept between two others.
    """
    lines: list[str] = []
    for line in normalize_newlines(text).strip().split("\n"):
        escaped = _escaped_start(escape(line.strip()))
        if escaped or (lines and lines[-1]):
            lines.append(escaped)
    return lines or [""]


def yaml_value(text: str) -> str:
    """Return a text as a YAML scalar: a day as such, all else in double quotes.

    JSON's quoting is YAML's too, but for some characters that YAML takes for line breaks or refuses
    (https://yaml.org/spec/1.2.2/#51-character-set).
    """
    try:
        if date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    quoted = json.dumps(writable(text), ensure_ascii=False)
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda match: f"\\u{ord(match[0]):04x}", quoted
    )


def one_line(text: str) -> str:
    """Return a text with its white space, line breaks too, as single spaces."""
    return " ".join(re.split(r"[ \t\n\r\f\v]+", text)).strip()


def writable(text: str) -> str:
    """Return a text without what UTF-8 or Markdown can't hold: half characters, NUL."""
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", text)
