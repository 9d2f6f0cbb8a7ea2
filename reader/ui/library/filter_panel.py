"""What the list of articles can be narrowed to: who is named, dates, tags, outlet, language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QSignalBlocker,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.core.shelf import ArticleQuery, Label
from reader.ui.date_range import DateRange
from reader.ui.drop_down import DropDown
from reader.ui.kinds import kind_name, kind_plural
from reader.ui.languages import language_name

_TAG_ROWS = 4
_ID_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What there is to choose from."""

    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    tags: tuple[Label, ...] = ()


class FilterArea(QScrollArea):
    """Show the filters as high as they are, as long as there is room for that."""

    def __init__(self, filters: "FilterPanel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = filters
        self.setWidget(filters)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def sizeHint(self) -> QSize:
        """Return the height that the filters need at the present width."""
        height = self._filters.heightForWidth(self.viewport().width())
        least = self._filters.minimumSizeHint().height()
        return QSize(super().sizeHint().width(), max(height, least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the filters where they grow or shrink."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class FilterPanel(QWidget):
    """A form of filters; each has effect at once."""

    filter_changed = Signal()
    entities_wanted = Signal(str)  # what was typed of a name; answer by `offer_entities`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterPanel")
        self.kind = DropDown()
        self.entity = QLineEdit()
        self.outlet = DropDown()
        self.language = DropDown()
        self.dates = DateRange()
        self.tags = QListWidget()
        self.unread = QCheckBox()
        self.once = QCheckBox()
        self.once.setChecked(True)
        self._reset = QToolButton()
        self._reset.setProperty("role", "link")
        self._entities: dict[str, str] = {}  # ids by what the completer says
        self._entity = ("", "")  # id and words of the one that was chosen
        self._suggestions = QStringListModel(self)
        self._choices = FilterChoices()
        self._labels = [QLabel() for _ in range(6)]
        for box in (self.outlet, self.language):
            box.addItem("", "")  # any, until there is something to choose from
        self._lay_out()
        self._connect()
        self.retranslate()

    def narrow(self, query: ArticleQuery) -> ArticleQuery:
        """Return a query with these filters added."""
        tags = tuple(dict.fromkeys((*query.tags, *self._checked_tags())))
        date_from, date_to = self.dates.dates()
        return replace(
            query,
            kind=Kind(self.kind.currentData()) if self.kind.currentData() else None,
            entity_id=self._entity[0],
            outlet=self.outlet.currentData() or "",
            language=self.language.currentData() or "",
            date_from=date_from,
            date_to=date_to,
            tags=tags,
            unread=True if self.unread.isChecked() else query.unread,
        )

    def count(self) -> int:
        """Return how many filters are set."""
        query = self.narrow(ArticleQuery())
        values = (query.kind, query.entity_id, query.outlet, query.language, query.unread)
        is_dated = bool(query.date_from or query.date_to)
        return sum(map(bool, values)) + is_dated + len(query.tags)

    def reset(self) -> None:
        """Take every filter away."""
        blockers = [QSignalBlocker(field) for field in self._fields()]
        for box in (self.kind, self.outlet, self.language):
            box.setCurrentIndex(0)
        self.entity.clear()
        self.dates.clear()
        for row in range(self.tags.count()):
            self.tags.item(row).setCheckState(Qt.CheckState.Unchecked)
        self.unread.setChecked(False)
        self.once.setChecked(True)
        self._entity = ("", "")
        del blockers
        self.filter_changed.emit()

    def set_entity(self, entity_id: str, name: str) -> None:
        """Narrow the list to the articles that name an entity."""
        self._entity = (entity_id, name)
        with QSignalBlocker(self.entity):
            self.entity.setText(name)
        self.filter_changed.emit()

    def offer_entities(self, entities: Sequence[Entity]) -> None:
        """Offer names that begin as what was typed."""
        self._entities = {f"{each.name} · {kind_name(each.kind)}": each.id for each in entities}
        self._suggestions.setStringList(list(self._entities))
        if self._entities and self.entity.hasFocus():
            self.entity.completer().complete()

    def set_choices(self, choices: FilterChoices) -> None:
        """Offer the outlets, languages and tags that there are; what is chosen stays."""
        if choices == self._choices:
            return
        self._choices = choices
        checked = set(self._checked_tags())
        blockers = [QSignalBlocker(each) for each in (self.outlet, self.language, self.tags)]
        self._fill(self.outlet, [(each, each) for each in choices.outlets])
        languages = [(language_name(each.partition("-")[0]), each) for each in choices.languages]
        self._fill(self.language, languages)
        self.tags.clear()
        for tag in choices.tags:
            item = QListWidgetItem(tag.name, self.tags)
            item.setData(_ID_ROLE, tag.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_checked = tag.id in checked
            item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)
        del blockers
        has_tags = bool(choices.tags)
        self.tags.setVisible(has_tags)
        self._labels[5].setVisible(has_tags)
        rows = min(len(choices.tags), _TAG_ROWS)
        self.tags.setFixedHeight(rows * (self.tags.sizeHintForRow(0) or 20) + 6)
        if checked - set(self._checked_tags()):
            self.filter_changed.emit()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        names = (
            self.tr("Names"),
            self.tr("Of this kind"),
            self.tr("Outlet"),
            self.tr("Language"),
            self.tr("Date"),
            self.tr("Tags"),
        )
        fields = (self.entity, self.kind, self.outlet, self.language, self.dates, self.tags)
        for label, name, field in zip(self._labels, names, fields, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        with QSignalBlocker(self.kind):
            kinds = [(kind_plural(kind), kind.value) for kind in Kind]
            self._fill(self.kind, kinds)
        for box in (self.outlet, self.language):
            box.setItemText(0, self.tr("Any"))
        for item in range(1, self.language.count()):
            code = str(self.language.itemData(item)).partition("-")[0]
            self.language.setItemText(item, language_name(code))
        self.entity.setPlaceholderText(self.tr("Person, place…"))
        self.unread.setText(self.tr("Unread only"))
        self.once.setText(self.tr("The same text once"))
        self.once.setToolTip(self.tr("Show of the same text in several outlets one alone."))
        self._reset.setText(self.tr("Remove the filters"))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 2, 10, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate((self.entity, self.kind, self.outlet, self.language)):
            grid.addWidget(self._labels[row], row, 0)
            grid.addWidget(field, row, 1)
            field.setMinimumWidth(60)
        grid.addWidget(self._labels[4], 4, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.dates, 4, 1)
        grid.addWidget(self._labels[5], 5, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.tags, 5, 1)
        ticks = QVBoxLayout()
        ticks.setSpacing(4)
        for widget in (self.unread, self.once):
            ticks.addWidget(widget)
        ticks.addWidget(self._reset)
        grid.addLayout(ticks, 6, 0, 1, 2)
        for label in self._labels:
            label.setProperty("role", "muted")
        self._labels[4].setMinimumHeight(self.dates.days.sizeHint().height())
        for box in (self.kind, self.outlet, self.language):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(6)
        self.tags.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tags.setVisible(False)
        self._labels[5].setVisible(False)
        completer = QCompleter(self._suggestions, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.entity.setCompleter(completer)
        self.entity.setClearButtonEnabled(True)

    def _connect(self) -> None:
        for box in (self.kind, self.outlet, self.language):
            box.currentIndexChanged.connect(lambda _row: self.filter_changed.emit())
        for tick in (self.unread, self.once):
            tick.toggled.connect(lambda _on: self.filter_changed.emit())
        self.tags.itemChanged.connect(lambda _item: self.filter_changed.emit())
        self.dates.changed.connect(self.filter_changed)
        self.entity.textEdited.connect(self._on_entity_typed)
        self.entity.textChanged.connect(self._on_entity_changed)
        self.entity.completer().activated[QModelIndex].connect(  # type: ignore[index]
            lambda index: self._on_entity_chosen(str(index.data()))
        )
        self._reset.clicked.connect(self.reset)

    def _fields(self) -> list[QWidget]:
        boxes = [self.kind, self.outlet, self.language, self.tags, self.unread, self.once]
        return [*boxes, self.entity]

    def _fill(self, box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
        chosen = box.currentData()
        box.clear()
        box.addItem(self.tr("Any"), "")
        for words, value in choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(chosen), 0) if chosen else 0)

    def _checked_tags(self) -> list[str]:
        items = (self.tags.item(row) for row in range(self.tags.count()))
        return [each.data(_ID_ROLE) for each in items if each.checkState() is Qt.CheckState.Checked]

    def _on_entity_typed(self, text: str) -> None:
        if text.strip():
            self.entities_wanted.emit(text)

    def _on_entity_changed(self, text: str) -> None:
        if self._entity[0] and text != self._entity[1]:
            self._entity = ("", "")
            self.filter_changed.emit()

    def _on_entity_chosen(self, words: str) -> None:
        if words in self._entities:
            self.set_entity(self._entities[words], words)
