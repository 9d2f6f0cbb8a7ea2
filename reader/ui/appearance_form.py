"""The form for how the text looks: theme, font, size, width and spacing, with effect at once."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QCheckBox,
    QCompleter,
    QDoubleSpinBox,
    QFontComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from reader.settings import FONT_SIZES_PT, LEADINGS, LINE_WIDTHS, THEMES, Settings

_SERIFS = (
    *("Source Serif 4", "Source Serif Pro", "Charter", "Literata", "Noto Serif", "Georgia"),
    *("Liberation Serif", "DejaVu Serif", "Times New Roman"),
)


def reading_font(settings: Settings) -> QFont:
    """Return the font that articles are set in: the user's, or a good serif that is installed."""
    installed = set(QFontDatabase.families())
    for family in (settings.font_family, *_SERIFS):
        if family in installed:
            return QFont(family)
    font = QFont()
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def _stepper(field: QAbstractSpinBox) -> QWidget:
    """Return a field with a button for less before it and one for more behind it."""
    field.setAlignment(Qt.AlignmentFlag.AlignCenter)
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for text, step in (("−", field.stepDown), ("+", field.stepUp)):
        button = QPushButton(text)
        button.setAutoRepeat(True)
        button.setAutoDefault(False)
        button.setFixedWidth(36)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same in the field
        button.clicked.connect(step)
        layout.addWidget(button)
    layout.insertWidget(1, field, 1)
    return row


class AppearanceForm(QWidget):
    """The fields, shown in the reading menu and in the preferences."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._showing = False
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._rows: list[tuple[QLabel, QWidget]] = []
        self._themes = QButtonGroup(self)
        self._add_themes()
        self._font = QFontComboBox()
        # Else it is as wide as the longest name of all fonts.
        self._font.setSizeAdjustPolicy(
            QFontComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._font.setMinimumContentsLength(20)
        completer = self._font.completer()  # any part of a name that is typed finds it
        assert completer is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._font.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._size = QDoubleSpinBox()
        self._size.setRange(*FONT_SIZES_PT)
        self._size.setDecimals(1)
        self._size.setSingleStep(0.5)
        self._width = QSpinBox()
        self._width.setRange(*LINE_WIDTHS)
        self._width.setSingleStep(2)
        self._leading = QDoubleSpinBox()
        self._leading.setRange(*LEADINGS)
        self._leading.setSingleStep(0.05)
        self._add_row(self._font)
        for field in (self._size, self._width, self._leading):
            self._add_row(_stepper(field), named=field)
        self._hyphens = QCheckBox()
        self._add_row(self._hyphens)
        self._calm = QCheckBox()
        self._add_row(self._calm)
        self.show_settings(settings)
        self.retranslate()
        for box in (self._hyphens, self._calm):
            box.toggled.connect(self._on_changed)
        self._font.currentFontChanged.connect(self._on_font_changed)
        for field in (self._size, self._width, self._leading):
            field.valueChanged.connect(self._on_changed)
        self._themes.idClicked.connect(self._on_changed)

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        names = (
            *(self.tr("System"), self.tr("Light"), self.tr("Sepia"), self.tr("Dark")),
            self.tr("Contrast"),
        )
        for button, name in zip(self._themes.buttons(), names, strict=True):
            button.setText(name)
        for field in (self._size, self._width, self._leading):
            field.setLocale(QLocale())  # its decimal comma, or point
        self._size.setSuffix(self.tr(" pt"))
        self._width.setSuffix(self.tr(" characters"))
        rows = (
            self.tr("Theme"),
            self.tr("Font"),
            self.tr("Size"),
            self.tr("Line width"),
            self.tr("Line spacing"),
            self.tr("Hyphens"),
            self.tr("Movement"),
        )
        self._hyphens.setText(self.tr("Part long words at the end of a line"))
        self._calm.setText(self.tr("Nothing glides or blinks"))
        for (label, field), name in zip(self._rows, rows, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        for box in (self._hyphens, self._calm):
            box.setAccessibleName(box.text())

    def rows(self) -> list[tuple[QLabel, str]]:
        """Return each row's label, and all the words by which the row can be searched for."""
        themes = " ".join(button.text() for button in self._themes.buttons())
        more = (
            themes + self.tr(" colours"),
            self.tr("typeface"),
            self.tr("larger smaller letters"),
            self.tr("column margins characters"),
            self.tr("leading"),
            self._hyphens.text() + self.tr(" hyphenation justify ragged edge"),
            self._calm.text() + self.tr(" animation reduced motion"),
        )
        return [
            (label, f"{label.text()} {words}")
            for (label, _), words in zip(self._rows, more, strict=True)
        ]

    def show_row(self, label: QLabel, shown: bool) -> None:
        """Show or hide the row of a label."""
        number = next(n for n, (other, _) in enumerate(self._rows) if other is label)
        self._form.setRowVisible(number, shown)

    def stepper(self, setting: str) -> QAbstractSpinBox:
        """Return the field of a number among the settings."""
        fields = {
            "font_size_pt": self._size,
            "line_width": self._width,
            "leading": self._leading,
        }
        return fields[setting]

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without telling of a change."""
        self._settings = settings
        self._showing = True
        self._themes.buttons()[THEMES.index(settings.theme)].setChecked(True)
        self._font.setCurrentFont(reading_font(settings))
        self._size.setValue(settings.font_size_pt)
        self._width.setValue(settings.line_width)
        self._leading.setValue(settings.leading)
        self._hyphens.setChecked(settings.hyphenation)
        self._calm.setChecked(settings.reduced_motion)
        self._showing = False

    def _add_themes(self) -> None:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for number, _ in enumerate(THEMES):
            button = QPushButton()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(False)
            self._themes.addButton(button, number)
            layout.addWidget(button)
        self._add_row(row)

    def _add_row(self, field: QWidget, *, named: QWidget | None = None) -> None:
        label = QLabel()
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        label.setBuddy(named or field)
        self._form.addRow(label, field)
        self._rows.append((label, named or field))

    def _on_font_changed(self, font: QFont) -> None:
        if not self._showing:
            self._change(replace(self._settings, font_family=font.family()))

    def _on_changed(self) -> None:
        if not self._showing:
            self._change(
                replace(
                    self._settings,
                    theme=THEMES[self._themes.checkedId()],
                    font_size_pt=self._size.value(),
                    line_width=self._width.value(),
                    leading=self._leading.value(),
                    hyphenation=self._hyphens.isChecked(),
                    reduced_motion=self._calm.isChecked(),
                )
            )

    def _change(self, settings: Settings) -> None:
        if settings != self._settings:  # Enter in a field tells of its value whatever it was
            self._settings = settings
            self.settings_changed.emit(settings)
