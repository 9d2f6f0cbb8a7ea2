"""Passages behind a link of a network: of the library, of a collection, of one article."""

from reader.core.document import Parsed
from reader.core.shelf import LabelKind
from reader.store.library import Library
from tests.store.examples import naming, news, person

ANA, EVA = person("Ana Ruiz"), person("Eva Soto")


def add(library: Library, parsed: Parsed) -> str:
    library.shelf.add(parsed)
    library.store_recognition(naming(parsed.document, ANA, EVA))
    return parsed.document.id


def three_articles(library: Library) -> list[str]:
    return [
        add(library, news(f"{word} vio a Ana Ruiz y Eva Soto.", title=word, date=f"2026-01-0{day}"))
        for day, word in enumerate(("Nadie", "Quizá ella", "Algún vecino"), start=1)
    ]


def test_passages_together_of_one_article(library: Library) -> None:
    _, second, _ = three_articles(library)
    passages = library.pages.passages_together(ANA.id, EVA.id, document_id=second)
    assert [passage.document_id for passage in passages] == [second]


def test_passages_together_of_a_collection(library: Library) -> None:
    first, _, third = three_articles(library)
    label = library.labels.create(LabelKind.COLLECTION, "Vecinos")
    library.labels.assign(label.id, [first, third])
    passages = library.pages.passages_together(ANA.id, EVA.id, collection=label.id)
    assert [passage.document_id for passage in passages] == [third, first]


def test_passages_together_of_the_library(library: Library) -> None:
    first, second, third = three_articles(library)
    passages = library.pages.passages_together(ANA.id, EVA.id)
    assert [passage.document_id for passage in passages] == [third, second, first]


def test_titles_are_found_by_id(library: Library) -> None:
    first, *_ = three_articles(library)
    assert library.pages.titles([first, "nothing"]) == {first: ("Nadie", "2026-01-01")}
