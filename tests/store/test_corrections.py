"""The user's word holds: for each action and scope, whatever model reads, and it can be undone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.core.corrections import Action, Change, Scope, State, Target, Wanted, state_of
from reader.core.document import Document
from reader.core.entities import Entity, Recognition
from reader.core.errors import LibraryError
from reader.core.mentions import FoundBy, Kind, LinkedBy
from reader.store.library import Library
from tests.store.examples import kept, naming, news, organization, person, place
from tests.store.test_derived import check, state

LAVROV = person("Serguéi Lavrov", "Lavrov")
KURSK = organization("Kursk")
SOL = person("Sol")
ONE = "Serguéi Lavrov visitó Kursk. El Sol brilla en Kursk, y Lavrov calla ante Minsk."
TWO = "En Kursk nieva sobre el Banco Central. El Sol de Kursk se va a Minsk."
FOUND = (LAVROV, KURSK, SOL)


def read(library: Library, text: str, *, model: str = "m1", entities: tuple = FOUND) -> Document:
    """Add an article with what a model finds in it."""
    document = kept(library, library.shelf.add(news(text, title=text[:9])).document_id)
    library.store_recognition(naming(document, *entities, model=model))
    return document


@pytest.fixture
def one(library: Library) -> Document:
    """Return the article in which things are corrected; there is a second one."""
    document = read(library, ONE)
    read(library, TWO)
    return document


def other_of(library: Library, document: Document) -> Document:
    (other,) = [each.id for each in library.documents() if each.id != document.id]
    return kept(library, other)


def at(document: Document, name: str, scope: Scope, *, nth: int = 0) -> Target:
    """Return a target of the nth place of a name, without what was found there."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(name, start + 1)
    return Target(document.id, start, start + len(name), scope)


def on(library: Library, document: Document, name: str, scope: Scope, *, nth: int = 0) -> Target:
    """Return a target with the mention that stands there."""
    target = at(document, name, scope, nth=nth)
    (mention,) = [each for each in stored(library, document).mentions if each.start == target.start]
    return replace(target, kind=mention.kind, entity_id=mention.entity_id)


def stored(library: Library, document: Document, model: str = "m1") -> Recognition:
    recognition = library.recognition(document.id, model)
    assert recognition is not None
    return recognition


def seen(recognition: Recognition, text: str) -> list[tuple[str, str, str, State]]:
    """Return of each mention its text, kind, entity's name and state."""
    names = {entity.id: entity.name for entity in recognition.entities}
    return [
        (text[m.start : m.end], m.kind.value, names[m.entity_id], state_of(m))
        for m in recognition.mentions
    ]


def brief(library: Library, document: Document, model: str = "m1") -> list[str]:
    """Return mentions as "text=name kind", with "!" where the user vouches for it."""
    return [
        f"{text}={name} {kind}" + "!" * (state is State.CONFIRMED)
        for text, kind, name, state in seen(stored(library, document, model), document.text)
    ]


K, S = "Kursk=Kursk organization", "Sol=Sol person"
P = "Kursk=Kursk place!"


Act = Callable[[Library, Document, Scope], Change]


def to_place(library: Library, document: Document, scope: Scope) -> Change:
    return library.corrections.change_kind(on(library, document, "Kursk", scope), Kind.PLACE)


def no_sun(library: Library, document: Document, scope: Scope) -> Change:
    return library.corrections.reject(on(library, document, "Sol", scope))


def minsk(library: Library, document: Document, scope: Scope) -> Change:
    return library.corrections.mark(at(document, "Minsk", scope), Kind.PLACE)


def to_lavrov(library: Library, document: Document, scope: Scope) -> Change:
    return library.corrections.link(on(library, document, "Kursk", scope), LAVROV.id)


def the_sun(library: Library, document: Document, scope: Scope) -> Change:
    target = on(library, document, "Sol", scope)
    return library.corrections.change_bounds(target, target.start - 3, target.end)


def sure(library: Library, document: Document, scope: Scope) -> Change:
    return library.corrections.confirm([on(library, document, "Sol", scope)])


