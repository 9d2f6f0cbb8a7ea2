"""Notes in the real window: linked, tagged, brought back, quoted into, undone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.corrections import Change
from reader.core.links import LinkTarget, ReaderLink, link_address
from reader.core.notes import TargetKind
from reader.store.library import Library
from reader.ui.notes.chooser import NoteChooser
from reader.ui.notes.markdown_edit import MarkdownEdit
from reader.ui.panel.note_editor import NoteEditor
from reader.ui.versions_dialog import VersionsDialog
from reader.ui.workbench import Workbench
from tests.ui.conftest import bench

pytestmark = pytest.mark.model

PASSAGE = "suministro de armas y tropas en operaciones clave"


@pytest.fixture
def window(read: Callable[..., Application], qtbot: QtBot) -> Workbench:
    """Return the window on the user's article, with Lavrov's card open."""
    program = read()
    window = bench(program)
    window.window.activateWindow()
    open_card(qtbot, window, "Serguéi Lavrov")
    return window


def entity_id(window: Workbench, name: str) -> str:
    """Return the id of an entity of the article."""
    recognition = window.controller.recognition
    assert recognition is not None
    return next(entity.id for entity in recognition.entities if entity.name == name)


def open_card(qtbot: QtBot, window: Workbench, name: str) -> None:
    """Open an entity's card, and wait until what is around its note has been read."""
    editor = window.panel.card.note
    wanted = entity_id(window, name)
    window.presenter.show_entity(wanted)
    settle(qtbot, window)
    assert editor.entity_id == wanted


def settle(qtbot: QtBot, window: Workbench) -> None:
    """Wait until all that was asked of the library so far is done."""
    done: list[bool] = []
    window.library.call(lambda _library: None, done=lambda _none: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


def ask(qtbot: QtBot, window: Workbench, question: Callable[[Library], object]) -> object:
    """Return what the library says."""
    answers: list[object] = []
    window.library.call(question, done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def note_of(qtbot: QtBot, window: Workbench, name: str) -> str:
    """Return the text of the note on an entity, as it is on the disk."""
    wanted = entity_id(window, name)
    note = ask(qtbot, window, lambda library: library.notebook.note(wanted))
    return getattr(note, "text", "")


def note(window: Workbench) -> NoteEditor:
    return window.panel.card.note


def write(qtbot: QtBot, window: Workbench, text: str) -> MarkdownEdit:
    """Type behind the note on the card, and have it saved."""
    note(window).focus_end()
    edit = note(window).edit
    qtbot.waitUntil(edit.hasFocus)
    edit.insertPlainText(text)  # keyClicks takes no accents
    with qtbot.waitSignal(window.controller.note_saved):
        edit.flush()
    return edit


def offered(edit: MarkdownEdit) -> list[str]:
    """Return the names that the open list offers."""
    completer = edit.completer
    if completer is None or not completer.isVisible():
        return []
    return [target.name for target in completer.targets()]


def leave(qtbot: QtBot, window: Workbench) -> None:
    """Put the keyboard into the article."""
    window.view.setFocus()
    qtbot.waitUntil(window.view.hasFocus)
    settle(qtbot, window)


def undo(qtbot: QtBot, window: Workbench) -> None:
    window.undo_order.undo()
    settle(qtbot, window)


def test_a_link_is_completed_followed_and_listed_as_backlink(
    qtbot: QtBot, window: Workbench
) -> None:
    note(window).focus_end()
    edit = note(window).edit
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "Aliado de [[NÓRTE")
    expected = ["Corea del Norte", "OTAN", "Rusia corea del norte"]
    qtbot.waitUntil(lambda: offered(edit) == expected)
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    with qtbot.waitSignal(window.controller.note_saved):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "Aliado de [[Corea del Norte]]"
    qtbot.keyClick(edit, Qt.Key.Key_Left)
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    korea = entity_id(window, "Corea del Norte")
    qtbot.waitUntil(lambda: window.panel.shown_entity_id == korea)
    qtbot.waitUntil(lambda: len(note(window).backlinks.backlinks()) == 1)
    (backlink,) = note(window).backlinks.backlinks()
    assert backlink.title == "Serguéi Lavrov"
    note(window).backlinks.backlink_chosen.emit(backlink)
    lavrov = entity_id(window, "Serguéi Lavrov")
    qtbot.waitUntil(lambda: window.panel.shown_entity_id == lavrov)


def test_escape_closes_the_completion_and_not_the_card(qtbot: QtBot, window: Workbench) -> None:
    note(window).focus_end()
    edit = note(window).edit
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "[[Rus")
    qtbot.waitUntil(lambda: edit.completer is not None and edit.completer.isVisible())
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.completer is not None
    assert not edit.completer.isVisible()
    assert window.panel.shown_entity_id == entity_id(window, "Serguéi Lavrov")
    assert edit.text() == "[[Rus"


