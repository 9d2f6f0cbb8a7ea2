"""Where a name begins and ends: from a model's spans to clean ones."""

import re
from collections.abc import Callable

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.recognition.article import is_verb
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.institutions import split_state
from reader.recognition.words import (
    COURTESIES,
    FORCES,
    GIVEN_NAMES,
    GOVERNMENTS,
    MEXICAN_STATES,
    MINISTERS,
    PARTICLES,
    ROLE_TAILS,
    ROLES,
    TITLES,
    WORD,
    is_capitalized,
    is_function_word,
    opens_sentence,
)

IsName = Callable[[str], bool]
_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”", "‘": "’", "{": "}"}
_EDGE = " \t\n\u00a0\u202f\"'“”‘’«»()[]{}¿?¡!,;:…·•*/|-–—_"
_ABBREVIATION = re.compile(r"(?:^|[\s.])(?:[^\W\d_]|EE|UU|Jr|Sr|Cía|Inc|Ltd|Co|Corp|St|Bros|Dr)\.$")
_STATE = re.compile(rf"(?:{MEXICAN_STATES})\.")
_DOTTED = re.compile(r"(?:(?:[^\W\d_]|EE|UU)\. ?)+(?:[^\W\d_]|UU)\.")
_JOINT = re.compile(r"(?<=[^\W\d_])[-–—/](?=[^\W\d_])|\s[-–—]\s")
_GOVERNMENT = re.compile(r"(?P<of>[^\W\d_]+) (?:de|del)(?: la| los| las| el)? ")
_COORDINATED = re.compile(r",\s+|\s+[ye]\s+")


def clean(
    text: str, start: int, end: int, label: str, gazetteer: Gazetteer, is_name: IsName
) -> list[tuple[int, int]]:
    """Return the names in `text[start:end]`, which a model took for one; empty for none.

    `is_name` says whether a name stands elsewhere in the article by itself.
    """
    start, end = trim(text, start, end)
    start = _without_government(text, start, end, gazetteer)
    start, end = _without_lead(text, start, end, label, gazetteer, is_name)
    start, end = trim(text, start, end)
    end = _without_tail(text, start, end, label, gazetteer, is_name)
    if start >= end or not is_plausible(text, start, end):
        return []
    parts = split_pair(text, start, end, gazetteer, is_name)
    if len(parts) == 1:
        return list(split_state(text, start, end, gazetteer))
    return [p for part in parts for p in clean(text, *part, label, gazetteer, is_name)]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the quotes, brackets, marks and white space at its edges."""
    while start < end:
        first, inner = text[start], text[start + 1 : end - 1]
        if (first in _EDGE and _PAIRS.get(first, "\0") not in inner) or first == ".":
            start += 1
        elif _is_ragged(text, start, end):
            end -= 1
        else:
            break
    if text[end : end + 1] and _closes(text[start:end], text[end]):
        end += 1  # the model may break off before the quote or bracket that closes
    elif text[end : end + 1] == "." and _DOTTED.fullmatch(text, start, end + 1):
        end += 1  # the last dot of "L. M." is the sentence's and the name's
    return start, end


def _is_ragged(text: str, start: int, end: int) -> bool:
    """Return whether the last character is a mark that doesn't belong to the name."""
    last = text[end - 1]
    if last == ".":
        name = text[start:end]
        return not (_ABBREVIATION.search(name) or _STATE.fullmatch(name))
    return last in _EDGE and not _closes(text[start : end - 1], last)


def _closes(before: str, last: str) -> bool:
    for opening, closing in _PAIRS.items():
        if last == closing:
            return before.count(opening) > before.count(closing)
    return last in "\"'" and before.count(last) % 2 == 1


def _without_lead(
    text: str, start: int, end: int, label: str, gazetteer: Gazetteer, is_name: IsName
) -> tuple[int, int]:
    """Drop what stands before the name: words in lower case, roles, articles, openers."""
    while start < end:
        surface = text[start:end]
        word = WORD.match(surface)
        rest = surface[word.end() :].lstrip(" .\u00a0") if word else ""
        if word is None or not rest or gazetteer.has_article(surface):
            break
        first = word.group()
        if is_capitalized(first):
            known = _stands_alone(rest, gazetteer, is_name)
            verb = (
                opens_sentence(text, start) and is_capitalized(rest) and is_verb(first, gazetteer)
            )
            given = label == "PER" and normalize_name(first) in GIVEN_NAMES  # "Domingo Roa"
            if given or (
                not verb and not _is_lead(text, start, first, rest, label=label, known=known)
            ):
                break
        start = end - len(rest)
    return start, end


def is_government(lead: str) -> bool:
    """Return whether a text is what stands before a state's name and is no part of it."""
    of = _GOVERNMENT.fullmatch(lead)
    return of is not None and of["of"].casefold() in GOVERNMENTS | FORCES


