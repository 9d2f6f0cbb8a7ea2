"""Links between notes: `[[Name]]` or `[[Name|what is shown]]`.

In a name and in what is shown, a backslash takes its meaning from `[`, `]`, `|`, a backtick and
itself, so that every name can be written. Nothing within code is a link, and a link is on one line.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_ESCAPED = re.compile(r"\\([\[\]|`\\])")
_SPECIAL = re.compile(r"[\[\]|`\\]")
_LINK = re.compile(
    r"""\[\[
    (?P<name>(?:\\[^\n]|[^\\\[\]|\n])+)
    (?:\|(?P<shown>(?:\\[^\n]|[^\\\[\]|\n])*))?
    \]\]""",
    re.VERBOSE,
)
_FENCE = re.compile(r"^(?:[ \t]|>[ \t]?)*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_TICKS = re.compile(r"`+")
_STOP = re.compile(r"\\.|`+|\[\[|\n[ \t]*\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WikiLink:
    """A link in a note: its half-open span of code points, whom it names, and what it shows.

    `shown` is "" where the name itself is shown.
    """

    start: int
    end: int
    name: str
    shown: str = ""


def wikilinks(text: str) -> list[WikiLink]:
    """Return the links of a note in their order."""
    links: list[WikiLink] = []
    if "[[" not in text:
        return links
    for begin, end in _prose(text):
        _scan(text, begin, end, links)
    return links


def code_spans(text: str) -> list[tuple[int, int]]:
    """Return what is code in a note, fences and their lines included: half-open spans."""
    spans: list[tuple[int, int]] = []
    last = 0
    for begin, end in _prose(text):
        if begin > last:
            spans.append((last, begin))
        _scan(text, begin, end, [], spans)
        last = end
    if last < len(text):
        spans.append((last, len(text)))
    return spans


def link_text(name: str, shown: str = "") -> str:
    """Return the link to something of that name; white space in it becomes one space each."""
    name, shown = _one_line(name), _one_line(shown)
    return f"[[{_escaped(name)}|{_escaped(shown)}]]" if shown else f"[[{_escaped(name)}]]"


def rewritten(text: str, new_name: Callable[[int, WikiLink], str | None]) -> str:
    """Return a note in which links name others; what they show stays.

    `new_name` gets each link's number and the link; None leaves it as it is.
    """
    parts: list[str] = []
    end = 0
    for number, link in enumerate(wikilinks(text)):
        name = new_name(number, link)
        if name is not None:
            parts += [text[end : link.start], link_text(name, link.shown)]
            end = link.end
    return "".join([*parts, text[end:]])


def carried_over(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return which names of a list are still the same in the next one: numbers, new to old."""
    if list(before) == list(after):
        return {number: number for number in range(len(after))}
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return {
        new + step: old + step
        for old, new, size in matcher.get_matching_blocks()
        for step in range(size)
    }


def plain_text(text: str) -> str:
    """Return a note without the marks of Markdown, for a few lines of it to be read elsewhere."""
    pieces: list[str] = []
    end = 0
    for link in wikilinks(text):
        pieces += [text[end : link.start], link.shown or link.name]
        end = link.end
    lines = "".join([*pieces, text[end:]]).splitlines()
    return "\n".join(_plain_line(line) for line in lines if not _RULE.fullmatch(line))


_RULE = re.compile(r"\s*(?:([-*_])(?:\s*\1){2,}|`{3,}.*|~{3,}.*)\s*")
_BLOCK_MARK = re.compile(r"^\s*(?:>\s?)*(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?)?")
_INLINE_LINK = re.compile(r"!?\[((?:\\.|[^\[\]\\])*)\]\((?:\\.|[^()\\\s])*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3}|_{1,3}|~~)(?=\S)(.{1,400}?)(?<=[^\s\\])\1(?![\w*])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")


def _plain_line(line: str) -> str:
    line = _INLINE_LINK.sub(r"\1", _BLOCK_MARK.sub("", line))
    for _ in range(3):  # bold in italics, and the other way round
        line = _EMPHASIS.sub(r"\2", line)
    return _BACKSLASH.sub(r"\1", _CODE.sub(r"\2", line))


def _prose(text: str) -> list[tuple[int, int]]:
    """Return the spans of a note that are outside of fenced code."""
    spans: list[tuple[int, int]] = []
    begin, position = 0, 0
    while (opening := _FENCE.search(text, position)) is not None:
        fence = opening["fence"]
        spans.append((begin, opening.start()))
        closing = re.compile(
            rf"^(?:[ \t]|>[ \t]?)*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$", re.MULTILINE
        ).search(text, text.find("\n", opening.end()) + 1 or len(text))
        begin = position = len(text) if closing is None else closing.end()
    spans.append((begin, len(text)))
    return [span for span in spans if span[0] < span[1]]


def _scan(
    text: str,
    begin: int,
    end: int,
    links: list[WikiLink],
    code: list[tuple[int, int]] | None = None,
) -> None:
    """Find the links, and the spans of code, in a part of a note that has no fences."""
    position = begin
    while (stop := _STOP.search(text, position, end)) is not None:
        position = stop.end()
        if stop[0][0] == "`":
            closing = _closing(text, stop[0], position, end)
            if closing is not None:
                position = closing
                if code is not None:
                    code.append((stop.start(), closing))
        elif stop[0] == "[[":
            # Of `[[[[Name]]` the inner one is the link.
            found = _LINK.match(text, stop.start(), end)
            if found is None:
                position = stop.start() + 1
                continue
            name, shown = _plain(found["name"]), _plain(found["shown"] or "")
            if name:
                links.append(WikiLink(found.start(), found.end(), name, shown))
                position = found.end()


def _closing(text: str, ticks: str, position: int, end: int) -> int | None:
    """Return where a span of code ends that as many backticks began; None where it doesn't."""
    for found in _TICKS.finditer(text, position, end):
        if re.search(r"\n[ \t]*\n", text[position : found.start()]):
            return None
        if found[0] == ticks:
            return found.end()
    return None


def _plain(text: str) -> str:
    return _one_line(_ESCAPED.sub(r"\1", text))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
