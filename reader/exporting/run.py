"""Export: gather what is asked for, and write it where it does no harm."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reader.core.errors import QT_TRANSLATE_NOOP, ExportError
from reader.core.export import Export, ExportFilter, ExportScope, watched
from reader.exporting.registry import ExportFormat, ExportOptions, ExportReport
from reader.store.export import gather
from reader.store.library import Library

Step = Callable[[int, int], None]
"""Told how much is done, of how much; may raise `ExportCancelled`."""


@dataclass(frozen=True, slots=True)
class ExportTask:
    """All that the user chose: what, of it which part, in which format, and where to."""

    scope: ExportScope
    filter: ExportFilter
    format: ExportFormat
    path: Path
    options: ExportOptions = field(default_factory=ExportOptions)


def _no_step(done: int, total: int) -> None:
    """Go on."""


def run_export(library: Library, task: ExportTask, *, step: Step = _no_step) -> ExportReport:
    """Write an export.

    :raises LibraryError: where something that was asked for isn't in the library.
    :raises ExportError: where it can't be written, or a template has a mistake.
    :raises ExportCancelled: where `step` does.
    """
    export = gather(library, task.scope, task.filter)
    if not task.format.is_folder:
        sources = _sources(library, export) if task.path.exists() else []
        check_target(task.path, sources=sources, library_path=library.path)
    report = task.format.write(watched(export, step), task.path, task.options)
    total = len(export.articles) + len(export.entities)
    step(total, total)
    return report


def _sources(library: Library, export: Export) -> list[Path]:
    return [Path(each) for each in library.exports.sources(export.article_references)]


def check_target(path: Path, *, sources: Iterable[Path], library_path: Path | None) -> None:
    """Refuse to write an export over an article, a library or any other database.

    :raises ExportError: where that would happen.
    """
    kept = [*sources]
    if library_path is not None:
        kept += [library_path.with_name(library_path.name + end) for end in ("", "-wal", "-shm")]
    if any(_is_same(path, other) for other in kept) or _is_database(path):
        raise ExportError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{path}” is an article or a library, which an export would destroy: choose "
                "another name.",
            ),
            path=path,
        )


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them isn't there
        return False


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


_SQLITE = b"SQLite format 3\0"  # how such a file begins: https://www.sqlite.org/fileformat.html
