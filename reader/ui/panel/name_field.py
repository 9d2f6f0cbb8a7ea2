"""A field for a name that stands in a card while it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from reader.ui.correcting.rename_popup import NameEdit


class NameField(NameEdit):
    """Say when Escape calls off what is typed, and when the field is left for another place."""

    called_off = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep all keys from the list that the field lies in."""
        if event.key() == Qt.Key.Key_Escape:
            self.called_off.emit()
        else:
            super().keyPressEvent(event)
            event.accept()  # else Enter would go on to the list that the field lies in

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell a field that is left from one whose menu opens."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
