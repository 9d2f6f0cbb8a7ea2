"""Write a whole library into one file: a zip of JSON, the same for the same library.

`library.json` says what it is, `tables/NAME.jsonl` has a row a line, and `resources/KEY` are the
files that came with articles. Texts are in UTF-8; half an emoji is kept as its three bytes.
"""

import json
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Protocol

FORMAT = "reader-library"
VERSION = 1
SUFFIX = ".readerlib"

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""When each member was made, as far as a zip goes back: else no two files were the same."""


class Rows(Protocol):
    """A library's content; see `reader.store.transfer_out`."""

    schema: int
    tables: tuple[str, ...]

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table."""
        ...

    def resource_keys(self) -> list[str]:
        """Return the keys of the files that came with articles."""
        ...

    def resource(self, key: str) -> bytes:
        """Return such a file."""
        ...


def write_library(file: BinaryIO, content: Rows, *, made: str, program: str) -> None:
    """Write a library's content; `made` in ISO 8601 is all that differs from one time to another.

    `program` is the name and version of whoever writes it.
    """
    about = {
        "format": FORMAT,
        "version": VERSION,
        "schema": content.schema,
        "program": program,
        "made": made,
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, "library.json", [_json(about) + b"\n"])
        for name in content.tables:
            _write(archive, f"tables/{name}.jsonl", (_json(r) + b"\n" for r in content.rows(name)))
        for key in content.resource_keys():
            _write(archive, f"resources/{key}", [content.resource(key)])


def _write(archive: zipfile.ZipFile, name: str, parts: Iterable[bytes]) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    with archive.open(info, "w", force_zip64=True) as member:
        for part in parts:
            member.write(part)


def _json(value: dict[str, Any]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")
