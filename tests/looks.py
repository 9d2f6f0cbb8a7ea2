"""What can be seen to be wrong: words that don't fit, what lies outside, no sign of focus."""

from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from reader import paths
from reader.ui.notice_bar import NoticeBar
from reader.ui.panel.link_button import LinkButton
from reader.ui.plain_text import PlainLabel
from tests.stages import settle

_SLACK = 1  # pixels
_OWN_NAMES = {"English", "Español"}  # of the languages themselves
_TRANSLATIONS = paths.resources() / "translations" / "reader_es.ts"


def shown_widgets(root: QWidget) -> Iterator[QWidget]:
    """Yield a widget and what is seen in it."""
    for each in [root, *root.findChildren(QWidget)]:
        if each.isVisibleTo(root) and each.window() is root.window():
            yield each


def path_of(widget: QWidget | None) -> str:
    """Return where a widget is, for whoever looks for it."""
    names = []
    while widget is not None and len(names) < 4:
        names.append(f"{type(widget).__name__}#{widget.objectName()}")
        widget = widget.parentWidget()
    return " < ".join(names)


def clipped(root: QWidget) -> set[str]:
    """Return the widgets whose words have less room than they need.

    What comes from an article or from the user may be cut off with an ellipsis: a `PlainLabel` and
    a `LinkButton` do so by themselves.
    """
    return {
        f"{path_of(each)}: {lacking}"
        for each in shown_widgets(root)
        if not each.visibleRegion().isEmpty() and (lacking := _lacking(each))
    }


def _lacking(widget: QWidget) -> str:
    """Return what of a widget's words does not fit; "" where all does."""
    if isinstance(widget, PlainLabel | LinkButton):
        return ""
    if isinstance(widget, QLabel):
        return _of_label(widget)
    if isinstance(widget, QCheckBox | QRadioButton | QPushButton):
        return widget.text() if widget.width() + _SLACK < widget.sizeHint().width() else ""
    if isinstance(widget, QToolButton):
        return _of_tool_button(widget)
    if isinstance(widget, QTabBar):
        return _of_tabs(widget)
    if isinstance(widget, QHeaderView):
        return _of_header(widget)
    if isinstance(widget, QComboBox):
        return _of_box(widget)
    if isinstance(widget, QLineEdit):
        return _of_field(widget)
    return ""


def _of_label(label: QLabel) -> str:
    if not label.text() or not label.pixmap().isNull():
        return ""
    if label.wordWrap():
        is_cut = label.heightForWidth(label.width()) > label.height() + _SLACK
    else:
        is_cut = label.sizeHint().width() > label.width() + _SLACK
    return label.text() if is_cut else ""


def _of_tool_button(button: QToolButton) -> str:
    if not button.text() or button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return ""
    needed = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
    if button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon:
        needed += button.iconSize().width()
    return button.text() if needed > button.width() + _SLACK else ""


def _of_tabs(bar: QTabBar) -> str:
    if bar.elideMode() is not Qt.TextElideMode.ElideNone and bar.usesScrollButtons():
        return ""  # titles of articles
    short = [
        bar.tabText(tab)
        for tab in range(bar.count())
        if bar.fontMetrics().horizontalAdvance(bar.tabText(tab)) > bar.tabRect(tab).width()
    ]
    return ", ".join(short)


def _of_header(header: QHeaderView) -> str:
    model = header.model()
    short = [
        str(model.headerData(section, header.orientation()))
        for section in range(header.count())
        if not header.isSectionHidden(section)
        and header.sectionSizeHint(section) > header.sectionSize(section) + _SLACK
    ]
    return ", ".join(short)


def _of_box(box: QComboBox) -> str:
    if box.isEditable():
        return ""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    place = QStyle.SubControl.SC_ComboBoxEditField
    control = QStyle.ComplexControl.CC_ComboBox
    room = box.style().subControlRect(control, option, place, box).width()
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    return box.currentText() if needed > room + _SLACK else ""


def _of_field(field: QLineEdit) -> str:
    words = field.placeholderText()
    if not words or field.text():
        return ""
    room = field.contentsRect().width() - 2 * 2  # Qt's own margin, on both sides
    buttons = [each for each in field.findChildren(QToolButton) if each.isVisibleTo(field)]
    room -= sum(each.width() for each in buttons)
    return words if field.fontMetrics().horizontalAdvance(words) > room + _SLACK else ""


def outside(root: QWidget) -> set[str]:
    """Return the widgets that are partly beyond what they lie in, where nothing scrolls."""
    return {
        f"{path_of(each)}: {each.geometry().getRect()}"
        for each in shown_widgets(root)
        if each is not root and not each.isWindow() and _is_outside(each)
    }


def _is_outside(widget: QWidget) -> bool:
    above = widget.parentWidget()
    if above is None or widget.size().isEmpty() or above.size().isEmpty():
        return False
    scrolled = above.parentWidget()
    if isinstance(scrolled, QAbstractScrollArea) and scrolled.viewport() is above:
        return False
    room = above.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    return not room.contains(QRect(widget.geometry()))


def without_a_sign_of_focus(widgets: list[QWidget]) -> set[str]:
    """Return the widgets that look with the keyboard as they do without it."""
    return {path_of(each) for each in widgets if not _looks_otherwise_with_focus(each)}


def _looks_otherwise_with_focus(widget: QWidget) -> bool:
    root = widget.window()
    root.setFocus()
    widget.clearFocus()
    settle(1)
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle(1)
    return before != widget.grab().toImage()


def foreign(root: QWidget, language: str) -> set[str]:
    """Return what of what is seen is written in the other language."""
    strange = _words_of_the_other(language) - _OWN_NAMES
    return {
        f"{path_of(each)}: {text}"
        for each in shown_widgets(root)
        if not _is_said(each)
        for text in _texts(each)
        if text.replace("&", "") in strange
    }


def _is_said(widget: QWidget | None) -> bool:
    """Return whether a widget is in a notice, which stays as it was said until it goes."""
    while widget is not None and not isinstance(widget, NoticeBar):
        widget = widget.parentWidget()
    return widget is not None


def _texts(widget: QWidget) -> Iterator[str]:
    """Yield what a widget says of itself, and its actions say."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield widget.windowTitle()
    for action in widget.actions():
        yield from (action.text(), action.toolTip())
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(item) for item in range(widget.count()))
    elif isinstance(widget, QHeaderView) and widget.model() is not None:
        for section in range(widget.count()):
            yield str(widget.model().headerData(section, widget.orientation()) or "")
    elif isinstance(widget, QGroupBox):
        yield widget.title()


@cache
def _words_of_the_other(language: str) -> frozenset[str]:
    """Return what only the other one of the two languages says, without signs of letters."""
    pairs = []
    root = ElementTree.parse(_TRANSLATIONS).getroot()
    for message in root.iter("message"):
        source, translated = message.findtext("source", ""), message.findtext("translation", "")
        if message.get("numerus") != "yes" and translated.strip():
            pairs.append((source.replace("&", ""), translated.replace("&", "")))
    english, spanish = ({pair[side] for pair in pairs} for side in (0, 1))
    return frozenset(english - spanish if language == "es" else spanish - english)
