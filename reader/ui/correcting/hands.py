"""What is done to the name at hand: the one that is selected, or that was gone to."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal

from reader.core.corrections import Scope, Target
from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind, Mention
from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.correcting.book import CorrectionBook
from reader.ui.correcting.rescoping import Done
from reader.ui.correcting.targets import (
    is_open,
    moved_bounds,
    overlapping,
    target_of,
    to_confirm,
)
from reader.ui.reading.view import ReadingView


class CorrectingHands(QObject):
    """Say of the name at hand what the user wants said, as far as `scope` reaches."""

    question_met = Signal(object)  # Mention: it can't be confirmed, as nothing says whom it means
    missed = Signal(str)  # a sentence on what to do first

    def __init__(
        self,
        book: CorrectionBook,
        controller: ArticleController,
        presenter: ArticlePresenter,
        view: ReadingView,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.scope = Scope.ARTICLE
        self._book = book
        self._controller = controller
        self._presenter = presenter
        self._view = view
        self._bounded: Done | None = None  # the last change of boundaries
        self._is_bounding = False  # it is on its way
        self._waiting: list[Callable[[], None]] = []  # further ones
        book.rescopable_done.connect(self._on_done)
        controller.recognition_changed.connect(lambda _article: self._go_on())
        controller.article_opened.connect(lambda _article: self.forget())

    # ---- what is at hand

    def mention(self) -> Mention | None:
        """Return the mention that the selection is about, else the one that was gone to."""
        span = self._view.selected_span()
        if span is None:
            return self._presenter.current_mention
        found = overlapping(self._mentions(), *span)
        return found[0] if len(found) == 1 else None

    def bare_selection(self) -> tuple[int, int] | None:
        """Return the selected span where it isn't just one mention; None for none."""
        span = self._view.selected_span()
        mention = self.mention()
        if span is None or (mention is not None and span == (mention.start, mention.end)):
            return None
        return span

    def entity(self, mention: Mention) -> Entity | None:
        """Return whom a mention means."""
        recognition = self._controller.recognition
        entities = recognition.entities if recognition else ()
        return next((each for each in entities if each.id == mention.entity_id), None)

    def text(self, start: int, end: int) -> str:
        """Return a passage of the article."""
        document = self._controller.document
        return document.text[start:end] if document else ""

    def rect(self, start: int, end: int) -> QRect:
        """Return where a passage is seen, in the viewport."""
        return self._view.span_rect(start, end)

    # ---- acts

    def confirm(self, mention: Mention | None = None) -> None:
        """Vouch for a mention; for an open question, ask whom it means."""
        mention = mention or self._needed()
        if mention is None:
            return
        if is_open(mention):
            self.question_met.emit(mention)
            return
        self._confirm([mention], self.scope)

    def confirm_visible(self) -> None:
        """Vouch for every mention that is seen, and for no other."""
        start = self._view.reading_offset()
        seen: list[Mention] = []
        for mention in overlapping(self._shown_mentions(), start, 1 << 62):
            if self._view.span_rect(mention.start, mention.end).isNull():
                break
            seen.append(mention)
        self._confirm(seen, Scope.MENTION)

    def confirm_entity(self, mention: Mention | None = None) -> None:
        """Vouch for every mention in the article of whom a mention means."""
        mention = mention or self._needed()
        if mention is not None:
            same = [each for each in self._mentions() if each.entity_id == mention.entity_id]
            self._confirm(same, Scope.ARTICLE)

    def reject(self, mention: Mention | None = None) -> None:
        """Let a mention be nobody's."""
        mention = mention or self._needed()
        if mention is not None:
            self._book.reject(self._target(mention))
            self._clear_selection()

    def set_kind(self, kind: Kind) -> None:
        """Let the name at hand be of a kind; what is selected becomes a name of it."""
        span, mention = self.bare_selection(), self.mention()
        if span is not None:
            self.mark(span, kind)
        elif mention is not None:
            self.change_kind(mention, kind)
        else:
            self._needed()

    def change_kind(self, mention: Mention, kind: Kind) -> None:
        """Let a mention be of another kind; it is confirmed where it is of that already."""
        if mention.kind is kind:
            self.confirm(mention)
        else:
            self._book.change_kind(self._target(mention), kind)
        self._clear_selection()

    def mark(self, span: tuple[int, int], kind: Kind) -> None:
        """Make a name of a kind of a passage, and of a name in it that had other boundaries."""
        document = self._controller.document
        if document is None:
            return
        there = overlapping(self._mentions(), *span)
        if not there:
            self._book.mark(Target(document.id, *span, Scope.MENTION), kind)
        elif (there[0].start, there[0].end) == span:
            self.change_kind(there[0], kind)
        else:
            first = there[0]
            target = Target(document.id, first.start, first.end, Scope.MENTION, kind)
            self._book.change_bounds(target, *span)
        self._clear_selection()

    def rebound(self, span: tuple[int, int]) -> None:
        """Let the one mention that a passage reaches into have its boundaries."""
        mention = self.mention()
        if mention is not None:
            self._book.change_bounds(self._bound_target(mention, span), *span)
            self._clear_selection()

    def move_bounds(self, *, at_start: bool, outwards: bool) -> None:
        """Take one word more or less into the name at hand."""
        if self._is_bounding:  # what it will be about is not known yet
            self._waiting.append(lambda: self.move_bounds(at_start=at_start, outwards=outwards))
            return
        mention, document = self._needed(), self._controller.document
        if mention is None or document is None:
            return
        start, end = mention.start, mention.end
        span = moved_bounds(document, start, end, at_start=at_start, outwards=outwards)
        if span is None:
            self.missed.emit(self.tr("There is no further word on that side."))
            return
        target = self._bound_target(mention, span)
        before, self._bounded = self._bounded, None
        if before is not None and before.span == (start, end) and before.take_back():
            target = before.target  # one change, with one name that it was about
            if span == (target.start, target.end):
                return
        self._is_bounding = True
        self._book.change_bounds(target, *span)

    def link(self, mention: Mention, entity_id: str) -> None:
        """Let a mention mean another entity."""
        self._book.link(self._target(mention), entity_id)
        self._clear_selection()

    # ---- inside

    def _target(self, mention: Mention) -> Target:
        document = self._controller.document
        assert document is not None
        return target_of(document.id, mention, self.scope)

    def _bound_target(self, mention: Mention, span: tuple[int, int]) -> Target:
        """Return the target of other boundaries; who is named after the old ones goes with them."""
        entity, target = self.entity(mention), self._target(mention)
        is_own_name = entity is not None and entity.name == self.text(mention.start, mention.end)
        has_note = mention.entity_id in self._controller.notes
        if is_own_name and not has_note and mention.kind is not Kind.DEMONYM:
            return Target(target.document_id, target.start, target.end, target.scope, target.kind)
        return target

    def _confirm(self, mentions: list[Mention], scope: Scope) -> None:
        document, recognition = self._controller.document, self._controller.recognition
        if document is None or recognition is None:
            return
        targets = to_confirm(document, recognition, mentions, scope)
        if targets:
            self._book.confirm(targets)
        else:
            self.missed.emit(self.tr("Confirmed already."))

    def _needed(self) -> Mention | None:
        mention = self.mention()
        if mention is None:
            self.missed.emit(self.tr("Go to a name first (J), or select one in the text."))
        return mention

    def _mentions(self) -> tuple[Mention, ...]:
        recognition: Recognition | None = self._controller.recognition
        return recognition.mentions if recognition else ()

    def _shown_mentions(self) -> list[Mention]:
        return self._presenter.visible_mentions()

    def _clear_selection(self) -> None:
        cursor = self._view.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self._view.setTextCursor(cursor)

    def _on_done(self, done: Done) -> None:
        is_bound = done.span != (done.target.start, done.target.end)
        self._bounded = done if is_bound else None

    def _go_on(self) -> None:
        self._is_bounding = False
        if self._waiting:
            self._waiting.pop(0)()

    def forget(self) -> None:
        """Wait for nothing that is on its way."""
        self._bounded = None
        self._is_bounding = False
        self._waiting.clear()
