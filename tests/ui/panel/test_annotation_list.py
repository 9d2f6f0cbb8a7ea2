import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.annotations import Annotation, Colour
from reader.ui.panel.annotation_delegate import AnnotationDelegate
from reader.ui.panel.annotation_list import AnnotationList
from reader.ui.panel.row_delegate import paint_bar
from tests.ui.panel.panel_samples import HOSTILE, annotation, theme
from tests.ui.test_kind_sample import contrast

THREE = [annotation("c", 30), annotation("a", 10, comment="vieja"), annotation("b", 20)]


@pytest.fixture
def annotations(qtbot: QtBot) -> AnnotationList:
    annotations = AnnotationList()
    qtbot.addWidget(annotations)
    annotations.set_theme(theme())
    annotations.resize(320, 500)
    annotations.show()
    qtbot.waitExposed(annotations)
    return annotations


def changes(spy: QSignalSpy) -> list[tuple[str, str, Colour]]:
    found: list[Annotation] = [spy.at(i)[0] for i in range(spy.count())]
    return [(a.id, a.comment, a.colour) for a in found]


def point_in(annotations: AnnotationList, row: int) -> QPoint:
    rect = annotations.visualRect(annotations.model().index(row, 0))
    return rect.topLeft() + QPoint(40, 14)


def test_annotation_list_is_in_reading_order(annotations: AnnotationList) -> None:
    annotations.set_annotations(THREE)
    model = annotations.model()
    rows = [model.data(model.index(i, 0), Qt.ItemDataRole.UserRole).id for i in range(3)]
    assert rows == ["a", "b", "c"]


