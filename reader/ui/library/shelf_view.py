"""The shelves above the list: a click narrows the list, articles are dropped onto them."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from reader.core.shelf import LabelKind
from reader.ui.icons import IconCache
from reader.ui.keys import ENTER, claims
from reader.ui.library.shelf_model import (
    EVERYTHING,
    SHELF_ROLE,
    AnyIndex,
    Shelf,
    ShelfKind,
    ShelfModel,
)
from reader.ui.panel.row_delegate import RowDelegate
from reader.ui.plain_text import scaled_font
from reader.ui.theme import Theme

_KEYS = (*ENTER, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Insert)
_LEFT, _RIGHT, _PADDING, _ICON = 14, 14, 4, 14
_ICONS = {
    ShelfKind.ALL: "library",
    ShelfKind.UNREAD: "unread",
    ShelfKind.TRASH: "delete",
}
_LABEL_ICONS = {LabelKind.COLLECTION: "collection", LabelKind.TAG: "tag"}


class ShelfView(QListView):
    """List the shelves; F2 renames a label, Insert makes one, Delete deletes it."""

    shelf_chosen = Signal(object)  # Shelf
    label_delete_requested = Signal(object)  # Shelf
    trash_empty_requested = Signal()

    def __init__(self, model: ShelfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelves = model
        self._delegate = _ShelfDelegate(self)
        self._chosen = EVERYTHING
        self._gone: Shelf | None = None  # was chosen until it was deleted
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(True)
        model.modelReset.connect(self._on_model_reset)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._delegate.closeEditor.connect(self._on_editor_closed)

    @property
    def chosen(self) -> Shelf:
        """Return the shelf to which the list is narrowed."""
        return self._chosen

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def choose(self, shelf: Shelf) -> None:
        """Narrow the list to a shelf."""
        row = self._shelves.row_of(shelf)
        if row is not None:
            self.setCurrentIndex(self._shelves.index(row))

    def add_label(self, kind: LabelKind) -> None:
        """Let the user name a new label."""
        index = self._shelves.set_draft(kind)
        self.scrollTo(index)
        self.edit(index)

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        height = self.sizeHintForRow(0) * self._shelves.rowCount()
        return QSize(200, height + 6)

    def event(self, event: QEvent) -> bool:
        """Keep the list's own keys from the window's shortcuts."""
        return claims(event, _KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold, name, make or delete."""
        shelf = self._shelves.shelf(self.currentIndex())
        key = event.key()
        if shelf is None or key not in _KEYS:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Insert and shelf.label_kind is not None:
            self.add_label(shelf.label_kind)
        elif key in ENTER and shelf.kind is ShelfKind.HEADING and shelf.label_kind is not None:
            self._shelves.toggle(shelf.label_kind)
        elif key == Qt.Key.Key_F2 and shelf.kind is ShelfKind.LABEL:
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Delete and shelf.kind is ShelfKind.LABEL:
            self.label_delete_requested.emit(shelf)
        elif key == Qt.Key.Key_Delete and shelf.kind is ShelfKind.TRASH:
            self.trash_empty_requested.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold a heading, or add a label at its plus sign; choose anything else."""
        pos = event.position().toPoint()
        index = self.indexAt(pos)
        shelf = self._shelves.shelf(index)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if shelf is None or shelf.kind is not ShelfKind.HEADING or shelf.label_kind is None:
            super().mousePressEvent(event)
        elif is_left and plus_rect(self.visualRect(index)).contains(pos):
            self.add_label(shelf.label_kind)
        elif is_left:
            self._shelves.toggle(shelf.label_kind)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with a shelf."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        shelf = self._shelves.shelf(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if shelf is not None and shelf.kind is ShelfKind.LABEL:
            menu.addAction(self.tr("Rename"), lambda: self.edit(index))
            menu.addAction(self.tr("Delete"), lambda: self.label_delete_requested.emit(shelf))
            menu.addSeparator()
        if shelf is not None and shelf.kind is ShelfKind.TRASH:
            empty = menu.addAction(self.tr("Empty the trash…"), self.trash_empty_requested.emit)
            empty.setEnabled(shelf.count > 0)
            menu.addSeparator()
        menu.addAction(self.tr("New collection"), lambda: self.add_label(LabelKind.COLLECTION))
        menu.addAction(self.tr("New tag"), lambda: self.add_label(LabelKind.TAG))
        at = self.visualRect(index).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(at))

    def _on_model_reset(self) -> None:
        gone = self._gone
        if gone is not None and self._shelves.row_of(gone) is not None:
            self.choose(gone)
        row = self._shelves.row_of(self._chosen)
        if row is not None:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._shelves.index(row), flag)
        elif self._chosen.kind is ShelfKind.LABEL and not self._is_folded():
            gone = self._chosen
            self.choose(EVERYTHING)
            self._gone = gone  # undo brings it back to where it was
        self.updateGeometry()

    def _is_folded(self) -> bool:
        labels = self._shelves.labels(self._chosen.label_kind or LabelKind.TAG)
        return any(self._chosen.label and each.id == self._chosen.label.id for each in labels)

    def _on_current_changed(self, index: QModelIndex) -> None:
        shelf = self._shelves.shelf(index)
        if shelf is None or shelf.kind in (ShelfKind.HEADING, ShelfKind.DRAFT):
            return
        is_other = not shelf.is_same(self._chosen)
        self._chosen = shelf
        if is_other:
            self._gone = None
            self.shelf_chosen.emit(shelf)

    def _on_editor_closed(self, _editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        self._shelves.set_draft(None)
        self.setFocus()


def plus_rect(row: QRect) -> QRect:
    """Return where a heading has its plus sign."""
    size = _ICON + 8
    corner = QPoint(row.right() - _RIGHT - _ICON - 3, row.center().y() - size // 2)
    return QRect(corner, QSize(size, size))


def _paint_chosen(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.pressed)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(5.5, 0.5, -5.5, -0.5), 6, 6)


class _ShelfDelegate(RowDelegate):
    """Paint a shelf: its sign, its name and how many articles are on it."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._icons = IconCache()

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, QFontMetrics(option.font).height() + 2 * _PADDING + 2)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        shelf: Shelf = index.data(SHELF_ROLE)
        is_heading = shelf.kind is ShelfKind.HEADING
        if not self._view.hasFocus():  # then it only says where one is
            _paint_chosen(painter, option, theme)
            option = QStyleOptionViewItem(option)
            option.state &= ~QStyle.StateFlag.State_Selected
        text, muted = self.paint_background(painter, option, theme)
        area = option.rect.adjusted(_LEFT, 0, -_RIGHT, 0)
        y = area.center().y() - _ICON // 2
        middle = Qt.AlignmentFlag.AlignVCenter
        if is_heading:
            painter.setFont(scaled_font(option.font, 0.88, bold=True))
            sign = "next" if shelf.is_folded else "down"
            painter.drawPixmap(area.left(), y, self._icons.pixmap(sign, muted, _ICON))
            painter.drawPixmap(
                plus_rect(option.rect).adjusted(4, 4, 0, 0).topLeft(),
                self._icons.pixmap("add", muted, _ICON),
            )
            area.setRight(area.right() - _ICON - 6)
        else:
            name = _ICONS.get(shelf.kind) or _LABEL_ICONS[shelf.label_kind or LabelKind.TAG]
            painter.drawPixmap(area.left(), y, self._icons.pixmap(name, muted, _ICON))
            count = option.locale.toString(shelf.count) if shelf.count else ""
            painter.setPen(muted)
            painter.drawText(area, int(middle | Qt.AlignmentFlag.AlignRight), count)
            width = painter.fontMetrics().horizontalAdvance(count)
            area.setRight(area.right() - width - 8)
        area.setLeft(area.left() + _ICON + 9)
        painter.setPen(muted if is_heading else text)
        elide = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(str(index.data()), elide, area.width())
        painter.drawText(area, int(middle | Qt.AlignmentFlag.AlignLeft), name)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: AnyIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Name"))
        editor.setPlaceholderText(self.tr("Name"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex
    ) -> None:
        editor.setGeometry(option.rect.adjusted(_LEFT + _ICON + 2, 0, -_RIGHT + 6, 0))
