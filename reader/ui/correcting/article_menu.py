"""The menu over the article's text: of a mention, of a selection, of the bare text."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from reader.core.annotations import Colour
from reader.core.corrections import Scope, State, state_of
from reader.core.entities import Entity
from reader.core.mentions import Kind, Mention
from reader.ui.correcting.scoped_menu import ScopedMenu
from reader.ui.kinds import colour_name, kind_name
from reader.ui.plain_text import in_quotes, one_line
from reader.ui.shortcuts.listing import keys_in_words
from reader.ui.theme import Theme

_LONGEST = 40  # characters of a name in a menu


class ArticleMenu(QObject):
    """Build the menus; every wish is a signal."""

    confirm_requested = Signal(object)  # Mention
    confirm_entity_requested = Signal(object)  # Mention
    reject_requested = Signal(object)  # Mention
    kind_requested = Signal(object, object)  # Mention, Kind
    link_requested = Signal(object)  # Mention
    merge_requested = Signal(object)  # Mention
    rename_requested = Signal(object)  # Mention
    bounds_requested = Signal(bool, bool)  # at the start, outwards: of the current mention
    card_requested = Signal(object)  # Mention
    copy_text_requested = Signal(str)
    mark_requested = Signal(object, object)  # span, Kind
    rebound_requested = Signal(object)  # span
    annotate_requested = Signal(object)  # Colour
    comment_requested = Signal()
    copy_requested = Signal()
    select_all_requested = Signal()
    scope_chosen = Signal(object)  # Scope

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.copy_keys = ""  # that copy the selection

    def of_mention(
        self, mention: Mention, entity: Entity, surface: str, *, scope: Scope, theme: Theme
    ) -> ScopedMenu:
        """Return the menu of a mention; it goes once it is closed."""
        menu = self._scoped(scope)
        menu.title_line(self._title(surface, entity))
        menu.add_scopes()
        is_open = bool(entity.candidates)
        is_confirmed = state_of(mention) is State.CONFIRMED
        menu.add(
            self.tr("Confirmed") if is_confirmed else self.tr("Confirm"),
            lambda: self.confirm_requested.emit(mention),
            key="E",
            enabled=not is_open and not is_confirmed,
        )
        menu.add(self.tr("Not a name"), lambda: self.reject_requested.emit(mention), key="X")
        menu.addSeparator()
        menu.add_kinds(
            self.tr("Is: {0}"),
            lambda kind: self.kind_requested.emit(mention, kind),
            theme=theme,
            without=mention.kind,
        )
        menu.addSeparator()
        menu.add(
            self.tr("Means someone or something else…"),
            lambda: self.link_requested.emit(mention),
            key="L",
        )
        if not is_open:
            self._add_of_entity(menu, mention)
        self._add_bounds(menu)
        menu.addSeparator()
        enter = keys_in_words([QKeySequence(Qt.Key.Key_Return)])
        menu.add(self.tr("Open the card"), lambda: self.card_requested.emit(mention), key=enter)
        menu.add(self.tr("Copy the name"), lambda: self.copy_text_requested.emit(entity.name))
        return menu

    def of_selection(
        self, span: tuple[int, int], text: str, *, mention: Mention | None, theme: Theme
    ) -> ScopedMenu:
        """Return the menu of a selection; `mention` is the one name that it reaches into."""
        menu = self._scoped(Scope.ARTICLE)
        menu.title_line(in_quotes(_short(text)))
        menu.addSeparator()
        self._add_marks(menu, span, theme)
        if mention is not None:
            menu.add(
                self.tr("Is the whole name"), lambda: self.rebound_requested.emit(span), key="B"
            )
        menu.addSeparator()
        colours = menu.addMenu(self.tr("Annotate"))
        for colour in Colour:
            colours.addAction(
                colour_name(colour), lambda colour=colour: self.annotate_requested.emit(colour)
            )
        menu.add(self.tr("Annotate and comment"), self.comment_requested.emit, key="C")
        menu.add(self.tr("Copy"), self.copy_requested.emit, key=self.copy_keys)
        return menu

    def of_text(self) -> ScopedMenu:
        """Return the menu of text where nothing is marked or selected."""
        menu = self._scoped(Scope.ARTICLE)
        select_all = QKeySequence(QKeySequence.StandardKey.SelectAll)
        keys = keys_in_words([select_all])
        menu.add(self.tr("Select all"), self.select_all_requested.emit, key=keys)
        return menu

    def of_kinds(self, mention: Mention, surface: str, *, scope: Scope, theme: Theme) -> ScopedMenu:
        """Return the choice of another kind for a mention."""
        menu = self._scoped(scope)
        menu.title_line(f"{in_quotes(_short(surface))} · {kind_name(mention.kind)}")
        menu.add_scopes()
        menu.add_kinds(
            "{0}",
            lambda kind: self.kind_requested.emit(mention, kind),
            theme=theme,
            without=mention.kind,
        )
        return menu

    def of_marks(self, span: tuple[int, int], text: str, *, theme: Theme) -> ScopedMenu:
        """Return the choice of a kind for what is selected."""
        menu = self._scoped(Scope.ARTICLE)
        menu.title_line(in_quotes(_short(text)))
        self._add_marks(menu, span, theme)
        return menu

    def _scoped(self, scope: Scope) -> ScopedMenu:
        menu = ScopedMenu(scope, self._parent)
        menu.scope_chosen.connect(self.scope_chosen)
        return menu

    def _title(self, surface: str, entity: Entity) -> str:
        kind = kind_name(entity.kind)
        if entity.candidates or one_line(surface) == one_line(entity.name):
            return f"{in_quotes(_short(surface))} · {kind}"
        return f"{in_quotes(_short(surface))} → {_short(entity.name)} · {kind}"

    def _add_marks(self, menu: ScopedMenu, span: tuple[int, int], theme: Theme) -> None:
        menu.add_kinds(
            self.tr("Mark as: {0}"),
            lambda kind: self.mark_requested.emit(span, kind),
            theme=theme,
            without=Kind.DEMONYM,
        )

    def _add_of_entity(self, menu: ScopedMenu, mention: Mention) -> None:
        menu.add(self.tr("Merge with…"), lambda: self.merge_requested.emit(mention), key="M")
        menu.add(
            self.tr("Rename…"),
            lambda: self.rename_requested.emit(mention),
            key="R",
        )
        menu.add(
            self.tr("Confirm all of its mentions here"),
            lambda: self.confirm_entity_requested.emit(mention),
        )

    def _add_bounds(self, menu: ScopedMenu) -> None:
        bounds = menu.addMenu(self.tr("Boundaries"))
        for words, key, at_start, outwards in (
            (self.tr("One word more before it"), "[", True, True),
            (self.tr("One word more after it"), "]", False, True),
            (self.tr("Without its first word"), "{", True, False),
            (self.tr("Without its last word"), "}", False, False),
        ):
            bounds.addAction(
                f"{words}\t{key}",
                lambda a=at_start, o=outwards: self.bounds_requested.emit(a, o),
            )


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
