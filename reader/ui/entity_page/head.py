"""The head of an entity's page: names, note, identifiers, map, chart, and what is listed below."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.entities import Entity
from reader.core.pages import EntityTotals
from reader.ui.dates import readable_date
from reader.ui.entity_page.outlines import Outline
from reader.ui.entity_page.over_time import OverTime
from reader.ui.entity_page.world_map import WorldMap
from reader.ui.icons import icon
from reader.ui.kinds import mention_count
from reader.ui.page_column import GAP, TITLE_SCALE, TOP
from reader.ui.panel.card_head import CardHead
from reader.ui.panel.entity_facts import EntityFacts
from reader.ui.panel.note_editor import NoteEditor
from reader.ui.plain_text import PlainLabel
from reader.ui.theme import Theme

MENTIONS, COMPANY = 0, 1
"""The two lists below the head."""


class EntityHead(QWidget):
    """Show who or what an entity is."""

    list_chosen = Signal(int)  # MENTIONS or COMPANY
    confirmed_only_changed = Signal(bool)  # whether what the machine alone found is left out
    network_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entity: Entity | None = None
        self._totals = EntityTotals(0, 0, "", "")
        self.card = CardHead(scale=TITLE_SCALE)
        self.name = self.card.name
        self._count_line = PlainLabel(max_lines=3)
        self._count_line.setProperty("role", "muted")
        self.note = NoteEditor()
        self.facts = EntityFacts(editable=False)
        self.map = WorldMap()
        self.over_time = OverTime()
        self.network_button = QToolButton()
        self.network_button.setProperty("role", "choose")
        self.network_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.network_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.network_button.clicked.connect(self.network_requested.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, TOP, 0, 4)
        layout.setSpacing(GAP)
        self.card.add_button(self.network_button)
        layout.addWidget(self.card)
        layout.addWidget(self._count_line)
        layout.addSpacing(4)
        layout.addLayout(self._build_middle())
        layout.addSpacing(4)
        layout.addWidget(self.over_time)
        layout.addLayout(self._build_segments())
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.card.set_theme(theme)
        self.facts.set_theme(theme)
        self.map.set_theme(theme)
        self.over_time.set_theme(theme)
        self.network_button.setIcon(icon("network", theme))

    def show_entity(
        self, entity: Entity, totals: EntityTotals, outlines: Mapping[str, Outline]
    ) -> None:
        """Show an entity and how often it is named."""
        self._entity, self._totals = entity, totals
        self.card.show_entity(entity)
        self.facts.show_entity(entity)
        self.facts.setVisible(bool(entity.identifiers))
        self.map.show_entity(entity, outlines)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def show_list(self, which: int) -> None:
        """Mark which list is below."""
        self._segments.button(which).setChecked(True)

    def _build_middle(self) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.note)
        left.addWidget(self.facts)
        left.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addLayout(left, 3)
        middle.addWidget(self.map, 2, Qt.AlignmentFlag.AlignTop)
        return middle

    def _build_segments(self) -> QHBoxLayout:
        self._segments = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(4)
        for which in (MENTIONS, COMPANY):
            button = QToolButton()
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self._segments.addButton(button, which)
            line.addWidget(button)
        line.addStretch()
        self.confirmed_only = QToolButton()
        self.confirmed_only.setCheckable(True)
        self.confirmed_only.setProperty("role", "choose")
        self.confirmed_only.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.confirmed_only.toggled.connect(self.confirmed_only_changed)
        line.addWidget(self.confirmed_only)
        self._segments.idClicked.connect(self.list_chosen)
        self.show_list(MENTIONS)
        return line

    def _retranslate(self) -> None:
        self.network_button.setText(self.tr("Network"))
        self.network_button.setToolTip(self.tr("Show the network around this name"))
        self.confirmed_only.setText(self.tr("Confirmed only"))
        self.confirmed_only.setToolTip(
            self.tr("Leave out what the machine found and nobody has confirmed")
        )
        for which, text in ((MENTIONS, self.tr("Mentions")), (COMPANY, self.tr("Appears with"))):
            self._segments.button(which).setText(text)
        entity, totals = self._entity, self._totals
        if entity is None:
            return
        parts: list[str] = []
        if totals.article_count:
            parts.append(mention_count(totals.mention_count))
            parts.append(self.tr("in %n article(s)", "", totals.article_count))
        days = [readable_date(day) for day in (totals.first_date, totals.last_date) if day]
        parts += [" – ".join(dict.fromkeys(days))] if days else []
        self._count_line.setText(" · ".join(parts))
        self._count_line.setVisible(bool(parts))
