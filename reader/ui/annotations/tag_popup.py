"""A small field that comes up to type a tag for several annotations."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reader.ui.tags.tag_edit import TagEdit
from reader.ui.theme import Theme

_WIDTH = 240


class TagPopup(QFrame):
    """Ask for a tag; it goes with Escape, a click elsewhere, or once one was entered."""

    tag_entered = Signal(str)

    def __init__(self, known: Iterable[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("tagPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.edit = TagEdit()
        self.edit.set_theme(theme)
        self.edit.set_known(known)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.edit)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self.edit)
        self.edit.tags_edited.connect(self._on_tags_edited)

    def open_at(self, point: QPoint) -> None:
        """Show the field with its lower left corner at a point of the screen."""
        self.adjustSize()
        self.move(point - QPoint(0, self.height()))
        self.show()
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_tags_edited(self, tags: tuple[str, ...]) -> None:
        for tag in tags:
            self.tag_entered.emit(tag)
        self.close()
