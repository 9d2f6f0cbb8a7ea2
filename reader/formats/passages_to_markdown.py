"""Write annotated passages as Markdown for the clipboard."""

from collections.abc import Iterable, Mapping

from reader.core.annotation_list import ListedAnnotation
from reader.core.annotations import Colour
from reader.core.links import LinkTarget, ReaderLink, link_address, text_fragment
from reader.formats.to_markdown import escape, escaped_lines, tame


def passages_markdown(
    passages: Iterable[ListedAnnotation], *, colours: Mapping[Colour, str]
) -> str:
    """Return passages as quotes, each with its comment, its article and a link back; "" for none.

    `colours` are the names of the colours that are told.
    """
    return "\n\n".join(_passage(each, colours) for each in passages)


def _passage(passage: ListedAnnotation, colours: Mapping[Colour, str]) -> str:
    annotation = passage.annotation
    parts = ["\n".join(f"> {line}".rstrip() for line in escaped_lines(annotation.quote))]
    if annotation.comment.strip():
        parts.append(tame(annotation.comment.strip("\n")))
    words = [colours.get(annotation.colour, ""), *annotation.tags]
    words += [each.name for each in passage.entities.values()]
    said = " · ".join(escape(word) for word in words if word)
    if said:
        parts.append(said)
    parts.append(f"— {_source(passage)}")
    return "\n\n".join(parts)


def _source(passage: ListedAnnotation) -> str:
    annotation = passage.annotation
    title = escape(" ".join(passage.title.split())) or "…"
    web = text_fragment(passage.url, annotation.quote)
    is_web = web.startswith(("http://", "https://"))
    source = f"[{title}](<{web}>)" if is_web else title
    origin = [escape(" ".join(each.split())) for each in (passage.outlet, passage.date) if each]
    back = link_address(ReaderLink(LinkTarget.ANNOTATION, annotation.id))
    return ", ".join([source, *origin]) + f" ([Reader](<{back}>))"
