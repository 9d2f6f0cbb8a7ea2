"""What the words around a name tell of its kind: "calle Feria", "doña Victoria", "el Getafe"."""

import re

from reader.core.mentions import Kind
from reader.recognition.article import Article
from reader.recognition.gazetteer import Entry, Gazetteer
from reader.recognition.words import (
    HONORIFICS,
    SAINTS,
    TITLES,
    WORD,
    is_capitalized,
    opens_sentence,
)

_OF = r"(?: (?:de|del|de la|de las|de los|de el|la|las|los|el))? $"
_STREETS = (
    "calle|callejón|avenida|plaza|plazuela|paseo|glorieta|alameda|bulevar|estadio|parque|"
    "playa|barrio|aeropuerto|autopista|puente|río|arroyo|lago|laguna|embalse|pantano|monte|cerro|"
    "volcán|pico|cala|polígono|pabellón|velódromo|hipódromo"
)
_STREET = re.compile(rf"\b(?:{_STREETS}){_OF}")
_VENUE = re.compile(
    r"\b(?:bar|cine|hotel|hostal|café|restaurante|cafetería|pensión|librería|taberna|discoteca|"
    r"edificio|teatro|sala|urbanización|mercado|centro comercial|galerías|farmacia) $"
)
_SEA = re.compile(r"\b(?:mar|golfo|estrecho|bahía|cabo|canal)(?: (?:de|del|de la|de los))? $")
_TOWN = re.compile(
    r"\b(?:ciudad|provincia|comarca|localidad|municipio|pueblo|villa|aldea|estado|"
    r"departamento|cantón|condado|distrito|valle|sierra|isla|islote) (?:\w+ )?(?:de|del) (?:la )?$"
)
_RULE = re.compile(
    r"\b(?:[Gg]obierno|[Ee]jecutivo|[Pp]arlamento|[Rr]epública|[Ee]stado|selección|embajad\w+|"
    r"primer ministro|primera ministra|president[ea]|canciller|"
    r"ministr[oa](?: de(?: (?:la )?\w+){1,3}?)?) de $"
)
_IN = re.compile(r"\b(?:[Ee]n|[Dd]esde|[Hh]acia|[Hh]asta|[Cc]ontra|[Ee]ntre|[Gg]obierno de) $")
_BEFORE_IN_LIST = re.compile(r"((?:[^\W\d_]+ ){0,2}[^\W\d_]+)(?:,| y| e| o|;) $")
_AFTER_IN_LIST = re.compile(r"(?:,| y| e| o|;) ([^\W\d_]+(?: [^\W\d_]+){0,2})")
_CURRENCIES = frozenset(
    """
    AED ARS AUD BOB BRL CAD CHF CLP CNY COP CRC CUC CUP CZK DKK DOP EGP EUR GBP GTQ HNL HTG HUF ILS
    INR JPY KRW MAD MXN NIO NOK PAB PEN PLN PYG RUB SAR SEK SVC TRY UAH USD UYU VEF VES ZAR
    """.split()
)
_FIGURE_BEFORE = re.compile(r"\d(?: ?(?:mil|millón|millones|billones)(?: de)?)?[ \xa0\u202f]?$")
_FIGURE_AFTER = re.compile(r"[ \xa0\u202f]?[-−]?\d")
_DEED = re.compile(r" (?:(?:no )?(?:le|lo|la|se|me|nos|les) |[^\W\d_]{2,}(?:ó|aba|ía)\b)")
_LAST_WORD = re.compile(r"([^\W\d_]+|[^\W\d_]{1,4}\.)[ \u00a0]$")
_WORK = re.compile(r"[«“\"](?:El|La|Los|Las|Un|Una) [a-záéíóúñü]+ (?:de|del)(?: la| los| las)? $")
_CLOSING = ("»", "”", '"')
_GOES = re.compile(
    r" (?:al?|hacia|juntos|juntas|tod[oa]s|l[oa]s|ell[oa]s|por|dos|tres|cuatro|cinco|seis|siete|"
    r"ocho|nueve|diez|\d+|primero|después|también|otr[oa]s|vari[oa]s) "
)
_SAID = re.compile(
    r"\b(?:dijo|añadió|explicó|contó|recordó|respondió|aseguró|afirmó|señaló|bromeó|admitió|"
    r"confesó|lamentó|concluyó|resumió|comentó|insistió|relató|[Ss]egún) $"
)
_STATE_DEED = re.compile(
    r" (?:(?:no|ya|también|se|le|les|lo|la|los|las) ){0,2}(?:bombarde|invadi|anexion|atac|ocup|"
    r"despleg|coloniz|extradit|expuls|lanz|retir[óa]|reanud|rompi|ratific|firm|export|import|"
    r"asesin|abati|deport|arras|celebra)\w*"
)
"""What states do, be somebody of that name in the article or not."""

