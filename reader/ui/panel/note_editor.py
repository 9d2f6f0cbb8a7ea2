"""The editor of one entity's note."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.entities import Note
from reader.ui.panel.autosave_edit import AutosaveEdit


class NoteEditor(QWidget):
    """Edit the note on one entity; it is handed on by itself and says when it is saved."""

    note_edited = Signal(str, str)  # the entity's id, the text
    cursor_moved = Signal(QRect)  # the text cursor, in the editor's coordinates

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entity_id = ""
        self._entity_name = ""
        self._seen: set[str] = set()  # times of the states of the note that were shown
        self._unsaved: dict[str, str] = {}  # by entity: handed on, not yet known to be saved
        self._failed: set[str] = set()
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._state = QLabel()
        self._state.setProperty("role", "muted")
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self.edit = AutosaveEdit(min_lines=4, max_lines=18)
        self._title.setBuddy(self.edit)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.text_settled.connect(self._on_text_settled)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.cursor_moved.connect(self._on_cursor_moved)
        self._retranslate()

    @property
    def state_text(self) -> str:
        """Return what the editor says about saving; "" where there is nothing to say."""
        return self._state.text()

    def show_note(self, entity_id: str, entity_name: str, note: Note | None) -> None:
        """Show the note on an entity; a refresh of the same one never overwrites what was typed.

        What was typed on another entity is handed on first, and what isn't known to be saved is
        shown again rather than the state before it.
        """
        text = note.text if note is not None else ""
        modified = note.modified if note is not None else ""
        if entity_id != self._entity_id:
            self.edit.flush()
            self._entity_id, self._entity_name = entity_id, entity_name
            self._seen = {modified}
            unsaved = self._unsaved.get(entity_id)
            self.edit.load(text if unsaved is None else unsaved, kept=unsaved is None)
            self._state.setText(self._unsaved_text() if unsaved is not None else "")
        elif text == self.edit.text():
            self.set_saved(entity_id, text)
        # An older state of the note may arrive late, so while the user is in the field only a
        # state that was not seen before replaces the text.
        elif not self.edit.is_pending and (modified not in self._seen or not self.edit.hasFocus()):
            self.edit.replace(text)
            self._state.clear()
        self._seen.add(modified)
        self._entity_name = entity_name
        self._name_edit()

    def clear(self) -> None:
        """Hand on what was typed and show no entity's note."""
        self.edit.flush()
        self._entity_id = self._entity_name = ""
        self.edit.load("")
        self._state.clear()

    def set_saved(self, entity_id: str, text: str) -> None:
        """Take note that `text` is saved; say so only if it is what the field holds.

        A text that neither is in the field nor was handed on last came from another editor.
        """
        is_own = self._unsaved.get(entity_id) == text or text == self.edit.text()
        if self._unsaved.get(entity_id) == text:
            del self._unsaved[entity_id]
            self._failed.discard(entity_id)
        if entity_id != self._entity_id or not is_own:
            return
        self.edit.mark_kept(text)
        if self._state.text() and not self.edit.is_pending:
            self._state.setText(self.tr("Saved ✓"))

    def set_failed(self, entity_id: str) -> None:
        """Take note that a text could not be saved; `flush` hands it on again."""
        self._failed.add(entity_id)
        if entity_id == self._entity_id:
            self._state.setText(self._unsaved_text())

    def focus_end(self) -> None:
        """Take the keyboard, behind the note: what is typed is added to it."""
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand on at once what isn't known to be saved."""
        self.edit.flush()
        for entity_id in sorted(self._failed - {self._entity_id}):
            if entity_id in self._unsaved:
                self.note_edited.emit(entity_id, self._unsaved[entity_id])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Note"))
        self.edit.setPlaceholderText(self.tr("Write your note here (Markdown)…"))
        self._name_edit()

    def _name_edit(self) -> None:
        name = self._entity_name
        self.edit.setAccessibleName(
            self.tr("Note on {0}").format(name) if name else self.tr("Note")
        )

    def _unsaved_text(self) -> str:
        failed = self._entity_id in self._failed
        return self.tr("Not saved") if failed else self.tr("Saving…")

    def _on_text_changed(self) -> None:
        if self.edit.is_pending:
            self._state.setText(self._unsaved_text())

    def _on_text_settled(self, text: str) -> None:
        if self._entity_id:
            self._unsaved[self._entity_id] = text
            self.note_edited.emit(self._entity_id, text)

    def _on_cursor_moved(self, cursor: QRect) -> None:
        self.cursor_moved.emit(cursor.translated(self.edit.pos()))
