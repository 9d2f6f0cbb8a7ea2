"""What the library knows of an entity across its articles."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.core.choices import LinkChoice
from reader.core.entities import Entity
from reader.core.mentions import Kind, Mention
from reader.core.pages import EntityTotals, MonthCount, Network
from reader.core.shelf import LabelKind
from reader.store.library import Library
from tests.store.examples import country, kept, naming, news, organization, person, place

LAVROV = person("Serguéi Lavrov", "Lavrov")
KIM = person("Kim Jong Un")
RUSSIA = country("Rusia", code="RU")
OTAN = organization("OTAN")
KNOWN = (LAVROV, KIM, RUSSIA, OTAN, place("Kursk"))

Add = Callable[..., str]


@pytest.fixture
def add(library: Library) -> Add:
    """Return what adds an article in which the known names are found."""

    def add(*paragraphs: str, **metadata: str) -> str:
        parsed = news(*paragraphs, **metadata)
        added = library.shelf.add(parsed, separately=True)
        library.store_recognition(naming(parsed.document, *KNOWN))
        return added.document_id

    return add


def test_pages_list_articles_newest_first_with_passages(library: Library, add: Add) -> None:
    add("Lavrov calla. Habla Kim Jong Un.", title="Viejo", date="2024-05-06")
    add(
        "Nada.",
        "Por fin Serguéi Lavrov habló; Lavrov lo dijo.",
        "Otra vez Lavrov.",
        title="Nuevo",
        date="2026-01-02",
    )
    add("Sin él.", title="Ajeno")
    new, old = library.pages.articles(LAVROV.id)
    assert [(each.title, each.date) for each in (new, old)] == [
        ("Nuevo", "2026-01-02"),
        ("Viejo", "2024-05-06"),
    ]
    assert [(each.block, each.offset) for each in new.passages] == [(1, 15), (2, 63)]
    first = new.passages[0].snippet
    assert first.text == "Por fin Serguéi Lavrov habló; Lavrov lo dijo."
    assert {first.text[start:end] for start, end in first.matches} == {"Serguéi Lavrov", "Lavrov"}
    assert library.pages.totals(LAVROV.id) == EntityTotals(
        2, new.count + old.count, "2024-05-06", "2026-01-02"
    )


def test_pages_are_cut_into_windows(library: Library, add: Add) -> None:
    for day in range(1, 8):
        add(f"Lavrov, día {day}.", title=str(day), date=f"2026-01-0{day}")
    found = library.pages.articles(LAVROV.id, offset=2, limit=3, passages=0)
    assert [each.title for each in found] == ["5", "4", "3"]
    assert all(each.passages == () for each in found)
    assert library.pages.articles(LAVROV.id, offset=9) == []


def test_pages_give_every_passage_of_an_article(library: Library, add: Add) -> None:
    article = add(*(f"Párrafo {number} con Lavrov." for number in range(9)))
    (listed,) = library.pages.articles(LAVROV.id)
    assert len(listed.passages) == 3
    passages = library.pages.passages(LAVROV.id, article)
    assert [each.block for each in passages] == list(range(9))
    text = kept(library, article).text
    assert {text[each.offset : each.end] for each in passages} == {"Lavrov"}
    assert library.pages.passages(KIM.id, article) == []


def test_pages_tell_company_by_paragraph_first(library: Library, add: Add) -> None:
    add("Lavrov en Rusia.", "La OTAN protesta.")
    add("Lavrov y la OTAN.", "Rusia calla.")
    add("Lavrov otra vez con la OTAN.")
    add("Kim Jong Un sin él.")
    related = library.pages.related(LAVROV.id)
    assert [(each.entity.name, each.article_count, each.together_count) for each in related] == [
        ("OTAN", 3, 2),
        ("Rusia", 2, 1),
    ]
    countries = library.pages.related(LAVROV.id, kinds=[Kind.COUNTRY])
    assert [each.entity.name for each in countries] == ["Rusia"]
    assert len(library.pages.related(LAVROV.id, limit=1)) == 1


def test_pages_show_the_passages_of_two_together(library: Library, add: Add) -> None:
    add("Lavrov y la OTAN.", "Solo Lavrov.", "Sobre la OTAN, Lavrov.", date="2025-01-01")
    add("La OTAN responde.", "Lavrov replica.", date="2026-01-01")
    add("Con Lavrov, la OTAN.", date="2026-02-02")
    passages = library.pages.passages_together(LAVROV.id, OTAN.id)
    assert [each.snippet.text for each in passages] == [
        "Con Lavrov, la OTAN.",
        "Lavrov y la OTAN.",
        "Sobre la OTAN, Lavrov.",
    ]
    window = library.pages.passages_together(LAVROV.id, OTAN.id, offset=1, limit=1)
    assert window == passages[1:2]


def test_pages_of_a_book_check_the_paragraphs_themselves(library: Library, add: Add) -> None:
    """Bits for paragraphs are shared in a text as long as that."""
    paragraphs = [f"Párrafo {number}." for number in range(200)]
    paragraphs[3], paragraphs[66] = "Aquí Lavrov.", "Aquí la OTAN."
    add(*paragraphs)
    assert library.pages.passages_together(LAVROV.id, OTAN.id) == []


def test_pages_count_by_month(library: Library, add: Add) -> None:
    add("Lavrov uno.", date="2026-01-31")
    add("Lavrov dos y Lavrov.", date="2026-01-01T10:00:00+01:00")
    add("Lavrov tres.", date="2025-12")
    add("Lavrov cuatro.")  # by when it was added
    assert library.pages.months(LAVROV.id) == [
        MonthCount("2025-12", 1, 1),
        MonthCount("2026-01", 2, 3),
        MonthCount("2026-11", 1, 1),
    ]


LONG = " ".join(f"palabra{number} dicha" for number in range(120))


def test_pages_count_one_text_of_several_outlets_once(library: Library, add: Add) -> None:
    add(f"Lavrov habló. {LONG}", title="Uno", date="2026-01-01")
    copy = add(f"Lavrov habló. {LONG} Con la OTAN.", title="Dos", date="2026-01-02")
    add(f"Titular. Lavrov habló. {LONG}", title="Tres", date="2026-01-03")
    (listed,) = library.pages.articles(LAVROV.id)
    assert (listed.title, listed.copy_count) == ("Uno", 2)
    assert library.pages.totals(LAVROV.id).article_count == 1
    # What only a copy names is counted there.
    (listed,) = library.pages.articles(OTAN.id)
    assert (listed.document_id, listed.copy_count) == (copy, 0)


def test_pages_count_anew_when_the_first_of_a_story_goes(library: Library, add: Add) -> None:
    first = add(f"Lavrov habló. {LONG}", title="Uno")
    add(f"Titular. Lavrov habló. {LONG}", title="Dos")
    library.shelf.delete([first])
    assert [each.title for each in library.pages.articles(LAVROV.id)] == ["Dos"]
    library.shelf.empty_trash()
    assert [each.title for each in library.pages.articles(LAVROV.id)] == ["Dos"]
    assert library.pages.totals(LAVROV.id).article_count == 1


def test_pages_follow_the_user_s_picks(library: Library, add: Add) -> None:
    article = add("Lavrov habló. Kim Jong Un calló.")
    pick = LinkChoice(article, Kind.PERSON, "Lavrov", KIM.id)
    library.save_link_choice(pick)
    assert library.pages.totals(LAVROV.id).article_count == 0
    assert library.pages.totals(KIM.id).mention_count == 2
    library.delete_link_choice(pick)
    assert library.pages.totals(LAVROV.id).article_count == 1
    assert library.pages.totals(KIM.id).mention_count == 1


def test_pages_follow_the_latest_whole_recognition(library: Library) -> None:
    parsed = news("Lavrov y la OTAN en Rusia.")
    library.shelf.add(parsed)
    library.store_recognition(naming(parsed.document, LAVROV, OTAN))
    unfinished = replace(naming(parsed.document, RUSSIA, model="m2"), complete=False)
    library.store_recognition(unfinished)
    assert library.pages.totals(RUSSIA.id).article_count == 0
    library.store_recognition(replace(unfinished, complete=True))
    counts = [library.pages.totals(each.id).article_count for each in (RUSSIA, LAVROV, OTAN)]
    assert counts == [1, 0, 0]
    library.clear_cache()
    assert library.pages.totals(RUSSIA.id).article_count == 0


def test_pages_follow_two_entities_that_become_one(library: Library) -> None:
    """A later reading takes the name in an article for a fuller one that the library knows."""
    one, two = news("Lavrov calló."), news("Serguéi Lavrov habló.")
    bare, full = person("Lavrov"), person("Serguéi Lavrov")
    for parsed, entity in ((one, bare), (two, full)):
        library.shelf.add(parsed)
        library.store_recognition(naming(parsed.document, entity))
    library.save_note(bare.id, "nota")
    library.store_recognition(naming(one.document, replace(full, aliases=("Lavrov",))))
    ids: set[str] = set()
    for each in (one, two):
        recognition = library.recognition(each.document.id, "m1")
        assert recognition is not None
        ids |= {mention.entity_id for mention in recognition.mentions}
    counts = {each: library.pages.totals(each).article_count for each in ids}
    assert sum(counts.values()) == 2
    assert all(counts.values())


def test_pages_count_demonyms_apart(library: Library) -> None:
    parsed = news("Rusia y los rusos.")
    library.shelf.add(parsed)
    recognition = naming(parsed.document, RUSSIA)
    demonym = Mention(12, 17, Kind.DEMONYM, RUSSIA.id)
    library.store_recognition(replace(recognition, mentions=(*recognition.mentions, demonym)))
    (listed,) = library.pages.articles(RUSSIA.id)
    assert (listed.count, listed.demonym_count) == (1, 1)


def test_pages_leave_open_names_out_of_company(library: Library) -> None:
    parsed = news("Ana Crawford y Eva Crawford. Crawford calló con Rusia.")
    library.shelf.add(parsed)
    ana, eva = person("Ana Crawford"), person("Eva Crawford")
    bare = Entity("person:crawford", "Crawford", Kind.PERSON, candidates=(ana.id, eva.id))
    library.store_recognition(naming(parsed.document, ana, eva, bare, RUSSIA))
    names = {each.entity.name for each in library.pages.related(RUSSIA.id)}
    assert names == {"Ana Crawford", "Eva Crawford"}
    assert "Crawford" not in {node.name for node in library.pages.network().nodes}


def test_pages_of_nobody_are_empty(library: Library) -> None:
    pages = library.pages
    assert pages.totals("no") == EntityTotals(0, 0, "", "")
    assert pages.articles("no") == []
    assert pages.passages("no", "no") == []
    assert pages.related("no") == []
    assert pages.passages_together("no", "tampoco") == []
    assert pages.months("no") == []
    assert pages.network(around="no").nodes == ()


@pytest.fixture
def three(library: Library, add: Add) -> list[str]:
    return [
        add("Lavrov y la OTAN.", "Lavrov y la OTAN en Rusia.", "Kim Jong Un."),
        add("Lavrov con Kim Jong Un.", "La OTAN."),
        add("Kursk en Rusia.", "La OTAN."),
    ]


def edges(network: Network) -> dict[tuple[str, str], int]:
    names = [node.name for node in network.nodes]
    return {(names[each.first], names[each.second]): each.weight for each in network.edges}


def test_network_of_an_article_counts_paragraphs(library: Library, three: list[str]) -> None:
    network = library.pages.network(document_id=three[0])
    assert {node.name: node.weight for node in network.nodes} == {
        "Serguéi Lavrov": 2,
        "OTAN": 2,
        "Rusia": 1,
        "Kim Jong Un": 1,
    }
    assert sorted(edges(network).values(), reverse=True) == [2, 1, 1]
    assert network.edges[0].weight == 2


def test_network_of_the_library_counts_articles(library: Library, three: list[str]) -> None:
    network = library.pages.network()
    weights = {node.name: node.weight for node in network.nodes}
    assert weights == {"OTAN": 3, "Serguéi Lavrov": 2, "Kim Jong Un": 2, "Rusia": 2, "Kursk": 1}
    assert network.nodes[0].name == "OTAN"
    pairs = {frozenset(pair): weight for pair, weight in edges(network).items()}
    assert pairs[frozenset({"Serguéi Lavrov", "OTAN"})] == 1
    assert frozenset({"OTAN", "Kursk"}) not in pairs


def test_network_of_a_collection_or_an_entity_has_their_articles(
    library: Library, three: list[str]
) -> None:
    series = library.labels.create(LabelKind.COLLECTION, "serie")
    library.labels.assign(series.id, three[1:])
    names = {node.name for node in library.pages.network(collection=series.id).nodes}
    assert names == {"Serguéi Lavrov", "Kim Jong Un", "OTAN", "Rusia", "Kursk"}
    around = library.pages.network(around=KIM.id)
    assert {node.name for node in around.nodes} == {
        "Serguéi Lavrov",
        "Kim Jong Un",
        "OTAN",
        "Rusia",
    }


def test_network_is_of_the_kinds_and_the_size_asked_for(library: Library, three: list[str]) -> None:
    people = library.pages.network(kinds=[Kind.PERSON])
    assert {node.name for node in people.nodes} == {"Serguéi Lavrov", "Kim Jong Un"}
    assert list(edges(people).values()) == [1]
    assert [node.name for node in library.pages.network(limit=1).nodes] == ["OTAN"]
