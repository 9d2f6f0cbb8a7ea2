"""What opens over the window and its dialogs: lists to choose from, menus, hints, questions."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QToolButton,
    QToolTip,
    QWidget,
)

from reader.store.library import Library
from reader.ui.backups.dialog import BackupDialog
from reader.ui.date_range import DateRange
from reader.ui.dialogs import ask_files_to_open, ask_library, ask_model_folder
from reader.ui.legend import KindChip
from reader.ui.library.asking import ask_to_destroy
from reader.ui.library.filter_panel import FilterPanel
from reader.ui.library.shelf_model import ShelfKind, ShelfModel
from reader.ui.tabs.tab import Goal
from reader.ui.workbench import Workbench
from tests.stages import Stage, dialog_on_show, settle, wait_until
from tests.store.examples import kept, news

_LISTED = ("export", "show_details", "print")
"""The actions whose dialogs have lists to choose from."""


def opened(bench: Workbench) -> Iterator[Stage]:
    """Open one after the other, where `stages` has left the program."""
    yield from _menus(bench)
    yield from _offered(bench)
    yield from _lists(bench)
    yield from _hints(bench)
    yield from _review(bench)
    yield from _questions(bench)


# ---- menus


def _menus(bench: Workbench) -> Iterator[Stage]:
    yield from _menus_of_the_library(bench)
    panel = bench.panel
    panel.show_list()
    settle()
    entities = panel.entity_list.view
    entities.setCurrentIndex(entities.model().index(1, 0))  # below the heading
    yield from _context_menu("entities", entities.viewport(), _row(entities, 1))
    _open_card(bench)
    yield from _context_menu("note", panel.card.note.edit.viewport(), QPoint(20, 12))
    yield from _button_menus("card", panel)
    bench.actions["all_annotations"].trigger()
    page = bench.annotation_pages.all.page
    wait_until(lambda: page.isVisible() and page.view.model().rowCount() > 2, "the annotations")
    page.view.setCurrentIndex(page.view.model().index(1, 0))
    yield from _context_menu("annotations", page.view.viewport(), _row(page.view, 1))
    yield from _button_menus("annotations", page)
    bench.centre.show_article()
    settle()


def _menus_of_the_library(bench: Workbench) -> Iterator[Stage]:
    pane, shelves = bench.library_pane, bench.desk.pane.shelves
    article = pane.model.article(0)
    assert article is not None
    bench.tabs.open(Goal(article.id, article.title))
    settle()
    yield from _context_menu("articles", pane.view.viewport(), _row(pane.view, 1))
    model = shelves.model()
    assert isinstance(model, ShelfModel)
    listed = (model.shelf(model.index(row, 0)) for row in range(model.rowCount()))
    rows = {shelf.kind: row for row, shelf in enumerate(listed) if shelf is not None}
    for kind in (ShelfKind.LABEL, ShelfKind.TRASH):
        place = _row(shelves, rows[kind])
        yield from _context_menu(f"a shelf, {kind.name.lower()}", shelves.viewport(), place)
    strip = bench.tabs.strip.bar
    yield from _context_menu("a tab", strip, strip.tabRect(0).center())
    bench.tabs.close(1)
    yield from _button_menus("library", pane)


def _open_card(bench: Workbench) -> None:
    bench.presenter.walk_mentions(1)
    bench.presenter.open_card()
    wait_until(bench.panel.card.isVisible, "a card")


def _context_menu(name: str, widget: QWidget, at: QPoint) -> Iterator[Stage]:
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
    wait_until(QApplication.activePopupWidget, f"the menu of {name}")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    yield from _menu(f"menu of {name}", menu)


def _button_menus(name: str, root: QWidget) -> Iterator[Stage]:
    for button in root.findChildren(QToolButton):
        menu = button.menu()
        if menu is not None and button.isVisible() and button.isEnabled():
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
            settle()
            yield from _menu(f"{name} {button.accessibleName() or button.text()}", menu)


def _menu(name: str, menu: QMenu) -> Iterator[Stage]:
    """Yield a menu as one sees it whose pointer is on its first line that can be chosen."""
    usable = [each for each in menu.actions() if each.isEnabled() and not each.isSeparator()]
    if usable:
        menu.setActiveAction(usable[0])
    settle(2)
    yield Stage(name, menu)
    below = next((each.menu() for each in usable if each.menu() is not None), None)
    if isinstance(below, QMenu):
        below.popup(menu.mapToGlobal(menu.rect().topRight()))
        settle()
        yield Stage(f"{name}, below", below)
        below.close()
    menu.close()
    settle()


def _row(view: QAbstractItemView, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


# ---- lists to choose from


def _offered(bench: Workbench) -> Iterator[Stage]:
    """Yield what is offered while one types a link, a tag and a name to filter by."""
    bench.panel.show_list()
    _open_card(bench)
    editor = bench.panel.card.note
    before = editor.edit.toPlainText()
    bench.window.activateWindow()  # the menus that were open took that from it
    editor.edit.setFocus()
    wait_until(editor.edit.hasFocus, "the keyboard in the note")
    editor.edit.insertPlainText("[[Pu")
    wait_until(lambda: editor.edit.completer and editor.edit.completer.isVisible(), "links")
    yield Stage("links offered", bench.window)
    editor.edit.setPlainText(before)
    settle()
    editor.tags.field.setFocus()
    editor.tags.field.setText("c")
    editor.tags.offer("c")
    settle()
    popup = editor.tags.completer.popup()
    assert popup is not None
    yield Stage("tags offered", popup)
    popup.hide()
    editor.tags.field.clear()
    bench.view.setFocus()
    bench.actions["choose_here"].trigger()
    settle()
    yield Stage("marks offered", bench.window)
    bench.view.setFocus()
    settle()


def _lists(bench: Workbench) -> Iterator[Stage]:
    window = bench.window
    bench.library_pane.line.more_button.click()
    settle()
    panel = window.findChild(FilterPanel)
    assert panel is not None
    yield from _drop_downs("filters", panel)
    bench.library_pane.line.more_button.click()
    for action in ("network", "corrections"):
        before = bench.centre._shown
        bench.actions[action].trigger()
        wait_until(lambda before=before: bench.centre._shown is not before, action)
        yield from _drop_downs(action, window)
    bench.centre.show_article()
    bench.preferences.show()
    preferences = bench.preferences.dialog
    assert preferences is not None
    preferences.list.setCurrentRow(0)
    settle()
    yield from _drop_downs("preferences", preferences)
    preferences.close()
    for name in _LISTED:
        bench.actions[name].trigger()
        wait_until(lambda: dialog_on_show() is not None, name)
        dialog = dialog_on_show()
        assert dialog is not None
        settle(20)
        yield from _drop_downs(name, dialog)
        dialog.reject()
        wait_until(lambda: dialog_on_show() is None, f"the end of {name}")


def _drop_downs(name: str, root: QWidget) -> Iterator[Stage]:
    shown = (each for each in root.findChildren(QComboBox) if each.isVisible())
    for number, box in enumerate((each for each in shown if each.isEnabled()), start=1):
        box.showPopup()
        settle()
        yield Stage(f"list {name} {number}", box.view().window())
        box.hidePopup()
        settle(2)


# ---- hints


def _hints(bench: Workbench) -> Iterator[Stage]:
    window = bench.window
    dates = window.findChild(DateRange)
    chip = window.findChild(KindChip)
    assert dates is not None
    assert chip is not None
    for name, widget in (
        ("key", bench.library_pane.line.more_button),
        ("dates", dates.date_from),
        ("chip", chip),
    ):
        QToolTip.showText(window.mapToGlobal(QPoint(90, 200)), widget.toolTip(), window, QRect())
        settle()
        tips = [each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel")]
        yield Stage(f"hint {name}", next(each for each in tips if each.isVisible()))
    QToolTip.hideText()
    settle()


# ---- annotations that lost their place


def _review(bench: Workbench) -> Iterator[Stage]:
    """Yield the review of an article whose text has changed below its annotations."""
    bench.actions["all_annotations"].trigger()
    rows = bench.annotation_pages.all.page.model
    wait_until(lambda: len(rows.annotations()) == 2, "the annotations")
    document_id = rows.annotations()[0].document_id
    changed: list[object] = []

    def change(library: Library) -> None:
        before = kept(library, document_id)
        text = before.text.replace("primera vez la implicación", "vez primera la participación")
        text = text.replace("g Un y le agradeció abiertamente por el respaldo", "g Un: la calló el")
        paragraphs = [each for each in text.split("\n") if each]
        library.shelf.update(document_id, news(*paragraphs, title=before.title))

    bench.library.call(change, done=changed.append, failed=bench.tell_error)
    wait_until(lambda: changed, "the changed text")
    desk = bench.annotation_pages.review
    desk.open()
    wait_until(lambda: desk.page.isVisible() and desk.page.case, "what is to be reviewed")
    yield Stage("review", bench.window)
    desk.page.next_button.click()
    settle()
    yield Stage("review of the next", bench.window)
    bench.centre.show_article()
    settle()


# ---- questions


def _questions(bench: Workbench) -> Iterator[Stage]:
    """Yield the system's dialogs as Qt draws them where the desktop has none of its own."""
    window = bench.window
    asked: tuple[tuple[str, Callable[[], object]], ...] = (
        ("files to open", lambda: ask_files_to_open(window)),
        ("a library", lambda: ask_library(window)),
        ("a folder", lambda: ask_model_folder(window)),
    )
    for name, ask in asked:
        yield Stage(f"asked for {name}", _seen(ask))
    ask_to_destroy(window, everything=True, destroy=lambda: None)
    settle()
    box = dialog_on_show()
    assert box is not None
    yield Stage("asked before destroying", box)
    box.reject()
    yield from _backups(bench)


def _backups(bench: Workbench) -> Iterator[Stage]:
    bench.actions["backups"].trigger()
    wait_until(lambda: isinstance(dialog_on_show(), BackupDialog), "the backups")
    dialog = dialog_on_show()
    assert isinstance(dialog, BackupDialog)
    wait_until(lambda: dialog.is_filled, "the list of backups")
    dialog.make_button.click()
    wait_until(lambda: dialog.list.topLevelItemCount() == 1, "a backup")
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    settle()
    yield Stage("a backup", dialog)
    dialog.reject()


def _seen(ask: Callable[[], object]) -> QLabel:
    """Return a picture of the dialog that asks, and close it: none goes on before it is closed."""
    picture = QLabel()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        settle()
        shown = dialog.grab()
        picture.setPixmap(shown)
        picture.resize(shown.size() / shown.devicePixelRatio())
        dialog.reject()

    QTimer.singleShot(200, look)
    ask()
    return picture
