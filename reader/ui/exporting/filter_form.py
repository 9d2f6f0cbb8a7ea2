"""Which of it is exported: colours, tags, whom it is about, dates."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from reader.core.annotation_list import LinkedEntity
from reader.core.annotations import Colour
from reader.core.export import ExportFilter
from reader.ui.annotations.link_edit import LinkEdit
from reader.ui.date_range import DateRange
from reader.ui.exporting.offer import Offer
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
        self.dates = DateRange()
        self.annotated_only = QCheckBox(self.tr("Only articles with annotations"))
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

    def align_with(self, above: QGridLayout) -> None:
        """Let the fields of this form and of the one above it begin at one line."""
        grids = (above, self._grid)
        width = max(_label_width(grid) for grid in grids)
        for grid in grids:
            grid.setColumnMinimumWidth(0, width)

    def show_filter(self, asked: ExportFilter, about: Iterable[LinkedEntity]) -> None:
        """Fill the fields."""
        for colour, dot in self.dots.items():
            dot.setChecked(colour in asked.colours)
        self.tags.set_tags(sorted(asked.tags))
        self.about.set_linked(list(about))
        self.dates.set_dates(asked.date_from, asked.date_to)
        self.annotated_only.setChecked(asked.annotated_only)

    def asked(self) -> ExportFilter:
        """Return what the fields say, without the states; a date that is none counts as empty."""
        date_from, date_to = self.dates.dates()
        return ExportFilter(
            colours=frozenset(each for each, dot in self.dots.items() if dot.isChecked()),
            tags=frozenset(self.tags.tags()),
            entity_ids=frozenset(self.about.linked_ids()),
            date_from=date_from,
            date_to=date_to,
            annotated_only=self.annotated_only.isChecked(),
        )

    def about_whom(self) -> tuple[LinkedEntity, ...]:
        """Return the names that the annotations shall be about."""
        return tuple(self._known[i] for i in self.about.linked_ids() if i in self._known)

    @property
    def is_right(self) -> bool:
        """Return whether the dates can be understood."""
        return self.dates.is_right

    def _lay_out(self) -> None:
        colours = QHBoxLayout()
        colours.setSpacing(2)
        for dot in self.dots.values():
            colours.addWidget(dot)
        colours.addStretch(1)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        names = (self.tr("Colours"), self.tr("Tags"), self.tr("About"), self.tr("Dates"))
        for row, (name, field) in enumerate(
            zip(names, (colours, self.tags, self.about, self.dates), strict=True)
        ):
            label = QLabel(name)
            label.setProperty("role", "muted")
            grid.addWidget(label, row, 0)
            if isinstance(field, QWidget):
                field.setAccessibleName(name)
                grid.addWidget(field, row, 1)
            else:
                grid.addLayout(field, row, 1)
        grid.addWidget(self.annotated_only, len(names), 0, 1, 2)

    def _wire(self) -> None:
        for dot in self.dots.values():
            dot.toggled.connect(lambda _on: self.changed.emit())
        self.tags.tags_edited.connect(lambda _tags: self.changed.emit())
        self.about.links_edited.connect(lambda _ids: self.changed.emit())
        self.annotated_only.toggled.connect(lambda _on: self.changed.emit())
        self.dates.changed.connect(self.changed)


def _label_width(grid: QGridLayout) -> int:
    """Return how wide the widest label of a form is."""
    widgets = (grid.itemAtPosition(row, 0) for row in range(grid.rowCount()))
    labels = (item.widget() for item in widgets if item is not None)
    return max(each.sizeHint().width() for each in labels if isinstance(each, QLabel))
