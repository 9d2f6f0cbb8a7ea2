"""The field in which notes are written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor
from pytestqt.qtbot import QtBot

from reader import paths
from reader.core.mentions import Kind
from reader.core.notes import NoteTarget, TargetKind
from reader.ui.notes.markdown_edit import MarkdownEdit
from reader.ui.theme import load_theme
from tests.ui.test_kind_sample import contrast

ANA = NoteTarget(TargetKind.ENTITY, "person:ana", "Ana Gil", Kind.PERSON)
VISIT = NoteTarget(TargetKind.ARTICLE, "abc", "La [[visita]]")


@pytest.fixture
def edit(qtbot: QtBot) -> MarkdownEdit:
    """Return a field that has the keyboard."""
    edit = MarkdownEdit(min_lines=4)
    qtbot.addWidget(edit)
    edit.set_theme(load_theme(paths.resources() / "themes", "light"))
    edit.resize(320, 300)
    edit.show()
    qtbot.waitExposed(edit)
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return edit


def put(edit: MarkdownEdit, text: str) -> None:
    """Write a text; `|` is where the cursor goes, and what is between two of them is selected."""
    parts = text.split("|")
    edit.setPlainText("".join(parts))
    cursor = edit.textCursor()
    cursor.setPosition(len(parts[0]))
    if len(parts) == 3:
        cursor.setPosition(len(parts[0]) + len(parts[1]), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- uno|", "- uno\n- "),
        ("  * uno|", "  * uno\n  * "),
        ("9. uno|", "9. uno\n10. "),
        ("- [x] uno|", "- [x] uno\n- [ ] "),
        ("> uno|", "> uno\n> "),
        ("> - uno|", "> - uno\n> - "),
        ("- un|o", "- un\n- o"),
        ("- uno\n- |", "- uno\n"),
        ("> uno\n> |", "> uno\n"),
        ("uno|", "uno\n"),
        ("|- uno", "\n- uno"),
        ("-uno|", "-uno\n"),
    ],
)
def test_markdown_edit_goes_on_with_lists(
    qtbot: QtBot, edit: MarkdownEdit, before: str, after: str
) -> None:
    put(edit, before)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == after


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        ("una |palabra| más", Qt.Key.Key_B, "una **palabra** más"),
        ("una **|palabra|** más", Qt.Key.Key_B, "una palabra más"),
        ("una pala|bra más", Qt.Key.Key_I, "una *palabra* más"),
        ("una *|palabra|* más", Qt.Key.Key_I, "una palabra más"),
        ("una **|palabra|** más", Qt.Key.Key_I, "una ***palabra*** más"),
    ],
)
def test_markdown_edit_marks_words(
    qtbot: QtBot, edit: MarkdownEdit, before: str, key: Qt.Key, after: str
) -> None:
    put(edit, before)
    qtbot.keyClick(edit, key, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == after
    qtbot.keyClick(edit, key, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == before.replace("|", "")


def test_markdown_edit_asks_for_completions_of_a_name(qtbot: QtBot, edit: MarkdownEdit) -> None:
    asked: list[str] = []
    edit.completion_wanted.connect(asked.append)
    qtbot.keyClicks(edit, "a [[An")
    assert asked == ["", "A", "An"]
    qtbot.keyClicks(edit, "]] b")
    assert asked[3:] == []


@pytest.mark.parametrize("text", ["`a [[", "```\na [[", "a [[b|c", "a [[b]] "])
def test_markdown_edit_asks_for_none_elsewhere(qtbot: QtBot, edit: MarkdownEdit, text: str) -> None:
    asked: list[str] = []
    edit.setPlainText(text)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.completion_wanted.connect(asked.append)
    qtbot.keyClicks(edit, "x`" if text.startswith("`a") else "x")
    assert asked in ([], ["x"] if text.startswith("`a") else [])


def test_markdown_edit_puts_a_chosen_link_in(qtbot: QtBot, edit: MarkdownEdit) -> None:
    qtbot.keyClicks(edit, "Con [[vis")
    edit.offer("vis", [ANA, VISIT])
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(edit.target_chosen) as chosen:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert chosen.args == [VISIT]
    assert edit.text() == r"Con [[La \[\[visita\]\]]]"
    edit.undo()
    assert "visita" not in edit.text()


def test_markdown_edit_replaces_the_rest_of_a_link(qtbot: QtBot, edit: MarkdownEdit) -> None:
    put(edit, "Con [[An|a]] y más")
    qtbot.keyClicks(edit, "n")
    edit.offer("Ann", [ANA])
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "Con [[Ana Gil]] y más"


def test_markdown_edit_drops_stale_offers(qtbot: QtBot, edit: MarkdownEdit) -> None:
    qtbot.keyClicks(edit, "[[An")
    edit.offer("A", [ANA])
    assert edit.completer is None
    edit.offer("An", [ANA])
    assert edit.completer is not None
    edit.offer("An", [])
    assert not edit.completer.isVisible()


@pytest.mark.parametrize(
    ("text", "followed"),
    [
        ("Con [[Ana| Gil|ella]].", "Ana Gil"),
        ("Ver [a|quí](https://example.org/x).", "https://example.org/x"),
        ("https://exam|ple.org/y fin", "https://example.org/y"),
        ("😀 [[E|va]]", "Eva"),
    ],
)
def test_markdown_edit_follows_links(
    qtbot: QtBot, edit: MarkdownEdit, text: str, followed: str
) -> None:
    at = text.index("|")
    edit.setPlainText(text[:at] + text[at + 1 :])
    cursor = edit.textCursor()
    cursor.setPosition(len(text[:at].encode("utf-16-le")) // 2)
    edit.setTextCursor(cursor)
    seen: list[str] = []
    edit.name_followed.connect(seen.append)
    edit.address_followed.connect(lambda address, _at: seen.append(address))
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(
        edit.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        edit.cursorRect().center(),
    )
    assert seen == [followed, followed]
    assert edit.text() == text[:at] + text[at + 1 :]


def look(edit: MarkdownEdit, line: int, position: int) -> QFont:
    """Return the font that a character has."""
    block = edit.document().findBlockByNumber(line)
    for span in block.layout().formats():
        if span.start <= position < span.start + span.length:
            return span.format.font()
    return QFont()


def test_markdown_edit_styles_without_changing_the_text(edit: MarkdownEdit) -> None:
    text = "# Uno\n\n😀 **dos** *tres* `cuatro`\n```\n**cinco**\n```\n**seis**"
    edit.setPlainText(text)
    assert edit.text() == text
    assert look(edit, 0, 3).weight() >= QFont.Weight.DemiBold
    assert look(edit, 2, 6).weight() >= QFont.Weight.DemiBold
    assert look(edit, 2, 12).italic()
    assert "monospace" in look(edit, 2, 20).families()
    assert look(edit, 4, 3).weight() < QFont.Weight.DemiBold
    assert look(edit, 6, 3).weight() >= QFont.Weight.DemiBold


def test_markdown_edit_styles_a_hostile_line_quickly(qtbot: QtBot, edit: MarkdownEdit) -> None:
    edit.setPlainText("[" * 3000 + "*" * 3000 + "`" * 3001 + "[[a|" * 500)
    assert len(edit.text()) == 11_001


@pytest.mark.parametrize("name", ["light", "sepia", "dark", "contrast", "contrast-dark"])
def test_markdown_edit_marks_and_addresses_are_pale_and_can_be_read(
    edit: MarkdownEdit, name: str
) -> None:
    theme = load_theme(paths.resources() / "themes", name)
    edit.set_theme(theme)
    edit.setPlainText("[Moscú](https://example.org)")
    (address,) = (
        span.format.foreground().color()
        for span in edit.document().firstBlock().layout().formats()
        if span.start <= 10 < span.start + span.length
    )
    assert address != theme.text
    assert contrast(address, theme.raised) >= 4.5
