"""A library with something to export, and what a user does to export it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.annotations import Colour, annotate
from reader.core.shelf import LabelKind
from reader.store.library import Library
from reader.ui.exporting.dialog import ExportDialog
from reader.ui.workbench import Workbench
from tests.store.examples import country, naming, news, person

NOW = "2026-11-23T12:00:00.000000Z"
WAIT_MS = 60_000


def make_library(path: Path) -> None:
    """Make a library of two articles, a note, an annotation and a collection."""
    russia, ana = country("Rusia", code="RU"), person("Ana Torres")
    with Library.open(path) as library:
        for title, text in (
            ("La visita", "Ana Torres viajó a Rusia en enero."),
            ("La vuelta", "Nadie esperaba que Ana Torres volviera tan pronto."),
        ):
            document = news(text, title=title, date="2026-01-02", url="https://a.example/b")
            library.add_document(document.document)
            library.store_recognition(naming(document.document, russia, ana))
            if title == "La visita":
                marked = annotate(
                    document.document, 0, 10, annotation_id="a", colour=Colour.GREEN, now=NOW
                )
                library.save_annotation(replace(marked, comment="¿Quién?", tags=("viajes",)))
        library.save_note(russia.id, "Potencia *nuclear*.")
        library.labels.create(LabelKind.COLLECTION, "Viajes")


def opened(qtbot: QtBot, workbench: Workbench) -> ExportDialog:
    """Open the export dialog, and wait for its preview."""
    with qtbot.waitSignal(workbench.exporting.opened, timeout=WAIT_MS):
        workbench.actions["export"].trigger()
    dialog = workbench.exporting.dialog
    assert dialog is not None
    wait_for_preview(qtbot, workbench, lambda: None)
    return dialog


def wait_for_preview(qtbot: QtBot, workbench: Workbench, do: Callable[[], object]) -> None:
    """Do something that changes the preview, and wait until it is there."""
    with qtbot.waitSignal(workbench.exporting.jobs.previewed, timeout=WAIT_MS):
        do()


def choose_scope(dialog: ExportDialog, words: str) -> None:
    """Choose what is exported by what the list calls it."""
    rows = [dialog.scope.itemText(row) for row in range(dialog.scope.count())]
    dialog.scope.setCurrentIndex(next(n for n, each in enumerate(rows) if words in each))


def export_to(
    qtbot: QtBot, workbench: Workbench, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Press the dialog's button, choose `path`, and wait until it is written."""
    monkeypatch.setattr("reader.ui.exporting.dialog.ask_target", lambda *_args: path)
    dialog = workbench.exporting.dialog
    assert dialog is not None
    with qtbot.waitSignal(workbench.exporting.exported, timeout=WAIT_MS):
        dialog.export_button.click()
