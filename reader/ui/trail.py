"""The way back inside of an article: where one was before a jump."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal

from reader.ui.reading.overview import OverviewStrip
from reader.ui.reading.view import ReadingView

_MOST = 50


class Trail(QObject):
    """Remember the places that jumps led away from, for each article; the window's history has all
    else.

    `shown` is the id of the article that is seen, None for none.
    """

    changed = Signal()

    def __init__(
        self, view: ReadingView, shown: Callable[[], str | None], *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._shown = shown
        self._ways: dict[str, tuple[list[int], list[int]]] = {}  # back and forward, nearest last
        self._pressed_at = 0  # where one was when the strip was pressed
        view.jump_begun.connect(self.begin_jump)

    def begin_jump(self, target: int) -> None:
        """Remember where one is, unless the target is on the page already."""
        if not self._view.is_on_page(target):
            self._push(self._view.reading_offset())

    def watch(self, strip: OverviewStrip) -> None:
        """Remember what a click in the strip beside the page leads away from."""
        strip.installEventFilter(self)
        for clicked in (strip.mark_clicked, strip.place_clicked):
            clicked.connect(lambda *_: self._on_strip_clicked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note where one is when the strip is pressed: it leads away at once."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed_at = self._view.reading_offset()
        return super().eventFilter(watched, event)

    def can_go(self, step: int) -> bool:
        """Tell whether there is a place in the article that is seen, back (-1) or forward (1)."""
        return bool(self._way(step))

    def go(self, step: int) -> bool:
        """Go back (-1) or forward (1) in the article; return whether there was a place."""
        way = self._way(step)
        if not way:
            return False
        target, here = way.pop(), self._view.reading_offset()
        self._way(-step).append(here)
        self._view.lead_to(target, part=0)
        self.changed.emit()
        return True

    def _on_strip_clicked(self) -> None:
        if not self._view.is_on_page(self._pressed_at):
            self._push(self._pressed_at)

    def _push(self, offset: int) -> None:
        document_id = self._shown()
        if document_id is not None:
            back, forward = self._ways.setdefault(document_id, ([], []))
            back.append(offset)
            del back[:-_MOST]
            forward.clear()
            self.changed.emit()

    def _way(self, step: int) -> list[int]:
        document_id = self._shown()
        back, forward = self._ways.get(document_id or "", ([], []))
        return back if step < 0 else forward
