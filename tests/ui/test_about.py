"""What the program says that it is made of, and under which licences."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.licences import libraries
from reader.ui.about import AboutDialog
from tests.ui.link_samples import Program, fill


@pytest.fixture
def about(qtbot: QtBot) -> AboutDialog:
    dialog = AboutDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_about_is_opened_from_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    fill(tmp_path / "library.sqlite")
    program = Program(tmp_path / "library.sqlite")
    try:
        program.workbench.actions["about"].trigger()
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, AboutDialog)]
        assert [dialog.isVisible() for dialog in shown] == [True]
        shown[0].reject()
    finally:
        program.finish()


def test_about_lists_every_library_with_its_licence(about: AboutDialog) -> None:
    about.tabs.setCurrentIndex(1)
    assert about.list.isVisible()
    items = [about.list.topLevelItem(row) for row in range(about.list.topLevelItemCount())]
    listed = [(item.text(0), item.text(1), item.text(2)) for item in items if item is not None]
    assert listed == [(each.name, each.version, each.licence) for each in libraries()]
    names = [name for name, _, _ in listed]
    assert {"PySide6_Essentials", "spacy", "numpy", "sqlite-utils"} <= set(names)
    assert all(licence for _, _, licence in listed)


def test_about_shows_the_text_of_the_licence_that_is_chosen(about: AboutDialog) -> None:
    about.tabs.setCurrentIndex(1)
    for library in libraries():
        (item,) = about.list.findItems(library.name, Qt.MatchFlag.MatchExactly)
        about.list.setCurrentItem(item)
        said = about.text.toPlainText()
        assert said == (library.text or "Its text didn't come with this library.")


@pytest.mark.parametrize(
    "source", ["AnCora", "GeoNames", "Unicode CLDR", "iso-codes", "RLA-ES", "wordfreq"]
)
def test_about_names_where_the_data_come_from(about: AboutDialog, source: str) -> None:
    assert about.sources.isVisible()
    assert source in about.sources.text()


def test_about_names_where_the_map_comes_from_and_the_programs_own_licence(
    about: AboutDialog,
) -> None:
    assert "Natural Earth" in about.sources.text()
    assert "GNU General Public License, version 3 or later" in about.sources.text()
