"""Names that the model cuts short or takes together."""

import pytest

from reader.recognition.spans import BlockSpans, RawSpan
from reader.recognition.whole_names import with_whole_names


def whole(text: str, *marked: str) -> list[str]:
    """Return what becomes of the spans of `marked`, each as "LABEL name"."""
    spans = []
    for mark in marked:
        label, _, name = mark.partition(" ")
        spans.append(RawSpan(text.index(name), text.index(name) + len(name), label))
    (block,) = with_whole_names([BlockSpans(0, text, tuple(spans))])
    return [f"{s.label} {text[s.start : s.end]}" for s in block.spans]


@pytest.mark.parametrize(
    ("text", "marked", "wanted"),
    [
        ("la Junta para el Riego y la Pesca en Europa (JRPE) calla",
         ["ORG Junta para el Riego", "LOC Europa"],
         ["ORG Junta para el Riego y la Pesca en Europa"]),
        ("el Centro Andino de Estudios del Suelo (CAES)", ["ORG Centro Andino"],
         ["ORG Centro Andino de Estudios del Suelo"]),
        ("Salud y la Liga Andina del Grano (LAG)", ["ORG Salud", "ORG Liga Andina del Grano"],
         ["ORG Salud", "ORG Liga Andina del Grano"]),
        ("viajó a Soria y Ana Roa (LAG) no", ["LOC Soria", "PER Ana Roa"],
         ["LOC Soria", "PER Ana Roa"]),
        ("Roberto «Tato» Lugones murió", ["PER Roberto", "PER Lugones"],
         ["PER Roberto «Tato» Lugones"]),
        ('Elsa "La Ñata" Prieto canta', ["PER Elsa", "PER Prieto"], ['PER Elsa "La Ñata" Prieto']),
        ("Pepe canta «Luna» Roja", ["PER Pepe"], ["PER Pepe"]),
        ("cayó Ramiro Soto, alias «El Tuerto»", ["PER Ramiro Soto", "LOC El Tuerto"],
         ["PER Ramiro Soto", "PER El Tuerto"]),
        ("Ramiro Soto, apodado el Tuerto", ["PER Ramiro Soto"], ["PER Ramiro Soto", "PER Tuerto"]),
        ("MORELIA, Mich. — Ayer nevó", ["LOC MORELIA"], ["LOC MORELIA", "LOC Mich."]),
        ("Morelia, Mich. Ayer nevó", ["LOC Morelia"], ["LOC Morelia"]),
        ("la pandilla MS-13 huyó", ["ORG MS"], ["ORG MS-13"]),
        ("perdió Lugo-13 votos", ["LOC Lugo"], ["LOC Lugo"]),
        ("Robles y Anaya discuten", ["PER Robles y Anaya"], ["PER Robles", "PER Anaya"]),
        ("la beca Ramón y Cajal", ["PER Ramón y Cajal"], ["PER Ramón y Cajal"]),
        ("Luis Paz y Roa. Habló Paz y Roa", ["PER Luis Paz y Roa"], ["PER Luis Paz y Roa"]),
    ],
)  # fmt: skip
def test_names_are_made_whole(text: str, marked: list[str], wanted: list[str]) -> None:
    assert whole(text, *marked) == wanted
