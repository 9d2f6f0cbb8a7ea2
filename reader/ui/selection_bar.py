"""The bar beside selected text, from which it is annotated, commented or copied."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QWidget
from shiboken6 import isValid

from reader.core.mentions import ENTITY_KINDS
from reader.ui.icons import icon
from reader.ui.kind_sample import SAMPLE_SIZE, kind_icon
from reader.ui.kinds import kind_name
from reader.ui.panel.colour_dots import ColourDots
from reader.ui.placing import beside
from reader.ui.shortcuts.told import with_keys
from reader.ui.theme import Theme


class SelectionBar(QFrame):
    """Offer the colours, a comment and copying beside selected text; never takes the focus."""

    annotate_requested = Signal(object)  # Colour
    comment_requested = Signal()
    mark_requested = Signal(object)  # Kind
    quote_requested = Signal()  # in a note
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.ArrowCursor)  # not the text cursor of what lies below
        self._watched: QWidget | None = None
        self._quote_keys = ""
        self.dots = ColourDots(takes_focus=False, checkable=False)
        self.comment_button = self._button()
        self.copy_button = self._button()
        self.quote_button = self._button()
        self.kind_buttons = {kind: self._button() for kind in ENTITY_KINDS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        layout.addWidget(self.dots)
        layout.addWidget(self.comment_button)
        layout.addSpacing(4)
        for kind, button in self.kind_buttons.items():
            button.setIconSize(SAMPLE_SIZE)
            button.clicked.connect(lambda _checked=False, kind=kind: self.mark_requested.emit(kind))
            layout.addWidget(button)
        layout.addSpacing(4)
        layout.addWidget(self.quote_button)
        layout.addWidget(self.copy_button)
        self.dots.colour_chosen.connect(self.annotate_requested)
        self.comment_button.clicked.connect(self._on_comment_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.quote_button.clicked.connect(self._on_quote_clicked)
        self._retranslate()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.dots.set_theme(theme)
        self.comment_button.setIcon(icon("comment", theme))
        self.copy_button.setIcon(icon("copy", theme))
        self.quote_button.setIcon(icon("quote", theme))
        for kind, button in self.kind_buttons.items():
            button.setIcon(kind_icon(kind, theme))

    def set_quote_keys(self, keys: str) -> None:
        """Name the keys that quote the selection in a note."""
        self._quote_keys = keys
        self._retranslate()

    def place_beside(self, rect: QRect, bounds: QRect) -> None:
        """Show the bar above `rect`, or below where there is no room, inside `bounds`.

        Both are in the coordinates of the bar's parent.
        """
        self.ensurePolished()
        self.setGeometry(beside(rect, bounds, self.sizeHint()))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide on Escape, which goes to the widget that has the focus."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        key = event.key() if isinstance(event, QKeyEvent) and event.type() in kinds else None
        if key == Qt.Key.Key_Escape and self.isVisible():
            event.accept()  # the override too, so that no shortcut takes this Escape
            if event.type() == QEvent.Type.KeyPress:
                self.hide()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Listen for Escape while shown."""
        super().showEvent(event)
        self._watch(QApplication.focusWidget())

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop listening."""
        super().hideEvent(event)
        self._watch(None)

    def _watch(self, widget: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget
        if widget is not None:
            widget.installEventFilter(self)

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setIconSize(QSize(18, 18))
        return button

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Annotate the selection"))
        for button, text in (
            (self.comment_button, self.tr("Annotate and comment")),
            (self.quote_button, with_keys(self.tr("Quote in the note"), self._quote_keys)),
            (self.copy_button, self.tr("Copy")),
            *(
                (button, self.tr("Mark as: {0}").format(kind_name(kind)))
                for kind, button in self.kind_buttons.items()
            ),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)

    def _on_comment_clicked(self) -> None:
        self.comment_requested.emit()

    def _on_quote_clicked(self) -> None:
        self.quote_requested.emit()

    def _on_copy_clicked(self) -> None:
        self.copy_requested.emit()
