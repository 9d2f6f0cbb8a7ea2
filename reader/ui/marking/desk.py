"""What hands do with marks in the text: pick one of several, move its ends, see where they are."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QRect, QSettings, Signal
from PySide6.QtWidgets import QMenu

from reader.core.annotations import Annotation
from reader.core.entities import Entity
from reader.core.mentions import Mention
from reader.ui.actions import Actions
from reader.ui.annotation_book import AnnotationBook
from reader.ui.annotations.known import Known
from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.marking.annotation_card import AnnotationCard
from reader.ui.marking.badge import StackBadge
from reader.ui.marking.chooser import MarkChooser
from reader.ui.marking.here import Here, here, sample_icon
from reader.ui.marking.where import Where
from reader.ui.reading.caret import Unit
from reader.ui.reading.view import ReadingView
from reader.ui.theme import Theme

_CHOOSER_WIDTH = 330
_MOST_HERE = 30
_ENDS = {  # the actions that move a name's ends move an annotation's too: which end, which way
    "start_earlier": (True, -1),
    "start_later": (True, 1),
    "end_later": (False, 1),
    "end_earlier": (False, -1),
}


class MarkingDesk(QObject):
    """Let hands reach every mark of the open article."""

    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back

    def __init__(
        self,
        *,
        controller: ArticleController,
        presenter: ArticlePresenter,
        book: AnnotationBook,
        view: ReadingView,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._presenter = presenter
        self._book = book
        self._view = view
        self._theme: Theme | None = None
        self._stack: tuple[Sequence[Mention | Annotation], int] | None = None  # clicked last
        self.known: Callable[[], Known] = Known  # what colours are called, and linked names
        self.card = AnnotationCard(view.viewport())
        self.badge = StackBadge(view.viewport())
        self._where = Where(view, presenter, told=self._spoken, parent=self)
        self.overview = self._where.strip
        self.chooser: MarkChooser | None = None
        self._wire()

    def _wire(self) -> None:
        view = self._view
        view.annotations_hovered.connect(self._on_annotations_hovered)
        view.mention_hovered.connect(self._on_mention_hovered)
        view.stack_clicked.connect(self._on_stack_clicked)
        view.annotation_stretched.connect(self._change_span)
        view.page_moved.connect(self._on_page_moved)
        view.selection_span_changed.connect(lambda _span: self._hide_small())
        view.marks_changed.connect(self._hide_small)
        view.comment_requested.connect(self._presenter.annotations.annotate_and_comment)
        self.badge.clicked.connect(self._on_badge_clicked)

    def wire_actions(self, actions: Actions) -> None:
        """Connect the window's actions on marks."""
        view, caret = self._view, actions["caret"]
        caret.toggled.connect(lambda on: view.set_caret_mode(on=on))
        view.caret_mode_changed.connect(caret.setChecked)
        actions["select_sentence"].triggered.connect(lambda _checked=False: view.select_around())
        actions["choose_here"].triggered.connect(lambda _checked=False: self.choose_here())
        actions["show_overview"].toggled.connect(lambda shown: self._where.show(shown=shown))
        actions["show_overview"].setChecked(True)

    def over(self, slots: Mapping[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
        """Return what actions on a name do, but for an annotation's ends if one is current."""

        def either(name: str, slot: Callable[[], object]) -> Callable[[], object]:
            return lambda: self.move_end(*_ENDS[name]) or slot()

        return {name: either(name, slot) if name in _ENDS else slot for name, slot in slots.items()}

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.card.set_theme(theme)
        self._where.set_theme(theme)

    def restore(self, state: QSettings, actions: Actions) -> None:
        """Show the overview or not, as `keep` left it."""
        actions["show_overview"].setChecked(state.value("show_overview", "true") == "true")

    def keep(self, state: QSettings) -> None:
        """Remember in `state` whether the overview is shown."""
        state.setValue("show_overview", "false" if self.overview.isHidden() else "true")

    # ---- several marks in one place

    def marks_at(self, offset: int) -> list[Here]:
        """Return the marks of the character at an offset, innermost first."""
        return [self._here(mark) for mark in self._view.marks_over(offset, offset + 1)]

    def add_to_menu(self, menu: QMenu, offset: int) -> None:
        """Let a menu list the marks at an offset, if they are more than a mention."""
        marks = self.marks_at(offset)
        if self._theme is None or not any(isinstance(each.mark, Annotation) for each in marks):
            return
        menu.addSeparator()
        menu.addSection(self.tr("Here"))
        for each in marks:
            action = menu.addAction(sample_icon(each.mark, self._theme), _menu_text(each.title))
            action.setToolTip(each.detail)
            action.triggered.connect(lambda _=False, mark=each.mark: self._choose(mark))

    def choose_here(self) -> None:
        """List what lies where the caret is, or over what is current."""
        current = self._current_annotation()
        span = self._view.current_span() or self._view.selected_span()
        if span is None and current is not None:
            span = (current.start, current.end)
        if self._view.caret_mode and self._view.selected_span() is None:
            span = None
        start, end = span or (self._view.caret_offset(), self._view.caret_offset() + 1)
        marks = self._view.marks_over(start, end)
        if current is not None and (current.start, current.end) == (start, end):
            # A long one has many names in it, which are no part of the stack.
            marks = [mark for mark in marks if isinstance(mark, Annotation) or mark.end >= end]
        if marks:
            self._open_chooser(marks[:_MOST_HERE], self._view.span_rect(start, end))

    def _open_chooser(self, marks: Sequence[Mention | Annotation], rect: QRect) -> None:
        if self._theme is None:
            return
        self._presenter.hover.hide()
        self._hide_small()
        chooser = MarkChooser(
            [self._here(mark) for mark in marks],
            current=self._current_annotation() or self._presenter.current_mention,
            theme=self._theme,
            back_to=self._view,
            parent=self._view.viewport(),
        )
        chooser.mark_chosen.connect(self._choose)
        chooser.open_beside(rect, self._view.viewport().rect(), width=_CHOOSER_WIDTH)
        self.chooser = chooser

    def _choose(self, mark: Mention | Annotation) -> None:
        if isinstance(mark, Mention):
            self._presenter.go_to(mark)
            self._presenter.show_entity(mark.entity_id)
        else:
            self._presenter.annotations.show(mark.id)

    def _on_stack_clicked(self, marks: Sequence[Mention | Annotation], number: int) -> None:
        self.card.hide()
        self._stack = (marks, number) if len(marks) > 1 else None
        if self._stack is None:
            self.badge.hide()
        else:
            self.badge.show_place(number, len(marks), self._badge_rect())

    def _stack_rect(self) -> QRect:
        if self._stack is None:
            return QRect()
        marks, number = self._stack
        return self._view.span_rect(marks[number].start, marks[number].end)

    def _badge_rect(self) -> QRect:
        """Return the first line of the innermost mark as far as the column reaches."""
        innermost = self._stack[0][0] if self._stack is not None else None
        return QRect() if innermost is None else self._view.line_rect(innermost.start)

    def _on_badge_clicked(self) -> None:
        if self._stack is not None:
            self._open_chooser(self._stack[0], self._stack_rect())

    # ---- an annotation's ends

    def move_end(self, at_start: bool, direction: int) -> bool:
        """Move an end of the current annotation by a word; return whether one is current."""
        annotation = self._current_annotation()
        if annotation is None:
            return False
        start, end = annotation.start, annotation.end
        if at_start:
            start = self._begin_of_word(start, direction)
        else:
            end = self._end_of_word(end, direction)
        if start < end:
            self._change_span(annotation.id, start, end)
            self._view.ensure_visible(*((start, start + 1) if at_start else (end - 1, end)))
        return True

    def _begin_of_word(self, offset: int, direction: int) -> int:
        if direction < 0:
            return self._view.moved(offset, Unit.WORD, -1)
        # Over the word's end to the next one's begin, which is the begin of what ends after it.
        after = self._view.moved(self._view.moved(offset, Unit.WORD, 1), Unit.WORD, 1)
        return max(offset, self._view.moved(after, Unit.WORD, -1))

    def _end_of_word(self, offset: int, direction: int) -> int:
        if direction > 0:
            return self._view.moved(offset, Unit.WORD, 1)
        before = self._view.moved(self._view.moved(offset, Unit.WORD, -1), Unit.WORD, -1)
        return min(offset, self._view.moved(before, Unit.WORD, 1))

    def _change_span(self, annotation_id: str, start: int, end: int) -> None:
        before = self._book.annotation(annotation_id)
        if before is not None and (before.start, before.end) != (start, end):
            self._book.change_span(annotation_id, start, end)
            self._view.set_current_annotation(annotation_id)
            self.undoable_done.emit(self.tr("The annotation begins or ends elsewhere now."))

    def _current_annotation(self) -> Annotation | None:
        """Return the current annotation, unless a mention became current since."""
        annotation_id = self._view.annotation_id
        annotation = None if annotation_id is None else self._book.annotation(annotation_id)
        span = self._view.current_span()
        if annotation is None or span not in (None, (annotation.start, annotation.end)):
            return None
        return annotation

    # ---- hovering

    def _on_annotations_hovered(self, annotations: list[Annotation], rect: QRect) -> None:
        told = [each for each in annotations if each.comment.strip() or each.tags]
        if not told and len(annotations) < 2:
            self.card.hide()
            return
        self.card.set_annotations(annotations, self.known())
        self.card.place_beside(rect, self._view.viewport().rect())

    def _on_mention_hovered(self, mention: Mention | None, rect: QRect) -> None:
        """Show what is said of the annotations over a name, below it: its card is above."""
        over = [] if mention is None else self._view.marks_over(mention.start, mention.end)
        told = [each for each in over if isinstance(each, Annotation) and each.comment.strip()]
        bounds, card = self._view.viewport().rect(), self._presenter.hover_card
        if not told or (card.isVisible() and card.geometry().top() > rect.top()):
            self.card.hide()
            return
        self.card.set_annotations(told, self.known())
        self.card.place_beside(rect, bounds.adjusted(0, rect.top() - 1, 0, 0))
        if self.card.geometry().intersects(rect):  # no room below
            self.card.hide()

    def _on_page_moved(self) -> None:
        self.card.hide()
        if not self.badge.isHidden():
            self.badge.place_beside(self._badge_rect())

    def _hide_small(self) -> None:
        self.card.hide()
        self.badge.hide()

    # ---- words

    def _here(self, mark: Mention | Annotation) -> Here:
        return here(mark, entity=self._entity, known=self.known())

    def _spoken(self, mark: Mention | Annotation) -> str:
        return self._here(mark).spoken()

    def _entity(self, entity_id: str) -> Entity | None:
        recognition = self._controller.recognition
        entities = recognition.entities if recognition else ()
        return next((each for each in entities if each.id == entity_id), None)


def _menu_text(title: str) -> str:
    return title.replace("&", "&&")
