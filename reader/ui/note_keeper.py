"""Save the notes on entities, abreast of other windows that write on the same ones."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.entities import Note
from reader.core.errors import ReaderError
from reader.ui.background import LibraryThread
from reader.ui.opened_article import RecognizedArticle

if TYPE_CHECKING:
    from reader.store.library import Library


class NoteKeeper(QObject):
    """Save notes; `shown` returns those of the open article, which are kept abreast."""

    note_saved = Signal(str, str)  # entity id, text
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

    def learn_dates(self, recognized: RecognizedArticle) -> None:
        """Note which state of each note the window shows from now on; in the library's thread."""
        for entity in recognized.recognition.entities:
            note = recognized.notes.get(entity.id)
            self._dates[entity.id] = note.modified if note else ""

    def learn(self, entity_id: str, note: Note | None) -> None:
        """Note which state of one note the window shows from now on; in the library's thread."""
        self._dates[entity_id] = note.modified if note else ""

    def save(self, entity_id: str, text: str) -> None:
        """Save the note on an entity; an empty text removes it."""

        def write(library: "Library") -> Note:
            note = library.save_note(entity_id, text, based_on=self._dates.get(entity_id, ""))
            self._dates[entity_id] = note.modified if note.text.strip() else ""
            return note

        def done(note: Note) -> None:
            notes = self._shown()
            if note.text.strip():
                notes[entity_id] = note
            else:
                notes.pop(entity_id, None)
            self.note_saved.emit(entity_id, text)
            self.notes_changed.emit(notes)
            if note.text != text:
                self.note_joined.emit(entity_id)

        def failed(error: ReaderError) -> None:
            self.note_failed.emit(entity_id)
            self.failed.emit(error)

        self._library.save(f"note {entity_id}", write, text=text, done=done, failed=failed)
