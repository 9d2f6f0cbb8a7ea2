"""The shelves, as they are painted."""

from collections import Counter

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from reader.ui.library.feed import Shelves
from reader.ui.library.shelf_model import EVERYTHING, ShelfKind, ShelfModel
from reader.ui.library.shelf_view import ShelfView
from reader.ui.style import style_sheet
from tests.ui.panel.panel_samples import theme
from tests.ui.test_kind_sample import contrast

THEMES = ["light", "sepia", "dark", "contrast", "contrast-dark"]


def most_contrast(image: QImage) -> float:
    """Return how well what is painted is told from what it is painted on."""
    seen = Counter(
        image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())
    )
    ground = QColor(seen.most_common(1)[0][0])
    return max(contrast(QColor(each), ground) for each in seen)


@pytest.mark.parametrize("name", THEMES)
def test_shelf_view_the_shelf_that_is_open_can_be_read(qtbot: QtBot, name: str) -> None:
    model = ShelfModel()
    model.names = {ShelfKind.ALL: "Todos los artículos"}
    model.set_shelves(Shelves(3, 0, 0, ()))
    view = ShelfView(model)
    qtbot.addWidget(view)
    view.setStyleSheet(style_sheet(theme(name)))
    view.set_theme(theme(name))
    view.resize(240, 200)
    view.choose(EVERYTHING)
    view.show()
    qtbot.waitExposed(view)
    view.clearFocus()
    row = view.visualRect(model.index(0)).adjusted(20, 4, -20, -4)  # inside its rounded ground
    assert most_contrast(view.viewport().grab(row).toImage()) > 4.5
