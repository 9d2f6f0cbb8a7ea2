"""Texts typed in a hurry: which they are, and how they read with the capitals and accents missing.

The models and rules take a capital for a name's mark, and know words by their accents. A letter or
post "desde cucuta" has neither, so it is read as if it had: every letter stays in its place.
"""

import re

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.words import GIVEN_NAMES, PARTICLES, TITLES, WORD, is_function_word

_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"»”')]*\s|\n)[\s\"'“‘«(¿¡–—-]*([^\W\d_])")
_SAMPLE = 100_000  # code points that are looked at; who writes so does it from the start
_LEAST_STARTS = 3
_CARELESS_SHARE = 0.2
_LEAST_LETTERS = 300
_LEAST_ACCENTED = 0.01  # of the letters; Spanish has 1.5 to 4 in a hundred
_NAMES_SAMPLE = 20_000
_LEAST_WORD = 4  # letters; shorter ones are told apart by their accents alone
_WORDS_TOO = frozenset(
    "bermudas bilbao brasil burdeos cayena china chile colon colón cordoba córdoba cuba florencia "
    "granada guinea holanda india jerez leon león lima malta merida mérida niger níger oporto "
    "palma panama panamá quito rioja santiago sucre toledo valencia victoria".split()
)
"""Names of states and cities that mean something else in small letters."""

_CERTAIN = ("en", "desde", "hacia", "hasta")
_LEAST_NAMES = 2
_SMALL_WORD = re.compile(r"(?<![\w@#/.:-])[a-záéíóúüñ]{4,}(?![\w@/:-]|\.\w)")
_LONGEST_NAME = 6  # words
_LONGEST_ACRONYM = 5


def lacks_accents(text: str) -> bool:
    """Return whether a text is written without accents, or nearly so."""
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    accented = sum(c in "áéíóúüñÁÉÍÓÚÜÑ" for c in letters)
    return len(letters) >= _LEAST_LETTERS and accented < _LEAST_ACCENTED * len(letters)


def with_accents(text: str, gazetteer: Gazetteer) -> str:
    """Return a text, as long as it was, with the accents that its common words lack."""

    def accented(match: re.Match[str]) -> str:
        word = match.group()
        if len(word) < _LEAST_WORD or not word[1:].islower() or is_function_word(word):
            return word
        whole = gazetteer.accented(word.lower())
        if whole is None:
            return word
        return whole if word[0].islower() else whole[0].upper() + whole[1:]

    return WORD.sub(accented, text)


def lacks_capitals(text: str, gazetteer: Gazetteer) -> bool:
    """Return whether a text leaves out capitals: of sentences, or of names that mean no more."""
    starts = _SENTENCE_START.findall(text[:_SAMPLE])
    small = sum(letter.islower() for letter in starts)
    if small >= _LEAST_STARTS and small >= _CARELESS_SHARE * len(starts):
        return True
    names: set[str] = set()
    for match in _SMALL_WORD.finditer(text, 0, _NAMES_SAMPLE):
        word = match.group()
        if word not in names and _is_only_a_name(word, gazetteer):
            names.add(word)
            if len(names) == _LEAST_NAMES:
                return True
    return False


def _is_only_a_name(word: str, gazetteer: Gazetteer) -> bool:
    """Return whether a word in small letters is a state's or a great city's name, and no other."""
    if word in _WORDS_TOO or gazetteer.is_common_word(word) or not gazetteer.starts(word):
        return False
    known = gazetteer.likeliest(word)
    if known is None or known.kind not in (Kind.COUNTRY, Kind.PLACE):
        return False
    return known.safe and known.listed


def truecased(text: str, gazetteer: Gazetteer) -> str:
    """Return a text, as long as it was, with capitals for sentences and likely names."""
    letters = list(text)
    for match in _SENTENCE_START.finditer(text):
        _raise(letters, match.start(1))
    words = [(m.start(), m.group()) for m in WORD.finditer(text)]
    past = 0
    for index, (start, word) in enumerate(words):
        if start < past or not word[0].islower():
            continue
        end = _listed_end(text, words, index, gazetteer) or _persons_end(
            text, words, index, gazetteer
        )
        if end is None:
            continue
        for match in WORD.finditer(text, start, end):
            if match.start() == start or match.group() not in PARTICLES:
                _raise(letters, match.start())
        if _is_acronym(text[start:end], gazetteer):
            letters[start:end] = text[start:end].upper()
        past = end
    return "".join(letters)


def _raise(letters: list[str], place: int) -> None:
    upper = letters[place].upper()
    if len(upper) == 1:
        letters[place] = upper


def _listed_end(
    text: str, words: list[tuple[int, str]], index: int, gazetteer: Gazetteer
) -> int | None:
    """Return the end of the longest name of the lists at a word that can't be common words."""
    start, first = words[index]
    if not gazetteer.starts(first):
        return None
    ends = [start + len(first)]
    for position, word in words[index + 1 : index + _LONGEST_NAME]:
        if text[ends[-1] : position] != " ":
            break
        ends.append(position + len(word))
    for end in reversed(ends):
        if _is_listed(text, start, end, gazetteer):
            return end
    return None


def _is_listed(text: str, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Return whether words in small letters are a name of the lists, and can be nothing else."""
    name = text[start:end]
    if _is_acronym(name, gazetteer):
        return True
    known = gazetteer.likeliest(name)
    if known is None:
        return False
    parts = [w for w in name.split() if w not in PARTICLES]
    common = all(gazetteer.is_common_word(w) or w in _WORDS_TOO for w in parts)
    placed = known.kind is not Kind.ORGANIZATION and _after_preposition(text, start)
    if not common:
        return known.listed or placed
    if len(parts) > 1:
        return known.kind is not Kind.ORGANIZATION and known.safe and known.listed
    return known.kind is Kind.COUNTRY and placed


def _is_acronym(name: str, gazetteer: Gazetteer) -> bool:
    """Return whether a word in small letters is an organization's acronym, and no common word."""
    if " " in name or len(name) > _LONGEST_ACRONYM or gazetteer.is_common_word(name):
        return False
    known = gazetteer.likeliest(name.upper())
    is_organization = known is not None and known.kind is Kind.ORGANIZATION and known.safe
    return is_organization and not is_function_word(name)


def _after_preposition(text: str, start: int) -> bool:
    before = WORD.findall(text[max(0, start - 12) : start])
    return bool(before) and before[-1].casefold() in _CERTAIN


def _persons_end(
    text: str, words: list[tuple[int, str]], index: int, gazetteer: Gazetteer
) -> int | None:
    """Return the end of a person's name that a title or given name begins; None where none does."""
    start, word = words[index]
    previous = words[index - 1] if index else (0, "")
    titled = (
        previous[1].casefold() in TITLES and text[previous[0] + len(previous[1]) : start] == " "
    )
    given = normalize_name(word) in GIVEN_NAMES
    rare = not gazetteer.is_common_word(word) and word.lower() not in gazetteer.demonyms
    if is_function_word(word) or not (rare or (given and titled)) or not (given or titled):
        return None
    end = start + len(word)
    for position, following in words[index + 1 : index + 4]:
        is_name = not gazetteer.is_common_word(following) or not following[0].islower()
        if text[end:position] != " " or not is_name or is_function_word(following):
            break
        end = position + len(following)
    return end
