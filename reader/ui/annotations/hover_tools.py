"""The colours and the delete button that come up on a row under the pointer."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.ui.icons import icon
from reader.ui.panel.colour_dots import ColourDots
from reader.ui.theme import Theme


class HoverTools(QFrame):
    """The colours and the delete button of the row under the pointer."""

    colour_chosen = Signal(object)  # Colour
    delete_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.dots = ColourDots(takes_focus=False)
        self.delete_button = QToolButton()
        self.delete_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.delete_button.setIconSize(QSize(16, 16))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 2, 2, 2)
        layout.setSpacing(2)
        layout.addWidget(self.dots)
        layout.addWidget(self.delete_button)
        self.dots.colour_chosen.connect(self.colour_chosen)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.dots.set_theme(theme)
        self.delete_button.setIcon(icon("delete", theme))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.delete_button.setAccessibleName(self.tr("Delete the annotation"))
        self.delete_button.setToolTip(self.tr("Delete the annotation"))

    def _on_delete_clicked(self) -> None:
        self.delete_clicked.emit()
