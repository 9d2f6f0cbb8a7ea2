"""A spaCy pipeline's wheel: whether it is what it seems, and its model's data without its code.

A wheel is a zip file that anybody can have made, so nothing in it is trusted. What is checked
against what:

- the layout of the archive, against the limits below: no path that leads out of it, no links, no
  names that clash, nothing encrypted, nothing that unpacks to more than it should;
- the model's `meta.json`, against what this program can use (`check_meta`) and against the name
  and version in the package's own `METADATA`;
- each file of the model, against its SHA-256 in the wheel's own `RECORD`. That finds damage, but
  whoever makes a wheel writes its `RECORD` too: where a wheel comes from is known only by the
  checksum of the whole file, which `install` compares with the published one.
"""

import base64
import contextlib
import csv
import hashlib
import io
import json
import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path, PurePosixPath
from typing import IO, Any

from reader.core.errors import QT_TRANSLATE_NOOP, ModelError
from reader.recognition.model import ModelInfo, check_meta, info_of
from reader.recognition.progress import Cancel, Progress, go_on

MOST_FILES = 10_000
MOST_BYTES = 4_000_000_000
"""Unpacked; the biggest official pipeline has some 600 MB."""
MOST_RATIO = 100
"""Unpacked size over that of the file; official pipelines have between 1 and 2."""

_MOST_TEXT = 16_000_000  # bytes of a text file that is read whole
_CHUNK = 1 << 20
_NAME = re.compile(r"[a-z]{2,3}_[a-z0-9_]{1,100}")
_VERSION = re.compile(r"[0-9][0-9a-z.]{0,50}")
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SEALED = 0x1 | 0x20 | 0x40  # flag bits: encrypted, a patch, strongly encrypted
_DIGESTS = ("sha256", "sha384", "sha512")  # those that a `RECORD` may use


@dataclass(frozen=True, slots=True)
class Wheel:
    """What a wheel holds: its model's name, version, language, licence and unpacked size.

    `sha256` is that of the whole file, `root` the model's folder inside it.
    """

    path: Path
    name: str
    version: str
    language: str
    licence: str
    size_bytes: int
    unpacked_bytes: int
    sha256: str
    root: str

    @property
    def label(self) -> str:
        """Return name and version, as `es_core_news_md-3.8.0`."""
        return f"{self.name}-{self.version}"


def read_wheel(path: Path, *, cancel: Cancel | None = None) -> Wheel:
    """Check a wheel and return what it holds; nothing is unpacked.

    :raises ModelError: where it is no wheel, isn't safe to unpack, doesn't hold exactly one
        pipeline, or one that can't be used here.
    :raises InstallCancelledError: where it was called off.
    """
    with _opened(path) as (file, archive):
        size = os.fstat(file.fileno()).st_size
        _check_layout(archive, path, size)
        root = _root(archive, path)
        info = _described(archive, path, root)
        unpacked = sum(entry.file_size for entry in _entries(archive, root))
        file.seek(0)
        sha256 = _hash(file, info.label, cancel)
    return Wheel(path, info.name, info.version, info.language, info.licence, size, unpacked,
                 sha256, root)  # fmt: skip


def unpack(
    wheel: Wheel, target: Path, *, progress: Progress | None = None, cancel: Cancel | None = None
) -> dict[str, str]:
    """Write the files of a wheel's model into the new folder `target`, each checked.

    Return their SHA-256 in hexadecimal by their path inside the folder. What was written before
    something went wrong stays.

    :raises ModelError: where a file isn't what the wheel's `RECORD` says.
    :raises InstallCancelledError: where it was called off.
    """
    written: dict[str, str] = {}
    done = 0
    with _opened(wheel.path) as (_, archive):
        # Again, for the file may have changed since it was read.
        _check_layout(archive, wheel.path, wheel.size_bytes)
        digests = _digests(archive, wheel.path)
        for entry in _entries(archive, wheel.root):
            name = str(PurePosixPath(entry.filename).relative_to(wheel.root))
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            kind, wanted = digests.get(entry.filename, ("", ""))
            sums = {key: hashlib.new(key) for key in {"sha256", kind or "sha256"}}
            for chunk in _copied(archive, entry, path):
                go_on(cancel, wheel.label)
                for digest in sums.values():
                    digest.update(chunk)
                done += len(chunk)
                if progress is not None:
                    progress(done, wheel.unpacked_bytes)
            if not kind or sums[kind].hexdigest() != wanted:
                raise ModelError(_DAMAGED, path=wheel.path, name=entry.filename)
            written[name] = sums["sha256"].hexdigest()
    return written


