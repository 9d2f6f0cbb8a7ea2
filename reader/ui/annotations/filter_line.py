"""The thin line above a list of annotations: words, colours, a tag, a name."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from reader.core.annotation_list import LinkedEntity
from reader.core.annotations import Colour
from reader.ui.annotations.colour_dialog import colour_icon
from reader.ui.annotations.known import AnnotationFilter, Known
from reader.ui.field_names import name_field
from reader.ui.icons import icon
from reader.ui.kind_sample import kind_icon
from reader.ui.panel.entity_list import FilterEdit
from reader.ui.plain_text import one_line
from reader.ui.theme import Theme

_MOST_OFFERED = 40
_LONGEST = 40


class AnnotationFilterLine(QWidget):
    """Say which annotations to show; the menus offer what the list has."""

    filter_changed = Signal(object)  # AnnotationFilter
    colours_requested = Signal()  # to give them names

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._known = Known()
        self._tags: Sequence[str] = ()
        self._entities: Sequence[LinkedEntity] = ()
        self._filter = AnnotationFilter()
        self.edit = FilterEdit()
        self.edit.setClearButtonEnabled(True)
        self._sign = QAction(self)
        self.edit.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.layout_line = QHBoxLayout(self)
        self.layout_line.setContentsMargins(8, 6, 8, 4)
        self.layout_line.setSpacing(2)
        self.layout_line.addWidget(self.edit, 1)
        self.colour_button = self._add_button(self._fill_colours)
        self.tag_button = self._add_button(self._fill_tags)
        self.entity_button = self._add_button(self._fill_entities)
        self.edit.textChanged.connect(lambda text: self._set(replace(self._filter, text=text)))
        self._retranslate()

    @property
    def filter(self) -> AnnotationFilter:
        """Return what is asked for."""
        return self._filter

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self._sign.setIcon(icon("search", theme))
        self.tag_button.setIcon(icon("tag", theme))
        self._show()

    def set_known(self, known: Known) -> None:
        """Take the names of colours and entities."""
        self._known = known
        self._show()

    def set_offered(self, tags: Sequence[str], entities: Sequence[LinkedEntity]) -> None:
        """Offer these to filter by."""
        self._tags, self._entities = tags, entities

    def set_filter(self, wanted: AnnotationFilter) -> None:
        """Ask for something else."""
        self.edit.setText(wanted.text)
        self._set(wanted)

    def clear(self) -> None:
        """Ask for all."""
        self.set_filter(AnnotationFilter())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _add_button(self, fill: Callable[[], None]) -> QToolButton:
        """Return a new button behind the others, whose menu is filled when it is opened."""
        button = QToolButton()
        button.setIconSize(QSize(18, 18))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCheckable(True)
        menu = QMenu(button)
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        self.layout_line.addWidget(button)
        return button

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.tr("Filter annotations"))
        name_field(self.edit, self.tr("Filter annotations"))
        self._show()

    def _show(self) -> None:
        chosen, theme = self._filter, self._theme
        colours = ", ".join(map(self._known.colour, chosen.colours))
        entity = self._known.entities.get(chosen.entity_id)
        named = one_line(entity.name) if entity else ""
        for button, is_set, words in (
            (self.colour_button, bool(colours), colours or self.tr("Filter by colour")),
            (self.tag_button, bool(chosen.tag), chosen.tag or self.tr("Filter by tag")),
            (
                self.entity_button,
                bool(chosen.entity_id),
                named or self.tr("Filter by linked name"),
            ),
        ):
            button.setToolTip(words.replace("&", "&&"))
            button.setAccessibleName(words)
            button.setChecked(is_set)
        if theme is not None:
            first = chosen.colours[0] if len(chosen.colours) == 1 else None
            self.colour_button.setIcon(
                colour_icon(first, theme) if first else icon("palette", theme)
            )
            self.entity_button.setIcon(
                kind_icon(entity.kind, theme) if entity else icon("link", theme)
            )

    def _fill_colours(self) -> None:
        menu = self.colour_button.menu()
        menu.clear()
        is_any = not self._filter.colours
        self._add(menu, self.tr("All colours"), replace(self._filter, colours=()), is_on=is_any)
        menu.addSeparator()
        for colour in Colour:
            is_on = colour in self._filter.colours
            rest = tuple(each for each in self._filter.colours if each is not colour)
            wanted = rest if is_on else (*rest, colour)
            ordered = tuple(each for each in Colour if each in wanted)
            action = self._add(
                menu,
                self._known.colour_in_full(colour),
                replace(self._filter, colours=ordered),
                is_on=is_on,
            )
            if self._theme is not None and not is_on:
                action.setIcon(colour_icon(colour, self._theme))
        menu.addSeparator()
        menu.addAction(self.tr("What the colours mean…"), self.colours_requested.emit)

    def _fill_tags(self) -> None:
        menu = self.tag_button.menu()
        menu.clear()
        chosen = self._filter.tag
        self._add(menu, self.tr("All tags"), replace(self._filter, tag=""), is_on=not chosen)
        menu.addSeparator()
        offered = [tag for tag in self._tags if tag != chosen][:_MOST_OFFERED]
        for tag in (chosen, *offered) if chosen else offered:
            self._add(menu, tag, replace(self._filter, tag=tag), is_on=tag == chosen)

    def _fill_entities(self) -> None:
        menu = self.entity_button.menu()
        menu.clear()
        chosen = self._filter.entity_id
        anyone = replace(self._filter, entity_id="")
        self._add(menu, self.tr("All names"), anyone, is_on=not chosen)
        menu.addSeparator()
        for entity in self._entities[:_MOST_OFFERED]:
            is_on = entity.id == chosen
            wanted = replace(self._filter, entity_id=entity.id)
            action = self._add(menu, one_line(entity.name), wanted, is_on=is_on)
            if self._theme is not None and not is_on:
                action.setIcon(kind_icon(entity.kind, self._theme))

    def _add(
        self, menu: QMenu, words: str, wanted: AnnotationFilter, *, is_on: bool | None = None
    ) -> QAction:
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        action = menu.addAction(shown.replace("&", "&&"))
        if is_on is not None:
            action.setCheckable(True)
            action.setChecked(is_on)
        action.triggered.connect(lambda: self._set(wanted))
        return action

    def _set(self, wanted: AnnotationFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._show()
            self.filter_changed.emit(wanted)
