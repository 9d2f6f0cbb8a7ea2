"""What was built of a text, with its metadata and the best title -> Parsed."""

from dataclasses import replace

from reader.core.document import BlockKind, Parsed, Resource
from reader.formats.builder import DocumentBuilder
from reader.formats.from_text import title_from_name
from reader.formats.office_metadata import Metadata
from reader.formats.refusals import without_text


def described(
    builder: DocumentBuilder,
    known: Metadata,
    *,
    source: str,
    resources: tuple[Resource, ...] = (),
    prefers_heading: bool = False,
) -> Parsed:
    """Return the finished article; `source` is its file's path, which gives it a title at last.

    With `prefers_heading`, a heading that it starts with counts for more than the title that its
    metadata say.

    :raises DocumentError: where nothing is written in it.
    """
    document = builder.document(
        source=source,
        outlet=known.outlet,
        author=known.author,
        date=known.date,
        url=known.url,
        language=known.language,
    )
    if not document.text.strip():
        raise without_text(source)
    first = document.blocks[0]
    heading = document.block_text(first) if first.kind is BlockKind.HEADING else ""
    said = (heading, known.title) if prefers_heading else (known.title, heading)
    title = next(filter(None, said), "") or title_from_name(source)
    return Parsed(replace(document, title=title), resources)
