"""The pane on a real library: lists, filters, labels, the trash, and undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.core.shelf import ArticleQuery, Field, LabelKind, Sort
from reader.store.library import Library
from reader.ui.library.article_model import ARTICLES_MIME, PAGE
from reader.ui.library.filter_panel import FilterArea
from reader.ui.library.label_picker import LabelPicker
from reader.ui.library.metadata_dialog import MetadataDialog
from reader.ui.library.shelf_model import EVERYTHING, Shelf, ShelfKind
from reader.ui.library.undoable import Chosen
from tests.store.examples import naming, news
from tests.ui.library.library_samples import WAIT_MS, Office, fill

Open = Callable[[], Office]


def wait_for_count(qtbot: QtBot, office: Office, count: int) -> None:
    qtbot.waitUntil(lambda: office.pane.count() == count, timeout=WAIT_MS)


def select(office: Office, *rows: int) -> None:
    view = office.pane.view
    view.clearSelection()
    for row in rows:
        index = office.pane.model.index(row)
        view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def drop(office: Office, shelf: Shelf) -> None:
    row = office.pane.shelf_model.row_of(shelf)
    assert row is not None
    data = QMimeData()
    data.setData(ARTICLES_MIME, b"1")
    office.pane.shelf_model.dropMimeData(
        data, Qt.DropAction.CopyAction, -1, -1, office.pane.shelf_model.index(row)
    )


def undo(qtbot: QtBot, office: Office) -> None:
    with qtbot.waitSignal(office.desk.library_read, timeout=WAIT_MS):
        office.desk.undo_stack.undo()


def shelf_of(office: Office, name: str) -> Shelf:
    model = office.pane.shelf_model
    shelves = [model.shelf(model.index(row)) for row in range(model.rowCount())]
    return next(
        s for s in shelves if s is not None and s.label is not None and s.label.name == name
    )


def test_pane_of_an_empty_library_invites(open_office: Open) -> None:
    pane = open_office().pane
    assert pane.invitation.open_button.isVisible()
    assert not pane.invitation.paste_button.isVisible()
    asked: list[bool] = []
    pane.invitation.paste_requested.connect(lambda: asked.append(True))
    pane.invitation.invite()
    pane.invitation.paste_button.click()
    assert asked
    assert pane.invitation.sample_button.isVisible()
    assert not pane.view.isVisible()


def test_pane_lists_the_newest_first_and_in_other_orders(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 5)
    office = open_office()
    assert office.titles() == [f"Noticia {n}" for n in (4, 3, 2, 1, 0)]
    with qtbot.waitSignal(office.desk.library_read, timeout=WAIT_MS):
        office.pane.line.set_sort(Sort.TITLE)
    assert office.titles() == [f"Noticia {n}" for n in range(5)]


def test_pane_row_says_all_of_its_article_to_those_who_listen(
    open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 1)
    model = open_office().pane.model
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Noticia 0", "Diario 0", "11 word", "unread", "added", "/noticias/0.txt"):
        assert part in said


def test_pane_reads_only_what_is_looked_at(qtbot: QtBot, open_office: Open, tmp_path: Path) -> None:
    fill(tmp_path / "library.sqlite", 6 * PAGE)
    office = open_office()
    model = office.pane.model
    assert office.pane.count() == 6 * PAGE
    assert model.article(5 * PAGE) is None
    office.pane.view.scrollToBottom()
    office.pane.view.viewport().repaint()
    qtbot.waitUntil(lambda: model.article(6 * PAGE - 1) is not None, timeout=WAIT_MS)
    last = model.article(6 * PAGE - 1)
    assert last is not None
    assert last.title == "Noticia 0"
    assert model.article(3 * PAGE) is None


def test_pane_filter_takes_what_is_typed_and_escape_clears_it(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 12)
    office = open_office()
    office.pane.filter_edit.setText("cosa7")
    wait_for_count(qtbot, office, 1)
    assert office.titles() == ["Noticia 7"]
    office.pane.filter_edit.setText("no está")
    wait_for_count(qtbot, office, 0)
    assert office.pane.invitation.words == "No article matches the filter."
    office.pane.invitation.reset_button.click()
    wait_for_count(qtbot, office, 12)


def test_pane_filters_by_outlet_dates_and_unread(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    ids = fill(tmp_path / "library.sqlite", 9)
    with Library.open(tmp_path / "library.sqlite") as library:
        library.shelf.mark_read(ids[:3])
    office = open_office()
    filters = office.pane.filters
    filters.outlet.setCurrentText("Diario 1")
    wait_for_count(qtbot, office, 3)
    filters.reset()
    filters.dates.date_from.setText("08/11/2026")
    wait_for_count(qtbot, office, 2)
    filters.dates.date_from.setText("nunca")
    qtbot.waitUntil(lambda: not filters.dates._wrong.isHidden(), timeout=WAIT_MS)
    filters.reset()
    filters.unread.setChecked(True)
    wait_for_count(qtbot, office, 6)


def test_pane_filters_by_an_entity_that_is_offered_while_one_types(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    ids = fill(tmp_path / "library.sqlite", 4)
    vigo = Entity("place:vigo", "Vigo", Kind.PLACE)
    with Library.open(tmp_path / "library.sqlite") as library:
        document = library.document(ids[2])
        assert document is not None
        library.store_recognition(naming(document, vigo))
    office = open_office()
    filters = office.pane.filters
    filters.entity.setText("vig")
    filters.entities_wanted.emit("vig")
    qtbot.waitUntil(lambda: bool(filters._entities), timeout=WAIT_MS)
    filters._on_entity_chosen(next(iter(filters._entities)))
    wait_for_count(qtbot, office, 1)
    assert office.titles() == ["Noticia 2"]
    filters.entity.setText("")
    wait_for_count(qtbot, office, 4)


def test_pane_delete_asks_nothing_and_undo_brings_back(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 4)
    office = open_office()
    select(office, 0, 2)
    with qtbot.waitSignal(office.desk.undoable_done, timeout=WAIT_MS):
        office.pane.view.delete_requested.emit()
    wait_for_count(qtbot, office, 2)
    assert office.titles() == ["Noticia 2", "Noticia 0"]
    undo(qtbot, office)
    wait_for_count(qtbot, office, 4)
    office.desk.undo_stack.redo()
    wait_for_count(qtbot, office, 2)


def test_pane_menu_of_several_opens_and_exports_them(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 4)
    office = open_office()
    opened, exported = QSignalSpy(office.desk.new_tab_requested), []
    office.desk.export_requested.connect(exported.append)
    select(office, 1, 2)
    ids = [office.pane.model.article(row).id for row in (1, 2)]  # type: ignore[union-attr]
    office.pane.view.menu_requested.emit(QPoint(10, 10))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=WAIT_MS)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    actions["Open in new tabs"].trigger()
    actions["Export…"].trigger()
    menu.close()
    assert [opened.at(n)[0] for n in range(opened.count())] == ids
    assert [list(chosen.ids) for chosen in exported] == [ids]


def test_pane_after_deleting_the_next_row_is_selected(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 6)
    office = open_office()
    view = office.pane.view
    view.setFocus()
    view.mark(1, scroll=False)
    for titles, row in (
        (["Noticia 5", "Noticia 3", "Noticia 2", "Noticia 1", "Noticia 0"], 1),
        (["Noticia 5", "Noticia 2", "Noticia 1", "Noticia 0"], 1),
    ):
        qtbot.keyClick(view, Qt.Key.Key_Delete)
        wait_for_count(qtbot, office, len(titles))
        assert office.titles() == titles
        assert view.selected_rows() == [(row, row)]
    view.mark(3, scroll=False)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    wait_for_count(qtbot, office, 3)
    assert view.selected_rows() == [(2, 2)]


def test_pane_a_list_that_is_emptied_gives_the_keyboard_to_the_shelves(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 1)
    office = open_office()
    office.pane.view.setFocus()
    office.pane.view.mark(0, scroll=False)
    qtbot.keyClick(office.pane.view, Qt.Key.Key_Delete)
    wait_for_count(qtbot, office, 0)
    assert office.pane.shelves.hasFocus()


def test_pane_a_selection_larger_than_what_is_read_is_deleted_whole(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 4 * PAGE)
    office = open_office()
    office.pane.view.selectAll()
    office.pane.view.delete_requested.emit()
    wait_for_count(qtbot, office, 0)
    undo(qtbot, office)
    wait_for_count(qtbot, office, 4 * PAGE)


def test_pane_trash_restores_and_is_emptied_after_asking(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    ids = fill(tmp_path / "library.sqlite", 3)
    with Library.open(tmp_path / "library.sqlite") as library:
        library.shelf.delete(ids[:2])
    office = open_office()
    assert office.pane.count() == 1
    office.pane.shelves.choose(Shelf(ShelfKind.TRASH))
    wait_for_count(qtbot, office, 2)
    office.desk._menu.restore_requested.emit(Chosen(ids=(ids[0],)))
    wait_for_count(qtbot, office, 1)
    office.pane.shelves.trash_empty_requested.emit()
    (box,) = office.window.findChildren(QMessageBox)
    next(button for button in box.buttons() if button.text() == "Destroy").click()
    wait_for_count(qtbot, office, 0)
    assert office.ask(qtbot, lambda library: library.document(ids[1])) is None
    assert office.ask(qtbot, lambda library: library.document(ids[0])) is not None


def test_pane_labels_are_made_renamed_and_deleted(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 1)
    office = open_office()
    model = office.pane.shelf_model
    draft = model.set_draft(LabelKind.TAG)
    model.setData(draft, "urgente")
    model.set_draft(None)
    qtbot.waitUntil(lambda: len(model.labels(LabelKind.TAG)) == 1, timeout=WAIT_MS)
    row = model.row_of(shelf_of(office, "urgente"))
    assert row is not None
    model.setData(model.index(row), "muy urgente")
    qtbot.waitUntil(lambda: [t.name for t in model.labels(LabelKind.TAG)] == ["muy urgente"])
    office.pane.shelves.label_delete_requested.emit(shelf_of(office, "muy urgente"))
    qtbot.waitUntil(lambda: not model.labels(LabelKind.TAG), timeout=WAIT_MS)
    undo(qtbot, office)
    undo(qtbot, office)
    qtbot.waitUntil(lambda: [t.name for t in model.labels(LabelKind.TAG)] == ["urgente"])


def test_pane_articles_dropped_onto_a_label_are_under_it(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 5)
    with Library.open(tmp_path / "library.sqlite") as library:
        library.labels.create(LabelKind.COLLECTION, "Dominical")
    office = open_office()
    select(office, 1, 3)
    drop(office, shelf_of(office, "Dominical"))
    qtbot.waitUntil(lambda: shelf_of(office, "Dominical").count == 2, timeout=WAIT_MS)
    office.pane.shelves.choose(shelf_of(office, "Dominical"))
    wait_for_count(qtbot, office, 2)
    assert office.titles() == ["Noticia 3", "Noticia 1"]
    office.pane.shelves.choose(EVERYTHING)
    wait_for_count(qtbot, office, 5)
    undo(qtbot, office)
    qtbot.waitUntil(lambda: shelf_of(office, "Dominical").count == 0, timeout=WAIT_MS)


def test_pane_what_is_dragged_leaves_the_shelves_to_be_seen(
    open_office: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "library.sqlite", 9)
    office = open_office()
    dragged: list[tuple[QPixmap, QMimeData]] = []

    def note(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        dragged.append((drag.pixmap(), QMimeData()))
        dragged[-1][1].setData(ARTICLES_MIME, drag.mimeData().data(ARTICLES_MIME))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr("reader.ui.library.article_view.QDrag.exec", note)
    select(office, 1, 2, 3, 5, 6)
    office.pane.view.startDrag(Qt.DropAction.CopyAction)
    ((image, data),) = dragged
    assert data.data(ARTICLES_MIME) == b"5"
    assert image.deviceIndependentSize().height() < office.pane.view.rowHeight(0)


def test_pane_a_deleted_collection_is_open_again_once_it_is_back(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    ids = fill(tmp_path / "library.sqlite", 3)
    office = open_office()
    office.desk.labels.create(LabelKind.COLLECTION, "Viajes", Chosen(ids=(ids[0],)))
    shelves, model = office.pane.shelves, office.pane.shelf_model
    qtbot.waitUntil(lambda: bool(model.labels(LabelKind.COLLECTION)), timeout=WAIT_MS)
    shelves.choose(shelf_of(office, "Viajes"))
    wait_for_count(qtbot, office, 1)
    shelves.label_delete_requested.emit(shelf_of(office, "Viajes"))
    wait_for_count(qtbot, office, 3)
    assert shelves.chosen.is_same(EVERYTHING)
    undo(qtbot, office)
    wait_for_count(qtbot, office, 1)
    assert shelves.chosen.is_same(shelf_of(office, "Viajes"))


def test_pane_articles_dropped_onto_the_trash_are_deleted(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 3)
    office = open_office()
    select(office, 0)
    drop(office, Shelf(ShelfKind.TRASH))
    wait_for_count(qtbot, office, 2)


def test_pane_undoing_a_name_that_was_there_keeps_the_label(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    ids = fill(tmp_path / "library.sqlite", 2)
    with Library.open(tmp_path / "library.sqlite") as library:
        library.labels.create(LabelKind.TAG, "Urgente")
    office = open_office()
    office.desk.labels.create(LabelKind.TAG, "urgente", Chosen(ids=(ids[0],)))
    qtbot.waitUntil(lambda: shelf_of(office, "Urgente").count == 1, timeout=WAIT_MS)
    undo(qtbot, office)
    qtbot.waitUntil(lambda: shelf_of(office, "Urgente").count == 0, timeout=WAIT_MS)


def test_pane_two_labels_of_one_name_are_told_in_a_sentence(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "library.sqlite") as library:
        library.labels.create(LabelKind.TAG, "a")
        other = library.labels.create(LabelKind.TAG, "b")
    office = open_office()
    with qtbot.waitSignal(office.desk.failed, timeout=WAIT_MS) as failed:
        office.desk.labels.rename(other, "A")
    assert failed.args is not None
    assert "A" in failed.args[0].values["name"]
    assert office.desk.undo_stack.count() == 0


def test_pane_the_picker_puts_several_under_a_new_tag_by_keyboard(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 3)
    office = open_office()
    select(office, 0, 1)
    office.desk.label_articles()
    qtbot.waitUntil(lambda: bool(office.window.findChildren(LabelPicker)), timeout=WAIT_MS)
    (picker,) = office.window.findChildren(LabelPicker)
    qtbot.keyClicks(picker.name, "verificar")
    qtbot.keyClick(picker.name, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: [t.article_count for t in office.pane.shelf_model.labels(LabelKind.TAG)] == [2],
        timeout=WAIT_MS,
    )


def test_pane_metadata_are_edited_and_undone(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    ids = fill(tmp_path / "library.sqlite", 2)
    office = open_office()
    office.desk._show_details(ids[1])
    qtbot.waitUntil(lambda: bool(office.window.findChildren(MetadataDialog)), timeout=WAIT_MS)
    (dialog,) = office.window.findChildren(MetadataDialog)
    dialog.edits[Field.OUTLET].setText("La Voz")
    dialog.edits[Field.DATE].setText("3/2/2025")
    dialog._on_accepted()
    qtbot.waitUntil(lambda: bool(office.desk.undo_stack.count()), timeout=WAIT_MS)

    def details(library: Library) -> tuple[str, str]:
        document = library.document(ids[1])
        assert document is not None
        return document.outlet, document.date

    assert office.ask(qtbot, details) == ("La Voz", "2025-02-03")
    undo(qtbot, office)
    assert office.ask(qtbot, details) == ("Diario 1", "2026-11-02")


def test_pane_a_title_is_typed_in_the_list(qtbot: QtBot, open_office: Open, tmp_path: Path) -> None:
    fill(tmp_path / "library.sqlite", 2)
    office = open_office()
    office.pane.view.mark(0, scroll=False)
    qtbot.keyClick(office.pane.view, Qt.Key.Key_F2)
    (editor,) = office.pane.view.viewport().findChildren(QLineEdit)
    editor.setText("Otro título")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.titles()[0] == "Otro título", timeout=WAIT_MS)


def test_metadata_dialog_refuses_what_is_no_date_in_one_sentence(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    ids = fill(tmp_path / "library.sqlite", 1)
    with Library.open(tmp_path / "library.sqlite") as library:
        document = library.document(ids[0])
    assert document is not None
    dialog = MetadataDialog(document)
    qtbot.addWidget(dialog)
    dialog.edits[Field.DATE].setText("31/02/2026")
    assert "31/02/2026" in dialog.complaint.text()
    assert not dialog._buttons.buttons()[0].isEnabled()
    dialog.edits[Field.DATE].setText("2026-02")
    assert dialog.complaint.isHidden()
    assert dialog.changes() == {Field.DATE: "2026-02"}
    dialog.edits[Field.URL].setText("javascript:alert(1)")
    assert "http" in dialog.complaint.text()


def test_pane_the_same_text_in_several_outlets_is_one_row(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    text = " ".join(f"palabra{n} de la agencia" for n in range(120))
    with Library.open(tmp_path / "library.sqlite") as library:
        for outlet in ("Uno", "Dos", "Tres"):
            library.shelf.add(news(f"{text} {outlet}.", title=f"Título en {outlet}", outlet=outlet))
    office = open_office()
    assert office.titles() == ["Título en Uno"]
    article = office.pane.model.article(0)
    assert article is not None
    assert article.copy_count == 2
    office.pane.filters.once.setChecked(False)
    wait_for_count(qtbot, office, 3)


def test_pane_a_click_opens_and_marks_the_article_as_read(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 3)
    office = open_office()
    view = office.pane.view
    centre = view.visualRect(office.pane.model.index(1)).center()
    with qtbot.waitSignal(office.controller.article_opened, timeout=WAIT_MS):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert office.controller.document is not None
    assert office.controller.document.title == "Noticia 1"
    assert office.pane.open_id == office.controller.document.id
    unread = office.ask(qtbot, lambda library: library.shelf.count(ArticleQuery(unread=True)))
    assert unread == 2


def test_pane_ctrl_click_selects_without_opening(
    qtbot: QtBot, open_office: Open, tmp_path: Path
) -> None:
    fill(tmp_path / "library.sqlite", 3)
    office = open_office()
    view = office.pane.view
    for row in (0, 2):
        qtbot.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            view.visualRect(office.pane.model.index(row)).center(),
        )
    assert view.selected_count() == 2
    office.ask(qtbot, lambda library: None)
    assert office.controller.document is None


def test_pane_shows_the_filters_whole_where_there_is_room(qtbot: QtBot, open_office: Open) -> None:
    pane = open_office().pane
    pane.resize(250, 900)
    pane.line.more_button.setChecked(True)
    assert pane.filters.outlet.currentText() == pane.filters.language.currentText() == "Any"
    pane.filters.dates.date_from.setText("mañana")
    pane.filters.dates.begin()  # the fields, and a sentence on what is no date
    (area,) = pane.findChildren(FilterArea)
    wrong = next(each for each in pane.findChildren(QLabel) if "no date" in each.text())
    qtbot.waitUntil(wrong.isVisible)
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    qtbot.waitUntil(lambda: area.height() > 300)
    assert pane.height() - area.height() > 200  # the rest is the list's
