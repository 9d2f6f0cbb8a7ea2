"""Put articles under collections and tags by the keyboard: type, go down, press Enter."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.core.folding import Folder
from reader.core.shelf import Label, LabelKind
from reader.ui.dialog_margins import DIALOG_MARGINS
from reader.ui.keys import ENTER
from reader.ui.panel.entity_list import FilterEdit


class LabelPicker(QDialog):
    """List the labels; those with a tick have all of the articles, a new name makes a new one."""

    assign_requested = Signal(object)  # Label
    unassign_requested = Signal(object)  # Label
    create_requested = Signal(object, str)  # LabelKind, name

    def __init__(
        self,
        labels: Sequence[Label],
        states: Mapping[str, Qt.CheckState],
        *,
        articles: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("labelPicker")
        self.setWindowTitle(self.tr("Collections and tags"))
        self.setMinimumSize(320, 320)
        self._labels = labels
        self._states = dict(states)
        self._rows: list[Label | tuple[LabelKind, str]] = []
        about = QLabel(articles)
        about.setProperty("role", "muted")
        about.setTextFormat(Qt.TextFormat.PlainText)
        self.name = FilterEdit()
        self.name.setPlaceholderText(self.tr("Find one, or name a new one"))
        self.name.setAccessibleName(self.tr("Find one, or name a new one"))
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Collections and tags"))
        self.list.setObjectName("labelList")
        self._none = QLabel(
            self.tr("There is no collection and no tag yet: write a name and press Enter.")
        )
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(8)
        column.addWidget(about)
        column.addWidget(self.name)
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1)
        self.name.textChanged.connect(lambda _text: self._fill())
        self.name.left_downwards.connect(self.list.setFocus)
        self.name.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the current row with Enter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = ENTER if watched is self.name else (*ENTER, Qt.Key.Key_Space)
            if event.key() in keys and self.list.currentItem() is not None:
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        typed = " ".join(self.name.text().split())
        folder = Folder()
        wanted = folder.fold(typed)
        self.list.clear()
        found = [each for each in self._labels if wanted in folder.fold(each.name)]
        for label in found:
            item = QListWidgetItem(_words(label), self.list)
            item.setCheckState(self._states.get(label.id, Qt.CheckState.Unchecked))
        self._rows = list(found)
        same = {each.kind for each in found if folder.fold(each.name) == wanted}
        if typed:
            for kind, words in (
                (LabelKind.TAG, self.tr("Make the tag “{name}”")),
                (LabelKind.COLLECTION, self.tr("Make the collection “{name}”")),
            ):
                if kind not in same:
                    QListWidgetItem(words.format(name=typed), self.list)
                    self._rows.append((kind, typed))
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._rows))
        self._none.setVisible(not self._rows)

    def _choose(self, item: QListWidgetItem) -> None:
        chosen = self._rows[self.list.row(item)]
        if not isinstance(chosen, Label):
            self.create_requested.emit(*chosen)
            self.accept()
            return
        on = self._states.get(chosen.id, Qt.CheckState.Unchecked) is not Qt.CheckState.Checked
        self._states[chosen.id] = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        item.setCheckState(self._states[chosen.id])
        (self.assign_requested if on else self.unassign_requested).emit(chosen)


def _words(label: Label) -> str:
    sign = "#" if label.kind is LabelKind.TAG else ""
    return f"{sign}{label.name}"
