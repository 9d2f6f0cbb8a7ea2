"""The field in which a note is written: Markdown with light styling, and links that complete."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.core.notes import NoteTarget
from reader.core.offsets import Utf16Map
from reader.core.wikilinks import code_spans, link_text, wikilinks
from reader.ui.keys import ENTER
from reader.ui.notes.completer import LinkCompleter
from reader.ui.notes.highlighter import INLINE_LINK, MarkdownHighlighter
from reader.ui.notes.markdown_keys import break_line, toggle
from reader.ui.panel.autosave_edit import AutosaveEdit
from reader.ui.theme import Theme

_ADDRESS = re.compile(r"(?:https?|reader)://[^\s<>()\[\]]+")
_MARKS = {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}
_LONGEST_NAME = 120
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class MarkdownEdit(AutosaveEdit):
    """Edit Markdown: lists go on, `[[` completes, Ctrl with a click or Enter follows a link."""

    completion_wanted = Signal(str)  # what was typed of a link's name
    target_chosen = Signal(object)  # NoteTarget: a link to it was put in
    name_followed = Signal(str)  # whom a link names
    address_followed = Signal(str, QPoint)  # an address, and where on the screen
    left = Signal()  # the keyboard is elsewhere

    def __init__(
        self, parent: QWidget | None = None, *, min_lines: int = 1, max_lines: int = 12
    ) -> None:
        super().__init__(parent, min_lines=min_lines, max_lines=max_lines)
        self._theme: Theme | None = None
        self._highlighter = MarkdownHighlighter(self.document())
        self._completer: LinkCompleter | None = None
        self._typed: str | None = None  # of a link's name, while one is being typed
        self.setMouseTracking(True)
        self.cursorPositionChanged.connect(self._on_cursor_at)
        self.textChanged.connect(self._on_typing)

    @property
    def completer(self) -> LinkCompleter | None:
        """Return the list of what one may link to; None while it was never open in this window."""
        return self._completer

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self._highlighter.set_look(theme, self.font())
        if self._completer is not None:
            self._completer.set_theme(theme)

    def offer(self, typed: str, targets: Sequence[NoteTarget]) -> None:
        """Offer what a link may lead to; nothing where something else has been typed since."""
        if typed != self._typed or not self.hasFocus():
            return
        completer = self._made_completer()
        at = self.cursorRect()
        corner = self.viewport().mapTo(self.window(), at.topLeft())
        completer.offer(targets, QRect(corner, at.size()))

    def follow_at_cursor(self) -> bool:
        """Follow the link that the text cursor is in; return whether it is in one."""
        corner = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        return self._follow(self.textCursor().position(), corner)

    # ---- keys and mouse

    def event(self, event: QEvent) -> bool:
        """Keep this field's own keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            is_link = event.key() in ENTER and self._link_at(self.textCursor().position())
            if (control and (event.key() in _MARKS or is_link)) or (
                self._is_offering() and self._is_for_completer(event)
            ):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a link, follow one, go on with a list, or mark words."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if self._is_offering() and self._is_for_completer(event):
            self._complete(key)
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key in _MARKS:
            self.setTextCursor(toggle(self.textCursor(), _MARKS[key]))
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key in ENTER:
            self.follow_at_cursor()
        elif not (key in ENTER and not modifiers and break_line(self.textCursor())):
            super().keyPressEvent(event)
            return
        self.ensureCursorVisible()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Follow the link under the pointer with Ctrl."""
        if self._is_following(event) and event.button() == Qt.MouseButton.LeftButton:
            position = self.cursorForPosition(event.position().toPoint()).position()
            if self._follow(position, event.globalPosition().toPoint()):
                event.accept()
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a click would follow a link."""
        super().mouseMoveEvent(event)
        position = self.cursorForPosition(event.position().toPoint()).position()
        follows = self._is_following(event) and self._link_at(position) is not None
        shape = Qt.CursorShape.PointingHandCursor if follows else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the user leaves the field."""
        super().focusOutEvent(event)
        self._close()
        self.left.emit()

    # ---- completion

    def _made_completer(self) -> LinkCompleter:
        if self._completer is None or self._completer.parentWidget() is not self.window():
            self._completer = LinkCompleter(self.window())
            self._completer.target_chosen.connect(self._insert)
            if self._theme is not None:
                self._completer.set_theme(self._theme)
        return self._completer

    def _is_offering(self) -> bool:
        return self._completer is not None and self._completer.isVisible()

    @staticmethod
    def _is_for_completer(event: QKeyEvent) -> bool:
        own = (*ENTER, *_STEPS, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        bare = Qt.KeyboardModifier.KeypadModifier
        return event.key() in own and not event.modifiers() & ~bare

    def _complete(self, key: Qt.Key) -> None:
        assert self._completer is not None
        if key == Qt.Key.Key_Escape:
            self._close()
        elif key in _STEPS:
            self._completer.step(_STEPS[key])
        else:
            self._completer.choose()

    def _on_typing(self) -> None:
        """Ask for completions while the name of a link is being typed."""
        if not self.hasFocus():
            return
        typed = self._name_at_cursor()
        if typed is None:
            self._close()
        elif typed != self._typed:
            self._typed = typed
            self.completion_wanted.emit(typed)

    def _on_cursor_at(self) -> None:
        if self._typed is not None and self._name_at_cursor() is None:
            self._close()

    def _close(self) -> None:
        self._typed = None
        if self._completer is not None:
            self._completer.hide()

    def _name_at_cursor(self) -> str | None:
        """Return what is typed of a link's name before the cursor; None outside of a link."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return None
        line = cursor.block().text()
        before = line[: Utf16Map(line).to_code_points(cursor.positionInBlock())]
        begin = before.rfind("[[")
        name = before[begin + 2 :]
        if begin < 0 or len(name) > _LONGEST_NAME or re.search(r"(?<!\\)[\]|]", name):
            return None
        if self._highlighter_state(cursor) or any(
            start <= begin < end for start, end in code_spans(line)
        ):
            return None
        return re.sub(r"\\(.)", r"\1", name)

    @staticmethod
    def _highlighter_state(cursor: QTextCursor) -> bool:
        """Return whether the cursor is within a fence of code."""
        return cursor.block().previous().userState() > 0

    def _insert(self, target: NoteTarget) -> None:
        """Put the link in, instead of what was typed of its name."""
        cursor = self.textCursor()
        line = cursor.block().text()
        offsets = Utf16Map(line)
        at = offsets.to_code_points(cursor.positionInBlock())
        begin = line.rfind("[[", 0, at)
        if begin < 0:
            return
        # A link that is being changed ends behind the cursor.
        rest = re.match(r"[^\[\]|]*\]\]|\]{0,2}", line[at:])
        end = at + (rest.end() if rest else 0)
        block = cursor.block().position()
        cursor.setPosition(block + offsets.to_utf16(begin))
        cursor.setPosition(block + offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        self._typed = None
        self.target_chosen.emit(target)  # before the text is handed on
        cursor.insertText(link_text(target.name))
        self.setTextCursor(cursor)
        self._close()

    # ---- links

    @staticmethod
    def _is_following(event: QMouseEvent) -> bool:
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def _link_at(self, position: int) -> tuple[str, str] | None:
        """Return the name or the address of a link at a position; None for none."""
        text = self.text()
        at = Utf16Map(text).to_code_points(position)
        for link in wikilinks(text):
            if link.start <= at <= link.end:
                return "name", link.name
        for pattern, group in ((INLINE_LINK, 2), (_ADDRESS, 0)):
            for found in pattern.finditer(text):
                if found.start() <= at <= found.end():
                    return "address", found[group]
        return None

    def _follow(self, position: int, at: QPoint) -> bool:
        link = self._link_at(position)
        if link is None:
            return False
        if link[0] == "name":
            self.name_followed.emit(link[1])
        else:
            self.address_followed.emit(link[1], at)
        return True
