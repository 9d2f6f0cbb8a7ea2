"""What there is to choose from in the export dialog, and what was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from reader.core.annotation_list import LinkedEntity
from reader.core.annotations import Colour
from reader.core.corrections import State
from reader.core.export import ExportFilter, ExportScope
from reader.core.shelf import Label, LabelKind

if TYPE_CHECKING:
    from reader.store.library import Library

STATES = {
    "own": frozenset(),
    "confirmed": frozenset((State.CONFIRMED,)),
    "all": frozenset((State.FOUND, State.CONFIRMED)),
}
"""Which names an export has, by how that is kept in the settings."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be exported: each scope with its kind of words and a title, the likeliest first."""

    scopes: tuple[tuple[ExportScope, str], ...]
    collections: tuple[Label, ...] = ()
    tags: tuple[str, ...] = ()
    colours: Mapping[Colour, str] = field(default_factory=dict)
    entities: tuple[LinkedEntity, ...] = ()


def read_offer(library: "Library", scopes: tuple[tuple[ExportScope, str], ...]) -> Offer:
    """Return what can be exported beside `scopes`; called in the library's thread."""
    own = library.exports.own_entities()
    return Offer(
        scopes,
        tuple(library.labels.labels(LabelKind.COLLECTION)),
        tuple(each.name for each in library.labels.labels(LabelKind.TAG)),
        library.colour_names(),
        tuple(LinkedEntity(each.id, each.name, each.kind) for each in own),
    )


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """How the last export was made; the names of entities that it was about by their ids."""

    format: str = "markdown"
    template: str = ""
    names: str = "own"
    whole_text: bool = False
    folder: str = ""
    filter: ExportFilter = field(default_factory=ExportFilter)
    about: tuple[LinkedEntity, ...] = ()

    def asked(self) -> ExportFilter:
        """Return the filter with the names that are wanted."""
        return replace(self.filter, states=STATES[self.names])


def load_choices(state: QSettings) -> ExportChoices:
    """Return how the last export was made; filters aren't kept, as nobody thinks of them later."""
    known = ExportChoices()
    names = str(state.value("export/names", known.names))
    return ExportChoices(
        format=str(state.value("export/format", known.format)),
        template=str(state.value("export/template", known.template)),
        names=names if names in STATES else known.names,
        whole_text=state.value("export/whole_text", False, bool) is True,
        folder=str(state.value("export/folder", known.folder)),
    )


def save_choices(state: QSettings, choices: ExportChoices) -> None:
    """Remember how an export was made."""
    for name in ("format", "template", "names", "whole_text", "folder"):
        state.setValue(f"export/{name}", getattr(choices, name))
