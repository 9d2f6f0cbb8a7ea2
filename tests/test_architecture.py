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
CEILINGS = {"file": 400, "class": 250, "function": 40}
"""The most lines that each may have."""
KNOWN_TALL = {
    "cli.py:run_entities": 45,
    "cli_export.py:_parser": 45,
    "cli_export.py:run_export": 50,
    "exporting/template_data.py:Data": 280,
    "exporting/words.py:_english": 50,
    "exporting/words.py:_spanish": 65,
    "formats/from_page.py:read_page": 45,
    "recognition/service.py:RecognitionService": 310,
    "store/anchors.py:move_all": 45,
    "store/annotation_links.py:save_entities": 45,
    "store/annotation_links.py:save_tags": 45,
    "store/backups.py:make_backup": 60,
    "store/correction_list.py:changes": 45,
    "store/library.py:Library": 290,
    "store/recognitions.py:store_recognition": 50,
    "ui/annotation_book.py:AnnotationBook": 260,
    "ui/annotations/review_page.py:_lay_out": 55,
    "ui/annotations/review_page.py:_show_case": 45,
    "ui/appearance_form.py:__init__": 45,
    "ui/centre.py:Centre": 280,
    "ui/correcting/desk.py:CorrectingDesk": 330,
    "ui/correcting/entity_desk.py:EntityDesk": 260,
    "ui/correcting/said_page.py:SaidPage": 278,
    "ui/entity_page/presenter.py:_open": 45,
    "ui/exporting/dialog.py:ExportDialog": 280,
    "ui/exporting/dialog.py:__init__": 45,
    "ui/exporting/dialog.py:_lay_out": 45,
    "ui/hover_card.py:set_entity": 45,
    "ui/importing/address_dialog.py:__init__": 45,
    "ui/importing/desk.py:ImportDesk": 260,
    "ui/importing/fetching.py:begin": 45,
    "ui/library/desk.py:LibraryDesk": 280,
    "ui/library/label_picker.py:__init__": 45,
    "ui/panel/annotation_editor.py:__init__": 45,
    "ui/panel/annotation_rows.py:AnnotationRows": 260,
    "ui/panel/card_head.py:CardHead": 270,
    "ui/panel/entity_delegate.py:_paint_entity": 45,
    "ui/panel/entity_list.py:EntityList": 300,
    "ui/panel/entity_list.py:__init__": 45,
    "ui/preferences/model_card.py:__init__": 45,
    "ui/preferences/recognition_page.py:RecognitionPage": 310,
    "ui/reading/canvas.py:ReadingCanvas": 270,
    "ui/reading/paint.py:paint": 45,
    "ui/reading/style.py:_set": 50,
    "ui/tabs/desk.py:Tabs": 330,
    "ui/versions_dialog.py:__init__": 45,
}
"""What is taller than its ceiling, and how tall at the most. These numbers only go down."""


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


def heights() -> dict[str, tuple[str, int]]:
    """Return, by its name, what each file, class and function is, and its height in lines."""
    found: dict[str, tuple[str, int]] = {}
    for path in modules():
        text, name = path.read_text("utf-8"), path.relative_to(PACKAGE).as_posix()
        found[name] = "file", text.count("\n")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                what = "class" if isinstance(node, ast.ClassDef) else "function"
                assert node.end_lineno is not None
                height = node.end_lineno - node.lineno + 1
                key = f"{name}:{node.name}"  # of several with one name, the tallest
                if height > found.get(key, ("", 0))[1]:
                    found[key] = what, height
    return found


def test_architecture_nothing_grows_through_its_ceiling() -> None:
    found = heights()
    tall = {
        name: height
        for name, (what, height) in found.items()
        if height > KNOWN_TALL.get(name, CEILINGS[what])
    }
    assert not tall, "move a responsibility out of these, into an object or a module of its own"


def test_architecture_known_tall_ones_are_still_tall() -> None:
    found = heights()
    low = [name for name in KNOWN_TALL if name not in found or _is_low(*found[name])]
    assert not low, "these are as low as all others now: take them out of KNOWN_TALL"


def _is_low(what: str, height: int) -> bool:
    return height <= CEILINGS[what]
