"""The page on which the user says where an annotation belongs: both texts side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.placing import Candidate, How
from reader.core.review import ReviewCase, excerpt, side_by_side
from reader.ui.annotations.light_markdown import light_markdown
from reader.ui.annotations.passage_view import PassageView
from reader.ui.icons import icon
from reader.ui.library.article_words import short_date
from reader.ui.page_column import GAP, TOP, ColumnLayout, PageTitle
from reader.ui.plain_text import PlainLabel, one_line
from reader.ui.theme import Theme

_NARROW = 620
"""Pixels under which the two texts stand one below the other."""

_MOST = 5
"""Candidates that are shown, the best first."""


class CandidateCard(QFrame):
    """One place that the passage may be, in its context, and how much alike it is."""

    accepted = Signal(object)  # Candidate
    shown = Signal(object)  # Candidate: to be looked at in the article

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("candidateCard")
        self._number = number
        self._candidate = Candidate(0, 0, 0.0)
        self.likeness = QLabel()
        self.likeness.setProperty("role", "section")
        self.passage = PassageView()
        self.accept_button = QPushButton()
        self.show_button = QToolButton()
        self.show_button.setProperty("role", "link")
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.show_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.likeness)
        column.addWidget(self.passage)
        column.addLayout(buttons)
        self.accept_button.clicked.connect(
            lambda _checked=False: self.accepted.emit(self._candidate)
        )
        self.show_button.clicked.connect(lambda _checked=False: self.shown.emit(self._candidate))

    def show_candidate(self, case: ReviewCase, candidate: Candidate, theme: Theme) -> None:
        """Show a place of today's text beside what it may be."""
        self._candidate = candidate
        _, now = side_by_side(case, candidate.start, candidate.end)
        self.passage.set_theme(theme)
        self.passage.set_excerpt(now, case.placed.annotation.colour, is_old=False)
        self.likeness.setText(
            self.tr("{number}. {likeness}").format(
                number=self._number, likeness=self._words(candidate.score)
            )
        )
        self.accept_button.setText(self.tr("It belongs here"))
        self.accept_button.setAccessibleName(
            self.tr("It belongs here: {passage}").format(passage=one_line(now.passage)[:120])
        )
        self.show_button.setText(self.tr("Show in the article"))

    def _words(self, score: float) -> str:
        percent = round(score * 100)
        if score >= 0.995:
            return self.tr("The same words")
        if score >= 0.9:
            return self.tr("Nearly the same words ({percent} %)").format(percent=percent)
        if score >= 0.7:
            return self.tr("Similar words ({percent} %)").format(percent=percent)
        return self.tr("Some of the words ({percent} %)").format(percent=percent)


