"""Groups of mentions that share a name, and the names' forms that make them one."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from reader.core.entities import normalize_name
from reader.core.mentions import Kind, LinkedBy
from reader.recognition.gazetteer import Entry
from reader.recognition.words import HONORIFICS

_JOINED = re.compile(r"(?<=\b[^\W\d_])\.(?=\w)")


@dataclass
class Group:
    """The mentions of one name: those of one kind that are equal but for case and accents."""

    key: str
    kind: Kind
    surfaces: Counter[str] = field(default_factory=Counter)
    entry: Entry | None = None
    target: "Group | None" = None
    linked_by: LinkedBy = LinkedBy.NAME

    def root(self) -> "Group":
        """Return the group that this one means in the end."""
        group = self
        while group.target is not None:
            group = group.target
        return group

    def join(self, target: "Group", linked_by: LinkedBy) -> None:
        """Make this group mean what `target` means, unless it does already."""
        root = target.root()
        if root is not self.root():
            self.root().target, self.linked_by = root, linked_by

    @property
    def surface(self) -> str:
        """Return the commonest spelling, the first among equals."""
        return self.surfaces.most_common(1)[0][0]

    @property
    def entity_id(self) -> str:
        """Return the id of the entity that the group stands for by itself."""
        return self.entry.id if self.entry else f"{self.kind}:{slug(self.key)}"


Groups = dict[tuple[Kind, str], Group]
"""The group of each kind and spelling; several spellings share one group."""


def name_key(name: str, kind: Kind) -> str:
    """Return what makes two spellings one name; a person's goes without "Don" or "Reina"."""
    # "J.L." is two words, as "J. L." is.
    key = normalize_name(_JOINED.sub(". ", name) if kind is Kind.PERSON else name)
    while kind is Kind.PERSON and key.partition(" ")[0] in HONORIFICS and " " in key:
        key = key.partition(" ")[2]
    return key


def slug(name: str) -> str:
    """Return a name in lower case without accents, its words joined by hyphens; ñ stays ñ."""
    kept = unicodedata.normalize("NFC", normalize_name(name))
    return "-".join(re.findall(r"[^\W_]+", kept)) or "?"
