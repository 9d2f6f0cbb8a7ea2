"""Corrections applied to what a model found, without a library."""

import pytest

from reader.core.correcting import apply, corrected
from reader.core.corrections import Action, Correction, CorrectionSet, Scope, State, state_of
from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind, LinkedBy, Mention
from reader.core.occurrences import occurrences

TEXT = "El Banco Central de Rusia sube tipos. Banco Central calla; EE. UU. y EE.UU. no."
BANK = Entity("o:bank", "Banco Central", Kind.ORGANIZATION)
RUSSIA = Entity("c:ru", "Rusia", Kind.COUNTRY)
USA = Entity("c:us", "EE. UU.", Kind.COUNTRY)
FULL = Entity("o:full", "Banco Central de Rusia", Kind.ORGANIZATION)
FOUND = Recognition(
    "d",
    "m",
    (
        Mention(3, 16, Kind.ORGANIZATION, BANK.id),
        Mention(20, 25, Kind.COUNTRY, RUSSIA.id),
        Mention(38, 51, Kind.ORGANIZATION, BANK.id),
        Mention(59, 66, Kind.COUNTRY, USA.id),
    ),
    (BANK, RUSSIA, USA),
)


def said(*corrections: Correction) -> CorrectionSet:
    return CorrectionSet(corrections, {each.id: each for each in (BANK, RUSSIA, USA, FULL)})


def surfaces(recognition: Recognition) -> list[str]:
    return [TEXT[mention.start : mention.end] for mention in recognition.mentions]


def grown(scope: Scope = Scope.EVERYWHERE) -> Correction:
    return Correction(
        1, "", Action.BOUNDS, scope, "Banco Central", entity_id=FULL.id, value=FULL.name
    )


def test_correcting_nothing_changes_nothing() -> None:
    assert corrected(FOUND, TEXT, CorrectionSet()) is FOUND


def test_correcting_boundaries_takes_in_what_stood_beside() -> None:
    """And leaves a name alone where the text doesn't go on as said."""
    result = corrected(FOUND, TEXT, said(grown()))
    assert surfaces(result) == [FULL.name, "Banco Central", "EE. UU."]
    assert result.entities == (BANK, USA, FULL)
    assert [state_of(each) for each in result.mentions] == [State.CONFIRMED] + [State.FOUND] * 2


def test_correcting_what_the_new_name_means() -> None:
    kind = Correction(2, "", Action.LINK, Scope.EVERYWHERE, FULL.name, entity_id=RUSSIA.id)
    result = corrected(FOUND, TEXT, said(grown(), kind))
    assert result.mentions[0].entity_id == RUSSIA.id


def test_correcting_a_name_without_its_dots() -> None:
    mark = Correction(1, "", Action.MARK, Scope.ARTICLE, "EE.UU.", "d", entity_id=USA.id)
    assert surfaces(corrected(FOUND, TEXT, said(mark)))[-2:] == ["EE. UU.", "EE.UU."]


def test_correcting_keeps_what_is_nested_in_what_was_rejected_apart() -> None:
    """Who rejects a name says nothing of a longer one that another model finds."""
    reject = Correction(1, "", Action.REJECT, Scope.MENTION, "Rusia", "d", (20, 25))
    longer = Recognition("d", "m", (Mention(3, 25, FULL.kind, FULL.id),), (FULL,))
    assert surfaces(corrected(longer, TEXT, said(reject))) == [FULL.name]
    result = apply(FOUND, TEXT, said(reject))
    assert surfaces(result.recognition) == ["Banco Central", "Banco Central", "EE. UU."]
    assert [(each.start, each.end) for each in result.rejected] == [(20, 25)]


@pytest.mark.parametrize("first", [Action.MARK, Action.REJECT])
def test_correcting_one_place_twice_is_as_said_last(first: Action) -> None:
    (second,) = {Action.MARK, Action.REJECT} - {first}
    both = [
        Correction(n, "", action, Scope.MENTION, "", "d", (20, 25), entity_id=FULL.id)
        for n, action in ((1, first), (2, second))
    ]
    meant = [m.entity_id for m in corrected(FOUND, TEXT, said(*both)).mentions if m.start == 20]
    assert meant == ([FULL.id] if second is Action.MARK else [])


def test_correcting_a_merge_keeps_why_the_machine_found_it() -> None:
    result = corrected(FOUND, TEXT, CorrectionSet((), {FULL.id: FULL}, {BANK.id: FULL.id}))
    assert [m.entity_id for m in result.mentions] == [FULL.id, RUSSIA.id, FULL.id, USA.id]
    assert {m.linked_by for m in result.mentions} == {LinkedBy.NAME}
    assert result.entities == (FULL, RUSSIA, USA)


def test_correcting_an_open_name_keeps_the_candidates_that_are_left() -> None:
    question = Entity("q", "Banco", Kind.ORGANIZATION, candidates=(BANK.id, FULL.id))
    found = Recognition(
        "d",
        "m",
        (
            Mention(3, 8, Kind.ORGANIZATION, "q"),
            Mention(9, 16, Kind.ORGANIZATION, BANK.id),
            Mention(20, 25, Kind.ORGANIZATION, FULL.id),
        ),
        (question, BANK, FULL),
    )
    merged = CorrectionSet((), {FULL.id: FULL}, {BANK.id: FULL.id})
    assert corrected(found, TEXT, merged).entities[0].candidates == (FULL.id,)


def test_correcting_keeps_demonyms_of_countries() -> None:
    found = Recognition("d", "m", (Mention(20, 25, Kind.DEMONYM, BANK.id),), (BANK,))
    link = Correction(1, "", Action.LINK, Scope.EVERYWHERE, "rusia", entity_id=RUSSIA.id)
    (mention,) = corrected(found, TEXT, said(link)).mentions
    assert (mention.kind, mention.entity_id) == (Kind.DEMONYM, RUSSIA.id)


def test_occurrences_are_whole_words_the_longest_first() -> None:
    text = "Sol, Soles, Sol de Mayo; el girasol, ElSol y «Sol». A-Sol"
    spans = occurrences(text, ["Sol", "Sol de Mayo", "«Sol»", ""])
    assert [text[start:end] for start, end in spans] == [
        "Sol",
        "Sol de Mayo",
        "«Sol»",
        "Sol",
    ]
    assert occurrences("x ] ^ - x", ["^", "-"]) == []
    assert occurrences("a]b -c- A", ["A", "a]b", "c"]) == [(0, 3), (5, 6), (8, 9)]


def test_occurrences_of_names_that_begin_alike_or_with_a_sign() -> None:
    text = "Sol, Solana, Sola y «Solana»; McSolana no. Solar tampoco: Sol"
    names = ["Sol", "Solana", "«Solana»"]
    found = [text[start:end] for start, end in occurrences(text, names)]
    assert found == ["Sol", "Solana", "«Solana»", "Sol"]
    assert occurrences(text, ["Sol", "Solana"], known=[0, 5, 21]) == [(58, 61)]
