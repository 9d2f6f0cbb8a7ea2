"""Themes: colours as data, read from resources/themes."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from reader.core.annotations import Colour
from reader.core.mentions import Kind


@dataclass(frozen=True, slots=True)
class KindColours:
    """How a kind looks: its underline, its tint, and the tint when it is selected.

    The tint of a quiet kind is transparent.
    """

    line: QColor
    tint: QColor
    strong: QColor


@dataclass(frozen=True, slots=True)
class AnnotationColours:
    """How an annotation looks: the highlighter's fill, and its mark in the margin."""

    fill: QColor
    mark: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of everything that the program draws.

    Of a `contrast` theme text has at least 7:1, and everything that can be used an outline.
    """

    name: str
    dark: bool
    contrast: bool
    window: QColor  # behind panels and bars
    base: QColor  # the page
    raised: QColor  # cards, fields and menus
    text: QColor
    muted: QColor  # secondary text, still 4.5:1 on window and base
    border: QColor
    accent: QColor  # links, focus, the default button
    accent_text: QColor
    hover: QColor
    selection: QColor
    selection_text: QColor
    danger: QColor
    kinds: Mapping[Kind, KindColours]
    annotations: Mapping[Colour, AnnotationColours]

    @property
    def pressed(self) -> QColor:
        """Return the ground of what is held down, or chosen while the keyboard is elsewhere."""
        if self.contrast:
            return self.hover  # a border is as bright as the text there
        return self.border if self.dark else self.hover.darker(106)

    def palette(self) -> QPalette:
        """Return the Qt palette that gives every standard widget these colours."""
        role = QPalette.ColorRole
        palette = QPalette()
        colours = {
            role.Window: self.window,
            role.WindowText: self.text,
            role.Base: self.raised,
            role.AlternateBase: self.hover,
            role.Text: self.text,
            role.PlaceholderText: self.muted,
            role.Button: self.window,
            role.ButtonText: self.text,
            role.BrightText: self.danger,
            role.Highlight: self.selection,
            role.HighlightedText: self.selection_text,
            role.Link: self.accent,
            role.LinkVisited: self.accent,
            role.ToolTipBase: self.raised,
            role.ToolTipText: self.text,
            role.Light: self.raised,
            role.Midlight: self.hover,
            role.Mid: self.border,
            role.Dark: self.border,
            role.Shadow: self.border,
            role.Accent: self.accent,
        }
        for name, colour in colours.items():
            palette.setColor(name, colour)
        for name in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, name, self.muted)
        return palette


def load_theme(folder: Path, name: str) -> Theme:
    """Read the theme `name`, such as "light", "contrast-dark" or "paper", from `folder`."""
    data = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
    return Theme(
        name=name,
        dark=data["dark"],
        contrast=data.get("contrast", False),
        **{key: QColor(value) for key, value in data["palette"].items()},
        kinds={
            Kind(kind): KindColours(**{key: QColor(value) for key, value in colours.items()})
            for kind, colours in data["kinds"].items()
        },
        annotations={
            Colour(colour): AnnotationColours(
                **{key: QColor(value) for key, value in colours.items()}
            )
            for colour, colours in data["annotations"].items()
        },
    )
