"""The gazetteer: which states, places and organizations a Spanish name may mean."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reader.core.entities import normalize_name
from reader.core.mentions import Kind

ARTICLES = ("el ", "la ", "los ", "las ")
_COUNTRY_TYPES = ("country", "former")
_ORGANIZATION = "organization"
_LISTED_RANK = 3
_NO_STATE = "-"
_SHORT_NAME = 3
_LONG_WORD = 8
"""Letters from which on a word with one letter wrong can still be known."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A state, city, region or organization. `size` is log10 of its inhabitants, 0 where unknown.

    `rank` says how likely the looked-up name means it (0 is a state, 3 a city of the project's
    list, above that the many small ones); `safe` whether the name alone is enough to mark it.
    """

    id: str
    type: str
    name: str
    country: str
    coordinates: str
    size: float
    official: str
    rank: int
    safe: bool

    @property
    def kind(self) -> Kind:
        """Return what kind of entity this is."""
        if self.type == _ORGANIZATION:
            return Kind.ORGANIZATION
        return Kind.COUNTRY if self.type in _COUNTRY_TYPES else Kind.PLACE

    @property
    def listed(self) -> bool:
        """Return whether this is what the press means by the name: no small namesake."""
        return self.rank <= _LISTED_RANK or (self.type == _ORGANIZATION and self.safe)

    @property
    def identifiers(self) -> dict[str, str]:
        """Return the entity's identifiers, without those that are unknown."""
        _, _, number = self.id.partition("place:geonames:")
        known = {"geonames": number}
        known["coordinates"] = self.coordinates
        known["iso3166" if self.kind is Kind.COUNTRY else "country"] = self.country
        return {key: value for key, value in known.items() if value}


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word for the people or things of a state, or of one of several (`codes`) of one `name`.

    `masculine` says whether it is a masculine singular, as a language's name is; `unsure` whether
    it means something else too, so that the article has to speak of the state elsewhere.
    """

    codes: tuple[str, ...]
    name: str
    masculine: bool
    unsure: bool


class Gazetteer:
    """Look names up in the tables that `packaging/gazetteer/build.py` writes.

    The tables stay lines of text until a name is asked for: loading takes a few milliseconds.
    """

    def __init__(
        self,
        names: list[str],
        entities: list[str],
        words: list[str],
        demonyms: Sequence[str] = (),
        codes: Sequence[str] = (),
    ) -> None:
        self._names = names
        self._entities = entities
        self._words = words
        self._accented: dict[str, str] | None = None
        self._demonym_lines = demonyms
        self._code_lines = codes
        self._guessed: dict[str, Demonym | None] = {}
        self._starts: dict[str, bool] = {}
        self._found: dict[str, tuple[Entry, ...]] = {}

    @classmethod
    def from_folder(cls, folder: Path) -> "Gazetteer":
        """Return the gazetteer of a folder with the tables of `resources/gazetteer`."""
        files = ("names.tsv", "entities.tsv", "words.txt", "demonyms.tsv", "codes.tsv")
        return cls(*((folder / f).read_text(encoding="utf-8").split("\n")[:-1] for f in files))

    def with_names(self, names: Mapping[str, str]) -> "Gazetteer":
        """Return a gazetteer that knows further names, by the Spanish ones that mean the same.

        Both are in the form of `normalize_name`; a short one counts in capitals only.
        """
        added: list[str] = []
        for name, spanish in names.items():
            written = name.upper() if len(name) <= _SHORT_NAME else ""
            for _, line, flags, _ in self._rows(spanish):
                added.append(f"{name}\t{line}\t{flags}\t{written}")
        made = copy(self)
        made._names = sorted([*self._names, *added])
        made._starts, made._found = {}, {}
        return made

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Return what `name` may mean, the likeliest first; empty where it is in no list."""
        known = self._found.get(name)
        if known is None:
            key = normalize_name(name)
            known = self._read(key, name)
            if not known and key.startswith(ARTICLES):
                known = self._read(key.partition(" ")[2], name.partition(" ")[2])
            self._found[name] = known
        return known

    def likeliest(self, name: str) -> Entry | None:
        """Return what `name` most likely means; None where it is in no list."""
        known = self.lookup(name)
        return known[0] if known else None

    def has_article(self, name: str) -> bool:
        """Return whether an article at the start of `name` belongs to it, as in "La Habana"."""
        return bool(self._read(normalize_name(name), name))

    def starts(self, word: str) -> bool:
        """Return whether any name begins with the letters of `word`."""
        known = self._starts.get(word)
        if known is None:
            key = normalize_name(word)
            index = bisect_left(self._names, key)
            known = index < len(self._names) and self._names[index].startswith(key)
            self._starts[word] = known
        return known

    def is_common_word(self, word: str) -> bool:
        """Return whether `word`, whatever its capitals, is a common Spanish word."""
        low = word.casefold()
        index = bisect_left(self._words, low)
        return index < len(self._words) and self._words[index] == low

    @cached_property
    def demonyms(self) -> Mapping[str, Demonym]:
        """Return the words for states' people and things, by form in lower case."""
        found: dict[str, Demonym] = {}
        for line in self._demonym_lines:
            form, codes, name, marks = (line + "\t\t\t").split("\t")[:4]
            if codes == _NO_STATE:
                self._guessed[form] = None
                continue
            found[form] = Demonym(tuple(codes.split(",")), name, "m" in marks, "?" in marks)
        return found

    def demonym(self, word: str) -> Demonym | None:
        """Return what a word, whatever its capitals, means as a demonym; None where it is none.

        A word in lower case that is in no list may be one with a letter wrong.
        """
        known = self.demonyms.get(word.lower().replace("\u00a0", " "))
        if known is None and len(word) >= _LONG_WORD - 1 and word.islower():
            known = self._misspelt(word)
        return known

    def _misspelt(self, word: str) -> Demonym | None:
        if word not in self._guessed:
            meant = None if self.is_common_word(word) else misspelt(word, self._mutilated)
            self._guessed[word] = self.demonyms[meant] if meant else None
        return self._guessed[word]

    @cached_property
    def _mutilated(self) -> Mapping[str, str]:
        """Return the long demonyms by what is left of them without one letter, and as they are."""
        long = [form for form in self.demonyms if len(form) >= _LONG_WORD and form.isalpha()]
        return {form: form for form in long} | {
            form[:index] + form[index + 1 :]: form for form in long for index in range(1, len(form))
        }

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Return the states by their codes of three letters, as they stand behind athletes."""
        return dict(line.split("\t") for line in self._code_lines)

    def state(self, code: str) -> Entry:
        """Return the state of a code, or the former one of an identifier.

        :raises KeyError: where there is none.
        """
        return self._entry(self._states[code], "0s")

    @cached_property
    def _states(self) -> dict[str, int]:
        """Return the lines of the states, which come first."""
        found: dict[str, int] = {}
        for number, line in enumerate(self._entities):
            code, kind, _ = line.split("\t", 2)
            if kind not in _COUNTRY_TYPES:
                break
            found[code] = number
        return found

    def accented(self, word: str) -> str | None:
        """Return the one common word that `word` is but for its missing accents; None if none is.

        `word` is in lower case; a word that is right as it stands has none.
        """
        if self._accented is None:
            found: dict[str, str] = {}
            for common in self._words:
                plain = normalize_name(common)
                if plain != common and len(plain) == len(common):
                    found[plain] = common
            self._accented = {k: v for k, v in found.items() if not self.is_common_word(k)}
        return self._accented.get(word)

    def _read(self, key: str, name: str) -> tuple[Entry, ...]:
        found = tuple(
            self._entry(int(line), flags)
            for _, line, flags, surface in self._rows(key)
            if not surface or name.isupper()
        )
        if found and self.is_common_word(name):
            return tuple(entry for entry in found if not _is_another_word(name, key, entry.name))
        return found

    def _rows(self, key: str) -> Iterator[list[str]]:
        prefix = key + "\t"
        index = bisect_left(self._names, prefix)
        while index < len(self._names) and self._names[index].startswith(prefix):
            yield self._names[index].split("\t")
            index += 1

    def _entry(self, line: int, flags: str) -> Entry:
        fields = self._entities[line].split("\t")
        fields += [""] * (7 - len(fields))
        identity, kind, name, country, coordinates, size, official = fields
        if kind == _ORGANIZATION:
            prefix = "organization:"
        else:
            prefix = "country:" if kind in _COUNTRY_TYPES else "place:"
        return Entry(
            id=prefix + identity if kind else f"place:geonames:{identity}",
            type=kind or "city",
            name=name,
            country=country if kind != "former" else "",
            coordinates=coordinates,
            size=float(size or 0),
            official=official,
            rank=int(flags[0]),
            safe=flags.endswith("s"),
        )


def _is_another_word(word: str, key: str, entity: str) -> bool:
    """Return whether a word's accents make it another than the entity's: "Indicó", "Índico"."""
    alike = [part for part in entity.casefold().split() if normalize_name(part) == key]
    return key != word.casefold() and bool(alike) and word.casefold() not in alike


def misspelt(word: str, mutilated: Mapping[str, str]) -> str | None:
    """Return the word that differs in a letter, or in two that are swapped; None without one.

    `mutilated` has words by what is left of them without one letter, and as they are.
    """
    shortened = (word[:index] + word[index + 1 :] for index in range(1, len(word)))
    return next((mutilated[w] for w in (word, *shortened) if w in mutilated), None)