CASES: list[tuple[Act, Scope, str, list[str], list[str]]] = [
    (to_place, Scope.MENTION, "Kursk", [P, K], [K, K]),
    (to_place, Scope.ARTICLE, "Kursk", [P, P], [K, K]),
    (to_place, Scope.EVERYWHERE, "Kursk", [P, P], [P, P]),
    (no_sun, Scope.MENTION, "Sol", [], [S]),
    (no_sun, Scope.ARTICLE, "Sol", [], [S]),
    (no_sun, Scope.EVERYWHERE, "Sol", [], []),
    (minsk, Scope.MENTION, "Minsk", ["Minsk=Minsk place!"], []),
    (minsk, Scope.ARTICLE, "Minsk", ["Minsk=Minsk place!"], []),
    (minsk, Scope.EVERYWHERE, "Minsk", ["Minsk=Minsk place!"], ["Minsk=Minsk place!"]),
    (to_lavrov, Scope.MENTION, "Kursk", ["Kursk=Serguéi Lavrov person!", K], [K, K]),
    (to_lavrov, Scope.ARTICLE, "Kursk", ["Kursk=Serguéi Lavrov person!"] * 2, [K, K]),
    (
        to_lavrov,
        Scope.EVERYWHERE,
        "Kursk",
        ["Kursk=Serguéi Lavrov person!"] * 2,
        ["Kursk=Serguéi Lavrov person!"] * 2,
    ),
    (the_sun, Scope.MENTION, "Sol", ["El Sol=Sol person!"], [S]),
    (the_sun, Scope.ARTICLE, "Sol", ["El Sol=Sol person!"], [S]),
    (the_sun, Scope.EVERYWHERE, "Sol", ["El Sol=Sol person!"], ["El Sol=Sol person!"]),
    (sure, Scope.MENTION, "Sol", [f"{S}!"], [S]),
    (sure, Scope.ARTICLE, "Sol", [f"{S}!"], [S]),
    (sure, Scope.EVERYWHERE, "Sol", [f"{S}!"], [f"{S}!"]),
]
each_case = pytest.mark.parametrize(
    ("act", "scope", "name", "here", "there"),
    CASES,
    ids=[f"{act.__name__}-{scope.value}" for act, scope, *_ in CASES],
)


def of(name: str, mentions: list[str]) -> list[str]:
    return [each for each in mentions if name in each.split("=")[0]]


@each_case
def test_corrections_hold_as_far_as_they_reach(
    library: Library,
    one: Document,
    act: Act,
    scope: Scope,
    name: str,
    here: list[str],
    there: list[str],
) -> None:
    two = other_of(library, one)
    before = brief(library, one), brief(library, two)
    act(library, one, scope)
    assert of(name, brief(library, one)) == here
    assert of(name, brief(library, two)) == there
    for document, earlier in zip((one, two), before, strict=True):  # the rest is as it was
        rest = [each for each in brief(library, document) if not of(name, [each])]
        assert rest == [each for each in earlier if not of(name, [each])]
    check(library)


@each_case
@pytest.mark.parametrize("entities", [FOUND, (place("Kursk"), LAVROV), (LAVROV,)])
def test_corrections_hold_for_another_model(
    library: Library,
    one: Document,
    act: Act,
    scope: Scope,
    name: str,
    here: list[str],
    there: list[str],
    entities: tuple[Entity, ...],
) -> None:
    act(library, one, scope)
    library.store_recognition(naming(one, *entities, model="m2"))
    everywhere_alone = scope is Scope.EVERYWHERE and act is not minsk
    is_found = any(name in (each.name, *each.aliases) for each in entities)
    if is_found or not everywhere_alone:  # where the machine finds nothing, nothing is corrected
        corrected = [each for each in of(name, brief(library, one, "m2")) if each.endswith("!")]
        assert corrected == [each for each in here if each.endswith("!")]
    if not here:
        assert of(name, brief(library, one, "m2")) == []
    check(library)


@each_case
def test_corrections_are_undone_and_redone(
    library: Library,
    one: Document,
    act: Act,
    scope: Scope,
    name: str,
    here: list[str],
    there: list[str],
) -> None:
    library.save_note(KURSK.id, "Nota.")
    two = other_of(library, one)
    start = [stored(library, one), stored(library, two)], state(library)[:3]
    change = act(library, one, scope)
    done = [stored(library, one), stored(library, two)], state(library)[:3]
    library.corrections.undo(change.id)
    library.corrections.undo(change.id)
    assert [stored(library, one), stored(library, two)] == start[0]
    assert without_unused(state(library)[:3]) == without_unused(start[1])
    assert library.corrections.all() == []
    library.corrections.redo(change.id)
    assert ([stored(library, one), stored(library, two)], state(library)[:3]) == done
    assert {each.change_id for each in library.corrections.all()} == {change.id}
    check(library)


