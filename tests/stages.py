"""The window and its dialogs in every state that one can bring them into, one after the other."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from reader.core.annotations import Annotation, Colour
from reader.core.corrections import Scope, Target
from reader.core.entities import Entity
from reader.core.mentions import Kind, Mention
from reader.core.shelf import LabelKind
from reader.store.library import Library
from reader.ui.annotations.dated_filter_line import DatedFilterLine
from reader.ui.backups.dialog import BackupDialog
from reader.ui.correcting.popup import Popup
from reader.ui.exporting.dialog import ExportDialog
from reader.ui.library.filter_panel import FilterPanel
from reader.ui.library.shelf_model import Shelf, ShelfKind
from reader.ui.library.undoable import Chosen
from reader.ui.palette.popup import Palette
from reader.ui.tabs.tab import Goal
from reader.ui.workbench import Workbench
from tests.store.examples import naming, news

SEEDS = Path(__file__).parent.parent / "seeds"
DIALOGS = (
    *("export", "backups", "open_address", "show_details", "label_articles"),
    *("shortcuts", "about", "print"),
)
"""The actions that open a dialog where an article is open."""
_POPUPS = ("palette", "merge", "rename", "link", "new_entity", "change_kind")
_WAIT_S = 240.0


@dataclass(frozen=True)
class Stage:
    """A state of the program: its name, what is to be looked at, and how to leave it."""

    name: str
    widget: QWidget
    leave: Callable[[], object] = lambda: None


def settle(turns: int = 6) -> None:
    """Let what was asked for happen, as far as it needs no other thread."""
    for _ in range(turns):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def wait_until(is_so: Callable[[], object], what: str) -> None:
    """Handle events until something is so."""
    end = time.monotonic() + _WAIT_S
    wake = QTimer()
    wake.start(20)  # the loop would sleep while another thread works
    while not is_so():
        assert time.monotonic() < end, f"never so: {what}"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    settle()


def stages(bench: Workbench) -> Iterator[Stage]:
    """Bring the program from one state into the next; it begins without an article."""
    window = bench.window
    if bench.controller.document is None:
        settle()
        yield Stage("empty", window)
        bench.opening.open_samples()
        wait_until(partial(_names_are_there, bench), "the names of the sample")
        wait_until(lambda: bench.library_pane.view.model().rowCount() == 3, "three samples")
    yield from _reading(bench)
    yield from _pages(bench)
    yield from _dialogs(bench)
    yield from _popups(bench)
    yield from _menus(bench)
    yield from _shelves(bench)
    yield from _structured(bench)
    yield from _exceptions(bench)


def _names_are_there(bench: Workbench) -> bool:
    article = bench.controller.recognition
    return article is not None and article.complete and bool(article.entities)


def _reading(bench: Workbench) -> Iterator[Stage]:
    window, presenter = bench.window, bench.presenter
    bench.centre.show_article()
    bench.panel.show_list()
    settle()
    yield Stage("article", window)
    if not bench.book.annotations():
        bench.view.select_span(60, 110)
        bench.view.selection_span_changed.emit((60, 110))  # as a hand's selecting ends
        settle()
        yield Stage("selection", window)
        presenter.annotations.annotate(Colour.GREEN)
        bench.view.select_span(300, 350)
        presenter.annotations.annotate(Colour.PINK)
        wait_until(lambda: len(bench.book.annotations()) == 2, "two annotations")
    presenter.walk_mentions(1)
    presenter.open_card()
    wait_until(bench.panel.card.isVisible, "a card")
    note = bench.panel.card.note.edit
    note.setPlainText("Ver **cumbre** de [Moscú](https://example.org).\n\n- Capital\n- Líder")
    settle()
    yield Stage("card", window)
    bench.panel.show_annotations()
    settle()
    yield Stage("annotations", window)
    bench.actions["find"].trigger()
    settle()
    yield Stage("find", window)
    bench.habits.finding.close()
    bench.library_pane.line.more_button.click()
    settle()
    yield Stage("filters", window)
    panel = window.findChild(FilterPanel)
    assert panel is not None
    panel.dates.days.setCurrentIndex(panel.dates.days.count() - 1)
    panel.dates.days.activated.emit(panel.dates.days.currentIndex())
    panel.dates.date_from.setText("2026")
    panel.dates.date_to.setText("2026-12")
    settle()
    yield Stage("dates", window)
    panel.dates.clear()
    panel.dates.changed.emit()
    settle()
    bench.library_pane.line.more_button.click()
    bench.notices.tell_error("«muestra.pdf» está dañado o incompleto: consigue otra copia.")
    settle()
    yield Stage("error", window)
    bench.notices.dismiss()


def _pages(bench: Workbench) -> Iterator[Stage]:
    window, actions = bench.window, bench.actions
    actions["search"].trigger()
    bench.search.page.edit.setText("Lavrov")
    wait_until(lambda: bench.search.page.view.model().rowCount() > 0, "hits")
    yield Stage("search", window)
    bench.search.page.edit.setText("zzyzx")
    wait_until(lambda: bench.search.page.view.model().rowCount() == 0, "no hits")
    yield Stage("no hits", window)
    bench.search.leave()
    entity_id = bench.presenter.entity_id
    assert entity_id is not None
    bench.centre.open_entity(entity_id)
    wait_until(lambda: bench.centre.shown_entity_id == entity_id, "the page of a name")
    yield Stage("entity page", window)
    actions["network"].trigger()
    network = bench.centre.network_page
    wait_until(lambda: network.isVisible() and network.canvas.drawing.network.nodes, "the network")
    yield Stage("network", window)
    for action in ("all_annotations", "corrections"):
        before = bench.centre._shown
        actions[action].trigger()
        wait_until(lambda before=before: bench.centre._shown is not before, action)
        yield Stage(action, window)
    bench.centre.show_article()
    settle()


def _dialogs(bench: Workbench) -> Iterator[Stage]:
    bench.preferences.show()
    preferences = bench.preferences.dialog
    assert preferences is not None
    for row in range(preferences.list.count()):
        preferences.list.setCurrentRow(row)
        settle()
        yield Stage(f"preferences {row + 1}", preferences)
    preferences.close()
    for name in DIALOGS:
        bench.actions[name].trigger()
        wait_until(lambda: dialog_on_show() is not None, f"the dialog of {name}")
        dialog = dialog_on_show()
        assert dialog is not None
        settle(20)  # what it lists comes from the library
        if isinstance(dialog, BackupDialog):
            wait_until(lambda dialog=dialog: dialog.is_filled, "the backups")
        if isinstance(dialog, ExportDialog):
            wait_until(lambda dialog=dialog: dialog.pane.preview.toPlainText(), "a preview")
        yield Stage(name, dialog, dialog.reject)
        dialog.reject()
        wait_until(lambda: dialog_on_show() is None, f"the end of {name}")
    entity_id = bench.presenter.entity_id
    assert entity_id is not None
    annotation = _with_versions(bench)
    for name, show in (
        ("history of an annotation", lambda: bench.annotating.show_history(annotation)),
        ("history of a note", lambda: bench.notes.desk.show_history(entity_id, "Rusia")),
        ("colours", bench.annotating.name_colours),
    ):
        show()
        wait_until(lambda: dialog_on_show() is not None, name)
        dialog = dialog_on_show()
        assert dialog is not None
        yield Stage(name, dialog, dialog.reject)
        dialog.reject()
        wait_until(lambda: dialog_on_show() is None, f"the end of {name}")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(SEEDS / "muestra.eml", folder)
        (Path(folder) / "rota.pdf").write_bytes(b"%PDF-1.4\nnada")
        bench.imports.jobs.import_paths([Path(folder)])
        wait_until(lambda: bench.imports.report is not None, "the import's report")
    yield Stage("imported", bench.window)
    report = bench.imports.show_report()
    assert report is not None
    settle()
    yield Stage("import report", report)
    report.close()


def _with_versions(bench: Workbench) -> Annotation:
    """Return an annotation that said something else before."""
    annotation = bench.book.annotations()[0]
    comment = "Comprobar con la nota de la agencia TASS del mismo día."
    for said in (
        replace(annotation, comment=comment),
        replace(annotation, comment="Visto.", colour=Colour.BLUE, tags=("por comprobar",)),
    ):
        bench.book.change(said)
        saved: list[object] = []
        bench.library.call(
            lambda library: library.annotation_list.versions(annotation.id),
            done=saved.append,
            failed=bench.tell_error,
        )
        wait_until(lambda saved=saved: saved, "the annotation's change")
    return annotation


def _popups(bench: Workbench) -> Iterator[Stage]:
    bench.panel.show_list()
    bench.presenter.walk_mentions(1)
    for name in _POPUPS:
        bench.window.activateWindow()  # a dialog that was open took that from it
        bench.view.setFocus()
        bench.actions[name].trigger()
        settle(20)
        shown = _popup(bench.window)
        assert shown is not None, name
        yield Stage(name, shown if isinstance(shown, QMenu) else bench.window)
        shown.close()
        settle()


def _menus(bench: Workbench) -> Iterator[Stage]:
    menu = bench.appearance_menu.menu()
    menu.popup(bench.window.mapToGlobal(bench.window.rect().center()))
    settle()
    yield Stage("reading menu", menu)
    menu.close()
    for action in bench.window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.popup(bench.window.mapToGlobal(bench.window.rect().topLeft()))
        settle()
        yield Stage(f"menu {bench.window.menuBar().actions().index(action) + 1}", menu)
        menu.close()


def _shelves(bench: Workbench) -> Iterator[Stage]:
    """Yield what labels, a selection of annotations and the trash bring."""
    window, desk = bench.window, bench.desk
    chosen = Chosen(ids=(bench.controller.document.id,))  # type: ignore[union-attr]
    for kind, name in ((LabelKind.COLLECTION, "Elecciones de 2027"), (LabelKind.TAG, "cumbre")):
        before = bench.notices.sentence
        desk.labels.create(kind, name, chosen)
        wait_until(lambda before=before: bench.notices.sentence != before, f"the label {name}")
    yield Stage("labels", window)
    bench.actions["label_articles"].trigger()
    wait_until(lambda: dialog_on_show() is not None, "the labels")
    dialog = dialog_on_show()
    assert dialog is not None
    yield Stage("labels to choose", dialog, dialog.reject)
    dialog.reject()
    bench.actions["all_annotations"].trigger()
    page = bench.annotation_pages.all.page
    wait_until(lambda: page.isVisible() and page.view.model().rowCount() > 2, "the annotations")
    page.view.selectAll()
    settle()
    yield Stage("several annotations", window)
    line = page.findChild(DatedFilterLine)
    assert line is not None
    menu = line.date_button.menu()
    menu.popup(line.date_button.mapToGlobal(line.date_button.rect().bottomLeft()))
    settle()
    yield Stage("dates of annotations", menu)
    menu.actions()[-1].trigger()
    menu.close()
    settle()
    yield Stage("dates of annotations typed", window)
    line.clear()
    settle()
    bench.centre.show_article()
    bench.desk.pane.shelves.choose(Shelf(ShelfKind.TRASH))
    settle()
    yield Stage("trash", window)
    bench.desk.pane.shelves.choose(Shelf(ShelfKind.ALL))


def _structured(bench: Workbench) -> Iterator[Stage]:
    """Yield an article with headings: outline, tabs, the text alone, and what hovers over it."""
    window, view = bench.window, bench.view
    bench.open_files([SEEDS / "muestra.md"])
    wait_until(bench.actions["outline"].isEnabled, "the article with headings")
    wait_until(partial(_names_are_there, bench), "its names")
    bench.notices.dismiss()
    bench.actions["outline"].trigger()
    settle()
    yield Stage("outline", window)
    first = bench.library_pane.model.article(0)
    assert first is not None
    bench.tabs.open(Goal(first.id, first.title))
    settle()
    yield Stage("tabs", window)
    bench.tabs.close(1)
    view.setFocus()
    bench.presenter.walk_mentions(1)
    bench.actions["peek"].trigger()
    settle()
    yield Stage("in short", window)
    bench.presenter.hover_card.hide()
    mention = bench.presenter.current_mention
    assert mention is not None
    for name, offset in (("menu of a name", mention.start), ("menu of a selection", 40)):
        if offset == 40:
            view.select_span(40, 60)
        view.menu_requested.emit(offset, view.mapToGlobal(view.rect().center()))
        settle()
        menu = QApplication.activePopupWidget()
        assert menu is not None
        yield Stage(name, menu)
        menu.close()
    bench.actions["focus"].trigger()
    settle()
    yield Stage("focus", window)
    bench.actions["focus"].trigger()
    settle()


def _exceptions(bench: Workbench) -> Iterator[Stage]:
    """Yield a correction of all articles that another article has an exception from."""
    article, document = bench.controller.recognition, bench.controller.document
    assert article is not None
    assert document is not None
    text, entities = document.text, {each.id: each for each in article.entities}
    here = next(m for m in article.mentions if text[m.start : m.end] == _name(entities, m))
    entity = entities[here.entity_id]
    other = news(f"{entity.name} guarda silencio.", title="Otro artículo").document
    length = len(entity.name)

    def contradict(library: Library) -> None:
        library.add_document(other)
        library.store_recognition(naming(other, entity))
        target = Target(other.id, 0, length, Scope.ARTICLE, entity.kind, entity.id)
        library.corrections.confirm([target])

    made: list[object] = []
    bench.library.call(contradict, done=made.append, failed=bench.tell_error)
    wait_until(lambda: made, "another article")
    bench.correcting.book.reject(
        Target(document.id, here.start, here.end, Scope.EVERYWHERE, here.kind, entity.id)
    )
    wait_until(lambda: bench.notices.choice_buttons, "what is said of exceptions")
    yield Stage("exceptions told", bench.window)
    bench.actions["corrections"].trigger()
    page = bench.said.page
    wait_until(lambda: page.isVisible() and page.rows.rowCount() > 1, "the corrections")
    page.view.setCurrentIndex(page.rows.index(0))
    page.view.customContextMenuRequested.emit(page.view.rect().center())
    settle()
    yield Stage("exceptions of a correction", bench.window)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    yield Stage("menu of a correction", menu)
    menu.close()
    bench.undo_order.undo()
    wait_until(lambda: page.rows.rowCount() == 1, "the correction undone")
    bench.centre.show_article()
    settle()


def _name(entities: dict[str, Entity], mention: Mention) -> str:
    """Return what a mention's entity is called; "" for none, and for a people's name."""
    entity = entities.get(mention.entity_id)
    return "" if entity is None or mention.kind is Kind.DEMONYM else entity.name


def dialog_on_show() -> QDialog | None:
    """Return the dialog that is open; None for none."""
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
    return next((each for each in shown if each.isVisible()), None)


def _popup(window: QWidget) -> QWidget | None:
    shown = [QApplication.activePopupWidget(), *window.findChildren(Popup)]
    shown += window.findChildren(Palette)
    return next((each for each in shown if each is not None and each.isVisible()), None)
