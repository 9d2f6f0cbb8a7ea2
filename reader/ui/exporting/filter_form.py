"""Which of it is exported: colours, tags, whom it is about, dates."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from reader.core.annotation_list import LinkedEntity
from reader.core.annotations import Colour
from reader.core.export import ExportFilter
from reader.ui.annotations.link_edit import LinkEdit
from reader.ui.exporting.offer import Offer
from reader.ui.library.dates import iso_date
from reader.ui.panel.colour_dots import ColourDot
from reader.ui.tags.tag_edit import TagEdit
from reader.ui.theme import Theme


class FilterForm(QWidget):
    """Fields for what annotations and articles have to meet; empty ones let everything through."""

    changed = Signal()

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dots = {colour: ColourDot(colour, n) for n, colour in enumerate(Colour, start=1)}
        self.tags = TagEdit()
        self.tags.set_known(offer.tags)
        self.about = LinkEdit()
        self.about.set_offered(offer.entities)
        self._known = {each.id: each for each in offer.entities}
        self.date_from = QLineEdit()
        self.date_to = QLineEdit()
        self.annotated_only = QCheckBox(self.tr("Only articles with annotations"))
        self.wrong_date = QLabel(
            self.tr("That is no date: write a day, a month or a year, as in 23/11/2026.")
        )
        self.wrong_date.setProperty("role", "danger")
        self.wrong_date.setWordWrap(True)
        self.wrong_date.hide()
        for colour, name in offer.colours.items():
            self.dots[colour].set_name(name)
        self._lay_out()
        self._wire()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for dot in self.dots.values():
            dot.set_theme(theme)
        self.tags.set_theme(theme)
        self.about.set_theme(theme)

    def show_filter(self, asked: ExportFilter, about: Iterable[LinkedEntity]) -> None:
        """Fill the fields."""
        for colour, dot in self.dots.items():
            dot.setChecked(colour in asked.colours)
        self.tags.set_tags(sorted(asked.tags))
        self.about.set_linked(list(about))
        self.date_from.setText(asked.date_from)
        self.date_to.setText(asked.date_to)
        self.annotated_only.setChecked(asked.annotated_only)

    def asked(self) -> ExportFilter:
        """Return what the fields say, without the states; a date that is none counts as empty."""
        return ExportFilter(
            colours=frozenset(each for each, dot in self.dots.items() if dot.isChecked()),
            tags=frozenset(self.tags.tags()),
            entity_ids=frozenset(self.about.linked_ids()),
            date_from=iso_date(self.date_from.text()) or "",
            date_to=iso_date(self.date_to.text()) or "",
            annotated_only=self.annotated_only.isChecked(),
        )

    def about_whom(self) -> tuple[LinkedEntity, ...]:
        """Return the names that the annotations shall be about."""
        return tuple(self._known[i] for i in self.about.linked_ids() if i in self._known)

    @property
    def is_right(self) -> bool:
        """Return whether the dates can be understood."""
        return None not in (iso_date(self.date_from.text()), iso_date(self.date_to.text()))

    def _lay_out(self) -> None:
        colours = QHBoxLayout()
        colours.setSpacing(2)
        for dot in self.dots.values():
            colours.addWidget(dot)
        colours.addStretch(1)
        dates = QHBoxLayout()
        dates.setSpacing(6)
        self.date_from.setPlaceholderText(self.tr("from"))
        self.date_to.setPlaceholderText(self.tr("until"))
        for edit, name in (
            (self.date_from, self.tr("Date from")),
            (self.date_to, self.tr("Date until")),
        ):
            edit.setAccessibleName(name)
            edit.setToolTip(self.tr("A day, a month or a year: 2026-11-23, 23/11/2026, 2026-11"))
            edit.setMinimumWidth(60)
            dates.addWidget(edit)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        names = (self.tr("Colours"), self.tr("Tags"), self.tr("About"), self.tr("Dates"))
        for row, (name, field) in enumerate(
            zip(names, (colours, self.tags, self.about, dates), strict=True)
        ):
            label = QLabel(name)
            label.setProperty("role", "muted")
            grid.addWidget(label, row, 0)
            if isinstance(field, QWidget):
                field.setAccessibleName(name)
                grid.addWidget(field, row, 1)
            else:
                grid.addLayout(field, row, 1)
        grid.addWidget(self.wrong_date, len(names), 0, 1, 2)
        grid.addWidget(self.annotated_only, len(names) + 1, 0, 1, 2)

    def _wire(self) -> None:
        for dot in self.dots.values():
            dot.toggled.connect(lambda _on: self.changed.emit())
        self.tags.tags_edited.connect(lambda _tags: self.changed.emit())
        self.about.links_edited.connect(lambda _ids: self.changed.emit())
        self.annotated_only.toggled.connect(lambda _on: self.changed.emit())
        for edit in (self.date_from, self.date_to):
            edit.textChanged.connect(lambda _text: self._on_date_changed())

    def _on_date_changed(self) -> None:
        self.wrong_date.setVisible(not self.is_right)
        self.changed.emit()
