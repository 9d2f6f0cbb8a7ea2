"""The whole window, driven at random by the monkey, until it is killed.

It reports what each transaction will make of the library before it is committed, and that it was,
afterwards; and what its window shows as saved. So whoever kills it knows what must be there.
"""

import argparse
import contextlib
import json
import os
import random
import signal
import sqlite3
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any
from unittest import mock

from PySide6.QtCore import QObject

from reader.core.document import Document
from reader.store import backups, session
from reader.store.session import Session
from reader.store.sqlite import Database
from reader.ui.background import SaveState
from tests.durability.driver import Report, state, state_of
from tests.ui.link_samples import Program

_STEPS = 1_000_000  # it never comes to them

Tell = Callable[[Report], None]


class Death:
    """Kill this process in the middle of a write that a chance chooses; or never."""

    def __init__(self, chance: random.Random) -> None:
        self._instructions = chance.choice((0, 30, 300, 3000)) and chance.randrange(1, 3000)
        self._commits = chance.choice((0, 3, 10, 30)) and chance.randrange(1, 30)
        self._delay_s = chance.uniform(0, 0.004)
        self._shown = chance.choice((0, 1, 2, 5))
        self.is_writing = False
        self.is_put_back = False  # a backup, of which the window doesn't show anything yet

    def watch(self, connection: sqlite3.Connection) -> None:
        """Count the instructions of SQLite's with which a connection writes."""
        connection.set_progress_handler(self._on_progress, 10)

    def _on_progress(self) -> int:
        if self.is_writing and self._instructions:
            self._instructions -= 1
            if not self._instructions:
                os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def on_shown(self) -> None:
        """Count what was shown as saved; perhaps come at once, before anything else is done."""
        if self._shown:
            self._shown -= 1
            if not self._shown:
                os.kill(os.getpid(), signal.SIGKILL)

    def on_commit(self) -> None:
        """Count a commit that is about to be made; perhaps come while it is made."""
        if self._commits:
            self._commits -= 1
            if not self._commits:
                arguments = (os.getpid(), signal.SIGKILL)
                threading.Timer(self._delay_s, os.kill, arguments).start()


@contextlib.contextmanager
def telling(tell: Tell, death: Death) -> Generator[None]:
    """Have each transaction, and each backup that is put back, told before and after."""
    writing, restore, begin = Session.writing, backups.restore_backup, Session.__init__
    derive = session.bring_up_to_date  # the last that a transaction does before its commit

    def told_derive(db: Database) -> None:
        derive(db)
        death.is_writing = False
        tell(Report("next", "window", state(db.conn)))
        death.on_commit()

    @contextlib.contextmanager
    def told_writing(self: Session) -> Generator[Database]:
        with writing(self) as db:
            death.is_writing = True
            yield db
        death.is_writing = False
        tell(Report("saved", "window", ""))

    def told_restore(library: Path, backup: Path) -> Any:
        tell(Report("next", "window", state_of(backup)))
        before = restore(library, backup)
        death.is_put_back = True
        tell(Report("saved", "window", ""))
        return before

    def begun(self: Session, db: Database, path: Path | None, **options: Any) -> None:
        begin(self, db, path, **options)
        death.watch(db.conn)

    with (
        mock.patch.object(session, "bring_up_to_date", told_derive),
        mock.patch.object(Session, "writing", told_writing),
        mock.patch.object(Session, "__init__", begun),
        mock.patch.object(backups, "restore_backup", told_restore),
    ):
        yield


class Shown(QObject):
    """Tell what the window shows as saved, whenever something more is."""

    def __init__(self, program: Program, tell: Tell, death: Death) -> None:
        super().__init__(program.window)
        self._program = program
        self._tell = tell
        self._death = death
        program.controller.article_opened.connect(self._on_article_opened)
        program.controller.note_saved.connect(self._on_note_saved)
        program.workbench.book.saved.connect(self._on_annotations_saved)

    def _on_article_opened(self) -> None:
        self._death.is_put_back = False

    def _on_note_saved(self, entity_id: str, text: str) -> None:
        # What was saved before a backup was put back may be shown after that.
        if self._death.is_put_back:
            return
        if self._program.library.state is SaveState.SAVED:
            self._tell(Report("shown", "note", json.dumps([entity_id, text])))
            self._death.on_shown()

    def _on_annotations_saved(self) -> None:
        document: Document | None = self._program.controller.document
        if self._death.is_put_back:
            return
        if document is not None and self._program.library.state is SaveState.SAVED:
            comments = {
                each.id: each.comment for each in self._program.workbench.book.annotations()
            }
            said = json.dumps([document.id, comments])
            self._tell(Report("shown", "annotations", said))
            self._death.on_shown()


def play(path: Path, *, seed: int, tell: Tell) -> None:
    """Play in the window on the library at `path` until the process is killed."""
    from reader.app import make_qapplication
    from tests.durability.monkey import Monkey, listen
    from tests.ui.link_samples import DOCUMENT

    chance = random.Random(seed)
    death = Death(chance)
    with telling(tell, death):
        make_qapplication()
        program = Program(path)
        program.window.resize(1200, 800)
        monkey = Monkey(program, chance, _STEPS)
        monkey.tell = lambda trouble: tell(Report("trouble", "window", trouble))
        monkey.prefer_writing()
        listen(monkey)
        Shown(program, tell, death)
        program.controller.open_article(DOCUMENT.id)
        tell(Report("ready", "window", ""))
        monkey.run()


def main() -> None:
    """Play, and write what is told to the pipe that the command line names."""
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--pipe", type=int, required=True, help="a file descriptor")
    options = parser.parse_args()

    def tell(report: Report) -> None:
        line = json.dumps([report.what, report.name, report.state]).encode() + b"\n"
        os.write(options.pipe, line)  # at once: what is buffered dies with the process

    play(options.path, seed=options.seed, tell=tell)


if __name__ == "__main__":
    main()
