"""The editor of one entity's note."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.entities import Note
from reader.ui.autosave_edit import AutosaveEdit


class NoteEditor(QWidget):
    """Edit the note on one entity; it is handed on by itself and says when it is saved."""

    note_edited = Signal(str, str)  # the entity's id, the text
    cursor_moved = Signal(QRect)  # the text cursor, in the editor's coordinates

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entity_id = ""
        self._seen: set[str] = set()
        title = QLabel(self.tr("Note"))
        title.setProperty("role", "section")
        self._state = QLabel()
        self._state.setProperty("role", "muted")
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self.edit = AutosaveEdit(min_lines=4, max_lines=18)
        self.edit.setPlaceholderText(self.tr("Write your note here (Markdown)…"))
        self.edit.setAccessibleName(self.tr("Note"))
        title.setBuddy(self.edit)
        head = QHBoxLayout()
        head.addWidget(title)
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

    @property
    def state_text(self) -> str:
        """Return what the editor says about saving; "" where there is nothing to say."""
        return self._state.text()

    def show_note(self, entity_id: str, entity_name: str, note: Note | None) -> None:
        """Show the note on an entity; a refresh of the same one never overwrites what was typed.

        What was typed on another entity is handed on first.
        """
        text = note.text if note is not None else ""
        modified = note.modified if note is not None else ""
        self.edit.setAccessibleName(self.tr("Note on {0}").format(entity_name))
        if entity_id != self._entity_id:
            self.edit.flush()
            self._entity_id = entity_id
            self._seen = {modified}
            self.edit.load(text)
            self._state.clear()
            return
        # An older state of the note may arrive late, so while the user is in the field only a
        # state that was not seen before replaces the text.
        is_new = modified not in self._seen
        self._seen.add(modified)
        if text == self.edit.text():
            self.set_saved(text)
        elif not self.edit.is_pending and (is_new or not self.edit.hasFocus()):
            self.edit.replace(text)
            self._state.clear()

    def clear(self) -> None:
        """Hand on what was typed and show no entity's note."""
        self.edit.flush()
        self._entity_id = ""
        self.edit.load("")
        self._state.clear()

    def set_saved(self, text: str) -> None:
        """Take note that `text` is saved; say so only if it is what the field holds."""
        had_changed = self._state.text() != ""
        self.edit.mark_kept(text)
        if had_changed and not self.edit.is_pending:
            self._state.setText(self.tr("Saved ✓"))

    def set_failed(self) -> None:
        """Say that the text could not be saved; it is handed on again on leaving the field."""
        self._state.setText(self.tr("Not saved"))

    def flush(self) -> None:
        """Hand on at once what isn't known to be saved."""
        self.edit.flush()

    def _on_text_changed(self) -> None:
        if self.edit.is_pending:
            self._state.setText(self.tr("Saving…"))

    def _on_text_settled(self, text: str) -> None:
        if self._entity_id:
            self.note_edited.emit(self._entity_id, text)

    def _on_cursor_moved(self, cursor: QRect) -> None:
        self.cursor_moved.emit(cursor.translated(self.edit.pos()))