def test_annotation_list_activates_what_is_clicked(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    with qtbot.waitSignal(annotations.annotation_activated) as activated:
        qtbot.mouseClick(
            annotations.viewport(), Qt.MouseButton.LeftButton, pos=point_in(annotations, 1)
        )
    assert activated.args == ["b"]
    assert annotations.current_id == "b"


def test_annotation_list_edits_the_comment_that_is_clicked(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    rect = annotations.visualRect(annotations.model().index(0, 0))
    below_quote = rect.bottomLeft() + QPoint(40, -14)
    qtbot.mouseClick(annotations.viewport(), Qt.MouseButton.LeftButton, pos=below_quote)
    qtbot.waitUntil(annotations.editor.comment.hasFocus)
    assert annotations.editor.comment.textCursor().atEnd()


def test_annotation_list_keeps_the_clicked_row_under_the_pointer(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations([annotation(f"a{i}", i) for i in range(100)])
    annotations.set_current("a20")
    row = annotations.model().index(22, 0)
    top = annotations.visualRect(row).top()
    qtbot.mouseClick(
        annotations.viewport(), Qt.MouseButton.LeftButton, pos=point_in(annotations, 22)
    )
    assert annotations.current_id == "a22"
    bottom_moved = annotations.visualRect(row).bottom() >= annotations.viewport().height() - 1
    assert annotations.visualRect(row).top() == top or bottom_moved


def test_annotation_list_activates_with_the_arrow_keys(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    annotations.set_current("a")
    with qtbot.waitSignal(annotations.annotation_activated) as activated:
        qtbot.keyClick(annotations, Qt.Key.Key_Down)
    assert activated.args == ["b"]


def test_annotation_list_follows_the_text_in_silence(annotations: AnnotationList) -> None:
    annotations.set_annotations(THREE)
    activated = QSignalSpy(annotations.annotation_activated)
    annotations.set_current("b")
    assert annotations.current_id == "b"
    assert activated.count() == 0


def test_annotation_list_hands_on_a_comment_after_the_last_key(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    annotations.edit_comment("b")
    changed = QSignalSpy(annotations.annotation_changed)
    with qtbot.waitSignal(annotations.annotation_changed):
        qtbot.keyClicks(annotations.editor.comment, "hola")
    annotations.flush()
    assert changes(changed) == [("b", "hola", Colour.YELLOW)]


def test_annotation_list_hands_on_a_comment_before_another_is_current(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    annotations.edit_comment("b")
    changed = QSignalSpy(annotations.annotation_changed)
    qtbot.keyClicks(annotations.editor.comment, "hola")
    annotations.set_current("c")
    assert changes(changed) == [("b", "hola", Colour.YELLOW)]
    assert annotations.editor.comment.text() == ""


def test_annotation_list_hands_on_nothing_that_was_only_read(annotations: AnnotationList) -> None:
    annotations.set_annotations(THREE)
    changed = QSignalSpy(annotations.annotation_changed)
    for annotation_id in ("a", "b", "c", None):
        annotations.set_current(annotation_id)
        annotations.flush()
    assert changes(changed) == []


def test_annotation_list_keeps_what_is_being_typed_when_refreshed(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    annotations.edit_comment("a")
    qtbot.keyClicks(annotations.editor.comment, " hola")
    annotations.set_annotations([*THREE, annotation("d", 5)])
    assert annotations.editor.comment.text() == "vieja hola"
    assert annotations.current_id == "a"
    assert annotations.editor.isVisible()


def test_annotation_list_takes_a_comment_from_elsewhere_while_nothing_is_typed(
    annotations: AnnotationList,
) -> None:
    annotations.set_annotations(THREE)
    annotations.edit_comment("a")
    annotations.set_annotations([annotation("a", 10, comment="nueva")])
    assert annotations.editor.comment.text() == "nueva"


def test_annotation_list_hands_on_colour_and_typed_comment_together(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    annotations.edit_comment("b")
    changed = QSignalSpy(annotations.annotation_changed)
    qtbot.keyClicks(annotations.editor.comment, "hola")
    annotations.editor.dots.dot(Colour.PINK).click()
    assert changes(changed)[-1] == ("b", "hola", Colour.PINK)


def test_annotation_list_changes_the_colour_with_a_number(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    annotations.set_current("a")
    changed = QSignalSpy(annotations.annotation_changed)
    qtbot.keyClick(annotations, Qt.Key.Key_3)
    assert changes(changed) == [("a", "vieja", Colour.BLUE)]


def test_annotation_list_writes_a_number_into_a_comment(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    annotations.edit_comment("b")
    qtbot.keyClicks(annotations.editor.comment, "3")
    assert annotations.editor.comment.text() == "3"


def test_annotation_list_keeps_a_number_from_a_shortcut_of_the_window(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    action = QAction(annotations)
    action.setShortcut("3")
    annotations.addAction(action)
    annotations.set_annotations(THREE)
    annotations.set_current("a")
    annotations.setFocus()
    qtbot.waitUntil(annotations.hasFocus)
    changed, triggered = QSignalSpy(annotations.annotation_changed), QSignalSpy(action.triggered)
    qtbot.keyClick(annotations, Qt.Key.Key_3)
    assert (changed.count(), triggered.count()) == (1, 0)


@pytest.mark.parametrize("way", ["button", "key"])
def test_annotation_list_deletes_the_current_one_with_its_comment_handed_on(
    annotations: AnnotationList, qtbot: QtBot, way: str
) -> None:
    annotations.set_annotations(THREE)
    annotations.edit_comment("b")
    qtbot.keyClicks(annotations.editor.comment, "hola")
    changed = QSignalSpy(annotations.annotation_changed)
    with qtbot.waitSignal(annotations.annotation_deleted) as deleted:
        if way == "button":
            annotations.editor.delete_button.click()
        else:
            qtbot.keyClick(annotations, Qt.Key.Key_Delete)
    assert deleted.args == ["b"]
    assert changes(changed) == [("b", "hola", Colour.YELLOW)]


def test_annotation_list_lets_go_of_an_annotation_that_is_gone(
    annotations: AnnotationList,
) -> None:
    annotations.set_annotations(THREE)
    annotations.set_current("b")
    annotations.set_annotations([THREE[0], THREE[1]])
    assert annotations.current_id is None
    assert not annotations.editor.isVisible()


def test_annotation_list_goes_back_to_the_rows_with_escape(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    annotations.edit_comment("b")
    qtbot.waitUntil(annotations.editor.comment.hasFocus)
    qtbot.keyClick(annotations.editor.comment, Qt.Key.Key_Escape)
    assert annotations.hasFocus()


def test_annotation_list_makes_room_for_a_long_comment(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    annotations.edit_comment("a")
    row = annotations.model().index(0, 0)
    before = annotations.visualRect(row).height()
    annotations.editor.comment.insertPlainText("\n".join("línea" for _ in range(5)))
    assert annotations.visualRect(row).height() >= before + 4 * 10
    assert annotations.editor.geometry() == annotations.visualRect(row)


def test_annotation_list_has_no_widgets_for_rows(annotations: AnnotationList) -> None:
    annotations.set_annotations([annotation("a")])
    before = len(annotations.findChildren(QWidget))
    annotations.set_annotations([annotation(f"a{i}", i) for i in range(500)])
    assert len(annotations.findChildren(QWidget)) == before


def test_annotation_list_measures_each_row_once_a_width(
    annotations: AnnotationList, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[str] = []
    measure = AnnotationDelegate._height

    def counting(self: AnnotationDelegate, annotation: Annotation, font: object) -> int:
        measured.append(annotation.id)
        return measure(self, annotation, font)  # type: ignore[arg-type]

    monkeypatch.setattr(AnnotationDelegate, "_height", counting)
    many = [annotation(f"a{i}", i, quote=f"cita {i}") for i in range(500)]
    annotations.set_annotations(many)
    for i in range(0, 500, 25):
        annotations.set_current(f"a{i}")
        annotations.set_annotations(many)
    assert len(measured) <= 1100  # with and without a scroll bar


def test_annotation_list_offers_tools_on_the_row_under_the_pointer(
    annotations: AnnotationList, qtbot: QtBot
) -> None:
    annotations.set_annotations(THREE)
    qtbot.mouseMove(annotations.viewport(), point_in(annotations, 0))
    annotations.entered.emit(annotations.model().index(1, 0))
    changed = QSignalSpy(annotations.annotation_changed)
    annotations.tools.dots.dot(Colour.GREEN).click()
    with qtbot.waitSignal(annotations.annotation_deleted) as deleted:
        annotations.tools.delete_button.click()
    assert changes(changed) == [("b", "", Colour.GREEN)]
    assert deleted.args == ["b"]


def test_annotation_list_shows_a_hostile_quote_literally(annotations: AnnotationList) -> None:
    annotations.set_annotations([annotation("a", quote=HOSTILE)])
    annotations.set_current("a")
    assert annotations.editor._quote.text() == HOSTILE
    assert annotations.editor._quote.textFormat() == Qt.TextFormat.PlainText


def test_annotation_list_lays_the_editor_out_anew_as_it_gets_room_again(
    annotations: AnnotationList,
) -> None:
    annotations.set_annotations([annotation("a", 10, comment="palabra " * 12)])
    annotations.set_current("a")
    editor = annotations.editor
    for width in (110, 320):
        annotations.resize(width, 500)
    assert editor.tags.y() - editor.comment.geometry().bottom() < 12
    assert editor.delete_button.geometry().bottom() < editor.height()


@pytest.mark.parametrize("colour", Colour)
@pytest.mark.parametrize("name", ["light", "sepia", "dark", "contrast", "contrast-dark"])
def test_annotation_bar_is_seen_on_the_ground_of_what_is_chosen(name: str, colour: Colour) -> None:
    """Either it parts from the ground, or its outline parts from both."""
    shown = theme(name)
    image = QImage(16, 30, QImage.Format.Format_RGB32)
    image.fill(shown.selection)
    painter = QPainter(image)
    bar = QRectF(6, 4, 4, 22)
    mark = shown.annotations[colour].mark
    paint_bar(painter, bar, mark, text=shown.selection_text, theme=shown)
    painter.end()
    across = [image.pixelColor(x, 15) for x in range(image.width())]
    outline = across[5]
    assert mark in across
    assert contrast(outline, shown.selection) > 3.0
    assert max(contrast(mark, outline), contrast(mark, shown.selection)) > 2.5
