"""The pictures that come with a page: of its folder, of its archive, or inside its addresses."""

import base64
import binascii
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from reader.core.document import Resource, resource_of
from reader.core.errors import DocumentError
from reader.core.files import read_bytes

MAX_PICTURE = 12_000_000
"""The largest picture that is kept, in bytes."""

MAX_PICTURES = 60
"""How many pictures are kept with an article."""

MAX_ALL = 48_000_000
"""How many bytes an article's pictures may have together."""

_LEAST = 3  # pixels; a smaller picture counts visits
_FOLDER = re.compile(r"(?:_files|_archivos|_ficheros|_fichiers|_dateien|\.files)$", re.IGNORECASE)
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Raster:
    """What a picture's first bytes say; width and height in pixels, 0 where unknown."""

    media_type: str
    width: int = 0
    height: int = 0


def raster_of(data: bytes) -> Raster | None:
    """Return what kind of picture of pixels `data` is, by its first bytes; None for no such."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return Raster("image/png", *struct.unpack(">II", data[16:24]))
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        return Raster("image/gif", *struct.unpack("<HH", data[6:10]))
    if data.startswith(b"\xff\xd8\xff"):
        return Raster("image/jpeg", *_jpeg_size(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Raster("image/webp")
    if data[:2] == b"BM" and len(data) >= 26:
        width, height = struct.unpack("<ii", data[18:26])
        return Raster("image/bmp", abs(width), abs(height))
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        return Raster("image/avif")
    return None


class Pictures:
    """Give the pictures of one page their sources, and keep those that came with it.

    `source` is the page's file, "" for none; `parts` are an archive's, by their address; `base` is
    the address that relative ones are taken from.
    """

    def __init__(
        self, *, source: str = "", parts: Mapping[str, bytes] | None = None, base: str = ""
    ) -> None:
        self._folder = Path(source).parent if source else None
        self._parts = parts or {}
        self._base = base
        self._kept: dict[str, Resource] = {}
        self._size = 0

    @property
    def resources(self) -> tuple[Resource, ...]:
        """Return what was kept, in the order of the article."""
        return tuple(self._kept.values())

    def resolve(self, address: str) -> str | None:
        """Return the `Picture.source` of an address; None where it is not to be shown."""
        address = address.strip()
        if address[:5].lower() == "data:":
            return self._keep(_data_of(address))
        try:
            whole = urljoin(self._base, address)
            parts = urlsplit(whole)
        except ValueError:
            return None
        for name in (address, whole):
            if name in self._parts:
                return self._keep(self._parts[name])
        if self._is_of_folder(address):
            return self._keep(self._file(address))
        return whole if parts.scheme.lower() in ("http", "https") and parts.netloc else None

    def _is_of_folder(self, address: str) -> bool:
        first = _relative(address)
        return len(first) > 1 and _FOLDER.search(first[0]) is not None

    def _file(self, address: str) -> bytes:
        """Return a file of the folder that a browser saved beside the page; b"" for none."""
        if self._folder is None:
            return b""
        names = _relative(address)
        folder = self._folder / names[0]
        try:
            path = folder.joinpath(*names[1:]).resolve()
            # Not through a link: neither the folder's own nor one inside it leads out of it.
            inside = self._folder.resolve() / names[0]
            if folder.is_symlink() or not path.is_relative_to(inside):
                return b""
            return read_bytes(path, max_bytes=MAX_PICTURE)
        except (OSError, RuntimeError, ValueError, DocumentError):
            return b""

    def _keep(self, data: bytes) -> str | None:
        raster = raster_of(data)
        if raster is None or len(data) > MAX_PICTURE:
            return None
        if 0 < raster.width < _LEAST or 0 < raster.height < _LEAST:
            return None
        resource = resource_of(data, raster.media_type)
        if resource.key not in self._kept:
            if len(self._kept) >= MAX_PICTURES or self._size + len(data) > MAX_ALL:
                return None
            self._kept[resource.key] = resource
            self._size += len(data)
        return f"resource:{resource.key}"


def _relative(address: str) -> list[str]:
    """Return the names on a relative address's path; none for any other."""
    if ":" in address.partition("/")[0] or address.startswith(("/", "\\", "#", "?")):
        return []
    path = unquote(re.split("[?#]", address, maxsplit=1)[0])
    if "\\" in path or "\0" in path:
        return []
    names = [name for name in path.split("/") if name not in ("", ".")]
    return [] if ".." in names else names


def _data_of(address: str) -> bytes:
    """Return what a `data:` address holds; b"" where it is too large or broken."""
    if len(address) > MAX_PICTURE * 4 // 3 + 200:
        return b""
    head, _, body = address.partition(",")
    if "svg" in head.lower():
        return b""
    data = unquote_to_bytes(body)
    if not head.lower().rstrip().endswith(";base64"):
        return data
    try:
        return base64.b64decode(b"".join(data.split()) + b"==")
    except (binascii.Error, ValueError):
        return b""


def _jpeg_size(data: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        if data[place + 1] in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return 0, 0
