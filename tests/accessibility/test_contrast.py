"""The wish for contrast, from the desktop's settings through Qt to the theme: nothing replaced."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.accessibility import theme_probe
from tests.accessibility.at_spi import Desktop, missing
from tests.accessibility.portal import Portal

Follow = Callable[[str], Callable[[str], bool]]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    if lacking := missing():
        assert "READER_CI" not in os.environ, f"missing: {', '.join(lacking)}"
        pytest.skip(f"a desktop needs {', '.join(lacking)}")
    with Desktop(tmp_path) as desktop:
        yield desktop


@pytest.fixture
def portal(desktop: Desktop) -> Iterator[Portal]:
    """Return the settings of a user who wants light colours and much contrast."""
    with Portal(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], contrast=1, color_scheme=2) as it:
        yield it


@pytest.fixture
def follow(desktop: Desktop) -> Iterator[Follow]:
    """Return a function that starts a program, and returns one that waits for a theme of it."""
    started: list[subprocess.Popen[str]] = []

    def start(setting: str) -> Callable[[str], bool]:
        program = subprocess.Popen(
            [sys.executable, "-m", theme_probe.__name__, setting],
            env=desktop.environment | {"XDG_CURRENT_DESKTOP": "GNOME"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(program)
        assert program.stdout is not None
        said = program.stdout
        return lambda name: any(line.strip() == name for line in iter(said.readline, ""))

    yield start
    for program in started:
        program.communicate(timeout=theme_probe.LONGEST_MS / 1000)


def test_contrast_follows_the_desktop(portal: Portal, follow: Follow) -> None:
    comes = follow("system")
    assert comes("contrast")
    portal.change("contrast", 0)
    assert comes("light")
    portal.change("color-scheme", 1)
    assert comes("dark")
    portal.change("contrast", 1)
    assert comes("contrast-dark")


def test_contrast_that_was_chosen_takes_the_brightness_of_the_desktop(
    portal: Portal, follow: Follow
) -> None:
    comes = follow("contrast")
    assert comes("contrast")
    portal.change("contrast", 0)
    portal.change("color-scheme", 1)
    assert comes("contrast-dark")
