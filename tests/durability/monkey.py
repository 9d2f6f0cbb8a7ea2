"""Do at random what a user may do in the window: `python -m tests.durability.monkey --seed 7`.

Actions, keys, clicks, menus, dialogs and typing follow each other, often before the library has
answered to what came before; articles are thrown away, entities merged, backups put back, and what
is recognized arrives in between. It fails where an exception or a warning of Qt's comes up, where
the window hangs, or where the library is not consistent in the end. The same seed makes the same
choices, though threads may answer in another order.
"""

import argparse
import faulthandler
import gc
import os
import random
import sys
import tempfile
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMetaObject,
    QPoint,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from reader.app import make_qapplication
from reader.core.links import LinkTarget, ReaderLink, link_address
from reader.store.backups import backups_of
from reader.store.library import Library
from tests.store.test_derived import QUERIES, state
from tests.ui.correcting.correcting_samples import OTHER, fill_two, other_recognition
from tests.ui.link_samples import DOCUMENT, Program, recognition

PATIENCE_S = 120
"""How long the window may take for a step, on a busy machine; after that, it hangs."""

_LEFT_OUT = {"quit", "full_screen"}
_KEYS = "jkJKnpeExtlmrwWcs123456o[]{}"
_IGNORED = ("This plugin does not support", "propagateSizeHints")
_WORDS = ("Crawford", "Zuleta", "🙂 ñ", "[[Ma", "[[Madrid]] ", "# Título\n", "x", "")
_BOTTOM, _CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


