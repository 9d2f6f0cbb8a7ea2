"""The foot of the list of names: the confirmed alone, and the rejected ones to get back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.correcting.standing import RejectedName
from reader.ui.correcting.words import how_far
from reader.ui.icons import icon
from reader.ui.keys import ENTER, claims
from reader.ui.kinds import kind_name, mention_count
from reader.ui.panel.row_delegate import PANEL_MARGIN
from reader.ui.plain_text import one_line, plain_tooltip
from reader.ui.theme import Theme

_MOST_ROWS = 6  # of the rejected, that are seen at once


class ListFoot(QWidget):
    """A box to tick and a quiet switch, which opens the list of what was rejected."""

    only_confirmed_chosen = Signal(bool)
    restore_requested = Signal(object)  # RejectedName

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rejected: list[RejectedName] = []
        self._icon = QIcon()
        self.confirmed_box = QCheckBox()
        self.rejected_button = QToolButton()
        self.rejected_button.setCheckable(True)
        self.rejected_button.setAutoRaise(True)
        self.rejected_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.installEventFilter(self)
        self.list.hide()
        row = QHBoxLayout()
        row.setContentsMargins(PANEL_MARGIN, 7, PANEL_MARGIN - 6, 7)
        row.addWidget(self.confirmed_box)
        row.addStretch()
        row.addWidget(self.rejected_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inset = QVBoxLayout()
        inset.setContentsMargins(PANEL_MARGIN, 0, PANEL_MARGIN - 6, 4)
        inset.addWidget(self.list)
        column.addLayout(row)
        column.addLayout(inset)
        self.confirmed_box.toggled.connect(self.only_confirmed_chosen)
        self.rejected_button.toggled.connect(self._on_rejected_toggled)
        self.list.itemClicked.connect(self._restore)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._icon = icon("undo", theme)
        for row in range(self.list.count()):
            self.list.item(row).setIcon(self._icon)

    def set_rejected(self, rejected: Sequence[RejectedName]) -> None:
        """List what was rejected in the open article."""
        row = self.list.currentRow()
        self._rejected = list(rejected)
        self.list.clear()
        for each in rejected:
            parts = (one_line(each.name), kind_name(each.kind), mention_count(each.mentions))
            item = QListWidgetItem(" · ".join(parts), self.list)
            template = self.tr("Get “{0}” back {1}")
            words = template.format(one_line(each.name), how_far(each.scope))
            item.setToolTip(plain_tooltip(words))
            item.setIcon(self._icon)
        self.list.setCurrentRow(min(row, len(rejected) - 1))
        height = self.list.sizeHintForRow(0) if rejected else 0
        self.list.setFixedHeight(height * min(_MOST_ROWS, len(rejected)) + 4)
        if not rejected:
            self.rejected_button.setChecked(False)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Get a name back with Enter."""
        if watched is self.list and claims(event, ENTER):
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            item = self.list.currentItem()
            if event.key() in ENTER and item is not None:
                self._restore(item)
                return True
        return super().eventFilter(watched, event)

    def _retranslate(self) -> None:
        self.confirmed_box.setText(self.tr("Only confirmed"))
        self.confirmed_box.setToolTip(self.tr("List the names that you confirmed, and no other"))
        self.rejected_button.setText(self.tr("%Ln rejected", "", len(self._rejected)))
        self.rejected_button.setToolTip(self.tr("What you rejected here: a click gets it back"))
        self.rejected_button.setVisible(bool(self._rejected))
        self.list.setAccessibleName(self.tr("Rejected names"))

    def _on_rejected_toggled(self, shown: bool) -> None:
        self.list.setVisible(shown)
        if shown and self.rejected_button.hasFocus():
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _restore(self, item: QListWidgetItem) -> None:
        self.restore_requested.emit(self._rejected[self.list.row(item)])
