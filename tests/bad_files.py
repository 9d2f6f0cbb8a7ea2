"""Files that can't be read, each with what the one sentence about it says."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest


def missing(path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    assert not path.exists()


def folder(path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    path.mkdir()


def empty(path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    path.touch()


def blank(path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b" \n\t\n")


def binary(path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")


def undecodable(path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes("これは日本語の短い記事です。".encode("shift_jis"))


def damaged(path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes("hola".encode("utf-16") + b"\0")


def unreadable(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"hola")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything, so the system's refusal is played
        real = os.open

        def refuse(opened: object, *rest: int) -> int:
            if opened == path:
                raise PermissionError(13, "Permission denied")
            return real(opened, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(os, "open", refuse)


def huge(path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)  # sparse: takes no room on the disk


Make = Callable[[Path, pytest.MonkeyPatch], None]
BAD_FILES: list[tuple[Make, str]] = [
    (missing, "There is no file"),
    (folder, "is a folder"),
    (empty, "is empty"),
    (blank, "only blank space"),
    (binary, "is not a text file"),
    (undecodable, "can't be told"),
    (damaged, "is damaged"),
    (unreadable, "no permission"),
    (huge, "is 200 MB"),
]
IDS = [make.__name__ for make, _ in BAD_FILES]
