"""Passages that notes quote, and the way back to them."""

import re

_QUOTE = re.compile(r"^\s*(?:>[ \t]?)+")
_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")


def quoted_with(note: str, address: str) -> str:
    """Return the passage that a note quotes above the link to an address; "" for none."""
    lines = note.splitlines()
    at = next((i for i, line in enumerate(lines) if f"]({address})" in line), None)
    if at is None:
        return ""
    quoted: list[str] = []
    for line in reversed(lines[:at]):
        mark = _QUOTE.match(line)
        if mark is None and (line.strip() or quoted):
            break
        words = line[mark.end() :] if mark else ""
        if "](reader://" in words:  # the end of another quotation
            break
        quoted.append(_BACKSLASH.sub(r"\1", words))
    return "\n".join(reversed(quoted)).strip()


def passage_span(text: str, start: int, end: int, quote: str) -> tuple[int, int] | None:
    """Return where a quoted passage is in a text: at its span, else nearest to it, or None.

    Half-open, in code points. White space may differ. Without a quote the span itself counts.
    """
    words = quote.split()
    if not words:
        return (start, end) if end <= len(text) else None
    if text[start:end].split() == words:
        return start, end
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    spans = [found.span() for found in pattern.finditer(text)]
    return min(spans, key=lambda span: abs(span[0] - start), default=None)
