"""The palette between the window's actions, the open article and the library."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from reader.core.entities import Entity
from reader.core.notes import NoteTarget, TargetKind
from reader.core.shelf import Label, LabelKind
from reader.ui.actions import NEEDING_ARTICLE, Actions
from reader.ui.background import LibraryThread
from reader.ui.kinds import kind_name
from reader.ui.palette.entries import Entry, EntryKind, ordered, wish
from reader.ui.palette.matching import fit, text
from reader.ui.palette.popup import Palette
from reader.ui.plain_text import one_line
from reader.ui.shortcuts.listing import Listed, listed, plain
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.store.library import Library

_MOST_FOUND = 18
_MOST_RECENT = 12
_KEPT = "palette_recent"


class PaletteDesk(QObject):
    """Open the palette, fill it, and do what is chosen; it remembers what was used last.

    `entities` returns those of the open article, `labels` the collections and tags. The library is
    asked in its thread, by one question at a time: what is typed meanwhile waits for the answer.
    """

    entity_chosen = Signal(str)  # its id
    article_chosen = Signal(str)  # its id
    label_chosen = Signal(object)  # Label

    def __init__(
        self,
        window: QMainWindow,
        *,
        actions: Actions,
        library: LibraryThread,
        entities: Callable[[], Sequence[Entity]],
        labels: Callable[[], Sequence[Label]],
        back_to: QWidget,
        recent: object = "",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._library = library
        self._entities = entities
        self._labels = labels
        self._back_to = back_to
        self.recent = str(recent or "").split()  # keys of entries, the last one first
        self._here: list[Entry] = []
        self._found: list[Entry] = []
        self._found_for = ""
        self._asked: str | None = None  # what the library is looking for
        self._theme: Theme | None = None
        self.palette: Palette | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        if self.palette is not None:
            self.palette.set_theme(theme)

    def kept(self) -> tuple[str, str]:
        """Return what is to be remembered: under which name, and what."""
        actions = [key for key in self.recent if key.startswith("action:")]
        return _KEPT, " ".join(actions)

    def show(self) -> None:
        """Open the palette, or close it where it is open."""
        if self.palette is not None and self.palette.isVisible():
            self.palette.leave()
            return
        if self.palette is None:
            self.palette = Palette(self._window)
            self.palette.typed.connect(self._on_typed)
            self.palette.entry_chosen.connect(self._on_entry_chosen)
            if self._theme is not None:
                self.palette.set_theme(self._theme)
        self._here = self._entries_here()
        self._found, self._found_for = [], ""
        self.palette.open(back_to=self._back_to)

    # ---- what there is

    def _entries_here(self) -> list[Entry]:
        menu_bar = self._window.menuBar()
        actions = [self._of_action(each) for each in listed(menu_bar) if each.name != "palette"]
        here = [self._of_entity(entity) for entity in self._entities() if not entity.candidates]
        return [*actions, *here, *map(self._of_label, self._labels())]

    def _of_action(self, each: Listed) -> Entry:
        path = " › ".join(each.path)
        return Entry(
            EntryKind.ACTION,
            key=f"action:{each.name}",
            name=each.words.rstrip("…"),
            run=each.action.trigger,
            detail=path,
            keys=each.keys,
            why=self._why_not(each.name, each.action),
            enabled=each.action.isEnabled(),
            icon="check" if each.action.isChecked() else "",
            sought=text(each.words, path, self._english(each.name), each.keys_to_find),
        )

    def _english(self, name: str) -> str:
        return plain(self._actions.source_of(name))

    def _of_entity(self, entity: Entity) -> Entry:
        return Entry(
            EntryKind.NAME,
            key=f"name:{entity.id}",
            name=entity.name,
            run=lambda: self.entity_chosen.emit(entity.id),
            detail=self.tr("{kind} · in this article").format(kind=kind_name(entity.kind)),
            entity_kind=entity.kind,
            sought=text(" ".join((entity.name, *entity.aliases))),
        )

    def _of_label(self, label: Label) -> Entry:
        is_tag = label.kind is LabelKind.TAG
        return Entry(
            EntryKind.LABEL,
            key=f"label:{label.id}",
            name=label.name,
            run=lambda: self.label_chosen.emit(label),
            detail=self.tr("Tag") if is_tag else self.tr("Collection"),
            icon="tag" if is_tag else "collection",
            sought=text(label.name),
        )

    def _why_not(self, name: str, action: QAction) -> str:
        if action.isEnabled():
            return ""
        if name in NEEDING_ARTICLE:
            return self.tr("Open an article first")
        return {
            "undo": self.tr("There is nothing to undo"),
            "redo": self.tr("There is nothing to do again"),
            "back": self.tr("There is nothing to go back to"),
            "forward": self.tr("There is nothing to go forward to"),
        }.get(name, self.tr("Not possible at present"))

    # ---- what is typed

    def _on_typed(self, typed: str) -> None:
        self._show(typed)
        self._ask()

    def _show(self, typed: str) -> None:
        assert self.palette is not None
        wanted, found = wish(typed), self._found
        if wanted.text != self._found_for:  # what was found for fewer letters stays, where it fits
            found = [
                each for each in found if each.sought and fit(wanted.words, each.sought) is not None
            ]
        self.palette.show_entries(ordered(self._here, found, wanted, self.recent))

    def _wanted_of_library(self) -> str | None:
        """Return what the library is to be asked for: "" is what was worked on last."""
        if self.palette is None or self.palette.isHidden():
            return None
        wanted = wish(self.palette.edit.text())
        is_asked = EntryKind.NAME in wanted.kinds and (wanted.words or len(wanted.kinds) == 1)
        return wanted.text if is_asked else None

    def _ask(self) -> None:
        sought = self._wanted_of_library()
        if self._asked is not None or sought is None:
            return
        self._asked = sought

        def find(library: "Library") -> list[NoteTarget]:
            return library.notebook.complete(sought, limit=_MOST_FOUND)

        def done(targets: Sequence[NoteTarget]) -> None:
            self._asked = None
            wanted = self._wanted_of_library()
            if wanted is not None and self.palette is not None:
                self._found = [self._of_target(each) for each in targets]
                self._found_for = sought
                self._show(self.palette.edit.text())
            if wanted != sought:
                self._ask()

        self._library.call(find, done=done, failed=lambda _error: done(()))

    def _of_target(self, target: NoteTarget) -> Entry:
        if target.kind is TargetKind.ENTITY and target.entity_kind is not None:
            kind = kind_name(target.entity_kind)
            return Entry(
                EntryKind.NAME,
                key=f"name:{target.id}",
                name=target.name,
                run=lambda: self.entity_chosen.emit(target.id),
                detail=" · ".join(part for part in (kind, one_line(target.detail)) if part),
                entity_kind=target.entity_kind,
                sought=text(f"{target.name} {target.detail}"),
            )
        return Entry(
            EntryKind.ARTICLE,
            key=f"article:{target.id}",
            name=target.name,
            run=lambda: self.article_chosen.emit(target.id),
            detail=target.detail,
            icon="article",
            sought=text(f"{target.name} {target.detail}"),
        )

    # ---- what is chosen

    def _on_entry_chosen(self, entry: Entry) -> None:
        rest = [key for key in self.recent if key != entry.key]
        self.recent = [entry.key, *rest][:_MOST_RECENT]
        QTimer.singleShot(0, self, entry.run)  # once the keyboard is back where it was


def _fits(entry: Entry, words: list[str]) -> bool:
    return entry.sought is not None and fit(words, entry.sought) is not None
