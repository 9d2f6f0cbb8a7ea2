"""Find in the open article: between the bar, the search and the marks in the text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from reader.core.finding import Matches, Query
from reader.core.folding import WORD
from reader.ui.article_controller import ArticleController
from reader.ui.finding.bar import FindBar
from reader.ui.finding.finder import Finder
from reader.ui.opened_article import OpenedArticle
from reader.ui.reading.overview import Layer, OverviewStrip
from reader.ui.reading.view import ReadingView
from reader.ui.theme import Theme

_LONGEST_TAKEN = 100
"""Code points of a selection that is taken as what to look for."""


class FindDesk(QObject):
    """Mark what is looked for, go from one match to the next, and leave the caret there."""

    def __init__(
        self,
        controller: ArticleController,
        view: ReadingView,
        strip: OverviewStrip,
        *,
        begin_jump: Callable[[int], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.bar = FindBar()
        self._controller = controller
        self._view = view
        self._strip = strip
        self._begin_jump = begin_jump
        self._theme: Theme | None = None
        self._finder = Finder(self)
        self._origin = 0  # where one was when the search began
        self._current: int | None = None  # the offset of the match at which one is
        self._goes = False  # to the first match, once it is found
        self._has_jumped = False  # since the bar was opened
        self._round = 0
        self._finder.changed.connect(self._on_found)
        self.bar.query_changed.connect(self._on_query_changed)
        self.bar.step_requested.connect(self.step)
        self.bar.leave_requested.connect(self.close)
        view.selection_span_changed.connect(self._on_selection_changed)
        strip.mark_clicked.connect(self._on_mark_clicked)
        controller.article_opened.connect(self._on_article_opened)
        view.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Return whether the bar is there."""
        return not self.bar.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.bar.set_theme(theme)
        self._show_marks()

    def open(self) -> None:
        """Open the bar, with what is selected or else what was looked for last."""
        document, span = self._controller.document, self._view.selected_span()
        if document is None:
            return
        if not self.is_open:
            self._has_jumped = False
        words = document.text[slice(*span)].partition("\n")[0] if span else ""
        self._origin = span[0] if span else self._view.reading_offset()
        self._current = None
        if 0 < len(words) <= _LONGEST_TAKEN:
            self.bar.set_words(words)
        self.bar.show()
        self.bar.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.edit.selectAll()
        self._find(self.bar.query())

    def show_words(self, words: str, at: int) -> None:
        """Mark words that were searched elsewhere, from where one has jumped to; keep the focus.

        Words that don't stand in a row in quotation marks are looked for one by one.
        """
        if self._controller.document is None or not WORD.search(words):
            return
        bare = words.strip()
        is_phrase = len(bare) > 1 and bare[0] in '"“«' and bare[-1] in '"”»'
        bare = bare[1:-1] if is_phrase else bare
        self.bar.set_words(bare, any_word=not is_phrase and len(bare.split()) > 1)
        self._origin, self._current, self._has_jumped = at, at, True
        self.bar.show()
        self._find(self.bar.query(), goes=False)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match, round the end; open the bar if need be."""
        if self._controller.document is None:
            return
        if not self.is_open or self.bar.query().is_empty:
            self.open()
            return
        matches = self._finder.matches
        if not len(matches):
            return
        at = self._origin if self._current is None else self._current
        here = matches.index_from(at)
        is_on = here < len(matches) and matches[here][0] == self._current
        wanted = here + step if is_on else here + min(0, step)
        self._round = 0 if 0 <= wanted < len(matches) else step
        self._go_to(matches[wanted % len(matches)])

    def close(self) -> None:
        """Take the bar away; the caret or the selection stays at the match."""
        if not self.is_open:
            return
        match = self._match()
        had_focus = self.bar.isAncestorOf(self.bar.window().focusWidget() or self._view)
        self.bar.hide()
        self._finder.stop()
        self._current = None
        self._show_marks()
        if match is not None and self._view.is_on_page(match[0]):
            self._view.select_span(*match)
        if had_focus:
            self._view.setFocus()

    def leave(self) -> None:
        """Close without a trace where the article is not seen any more."""
        if self.is_open and not self._view.isVisible():
            self.bar.hide()
            self._finder.stop()
            self._show_marks()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape close the bar from the text too, and take it away with the text."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.leave()
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and self.is_open and not self._view.caret_mode:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.close()
                return True
        return super().eventFilter(watched, event)

    # Inside

    def _on_query_changed(self, query: Query) -> None:
        if self._current is not None:
            self._origin = self._current
        self._current = None
        self._find(query)

    def _find(self, query: Query, *, goes: bool = True) -> None:
        document = self._controller.document
        if document is None:
            return
        self._goes, self._round = goes, 0
        self._finder.set_text(document.text)
        self._finder.find(query, self._origin)

    def _on_found(self) -> None:
        first = self._finder.first() if self._goes else None
        if first is not None:
            self._goes = False
            self._go_to(self._finder.matches[first])
        else:
            self._show_marks()

    def _go_to(self, match: tuple[int, int]) -> None:
        self._current = match[0]
        if not self._view.is_on_page(match[0]):
            if not self._has_jumped:
                self._begin_jump(match[0])
            self._has_jumped = True
            self._view.ensure_visible(*match)
        self._show_marks()

    def _match(self) -> tuple[int, int] | None:
        matches = self._finder.matches
        index = len(matches) if self._current is None else matches.index_from(self._current)
        found = matches[index] if index < len(matches) else None
        return found if found is not None and found[0] == self._current else None

    def _show_marks(self) -> None:
        matches = self._finder.matches if self.is_open else Matches()
        match = self._match() if self.is_open else None
        number = 0 if match is None else matches.index_from(match[0]) + 1
        self._view.set_matches(matches if len(matches) else None, current=match)
        self.bar.set_found(
            number, len(matches), done=self._finder.is_done, round_the_end=self._round
        )
        if self._theme is not None:
            self._strip.set_layer(Layer.MATCHES, matches.starts, self._theme.accent)

    def _on_selection_changed(self, span: tuple[int, int] | None) -> None:
        if span is not None and self.is_open:
            self._origin, self._current = span[0], None  # where the search goes on
            self._show_marks()

    def _on_mark_clicked(self, layer: Layer, offset: int) -> None:
        matches = self._finder.matches
        if layer is Layer.MATCHES and self.is_open:
            index = matches.index_from(offset)
            if index < len(matches):
                self._round = 0
                self._go_to(matches[index])

    def _on_article_opened(self, article: OpenedArticle) -> None:
        self._current, self._has_jumped, self._origin = None, False, article.offset
        if self.is_open:
            self._find(self.bar.query(), goes=False)
        else:
            self._finder.set_text("")
