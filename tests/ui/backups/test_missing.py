"""A library that is not where it was: at the start, and while the program runs."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.backups import Reason
from reader.store.backups import backups_of, make_backup
from reader.ui.background import SaveState
from reader.ui.backups.missing import KnownLibraries
from reader.ui.workbench import Workbench
from tests.store.examples import article
from tests.store.taken_away import ENTITY, POSIX, library_on_disk, note_in
from tests.ui.conftest import READING_MS, bench, close

Start = Callable[..., Application]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a library with a note, in a folder that can be taken away."""
    return library_on_disk(tmp_path)


@pytest.fixture
def known(path: Path, tmp_path: Path) -> Path:
    """Return the path of a library that the program has opened before."""
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    KnownLibraries(state).add(path)
    return path


def press(workbench: Workbench, words: str) -> None:
    bar = workbench.notices
    buttons = [bar.action_button, *bar.choice_buttons]
    next(each for each in buttons if words in each.text()).click()


def offered(workbench: Workbench) -> list[str]:
    bar = workbench.notices
    return [each.text() for each in (bar.action_button, *bar.choice_buttons)]


def missed(qtbot: QtBot, workbench: Workbench) -> None:
    """Wait until the window says that its library is missing."""
    qtbot.waitUntil(lambda: "not there any more" in workbench.notices.sentence, timeout=READING_MS)
    assert "\n" not in workbench.notices.sentence


def test_missing_library_is_remembered_from_when_it_was_opened(
    qtbot: QtBot, start: Start, path: Path
) -> None:
    program = start(library=path)
    known = KnownLibraries(program.window.state)
    qtbot.waitUntil(lambda: known.has(path), timeout=READING_MS)
    assert not known.has(path.with_name("other.sqlite"))


def test_missing_library_is_not_made_anew_and_shown_when_it_is_back(
    qtbot: QtBot, start: Start, known: Path
) -> None:
    aside = known.parent.rename(known.parent.with_name("aside"))
    workbench = bench(start(library=known))
    missed(qtbot, workbench)
    assert offered(workbench) == ["Try again", "Choose another library…", "Begin a new one"]
    press(workbench, "Try again")
    missed(qtbot, workbench)
    assert not known.parent.exists()
    aside.rename(known.parent)
    press(workbench, "Try again")
    qtbot.waitUntil(lambda: workbench.library_pane.model.rowCount() == 1, timeout=READING_MS)
    assert workbench.notices.sentence == ""


def test_missing_library_is_begun_anew_on_the_users_word(
    qtbot: QtBot, start: Start, known: Path
) -> None:
    shutil.rmtree(known.parent)
    workbench = bench(start(library=known))
    missed(qtbot, workbench)
    with qtbot.waitSignal(workbench.desk.library_read, timeout=READING_MS):
        press(workbench, "Begin a new one")
    assert known.exists()
    assert workbench.library_pane.model.rowCount() == 0


def test_missing_library_is_put_back_from_its_newest_backup(
    qtbot: QtBot, start: Start, known: Path
) -> None:
    make_backup(known, Reason.SCHEDULED)
    known.unlink()
    workbench = bench(start(library=known))
    missed(qtbot, workbench)
    with qtbot.waitSignal(workbench.backups.told, timeout=READING_MS):
        press(workbench, "Put back the backup")
    assert note_in(known) == "nota"


@POSIX
def test_missing_library_loses_nothing_that_is_typed_meanwhile(
    qtbot: QtBot, start: Start, path: Path
) -> None:
    program = start(library=path)
    workbench = bench(program)
    with qtbot.waitSignal(workbench.controller.note_saved, timeout=READING_MS):
        workbench.controller.save_note(ENTITY, "antes")
    aside = path.parent.rename(path.parent.with_name("aside"))
    with qtbot.waitSignal(workbench.controller.note_failed, timeout=READING_MS):
        workbench.controller.save_note(ENTITY, "escrita sin disco")
    missed(qtbot, workbench)
    assert workbench.library.state is SaveState.FAILED
    assert workbench.library.unsaved_texts() == ["escrita sin disco"]
    with qtbot.waitSignal(workbench.desk.library_read, timeout=READING_MS):
        workbench.controller.refresh_articles()  # what is open can still be read
    missed(qtbot, workbench)
    workbench.notices.dismiss()
    with qtbot.assertNotEmitted(workbench.controller.note_failed, wait=300):
        workbench.library.retry()  # the same isn't told again and again
    assert workbench.notices.sentence == ""
    assert not path.parent.exists()
    aside.rename(path.parent)
    workbench.library.retry()
    qtbot.waitUntil(lambda: workbench.library.state is SaveState.SAVED, timeout=READING_MS)
    close(qtbot, program)
    assert "escrita sin disco" in note_in(path)


@POSIX
def test_missing_library_that_was_deleted_is_saved_anew(
    qtbot: QtBot, start: Start, path: Path
) -> None:
    program = start(library=path)
    workbench = bench(program)
    with qtbot.waitSignal(workbench.controller.note_saved, timeout=READING_MS):
        workbench.controller.save_note(ENTITY, "antes")
    for each in path.parent.glob("library.sqlite*"):
        each.unlink()
    with qtbot.waitSignal(workbench.controller.note_failed, timeout=READING_MS):
        workbench.controller.save_note(ENTITY, "después")
    missed(qtbot, workbench)
    with qtbot.waitSignal(workbench.controller.note_saved, timeout=READING_MS):
        press(workbench, "Save it anew")
    close(qtbot, program)
    assert "después" in note_in(path)


@POSIX
def test_missing_library_with_another_in_its_place_is_kept_as_a_backup(
    qtbot: QtBot, start: Start, path: Path
) -> None:
    other = path.with_name("other.sqlite")
    shutil.copy(path, other)
    program = start(library=path)
    workbench = bench(program)
    with qtbot.waitSignal(workbench.controller.note_saved, timeout=READING_MS):
        workbench.controller.save_note(ENTITY, "de la primera")
    other.replace(path)
    with qtbot.waitSignal(workbench.missing.told, timeout=READING_MS):
        workbench.controller.save_note(ENTITY, "de la segunda")
    close(qtbot, program)
    assert "de la segunda" in note_in(path)
    (kept,) = backups_of(path)
    assert "de la primera" in note_in(kept.path)


def test_missing_library_keeps_the_tabs_of_last_time(
    qtbot: QtBot, start: Start, path: Path
) -> None:
    program = start(library=path)
    with qtbot.waitSignal(bench(program).controller.article_opened, timeout=READING_MS):
        bench(program).show_article(article().id)
    close(qtbot, program)
    aside = path.parent.rename(path.parent.with_name("aside"))
    program = start(library=path)
    missed(qtbot, bench(program))
    close(qtbot, program)
    aside.rename(path.parent)
    workbench = bench(start(library=path))
    qtbot.waitUntil(lambda: workbench.controller.document is not None, timeout=READING_MS)
    assert workbench.controller.document is not None
    assert workbench.controller.document.id == article().id
