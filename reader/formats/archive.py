"""What office documents and e-books are packed in: a zip that can't be trusted.

Everything is checked before a converter sees any of it; what it then gets is packed anew.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from reader.formats.page.pictures import MAX_ALL, MAX_PICTURE
from reader.formats.refusals import (
    DECLARES_ENTITIES,
    LEADS_OUT,
    UNPACKS_TOO_LARGE,
    damaged,
    protected,
    refused,
)

MAX_MEMBERS = 10_000
MAX_UNPACKED = 256 * 1024 * 1024  # bytes
MAX_XML = 96 * 1024 * 1024  # bytes; a book of a million words has some 30 MB

_NOT_READ = tuple(
    ".ttf .otf .woff .woff2 .odttf .fntdata .css .js .mp3 .mp4 .m4a .m4v .ogg .wav .avi .mov .wmv "
    ".webm .bin .exe .emf .wmf .pdf .svg .svgz .tif .tiff".split()
)
_PICTURES = (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp", ".bmp")
_ENCRYPTED = 0x1  # flag of a member: https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT
_LINK = 0o120000  # file type of a symbolic link, in the upper half of a member's attributes


@contextmanager
def open_zip(data: bytes, *, source: str) -> Iterator[zipfile.ZipFile]:
    """Open a zip; whatever shows that it is damaged meanwhile becomes the error that says so.

    :raises DocumentError: as above, and where it is encrypted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(info.flag_bits & _ENCRYPTED for info in archive.infolist()):
                raise protected(source)
            yield archive
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
        *(ValueError, KeyError, IndexError, NotImplementedError, RuntimeError),
    ) as error:
        raise damaged(source) from error


def read_members(data: bytes, *, source: str) -> dict[str, bytes]:
    """Return what a document's zip holds by name, without what isn't read: fonts, sound, film.

    Pictures beyond the limits of an article's are left out too.

    :raises DocumentError: where it is damaged or encrypted, would unpack to more than a document
        does, has names that lead out of it, or XML that declares entities.
    """
    with open_zip(data, source=source) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        _check(infos, source)
        members: dict[str, bytes] = {}
        left = MAX_ALL
        for info in infos:
            name = info.filename.casefold()
            is_picture = name.endswith(_PICTURES)
            if name.endswith(_NOT_READ) or (is_picture and info.file_size > min(left, MAX_PICTURE)):
                continue
            members[info.filename] = archive.read(info)
            if is_picture:
                left -= info.file_size
            elif _declares_entities(members[info.filename]):
                raise refused(source, DECLARES_ENTITIES)
    return members


def pack(members: Mapping[str, bytes]) -> bytes:
    """Return a zip with these members, not compressed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()


def _check(infos: list[zipfile.ZipInfo], source: str) -> None:
    if any(map(_leads_out, infos)):
        raise refused(source, LEADS_OUT)
    others = (*_PICTURES, *_NOT_READ)
    xml = sum(i.file_size for i in infos if not i.filename.casefold().endswith(others))
    unpacked = sum(info.file_size for info in infos)
    if len(infos) > MAX_MEMBERS or unpacked > MAX_UNPACKED or xml > MAX_XML:
        raise refused(source, UNPACKS_TOO_LARGE)


def _leads_out(info: zipfile.ZipInfo) -> bool:
    name = info.filename.replace("\\", "/")
    is_absolute = name.startswith("/") or name[1:2] == ":"
    return is_absolute or ".." in name.split("/") or (info.external_attr >> 16) & 0o170000 == _LINK


def _declares_entities(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):  # UTF-16
        data = data.replace(b"\0", b"")
    return b"<!ENTITY" in data
