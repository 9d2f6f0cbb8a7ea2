"""The page of all annotations: filters, and a list grouped by article."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.annotation_list import AnnotationFacets, AnnotationSort, ListedAnnotation
from reader.core.annotations import Annotation, Colour
from reader.core.placing import How
from reader.ui.annotations.all_delegate import AllAnnotationsDelegate
from reader.ui.annotations.all_rows import AllAnnotationsModel, HeadRow
from reader.ui.annotations.dated_filter_line import DatedFilterLine
from reader.ui.annotations.known import AnnotationFilter, Known
from reader.ui.annotations.nothing import NothingThere
from reader.ui.annotations.panel_page import ReviewLine
from reader.ui.annotations.several_bar import SeveralBar
from reader.ui.annotations.tag_popup import TagPopup
from reader.ui.annotations.wishes import AnnotationMenu, AnnotationWishes
from reader.ui.focus import lead_focus, ring_by_keyboard
from reader.ui.icons import icon
from reader.ui.keys import ENTER, claims
from reader.ui.page_column import EMPTY_TOP, TOP, ColumnLayout, PageTitle
from reader.ui.theme import Theme

_COLOUR_KEYS = {Qt.Key(Qt.Key.Key_1 + i): colour for i, colour in enumerate(Colour)}
_Flag = QItemSelectionModel.SelectionFlag


class AllAnnotationsView(QListView):
    """A click or Enter goes to the passage; with Ctrl and Shift several are chosen."""

    annotation_activated = Signal(object)  # ListedAnnotation
    article_activated = Signal(str)  # document id
    menu_requested = Signal(QPoint)  # of the screen
    chosen_changed = Signal(int)

    def __init__(self, model: AllAnnotationsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.rows = AllAnnotationsDelegate(self)
        self.wishes = AnnotationWishes(self)
        self.setModel(model)
        self.setItemDelegate(self.rows)
        ring_by_keyboard(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        model.modelReset.connect(self._tell_chosen)

    def chosen(self) -> list[Annotation]:
        """Return the annotations that are chosen, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = (self._model.row_at(self._model.index(row)) for row in rows)
        return [each.annotation for each in found if isinstance(each, ListedAnnotation)]

    def event(self, event: QEvent) -> bool:
        """Keep the list's own keys from the window's shortcuts."""
        return claims(event, self._own_keys) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the passage with Enter, delete with Delete, colour with 1–6."""
        key, chosen = Qt.Key(event.key()), self.chosen()
        if key in ENTER:
            self._activate(self._model.row_at(self.currentIndex()))
        elif key == Qt.Key.Key_Delete and chosen:
            self.wishes.deletion_wanted.emit(chosen)
        elif key in _COLOUR_KEYS and chosen:
            self.wishes.colour_wanted.emit(chosen, _COLOUR_KEYS[key])
        elif event.matches(QKeySequence.StandardKey.Copy) and chosen:
            self.wishes.copy_wanted.emit(chosen)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to what was clicked, unless several are being chosen."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and bare and index == self.currentIndex():
            self._activate(self._model.row_at(index))
        elif event.button() == Qt.MouseButton.LeftButton and bare:
            row = self._model.row_at(index)
            if isinstance(row, HeadRow):
                self._activate(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu of what is chosen."""
        if self.chosen():
            self.menu_requested.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: how high they are depends on the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _own_keys(self) -> tuple[Qt.Key, ...]:
        return (*ENTER, Qt.Key.Key_Delete, *_COLOUR_KEYS)

    def _activate(self, row: object) -> None:
        if isinstance(row, ListedAnnotation):
            self.annotation_activated.emit(row)
        elif isinstance(row, HeadRow):
            self.article_activated.emit(row.document_id)

    def _tell_chosen(self) -> None:
        self.chosen_changed.emit(len(self.selectionModel().selectedIndexes()))


