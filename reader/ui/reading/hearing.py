"""What a screen reader is told beside the text: headings, lists, quotations, tables and links.

Qt's interface for texts has no attribute for any of them, so they are announced where the cursor
comes to them, once each.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QTextEdit

from reader.core.document import Run
from reader.ui.reading.links import ReadingLinks
from reader.ui.reading.paragraphs import Paragraphs
from reader.ui.reading.style import Role

translate = QCoreApplication.translate  # under the name that `lupdate` looks for


def announce(view: QTextEdit, words: str) -> None:
    """Have a screen reader say something, if there is one."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words))


def role_words(role: Role, level: int) -> str:
    """Return what a paragraph is in words; "" for an ordinary one."""
    match role:
        case Role.TITLE:
            return translate("hearing", "Title")
        case Role.HEADING:
            return translate("hearing", "Heading, level {level}").format(level=level)
        case Role.LIST_ITEM:
            return translate("hearing", "List item")
        case Role.QUOTE:
            return translate("hearing", "Quotation")
        case Role.TABLE_ROW:
            return translate("hearing", "Row of a table")
        case Role.PICTURE:
            return translate("hearing", "Picture")
        case Role.FOOTNOTE:
            return translate("hearing", "Footnote")
    return ""


class Hearing:
    """Remember what the cursor is in, and say what is new where it comes to."""

    def __init__(self, links: ReadingLinks) -> None:
        self._links = links
        self._number = -1  # the paragraph
        self._link: Run | None = None

    def words_at(self, paragraphs: Paragraphs, number: int, offset: int) -> str:
        """Return what is to be said of a place: the paragraph's number and a code-point offset."""
        said = []
        if number != self._number:
            said.append(role_words(*paragraphs.role(number)))
        runs = [run for run in paragraphs.runs(number) if run.start <= offset < run.end]
        runs = [run for run in runs if self._links.leads_somewhere(run)]
        link = min(runs, key=lambda run: run.end - run.start, default=None)
        if link is not None and link != self._link:
            words = f"{self._links.words(link)}: {self._links.says(link)}"
            said.append(translate("hearing", "Link: {words}").format(words=words))
        self._number, self._link = number, link
        return ". ".join(each for each in said if each)
