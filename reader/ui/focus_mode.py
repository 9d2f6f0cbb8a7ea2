"""Focus: all but the text folds away, and comes back as it was."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui.columns import Columns
from reader.ui.reading.view import ReadingView


class FocusMode(QObject):
    """Fold columns and bars away and back; on demand the other paragraphs are dimmed too."""

    changed = Signal(bool)

    def __init__(
        self,
        columns: Columns,
        bars: Sequence[QWidget],
        view: ReadingView,
        *,
        toggle: QAction,
        dim: QAction,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._bars = bars
        self._shown: list[QWidget] = []  # the bars that come back
        self._view = view
        self._toggle = toggle
        self._dim = dim
        toggle.toggled.connect(self._set)
        dim.toggled.connect(lambda _on: self._show_dimmed())
        view.installEventFilter(self)

    def leave(self) -> None:
        """Bring everything back."""
        self._toggle.setChecked(False)

    def restore(self, state: QSettings) -> None:
        """Dim or not, as `keep` left it."""
        self._dim.setChecked(state.value("dim_others", "false") == "true")

    def keep(self, state: QSettings) -> None:
        """Remember in `state` whether paragraphs are dimmed."""
        state.setValue("dim_others", "true" if self._dim.isChecked() else "false")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave with Escape, where the text has no other use for it."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and self._toggle.isChecked() and event.type() is QEvent.Type.KeyPress:
            event.ignore()
            self._view.keyPressEvent(event)  # type: ignore[arg-type]
            if not event.isAccepted():
                self.leave()
            return True
        return super().eventFilter(watched, event)

    def _set(self, on: bool) -> None:
        if on:
            self._shown = [bar for bar in self._bars if not bar.isHidden()]
            self._columns.fold()
            for bar in self._shown:
                bar.hide()
            self._view.setFocus()
        else:
            for bar in self._shown:
                bar.show()
            self._columns.unfold()
            self._shown = []
        self._show_dimmed()
        self.changed.emit(on)

    def _show_dimmed(self) -> None:
        self._view.set_dimmed(dims=self._toggle.isChecked() and self._dim.isChecked())
