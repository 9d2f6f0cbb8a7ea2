"""Who an entity is: name, kind and other names, each to be corrected in place."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QKeySequence,
    QMouseEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.core.corrections import State
from reader.core.directory import Standing
from reader.core.entities import Entity
from reader.core.mentions import ENTITY_KINDS, Kind
from reader.ui.icons import icon
from reader.ui.kind_sample import SAMPLE_SIZE, kind_icon
from reader.ui.kinds import kind_name
from reader.ui.panel.alias_line import AliasLine
from reader.ui.panel.link_button import LinkButton
from reader.ui.panel.name_field import NameField
from reader.ui.plain_text import PlainLabel, one_line, scaled_font
from reader.ui.tags.flow_layout import FlowLayout
from reader.ui.theme import Theme


class _Name(PlainLabel):
    """The name; a click on it wants to change it."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


class CardHead(QWidget):
    """Show who an entity is, and ask for what the user says otherwise.

    What `show_entity` was given last is what the signals are about.
    """

    rename_requested = Signal(str)  # the new name
    kind_requested = Signal(object)  # Kind
    alias_added = Signal(str)
    alias_removed = Signal(str)
    confirm_requested = Signal()
    said_requested = Signal()  # a list of what the user said of it
    merge_requested = Signal()
    split_requested = Signal(str)  # the id of the one that was merged into it
    deletion_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, scale: float = 1.35) -> None:
        super().__init__(parent)
        self._entity: Entity | None = None
        self._standing = Standing()
        self._theme: Theme | None = None
        self._is_confirmed = False
        self._is_named = True  # somewhere, so that it can't be deleted
        self.split_buttons: list[LinkButton] = []
        self._build_name(scale)
        self._build_kind()
        self.aliases = AliasLine()
        self._own = QWidget()
        self._own_label = PlainLabel()
        self._own_label.setProperty("role", "muted")
        self.delete_button = LinkButton()
        self.delete_button.clicked.connect(self.deletion_requested)
        own_line = QHBoxLayout(self._own)
        own_line.setContentsMargins(0, 0, 0, 0)
        own_line.addWidget(self._own_label, 1)
        own_line.addWidget(self.delete_button)
        self._merged = QVBoxLayout()
        self._merged.setSpacing(0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(self.name)
        self.column.addWidget(self.name_edit)
        self.column.addLayout(self._buttons)
        self.column.addWidget(self.aliases)
        self.column.addLayout(self._merged)
        self.column.addWidget(self._own)
        self._add_name.triggered.connect(self.aliases.adder.begin)
        self.aliases.alias_added.connect(self.alias_added)
        self.aliases.alias_removed.connect(self.alias_removed)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.aliases.set_theme(theme)
        for action in self.kind_menu.actions():
            action.setIcon(kind_icon(Kind(action.data()), theme))
        self.state_button.setIcon(icon("check", theme))
        self._show_standing()

    def show_entity(self, entity: Entity) -> None:
        """Show an entity; of another one than before it isn't known yet what was said of it."""
        is_other = self._entity is None or entity.id != self._entity.id
        self._entity = entity
        if is_other:
            self._standing, self._is_confirmed = Standing(), False
            self._call_off()
        self.name.setText(one_line(entity.name))
        self.aliases.show_aliases(entity.aliases, is_other=is_other)
        self._show_standing()

    def show_standing(
        self, standing: Standing, *, is_named: bool, has_unconfirmed: bool = False
    ) -> None:
        """Show what the user said of the entity; `is_named` where any article names it.

        `has_unconfirmed` where there are mentions that nobody has confirmed.
        """
        self._standing, self._is_named = standing, is_named
        self._is_confirmed = standing.state is State.CONFIRMED and not has_unconfirmed
        self._show_standing()

    def clear(self) -> None:
        """Forget the entity, and what is being typed of it."""
        self._entity = None
        self._call_off()
        self.aliases.adder.close_field()

    def begin_renaming(self) -> None:
        """Let the name be typed anew, where the entity is somebody."""
        if self._entity is None or self._entity.candidates:
            return
        self.name_edit.setText(one_line(self._entity.name))
        self.name_edit.selectAll()
        self.name.hide()
        self.name_edit.show()
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # ---- parts

    def _build_name(self, scale: float) -> None:
        self.name = _Name()
        self.name.setFont(scaled_font(self.font(), scale, bold=True))
        self.name.clicked.connect(self.begin_renaming)
        self.name_edit = NameField()
        self.name_edit.setFont(scaled_font(self.font(), min(scale, 1.35), bold=True))
        self.name_edit.hide()
        self.name_edit.returnPressed.connect(self._hand_on_name)
        self.name_edit.left.connect(self._hand_on_name)
        self.name_edit.called_off.connect(self._call_off)
        self._rename = QAction(self)
        self._rename.triggered.connect(self.begin_renaming)
        self._copy = QAction(self)
        self._copy.triggered.connect(self._on_copy)
        self._add_name = QAction(self)
        self.name.addActions([self._rename, self._add_name, self._copy])
        self.name.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        # Of the whole card that this is the head of.
        self.rename_key = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        self.rename_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.rename_key.activated.connect(self.begin_renaming)

    def _build_kind(self) -> None:
        self.kind_button = self._button()
        self.kind_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.kind_menu = QMenu(self.kind_button)
        for kind in ENTITY_KINDS:
            action = self.kind_menu.addAction("")
            action.setData(kind)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, kind=kind: self._on_kind(kind))
        self.kind_button.setMenu(self.kind_menu)
        self.state_button = self._button()
        self.state_button.setCheckable(True)
        self.state_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.state_button.clicked.connect(self._on_state_clicked)
        self.merge_button = self._button()
        self.merge_button.clicked.connect(self.merge_requested)
        self.kind_button.setIconSize(SAMPLE_SIZE)
        self.kind_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._buttons = FlowLayout(gap=6)
        for widget in (self.kind_button, self.state_button, self.merge_button, QWidget()):
            self._buttons.addWidget(widget)  # the last one takes the rest of the line

    def add_button(self, button: QWidget) -> None:
        """Put one more button behind the others."""
        self._buttons.insert_widget(self._buttons.count() - 1, button)

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "choose")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _show_standing(self) -> None:
        entity, standing = self._entity, self._standing
        if entity is None:
            return
        is_open = bool(entity.candidates)
        question = [self.tr("open question")] if is_open else []
        self.kind_button.setText(" · ".join([kind_name(entity.kind), *question]))
        self.kind_button.setEnabled(not is_open)
        if self._theme is not None:
            self.kind_button.setIcon(kind_icon(entity.kind, self._theme))
        for action in self.kind_menu.actions():
            action.setChecked(Kind(action.data()) is entity.kind)  # it comes back as str
        is_confirmed = self._is_confirmed
        for widget in (self.state_button, self.merge_button, self.aliases):
            widget.setVisible(not is_open)
        self.state_button.setChecked(is_confirmed)
        if is_confirmed:
            self.state_button.setText(self.tr("Confirmed"))
        elif standing.state is State.CONFIRMED:
            self.state_button.setText(self.tr("Confirm the rest"))
        else:
            self.state_button.setText(self.tr("Confirm"))
        self.state_button.setToolTip(
            self.tr("See what you said of it")
            if is_confirmed
            else self.tr("Vouch for it and its mentions")
        )
        self.name.setCursor(
            Qt.CursorShape.ArrowCursor if is_open else Qt.CursorShape.PointingHandCursor
        )
        self._rename.setEnabled(not is_open)
        self._add_name.setEnabled(not is_open)
        self._own.setVisible(standing.is_own)
        self.delete_button.setVisible(not self._is_named)
        self._show_merged()

    def _show_merged(self) -> None:
        """Make the rows of those that were merged anew: they are few, and seldom change."""
        while (item := self._merged.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.split_buttons = []
        for member in self._standing.merged:
            row = QWidget()
            label = PlainLabel(max_lines=2)
            label.setProperty("role", "muted")
            label.setText(self.tr("Merged: {0}").format(one_line(member.name)))
            button = LinkButton(self.tr("Split"))
            button.setAccessibleName(self.tr("Split {0} off").format(one_line(member.name)))
            button.set_hint(self.tr("Two entities again, each with its note"))
            button.clicked.connect(
                lambda _checked=False, member_id=member.id: self.split_requested.emit(member_id)
            )
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(label, 1)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._merged.addWidget(row)
            self.split_buttons.append(button)

    # ---- what happens

    def _hand_on_name(self) -> None:
        if self.name_edit.isHidden() or self._entity is None:
            return
        name = one_line(self.name_edit.text())
        self._call_off()
        if name and name != one_line(self._entity.name):
            self.rename_requested.emit(name)

    def _call_off(self) -> None:
        if not self.name_edit.isHidden():
            self.name_edit.hide()
            self.name.show()

    def _on_kind(self, kind: Kind) -> None:
        if self._entity is not None and kind is not self._entity.kind:
            self.kind_requested.emit(kind)
        self._show_standing()

    def _on_state_clicked(self) -> None:
        if self._is_confirmed:
            self.said_requested.emit()
        else:
            self.confirm_requested.emit()
        self._show_standing()

    def _on_copy(self) -> None:
        if self._entity is not None:
            QGuiApplication.clipboard().setText(self._entity.name)

    def _retranslate(self) -> None:
        self._rename.setText(self.tr("Rename…"))
        self._add_name.setText(self.tr("Add another name…"))
        self._copy.setText(self.tr("Copy the name"))
        self.name.setToolTip(self.tr("Rename (F2)"))
        self.name_edit.setAccessibleName(self.tr("Name"))
        self.kind_button.setToolTip(self.tr("Change the kind"))
        self.merge_button.setText(self.tr("Merge…"))
        self.merge_button.setToolTip(self.tr("It is the same as another one: make them one"))
        self._own_label.setText(self.tr("Made by hand"))
        self.delete_button.set_text(self.tr("Delete"))
        for action in self.kind_menu.actions():
            action.setText(kind_name(Kind(action.data())))
        self._show_standing()
