"""The look follows the settings and the system: theme, contrast, movement."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QGuiApplication, QStyleHints
from PySide6.QtWidgets import (
    QApplication,
    QFontComboBox,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.settings import FONT_SIZES_PT, Settings
from reader.ui.appearance import Appearance, theme_name
from reader.ui.appearance_form import AppearanceForm
from reader.ui.reading.style import ReadingStyle, Role, Typography
from tests.ui.panel.panel_samples import theme
from tests.ui.reading.reading_samples import STYLE, long_document, settle, show


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    before = qapp.styleSheet(), qapp.palette()
    made = Appearance(Settings(theme="light", language="en"))
    yield made
    made.apply(Settings(theme="light", language="en"))
    for translator in made._translators:
        QApplication.removeTranslator(translator)
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Callable[[Qt.ColorScheme], None]:
    """Return a function by which the system's scheme changes, which it has none of in tests."""

    def change(scheme: Qt.ColorScheme) -> None:
        monkeypatch.setattr(QStyleHints, "colorScheme", lambda _self: scheme)
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)

    return change


def test_appearance_follows_the_systems_scheme_at_once(
    qtbot: QtBot, appearance: Appearance, system: Callable[[Qt.ColorScheme], None]
) -> None:
    system(Qt.ColorScheme.Light)
    appearance.apply(Settings(theme="system", language="en"))
    assert appearance.theme.name == "light"
    with qtbot.waitSignal(appearance.theme_changed):
        system(Qt.ColorScheme.Dark)
    assert appearance.theme.name == "dark"
    appearance.apply(Settings(theme="contrast", language="en"))
    assert appearance.theme.name == "contrast-dark"
    with qtbot.waitSignal(appearance.theme_changed):
        system(Qt.ColorScheme.Light)
    assert appearance.theme.name == "contrast"


def test_appearance_takes_the_systems_wish_for_contrast(
    appearance: Appearance, monkeypatch: pytest.MonkeyPatch, system: Callable[..., None]
) -> None:
    system(Qt.ColorScheme.Light)
    assert theme_name("system") == "light"
    wish = Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _self: wish)
    assert theme_name("system") == "contrast"
    assert theme_name("sepia") == "sepia"  # what was chosen by hand stays


def test_appearance_without_movement_nothing_blinks(appearance: Appearance) -> None:
    hints = QGuiApplication.styleHints()
    before = hints.cursorFlashTime()
    assert before > 0
    appearance.apply(Settings(theme="light", language="en", reduced_motion=True))
    assert hints.cursorFlashTime() == 0
    assert not appearance.reading_style().glides
    appearance.apply(Settings(theme="light", language="en"))
    assert hints.cursorFlashTime() == before


def test_appearance_without_movement_keys_scroll_at_once(qtbot: QtBot) -> None:
    view = show(qtbot)
    view.set_document(long_document(2000))
    settle(qtbot, view)
    view.set_style(replace(STYLE, glides=False))
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 200
    assert view._keys.glide.rest == 0


class Calm(QProxyStyle):
    """A style on a system that says how long movements take; 0 where none are wanted."""

    def __init__(self, duration_ms: int) -> None:
        super().__init__("fusion")
        self._duration_ms = duration_ms

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803  # as Qt calls it
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return self._duration_ms
        return super().styleHint(hint, option, widget, returnData)


@pytest.mark.parametrize("duration_ms", [0, 200])
def test_appearance_keys_scroll_at_once_where_the_system_wants_no_movement(
    qtbot: QtBot, duration_ms: int
) -> None:
    view = show(qtbot)
    style = Calm(duration_ms)
    style.setParent(view)
    view.setStyle(style)
    view.set_document(long_document(2000))
    settle(qtbot, view)
    view.set_style(STYLE)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert (view._keys.glide.rest == 0) is (duration_ms == 0)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 200)


def test_appearance_form_tells_of_contrast_and_movement(qtbot: QtBot) -> None:
    form = AppearanceForm(Settings(theme="light"))
    qtbot.addWidget(form)
    told: list[Settings] = []
    form.settings_changed.connect(told.append)
    form._themes.buttons()[-1].click()
    form._calm.click()
    assert told[-1] == Settings(theme="contrast", reduced_motion=True)


def test_appearance_form_tells_that_words_are_to_stay_whole(
    qtbot: QtBot, appearance: Appearance
) -> None:
    form = AppearanceForm(Settings(theme="light", language="en"))
    qtbot.addWidget(form)
    form.settings_changed.connect(appearance.apply)
    assert appearance.reading_style().hyphenates
    form._hyphens.click()
    assert not appearance.reading_style().hyphenates


def test_appearance_form_finds_a_font_by_any_part_of_its_name(qtbot: QtBot) -> None:
    form = AppearanceForm(Settings())
    qtbot.addWidget(form)
    fonts = form.findChild(QFontComboBox)
    completer = None if fonts is None else fonts.completer()
    assert completer is not None
    completer.setCompletionPrefix("serif")
    names = {
        completer.completionModel().index(row, 0).data()
        for row in range(completer.completionModel().rowCount())
    }
    assert any(not name.lower().startswith("serif") for name in names)


@pytest.mark.parametrize("family", ["Noto Serif", "DejaVu Serif", "Liberation Serif"])
@pytest.mark.parametrize("size_pt", [FONT_SIZES_PT[0], 11, 13, 16, 20, FONT_SIZES_PT[1]])
@pytest.mark.parametrize("width", [900, 1280, 3840])
def test_appearance_lines_have_60_to_75_characters(
    qapp: QApplication, family: str, size_pt: float, width: int
) -> None:
    """With the usual settings, wherever the window has room for that."""
    usual = Settings()
    style = ReadingStyle(theme("light"), family, size_pt=size_pt, line_width=usual.line_width)
    typography = Typography(style)
    column = typography.column(width)
    look = typography.look(Role.PARAGRAPH, 0)
    characters = column.width / look.character_width
    if typography.style.line_width * look.character_width + 2 * 72 <= width:
        assert 60 <= characters <= 75
    else:
        assert characters < 75
        assert column.width >= 0.8 * width
