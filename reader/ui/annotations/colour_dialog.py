"""The legend of the colours: what each of them means."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QLineEdit, QWidget

from reader.core.annotations import Colour
from reader.ui.dialog_margins import DIALOG_MARGINS
from reader.ui.kinds import colour_name
from reader.ui.theme import Theme

_MOST_CHARACTERS = 40
_DOT = 16


def colour_icon(colour: Colour, theme: Theme) -> QIcon:
    """Return a colour's dot as an icon."""
    pixmap = QPixmap(QSize(_DOT, _DOT) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.annotations[colour]
    painter.setPen(QPen(colours.mark, 1.5))
    painter.setBrush(colours.mark if theme.dark else colours.fill)
    painter.drawEllipse(2, 2, _DOT - 4, _DOT - 4)
    painter.end()
    result = QIcon(pixmap)
    result.addPixmap(pixmap, QIcon.Mode.Selected)  # else a chosen row tints it
    return result


class ColourDialog(QDialog):
    """Name the colours; each name holds as soon as its field is left."""

    named = Signal(object, str)  # Colour, its name or ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[Colour, QLineEdit] = {}
        self._dots: dict[Colour, QLabel] = {}
        self._labels: dict[Colour, QLabel] = {}
        self._words = QLabel()
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setHorizontalSpacing(10)
        layout.addWidget(self._words, 0, 0, 1, 3)
        for row, colour in enumerate(Colour, start=1):
            dot, label, field = QLabel(), QLabel(), QLineEdit()
            field.setMaxLength(_MOST_CHARACTERS)
            field.setMinimumWidth(220)
            field.editingFinished.connect(lambda colour=colour: self._on_edited(colour))
            label.setBuddy(field)
            for column, widget in enumerate((dot, label, field)):
                layout.addWidget(widget, row, column)
            self._dots[colour], self._labels[colour], self._fields[colour] = dot, label, field
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)  # Enter keeps a name, and leaves the rest open
        layout.addWidget(self._buttons, len(Colour) + 1, 0, 1, 3)
        layout.setColumnStretch(2, 1)
        self._names: Mapping[Colour, str] = {}
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        for colour, dot in self._dots.items():
            dot.setPixmap(colour_icon(colour, theme).pixmap(_DOT, _DOT))

    def set_names(self, names: Mapping[Colour, str]) -> None:
        """Show how the colours are called now."""
        before, self._names = self._names, dict(names)
        for colour, field in self._fields.items():
            name = names.get(colour, "")
            if name != before.get(colour, ""):  # else what is being typed stays
                field.setText(name)

    def field(self, colour: Colour) -> QLineEdit:
        """Return the field of one colour."""
        return self._fields[colour]

    def reject(self) -> None:
        """Keep what was typed, and close."""
        self._flush()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed."""
        self._flush()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _flush(self) -> None:
        for colour in Colour:
            self._on_edited(colour)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("What the colours mean"))
        self._words.setText(
            self.tr("Give a colour a name of your own, and you can filter and export by it.")
        )
        for colour, field in self._fields.items():
            own = colour_name(colour)
            self._labels[colour].setText(own)
            field.setPlaceholderText(own)
            field.setAccessibleName(self.tr("Meaning of {colour}").format(colour=own))

    def _on_edited(self, colour: Colour) -> None:
        text = " ".join(self._fields[colour].text().split())
        if text != self._names.get(colour, ""):
            self._names = {**self._names, colour: text}  # as it will be, once it is kept
            self.named.emit(colour, text)


def show_colour_dialog(dialog: ColourDialog) -> None:
    """Bring the dialog to the front, beside whatever else is open."""
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
