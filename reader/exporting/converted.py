"""Write an export as a document, through pandoc: its Markdown as DOCX, ODT, HTML or EPUB."""

import re
from pathlib import Path

from reader.core.errors import DocumentError, ExportError
from reader.core.export import Export
from reader.core.files import write_atomically
from reader.exporting.markdown import markdown_of
from reader.exporting.registry import ExportOptions, ExportReport
from reader.formats.pandoc import from_markdown


def write_converted(
    export: Export, path: Path, options: ExportOptions, *, kind: str
) -> ExportReport:
    """Write an export in a format as pandoc calls it.

    :raises ExportError: where it can't be converted, or the file can't be written.
    """
    markdown = _without_front_matter(markdown_of(export, options))
    title = export.title or next((a.title for a in export.article_references.values()), "Reader")
    try:
        made = from_markdown(
            markdown,
            kind=kind,
            title=_one_line(title),
            language=options.language,
            source=str(path),
        )
    except DocumentError as error:
        raise ExportError(error.template, **error.values) from error
    write_atomically(path, made)
    return ExportReport(path, written=(path,))


_FRONT_MATTER = re.compile(
    r"\A---\n(?:(?!---$).*\n)*---\n|^```yaml\n(?:(?!```).*\n)*reader: .*\n(?:(?!```).*\n)*```\n",
    re.MULTILINE,
)


def _without_front_matter(markdown: str) -> str:
    """Return Markdown without what is for programs: a document says the same below its title."""
    return _FRONT_MATTER.sub("", markdown)


def _one_line(text: str) -> str:
    return " ".join(re.sub("[\x00-\x1f\ud800-\udfff]", " ", text).split())
