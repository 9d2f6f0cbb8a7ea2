"""A box to choose from."""

from PySide6.QtWidgets import QComboBox, QWidget

_MOST_ROWS = 16  # that are seen without scrolling


class DropDown(QComboBox):
    """Offer a list that is as wide as the words in it, however narrow the box is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_MOST_ROWS)

    def showPopup(self) -> None:
        """Make the list wide enough, and show it."""
        view = self.view()
        view.ensurePolished()  # which adds to the width of a word
        wanted = view.sizeHintForColumn(0) + 2 * view.frameWidth()
        if self.count() > self.maxVisibleItems():
            wanted += view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(min(wanted, self.screen().availableGeometry().width()))
        super().showPopup()