class Monkey:
    """Take `steps` steps in a program's window, each in the event loop that is running then."""

    def __init__(self, program: Program, chance: random.Random, steps: int) -> None:
        self.program = program
        self.chance = chance
        self.left = steps
        self.steps = steps
        self.troubles: list[str] = []
        self.tell: Callable[[str], object] = self.troubles.append
        self.diary: deque[str] = deque(maxlen=25)  # of the last steps
        self._loop = QEventLoop()
        self._depth = 0  # how often one after another something modal was met
        self._ways: tuple[tuple[int, Callable[[], object]], ...] = (
            (22, self._act),
            (14, self._press_key),
            (10, self._click_name),
            (8, self._open_menu),
            (10, self._click_row),
            (12, self._click_button),
            (8, self._type),
            (6, self._select),
            (5, self._undo),
            (5, self._open_article),
            (3, self._recognize),
            (2, self._follow),
            (2, self._change_settings),
            (2, self._back_up),
            (1, self._resize),
            (1, self._collect),
        )

    def prefer_writing(self) -> None:
        """Annotate and type more than anything else."""
        self._ways += ((40, self._select), (20, self._click_name), (30, self._type))

    def run(self) -> None:
        """Take the steps; return once nothing modal is open any more."""
        self._arm()
        self._loop.exec()
        faulthandler.cancel_dump_traceback_later()

    def _arm(self) -> None:
        """Take the next step at once, or when the library has answered."""
        faulthandler.dump_traceback_later(PATIENCE_S, exit=True)
        if self.chance.random() < 0.5:
            QTimer.singleShot(self.chance.choice((0, 0, 5, 30)), self._step)
        else:
            self.program.library.call(
                lambda _library: None,
                done=lambda _none: self._step(),
                failed=lambda _error: self._step(),
            )

    def _step(self) -> None:
        modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if self.left <= 0 and modal is None:
            self._loop.quit()
            return
        self.left -= 1
        self._arm()  # first: what follows may open a dialog, which has an event loop of its own
        try:
            if modal is None:
                self._depth = 0
                weights = [weight for weight, _ in self._ways]
                ((_, way),) = self.chance.choices(self._ways, weights)
                way()
            else:
                self._depth += 1
                self._answer(modal)
        except Exception:
            self.tell(f"{traceback.format_exc()}after {self._diary()}")

    def _diary(self) -> str:
        return " · ".join(self.diary)

    def _note(self, what: str) -> None:
        self.diary.append(f"{self.steps - self.left} {what}")
        print(self.diary[-1], file=sys.stderr, flush=True)  # a window that hangs tells nothing

    # ---- what is modal

    def _answer(self, modal: QWidget) -> None:
        """Do something in a menu or a dialog, or leave it; after a while, leave it for sure."""
        self._note(f"{type(modal).__name__} {modal.windowTitle()!r}")
        if (
            self.left <= 0
            or self._depth > 8
            or self.chance.random() < 0.25
            or isinstance(modal, QFileDialog)
        ):
            self._leave(modal)
        elif isinstance(modal, QMenu):
            actions = [each for each in modal.actions() if self._may(each)]
            if actions:
                action = self.chance.choice(actions)
                self._note(f"menu {action.text()!r}")
                if (under := action.menu()) is not None:
                    modal.setActiveAction(action)
                    assert isinstance(under, QMenu)
                else:
                    modal.setActiveAction(action)
                    QTest.keyClick(modal, Qt.Key.Key_Return)
            else:
                self._leave(modal)
        else:
            self.chance.choice((self._click_button, self._click_row, self._type))(modal)

    def _leave(self, modal: QWidget) -> None:
        if self._depth > 12:
            modal.close()
        if isinstance(modal, QDialog):
            modal.reject()
        else:
            QTest.keyClick(modal, Qt.Key.Key_Escape)

    # ---- what one does

    def _may(self, action: QAction) -> bool:
        return action.isEnabled() and action.isVisible() and not action.isSeparator()

    def _act(self) -> None:
        names = self.program.workbench.actions._by_name
        name = self.chance.choice(sorted(set(names) - _LEFT_OUT))
        if names[name].isEnabled():
            self._note(f"action {name}")
            names[name].trigger()

    def _press_key(self) -> None:
        view = self.program.workbench.view
        if not view.isVisible():
            return
        self.program.window.activateWindow()
        view.setFocus()
        key = self.chance.choice([*_KEYS, "Menu", "Down", "PageDown", "Escape", "Return", "Tab"])
        self._note(f"key {key}")
        if len(key) == 1:
            QTest.keyClicks(view, key)
        else:
            QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))

    def _place(self) -> QPoint:
        """Return a place in the text: on a name, more often than not."""
        view, found = self.program.workbench.view, self.program.controller.recognition
        if found is not None and found.mentions and self.chance.random() < 0.7:
            mention = self.chance.choice(found.mentions)
            view.ensure_visible(mention.start, mention.end)
            return view.span_rect(mention.start, mention.end).center()
        area = view.viewport().rect()
        return QPoint(self.chance.randrange(area.width()), self.chance.randrange(area.height()))

    def _click_name(self) -> None:
        view = self.program.workbench.view
        if view.isVisible():
            self._note("click in the text")
            QTest.mouseClick(view.viewport(), _BOTTOM, pos=self._place())

    def _open_menu(self) -> None:
        view = self.program.workbench.view
        if view.isVisible():
            self._note("menu in the text")
            place = self._place()
            QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
            view.menu_requested.emit(self._offset(), view.viewport().mapToGlobal(place))

    def _offset(self) -> int:
        document = self.program.controller.document
        return self.chance.randrange(len(document.text)) if document is not None else 0

    def _visible(self, kind: type[QWidget], inside: QWidget | None) -> list:
        parts = [
            each
            for top in ([inside] if inside is not None else QApplication.topLevelWidgets())
            if top.isVisible()
            for each in [*top.findChildren(kind), *([top] if isinstance(top, kind) else [])]
        ]
        return [each for each in parts if each.isVisible() and each.isEnabled()]

    def _click_row(self, inside: QWidget | None = None) -> None:
        views = [
            each
            for each in self._visible(QAbstractItemView, inside)
            if not isinstance(each, QHeaderView)
            and each.model() is not None
            and each.model().rowCount(each.rootIndex())
        ]
        if not views:
            return
        view = self.chance.choice(views)
        row = self.chance.randrange(view.model().rowCount(view.rootIndex()))
        index = view.model().index(row, 0, view.rootIndex())
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        where = view.visualRect(index).center()
        self._note(f"row {row} of {type(view).__name__}")
        how = self.chance.random()
        if how < 0.15:
            view.setCurrentIndex(index)
            QTest.keyClick(view, Qt.Key.Key_Delete)
        elif how < 0.3:
            view.customContextMenuRequested.emit(where)
        elif how < 0.4:
            QTest.mouseDClick(view.viewport(), _BOTTOM, pos=where)
        else:
            held = self.chance.choice((Qt.KeyboardModifier.NoModifier, _CONTROL))
            QTest.mouseClick(view.viewport(), _BOTTOM, held, where)

    def _click_button(self, inside: QWidget | None = None) -> None:
        buttons = self._visible(QAbstractButton, inside)
        if buttons:
            button = self.chance.choice(buttons)
            self._note(f"button {button.text() or button.accessibleName()!r}")
            press(button)

    def _type(self, inside: QWidget | None = None) -> None:
        fields = [
            each
            for kind in (QLineEdit, QPlainTextEdit, QComboBox)
            for each in self._visible(kind, inside)
            if each is not self.program.workbench.view
        ]
        if not fields:
            return
        field, word = self.chance.choice(fields), self.chance.choice(_WORDS)
        self._note(f"type {word!r} in {type(field).__name__} {field.accessibleName()!r}")
        field.setFocus()
        if isinstance(field, QComboBox):
            if field.count():
                field.setCurrentIndex(self.chance.randrange(field.count()))
            return
        for line, text in enumerate(word.split("\n")):
            if line and isValid(field):
                QTest.keyClick(field, Qt.Key.Key_Return)
            for letter in text if isValid(field) else "":
                event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget() or field, event)
        if isValid(field) and self.chance.random() < 0.5:
            key = self.chance.choice(("Return", "Escape", "Tab", "Down", "Backspace"))
            QTest.keyClick(field, getattr(Qt.Key, f"Key_{key}"))

    def _select(self) -> None:
        bench, document = self.program.workbench, self.program.controller.document
        if document is not None and bench.view.isVisible():
            start = self._offset()
            end = min(start + self.chance.randrange(1, 60), len(document.text))
            self._note(f"select {start}–{end}")
            bench.view.select_span(start, end)
            if self.chance.random() < 0.5:
                bench.actions["annotate_green"].trigger()

    def _undo(self) -> None:
        order = self.program.workbench.undo_order
        self._note("undo, redo")
        for _ in range(self.chance.randrange(1, 6)):
            self.chance.choice((order.undo, order.undo, order.redo))()

    def _open_article(self) -> None:
        self._note("article")
        self.program.workbench.show_article(self.chance.choice((DOCUMENT.id, OTHER.id)))

    def _recognize(self) -> None:
        """Let the recognizer find the names of an article, or some of them, now."""
        found = self.chance.choice((recognition(), other_recognition()))
        if self.chance.random() < 0.4:
            half = found.mentions[: len(found.mentions) // 2]
            found = replace(found, mentions=half, complete=False)
        self._note("recognized")
        self.program.recognizer.document_recognized.emit(found)

    def _follow(self) -> None:
        recognized = self.program.controller.recognition
        if recognized is not None and recognized.entities:
            self._note("address")
            entity = self.chance.choice(recognized.entities)
            self.program.workbench.follow(link_address(ReaderLink(LinkTarget.ENTITY, entity.id)))

    def _change_settings(self) -> None:
        bench = self.program.workbench
        theme = self.chance.choice(("light", "dark"))
        language = self.chance.choice(("en", "es"))
        self._note(f"{theme}, {language}")
        bench.set_settings(replace(bench.settings, theme=theme, language=language))

    def _resize(self) -> None:
        self._note("resize")
        self.program.window.resize(*self.chance.choice(((900, 600), (1400, 900), (1100, 700))))

    def _back_up(self) -> None:
        """Make a backup, or put one back, whatever is open and being typed."""
        backups, path = self.program.workbench.backups, self.program.library.path
        assert path is not None
        made = [each for each in backups_of(path) if each.holdings is not None]
        if made and self.chance.random() < 0.5:
            self._note("put a backup back")
            backups.restore(self.chance.choice(made).path)
        else:
            self._note("make a backup")
            backups.make()

    def _collect(self) -> None:
        self._note("collect")
        gc.collect()


def press(button: QAbstractButton) -> None:
    """Click a button; where that opens a menu, return once that is closed.

    By Qt: `click` called from here would keep Python to this thread as long as the menu is open.
    """
    QMetaObject.invokeMethod(button, "click")


def check(path: Path) -> list[str]:
    """Return what is wrong with a library: its file, its keys, what is derived in it."""
    wrong: list[str] = []
    with Library.open(path) as library:
        db = library._db
        if (found := db.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            wrong.append(f"integrity: {found}")
        if found := db.execute("PRAGMA foreign_key_check").fetchall():
            wrong.append(f"keys: {found}")
        before = state(library)
        library.search.rebuild()
        for query, kept, made in zip(QUERIES, before, state(library), strict=True):
            if kept != made:
                wrong.append(f"derived: {query}\n  kept {kept}\n  made {made}")
    return wrong


def play(path: Path, *, seed: int, steps: int) -> list[str]:
    """Take `steps` steps in a window on a new library at `path`; return what went wrong."""
    fill_two(path)
    make_qapplication()
    program = Program(path)
    program.window.resize(1200, 800)
    monkey = Monkey(program, random.Random(seed), steps)
    listen(monkey)
    program.controller.open_article(DOCUMENT.id)
    monkey.run()
    sys.excepthook = sys.__excepthook__
    bench = program.workbench
    for part in (bench.preferences, bench.imports, bench.exporting, bench.backups, bench.centre):
        part.finish()
    library = program.library.path
    program.finish()
    QApplication.processEvents()
    qInstallMessageHandler(None)
    assert library is not None
    return [*monkey.troubles, *check(library)]


def listen(monkey: Monkey) -> None:
    """Have the monkey tell of exceptions in slots and warnings of Qt's, and what it did before."""

    def raised(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        told = "".join(traceback.format_exception(kind, error, trace))
        monkey.tell(f"{told}after {monkey._diary()}")

    def warned(kind: QtMsgType, _where: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(each in message for each in _IGNORED):
            monkey.tell(f"Qt: {message}, after {monkey._diary()}")

    sys.excepthook = raised
    qInstallMessageHandler(warned)


def main() -> None:
    """Play with some seeds, one after another; exit with 1 at the first that fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(Path(folder, name.lower()))
        wrong = play(Path(folder, "library.sqlite"), seed=arguments.seed, steps=arguments.steps)
    print(*wrong, sep="\n\n")
    print(f"seed {arguments.seed}: {len(wrong)} wrong")
    sys.stdout.flush()
    os._exit(1 if wrong else 0)  # whatever a failure has left running


if __name__ == "__main__":
    main()
