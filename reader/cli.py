"""The commands: `reader` opens the window, the others work without it."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__, paths
from reader.cli_backup import run_backup
from reader.cli_doctor import run_doctor
from reader.cli_export import run_export
from reader.cli_import import run_import
from reader.cli_model import run_model
from reader.cli_options import add_library
from reader.core.document import Document
from reader.core.entities import Recognition
from reader.core.errors import ReaderError
from reader.messages import tell

if TYPE_CHECKING:
    from reader.recognition.readers import Readers

_DESCRIPTION = "Read the news with your own notes on its people, places and organizations."
_COMMANDS = """\
commands (each has its own --help):
  reader entities FILE...   print the entities that articles name
  reader import PATH...     import files and whole folders into the library
  reader export FILE...     write what the library holds on articles as Markdown
  reader model ...          list, install and choose recognition models
  reader backup ...         list, make and put back backups of the library
  reader doctor             print versions, paths and the health of the library

A file that is named like a command is opened as ./entities or ./export.
"""


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name; return the exit status.

    0 is success, 1 an error that was told on stderr; wrong usage exits with 2 by `argparse`.
    """
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "backup": run_backup,
        "doctor": run_doctor,
        "entities": run_entities,
        "export": run_export,
        "import": run_import,
        "model": run_model,
    }
    command = commands.get(arguments[0]) if arguments else None
    try:
        return run_window(arguments) if command is None else command(arguments[1:])
    except ReaderError as error:
        tell(error)
        return 1
    except BrokenPipeError:  # `reader entities … | head`
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return 130


def run_window(arguments: Sequence[str]) -> int:
    """Open the window on the files that `arguments` name."""
    parser = argparse.ArgumentParser(
        prog="reader",
        description=_DESCRIPTION,
        epilog=_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "wanted",
        metavar="FILE",
        nargs="*",
        type=_absolute,
        help="article to open, or an address into the library such as reader://article/…",
    )
    add_library(parser)
    parser.add_argument(
        "--paste", action="store_true", help="make an article of what the clipboard holds"
    )
    parser.add_argument("--version", action="version", version=f"Reader {__version__}")
    options = parser.parse_args(arguments)

    from reader.app import PASTE, run_app

    wanted = [*options.wanted, *([PASTE] if options.paste else [])]
    return run_app(wanted, library=options.library)


def _absolute(argument: str) -> str:
    """Return what to open so that it means the same in a program started elsewhere.

    Only addresses into the library stay as they are: any web page can hand over what begins with
    `reader:`, and must not have the clipboard read. Desktops name files by their addresses.
    """
    if argument.startswith("reader://"):
        return argument
    return _path_of(argument) or str(Path(argument).absolute())


def _path_of(address: str) -> str:
    """Return the path of a `file:` address on this computer; "" for anything else."""
    if not address.startswith("file://"):
        return ""
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    parts = urlsplit(address)
    return url2pathname(parts.path) if parts.netloc in ("", "localhost") else ""


def run_entities(arguments: Sequence[str]) -> int:
    """Print the entities and mentions of each file that `arguments` name."""
    parser = argparse.ArgumentParser(
        prog="reader entities",
        description="Print the people, countries, places and organizations that articles name.",
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="article to read")
    parser.add_argument(
        "--json",
        action="store_true",
        help="print one JSON object a file, each on its line: file, title, text, language (ISO "
        "639, empty where it is not sure), model, mentions (start and end are half-open code "
        "points into text, linked_by says why each means its entity) and entities (candidates are "
        "the ids of those that an open name may mean)",
    )
    options = parser.parse_args(arguments)

    from reader.formats.opening import open_document

    readers: Readers | None = None
    status = 0
    for path in options.files:
        try:
            document = open_document(path)
            readers = readers or _load_readers()
            reader = readers.reader_of(document)
            recognition = reader.recognizer.recognize(document)
        except ReaderError as error:
            tell(error)
            status = 1
            continue
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        if options.json:
            print(
                json.dumps(
                    entities_json(path, document, recognition, reader.language), ensure_ascii=False
                )
            )
        else:
            print(entities_text(document, recognition))
    return status


def _load_readers() -> "Readers":
    """Load the models that the window would use; the built-in one where they can't be used."""
    from reader.recognition.choice import with_fallback
    from reader.recognition.pipeline import Recognizer
    from reader.recognition.readers import Readers
    from reader.settings import load_settings

    model = load_settings(paths.settings_file()).model
    return Readers(with_fallback(model, Recognizer.from_models, tell=tell), tell=tell)


def entities_json(
    path: Path, document: Document, recognition: Recognition, language: str
) -> dict[str, object]:
    """Return what `reader entities --json` prints of one file."""
    return {
        "file": str(path),
        "title": document.title,
        "text": document.text,
        "language": language,
        "model": recognition.model,
        "mentions": [
            {
                "start": mention.start,
                "end": mention.end,
                "text": document.text[mention.start : mention.end],
                "kind": mention.kind.value,
                "entity": mention.entity_id,
                "found_by": mention.found_by.value,
                "linked_by": mention.linked_by.value,
            }
            for mention in recognition.mentions
        ],
        "entities": [
            {
                "id": entity.id,
                "name": entity.name,
                "kind": entity.kind.value,
                "aliases": list(entity.aliases),
                "country": entity.country_code,
                "identifiers": dict(entity.identifiers),
                "candidates": list(entity.candidates),
            }
            for entity in recognition.entities
        ],
    }


def entities_text(document: Document, recognition: Recognition) -> str:
    """Return what `reader entities` prints of one file: a line an entity, by kind."""
    counts: dict[str, int] = {}
    for mention in recognition.mentions:
        counts[mention.entity_id] = counts.get(mention.entity_id, 0) + 1
    lines = [document.title]
    lines += [
        f"  {entity.kind.value:<12} {counts[entity.id]:>4}  {entity.name}"
        for entity in sorted(recognition.entities, key=lambda e: (e.kind, -counts[e.id], e.name))
    ]
    return "\n".join(lines)
