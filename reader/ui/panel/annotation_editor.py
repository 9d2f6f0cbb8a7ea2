"""One annotation in full: its quote, its comment, tags and names to type in, its colours."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.core.annotation_list import LinkedEntity
from reader.core.annotations import Annotation, Colour
from reader.ui.annotations.known import Known
from reader.ui.annotations.link_edit import LinkEdit
from reader.ui.icons import icon
from reader.ui.keys import claims
from reader.ui.notes.markdown_edit import MarkdownEdit
from reader.ui.panel.annotation_delegate import (
    BAR_WIDTH,
    INNER_MARGIN,
    PADDING,
    QUOTE_LINES,
    TEXT_LEFT,
)
from reader.ui.panel.colour_dots import ColourDots
from reader.ui.panel.row_delegate import PANEL_MARGIN
from reader.ui.plain_text import PlainLabel, one_line
from reader.ui.tags.tag_edit import TagEdit
from reader.ui.theme import Theme


class AnnotationEditor(QFrame):
    """Edit one annotation in its row of the list."""

    annotation_changed = Signal(object)  # Annotation
    annotation_deleted = Signal(str)
    history_requested = Signal(object)  # Annotation
    quote_clicked = Signal()
    left = Signal()  # Escape: the keyboard goes back to the list
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._annotation: Annotation | None = None
        self._quote = PlainLabel(max_lines=QUOTE_LINES)
        self._quote.setCursor(Qt.CursorShape.PointingHandCursor)
        self.comment = MarkdownEdit(max_lines=14)
        self.tags = TagEdit()
        self.links = LinkEdit()
        self.known = Known()
        self.offered: Callable[[Annotation], Iterable[LinkedEntity]] = lambda _annotation: ()
        self.dots = ColourDots()
        self._meaning = QLabel()  # of the colour
        self._meaning.setProperty("role", "muted")
        self._meaning.setTextFormat(Qt.TextFormat.PlainText)
        self.history_button, self.delete_button = QToolButton(), QToolButton()
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 0)
        tools.addWidget(self.dots)
        tools.addWidget(self._meaning, 1)
        for button in (self.history_button, self.delete_button):
            button.setIconSize(QSize(16, 16))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tools.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TEXT_LEFT, PADDING, PANEL_MARGIN, PADDING)
        layout.setSpacing(INNER_MARGIN)
        layout.addWidget(self._quote)
        layout.addWidget(self.comment)
        layout.addWidget(self.tags)
        layout.addWidget(self.links)
        layout.addLayout(tools)
        self.setSizePolicy(
            self.sizePolicy().horizontalPolicy(), self._quote.sizePolicy().verticalPolicy()
        )
        self.setAutoFillBackground(False)
        self.comment.text_settled.connect(self._on_comment_settled)
        self.comment.height_changed.connect(self.height_changed)
        self.tags.tags_edited.connect(self._on_tags_edited)
        self.links.links_edited.connect(self._on_links_edited)
        self.dots.colour_chosen.connect(self.set_colour)
        self.history_button.clicked.connect(self._on_history_clicked)
        self.delete_button.clicked.connect(self.delete)
        self._retranslate()

    @property
    def annotation(self) -> Annotation | None:
        """Return the annotation as it was last given or handed on; None for none."""
        return self._annotation

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        for part in (self.comment, self.dots, self.tags, self.links):
            part.set_theme(theme)
        self.history_button.setIcon(icon("history", theme))
        self.delete_button.setIcon(icon("delete", theme))
        self.update()

    def set_known(self, known: Known) -> None:
        """Take what is known of colours, tags and entities."""
        self.known = known
        self.tags.set_known(known.tags)
        self.dots.set_names(known.colours)
        if self._annotation is not None:
            self._show_words(self._annotation)

    def set_annotation(self, annotation: Annotation | None) -> None:
        """Show an annotation; a refresh of the same one never overwrites what is being typed."""
        same = (
            annotation is not None
            and self._annotation is not None
            and annotation.id == self._annotation.id
        )
        if not same:
            self.flush()
        self._annotation = annotation
        self._retranslate()
        if annotation is None:
            self.comment.load("")
            return
        self._quote.setText(one_line(annotation.quote))
        self._show_words(annotation)
        if not same:
            self.tags.field.clear()
            self.links.field.clear()
            self.links.set_offered(self.offered(annotation))
        if not same:
            self.comment.load(annotation.comment)
        elif not self.comment.is_pending:
            self.comment.replace(annotation.comment)
        self.update()

    def flush(self) -> None:
        """Hand on at once what was typed."""
        self.comment.flush()
        self.tags.flush()

    def focus_comment(self) -> None:
        """Put the cursor behind the comment."""
        self.comment.moveCursor(QTextCursor.MoveOperation.End)
        self.comment.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_colour(self, colour: Colour) -> None:
        """Give the annotation another colour, and hand it on with what was typed."""
        if self._annotation is None or self._annotation.colour is colour:
            return
        self.flush()
        comment = self.comment.text()  # given back too late by others, it would be undone
        self._annotation = replace(self._annotation, colour=colour, comment=comment)
        self._show_words(self._annotation)
        self.update()
        self.annotation_changed.emit(self._annotation)

    def delete(self) -> None:
        """Hand on what was typed, so that an undo brings it back, then ask to be deleted."""
        if self._annotation is not None:
            self.flush()
            self.annotation_deleted.emit(self._annotation.id)

    def height_for(self, width: int) -> int:
        """Return the height at a width in pixels; the editor takes that width."""
        if self.width() != width:
            self.resize(width, self.height())
        layout = self.layout()
        assert layout is not None
        # The comment's height is that at its own present width, which it got as it was laid out:
        # what it then asked for was lost.
        layout.invalidate()
        layout.activate()
        inner = width - TEXT_LEFT - PANEL_MARGIN
        heights = (
            self._quote.heightForWidth(inner),
            self.comment.sizeHint().height(),
            self.tags.heightForWidth(inner),
            self.links.heightForWidth(inner),
            max(self.dots.sizeHint().height(), self.delete_button.sizeHint().height()),
        )
        return sum(heights) + 2 * PADDING + 4 * INNER_MARGIN

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def event(self, event: QEvent) -> bool:
        """Keep Escape, and take a press beside the controls as one on the quote."""
        if claims(event, (Qt.Key.Key_Escape,)):
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            self.quote_clicked.emit()
            return True
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.focus_comment()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background of a current row and the colour's bar."""
        if self._theme is None or self._annotation is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.window)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.hover)
        area = QRectF(self.rect()).adjusted(5.5, 1.5, -5.5, -1.5)
        painter.drawRoundedRect(area, 6, 6)
        painter.setBrush(self._theme.annotations[self._annotation.colour].mark)
        bar = QRectF(PANEL_MARGIN, PADDING, BAR_WIDTH, self.height() - 2 * PADDING)
        painter.drawRoundedRect(bar, 2, 2)
        painter.end()

    def _retranslate(self) -> None:
        self.comment.setPlaceholderText(self.tr("Add a comment…"))
        quote = one_line(self._annotation.quote) if self._annotation is not None else ""
        self.comment.setAccessibleName(self.tr("Comment on “{0}”").format(quote[:80]))
        for button, words in (
            (self.history_button, self.tr("History of the annotation…")),
            (self.delete_button, self.tr("Delete the annotation")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _show_words(self, annotation: Annotation) -> None:
        """Show the colour, tags and names."""
        self.dots.set_current(annotation.colour)
        self._meaning.setText(self.known.colours.get(annotation.colour, ""))
        self.tags.set_tags(annotation.tags)
        self.links.set_linked(self.known.linked(annotation))

    def _on_history_clicked(self) -> None:
        self.flush()
        if self._annotation is not None:
            self.history_requested.emit(self._annotation)

    def _on_tags_edited(self, tags: tuple[str, ...]) -> None:
        self._hand_on(lambda each: replace(each, tags=tags))

    def _on_links_edited(self, entity_ids: tuple[str, ...]) -> None:
        if self._annotation is None:
            return
        # Those of whom nothing is known here stay linked.
        unknown = [e for e in self._annotation.entity_ids if e not in self.known.entities]
        ids = (*entity_ids, *(each for each in unknown if each not in entity_ids))
        self._hand_on(lambda each: replace(each, entity_ids=ids))

    def _hand_on(self, change: Callable[[Annotation], Annotation]) -> None:
        """Hand on a change of the annotation with what was typed of its comment."""
        if self._annotation is not None:
            changed = change(replace(self._annotation, comment=self.comment.text()))
            self.comment.mark_kept(changed.comment)
            self._annotation = changed
            self.annotation_changed.emit(changed)
            self.height_changed.emit()

    def _on_comment_settled(self, text: str) -> None:
        self.comment.mark_kept(text)
        if self._annotation is not None and text != self._annotation.comment:
            self._annotation = replace(self._annotation, comment=text)
            self.annotation_changed.emit(self._annotation)
