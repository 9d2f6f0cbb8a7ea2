"""The editor of one entity's note, with its tags and with what links to it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.core.entities import Note
from reader.core.notes import Backlink
from reader.ui.focus import lead_focus
from reader.ui.icons import icon
from reader.ui.notes.backlink_list import BacklinkList
from reader.ui.notes.markdown_edit import MarkdownEdit
from reader.ui.notes.preview import NotePreview
from reader.ui.tags.tag_edit import TagEdit
from reader.ui.theme import Theme


class NoteEditor(QWidget):
    """Edit the note on one entity; it is handed on by itself and says when it is saved."""

    note_edited = Signal(str, str)  # the entity's id, the text
    note_shown = Signal(str)  # the id of the entity whose note is there now
    note_left = Signal()  # the keyboard is elsewhere
    name_followed = Signal(str, str)  # the entity's id, whom a link in its note names
    address_followed = Signal(str, str, QPoint)  # the entity's id, an address, where it was clicked
    target_chosen = Signal(str, object)  # the entity's id, NoteTarget: its note links to it
    history_requested = Signal(str, str)  # the entity's id and name
    tags_edited = Signal(str, object)  # the entity's id, tuple[str, ...]
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
        self.edit = MarkdownEdit(min_lines=4, max_lines=18)
        self.preview = NotePreview()
        self.preview.hide()
        self.preview_button = self._button(checkable=True)
        self.history_button = self._button()
        self.tags = TagEdit()
        self.backlinks = BacklinkList()
        self._title.setBuddy(self.edit)
        self._lay_out()
        lead_focus(self, self.edit)
        self._connect()
        self._retranslate()

    def _button(self, *, checkable: bool = False) -> QToolButton:
        button = QToolButton()
        button.setCheckable(checkable)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._state)
        head.addSpacing(4)
        head.addWidget(self.preview_button)
        head.addWidget(self.history_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.edit)
        layout.addWidget(self.preview)
        layout.addWidget(self.tags)
        layout.addWidget(self.backlinks)

    def _connect(self) -> None:
        edit = self.edit
        edit.text_settled.connect(self._on_text_settled)
        edit.textChanged.connect(self._on_text_changed)
        edit.cursor_moved.connect(self._on_cursor_moved)
        edit.left.connect(self.note_left)
        edit.target_chosen.connect(lambda to: self.target_chosen.emit(self._entity_id, to))
        for part in (edit, self.preview):
            part.name_followed.connect(lambda to: self.name_followed.emit(self._entity_id, to))
            part.address_followed.connect(
                lambda to, at: self.address_followed.emit(self._entity_id, to, at)
            )
        self.preview_button.toggled.connect(self._on_preview_toggled)
        self.history_button.clicked.connect(
            lambda: self.history_requested.emit(self._entity_id, self._entity_name)
        )
        self.tags.tags_edited.connect(lambda tags: self.tags_edited.emit(self._entity_id, tags))

    @property
    def entity_id(self) -> str:
        """Return the id of the entity whose note is shown; "" for none."""
        return self._entity_id

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        for part in (self.edit, self.preview, self.tags, self.backlinks):
            part.set_theme(theme)
        self.preview_button.setIcon(icon("preview", theme))
        self.history_button.setIcon(icon("history", theme))

    def show_around(
        self,
        entity_id: str,
        *,
        tags: Sequence[str],
        known_tags: Sequence[str],
        backlinks: Sequence[Backlink],
    ) -> None:
        """Show an entity's tags and what links to it, where its note is the one that is shown."""
        if entity_id == self._entity_id:
            self.tags.set_known(known_tags)
            self.tags.set_tags(tags)
            self.backlinks.set_backlinks(backlinks)

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
            self.tags.flush()
            self._entity_id, self._entity_name = entity_id, entity_name
            self.tags.set_tags(())
            self.backlinks.set_backlinks(())
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
        self.note_shown.emit(entity_id)

    def clear(self) -> None:
        """Hand on what was typed and show no entity's note."""
        self.edit.flush()
        self.tags.flush()
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
        self.preview_button.setChecked(False)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand on at once what isn't known to be saved."""
        self.edit.flush()
        self.tags.flush()
        for entity_id in sorted(self._failed - {self._entity_id}):
            if entity_id in self._unsaved:
                self.note_edited.emit(entity_id, self._unsaved[entity_id])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            is_kept = not self.edit.is_pending and self._entity_id not in self._unsaved
            if self._state.text():
                self._state.setText("" if is_kept else self._unsaved_text())
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Note"))
        self.edit.setPlaceholderText(
            self.tr("Write your note here (Markdown)… [[ links to names and articles")
        )
        self.preview.setAccessibleName(self.tr("The note as it reads"))
        for button, words in (
            (self.preview_button, self.tr("The note as it reads")),
            (self.history_button, self.tr("History of the note…")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._name_edit()

    def _name_edit(self) -> None:
        name = self._entity_name
        self.edit.setAccessibleName(
            self.tr("Note on {0}").format(name) if name else self.tr("Note")
        )

    def _unsaved_text(self) -> str:
        failed = self._entity_id in self._failed
        return self.tr("Not saved") if failed else self.tr("Saving…")

    def _on_preview_toggled(self, shown: bool) -> None:
        had_focus = self.edit.hasFocus()
        self.edit.setVisible(not shown)
        self.preview.setVisible(shown)
        if shown:
            self.preview.show_note(self.edit.text())
        if shown and had_focus:
            self.preview.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not shown and self.preview_button.hasFocus():
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_changed(self) -> None:
        if self.preview.isVisible():
            self.preview.show_note(self.edit.text())
        if self.edit.is_pending:
            self._state.setText(self._unsaved_text())

    def _on_text_settled(self, text: str) -> None:
        if self._entity_id:
            self._unsaved[self._entity_id] = text
            self.note_edited.emit(self._entity_id, text)

    def _on_cursor_moved(self, cursor: QRect) -> None:
        self.cursor_moved.emit(cursor.translated(self.edit.pos()))
