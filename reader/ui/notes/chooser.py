"""Ask into whose note a passage is to be quoted."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout, QWidget

from reader.core.notes import NoteTarget, TargetKind
from reader.ui.dialog_margins import DIALOG_MARGINS
from reader.ui.keys import ENTER
from reader.ui.notes.completer import MARGIN, PADDING, target_row
from reader.ui.panel.offered_rows import OfferedDelegate, OfferedModel
from reader.ui.plain_text import PlainLabel
from reader.ui.theme import Theme


class NoteChooser(QDialog):
    """Find an entity by typing: go down, press Enter."""

    typed = Signal(str)
    target_chosen = Signal(object)  # NoteTarget

    def __init__(
        self, parent: QWidget, *, first: Sequence[NoteTarget], theme: Theme | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Quote in the note"))
        self._first = tuple(first)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A name…"))
        self.field.setAccessibleName(self.tr("Name"))
        self._targets = OfferedModel(target_row, self)
        self._delegate = OfferedDelegate(self, padding=PADDING, margin=MARGIN)
        if theme is not None:
            self._delegate.set_theme(theme)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Names"))
        self.list.setModel(self._targets)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        question = PlainLabel()
        question.setText(self.tr("In whose note is the passage to be quoted?"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.addWidget(question)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self.resize(420, 330)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self.typed)
        self.list.clicked.connect(lambda _index: self._choose())
        self.show_targets("", first)

    def show_targets(self, typed: str, targets: Sequence[NoteTarget]) -> None:
        """List what was found for the typed words; nothing where others are there by now."""
        if typed != self.field.text():
            return
        entities = [each for each in targets if each.kind is TargetKind.ENTITY]
        if not typed:
            entities = list(dict.fromkeys([*self._first, *entities]))
        self._targets.set_values(entities)
        self.list.setCurrentIndex(self._targets.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go up and down in the list from the field, and choose with Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in ENTER:
            self._choose()
            return True
        if event.key() in steps:
            row = self.list.currentIndex().row() + steps[Qt.Key(event.key())]
            row %= max(self._targets.rowCount(), 1)
            self.list.setCurrentIndex(self._targets.index(row, 0))
            return True
        return False

    def _choose(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.target_chosen.emit(self._targets.values[index.row()])
            self.accept()
