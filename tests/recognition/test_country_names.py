"""The built-in model and the rules on every state's and territory's name, as it stands in a text.

Each name of ISO 3166-1 in Spanish, official and everyday, with its article and without, with its
accents and without.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pytest

from reader.core.mentions import Kind
from reader.paths import resources
from reader.recognition.gazetteer import ARTICLES
from reader.recognition.pipeline import Piece, Recognizer
from tests.lines import document_of_lines
from tests.recognition.country_names import NAMES
from tests.recognition.test_countries import bare

pytestmark = pytest.mark.model

FRAMES = ("Viajó ayer a {} con prisa.", "El Gobierno de {} firmó el acuerdo.")
OTHERS = {
    "Antártida": "place",  # the continent; nobody governs it
    "Congo": "country",  # that of Kinshasa, unless Brazzaville is spoken of
    "Granada": "place",
    "Guadalupe": "place",
    "San Bartolomé": "place",
    "San Martín": "place",
    "Santa Elena": "place",
    "Santa Lucía": "place",
}
"""What names that mean another more often are where nothing tells, and of what kind that is."""


class Case(NamedTuple):
    """A sentence, and the one name in it as it stands there, with its entity."""

    text: str
    name: str
    entity: str


def names() -> dict[str, str]:
    """Return every name with its code: of the table, and of the gazetteer's states."""
    found: dict[str, str] = {}
    for row in NAMES.strip().splitlines():
        code, _, each = row.partition(" ")
        found.update({name.strip(): code for name in each.split(";")})
    lines = (resources() / "gazetteer" / "entities.tsv").read_text("utf-8").splitlines()
    for fields in (line.split("\t") for line in lines):
        if fields[1] == "country":
            found.update({name: fields[0] for name in (fields[2], *fields[6:7]) if name})
    return found


def written(name: str, code: str) -> Iterator[Case]:
    """Yield the sentences of a name: with accents and without, with its article and without."""
    article = next((a for a in ARTICLES if name.startswith(a)), "")
    whole = name.removeprefix(article)
    entity = f"country:{code}"
    for form in dict.fromkeys((whole, bare(whole))):
        for frame in FRAMES:
            yield Case(frame.format(form), form, entity)
        for each in (article,) if article else ():
            yield Case(FRAMES[0].format(each + form), form, entity)


def misses(recognizer: Recognizer, cases: Iterable[Case]) -> list[str]:
    """Return the sentences in which a state isn't found whole and as itself, or another name is.

    "Gobierno", which stands before some, is no part of any. Each sentence is an article.
    """
    cases = list(cases)
    document = document_of_lines("\n".join(case.text for case in cases))
    stretches = [Piece(block.start, block.end) for block in document.blocks]
    missed: list[str] = []
    for case, block in zip(cases, recognizer.read(document, stretches), strict=True):
        alone = recognizer.recognition(document, [block])
        found = [(document.text[m.start : m.end], m.entity_id) for m in alone.mentions]
        if [each for each in found if each[0] != "Gobierno"] != [(case.name, case.entity)]:
            missed.append(f"{case.text} {found}")
    return missed


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.from_model()


def test_names_of_states_are_many_and_of_all_states() -> None:
    known = names()
    assert len(known) > 500
    assert len({code for code in known.values() if len(code) == 2}) == 250


def test_names_of_states_are_all_found_but_those_of_others(recognizer: Recognizer) -> None:
    cases = [c for name, code in names().items() if name not in OTHERS for c in written(name, code)]
    assert len(cases) > 1500
    assert misses(recognizer, cases) == []


@pytest.mark.parametrize("name", OTHERS)
def test_names_that_mean_another_more_often_do_so_where_nothing_tells(
    recognizer: Recognizer, name: str
) -> None:
    document = document_of_lines(FRAMES[0].format(name))
    (mention,) = recognizer.recognize(document).mentions
    assert mention.kind == Kind(OTHERS[name])
    assert mention.entity_id != f"country:{names()[name]}"


@pytest.mark.parametrize("name", sorted(set(OTHERS) - {"Antártida", "Congo"}))
def test_names_that_mean_another_more_often_are_states_by_their_government(
    recognizer: Recognizer, name: str
) -> None:
    case = Case(FRAMES[1].format(name), name, f"country:{names()[name]}")
    assert misses(recognizer, [case]) == []
