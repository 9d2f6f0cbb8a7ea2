"""Everything can be named, reached and left by keyboard, in both languages and each state."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QGroupBox,
    QLabel,
    QMenu,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
    QWidgetAction,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.app import Application
from reader.settings import Settings
from reader.ui.dialog_margins import DIALOG_MARGINS
from reader.ui.preferences.dialog import PreferencesDialog
from reader.ui.workbench import Workbench
from tests.looks import (
    clipped,
    foreign,
    outside,
    path_of,
    shown_widgets,
    without_a_sign_of_focus,
)
from tests.stages import Stage, settle, stages
from tests.ui.conftest import READING_MS, bench

pytestmark = pytest.mark.model

_MOST_STEPS = 300
_SMALL = QSize(900, 600)
_SWITCHED = {
    *("empty", "article", "card", "annotations", "find", "filters", "search", "entity page"),
    *("network", "all_annotations", "corrections", "preferences 1", "preferences 4"),
    *("preferences 5", "labels", "trash", "outline", "tabs"),
}
"""Where the language is changed and changed back."""


@pytest.fixture(params=["en", "es"])
def workbench(start: Callable[..., Application], request: pytest.FixtureRequest) -> Workbench:
    shown = bench(start())
    shown.set_settings(Settings(language=request.param))
    return shown


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


def nameless(stage: Stage) -> set[str]:
    if isinstance(stage.widget, QMenu):
        actions = [each for each in stage.widget.actions() if not each.isSeparator()]
        made = [each for each in actions if isinstance(each, QWidgetAction)]
        plain = [each for each in actions if each not in made and not each.text()]
        inside = [w for each in made for w in shown_widgets(each.defaultWidget())]
        return {f"{stage.name}: an entry without words" for _ in plain} | {
            f"{stage.name}: {path_of(each)}"
            for each in inside
            if takes_focus(each) and not is_named(each, stage.widget)
        }
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


def test_everybody_hears_reaches_and_reads_each_control(workbench: Workbench) -> None:
    problems: list[str] = []
    seen = []
    focused: set[int] = set()  # whose sign of focus was looked at
    for stage in stages(workbench):
        seen.append(stage.name)
        checks = (nameless, without_tooltip, doubled_mnemonics, unreachable, unfit, cramped)
        for check in checks:
            problems += [f"{check.__name__}: {each}" for each in sorted(check(stage))]
        problems += [f"no sign of focus: {stage.name}: {e}" for e in signless(stage, focused)]
        problems += [f"{stage.name}: {each}" for each in strange(stage, workbench)]
    assert len(seen) > 35
    assert len(focused) > 100
    assert not problems, "\n".join(problems)


def cramped(stage: Stage) -> set[str]:
    """Return a dialog that leaves other room around what is in it than the others do."""
    dialog = stage.widget
    if not isinstance(dialog, QDialog) or isinstance(dialog, PreferencesDialog):
        return set()  # the preferences' pages reach the edges
    layout = dialog.layout()
    found = layout.contentsMargins() if layout is not None else QMargins()
    return set() if found == QMargins(*DIALOG_MARGINS) else {f"{stage.name}: {found}"}


def unfit(stage: Stage) -> set[str]:
    """Return what is cut off or lies outside, as the window is and in a small one."""
    if isinstance(stage.widget, QMenu):
        return set()
    found = clipped(stage.widget) | outside(stage.widget)
    if stage.widget is stage.widget.window() and not isinstance(stage.widget, QDialog):
        before = stage.widget.size()
        stage.widget.resize(_SMALL)
        settle(3)
        found |= clipped(stage.widget) | outside(stage.widget)
        stage.widget.resize(before)
        settle(3)
    return {f"{stage.name}: {each}" for each in found}


def strange(stage: Stage, workbench: Workbench) -> set[str]:
    """Return what is in the other language, as it is and right after a switch."""
    language = workbench.appearance.language
    found = foreign(stage.widget, language)
    if stage.name in _SWITCHED:
        other = "es" if language == "en" else "en"
        workbench.set_settings(replace(workbench.settings, language=other))
        settle(10)  # some is read anew from the library
        found |= {f"after a switch to {other}: {each}" for each in foreign(stage.widget, other)}
        workbench.set_settings(replace(workbench.settings, language=language))
        settle()
    return found


def signless(stage: Stage, known: set[int]) -> set[str]:
    """Return what looks with the keyboard as without, of what wasn't looked at before."""
    root = stage.widget
    if isinstance(root, QMenu) or QApplication.activePopupWidget() is not None:
        return set()
    widgets = [
        each
        for each in shown_widgets(root)
        if takes_focus(each)
        and not isinstance(each, QScrollArea)
        and id(each) not in known
        and not each.visibleRegion().isEmpty()
    ]
    known |= {id(each) for each in widgets}
    focus = QApplication.focusWidget()
    found = without_a_sign_of_focus(widgets)
    if focus is not None and focus.isVisible():
        focus.setFocus()
    return found


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


_IN_WINDOW = ("find", "palette", "merge", "rename", "link", "new_entity", "search")
_IN_DIALOGS = (
    *("preferences", "export", "backups", "open_address", "show_details", "label_articles"),
    *("shortcuts", "about", "print"),
)


def test_everybody_leaves_with_escape_and_is_where_one_was(
    qtbot: QtBot, read: Callable[..., Application]
) -> None:
    shown = bench(read())
    view = shown.view
    shown.window.activateWindow()
    stayed = []
    for name in (*_IN_WINDOW, *_IN_DIALOGS):
        view.setFocus()
        shown.presenter.walk_mentions(1)
        shown.actions[name].trigger()
        qtbot.waitUntil(lambda: QApplication.focusWidget() not in (None, view), timeout=READING_MS)
        focus = QApplication.focusWidget()
        assert focus is not None
        around = focus.window()
        is_dialog = isinstance(around, QDialog)
        assert is_dialog == (name in _IN_DIALOGS), name
        QTest.keyClick(focus, Qt.Key.Key_Escape)
        settle()
        if is_dialog and isValid(around) and around.isVisible():
            stayed.append(f"{name} is still there")
            around.close()
        left_to = shown.window.focusWidget()  # which window is active is up to the system
        if left_to is not view:
            stayed.append(f"{name} leaves the keyboard to {path_of(left_to)}")
        shown.window.activateWindow()
        settle()
    assert not stayed, "\n".join(stayed)
