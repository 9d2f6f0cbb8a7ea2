"""What stands above a network: what it is of, search, kinds, how many names, how strong a link."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QToolButton,
    QWidget,
)

from reader.core.mentions import Kind
from reader.ui.drop_down import DropDown
from reader.ui.field_names import name_field
from reader.ui.icons import icon
from reader.ui.keys import ENTER, claims
from reader.ui.legend import KindChip
from reader.ui.network.scope import Scope
from reader.ui.page_column import TOP, ColumnLayout, PageTitle
from reader.ui.plain_text import one_line
from reader.ui.theme import Theme

LEAST_NAMES, MOST_NAMES, USUAL_NAMES = 5, 300, 40
"""How many names a network has at the most, as the slider goes."""

KINDS = (Kind.PERSON, Kind.COUNTRY, Kind.PLACE, Kind.ORGANIZATION)
"""The kinds of a network's nodes: demonyms count as their countries."""

_STEP = 5


class _Find(QLineEdit):
    """A line that keeps Enter and Escape from the window's shortcuts; Escape clears it."""

    def event(self, event: QEvent) -> bool:
        return claims(event, (*ENTER, Qt.Key.Key_Escape)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


class NetworkControls(QWidget):
    """Let the user say what they want to see of which network."""

    scope_chosen = Signal(object)  # Scope
    filters_changed = Signal()  # kinds, how many names, or whether they must be confirmed
    least_changed = Signal(int)  # the weight from which on an edge is shown
    fit_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hidden: frozenset[Kind] = frozenset()
        self._counts = (0, 0, 0, 0)
        self._found: int | None = None
        self.scopes = DropDown()
        self.scopes.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.scopes.setMinimumContentsLength(16)
        self.find_edit = _Find()
        self.find_edit.setClearButtonEnabled(True)
        self.chips = {kind: KindChip(kind) for kind in KINDS}
        self.confirmed_only = QToolButton()
        self.confirmed_only.setCheckable(True)
        self.confirmed_only.setProperty("role", "choose")
        self.confirmed_only.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.names = _slider(LEAST_NAMES, MOST_NAMES, USUAL_NAMES, step=_STEP)
        self.strength = _slider(1, 1, 1)
        self._names_label, self._strength_label = QLabel(), QLabel()
        self.page_title = PageTitle()
        self.counts_label = self.page_title.detail
        self.fit_button, self.save_button = QToolButton(), QToolButton()
        for button in (self.fit_button, self.save_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.page_title.add_button(button)
        layout = ColumnLayout(self, top=TOP)
        layout.addWidget(self.page_title)
        layout.addLayout(self._build_first_line())
        layout.addLayout(self._build_chips())
        layout.addLayout(self._build_sliders())
        self._wire()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        for chip in self.chips.values():
            chip.set_theme(theme)
        self.fit_button.setIcon(icon("fit", theme))
        self.save_button.setIcon(icon("export", theme))

    def kinds(self) -> list[Kind]:
        """Return the kinds that are switched on."""
        return [kind for kind in KINDS if kind not in self._hidden]

    def title(self) -> str:
        """Return what the network is of."""
        return self.scopes.currentText()

    def set_scopes(self, scopes: Sequence[tuple[Scope, str]], shown: Scope) -> None:
        """Offer networks by their names."""
        with QSignalBlocker(self.scopes):
            self.scopes.clear()
            for scope, name in scopes:
                self.scopes.addItem(one_line(name), scope)
                if scope == shown:
                    self.scopes.setCurrentIndex(self.scopes.count() - 1)
        self.scopes.setToolTip("")

    def set_strengths(self, most: int, least: int) -> None:
        """Offer weights up to `most`, and have `least` be the one that is chosen."""
        with QSignalBlocker(self.strength):
            self.strength.setRange(1, max(most, 1))
            self.strength.setValue(least)
        self.strength.setEnabled(most > 1)
        self._label_sliders()

    def set_counts(
        self, names: int, links: int, *, names_left_out: int = 0, links_left_out: int = 0
    ) -> None:
        """Say how many names and links there are to see, and how many aren't."""
        self._counts = (names, links, names_left_out, links_left_out)
        self._show_counts()

    def set_found(self, count: int | None) -> None:
        """Say how many names were found; None where none were searched for."""
        self._found = count
        self._show_counts()

    def set_kind_counts(self, counts: dict[Kind, int]) -> None:
        """Say how many names of each kind there are to see."""
        for kind, chip in self.chips.items():
            chip.set_count(counts.get(kind, 0))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build_first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.scopes, 3)
        line.addWidget(self.find_edit, 2)
        return line

    def _build_chips(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        for chip in self.chips.values():
            line.addWidget(chip)
        line.addStretch()
        line.addWidget(self.confirmed_only)
        return line

    def _build_sliders(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        sliders = ((self._names_label, self.names), (self._strength_label, self.strength))
        for column, (label, slider) in enumerate(sliders):
            label.setBuddy(slider)
            grid.addWidget(label, 0, 2 * column)
            grid.addWidget(slider, 0, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        return grid

    def _wire(self) -> None:
        self.scopes.activated.connect(
            lambda index: self.scope_chosen.emit(self.scopes.itemData(index))
        )
        for chip in self.chips.values():
            chip.kind_clicked.connect(self._on_kind_clicked)
            chip.kind_moved_from.connect(self._on_kind_moved_from)
            chip.all_requested.connect(lambda: self._set_hidden(frozenset()))
        self.confirmed_only.toggled.connect(lambda _on: self.filters_changed.emit())
        self.names.valueChanged.connect(self._on_names_changed)
        self.strength.valueChanged.connect(self._on_strength_changed)
        self.fit_button.clicked.connect(self.fit_requested.emit)
        self.save_button.clicked.connect(self.save_requested.emit)

    def _set_hidden(self, hidden: frozenset[Kind]) -> None:
        self._hidden = hidden
        for kind, chip in self.chips.items():
            chip.set_shown(kind not in hidden)
        self.filters_changed.emit()

    def _on_kind_clicked(self, kind: Kind, alone: bool) -> None:
        others = frozenset(KINDS) - {kind}
        if alone:
            self._set_hidden(frozenset() if self._hidden == others else others)
        else:
            self._set_hidden(self._hidden ^ {kind})

    def _on_kind_moved_from(self, kind: Kind, step: int) -> None:
        target = KINDS[(KINDS.index(kind) + step) % len(KINDS)]
        self.chips[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_names_changed(self) -> None:
        self._label_sliders()
        self.filters_changed.emit()

    def _on_strength_changed(self, least: int) -> None:
        self._label_sliders()
        self.least_changed.emit(least)

    def _label_sliders(self) -> None:
        self._names_label.setText(self.tr("Names: up to {0}").format(self.names.value()))
        self._strength_label.setText(self.tr("Links: {0} or more").format(self.strength.value()))

    def _show_counts(self) -> None:
        names, links, others, weaker = self._counts
        if not names:
            self.counts_label.clear()  # what is in its place says why
            return
        parts = [self.tr("%n name(s)", "", names), self.tr("%n link(s)", "", links)]
        if others:
            parts[0] += self.tr(", %n more left out", "names", others)
        if weaker:
            parts[1] += self.tr(", %n weaker left out", "links", weaker)
        if self._found is not None:
            parts.append(self.tr("%n found", "", self._found))
        self.counts_label.setText(" · ".join(parts))
        self.counts_label.setToolTip(
            self.tr("The sliders above say how many names, and how strong a link, to show.")
            if others or weaker
            else ""
        )

    def _retranslate(self) -> None:
        self.page_title.label.setText(self.tr("Network"))
        self.scopes.setAccessibleName(self.tr("Network of"))
        self.find_edit.setPlaceholderText(self.tr("Find a name"))
        name_field(self.find_edit, self.tr("Find a name"))
        self.names.setAccessibleName(self.tr("How many names at the most"))
        self.strength.setAccessibleName(self.tr("How often two appear together at the least"))
        self.strength.setToolTip(self.strength.accessibleName())
        for button, text in (
            (self.fit_button, self.tr("Show all of it (0)")),
            (self.save_button, self.tr("Save as a picture…")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.confirmed_only.setText(self.tr("Confirmed only"))
        self.confirmed_only.setToolTip(
            self.tr("Leave out what the machine found and nobody has confirmed")
        )
        self._label_sliders()
        self._show_counts()


def _slider(least: int, most: int, value: int, *, step: int = 1) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(least, most)
    slider.setSingleStep(step)
    slider.setPageStep(4 * step)
    slider.setValue(value)
    slider.setMinimumWidth(60)
    return slider
