"""Pages of entities and networks in the window, and the way back from them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.ui.entity_page.page import EntityPage
from reader.ui.entity_page.page_rows import ArticleRow, PassageRow
from reader.ui.workbench import Workbench
from tests.ui.conftest import READING_MS, bench

pytestmark = pytest.mark.model

Read = Callable[..., Application]


@pytest.fixture
def workbench(qtbot: QtBot, read: Read, tmp_path: Path) -> Workbench:
    """Return the window on the sample article, with an older one in the library."""
    other = tmp_path / "otra.txt"
    other.write_text(
        "La otra visita\n\nVladimir Putin habló en Moscú con Serguéi Lavrov.\n\n"
        "Antonio Guterres no estuvo en Moscú.\n"
    )
    workbench = bench(read(other))
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        workbench.actions["open_sample"].trigger()
    return workbench


def entity_id(workbench: Workbench, name: str) -> str:
    recognition = workbench.controller.recognition
    assert recognition is not None
    return next(e.id for e in recognition.entities if e.name == name)


def open_page(qtbot: QtBot, workbench: Workbench, name: str) -> None:
    workbench.presenter.show_entity(entity_id(workbench, name))
    with qtbot.waitSignal(workbench.centre.moved):
        QTest.mouseClick(workbench.panel.card.page_button, Qt.MouseButton.LeftButton)


def articles(workbench: Workbench) -> list[str]:
    rows = workbench.centre.entity_page.rows.rows()
    return [row.article.document_id for row in rows if isinstance(row, ArticleRow)]


def test_centre_from_a_person_to_the_people_beside_them_in_three_clicks(
    qtbot: QtBot, workbench: Workbench
) -> None:
    workbench.presenter.show_entity(entity_id(workbench, "Vladimir Putin"))
    here = workbench.controller.document
    assert here is not None
    with qtbot.waitSignal(workbench.centre.moved):  # one: to all that names him
        QTest.mouseClick(workbench.panel.card.page_button, Qt.MouseButton.LeftButton)
    page = workbench.centre.entity_page
    assert page.isVisible()
    row = next(
        number
        for number in range(1, page.rows.rowCount())
        if isinstance(found := page.rows.row(number), ArticleRow)
        and found.article.document_id != here.id
    )
    page.view.scrollTo(page.rows.index(row))
    spot = page.view.visualRect(page.rows.index(row)).center()
    with qtbot.waitSignal(workbench.controller.article_opened):  # two: to another article
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert workbench.view.isVisible()
    document, recognition = workbench.controller.document, workbench.controller.recognition
    assert document is not None
    assert recognition is not None
    start = document.text.index("Serguéi")
    mention = next(m for m in recognition.mentions if m.start == start)
    workbench.view.mention_clicked.emit(mention)  # three: to a person who is named there
    assert workbench.panel.card.entity_id == entity_id(workbench, "Serguéi Lavrov")


def test_centre_passage_jumps_to_the_text(qtbot: QtBot, workbench: Workbench) -> None:
    open_page(qtbot, workbench, "Vladimir Putin")
    page = workbench.centre.entity_page
    here = workbench.controller.document
    assert here is not None
    passage = next(
        row.passage
        for row in page.rows.rows()
        if isinstance(row, PassageRow) and row.passage.document_id == here.id
    )
    page.passage_activated.emit(passage)
    qtbot.waitUntil(workbench.view.isVisible)
    assert workbench.view.selected_span() == (passage.offset, passage.end)


def test_centre_back_and_forward_go_through_pages_and_articles(
    qtbot: QtBot, workbench: Workbench
) -> None:
    open_page(qtbot, workbench, "Vladimir Putin")
    page = workbench.centre.entity_page
    putin = page.entity_id
    with qtbot.waitSignal(workbench.centre.moved):
        workbench.centre.open_entity(entity_id(workbench, "Moscú"))
    with qtbot.waitSignal(workbench.centre.moved):
        workbench.actions["back"].trigger()
    assert page.entity_id == putin
    workbench.actions["back"].trigger()
    assert workbench.view.isVisible()
    with qtbot.waitSignal(workbench.centre.moved):
        workbench.actions["forward"].trigger()
    assert page.isVisible()
    assert page.entity_id == putin
    assert workbench.actions["forward"].isEnabled()


def test_centre_panel_of_the_article_stands_by_no_page(qtbot: QtBot, workbench: Workbench) -> None:
    panel, toggle = workbench.panel, workbench.actions["show_panel"]
    assert panel.isVisible()
    open_page(qtbot, workbench, "Vladimir Putin")
    assert not panel.isVisible()
    qtbot.waitUntil(lambda: not workbench.legend.isVisible())
    assert not toggle.isEnabled()
    with qtbot.waitSignal(workbench.centre.moved):
        workbench.actions["back"].trigger()
    assert panel.isVisible()
    qtbot.waitUntil(workbench.legend.isVisible)
    assert toggle.isEnabled()

    toggle.setChecked(False)  # what was folded by hand stays so
    with qtbot.waitSignal(workbench.centre.moved):
        workbench.actions["forward"].trigger()
    with qtbot.waitSignal(workbench.centre.moved):
        workbench.actions["back"].trigger()
    assert not panel.isVisible()


def test_centre_page_is_opened_by_keyboard(qtbot: QtBot, workbench: Workbench) -> None:
    workbench.actions["next_mention"].trigger()
    with qtbot.waitSignal(workbench.centre.moved):
        workbench.actions["entity_page"].trigger()
    assert workbench.centre.entity_page.isVisible()
    assert len(articles(workbench)) >= 1


def test_centre_note_on_the_page_is_the_one_on_the_card(qtbot: QtBot, workbench: Workbench) -> None:
    open_page(qtbot, workbench, "Vladimir Putin")
    note = workbench.centre.entity_page.head.note
    note.edit.insertPlainText("En la página.")
    with qtbot.waitSignal(workbench.controller.note_saved):
        note.flush()
    card = workbench.panel.card.note
    assert card.edit.text() == "En la página."
    card.edit.insertPlainText("Y en la tarjeta. ")
    with qtbot.waitSignal(workbench.controller.note_saved) as saved:
        card.flush()
    assert saved.args is not None
    entity, text = saved.args
    assert note.edit.text() == text == card.edit.text()
    assert workbench.controller.notes[entity].text == text  # nothing was joined


def test_centre_network_of_the_article(qtbot: QtBot, workbench: Workbench) -> None:
    workbench.actions["network"].trigger()
    page = workbench.centre.network_page
    qtbot.waitUntil(lambda: bool(page.drawing.network.nodes), timeout=READING_MS)
    assert page.isVisible()
    assert {"Rusia", "Serguéi Lavrov"} <= {node.name for node in page.drawing.network.nodes}
    with qtbot.waitSignal(workbench.centre.moved):
        page.canvas.node_activated.emit(0)
    assert workbench.centre.entity_page.isVisible()


def test_centre_walking_mentions_brings_the_article_back(
    qtbot: QtBot, workbench: Workbench
) -> None:
    open_page(qtbot, workbench, "Vladimir Putin")
    workbench.actions["next_mention"].trigger()
    assert workbench.view.isVisible()


def test_centre_name_found_by_searching_is_opened(qtbot: QtBot, workbench: Workbench) -> None:
    workbench.search.entity_requested.emit(entity_id(workbench, "Vladimir Putin"))
    assert workbench.panel.card.entity_id == entity_id(workbench, "Vladimir Putin")
    with qtbot.waitSignal(workbench.controller.article_opened):
        workbench.actions["back"].trigger()
    assert workbench.controller.recognition is not None
    guterres = entity_id(workbench, "Antonio Guterres")
    with qtbot.waitSignal(workbench.controller.article_opened):
        workbench.actions["forward"].trigger()
    with qtbot.waitSignal(workbench.centre.moved):  # whom this article doesn't name
        workbench.search.entity_requested.emit(guterres)
    assert workbench.centre.entity_page.entity_name == "Antonio Guterres"


def test_centre_pages_are_made_when_they_are_needed(qtbot: QtBot, workbench: Workbench) -> None:
    assert not workbench.window.findChildren(EntityPage)
    open_page(qtbot, workbench, "Vladimir Putin")
    assert workbench.window.findChildren(EntityPage) == [workbench.centre.entity_page]


def test_centre_walking_mentions_leaves_the_keyboard_where_it_is(
    qtbot: QtBot, workbench: Workbench
) -> None:
    workbench.presenter.show_entity(entity_id(workbench, "Rusia"))
    rows = workbench.panel.card.mentions.rows
    rows.setFocus()
    rows.row_chosen.emit(1)
    assert rows.hasFocus()


def test_centre_saves_a_picture_and_says_so(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "red.svg"
    monkeypatch.setattr("reader.ui.network.presenter.ask_picture_file", lambda *_: target)
    workbench.actions["network"].trigger()
    page = workbench.centre.network_page
    qtbot.waitUntil(lambda: bool(page.drawing.network.nodes), timeout=READING_MS)
    page.controls.save_button.click()
    assert "Lavrov" in target.read_text("utf-8")
    assert str(target) in workbench.notices.sentence
    monkeypatch.setattr(
        "reader.ui.network.presenter.ask_picture_file", lambda *_: tmp_path / "no" / "red.png"
    )
    page.controls.save_button.click()
    assert str(tmp_path / "no" / "red.png") in workbench.notices.sentence


def test_centre_name_that_is_gone_is_told(qtbot: QtBot, workbench: Workbench) -> None:
    with qtbot.waitSignal(workbench.centre.entity_missed):
        workbench.centre.open_entity("person:nadie")
    assert workbench.notices.sentence
    assert workbench.view.isVisible()
