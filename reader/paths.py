"""Where things are: the program's own resources, and the user's folders."""

import sys
from functools import cache
from pathlib import Path

import platformdirs

_APP = "reader"


def resources() -> Path:
    """Return the folder of the program's resources."""
    return _shipped("resources")


def seeds() -> Path:
    """Return the folder of the sample articles."""
    return _shipped("seeds")


def data_folder() -> Path:
    """Return the folder of what the user makes; the library is there unless told otherwise."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False))


def settings_file() -> Path:
    """Return the path of the settings file, which need not exist."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False)) / "settings.toml"


def default_library() -> Path:
    """Return the path of the library file that is used unless the user picks another."""
    return data_folder() / "library.sqlite"


@cache  # it is asked for with every icon, and stays where it is while the program runs
def _shipped(name: str) -> Path:
    """Return a folder that ships with the program.

    It lies inside the package in an installed wheel, beside it in a checkout, and at the root of a
    frozen bundle.
    """
    package = Path(__file__).resolve().parent
    candidates = [package / name, package.parent / name]
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    if bundle is not None:
        candidates.insert(0, Path(bundle) / name)
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise RuntimeError(f"no folder {name} among {', '.join(map(str, candidates))}")
