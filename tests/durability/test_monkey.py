"""Random doings in the window; `monkey.py` says what they are. More of them by hand, by seed."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from reader.ui.background import BackgroundThread
from tests.durability.monkey import press

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("seed", [3])
def test_monkey_whatever_is_done_nothing_breaks(seed: int) -> None:
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "tests.durability.monkey"),
            *("--steps", "150", "--seed", str(seed)),
        ],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert f"seed {seed}: 0 wrong" in ended.stdout


def test_monkey_other_threads_go_on_under_a_menu_that_it_opened(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.addAction("x")
    button.setMenu(menu)
    button.show()
    thread = BackgroundThread("test", button)
    answers: list[int] = []

    def answered(answer: int) -> None:
        answers.append(answer)
        menu.close()

    menu.aboutToShow.connect(
        lambda: thread.call(lambda: sum(range(10**6)), done=answered)  # more than a turn's worth
    )
    QTimer.singleShot(10_000, menu.close)  # else a failure would last for ever
    press(button)
    thread.finish()
    assert answers == [sum(range(10**6))]
