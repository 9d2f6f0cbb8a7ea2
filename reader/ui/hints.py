"""Three hints at the most, each once in a life: what one can do next, where one has just begun."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.ui.notice_bar import place_buttons
from reader.ui.shortcuts.listing import keys_in_words
from reader.ui.timers import single_shot

if TYPE_CHECKING:
    from reader.ui.workbench import Workbench

_KEY = "hints"  # in the window's state: the hints that were given
_BREATH_MS = 300  # without another bar, before a hint comes that gave way to it


class Hint(StrEnum):
    """What there is a hint about."""

    NOTE = "note"
    ANNOTATION = "annotation"
    EVERYWHERE = "everywhere"


class HintBar(QFrame):
    """A quiet line with one hint, which stays until it is sent away."""

    understood = Signal()
    unwanted = Signal()  # this and all others

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.hint: Hint | None = None
        self.key = ""
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.off_button = QToolButton()
        self.close_button = QToolButton()
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(14, 6, 8, 6)
        self._line.addWidget(self.label, 1)
        self._line.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignRight)
        for button in (self.off_button, self.close_button):
            button.setObjectName("noticeAction")
            row.addWidget(button)
        self.close_button.clicked.connect(self.understood)
        self.off_button.clicked.connect(self.unwanted)
        self.retranslate()
        self.hide()

    def show_hint(self, hint: Hint, key: str) -> None:
        """Show a hint; `key` is the one that it speaks of."""
        self.hint, self.key = hint, key
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.off_button.setText(self.tr("No more hints"))
        self.close_button.setText(self.tr("Understood"))
        words = {
            Hint.NOTE: self.tr("Click a name in the text to write a note on it."),
            Hint.ANNOTATION: self.tr("Select a passage to annotate it in a colour of yours."),
            Hint.EVERYWHERE: self.tr("{key} applies a correction to the whole library."),
        }
        if self.hint is not None:
            self.label.setText(words[self.hint].format(key=self.key))
            self.label.setAccessibleName(self.label.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the hint where they would leave it next to no room."""
        super().resizeEvent(event)
        place_buttons(self._line, self._buttons, self.width())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class OtherBars(QObject):
    """Watch the bars that stand below a page, in one column with a hint's."""

    changed = Signal()  # one has come or gone

    def __init__(self, hint_bar: QWidget, page: QWidget) -> None:
        super().__init__(hint_bar)
        self._hint_bar, self._page = hint_bar, page
        column = page.parentWidget()
        assert column is not None
        self._column = column
        column.installEventFilter(self)
        for bar in self._bars():
            bar.installEventFilter(self)

    def is_any_there(self) -> bool:
        """Return whether one is shown."""
        return any(not bar.isHidden() for bar in self._bars())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a bar come or go, also one that was made only now."""
        if watched is self._column:
            if isinstance(event, QChildEvent) and event.added() and event.child().isWidgetType():
                event.child().installEventFilter(self)
        elif event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.changed.emit()
        return super().eventFilter(watched, event)

    def _bars(self) -> list[QWidget]:
        layout = self._column.layout()
        assert layout is not None
        items = (layout.itemAt(place) for place in range(layout.count()))
        widgets = [widget for item in items if item and (widget := item.widget()) is not None]
        below = widgets[widgets.index(self._page) + 1 :]
        return [widget for widget in below if widget is not self._hint_bar]


class Hints(QObject):
    """Give each hint when its moment comes for the first time; `state` remembers for good.

    Where another bar is shown, a hint waits until that has gone; it wasn't given until then.
    """

    switched_off = Signal()

    def __init__(
        self,
        bar: HintBar,
        state: QSettings,
        *,
        wanted: Callable[[], bool],
        others: OtherBars | None = None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.bar = bar
        self._state = state
        self._wanted = wanted
        self._others = others
        self._waiting: tuple[Hint, str] | None = None
        self._breath = single_shot(self, _BREATH_MS, self._give_waiting)
        if others is not None:
            others.changed.connect(self._on_others_changed)
        bar.understood.connect(bar.hide)
        bar.unwanted.connect(self._on_unwanted)

    @property
    def given(self) -> set[str]:
        """Return the hints that were given, in this life or an earlier one."""
        return set(str(self._state.value(_KEY, "")).split(",")) - {""}

    def give(self, hint: Hint, key: str = "") -> None:
        """Give a hint, unless it was given before or none is wanted."""
        if not self._wanted() or hint in self.given:
            return
        if self._is_crowded():
            self._waiting = (hint, key)
            return
        self._waiting = None
        self._remember({*self.given, hint.value})
        self.bar.show_hint(hint, key)

    def take_away(self) -> None:
        """Take a hint away that is no longer wanted."""
        if not self._wanted():
            self._waiting = None
            self.bar.hide()

    def _on_unwanted(self) -> None:
        self._waiting = None
        self.bar.hide()
        self.switched_off.emit()

    def _on_others_changed(self) -> None:
        if not self._is_crowded():
            self._breath.start()
            return
        hint = self.bar.hint
        if hint is not None and not self.bar.isHidden():
            self._waiting = (hint, self.bar.key)
            self._remember(self.given - {hint.value})
            self.bar.hide()

    def _give_waiting(self) -> None:
        if self._waiting is not None:
            self.give(*self._waiting)

    def _is_crowded(self) -> bool:
        return self._others is not None and self._others.is_any_there()

    def _remember(self, given: set[str]) -> None:
        self._state.setValue(_KEY, ",".join(sorted(given)))


def wire_hints(bench: "Workbench") -> Hints:
    """Put the line of hints above the notices, and have each hint given in its moment."""
    bar = HintBar()
    middle = bench.notices.parentWidget()
    assert middle is not None
    column = middle.layout()
    assert isinstance(column, QBoxLayout)
    column.insertWidget(column.indexOf(bench.notices), bar)
    others = OtherBars(bar, bench.pages)
    state = bench.window.state
    hints = Hints(bar, state, wanted=lambda: bench.settings.hints, others=others, parent=bench)

    def on_recognized() -> None:
        article = bench.controller.recognition
        if article is not None and article.entities:
            hints.give(Hint.NOTE)

    def on_corrected() -> None:
        key = keys_in_words(bench.actions["everywhere"].shortcuts()[:1])
        if key:
            hints.give(Hint.EVERYWHERE, key)

    bench.controller.recognition_ended.connect(on_recognized)
    bench.controller.note_saved.connect(lambda *_: hints.give(Hint.ANNOTATION))
    bench.correcting.scoped_done.connect(lambda *_: on_corrected())
    hints.switched_off.connect(lambda: bench.set_settings(replace(bench.settings, hints=False)))
    bench.settings_changed.connect(lambda _settings: hints.take_away())
    return hints
