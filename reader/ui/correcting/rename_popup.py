"""Ask for an entity's new name, beside one of its mentions."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from reader.ui.correcting.popup import Popup
from reader.ui.keys import ENTER, claims
from reader.ui.plain_text import one_line


class NameEdit(QLineEdit):
    """A line that keeps Enter to itself."""

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the window's shortcuts."""
        return claims(event, ENTER) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Escape to the form."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class RenamePopup(Popup):
    """One line with the name, and what becomes of the old one."""

    name_chosen = Signal(str)

    def __init__(self, name: str, *, back_to: QWidget, parent: QWidget) -> None:
        title = self.tr("Rename “{0}” everywhere").format(one_line(name))
        super().__init__(title, back_to=back_to, parent=parent)
        self._before = name
        self.edit = NameEdit(one_line(name))
        self.edit.selectAll()
        self.edit.setAccessibleName(title)
        hint = QLabel(self.tr("The name it has stays as another name."))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        self.button = QPushButton(self.tr("Rename"))
        self.button.setProperty("role", "primary")
        self.column.addWidget(self.edit)
        self.column.addWidget(hint)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.edit.returnPressed.connect(self._choose)
        self.button.clicked.connect(self._choose)
        self.edit.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))

    def first_focus(self) -> QWidget:
        """Return the line."""
        return self.edit

    def _choose(self) -> None:
        name = one_line(self.edit.text())
        if not name:
            return
        self.leave()
        if name != one_line(self._before):
            self.name_chosen.emit(name)
