"""Everything can be named, reached and left by keyboard, in both languages and each state."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QGroupBox,
    QLabel,
    QMenu,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from reader.app import Application
from reader.settings import Settings
from reader.ui.workbench import Workbench
from tests.stages import Stage, settle, stages
from tests.ui.conftest import bench

pytestmark = pytest.mark.model

_MOST_STEPS = 300


@pytest.fixture(params=["en", "es"])
def workbench(start: Callable[..., Application], request: pytest.FixtureRequest) -> Workbench:
    shown = bench(start())
    shown.set_settings(Settings(language=request.param))
    return shown


def shown_widgets(root: QWidget) -> Iterator[QWidget]:
    for each in [root, *root.findChildren(QWidget)]:
        if each.isVisibleTo(root) and each.window() is root.window():
            yield each


def takes_focus(widget: QWidget) -> bool:
    """Return whether the Tab key comes to a widget."""
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def is_named(widget: QWidget, root: QWidget) -> bool:
    """Return whether a screen reader has something to say of a widget."""
    if widget.accessibleName():
        return True
    if isinstance(widget, QAbstractButton) and any(map(str.isalpha, widget.text())):
        return True
    if isinstance(widget, QGroupBox) and widget.title():
        return True
    if isinstance(widget, QTabBar):
        return all(widget.tabText(tab) for tab in range(widget.count()))
    return any(label.buddy() is widget for label in root.window().findChildren(QLabel))


def path_of(widget: QWidget | None) -> str:
    names = []
    while widget is not None and len(names) < 4:
        names.append(f"{type(widget).__name__}#{widget.objectName()}")
        widget = widget.parentWidget()
    return " < ".join(names)


def nameless(stage: Stage) -> set[str]:
    if isinstance(stage.widget, QMenu):
        actions = [each for each in stage.widget.actions() if not each.isSeparator()]
        return {f"{stage.name}: an entry without words" for each in actions if not each.text()}
    return {
        f"{stage.name}: {path_of(each)}"
        for each in shown_widgets(stage.widget)
        if takes_focus(each)
        and not isinstance(each, QScrollArea)
        and not is_named(each, stage.widget)
    }


def without_tooltip(stage: Stage) -> set[str]:
    """Return the buttons that show a picture alone, and say nowhere what they do."""
    return {
        f"{stage.name}: {path_of(each)}"
        for each in shown_widgets(stage.widget)
        if isinstance(each, QAbstractButton)
        and not each.icon().isNull()
        and (not each.text() or is_icon_only(each))
        and each.width() > 0
        and not each.toolTip()
        and "LineEditIcon" not in type(each).__name__
        and each.metaObject().className() != "QLineEditIconButton"
    }


def is_icon_only(button: QAbstractButton) -> bool:
    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and button.toolButtonStyle() is style


def doubled_mnemonics(stage: Stage) -> set[str]:
    """Return the entries of a menu whose letter another one has."""
    menu = stage.widget
    if not isinstance(menu, QMenu):
        return set()
    letters: dict[str, list[str]] = {}
    for action in menu.actions():
        key = QKeySequence.mnemonic(action.text()).toString()
        if key:
            letters.setdefault(key, []).append(action.text())
    return {f"{stage.name}: {key} {texts}" for key, texts in letters.items() if len(texts) > 1}


def unreachable(stage: Stage) -> set[str]:
    """Return what the Tab key should come to and doesn't, or where it does not come on from."""
    root = stage.widget
    if isinstance(root, QMenu) or QApplication.activePopupWidget() is not None:
        return set()
    wanted = {
        each
        for each in shown_widgets(root)
        if takes_focus(each) and not each.visibleRegion().isEmpty()
    }
    root.activateWindow()
    settle()
    reached: set[QWidget] = set()
    stuck = 0
    for _ in range(_MOST_STEPS):
        focus = QApplication.focusWidget()
        if focus is None:
            QTest.keyClick(root, Qt.Key.Key_Tab)
        else:
            stuck = stuck + 1 if focus in reached else 0
            reached |= {focus, *parents(focus)}
            if wanted <= reached or stuck > 2 * len(wanted):
                break
            tab = Qt.Key.Key_Tab
            held = Qt.KeyboardModifier.NoModifier
            QTest.keyClick(focus, tab, held)
        settle(1)
    # In a group of which one is chosen, the arrow keys lead from that one to the others.
    lost = {each for each in wanted - reached if not group_of(each) & reached}
    return {f"{stage.name}: {path_of(each)}" for each in lost}


def group_of(widget: QWidget) -> set[QWidget]:
    """Return the buttons of which one alone can be chosen, this one among them."""
    if not isinstance(widget, QAbstractButton):
        return set()
    group = widget.group()
    if group is not None and group.exclusive():
        return set(group.buttons())
    above = widget.parentWidget()
    if not widget.autoExclusive() or above is None:
        return set()
    return {each for each in above.findChildren(QAbstractButton) if each.autoExclusive()}


def parents(widget: QWidget) -> Iterator[QWidget]:
    while (above := widget.parentWidget()) is not None:
        if isinstance(above, QAbstractScrollArea):
            yield above
        widget = above


def test_everybody_hears_and_reaches_each_control(workbench: Workbench) -> None:
    problems: list[str] = []
    seen = []
    for stage in stages(workbench):
        seen.append(stage.name)
        for check in (nameless, without_tooltip, doubled_mnemonics, unreachable):
            problems += [f"{check.__name__}: {each}" for each in sorted(check(stage))]
    assert len(seen) > 25
    assert not problems, "\n".join(problems)


def test_everybody_each_key_has_one_meaning(workbench: Workbench) -> None:
    keys: dict[str, set[QAction]] = {}
    for action in workbench.window.findChildren(QAction):
        if action.shortcutContext() in (
            Qt.ShortcutContext.WindowShortcut,
            Qt.ShortcutContext.ApplicationShortcut,
        ):
            for sequence in action.shortcuts():
                keys.setdefault(sequence.toString(), set()).add(action)
    assert len(keys) > 50
    assert {key: [a.text() for a in each] for key, each in keys.items() if len(each) > 1} == {}


def contrast(one: QColor, other: QColor) -> float:
    """Return the ratio of two colours' luminances (WCAG 2.2)."""

    def luminance(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
