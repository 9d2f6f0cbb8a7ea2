"""An open name in the list has its sign, and the count stays where it is."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.ui.panel.entity_list import EntityList
from reader.ui.panel.panel_data import EntityRow
from tests.ui.panel.panel_samples import theme

SURE = Entity("c", "Crawford", Kind.PERSON)
OPEN = replace(SURE, candidates=("a", "b"))


def picture(qtbot: QtBot, entity: Entity, *, width: int = 320) -> QImage:
    """Return what the list shows of an entity."""
    shown = EntityList()
    qtbot.addWidget(shown)
    shown.set_theme(theme())
    shown.resize(width, 200)
    shown.show()
    qtbot.waitExposed(shown)
    shown.set_rows([EntityRow(entity, 3, 0)])
    view = shown.view
    return view.grab(view.visualRect(view.model().index(1, 0))).toImage()


def changed_columns(one: QImage, other: QImage) -> list[int]:
    rows = range(one.height())
    return [
        x for x in range(one.width()) if any(one.pixel(x, y) != other.pixel(x, y) for y in rows)
    ]


def test_entity_question_has_a_sign_behind_the_name(qtbot: QtBot) -> None:
    columns = changed_columns(picture(qtbot, SURE), picture(qtbot, OPEN))
    assert columns
    assert columns[0] > 12
    assert columns[-1] - columns[0] < 12
    assert columns[-1] < 160  # far from the count


@pytest.mark.parametrize("width", [220, 320])
def test_entity_question_with_a_long_name_keeps_its_sign(qtbot: QtBot, width: int) -> None:
    long = "Crawford de los Monteros y Fernández de Córdoba y Zúñiga"
    sure, question = (replace(each, name=long) for each in (SURE, OPEN))
    columns = changed_columns(
        picture(qtbot, sure, width=width), picture(qtbot, question, width=width)
    )
    assert columns
    assert columns[-1] < width - 24  # the count's own
