"""The list of articles: a click opens, more of them can be selected, dragged and deleted."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
)

from reader.ui.keys import ENTER, claims
from reader.ui.library.article_delegate import ArticleDelegate
from reader.ui.library.article_model import ARTICLE_ROLE, ArticleModel
from reader.ui.library.article_words import article_count
from reader.ui.library.drag_image import drag_image
from reader.ui.scroll_bar import keep_bar

_KEYS = (*ENTER, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Right)
_EXTEND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ArticleView(QTableView):
    """Show the rows of an `ArticleModel`; only those on screen are ever asked for.

    It is a table of one column, as a `QListView` asks the model for each of 100,000 rows whenever
    it lays them out.
    """

    article_activated = Signal(str)  # document id
    copies_requested = Signal(str, QPoint)  # document id; where to show them, on the screen
    delete_requested = Signal()
    menu_requested = Signal(QPoint)  # on the screen
    rows_moved_to = Signal(int, int)  # the first and the last row on screen
    left_upwards = Signal()

    def __init__(self, model: ArticleModel, delegate: ArticleDelegate) -> None:
        super().__init__()
        self.setObjectName("articleList")
        self._articles = model
        self._delegate = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_bar(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        model.filled.connect(self.viewport().update)
        self._set_row_height()
        self.verticalScrollBar().valueChanged.connect(self._tell_rows)

    def selected_rows(self) -> list[tuple[int, int]]:
        """Return the selected rows as ranges, the last of each included, from the top."""
        selection = self.selectionModel().selection()
        ranges = (selection.at(number) for number in range(selection.count()))
        return sorted((each.top(), each.bottom()) for each in ranges)

    def selected_count(self) -> int:
        """Return how many articles are selected."""
        return sum(last - first + 1 for first, last in self.selected_rows())

    def rows_on_screen(self) -> tuple[int, int]:
        """Return the first and the last row that can be seen; 0, 0 for none."""
        height = max(self.verticalHeader().defaultSectionSize(), 1)
        first = self.verticalScrollBar().value() // height
        return first, first + self.viewport().height() // height + 1

    def mark(self, row: int, *, scroll: bool) -> None:
        """Select a row alone."""
        index = self._articles.index(row)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.setAutoScroll(scroll)
        self.selectionModel().setCurrentIndex(index, flag)
        self.setAutoScroll(True)
        if scroll:
            self.scrollTo(index)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_row_height()

    def event(self, event: QEvent) -> bool:
        """Keep the list's own keys from the window's shortcuts."""
        return claims(event, _KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, rename, delete, or show in which outlets a text is."""
        index = self.currentIndex()
        if event.key() in ENTER:
            self._activate(index)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif event.key() == Qt.Key.Key_F2 and index.isValid():
            self.edit(index)
        elif event.key() == Qt.Key.Key_Right and index.isValid():
            self._show_copies(index)
        else:
            before = index.row()
            super().keyPressEvent(event)
            if event.key() == Qt.Key.Key_Up and before <= 0:
                self.left_upwards.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the article that was clicked, or show where else its text is."""
        is_drag = self.state() == QAbstractItemView.State.DraggingState
        super().mouseReleaseEvent(event)
        pos = event.position().toPoint()
        index = self.indexAt(pos)
        if (
            is_drag
            or event.button() is not Qt.MouseButton.LeftButton
            or event.modifiers() & _EXTEND
            or index != self.currentIndex()
        ):
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        article = index.data(ARTICLE_ROLE)
        if article and article.copy_count and self._delegate.copies_rect(option).contains(pos):
            self._show_copies(index)
        else:
            self._activate(index)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag what is selected; a picture of all its rows would hide where it is dragged to."""
        count = self.selected_count()
        title = str(self.currentIndex().data() or "")
        drag = QDrag(self)
        drag.setMimeData(self._articles.mimeData(self.selectedIndexes()))
        drag.setPixmap(drag_image(title if count == 1 else article_count(count), self))
        drag.setHotSpot(QPoint(-14, -10))
        drag.exec(actions, Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is selected; by the keyboard it opens at the current row."""
        pos = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            pos = self.visualRect(self.currentIndex()).center()
        if self.indexAt(pos).isValid():
            self.menu_requested.emit(self.viewport().mapToGlobal(pos))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell which rows are on screen now."""
        super().resizeEvent(event)
        self._tell_rows()

    def _set_row_height(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        height = self._delegate.sizeHint(option, QModelIndex()).height()
        self.verticalHeader().setDefaultSectionSize(height)

    def _activate(self, index: QModelIndex) -> None:
        article = index.data(ARTICLE_ROLE) if index.isValid() else None
        if article is not None:
            self.article_activated.emit(article.id)

    def _show_copies(self, index: QModelIndex) -> None:
        article = index.data(ARTICLE_ROLE)
        if article is not None and article.copy_count:
            corner = self.visualRect(index).bottomLeft() + QPoint(22, -6)
            self.copies_requested.emit(article.id, self.viewport().mapToGlobal(corner))

    def _tell_rows(self) -> None:
        self.rows_moved_to.emit(*self.rows_on_screen())
