"""Where the nodes of a network go."""

import math
import subprocess
import sys
from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.network.arranger import Arranger
from reader.ui.network.arranging import arrange

STAR = [(0, other, 3) for other in range(1, 30)]
TWO_PAIRS = [(0, 1, 2), (2, 3, 1)]


@pytest.mark.parametrize(
    ("count", "edges"), [(30, STAR), (4, TWO_PAIRS), (5, []), (1, []), (0, [])]
)
def test_arrange_keeps_nodes_apart(count: int, edges: list[tuple[int, int, int]]) -> None:
    places = arrange(count, edges)
    assert len(places) == count
    distances = [math.dist(one, other) for one, other in combinations(places, 2)]
    assert min(distances, default=1.0) > 0.9


def test_arrange_draws_what_is_linked_together() -> None:
    clusters = [*combinations(range(5), 2), *combinations(range(5, 10), 2), (0, 5)]
    places = arrange(10, [(one, other, 2) for one, other in clusters])
    within = math.dist(places[1], places[2])
    between = math.dist(places[1], places[7])
    assert within < between


def test_arrange_is_the_same_each_time() -> None:
    assert arrange(30, STAR) == arrange(30, STAR)


def test_arrange_leaves_what_was_there_about_where_it_was() -> None:
    places = arrange(30, STAR)
    again = arrange(30, STAR, dict(enumerate(places)))
    left = [node for node in range(1, 30) if places[node][0] < places[0][0] - 1]
    assert left
    assert sum(again[node][0] < again[0][0] for node in left) > 0.7 * len(left)


def test_arranging_needs_no_window() -> None:
    code = (
        "import sys; from reader.ui.network.arranging import arrange; arrange(3, [(0, 1, 1)]); "
        "print(sorted({'PySide6', 'spacy', 'networkx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['networkx']"


def test_window_does_without_networkx() -> None:
    code = (
        "import sys; import reader.ui.workbench; "
        "print(sorted({'networkx', 'numpy', 'pyqtgraph'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_arranger_whose_window_is_deleted_meanwhile_tells_nobody(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """The process may be done at the very moment that the window goes."""
    window = QWidget()
    arranger = Arranger(window)
    told: list[object] = []
    arranger.arrange(3, [(0, 1, 1)], before={}, done=told.append)
    waiting = arranger._waiting
    executor = arranger._executor
    assert waiting is not None
    assert executor is not None
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    executor.shutdown(wait=True)
    assert len(waiting.result()) == 3
    QApplication.processEvents()
    assert told == []
    assert "exception calling callback" not in caplog.text
