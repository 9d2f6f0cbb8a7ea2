"""What is known around annotations to show and edit them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.core.annotation_list import AnnotationQuery, LinkedEntity
from reader.core.annotations import Annotation, Colour
from reader.core.folding import Folder
from reader.ui.annotations.days import first_moment, last_moment
from reader.ui.kinds import colour_name


@dataclass(frozen=True, slots=True)
class Known:
    """The user's names of colours, the tags there are, and entities by id."""

    colours: Mapping[Colour, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    entities: Mapping[str, LinkedEntity] = field(default_factory=dict)

    def colour(self, colour: Colour) -> str:
        """Return how a colour is called: by the user, else in the language of the interface."""
        return self.colours.get(colour) or colour_name(colour)

    def colour_in_full(self, colour: Colour) -> str:
        """Return the user's name of a colour with its own behind it."""
        own = colour_name(colour)
        name = self.colours.get(colour)
        return f"{name} · {own.lower()}" if name else own

    def linked(self, annotation: Annotation) -> list[LinkedEntity]:
        """Return the entities that an annotation is linked to, as far as they are known."""
        return [self.entities[each] for each in annotation.entity_ids if each in self.entities]


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Which annotations a list shows, all conditions at once; the empty one shows all.

    Any of the `colours` is enough. Case and accents don't count in `text`, but ñ is not n. Dates
    are days, months or years here, in ISO 8601, inclusive, of when the annotation was made.
    """

    text: str = ""
    colours: tuple[Colour, ...] = ()
    tag: str = ""
    entity_id: str = ""
    date_from: str = ""
    date_to: str = ""

    def query(self, **options: object) -> AnnotationQuery:
        """Return what asks the library for these."""
        tags = (self.tag,) if self.tag else ()
        return AnnotationQuery(
            text=self.text,
            colours=self.colours,
            tags=tags,
            entity_id=self.entity_id,
            date_from=first_moment(self.date_from),
            date_to=last_moment(self.date_to),
            **options,  # type: ignore[arg-type]
        )

    def meets(self, annotation: Annotation, folder: Folder, known: Known) -> bool:
        """Return whether an annotation is among these, whenever it was made."""
        if self.colours and annotation.colour not in self.colours:
            return False
        if self.tag and folder.fold(self.tag) not in map(folder.fold, annotation.tags):
            return False
        if self.entity_id and self.entity_id not in annotation.entity_ids:
            return False
        if not self.text.strip():
            return True
        names = (each.name for each in known.linked(annotation))
        said = "\n".join((annotation.quote, annotation.comment, *annotation.tags, *names))
        folded = folder.fold(said)
        return all(word in folded for word in folder.fold(self.text).split())
