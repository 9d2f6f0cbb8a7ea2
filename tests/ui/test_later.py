"""What is made when it is first asked for: not before, and then right."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.ui.later import HasLater, Later
from reader.ui.theme import Theme
from reader.ui.workbench import Workbench
from tests.ui.conftest import READING_MS, bench

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "seeds" / "rusia-corea-del-norte.txt"

AT_THE_MOST = 400
"""Modules of the program that the first text with its names may need; a new one costs a ms."""

NOT_BEFORE_ASKED = {
    "search": "reader.ui.search.desk",
    "all annotations": "reader.ui.annotations.all_desk",
    "annotations to review": "reader.ui.annotations.review_desk",
    "history of annotations": "reader.ui.versions_dialog",
    "corrections": "reader.ui.correcting.said_page",
    "an entity's card": "reader.ui.panel.entity_card",
    "an entity's page": "reader.ui.entity_page.page",
    "network": "reader.ui.network.page",
    "its arrangement": "networkx",
    "export": "reader.ui.exporting.desk",
    "formats of exports": "reader.exporting.registry",
    "printing": "reader.ui.printing.desk",
    "imports of work": "reader.ui.importing.work_desk",
    "merging of libraries": "reader.store.transfer",
    "an address": "reader.ui.importing.address_dialog",
    "the report of an import": "reader.ui.importing.report_dialog",
    "preferences": "reader.ui.preferences.dialog",
    "installing models": "reader.recognition.download",
    "palette": "reader.ui.palette.desk",
    "sheet of keys": "reader.ui.shortcuts.sheet",
    "about": "reader.ui.about",
    "backups": "reader.ui.backups.dialog",
    "other formats": "reader.formats.from_pdf",
    "pages of the web": "reader.formats.from_page",
    "other encodings": "charset_normalizer",
    "recognition": "spacy",
    "command line of sqlite-utils": "click",
}


class Owner(HasLater):
    """Something with one part that is made later."""

    def _make(self) -> list[str]:
        return ["made"]

    def _wire(self, part: list[str]) -> None:
        part.append("wired" if self.part is part else "not to be had")

    part: "Later[list[str]]" = Later(_make, _wire)


def test_later_is_made_once_and_wired_when_it_can_be_had() -> None:
    owner = Owner()
    assert owner.made("part") is None
    assert owner.part == ["made", "wired"]
    assert owner.part is owner.made("part")


def test_later_tells_who_waits_once_and_who_comes_afterwards_at_once() -> None:
    owner, told = Owner(), []
    owner.when_made("part", told.append)
    assert told == []
    assert [owner.part, owner.part] == told * 2
    owner.when_made("part", told.append)
    assert told == [owner.part] * 2


def test_later_is_made_by_the_call_and_not_by_the_wish_for_it() -> None:
    owner = Owner()
    ask = owner.asking("part", "append")
    assert owner.made("part") is None
    ask("asked")
    assert owner.part == ["made", "wired", "asked"]


@pytest.mark.model
def test_start_imports_only_what_the_first_text_needs(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.start_probe", str(tmp_path), str(ARTICLE)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=READING_MS / 1000,
    )
    imported = set(json.loads(ended.stdout.splitlines()[-1]))
    early = {what: module for what, module in NOT_BEFORE_ASKED.items() if module in imported}
    assert not early, "what nobody has opened yet is imported at the start"
    own = [module for module in imported if module.split(".")[0] == "reader"]
    assert len(own) <= AT_THE_MOST


OPENED = {
    "search": (lambda w: w.search.page),
    "all_annotations": (lambda w: w.annotation_pages.all.page),
    "corrections": (lambda w: w.said.page),
    "network": (lambda w: w.centre.network_page),
    "palette": (lambda w: w.commands.palette.palette),
    "shortcuts": (lambda w: w.commands.sheet),
    "export": (lambda w: w.exporting.dialog),
    "print": (lambda w: w.printing.dialog),
    "backups": (lambda w: w.backups._dialog),
    "preferences": (lambda w: w.preferences.dialog),
    "entity_page": (lambda w: w.centre.entity_page),
}
"""What each action opens."""

MADE_BEFORE = {
    "search": lambda w: w.made("search"),
    "all_annotations": lambda w: w.made("annotation_pages"),
    "corrections": lambda w: w.made("said"),
    "network": lambda w: w.centre._networks,
    "palette": lambda w: w.commands.made("palette"),
    "shortcuts": lambda w: w.commands.sheet,
    "export": lambda w: w.made("exporting"),
    "print": lambda w: w.made("printing"),
    "backups": lambda w: w.backups._dialog,
    "preferences": lambda w: w.preferences.dialog,
    "entity_page": lambda w: w.centre._entities,
}
"""What there is of each before its action."""


def shown(qtbot: QtBot, page: Callable[[], QWidget | None]) -> QWidget:
    """Return a page or a dialog once it is on show."""
    found: list[QWidget] = []

    def is_shown() -> bool:
        found[:] = [each for each in [page()] if each is not None and each.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_shown)
    return found[0]


def spoken(widget: QWidget) -> str:
    """Return the words that a widget and all in it show or say to a screen reader."""
    said: list[str] = []
    for each in (widget, *widget.findChildren(QWidget)):
        said += [each.accessibleName(), each.windowTitle()]
        for words in ("text", "placeholderText", "title"):
            read: Callable[[], object] | None = getattr(each, words, None)
            if callable(read):
                said.append(str(read()))
    return "\n".join(said)


@pytest.mark.model
def test_later_every_action_opens_what_it_names_in_the_theme_and_language_of_now(
    qtbot: QtBot, read: Callable[..., Application]
) -> None:
    workbench = bench(read())
    first = {name: made(workbench) for name, made in MADE_BEFORE.items()}
    assert first == dict.fromkeys(MADE_BEFORE)
    workbench.set_settings(replace(workbench.settings, theme="dark", language="es"))
    recognition = workbench.controller.recognition
    assert recognition is not None
    workbench.presenter.show_entity(recognition.entities[0].id)
    for name, page in OPENED.items():
        workbench.centre.show_article()
        workbench.actions[name].trigger()
        opened = shown(qtbot, lambda page=page: page(workbench))
        assert opened.palette().color(opened.backgroundRole()).lightness() < 128, name
        assert SPANISH[name] in spoken(opened), name
        if opened.isWindow():
            opened.close()
    assert _themes(workbench) == {workbench.appearance.theme.name}


SPANISH = {
    "search": "Buscar",
    "all_annotations": "anotaciones",
    "corrections": "orrecciones",
    "network": "Red",
    "palette": "comando",
    "shortcuts": "Atajos",
    "export": "Exportar",
    "print": "Imprimir",
    "backups": "copia",
    "preferences": "Preferencias",
    "entity_page": "nota",
}
"""A word on each."""


def _themes(workbench: Workbench) -> set[str]:
    """Return the names of the themes that the parts that were made have."""
    parts: list[QObject | None] = [
        *(workbench.made("exporting"), workbench.made("annotation_pages")),
        *(workbench.commands.made("palette"), workbench.panel),
    ]
    themes: list[Theme] = [part._theme for part in parts if part is not None]  # type: ignore[attr-defined]
    return {theme.name for theme in themes}
