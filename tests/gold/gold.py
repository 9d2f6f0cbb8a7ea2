"""Load the hand-labelled articles: plain text with inline marks; README.md has the rules."""

import re
from dataclasses import dataclass
from pathlib import Path

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
