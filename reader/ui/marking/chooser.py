"""Choose one of several marks that lie over each other."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem, QWidget

from reader.core.annotations import Annotation
from reader.core.mentions import Mention
from reader.ui.correcting.popup import Popup
from reader.ui.keys import ENTER
from reader.ui.kind_sample import SAMPLE_SIZE, sample_rect
from reader.ui.marking.here import Here, paint_sample
from reader.ui.panel.row_delegate import AnyIndex, TwoLineDelegate
from reader.ui.theme import Theme

_HERE = Qt.ItemDataRole.UserRole
_MARGIN = 12
_ROWS = 7  # that are seen at once


class HereDelegate(TwoLineDelegate):
    """Paint a mark: its sample, its name or quote, and beneath what is said of it."""

    spare = 10

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a mark."""
        here: Here = index.data(_HERE)
        colours = self.paint_background(painter, option, theme)
        rect = option.rect.adjusted(_MARGIN, 4, -_MARGIN, -5)
        paint_sample(painter, sample_rect(rect, option.font), here.mark, theme)
        rect.adjust(SAMPLE_SIZE.width() + 9, 0, 0, 0)
        self.paint_lines(painter, rect, option.font, (here.title, here.detail), colours)


class MarkChooser(Popup):
    """List the marks that lie at one place, innermost first; Enter or a click takes one."""

    mark_chosen = Signal(object)
    """A `Mention` or an `Annotation`."""

    def __init__(
        self,
        marks: Sequence[Here],
        *,
        current: Mention | Annotation | None,
        theme: Theme,
        back_to: QWidget,
        parent: QWidget,
    ) -> None:
        title = _Words().marks_here(len(marks))
        super().__init__(title, back_to=back_to, parent=parent)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setMouseTracking(True)
        delegate = HereDelegate(self.list)
        delegate.set_theme(theme)
        self.list.setItemDelegate(delegate)
        for each in marks:
            item = QListWidgetItem(each.title)
            item.setData(_HERE, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, each.spoken())
            self.list.addItem(item)
        row = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(row * min(_ROWS, len(marks)) + 2)
        self.list.setCurrentRow(_row_of(marks, current))
        self.column.addWidget(self.list)
        self.column.setContentsMargins(6, 9, 6, 6)
        self.list.itemClicked.connect(self._choose)

    def first_focus(self) -> QWidget:
        """Return the list."""
        return self.list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the mark with Enter, leave with Escape."""
        item = self.list.currentItem()
        if event.key() in ENTER and item is not None:
            self._choose(item)
            event.accept()
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        chosen: Here = item.data(_HERE)
        self.leave()
        self.mark_chosen.emit(chosen.mark)


class _Words(QObject):
    """A title: Qt's tools find the plurals in an object's `tr` alone."""

    def marks_here(self, count: int) -> str:
        return self.tr("%n mark(s) here", "", count)


def _row_of(marks: Sequence[Here], current: Mention | Annotation | None) -> int:
    found = (row for row, each in enumerate(marks) if each.mark == current)
    return next(found, 0)
