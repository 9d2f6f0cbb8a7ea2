"""All dialogs leave the same room around what is in them.

`test_everybody.py` measures those that it opens; this finds every one, however it is opened.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader.ui

_WITH_EDGES_OF_THEIR_OWN = {"PreferencesDialog"}


def dialogs() -> Iterator[ast.ClassDef]:
    """Yield the dialogs' classes as they are written."""
    for file in sorted(Path(reader.ui.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and "QDialog" in map(ast.unparse, node.bases):
                yield node


DIALOGS = {each.name: each for each in dialogs()}


def test_dialog_margins_are_asked_of_all() -> None:
    assert len(DIALOGS) > 12
    assert DIALOGS.keys() >= _WITH_EDGES_OF_THEIR_OWN


@pytest.mark.parametrize("name", sorted(DIALOGS.keys() - _WITH_EDGES_OF_THEIR_OWN))
def test_dialog_margins_are_the_same(name: str) -> None:
    calls = [each for each in ast.walk(DIALOGS[name]) if isinstance(each, ast.Call)]
    said = [ast.unparse(each) for each in calls]
    assert any(each.endswith(".setContentsMargins(*DIALOG_MARGINS)") for each in said)
