"""The settings that hold now, and what changes them outside of the preferences."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.core.annotations import Colour
from reader.core.mentions import Kind
from reader.settings import Settings


class SettingsKeeper(QObject):
    """Hold the settings, and tell of each change."""

    changed = Signal(object, object)  # Settings: those before, those that hold now

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.settings = settings

    def set(self, settings: Settings) -> None:
        """Have other settings hold."""
        before, self.settings = self.settings, settings
        self.changed.emit(before, settings)

    def zoom(self, step: int) -> None:
        """Make the text larger (1), smaller (-1) or of the usual size (0)."""
        size = self.settings.font_size_pt + step if step else Settings().font_size_pt
        self.set(replace(self.settings, font_size_pt=size).clamped())

    def keep_hidden_kinds(self, kinds: frozenset[Kind]) -> None:
        """Remember which kinds are switched off."""
        self.set(replace(self.settings, hidden_kinds=tuple(sorted(kinds))))

    def keep_colour(self, colour: Colour) -> None:
        """Remember the colour to annotate with."""
        self.set(replace(self.settings, annotation_colour=colour.value))
