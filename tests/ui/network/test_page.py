"""The page of a network on a real library, arranged by a real process."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader import paths
from reader.core.mentions import Kind
from reader.core.shelf import LabelKind
from reader.store.library import Library
from reader.ui.background import LibraryThread
from reader.ui.entity_page.page_rows import NeighbourRow, PassageRow
from reader.ui.network.page import NetworkPage
from reader.ui.network.presenter import NetworkPresenter
from reader.ui.network.scope import Scope
from reader.ui.theme import load_theme
from tests.ui.library_samples import ANA, EVA, MADRID, make_library

ARRANGED_MS = 60_000  # the process starts slowly on a busy machine


@dataclass
class Shown:
    page: NetworkPage
    presenter: NetworkPresenter
    ids: list[str]
    path: Path


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    path = tmp_path / "library.sqlite"
    ids = make_library(path)
    library = LibraryThread(path)
    page = NetworkPage()
    page.set_theme(load_theme(paths.resources() / "themes", "light"))
    page.resize(700, 700)
    qtbot.addWidget(page)
    presenter = NetworkPresenter(page, library, parent=page)
    page.show()
    yield Shown(page, presenter, ids, path)
    presenter.finish()
    library.finish()


def names(page: NetworkPage) -> list[str]:
    return [node.name for node in page.drawing.network.nodes]


def open_network(qtbot: QtBot, shown: Shown, scope: Scope, *, count: int) -> NetworkPage:
    shown.presenter.open(scope)
    qtbot.waitUntil(lambda: len(names(shown.page)) == count, timeout=ARRANGED_MS)
    return shown.page


def node(page: NetworkPage, name: str) -> int:
    return names(page).index(name)


def edge(page: NetworkPage, one: str, other: str) -> int:
    ends = {node(page, one), node(page, other)}
    edges = page.drawing.network.edges
    return next(n for n, each in enumerate(edges) if {each.first, each.second} == ends)


def spot(page: NetworkPage, name: str) -> QPoint:
    return page.canvas.view.point(page.drawing.places[node(page, name)]).toPoint()


def test_network_of_the_library(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    assert names(page)[0] == "Ana Ruiz"  # whom most articles name
    assert page.drawing.network.edges[0].weight == 2  # with Madrid
    assert page.title() == page.controls.scopes.itemText(page.controls.scopes.count() - 1)


def test_network_of_an_article(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(document_id=shown.ids[0]), count=3)
    assert set(names(page)) == {"Ana Ruiz", "Madrid", "Luis Vega"}
    assert "Antes" in page.title()


def test_network_of_a_collection(qtbot: QtBot, shown: Shown) -> None:
    with Library.open(shown.path) as library:
        (label,) = library.labels.labels(LabelKind.COLLECTION)
    page = open_network(qtbot, shown, Scope(collection=label.id), count=3)
    assert set(names(page)) == {"Ana Ruiz", "Eva Soto", "Madrid"}
    assert "Reuniones" in page.title()


def test_network_around_an_entity(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(around=EVA.id), count=3)
    assert "Eva Soto" in page.title()


def test_network_of_nothing_says_so(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    for kind in page.kinds():
        page.controls.chips[kind].kind_clicked.emit(kind, False)
    qtbot.waitUntil(lambda: names(page) == [])
    assert page.canvas._sentence


def test_network_is_filtered_by_kind(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    page.controls.chips[Kind.PERSON].kind_clicked.emit(Kind.PERSON, True)
    qtbot.waitUntil(lambda: len(names(page)) == 3, timeout=ARRANGED_MS)
    assert set(names(page)) == {"Ana Ruiz", "Eva Soto", "Luis Vega"}


def test_network_is_filtered_by_strength(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    page.controls.strength.setValue(2)
    assert [each.weight for _, each in page.drawing.edges] == [2]


def test_network_click_on_a_name_lists_its_links(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=spot(page, "Eva Soto"))
    rows = [row for row in page.drawer.rows.rows() if isinstance(row, NeighbourRow)]
    assert {row.name for row in rows} == {"Ana Ruiz", "Madrid"}
    assert page.drawer.isVisible()


def test_network_link_leads_to_its_passages(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    page.canvas.edge_chosen.emit(edge(page, "Ana Ruiz", "Eva Soto"))
    qtbot.waitUntil(lambda: len(page.drawer.rows.rows()) == 2)
    row = page.drawer.rows.row(1)
    assert isinstance(row, PassageRow)
    with qtbot.waitSignal(page.passage_activated) as activated:
        page.drawer.view.row_chosen.emit(1)
    assert activated.args == [row.passage]
    assert row.passage.document_id == shown.ids[1]


def test_network_of_an_article_has_its_passages_alone(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(document_id=shown.ids[0]), count=3)
    page.canvas.edge_chosen.emit(edge(page, "Ana Ruiz", "Madrid"))
    qtbot.waitUntil(lambda: bool(page.drawer.rows.rows()))
    rows = [row for row in page.drawer.rows.rows() if isinstance(row, PassageRow)]
    assert {row.passage.document_id for row in rows} == {shown.ids[0]}


def test_network_double_click_opens_an_entity(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    with qtbot.waitSignal(page.entity_activated) as activated:
        QTest.mouseDClick(page.canvas, Qt.MouseButton.LeftButton, pos=spot(page, "Madrid"))
    assert activated.args == [MADRID.id]


def test_network_is_walked_and_opened_by_keyboard(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    assert page.canvas.marks.node == 0
    assert page.canvas.accessibleDescription().startswith("Ana Ruiz")
    with qtbot.waitSignal(page.entity_activated) as activated:
        QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert activated.args == [ANA.id]
    walked = set()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(page.canvas, key)
        walked.add(page.canvas.marks.node)
    assert len(walked) > 1
    QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert page.canvas.marks.node is None
    assert not page.drawer.isVisible()


def test_network_is_searched(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    page.controls.find_edit.setText("SOTO")
    assert page.canvas.marks.found == {node(page, "Eva Soto")}
    QTest.keyClick(page.controls.find_edit, Qt.Key.Key_Return)
    assert page.canvas.marks.node == node(page, "Eva Soto")


def test_network_node_is_dragged(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    start = spot(page, "Ana Ruiz")
    end = start + QPoint(60, 40)
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.canvas, start + QPoint(20, 20))
    QTest.mouseMove(page.canvas, end)
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=end)
    assert (spot(page, "Ana Ruiz") - end).manhattanLength() <= 2
    assert page.canvas.marks.node is None  # a drag chooses nothing


def test_network_zooms_and_fits(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    fitted = page.canvas.view
    QTest.keyClick(page.canvas, Qt.Key.Key_Plus)
    assert page.canvas.view.scale == pytest.approx(fitted.scale * 1.25)
    QTest.keyClick(page.canvas, Qt.Key.Key_0)
    assert page.canvas.view == fitted


@pytest.mark.parametrize(
    "scope", [Scope(), Scope(document_id="a b"), Scope(collection="c"), Scope(around="person:x y")]
)
def test_scope_is_read_from_its_text(scope: Scope) -> None:
    assert Scope.from_text(scope.to_text()) == scope


def test_network_says_what_is_left_out(qtbot: QtBot, shown: Shown) -> None:
    page = open_network(qtbot, shown, Scope(), count=6)
    said = page.controls.counts_label
    assert "left out" not in said.text()

    page.controls.names.setValue(page.controls.names.minimum())
    qtbot.waitUntil(lambda: len(names(page)) == 5, timeout=ARRANGED_MS)
    assert page.drawing.network.name_count == 6
    assert "1 more left out" in said.text()
    assert said.toolTip() != ""

    page.controls.strength.setValue(2)
    assert "weaker left out" in said.text()
