"""Pages and networks of what the user vouches for alone."""

import pytest

from reader.core.corrections import Scope, Target
from reader.core.mentions import Kind
from reader.core.shelf import LabelKind
from reader.store.library import Library
from tests.store.examples import kept, naming, news, organization, person, place

LAVROV, OTAN, KURSK = person("Serguéi Lavrov"), organization("OTAN"), place("Kursk")
LONG = " ".join(f"palabra{number} dicha" for number in range(30))
PARAGRAPHS = ("Serguéi Lavrov visitó Kursk.", "La OTAN habló de Serguéi Lavrov y de Kursk.", LONG)
OTHER = ("En Kursk calla la OTAN.", "Serguéi Lavrov no.")


@pytest.fixture
def ids(library: Library) -> list[str]:
    """Return the ids of two articles, one of which another outlet has too."""
    ids: list[str] = []
    for paragraphs, title in ((PARAGRAPHS, "Uno"), (OTHER, "Dos"), ((*PARAGRAPHS, "Fin."), "Tres")):
        added = library.shelf.add(news(*paragraphs, title=title, date=f"2026-01-0{len(ids) + 1}"))
        document = kept(library, added.document_id)
        library.store_recognition(naming(document, LAVROV, OTAN, KURSK))
        ids.append(document.id)
    return ids


def confirm(library: Library, document_id: str, name: str, scope: Scope, number: int = 0) -> str:
    """Vouch for the nth mention of a name; return the change."""
    text = kept(library, document_id).text
    start = -1
    for _ in range(number + 1):
        start = text.index(name, start + 1)
    found = library.recognition(document_id, "m1")
    assert found is not None
    mention = next(each for each in found.mentions if each.start == start)
    target = Target(document_id, start, mention.end, scope, mention.kind, mention.entity_id)
    return library.corrections.confirm([target]).id


def confirmed_count(library: Library) -> tuple[int, int]:
    totals = library.pages.totals(LAVROV.id, confirmed=True)
    return totals.article_count, totals.mention_count


def test_confirmed_of_what_nobody_looked_at_is_nothing(library: Library, ids: list[str]) -> None:
    assert library.pages.totals(LAVROV.id).article_count == 2
    assert confirmed_count(library) == (0, 0)
    assert library.pages.articles(LAVROV.id, confirmed=True) == []
    assert library.pages.related(LAVROV.id, confirmed=True) == []
    assert library.pages.months(LAVROV.id, confirmed=True) == []
    assert library.pages.network(confirmed=True).nodes == ()
    assert library.pages.network(document_id=ids[0], confirmed=True).nodes == ()


def test_confirmed_mention_is_the_only_passage(library: Library, ids: list[str]) -> None:
    confirm(library, ids[0], "Serguéi Lavrov", Scope.MENTION, number=1)
    (article,) = library.pages.articles(LAVROV.id, confirmed=True)
    assert (article.document_id, article.count) == (ids[0], 1)
    (passage,) = library.pages.passages(LAVROV.id, ids[0], confirmed=True)
    assert passage.block == 1
    assert len(library.pages.passages(LAVROV.id, ids[0])) == 2
    (month,) = library.pages.months(LAVROV.id, confirmed=True)
    assert (month.month, month.mention_count) == ("2026-01", 1)


def test_confirmed_copy_counts_though_the_first_article_of_its_story_has_none(
    library: Library, ids: list[str]
) -> None:
    confirm(library, ids[2], "Serguéi Lavrov", Scope.MENTION)
    assert confirmed_count(library) == (1, 1)
    confirm(library, ids[0], "Serguéi Lavrov", Scope.ARTICLE)
    assert confirmed_count(library) == (1, 2)


def test_confirmed_everywhere_counts_in_every_article(library: Library, ids: list[str]) -> None:
    change = confirm(library, ids[0], "Serguéi Lavrov", Scope.EVERYWHERE)
    assert confirmed_count(library) == (2, 3)
    library.corrections.undo(change)
    assert confirmed_count(library) == (0, 0)


def test_confirmed_network_has_links_between_confirmed_mentions_alone(
    library: Library, ids: list[str]
) -> None:
    for name in ("Serguéi Lavrov", "Kursk"):
        confirm(library, ids[0], name, Scope.MENTION)
    confirm(library, ids[0], "OTAN", Scope.MENTION)
    network = library.pages.network(confirmed=True)
    assert {node.name for node in network.nodes} == {"Serguéi Lavrov", "Kursk", "OTAN"}
    names = [node.name for node in network.nodes]
    linked = [{names[edge.first], names[edge.second]} for edge in network.edges]
    assert linked == [{"Serguéi Lavrov", "Kursk"}]  # the OTAN is in another paragraph
    around = library.pages.network(around=LAVROV.id, confirmed=True)
    assert len(around.edges) == 1
    (related,) = [
        each for each in library.pages.related(LAVROV.id, confirmed=True) if each.together_count
    ]
    assert related.entity.id == KURSK.id
    (both,) = library.pages.passages_together(LAVROV.id, KURSK.id, confirmed=True)
    assert both.block == 0


def test_confirmed_network_of_a_collection(library: Library, ids: list[str]) -> None:
    label = library.labels.create(LabelKind.COLLECTION, "Guerra")
    library.labels.assign(label.id, ids)
    confirm(library, ids[2], "Kursk", Scope.MENTION)  # in the copy, which otherwise doesn't count
    (node,) = library.pages.network(collection=label.id, confirmed=True).nodes
    assert (node.name, node.kind, node.weight) == ("Kursk", Kind.PLACE, 1)


def test_confirmed_mentions_go_with_their_article(library: Library, ids: list[str]) -> None:
    confirm(library, ids[1], "Serguéi Lavrov", Scope.MENTION)
    library.shelf.delete([ids[1]])
    assert confirmed_count(library) == (0, 0)
    library.shelf.restore([ids[1]])
    assert confirmed_count(library) == (1, 1)
