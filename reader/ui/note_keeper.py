"""Save the notes on entities, abreast of other windows that write on the same ones."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.entities import Note
from reader.core.errors import ReaderError
from reader.core.notes import NoteTarget
from reader.ui.background import LibraryThread
from reader.ui.opened_article import RecognizedArticle

if TYPE_CHECKING:
    from reader.store.library import Library


class NoteKeeper(QObject):
    """Save notes; `shown` returns those of the open article, which are kept abreast."""

    note_saved = Signal(str, str)  # entity id, text
    note_written = Signal(str, str, str)  # entity id, the text before it was written on, and after
    note_joined = Signal(str)  # entity id: another window had written too, both texts are kept
    note_failed = Signal(str)  # entity id: its note is not on the disk
    notes_changed = Signal(object)  # dict[str, Note]
    failed = Signal(object)  # ReaderError

    def __init__(
        self, library: LibraryThread, shown: Callable[[], dict[str, Note]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._shown = shown
        self._dates: dict[str, str] = {}  # the library thread's: of the notes that are known
        self._chosen: dict[str, dict[str, NoteTarget]] = {}  # by entity, by the name in the link

    def learn_dates(self, recognized: RecognizedArticle) -> None:
        """Note which state of each note the window shows from now on; in the library's thread."""
        for entity in recognized.recognition.entities:
            note = recognized.notes.get(entity.id)
            self._dates[entity.id] = note.modified if note else ""

    def learn(self, entity_id: str, note: Note | None) -> None:
        """Note which state of one note the window shows from now on; in the library's thread."""
        self._dates[entity_id] = note.modified if note else ""

    def choose(self, entity_id: str, target: NoteTarget) -> None:
        """Note whom a link means that is being written, where several have the name."""
        name = " ".join(target.name.split())
        self._chosen.setdefault(entity_id, {})[name] = target

    def save(self, entity_id: str, text: str) -> None:
        """Save the note on an entity; an empty text removes it."""
        chosen = dict(self._chosen.get(entity_id, {}))

        def write(library: "Library") -> tuple[Note, str]:
            before = library.notebook.note(entity_id)
            note = library.notebook.save(
                entity_id, text, based_on=self._dates.get(entity_id, ""), chosen=chosen
            )
            return note, before.text if before is not None else ""

        def done(note: Note, before: str) -> None:
            self._show(entity_id, note, text)
            self.note_written.emit(entity_id, before, note.text)

        self._write(entity_id, text, write, done)

    def replace(self, entity_id: str, text: str) -> None:
        """Put another text in place of a note, as undo does; what was there stays a version."""
        self.change(entity_id, lambda library: library.notebook.replace(entity_id, text), text)

    def change(
        self,
        entity_id: str,
        write: "Callable[[Library], tuple[Note, str]]",
        text: str = "",
        done: Callable[[Note, str], None] | None = None,
    ) -> None:
        """Change a note in the library; `write` and `done` have the note and the text before."""

        def shown(note: Note, before: str) -> None:
            self._show(entity_id, note, note.text)
            if done is not None:
                done(note, before)

        self._write(entity_id, text, write, shown)

    def _write(
        self,
        entity_id: str,
        text: str,
        write: "Callable[[Library], tuple[Note, str]]",
        done: Callable[[Note, str], None],
    ) -> None:
        def written(library: "Library") -> tuple[Note, str]:
            note, before = write(library)
            self._dates[entity_id] = note.modified if note.text.strip() else ""
            return note, before

        def failed(error: ReaderError) -> None:
            self.note_failed.emit(entity_id)
            self.failed.emit(error)

        self._library.save(
            f"note {entity_id}",
            written,
            text=text,
            done=lambda result: done(*result),
            failed=failed,
        )

    def _show(self, entity_id: str, note: Note, text: str) -> None:
        """Show that a note was saved; `text` is the one that was to be."""
        notes = self._shown()
        if note.text.strip():
            notes[entity_id] = note
        else:
            notes.pop(entity_id, None)
        self.note_saved.emit(entity_id, text)
        self.notes_changed.emit(notes)
        if note.text != text:
            self.note_joined.emit(entity_id)