def without_unused(derived: list[list[tuple]]) -> list[list[tuple]]:
    """Leave out the entities that no article names."""
    *others, counts = derived
    return [*others, [row for row in counts if row[1]]]


@each_case
def test_corrections_survive_another_text(
    library: Library,
    one: Document,
    act: Act,
    scope: Scope,
    name: str,
    here: list[str],
    there: list[str],
) -> None:
    act(library, one, scope)
    library.shelf.update(one.id, news("Último minuto. " + ONE, title="Nuevo"))
    again = kept(library, one.id)
    library.store_recognition(naming(again, *FOUND))
    assert of(name, brief(library, again)) == here
    check(library)


def test_corrections_of_a_mention_that_is_gone_wait_for_it(library: Library, one: Document) -> None:
    minsk(library, one, Scope.MENTION)
    library.shelf.update(one.id, news("Nada de nada.", title="Nuevo"))
    (orphan,) = library.corrections.all()
    assert orphan.is_orphan
    library.shelf.update(one.id, news(ONE, title="Nuevo"))
    again = kept(library, one.id)
    library.store_recognition(naming(again, *FOUND))
    assert of("Minsk", brief(library, again)) == ["Minsk=Minsk place!"]


def test_corrections_leave_the_cache_raw(library: Library, one: Document) -> None:
    raw = library._db.execute("SELECT mentions FROM recognized_mentions ORDER BY 1").fetchall()
    for act, scope, *_ in CASES[:9]:
        act(library, one, scope) if act is minsk else None
    to_place(library, one, Scope.EVERYWHERE)
    no_sun(library, one, Scope.EVERYWHERE)
    after = library._db.execute("SELECT mentions FROM recognized_mentions ORDER BY 1").fetchall()
    assert after == raw


def test_corrections_survive_the_cache(library: Library, one: Document) -> None:
    to_place(library, one, Scope.EVERYWHERE)
    before = brief(library, one)
    library.clear_cache()
    library.store_recognition(naming(one, *FOUND))
    assert brief(library, one) == before


def test_corrections_hold_in_an_article_that_comes_later(library: Library, one: Document) -> None:
    to_place(library, one, Scope.EVERYWHERE)
    no_sun(library, one, Scope.EVERYWHERE)
    later = read(library, "El Sol sale por Kursk.")
    assert brief(library, later) == [P]
    assert library.pages.totals(stored(library, later).entities[0].id).article_count == 3


def test_corrections_of_a_narrower_scope_outweigh_wider_ones(
    library: Library, one: Document
) -> None:
    target = on(library, one, "Kursk", Scope.MENTION)
    library.corrections.confirm([target])
    to_place_target = on(library, one, "Kursk", Scope.ARTICLE, nth=1)
    library.corrections.change_kind(to_place_target, Kind.PLACE)
    library.corrections.reject(replace(target, scope=Scope.EVERYWHERE))
    assert of("Kursk", brief(library, one)) == [f"{K}!", P]
    assert of("Kursk", brief(library, other_of(library, one))) == []


def test_corrections_on_one_place_are_of_the_newest(library: Library, one: Document) -> None:
    to_place(library, one, Scope.MENTION)
    second = library.corrections.reject(at(one, "Kursk", Scope.MENTION))
    assert of("Kursk", brief(library, one)) == [K]
    library.corrections.undo(second.id)
    assert of("Kursk", brief(library, one)) == [P, K]


def test_corrections_tell_what_was_rejected(library: Library, one: Document) -> None:
    no_sun(library, one, Scope.EVERYWHERE)
    library.corrections.reject(at(one, "Kursk", Scope.MENTION))
    rejected = library.corrections.rejected(one.id, "m1")
    assert [one.text[m.start : m.end] for m in rejected] == ["Kursk", "Sol"]


def test_corrections_offer_every_other_occurrence(library: Library, one: Document) -> None:
    places = library.corrections.occurrences(one.id, "Kursk")
    assert [one.text[start:end] for start, end in places] == ["Kursk", "Kursk"]
    assert library.corrections.occurrences(one.id, "Kurs") == []


