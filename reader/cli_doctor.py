"""The command `doctor`: versions, paths, model and the library's health, to look at or to send."""

import argparse
import importlib.metadata
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader import __version__, paths
from reader.cli_options import add_library

_PACKAGES = ("PySide6-Essentials", "PySide6", "spacy", "numpy", "sqlite-utils", "pypdfium2")


def run_doctor(arguments: Sequence[str]) -> int:
    """Print what helps to find out what is wrong; return 1 where the library isn't healthy.

    Nothing of what the user reads or writes is printed but the paths of files.
    """
    parser = argparse.ArgumentParser(
        prog="reader doctor",
        description="Print versions, paths, the model in use and the health of the library.",
    )
    add_library(parser)
    library: Path = parser.parse_args(arguments).library
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    problems: list[str] = []
    for part in (_versions(), _places(library), _model(), _health(library, problems)):
        for name, value in part:
            print(f"{name:<12} {value}")
    for problem in problems:
        print(f"! {problem}")
    return 1 if problems else 0


def _versions() -> Iterator[tuple[str, str]]:
    yield "Reader", __version__
    yield "Python", f"{platform.python_version()} ({sys.executable})"
    yield "System", platform.platform()
    for name in _PACKAGES:
        try:
            yield name, importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    yield "SQLite", sqlite3.sqlite_version


def _places(library: Path) -> Iterator[tuple[str, str]]:
    yield "Library", _described(library)
    yield "Settings", _described(paths.settings_file())
    yield "Log", _described(paths.data_folder() / "log" / "reader.log")
    yield "Resources", str(paths.resources())
    folder = next((each for each in library.absolute().parents if each.exists()), None)
    if folder is not None:
        yield "Free there", f"{shutil.disk_usage(folder).free / 1e9:.1f} GB"


def _described(path: Path) -> str:
    return str(path) if path.exists() else f"{path} (not there)"


def _model() -> Iterator[tuple[str, str]]:
    from reader.recognition.catalogue import list_models
    from reader.recognition.model import models_folder
    from reader.settings import load_settings

    chosen = load_settings(paths.settings_file()).model
    yield "Model", chosen or "automatic"
    for entry in list_models(chosen, installed=models_folder()):
        if entry.in_use:
            yield "", f"{entry.name} {entry.version}"


def _health(library: Path, problems: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what the library holds; what is wrong with it is added to `problems`."""
    from reader.core.synced import sync_service
    from reader.store.backups import backups_of, holdings_of, is_whole

    service = sync_service(library)
    if service:
        problems.append(
            f"The library lies in a folder of {service}, which may damage it: move it elsewhere."
        )
    if not library.exists():
        return
    whole = is_whole(library)
    yield "Health", "whole" if whole else "damaged"
    if not whole:
        problems.append(
            "The library is damaged: `reader backup restore` puts a backup in its place, "
            "`reader backup save` copies what can still be read."
        )
    held = holdings_of(library)
    if held is not None:
        yield (
            "Holds",
            f"{held.articles} articles, {held.annotations} annotations, {held.notes} notes, "
            f"{held.corrections} corrections, {library.stat().st_size / 1e6:.1f} MB",
        )
    mode = library.stat().st_mode & 0o077
    if mode and sys.platform != "win32":
        problems.append("Others on this computer can read the library: chmod 600 makes it private.")
    backups = backups_of(library)
    newest = f", the newest of {backups[0].made:%Y-%m-%d %H:%M} UTC" if backups else ""
    yield "Backups", f"{len(backups)}{newest}"
