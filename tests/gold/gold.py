"""Load the hand-labelled articles and score what was found in them; README.md has the rules."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
KINDS = ("person", "country", "place", "organization", "demonym")

_HEADER = re.compile(r"(?:#[^\n]*\n)+\n")
_TOKEN = re.compile(r"\\(?P<escaped>.)|\[(?P<mark>(?:\\.|[^\[\]\\])*)\]|(?P<bare>[\[\]\\])", re.S)
_MARK = re.compile(r"(?P<surface>.+)\|(?P<kind>\w+):(?P<ids>[^|:]+)", re.S)
_CODE = re.compile(r"[A-Z]{2}")
_SLUG = re.compile(r"[a-z0-9ñ]+(?:-[a-z0-9ñ]+)*")
_EDGES = frozenset(" \t\n\u00a0«»“”‘’\"'()[]¿?¡!,;:–—-…")


class GoldError(ValueError):
    """Raised where an article's file breaks the format; says file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A half-open span of code points, its kind, and the entity that it names.

    `entity` is "kind:id"; a demonym's is its country's ("country:RU"). One that could be either of
    several is "person:?jorge-crawford,ana-crawford".
    """

    start: int
    end: int
    kind: str
    entity: str

    @property
    def is_open(self) -> bool:
        """Tell whether the text leaves open which of several entities is meant."""
        return ":?" in self.entity

    @property
    def candidates(self) -> tuple[str, ...]:
        """Return the entities that may be meant; just `entity` where the text leaves no doubt."""
        if not self.is_open:
            return (self.entity,)
        kind, ids = self.entity.split(":?")
        return tuple(f"{kind}:{name}" for name in ids.split(","))


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A labelled article; `text` is plain, with its title, and `mentions` are in reading order."""

    name: str
    text: str
    mentions: tuple[GoldMention, ...]


def load(half: str) -> tuple[GoldArticle, ...]:
    """Return the articles of a half, "tune" or "score", sorted by name; none if it has none.

    :raises GoldError: where one breaks the format.
    """
    return tuple(read(path) for path in sorted((FOLDER / half).glob("*.txt")))


def read(path: Path) -> GoldArticle:
    """Return the article in a file.

    :raises GoldError: where it breaks the format.
    """
    return parse(path.read_text(encoding="utf-8"), name=path.stem)


def parse(source: str, *, name: str = "") -> GoldArticle:
    """Return the article that `source` writes: header and blank line, if any, then text with marks.

    :raises GoldError: where it breaks the format.
    """
    header = _HEADER.match(source)
    plain: list[str] = []
    mentions: list[GoldMention] = []
    length, position = 0, header.end() if header else 0
    end = len(source.rstrip("\n"))
    for token in _TOKEN.finditer(source, position, end):
        part = source[position : token.start()]
        length += len(part)
        try:
            inside, labels = _read_token(token)
        except GoldError as error:
            line = source.count("\n", 0, token.start()) + 1
            raise GoldError(f"{name}:{line}: {error}") from None
        if labels is not None:
            mentions.append(GoldMention(length, length + len(inside), *labels))
        plain += [part, inside]
        length += len(inside)
        position = token.end()
    plain.append(source[position:end])
    _check_candidates(name, mentions)
    return GoldArticle(name, "".join(plain), tuple(mentions))


class Reading(NamedTuple):
    """An article with what was found in it, in the gold's own terms."""

    article: GoldArticle
    found: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Sums from which precision and recall come; each is 1 where there is nothing to judge."""

    right_found: float = 0
    found: int = 0
    right_wanted: float = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right_found / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right_wanted / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right_found + other.right_found,
            self.found + other.found,
            self.right_wanted + other.right_wanted,
            self.wanted + other.wanted,
        )


class Linking(NamedTuple):
    """How well mentions were linked: B-cubed, and over pairs that are written differently."""

    b_cubed: Score
    pairs: Score


@dataclass(frozen=True, slots=True)
class OpenMentions:
    """What became of the mentions that the gold leaves open."""

    left_open: int = 0
    guessed: int = 0
    missed: int = 0


def mention_scores(readings: Iterable[Reading]) -> dict[str, Score]:
    """Return scores by kind, and under "all", "names" (all but demonyms) and "spans" (untyped)."""
    scores: dict[str, Score] = dict.fromkeys(("all", "names", *KINDS, "spans"), Score())
    for article, found in readings:
        for name in scores:
            wanted, got = _keys(article.mentions, name), _keys(found, name)
            right = (wanted & got).total()
            scores[name] += Score(right, got.total(), right, wanted.total())
    return scores


def linking_scores(readings: Iterable[Reading], *, demonyms: bool = True) -> Linking:
    """Return how well the mentions whose span and kind are right were linked.

    Missed, spurious and open mentions are left out, demonyms too where `demonyms` is false.
    """
    b_cubed, pairs = Score(), Score()
    for reading in readings:
        matched = [
            (gold, entity)
            for gold, entity in matches(reading)
            if not gold.is_open and (demonyms or gold.kind != "demonym")
        ]
        b_cubed += _b_cubed([(gold.entity, entity) for gold, entity in matched])
        names = [surface(reading.article, gold).casefold() for gold, _ in matched]
        for one, two in combinations(range(len(matched)), 2):
            if names[one] == names[two]:
                continue
            found = matched[one][1] == matched[two][1]
            wanted = matched[one][0].entity == matched[two][0].entity
            right = found and wanted
            pairs += Score(right, found, right, wanted)
    return Linking(b_cubed, pairs)


def open_mentions(readings: Iterable[Reading]) -> OpenMentions:
    """Return how many open mentions were left open, guessed or not found.

    One is guessed where it got the entity of a candidate's mention that is written differently; an
    entity that only bears the same bare name is none of the candidates.
    """
    left, guessed, missed = 0, 0, 0
    for reading in readings:
        matched = dict(matches(reading))
        for mention in reading.article.mentions:
            if not mention.is_open:
                continue
            if mention not in matched:
                missed += 1
            elif matched[mention] in _full_entities(reading.article, mention, matched):
                guessed += 1
            else:
                left += 1
    return OpenMentions(left, guessed, missed)


def matches(reading: Reading) -> Iterator[tuple[GoldMention, str]]:
    """Yield the gold mentions whose span and kind were found, with the entity found for them."""
    found = {(m.start, m.end, m.kind): m.entity for m in reading.found}
    for gold in reading.article.mentions:
        entity = found.get((gold.start, gold.end, gold.kind))
        if entity is not None:
            yield gold, entity


def link_equal_names(article: GoldArticle) -> Reading:
    """Return the gold's own mentions, linked where kind and string (but for case) are equal."""
    found = (
        replace(m, entity=f"{m.kind}:{surface(article, m).casefold()}") for m in article.mentions
    )
    return Reading(article, tuple(found))


