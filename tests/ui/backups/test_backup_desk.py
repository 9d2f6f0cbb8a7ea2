"""Backups from the window: by themselves, by hand, put back, and for a damaged library."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.backups import Reason
from reader.store.backups import backups_of, make_backup
from reader.store.library import Library
from reader.ui.backups.dialog import BackupDialog
from tests.store.examples import news
from tests.ui.conftest import READING_MS, bench, close

Start = Callable[..., Application]


def with_articles(path: Path, *titles: str) -> Path:
    with Library.open(path) as library:
        for title in titles:
            library.shelf.add(news(f"{title}: la ciudad despierta tarde.", title=title))
    return path


def titles(path: Path) -> set[str]:
    with Library.open(path) as library:
        return {each.title for each in library.documents()}


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:9000] = bytes(8900)
    path.write_bytes(data)


def listed(dialog: BackupDialog) -> list[str]:
    items = (dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount()))
    return [" ".join(item.text(column) for column in range(4)) for item in items if item]


def test_backup_desk_makes_one_a_day(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = with_articles(tmp_path / "library.sqlite", "Uno")
    workbench = bench(start())
    workbench.backups.make_if_due()
    qtbot.waitUntil(lambda: len(backups_of(path)) == 1, timeout=READING_MS)
    assert backups_of(path)[0].reason is Reason.SCHEDULED
    workbench.backups.make_if_due()
    workbench.backups.finish()  # waits for it
    assert len(backups_of(path)) == 1


def test_backup_desk_lists_makes_and_puts_back(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = with_articles(tmp_path / "library.sqlite", "Uno")
    make_backup(path, Reason.SCHEDULED, now=datetime.now(UTC) - timedelta(hours=3))
    with_articles(path, "Dos")
    workbench = bench(start())
    workbench.actions["backups"].trigger()
    dialog = workbench.backups.show()
    qtbot.waitUntil(lambda: len(listed(dialog)) == 1, timeout=READING_MS)
    dialog.make_button.click()
    qtbot.waitUntil(lambda: len(listed(dialog)) == 2, timeout=READING_MS)
    assert "2" in listed(dialog)[0]
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    with qtbot.waitSignal(workbench.backups.undoable, timeout=READING_MS):
        dialog.restore_button.click()
    qtbot.waitUntil(lambda: workbench.library_pane.model.rowCount() == 1, timeout=READING_MS)
    with qtbot.waitSignal(workbench.backups.undoable, timeout=READING_MS):
        workbench.notices.action_button.click()  # Undo
    qtbot.waitUntil(lambda: workbench.library_pane.model.rowCount() == 2, timeout=READING_MS)


def test_backup_desk_shows_the_open_article_as_it_was(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    path = with_articles(tmp_path / "library.sqlite", "Uno")
    made = make_backup(path, Reason.BY_HAND)
    program = start()
    workbench = bench(program)
    with Library.open(path) as library:
        (summary,) = library.documents()
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.controller.open_article(summary.id)
    workbench.view.select_span(0, 3)
    workbench.actions["annotate_green"].trigger()
    assert len(workbench.book.annotations()) == 1
    with qtbot.waitSignals(
        [workbench.backups.undoable, workbench.controller.article_opened], timeout=READING_MS
    ):
        workbench.backups.restore(made.path)
    assert workbench.book.annotations() == []
    assert not workbench.undo_order.undo_action.isEnabled()
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.notices.action_button.click()
    assert len(workbench.book.annotations()) == 1


def test_backup_desk_offers_the_newest_for_a_damaged_library(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    path = with_articles(tmp_path / "library.sqlite", "Uno")
    make_backup(path, Reason.SCHEDULED)
    damage(path)
    workbench = bench(start())
    qtbot.waitUntil(workbench.notices.action_button.isVisible, timeout=READING_MS)
    assert "damaged" in workbench.notices.sentence or "not a library" in workbench.notices.sentence
    assert workbench.notices.choice_buttons
    with qtbot.waitSignal(workbench.backups.told, timeout=READING_MS):
        workbench.notices.action_button.click()
    qtbot.waitUntil(lambda: workbench.library_pane.model.rowCount() == 1, timeout=READING_MS)
    assert any(".damaged-" in each.name for each in tmp_path.iterdir())
    assert titles(path) == {"Uno"}


def test_backup_desk_saves_what_can_be_read(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = with_articles(tmp_path / "library.sqlite", *map(str, range(40)))
    data = bytearray(path.read_bytes())
    middle = len(data) // 8192 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    workbench = bench(start())
    with qtbot.waitSignal(workbench.backups.told, timeout=READING_MS):
        workbench.backups.save_what_can_be_read()
    assert workbench.library.path is not None
    assert ".saved-" in workbench.library.path.name
    assert len(titles(workbench.library.path)) > 20


def test_backup_desk_saves_a_library_whose_beginning_is_damaged(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    """It is no library by the look of it; but one was opened there."""
    path = with_articles(tmp_path / "library.sqlite", "Uno")
    close(qtbot, start())
    data = bytearray(path.read_bytes())
    data[:4096] = b"\xff" * 4096
    path.write_bytes(data)
    workbench = bench(start())
    qtbot.waitUntil(workbench.notices.action_button.isVisible, timeout=READING_MS)
    assert "not a library" in workbench.notices.sentence
    assert workbench.notices.action_button.text() == "Save what can be read"
    with qtbot.waitSignal(workbench.backups.told, timeout=READING_MS):
        workbench.notices.action_button.click()
    qtbot.waitUntil(lambda: workbench.library_pane.model.rowCount() == 1, timeout=READING_MS)
    assert workbench.library.path is not None
    assert titles(workbench.library.path) == {"Uno"}


def test_backup_desk_tells_once_of_a_synced_folder(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path = with_articles(folder / "library.sqlite", "Uno")
    workbench = bench(start(library=path))
    qtbot.waitUntil(lambda: "Dropbox" in workbench.notices.sentence, timeout=READING_MS)
    with qtbot.assertNotEmitted(workbench.backups.told, wait=300):
        workbench.desk.library_read.emit()
