"""The articles of the library, the last opened first."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.entities import normalize_name
from reader.ui.panel.card_rows import readable_date
from reader.ui.plain_text import plain_tooltip

if TYPE_CHECKING:
    from reader.store.library import DocumentSummary

Index = QModelIndex | QPersistentModelIndex
_ID_ROLE = int(Qt.ItemDataRole.UserRole)
_DETAIL_ROLE = _ID_ROLE + 1
_SEARCH_ROLE = _ID_ROLE + 2
_PADDING = 8


class LibraryList(QWidget):
    """List the articles with a filter on top; Enter or a click opens one."""

    article_activated = Signal(str)  # document id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryList")
        self._current: str | None = None
        self._model = _ArticleModel(self)
        self._matching = _MatchingArticles(self)
        self._matching.setSourceModel(self._model)
        self._filter = QLineEdit()
        self._filter.setClearButtonEnabled(True)
        self._view = QListView()
        self._view.setModel(self._matching)
        self._view.setItemDelegate(_ArticleDelegate(self._view))
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setResizeMode(QListView.ResizeMode.Adjust)
        self._view.setMouseTracking(True)
        self._empty = QLabel()
        self._empty.setObjectName("emptyHint")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 4, 8)
        column.setSpacing(8)
        column.addWidget(self._filter)
        column.addWidget(self._view, 1)
        column.addWidget(self._empty, 1)
        self._filter.textChanged.connect(self._on_filter_changed)
        self._view.clicked.connect(self._on_activated)
        self._view.activated.connect(self._on_activated)
        self.retranslate()
        self._show_state()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self._filter.setPlaceholderText(self.tr("Filter articles"))
        self._filter.setAccessibleName(self.tr("Filter articles"))
        self._view.setAccessibleName(self.tr("Articles in the library"))
        self._model.set_words(
            annotations=lambda n: self.tr("%n annotation(s)", "", n),
            notes=lambda n: self.tr("%n note(s)", "", n),
        )
        self._show_state()

    def set_articles(self, articles: "Sequence[DocumentSummary]") -> None:
        """List `articles` in the order given."""
        self._model.set_articles(articles)
        self.set_current(self._current)
        self._show_state()

    def count(self) -> int:
        """Return how many articles are listed."""
        return self._matching.rowCount()

    def set_current(self, document_id: str | None) -> None:
        """Mark the article that is open, once it is listed."""
        self._current = document_id
        for row in range(self._matching.rowCount()):
            index = self._matching.index(row, 0)
            if index.data(_ID_ROLE) == document_id:
                self._view.setCurrentIndex(index)
                return
        self._view.setCurrentIndex(QModelIndex())

    def _show_state(self) -> None:
        found = self._matching.rowCount() > 0
        self._view.setVisible(found)
        self._empty.setVisible(not found)
        self._empty.setText(
            self.tr("No article matches the filter.")
            if self._model.rowCount()
            else self.tr("The articles that you open stay here.")
        )

    def _on_filter_changed(self, text: str) -> None:
        self._matching.set_wanted(text)
        self._show_state()

    def _on_activated(self, index: Index) -> None:
        self.article_activated.emit(index.data(_ID_ROLE))


class _ArticleModel(QAbstractListModel):
    """The articles, one a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._articles: list[DocumentSummary] = []
        self._annotations: Callable[[int], str] = str
        self._notes: Callable[[int], str] = str

    def set_words(self, *, annotations: Callable[[int], str], notes: Callable[[int], str]) -> None:
        self._annotations, self._notes = annotations, notes

    def set_articles(self, articles: "Sequence[DocumentSummary]") -> None:
        self.beginResetModel()
        self._articles = list(articles)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        article = self._articles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return article.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(article.source or article.title)
            case _ if role == _ID_ROLE:
                return article.id
            case _ if role == _DETAIL_ROLE:
                return self._detail(article)
            case _ if role == _SEARCH_ROLE:
                return normalize_name(" ".join((article.title, article.outlet, article.author)))
        return None

    def _detail(self, article: "DocumentSummary") -> str:
        parts = [article.outlet, readable_date(article.date or article.added)]
        if article.annotation_count:
            parts.append(self._annotations(article.annotation_count))
        if article.note_count:
            parts.append(self._notes(article.note_count))
        return " · ".join(filter(None, parts))


class _MatchingArticles(QSortFilterProxyModel):
    """The articles whose title, outlet or author holds every word that is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted: list[str] = []

    def set_wanted(self, text: str) -> None:
        self._wanted = normalize_name(text).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        text = self.sourceModel().index(source_row, 0, source_parent).data(_SEARCH_ROLE)
        return all(word in text for word in self._wanted)


class _ArticleDelegate(QStyledItemDelegate):
    """Draw an article as its title over one muted line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + 2 * _PADDING + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        style = QApplication.style() if drawn.widget is None else drawn.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        selected = bool(drawn.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        palette = drawn.palette
        metrics = drawn.fontMetrics
        area = drawn.rect.adjusted(_PADDING + 2, _PADDING, -_PADDING, -_PADDING)
        elide = Qt.TextElideMode.ElideRight
        painter.save()
        painter.setFont(drawn.font)
        text = role.HighlightedText if selected else role.Text
        painter.setPen(palette.color(text))
        title = metrics.elidedText(index.data(), elide, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignTop), title)
        painter.setPen(palette.color(text if selected else role.PlaceholderText))
        second = QRect(area.left(), area.top() + metrics.height() + 2, area.width(), area.height())
        detail = metrics.elidedText(index.data(_DETAIL_ROLE), elide, area.width())
        painter.drawText(second, int(Qt.AlignmentFlag.AlignTop), detail)
        painter.restore()
