import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reader.core.document import BlockKind, Document, Resource
from reader.formats.builder import DocumentBuilder
from reader.ui.reading import pictures as module
from reader.ui.reading.decoding import MOST_BYTES, decode, picture_format
from reader.ui.reading.pictures import Pictures, PictureState
from reader.ui.reading.view import ReadingView
from tests.ui.reading.reading_samples import SENTENCE, mouse, settle, show
from tests.ui.reading.structure_samples import REMOTE, bomb, picture, resource

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="9"/></svg>'


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return show(qtbot)


def illustrated(source: str, caption: str = "Pie", *, alt: str = "Grúas", before: int = 0):
    builder = DocumentBuilder()
    for _ in range(before):
        builder.open_block(BlockKind.PARAGRAPH)
        builder.text(SENTENCE * 3)
    builder.picture(source, alt=alt)
    builder.text(caption)
    builder.open_block(BlockKind.PARAGRAPH)
    builder.text(SENTENCE * 30)
    return builder.document()


def frame(view: ReadingView, number: int = 0) -> QRect:
    """Return where a picture stands in the viewport."""
    layout = view._layout
    assert layout is not None
    found = layout.laid(number).composed.frame
    assert found is not None
    return found.translated(
        layout.column.left, layout.top(number) - view.verticalScrollBar().value()
    )


def click(view: ReadingView, pos: QPoint) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, pos, pressed=True)
    mouse(view, QEvent.Type.MouseButtonRelease, pos, pressed=False)


def shown(qtbot: QtBot, view: ReadingView, document: Document, own: Resource) -> None:
    """Show a document whose own picture is given when it is asked for, and wait for it."""
    source = f"resource:{own.key}"
    view.resource_requested.connect(lambda key: view.set_picture(f"resource:{key}", own.data))
    view.set_document(document)
    arrive(qtbot, view, source, PictureState.SHOWN)


def arrive(qtbot: QtBot, view: ReadingView, source: str, state: PictureState) -> None:
    """Wait until a picture is in a state, and laid out as such."""
    qtbot.waitUntil(lambda: view._pictures.state(source) is state)
    layout = view._layout
    assert layout is not None
    number = layout.paragraphs.with_picture(source)[0]
    picture_of = layout.paragraphs.picture(number)
    assert picture_of is not None

    def is_laid_out() -> bool:
        width, em = layout.column.width, layout._typography.em
        return frame(view, number).size() == view._pictures.box(picture_of, width, em)

    qtbot.waitUntil(is_laid_out)
    settle(qtbot, view)


def colours(image: QImage, box: QRect) -> set[str]:
    points = ((x, y) for x in range(box.left(), box.right()) for y in (box.top() + 3, box.bottom()))
    return {image.pixelColor(x, y).name() for x, y in points}


# The article's own


def test_reading_pictures_are_asked_for_once_seen(qtbot: QtBot, view: ReadingView) -> None:
    document = illustrated("resource:" + "a" * 64, before=30)
    asked: list[str] = []
    view.resource_requested.connect(asked.append)
    view.set_document(document)
    settle(qtbot, view)
    assert asked == []
    view.ensure_visible(document.text.index("Pie"))
    qtbot.waitUntil(lambda: asked == ["a" * 64])
    view.viewport().repaint()
    settle(qtbot, view)
    assert asked == ["a" * 64]


def test_reading_pictures_are_scaled_to_the_column(qtbot: QtBot, view: ReadingView) -> None:
    own = resource(1200, 600)
    shown(qtbot, view, illustrated(f"resource:{own.key}"), own)
    layout = view._layout
    assert layout is not None
    box = frame(view)
    assert box.width() == layout.column.width
    assert abs(box.height() - box.width() / 2) <= 1
    assert "#123544" in colours(view.viewport().grab().toImage(), box)


def test_reading_pictures_are_never_enlarged(qtbot: QtBot, view: ReadingView) -> None:
    own = resource(90, 60)
    shown(qtbot, view, illustrated(f"resource:{own.key}"), own)
    assert frame(view).size() == QSize(90, 60)


def test_reading_pictures_stand_above_their_caption(qtbot: QtBot, view: ReadingView) -> None:
    own = resource()
    document = illustrated(f"resource:{own.key}", "Pie de foto")
    shown(qtbot, view, document, own)
    caption = view.span_rect(0, 11)
    assert caption.top() >= frame(view).bottom()
    assert view._offset_at(caption.center()) is not None


def test_reading_pictures_follow_the_columns_width(qtbot: QtBot, view: ReadingView) -> None:
    own = resource(1200, 600)
    source = f"resource:{own.key}"
    shown(qtbot, view, illustrated(source), own)
    view.resize(400, 500)
    settle(qtbot, view)
    view.viewport().repaint()
    width = frame(view).width()
    qtbot.waitUntil(lambda: view._pictures._images[source][1] == width)
    image, _ = view._pictures._images[source]
    assert image.size() == frame(view).size()


