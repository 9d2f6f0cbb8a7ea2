"""What opens in new tabs, and what the keys do with tabs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from reader.core.search import Hit
from reader.ui.centre import ENTITY
from reader.ui.entity_page.page_rows import ArticleRow, PassageRow, RelatedRow
from reader.ui.keys import ENTER
from reader.ui.library.article_model import ARTICLE_ROLE
from reader.ui.panel.rows_model import ROW_ROLE
from reader.ui.tabs.asides import Asides
from reader.ui.tabs.desk import Tabs
from reader.ui.tabs.tab import Goal

if TYPE_CHECKING:
    from reader.ui.entity_page.page import EntityPage
    from reader.ui.panel.note_editor import NoteEditor
    from reader.ui.search.desk import SearchDesk
    from reader.ui.workbench import Workbench

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NUMBERS = 9


def wire_tabs(bench: "Workbench") -> None:
    """Wire tabs with all that leads to one."""
    tabs, actions, centre = bench.tabs, bench.actions, bench.centre

    def open_goal(goal: Goal, go_there: bool) -> None:
        tabs.open(goal, go_there=go_there)

    for name, slot in (
        ("next_tab", lambda: tabs.walk(1)),
        ("previous_tab", lambda: tabs.walk(-1)),
        ("close_tab", tabs.close),
        ("reopen_tab", tabs.reopen),
    ):
        actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())
    tabs.set_actions(close=actions["close_tab"], reopen=actions["reopen_tab"])
    for number in range(_NUMBERS):
        action = QAction(bench.window)
        action.setShortcut(f"Alt+{number + 1}")
        action.triggered.connect(lambda _checked=False, number=number: tabs.show(number))
        bench.window.addAction(action)
    tabs.failed.connect(bench.tell_error)
    centre.openers |= {
        "annotations:": bench.asking("annotation_pages", "open_all"),
        "corrections": bench.asking("said", "open"),
    }
    Asides(bench.library_pane.view, _goal_of_article, open_goal, has_menu=False)

    def on_search_made(search: "SearchDesk") -> None:
        page = search.page
        Asides(page.view, _goal_of_hit, open_goal, keys=page.edit)
        tabs.strip.bar.tabBarClicked.connect(lambda _number: search.leave())

    bench.when_made("search", on_search_made)
    bench.desk.new_tab_requested.connect(lambda document_id: tabs.open(Goal(document_id)))
    centre.entity_page_made.connect(
        lambda made: Asides(made.view, lambda index: _goal_of_row(made, index), open_goal)
    )
    bench.panel.when_made("card", lambda card: LinkAsides(card.note, tabs))
    centre.note_editor_made.connect(lambda editor: LinkAsides(editor, tabs))
    bench.desk.changes.changed.connect(tabs.check)


class LinkAsides(QObject):
    """Follow the links of a note into new tabs: by middle click, or with Ctrl and Shift."""

    def __init__(self, editor: "NoteEditor", tabs: Tabs) -> None:
        super().__init__(editor)
        self._tabs = tabs
        self._areas: tuple[QAbstractScrollArea, ...] = (editor.edit, editor.preview)
        editor.edit.installEventFilter(self)
        for area in self._areas:
            area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the link that is followed now lead to a new tab."""
        if isinstance(event, QMouseEvent):
            return self._takes_mouse(watched, event)
        if isinstance(event, QKeyEvent) and watched is self._areas[0] and event.key() in ENTER:
            return self._takes_key(event)
        return False

    def _takes_mouse(self, watched: QObject, event: QMouseEvent) -> bool:
        in_preview = watched is self._areas[1].viewport()
        follows = QEvent.Type.MouseButtonRelease if in_preview else QEvent.Type.MouseButtonPress
        if event.button() == Qt.MouseButton.MiddleButton:
            return self._click(watched, event, follows=event.type() == follows)
        wanted = _CONTROL if in_preview else _CONTROL | _SHIFT
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and event.type() == follows and event.modifiers() & wanted == wanted:
            self._tabs.open_aside()
        return False

    def _takes_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _CONTROL | _SHIFT:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._tabs.open_aside()
            if not self._areas[0].follow_at_cursor():  # type: ignore[attr-defined]
                self._tabs.stay()
        return True

    def _click(self, watched: QObject, event: QMouseEvent, *, follows: bool) -> bool:
        """Do what a click with Ctrl does, which follows a link, for a new tab."""
        pressed = event.type() == QEvent.Type.MouseButtonPress
        if not pressed and event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if follows:
            self._tabs.open_aside()
        buttons = Qt.MouseButton.LeftButton if pressed else Qt.MouseButton.NoButton
        click = QMouseEvent(
            event.type(),
            event.position(),
            event.globalPosition(),
            Qt.MouseButton.LeftButton,
            buttons,
            _CONTROL,
        )
        QApplication.sendEvent(watched, click)
        return True


def _goal_of_article(index: QModelIndex) -> Goal | None:
    article = index.data(ARTICLE_ROLE)
    return None if article is None else Goal(article.id, article.title)


def _goal_of_hit(index: QModelIndex) -> Goal | None:
    hit = index.data(ROW_ROLE)
    if not isinstance(hit, Hit):
        return None
    if hit.document_id:
        title = hit.title.text if not hit.annotation_id else ""
        return Goal(hit.document_id, title, hit.offset, hit.end, hit.annotation_id)
    return Goal(ENTITY + hit.entity_id, hit.title.text) if hit.entity_id else None


def _goal_of_row(page: "EntityPage", index: QModelIndex) -> Goal | None:
    match page.rows.row(index.row()):
        case ArticleRow(article):
            return Goal(article.document_id, article.title)
        case PassageRow(passage):
            return Goal(passage.document_id, start=passage.offset, end=passage.end)
        case RelatedRow(related):
            return Goal(ENTITY + related.entity.id, related.entity.name)
    return None
