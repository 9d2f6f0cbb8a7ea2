"""The search as one types, on a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from reader.app import make_qapplication
from reader.core.annotations import Colour, annotate
from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.core.search import Hit, HitKind, Snippet
from reader.store.library import Library
from reader.ui.background import LibraryThread
from reader.ui.panel.rows_model import ROW_ROLE
from reader.ui.search.desk import LIMIT, SearchDesk
from reader.ui.search.hit_delegate import lay_out_matches
from reader.ui.search.search_rows import GroupRow, words_of
from tests.store.examples import clock, naming, news
from tests.ui.panel.panel_samples import theme

WAIT_MS = 60_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a library with something to be found of every kind."""
    path = tmp_path / "library.sqlite"
    with Library.open(path, now=clock()) as library:
        parsed = news("La ministra Ana Peña viajó a Vigo. Habló de la pesca.", title="El viaje")
        library.shelf.add(parsed)
        minister = Entity("person:ana", "Ana Peña", Kind.PERSON, ("Peña",))
        stored = library.store_recognition(naming(parsed.document, minister))
        library.save_note(stored.entities[0].id, "Ministra de pesca desde marzo.")
        marked = annotate(
            parsed.document,
            parsed.document.text.index("Habló"),
            len(parsed.document.text),
            annotation_id="a1",
            colour=Colour.BLUE,
            now="2026-01-01T00:00:00Z",
        )
        library.save_annotation(marked)
        for number in range(LIMIT + 3):
            library.shelf.add(news(f"Un barco{number} en el puerto.", title=f"Barcos {number}"))
    return path


@pytest.fixture
def desk(qtbot: QtBot, path: Path) -> Iterator[SearchDesk]:
    """Return the search in the middle of a window, over a page called home."""
    make_qapplication()
    owner = QObject()
    library = LibraryThread(path, owner)
    made = SearchDesk(library, owner)
    made.page.set_theme(theme("light"))
    pages = QStackedWidget()
    home = QLabel("home")
    pages.addWidget(home)
    made.show_in(pages, back_to=lambda: home)
    qtbot.addWidget(pages)
    pages.resize(700, 600)
    pages.show()
    made.begin()
    yield made
    library.finish()


def groups(desk: SearchDesk) -> dict[HitKind, int]:
    model = desk.page.model
    rows = [model.index(row).data(ROW_ROLE) for row in range(model.rowCount())]
    return {row.kind: row.count for row in rows if isinstance(row, GroupRow)}


def search(qtbot: QtBot, desk: SearchDesk, text: str) -> None:
    desk.page.edit.setText(text)
    qtbot.waitUntil(lambda: desk.page._found_for == text, timeout=WAIT_MS)


def test_search_groups_what_it_finds_with_counts(qtbot: QtBot, desk: SearchDesk) -> None:
    search(qtbot, desk, "pesca")
    assert groups(desk) == {HitKind.ARTICLE: 1, HitKind.NOTE: 1, HitKind.ANNOTATION: 1}
    search(qtbot, desk, "pena")
    assert groups(desk) == {}
    search(qtbot, desk, "PEÑ")
    assert groups(desk) == {HitKind.ENTITY: 1, HitKind.ARTICLE: 1}


def test_search_shows_only_what_was_typed_last(qtbot: QtBot, desk: SearchDesk) -> None:
    shown: list[str] = []
    desk.page.model.modelReset.connect(lambda: shown.append(desk.page.edit.text()))
    qtbot.keyClicks(desk.page.edit, "pesca")
    qtbot.waitUntil(lambda: desk.page._found_for == "pesca", timeout=WAIT_MS)
    assert shown == ["pesca"]


def test_search_says_when_nothing_is_found(qtbot: QtBot, desk: SearchDesk) -> None:
    search(qtbot, desk, "<b>xyzzy")
    assert "“<b>xyzzy”" in desk.page.message
    assert desk.page._message.textFormat() is Qt.TextFormat.PlainText


def test_search_enter_goes_to_the_passage(qtbot: QtBot, desk: SearchDesk, path: Path) -> None:
    search(qtbot, desk, "viajó")
    with qtbot.waitSignal(desk.passage_requested, timeout=WAIT_MS) as asked:
        qtbot.keyClick(desk.page.edit, Qt.Key.Key_Return)
    assert asked.args is not None
    document_id, start, end = asked.args
    with Library.open(path) as library:
        document = library.document(document_id)
    assert document is not None
    assert document.text[start:end] == "viajó"


def test_search_arrow_keys_walk_over_the_headings(qtbot: QtBot, desk: SearchDesk) -> None:
    search(qtbot, desk, "pesca")
    qtbot.keyClick(desk.page.edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(desk.entity_requested, timeout=WAIT_MS):
        qtbot.keyClick(desk.page.edit, Qt.Key.Key_Return)
    qtbot.keyClick(desk.page.edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(desk.annotation_requested, timeout=WAIT_MS) as asked:
        qtbot.keyClick(desk.page.edit, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[1] == "a1"


def test_search_shows_more_of_a_kind_on_asking(qtbot: QtBot, desk: SearchDesk) -> None:
    search(qtbot, desk, "barco")
    assert groups(desk)[HitKind.ARTICLE] == LIMIT
    last = desk.page.model.index(desk.page.model.rowCount() - 1)
    assert words_of(last.data(ROW_ROLE)) == "Show more"
    desk.page._activate(last)
    qtbot.waitUntil(lambda: groups(desk)[HitKind.ARTICLE] == LIMIT + 3, timeout=WAIT_MS)


def test_search_escape_leads_back(qtbot: QtBot, desk: SearchDesk) -> None:
    qtbot.keyClick(desk.page.edit, Qt.Key.Key_Escape)
    pages = desk.page.parentWidget()
    assert isinstance(pages, QStackedWidget)
    current = pages.currentWidget()
    assert isinstance(current, QLabel)
    assert current.text() == "home"


def test_hit_is_laid_out_with_its_matches_in_bold_and_elided(qtbot: QtBot) -> None:
    make_qapplication()
    text = "😀 la pesca " + "y otras cosas " * 30 + "pesca"
    snippet = Snippet(text, ((5, 10), (len(text) - 5, len(text))))
    layout = lay_out_matches(snippet, QFont(), 300, max_lines=2)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    bold = layout.formats()[0]
    assert bold.format.fontWeight() == QFont.Weight.Bold
    # One emoji is two of Qt's units.
    assert (bold.start, bold.length) == (6, 5)


def test_hit_says_what_it_is_to_those_who_listen() -> None:
    hit = Hit(
        HitKind.ENTITY,
        Snippet("Ana Peña"),
        Snippet("Peña"),
        entity_id="e",
        entity_kind=Kind.PERSON,
        article_count=2,
    )
    assert words_of(hit).startswith("Ana Peña · Person")
