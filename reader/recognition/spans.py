"""What recognition passes on between its steps, before mentions have entities."""

from dataclasses import dataclass

from reader.core.mentions import FoundBy, Kind

KINDS = {
    "PER": Kind.PERSON,
    "PERSON": Kind.PERSON,
    "LOC": Kind.PLACE,
    "GPE": Kind.PLACE,
    "ORG": Kind.ORGANIZATION,
    "FAC": Kind.PLACE,
}
"""What a model's labels mean; MISC and any other mean nothing by themselves."""


LABELS = {
    "PERSON": "PER",
    "PRS": "PER",
    "persName": "PER",
    "GPE": "LOC",
    "GPE_LOC": "LOC",
    "GPE_ORG": "LOC",
    "FAC": "LOC",
    "placeName": "LOC",
    "geogName": "LOC",
    "ORGANIZATION": "ORG",
    "orgName": "ORG",
}
"""What spaCy's pipelines of other languages and traditions call the labels of the Spanish ones."""


@dataclass(frozen=True, slots=True)
class RawSpan:
    """A model's span, half-open code points into its block's text, with the model's label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it is linked: half-open code points into the document's text."""

    start: int
    end: int
    surface: str
    kind: Kind
    found_by: FoundBy = FoundBy.MODEL


@dataclass(frozen=True, slots=True)
class BlockSpans:
    """A block's text on one line, its offset in the document, and the model's spans in it."""

    offset: int
    text: str
    spans: tuple[RawSpan, ...]
