"""An article's title in its text, where the format keeps it apart."""

from lxml import html

from reader.formats.lines import legal


def lead_with_title(root: html.HtmlElement, title: str) -> None:
    """Start an article with its title, unless it has a heading of the highest level already."""
    if title and root.find(".//h1") is None:
        heading = html.Element("h1")
        heading.text = legal(title)
        heading.tail, root.text = legal(root.text or ""), None
        root.insert(0, heading)
