"""What a note said before, beside what it says now."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.ui.theme import load_theme
from reader.ui.versions_dialog import Part, Version, VersionsDialog, differences, part_differences


@given(before=st.text(max_size=60), now=st.text(max_size=60))
def test_differences_hold_both_texts_whole(before: str, now: str) -> None:
    pieces = list(differences(before, now))
    assert "".join(words for words, where in pieces if where <= 0) == before
    assert "".join(words for words, where in pieces if where >= 0) == now


def test_differences_are_of_words() -> None:
    assert list(differences("uno dos tres", "uno 2 tres")) == [
        ("uno ", 0),
        ("dos", -1),
        ("2", 1),
        (" tres", 0),
    ]


def test_differences_of_values_are_whole_values() -> None:
    before, now = Part(("guerra fría", "duda")), Part(("guerra", "duda", "paz"))
    assert list(part_differences(before, now)) == [
        ("guerra fría", -1),
        (", ", 0),
        ("guerra", 1),
        (", ", 0),
        ("duda", 0),
        (", ", 0),
        ("paz", 1),
    ]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def dialog(parent: QWidget, *texts: str) -> VersionsDialog:
    versions = [
        Version(len(texts) - i, f"2026-01-0{len(texts) - i}T10:00:00.000000Z", (Part(text),))
        for i, text in enumerate(texts)
    ]
    theme = load_theme(paths.resources() / "themes", "light")
    return VersionsDialog(
        parent,
        title="Ana",
        current=(Part("hoy"),),
        versions=versions,
        none="Todavía nada.",
        theme=theme,
    )


def test_versions_dialog_asks_to_restore_the_chosen_one(qtbot: QtBot, parent: QWidget) -> None:
    shown = dialog(parent, "ayer", "antes")
    shown.list.setCurrentRow(1)
    with qtbot.waitSignal(shown.restore_requested) as wanted:
        shown.restore_button.click()
    assert wanted.args == [1]


def test_versions_dialog_offers_no_restoring_of_the_same(parent: QWidget) -> None:
    shown = dialog(parent, "hoy", "antes")
    assert not shown.restore_button.isEnabled()
    shown.list.setCurrentRow(1)
    assert shown.restore_button.isEnabled()


def test_versions_dialog_without_versions_says_so(parent: QWidget) -> None:
    shown = dialog(parent)
    assert shown.restore_button.isHidden()
    assert not shown._none.isHidden()
