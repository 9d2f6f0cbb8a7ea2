from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QStatusTipEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from reader.core.document import BlockKind, Document, Run, RunKind
from reader.core.mentions import Kind
from reader.formats.builder import DocumentBuilder
from reader.ui.reading.links import address
from reader.ui.reading.view import ReadingView
from tests.ui.reading.reading_samples import SENTENCE, annotation, centre, mention, mouse, show
from tests.ui.reading.structure_samples import ADDRESS, REMOTE

Key = Qt.Key
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return show(qtbot)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Return what is opened outside, which nothing is."""
    seen: list[str] = []

    def note(url: QUrl) -> bool:
        seen.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    yield seen
    for menu in menus():
        menu.close()


def linked(target: str, words: str = "una nota") -> Document:
    builder = DocumentBuilder()
    builder.open_block(BlockKind.PARAGRAPH)
    builder.text("Según ")
    with builder.style(RunKind.LINK, target):
        builder.text(words)
    builder.text(" de ayer")
    return builder.document()


def noted() -> Document:
    """Return a document with a note in its first line and the footnote at its end."""
    builder = DocumentBuilder()
    builder.open_block(BlockKind.PARAGRAPH)
    builder.text("El convenio")
    with builder.style(RunKind.NOTE, "#nota"):
        builder.text("[1]")
    builder.text(" se firmó.")
    for _ in range(40):
        builder.open_block(BlockKind.PARAGRAPH)
        builder.text(SENTENCE)
    builder.open_block(BlockKind.FOOTNOTE)
    builder.anchor("nota")
    with builder.style(RunKind.MARKER):
        builder.text("[1]")
    builder.text(" En Lima, <b>1998</b>.")
    return builder.document()


def click(view: ReadingView, pos: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    left = Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        place = QPointF(view.viewport().mapToGlobal(pos))
        event = QMouseEvent(kind, QPointF(pos), place, left, left, modifiers)
        QApplication.sendEvent(view.viewport(), event)


def menus() -> list[QMenu]:
    shown = filter(QWidget.isVisible, QApplication.topLevelWidgets())
    return [menu for menu in shown if isinstance(menu, QMenu)]


def shown_menu(view: ReadingView) -> QMenu:
    return menus()[0]


def place(view: ReadingView, document: Document, words: str) -> QPoint:
    start = document.text.index(words)
    return centre(view, start, start + len(words))


def test_reading_links_say_where_they_lead_before_they_open(
    view: ReadingView, opened: list[str]
) -> None:
    document = linked(ADDRESS)
    view.set_document(document)
    click(view, place(view, document, "una nota"))
    menu = shown_menu(view)
    title, opening = menu.actions()[0], menu.actions()[2]
    assert title.text() == ADDRESS
    assert not title.isEnabled()
    assert opened == []
    opening.trigger()
    assert opened == [ADDRESS]


def test_reading_links_copy_their_address(view: ReadingView, opened: list[str]) -> None:
    document = linked(ADDRESS)
    view.set_document(document)
    click(view, place(view, document, "una nota"))
    shown_menu(view).actions()[3].trigger()
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert opened == []


def test_reading_links_open_at_once_with_control(view: ReadingView, opened: list[str]) -> None:
    document = linked(ADDRESS)
    view.set_document(document)
    click(view, place(view, document, "una nota"), CONTROL)
    assert opened == [ADDRESS]
    assert menus() == []


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://ejemplo.org",
        "https://",
        "//ejemplo.org",
        "#999999",
        "#",
        "",
        "http://exa mple.org",
    ],
)
def test_reading_links_elsewhere_are_not_followed(
    view: ReadingView, opened: list[str], target: str
) -> None:
    document = linked("https://ejemplo.org")
    start = document.text.index("una nota")
    run = Run(start, start + 8, RunKind.LINK, target)
    bad = Document(document.id, "", document.text, document.blocks, runs=(run,))
    view.set_document(bad)
    pos = place(view, bad, "una nota")
    assert view.run_at(pos) is None
    click(view, pos, CONTROL)
    click(view, pos)
    assert opened == []
    assert menus() == []


def test_reading_links_to_people_carry_no_files() -> None:
    found = address("mailto:ana@ejemplo.org?subject=Hola%20Ana&attach=/etc/passwd")
    assert found is not None
    assert found.toString(QUrl.ComponentFormattingOption.FullyEncoded) in (
        "mailto:ana@ejemplo.org?subject=Hola+Ana",
        "mailto:ana@ejemplo.org?subject=Hola%20Ana",
    )


def test_reading_links_show_an_address_that_would_disguise_itself(
    view: ReadingView, opened: list[str]
) -> None:
    document = linked("https://ejemplo.org/\u202egpj.exe")
    view.set_document(document)
    click(view, place(view, document, "una nota"))
    assert "\u202e" not in shown_menu(view).actions()[0].text()


class Listener(QObject):
    """Notes what the window's status line is told."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QStatusTipEvent):
            self.said.append(event.tip())
        return False


def test_reading_links_tell_the_status_line(view: ReadingView) -> None:
    document = linked(ADDRESS)
    view.set_document(document)
    listener = Listener()
    view.installEventFilter(listener)
    for words in ("una nota", "Según"):
        pos = place(view, document, words)
        mouse(view, QEvent.Type.MouseMove, pos, pressed=False)
    assert listener.said == [ADDRESS, ""]


