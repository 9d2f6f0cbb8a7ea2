"""Choose an entity of the article or of the library, beside a mention."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from reader.core.entities import Entity
from reader.core.search import Hit, HitKind
from reader.ui.background import LibraryThread
from reader.ui.correcting.candidates import Candidate, of_library, spoken
from reader.ui.correcting.popup import Popup
from reader.ui.correcting.rename_popup import NameEdit
from reader.ui.correcting.scoped_menu import ScopeRow
from reader.ui.keys import ENTER
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample
from reader.ui.panel.row_delegate import AnyIndex, RowDelegate
from reader.ui.plain_text import one_line, plain_tooltip, scaled_font
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.store.library import Library

_CANDIDATE = Qt.ItemDataRole.UserRole
_MARGIN = 10
_ROWS = 6  # that are seen at once
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CandidateDelegate(RowDelegate):
    """Paint a candidate: its kind's sample, its name, and beneath what speaks for it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows."""
        small = QFontMetrics(scaled_font(option.font, 0.9))
        return QSize(0, QFontMetrics(option.font).height() + small.height() + 9)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a candidate."""
        candidate: Candidate = index.data(_CANDIDATE)
        text, muted = self.paint_background(painter, option, theme)
        rect = option.rect.adjusted(_MARGIN, 3, -_MARGIN, -4)
        metrics = QFontMetrics(option.font)
        sample = QRectF(rect.left(), 0, SAMPLE_SIZE.width(), SAMPLE_SIZE.height())
        sample.moveTop(rect.top() + (metrics.height() - SAMPLE_SIZE.height()) / 2)
        paint_kind_sample(painter, sample, candidate.kind, theme)
        rect.adjust(SAMPLE_SIZE.width() + 8, 0, 0, 0)
        right = Qt.TextElideMode.ElideRight
        painter.setPen(text)
        name = metrics.elidedText(one_line(candidate.name), right, rect.width())
        painter.drawText(rect.adjusted(0, 0, 0, metrics.height() - rect.height()), _LEFT, name)
        font = scaled_font(option.font, 0.9)
        painter.setFont(font)
        painter.setPen(muted)
        reason = QFontMetrics(font).elidedText(one_line(candidate.reason), right, rect.width())
        painter.drawText(rect.adjusted(0, metrics.height(), 0, 0), _LEFT, reason)


class EntityPicker(Popup):
    """Type, go down, press Enter; what the article names comes before the library's others.

    `of_article` returns the article's candidates for what is typed.
    """

    entity_chosen = Signal(str)  # its id
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        title: str,
        *,
        of_article: Callable[[str], list[Candidate]],
        without: str,
        library: LibraryThread,
        theme: Theme,
        back_to: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(title, back_to=back_to, parent=parent)
        self._of_article = of_article
        self._without = without
        self._library = library
        self.scopes: ScopeRow | None = None
        self.edit = NameEdit()
        self.edit.setPlaceholderText(self.tr("Find a name in the article or the library"))
        self.edit.setAccessibleName(self.tr("Find a name in the article or the library"))
        self.list = QListWidget()
        delegate = CandidateDelegate(self.list)
        delegate.set_theme(theme)
        self.list.setItemDelegate(delegate)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(title)
        self._nothing = QLabel(self.tr("No such name in the article or the library."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self.column.addWidget(self.edit)
        self.column.addWidget(self.list)
        self.column.addWidget(self._nothing)
        self.edit.textChanged.connect(self._fill)
        self.edit.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self._fill("")
        self._row_height = self.list.sizeHintForRow(0) if self.list.count() else 40
        self.list.setFixedHeight(max(3, min(_ROWS, self.list.count())) * self._row_height + 2)

    def add_scopes(self, scopes: ScopeRow) -> None:
        """Let it be said here, too, how far the choice reaches."""
        self.scopes = scopes
        self.column.insertWidget(1, scopes)

    def first_focus(self) -> QWidget:
        """Return the line."""
        return self.edit

    def reduce(self, height: int) -> None:
        """List fewer rows, but two."""
        left = max(2 * self._row_height, self.list.height() - height)
        self.list.setFixedHeight(left)

    def shown(self) -> list[Candidate]:
        """Return the candidates that are listed."""
        return [self.list.item(row).data(_CANDIDATE) for row in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line, and choose with Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in ENTER and self.list.currentItem() is not None:
            self._choose(self.list.currentItem())
            return True
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS,
            Qt.Key.Key_PageUp: -_ROWS,
        }
        step = steps.get(Qt.Key(event.key())) if watched is self.edit else None
        if step is not None and self.list.count():
            row = max(0, min(self.list.currentRow() + step, self.list.count() - 1))
            self.list.setCurrentRow(row)
            return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        typed = one_line(typed)
        self.list.clear()
        self._add(self._of_article(typed))
        if typed:
            self._search(typed)

    def _add(self, candidates: Sequence[Candidate]) -> None:
        for candidate in candidates:
            item = QListWidgetItem(one_line(candidate.name), self.list)
            item.setData(_CANDIDATE, candidate)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(candidate))
            item.setToolTip(plain_tooltip(f"{candidate.name}\n{candidate.reason}"))
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self._nothing.setVisible(self.list.count() == 0)

    def _search(self, typed: str) -> None:
        def find(library: "Library") -> tuple[list[Hit], dict[str, Entity]]:
            groups = library.search.find(typed, kinds=[HitKind.ENTITY], limit=20)
            hits = [hit for group in groups for hit in group.hits]
            found = (library.entity(hit.entity_id) for hit in hits)
            return hits, {entity.id: entity for entity in found if entity is not None}

        def done(found: tuple[list[Hit], dict[str, Entity]]) -> None:
            if isValid(self) and self.isVisible() and one_line(self.edit.text()) == typed:
                listed = [self._without, *(each.entity_id for each in self.shown())]
                self._add(of_library(*found, listed))

        self._library.call(find, done=done, failed=self.failed.emit)

    def _choose(self, item: QListWidgetItem) -> None:
        candidate: Candidate = item.data(_CANDIDATE)
        self.leave()
        self.entity_chosen.emit(candidate.entity_id)
