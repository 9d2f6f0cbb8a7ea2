"""A reading view with an article in which there is something to find."""

from types import SimpleNamespace
from typing import NamedTuple

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.core.document import Document
from reader.ui.finding.desk import FindDesk
from reader.ui.outline.desk import OutlineDesk
from reader.ui.outline.page import OutlinePage
from reader.ui.reading.overview import OverviewStrip
from reader.ui.reading.view import ReadingView
from reader.ui.trail import Trail
from tests.ui.finding.finding_samples import article
from tests.ui.reading.reading_samples import HEADING, STYLE


class Controller(QObject):
    """What shows articles, as far as finding asks."""

    article_opened = Signal(object)

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.document: Document | None = None
        self._view = view

    def open(self, document: Document) -> None:
        """Show a document."""
        self.document = document
        self._view.set_document(document, heading=HEADING)
        self.article_opened.emit(SimpleNamespace(document=document, offset=0))


class Room(NamedTuple):
    """What is on the screen."""

    window: QWidget
    view: ReadingView
    desk: FindDesk
    trail: Trail
    outline: OutlineDesk
    page: OutlinePage
    strip: OverviewStrip
    controller: Controller

    @property
    def text(self) -> str:
        """Return the article's text."""
        assert self.controller.document is not None
        return self.controller.document.text


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """Return a view with its bar, outline and trail, and the article open."""
    window = QWidget()
    qtbot.addWidget(window)
    view, page = ReadingView(), OutlinePage()
    view.set_style(STYLE)
    controller, strip = Controller(view), OverviewStrip(view)
    trail = Trail(view, lambda: getattr(controller.document, "id", None), parent=window)
    strip.place_clicked.connect(view.ensure_visible)
    trail.watch(strip)
    begin = trail.begin_jump
    desk = FindDesk(controller, view, strip, begin_jump=begin, parent=window)  # type: ignore[arg-type]
    outline = OutlineDesk(controller, view, page, begin_jump=begin, parent=window)  # type: ignore[arg-type]
    desk.set_theme(STYLE.theme)
    column = QVBoxLayout(window)
    for part in (view, desk.bar, page):
        column.addWidget(part)
    page.setFixedHeight(150)
    window.resize(700, 650)
    window.show()
    qtbot.waitExposed(window)
    controller.open(article())
    view.setFocus()
    return Room(window, view, desk, trail, outline, page, strip, controller)
