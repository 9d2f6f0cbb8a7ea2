"""The pages in the middle of the window: one column, one place for the title."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from reader.core.annotation_list import AnnotationFacets
from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.core.pages import EntityTotals
from reader.ui.annotations.all_page import AllAnnotationsPage
from reader.ui.annotations.review_page import ReviewPage
from reader.ui.correcting.said_page import SaidPage
from reader.ui.entity_page.page import EntityPage
from reader.ui.network.page import NetworkPage
from reader.ui.page_column import COLUMN, GAP, MARGIN, TOP, column
from reader.ui.search.search_page import SearchPage
from reader.ui.style import style_sheet
from tests.stages import settle
from tests.ui.panel.panel_samples import theme

SIZES = ((560, 500), (760, 600), (1240, 700), (3000, 1600))


def entity_page() -> EntityPage:
    page = EntityPage()
    page.show_entity(Entity("e", "Rusia", Kind.COUNTRY), None, EntityTotals(0, 0, "", ""), [], {})
    return page


def annotations_page() -> AllAnnotationsPage:
    page = AllAnnotationsPage()
    page.show_listed([], 0, AnnotationFacets(total=1), in_doubt=0)  # a filter leaves none of one
    return page


PAGES: dict[str, Callable[[], QWidget]] = {
    "search": SearchPage,
    "entity": entity_page,
    "network": NetworkPage,
    "annotations": annotations_page,
    "corrections": SaidPage,
    "review": ReviewPage,
}


@pytest.fixture(params=PAGES)
def page(qtbot: QtBot, request: pytest.FixtureRequest) -> QWidget:
    made = PAGES[request.param]()
    qtbot.addWidget(made)
    shown = theme("sepia")
    made.setStyleSheet(style_sheet(shown))
    made.set_theme(shown)  # type: ignore[attr-defined]
    return made


def title_of(page: QWidget) -> QLabel:
    if isinstance(page, EntityPage):
        return page.head.name
    if isinstance(page, NetworkPage):
        return page.controls.page_title.label
    return page.title.label  # type: ignore[attr-defined]


def first_control(page: QWidget) -> QWidget:
    """Return the leftmost control below the title, or what stands there in its place."""
    match page:
        case SearchPage():
            return page.edit
        case NetworkPage():
            return page.controls.scopes
        case AllAnnotationsPage():
            return page.filter_line.edit
        case SaidPage():
            return page.filter_edit
        case ReviewPage():
            return page.explanation
        case EntityPage():
            return page.head.card.kind_button
    raise AssertionError(page)


def place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("size", SIZES)
def test_page_column_titles_stand_at_one_place(
    qtbot: QtBot, page: QWidget, size: tuple[int, int]
) -> None:
    page.resize(*size)
    page.show()
    qtbot.waitExposed(page)
    settle()
    title = title_of(page)
    wanted = column(page.rect())
    found = place(title, page)
    assert (found.left(), found.top()) == (wanted.left(), TOP)
    assert title.font().pointSizeF() == pytest.approx(page.font().pointSizeF() * 1.9)
    below = place(first_control(page), page)
    assert below.left() == wanted.left()
    assert below.top() - found.bottom() - 1 <= GAP + 1  # beside it there may be higher buttons
    assert below.right() <= wanted.right()


def test_page_column_is_not_moved_by_a_scroll_bar(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(1000, 10)
    assert column(QRect(0, 0, 989, 10), view) == column(QRect(0, 0, 1000, 10))


@pytest.mark.parametrize("width", [300, 867, 868, 869, 2000])
def test_page_column_is_as_wide_as_there_is_room_for(width: int) -> None:
    found = column(QRect(0, 0, width, 10))
    assert found.width() == min(width - 2 * MARGIN, COLUMN)
    assert abs(found.left() - (width - 1 - found.right())) <= 1
