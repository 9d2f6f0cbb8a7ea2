"""Boundaries: where names begin and end."""

import pytest

from reader.recognition.boundaries import clean, trim
from reader.recognition.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«Lavrov»", "Lavrov"),
        ("“Rusia”,", "Rusia"),
        ("(OTAN)", "OTAN"),
        ("Lavrov.", "Lavrov"),
        ("EE.UU.", "EE.UU."),
        ("EE. UU.", "EE. UU."),
        ("Telefónica S.A.", "Telefónica S.A."),
        ("Universidad (Madrid)", "Universidad (Madrid)"),
        ('Kily "el Loco"', 'Kily "el Loco"'),
        ("Mich.", "Mich."),
        ("Moscú -", "Moscú"),
        ("…", ""),
    ],
)
def test_trim_takes_marks_off_the_edges(text: str, name: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == name


@pytest.mark.parametrize("text", ["D. F.", "L. M.", "EE. UU."])
def test_trim_stays_within_a_text_that_ends_with_initials(text: str) -> None:
    assert trim(text, 0, len(text)) == (0, len(text))
    assert trim(text, 0, len(text) - 1) == (0, len(text))


def test_trim_closes_what_the_name_opens() -> None:
    text = 'dijo Kily "el Loco" González'
    assert trim(text, 5, 18) == (5, 19)


@pytest.mark.parametrize(
    ("text", "span", "label", "names"),
    [
        ("la alianza Moscú-Pyongyang crece", "Moscú-Pyongyang", "ORG", ["Moscú", "Pyongyang"]),
        ("el eje París–Berlín", "París–Berlín", "LOC", ["París", "Berlín"]),
        ("el vuelo Madrid-Lima-Quito", "Madrid-Lima-Quito", "MISC", ["Madrid", "Lima", "Quito"]),
        ("entre Rusia y Ucrania", "Rusia y Ucrania", "LOC", ["Rusia", "Ucrania"]),
        ("ganó Lima-Lima ayer", "Lima-Lima", "ORG", ["Lima-Lima"]),
        ("Domingo Lavrov calla", "Domingo Lavrov", "PER", ["Domingo Lavrov"]),
        ("en Guinea-Bisáu", "Guinea-Bisáu", "LOC", ["Guinea-Bisáu"]),
        ("en Bosnia y Herzegovina", "Bosnia y Herzegovina", "LOC", ["Bosnia y Herzegovina"]),
        ("en Castilla-La Mancha", "Castilla-La Mancha", "LOC", ["Castilla-La Mancha"]),
        ("dijo García-Margallo ayer", "García-Margallo", "PER", ["García-Margallo"]),
        ("motores Rolls-Royce", "Rolls-Royce", "ORG", ["Rolls-Royce"]),
        ("en Corea-Norte", "Corea-Norte", "LOC", ["Corea-Norte"]),
        ("el Presidente Vladimir Putin", "Presidente Vladimir Putin", "PER", ["Vladimir Putin"]),
        ("el presidente Putin", "presidente Putin", "PER", ["Putin"]),
        ("el Fiscal General del Estado", "Fiscal General del Estado", "PER",
         ["Fiscal General del Estado"]),
        ("en La Habana", "La Habana", "LOC", ["La Habana"]),
        ("Buenos Aires creció", "Buenos Aires", "LOC", ["Buenos Aires"]),
        ("Según Rusia", "Según Rusia", "LOC", ["Rusia"]),
        ("Cantaron Zurita y su coro", "Cantaron Zurita", "PER", ["Zurita"]),
        ("María Zurita calló", "María Zurita", "PER", ["María Zurita"]),
        ("En Tarragona dormimos", "Tarragona", "LOC", ["Tarragona"]),
        ("En Tarragona dormía yo", "Tarragona dormía", "LOC", ["Tarragona"]),
        ("el mar Rojo crece", "mar Rojo", "LOC", ["mar Rojo"]),
        ("PANAMÁ TIEMBLA HOY", "PANAMÁ TIEMBLA", "LOC", ["PANAMÁ"]),
        ("EVA ZURITA TIEMBLA HOY", "EVA ZURITA TIEMBLA", "PER", ["EVA ZURITA"]),
        ("NUEVA YORK TIEMBLA", "NUEVA YORK", "LOC", ["NUEVA YORK"]),
        ("PANAMÁ VIEJO tiembla", "PANAMÁ VIEJO", "LOC", ["PANAMÁ VIEJO"]),
        ("Doña Inés llegó", "Doña Inés", "PER", ["Inés"]),
        ("el Don apacible", "Don", "LOC", ["Don"]),
        ("la Reserva Federal de Estados Unidos", "Reserva Federal de Estados Unidos", "ORG",
         ["Reserva Federal", "Estados Unidos"]),
        ("según Repsol de Perú", "Repsol de Perú", "ORG", ["Repsol de Perú"]),
        ("el Banco Central de Chile", "Banco Central de Chile", "ORG", ["Banco Central de Chile"]),
        ("Z. Q.— No lo sé", "Z. Q", "PER", ["Z. Q."]),
        ("Dijo Zurita. Calló.", "Zurita", "PER", ["Zurita"]),
        ("Según dijo", "Según", "ORG", []),
        ("Asimismo, dijo", "Asimismo", "PER", []),
        ("Próximamente habrá", "Próximamente", "LOC", []),
        ("dijo Mas en el Parlament", "Mas", "PER", ["Mas"]),
        ("los parlamentarios de EH", "EH", "ORG", ["EH"]),
        ("el grupo BNP-Paribas dijo", "BNP-Paribas", "ORG", ["BNP-Paribas"]),
        ("la otan dijo", "otan", "ORG", []),
        ("El Consejo de la UE", "Consejo de la", "ORG", ["Consejo"]),
    ],
)  # fmt: skip
def test_clean_finds_the_names(
    gazetteer: Gazetteer, text: str, span: str, label: str, names: list[str]
) -> None:
    start = text.index(span)
    found = clean(text, start, start + len(span), label, gazetteer, lambda name: False)
    assert [text[a:b] for a, b in found] == names


def test_clean_splits_pairs_of_names_from_the_article(gazetteer: Gazetteer) -> None:
    text = "la reunión Lavrov-Blinken"
    known = {"Lavrov", "Blinken"}
    found = clean(text, 11, len(text), "PER", gazetteer, known.__contains__)
    assert [text[a:b] for a, b in found] == ["Lavrov", "Blinken"]
