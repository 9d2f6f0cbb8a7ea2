"""A note that was typed two seconds before the program is killed is on the disk."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.store.library import Library

pytestmark = pytest.mark.model

TYPING_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from reader.app import Application, make_qapplication

def main():
    library, article, folder = map(Path, sys.argv[1:])
    qt = make_qapplication()
    program = Application(
        library=library, settings_file=folder / "s.toml", state_file=folder / "w.ini"
    )

    def say(what):
        sys.stdout.write(what + "\\n")
        sys.stdout.flush()

    def type_note():
        bench = program.workbench
        entity = bench.controller.recognition.entities[0]
        bench.presenter.show_entity(entity.id)
        note = bench.panel.card.note
        note.focus_end()
        QTest.keyClicks(note.edit, "Known since 2004, see [[Rusia]]")
        say(entity.id)
        QTimer.singleShot(2000, lambda: say("two seconds"))

    def watch():
        program.workbench.controller.recognition_ended.connect(
            lambda: QTimer.singleShot(0, type_note)
        )

    program.built.connect(watch)
    program.open([article])
    qt.exec()

if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_note_outlives_a_kill_two_seconds_after_typing(
    tmp_path: Path, article_path: Path
) -> None:
    program, path = tmp_path / "program.py", tmp_path / "library.sqlite"
    program.write_text(TYPING_PROGRAM)
    process = subprocess.Popen(
        [sys.executable, str(program), str(path), str(article_path), str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ
        | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    with process.stdout:
        entity_id = process.stdout.readline().strip()
        assert process.stdout.readline() == "two seconds\n"
        process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    with Library.open(path) as library:
        note = library.notebook.note(entity_id)
        assert note is not None
        assert note.text == "Known since 2004, see [[Rusia]]"
        assert [each and each.name for each in library.notebook.links(entity_id)] == ["Rusia"]
