"""What keys do in a note: lists that go on, and bold and italics."""

import re

from PySide6.QtGui import QTextCursor

_ITEM = re.compile(
    r"^(?P<indent>\s*(?:>[ \t]?)*)(?:(?P<mark>[-*+])|(?P<number>\d{1,9})(?P<dot>[.)]))"
    r"(?P<gap>[ \t]+)(?P<box>\[[ xX]\][ \t]+)?"
)
_QUOTE = re.compile(r"^\s*(?:>[ \t]?)+")


def continuation(line: str) -> str | None:
    """Return what the next line of a list or quote begins with; None outside of both.

    "" for an item that has nothing in it: there the list ends.
    """
    item = _ITEM.match(line)
    if item is not None:
        if not line[item.end() :].strip():
            return ""
        box = "[ ] " if item["box"] else ""
        mark = item["mark"] or f"{int(item['number']) + 1}{item['dot']}"
        return f"{item['indent']}{mark}{item['gap']}{box}"
    quote = _QUOTE.match(line)
    if quote is not None:
        return quote[0] if line[quote.end() :].strip() else ""
    return None


def break_line(cursor: QTextCursor) -> bool:
    """Break the line of a list or quote, so that it goes on; return whether it was one.

    An item with nothing in it is taken away instead.
    """
    if cursor.hasSelection():
        return False
    line = cursor.block().text()
    begin = continuation(line)
    if begin is None or cursor.positionInBlock() < len(begin):
        return False
    cursor.beginEditBlock()
    if begin:
        cursor.insertText("\n" + begin)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    cursor.endEditBlock()
    return True


def toggle(cursor: QTextCursor, mark: str) -> QTextCursor:
    """Put a mark (`**` or `*`) around what is selected, or the word, or take it away again.

    Return the cursor to go on with: the same words selected, or between two new marks.
    """
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    is_marked = _is_marked(cursor, mark)
    size = len(mark)
    cursor.beginEditBlock()
    for position, inserted in ((end, False), (start, True)):
        edge = QTextCursor(cursor.document())
        edge.setPosition(position)
        if not is_marked:
            edge.insertText(mark)
        else:
            edge.setPosition(
                position - size if inserted else position + size, QTextCursor.MoveMode.KeepAnchor
            )
            edge.removeSelectedText()
    cursor.endEditBlock()
    shift = -size if is_marked else size
    result = QTextCursor(cursor.document())
    result.setPosition(start + shift)
    result.setPosition(end + shift, QTextCursor.MoveMode.KeepAnchor)
    return result


def _is_marked(cursor: QTextCursor, mark: str) -> bool:
    """Return whether a selection is within a mark: one star, two, or three for both."""
    before = cursor.document().findBlock(cursor.selectionStart())
    after = cursor.document().findBlock(cursor.selectionEnd())
    left = before.text().encode("utf-16-le")[: 2 * (cursor.selectionStart() - before.position())]
    right = after.text().encode("utf-16-le")[2 * (cursor.selectionEnd() - after.position()) :]
    words, rest = left.decode("utf-16-le"), right.decode("utf-16-le")
    stars = min(len(words) - len(words.rstrip("*")), len(rest) - len(rest.lstrip("*")))
    return stars in (1, 3) if mark == "*" else stars >= len(mark)
