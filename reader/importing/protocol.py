"""What the window's process and the import's process say to each other."""

from pathlib import Path
from typing import NamedTuple

from reader.core.errors import ReaderError
from reader.core.imports import Changed, Progress, Report


class Import(NamedTuple):
    """Ask for files and folders to be imported, after what was asked for before."""

    paths: tuple[Path, ...]
    changed: Changed


class CatchUp(NamedTuple):
    """Ask for the names in those articles in which nobody has searched yet."""


class Pause(NamedTuple):
    """Ask for a pause, or for going on."""

    paused: bool


class Hold(NamedTuple):
    """Ask that no names be searched for while the user waits for those of another article."""

    held: bool


class Cancel(NamedTuple):
    """Call off what is under way."""


class Stop(NamedTuple):
    """Ask the process to end."""


Command = Import | CatchUp | Pause | Hold | Cancel | Stop


class Progressed(NamedTuple):
    """Tell how far it is."""

    progress: Progress


class Stuck(NamedTuple):
    """Tell why the library takes no article; the import is paused."""

    error: ReaderError


class Reported(NamedTuple):
    """Tell that all files have been seen to; names may still be searched for."""

    report: Report


class Failed(NamedTuple):
    """Tell why there is no import at all."""

    error: ReaderError


class Idle(NamedTuple):
    """Tell that all that was asked for is done."""


Event = Progressed | Stuck | Reported | Failed | Idle