class ReviewPage(QWidget):
    """Go through annotations without a place, one at a time."""

    accepted = Signal(object, object)  # ReviewCase, Candidate
    refused = Signal(object)  # ReviewCase
    hand_requested = Signal(object)  # ReviewCase: the user selects the passage in the article
    show_requested = Signal(object, object)  # ReviewCase, Candidate
    delete_requested = Signal(object)  # ReviewCase
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme: Theme | None = None
        self._cases: list[ReviewCase] = []
        self._index = 0
        self.title = PageTitle()
        self.where = PlainLabel(max_lines=2)
        self.explanation = QLabel()
        self.explanation.setProperty("role", "muted")
        self.explanation.setWordWrap(True)
        self.previous_button = QToolButton()
        self.next_button = QToolButton()
        self._old_title = _section()
        self._new_title = _section()
        self.old = PassageView()
        self.comment = PlainLabel(max_lines=8)
        self.comment.setProperty("role", "muted")
        self.cards: list[CandidateCard] = []
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.refuse_button = QPushButton()
        self.hand_button = QPushButton()
        self.delete_button = QPushButton()
        self._lay_out()
        self._wire()
        self._retranslate()

    @property
    def case(self) -> ReviewCase | None:
        """Return what is on show; None for nothing."""
        return self._cases[self._index] if self._cases else None

    @property
    def cases(self) -> Sequence[ReviewCase]:
        """Return all that can be gone through."""
        return self._cases

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.previous_button.setIcon(icon("previous", theme))
        self.next_button.setIcon(icon("next", theme))
        self.old.set_theme(theme)
        self._show()

    def show_cases(self, cases: Sequence[ReviewCase], annotation_id: str = "") -> None:
        """Go through other annotations, from one of them on; else the place in the row stays."""
        known = annotation_id or (self.case.id if self.case else "")
        at = next((n for n, case in enumerate(cases) if case.id == known), None)
        self._cases = list(cases)
        last = max(0, len(self._cases) - 1)
        self._index = min(self._index, last) if at is None else at
        self._show()
        self._scroll.verticalScrollBar().setValue(0)

    def event(self, event: QEvent) -> bool:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the texts side by side, or one below the other where there is no room."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(below if is_narrow else beside)

    # ---- building

    def _lay_out(self) -> None:
        self.title.add_button(self.previous_button)
        self.title.add_button(self.next_button)
        self._card = QFrame()
        self._card.setObjectName("candidateCard")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(8)
        inside.addWidget(self.old)
        inside.addWidget(self.comment)
        left, self._right = QVBoxLayout(), QVBoxLayout()
        for side in (left, self._right):
            side.setSpacing(8)
        left.addWidget(self._old_title)
        left.addWidget(self._card)
        left.addStretch()
        self._right.addWidget(self._new_title)
        self._right.addWidget(self.nothing)
        self._right.addStretch()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(20)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(self._right, 1)
        inner = QWidget()
        inner.setObjectName("reviewSides")
        self._scroll = QScrollArea()
        body = ColumnLayout(inner, top=GAP, view=self._scroll)
        body.addLayout(self._sides)
        body.addStretch()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(inner)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.hand_button)
        buttons.addWidget(self.refuse_button)
        buttons.addStretch()
        buttons.addWidget(self.delete_button)
        above, below = ColumnLayout(top=TOP), ColumnLayout(top=GAP)
        below.addLayout(buttons)
        above.addWidget(self.title)
        above.addWidget(self.where)
        above.addWidget(self.explanation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._scroll, 1)
        column.addLayout(below)

    def _wire(self) -> None:
        self.previous_button.clicked.connect(lambda _checked=False: self._go(-1))
        self.next_button.clicked.connect(lambda _checked=False: self._go(1))
        for button, signal in (
            (self.refuse_button, self.refused),
            (self.hand_button, self.hand_requested),
            (self.delete_button, self.delete_requested),
        ):
            button.clicked.connect(lambda _checked=False, emit=signal.emit: self._tell(emit))

    def _tell(self, emit: Callable[[ReviewCase], None]) -> None:
        if self.case is not None:
            emit(self.case)

    def _go(self, step: int) -> None:
        if self._cases:
            self._index = (self._index + step) % len(self._cases)
            self._show()
            self._scroll.verticalScrollBar().setValue(0)

    def _retranslate(self) -> None:
        self._old_title.setText(self.tr("As you marked it"))
        self.refuse_button.setText(self.tr("None of these"))
        self.hand_button.setText(self.tr("Place it by hand…"))
        self.delete_button.setText(self.tr("Delete the annotation"))
        for button, words in (
            (self.previous_button, self.tr("Previous annotation to review")),
            (self.next_button, self.tr("Next annotation to review")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._show()

    def _show(self) -> None:
        case, theme = self.case, self._theme
        for card in self.cards:
            self._right.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        is_there = case is not None
        for widget in (self._card, self._old_title, self._new_title, self.where):
            widget.setVisible(is_there)
        for button in (self.refuse_button, self.hand_button, self.delete_button):
            button.setVisible(is_there)
        for button in (self.previous_button, self.next_button):
            button.setVisible(len(self._cases) > 1)
        if case is None or theme is None:
            self.title.label.setText(self.tr("Nothing to review"))
            self.explanation.setText(self.tr("Every annotation has its place in today's text."))
            self.nothing.hide()
            return
        self._show_case(case, theme)

    def _show_case(self, case: ReviewCase, theme: Theme) -> None:
        annotation, placing = case.placed.annotation, case.placed.placing
        self.title.label.setText(
            self.tr("Review {number} of {total}").format(
                number=self._index + 1, total=len(self._cases)
            )
        )
        origin = (one_line(case.title), one_line(case.outlet), short_date(case.date))
        self.where.setText(" · ".join(part for part in origin if part))
        candidates = placing.candidates[:_MOST] if placing.how is How.REVIEW else ()
        best = candidates[0] if candidates else None
        was = (
            side_by_side(case, best.start, best.end)[0]
            if best
            else excerpt(case.before, *case.span)
        )
        self.old.set_excerpt(was, annotation.colour, is_old=True)
        self.comment.setText(light_markdown(annotation.comment)[0].replace("\u2028", "\n"))
        self.comment.setVisible(bool(annotation.comment.strip()))
        self._new_title.setText(self.tr("In today's text"))
        self.nothing.setVisible(not candidates)
        self.nothing.setText(
            self.tr(
                "Nothing like it stands in today's text. The annotation is kept as it was, and you "
                "can give it a place by hand."
            )
        )
        self.explanation.setText(
            self.tr(
                "The article's text has changed, and the passage can't be found again for sure. "
                "Words that went are struck through, words that came are underlined."
            )
            if candidates
            else self.tr("The article's text has changed, and the passage is gone from it.")
        )
        self.refuse_button.setVisible(bool(candidates))
        for number, candidate in enumerate(candidates, start=1):
            card = CandidateCard(number)
            card.show_candidate(case, candidate, theme)
            card.accepted.connect(self._on_accepted)
            card.shown.connect(self._on_shown)
            self._right.insertWidget(number, card)
            self.cards.append(card)

    def _on_accepted(self, candidate: Candidate) -> None:
        if self.case is not None:
            self.accepted.emit(self.case, candidate)

    def _on_shown(self, candidate: Candidate) -> None:
        if self.case is not None:
            self.show_requested.emit(self.case, candidate)


def _section() -> QLabel:
    label = QLabel()
    label.setProperty("role", "section")
    return label