def test_a_renamed_name_is_renamed_in_the_note_that_is_shown(
    qtbot: QtBot, window: Workbench
) -> None:
    edit = write(qtbot, window, "Ministro de [[Rusia]]")
    leave(qtbot, window)
    russia = entity_id(window, "Rusia")
    change = ask(qtbot, window, lambda library: library.corrections.rename(russia, "Federación"))
    assert isinstance(change, Change)
    window.presenter.show_entity(entity_id(window, "Ucrania"))
    settle(qtbot, window)
    assert note_of(qtbot, window, "Serguéi Lavrov") == "Ministro de [[Federación]]"
    ask(qtbot, window, lambda library: library.corrections.undo(change.id))
    assert note_of(qtbot, window, "Serguéi Lavrov") == "Ministro de [[Rusia]]"
    assert edit.text() == ""  # Ukraine's


def test_a_spell_of_writing_is_one_step_of_the_one_undo(qtbot: QtBot, window: Workbench) -> None:
    write(qtbot, window, "Uno. ")
    write(qtbot, window, "Dos.")
    leave(qtbot, window)
    write(qtbot, window, " Tres.")
    leave(qtbot, window)
    assert note_of(qtbot, window, "Serguéi Lavrov") == "Uno. Dos. Tres."
    undo(qtbot, window)
    assert note_of(qtbot, window, "Serguéi Lavrov") == "Uno. Dos."
    qtbot.waitUntil(lambda: note(window).edit.text() == "Uno. Dos.")
    undo(qtbot, window)
    assert note_of(qtbot, window, "Serguéi Lavrov") == ""
    window.undo_order.redo()
    window.undo_order.redo()
    settle(qtbot, window)
    assert note_of(qtbot, window, "Serguéi Lavrov") == "Uno. Dos. Tres."
    qtbot.waitUntil(lambda: note(window).edit.text() == "Uno. Dos. Tres.")


def test_a_note_that_was_emptied_comes_back(qtbot: QtBot, window: Workbench) -> None:
    edit = write(qtbot, window, "Algo importante.")
    leave(qtbot, window)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    with qtbot.waitSignal(window.controller.note_saved):
        edit.flush()
    leave(qtbot, window)
    assert note_of(qtbot, window, "Serguéi Lavrov") == ""
    undo(qtbot, window)
    assert note_of(qtbot, window, "Serguéi Lavrov") == "Algo importante."
    qtbot.waitUntil(lambda: edit.text() == "Algo importante.")


def test_tags_are_set_completed_and_undone(qtbot: QtBot, window: Workbench) -> None:
    lavrov = entity_id(window, "Serguéi Lavrov")

    def tags() -> object:
        return ask(qtbot, window, lambda library: library.notebook.tags(lavrov))

    field = note(window).tags.field
    field.setFocus()
    qtbot.keyClicks(field, "Diplomacia")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert tags() == ["Diplomacia"]
    open_card(qtbot, window, "Rusia")
    assert note(window).tags.tags() == ()
    field.setFocus()
    qtbot.keyClicks(field, "diplom")
    popup = note(window).tags.completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    popup.hide()
    field.clear()
    undo(qtbot, window)
    assert tags() == []
    window.undo_order.redo()
    settle(qtbot, window)
    open_card(qtbot, window, "Serguéi Lavrov")
    qtbot.waitUntil(lambda: note(window).tags.tags() == ("Diplomacia",))


def test_an_earlier_version_is_compared_and_restored(qtbot: QtBot, window: Workbench) -> None:
    lavrov = entity_id(window, "Serguéi Lavrov")
    write(qtbot, window, "Nació en Moscú.")
    leave(qtbot, window)
    window.controller.note_keeper.replace(lavrov, "Nació en 1950.")
    settle(qtbot, window)
    note(window).history_button.click()
    dialogs: list[VersionsDialog] = []

    def shown() -> bool:
        dialogs[:] = window.window.findChildren(VersionsDialog)
        return bool(dialogs) and dialogs[0].isVisible()

    qtbot.waitUntil(shown)
    dialog = dialogs[0]
    assert dialog.list.count() == 1
    assert dialog.text.toPlainText() == "Nació en Moscú1950."
    with qtbot.waitSignal(window.controller.note_saved):
        dialog.restore_button.click()
    assert note_of(qtbot, window, "Serguéi Lavrov") == "Nació en Moscú."
    undo(qtbot, window)
    assert note_of(qtbot, window, "Serguéi Lavrov") == "Nació en 1950."


def select(window: Workbench, words: str) -> tuple[int, int]:
    document = window.controller.document
    assert document is not None
    start = document.text.index(words)
    window.view.select_span(start, start + len(words))
    return start, start + len(words)