def tip_at(view: ReadingView, pos: QPoint) -> str:
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, pos, view.viewport().mapToGlobal(pos))
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text()


def test_reading_links_have_a_tooltip(view: ReadingView) -> None:
    document = linked(ADDRESS)
    view.set_document(document)
    assert "ejemplo.org/nota?id=7&amp;origen" in tip_at(view, place(view, document, "una nota"))


def test_reading_links_say_what_a_footnote_says(view: ReadingView) -> None:
    document = noted()
    view.set_document(document)
    assert "[1] En Lima, &lt;b&gt;1998&lt;/b&gt;." in tip_at(view, place(view, document, "[1]"))


def test_reading_links_jump_to_a_footnote_and_back(qtbot: QtBot, view: ReadingView) -> None:
    document = noted()
    view.set_document(document)
    footnote = document.blocks[-1].start
    click(view, place(view, document, "[1]"))
    qtbot.waitUntil(lambda: not view.span_rect(footnote, footnote + 3).isNull())
    qtbot.waitUntil(lambda: view._keys.glide.rest == 0)
    assert view._marks.flash == (footnote, document.blocks[-1].end)
    click(view, centre(view, footnote, footnote + 3))
    reference = document.text.index("[1]")
    qtbot.waitUntil(lambda: not view.span_rect(reference, reference + 3).isNull())
    qtbot.waitUntil(lambda: view._marks.flash is None)


def test_reading_links_go_back_to_the_note_that_was_followed(
    qtbot: QtBot, view: ReadingView
) -> None:
    builder = DocumentBuilder()
    for words in ("Uno", "Dos"):
        builder.open_block(BlockKind.PARAGRAPH)
        builder.text(words)
        with builder.style(RunKind.NOTE, "#nota"):
            builder.text("[1]")
    builder.open_block(BlockKind.FOOTNOTE)
    builder.anchor("nota")
    with builder.style(RunKind.MARKER):
        builder.text("[1]")
    builder.text(" La nota.")
    document = builder.document()
    view.set_document(document)
    footnote, second = document.blocks[-1].start, document.blocks[1].start + 3
    for follow_first, back in ((None, 3), (second, second)):
        if follow_first is not None:
            click(view, centre(view, follow_first, follow_first + 3))
        click(view, centre(view, footnote, footnote + 3))
        assert view._marks.flash == (back, back + 3)


def test_reading_links_lead_inside(qtbot: QtBot, view: ReadingView, opened: list[str]) -> None:
    builder = DocumentBuilder()
    with builder.style(RunKind.LINK, "#fin"):
        builder.text("Véase el final")
    for number in range(60):
        builder.open_block(BlockKind.PARAGRAPH)
        builder.anchor("fin" if number == 59 else f"n{number}")
        builder.text(SENTENCE)
    document = builder.document()
    view.set_document(document)
    click(view, place(view, document, "final"))
    last = document.blocks[-1].start
    qtbot.waitUntil(lambda: not view.span_rect(last, last + 5).isNull())
    assert opened == []


def test_reading_links_give_way_to_a_smaller_mention(
    qtbot: QtBot, view: ReadingView, opened: list[str]
) -> None:
    document = linked(ADDRESS, "la alcaldía de Lima dijo")
    view.set_document(document)
    marked = mention(document, "Lima", Kind.PLACE)
    view.set_mentions([marked])
    with qtbot.waitSignal(view.mention_clicked):
        click(view, place(view, document, "Lima"))
    with qtbot.assertNotEmitted(view.mention_clicked):
        click(view, place(view, document, "alcaldía"))
        shown_menu(view).close()
        click(view, place(view, document, "Lima"), CONTROL)
    assert opened == [ADDRESS]


def test_reading_links_lie_in_annotations(
    qtbot: QtBot, view: ReadingView, opened: list[str]
) -> None:
    document = linked(ADDRESS)
    view.set_document(document)
    view.set_annotations([annotation(document, "Según", "ayer", "a")])
    with qtbot.assertNotEmitted(view.annotation_clicked):
        click(view, place(view, document, "una nota"))
    assert shown_menu(view).actions()
    with qtbot.waitSignal(view.annotation_clicked):
        click(view, place(view, document, "ayer"))


def test_reading_links_are_reached_and_followed_by_keys(
    qtbot: QtBot, view: ReadingView, opened: list[str]
) -> None:
    builder = DocumentBuilder()
    builder.text("Uno ")
    with builder.style(RunKind.LINK, ADDRESS):
        builder.text("dos")
    builder.picture(REMOTE, alt="Grúas")
    document = builder.document()
    view.set_document(document)
    plain = view.viewport().grab().toImage()
    qtbot.keyClick(view, Key.Key_Tab)
    assert view._marks.focus == document.runs[0]
    assert view.viewport().grab().toImage() != plain
    qtbot.keyClick(view, Key.Key_Return, CONTROL)
    assert opened == [ADDRESS]
    qtbot.keyClick(view, Key.Key_Tab)
    with qtbot.waitSignal(view.picture_requested) as asked:
        qtbot.keyClick(view, Key.Key_Space)
    assert asked.args == [REMOTE]
    qtbot.keyClick(view, Key.Key_Backtab)
    qtbot.keyClick(view, Key.Key_Escape)
    assert view._marks.focus is None
    assert view.viewport().grab().toImage() is not None
