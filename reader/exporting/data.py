"""Write an export as data for other programs: CSV, JSON, Web Annotations, REFI-QDA, a library."""

import json
import re
from pathlib import Path

from reader import __version__
from reader.core.errors import QT_TRANSLATE_NOOP, ExportError
from reader.core.export import Export, ScopeKind
from reader.core.files import open_atomically, write_atomically
from reader.exporting.registry import ExportOptions, ExportReport
from reader.formats import export_rows
from reader.formats.to_csv import to_csv
from reader.formats.to_library import write_library as write_whole
from reader.formats.to_qdpx import Words, to_qdpx
from reader.formats.to_webannotation import to_webannotation

_PROGRAM = f"Reader {__version__}"
_TABLES = {
    "annotations": (export_rows.annotation_rows, export_rows.ANNOTATION_COLUMNS),
    "entities": (export_rows.entity_rows, export_rows.ENTITY_COLUMNS),
    "mentions": (export_rows.mention_rows, export_rows.MENTION_COLUMNS),
}
_WORDS: dict[str, Words] = {
    "es": {
        "person": "Personas",
        "country": "Países",
        "place": "Lugares",
        "organization": "Organizaciones",
        "colours": "Colores",
        "tags": "Etiquetas",
        "yellow": "Amarillo",
        "green": "Verde",
        "blue": "Azul",
        "pink": "Rosa",
        "orange": "Naranja",
        "purple": "Morado",
    },
    "en": {
        "person": "People",
        "country": "Countries",
        "place": "Places",
        "organization": "Organizations",
        "colours": "Colours",
        "tags": "Tags",
        "yellow": "Yellow",
        "green": "Green",
        "blue": "Blue",
        "pink": "Pink",
        "orange": "Orange",
        "purple": "Purple",
    },
}


def write_csv(export: Export, path: Path, options: ExportOptions) -> ExportReport:  # noqa: ARG001
    """Write annotations, entities and mentions as three files of a folder.

    A `path` that ends in `.csv` is one file: of entities or mentions where it is named so, else of
    annotations.

    :raises ExportError: where a file can't be written.
    """
    if path.suffix.lower() == ".csv":
        chosen = next((name for name in _TABLES if path.stem.lower().endswith(name)), "annotations")
        files = {path: chosen}
    else:
        _make_folder(path)
        files = {path / f"{name}.csv": name for name in _TABLES}
    written: list[Path] = []
    unchanged: list[Path] = []
    for file, name in files.items():
        rows, columns = _TABLES[name]
        is_new = _write(file, to_csv(rows(export), columns))
        (written if is_new else unchanged).append(file)
    return ExportReport(path, tuple(written), tuple(unchanged))


def write_json(export: Export, path: Path, options: ExportOptions) -> ExportReport:  # noqa: ARG001
    """Write annotations, entities and mentions as one JSON object.

    :raises ExportError: where the file can't be written.
    """
    content = {"format": "reader-export", "version": 1, "made": export.made}
    content |= {name: list(rows(export)) for name, (rows, _) in _TABLES.items()}
    return _reported(path, _without_halves(json.dumps(content, ensure_ascii=False, indent=1)))


def write_jsonld(export: Export, path: Path, options: ExportOptions) -> ExportReport:  # noqa: ARG001
    """Write the annotations as W3C Web Annotations.

    :raises ExportError: where the file can't be written.
    """
    return _reported(path, to_webannotation(export).encode())


def write_qdpx(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    """Write a REFI-QDA project.

    :raises ExportError: where the file can't be written.
    """
    return _reported(path, to_qdpx(export, _WORDS[options.language], origin=_PROGRAM))


def write_library(export: Export, path: Path, options: ExportOptions) -> ExportReport:  # noqa: ARG001
    """Write everything that the library holds, to be taken in by another.

    :raises ExportError: where the file can't be written, or less was asked for.
    """
    if export.scope.kind is not ScopeKind.LIBRARY or export.whole is None:
        raise ExportError(
            QT_TRANSLATE_NOOP(
                "errors",
                "A library is exported as a whole: choose the whole library, or another format.",
            )
        )
    with export.whole() as content, open_atomically(path) as file:
        write_whole(file, content, made=export.made, program=_PROGRAM)
    return ExportReport(path, written=(path,))


def _reported(path: Path, data: bytes) -> ExportReport:
    if _write(path, data):
        return ExportReport(path, written=(path,))
    return ExportReport(path, unchanged=(path,))


def _write(path: Path, data: bytes) -> bool:
    """Write a file, unless it is right already; return whether it was written."""
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass  # there is none yet, or writing it says why not
    write_atomically(path, data)
    return True


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{path}” could not be written ({reason}): choose another folder or name.",
            ),
            path=path,
            reason=error.strerror or type(error).__name__,
        ) from error


def _without_halves(text: str) -> bytes:
    """Return JSON in UTF-8; half an emoji, which that can't hold, as an escape."""
    escaped = re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)
    return (escaped + "\n").encode()
