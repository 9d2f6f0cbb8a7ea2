"""The line above the list of all annotations: as above that of an article, and when they are of."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from reader.ui.annotations.filter_line import AnnotationFilterLine
from reader.ui.annotations.known import AnnotationFilter
from reader.ui.date_range import DateRange, offered_days, own_days
from reader.ui.icons import icon
from reader.ui.library.article_words import short_date
from reader.ui.theme import Theme


class DatedFilterLine(AnnotationFilterLine):
    """Say which annotations to show; `dates` are the fields for any days, hidden at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.dates = DateRange(has_days=False)  # they are in the menu
        self.dates.hide()
        self._shown_dates = "", ""
        super().__init__(parent)
        self.date_button = self._add_button(self._fill_dates)
        self.dates.changed.connect(self._on_dates_changed)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        super().set_theme(theme)
        self.date_button.setIcon(icon("calendar", theme))

    def clear(self) -> None:
        """Ask for all."""
        self.dates.hide()
        self.dates.clear()
        super().clear()

    def _show(self) -> None:
        super()._show()
        wanted = self.filter
        dates = wanted.date_from, wanted.date_to
        if dates != self._shown_dates:  # else what is being typed may be on its way
            self._shown_dates = dates
            self.dates.set_dates(*dates)
        if not hasattr(self, "date_button"):
            return
        words = self._words(wanted) or self.tr("Filter by date")
        self.date_button.setToolTip(words)
        self.date_button.setAccessibleName(words)
        self.date_button.setChecked(bool(wanted.date_from or wanted.date_to))

    def _words(self, wanted: AnnotationFilter) -> str:
        """Return the days that are asked for; "" for any."""
        begin, end = short_date(wanted.date_from), short_date(wanted.date_to)
        if begin and end:
            return begin if begin == end else self.tr("{0} to {1}").format(begin, end)
        if begin:
            return self.tr("since {0}").format(begin)
        return self.tr("until {0}").format(end) if end else ""

    def _fill_dates(self) -> None:
        menu = self.date_button.menu()
        menu.clear()
        wanted = self.filter
        for words, begin in offered_days(date.today()):
            asked = replace(wanted, date_from=begin, date_to="")
            action = self._add(menu, words, asked, is_on=asked == wanted)
            action.triggered.connect(self.dates.hide)
            if not begin:
                menu.addSeparator()
        menu.addSeparator()
        menu.addAction(own_days(), self._ask_dates)

    def _ask_dates(self) -> None:
        self.dates.show()
        self.dates.begin()

    def _on_dates_changed(self) -> None:
        begin, end = self.dates.dates()
        self._set(replace(self.filter, date_from=begin, date_to=end))
