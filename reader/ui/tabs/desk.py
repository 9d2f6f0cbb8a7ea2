"""Several articles and pages open: one is shown, and of the others only the place is kept."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reader.core.document import Document
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.centre import ENTITY, Centre
from reader.ui.history import History
from reader.ui.jumps import Jumps
from reader.ui.tabs.spots import Spots
from reader.ui.tabs.strip import TabStrip
from reader.ui.tabs.tab import Goal, Tab
from reader.ui.tabs.titles import title_of
from reader.ui.timers import single_shot

if TYPE_CHECKING:
    from reader.store.library import Library

_MOST_CLOSED = 20
"""Closed tabs that can be opened again."""

_ASIDE_MS = 1500
"""How long a link that is followed may take to find out where it leads."""

_Standing = dict[str, tuple[str, bool]]


class Tabs(QObject):
    """Show one tab at a time in the window's middle, by giving it the tab's way through places."""

    changed = Signal()  # something that is kept from one time to the next
    failed = Signal(object)  # ReaderError

    _expected: Tab | None = None  # the one for an article that the program was started with

    def __init__(
        self,
        strip: TabStrip,
        *,
        centre: Centre,
        controller: ArticleController,
        jumps: Jumps,
        spots: Spots,
        library: LibraryThread,
        flush: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.strip = strip
        self.tabs = [Tab(centre.history)]
        self.active = 0
        self._centre = centre
        self._controller = controller
        self._jumps = jumps
        self._spots = spots
        self._library = library
        self._flush = flush
        self._closed: list[tuple[int, Tab]] = []
        self._trashed: list[tuple[int, Tab, bool]] = []  # its number, and whether it was shown
        self._is_settled = True  # what the tab is of is in the middle
        self._is_new_wanted = False  # for the article that is opened next
        self._aside: bool | None = None  # whether the next wish leads to a new tab, and shows it
        self._aside_timer = single_shot(self, _ASIDE_MS, self.stay)
        self._actions: tuple[QAction, QAction] | None = None  # to close and to open again
        spots.changed.connect(self.changed)
        centre.moved.connect(self._on_moved)
        centre.entity_missed.connect(self._on_missed)
        controller.article_closing.connect(self._on_article_closing)
        controller.metadata_changed.connect(self._on_metadata_changed)
        controller.article_added.connect(lambda *_: self._forget_new())
        strip.chosen.connect(self.show)
        strip.close_requested.connect(self.close)
        strip.others_close_requested.connect(self.close_others)
        strip.moved.connect(self._on_tab_moved)
        centre.divert = jumps.divert = self._divert

    @property
    def tab(self) -> Tab:
        """Return the tab that is shown."""
        return self.tabs[self.active]

    def set_actions(self, *, close: QAction, reopen: QAction) -> None:
        """Enable these actions while they have something to do."""
        self._actions = (close, reopen)
        self._show_strip()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.strip.retranslate()
        self._show_strip()

    # ---- what the user asks for

    def open(self, goal: Goal, *, go_there: bool = False) -> None:
        """Open a new tab beside the one that is shown; `go_there` shows it.

        Where one stands there already, that one leads to the goal.
        """
        number = next((n for n, tab in enumerate(self.tabs) if tab.place == goal.place), None)
        if self.tab.place == goal.place:
            number = self.active
        if number is None:
            number = self._number_beside()
            self.tabs.insert(number, Tab.to(goal))
            self._read_title(self.tabs[number])
        elif goal.end or goal.annotation_id:
            self.tabs[number].goal = goal
        self._show_strip()
        if go_there or number == self.active:
            self.show(number, anew=True)

    def open_aside(self, *, go_there: bool = False) -> None:
        """Have the next wish to go somewhere lead to a new tab; `go_there` shows it."""
        self._aside = go_there
        self._aside_timer.start()

    def stay(self) -> None:
        """Have the next wish lead where it would."""
        self._aside = None

    def expect_article(self) -> None:
        """Have the article that is opened next be in a tab of its own."""
        self._is_new_wanted = bool(self.tab.place)

    def show(self, number: int, *, anew: bool = False) -> None:
        """Show a tab, where one was in it; `anew` even if it is shown."""
        is_there = number == self.active and self._is_settled and not anew
        if is_there or not 0 <= number < len(self.tabs):
            return
        self._leave()
        self.active = number
        self._arrive()

    def walk(self, step: int) -> None:
        """Show the next tab (1) or the previous one (-1), round the end."""
        self.show((self.active + step) % len(self.tabs))

    def close(self, number: int | None = None) -> None:
        """Close a tab, None for the shown one; the last one stays."""
        number = self.active if number is None else number
        if len(self.tabs) > 1:
            if number == self.active:
                self._leave()
            self._closed.append((number, self.tabs[number]))
            del self._closed[:-_MOST_CLOSED]
            self._remove(number)

    def close_others(self, number: int) -> None:
        """Close all tabs but one."""
        kept = self.tabs[number]
        self.show(number)
        for tab in [tab for tab in self.tabs if tab is not kept]:
            self.close(self.tabs.index(tab))

    def reopen(self) -> None:
        """Open the tab that was closed last."""
        if self._closed:
            self._insert(*self._closed.pop(), shown=True)

    def restore(self, tabs: Sequence[Tab], active: int, *, shown: bool) -> None:
        """Open the tabs of last time; `shown` is whether one of them is to be read."""
        self._leave()
        self.tabs, self.active = list(tabs), active
        if shown:
            self._arrive()
        else:  # what is opened comes beside them
            self._is_settled = False
            self._is_new_wanted = True
            self._show_strip()
        self.check()

    def keep_spot(self) -> None:
        """Take note of what one looks at."""
        if self._is_settled and self._is_article_shown():
            self.tab.spot = self._spots.take()

    def forget_closed(self) -> None:
        """Forget what was closed: it belongs to another library."""
        self._closed.clear()
        self._trashed.clear()

    # ---- what happens in the library

    def check(self) -> None:
        """Close tabs of articles that are gone, and open those again that have come back."""
        tabs = [*self.tabs, *(tab for _, tab, _ in self._trashed)]
        ids = [tab.place for tab in tabs if tab.place and self._centre.is_article(tab.place)]
        self._library.call(
            lambda library: library.shelf.standing(ids),
            done=lambda standing: self._on_checked(ids, standing),
            failed=lambda _error: None,  # what can't be read is told where it is wanted
        )

    def _on_checked(self, asked: list[str], standing: _Standing) -> None:
        for number, tab, was_shown in self._trashed[::-1]:
            is_back = not standing.get(tab.place, ("", True))[1]
            if is_back or tab.place not in standing:
                self._trashed.remove((number, tab, was_shown))
            if is_back:
                tab.is_trashed = False
                self._insert(number, tab, shown=was_shown)
        for tab in [tab for tab in self.tabs if tab.place in asked]:
            is_gone = tab.place not in standing
            was_trashed, is_trashed = tab.is_trashed, not is_gone and standing[tab.place][1]
            tab.is_trashed = is_trashed
            if is_gone and len(self.tabs) == 1 and not self._is_settled:
                tab.history = self._centre.history = History()
            elif len(self.tabs) > 1 and (is_gone or (is_trashed and was_trashed is False)):
                number = self.tabs.index(tab)
                if is_trashed:
                    self.keep_spot()
                    self._trashed.append((number, tab, number == self.active))
                self._remove(number)

    def _read_title(self, tab: Tab) -> None:
        """Have a title shown, and know of an article whether it is in the trash already."""
        place = tab.place

        def done(standing: _Standing) -> None:
            if tab.place == place and place in standing:
                title, tab.is_trashed = standing[place]
                tab.title = tab.title or title
                self._show_strip()

        def read(library: "Library") -> _Standing:
            if place.startswith(ENTITY):
                entity = library.entity(place.removeprefix(ENTITY))
                return {} if entity is None else {place: (entity.name, False)}
            return library.shelf.standing([place])

        self._library.call(read, done=done, failed=lambda _error: None)

    # ---- from one tab to another

    def _is_article_shown(self) -> bool:
        document = self._controller.document
        return document is not None and document.id == self.tab.place

    def _leave(self) -> None:
        """Hand on what is typed, and take note of what one looks at."""
        self._flush()
        self.keep_spot()

    def _arrive(self) -> None:
        """Bring the middle to where the tab stands."""
        tab = self.tab
        self._is_settled, self._is_new_wanted = False, False
        self._spots.forget()
        self._show_strip()
        goal, tab.goal = tab.goal, None
        document = self._controller.document
        if goal is not None and document is not None and document.id == goal.place:
            self._centre.take_history(tab.history)
            self._follow(goal)
        elif goal is not None and (goal.end or goal.annotation_id):
            self._centre.take_history(History())
            self._centre.history = tab.history
            self._follow(goal)
        else:
            if tab.spot is not None:
                self._spots.expect(tab.place, tab.spot)
            self._centre.take_history(tab.history)
        self.changed.emit()

    def _follow(self, goal: Goal) -> None:
        if goal.annotation_id:
            self._jumps.to_annotation(goal.place, goal.annotation_id)
        elif goal.end:
            self._jumps.to_passage(goal.place, goal.start, goal.end)

    def _divert(self, goal: Goal) -> bool:
        go_there, self._aside = self._aside, None
        if go_there is not None:
            self.open(goal, go_there=go_there)
        else:
            self._forget_new()
        return go_there is not None

    def _number_beside(self) -> int:
        """Return the number for a new tab: behind those that were opened from this one."""
        number = self.active + 1
        while number < len(self.tabs) and self.tabs[number].goal is not None:
            number += 1
        return number

    def _insert(self, number: int, tab: Tab, *, shown: bool) -> None:
        number = min(number, len(self.tabs))
        self.tabs.insert(number, tab)
        if number <= self.active:
            self.active += 1
        self._show_strip()
        if shown:
            self.show(number)
        self.changed.emit()

    def _remove(self, number: int) -> None:
        was_shown = number == self.active
        del self.tabs[number]
        if number < self.active or self.active == len(self.tabs):
            self.active -= 1
        if was_shown:
            self._arrive()
        self._show_strip()
        self.changed.emit()

    # ---- what happens

    def _on_moved(self) -> None:
        tab = self.tab
        self._is_settled, tab.spot = True, None  # it is taken when the place is left
        title = title_of(tab.place, self._centre, self._controller.document)
        if tab.title != title or tab.is_trashed is None:
            tab.title, tab.is_trashed = title, None
            self._read_title(tab)
        for number in _twins(self.tabs, self._expected):
            self._remove(number)
        self._expected = None
        self._show_strip()
        self.changed.emit()

    def _on_missed(self) -> None:
        if not self._is_settled and len(self.tabs) > 1:
            self._remove(self.active)

    def _on_article_closing(self) -> None:
        """Give the article that comes a tab of its own, if that is wanted."""
        if self._is_new_wanted:
            self._is_new_wanted = False
            self._leave()
            self.active = len(self.tabs)
            self.tabs.append(Tab())
            self._centre.history = self.tab.history
            self._expected = self.tab

    def _on_metadata_changed(self, document: Document) -> None:
        for tab in self.tabs:
            if tab.place == document.id:
                tab.title = document.title
        self._show_strip()

    def _on_tab_moved(self, start: int, end: int) -> None:
        shown = self.tab
        self.tabs.insert(end, self.tabs.pop(start))
        self.active = self.tabs.index(shown)
        self.changed.emit()

    def _forget_new(self) -> None:
        if self._is_settled:
            self._is_new_wanted = False

    def _show_strip(self) -> None:
        self.strip.set_tabs([tab.title for tab in self.tabs], self.active)
        if self._actions is not None:
            close, reopen = self._actions
            close.setEnabled(len(self.tabs) > 1)
            reopen.setEnabled(bool(self._closed))


def _twins(tabs: Sequence[Tab], expected: Tab | None) -> list[int]:
    """Return the numbers, from the last, of other tabs with the article that was expected."""
    return [
        number
        for number, tab in reversed([*enumerate(tabs)])
        if expected is not None and tab is not expected and tab.place == expected.place
    ]
