"""Write an export as a document, through pandoc: its Markdown as DOCX, ODT, HTML or EPUB."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.core.errors import DocumentError, ExportError
from reader.core.export import Export
from reader.core.files import write_atomically
from reader.exporting.markdown import markdown_of
from reader.exporting.registry import ExportOptions, ExportReport
from reader.formats.pandoc import from_markdown


def writer_of(kind: str) -> Callable[[Export, Path, ExportOptions], ExportReport]:
    """Return what writes an export in a format as pandoc calls it."""

    def write(export: Export, path: Path, options: ExportOptions) -> ExportReport:
        return write_converted(export, path, options, kind=kind)

    return write


def write_converted(
    export: Export, path: Path, options: ExportOptions, *, kind: str
) -> ExportReport:
    """Write an export in a format as pandoc calls it.

    :raises ExportError: where it can't be converted, or the file can't be written.
    """
    markdown = markdown_of(export, replace(options, template=options.template))
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


def _one_line(text: str) -> str:
    return " ".join(re.sub("[\x00-\x1f\ud800-\udfff]", " ", text).split())
