"""The history of an annotation in the whole program: compared, restored, undone."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.annotations import Colour
from reader.store.library import Library
from reader.ui.annotations.wishes import AnnotationMenu
from reader.ui.versions_dialog import VersionsDialog
from reader.ui.workbench import Workbench
from tests.ui.annotations.test_annotation_journey import (
    PORT,
    WALL,
    Start,
    mark,
    on_disk,
    open_all,
    open_article,
)
from tests.ui.conftest import READING_MS, bench

pytestmark = pytest.mark.model


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """Return the path of a library with an annotation that said something else before."""
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        for article in (PORT, WALL):
            library.add_document(article)
        mark(library, PORT, "alcaldesa de Vigo", tags=("política",), comment="Es ella.")
        mark(library, WALL, "dos mil años")
        (said,) = library.annotations(PORT.id)
        now = replace(said, comment="Es otra.", colour=Colour.GREEN, tags=("política", "duda"))
        library.annotation_list.save([(said, now)])
    return path


@pytest.fixture
def workbench(qtbot: QtBot, start: Start, library_path: Path) -> Workbench:
    return bench(start(library=library_path))


def shown_dialog(qtbot: QtBot, workbench: Workbench) -> VersionsDialog:
    """Return the history once it is on show."""
    found: list[VersionsDialog] = []

    def is_shown() -> bool:
        found[:] = workbench.window.findChildren(VersionsDialog)
        return bool(found) and found[0].isVisible()

    qtbot.waitUntil(is_shown, timeout=READING_MS)
    return found[0]


def test_annotation_history_says_what_changed(qtbot: QtBot, workbench: Workbench) -> None:
    open_article(qtbot, workbench, PORT)
    workbench.presenter.annotations.show("Vigo")
    workbench.panel.annotation_list.editor.history_button.click()
    dialog = shown_dialog(qtbot, workbench)
    assert "alcaldesa de Vigo" in dialog.windowTitle()
    assert dialog.list.count() == 1
    assert dialog.list.item(0).text().splitlines()[1:] == [
        "then changed:",
        "comment, colour,",
        "tags",
    ]
    assert dialog.text.toPlainText().splitlines() == [
        "Comment: Es ellaotra.",
        "Colour: Yellow, Green",
        "Tags: política, duda",
    ]


def test_annotation_history_restores_and_undo_takes_it_back(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    open_article(qtbot, workbench, PORT)
    workbench.presenter.annotations.show("Vigo")
    workbench.panel.annotation_list.editor.history_button.click()
    shown_dialog(qtbot, workbench).restore_button.click()

    def is_old(found: object) -> bool:
        return (found.comment, found.colour, found.tags) == (  # type: ignore[attr-defined]
            "Es ella.",
            Colour.YELLOW,
            ("política",),
        )

    on_disk(qtbot, library_path, "Vigo", meets=is_old)
    with Library.open(library_path) as library:
        kept = [each.comment for each in library.annotation_list.versions("Vigo")]
    assert kept == ["Es ella.", "Es otra."]
    assert "restore the annotation" in workbench.undo_order.undo_action.text()
    assert workbench.panel.annotation_list.editor.comment.text() == "Es ella."
    workbench.undo_order.undo()
    on_disk(qtbot, library_path, "Vigo", meets=lambda found: found.comment == "Es otra.")
    assert workbench.panel.annotation_list.editor.comment.text() == "Es otra."


def test_annotation_history_is_in_the_menu_of_one_alone(qtbot: QtBot, workbench: Workbench) -> None:
    open_all(qtbot, workbench)
    page = workbench.annotation_pages.all.page
    each = page.model.annotations()

    def words(count: int) -> list[str]:
        menu = AnnotationMenu(
            each[:count],
            known=workbench.annotating.known,
            theme=page._theme,  # type: ignore[arg-type]
            wishes=page.view.wishes,
            parent=page,
        )
        return [action.text() for action in menu.actions()]

    assert "History…" in words(1)
    assert "History…" not in words(2)
    page.view.wishes.history_wanted.emit(next(one for one in each if one.id == "años"))
    dialog = shown_dialog(qtbot, workbench)
    assert dialog.list.count() == 0
    assert dialog.restore_button.isHidden()