def _without_government(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Return where the state begins in "Gobierno de España" and the like; else `start`.

    So too in "Salud de Granada" behind "ministro de".
    """
    if MINISTERS.search(text[max(0, start - 60) : start]):
        of = text.rfind(" de ", start, end)
        state = gazetteer.lookup(text[of + len(" de ") : end]) if of > 0 else ()
        return of + len(" de ") if any(e.kind is Kind.COUNTRY for e in state) else start
    lead = _GOVERNMENT.match(text, start, end)
    if lead is None or lead["of"].casefold() not in GOVERNMENTS | FORCES:
        return start
    state = gazetteer.lookup(text[lead.end() : end])
    return lead.end() if any(e.kind is Kind.COUNTRY for e in state) else start


def _without_tail(
    text: str, start: int, end: int, label: str, gazetteer: Gazetteer, is_name: IsName
) -> int:
    """Return the end of a span without the particles and verbs that it breaks off at.

    In headlines of capitals alone any common word may be one, behind what is a name by itself.
    """
    words = list(WORD.finditer(text, start, end))
    while len(words) > 1:
        word, rest = words[-1].group(), words[-2].end()
        verb = word[0].islower() and is_verb(word, gazetteer)
        shouted = text.isupper() and gazetteer.is_common_word(word)
        person = label == "PER" and len(words) > 2
        loose = shouted and (person or _stands_alone(text[start:rest], gazetteer, is_name))
        # "COLOMBIA GOLEA": what follows a state's name in capitals is no part of it.
        loose = loose or (label == "LOC" and _is_shouted_state(text, start, rest, end, gazetteer))
        if word[0].islower() and label == "LOC" and word not in gazetteer.demonyms:
            loose = loose or _is_state(text[start:rest], gazetteer)
        if word not in PARTICLES and not verb and not loose:
            break
        end = rest
        words.pop()
    return end


def _is_shouted_state(text: str, start: int, rest: int, end: int, gazetteer: Gazetteer) -> bool:
    shouted = text.isupper() and _is_state(text[start:rest], gazetteer)
    return shouted and gazetteer.likeliest(text[start:end]) is None


def _is_state(name: str, gazetteer: Gazetteer) -> bool:
    known = gazetteer.likeliest(name)
    return known is not None and known.safe and known.kind is Kind.COUNTRY


def _is_lead(text: str, start: int, first: str, rest: str, *, label: str, known: bool) -> bool:
    """Return whether a span's first word, in capitals, is no part of the name behind it."""
    if not is_capitalized(rest):
        return False
    low = first.casefold()
    if low in COURTESIES:
        return label == "PER" and opens_sentence(text, start)
    if low in ROLES:
        second = WORD.match(rest)
        # "Fiscal General del Estado" is all of it a role.
        is_name = second is not None and second.group().casefold() not in ROLE_TAILS
        return label == "PER" and is_name and (known or " " in rest)
    return known and opens_sentence(text, start) and is_function_word(first)


def _stands_alone(name: str, gazetteer: Gazetteer, is_name: IsName) -> bool:
    known = gazetteer.likeliest(name)
    return is_name(name) or (known is not None and known.listed)


def is_plausible(text: str, start: int, end: int) -> bool:
    """Return whether a name may look like `text[start:end]`."""
    surface = text[start:end]
    words = WORD.findall(surface)
    if len(surface) < 2 or not any(c.isupper() for c in surface):
        return False
    if not opens_sentence(text, start):
        # Inside a sentence a capital is a choice: "Mas" or "Este" may well be a name there.
        return True
    if len(words) == 1 and words[0].casefold() in TITLES:
        return False
    capitals = surface.isupper() and not text.isupper()
    return capitals or not all(is_function_word(word) for word in words)


def split_pair(
    text: str, start: int, end: int, gazetteer: Gazetteer, is_name: IsName
) -> list[tuple[int, int]]:
    """Return the halves of a pair such as "Madrid-Lisboa"; else the span itself.

    Both halves must be names by themselves: double surnames and "Guinea-Bisáu" stay whole.
    """
    surface = text[start:end]
    if gazetteer.likeliest(surface) is not None:
        return [(start, end)]

    def known(name: str) -> bool:
        place = gazetteer.likeliest(name)
        return is_capitalized(name) and (is_name(name) or (place is not None and place.listed))

    for pattern in (_JOINT, _COORDINATED):
        parts: list[tuple[int, int]] = []
        position = 0
        for match in pattern.finditer(surface):
            parts.append((start + position, start + match.start()))
            position = match.end()
        parts.append((start + position, end))
        same = len({text[a:b] for a, b in parts}) == 1  # "Colo-Colo"
        if len(parts) > 1 and not same and all(known(text[a:b]) for a, b in parts):
            return parts
    slash = surface.find("/")
    if slash > 0 and _is_state(surface[:slash], gazetteer):  # and a driver's car: "Mónaco/Ferrari"
        return [(start, start + slash), (start + slash + 1, end)]
    return [(start, end)]
