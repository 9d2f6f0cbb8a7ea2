"""The notes between their editors and the library: links, tags, versions, quotations, undo."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from reader.core.entities import Note
from reader.core.errors import ReaderError
from reader.core.notes import Backlink, NoteTarget, NoteVersion
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.library.undoable import LibraryChanges
from reader.ui.notes.links import NoteLinks
from reader.ui.notes.undo import NoteUndo
from reader.ui.panel.note_editor import NoteEditor
from reader.ui.plain_text import one_line
from reader.ui.theme import Theme
from reader.ui.timers import single_shot

if TYPE_CHECKING:
    from reader.store.library import Library
    from reader.ui.versions_dialog import Version

_AROUND_AFTER_MS = 250
"""How long after a change the tags and backlinks that are shown are read anew."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What is shown below a note."""

    tags: list[str]
    known_tags: list[str]
    backlinks: list[Backlink]


class NoteDesk(QObject):
    """Serve every editor of notes in the window."""

    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        window: QWidget,
        *,
        controller: ArticleController,
        library: LibraryThread,
        changes: LibraryChanges,
        links: NoteLinks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._links = links
        self._keeper = controller.note_keeper
        self._theme: Theme | None = None
        self._editors: list[NoteEditor] = []
        self._tags: dict[str, list[str]] = {}  # of the open article's entities, by id
        self._controller = controller
        self._changes = changes
        self.undo = NoteUndo(changes.undo_stack, self._keeper.replace, self)
        self._around_timer = single_shot(self, _AROUND_AFTER_MS, self._read_all_around)
        changes.changed.connect(self._around_timer.start)  # a tag has another name, perhaps
        self._keeper.note_written.connect(self.undo.write)
        self._keeper.note_saved.connect(lambda *_: self._around_timer.start())
        controller.recognition_changed.connect(lambda _article: self._around_timer.start())
        controller.article_opened.connect(lambda _article: self._around_timer.start())

    def add(self, editor: NoteEditor) -> None:
        """Serve an editor."""
        self._editors.append(editor)
        if self._theme is not None:
            editor.set_theme(self._theme)
        editor.note_shown.connect(lambda entity_id: self._read_around(editor, entity_id))
        editor.note_left.connect(self._on_note_left)
        editor.target_chosen.connect(self._keeper.choose)
        editor.edit.completion_wanted.connect(
            lambda typed: self.complete(typed, lambda found: editor.edit.offer(typed, found))
        )
        editor.name_followed.connect(self._links.follow_name)
        editor.address_followed.connect(self._on_address_followed)
        editor.history_requested.connect(self.show_history)
        editor.tags_edited.connect(self._on_tags_edited)
        editor.backlinks.backlink_chosen.connect(self._links.follow_backlink)

    def set_theme(self, theme: Theme) -> None:
        """Give the editors the theme's colours."""
        self._theme = theme
        for editor in self._editors:
            editor.set_theme(theme)

    def complete(self, typed: str, done: Callable[[list[NoteTarget]], None]) -> None:
        """Find what a link may lead to whose name is being typed."""
        self._library.call(
            lambda library: library.notebook.complete(typed), done=done, failed=self.failed.emit
        )

    # ---- versions

    def show_history(self, entity_id: str, name: str) -> None:
        """Show what the note on an entity said before."""
        if not entity_id:
            return
        for editor in self._editors:
            editor.flush()

        def read(library: "Library") -> tuple[Note | None, list[NoteVersion]]:
            return library.notebook.note(entity_id), library.notebook.versions(entity_id)

        def done(found: tuple[Note | None, list[NoteVersion]]) -> None:
            # Here, as in `_listed`, since the window can be seen sooner without.
            from reader.ui.versions_dialog import Part, VersionsDialog

            note, versions = found
            current = note.text if note is not None else ""
            assert self._theme is not None
            dialog = VersionsDialog(
                self._window,
                title=self.tr("History of the note on {0}").format(one_line(name)),
                current=(Part(current),),
                versions=[self._listed(each) for each in versions],
                none=self.tr(
                    "There is no earlier version yet: one is kept every ten minutes of writing, "
                    "and before each deletion, merge and restoring."
                ),
                theme=self._theme,
            )
            dialog.restore_requested.connect(lambda number: self._restore(entity_id, number))
            dialog.open()

        self._library.call(read, done=done, failed=self.failed.emit)

    def _listed(self, version: NoteVersion) -> "Version":
        from reader.ui.versions_dialog import Part, Version

        words = self.tr("%n word(s)", "", len(version.text.split()))
        return Version(version.number, version.saved, (Part(version.text),), words)

    def _restore(self, entity_id: str, number: int) -> None:
        def done(note: Note, before: str) -> None:
            self.undo.replace(self.tr("restore the note"), entity_id, before, note.text)
            self.undoable_done.emit(self.tr("The note is as it was then."))

        self._keeper.change(
            entity_id, lambda library: library.notebook.restore(entity_id, number), done=done
        )

    # ---- quotations

    def append(self, target: NoteTarget, text: str) -> None:
        """Add a paragraph to the note on an entity."""
        for editor in self._editors:
            editor.flush()

        def done(note: Note, before: str) -> None:
            self.undo.replace(self.tr("quote in the note"), target.id, before, note.text)
            self.undoable_done.emit(
                self.tr("Quoted in the note on {name}.").format(name=target.name)
            )

        self._keeper.change(
            target.id, lambda library: library.notebook.append(target.id, text), text, done
        )

    # ---- tags, and what links here

    def _on_tags_edited(self, entity_id: str, tags: tuple[str, ...]) -> None:
        if not entity_id:
            return
        self.undo.end_spell()
        self._changes.do(
            self.tr("change the tags"),
            lambda library: (library.notebook.set_tags(entity_id, tags), True),
            lambda library, before: library.notebook.put_tags_back(entity_id, before[0]),
            lambda _outcome: None,
            after=self._read_all_around,
        )

    def tags_of(self, entity_id: str) -> list[str]:
        """Return the tags of an entity of the open article."""
        return self._tags.get(entity_id, [])

    def _read_tags(self) -> None:
        recognition = self._controller.recognition
        ids = [entity.id for entity in recognition.entities] if recognition else []

        def done(tags: dict[str, list[str]]) -> None:
            self._tags = tags

        self._library.call(
            lambda library: library.notebook.tags_of(ids), done=done, failed=self._on_around_failed
        )

    def _read_all_around(self) -> None:
        self._read_tags()
        self._editors = [editor for editor in self._editors if isValid(editor)]
        for editor in self._editors:
            if editor.entity_id:
                self._read_around(editor, editor.entity_id)

    def _read_around(self, editor: NoteEditor, entity_id: str) -> None:
        def read(library: "Library") -> _Around:
            notebook = library.notebook
            return _Around(
                notebook.tags(entity_id),
                [name for name, _count in notebook.known_tags()],
                notebook.backlinks(entity_id),
            )

        def done(around: _Around) -> None:
            if isValid(editor):
                editor.show_around(
                    entity_id,
                    tags=around.tags,
                    known_tags=around.known_tags,
                    backlinks=around.backlinks,
                )

        self._library.call(read, done=done, failed=self._on_around_failed)

    def _on_around_failed(self, _error: ReaderError) -> None:
        """Say nothing: what could be read of the entity itself has said it."""

    def _on_note_left(self) -> None:
        """End the spell of writing, once what was written is on the disk."""
        self._library.call(lambda _library: None, done=lambda _none: self.undo.end_spell())

    def _on_address_followed(self, entity_id: str, address: str, at: QPoint) -> None:
        text = next((each.edit.text() for each in self._editors if each.entity_id == entity_id), "")
        self._links.follow_address(address, at, note=text)