_WHERE = re.compile(r"\b(?:[Ee]n|[Dd]esde|[Hh]acia|[Hh]asta) $")
_CLAUSE = re.compile(r"[.;:?!] ")
_CLUB = re.compile(r"\b[Cc]lub $")
_METROPOLISES = ("Washington", "Nueva York", "Ginebra", "Bruselas")
"""Cities where the whole world meets, which tell nothing of the country that is spoken of."""

_SEVERAL = 2
"""Places of a country from which on an article may be all about it."""

_REACH = 60
"""Code points before a name that are looked at."""


def is_street(text: str, start: int) -> bool:
    """Return whether a word for a street, building or water stands before, as in "calle Feria"."""
    return _STREET.search(text, max(0, start - _REACH), start) is not None


def is_venue(text: str, start: int) -> bool:
    """Return whether a house that is open to the public is called so, as in "hotel Francia"."""
    return _VENUE.search(text, max(0, start - _REACH), start) is not None


def is_verb_of_going(text: str, start: int, end: int, article: Article) -> bool:
    """Return whether "Irán" opens a sentence as a verb, in an article that is not of that state."""
    if text[start:end] != "Irán" or not opens_sentence(text, start):
        return False
    named = "Irán" in article.chosen or "Teherán" in article.chosen
    spoken_of = {"iraní", "iraníes"} & article.lower
    return not named and not spoken_of and _GOES.match(text, end) is not None


def in_title_of_work(text: str, start: int, end: int) -> bool:
    """Return whether a name stands in a work's title, as in "La casa de Bernarda Alba"."""
    return (
        text[end : end + 1] in _CLOSING
        and _WORK.search(text, max(0, start - 40), start) is not None
    )


def is_currency(text: str, start: int, end: int) -> bool:
    """Return whether the span is a currency's code (ISO 4217) beside a figure: "USD 15 000"."""
    if text[start:end] not in _CURRENCIES:
        return False
    before = _FIGURE_BEFORE.search(text, max(0, start - 20), start)
    return bool(before or _FIGURE_AFTER.match(text, end))


def sea_start(text: str, start: int) -> int:
    """Return where a sea's or canal's name begins, its generic included; `start` for others."""
    found = _SEA.search(text, max(0, start - _REACH), start)
    return found.start() if found else start


def is_where(text: str, start: int) -> bool:
    """Return whether what stands before says that something is or goes there: "en Fresnillo"."""
    return _WHERE.search(text, max(0, start - 20), start) is not None


def has_title(text: str, start: int) -> bool:
    """Return whether a title of a person stands right before, as in "la doctora Cuenca"."""
    before = _LAST_WORD.search(text, max(0, start - 30), start)
    title = before.group(1).rstrip(".") if before else ""
    low = title.casefold()
    if low in SAINTS or low not in TITLES:
        return False
    return title.islower() or low in HONORIFICS


def is_persons(text: str, start: int, end: int, article: Article, *, labelled: bool) -> bool:
    """Return whether a name of the lists is here that of somebody whom the article names in full.

    "Israel" is a man's name where "Israel Peralta" is spoken of, but not in "en Israel".
    `labelled` says whether the model takes it for a person.
    """
    if text[start:end] not in article.people or _IN.search(text, max(0, start - 20), start):
        return False
    if _SAID.search(text, max(0, start - 20), start):
        return True
    if not labelled and _STATE_DEED.match(text, end):
        return False
    return labelled or has_title(text, start) or _DEED.match(text, end) is not None


