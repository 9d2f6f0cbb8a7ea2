"""Imports go down only; see the table in README.md."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "reader"
LOWER = {"formats", "recognition", "store"}
ALLOWED = {
    "core": {"core"},
    "formats": {"core", "formats"},
    "recognition": {"core", "paths", "recognition"},
    # Finding passages again is an algorithm of its own, which knows no library.
    "anchoring": {"core", "anchoring"},
    "store": {"core", "anchoring", "store"},
    "paths": set(),
    "settings": {"core", "paths", "settings"},
    "importing": {"core", *LOWER, "importing"},
    "exporting": {"core", "formats", "store", "paths", "exporting"},
    "ui": {"core", *LOWER, "importing", "exporting", "settings", "paths", "licences", "ui"},
    "app": {"core", *LOWER, "settings", "paths", "logbook", "ui", "app"},
    "logbook": {"core"},
    "licences": set(),
    "messages": {"core", "ui"},
    "cli": {
        *("core", *LOWER, "settings", "paths", "messages", "ui", "app"),
        *("cli_backup", "cli_doctor", "cli_export", "cli_import", "cli_model", "cli_options"),
    },
    "cli_backup": {"cli_options", "core", "store", "paths", "messages"},
    "cli_doctor": {"cli_options", "core", "recognition", "store", "settings", "paths"},
    "cli_export": {
        "cli_options",
        "core",
        "formats",
        "store",
        "exporting",
        "paths",
        "messages",
        "ui",
    },
    "cli_import": {
        "cli_options",
        "core",
        "store",
        "importing",
        "settings",
        "paths",
        "messages",
        "ui",
    },
    "cli_options": {"paths"},
    "cli_model": {"core", "recognition", "settings", "paths", "messages"},
    "__main__": {"cli"},
    "__init__": set(),
}
ONLY_IMPORTERS = {
    "spacy": {"recognition"},
    "thinc": {"recognition"},
    "numpy": {"recognition"},
    "networkx": {"ui"},
    "py3langid": {"recognition"},
    "rapidfuzz": {"anchoring"},
    "sqlite_utils": {"store"},
    "PySide6": {"ui", "app"},
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            base = node.module or ""
            names += [f"{base}.{a.name}" if base == "reader" else base for a in node.names]
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_architecture_imports_go_down(path: Path) -> None:
    part = part_of(path)
    used = {n.split(".")[1] for n in imports(path) if n.startswith("reader.")}
    forbidden = used - ALLOWED[part] - {"__version__"}
    assert not forbidden, f"{part} must not import {sorted(forbidden)}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_architecture_each_library_has_one_importer(path: Path) -> None:
    part = part_of(path)
    for name in imports(path):
        importers = ONLY_IMPORTERS.get(name.split(".")[0])
        assert importers is None or part in importers, f"{part} must not import {name}"


def test_architecture_core_uses_the_standard_library_only() -> None:
    import sys

    for path in (PACKAGE / "core").glob("*.py"):
        for name in imports(path):
            top = name.split(".")[0]
            assert top == "reader" or top in sys.stdlib_module_names, f"{path.name}: {name}"
