"""The application's style sheet, made from a theme; it lies over Qt's Fusion style."""

from string import Template

from reader import paths
from reader.ui.theme import Theme

_RADIUS = "6px"
_DRAWINGS = (
    *("check", "close", "down", "right"),
    *("back", "forward", "up", "new-folder", "list", "details"),
)
"""Files of `resources/icons` that a sheet can name, each in two tones."""

# Rules are grouped by widget; `role` is a property that our widgets set on labels and buttons.
_SHEET = """
QWidget { color: $text; }
QMainWindow, QDialog { background: $window; }
QToolTip {
    color: $text; background: $raised; border: 1px solid $border; padding: 4px 6px;
}

QLabel[role="muted"] { color: $muted; }
QLabel[role="section"] { color: $muted; font-weight: 600; }
QLabel[role="danger"] { color: $danger; }

QPushButton {
    background: $raised; border: 1px solid $border; border-radius: $radius; padding: 5px 12px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton:checked { background: $pressed; border-color: $accent; }
QPushButton:checked:focus { border-color: $text; }
QPushButton:default { background: $accent; border-color: $accent; color: $accent_text; }
QPushButton:default:focus { border-color: $text; }
QPushButton[role="close"]:default {  /* Enter closes, and that isn't what the dialog is for */
    background: $raised; border-color: $border; color: $text;
}
QPushButton[role="close"]:default:hover { background: $hover; }
QPushButton[role="close"]:default:focus { border-color: $accent; }

QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: $radius; padding: 4px;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $muted; }
QToolButton::menu-indicator { image: none; }

QToolButton[role="segment"] {
    border-radius: 0; border: none; border-bottom: 2px solid transparent; padding: 7px 6px 6px 6px;
    color: $muted;
}
QToolButton[role="segment"]:hover { background: transparent; color: $text; }
QToolButton[role="segment"]:checked {
    background: transparent; color: $text; border-bottom-color: $accent; font-weight: 600;
}
QToolButton[role="segment"]:focus { color: $accent; }

QToolButton[role="link"] { color: $accent; padding: 3px 5px 3px 0; }
QToolButton[role="link"]:hover { background: transparent; text-decoration: underline; }
QToolButton[role="choose"] { color: $text; border-color: $border; padding: 2px 8px; }
QToolButton[role="choose"][toolButtonStyle="2"] { padding-right: 1px; }
QToolButton[role="choose"]:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QFontComboBox {
    background: $raised; color: $text; border: 1px solid $border; border-radius: $radius;
    selection-background-color: $selection; selection-color: $selection_text;
    placeholder-text-color: $muted;
}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { padding: 4px 6px; }
QLineEdit[role="bare"] {
    background: transparent; border-color: transparent; padding: 1px 6px;
}
QLineEdit[role="bare"]:hover { border-color: $border; }
QLineEdit[role="bare"]:focus { background: $raised; border-color: $accent; }
QLineEdit:hover, QPlainTextEdit:hover { border-color: $border_strong; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled,
QSpinBox:disabled, QDoubleSpinBox:disabled { color: $muted; background: $window; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: none; padding: 0; background: transparent;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$down"); width: 16px; height: 16px; }
QLineEdit QToolButton { padding: 0; border: none; background: transparent; }
QComboBox { combobox-popup: 0; }  /* below it, in the list's own border */

QCheckBox, QRadioButton { spacing: 7px; }
QCheckBox, QRadioButton {
    border: 1px solid transparent; border-radius: 4px; padding: 1px 4px 1px 1px;
}
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator {
    width: 13px; height: 13px; border: 1px solid $muted; border-radius: 3px; background: $raised;
}
QCheckBox::indicator:checked { image: url("$check"); }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QRadioButton::indicator {
    width: 12px; height: 12px; border: 1px solid $muted; border-radius: 7px; background: $raised;
}
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 4px solid $accent; background: $raised;
}

QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
    width: 14px; margin: -6px 0; border: 1px solid $muted; border-radius: 8px; background: $raised;
}
QSlider::handle:horizontal:focus { border-color: $accent; background: $accent; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {
    background: $border; border-color: $border;
}

QAbstractItemView { outline: none; }
QListView, QTreeView, QTableView {
    background: transparent; border: none; selection-background-color: $selection;
    selection-color: $selection_text;
}
QListView:window {  /* what a field offers: nothing lies below a window of its own */
    background: $raised; border: 1px solid $border_strong;
}
QTreeView::branch:selected:has-children { background: $window; }  /* as its arrow is drawn for */
QTreeView::branch:has-children:open { image: url("$down"); }
QTreeView::branch:has-children:closed { image: url("$right"); }
QDialog QTreeView, QDialog QListView, AnnotationList, AllAnnotationsView, #outline {
    border: 1px solid transparent; border-radius: $radius;
}
QDialog QTreeView:focus, QDialog QListView:focus, #outline:focus,
AnnotationList[ring="true"], AllAnnotationsView[ring="true"] { border-color: $accent; }
#labelList::item { padding: 2px 0; }
QDialog QTreeView::item { padding: 2px 3px; }  /* below the words of its header */
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {
    background: $raised; border: 1px solid $border_strong; border-radius: 0; outline: none;
    selection-background-color: $selection; selection-color: $selection_text;
}
QComboBox QAbstractItemView::item { padding: 4px 6px; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $selection_text; }
QHeaderView::section {
    background: $window; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 4px 6px;
}

#articleList { selection-background-color: transparent; }
QListView::indicator {
    width: 13px; height: 13px; border: 1px solid $muted; border-radius: 3px; background: $raised;
}
QListView::indicator:checked { image: url("$check"); border-color: $accent; }
QListView::indicator:indeterminate { background: $border; border-color: $accent; }

QMenuBar { background: $window; }
QMenuBar::item { padding: 4px 9px; border-radius: $radius; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $pressed; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::icon:checked { background: $pressed; border: 1px solid $accent; border-radius: 4px; }
QMenu::indicator { width: 14px; height: 14px; left: 6px; }
QMenu::indicator:checked { image: url("$check"); }

QToolBar { background: $window; border: none; border-bottom: 1px solid $border; spacing: 2px;
    padding: 3px 6px; }
QToolBar::separator { background: $border; width: 1px; margin: 5px 6px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $border; }
QStatusBar QLabel { color: $muted; padding: 1px 6px; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 11px; margin: 0; }
QScrollBar:horizontal { height: 11px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px 2px 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px 2px 3px 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QFileDialog #sidebar { min-width: 110px; }
QFileDialog {  /* Qt's own, where the desktop has none: its drawings are dark in every theme */
    min-width: 660px;
    backward-icon: url("$back"); forward-icon: url("$forward");
    filedialog-parent-directory-icon: url("$up");
    filedialog-new-directory-icon: url("$new_folder");
    filedialog-listview-icon: url("$list"); filedialog-detailedview-icon: url("$details");
}

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabWidget QTabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: 7px 10px 6px 10px;
}
QTabWidget QTabBar::tab:hover { color: $text; }
QTabWidget QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabWidget QTabBar::tab:selected:focus { color: $accent; }

#tabStrip { background: $window; border-bottom: 1px solid $border; }
#tabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    border-right: 1px solid $border; padding: 5px 6px 4px 10px;
}
#tabBar::tab:hover { background: $hover; color: $text; }
#tabBar::tab:selected { background: $base; color: $text; border-bottom-color: $accent; }
#tabBar::tab:selected:focus { color: $accent; }
#tabBar::close-button { image: url("$close"); subcontrol-position: right; margin: 2px; }
#tabBar::close-button:hover { background: $border; border-radius: 3px; }
#tabBar QToolButton { background: $window; border: none; border-radius: 0; }

#noticeBar { background: $raised; border-top: 1px solid $border; }
#noticeBar[error="true"] { border-left: 4px solid $danger; }
#noticeAction { color: $accent; font-weight: 600; padding: 4px 8px; }

QProgressBar { background: $hover; border: none; border-radius: 1px; max-height: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 1px; }

#preferences QStackedWidget, #preferences QScrollArea > QWidget > QWidget { background: $base; }
#preferencesSide { background: $window; border-right: 1px solid $border; }
QListView#pages, QListView#pages:focus { border: none; }
QListView#pages::item { padding: 7px 10px; border-radius: $radius; color: $text; }
QListView#pages::item:hover { background: $hover; }
QListView#pages::item:selected { background: $pressed; color: $text; }
QListView#pages::item:selected:active { background: $selection; color: $selection_text; }
QTreeView#shortcutTree { background: $raised; border: 1px solid $border; }
QTreeView#shortcutTree:focus { border-color: $accent; }
QTreeView#shortcutTree::item { padding: 3px 4px; }
QTreeView#shortcutTree::item:selected { background: $selection; color: $selection_text; }
QLabel[role="title"] { font-size: 17pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="tag"] {
    color: $accent; background: $hover; border-radius: 4px; padding: 1px 7px; font-weight: 600;
}
QPushButton[role="primary"] { background: $accent; border-color: $accent; color: $accent_text; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled {
    background: $window; border-color: $border; color: $muted;
}
#modelCard { background: $raised; border: 1px solid $border; border-radius: 8px; }
#taskBar { background: $window; border-top: 1px solid $border; }
ImportBar#taskBar { background: $raised; }  /* among the notices */
#taskBar[error="true"] { border-left: 4px solid $danger; }
QProgressBar#taskProgress { border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar#taskProgress::chunk { border-radius: 3px; }

ReadingView, ReadingView:focus { background: $base; border: none; border-radius: 0; }
#focusLine { background: $accent; border: none; }
SidePanel { background: $window; }
EntityPage, NetworkPage, SaidPage, SearchPage { background: $base; }
Drawer { background: $base; border-top: 1px solid $border; }
NetworkControls { background: transparent; }
#palette { background: $raised; border: 1px solid $border_strong; border-radius: 8px; }
#paletteEdit { padding: 7px 9px; }
#correctingPopup { background: $raised; border: 1px solid $border_strong; border-radius: 8px; }
SelectionBar, HoverCard, AnnotationCard, HoverTools {
    background: $raised; border: 1px solid $border_strong; border-radius: 8px;
}
#stackBadge {
    background: $raised; border: 1px solid $border_strong; border-radius: 8px; padding: 1px 6px;
}
#stackBadge:hover { background: $hover; }
#linkCompleter {
    background: $raised; border: 1px solid $border_strong; border-radius: 8px; padding: 3px 0;
}
#outline::item { padding: 3px 4px; border-radius: 4px; }
#outline::item:selected { background: $selection; color: $selection_text; }
#findBar { background: $raised; border-top: 1px solid $border; }
#severalBar { background: $raised; border-top: 1px solid $border; }
#reviewLine { background: $raised; border: 1px solid $border_strong; border-radius: 8px; }
#tagPopup { background: $raised; border: 1px solid $border_strong; border-radius: 8px; }
#allAnnotations, #reviewPage, #reviewSides { background: $base; }
#candidateCard { background: $raised; border: 1px solid $border; border-radius: 8px; }
QTextEdit#passageView { background: transparent; border: none; padding: 0; }
SidePanel #header { border-bottom: 1px solid $border; }
SidePanel #card { background: transparent; }
AnnotationEditor QPlainTextEdit { background: $raised; }
"""


