"""The line above the list of articles: what is looked for in it, more filters, and the order."""

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from reader.core.shelf import Sort
from reader.ui.field_names import name_field
from reader.ui.icons import icon
from reader.ui.panel.entity_list import FilterEdit
from reader.ui.theme import Theme

_FIRST = (Sort.ADDED, Sort.OPENED, Sort.DATE, Sort.TITLE, Sort.OUTLET)
_ASCENDING = (Sort.TITLE, Sort.OUTLET)


class FilterLine(QWidget):
    """A field, a button for more filters, and one for the order."""

    sort_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sort, self.descending = Sort.ADDED, True
        self.edit = FilterEdit()
        self.edit.setClearButtonEnabled(True)
        self._sign = QAction(self)
        self.edit.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.more_button = QToolButton()
        self.more_button.setCheckable(True)
        self.sort_button = QToolButton()
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 6, 8, 6)
        line.setSpacing(2)
        line.addWidget(self.edit, 1)
        for button in (self.more_button, self.sort_button):
            button.setIconSize(QSize(18, 18))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button)
        self._build_menu()
        self.show_filter_count(0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._sign.setIcon(icon("search", theme))
        self.more_button.setIcon(icon("filter", theme))
        self.sort_button.setIcon(icon("sort", theme))

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.edit.setPlaceholderText(self.tr("Filter articles"))
        name_field(self.edit, self.tr("Filter articles"))
        for button, words in (
            (self.more_button, self.tr("More filters")),
            (self.sort_button, self.tr("Order of the articles")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        names = {
            Sort.ADDED: self.tr("When added"),
            Sort.OPENED: self.tr("When read last"),
            Sort.DATE: self.tr("Date"),
            Sort.TITLE: self.tr("Title"),
            Sort.OUTLET: self.tr("Outlet"),
            Sort.LENGTH: self.tr("Length"),
            Sort.PROGRESS: self.tr("Progress"),
            Sort.ANNOTATIONS: self.tr("Annotations"),
            Sort.NOTES: self.tr("Notes"),
        }
        for action in self._group.actions():
            action.setText(names[Sort(action.data())])
        self._reverse.setText(self.tr("Reverse order"))

    def show_filter_count(self, count: int) -> None:
        """Show how many filters are set beside the field."""
        self.more_button.setText(str(count) if count else "")
        style = Qt.ToolButtonStyle
        self.more_button.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if count else style.ToolButtonIconOnly
        )

    def restore(self, state: QSettings) -> None:
        """Take the order from where `keep` left it."""
        sort = str(state.value("library_sort", ""))
        if sort in set(Sort):
            self.sort = Sort(sort)
            self.descending = state.value("library_descending", "true") == "true"
        self._show_sort()

    def keep(self, state: QSettings) -> None:
        """Put the order into `state`."""
        state.setValue("library_sort", self.sort.value)
        state.setValue("library_descending", "true" if self.descending else "false")

    def set_sort(self, sort: Sort) -> None:
        """Order the list by something else, the way that one expects it first."""
        self.sort, self.descending = sort, sort not in _ASCENDING
        self._show_sort()
        self.sort_changed.emit()

    def _build_menu(self) -> None:
        menu = QMenu(self.sort_button)
        self._group = QActionGroup(menu)
        for sort in (*_FIRST, *(each for each in Sort if each not in _FIRST)):
            action = self._group.addAction(menu.addAction(""))
            action.setCheckable(True)
            action.setData(sort.value)
        menu.addSeparator()
        self._reverse = menu.addAction("")
        self._reverse.setCheckable(True)
        self.sort_button.setMenu(menu)
        self._group.triggered.connect(lambda action: self.set_sort(Sort(action.data())))
        self._reverse.triggered.connect(self._on_reversed)
        self._show_sort()

    def _on_reversed(self) -> None:
        self.descending = not self.descending
        self._show_sort()
        self.sort_changed.emit()

    def _show_sort(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self.sort.value)
        self._reverse.setChecked(self.descending is (self.sort in _ASCENDING))
