"""Mentions over time: a chart with its values, and the same as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.mentions import Kind
from reader.core.pages import MonthCount
from reader.ui.entity_page.bars import Bars
from reader.ui.entity_page.periods import MOST_MONTHS, Period, by_month, by_year, only_one
from reader.ui.kinds import mention_count
from reader.ui.theme import Theme

_ROWS = 6  # of the table, before it scrolls


class OverTime(QWidget):
    """Show how often something is named in each month or year; a single one is told in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Sequence[MonthCount] = ()
        self._kind = Kind.PERSON
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self.value = QLabel()
        self.value.setProperty("role", "muted")
        self.bars = Bars()
        self.months_button, self.years_button, self.table_button = (_button() for _ in range(3))
        self._units = QButtonGroup(self)
        self._units.addButton(self.months_button)
        self._units.addButton(self.years_button)
        self.table = QTableWidget(0, 3)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.hide()
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addSpacing(10)
        head.addWidget(self.value, 1)
        for button in (self.months_button, self.years_button, self.table_button):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.bars)
        layout.addWidget(self.table)
        self.bars.current_changed.connect(self._on_current_changed)
        self._units.buttonClicked.connect(self._show)
        self.table_button.toggled.connect(lambda _on: self._show())
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.bars.set_theme(theme)

    def set_counts(self, counts: Sequence[MonthCount], kind: Kind) -> None:
        """Show how often something of this kind is named; hidden where no date is known."""
        self._counts, self._kind = tuple(counts), kind
        self.setVisible(bool(counts))
        self.value.clear()
        months = len(by_month(counts))
        (self.years_button if months > MOST_MONTHS else self.months_button).setChecked(True)
        self._show()

    def periods(self) -> list[Period]:
        """Return the periods that are shown."""
        make = by_year if self.years_button.isChecked() else by_month
        return make(self._counts)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self) -> None:
        single = only_one(self._counts)
        has_years = len(by_year(self._counts)) > 1
        for button in (self.months_button, self.years_button):
            button.setVisible(has_years)
        self.table_button.setVisible(single is None)
        self.bars.setVisible(single is None)
        self.table.setVisible(single is None and self.table_button.isChecked())
        self._show_periods()
        if single is not None:
            self.value.setText(self._in_words(single))

    def _show_periods(self) -> None:
        periods = self.periods()
        self.bars.set_periods(periods, self._kind)
        # The newest first, and none that would be an empty line.
        told = [period for period in reversed(periods) if period.article_count]
        self.table.setRowCount(len(told))
        for row, period in enumerate(told):
            values = (period.name, str(period.mention_count), str(period.article_count))
            for column, text in enumerate(values):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        rows = self.table.rowHeight(0) if told else 0
        height = self.table.horizontalHeader().sizeHint().height() + min(len(told), _ROWS) * rows
        self.table.setFixedHeight(height + 2)

    def _in_words(self, period: Period) -> str:
        """Return the only period in a sentence."""
        year = str(period.year)
        if not period.month:
            time = self.tr("In {year}").format(year=year)
        else:
            date = QDate(period.year, period.month, 1)
            month = QLocale().toString(date, "MMMM")
            time = self.tr("In {month} {year}").format(month=month, year=year)
        return f"{time}: {self._numbers(period)}"

    def _numbers(self, period: Period) -> str:
        articles = self.tr("%n article(s)", "", period.article_count)
        return f"{mention_count(period.mention_count)} · {articles}"

    def _on_current_changed(self, period: Period | None) -> None:
        text = "" if period is None else f"{period.name}: {self._numbers(period)}"
        self.value.setText(text)
        self.bars.describe(text)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Over time"))
        self.months_button.setText(self.tr("Months"))
        self.years_button.setText(self.tr("Years"))
        self.table_button.setText(self.tr("Table"))
        self.table_button.setToolTip(self.tr("The numbers as a table"))
        self.bars.setAccessibleName(self.tr("Mentions over time"))
        self.table.setAccessibleName(self.tr("Mentions over time"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Time"), self.tr("Mentions"), self.tr("Articles")]
        )
        self._show()


def _button() -> QToolButton:
    button = QToolButton()
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