def _copied(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> Iterator[bytes]:
    """Write an entry to a new file and yield what is written, piece by piece."""
    with archive.open(entry) as source, path.open("xb") as out:
        while chunk := source.read(_CHUNK):
            out.write(chunk)
            yield chunk
        out.flush()
        os.fsync(out.fileno())


def sha256_of(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return _hash(file, path.name, None)


def _hash(file: IO[bytes], model: str, cancel: Cancel | None) -> str:
    digest = hashlib.sha256()
    for chunk in iter(lambda: file.read(_CHUNK), b""):
        go_on(cancel, model)
        digest.update(chunk)
    return digest.hexdigest()


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], zipfile.ZipFile]]:
    """Open a wheel, and say what is wrong with it as an archive."""
    try:
        # A pipe or a device would be waited for, or never end.
        regular = stat.S_ISREG(path.stat().st_mode)
        file = path.open("rb") if regular else None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ModelError(_NO_FILE, path=path, reason=reason) from error
    if file is None:
        raise ModelError(_NO_WHEEL, path=path)
    with file:
        try:
            archive = zipfile.ZipFile(file)
        except (*_BROKEN_ZIP, NotImplementedError, ValueError, OverflowError, OSError) as error:
            raise ModelError(_NO_WHEEL, path=path) from error
        with archive:
            try:
                yield file, archive
            except _BROKEN_ZIP as error:
                raise ModelError(_DAMAGED, path=path, name=error) from error


_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, UnicodeError, csv.Error,
               RecursionError)  # fmt: skip


