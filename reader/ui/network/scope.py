"""Of what a network is: of an article, of a collection, around an entity, or of the library."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """One of these at the most; none of them is the whole library."""

    document_id: str = ""
    collection: str = ""  # the label's id
    around: str = ""  # an entity's id

    def to_text(self) -> str:
        """Return a text that `from_text` makes the same scope of."""
        if self.document_id:
            return f"article {self.document_id}"
        if self.collection:
            return f"collection {self.collection}"
        return f"around {self.around}" if self.around else ""

    @classmethod
    def from_text(cls, text: str) -> "Scope":
        """Return the scope that `to_text` wrote."""
        what, _, which = text.partition(" ")
        match what:
            case "article":
                return cls(document_id=which)
            case "collection":
                return cls(collection=which)
            case "around":
                return cls(around=which)
        return cls()