def test_reading_pictures_do_not_move_what_is_read(qtbot: QtBot, view: ReadingView) -> None:
    own = resource(900, 900)
    source = f"resource:{own.key}"
    document = illustrated(source, before=8)
    view.set_document(document)
    settle(qtbot, view)
    end = document.blocks[-1]
    view.ensure_visible(end.start, end.start + 1)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 500)
    settle(qtbot, view)
    offset, before = view.reading_offset(), view.span_rect(view.reading_offset(), end.end).top()
    height = view.verticalScrollBar().maximum()
    view._pictures._sizes[source] = QSize(900, 900)
    view._pictures.changed.emit(source)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() != height)
    assert view.reading_offset() == offset
    assert view.span_rect(offset, end.end).top() == before


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"GIF89a",
        SVG,
        b"<html>",
        bomb(),
        picture()[:300],
        b"\x89PNG\r\n\x1a\n" + b"x" * 99,
    ],
    ids=["none", "empty", "short", "vector", "page", "bomb", "cut", "broken"],
)
def test_reading_pictures_that_cannot_be_shown_leave_a_quiet_sign(
    qtbot: QtBot, view: ReadingView, data: bytes | None
) -> None:
    source = "resource:" + "b" * 64
    view.set_document(illustrated(source))
    view.set_picture(source, data)
    arrive(qtbot, view, source, PictureState.MISSING)
    with qtbot.assertNotEmitted(view.picture_requested):
        click(view, frame(view).center())
    assert frame(view).height() < 200


# Those of elsewhere


def test_reading_pictures_of_elsewhere_are_asked_for_on_a_click(
    qtbot: QtBot, view: ReadingView
) -> None:
    asked: list[str] = []
    view.picture_requested.connect(asked.append)
    view.set_document(illustrated(REMOTE))
    settle(qtbot, view)
    assert asked == []
    top, pos = frame(view).top(), frame(view).center()
    click(view, pos)
    click(view, pos)  # it is on its way already
    assert asked == [REMOTE]
    view.set_picture(REMOTE, picture(800, 400))
    arrive(qtbot, view, REMOTE, PictureState.SHOWN)
    assert frame(view).top() == top
    assert "#123544" in colours(view.viewport().grab().toImage(), frame(view))


def test_reading_pictures_of_elsewhere_can_be_tried_again(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(illustrated(REMOTE))
    settle(qtbot, view)
    click(view, frame(view).center())
    view.set_picture(REMOTE, None)
    settle(qtbot, view)
    with qtbot.waitSignal(view.picture_requested) as asked:
        click(view, frame(view).center())
    assert asked.args == [REMOTE]


def test_reading_pictures_of_another_article_are_forgotten(qtbot: QtBot, view: ReadingView) -> None:
    own = resource()
    shown(qtbot, view, illustrated(f"resource:{own.key}"), own)
    view.set_document(illustrated(REMOTE))
    assert not view._pictures._images
    assert not view._pictures._files


def test_reading_pictures_without_a_caption_take_no_line_for_it(
    qtbot: QtBot, view: ReadingView
) -> None:
    own = resource(200, 100)
    shown(qtbot, view, illustrated(f"resource:{own.key}", ""), own)
    layout = view._layout
    assert layout is not None
    laid = layout.laid(0)
    assert laid.height == 100 + laid.look.above + laid.look.below
    assert view._offset_at(frame(view).center()) is None


# Bounds


def test_reading_pictures_are_forgotten_when_they_are_many(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_IMAGE_BYTES", 3 * 100 * 100 * 4)
    kept = Pictures()
    for number in range(6):
        source = f"resource:{number}"
        kept.give(source, picture(100, 100))
        kept.image(source, 100)
        with qtbot.waitSignal(kept.changed):
            pass
    states = [kept.state(f"resource:{number}") for number in range(6)]
    assert states == [PictureState.COMING] * 3 + [PictureState.SHOWN] * 3
    kept.image("resource:0", 100)  # whose file is still there
    qtbot.waitUntil(lambda: kept.state("resource:0") is PictureState.SHOWN)


def test_reading_pictures_whose_file_was_forgotten_are_asked_for_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_FILE_BYTES", 10)
    kept = Pictures()
    asked: list[str] = []
    kept.file_wanted.connect(asked.append)
    kept.image("resource:a", 100)
    kept.give("resource:a", picture())
    kept.give("resource:b", picture())
    kept.image("resource:a", 100)
    assert asked == ["resource:a", "resource:a"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "WEBP"])
def test_decoding_reads_pictures(kind: str) -> None:
    found = decode(picture(300, 200, kind=kind), QSize(150, 1000))
    assert found is not None
    assert (found.size, found.image.size()) == (QSize(300, 200), QSize(150, 100))


def test_decoding_refuses_vectors_and_programs() -> None:
    for data in (SVG, b"%PDF-1.7", b"/* XPM */", b"P6 1 1 255", b"\x00\x00\x01\x00", b"II*\x00"):
        assert picture_format(data) is None
        assert decode(data, QSize(10, 10)) is None


def test_decoding_looks_at_the_size_before_it_decodes() -> None:
    small = bomb(60_000)
    assert len(small) < 1_000
    assert decode(small, QSize(10, 10)) is None
    assert decode(picture() + bytes(MOST_BYTES), QSize(10, 10)) is None


def test_decoding_survives_every_cut() -> None:
    data = picture(40, 30)
    for end in range(0, len(data), 7):
        found = decode(data[:end], QSize(40, 40))
        assert found is None or found.image.size() == QSize(40, 30)
