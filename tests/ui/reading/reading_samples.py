"""Documents, marks and a reading view for the tests of the view."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import paths
from reader.core.annotations import Annotation, Colour, annotate
from reader.core.document import Block, BlockKind, Document, document_id
from reader.core.mentions import Kind, Mention
from reader.ui.reading.view import Heading, ReadingStyle, ReadingView
from reader.ui.theme import load_theme

THEMES = paths.resources() / "themes"
STYLE = ReadingStyle(load_theme(THEMES, "light"), "Noto Serif")
HEADING = Heading("Un título", "Un diario · 12 de julio")
SENTENCE = "La delegación llegó de madrugada a Moscú y habló con la prensa durante una hora. "


def document(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    """Return a document of one block a text, with an empty line between them."""
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block(start, start + len(text), kind))
        start += len(text) + 2
    whole = "\n\n".join(texts)
    return Document(document_id(whole), "", whole, tuple(blocks))


def long_document(words: int) -> Document:
    """Return a document of about `words` words, in paragraphs of 30 to 120."""
    repeats = [2, 5, 3, 8, 4, 6]
    texts = []
    while words > 0:
        repeat = repeats[len(texts) % len(repeats)]
        texts.append(f"{len(texts)}. " + SENTENCE * repeat + "Fin.")
        words -= repeat * 15
    return document(*texts)


def mention(of: Document, surface: str, kind: Kind = Kind.PLACE, *, entity: str = "") -> Mention:
    """Return the first mention of `surface`."""
    start = of.text.index(surface)
    return Mention(start, start + len(surface), kind, entity or surface)


def annotation(of: Document, first: str, last: str, name: str, comment: str = "") -> Annotation:
    """Return an annotation from `first` to the end of `last`."""
    start = of.text.index(first)
    end = of.text.index(last, start) + len(last)
    made = annotate(of, start, end, annotation_id=name, colour=Colour.YELLOW, now="")
    return replace(made, comment=comment)


def show(qtbot: QtBot, *, width: int = 700, height: int = 500) -> ReadingView:
    """Return a view on the screen, with a style and without a document."""
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(width, height)
    view.set_style(STYLE)
    with qtbot.waitExposed(view):
        view.show()
    return view


def settle(qtbot: QtBot, view: ReadingView) -> None:
    """Wait until everything is filled in and measured."""
    qtbot.waitUntil(lambda: not view._idle.is_running and view._painted)


def centre(view: ReadingView, start: int, end: int) -> QPoint:
    """Return the middle of a span's box; the span must be visible."""
    box = view.span_rect(start, end)
    assert not box.isNull()
    return box.center()


def mouse(view: ReadingView, kind: QEvent.Type, pos: QPoint, *, pressed: bool) -> None:
    """Send a mouse event; `pressed` says whether the left button is down after it."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    event = QMouseEvent(
        kind,
        QPointF(pos),
        QPointF(view.viewport().mapToGlobal(pos)),
        button,
        left if pressed else none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)


def drag(view: ReadingView, start: QPoint, end: QPoint) -> None:
    """Drag the mouse from one point to another."""
    mouse(view, QEvent.Type.MouseButtonPress, start, pressed=True)
    mouse(view, QEvent.Type.MouseMove, end, pressed=True)
    mouse(view, QEvent.Type.MouseButtonRelease, end, pressed=False)
