"""Where in the article marks are: the strip beside the scroll bar, kept abreast of the text."""

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.core.annotations import Annotation, Colour
from reader.core.mentions import Mention
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.reading.overview import WIDTH, Layer, OverviewStrip
from reader.ui.reading.view import ReadingView
from reader.ui.theme import Theme
from reader.ui.timers import single_shot


class Where(QObject):
    """Show annotations and the selected entity's mentions in the strip, and go to them.

    `told` says in words what a mark is.
    """

    def __init__(
        self,
        view: ReadingView,
        presenter: ArticlePresenter,
        *,
        told: Callable[[Mention | Annotation], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._presenter = presenter
        self._told = told
        self._theme: Theme | None = None
        self.strip = OverviewStrip(view)
        self.strip.preview = self._preview
        # Marks change several at a time: they are shown once all have.
        self._timer = single_shot(self, 0, self._show_marks)
        view.marks_changed.connect(self._on_marks_changed)
        self.strip.mark_clicked.connect(self._on_mark_clicked)
        self.strip.place_clicked.connect(view.ensure_visible)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.strip.set_theme(theme)
        self._show_marks()

    def show(self, *, shown: bool) -> None:
        """Show the strip beside the scroll bar, or give its room to the page."""
        self._view.set_side(WIDTH if shown else 0)
        self.strip.setVisible(shown)
        self._show_marks()

    def _on_marks_changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _show_marks(self) -> None:
        theme = self._theme
        if theme is None or self.strip.isHidden():
            return
        annotations = sorted(self._view.annotation_marks(), key=lambda each: each.start)
        marks = {colour: theme.annotations[colour].mark for colour in Colour}
        self.strip.set_layer(
            Layer.ANNOTATIONS,
            [each.start for each in annotations],
            [marks[each.colour] for each in annotations],
        )
        mentions = self._view.selected_mentions()
        colour = theme.kinds[mentions[0].kind].line if mentions else theme.muted
        self.strip.set_layer(Layer.MENTIONS, [each.start for each in mentions], colour)

    def _preview(self, layer: Layer, offset: int) -> str:
        mark = self._mark_from(layer, offset)
        return "" if mark is None else self._told(mark)

    def _on_mark_clicked(self, layer: Layer, offset: int) -> None:
        mark = self._mark_from(layer, offset)
        if isinstance(mark, Annotation):
            self._presenter.annotations.show(mark.id, in_panel=False)
        elif mark is not None:
            self._presenter.go_to(mark)
        else:
            self._view.ensure_visible(offset)

    def _mark_from(self, layer: Layer, start: int) -> Mention | Annotation | None:
        """Return the mark of a layer that begins at an offset; None if it is gone."""
        if layer is Layer.ANNOTATIONS:
            there = (each for each in self._view.annotation_marks() if each.start == start)
            return next(there, None)
        mentions = self._view.selected_mentions() if layer is Layer.MENTIONS else []
        index = bisect_left(mentions, start, key=lambda each: each.start)
        return mentions[index] if mentions[index : index + 1] else None
