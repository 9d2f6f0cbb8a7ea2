"""The strip of tabs above the article: slim, and there only while there are several."""

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from reader.ui.icons import icon
from reader.ui.plain_text import one_line, plain_tooltip
from reader.ui.theme import Theme

_WIDEST = 230
_NARROWEST = 112  # pixels: two words and the cross
_READABLE = 165  # a title that needs no more is not shortened


class TabBar(QTabBar):
    """Tabs of a readable width; what doesn't fit is scrolled to."""

    menu_requested = Signal(int, QPoint)  # of a tab, where on the screen

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tabBar")
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setTabsClosable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)

    def tabSizeHint(self, index: int) -> QSize:
        """Return a width between the narrowest and the widest."""
        hint = super().tabSizeHint(index)
        return QSize(min(max(hint.width(), _NARROWEST), _WIDEST), hint.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the width under which tabs are scrolled rather than narrowed."""
        hint = self.tabSizeHint(index)
        return QSize(min(hint.width(), _READABLE), hint.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close a tab with the middle button."""
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index >= 0:
            self.tabCloseRequested.emit(index)
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a tab."""
        pos = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            pos = self.tabRect(self.currentIndex()).center()
        index = self.tabAt(pos)
        if index >= 0:
            self.menu_requested.emit(index, self.mapToGlobal(pos))


class TabStrip(QWidget):
    """The tabs, with a list of all of them at the end."""

    chosen = Signal(int)
    close_requested = Signal(int)
    others_close_requested = Signal(int)
    moved = Signal(int, int)  # a tab, from its number to another

    def __init__(self, reopen: QAction) -> None:
        super().__init__()
        self.setObjectName("tabStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reopen = reopen
        self.menu: QMenu | None = None  # the last one
        self.bar = TabBar()
        self.list_button = QToolButton()
        self.list_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list_button.setIconSize(QSize(16, 16))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(2)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.list_button)
        self.bar.currentChanged.connect(self.chosen)
        self.bar.tabCloseRequested.connect(self.close_requested)
        self.bar.tabMoved.connect(self.moved)
        self.bar.menu_requested.connect(self._show_menu)
        self.list_button.clicked.connect(self._show_list)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.bar.setAccessibleName(self.tr("Open tabs"))
        self.list_button.setToolTip(self.tr("List all tabs"))
        self.list_button.setAccessibleName(self.tr("List all tabs"))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.list_button.setIcon(icon("down", theme))

    def set_tabs(self, titles: list[str], active: int) -> None:
        """Show tabs by their titles; none where there is but one."""
        bar = self.bar
        with QSignalBlocker(bar):
            while bar.count() > len(titles):
                bar.removeTab(bar.count() - 1)
            while bar.count() < len(titles):
                bar.addTab("")
            for index, title in enumerate(titles):
                self._set_title(index, title)
            bar.setCurrentIndex(active)
        self.setVisible(len(titles) > 1)

    def _set_title(self, index: int, title: str) -> None:
        words = one_line(title) or self.tr("Untitled")
        shown = words.replace("&", "&&")
        if self.bar.tabText(index) != shown:  # else all of them would be laid out anew
            self.bar.setTabText(index, shown)
            self.bar.setTabToolTip(index, plain_tooltip(words))

    def _show_menu(self, index: int, pos: QPoint) -> None:
        menu = self._new_menu()
        menu.addAction(self.tr("Close"), lambda: self.close_requested.emit(index))
        others = menu.addAction(
            self.tr("Close the others"), lambda: self.others_close_requested.emit(index)
        )
        others.setEnabled(self.bar.count() > 1)
        menu.addSeparator()
        menu.addAction(self._reopen)
        menu.popup(pos)

    def _show_list(self) -> None:
        menu = self._new_menu()
        for index in range(self.bar.count()):
            text = self.bar.tabText(index)
            short = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, 420)
            action = menu.addAction(short, lambda index=index: self.bar.setCurrentIndex(index))
            action.setCheckable(True)
            action.setChecked(index == self.bar.currentIndex())
        corner = self.list_button.rect().bottomRight()
        pos = self.list_button.mapToGlobal(corner)
        menu.popup(pos - QPoint(menu.sizeHint().width(), 0))

    def _new_menu(self) -> QMenu:
        self.menu = QMenu(self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return self.menu
