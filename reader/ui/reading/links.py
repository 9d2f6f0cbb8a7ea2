"""Links and notes of an article: what they lead to, and how they are followed."""

import re
from bisect import bisect_right
from operator import attrgetter
from urllib.parse import parse_qsl, urlencode

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from reader.core.document import BlockKind, Document, Run, RunKind
from reader.ui.plain_text import one_line
from reader.ui.reading.paragraphs import display_text

_OFFSET = re.compile("#[0-9]{1,12}")
_SCHEMES = frozenset({"http", "https", "mailto"})
_MAIL_FIELDS = frozenset({"subject", "cc", "body"})  # not, as some programs have it, files
_LONGEST_ADDRESS = 72
_LONGEST_NOTE = 600
_FLASH_MS = 1_400


class ReadingLinks(QObject):
    """Follow links: inside the article at once, elsewhere once it is clear where that is."""

    jump_wanted = Signal(int, int)
    """A span of the document that is to be seen."""
    flash_ended = Signal()
    """What was jumped to needs no attention any more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._document: Document | None = None
        self._notes: dict[str, Run] | None = None  # by the footnote they lead to
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(_FLASH_MS)
        self._flash.timeout.connect(self.flash_ended)

    def set_document(self, document: Document | None) -> None:
        """Follow the links of another document."""
        self._document = document
        self._notes = None
        self._flash.stop()

    def leads_somewhere(self, run: Run) -> bool:
        """Return whether a run can be followed: a link, a note, or a footnote's own number."""
        if run.kind is RunKind.MARKER:
            return self._reference(run) is not None
        if run.kind not in (RunKind.LINK, RunKind.NOTE):
            return False
        return self._inside(run) is not None or address(run.target) is not None

    def words(self, run: Run) -> str:
        """Return the text of a run."""
        return "" if self._document is None else self._document.text[run.start : run.end]

    def says(self, run: Run) -> str:
        """Return what one is told of a run before following it."""
        if run.kind is RunKind.MARKER:
            return self.tr("Back to the text")
        span = self._inside(run)
        if span is not None and self._document is not None:
            return one_line(display_text(self._document.text[span[0] : span[1]]))[:_LONGEST_NOTE]
        return display_text(run.target)

    def follow(self, run: Run, at: QPoint, *, at_once: bool) -> None:
        """Go where a run leads; an address is shown at a point of the screen before it is opened.

        `at_once` opens it without.
        """
        span = self._inside(run)
        if run.kind is RunKind.MARKER:
            reference = self._reference(run)
            if reference is not None:
                self._jump(reference.start, reference.end)
        elif span is not None:
            if run.kind is RunKind.NOTE:
                self._by_footnote()[run.target] = run
            self._jump(*span)
        elif at_once:
            open_address(run.target)
        elif address(run.target) is not None:
            self.menu(run).popup(at)

    def menu(self, run: Run) -> QMenu:
        """Return the menu of an address, which says it in full."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = display_text(run.target)
        if len(shown) > _LONGEST_ADDRESS:
            half = _LONGEST_ADDRESS // 2
            shown = f"{shown[:half]}…{shown[-half:]}"
        title = QWidgetAction(menu)  # an action that can't be chosen would be too pale to read
        title.setText(shown)
        title.setEnabled(False)
        title.setDefaultWidget(_title(shown, menu))
        menu.addAction(title)
        menu.addSeparator()
        is_mail = run.target.lower().startswith("mailto:")
        words = self.tr("Write a message") if is_mail else self.tr("Open in the browser")
        opening = menu.addAction(words)
        opening.triggered.connect(lambda: open_address(run.target))
        copying = menu.addAction(self.tr("Copy address"))
        copying.triggered.connect(lambda: QGuiApplication.clipboard().setText(run.target))
        menu.setActiveAction(opening)
        return menu

    def flash(self) -> None:
        """Let what was jumped to be seen for a while."""
        self._flash.start()

    def _jump(self, start: int, end: int) -> None:
        self.flash()
        self.jump_wanted.emit(start, end)

    def _inside(self, run: Run) -> tuple[int, int] | None:
        """Return the block in this document that a run leads to; None for none."""
        if self._document is None or _OFFSET.fullmatch(run.target) is None:
            return None
        offset, blocks = int(run.target[1:]), self._document.blocks
        index = bisect_right(blocks, offset, key=attrgetter("start")) - 1
        if index < 0 or offset > blocks[index].end:
            return None
        start, end = blocks[index].start, blocks[index].end
        return (start if blocks[index].kind is BlockKind.FOOTNOTE else offset), end

    def _reference(self, marker: Run) -> Run | None:
        """Return the note that leads to the footnote of a marker."""
        return self._by_footnote().get(f"#{marker.start}")

    def _by_footnote(self) -> dict[str, Run]:
        """Return the note that leads to each footnote: that was followed last, or the first."""
        if self._notes is None:
            runs = () if self._document is None else self._document.runs
            notes = [run for run in runs if run.kind is RunKind.NOTE]
            self._notes = {run.target: run for run in reversed(notes)}
        return self._notes


def _title(text: str, menu: QMenu) -> QLabel:
    label = QLabel(text, menu)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setContentsMargins(12, 6, 12, 6)
    palette = label.palette()  # without the colours for what is disabled
    active = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
    palette.setColor(QPalette.ColorRole.WindowText, active)
    label.setPalette(palette)
    return label


def address(target: str) -> QUrl | None:
    """Return the address to open for a link's target; None for one that must not be opened.

    Of a message only its addressee and words are kept.
    """
    url = QUrl(target, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in _SCHEMES:
        return None
    if url.scheme() == "mailto":
        fields = [(k, v) for k, v in parse_qsl(url.query()) if k.lower() in _MAIL_FIELDS]
        url.setQuery(urlencode(fields))
        return url
    return url if url.host() else None


def open_address(target: str) -> bool:
    """Open an address in the browser or the mail program; return whether that was done."""
    url = address(target)
    return url is not None and QDesktopServices.openUrl(url)
