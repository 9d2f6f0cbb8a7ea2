"""A text field that hands its text on by itself."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

SAVE_DELAY_MS = 600
_MARGIN = 6  # pixels around the text


class AutosaveEdit(QPlainTextEdit):
    """Edit plain text that is handed on 600 ms after the last key, on leaving and on hiding.

    The field grows with its text from `min_lines` to `max_lines`, then it scrolls. A text counts
    as kept once `mark_kept` was told so; until then `flush` hands it on again.
    """

    text_settled = Signal(str)
    cursor_moved = Signal(QRect)  # the text cursor, in the field's own coordinates
    height_changed = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, min_lines: int = 1, max_lines: int = 12
    ) -> None:
        super().__init__(parent)
        self._min_lines = min_lines
        self._max_lines = max_lines
        self._handed = ""
        self._kept = ""
        self._is_kept = True
        self._height = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_DELAY_MS)
        self._timer.timeout.connect(self._hand_on)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN)
        # Qt keeps this free of what is typed, but not of the words that stand in for it.
        self.setViewportMargins(0, 0, _MARGIN, 0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def text(self) -> str:
        """Return the text as it was typed, no-break spaces included, lines parted by `\\n`."""
        # Not toPlainText(): it turns no-break spaces into spaces.
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def is_pending(self) -> bool:
        """Return whether the text isn't known to be kept."""
        return not self._is_kept or self.text() != self._kept

    def load(self, text: str, *, kept: bool = True) -> None:
        """Show another text; what was in the field is forgotten, its undo steps too.

        A text that is not `kept` was handed on but isn't known to be kept.
        """
        self.setPlainText(text)
        self._settle()
        self._is_kept = kept

    def replace(self, text: str) -> None:
        """Show what the same text has become elsewhere, as one step that can be undone.

        The cursor stays where it is as far as the text reaches. The same text changes nothing.
        """
        if text == self.text():
            self._settle()
            return
        position = self.textCursor().position()
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._settle()

    def mark_kept(self, text: str) -> None:
        """Take note that `text` is kept."""
        self._kept = text
        self._is_kept = True

    def flush(self) -> None:
        """Hand the text on at once where it isn't known to be kept."""
        self._timer.stop()
        text = self.text()
        if text != self._handed or self.is_pending:
            self._handed = text
            self.text_settled.emit(text)

    def sizeHint(self) -> QSize:
        """Return the height of the text, between the two limits."""
        line = self.fontMetrics().lineSpacing()
        least, most = self._min_lines * line, self._max_lines * line
        height = 0.0
        block = self.document().firstBlock()
        while block.isValid() and height < most:
            self.blockBoundingRect(block)  # lays the block out at this width
            height += block.layout().boundingRect().height()  # without the document's margins
            block = block.next()
        shown = min(max(int(height + 0.5), least), most)
        margins = 2 * self.document().documentMargin() + 2 * self.frameWidth()
        return QSize(200, int(shown + margins + 2))

    def minimumSizeHint(self) -> QSize:
        """Return the least size; the height is the text's."""
        return QSize(60, self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand the text on when the user leaves the field."""
        super().focusOutEvent(event)
        self._hand_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand the text on when the field is hidden."""
        super().hideEvent(event)
        self._hand_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._on_size_changed()

    def _settle(self) -> None:
        self._timer.stop()
        # Read back: the field folds line breaks, and only what it gives can be compared with it.
        self._handed = self._kept = self.text()
        self._is_kept = True

    def _on_text_changed(self) -> None:
        self._timer.start()
        self._on_size_changed()

    def _hand_on(self) -> None:
        self._timer.stop()
        text = self.text()
        if text != self._handed:
            self._handed = text
            self.text_settled.emit(text)

    def _on_size_changed(self) -> None:
        height = self.sizeHint().height()
        if height != self._height:
            self._height = height
            self.updateGeometry()
            self.height_changed.emit()

    def _on_cursor_moved(self) -> None:
        if self.hasFocus():
            self.cursor_moved.emit(self.cursorRect())
