import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QHelpEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.core.mentions import Kind
from reader.ui.panel import entity_delegate
from reader.ui.panel.entity_delegate import EntityDelegate
from reader.ui.panel.entity_list import EntityList
from reader.ui.panel.entity_model import EntitySort
from tests.ui.panel.panel_samples import many_rows, row, theme
from tests.ui.test_kind_sample import contrast

ROWS = [row("Ana", count=3), row("Luis", count=2), row("Perú", Kind.COUNTRY)]


@pytest.fixture
def entities(qtbot: QtBot) -> EntityList:
    entities = EntityList()
    qtbot.addWidget(entities)
    entities.set_theme(theme())
    entities.resize(300, 400)
    entities.show()
    qtbot.waitExposed(entities)
    return entities


def focus(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def test_entity_list_goes_from_the_filter_down_to_the_first_entity(
    entities: EntityList, qtbot: QtBot
) -> None:
    entities.set_rows(ROWS)
    focus(qtbot, entities.filter_edit)
    qtbot.keyClick(entities.filter_edit, Qt.Key.Key_Down)
    assert entities.view.hasFocus()
    assert entities.selected_id() == "person:Ana"


def test_entity_list_goes_up_from_the_first_entity_to_the_filter(
    entities: EntityList, qtbot: QtBot
) -> None:
    entities.set_rows(ROWS)
    entities.focus_rows()
    qtbot.keyClick(entities.view, Qt.Key.Key_Up)
    assert entities.filter_edit.hasFocus()


def test_entity_list_steps_over_headings(entities: EntityList, qtbot: QtBot) -> None:
    entities.set_rows(ROWS)
    entities.focus_rows()
    ids = []
    for _ in range(2):
        qtbot.keyClick(entities.view, Qt.Key.Key_Down)
        ids.append(entities.selected_id())
    assert ids == ["person:Luis", "country:Perú"]


def test_entity_list_opens_the_current_entity_with_enter(
    entities: EntityList, qtbot: QtBot
) -> None:
    entities.set_rows(ROWS)
    entities.select("person:Luis")
    with qtbot.waitSignal(entities.entity_opened) as opened:
        qtbot.keyClick(entities.view, Qt.Key.Key_Return)
    assert opened.args == ["person:Luis"]


def test_entity_list_keeps_enter_from_a_shortcut_of_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    entities = EntityList()
    QVBoxLayout(window).addWidget(entities)
    action = QAction(window)
    action.setShortcut("Return")
    window.addAction(action)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    entities.set_rows(ROWS)
    entities.focus_rows()
    qtbot.waitUntil(entities.view.hasFocus)
    opened, triggered = QSignalSpy(entities.entity_opened), QSignalSpy(action.triggered)
    qtbot.keyClick(entities.view, Qt.Key.Key_Return)
    assert (opened.count(), triggered.count()) == (1, 0)


def test_entity_list_opens_an_entity_with_a_click(entities: EntityList, qtbot: QtBot) -> None:
    entities.set_rows(ROWS)
    point = entities.view.visualRect(entities.model.index(2)).center()
    with qtbot.waitSignal(entities.entity_opened) as opened:
        qtbot.mouseClick(entities.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened.args == ["person:Luis"]


def test_entity_list_opens_nothing_with_a_click_on_a_heading(
    entities: EntityList, qtbot: QtBot
) -> None:
    entities.set_rows(ROWS)
    opened = QSignalSpy(entities.entity_opened)
    point = entities.view.visualRect(entities.model.index(0)).center()
    qtbot.mouseClick(entities.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened.count() == 0


def test_entity_list_opens_the_first_match_with_enter_in_the_filter(
    entities: EntityList, qtbot: QtBot
) -> None:
    entities.set_rows(ROWS)
    focus(qtbot, entities.filter_edit)
    qtbot.keyClicks(entities.filter_edit, "peru")
    with qtbot.waitSignal(entities.entity_opened) as opened:
        qtbot.keyClick(entities.filter_edit, Qt.Key.Key_Return)
    assert opened.args == ["country:Perú"]


def test_entity_list_clears_the_filter_with_escape(entities: EntityList, qtbot: QtBot) -> None:
    entities.set_rows(ROWS)
    qtbot.keyClicks(entities.filter_edit, "peru")
    qtbot.keyClick(entities.filter_edit, Qt.Key.Key_Escape)
    assert entities.filter_edit.text() == ""
    assert entities.model.rowCount() == 5


def test_entity_list_keeps_the_selection_when_refreshed(entities: EntityList) -> None:
    entities.set_rows(ROWS)
    entities.select("person:Luis")
    entities.set_rows([row("Ana"), row("Berta", count=9), row("Luis"), row("Eva", count=7)])
    assert entities.selected_id() == "person:Luis"


def test_entity_list_keeps_the_filter_when_refreshed(entities: EntityList) -> None:
    entities.set_rows(ROWS)
    entities.filter_edit.setText("lu")
    entities.set_rows([*ROWS, row("Lucía")])
    assert entities.model.rowCount() == 3


def test_entity_list_remembers_the_selection_behind_a_filter(entities: EntityList) -> None:
    entities.set_rows(ROWS)
    entities.select("person:Luis")
    entities.filter_edit.setText("peru")
    entities.filter_edit.clear()
    assert entities.selected_id() == "person:Luis"


def test_entity_list_keeps_what_is_at_the_top_when_rows_come_in_above(
    entities: EntityList,
) -> None:
    rows = many_rows(400)
    entities.set_rows(rows[100:])
    bar = entities.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    index = entities.view.indexAt(entities.view.rect().center())
    middle = entities.model.entity_row(index)
    assert middle is not None
    before = entities.view.visualRect(index).top()
    entities.set_rows(rows)
    row_now = entities.model.row_of(middle.entity.id)
    assert row_now is not None
    assert entities.view.visualRect(entities.model.index(row_now)).top() == before


def test_entity_list_paints_only_what_is_on_screen(
    entities: EntityList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []
    paint_row = EntityDelegate.paint_row

    def counting(self, painter, option, index, theme) -> None:
        painted.append(index.row())
        paint_row(self, painter, option, index, theme)

    monkeypatch.setattr(EntityDelegate, "paint_row", counting)
    rows = many_rows(5000)
    for count in (1000, 3000, 5000):
        painted.clear()
        entities.set_rows(rows[:count])
        entities.view.viewport().repaint()
        assert 5 < len(painted) < 60


@pytest.mark.parametrize(
    ("done", "message"),
    [
        (None, "No names were found in this article."),
        (10, "Names appear here as they are found."),
    ],
)
def test_entity_list_says_why_it_is_empty(
    entities: EntityList, done: int | None, message: str
) -> None:
    entities.set_rows([])
    entities.set_progress(done, 100)
    assert entities.message() == message


def test_entity_list_says_that_no_article_is_open(entities: EntityList) -> None:
    first = entities.message()
    entities.set_rows(ROWS)
    entities.clear()
    assert first == entities.message() == "Open an article to see who and what it names."


def test_entity_list_says_that_the_filter_matches_nothing(entities: EntityList) -> None:
    entities.set_rows(ROWS)
    entities.filter_edit.setText("zzz")
    assert entities.message() == "No name matches the filter."
    assert entities.filter_edit.isEnabled()


def test_entity_list_offers_three_orders(entities: EntityList) -> None:
    entities.set_rows(ROWS)
    actions = {action.data(): action for action in entities._sort_group.actions()}
    actions[EntitySort.NAME].trigger()
    assert entities.model.sort_by is EntitySort.NAME
    assert [*actions] == [*EntitySort]


@pytest.mark.parametrize(
    ("name", "aliases", "shown"),
    [("Ana", [], False), ("N" * 90, [], True), ("Ana", ["Anita"], True)],
)
def test_entity_list_shows_a_tooltip_only_where_it_says_more(
    entities: EntityList, name: str, aliases: list[str], shown: bool
) -> None:
    entities.set_rows([row(name, aliases=aliases)])
    QToolTip.hideText()
    point = entities.view.visualRect(entities.model.index(1)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, point, entities.view.viewport().mapToGlobal(point))
    QApplication.sendEvent(entities.view.viewport(), event)
    assert bool(QToolTip.text()) is shown
    QToolTip.hideText()


def test_entity_list_keeps_its_place_when_demonyms_are_switched_off(
    entities: EntityList, qtbot: QtBot
) -> None:
    demonyms = [row(f"País {i}", Kind.COUNTRY, count=i, demonyms=99 - i) for i in range(50)]
    entities.set_rows([*many_rows(100), *demonyms])
    bar = entities.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    top = entities.model.entity_row(entities.view.indexAt(QPoint(20, 2)))
    entities.set_hidden_kinds([Kind.DEMONYM])
    assert entities.model.entity_row(entities.view.indexAt(QPoint(20, 2))) == top
    assert bar.value() > 0


@pytest.mark.parametrize(("width", "in_words"), [(340, True), (190, False)])
def test_entity_list_says_demonyms_in_words_where_the_name_leaves_room(
    entities: EntityList, width: int, in_words: bool
) -> None:
    named = row("República Dominicana", Kind.COUNTRY, count=3, demonyms=12)
    option = QStyleOptionViewItem()
    option.font = entities.font()
    option.rect = QRect(0, 0, width, 30)
    words = entity_delegate._demonyms(option, named)
    assert words == ("12 demonym(s)" if in_words else "12")
    assert entity_delegate._name_room(option, named) > 0


@pytest.mark.parametrize("name", ["light", "sepia", "contrast"])
def test_entity_list_dims_what_is_switched_off_and_leaves_it_readable(
    entities: EntityList, name: str
) -> None:
    shown = theme(name)
    entities.set_theme(shown)
    entities.set_rows(ROWS)
    entities.set_hidden_kinds([Kind.PERSON])
    for entity_id, dimmed in (("person:Luis", True), ("country:Perú", False)):
        number = entities.model.row_of(entity_id)
        assert number is not None
        rect = entities.view.visualRect(entities.model.index(number))
        # Without the edges, where a style may mark the row that has the focus.
        image = entities.view.viewport().grab(rect.adjusted(6, 4, -60, -4)).toImage()
        pixels = (
            image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())
        )
        darkest = min(pixels, key=QColor.lightness)
        assert darkest == (shown.muted if dimmed else shown.text)
        assert contrast(darkest, shown.window) > 4.5