def test_a_passage_is_quoted_in_the_note_and_found_again(qtbot: QtBot, window: Workbench) -> None:
    start, end = select(window, PASSAGE)
    with qtbot.waitSignal(window.controller.note_saved):
        window.actions["quote_in_note"].trigger()
    document = window.controller.document
    assert document is not None
    address = link_address(ReaderLink(LinkTarget.ARTICLE, document.id, (start, end)))
    expected = f"> {PASSAGE}\n>\n> — [Rusia corea del norte]({address})"
    assert note_of(qtbot, window, "Serguéi Lavrov") == expected
    qtbot.waitUntil(lambda: note(window).edit.text() == expected)
    window.view.select_span(0, 2)
    note(window).preview_button.click()
    note(window).preview.anchorClicked.emit(QUrl(address))
    qtbot.waitUntil(lambda: window.view.selected_span() == (start, end))
    moved = address.replace(f"start={start}&end={end}", f"start={start + 9}&end={end + 9}")
    text = expected.replace(address, moved)
    window.notes.links.follow_address(moved, QPoint(), note=text)
    window.view.select_span(0, 2)
    qtbot.waitUntil(lambda: window.view.selected_span() == (start, end))
    undo(qtbot, window)
    assert note_of(qtbot, window, "Serguéi Lavrov") == ""


def test_a_passage_goes_to_whom_it_names_or_asks(qtbot: QtBot, window: Workbench) -> None:
    window.panel.show_list()
    document = window.controller.document
    assert document is not None
    select(window, "Kim Jong Un y le")
    with qtbot.waitSignal(window.controller.note_saved):
        window.presenter.selection_bar.quote_button.click()
    assert note_of(qtbot, window, "Kim Jong Un").startswith("> Kim Jong Un y le\n")
    select(window, PASSAGE)
    window.actions["quote_in_note"].trigger()
    (chooser,) = window.window.findChildren(NoteChooser)
    qtbot.keyClicks(chooser.field, "krania")
    qtbot.keyClicks(chooser.field, "")
    chooser.field.clear()
    qtbot.keyClicks(chooser.field, "ucra")
    qtbot.waitUntil(lambda: chooser.list.model().rowCount() == 1)
    with qtbot.waitSignal(window.controller.note_saved):
        qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert PASSAGE in note_of(qtbot, window, "Ucrania")


def test_an_address_outside_is_shown_before_it_is_opened(
    qtbot: QtBot, window: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "reader.ui.reading.links.QDesktopServices.openUrl", lambda url: opened.append(url.url())
    )
    window.notes.links.follow_address("https://example.org/a", QPoint(5, 5))
    menus = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu)]
    (menu,) = [each for each in menus if each.isVisible()]
    assert opened == []
    assert any("example.org" in action.text() for action in menu.actions())
    menu.close()


@pytest.mark.parametrize(
    "address", ["reader://article/none", "reader://annotation/none", "reader://nothing/x"]
)
def test_an_address_that_leads_nowhere_is_said_so(
    qtbot: QtBot, window: Workbench, address: str
) -> None:
    with qtbot.waitSignal(window.notes.told):
        window.notes.links.follow_address(address, QPoint())


def test_a_name_of_nobody_is_said_so(qtbot: QtBot, window: Workbench) -> None:
    with qtbot.waitSignal(window.notes.told) as told:
        window.notes.links.follow_name(entity_id(window, "Rusia"), "Nadie Alguno")
    assert told.args is not None
    assert "Nadie Alguno" in told.args[0]


def test_the_page_of_an_entity_has_the_same_note(qtbot: QtBot, window: Workbench) -> None:
    write(qtbot, window, "Ministro. [[Rusia]]")
    leave(qtbot, window)
    window.centre.open_entity(entity_id(window, "Rusia"))
    page = window.centre.entity_page
    qtbot.waitUntil(lambda: len(page.head.note.backlinks.backlinks()) == 1)


def test_whom_one_chose_of_the_same_name_is_kept(qtbot: QtBot, window: Workbench) -> None:
    title = "Rusia corea del norte"
    moscow, lavrov = entity_id(window, "Moscú"), entity_id(window, "Serguéi Lavrov")
    ask(qtbot, window, lambda library: library.corrections.rename(moscow, title))
    note(window).focus_end()
    edit = note(window).edit
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "[[rusia corea")
    qtbot.waitUntil(lambda: offered(edit) == [title, title])
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.controller.note_saved):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    links = ask(qtbot, window, lambda library: library.notebook.links(lavrov))
    assert isinstance(links, list)
    assert [each.kind for each in links] == [TargetKind.ARTICLE]


def test_hovering_a_name_shows_note_and_tags_without_marks(qtbot: QtBot, window: Workbench) -> None:
    lavrov = entity_id(window, "Serguéi Lavrov")
    write(qtbot, window, "# Ministro\n\nVer **[[Rusia|el país]]**.")
    note(window).tags.field.setText("Diplomacia")
    note(window).tags.flush()
    qtbot.waitUntil(lambda: window.notes.desk.tags_of(lavrov) == ["Diplomacia"])
    recognition = window.controller.recognition
    assert recognition is not None
    mention = next(each for each in recognition.mentions if each.entity_id == lavrov)
    window.view.mention_hovered.emit(mention, window.view.span_rect(mention.start, mention.end))
    card = window.presenter.hover_card
    assert card.isVisible()
    assert card.accessibleDescription().endswith("Ministro Ver el país. Diplomacia")
