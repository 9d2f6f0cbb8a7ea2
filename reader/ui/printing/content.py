"""What is printed of an article, and how."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from PySide6.QtCore import QSettings

from reader.core.annotations import Annotation
from reader.core.document import Document
from reader.core.mentions import Mention
from reader.ui.reading.paragraphs import Heading


class Comments(StrEnum):
    """Where the comments on an article's passages stand."""

    MARGIN = "margin"
    END = "end"
    NONE = "none"


class Way(StrEnum):
    """How an article is put on paper."""

    PRINTER = "printer"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What is printed beside the text; `paper` is the name of a size of paper, "" for the usual."""

    names: bool = True
    annotations: bool = True
    comments: Comments = Comments.MARGIN
    paper: str = ""


@dataclass(frozen=True, slots=True)
class PrintContent:
    """An article as it is printed: its text, with marks in reading order.

    `source` is the line at the foot of each page, `pictures` are files by their source. `family` is
    the font.
    """

    document: Document
    heading: Heading | None
    source: str
    family: str
    mentions: Sequence[Mention] = ()
    annotations: Sequence[Annotation] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    comments: Comments = Comments.MARGIN

    @property
    def notes(self) -> list[Annotation]:
        """Return the annotations of which something is said, in the order of their numbers."""
        if self.comments is Comments.NONE:
            return []
        said = (each for each in self.annotations if each.comment.strip() or each.tags)
        return sorted(said, key=lambda each: (each.end, each.start))


def chosen(content: PrintContent, options: PrintOptions, hidden: Collection[str]) -> PrintContent:
    """Return what is wanted of an article, without names of the kinds that are `hidden`."""
    shown = [mention for mention in content.mentions if mention.kind not in hidden]
    return replace(
        content,
        mentions=shown if options.names else (),
        annotations=content.annotations if options.annotations else (),
        comments=options.comments if options.annotations else Comments.NONE,
    )


def load_options(state: QSettings) -> PrintOptions:
    """Return how was printed last."""
    comments = str(state.value("print/comments", Comments.MARGIN.value))
    return PrintOptions(
        names=state.value("print/names", True, bool) is True,
        annotations=state.value("print/annotations", True, bool) is True,
        comments=Comments(comments) if comments in set(Comments) else Comments.MARGIN,
        paper=str(state.value("print/paper", "")),
    )


def save_options(state: QSettings, options: PrintOptions) -> None:
    """Remember how was printed."""
    state.setValue("print/names", options.names)
    state.setValue("print/annotations", options.annotations)
    state.setValue("print/comments", options.comments.value)
    state.setValue("print/paper", options.paper)
