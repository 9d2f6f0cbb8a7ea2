"""Write down what the window shows, so that it is there the next time, even after a crash."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSettings

from reader.ui.tabs.desk import Tabs
from reader.ui.tabs.session import Session, from_text, to_text
from reader.ui.timers import single_shot
from reader.ui.window import Window

KEEP_AFTER_MS = 1000
"""How long after a change, at the most, it is written down."""

_OF_WINDOW = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)


class _Keeping(Protocol):
    def keep(self, state: QSettings) -> None: ...


class SessionKeeper(QObject):
    """Keep the tabs of each library, the window's geometry, and what `parts` keep."""

    def __init__(
        self,
        tabs: Tabs,
        window: Window,
        *,
        library: Callable[[], Path | None],
        parts: tuple[_Keeping, ...],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._window = window
        self._library = library
        self._parts = parts
        self._timer = single_shot(self, KEEP_AFTER_MS, self.keep)
        tabs.changed.connect(self.keep_soon)
        window.installEventFilter(self)
        window.closed.connect(self._on_closed)

    def keep_soon(self) -> None:
        """Write down what is shown before long; the first change in a row sets the time."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Write down what is shown."""
        self._timer.stop()
        state, tabs = self._window.state, self._tabs
        tabs.keep_spot()
        shown = [tab for tab in tabs.tabs if tab.place]
        active = shown.index(tabs.tab) if tabs.tab in shown else 0
        if (key := self._key()) is not None:
            state.setValue(key, to_text(Session(shown, active)))
        if self._window.isVisible() and not self._window.isMinimized():
            state.setValue("geometry", self._window.saveGeometry())
        for part in self._parts:
            part.keep(state)

    def read(self) -> Session | None:
        """Return the tabs of last time; None for none, or where they can't be read."""
        key = self._key()
        return None if key is None else from_text(self._window.state.value(key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of where the window is."""
        if event.type() in _OF_WINDOW:
            self.keep_soon()
        return super().eventFilter(watched, event)

    def _on_closed(self) -> None:
        self.keep()
        self._window.removeEventFilter(self)

    def _key(self) -> str | None:
        path = self._library()
        if path is None:
            return None
        name = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
        return f"tabs/{name[:16]}"
