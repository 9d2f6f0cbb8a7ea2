"""Exports by hand: the dialog with its preview, vaults twice, copies, and stopping."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.annotations import Colour
from reader.core.export import ExportScope, ScopeKind
from reader.exporting.templates import user_folder
from reader.ui.library.undoable import Chosen
from reader.ui.workbench import Workbench
from tests.ui.conftest import bench
from tests.ui.exporting.export_steps import (
    WAIT_MS,
    choose_scope,
    export_to,
    make_library,
    opened,
    wait_for_preview,
)

Start = Callable[..., Application]


@pytest.fixture
def workbench(start: Start, tmp_path: Path) -> Workbench:
    library = tmp_path / "library.sqlite"
    make_library(library)
    return bench(start(library=library))


def test_exporting_shows_what_it_writes(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, workbench)
    assert dialog.chosen_scope().kind is ScopeKind.COLLECTION
    wait_for_preview(qtbot, workbench, lambda: choose_scope(dialog, "whole library"))
    assert "# La visita" in dialog.pane.preview.toPlainText()
    row = dialog.template.findData("article-line")
    wait_for_preview(qtbot, workbench, lambda: dialog.template.setCurrentIndex(row))
    shown = dialog.pane.preview.toPlainText()
    target = tmp_path / "salida.md"
    export_to(qtbot, workbench, target, monkeypatch)
    assert target.read_text("utf-8") == shown
    assert str(target) in workbench.notices.sentence
    assert workbench.exporting.dialog is None


def test_exporting_proposes_the_articles_of_the_lists_menu(
    qtbot: QtBot, workbench: Workbench
) -> None:
    visit = next(
        each
        for each in map(workbench.library_pane.model.article, range(2))
        if each is not None and each.title == "La visita"
    )
    with qtbot.waitSignal(workbench.exporting.opened, timeout=WAIT_MS):
        workbench.desk.export_requested.emit(Chosen(ids=(visit.id,)))
    dialog = workbench.exporting.dialog
    assert dialog is not None
    assert (dialog.chosen_scope().kind, dialog.chosen_scope().ids) == (
        ScopeKind.ARTICLES,
        (visit.id,),
    )
    assert "La visita" in dialog.scope.currentText()


def test_exporting_proposes_the_name_whose_page_is_shown(
    qtbot: QtBot, workbench: Workbench
) -> None:
    article = next(filter(None, map(workbench.library_pane.model.article, range(2))))
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=WAIT_MS):
        workbench.controller.open_article(article.id)
    workbench.presenter.walk_mentions(1)
    entity_id = workbench.presenter.entity_id
    assert entity_id is not None
    with qtbot.waitSignal(workbench.centre.moved, timeout=WAIT_MS):
        workbench.centre.open_entity(entity_id)
    dialog = opened(qtbot, workbench)
    assert dialog.chosen_scope() == ExportScope(ScopeKind.ENTITIES, (entity_id,))


def test_exporting_filters_by_colour(qtbot: QtBot, workbench: Workbench) -> None:
    dialog = opened(qtbot, workbench)
    wait_for_preview(qtbot, workbench, lambda: choose_scope(dialog, "whole library"))
    dots = dialog.filter_form.dots
    wait_for_preview(qtbot, workbench, dots[Colour.GREEN].click)
    assert "La vuelta" not in dialog.pane.preview.toPlainText()
    assert "La visita" in dialog.pane.preview.toPlainText()
    wait_for_preview(
        qtbot, workbench, lambda: (dots[Colour.GREEN].click(), dots[Colour.PINK].click())
    )
    assert not dialog.pane.preview.toPlainText().startswith("#")


def test_exporting_nothing_cannot_be_begun(qtbot: QtBot, workbench: Workbench) -> None:
    dialog = opened(qtbot, workbench)
    assert not dialog.export_button.isEnabled()  # the collection is empty
    wait_for_preview(qtbot, workbench, lambda: choose_scope(dialog, "whole library"))
    assert dialog.export_button.isEnabled()


def test_exporting_tells_of_a_mistake_in_the_template_as_one_types(
    qtbot: QtBot, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, workbench)
    wait_for_preview(qtbot, workbench, lambda: choose_scope(dialog, "whole library"))
    wait_for_preview(qtbot, workbench, dialog.edit_button.click)
    edit = dialog.pane.editor
    wait_for_preview(qtbot, workbench, lambda: edit.setPlainText("\n{{ article.titel }}"))
    assert "at line 2" in dialog.pane.error.text()
    assert not dialog.export_button.isEnabled()
    wait_for_preview(qtbot, workbench, lambda: edit.setPlainText("mía: {{ article.title }}\n"))
    assert dialog.pane.error.isHidden()
    assert dialog.pane.preview.toPlainText().startswith("mía: La ")
    monkeypatch.setattr("reader.ui.exporting.dialog.ask_template_name", lambda *_args: "mía")
    wait_for_preview(qtbot, workbench, dialog.pane.save_button.click)
    assert (user_folder() / "mía.md.j2").read_text("utf-8") == "mía: {{ article.title }}\n"
    assert dialog.choices().template == "mía"


def test_exporting_a_vault_twice_keeps_what_was_written_in_between(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = tmp_path / "bóveda"
    for step in (1, 2):
        dialog = opened(qtbot, workbench)
        if step == 1:
            choose_scope(dialog, "whole library")
            dialog.format.setCurrentIndex(dialog.format.findData("vault"))
        else:  # the format was remembered
            choose_scope(dialog, "whole library")
            assert dialog.chosen_format().id == "vault"
        wait_for_preview(qtbot, workbench, lambda: None)
        export_to(qtbot, workbench, vault, monkeypatch)
        (page,) = vault.rglob("Rusia.md")
        if step == 1:
            before = page.read_text("utf-8")
            page.write_text(f"{before}\nLo mío.\n", "utf-8")
            with qtbot.waitSignal(workbench.controller.note_saved, timeout=WAIT_MS):
                workbench.controller.save_note("country:RU", "Otra nota.")
    after = page.read_text("utf-8")
    assert after.endswith("<!-- reader:end -->\n\nLo mío.\n")
    assert after.count("Otra nota.") == after.count("reader:begin") == 1
    assert "unchanged" in workbench.notices.sentence


def test_exporting_can_be_stopped(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, workbench)
    wait_for_preview(qtbot, workbench, lambda: choose_scope(dialog, "whole library"))
    target = tmp_path / "salida.md"
    monkeypatch.setattr("reader.ui.exporting.dialog.ask_target", lambda *_args: target)
    with qtbot.waitSignal(workbench.exporting.jobs.cancelled, timeout=WAIT_MS):
        dialog.export_button.click()
        workbench.exporting.bar.cancel_button.click()
    assert not target.exists()
    assert "stopped" in workbench.notices.sentence


def test_exporting_over_a_library_is_refused(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, workbench)
    wait_for_preview(qtbot, workbench, lambda: choose_scope(dialog, "whole library"))
    target = tmp_path / "library.sqlite"
    monkeypatch.setattr("reader.ui.exporting.dialog.ask_target", lambda *_args: target)
    with qtbot.waitSignal(workbench.exporting.failed, timeout=WAIT_MS):
        dialog.export_button.click()
    assert "would destroy" in workbench.notices.sentence
    assert target.read_bytes().startswith(b"SQLite format 3")


def test_exporting_copies_a_dossier(qtbot: QtBot, workbench: Workbench) -> None:
    with qtbot.waitSignal(workbench.exporting.told, timeout=WAIT_MS):
        workbench.exporting.copy_dossier("country:RU")
    copied = QApplication.clipboard().text()
    assert "# Rusia" in copied
    assert "Potencia *nuclear*." in copied
    assert "viajó a Rusia" in copied


def test_exporting_offers_the_name_on_show_first(qtbot: QtBot, workbench: Workbench) -> None:
    with qtbot.waitSignal(workbench.centre.moved, timeout=WAIT_MS):
        workbench.centre.open_entity("country:RU")
    dialog = opened(qtbot, workbench)
    assert dialog.scope.currentText() == "This name: Rusia"
    assert "## Note" in dialog.pane.preview.toPlainText()
