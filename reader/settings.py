"""What the user has set: one dataclass, its defaults, and a TOML file."""

import contextlib
import math
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import tomli_w

from reader.core.files import write_atomically

THEMES = ("system", "light", "sepia", "dark", "contrast")
LANGUAGES = ("system", "es", "en")
FONT_SIZES_PT = (8.0, 36.0)
LINE_WIDTHS = (40, 120)
LEADINGS = (1.0, 2.5)


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's settings; an empty `font_family` is the system's serif."""

    theme: str = "system"
    language: str = "system"
    font_family: str = ""
    font_size_pt: float = 13.0
    line_width: int = 68  # characters of an average line
    leading: float = 1.5  # line height, in line heights of the font
    hyphenation: bool = True  # words are parted at the end of a line that would be too short
    reduced_motion: bool = False  # nothing glides or blinks
    hidden_kinds: tuple[str, ...] = ()
    annotation_colour: str = "yellow"
    shortcuts: tuple[str, ...] = ()  # as `reader.ui.shortcuts.book` has them: what isn't usual
    restore_tabs: bool = True  # at the start, where no file is to be opened
    hints: bool = True  # what one can do next, each once
    model: str = ""  # a folder or a name; "" is automatic: see `models_of`

    def clamped(self) -> "Settings":
        """Return these settings with each number inside its limits and each choice a known one."""
        return replace(
            self,
            theme=self.theme if self.theme in THEMES else "system",
            language=self.language if self.language in LANGUAGES else "system",
            font_size_pt=_within(self.font_size_pt, *FONT_SIZES_PT),
            line_width=int(_within(self.line_width, *LINE_WIDTHS)),
            leading=_within(self.leading, *LEADINGS),
        )


def load_settings(path: Path) -> Settings:
    """Read the settings at `path`; what is missing, unknown or of the wrong type is the default."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):  # no file yet, or one that someone broke by hand
        return Settings()
    known: dict[str, object] = {}
    for field in fields(Settings):
        value, default = data.get(field.name), field.default
        if isinstance(value, list):
            value = tuple(item for item in value if isinstance(item, str))
        if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if isinstance(value, float) and not math.isfinite(value):
            continue
        if type(value) is type(default):
            known[field.name] = value
    return Settings(**known).clamped()  # type: ignore[arg-type]  # checked against the defaults


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings to `path`, atomically.

    :raises ExportError: where the file can't be written.
    """
    values = {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in asdict(settings).items()
    }
    with contextlib.suppress(OSError):  # what writing says of it is better
        path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, tomli_w.dumps(values))


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
