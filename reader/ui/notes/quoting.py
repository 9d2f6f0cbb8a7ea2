"""A passage of an article as a note quotes it."""

from reader.core.document import Document
from reader.core.links import LinkTarget, ReaderLink, link_address
from reader.formats.to_markdown import escape, escaped_lines
from reader.ui.plain_text import one_line


def quotation(document: Document, start: int, end: int) -> str:
    """Return a passage as a quotation of Markdown, with a link back to it below.

    What comes from the article stays text, whatever it looks like.
    """
    text = document.text[start:end]
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    quoted = "\n".join(f"> {line}".rstrip() for line in escaped_lines(document.text[start:end]))
    address = link_address(ReaderLink(LinkTarget.ARTICLE, document.id, (start, end)))
    title = escape(one_line(document.title)) or address
    return f"{quoted}\n>\n> — [{title}]({address})"
