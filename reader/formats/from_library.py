"""Read a whole library from one file, which can't be trusted; see `to_library`."""

import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.core.transfer import Row, TransferError, damaged, newer, not_known, too_large
from reader.formats.to_library import FORMAT, VERSION

MAX_MEMBERS = 200_000
MAX_UNPACKED = 32 * 1024**3  # bytes
MAX_LINE = 256 * 1024**2  # bytes: an article's text with its structure
MAX_ABOUT = 64 * 1024  # bytes
_LEAST = 256 * 1024**2  # bytes that any file may unpack to
_RATIO = 60  # and how often its own size beyond that; text packs to a third or a tenth

_MEMBER = re.compile(r"library\.json|tables/[a-z_]{1,64}\.jsonl|resources/[0-9a-f]{64}")
_ENCRYPTED = 0x1
_WRONG = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RecursionError),
    *(ValueError, LookupError, NotImplementedError, RuntimeError, TypeError),
)


def is_library(path: Path) -> bool:
    """Return whether a file is a zip with a library in it, whole or not."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "library.json" in archive.namelist()
    except _WRONG:
        return False


class LibraryFile:
    """A library in a file.

    :raises TransferError: where it is none, damaged, too large or of a newer version, here or
        while it is read.
    """

    def __init__(self, path: Path, *, schema: int) -> None:
        self.source = str(path)
        with self._telling():
            self._file = path.open("rb")
        try:
            with self._telling():
                self._archive = zipfile.ZipFile(self._file)
                self._members = self._checked(path.stat().st_size)
                self.about = self._about()
                if self.about["schema"] > schema or self.about["version"] > VERSION:
                    raise newer(self.source)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "LibraryFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, also while a table is being read."""
        self._file.close()

    def _checked(self, size: int) -> dict[str, zipfile.ZipInfo]:
        infos = self._archive.infolist()
        unpacked = sum(info.file_size for info in infos)
        if len(infos) > MAX_MEMBERS or unpacked > min(_LEAST + _RATIO * size, MAX_UNPACKED):
            raise too_large(self.source)
        members = {info.filename: info for info in infos}
        if len(members) != len(infos) or not all(map(_MEMBER.fullmatch, members)):
            raise damaged(self.source)
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise damaged(self.source)
        return members

    def _about(self) -> dict[str, Any]:
        info = self._members.get("library.json")
        if info is None:
            raise not_known(self.source)
        if info.file_size > MAX_ABOUT:
            raise damaged(self.source)
        about = json.loads(self._archive.read(info))
        if not isinstance(about, dict) or about.get("format") != FORMAT:
            raise not_known(self.source)
        for name in ("version", "schema"):
            if type(about.get(name)) is not int or about[name] < 1:  # a bool is an int too
                raise damaged(self.source)
        return about

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table; none for a table that isn't there."""
        info = self._members.get(f"tables/{table}.jsonl")
        if info is None:
            return
        with self._telling(), self._archive.open(info) as member:
            while line := member.readline(MAX_LINE + 1):
                if len(line) > MAX_LINE:
                    raise too_large(self.source)
                yield json.loads(line.decode("utf-8", "surrogatepass"))

    def resource(self, key: str) -> bytes:
        """Return a file that came with articles."""
        with self._telling():
            return self._archive.read(self._members[f"resources/{key}"])

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell in a sentence that the file isn't what it should be."""
        try:
            yield
        except TransferError:
            raise
        except _WRONG as error:
            raise damaged(self.source) from error
