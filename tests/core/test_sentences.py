import pytest

from reader.core.sentences import sentence_at, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Llegó ayer. Se fue hoy.", ["Llegó ayer.", "Se fue hoy."]),
        ("¿Vino? ¡No! Nadie sabe… Él calla.", ["¿Vino?", "¡No!", "Nadie sabe…", "Él calla."]),
        ("«Es así.» Lo dijo Kim.", ["«Es así.»", "Lo dijo Kim."]),
        ("El Sr. Pérez y la Dra. Ruiz. Ambos.", ["El Sr. Pérez y la Dra. Ruiz.", "Ambos."]),
        ("Va a EE. UU. con J. Kim. Y ya.", ["Va a EE. UU. con J. Kim.", "Y ya."]),
        ("Son 1.234 en el art. 12 del texto", ["Son 1.234 en el art. 12 del texto"]),
        ("Creció 3.5. Bajó el 12 de mayo.", ["Creció 3.5.", "Bajó el 12 de mayo."]),
        ("dijo. y siguió", ["dijo. y siguió"]),
        ("Uno.\nDos 😀. Élite. Ñandú", ["Uno.", "Dos 😀.", "Élite.", "Ñandú"]),
        ("  ", []),
        ("", []),
    ],
)
def test_sentences_are_parted_by_punctuation(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_sentences_stay_inside_the_span_that_is_asked_for() -> None:
    text = "Uno. Dos. Tres."
    assert sentences(text, 5, 9) == [(5, 9)]


@pytest.mark.parametrize(
    ("offset", "sentence"), [(0, "Uno."), (4, "Uno."), (5, "Dos."), (9, "Dos.")]
)
def test_sentence_at_takes_the_one_before_in_a_gap(offset: int, sentence: str) -> None:
    text = "Uno. Dos."
    start, end = sentence_at(text, offset)
    assert text[start:end] == sentence


def test_sentence_at_of_an_empty_paragraph_is_empty() -> None:
    assert sentence_at("a\n\nb", 2, 2, 2) == (2, 2)
