"""The list in a report of an import."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from reader.ui.importing.report_tree import MOST_ROWS, ReportRow, ReportTree


@pytest.fixture
def report(qtbot: QtBot) -> ReportTree:
    """Return a list that is shown, of an article that failed and one that came in."""
    shown = ReportTree()
    qtbot.addWidget(shown)
    rows = [
        ReportRow(("a.txt", "Damaged"), ("/a.txt", "Damaged"), "Damaged: get a fresh copy."),
        ReportRow(("b.txt", "Noticia"), ("/b.txt", "Noticia"), document_id="b", value=("b", "c")),
    ]
    shown.tree.setColumnCount(2)
    shown.add_group("Files", rows, more="{count} more")
    shown.show()
    return shown


def group_of(report: ReportTree, number: int) -> QTreeWidgetItem:
    group = report.tree.topLevelItem(number)
    assert group is not None
    return group


def choose(report: ReportTree, row: int) -> None:
    item = group_of(report, 0).child(row)
    assert item is not None
    report.tree.setCurrentItem(item)


def test_report_tree_says_all_of_the_current_line(report: ReportTree) -> None:
    assert report.detail.isHidden()
    choose(report, 0)
    assert (report.detail.isVisible(), report.detail.text()) == (True, "Damaged: get a fresh copy.")
    choose(report, 1)
    assert report.detail.isHidden()


def test_report_tree_asks_for_the_article_of_a_line_that_has_one(
    qtbot: QtBot, report: ReportTree
) -> None:
    group = report.tree.model().index(0, 0)
    with qtbot.assertNotEmitted(report.article_activated):
        report.tree.activated.emit(report.tree.model().index(0, 1, group))
    with qtbot.waitSignal(report.article_activated) as asked:
        report.tree.activated.emit(report.tree.model().index(1, 1, group))
    assert asked.args == ["b"]


def test_report_tree_knows_the_current_value_until_its_line_is_gone(
    qtbot: QtBot, report: ReportTree
) -> None:
    choose(report, 1)
    assert report.value == ("b", "c")
    with qtbot.waitSignal(report.row_changed):
        report.remove_current()
    assert group_of(report, 0).childCount() == 1
    assert report.value is None


def test_report_tree_lists_only_so_many(report: ReportTree) -> None:
    row = ReportRow(("c.txt",), ("/c.txt",))
    report.add_group("Many", [row] * (MOST_ROWS + 3), more="{count} more", is_open=False)
    group = group_of(report, 1)
    assert group.childCount() == MOST_ROWS + 1
    last = group.child(MOST_ROWS)
    assert last is not None
    assert last.text(0) == f"{QLocale().toString(3)} more"
    assert not group.isExpanded()
