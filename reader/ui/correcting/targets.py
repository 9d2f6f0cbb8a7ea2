"""What a correction is about: from what is pointed at in the article to targets."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from reader.core.corrections import Scope, State, Target, state_of
from reader.core.document import Document
from reader.core.entities import Recognition, normalize_name
from reader.core.mentions import LinkedBy, Mention
from reader.core.occurrences import occurrences

_WORD = re.compile(r"\w+(?:[-'’·]\w+)*")
_APART = re.compile("[;:!?¡¿«»\n]")  # no name reaches over any of these
_PARTICLES = frozenset("da das de del della der di do dos du el la las los van von y".split())


def overlapping(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions, sorted and not overlapping, that reach into a span."""
    index = bisect_right(mentions, start, key=attrgetter("end"))
    found: list[Mention] = []
    while index < len(mentions) and mentions[index].start < end:
        found.append(mentions[index])
        index += 1
    return found


def target_of(document_id: str, mention: Mention, scope: Scope) -> Target:
    """Return the target of what is said of a mention, or of its name."""
    return Target(document_id, mention.start, mention.end, scope, mention.kind, mention.entity_id)


def to_confirm(
    document: Document, recognition: Recognition, mentions: Iterable[Mention], scope: Scope
) -> list[Target]:
    """Return what vouches for mentions, and beyond them as far as `scope` says.

    A name that has several meanings in the article is vouched for one by one, and so is a demonym;
    what is confirmed already and open questions are left out.
    """
    meanings: dict[str, set[str]] = {}
    named: dict[tuple[str, str], list[Mention]] = {}
    for mention in recognition.mentions:
        key = normalize_name(document.text[mention.start : mention.end])
        meanings.setdefault(key, set()).add(mention.entity_id)
        named.setdefault((key, mention.entity_id), []).append(mention)
    found: dict[tuple[str, str] | int, Target] = {}
    for mention in mentions:
        key = normalize_name(document.text[mention.start : mention.end])
        if scope is Scope.MENTION or len(meanings.get(key, ())) > 1:
            all_of_it = [mention] if scope is Scope.MENTION else named[key, mention.entity_id]
            for each in filter(_is_unsaid, all_of_it):
                found[each.start] = target_of(document.id, each, Scope.MENTION)
        elif any(map(_is_unsaid, named[key, mention.entity_id])):
            found.setdefault((key, mention.entity_id), target_of(document.id, mention, scope))
    return list(found.values())


def is_open(mention: Mention) -> bool:
    """Return whether nothing says yet whom a mention means."""
    return mention.linked_by is LinkedBy.OPEN


def _is_unsaid(mention: Mention) -> bool:
    return state_of(mention) is State.FOUND and not is_open(mention)


def more_occurrences(
    document: Document, recognition: Recognition | None, start: int, end: int
) -> int:
    """Return how often the text of a span stands elsewhere in the article without a mention."""
    spans = occurrences(document.text, [document.text[start:end]])
    mentions = recognition.mentions if recognition else ()
    return sum(
        not (first < end and last > start) and not overlapping(mentions, first, last)
        for first, last in spans
    )


def moved_bounds(
    document: Document, start: int, end: int, *, at_start: bool, outwards: bool
) -> tuple[int, int] | None:
    """Return a span with one word more or less at one of its ends; None where there is none.

    It stays in its paragraph, and in the clause: it doesn't reach over a semicolon, a colon or a
    quotation mark.
    """
    text = document.text
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if outwards:
        if at_start:
            before = list(_WORD.finditer(text, first, start))
            is_near = before and not _APART.search(text, before[-1].end(), start)
            return (before[-1].start(), end) if is_near else None
        after = _WORD.search(text, end, last)
        is_near = after and not _APART.search(text, end, after.start())
        return (start, after.end()) if after and is_near else None
    words = list(_WORD.finditer(text, start, end))
    if len(words) < 2:
        return None
    return (words[1].start(), end) if at_start else (start, words[-2].end())


def name_at(document: Document, offset: int) -> tuple[int, int] | None:
    """Return the span of what looks like a name around an offset; None where nothing does.

    That is a run of words with capitals, with the particles between them.
    """
    text = document.text
    first = text.rfind("\n", 0, offset) + 1
    last = text.find("\n", offset)
    words = list(_WORD.finditer(text, first, len(text) if last < 0 else last))
    at = next((n for n, word in enumerate(words) if word.start() <= offset < word.end()), None)
    if at is None or not _is_capital(words[at]):
        return None
    left = right = at
    while (more := _next_of_name(text, words, left, -1)) is not None:
        left = more
    while (more := _next_of_name(text, words, right, 1)) is not None:
        right = more
    return words[left].start(), words[right].end()


def _next_of_name(text: str, words: Sequence[re.Match[str]], at: int, step: int) -> int | None:
    """Return the index of the next capitalized word of a name, over particles."""
    place = at
    while 0 <= (place := place + step) < len(words):
        low, high = sorted((place, place - step))
        if text[words[low].end() : words[high].start()] != " ":
            return None
        if _is_capital(words[place]):
            return place
        if words[place][0] not in _PARTICLES:
            return None
    return None


def _is_capital(word: re.Match[str]) -> bool:
    return word[0][0].isupper()
