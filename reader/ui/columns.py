"""The window's three columns: two of them fold away, and all remember how wide they were."""

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

LIBRARY_FOLDS_BELOW = 901
"""The window's width, in pixels, under which the library folds away by itself."""

PANEL_FOLDS_BELOW = 601
"""The window's width, in pixels, under which the panel folds away by itself."""


class Columns(QSplitter):
    """Library, article and panel; each fold is a checkable action, checked while shown."""

    def __init__(
        self,
        *,
        library: QWidget,
        article: QWidget,
        panel: QWidget,
        show_library: QAction,
        show_panel: QAction,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        library.setMinimumWidth(180)
        article.setMinimumWidth(300)
        panel.setMinimumWidth(260)
        self._article = article
        self._others = (library, panel)
        for column in (library, article, panel):
            self.addWidget(column)
        self.setStretchFactor(1, 1)
        self.setSizes([260, 680, 340])
        self._limits = {show_library: LIBRARY_FOLDS_BELOW, show_panel: PANEL_FOLDS_BELOW}
        self._names = {show_library: "show_library", show_panel: "show_panel"}
        self._folded: set[QAction] = set()  # those that folded by themselves, and come back
        self._before: dict[QAction, bool] = {}  # what `fold` has folded, and is to come back
        self._show_panel, self._panel = show_panel, panel
        show_library.toggled.connect(library.setVisible)
        show_panel.toggled.connect(self._place_panel)
        self._is_beside_article = True
        for action in self._limits:
            action.toggled.connect(self._make_room)
        for action in self._limits:
            action.setChecked(True)

    def restore(self, state: QSettings) -> None:
        """Take widths and folds from where `keep` left them."""
        sizes = state.value("columns")
        if isinstance(sizes, QByteArray):
            self.restoreState(sizes)
            self.setHandleWidth(1)
        for action, name in self._names.items():
            action.setChecked(state.value(name, "true") == "true")

    def keep(self, state: QSettings) -> None:
        """Put widths and folds into `state`."""
        state.setValue("columns", self.saveState())
        for action, name in self._names.items():
            shown = self._before.get(action, action.isChecked() or action in self._folded)
            state.setValue(name, "true" if shown else "false")

    def set_beside_article(self, is_so: bool) -> None:
        """Say whether an article is in the middle: the panel is of that, and stands by no other."""
        self._is_beside_article = is_so
        self._show_panel.setEnabled(is_so)
        self._place_panel()
        self._make_room()

    def fold(self) -> None:
        """Fold both columns until `unfold`, however wide the window becomes."""
        self._before = {
            action: action.isChecked() or action in self._folded for action in self._limits
        }
        self._folded.clear()
        for action in self._limits:
            action.setChecked(False)

    def unfold(self) -> None:
        """Bring back what `fold` has folded, as far as there is room."""
        before, self._before = self._before, {}
        for action, limit in self._limits.items():
            if before.get(action) and not action.isChecked():
                if self.width() >= limit:
                    action.setChecked(True)
                else:
                    self._folded.add(action)

    def _place_panel(self) -> None:
        self._panel.setVisible(self._show_panel.isChecked() and self._is_beside_article)

    def _make_room(self) -> None:
        """Let a column that is shown in a narrow window take the article's place."""
        others = [column for column in self._others if not column.isHidden()]
        needed = self._article.minimumWidth() + sum(c.minimumWidth() for c in others)
        self._article.setVisible(not others or self.width() >= needed)

    def minimumSizeHint(self) -> QSize:
        """Return the article's: a window that gets narrower folds the other two."""
        return self._article.minimumSize().expandedTo(QSize(0, 240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room any more, and unfold it when there is room again."""
        super().resizeEvent(event)
        width, before = event.size().width(), event.oldSize().width()
        for action, limit in self._limits.items():
            if width < limit and (before >= limit or before < 0) and action.isChecked():
                action.setChecked(False)
                self._folded.add(action)
            elif width >= limit and action in self._folded:
                self._folded.discard(action)
                action.setChecked(True)
        self._make_room()


def put_below(above: QWidget, bar: QWidget) -> None:
    """Put a bar below another widget of a column."""
    around = above.parentWidget()
    column = None if around is None else around.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(column.indexOf(above) + 1, bar)


def stacked(*parts: QWidget, above: QWidget) -> QWidget:
    """Return parts below each other, the first of which takes all the room that `above` leaves."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in (above, *parts):
        column.addWidget(part)
    column.setStretchFactor(parts[0], 1)
    return widget
