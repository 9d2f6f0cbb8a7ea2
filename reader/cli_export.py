"""The command `export`: what the library holds, in a format, without the window."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli_options import add_library
from reader.core.annotations import Colour
from reader.core.corrections import State
from reader.core.errors import QT_TRANSLATE_NOOP, ExportError, ReaderError
from reader.core.export import ExportFilter, ExportScope, ScopeKind
from reader.core.folding import Folder
from reader.core.search import HitKind
from reader.core.shelf import LabelKind
from reader.exporting.registry import ExportOptions, ExportReport, format_of, formats
from reader.messages import tell

if TYPE_CHECKING:
    from reader.store.library import Library

_STATES = {
    "own": frozenset(),
    "confirmed": frozenset((State.CONFIRMED,)),
    "all": frozenset((State.FOUND, State.CONFIRMED)),
}


def run_export(arguments: Sequence[str]) -> int:
    """Write what the library holds on what `arguments` name."""
    parser = _parser()
    options = parser.parse_args(arguments)
    asked = [options.files, options.entity, options.search, options.collection, options.all]
    if sum(bool(each) for each in asked) != 1:
        parser.error("name one thing: files, --entity, --search, --collection or --all")
    from reader.exporting.run import ExportTask, check_target, run_export
    from reader.exporting.templates import user_folder

    made = format_of(options.format)
    if options.output is None and (made.is_folder or made.id != "markdown"):
        raise ExportError(
            QT_TRANSLATE_NOOP("errors", "“{name}” needs a file or folder: name one with --output."),
            name=made.id,
        )
    if options.output is not None and not made.is_folder:
        check_target(options.output, sources=options.files, library_path=options.library)
    documents = _documents(options.files)
    _check_library(options.library)
    from reader.store.library import Library

    with Library.open(options.library) as library, tempfile.TemporaryDirectory() as folder:
        path = options.output or Path(folder) / "export.md"
        scope = _scope(library, options, documents)
        task = ExportTask(
            scope,
            _filter(library, options),
            made,
            path,
            ExportOptions(
                language=options.language or _system_language(),
                template=options.template,
                template_folder=user_folder(),
                whole_text=options.text,
            ),
        )
        report = run_export(library, task)
        if options.output is None:
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
            sys.stdout.write(path.read_bytes().decode("utf-8"))
        elif made.is_folder:
            _tell_report(report)
    for doubt in report.doubts:
        tell(doubt)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reader export",
        description="Write what the library holds: annotations with comments, and the notes on "
        "people, countries, places and organizations. What the model alone found stays out, "
        "unless --names asks for it.",
    )
    what = parser.add_argument_group("what (one of these)")
    what.add_argument("files", metavar="FILE", nargs="*", type=Path, help="article to export")
    what.add_argument(
        "--entity",
        metavar="NAME",
        action="append",
        default=[],
        help="dossier of a name; repeatable",
    )
    what.add_argument("--search", metavar="TEXT", help="the articles that a search finds")
    what.add_argument("--collection", metavar="NAME", help="the articles of a collection")
    what.add_argument("--all", action="store_true", help="the whole library")
    how = parser.add_argument_group("how")
    known = [each.id for each in formats()]
    how.add_argument("--format", choices=known, default="markdown", help="default: %(default)s")
    how.add_argument(
        "--template", metavar="NAME", default="", help="a built-in template, or one of yours"
    )
    how.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        help="file or folder to write instead of the standard output; an earlier file is replaced, "
        "in an earlier folder only Reader's part of each page",
    )
    how.add_argument("--text", action="store_true", help="with the articles' whole text")
    how.add_argument(
        "--language",
        choices=("es", "en"),
        help="language of the headings (default: that of the system)",
    )
    _add_filters(parser.add_argument_group("which of it"))
    add_library(parser)
    return parser


def _add_filters(which: "argparse._ArgumentGroup") -> None:
    repeatable = {"action": "append", "default": []}
    which.add_argument(
        "--colour",
        choices=[each.value for each in Colour],
        help="annotations in a colour; repeatable",
        **repeatable,
    )
    which.add_argument("--tag", metavar="NAME", help="annotations with a tag", **repeatable)
    which.add_argument("--about", metavar="NAME", help="annotations about a name", **repeatable)
    which.add_argument("--from", dest="first", metavar="DATE", default="", help="articles since")
    which.add_argument("--to", dest="last", metavar="DATE", default="", help="articles until")
    which.add_argument("--annotated", action="store_true", help="articles with annotations alone")
    which.add_argument(
        "--names",
        choices=list(_STATES),
        default="own",
        help="own: those you wrote on, tagged, corrected or annotated (default); confirmed: those "
        "you vouch for; all: what the model found, too",
    )


def _documents(files: Sequence[Path]) -> list[str]:
    from reader.formats.opening import open_document

    return [open_document(path).id for path in files]


def _check_library(path: Path) -> None:
    if not path.exists() or path.stat().st_size == 0:
        raise ExportError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is no library “{path}” yet: open the article in the window first, or name "
                "another with --library.",
            ),
            path=path,
        )


def _scope(
    library: "Library", options: argparse.Namespace, documents: Sequence[str]
) -> ExportScope:
    if options.files:
        for file, document_id in zip(options.files, documents, strict=True):
            if library.document(document_id) is None:
                raise ExportError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The library holds nothing on “{path}”: open it in the window first.",
                    ),
                    path=file,
                )
        return ExportScope(ScopeKind.ARTICLES, tuple(documents))
    if options.entity:
        return ExportScope(ScopeKind.ENTITIES, tuple(_entity(library, e) for e in options.entity))
    if options.search:
        return ExportScope(ScopeKind.SEARCH, text=options.search)
    if options.collection:
        return ExportScope(ScopeKind.COLLECTION, (_collection(library, options.collection),))
    return ExportScope(ScopeKind.LIBRARY)


def _filter(library: "Library", options: argparse.Namespace) -> ExportFilter:
    return ExportFilter(
        colours=frozenset(Colour(each) for each in options.colour),
        tags=frozenset(options.tag),
        entity_ids=frozenset(_entity(library, each) for each in options.about),
        states=_STATES[options.names],
        date_from=options.first,
        date_to=options.last,
        annotated_only=options.annotated,
    )


def _entity(library: "Library", name: str) -> str:
    """Return the entity that is called so; of several the one named in most articles.

    :raises ExportError: where nobody is.
    """
    fold = Folder().fold
    for group in library.search.find(f"“{name}”" if " " in name else name, kinds=[HitKind.ENTITY]):
        called = [
            hit
            for hit in group.hits
            if fold(name) in (fold(hit.title.text), *map(fold, hit.snippet.text.split(" · ")))
        ]
        if called:
            return max(called, key=lambda hit: hit.article_count).entity_id
    raise _unknown(name)


def _collection(library: "Library", name: str) -> str:
    fold = Folder().fold
    for label in library.labels.labels(LabelKind.COLLECTION):
        if fold(label.name) == fold(name):
            return label.id
    raise _unknown(name)


def _unknown(name: str) -> ReaderError:
    return ExportError(
        QT_TRANSLATE_NOOP("errors", "The library knows no “{name}”: check how it is written."),
        name=name,
    )


def _tell_report(report: ExportReport) -> None:
    """Say how many files were written; on the standard error, as all that is no result."""
    print(
        f"{report.path}: {len(report.written)} written, {len(report.unchanged)} unchanged, "
        f"{len(report.kept)} kept",
        file=sys.stderr,
    )


def _system_language() -> str:
    from reader.ui.translation import system_language

    return system_language()
