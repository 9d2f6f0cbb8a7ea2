"""What can be done with several annotations at once, in a thin line below their list."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.ui.annotations.known import Known
from reader.ui.icons import icon
from reader.ui.panel.colour_dots import ColourDots
from reader.ui.theme import Theme


class SeveralBar(QFrame):
    """Say how many annotations are chosen; give them a colour or a tag, copy or delete them."""

    colour_chosen = Signal(object)  # Colour
    tag_requested = Signal()
    copy_requested = Signal()
    deletion_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("severalBar")
        self._count = 0
        self._label = QLabel()
        self.dots = ColourDots(checkable=False)
        self.tag_button = self._button()
        self.copy_button = self._button()
        self.delete_button = self._button()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 8, 4)
        line.setSpacing(2)
        line.addWidget(self._label, 1)
        line.addWidget(self.dots)
        for button, signal in (
            (self.tag_button, self.tag_requested),
            (self.copy_button, self.copy_requested),
            (self.delete_button, self.deletion_requested),
        ):
            line.addWidget(button)
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self.dots.colour_chosen.connect(self.colour_chosen)
        self.set_count(0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.dots.set_theme(theme)
        for button, name in (
            (self.tag_button, "tag"),
            (self.copy_button, "copy"),
            (self.delete_button, "delete"),
        ):
            button.setIcon(icon(name, theme))

    def set_known(self, known: Known) -> None:
        """Take the names of the colours."""
        self.dots.set_names(known.colours)

    def set_count(self, count: int) -> None:
        """Show how many are chosen; the line is there for several alone."""
        self._count = count
        self.setVisible(count > 1)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _retranslate(self) -> None:
        self._label.setText(self.tr("%n chosen", "", self._count))
        for button, words in (
            (self.tag_button, self.tr("Add a tag to all chosen")),
            (self.copy_button, self.tr("Copy all chosen as Markdown")),
            (self.delete_button, self.tr("Delete all chosen")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
