"""The main job end to end: open, note, annotate, export, quit, start again."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.annotations import Colour
from reader.core.mentions import Kind
from reader.store.library import Library
from tests.ui.conftest import READING_MS, bench, close
from tests.ui.exporting.export_steps import export_to, opened

pytestmark = pytest.mark.model

EXPECTED = {
    Kind.COUNTRY: {"Rusia", "Corea del Norte", "Ucrania", "Estados Unidos"},
    Kind.PLACE: {"Kursk", "Pyongyang", "Moscú", "Asia", "Occidente"},
    Kind.PERSON: {"Serguéi Lavrov", "Kim Jong Un", "Vladimir Putin"},
    Kind.ORGANIZATION: {"Nordwind Airlines", "OTAN"},
}
NOTE = "Ministro de Exteriores desde 2004.\n\nVer **Putin**."
PASSAGE = "suministro de armas y tropas en operaciones clave"


def test_journey_everything_is_there_again(
    qtbot: QtBot,
    read: Callable[..., Application],
    start: Callable[..., Application],
    article_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = read()
    found = shown_entities(program)
    assert found == EXPECTED

    write_note(qtbot, program)
    annotation_id = annotate(qtbot, program)
    exported = export(qtbot, program, tmp_path / "out.md", monkeypatch)
    assert "# Rusia corea del norte" in exported
    assert PASSAGE in exported
    assert "Lo de las armas" in exported
    assert "Ver **Putin**." in exported
    close(qtbot, program)

    again = start()
    with qtbot.waitSignal(bench(again).controller.recognition_ended, timeout=READING_MS):
        bench(again).open_files([article_path])
    assert shown_entities(again) == EXPECTED
    lavrov = entity_id(again, "Serguéi Lavrov")
    bench(again).presenter.show_entity(lavrov)
    assert note_editor(again).toPlainText() == NOTE
    (annotation,) = bench(again).book.annotations()
    assert (annotation.id, annotation.quote) == (annotation_id, PASSAGE)
    assert (annotation.colour, annotation.comment) == (Colour.GREEN, "Lo de las armas")


def shown_entities(program: Application) -> dict[Kind, set[str]]:
    recognition = bench(program).controller.recognition
    assert recognition is not None
    assert recognition.complete
    shown: dict[Kind, set[str]] = {}
    for entity in recognition.entities:
        shown.setdefault(entity.kind, set()).add(entity.name)
    return shown


def entity_id(program: Application, name: str) -> str:
    recognition = bench(program).controller.recognition
    assert recognition is not None
    return next(entity.id for entity in recognition.entities if entity.name == name)


def note_editor(program: Application) -> QPlainTextEdit:
    return bench(program).panel.card.note.edit


def write_note(qtbot: QtBot, program: Application) -> None:
    """Click the first "Lavrov" in the text, and type."""
    document, view = bench(program).controller.document, bench(program).view
    assert document is not None
    start = document.text.index("Lavrov")
    rect = view.span_rect(start, start + len("Lavrov"))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert bench(program).panel.shown_entity_id == entity_id(program, "Serguéi Lavrov")
    editor = note_editor(program)
    with qtbot.waitSignal(bench(program).controller.note_saved, timeout=READING_MS):
        editor.setFocus()
        qtbot.keyClicks(editor, NOTE.replace("\n", "\r"))
    assert editor.toPlainText() == NOTE


def annotate(qtbot: QtBot, program: Application) -> str:
    """Drag over a passage, press 2 for green, and comment on it."""
    document, view = bench(program).controller.document, bench(program).view
    assert document is not None
    start = document.text.index(PASSAGE)
    end = start + len(PASSAGE)
    first, last = view.span_rect(start, start + 1), view.span_rect(end - 1, end)
    qtbot.mousePress(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(first.left(), first.center().y())
    )
    qtbot.mouseMove(view.viewport(), QPoint(last.right() + 1, last.center().y()))
    qtbot.mouseRelease(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(last.right() + 1, last.center().y())
    )
    assert view.selected_span() == (start, end)
    bench(program).actions["annotate_green"].trigger()
    (annotation,) = bench(program).book.annotations()
    bench(program).presenter.annotations.annotate_and_comment()
    focused = program.window.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(bench(program).book.annotations_changed, timeout=READING_MS):
        qtbot.keyClicks(focused, "Lo de las armas")
        bench(program).panel.flush()
    return annotation.id


def export(qtbot: QtBot, program: Application, path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    opened(qtbot, bench(program))
    export_to(qtbot, bench(program), path, monkeypatch)
    assert str(path) in bench(program).notices.sentence
    return path.read_text("utf-8")


KILLED_PROGRAM = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from reader.app import Application, make_qapplication
from reader.ui.background import SaveState

library, article, folder = map(Path, sys.argv[1:])
qt = make_qapplication()
program = Application(
    library=library, settings_file=folder / "s.toml", state_file=folder / "w.ini"
)
written = 0

def report(entity_id, text):
    sys.stdout.write(f"note {entity_id}\\t{text}\\n")
    sys.stdout.flush()

def annotations_saved(state):
    if state is SaveState.SAVED:
        for annotation in bench.book.annotations():
            sys.stdout.write(f"annotation {annotation.id}\\t{annotation.quote!r}\\n")
        sys.stdout.flush()

def edit():
    global written
    written += 1
    recognition = bench.controller.recognition
    entity = recognition.entities[written % len(recognition.entities)]
    bench.presenter.show_entity(entity.id)
    editor = bench.panel.card.note.edit
    editor.selectAll()
    editor.insertPlainText(f"Nota {written}")
    bench.panel.flush()
    bench.view.select_span(written * 10, written * 10 + 8)
    bench.presenter.annotations.annotate()
    QTimer.singleShot(5, edit)

def watch():
    global bench
    bench = program.workbench
    bench.controller.note_saved.connect(report)
    bench.library.state_changed.connect(annotations_saved)
    bench.controller.recognition_ended.connect(lambda: QTimer.singleShot(0, edit))

program.built.connect(watch)
program.open([article])
qt.exec()
"""


@pytest.mark.parametrize("edits_seen", [1, 7, 20])
def test_journey_a_killed_program_keeps_what_it_showed_as_saved(
    tmp_path: Path, article_path: Path, edits_seen: int
) -> None:
    library_path = tmp_path / "library.sqlite"
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED_PROGRAM, str(library_path), str(article_path), str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    notes: dict[str, str] = {}
    annotations: dict[str, str] = {}
    lines = 0
    for line in process.stdout:
        what, _, rest = line.rstrip("\n").partition(" ")
        key, _, value = rest.partition("\t")
        (notes if what == "note" else annotations)[key] = value
        lines += what == "note"
        if lines == edits_seen:
            process.send_signal(signal.SIGKILL)
            break
    rest_of_output = process.stdout.read()
    process.stdout.close()
    process.wait()
    for line in rest_of_output.splitlines(keepends=True):
        if line.startswith("annotation") and line.endswith("\n"):
            key, _, value = line.rstrip("\n").partition(" ")[2].partition("\t")
            annotations[key] = value

    assert len(notes) >= 1
    with Library.open(library_path) as library:
        saved = library.notes(notes)
        # A later edit of the same note may have reached the disk without having been shown.
        assert set(saved) == set(notes)
        for key, text in notes.items():
            assert int(saved[key].text.removeprefix("Nota ")) >= int(text.removeprefix("Nota "))
        (document,) = library.documents()
        kept = {a.id: repr(a.quote) for a in library.annotations(document.id)}
        assert annotations.items() <= kept.items()
