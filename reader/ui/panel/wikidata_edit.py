"""The field for an entity's Wikidata id."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from reader.core.identifiers import WIKIDATA, page_address, wikidata_id
from reader.ui.focus import lead_focus
from reader.ui.icons import icon
from reader.ui.keys import ENTER, claims
from reader.ui.panel.autosave_edit import SAVE_DELAY_MS
from reader.ui.plain_text import PlainLabel, one_line
from reader.ui.theme import Theme

_MOST_CHARACTERS = 300  # of an address with everything that a browser appends
_SHOWN_CHARACTERS = 60


class _Field(QLineEdit):
    """A line that keeps Enter from the window's shortcuts."""

    def event(self, event: QEvent) -> bool:
        return claims(event, ENTER) or super().event(event)


class WikidataEdit(QWidget):
    """Edit an entity's Wikidata id; what is one is handed on by itself, what is none is told so.

    An address of a page at wikidata.org becomes the id in it.
    """

    wikidata_edited = Signal(str, str)  # the entity's id, the Wikidata id or ""
    page_requested = Signal(str)  # the address

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entity_id = ""
        self._handed = ""  # what the library has, or will have as soon as it can
        self.field = _Field()
        self.field.setMaxLength(_MOST_CHARACTERS)
        self.open_button = QToolButton()
        self.open_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.message = PlainLabel(max_lines=4)
        self.message.setProperty("role", "danger")
        self.message.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_DELAY_MS)
        self._timer.timeout.connect(self._hand_on)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.field, 1)
        line.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(line)
        layout.addWidget(self.message)
        lead_focus(self, self.field)
        self.field.textEdited.connect(self._on_text_edited)
        self.field.editingFinished.connect(self._hand_on)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.open_button.setIcon(icon("page", theme))

    def show_identifier(self, entity_id: str, identifier: str) -> None:
        """Show an entity's id; a refresh of the same one leaves alone what is being typed."""
        if entity_id != self._entity_id:
            self.flush()
        elif identifier == self._handed or self._timer.isActive():
            return
        self._entity_id, self._handed = entity_id, identifier
        self._timer.stop()
        self.field.setText(identifier)
        self._tell("")
        self._show_button()

    def flush(self) -> None:
        """Hand on at once what was typed, where it is an id."""
        if self._timer.isActive():
            self._hand_on()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.field.setAccessibleName(self.tr("Wikidata id"))
        self.field.setPlaceholderText(self.tr("Q… or the page's address"))
        self.open_button.setToolTip(self.tr("Open the page in the browser"))
        self.open_button.setAccessibleName(self.tr("Open the Wikidata page in the browser"))
        if not self.message.isHidden():
            self._hand_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand on what was typed."""
        super().hideEvent(event)
        self.flush()

    def _on_text_edited(self) -> None:
        self._tell("")
        self._show_button()
        self._timer.start()

    def _hand_on(self) -> None:
        self._timer.stop()
        text = self.field.text().strip()
        identifier = wikidata_id(text) if text else ""
        if identifier is None:
            shown = one_line(text)
            if len(shown) > _SHOWN_CHARACTERS:
                shown = shown[: _SHOWN_CHARACTERS - 1] + "…"
            self._tell(
                self.tr(
                    "“{0}” is no Wikidata id and was not saved: type Q and its number, or paste "
                    "the address of its page."
                ).format(shown)
            )
            return
        self._tell("")
        if identifier != self.field.text():
            self.field.setText(identifier)  # an address has become the id in it
        if identifier != self._handed and self._entity_id:
            self._handed = identifier
            self.wikidata_edited.emit(self._entity_id, identifier)
        self._show_button()

    def _tell(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def _show_button(self) -> None:
        self.open_button.setEnabled(wikidata_id(self.field.text()) is not None)

    def _on_open_clicked(self) -> None:
        address = page_address(WIKIDATA, wikidata_id(self.field.text()) or "")
        if address:
            self.page_requested.emit(address)
