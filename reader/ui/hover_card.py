"""The card that appears while the pointer rests on a mention."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.entities import Entity, Note
from reader.core.pages import EntityTotals
from reader.core.wikilinks import plain_text
from reader.ui.kind_sample import KindSample
from reader.ui.kinds import kind_name, mention_count
from reader.ui.placing import beside
from reader.ui.plain_text import PlainLabel, one_line, scaled_font
from reader.ui.theme import Theme

_WIDTH = 290
_NOTE_LINES = 4
_MOST = 2000  # characters of a note that are looked at


class HoverCard(QFrame):
    """Show name, kind, counts and the first lines of the note on one entity."""

    entity_shown = Signal(str)  # its id: its card is there now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The pointer belongs to the text below: the card must not keep itself open.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sample = KindSample()
        self._name = PlainLabel(max_lines=3)
        self._name.setFont(scaled_font(self.font(), 1.1, bold=True))
        self._kind = QLabel()
        self._kind.setProperty("role", "muted")
        self._totals = PlainLabel(max_lines=2)
        self._totals.setProperty("role", "muted")
        self._entity_id = ""
        self._place: tuple[QRect, QRect] | None = None
        self._reason = PlainLabel(max_lines=2)
        self._reason.setProperty("role", "muted")
        self._reason.setFont(scaled_font(self.font(), 0.9))
        self._candidates = PlainLabel(max_lines=3)
        self._note = PlainLabel(max_lines=_NOTE_LINES)
        self._tags = PlainLabel(max_lines=2)
        self._tags.setProperty("role", "muted")
        self._tags.setFont(scaled_font(self.font(), 0.9))
        kind_line = QHBoxLayout()
        kind_line.setSpacing(7)
        kind_line.addWidget(self._sample)
        kind_line.addWidget(self._kind, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(5)
        layout.addWidget(self._name)
        layout.addLayout(kind_line)
        layout.addWidget(self._totals)
        layout.addWidget(self._candidates)
        layout.addWidget(self._reason)
        layout.addWidget(self._note)
        layout.addWidget(self._tags)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._sample.set_theme(theme)

    def set_entity(
        self,
        entity: Entity,
        *,
        count: int,
        demonyms: int = 0,
        note: Note | None = None,
        articles: int = 0,
        reason: str = "",
        candidates: Sequence[str] = (),
        tags: Sequence[str] = (),
    ) -> None:
        """Show `entity`, which the article names `count` times.

        `demonyms` is how often a demonym stands for it, `articles` the number of other articles
        that mention it, 0 for unknown or none. `reason` is why the mention means it, `candidates`
        are the names of those whom an open name may mean.
        """
        if entity.id != self._entity_id:
            self._totals.setText("")
            self._totals.hide()
        self._entity_id = entity.id
        self._name.setText(one_line(entity.name))
        self._sample.set_kind(entity.kind)
        facts = [kind_name(entity.kind), mention_count(count, demonyms)]
        if articles:
            facts.append(self.tr("%n other article(s)", "", articles))
        self._kind.setText(" · ".join(facts))
        names = " · ".join(one_line(name) for name in candidates)
        self._candidates.setText(self.tr("May be: {0}").format(names) if names else "")
        self._candidates.setVisible(bool(names))
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        text = note.text if note is not None else ""
        # Lines are kept apart as the user wrote them, empty ones dropped.
        lines = [line.strip() for line in plain_text(text[:_MOST]).splitlines() if line.strip()]
        self._note.setText("\u2028".join(lines[:_NOTE_LINES]))
        self._note.setVisible(bool(lines))
        self.setAccessibleName(", ".join([entity.name, *facts]))
        self._tags.setText("  ".join(f"#{one_line(tag)}" for tag in tags))
        self._tags.setVisible(bool(tags))
        said = [self._totals.text(), self._candidates.text(), reason, *lines[:_NOTE_LINES], *tags]
        self.setAccessibleDescription(" ".join(part for part in said if part))

    def set_totals(self, entity_id: str, totals: EntityTotals) -> None:
        """Show how often the library names the entity, if the card is still its."""
        if entity_id != self._entity_id or not totals.article_count:
            return
        words = self.tr("In the library: {mentions} in {articles}").format(
            mentions=mention_count(totals.mention_count, 0),
            articles=self.tr("%Ln article(s)", "", totals.article_count),
        )
        if self._totals.text() != words:
            self._totals.setText(words)
            self._totals.show()
            self.setAccessibleDescription(f"{words} {self.accessibleDescription()}".strip())
        if self._place is not None and not self.isHidden():
            self._lay_beside(*self._place)

    def place_beside(self, rect: QRect, bounds: QRect) -> None:
        """Show the card above `rect`, or below where there is no room, inside `bounds`.

        Both are in the coordinates of the card's parent.
        """
        self._place = (rect, bounds)
        self._lay_beside(rect, bounds)
        self.show()
        self.raise_()
        self.entity_shown.emit(self._entity_id)

    def _lay_beside(self, rect: QRect, bounds: QRect) -> None:
        self.ensurePolished()
        width = min(_WIDTH, bounds.width())
        self.setGeometry(beside(rect, bounds, QSize(width, self._height(width)), gap=8))

    def _height(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        return layout.totalHeightForWidth(width)
