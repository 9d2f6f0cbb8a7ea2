"""A library file with people, countries and places in several articles, and its thread."""

from pathlib import Path

from reader.core.shelf import LabelKind
from reader.store.library import Library
from tests.store.examples import country, naming, news, organization, person, place

ANA = person("Ana Ruiz", "Ruiz Soler")
EVA = person("Eva Soto")
LUIS = person("Luis Vega")
SPAIN = country("España", code="ES")
MADRID = place("Madrid", geonames="3117735")
BANK = organization("Banco Norte")
EVERYONE = (ANA, EVA, LUIS, SPAIN, MADRID, BANK)

ARTICLES = (
    ("Antes", "2025-11-03", "Ana Ruiz llegó a Madrid.", "Luis Vega calló."),
    (
        *("Después", "2026-01-20"),
        *("Ana Ruiz y Eva Soto se vieron en Madrid.", "Eva Soto vio 🙂 a Ana Ruiz."),
    ),
    ("Ahora", "2026-02-01", "En España, Banco Norte nombró a Ana Ruiz.", "Nadie más."),
)


def make_library(path: Path, *, more: int = 0) -> list[str]:
    """Make a library at `path`, with `more` articles that name Ana alone; return all ids."""
    ids: list[str] = []
    with Library.open(path) as library:
        for title, date, *paragraphs in ARTICLES:
            parsed = news(*paragraphs, title=title, date=date, outlet="Diario")
            library.shelf.add(parsed)
            library.store_recognition(naming(parsed.document, *EVERYONE))
            ids.append(parsed.document.id)
        for number in range(more):
            text = " ".join(f"{word}{number}" for word in ("uno", "dos", "tres", "cuatro"))
            parsed = news(f"{text} vio a Ana Ruiz.", title=f"Más {number}", date="2024-05-01")
            library.shelf.add(parsed)
            library.store_recognition(naming(parsed.document, ANA))
            ids.append(parsed.document.id)
        label = library.labels.create(LabelKind.COLLECTION, "Reuniones")
        library.labels.assign(label.id, ids[1:2])
    return ids
