"""What an entity is called elsewhere, and where it lies: identifiers that can be copied."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.core.entities import Entity
from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.identifiers import WIKIDATA, coordinates, page_address
from reader.ui.countries import country_name
from reader.ui.icons import icon
from reader.ui.panel.wikidata_edit import WikidataEdit
from reader.ui.plain_text import PlainLabel, one_line
from reader.ui.theme import Theme

_SCHEMES = ("iso3166", "country", "geonames", "coordinates")


class _Fact:
    """One row: a label, a value to read and one to copy, and perhaps a page about it."""

    def __init__(self, copy: Callable[[], None], open_page: Callable[[], None]) -> None:
        self.label = QLabel()
        self.label.setProperty("role", "muted")
        self.value = PlainLabel()
        self.open_button = _small_button(open_page)
        self.copy_button = _small_button(copy)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.buttons.setSpacing(0)
        self.buttons.addStretch()
        self.buttons.addWidget(self.open_button)
        self.buttons.addWidget(self.copy_button)

    def show(self, label: str, value: str, *, has_page: bool) -> None:
        """Show what there is to know; "" for nothing."""
        self.label.setText(label)
        self.value.setText(value)
        for widget in (self.label, self.value, self.copy_button):
            widget.setVisible(bool(value))
        self.open_button.setVisible(has_page)
        copy, page = _button_words()
        for button, words in ((self.copy_button, copy), (self.open_button, page)):
            button.setToolTip(words)
            button.setAccessibleName(f"{words}: {label}")


class EntityFacts(QWidget):
    """Show identifiers, and where they are `editable` let the user give a Wikidata id."""

    wikidata_edited = Signal(str, str)  # the entity's id, the Wikidata id or ""
    page_requested = Signal(str)  # an address to open in the browser

    def __init__(self, parent: QWidget | None = None, *, editable: bool = True) -> None:
        super().__init__(parent)
        self._entity: Entity | None = None
        self.wikidata = WikidataEdit()
        self.facts = {
            scheme: _Fact(partial(self._copy, scheme), partial(self._open, scheme))
            for scheme in (_SCHEMES if editable else (*_SCHEMES, WIKIDATA))
        }
        self._wikidata_label = QLabel("Wikidata")
        self._wikidata_label.setProperty("role", "muted")
        self._wikidata_label.setContentsMargins(0, 6, 0, 0)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignVCenter
        for row, fact in enumerate(self.facts.values()):
            grid.addWidget(fact.label, row, 0, top)
            grid.addWidget(fact.value, row, 1, top)
            grid.addLayout(fact.buttons, row, 2)
        row = len(self.facts)
        grid.addWidget(self._wikidata_label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.wikidata, row, 1, 1, 2)
        for widget in (self._wikidata_label, self.wikidata):
            widget.setVisible(editable)
        self.wikidata.wikidata_edited.connect(self.wikidata_edited)
        self.wikidata.page_requested.connect(self.page_requested)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.wikidata.set_theme(theme)
        for fact in self.facts.values():
            fact.copy_button.setIcon(icon("copy", theme))
            fact.open_button.setIcon(icon("page", theme))

    def show_entity(self, entity: Entity) -> None:
        """Show an entity's identifiers; what is being typed on the same one stays.

        An open name has none: it is not known who is meant.
        """
        self.setVisible(not entity.candidates)
        self._entity = entity
        self.wikidata.show_identifier(entity.id, entity.identifiers.get(WIKIDATA, ""))
        self._show_facts()

    def clear(self) -> None:
        """Hand on what was typed and show no entity's."""
        self._entity = None
        self.wikidata.show_identifier("", "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.wikidata.retranslate()
            self._show_facts()

    def _show_facts(self) -> None:
        if self._entity is None:
            return
        for scheme, fact in self.facts.items():
            identifier = one_line(self._entity.identifiers.get(scheme, ""))
            value = _readable(scheme, identifier) if identifier else ""
            has_page = page_address(scheme, identifier) is not None
            fact.show(_label(scheme), value, has_page=has_page)

    def _copy(self, scheme: str) -> None:
        if self._entity is not None:
            QGuiApplication.clipboard().setText(self._entity.identifiers.get(scheme, ""))

    def _open(self, scheme: str) -> None:
        identifier = self._entity.identifiers.get(scheme, "") if self._entity else ""
        address = page_address(scheme, one_line(identifier))
        if address:
            self.page_requested.emit(address)


def readable_coordinates(text: str) -> str:
    """Return coordinates as people write them, "40.42° N, 3.70° W"; `text` if they are none."""
    degrees = coordinates(text)
    if degrees is None:
        return text
    latitude, longitude = degrees
    north, south, east, west = (
        QCoreApplication.translate("compass", letter)
        for letter in (
            QT_TRANSLATE_NOOP("compass", "N"),
            QT_TRANSLATE_NOOP("compass", "S"),
            QT_TRANSLATE_NOOP("compass", "E"),
            QT_TRANSLATE_NOOP("compass", "W"),
        )
    )
    vertical, horizontal = north if latitude >= 0 else south, east if longitude >= 0 else west
    return f"{abs(latitude):.2f}° {vertical}, {abs(longitude):.2f}° {horizontal}"


def _readable(scheme: str, identifier: str) -> str:
    if scheme == "coordinates":
        return readable_coordinates(identifier)
    if scheme in ("iso3166", "country"):
        name = country_name(identifier)
        return identifier if name == identifier else f"{identifier} · {name}"
    return identifier


def _label(scheme: str) -> str:
    labels = {
        "iso3166": QT_TRANSLATE_NOOP("facts", "ISO code"),
        "country": QT_TRANSLATE_NOOP("facts", "Country"),
        "geonames": QT_TRANSLATE_NOOP("facts", "GeoNames"),
        "coordinates": QT_TRANSLATE_NOOP("facts", "Coordinates"),
        WIKIDATA: "Wikidata",
    }
    return QCoreApplication.translate("facts", labels[scheme])


def _button_words() -> tuple[str, str]:
    copy = QCoreApplication.translate("facts", "Copy")
    return copy, QCoreApplication.translate("facts", "Open the page in the browser")


def _small_button(on_clicked: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(on_clicked)
    return button
