"""Marks in the article as a user meets them in the window: picked, told of, moved, undone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.annotations import Annotation, Colour
from reader.core.mentions import Mention
from reader.ui.annotations.known import Known
from reader.ui.reading.overview import Layer
from reader.ui.workbench import Workbench
from tests.ui.conftest import READING_MS, bench, close

pytestmark = pytest.mark.model

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def press(qtbot: QtBot, workbench: Workbench, *keys: tuple[Key, Qt.KeyboardModifier]) -> None:
    """Press keys where the keyboard is."""
    for key, modifiers in keys:
        focus = QApplication.focusWidget() or workbench.view
        qtbot.keyClick(focus, key, modifiers)


def annotate(workbench: Workbench, first: str, last: str, colour: Colour) -> Annotation:
    document = workbench.controller.document
    assert document is not None
    start = document.text.index(first)
    return workbench.book.add(start, document.text.index(last, start) + len(last), colour)


def current_quote(workbench: Workbench) -> str:
    annotation_id = workbench.view.annotation_id
    annotation = None if annotation_id is None else workbench.book.annotation(annotation_id)
    return "" if annotation is None else annotation.quote


@pytest.fixture
def workbench(qtbot: QtBot, start: Callable[..., Application], article_path: Path) -> Workbench:
    program = start(article_path)
    program.window.activateWindow()
    workbench = bench(program)
    qtbot.waitUntil(workbench.view.isVisible, timeout=READING_MS)
    workbench.view.setFocus()
    qtbot.waitUntil(workbench.view.hasFocus)
    return workbench


def test_marking_overlapping_passages_from_the_keyboard_alone(
    qtbot: QtBot, workbench: Workbench
) -> None:
    press(qtbot, workbench, (Key.Key_F7, NONE), (Key.Key_Down, ALT), (Key.Key_Down, ALT))
    press(qtbot, workbench, (Key.Key_Down, SHIFT | ALT), (Key.Key_1, NONE))
    (wide,) = workbench.book.annotations()
    assert wide.colour is Colour.YELLOW
    assert wide.quote.endswith(".")
    press(qtbot, workbench, (Key.Key_Up, ALT), *[(Key.Key_Right, CONTROL)] * 3)
    press(qtbot, workbench, *[(Key.Key_Right, SHIFT | CONTROL)] * 3, (Key.Key_2, NONE))
    narrow = next(a for a in workbench.book.annotations() if a.id != wide.id)
    assert narrow.colour is Colour.GREEN
    assert wide.start < narrow.start < narrow.end < wide.end

    for expected in (wide, narrow):
        press(qtbot, workbench, (Key.Key_Left, NONE), (Key.Key_O, NONE))
        chooser = workbench.marking.chooser
        assert chooser is not None
        rows = [chooser.list.item(row).text() for row in range(chooser.list.count())]
        assert len(rows) == 2
        row = next(i for i, text in enumerate(rows) if expected.quote[:20] in text)
        press(qtbot, workbench, (Key.Key_Home, NONE), *[(Key.Key_Down, NONE)] * row)
        press(qtbot, workbench, (Key.Key_Return, NONE))
        assert workbench.view.annotation_id == expected.id
        qtbot.waitUntil(workbench.view.hasFocus)
    press(qtbot, workbench, (Key.Key_Escape, NONE))
    assert not workbench.view.caret_mode
    assert not workbench.actions["caret"].isChecked()


def test_marking_enter_on_a_selection_writes_a_comment(qtbot: QtBot, workbench: Workbench) -> None:
    press(qtbot, workbench, (Key.Key_F7, NONE), (Key.Key_S, NONE), (Key.Key_Return, NONE))
    (annotation,) = workbench.book.annotations()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert workbench.panel.isAncestorOf(focus)
    qtbot.keyClicks(focus, "Ojo")
    workbench.panel.flush()
    kept = workbench.book.annotation(annotation.id)
    assert kept is not None
    assert kept.comment == "Ojo"


def test_marking_ends_are_moved_by_keys_and_undone(qtbot: QtBot, workbench: Workbench) -> None:
    made = annotate(workbench, "Exteriores", "Serguéi", Colour.BLUE)
    workbench.presenter.annotations.show(made.id, in_panel=False)
    first = made.quote
    seen = []
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_BraceLeft, Key.Key_BraceRight):
        braces = key in (Key.Key_BraceLeft, Key.Key_BraceRight)
        press(qtbot, workbench, (key, NONE if braces else ALT | SHIFT))
        seen.append(current_quote(workbench))
    assert seen[0] == f"Asuntos {first}"
    assert seen[1] == f"Asuntos {first} Lavrov"
    assert seen[2] == f"{first} Lavrov"
    assert seen[3] == first
    for expected in (*seen[2::-1], first):
        press(qtbot, workbench, (Key.Key_Z, CONTROL))
        assert current_quote(workbench) == expected


def test_marking_an_annotation_stays_a_word_at_least(qtbot: QtBot, workbench: Workbench) -> None:
    made = annotate(workbench, "Exteriores", "Exteriores", Colour.BLUE)
    workbench.presenter.annotations.show(made.id, in_panel=False)
    for name in ("start_later", "end_earlier"):
        workbench.actions[name].trigger()
    assert current_quote(workbench) == "Exteriores"


def test_marking_a_dragged_end_is_saved_told_and_undone(qtbot: QtBot, workbench: Workbench) -> None:
    made = annotate(workbench, "Exteriores", "Serguéi", Colour.BLUE)
    workbench.view.annotation_stretched.emit(made.id, made.start, made.end + 8)
    assert workbench.notices.sentence
    changed = workbench.book.annotation(made.id)
    assert changed is not None
    assert (changed.start, changed.end) == (made.start, made.end + 8)
    assert changed.quote.startswith(made.quote)
    workbench.actions["undo"].trigger()
    assert workbench.book.annotation(made.id) == made


def test_marking_overview_shows_annotations_and_leads_to_them(
    qtbot: QtBot, workbench: Workbench
) -> None:
    overview = workbench.marking.overview
    made = annotate(workbench, "Exteriores", "Serguéi", Colour.BLUE)
    annotate(workbench, "confirmó", "vez", Colour.PINK)
    qtbot.waitUntil(lambda: "2" in overview.accessibleDescription())
    assert overview.preview(Layer.ANNOTATIONS, made.start).startswith("“Exteriores")
    at = QPoint(9, overview.row_of(made.start))
    with qtbot.waitSignal(overview.mark_clicked):
        qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=at)
    assert workbench.view.annotation_id == made.id


def test_marking_overview_is_switched_off_and_stays_so(
    qtbot: QtBot, start: Callable[..., Application], article_path: Path
) -> None:
    program = start(article_path)
    view = bench(program).view
    qtbot.waitUntil(view.isVisible, timeout=READING_MS)
    narrow = view.viewport().width()
    assert bench(program).marking.overview.isVisible()
    bench(program).actions["show_overview"].trigger()
    assert not bench(program).marking.overview.isVisible()
    assert view.viewport().width() > narrow
    close(qtbot, program)
    again = start(article_path)
    qtbot.waitUntil(bench(again).view.isVisible, timeout=READING_MS)
    assert not bench(again).marking.overview.isVisible()
    assert not bench(again).actions["show_overview"].isChecked()


def test_marking_card_tells_of_comment_tags_and_colour(workbench: Workbench) -> None:
    made = annotate(workbench, "Exteriores", "Serguéi", Colour.BLUE)
    noted = replace(made, comment="Uno <b>dos</b>\n\nTres", tags=("guerra",))
    rect = workbench.view.span_rect(made.start, made.end)
    workbench.marking.known = lambda: Known({Colour.BLUE: "Mi azul"})
    workbench.view.annotations_hovered.emit([noted], rect)
    card = workbench.marking.card
    assert card.isVisible()
    for said in ("Mi azul", "#guerra", "Uno <b>dos</b>", "Tres"):
        assert said in card.accessibleName()
    assert not card.geometry().intersects(rect)
    workbench.view.annotations_hovered.emit([], rect)
    assert not card.isVisible()


def test_marking_card_has_nothing_to_tell_of_a_bare_highlight(workbench: Workbench) -> None:
    made = annotate(workbench, "Exteriores", "Serguéi", Colour.BLUE)
    workbench.view.annotations_hovered.emit([made], workbench.view.span_rect(0, 4))
    assert not workbench.marking.card.isVisible()


def test_marking_badge_counts_and_opens_the_list(qtbot: QtBot, workbench: Workbench) -> None:
    wide = annotate(workbench, "Asuntos", "Serguéi", Colour.BLUE)
    narrow = annotate(workbench, "Exteriores", "Exteriores", Colour.BLUE)
    pos = workbench.view.span_rect(narrow.start, narrow.end).center()
    viewport, badge = workbench.view.viewport(), workbench.marking.badge
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=pos)
    assert badge.isVisible()
    assert badge.text().startswith("1/")
    badge.click()
    chooser = workbench.marking.chooser
    assert chooser is not None
    assert chooser.list.hasFocus()
    last = chooser.list.item(chooser.list.count() - 1)
    chooser.list.itemClicked.emit(last)
    assert workbench.view.annotation_id == wide.id
    assert not badge.isVisible()


def test_marking_context_menu_lists_what_lies_there(workbench: Workbench) -> None:
    made = annotate(workbench, "Exteriores", "Serguéi", Colour.BLUE)
    annotate(workbench, "Asuntos", "Serguéi", Colour.PINK)
    menu = QMenu()
    workbench.marking.add_to_menu(menu, made.start)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert [text[:5] for text in texts] == ["“Exte", "“Asun"]
    next(a for a in menu.actions() if a.text() == texts[0]).trigger()
    assert workbench.view.annotation_id == made.id


def test_marking_menu_away_from_annotations_stays_as_it_is(workbench: Workbench) -> None:
    menu = QMenu()
    workbench.marking.add_to_menu(menu, 10)
    assert menu.isEmpty()


def test_marking_chooser_lists_a_name_with_what_lies_on_it(
    qtbot: QtBot, read: Callable[..., Application]
) -> None:
    program = read()
    workbench = bench(program)
    recognition = workbench.controller.recognition
    assert recognition is not None
    lavrov = next(e for e in recognition.entities if e.name == "Serguéi Lavrov")
    mention = next(m for m in recognition.mentions if m.entity_id == lavrov.id)
    made = annotate(workbench, "Exteriores", "Serguéi", Colour.BLUE)
    assert made.start < mention.start < made.end
    workbench.presenter.go_to(mention)
    workbench.marking.choose_here()
    chooser = workbench.marking.chooser
    assert chooser is not None
    rows = [chooser.list.item(row).text() for row in range(chooser.list.count())]
    assert rows[0] == "Serguéi Lavrov"
    assert rows[1].startswith("“Exteriores")
    chooser.leave()
    workbench.presenter.show_entity(lavrov.id)
    overview = workbench.marking.overview
    qtbot.waitUntil(lambda: len(overview._layers[Layer.MENTIONS].offsets) >= 4)
    assert overview.preview(Layer.MENTIONS, mention.start).startswith("Serguéi Lavrov")
    overview.mark_clicked.emit(Layer.MENTIONS, mention.start)
    current: Mention | None = workbench.presenter.current_mention
    assert current == mention


def test_marking_card_of_an_annotation_stands_below_a_names(
    qtbot: QtBot, read: Callable[..., Application]
) -> None:
    workbench = bench(read())
    recognition = workbench.controller.recognition
    assert recognition is not None
    mention = recognition.mentions[3]
    made = workbench.book.add(mention.start, mention.end, Colour.BLUE)
    workbench.book.change(replace(made, comment="¿Seguro?"))
    rect = workbench.view.span_rect(mention.start, mention.end)
    workbench.view.mention_hovered.emit(mention, rect)
    name, card = workbench.presenter.hover_card, workbench.marking.card
    assert name.isVisible()
    assert card.isVisible()
    assert not name.geometry().intersects(card.geometry())
    assert not card.geometry().intersects(rect)
    workbench.view.mention_hovered.emit(None, QRect())
    assert not card.isVisible()
