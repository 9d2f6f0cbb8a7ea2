"""Wheels for tests: sound ones, and ones that somebody has tampered with."""

import base64
import hashlib
import json
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

LABEL = "es_prueba-1.2.0"


def files_of(
    model: Path,
    *,
    name: str = "es_prueba",
    version: str = "1.2.0",
    meta: Mapping[str, object] | None = None,
) -> dict[str, bytes]:
    """Return the files of a model's package by their path, its `meta.json` changed by `meta`."""
    root = f"{name}/{name}-{version}"
    files = {
        f"{root}/{path.relative_to(model).as_posix()}": path.read_bytes()
        for path in sorted(model.rglob("*"))
        if path.is_file()
    }
    language, _, short = name.partition("_")
    said = json.loads(files[f"{root}/meta.json"])
    said |= {"lang": language, "name": short, "version": version, "license": "MIT"}
    said |= meta or {}
    files[f"{root}/meta.json"] = json.dumps(said).encode()
    files[f"{name}/__init__.py"] = b"raise AssertionError('imported')"
    about = f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: {version}\n\nText"
    files[f"{name}-{version}.dist-info/METADATA"] = about.encode()
    return files


def record_of(files: Mapping[str, bytes]) -> bytes:
    """Return the `RECORD` of a wheel of these files."""
    lines = []
    for name, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(data)}")
    return "\n".join(lines).encode()


def write_wheel(
    path: Path,
    files: Mapping[str, bytes],
    *,
    record: bytes | None = None,
    links: Mapping[str, str] | None = None,
    stored: bool = False,
) -> Path:
    """Write a wheel of these files, with a `RECORD` of them unless told otherwise."""
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    folder = next((n.split("/")[0] for n in files if ".dist-info/" in n), "none.dist-info")
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        for name, target in (links or {}).items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, target)
        archive.writestr(f"{folder}/RECORD", record_of(files) if record is None else record)
    return path
