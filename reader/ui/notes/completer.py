"""The list that opens on `[[`: entities and articles to link to."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyleOptionViewItem, QWidget

from reader.core.notes import NoteTarget, TargetKind
from reader.ui.icons import IconCache
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample
from reader.ui.kinds import kind_name
from reader.ui.panel.row_delegate import AnyIndex, RowDelegate
from reader.ui.plain_text import one_line
from reader.ui.theme import Theme

_PADDING = 5
_WIDTH = 340
_MOST_ROWS = 9
TARGET_ROLE = Qt.ItemDataRole.UserRole


class TargetModel(QAbstractListModel):
    """List what one may link to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets: Sequence[NoteTarget] = ()

    def set_targets(self, targets: Sequence[NoteTarget]) -> None:
        """List these."""
        self.beginResetModel()
        self._targets = tuple(targets)
        self.endResetModel()

    def target(self, row: int) -> NoteTarget:
        """Return what is in a row."""
        return self._targets[row]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._targets)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's target, or what it says."""
        if not index.isValid():
            return None
        target = self._targets[index.row()]
        if role == TARGET_ROLE:
            return target
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (one_line(target.name), kind_words(target), one_line(target.detail))
            return ", ".join(part for part in said if part)
        return None


class TargetDelegate(RowDelegate):
    """Paint a name with the sample of its kind before it, and the kind's name behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = IconCache()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows."""
        return QSize(0, QFontMetrics(option.font).height() + 2 * _PADDING)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint sample, name, detail and kind."""
        text, muted = self.paint_background(painter, option, theme)
        target: NoteTarget = index.data(TARGET_ROLE)
        metrics = QFontMetrics(option.font)
        rect = QRectF(option.rect).adjusted(12, 0, -12, 0)
        size = SAMPLE_SIZE
        sign = QRectF(
            rect.left(), rect.center().y() - size.height() / 2, size.width(), size.height()
        )
        if target.entity_kind is not None:
            paint_kind_sample(painter, sign, target.entity_kind, theme)
        else:
            pixmap = self._icons.pixmap("article", muted, 16)
            painter.drawPixmap(QPoint(int(sign.left()) + 2, int(sign.top()) - 1), pixmap)
        rect.setLeft(sign.right() + 8)
        middle = Qt.AlignmentFlag.AlignVCenter
        kind = kind_words(target)
        painter.setPen(QPen(muted))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, kind)
        rect.setRight(rect.right() - metrics.horizontalAdvance(kind) - 10)
        name = metrics.elidedText(
            one_line(target.name), Qt.TextElideMode.ElideRight, int(rect.width())
        )
        detail = f" · {one_line(target.detail)}" if target.detail else ""
        painter.setPen(QPen(text))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, name)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(name))
        if detail and rect.width() > 30:
            painter.setPen(QPen(muted))
            detail = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, int(rect.width()))
            painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, detail)


class LinkCompleter(QListView):
    """Offer what one may link to, below the words typed; the editor keeps the keyboard."""

    target_chosen = Signal(object)  # NoteTarget

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("linkCompleter")
        self._targets = TargetModel(self)
        self._delegate = TargetDelegate(self)
        self.setModel(self._targets)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)
        self._retranslate()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def offer(self, targets: Sequence[NoteTarget], cursor: QRect) -> None:
        """Show what there is to choose from beside the text cursor (of the parent); none hides."""
        if not targets:
            self.hide()
            return
        self._retranslate()
        self._targets.set_targets(targets)
        self.setCurrentIndex(self._targets.index(0, 0))
        parent = self.parentWidget()
        assert parent is not None
        row = self.sizeHintForRow(0)
        height = row * min(len(targets), _MOST_ROWS) + 2 * self.frameWidth() + 2
        width = min(_WIDTH, parent.width() - 12)
        x = max(6, min(cursor.left(), parent.width() - width - 6))
        y = cursor.bottom() + 4
        if y + height > parent.height() - 6:
            y = max(6, cursor.top() - height - 4)
        self.setGeometry(x, y, width, height)
        self.show()
        self.raise_()

    def step(self, rows: int) -> None:
        """Go to another row, round the end."""
        count = self._targets.rowCount()
        row = (self.currentIndex().row() + rows) % max(count, 1)
        self.setCurrentIndex(self._targets.index(row, 0))

    def choose(self) -> None:
        """Choose the current row."""
        self._on_clicked(self.currentIndex())

    def targets(self) -> list[NoteTarget]:
        """Return what is offered."""
        return [self._targets.target(row) for row in range(self._targets.rowCount())]

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hide()
            self.target_chosen.emit(self._targets.target(index.row()))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What to link to"))


def kind_words(target: NoteTarget) -> str:
    """Return the name of a target's kind."""
    if target.kind is TargetKind.ARTICLE or target.entity_kind is None:
        return QCoreApplication.translate("notes", "Article")
    return kind_name(target.entity_kind)
