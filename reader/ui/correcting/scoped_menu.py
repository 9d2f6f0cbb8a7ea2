"""A menu whose head says how far what is chosen in it reaches."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from reader.core.corrections import Scope
from reader.core.mentions import ENTITY_KINDS, Kind
from reader.ui.correcting.words import scope_name
from reader.ui.kind_sample import kind_icon
from reader.ui.kinds import kind_name
from reader.ui.theme import Theme

SCOPES = (Scope.MENTION, Scope.ARTICLE, Scope.EVERYWHERE)


class ScopeRow(QWidget):
    """Three segments, one of which is chosen; a click keeps the menu open."""

    scope_chosen = Signal(object)  # Scope

    def __init__(self, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 4)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for number, each in enumerate(SCOPES):
            button = QToolButton()
            button.setText(scope_name(each))
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch()
        self.set_scope(scope)
        self._group.idClicked.connect(lambda number: self.scope_chosen.emit(SCOPES[number]))

    def set_scope(self, scope: Scope) -> None:
        """Show another scope as the chosen one."""
        self._group.button(SCOPES.index(scope)).setChecked(True)

    def button(self, scope: Scope) -> QAbstractButton:
        """Return the segment of a scope."""
        return self._group.buttons()[SCOPES.index(scope)]


class ScopedMenu(QMenu):
    """A menu with a scope at its head, which the arrow keys and a click change."""

    scope_chosen = Signal(object)  # Scope

    def __init__(self, scope: Scope, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.scope = scope
        self.row: ScopeRow | None = None
        self._by_key: dict[str, QAction] = {}

    def add_scopes(self) -> None:
        """Let the scope be chosen here."""
        self.row = ScopeRow(self.scope)
        self.row.scope_chosen.connect(self._choose)
        action = QWidgetAction(self)
        action.setDefaultWidget(self.row)
        self.addAction(action)

    def add(
        self, words: str, slot: Callable[[], object], *, key: str = "", enabled: bool = True
    ) -> QAction:
        """Add an entry; `key` is said beside it, and chooses it here where it is one character."""
        action = self.addAction(f"{words}\t{key}" if key else words)
        # Once the menu is closed and gone, as what follows may open another.
        action.triggered.connect(lambda _checked=False: QTimer.singleShot(0, slot))
        action.setEnabled(enabled)
        if len(key) == 1:
            self._by_key[key.casefold()] = action
        return action

    def add_kinds(
        self,
        template: str,
        slot: Callable[[Kind], object],
        *,
        theme: Theme,
        without: Kind | None = None,
    ) -> None:
        """Add an entry for each kind of entity, chosen by its number, but for one."""
        for number, kind in enumerate(ENTITY_KINDS, start=1):
            if kind is not without:
                action = self.add(
                    template.format(kind_name(kind)), lambda kind=kind: slot(kind), key=str(number)
                )
                action.setIcon(kind_icon(kind, theme))

    def title_line(self, words: str) -> None:
        """Say at the head what the menu is about."""
        action = self.addAction(words.replace("&", "&&"))
        action.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose an entry by its key, or another scope with ← and →."""
        action = self._by_key.get(event.text().casefold()) if event.text() else None
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        active = self.activeAction()
        if action is not None and action.isEnabled():
            self.close()
            action.trigger()
        elif step and self.row is not None and (active is None or active.menu() is None):
            at = SCOPES.index(self.scope) + step
            self._choose(SCOPES[max(0, min(at, len(SCOPES) - 1))])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the window's bare keys out while the menu is open."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return super().event(event)

    def _choose(self, scope: Scope) -> None:
        self.scope = scope
        if self.row is not None:
            self.row.set_scope(scope)
        self.scope_chosen.emit(scope)
