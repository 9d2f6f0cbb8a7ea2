"""Detection: kinds, and names that the model missed."""

import pytest

from reader.core.mentions import FoundBy, Kind
from reader.recognition.detect import detect
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spans import BlockSpans, Found, RawSpan


def blocks_of(*lines: tuple[str, dict[str, str]]) -> list[BlockSpans]:
    """Return blocks with the model's spans given as name → label."""
    blocks: list[BlockSpans] = []
    offset = 0
    for text, names in lines:
        spans = tuple(
            RawSpan(text.index(name), text.index(name) + len(name), label)
            for name, label in names.items()
        )
        blocks.append(BlockSpans(offset, text, spans))
        offset += len(text) + 1
    return blocks


def named(found: list[Found]) -> list[tuple[str, Kind]]:
    return [(mention.surface, mention.kind) for mention in found]


@pytest.mark.parametrize(
    ("text", "name", "label", "kind"),
    [
        ("viajó a Ucrania ayer", "Ucrania", "LOC", Kind.COUNTRY),
        ("y Ucrania respondió", "Ucrania", "ORG", Kind.COUNTRY),
        ("y Ucrania respondió", "Ucrania", "PER", Kind.COUNTRY),
        ("la región de Kursk ayer", "Kursk", "MISC", Kind.PLACE),
        ("la posición de Moscú ayer", "Moscú", "ORG", Kind.PLACE),
        ("fichó por el Valencia ayer", "Valencia", "ORG", Kind.ORGANIZATION),
        ("en Valencia llueve", "Valencia", "LOC", Kind.PLACE),
        ("el Kremlin respondió", "Kremlin", "ORG", Kind.ORGANIZATION),
        ("según Talleres Beltrán", "Talleres Beltrán", "PER", Kind.ORGANIZATION),
        ("la aerolínea Nordwind Airlines", "Nordwind Airlines", "PER", Kind.ORGANIZATION),
        ("dijo Ana Torres", "Ana Torres", "PER", Kind.PERSON),
        ("dijo Ana Torres", "Ana Torres", "LOC", Kind.PERSON),
        ("visita al Sevilla mañana", "Sevilla", "LOC", Kind.ORGANIZATION),
        ("advirtió a Hezbolá ayer", "Hezbolá", "PER", Kind.ORGANIZATION),
        ("vive en la calle Barahona", "Barahona", "PER", Kind.PLACE),
        ("en el estadio Ramón Zurita", "Ramón Zurita", "PER", Kind.PLACE),
        ("cruzó el río Níger", "Níger", "LOC", Kind.PLACE),
        ("dijo la doctora Palencia ayer", "Palencia", "LOC", Kind.PERSON),
        ("dijo Palencia ayer", "Palencia", "LOC", Kind.PLACE),
        ("según la ministra, Palencia crece", "Palencia", "LOC", Kind.PLACE),
        ("la santa Lucía", "Lucía", "LOC", Kind.PLACE),
        ("fichó por el Zamora ayer", "Zamora", "PER", Kind.ORGANIZATION),
        ("ganó el Cantabria ayer", "Cantabria", "LOC", Kind.ORGANIZATION),
        ("cruzó el Guadiana ayer", "Guadiana", "LOC", Kind.PLACE),
        ("según Junts no", "Junts", "PER", Kind.ORGANIZATION),
        ("en el estado de Georgia", "Georgia", "LOC", Kind.PLACE),
        ("en Georgia y en Alabama", "Georgia", "LOC", Kind.PLACE),
        ("de Alabama. En Georgia nieva", "Georgia", "LOC", Kind.COUNTRY),
        ("en Georgia y en Armenia", "Georgia", "LOC", Kind.COUNTRY),
        ("el Gobierno de Granada dimite", "Granada", "LOC", Kind.COUNTRY),
        ("entre Dominica y Granada", "Granada", "LOC", Kind.COUNTRY),
        ("en Jaén, Granada y Almería", "Granada", "LOC", Kind.PLACE),
    ],
)
def test_detect_tells_kinds(
    gazetteer: Gazetteer, text: str, name: str, label: str, kind: Kind
) -> None:
    assert named(detect(blocks_of((text, {name: label})), gazetteer)) == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("ganó la Copa de Europa en 1998", "Copa de Europa", "MISC"),
        ("el ministro de Asuntos Exteriores dijo", "Asuntos Exteriores", "ORG"),
        ("la ministra italiana de Defensa dijo", "Defensa", "ORG"),
        ("el secretario de Estado de Comercio", "Comercio", "ORG"),
        ("cobró USD 15 000 por cada uno", "USD", "ORG"),
        ("pagó 3.000 millones de EUR por ella", "EUR", "ORG"),
    ],
)
def test_detect_leaves_out_what_is_no_entity(
    gazetteer: Gazetteer, text: str, name: str, label: str
) -> None:
    found = detect(blocks_of((text, {name: label})), gazetteer)
    assert [m for m in found if m.kind is not Kind.DEMONYM] == []


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("en el Museo de Artes Populares de Murcia hay", ["Museo de Artes Populares", "Murcia"],
         ["Museo de Artes Populares de Murcia"]),
        ("el Juzgado de Menores número 2 de Murcia dictó", ["Juzgado de Menores", "Murcia"],
         ["Juzgado de Menores número 2 de Murcia"]),
        ("el Museo Zurita de Murcia", ["Museo Zurita", "Murcia"], ["Museo Zurita", "Murcia"]),
        ("el Museo Naval, de Murcia", ["Museo Naval", "Murcia"], ["Museo Naval", "Murcia"]),
    ],
)  # fmt: skip
def test_detect_counts_the_seat_to_an_institutions_name(
    gazetteer: Gazetteer, text: str, names: list[str], wanted: list[str]
) -> None:
    found = detect(blocks_of((text, dict.fromkeys(names, "LOC"))), gazetteer)
    assert [mention.surface for mention in found] == wanted
    assert found[0].kind is Kind.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("vio «El otoño de Zaragoza» ayer", "Zaragoza", False),
        ("dijo: «El otoño de Zaragoza es frío»", "Zaragoza", True),
        ("vio la “Zaragoza” ayer", "Zaragoza", True),
    ],
)
def test_detect_leaves_out_names_in_the_title_of_a_work(
    gazetteer: Gazetteer, text: str, name: str, found: bool
) -> None:
    mentions = detect(blocks_of((text, {name: "LOC"})), gazetteer)
    assert [m.surface for m in mentions] == [name] * found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("un bar de la calle Mirasierra, cerrado", ["Mirasierra"]),
        ("frente a la playa de las Gaviotas ayer", ["Gaviotas"]),
        ("en la plaza del Mercado Viejo y más", ["Mercado Viejo"]),
        ("en la calle hay gente", []),
        ("salió a la calle. Mirasierra dormía", []),
    ],
)
def test_detect_finds_streets_that_the_model_missed(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    found = detect(blocks_of((text, {})), gazetteer)
    assert named(found) == [(name, Kind.PLACE) for name in names]


def test_detect_leaves_a_street_that_is_called_like_somebody(gazetteer: Gazetteer) -> None:
    blocks = blocks_of(
        ("Habló Eva Barahona ayer.", {"Eva Barahona": "PER"}),
        ("Vive en la calle Barahona.", {"Barahona": "PER"}),
    )
    assert [mention.kind for mention in detect(blocks, gazetteer)] == [Kind.PERSON, Kind.PLACE]


@pytest.mark.parametrize(
    ("text", "name", "label", "kept"),
    [
        ("Llovía sobre el puerto.", "Llovía", "PER", False),
        ("«Dormí mal», dijo.", "Dormí", "LOC", False),
        ("Sabrosa cena en el puerto.", "Sabrosa", "LOC", False),
        ("Corresponsales en Asia.", "Corresponsales", "PER", False),
        ("Barcos llegan y barcos se van.", "Barcos", "ORG", False),
        ("Barcos llegan sin parar.", "Barcos", "ORG", True),
        ("Congreso y congreso no son uno.", "Congreso", "ORG", True),
        ("Zurita llegó sin parar.", "Zurita", "PER", True),
        ("Lucía llegó sin parar.", "Lucía", "PER", True),
        ("Llegó Llovía, un barco.", "Llovía", "PER", True),
        ("Dominica vota hoy.", "Dominica", "LOC", True),
        ("LLOVÍA SOBRE EL PUERTO", "LLOVÍA", "PER", False),
        ("CANJE DE MARINEROS EN EL PUERTO", "MARINEROS", "PER", False),
        ("LLEGA EL BID AL PUERTO", "BID", "PER", True),
        ("HABLA EL SENADO EN EL PUERTO", "SENADO", "ORG", True),
        ("HABLA ZURITA EN EL PUERTO", "ZURITA", "PER", True),
    ],
)
def test_detect_leaves_out_words_whose_capital_is_due(
    gazetteer: Gazetteer, text: str, name: str, label: str, kept: bool
) -> None:
    found = detect(blocks_of((text, {name: label})), gazetteer)
    assert (name in [mention.surface for mention in found]) is kept


def test_detect_keeps_a_word_that_is_somebodys_surname(gazetteer: Gazetteer) -> None:
    blocks = blocks_of(
        ("Habló Eva Barcos ayer.", {"Eva Barcos": "PER"}),
        ("Barcos miró los barcos.", {"Barcos": "PER"}),
    )
    assert [m.surface for m in detect(blocks, gazetteer)] == ["Eva Barcos", "Barcos"]


@pytest.mark.parametrize(
    ("text", "parts", "name"),
    [
        ("la República Islámica de Irán negó", {"República Islámica": "ORG"},
         "República Islámica de Irán"),
        ("en Bosnia y Herzegovina votan", {"Bosnia": "LOC", "Herzegovina": "ORG"},
         "Bosnia y Herzegovina"),
    ],
)  # fmt: skip
def test_detect_prefers_a_longer_name_of_the_lists(
    gazetteer: Gazetteer, text: str, parts: dict[str, str], name: str
) -> None:
    (mention,) = detect(blocks_of((text, parts)), gazetteer)
    assert (mention.surface, mention.kind) == (name, Kind.COUNTRY)
    assert mention.found_by is FoundBy.LIST


def test_detect_keeps_a_body_that_has_a_currencys_letters(gazetteer: Gazetteer) -> None:
    (mention,) = detect(
        blocks_of(("según la CUC, que convocó la marcha", {"CUC": "ORG"})), gazetteer
    )
    assert mention.surface == "CUC"


@pytest.mark.parametrize("text", ["el director de la OTAN", "el consejero delegado de Iberdrola"])
def test_detect_keeps_whom_somebody_works_for(gazetteer: Gazetteer, text: str) -> None:
    name = text.split()[-1]
    found = detect(blocks_of((text, {name: "ORG"})), gazetteer)
    assert named(found) == [(name, Kind.ORGANIZATION)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La guerra en Ucrania sigue.", ["Ucrania"]),
        ("Rusia atacó.", ["Rusia"]),
        ("Según EE. UU., hay acuerdo.", ["EE. UU."]),
        ("Según EE.UU. hay acuerdo.", ["EE.UU."]),
        ("La República Popular Democrática de Corea respondió.",
         ["República Popular Democrática de Corea"]),
        ("Viajó de Nueva York a La Habana.", ["Nueva York", "La Habana"]),
        ("El eje Moscú-Teherán se refuerza.", ["Moscú", "Teherán"]),
        ("Dijo que Occidente no cede.", ["Occidente"]),
        ("Una Reunión acabó sin acuerdo.", []),
        ("La Victoria fue para Colón.", []),
        ('El hundimiento del "Kursk" en 2000.', []),
        ("Escuchó Radio Francia Internacional.", []),
        ("Ganó la Copa de Europa.", []),
        ("La reina Sofía llegó.", []),
        ("el perú y la rusia", []),
    ],
)  # fmt: skip
def test_detect_adds_what_the_lists_are_sure_of(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    found = detect(blocks_of((text, {})), gazetteer)
    assert [mention.surface for mention in found] == names
    assert all(mention.found_by is FoundBy.LIST for mention in found)


def test_detect_finds_a_name_again_elsewhere(gazetteer: Gazetteer) -> None:
    blocks = blocks_of(
        ("Habló con Anatoli Petrenko ayer.", {"Anatoli Petrenko": "PER"}),
        ("Todo depende de Anatoli Petrenko y de nadie más.", {}),
    )
    found = detect(blocks, gazetteer)
    assert [(m.surface, m.found_by) for m in found] == [
        ("Anatoli Petrenko", FoundBy.MODEL),
        ("Anatoli Petrenko", FoundBy.REPETITION),
    ]
    assert found[1].start == 33 + 16


def test_detect_gives_one_name_one_kind(gazetteer: Gazetteer) -> None:
    blocks = blocks_of(
        ("la firma Zentral creció", {"Zentral": "ORG"}),
        ("compró Zentral ayer", {"Zentral": "ORG"}),
        ("según Zentral no", {"Zentral": "PER"}),
    )
    assert {mention.kind for mention in detect(blocks, gazetteer)} == {Kind.ORGANIZATION}


def test_detect_takes_a_surname_for_a_person(gazetteer: Gazetteer) -> None:
    blocks = blocks_of(
        ("vino Ana Bustamante ayer", {"Ana Bustamante": "PER"}),
        ("pero Bustamante calló", {"Bustamante": "LOC"}),
    )
    assert [mention.kind for mention in detect(blocks, gazetteer)] == [Kind.PERSON] * 2


def test_detect_takes_a_state_for_a_state_once_it_was_one(gazetteer: Gazetteer) -> None:
    blocks = blocks_of(
        ("el primer ministro de Santa Lucía dimite", {"Santa Lucía": "LOC"}),
        ("en Santa Lucía llueve", {"Santa Lucía": "LOC"}),
    )
    assert [mention.kind for mention in detect(blocks, gazetteer)] == [Kind.COUNTRY] * 2


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Israel miró el mar.", "LOC", Kind.PERSON),
        ("Israel miró el mar.", "PER", Kind.PERSON),
        ("A Israel le gusta el mar.", "", Kind.PERSON),
        ("En Israel hay un mar.", "PER", Kind.COUNTRY),
        ("El Gobierno de Israel dimite.", "PER", Kind.COUNTRY),
        ("Israel es grande.", "LOC", Kind.COUNTRY),
    ],
)
def test_detect_tells_a_first_name_from_a_country(
    gazetteer: Gazetteer, text: str, label: str, kind: Kind
) -> None:
    full = ("Vino Israel Zurita.", {"Israel Zurita": "PER"})
    found = detect(blocks_of(full, (text, {"Israel": label} if label else {})), gazetteer)
    assert named(found)[1:] == [("Israel", kind)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("en el golfo de Botnia", "golfo de Botnia"),
        ("por el canal de Corinto", "canal de Corinto"),
        ("en el lago Ontario", "Ontario"),
    ],
)
def test_detect_counts_seas_and_canals_to_their_names(
    gazetteer: Gazetteer, text: str, name: str
) -> None:
    found = detect(blocks_of((text, {text.split()[-1]: "LOC"})), gazetteer)
    assert named(found) == [(name, Kind.PLACE)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("O. Z.— Sí.", ["O. Z."]),
        ("O.Z.: Sí.", ["O.Z."]),
        ("R. P.— Sí.", []),
        ("O. Z. Sí.", []),
        ("Dijo O. Z.— Sí.", []),
    ],
)
def test_detect_finds_the_initials_before_a_turn(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    full = ("Vino Olga Zurita.", {"Olga Zurita": "PER"})
    found = detect(blocks_of(full, (text, {})), gazetteer)
    assert named(found)[1:] == [(name, Kind.PERSON) for name in names]


def test_detect_completes_a_persons_name(gazetteer: Gazetteer) -> None:
    blocks = blocks_of(("el líder Kim Jong Un y su hermana", {"Kim Jong": "PER"}))
    assert named(detect(blocks, gazetteer)) == [("Kim Jong Un", Kind.PERSON)]


def test_detect_counts_an_emoji_as_one_code_point(gazetteer: Gazetteer) -> None:
    text = "🇷🇺 Rusia y 😀 Ucrania"
    found = detect(blocks_of((text, {})), gazetteer)
    assert [text[m.start : m.end] for m in found] == ["Rusia", "Ucrania"]


def test_detect_leaves_acronyms_of_things_out(gazetteer: Gazetteer) -> None:
    blocks = blocks_of(
        ("cursa la ESO con el DVD de la UGT", {"ESO": "ORG", "DVD": "ORG", "UGT": "ORG"})
    )
    assert [m.surface for m in detect(blocks, gazetteer)] == ["UGT"]


def test_detect_knows_people_by_their_first_surname(gazetteer: Gazetteer) -> None:
    names = {"Ana Orbe Luján": "PER"}
    blocks = blocks_of(("Habló Ana Orbe Luján", names), ("Calla Orbe hoy", {"Orbe": "ORG"}))
    assert named(detect(blocks, gazetteer))[1] == ("Orbe", Kind.PERSON)


def test_detect_leaves_a_town_of_a_surname_where_it_is(gazetteer: Gazetteer) -> None:
    names = {"Ana Lerma Luján": "PER"}
    blocks = blocks_of(("Habló Ana Lerma Luján", names), ("En Lerma llueve", {"Lerma": "LOC"}))
    assert named(detect(blocks, gazetteer))[1] == ("Lerma", Kind.PLACE)


def test_detect_makes_numbered_courts_one_with_their_seat(gazetteer: Gazetteer) -> None:
    text = "el Juzgado de Menores número 2 de Huelva calla"
    blocks = blocks_of((text, {"Juzgado de Menores número 2": "ORG", "Huelva": "LOC"}))
    assert [m.surface for m in detect(blocks, gazetteer)] == [
        "Juzgado de Menores número 2 de Huelva"
    ]