# A border of another colour is missed beside bright ones, and so is a ground that is little darker:
# the keyboard's is thicker, and what is on, pointed at or out of use has a border of its own form.
_CONTRAST = """
QPushButton:checked { border: 2px solid $text; padding: 4px 11px; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:checked:focus { border: 2px dashed $accent; }
QPushButton:default:focus, QPushButton[role="primary"]:focus {
    background: $raised; color: $text; border: 3px solid $accent; padding: 3px 10px;
}
QPushButton[role="close"]:default:focus {
    border: 2px solid $accent; padding: 4px 11px;
}
QPushButton:disabled { border-style: dotted; }

QToolButton:checked { border-color: $border; }
QToolButton:checked:focus { border: 2px solid $accent; padding: 3px; }
QToolButton[role="choose"]:checked { border: 2px solid $text; padding: 1px 7px; }
QToolButton[role="choose"]:focus { border: 2px solid $accent; padding: 1px 7px; }
QToolButton[role="choose"]:checked:focus { border: 2px dashed $accent; }
QToolButton[role="choose"][toolButtonStyle="2"]:checked,
QToolButton[role="choose"][toolButtonStyle="2"]:focus { padding-right: 0; }
QToolButton[role="choose"]:disabled { border-style: dotted; }
QToolButton[role="segment"]:focus {
    border: 2px solid $accent; border-radius: $radius; padding: 5px 4px 6px 4px;
}

QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border-width: 2px; padding: 3px 5px;
}
QLineEdit[role="bare"]:focus { padding: 0 5px; }
QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus { border: none; padding: 0; }
QPlainTextEdit, QTextEdit { padding: 1px; }
ReadingView { padding: 0; }
QPlainTextEdit:focus, QTextEdit:focus { border-width: 2px; padding: 0; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled,
QSpinBox:disabled, QDoubleSpinBox:disabled { border-style: dotted; }
QAbstractSpinBox QLineEdit:disabled, QComboBox QLineEdit:disabled { border: none; }
QTreeView#shortcutTree:focus { border-width: 2px; }

QSlider::groove:horizontal { background: $window; border: 1px solid $border; }
QSlider::handle:horizontal { margin: -7px 0; border-color: $border; }
QSlider::sub-page:horizontal:disabled { background: $window; }
QSlider::handle:horizontal:disabled { background: $window; border-style: dotted; }

QMenuBar::item { border: 1px solid transparent; padding: 3px 8px; }
QMenu::item { border: 1px solid transparent; padding: 4px 23px 4px 11px; }
QMenuBar::item:selected, QMenu::item:selected { border-color: $text; }

QTabWidget QTabBar::tab:selected:focus {
    border: 2px solid $accent; border-radius: $radius; padding: 5px 8px 6px 8px;
}
#tabBar::tab:selected:focus {
    border: 2px solid $accent; border-radius: $radius; padding: 3px 5px 4px 8px;
}
"""


def style_sheet(theme: Theme) -> str:
    """Return the style sheet that gives every widget the look of `theme`."""
    colours = {
        key: getattr(theme, key).name()
        for key in (
            *("window", "base", "raised", "text", "muted", "border", "accent", "accent_text"),
            *("hover", "selection", "selection_text", "danger"),
        )
    }
    border = theme.border
    icons = paths.resources() / "icons"
    drawings = {
        name.replace("-", "_"): (icons / f"menu-{name}-{_tone(theme)}.svg").as_posix()
        for name in _DRAWINGS
    }
    derived = {
        "pressed": theme.pressed.name(),
        "border_strong": (border.lighter(140) if theme.dark else border.darker(118)).name(),
        "thumb": (border.lighter(150) if theme.dark else border.darker(110)).name(),
        "radius": _RADIUS,
    }
    sheet = _SHEET + _CONTRAST if theme.contrast else _SHEET
    return Template(sheet).substitute(colours | derived | drawings)


def _tone(theme: Theme) -> str:
    return "light" if theme.dark else "dark"
