"""The panel's page of annotations: filters, what is to be reviewed, the list, several at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.core.annotations import Annotation, Colour
from reader.ui.annotations.filter_line import AnnotationFilterLine
from reader.ui.annotations.known import AnnotationFilter, Known
from reader.ui.annotations.nothing import NothingThere
from reader.ui.annotations.several_bar import SeveralBar
from reader.ui.annotations.tag_popup import TagPopup
from reader.ui.panel.annotation_list import AnnotationList
from reader.ui.theme import Theme

_FEW = 4
"""Up to as many annotations there is nothing to filter."""


class ReviewLine(QFrame):
    """Say that some annotations wait for the user, and lead to them."""

    review_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewLine")
        self._counts = (0, 0)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self.button = QPushButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 6, 8, 6)
        line.addWidget(self._label, 1)
        line.addWidget(self.button)
        self.button.clicked.connect(lambda _checked=False: self.review_requested.emit())
        self.set_counts(0, 0)

    def set_counts(self, in_doubt: int, orphans: int) -> None:
        """Show how many annotations may be elsewhere, and how many are nowhere."""
        self._counts = (in_doubt, orphans)
        self.setVisible(bool(in_doubt or orphans))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        in_doubt, orphans = self._counts
        said: list[str] = []
        if in_doubt:
            said.append(self.tr("%n to review", "", in_doubt))
        if orphans:
            said.append(self.tr("%n without a place", "", orphans))
        self._label.setText(" · ".join(said))
        self.button.setText(self.tr("Review"))
        self.button.setAccessibleName(self.tr("Review annotations that lost their place"))


class AnnotationPage(QWidget):
    """Show the annotations of the open article."""

    review_requested = Signal()
    colours_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._known = Known()
        self.filter_line = AnnotationFilterLine()
        self.review_line = ReviewLine()
        self.list = AnnotationList()
        self.several = SeveralBar()
        self.nothing = NothingThere(48)
        self.nothing.clearing_requested.connect(self._on_clearing_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter_line)
        framed = QVBoxLayout()
        framed.setContentsMargins(8, 2, 8, 4)
        framed.addWidget(self.review_line)
        layout.addLayout(framed)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.several)
        self.filter_line.filter_changed.connect(self._on_filter_changed)
        self.filter_line.edit.left_downwards.connect(self.list.setFocus)
        self.filter_line.colours_requested.connect(self.colours_requested)
        self.review_line.review_requested.connect(self.review_requested)
        self.list.chosen_changed.connect(self.several.set_count)
        self.several.colour_chosen.connect(self._on_colour_chosen)
        self.several.tag_requested.connect(lambda: self._ask_tag(self.list.chosen()))
        self.several.copy_requested.connect(
            lambda: self.list.wishes.copy_wanted.emit(self.list.chosen())
        )
        self.several.deletion_requested.connect(
            lambda: self.list.wishes.deletion_wanted.emit(self.list.chosen())
        )
        self.list.wishes.new_tag_wanted.connect(self._on_new_tag_wanted)
        self._show_state()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.filter_line.set_theme(theme)
        self.list.set_theme(theme)
        self.several.set_theme(theme)

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """List the annotations of the open article; what is being typed stays."""
        self.list.set_annotations(annotations)
        if not annotations and self.filter_line.filter != AnnotationFilter():
            self.filter_line.clear()
        self._offer()
        self._show_state()

    def set_known(self, known: Known) -> None:
        """Take what is known of colours, tags and entities."""
        self._known = known
        self.list.set_known(known)
        self.filter_line.set_known(known)
        self.several.set_known(known)
        self._offer()

    def set_in_doubt(self, in_doubt: int, orphans: int) -> None:
        """Show how many annotations of the article have no place in its text."""
        self.review_line.set_counts(in_doubt, orphans)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_state()

    def _offer(self) -> None:
        """Offer the tags and names that the article's annotations have."""
        tags = dict.fromkeys(tag for each in self.list.all() for tag in each.tags)
        linked = {e.id: e for each in self.list.all() for e in self._known.linked(each)}
        self.filter_line.set_offered(sorted(tags, key=str.casefold), list(linked.values()))

    def _show_state(self) -> None:
        total, shown = self.list.total, self.list.shown_count
        is_filtered = self.filter_line.filter != AnnotationFilter()
        self.filter_line.setVisible(total > _FEW or is_filtered)
        self.list.setVisible(shown > 0)
        self.nothing.setVisible(shown == 0)
        words = (
            self.tr("No annotation is like that.")
            if total
            else self.tr("Select text in the article to annotate it.")
        )
        self.nothing.say(words, is_filtered=total > 0)

    def _on_clearing_requested(self) -> None:
        self.filter_line.clear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_filter_changed(self, wanted: AnnotationFilter) -> None:
        self.list.set_filter(wanted)
        self._show_state()

    def _on_colour_chosen(self, colour: Colour) -> None:
        self.list.wishes.colour_wanted.emit(self.list.chosen(), colour)

    def _on_new_tag_wanted(self, chosen: list[Annotation]) -> None:
        if len(chosen) > 1:
            self._ask_tag(chosen)

    def _ask_tag(self, chosen: list[Annotation]) -> None:
        if self._theme is None or not chosen:
            return
        popup = TagPopup(self._known.tags, self._theme, self)
        popup.tag_entered.connect(lambda tag: self.list.wishes.tag_wanted.emit(chosen, tag))
        popup.open_at(self.several.mapToGlobal(QPoint(8, 0)))
