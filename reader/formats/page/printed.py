"""What a page prints beside its headline: whose the article is, and of what day, in words.

Many newspapers state neither for machines, or state their own name as the author, and a guess over
the whole page takes the day of another article in its margin.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from lxml import etree, html

from reader.formats.page.pieces import hints

_MONTHS = (
    ("enero", "january"), ("febrero", "february"), ("marzo", "march"), ("abril", "april"),
    ("mayo", "may"), ("junio", "june"), ("julio", "july"), ("agosto", "august"),
    ("septiembre", "setiembre", "september"), ("octubre", "october"),
    ("noviembre", "november"), ("diciembre", "december"),
)  # fmt: skip
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_IN_WORDS = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th|º)?[\s,./-]*(?:de\s+)?(?P<month>[a-z]{3,10})\.?"
    r"|(?P<first>[a-z]{3,10})\.?\s+(?P<second>\d{1,2})(?:st|nd|rd|th)?)"
    r"[\s,./-]*(?:del?\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_IN_NUMBERS = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)\b")
_SECONDS = re.compile(r"\d{10}(?:\d{3})?")  # since 1970, or their thousandths
_CHANGED = re.compile(r"^(?:última |last )?(?:actuali|modific|updat)", re.IGNORECASE)
_LONGEST_DATE = 14  # words; a longer text that holds a date tells of something else

_BY = re.compile(r"^(?:escrito |texto )?(?:por|by)\b\s*:?\s*", re.IGNORECASE)
_SMALL = frozenset("de del la las los y e i and van von der da dos di".split())  # inside of names
_MOST_NAME = 7  # words
_BYLINES = frozenset(
    "author autor autora autores firma byline columnista redactor periodista person".split()
)
_PICTURES = frozenset("img image foto photo picture caption credit".split())
_BEFORE, _BEHIND = 8, 30  # texts before and behind the headline that may say it
_ELSEWHERE = frozenset(
    "script style noscript template head svg iframe nav aside footer form button select".split()
)


def day_of(text: str) -> str:
    """Return the day that a text in ISO 8601 begins with, in the same; "" where it is none."""
    found = _DAY.match(text.strip())
    if found is None:
        return ""
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return ""


def day_in(text: str, *, today: date | None = None) -> str:
    """Return the day that a text says in words or numbers, in ISO 8601; "" for none.

    Days in numbers have the day first, as everywhere but in the United States. A day to come is
    none.
    """
    text = " ".join(text.split())
    if _SECONDS.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return _checked(moment.year, moment.month, moment.day, today)
    for found in _IN_WORDS.finditer(text):
        month = _month(found["month"] or found["first"])
        day = found["day"] or found["second"]
        if month and (known := _checked(int(found["year"]), month, int(day), today)):
            return known
    for found in _IN_NUMBERS.finditer(text):
        one, other = int(found[1]), int(found[3])
        day, month = (other, one) if other > 12 else (one, other)
        if known := _checked(int(found[4]), month, day, today):
            return known
    return ""


def printed_day(root: html.HtmlElement, title: str) -> str:
    """Return the day that is printed beside the headline; "" where none is."""
    changed = ""
    for element, text in _beside_headline(root, title):
        if len(text.split()) > _LONGEST_DATE:
            continue
        stated = element.get("datetime") or "" if element.tag == "time" else ""
        if found := day_in(text) or day_of(stated) or day_in(stated):
            if not _CHANGED.search(text):
                return found
            changed = changed or found
    return changed


def printed_author(root: html.HtmlElement, title: str) -> str:
    """Return who is named as the author beside the headline; "" where nobody is."""
    is_announced = False
    for element, text in _beside_headline(root, title):
        name = _BY.sub("", text).strip(" ,:|·-")
        if not name:  # “Por” alone, before a link with the name
            is_announced = True
            continue
        is_by = is_announced or _BY.search(text) is not None
        is_announced = False
        if (is_by or _is_byline(element)) and _is_name(name):
            return name
    return ""


def _beside_headline(root: html.HtmlElement, title: str) -> Iterator[tuple[html.HtmlElement, str]]:
    """Yield the texts around the headline, and what each stands in; those before it come last."""
    texts: list[tuple[html.HtmlElement, str]] = []
    place = -1
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event == "start" and element.tag in _ELSEWHERE:
            events.skip_subtree()
            continue
        if event == "start" and element.tag in ("h1", "h2") and place < 0:
            place = len(texts) if _is_headline(element, title) else place
        owner = element if event == "start" else element.getparent()
        text = " ".join(((element.text if event == "start" else element.tail) or "").split())
        if text and owner is not None:
            texts.append((owner, text))
        if place >= 0 and len(texts) > place + _BEHIND:
            break
    if place >= 0:
        yield from texts[place + 1 :]
        yield from texts[max(0, place - _BEFORE) : place]


def _is_headline(element: html.HtmlElement, title: str) -> bool:
    text = " ".join(element.text_content().split()).casefold()
    return bool(text) and (text == title.casefold() or (element.tag == "h1" and not title))


def _is_byline(element: html.HtmlElement) -> bool:
    """Return whether an element, or one near around it, is where an author is named."""
    for _, around in zip(range(3), (element, *element.iterancestors()), strict=False):
        said = hints(around)
        if not _PICTURES.isdisjoint(said):
            return False
        if around.get("rel") == "author" or around.get("itemprop") == "author":
            return True
        if around.tag == "address" or not _BYLINES.isdisjoint(said):
            return True
    return False


def _is_name(text: str) -> bool:
    words = re.split(r",? ", text)
    is_named = all(word in _SMALL or word[:1].isupper() for word in words)
    letters = sum(c.isalpha() or c in " .,'’-" for c in text)
    is_plain = letters == len(text) and words[0] not in _SMALL
    return is_named and is_plain and len(words) <= _MOST_NAME and len(text) > 2


def _month(word: str) -> int:
    """Return the number of a month by its name or the beginning of it; 0 for another word."""
    word = word.casefold()
    for number, names in enumerate(_MONTHS, 1):
        if any(name.startswith(word) for name in names):
            return number
    return 0


def _checked(year: int, month: int, day: int, today: date | None) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        return ""
    return found.isoformat() if found <= (today or date.today()) + timedelta(days=1) else ""