def _check_layout(archive: zipfile.ZipFile, path: Path, size: int) -> None:
    """Check that an archive is safe to unpack, by what its directory says."""
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES or total > min(MOST_BYTES, MOST_RATIO * size):
        raise ModelError(_TOO_BIG, path=path, number=len(entries), size=total // 1_000_000)
    for entry in entries:
        if not _is_plain(entry):
            raise ModelError(_UNSAFE, path=path, name=entry.orig_filename)
    names = [unicodedata.normalize("NFC", e.filename).rstrip("/").casefold() for e in entries]
    files = {name for name, entry in zip(names, entries, strict=True) if not entry.is_dir()}
    parents = {str(parent) for name in names for parent in PurePosixPath(name).parents}
    # Two names of one file, or a file that is also a folder.
    clashes = files & parents | {name for name, count in Counter(names).items() if count > 1}
    if clashes:
        raise ModelError(_UNSAFE, path=path, name=min(clashes))


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    """Return whether an entry is a plain file or folder inside the folder it is unpacked to."""
    name = entry.orig_filename  # `filename` ends at a NUL
    parts = name.removesuffix("/").split("/")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return (
        not any(part in ("", ".", "..") for part in parts)
        and not any(char in '\\:*?"<>|' or ord(char) < 32 for char in name)
        and kind in (0, stat.S_IFREG, stat.S_IFDIR)
        and not entry.flag_bits & _SEALED
        and entry.compress_type in _PLAIN
    )


def _entries(archive: zipfile.ZipFile, root: str) -> Iterator[zipfile.ZipInfo]:
    """Yield the files below a folder."""
    for entry in archive.infolist():
        if entry.filename.startswith(f"{root}/") and not entry.is_dir():
            yield entry


def _root(archive: zipfile.ZipFile, path: Path) -> str:
    """Return the one folder in which there is a pipeline."""
    names = set(archive.namelist())
    folders = [str(PurePosixPath(n).parent) for n in names if n.endswith("/config.cfg")]
    roots = [folder for folder in folders if f"{folder}/meta.json" in names]
    if len(roots) != 1:
        raise ModelError(_NOT_ONE, path=path, number=len(roots))
    return roots[0]


def _described(archive: zipfile.ZipFile, path: Path, root: str) -> ModelInfo:
    """Return what the model says of itself, where it fits in here and its package agrees."""
    try:
        meta: Any = json.loads(_text(archive, path, f"{root}/meta.json"))
    except ValueError as error:
        raise ModelError(_DAMAGED, path=path, name=f"{root}/meta.json") from error
    if not isinstance(meta, dict):
        raise ModelError(_DAMAGED, path=path, name=f"{root}/meta.json")
    info = info_of(Path(PurePosixPath(root).name), meta)
    package = HeaderParser().parsestr(_text(archive, path, f"{_dist_info(archive, path)}/METADATA"))
    name = re.sub(r"[-_.]+", "_", str(package["Name"])).lower()
    sound = _NAME.fullmatch(info.name) and _VERSION.fullmatch(info.version)
    if not sound or (name, str(package["Version"]).strip()) != (info.name, info.version):
        label = f"{package['Name']} {package['Version']}"
        raise ModelError(_OTHER_NAME, path=path, found=info.label, expected=label)
    check_meta(meta, info.label, language=None)
    return info


def _dist_info(archive: zipfile.ZipFile, path: Path) -> str:
    tops = {name.split("/")[0] for name in archive.namelist() if name.endswith("/RECORD")}
    folders = [top for top in tops if top.endswith(".dist-info")]
    if len(folders) != 1:
        raise ModelError(_NO_WHEEL, path=path)
    return folders[0]


def _digests(archive: zipfile.ZipFile, path: Path) -> dict[str, tuple[str, str]]:
    """Return, of each file that `RECORD` lists, the kind and the hexadecimal of its digest.

    Its format: https://packaging.python.org/en/latest/specifications/recording-installed-packages
    """
    digests: dict[str, tuple[str, str]] = {}
    for row in csv.reader(io.StringIO(_text(archive, path, f"{_dist_info(archive, path)}/RECORD"))):
        kind, _, value = (row[1] if len(row) > 1 else "").partition("=")
        if kind in _DIGESTS:
            with contextlib.suppress(ValueError):  # then the file counts as not listed
                raw = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
                digests[row[0]] = (kind, raw.hex())
    return digests


def _text(archive: zipfile.ZipFile, path: Path, name: str) -> str:
    """Return a text file of an archive, which has to be of a bearable size."""
    try:
        entry = archive.getinfo(name)
    except KeyError as error:
        raise ModelError(_NO_WHEEL, path=path) from error
    if entry.file_size > _MOST_TEXT:
        raise ModelError(_TOO_BIG, path=path, number=1, size=entry.file_size // 1_000_000)
    return archive.read(entry).decode("utf-8")


_NO_FILE = QT_TRANSLATE_NOOP(
    "errors", "“{path}” can't be opened ({reason}): check the name and its permissions."
)
_NO_WHEEL = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” is no model's file: a spaCy pipeline's wheel (NAME-VERSION-py3-none-any.whl) was "
    "expected. Check that it was downloaded whole, and is not the page that offers it.",
)
_UNSAFE = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was not installed: the entry “{name}” in it leads elsewhere, is a link, clashes with "
    "another or is sealed, which no spaCy pipeline needs. Don't trust where it comes from.",
)
_TOO_BIG = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was not installed: its {number} files would unpack to {size} MB, far more than a "
    "spaCy pipeline's. Don't trust where it comes from.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was not installed: it is damaged ({name} is not what its checksum says). Download it "
    "again.",
)
_NOT_ONE = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was not installed: there are {number} spaCy pipelines in it, and exactly one was "
    "expected. Get the file of a single model.",
)
_OTHER_NAME = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was not installed: the model in it is {found}, but the package calls itself "
    "{expected}. Get the file from its publisher again.",
)
