"""An entity's page on a real library."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader import paths
from reader.core.entities import Entity, Note
from reader.store.library import Library
from reader.ui.background import LibraryThread
from reader.ui.entity_page.head import COMPANY
from reader.ui.entity_page.page import EntityPage
from reader.ui.entity_page.page_rows import (
    ArticleRow,
    MoreRow,
    PassageRow,
    RelatedRow,
    SentenceRow,
)
from reader.ui.entity_page.presenter import FIRST_ARTICLES, EntityPagePresenter
from reader.ui.theme import load_theme
from tests.store.examples import naming, news
from tests.ui.library_samples import ANA, EVA, MADRID, SPAIN, make_library


@dataclass
class Shown:
    page: EntityPage
    presenter: EntityPagePresenter
    learned: list[tuple[str, Note | None]]


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    make_library(tmp_path / "library.sqlite", more=30)
    library = LibraryThread(tmp_path / "library.sqlite")
    page = EntityPage()
    page.set_theme(load_theme(paths.resources() / "themes", "light"))
    page.resize(700, 900)
    qtbot.addWidget(page)
    learned: list[tuple[str, Note | None]] = []
    presenter = EntityPagePresenter(
        page, library, learn_note=lambda *note: learned.append(note), parent=page
    )
    page.show()
    yield Shown(page, presenter, learned)
    library.finish()


def open_page(qtbot: QtBot, shown: Shown, entity_id: str) -> EntityPage:
    with qtbot.waitSignal(shown.presenter.shown):
        shown.presenter.open(entity_id)
    return shown.page


def titles(page: EntityPage) -> list[str]:
    return [row.article.title for row in page.rows.rows() if isinstance(row, ArticleRow)]


def test_page_lists_articles_newest_first_with_their_passages(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    assert titles(page)[:3] == ["Ahora", "Después", "Antes"]
    passages = [row.passage for row in page.rows.rows() if isinstance(row, PassageRow)]
    snippet = passages[0].snippet
    assert [snippet.text[start:end] for start, end in snippet.matches] == ["Ana Ruiz"]


def test_page_reads_no_more_than_is_looked_at(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    assert FIRST_ARTICLES <= len(titles(page)) < 33 or page.view.verticalScrollBar().maximum() == 0
    before = len(titles(page))
    page.view.scrollToBottom()
    qtbot.waitUntil(lambda: len(titles(page)) == 33)
    assert before < 33
    assert not page.rows.canFetchMore(page.rows.index(-1))


def test_page_follows_an_import_and_stays_where_one_reads(
    qtbot: QtBot, shown: Shown, tmp_path: Path
) -> None:
    page = open_page(qtbot, shown, ANA.id)
    page.go_to(120)
    before = titles(page)
    with qtbot.assertNotEmitted(shown.presenter.shown, wait=200):
        shown.presenter.refresh_if_changed()
    with Library.open(tmp_path / "library.sqlite") as library:
        parsed = news("Ayer llegó Ana Ruiz.", title="Importada", date="2027-01-01")
        library.shelf.add(parsed)
        library.store_recognition(naming(parsed.document, ANA))
    with qtbot.waitSignal(shown.presenter.shown):
        shown.presenter.refresh_if_changed()
    assert titles(page)[0] == "Importada"
    assert titles(page)[1 : len(before)] == before[:-1]
    assert page.place_of(ANA.id) == 120
    assert page.place_of(EVA.id) == 0


def test_page_says_what_is_known(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    assert page.head.name.text() == "Ana Ruiz"
    assert "Ruiz Soler" in page.head.card.aliases.names
    assert "33" in page.head._count_line.text()
    assert shown.learned == [(ANA.id, None)]


def test_page_hands_on_what_is_noted(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    page.head.note.edit.insertPlainText("Ver al banco.")
    with qtbot.waitSignal(page.note_edited) as edited:
        page.head.note.flush()
    assert edited.args == [ANA.id, "Ver al banco."]


def test_page_passage_is_activated_by_a_click(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    row = next(n for n in range(1, 9) if isinstance(page.rows.row(n), PassageRow))
    index = page.rows.index(row)
    page.view.scrollTo(index)
    spot = page.view.visualRect(index).center()
    with qtbot.waitSignal(page.passage_activated) as activated:
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    chosen = page.rows.row(row)
    assert isinstance(chosen, PassageRow)
    assert activated.args == [chosen.passage]


def test_page_article_is_activated_by_enter(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    page.view.setCurrentIndex(page.rows.index(1))
    with qtbot.waitSignal(page.article_activated) as activated:
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    chosen = page.rows.row(1)
    assert isinstance(chosen, ArticleRow)
    assert activated.args == [chosen.article.document_id]


def test_page_company_unfolds_to_the_passages_that_say_so(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    page.show_list(COMPANY)
    qtbot.waitUntil(lambda: any(isinstance(row, RelatedRow) for row in page.rows.rows()))
    rows = page.rows.rows()
    names = [row.related.entity.name for row in rows if isinstance(row, RelatedRow)]
    assert set(names[:2]) == {"Madrid", "Eva Soto"}  # which are in a paragraph with her
    place = 1 + names.index("Eva Soto")
    page.view.setCurrentIndex(page.rows.index(place))
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: isinstance(page.rows.row(place + 1), PassageRow))
    first = page.rows.row(place + 1)
    assert isinstance(first, PassageRow)
    marked = {first.passage.snippet.text[a:b] for a, b in first.passage.snippet.matches}
    assert marked == {"Ana Ruiz", "Eva Soto"}
    assert first.title.startswith("Después")
    QTest.keyClick(page.view, Qt.Key.Key_Left)
    assert page.rows.rows() == rows


def test_page_company_that_is_never_in_one_paragraph_says_so(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    page.show_list(COMPANY)
    qtbot.waitUntil(lambda: page.rows.rowCount() > 4)
    place = next(
        number
        for number, row in enumerate(page.rows.rows(), start=1)
        if isinstance(row, RelatedRow) and row.related.entity.name == "Luis Vega"
    )
    page.view.row_unfolded.emit(place)
    qtbot.waitUntil(lambda: page.rows.rowCount() > place + 1)
    assert isinstance(page.rows.row(place + 1), SentenceRow)


def test_page_of_another_entity_is_opened_by_its_name(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    page.show_list(COMPANY)
    qtbot.waitUntil(lambda: any(isinstance(row, RelatedRow) for row in page.rows.rows()))
    row = page.rows.row(1)
    assert isinstance(row, RelatedRow)
    index = page.rows.index(1)
    page.view.scrollTo(index)
    rect = page.view._delegate.name_rect(page.view.visualRect(index), page.view.font(), row)
    with qtbot.waitSignal(page.entity_activated) as activated:
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert activated.args == [row.related.entity.id]


def test_page_counts_over_time(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, EVA.id)
    qtbot.waitUntil(lambda: bool(page.head.over_time.periods()))
    (only,) = page.head.over_time.periods()
    assert (only.year, only.month, only.mention_count, only.article_count) == (2026, 1, 2, 1)


@pytest.mark.parametrize(("entity", "code"), [(SPAIN, "ES"), (MADRID, ""), (ANA, "")])
def test_page_map_fills_a_country(qtbot: QtBot, shown: Shown, entity: Entity, code: str) -> None:
    page = open_page(qtbot, shown, entity.id)
    assert page.head.map.code == code
    assert page.head.map.isVisible() is bool(code)


def test_page_of_nobody_is_missed(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.presenter.missed):
        shown.presenter.open("person:nadie")
    assert shown.page.entity_id == ""


def test_page_shows_the_one_that_was_asked_for_last(qtbot: QtBot, shown: Shown) -> None:
    shown.presenter.open(ANA.id)
    page = open_page(qtbot, shown, EVA.id)
    assert page.entity_id == EVA.id


def test_page_more_passages_of_an_article_are_read(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    article = next(row.article for row in page.rows.rows() if isinstance(row, ArticleRow))
    page.passages_needed.emit(article.document_id)
    qtbot.waitUntil(lambda: page.rows.row(1) == ArticleRow(article))
    assert not any(isinstance(row, MoreRow) for row in page.rows.rows())


def test_page_head_shows_no_sign_of_focus(qtbot: QtBot, shown: Shown) -> None:
    page = open_page(qtbot, shown, ANA.id)
    without = page.view.grab().toImage()
    spot = page.head.mapTo(page.view, page.head.rect().topLeft()) + QPoint(-5, 20)
    page.view.setCurrentIndex(page.rows.index(0))
    page.view.setFocus()
    assert page.view.grab().toImage().pixel(spot) == without.pixel(spot)
