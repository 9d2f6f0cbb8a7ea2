"""Protocol: what is packed comes out again."""

from reader.core.document import Block, Document
from reader.core.entities import Entity, Recognition
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention
from reader.recognition.protocol import (
    ask,
    document_of,
    pack_highlights,
    pack_result,
    unpack_highlights,
    unpack_result,
)
from reader.recognition.spans import Found


def test_protocol_carries_a_recognition() -> None:
    mentions = (
        Mention(0, 5, Kind.COUNTRY, "country:RU", FoundBy.MODEL, LinkedBy.NAME),
        Mention(9, 15, Kind.PERSON, "person:lavrov", FoundBy.REPETITION, LinkedBy.PART),
        Mention(17, 21, Kind.DEMONYM, "country:RU", FoundBy.LIST, LinkedBy.DEMONYM),
        Mention(23, 26, Kind.PERSON, "person:?gil", FoundBy.MODEL, LinkedBy.OPEN),
    )
    entities = (
        Entity("country:RU", "Rusia", Kind.COUNTRY, ("Federación de Rusia",), {"iso3166": "RU"}),
        Entity("person:lavrov", "Lavrov", Kind.PERSON),
        Entity("person:?gil", "Gil", Kind.PERSON, candidates=("person:ana-gil", "person:j-gil")),
    )
    recognition = Recognition("doc", "model", mentions, entities, complete=False)
    assert unpack_result(pack_result(7, recognition)) == recognition


def test_protocol_carries_highlights() -> None:
    found = [Found(3, 8, "Rusia", Kind.COUNTRY), Found(10, 14, "OTAN", Kind.ORGANIZATION)]
    assert unpack_highlights(pack_highlights(found)) == (
        (3, 8, Kind.COUNTRY),
        (10, 14, Kind.ORGANIZATION),
    )


def test_protocol_carries_a_document() -> None:
    document = Document("id", "Título", "uno\n\ndos 😀", (Block(0, 3), Block(5, 10)), "/a/b.txt")
    sent = document_of(ask(1, document, 0))
    assert (sent.id, sent.text) == (document.id, document.text)
    assert sent.blocks == document.blocks
