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
_MARKS = re.compile(r"[«»“”„\"‘,]|(?<!\w)['’]|['’](?!\w)")
_HYPHENS = re.compile(r"(?<=\w) ?[-\u2010\u2011–] ?(?=\w)")


@dataclass
class Group:
    """The mentions of one name: those of one kind that are equal but for case, accents and marks.

    `key` is the name's form that makes two spellings one, for a demonym its state's name. `told`
    says whether the rest of the article chose the entry among namesakes; `candidates` and
    `entries` are what the name may mean where nothing tells.
    """

    key: str
    kind: Kind
    surfaces: Counter[str] = field(default_factory=Counter)
    entry: Entry | None = None
    target: "Group | None" = None
    linked_by: LinkedBy = LinkedBy.NAME
    told: bool = False
    candidates: "tuple[Group, ...]" = ()
    entries: tuple[Entry, ...] = ()

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
    def is_open(self) -> bool:
        """Return whether nothing says which of several entities the name means."""
        return self.entry is None and bool(self.candidates or self.entries)

    @property
    def entity_id(self) -> str:
        """Return the id of the entity that the group stands for by itself."""
        if self.entry:
            return self.entry.id
        kind = Kind.COUNTRY if self.kind is Kind.DEMONYM else self.kind
        return f"{kind}:{'?' if self.is_open else ''}{slug(self.key)}"

    @property
    def candidate_ids(self) -> set[str]:
        """Return the ids of what an open name may mean."""
        return {e.id for e in self.entries} | {g.root().entity_id for g in self.candidates}


Groups = dict[tuple[Kind, str], Group]
"""The group of each kind and spelling; several spellings share one group."""

Chosen = dict[int, tuple[Group, LinkedBy]]
"""The mentions, by their place, that mean another than their name does, and why."""


def name_key(name: str, kind: Kind) -> str:
    """Return what makes two spellings one name.

    Quotes, commas and hyphens don't count; a person's goes without "Don", "Reina" or "El".
    """
    if kind is not Kind.PERSON:
        return _plain(normalize_name(name)) or normalize_name(name)
    # "J.L." is two words, as "J. L." is.
    key = _plain(normalize_name(_JOINED.sub(". ", name)))
    while " " in key and key.partition(" ")[0] in HONORIFICS | {"el"}:
        key = key.partition(" ")[2]
    return key or normalize_name(name)


def _plain(key: str) -> str:
    return " ".join(_HYPHENS.sub(" ", _MARKS.sub("", key)).split())


def slug(name: str) -> str:
    """Return a name in lower case without accents, its words joined by hyphens; ñ stays ñ."""
    kept = unicodedata.normalize("NFC", normalize_name(name))
    return "-".join(re.findall(r"[^\W_]+", kept)) or "?"
