"""The note as it reads: nothing in it runs, nothing is fetched."""

import pytest
from PySide6.QtCore import QPoint, QUrl
from pytestqt.qtbot import QtBot

from reader import paths
from reader.ui.notes.preview import NotePreview
from reader.ui.theme import load_theme


@pytest.fixture
def preview(qtbot: QtBot) -> NotePreview:
    preview = NotePreview()
    qtbot.addWidget(preview)
    preview.set_theme(load_theme(paths.resources() / "themes", "dark"))
    preview.resize(300, 200)
    preview.show()
    qtbot.waitExposed(preview)
    return preview


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Uno** y [[Ana Gil|ella]]", "Uno y ella"),
        ("[[A*b*]]", "A*b*"),
        ("<b>no</b> <script>x</script>", "<b>no</b> <script>x</script>"),
        ("`[[Ana]]`", "[[Ana]]"),
    ],
)
def test_preview_shows_text_without_marks(preview: NotePreview, text: str, shown: str) -> None:
    preview.show_note(text)
    assert preview.toPlainText().strip() == shown


@pytest.mark.parametrize("name", ["Ana Gil", "A]]b|c", "ñ/%20?#é", "a&b<c>"])
def test_preview_follows_a_name_whatever_it_is(
    qtbot: QtBot, preview: NotePreview, name: str
) -> None:
    from reader.core.wikilinks import link_text

    preview.show_note(f"Con {link_text(name)}")
    anchors = [
        fragment
        for fragment in preview.toHtml().split('href="')[1:]
        if fragment.startswith("note:")
    ]
    address = anchors[0].split('"')[0].replace("&amp;", "&")
    with qtbot.waitSignal(preview.name_followed) as followed:
        preview.anchorClicked.emit(QUrl(address))
    assert followed.args == [name]


def test_preview_hands_addresses_on(qtbot: QtBot, preview: NotePreview) -> None:
    with qtbot.waitSignal(preview.address_followed) as followed:
        preview.anchorClicked.emit(QUrl("reader://article/a?start=1&end=2"))
    assert followed.args is not None
    assert followed.args[0] == "reader://article/a?start=1&end=2"
    assert isinstance(followed.args[1], QPoint)


def test_preview_loads_no_picture(preview: NotePreview, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = paths.resources() / "icons" / "note.svg"
    preview.show_note(f"![x]({picture.as_uri()}) ![y](https://example.org/y.png)")
    preview.repaint()
    assert preview.loadResource(2, QUrl(picture.as_uri())) is None
    assert "https" not in preview.toPlainText()


def test_preview_is_as_high_as_its_note(preview: NotePreview) -> None:
    preview.show_note("Una línea.")
    low = preview.sizeHint().height()
    preview.show_note("Una línea.\n\n" * 40)
    assert preview.sizeHint().height() > 20 * low
