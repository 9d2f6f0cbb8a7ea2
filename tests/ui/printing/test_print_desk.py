"""Printing in the window: the dialog, saving as PDF, stopping, and a library that is kept."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.document import Parsed
from reader.ui.printing.content import Comments
from reader.ui.printing.dialog import PrintDialog
from reader.ui.workbench import Workbench
from tests.ui.conftest import bench
from tests.ui.reading.reading_samples import long_document

Start = Callable[..., Application]
WAIT_MS = 60_000


@pytest.fixture
def workbench(start: Start, article_path: Path, qtbot: QtBot) -> Workbench:
    shown = bench(start())
    with qtbot.waitSignal(shown.controller.article_opened, timeout=WAIT_MS):
        shown.open_files([article_path])
    return shown


def saving_to(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let every file dialog answer with `path`."""
    accepted = QFileDialog.DialogCode.Accepted
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _self: [str(path)])


def asked(workbench: Workbench) -> PrintDialog:
    workbench.actions["save_pdf"].trigger()
    dialog = workbench.printing.dialog
    assert dialog is not None
    return dialog


def test_print_desk_saves_the_article(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "artículo.pdf"
    saving_to(monkeypatch, target)
    dialog = asked(workbench)
    assert dialog.pdf_button.isDefault()
    with qtbot.waitSignal(workbench.printing.saved, timeout=WAIT_MS):
        qtbot.mouseClick(dialog.pdf_button, Qt.MouseButton.LeftButton)
    pdf = pypdfium2.PdfDocument(target.read_bytes())
    document = workbench.controller.document
    assert document is not None
    first = document.block_text(document.blocks[1]).split()[:4]
    assert all(word in pdf[0].get_textpage().get_text_bounded() for word in first)
    assert pdf.get_metadata_value("Title") == document.title
    assert str(target) in workbench.notices.sentence
    assert workbench.printing.job is None


def test_print_desk_remembers_what_is_printed(qtbot: QtBot, workbench: Workbench) -> None:
    dialog = asked(workbench)
    dialog.names.setChecked(False)
    dialog.comments.setCurrentIndex(dialog.comments.findData(Comments.END))
    monkeyed = dialog.options()
    with qtbot.waitSignal(dialog.finished):
        workbench.printing._to_pdf = lambda content, options: None  # type: ignore[method-assign]
        dialog.pdf_button.click()
    again = asked(workbench)
    assert again.options() == monkeyed
    assert not again.names.isChecked()
    again.reject()


def test_print_desk_asks_nothing_without_an_article(start: Start) -> None:
    shown = bench(start())
    assert not shown.actions["print"].isEnabled()
    shown.printing.ask("pdf")  # type: ignore[arg-type]
    assert shown.printing.dialog is None


def test_print_desk_stops_and_leaves_the_earlier_file(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "libro.pdf"
    target.write_bytes(b"as it was")
    saving_to(monkeypatch, target)
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=WAIT_MS):
        workbench.controller.take(Parsed(long_document(60_000)))
    dialog = asked(workbench)
    dialog.pdf_button.click()
    qtbot.waitUntil(workbench.printing.bar.isVisible, timeout=WAIT_MS)
    qtbot.mouseClick(workbench.printing.bar.cancel_button, Qt.MouseButton.LeftButton)
    assert workbench.printing.job is None
    assert not workbench.printing.bar.isVisible()
    assert target.read_bytes() == b"as it was"
    assert [each.name for each in tmp_path.glob("libro*")] == ["libro.pdf"]


def test_print_desk_says_where_it_cannot_write(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving_to(monkeypatch, tmp_path / "nowhere" / "a.pdf")
    dialog = asked(workbench)
    with qtbot.waitSignal(workbench.printing.failed, timeout=WAIT_MS):
        dialog.pdf_button.click()
    assert "nowhere" in workbench.notices.sentence
