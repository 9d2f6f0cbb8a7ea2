"""The list that opens on `[[`: entities and articles to link to."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from reader.core.notes import NoteTarget, TargetKind
from reader.ui.kinds import kind_name
from reader.ui.panel.offered_rows import OfferedDelegate, OfferedModel, OfferedRow
from reader.ui.theme import Theme

PADDING, MARGIN = 5, 12  # of the rows, in pixels
_WIDTH = 340
_MOST_ROWS = 9


def target_row(target: NoteTarget) -> OfferedRow:
    """Return the row of what one may link to: its kind stands at the right."""
    return OfferedRow(
        target.name,
        target.detail,
        kind_words(target),
        kind=target.entity_kind,
        icon="article",
    )


class LinkCompleter(QListView):
    """Offer what one may link to, below the words typed; the editor keeps the keyboard."""

    target_chosen = Signal(object)  # NoteTarget

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("linkCompleter")
        self._targets = OfferedModel(target_row, self)
        self._delegate = OfferedDelegate(self, padding=PADDING, margin=MARGIN)
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
        self._targets.set_values(targets)
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
        return list(self._targets.values)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hide()
            self.target_chosen.emit(self._targets.values[index.row()])

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What to link to"))


def kind_words(target: NoteTarget) -> str:
    """Return the name of a target's kind."""
    if target.kind is TargetKind.ARTICLE or target.entity_kind is None:
        return QCoreApplication.translate("notes", "Article")
    return kind_name(target.entity_kind)