def is_governed(text: str, start: int) -> bool:
    """Return whether a state's name is due, as in "la ministra de Finanzas de Mauricio"."""
    low = max(0, start - _REACH)
    ruled = _RULE.search(text, low, start) is not None
    return ruled and _TOWN.search(text[low:start].casefold()) is None  # "el Estado de México"


def state_or_place(
    text: str, start: int, end: int, gazetteer: Gazetteer, article: Article
) -> Kind | None:
    """Return what a name that a state and a place share is here; None where nothing tells."""
    entries = gazetteer.lookup(text[start:end])
    if not {Kind.COUNTRY, Kind.PLACE} <= {e.kind for e in entries}:
        return None
    if _TOWN.search(text, max(0, start - _REACH), start):
        return Kind.PLACE
    if _RULE.search(text, max(0, start - _REACH), start):
        return Kind.COUNTRY
    if _is_listed_with_states(text, start, end, gazetteer):
        return Kind.COUNTRY
    state = next(e for e in entries if e.kind is Kind.COUNTRY)
    for entry in entries:
        abroad = entry.type == "division" and entry.country != state.country
        if abroad and (
            _speaks_of(text, start, end, entry.country, gazetteer)
            or _is_all_about(article, text[start:end], entry.country, gazetteer)
        ):
            return Kind.PLACE
    return None


def _is_all_about(article: Article, name: str, country: str, gazetteer: Gazetteer) -> bool:
    """Return whether an article names several states or towns of a country, and no other country.

    Only words whose capital was a choice count.
    """
    found = 0
    for word in article.chosen - {name}:
        entries = () if word in _METROPOLISES else gazetteer.lookup(word)
        if not entries:
            continue
        if entries[0].kind is Kind.COUNTRY and entries[0].safe and entries[0].country != country:
            return False
        found += any(
            e.country == country and (e.type == "division" or (e.listed and e.safe))
            for e in entries
        )
    return found >= _SEVERAL


def _is_listed_with_states(text: str, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Return whether the name beside, in an enumeration, is a state's and no well-known city's."""
    beside: list[list[str]] = []
    before = _BEFORE_IN_LIST.search(text, max(0, start - _REACH), start)
    if before:
        words = before.group(1).split()
        beside.append([" ".join(words[i:]) for i in range(len(words))])
    after = _AFTER_IN_LIST.match(text, end)
    if after:
        words = after.group(1).split()
        beside.append([" ".join(words[:i]) for i in range(len(words), 0, -1)])
    for names in beside:
        known = (gazetteer.lookup(name) for name in names if is_capitalized(name))
        entries = next((found for found in known if found), None)
        if entries and any(e.kind is Kind.COUNTRY for e in entries):
            return entries[0].kind is Kind.COUNTRY or not entries[0].listed
    return False


def _speaks_of(text: str, start: int, end: int, country: str, gazetteer: Gazetteer) -> bool:
    """Return whether the clause names another place of a country."""
    first = max((m.end() for m in _CLAUSE.finditer(text, 0, start)), default=0)
    last = _CLAUSE.search(text, end)
    words = [m.group() for m in WORD.finditer(text, first, last.start() if last else len(text))]
    for index, word in enumerate(words):
        for name in (word, " ".join(words[index : index + 2])):
            if is_capitalized(name) and name != text[start:end] and name not in _METROPOLISES:
                place = gazetteer.likeliest(name)
                if place is not None and place.kind is Kind.PLACE and place.country == country:
                    return place.listed or place.type == "division"
    return False


def is_club(text: str, start: int, end: int, place: Entry) -> bool:
    """Return whether a place's name is its club's: "el Valencia", "club América"."""
    if text[end : end + 4] == " de ":  # "el Madrid de los Austrias" is the city
        return False
    if text[start:end].casefold() in TITLES:  # "el Príncipe"
        return False
    # Of regions only what looks feminine can't have the article for itself.
    region = place.type in ("continent", "spain", "division") and " " not in text[start:end]
    feminine = region and place.name[-1] == "a"
    called = article_before(text, start) or _CLUB.search(text, max(0, start - 10), start)
    return (place.type == "city" or feminine) and bool(called)


def article_before(text: str, start: int) -> bool:
    """Return whether a masculine article stands right before."""
    before = text[max(0, start - 5) : start].split(" ")
    return len(before) > 1 and not before[-1] and before[-2].casefold() in ("el", "al", "del")
