"""The formats that an export can be written in.

A format is a function `write(export, path, options)` that walks `export.articles` and
`export.entities`, writes `path` whole or not at all (`core.files.write_atomically`; a folder file
by file) and returns an `ExportReport`. To add one: write it in a module of its own in this package,
import it here when it is called (a start imports none of them), and list it in `formats`. The
dialog, the command line and the tests find it there. Progress and cancelling are seen to from
outside: walking the export may raise `ExportCancelled`, which is not to be caught.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.core.errors import QT_TRANSLATE_NOOP, ExportError
from reader.core.export import Export


class ExportCancelled(Exception):  # noqa: N818 (no error: the user's wish)
    """Raised while an export is walked that the user no longer wants."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How an export is written.

    `language` of headings is "es" or "en". `template` is the name of a template, "" for the
    format's own; `template_source` is its text where that isn't saved yet. `template_folder` has
    the user's templates, None for none. `whole_text` asks for the articles' text where the format
    can leave it out.
    """

    language: str = "es"
    template: str = ""
    template_source: str = ""
    template_folder: Path | None = None
    whole_text: bool = False


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: paths of files that are new or changed, and of those that were right.

    `kept` are files of an earlier export that are in this one no more, and stay. `path` is what
    was asked for. `doubts` are sentences for the user on what could not be written as it is.
    """

    path: Path
    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    doubts: tuple[ExportError, ...] = ()


Writer = Callable[[Export, Path, ExportOptions], ExportReport]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: its `id` on the command line, its name (context "exporting"), and how it is made.

    `suffix` is that of its file, "" for a folder of several. `has_templates` says whether
    `ExportOptions.template` shapes it.
    """

    id: str
    name: str
    suffix: str
    write: Writer
    has_templates: bool = False

    @property
    def is_folder(self) -> bool:
        """Return whether it is a folder of files."""
        return not self.suffix


def formats() -> tuple[ExportFormat, ...]:
    """Return all formats, in the order in which they are offered."""
    return (
        ExportFormat(
            "markdown",
            QT_TRANSLATE_NOOP("exporting", "Markdown"),
            ".md",
            _markdown,
            has_templates=True,
        ),
        ExportFormat(
            "vault", QT_TRANSLATE_NOOP("exporting", "Vault for Obsidian or Logseq"), "", _vault
        ),
        *_documents(),
        *_data(),
    )


def _documents() -> tuple[ExportFormat, ...]:
    """Return the formats that are made of the Markdown."""
    return (
        ExportFormat(
            "docx",
            QT_TRANSLATE_NOOP("exporting", "Word document"),
            ".docx",
            _docx,
            has_templates=True,
        ),
        ExportFormat(
            "odt",
            QT_TRANSLATE_NOOP("exporting", "OpenDocument text"),
            ".odt",
            _odt,
            has_templates=True,
        ),
        ExportFormat(
            "html", QT_TRANSLATE_NOOP("exporting", "Web page"), ".html", _html, has_templates=True
        ),
        ExportFormat(
            "epub",
            QT_TRANSLATE_NOOP("exporting", "E-book (EPUB)"),
            ".epub",
            _epub,
            has_templates=True,
        ),
    )


def _data() -> tuple[ExportFormat, ...]:
    """Return the formats for other programs."""
    return (
        ExportFormat("csv", QT_TRANSLATE_NOOP("exporting", "Tables (CSV)"), "", _csv),
        ExportFormat("json", QT_TRANSLATE_NOOP("exporting", "Tables (JSON)"), ".json", _json),
        ExportFormat(
            "jsonld",
            QT_TRANSLATE_NOOP("exporting", "W3C annotations (JSON-LD)"),
            ".jsonld",
            _jsonld,
        ),
        ExportFormat(
            "qdpx", QT_TRANSLATE_NOOP("exporting", "Project for QDA (REFI-QDA)"), ".qdpx", _qdpx
        ),
        ExportFormat(
            "library",
            QT_TRANSLATE_NOOP("exporting", "Whole library, for another Reader"),
            ".readerlib",
            _library,
        ),
    )


def format_of(format_id: str) -> ExportFormat:
    """Return the format of an id.

    :raises ExportError: where there is none.
    """
    for each in formats():
        if each.id == format_id:
            return each
    raise ExportError(
        QT_TRANSLATE_NOOP("errors", "There is no format “{name}”: choose one of {known}."),
        name=format_id,
        known=", ".join(each.id for each in formats()),
    )


def _markdown(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.markdown import write_markdown

    return write_markdown(export, path, options)


def _vault(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.vault import write_vault

    return write_vault(export, path, options)


def _docx(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.converted import write_converted

    return write_converted(export, path, options, kind="docx")


def _odt(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.converted import write_converted

    return write_converted(export, path, options, kind="odt")


def _html(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.converted import write_converted

    return write_converted(export, path, options, kind="html5")


def _epub(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.converted import write_converted

    return write_converted(export, path, options, kind="epub3")


def _csv(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.data import write_csv

    return write_csv(export, path, options)


def _json(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.data import write_json

    return write_json(export, path, options)


def _jsonld(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.data import write_jsonld

    return write_jsonld(export, path, options)


def _qdpx(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.data import write_qdpx

    return write_qdpx(export, path, options)


def _library(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    from reader.exporting.data import write_library

    return write_library(export, path, options)
