"""The page of all that the user said of names, to be looked through and taken back."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.corrections import Action, ListedChange, Scope, Wanted
from reader.ui.correcting import said_words
from reader.ui.correcting.said_rows import SaidDelegate, SaidRows
from reader.ui.drop_down import DropDown
from reader.ui.field_names import name_field
from reader.ui.focus import lead_focus
from reader.ui.icons import icon
from reader.ui.keys import ENTER, claims
from reader.ui.page_column import GAP, TOP, ColumnLayout, EmptySentence, PageTitle
from reader.ui.panel.entity_list import FilterEdit
from reader.ui.plain_text import one_line
from reader.ui.theme import Theme
from reader.ui.timers import single_shot

_SETTLED_MS = 150  # after the last key the list is read
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SaidView(QListView):
    """The rows: Enter opens the place, Delete takes back."""

    opened = Signal()
    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Delete from the window's shortcuts."""
        return claims(event, (*ENTER, *_REMOVING)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the place with Enter, take back with Delete."""
        if event.key() in ENTER:
            self.opened.emit()
        elif event.key() in _REMOVING:
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)


class SaidPage(QWidget):
    """List what was said, the newest first; whoever wires it reads that."""

    wanted = Signal()  # the filter is another one
    more_needed = Signal(int)  # how many are listed
    taken_back = Signal(object)  # list[ListedChange]: to be undone
    done_again = Signal(object)  # list[ListedChange]: to be redone
    place_requested = Signal(object)  # ListedChange
    entity_requested = Signal(str)  # an entity's id
    overrule_requested = Signal(object)  # ListedChange: to hold in its exceptions, too

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saidPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme: Theme | None = None
        self._article = ("", "")  # the open one's id and title
        self._entity = ("", "")  # the id and the name of the one that is listed alone
        self.rows = SaidRows(self)
        self._delegate = SaidDelegate(self)
        self.view = SaidView()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(self._delegate)
        self._settled = single_shot(self, _SETTLED_MS, self.wanted.emit)
        self.title = PageTitle()
        self._nothing = EmptySentence()
        head, foot = ColumnLayout(top=TOP), ColumnLayout(top=GAP)
        head.addWidget(self.title)
        head.addLayout(self._build_filters())
        head.addLayout(self._build_segments())
        foot.addLayout(self._build_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self._nothing, 1)
        column.addLayout(foot)
        lead_focus(self, self.view)
        self._wire()
        self._retranslate()
        self._show_state()

    # ---- what is shown

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self._delegate.set_theme(theme)
        self.entity_button.setIcon(icon("close", theme))
        self.view.viewport().update()

    def filter(self) -> Wanted:
        """Return what is to be listed."""
        action, scope = self.kinds_box.currentData(), self.scopes_box.currentData()
        return Wanted(
            self._article[0] if self.here.isChecked() else "",
            self._entity[0],
            (Action(action),) if action else (),  # it comes as a str
            (Scope(scope),) if scope else (),
            self.filter_edit.text(),
            undone=self._segments.checkedId() == 1,
        )

    def set_article(self, document_id: str, title: str) -> None:
        """Take note of which article is open; it may be listed alone."""
        is_other = document_id != self._article[0]
        self._article = (document_id, title)
        self.here.setVisible(bool(document_id))
        if is_other and self.here.isChecked():
            self._settled.start()

    def set_entity(self, entity_id: str, name: str) -> None:
        """List what was said of one entity alone; "" for all."""
        self._entity = (entity_id, name)
        self._retranslate()

    def set_changes(self, changes: list[ListedChange], *, has_more: bool) -> None:
        """List changes; the current row stays current where it is still there."""
        current = self.rows.change(self.view.currentIndex())
        at = self.view.currentIndex().row()
        self.rows.set_changes(changes, has_more=has_more)
        row = self.rows.row_of(current.id) if current is not None else None
        if row is None:
            row = min(max(at, 0), self.rows.rowCount() - 1)
        if row >= 0:
            self.view.setCurrentIndex(self.rows.index(row))
        self._show_state()

    def chosen(self) -> list[ListedChange]:
        """Return the changes that are selected, in their order."""
        rows = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        found = (self.rows.change(index) for index in rows)
        return [change for change in found if change is not None]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # ---- parts

    def _build_filters(self) -> QHBoxLayout:
        self.filter_edit = FilterEdit()
        self.filter_edit.setClearButtonEnabled(True)
        self.kinds_box = DropDown()
        self.kinds_box.addItem("", None)
        for action in Action:
            self.kinds_box.addItem("", action)
        self.scopes_box = DropDown()
        self.scopes_box.addItem("", None)
        for scope in Scope:
            self.scopes_box.addItem("", scope)
        for box in (self.kinds_box, self.scopes_box):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.filter_edit, 4)
        line.addWidget(self.kinds_box, 3)
        line.addWidget(self.scopes_box, 3)
        return line

    def _build_segments(self) -> QHBoxLayout:
        self._segments = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(4)
        self.holding_button, self.undone_button = QToolButton(), QToolButton()
        for which, button in enumerate((self.holding_button, self.undone_button)):
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._segments.addButton(button, which)
            line.addWidget(button)
        self.holding_button.setChecked(True)
        line.addStretch()
        self.entity_button, self.here = QToolButton(), QToolButton()
        self.entity_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.here.setCheckable(True)
        for button in (self.entity_button, self.here):
            button.setProperty("role", "choose")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button)
        self.here.hide()
        return line

    def _build_buttons(self) -> QHBoxLayout:
        self.open_button, self.undo_button = QPushButton(), QPushButton()
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(self.open_button)
        line.addWidget(self.undo_button)
        return line

    def _wire(self) -> None:
        self.filter_edit.textChanged.connect(lambda _text: self._settled.start())
        self.filter_edit.left_downwards.connect(self.view.setFocus)
        for box in (self.kinds_box, self.scopes_box):
            box.activated.connect(lambda _index: self.wanted.emit())
        self._segments.idClicked.connect(lambda _which: self._on_segment_clicked())
        self.here.toggled.connect(lambda _on: self.wanted.emit())
        self.entity_button.clicked.connect(self._on_entity_left)
        self.rows.more_needed.connect(self.more_needed)
        self.view.opened.connect(self._on_opened)
        self.view.removal_requested.connect(self._on_undo)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self.open_button.clicked.connect(self._on_opened)
        self.undo_button.clicked.connect(self._on_undo)

    # ---- states

    def _show_state(self) -> None:
        has_rows = self.rows.rowCount() > 0
        for part in (self.view, self.open_button, self.undo_button):
            part.setVisible(has_rows)
        self._nothing.setVisible(not has_rows)
        self._nothing.setText(self._empty_text())
        self._show_buttons()

    def _empty_text(self) -> str:
        asked = self.filter()
        if asked.text or asked.actions or asked.scopes or asked.document_id or asked.entity_id:
            return self.tr("No correction matches the filter.")
        if asked.undone:
            return self.tr("Nothing was taken back.")
        return self.tr(
            "What you correct in articles and on cards is listed here, and can be taken back."
        )

    def _show_buttons(self) -> None:
        chosen = self.chosen()
        self.open_button.setEnabled(len(chosen) == 1)
        self.undo_button.setEnabled(bool(chosen))
        self.undo_button.setText(
            self.tr("Do again") if self.filter().undone else self.tr("Take back")
        )
        is_of_article = bool(chosen) and bool(chosen[0].corrections[0].document_id)
        self.open_button.setText(
            self.tr("Show in the article") if is_of_article else self.tr("Show the entity")
        )

    def _retranslate(self) -> None:
        self.title.label.setText(self.tr("Corrections"))
        self.filter_edit.setPlaceholderText(self.tr("Filter by name"))
        name_field(self.filter_edit, self.tr("Filter by name"))
        self.view.setAccessibleName(self.tr("Corrections"))
        self.holding_button.setText(self.tr("Holding"))
        self.undone_button.setText(self.tr("Taken back"))
        self.here.setText(self.tr("In this article only"))
        self.entity_button.setText(one_line(self._entity[1]))
        self.entity_button.setVisible(bool(self._entity[0]))
        self.entity_button.setToolTip(self.tr("List those of all names again"))
        self.entity_button.setAccessibleName(self.tr("List those of all names again"))
        self.kinds_box.setAccessibleName(self.tr("Which corrections"))
        self.scopes_box.setAccessibleName(self.tr("How far they reach"))
        self.kinds_box.setItemText(0, self.tr("All corrections"))
        for number, action in enumerate(Action, start=1):
            self.kinds_box.setItemText(number, said_words.action_filter_name(action))
        self.scopes_box.setItemText(0, self.tr("However far"))
        for number, scope in enumerate(Scope, start=1):
            self.scopes_box.setItemText(number, said_words.scope_filter_name(scope))
        self._show_state()

    # ---- what happens

    def _on_segment_clicked(self) -> None:
        self.rows.set_changes([], has_more=False)  # they are of the other list
        self.wanted.emit()

    def _on_entity_left(self) -> None:
        self.set_entity("", "")
        self.wanted.emit()

    def _on_opened(self) -> None:
        chosen = self.chosen()
        if len(chosen) != 1:
            return
        first = chosen[0].corrections[0]
        if first.document_id:
            self.place_requested.emit(chosen[0])
        elif first.entity_id:
            self.entity_requested.emit(first.entity_id)

    def _on_undo(self) -> None:
        chosen = self.chosen()
        if chosen:
            (self.done_again if self.filter().undone else self.taken_back).emit(chosen)

    def _list_like(self, change: ListedChange) -> None:
        """List all that was said of the name."""
        self.set_entity("", "")
        for box in (self.kinds_box, self.scopes_box):
            box.setCurrentIndex(0)
        self.here.setChecked(False)
        self.filter_edit.setText(change.corrections[0].name)

    def _on_menu_requested(self, place: QPoint) -> None:
        if not self.chosen():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        slots = (self.open_button, self._on_opened), (self.undo_button, self._on_undo)
        for button, slot in slots:
            menu.addAction(button.text(), slot).setEnabled(button.isEnabled())
        chosen = self.chosen()
        if len(chosen) == 1 and chosen[0].exceptions:
            menu.addSeparator()
            menu.addAction(self.tr("List the exceptions"), lambda: self._list_like(chosen[0]))
            menu.addAction(
                self.tr("Correct it there, too"), lambda: self.overrule_requested.emit(chosen[0])
            )
        menu.popup(self.view.viewport().mapToGlobal(place))