def surface(article: GoldArticle, mention: GoldMention) -> str:
    """Return a mention as it stands in the text."""
    return article.text[mention.start : mention.end]


def _keys(mentions: Iterable[GoldMention], name: str) -> Counter[tuple[int, int, str]]:
    """Return what the score called `name` compares."""
    if name == "spans":
        return Counter((m.start, m.end, "") for m in mentions)
    kinds = {"all": KINDS, "names": KINDS[:-1]}.get(name, (name,))
    return Counter((m.start, m.end, m.kind) for m in mentions if m.kind in kinds)


def _b_cubed(entities: list[tuple[str, str]]) -> Score:
    """Return the B-cubed score of one article's pairs of wanted and found entity."""
    wanted = Counter(gold for gold, _ in entities)
    found = Counter(entity for _, entity in entities)
    both = Counter(entities)
    precision = sum(n * n / found[pair[1]] for pair, n in both.items())
    recall = sum(n * n / wanted[pair[0]] for pair, n in both.items())
    return Score(precision, len(entities), recall, len(entities))


def _full_entities(
    article: GoldArticle, mention: GoldMention, matched: dict[GoldMention, str]
) -> set[str]:
    """Return the entities found for the candidates where they aren't written like `mention`."""
    name = surface(article, mention).casefold()
    return {
        entity
        for other, entity in matched.items()
        if other.entity in mention.candidates and surface(article, other).casefold() != name
    }


def _read_token(token: re.Match[str]) -> tuple[str, tuple[str, str] | None]:
    """Return the plain text of a mark or escaped character, and a mark's kind and entity."""
    if token["bare"] is not None:
        raise GoldError(f"stray {token['bare']}; write \\{token['bare']} for the character itself")
    if token["escaped"] is not None:
        return token["escaped"], None
    surface, kind, entity = _read_mark(token["mark"])
    return surface, (kind, entity)


def _read_mark(mark: str) -> tuple[str, str, str]:
    """Return surface, kind and entity of what stands between two brackets."""
    match = _MARK.fullmatch(mark)
    if match is None:
        raise GoldError(f"[{mark}] is not [surface|kind:id]")
    surface = re.sub(r"\\(.)", r"\1", match["surface"])
    kind, ids = match["kind"], match["ids"]
    if kind not in KINDS:
        raise GoldError(f"unknown kind {kind!r}; one of {', '.join(KINDS)}")
    if surface[0] in _EDGES or surface[-1] in _EDGES:
        raise GoldError(f"{surface!r} begins or ends with white space, a quote or punctuation")
    form = _CODE if kind in ("country", "demonym") else _SLUG
    names = ids.removeprefix("?").split(",")
    if (len(names) > 1) != ids.startswith("?") or len(set(names)) < len(names):
        raise GoldError(f"{ids!r} is neither one id nor ? and several, as in ?ana-gil,luis-gil")
    for name in names:
        if not form.fullmatch(name):
            raise GoldError(f"{name!r} is no id of a {kind}, which is {form.pattern}")
    return surface, kind, f"{'country' if kind == 'demonym' else kind}:{ids}"


def _check_candidates(name: str, mentions: list[GoldMention]) -> None:
    """Make sure that what an open mention may mean is named elsewhere in the article."""
    known = {mention.entity for mention in mentions}
    for mention in mentions:
        for candidate in mention.candidates:
            if candidate not in known:
                raise GoldError(f"{name}: {candidate} is only a candidate, never named")
