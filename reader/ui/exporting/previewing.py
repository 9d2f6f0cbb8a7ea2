"""The beginning of an export, for the dialog: its first article or entity."""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from reader.core.errors import ReaderError
from reader.core.export import Export, Gathered
from reader.exporting.run import ExportTask
from reader.store.export import gather
from reader.store.library import Library
from reader.ui.exporting.jobs import Preview

Item = TypeVar("Item")

_MOST_CHARACTERS = 30_000
_SHOWN = 2  # articles; more than one, as several are written otherwise than one alone
_LINES_OF = 20  # where each is a line


def preview_of(library: Library, task: ExportTask) -> Preview:
    """Return the beginning of what an export would write; called in a thread of its own."""
    export = gather(library, task.scope, task.filter)
    counts = (len(export.articles), len(export.entities))
    if not (task.format.has_templates or task.format.is_folder):
        return Preview("", *counts)
    try:
        text = _beginning(export, task)
    except ReaderError as error:
        return Preview("", *counts, error=error)
    return Preview(text[:_MOST_CHARACTERS], *counts, is_cut=len(text) > _MOST_CHARACTERS)


def _beginning(export: Export, task: ExportTask) -> str:
    from reader.exporting.markdown import pieces

    options = task.options
    if task.format.is_folder and not (options.template or options.template_source):
        options = replace(options, template="article-page" if export.articles else "entity-page")
    most = _LINES_OF if options.template.endswith("-line") else _SHOWN
    first = replace(
        export,
        articles=_first(export.articles, most),
        entities=_first(export.entities, most),
    )
    return "".join(pieces(first, options))


def _first(items: Collection[Item], most: int) -> Collection[Item]:
    return Gathered(items.keys[:most], items.load) if isinstance(items, Gathered) else items