def test_corrections_confirm_many_in_one_change(library: Library, one: Document) -> None:
    shown = stored(library, one).mentions
    targets = [
        Target(one.id, m.start, m.end, Scope.MENTION, m.kind, m.entity_id) for m in shown[2:]
    ]
    change = library.corrections.confirm(targets)
    mentions = stored(library, one).mentions
    assert [m.found_by for m in mentions if m.start >= targets[0].start] == [FoundBy.USER] * 4
    assert library.corrections.states([KURSK.id, SOL.id]) == {
        KURSK.id: State.CONFIRMED,
        SOL.id: State.CONFIRMED,
    }
    library.corrections.undo(change.id)
    assert stored(library, one).mentions == shown
    assert library.corrections.states([SOL.id]) == {SOL.id: State.FOUND}


def test_corrections_are_listed_by_what_they_are_of(library: Library, one: Document) -> None:
    minsk(library, one, Scope.MENTION)
    no_sun(library, one, Scope.EVERYWHERE)
    rename = library.corrections.rename(LAVROV.id, "S. Lavrov")

    def listed(**wanted: object) -> list[str]:
        return [each.name for each in library.corrections.all(Wanted(**wanted))]  # type: ignore[arg-type]

    assert listed() == ["S. Lavrov", "Sol", "Minsk"]
    assert listed(document_id=one.id) == ["Minsk"]
    assert listed(entity_id=LAVROV.id) == ["S. Lavrov"]
    assert listed(actions=[Action.REJECT, Action.MARK]) == ["Sol", "Minsk"]
    assert listed(scopes=[Scope.EVERYWHERE]) == ["Sol"]
    assert listed(text="LAVR") == ["S. Lavrov"]
    assert [each.name for each in library.corrections.all(limit=1, offset=1)] == ["Sol"]
    library.corrections.undo(rename.id)
    assert listed(undone=True) == ["S. Lavrov"]


def test_corrections_everywhere_read_only_articles_with_the_name(
    library: Library, one: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.store import derived

    derive: list[str] = []
    plain = derived._mentions

    def noted(db: object, document_id: str) -> None:
        derive.append(document_id)
        plain(db, document_id)  # type: ignore[arg-type]

    monkeypatch.setattr(derived, "_mentions", noted)
    read(library, "Nada de nada.")
    derive.clear()
    no_sun(library, one, Scope.EVERYWHERE)
    assert sorted(derive) == sorted([one.id, other_of_all(library, TWO)])


def other_of_all(library: Library, text: str) -> str:
    (found,) = [each.id for each in library.documents() if kept(library, each.id).text == text]
    return found


def test_corrections_keep_a_pick_that_was_made_in_the_article(
    library: Library, one: Document
) -> None:
    from reader.core.choices import LinkChoice

    library.save_link_choice(LinkChoice(one.id, Kind.ORGANIZATION, "Kursk", LAVROV.id))
    to_kind = on(library, other_of(library, one), "Kursk", Scope.EVERYWHERE)
    library.corrections.link(to_kind, SOL.id)
    picked = [m for m in stored(library, one).mentions if m.linked_by is LinkedBy.USER]
    assert {m.entity_id for m in picked} == {LAVROV.id}


def test_corrections_of_what_is_not_in_the_library_say_so(library: Library, one: Document) -> None:
    for target, entity_id in (
        (replace(at(one, "Sol", Scope.MENTION), document_id="nadie"), LAVROV.id),
        (at(one, "Sol", Scope.MENTION), "person:nadie"),
    ):
        with pytest.raises(LibraryError, match="correct it anew"):
            library.corrections.link(target, entity_id)
    with pytest.raises(LibraryError, match="correct it anew"):
        library.corrections.undo("nada")
    with pytest.raises(ValueError, match="not inside"):
        library.corrections.mark(Target(one.id, 5, 5), Kind.PLACE)
    assert library.corrections.all() == []


def test_corrections_go_with_a_destroyed_article(library: Library, one: Document) -> None:
    change = minsk(library, one, Scope.MENTION)
    library.shelf.delete([one.id])
    library.shelf.empty_trash()
    assert library.corrections.all() == []
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.corrections.redo(change.id)
    check(library)
