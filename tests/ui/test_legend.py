import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from reader.core.mentions import Kind
from reader.ui.legend import Legend
from tests.ui.panel.panel_samples import theme

COUNTS = {
    Kind.PERSON: 3,
    Kind.COUNTRY: 4,
    Kind.PLACE: 5,
    Kind.ORGANIZATION: 12,
    Kind.DEMONYM: 2,
}
ALL = frozenset(Kind)


@pytest.fixture
def legend(qtbot: QtBot) -> Legend:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.set_theme(theme())
    legend.set_counts(COUNTS)
    legend.resize(legend.sizeHint())
    legend.show()
    qtbot.waitExposed(legend)
    return legend


def click(qtbot: QtBot, legend: Legend, kind: Kind, *, alt: bool = False) -> None:
    modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(legend.chip(kind), Qt.MouseButton.LeftButton, modifier)


def test_legend_switches_a_kind_off_and_on(legend: Legend, qtbot: QtBot) -> None:
    changed = QSignalSpy(legend.hidden_kinds_changed)
    click(qtbot, legend, Kind.PLACE)
    click(qtbot, legend, Kind.PLACE)
    assert [changed.at(i)[0] for i in range(2)] == [{Kind.PLACE}, frozenset()]


def test_legend_shows_only_one_kind_with_alt_and_all_again(legend: Legend, qtbot: QtBot) -> None:
    click(qtbot, legend, Kind.PLACE, alt=True)
    only = legend.hidden_kinds()
    click(qtbot, legend, Kind.PLACE, alt=True)
    assert (only, legend.hidden_kinds()) == (ALL - {Kind.PLACE}, frozenset())


def test_legend_goes_from_only_one_to_only_another_with_alt(legend: Legend, qtbot: QtBot) -> None:
    click(qtbot, legend, Kind.PLACE, alt=True)
    click(qtbot, legend, Kind.PERSON, alt=True)
    assert legend.hidden_kinds() == ALL - {Kind.PERSON}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_legend_switches_with_the_keyboard(legend: Legend, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(legend.chip(Kind.PERSON), key)
    assert legend.hidden_kinds() == {Kind.PERSON}


def test_legend_moves_between_chips_with_the_arrow_keys(legend: Legend, qtbot: QtBot) -> None:
    legend.chip(Kind.PERSON).setFocus()
    qtbot.waitUntil(legend.chip(Kind.PERSON).hasFocus)
    qtbot.keyClick(legend.chip(Kind.PERSON), Qt.Key.Key_Right)
    assert legend.chip(Kind.COUNTRY).hasFocus()
    qtbot.keyClick(legend.chip(Kind.COUNTRY), Qt.Key.Key_Left)
    qtbot.keyClick(legend.chip(Kind.PERSON), Qt.Key.Key_Left)
    assert legend.chip(Kind.DEMONYM).hasFocus()


def test_legend_says_only_what_changed(legend: Legend) -> None:
    changed = QSignalSpy(legend.hidden_kinds_changed)
    legend.set_hidden_kinds(frozenset())
    legend.set_hidden_kinds(frozenset({Kind.PERSON}))
    legend.set_hidden_kinds(frozenset({Kind.PERSON}))
    assert changed.count() == 1


@pytest.mark.parametrize(
    ("hidden", "name"), [(False, "Organizations, 12, shown"), (True, "Organizations, 12, hidden")]
)
def test_legend_speaks_kind_count_and_state(legend: Legend, hidden: bool, name: str) -> None:
    legend.set_hidden_kinds(frozenset({Kind.ORGANIZATION}) if hidden else frozenset())
    assert legend.chip(Kind.ORGANIZATION).accessibleName() == name


def test_legend_drops_the_names_where_there_is_no_room(legend: Legend) -> None:
    wide = legend.chip(Kind.ORGANIZATION).sizeHint().width()
    legend.resize(legend.minimumSizeHint())
    narrow = legend.chip(Kind.ORGANIZATION).sizeHint().width()
    legend.resize(legend.sizeHint())
    again = legend.chip(Kind.ORGANIZATION).sizeHint().width()
    assert narrow < wide == again
    assert "Organizations" in legend.chip(Kind.ORGANIZATION).toolTip()


def test_legend_drops_the_quiet_name_first(legend: Legend) -> None:
    wide = {kind: legend.chip(kind).sizeHint().width() for kind in Kind}
    legend.resize(legend.sizeHint().width() - 1, legend.height())
    narrower = [kind for kind in Kind if legend.chip(kind).sizeHint().width() < wide[kind]]
    assert narrower == [Kind.DEMONYM]
    assert "Demonyms" in legend.chip(Kind.DEMONYM).toolTip()


def test_legend_explains_what_is_counted_of_demonyms(legend: Legend) -> None:
    legend.set_counts({Kind.DEMONYM: 2, Kind.COUNTRY: 4}, demonyms=7)
    tooltip = legend.chip(Kind.DEMONYM).toolTip()
    assert tooltip.startswith("Demonyms · 2\nCountries that words like")
    assert "7 such word(s) in the article." in tooltip
    assert "such word" not in legend.chip(Kind.COUNTRY).toolTip()


def test_legend_shows_demonyms_more_quietly(legend: Legend) -> None:
    # Of the other kinds the name is in the text's colour, on a raised chip.
    def colours(kind: Kind) -> set[str]:
        image = legend.chip(kind).grab().toImage()
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return {image.pixelColor(x, y).name() for x, y in points}

    loud, quiet = colours(Kind.ORGANIZATION), colours(Kind.DEMONYM)
    assert {theme().raised.name(), theme().text.name()} <= loud
    assert not {theme().raised.name(), theme().text.name()} & quiet
    assert theme().muted.name() in quiet


def test_legend_needs_little_room(legend: Legend) -> None:
    legend.resize(legend.minimumSizeHint())
    chips = [legend.chip(kind) for kind in Kind]
    assert all(chip.geometry().right() < legend.width() for chip in chips)
    assert all(chip.width() >= chip.sizeHint().width() for chip in chips)


def test_legend_counts_a_missing_kind_as_none(legend: Legend) -> None:
    legend.set_counts({})
    assert legend.chip(Kind.PERSON).accessibleName() == "People, 0, shown"