class AllAnnotationsPage(QWidget):
    """Show the annotations of all articles."""

    asked = Signal()  # another filter or order
    review_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("allAnnotations")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme: Theme | None = None
        self._known = Known()
        self._facets = AnnotationFacets()
        self.sort = AnnotationSort.ARTICLE
        self.model = AllAnnotationsModel(self)
        self.title = PageTitle()
        self.filter_line = DatedFilterLine()
        self.sort_button = QToolButton()
        self.review_line = ReviewLine()
        self.view = AllAnnotationsView(self.model)
        self.nothing = NothingThere(EMPTY_TOP)
        self.several = SeveralBar()
        self._build_sort()
        self._lay_out()
        lead_focus(self, self.view)
        self.filter_line.filter_changed.connect(lambda _filter: self.asked.emit())
        self.filter_line.edit.left_downwards.connect(self._on_left_downwards)
        self.nothing.clearing_requested.connect(self._on_clearing_requested)
        self.review_line.review_requested.connect(self.review_requested)
        self.view.chosen_changed.connect(self.several.set_count)
        self.view.menu_requested.connect(self._on_menu_requested)
        wishes = self.view.wishes
        self.several.colour_chosen.connect(
            lambda colour: wishes.colour_wanted.emit(self.view.chosen(), colour)
        )
        self.several.tag_requested.connect(lambda: self._ask_tag(self.view.chosen()))
        self.several.copy_requested.connect(lambda: wishes.copy_wanted.emit(self.view.chosen()))
        self.several.deletion_requested.connect(
            lambda: wishes.deletion_wanted.emit(self.view.chosen())
        )
        wishes.new_tag_wanted.connect(self._ask_tag)
        self._retranslate()

    @property
    def filter(self) -> AnnotationFilter:
        """Return which annotations are asked for."""
        return self.filter_line.filter

    @property
    def message(self) -> str:
        """Return what stands in the place of annotations; "" while there are some."""
        return "" if self.model.rowCount() else self.nothing.text()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.filter_line.set_theme(theme)
        self.sort_button.setIcon(icon("sort", theme))
        self.view.rows.set_theme(theme)
        self.several.set_theme(theme)
        self.view.viewport().update()

    def set_known(self, known: Known) -> None:
        """Take what is known of colours, tags and entities."""
        self._known = known
        self.model.known = self.view.rows.known = known
        self.several.set_known(known)
        entities = {each.id: each for each in self._facets.entities}
        self.filter_line.set_known(Known(known.colours, known.tags, entities | {**known.entities}))
        self.view.scheduleDelayedItemsLayout()

    def show_listed(
        self,
        listed: Sequence[ListedAnnotation],
        total: int,
        facets: AnnotationFacets,
        *,
        in_doubt: int,
    ) -> None:
        """List annotations, the first of `total`; scroll position and choice stay if they can."""
        scroll = self.view.verticalScrollBar().value()
        chosen = {each.id for each in self.view.chosen()}
        current = self.model.row_at(self.view.currentIndex())
        self._facets = facets
        self.view.rows.is_grouped = self.sort is AnnotationSort.ARTICLE
        self.model.show(listed, total, is_grouped=self.view.rows.is_grouped)
        self.filter_line.set_offered([tag for tag, _ in facets.tags], facets.entities)
        self.set_known(self._known)
        self.review_line.set_counts(in_doubt, facets.unplaced - in_doubt)
        self.view.doItemsLayout()
        self.view.verticalScrollBar().setValue(scroll)
        self._choose(chosen, current)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # ---- building

    def _build_sort(self) -> None:
        self.sort_button.setIconSize(QSize(18, 18))
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.sort_button)
        self._sorts = QActionGroup(menu)
        for sort in AnnotationSort:
            action = self._sorts.addAction(menu.addAction(""))
            action.setCheckable(True)
            action.setChecked(sort is self.sort)
            action.setData(sort.value)
        self.sort_button.setMenu(menu)
        self._sorts.triggered.connect(self._on_sorted)
        self.filter_line.layout_line.addWidget(self.sort_button)

    def _lay_out(self) -> None:
        head = ColumnLayout(top=TOP)
        head.addWidget(self.title)
        self.filter_line.layout_line.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.filter_line)
        head.addWidget(self.filter_line.dates)
        head.addWidget(self.review_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.several)

    def _retranslate(self) -> None:
        self.title.label.setText(self.tr("Annotations"))
        self.view.setAccessibleName(self.tr("Annotations of all articles"))
        total, everything = self.model.total, self._facets.total
        is_all = total == everything
        self.title.detail.setText(
            self.tr("%Ln annotation(s)", "", total)
            if is_all
            else self.tr("%Ln of {total}", "", total).format(total=everything)
        )
        names = {
            AnnotationSort.ARTICLE: self.tr("By article"),
            AnnotationSort.DATE: self.tr("Newest first"),
        }
        for action in self._sorts.actions():
            action.setText(names[AnnotationSort(action.data())])
        words = self.tr("Order of the annotations")
        self.sort_button.setToolTip(words)
        self.sort_button.setAccessibleName(words)
        words = (
            self.tr("No annotation is like that.")
            if everything
            else self.tr(
                "Select text in an article to annotate it; all annotations are listed here."
            )
        )
        self.nothing.say(words, is_filtered=everything > 0)
        found = self.model.rowCount() > 0
        self.view.setVisible(found)
        self.nothing.setVisible(not found)
        self.filter_line.setVisible(everything > 0)

    # ---- hands

    def _choose(self, chosen: set[str], current: object) -> None:
        selection = self.view.selectionModel()
        for annotation_id in chosen:
            row = self.model.row_of(annotation_id)
            if row is not None:
                selection.select(self.model.index(row), _Flag.Select)
        if isinstance(current, ListedAnnotation):
            row = self.model.row_of(current.annotation.id)
            if row is not None:
                selection.setCurrentIndex(self.model.index(row), _Flag.NoUpdate)

    def _on_clearing_requested(self) -> None:
        self.filter_line.clear()
        self.filter_line.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left_downwards(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            first = 1 if self.model.is_grouped else 0
            self.view.setCurrentIndex(self.model.index(first))

    def _on_sorted(self, action: QAction) -> None:
        self.sort = AnnotationSort(action.data())
        self.asked.emit()

    def _on_menu_requested(self, point: QPoint) -> None:
        chosen = self.view.chosen()
        if self._theme is None or not chosen:
            return
        menu = AnnotationMenu(
            chosen, known=self._known, theme=self._theme, wishes=self.view.wishes, parent=self
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.model.row_at(self.view.currentIndex())
        if len(chosen) == 1 and isinstance(row, ListedAnnotation):
            is_lost = row.how in (How.REVIEW, How.ORPHAN)
            words = self.tr("Review…") if is_lost else self.tr("Show in the article")
            go = menu.add_first(words, "compare" if is_lost else "article")
            go.triggered.connect(lambda: self.view.annotation_activated.emit(row))
        menu.open_at(point)

    def _ask_tag(self, chosen: list[Annotation]) -> None:
        if self._theme is None or not chosen:
            return
        popup = TagPopup(self._known.tags, self._theme, self)
        popup.tag_entered.connect(lambda tag: self.view.wishes.tag_wanted.emit(chosen, tag))
        popup.open_at(self.mapToGlobal(QPoint(18, self.height() - 40)))
