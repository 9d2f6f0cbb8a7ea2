"""Demonyms: words that name a state by its people or things."""

import re
import time

import pytest

from reader.core.mentions import FoundBy, Kind, LinkedBy
from reader.paths import resources
from reader.recognition.detect import detect
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.linking import link
from reader.recognition.spans import BlockSpans, RawSpan

UNINHABITED = {"AQ", "BV", "CC", "CX", "GS", "HM", "IO", "TF", "UM"}
WITHOUT = {"BQ", "CK", "NF", "PM", "SJ", "SX", "VG", "antillas-neerlandesas", "rau"} | {
    f"republica-popular-de-{name}" for name in ("donetsk", "lugansk")
}
"""Territories and former states for whose people the press has no word of their own."""


def found(
    gazetteer: Gazetteer, text: str, *names: tuple[str, str]
) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the demonyms of an article, a block a line, and those linked with their entities.

    `names` are what a model finds, as name and label, in this order.
    """
    spans: list[tuple[int, RawSpan]] = []
    position = 0
    for name, label in names:
        position = text.index(name, position)
        spans.append((position, RawSpan(position, position + len(name), label)))
        position += len(name)
    blocks: list[BlockSpans] = []
    offset = 0
    for line in text.split("\n"):
        inside = tuple(
            RawSpan(s.start - offset, s.end - offset, s.label)
            for start, s in spans
            if offset <= start < offset + len(line)
        )
        blocks.append(BlockSpans(offset, line, inside))
        offset += len(line) + 1
    mentions = detect(blocks, gazetteer)
    demonyms = [m.surface for m in mentions if m.kind is Kind.DEMONYM]
    linked, _ = link(text, mentions, gazetteer)
    return demonyms, [
        (text[m.start : m.end], m.entity_id) for m in linked if m.kind is Kind.DEMONYM
    ]


def states() -> list[str]:
    lines = (resources() / "gazetteer" / "entities.tsv").read_text("utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line.split("\t")[1] in ("country", "former")]


@pytest.mark.parametrize("code", [c for c in states() if c not in UNINHABITED | WITHOUT])
def test_demonyms_of_every_state(gazetteer: Gazetteer, code: str) -> None:
    forms = [form for form, known in gazetteer.demonyms.items() if code in known.codes]
    assert len(forms) >= 2
    assert any(gazetteer.demonyms[form].masculine for form in forms)


@pytest.mark.parametrize(
    ("forms", "code"),
    [
        ("ruso rusa rusos rusas", "RU"),
        ("alemán alemana alemanes alemanas aleman", "DE"),
        ("japonés japonesa japoneses japonesas japones", "JP"),
        ("letón letona letones letonas", "LV"),
        ("español española españoles españolas", "ES"),
        ("marroquí marroquíes marroquís marroqui marroquies", "MA"),
        ("belga belgas", "BE"),
        ("croata croatas", "HR"),
        ("kosovar kosovares", "XK"),
        ("kirguís kirguisa kirguises kirguisas", "KG"),
        ("mongol mongola mongoles mongolas", "MN"),
        ("saharaui saharauis", "EH"),
        ("estadounidense estadounidenses norteamericano norteamericanas", "US"),
        ("saudí saudíes saudita sauditas", "SA"),
        ("catarí cataríes qatarí qataríes", "QA"),
        ("costarricense costarriqueñas", "CR"),
        ("neerlandés holandesas", "NL"),
        ("keniano keniata keniatas", "KE"),
        ("malgache malgaches", "MG"),
        ("neozelandés neocelandesa", "NZ"),
        ("bangladesí bangladesíes", "BD"),
        ("pakistaní paquistaníes", "PK"),
        ("esuatiní suazis", "SZ"),
        ("puertorriqueño boricua boricuas", "PR"),
        ("groenlandesa", "GL"),
        ("macaense", "MO"),
        ("hongkonesa", "HK"),
        ("taiwaneses", "TW"),
        ("palestinas", "PS"),
        ("centroafricana", "CF"),
        ("ecuatoguineanos", "GQ"),
        ("nigeriano nigerianas", "NG"),
        ("nigerino nigerinas", "NE"),
        ("sursudanesa", "SS"),
        ("timorenses", "TL"),
        ("birmana birmanos", "MM"),
        ("vaticana", "VA"),
        ("burkinesa burkinabés", "BF"),
        ("soviética soviéticos", "urss"),
        ("yugoslava", "yugoslavia"),
        ("checoslovaco", "checoslovaquia"),
        ("checas", "CZ"),
    ],
)
def test_demonyms_are_known_in_all_their_forms(gazetteer: Gazetteer, forms: str, code: str) -> None:
    for form in forms.split():
        _, linked = found(gazetteer, f"llegaron con algo muy {form} por fin")
        assert linked == [(form, f"country:{code}")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La cancillería rusa y los soldados norcoreanos.", "rusa norcoreanos"),
        ("Rusos y ucranianos negocian.", "Rusos ucranianos"),
        ("LOS FRANCESES VOTAN CON PARAGUAS", "FRANCESES"),
        ("EL EJERCITO JAPONES AVANZA", "JAPONES"),
        ("LA ECONOMÍA CHINA CRECE", "CHINA"),
        ("CHINA CRECE", ""),
        ("GANA ARGENTINA", ""),
        ("Siria calla y la oposición siria, no.", "siria"),
        ("Suiza exporta relojes suizos.", "suizos"),
        ("La guerra ruso-ucraniana y la cumbre chino-estadounidense.",
         "ruso ucraniana chino estadounidense"),
        ("El acuerdo hispano-francés, la cumbre luso-española y la franco-belga.", ""),
        ("Los ex-soviéticos, los anti-rusos y los mexicano-americanos.", ""),
        ("Los surcoreanos/norcoreanos", "surcoreanos norcoreanos"),
        ("Tres africanos, un europeo, dos sevillanos, una catalana y un inglés.", ""),
        ("El americano y el norteamericano.", "norteamericano"),
        ("La Cruz Roja Española y la Real Academia Española.", ""),
        ("Jugó con el Chino Ríos y el Ruso Ramírez.", ""),
        ("Atletas alemanes orientales.", "alemanes orientales"),
        ("Una atleta germano-oriental.", "germano-oriental"),
        ("El seleccionador español, Andoni Ruiz, citó a dos españoles.", "español españoles"),
        ("La tenista venció a la rusa por 6-3.", "rusa"),
        ("Los marroquis y los iranies.", "marroquis iranies"),
        ("Los norcoraenos y los venezolnos", "norcoraenos venezolnos"),
        ("Los palentinos y la montaña palentina", ""),
    ],
)  # fmt: skip
def test_demonyms_in_running_text(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    demonyms, _ = found(gazetteer, text)
    if "oriental" in wanted:
        assert demonyms == [wanted]
    else:
        assert demonyms == wanted.split()


@pytest.mark.parametrize(
    "text",
    [
        "Contestó en español y en ruso.",
        "Habla ruso, inglés y alemán.",
        "No sé francés, pero entiendo italiano.",
        "Se hablaba georgiano y se bebía vino.",
        "Estudia chino en casa y enseña japonés.",
        "El libro, traducido del ruso al español y al francés, gustó.",
        "Traducida al alemán, la novela gustó.",
        "Clases de portugués con un profesor de polaco.",
        "Un diccionario de checo.",
        "Los países de habla alemana y la lengua rusa.",
        "El idioma ucraniano; las lenguas rusa y ucraniana.",
        "El español es la segunda lengua del mundo.",
        "El alemán de Goethe y el español de Cervantes.",
        "Su español es fluido.",
        "Lo escribió en un perfecto francés.",
        "Aprendió a leer en catalán, español y latín.",
        "Es intérprete de turco y de persa.",
        "Quiere aprender el ruso.",
    ],
)
def test_demonyms_leave_languages_out(gazetteer: Gazetteer, text: str) -> None:
    assert found(gazetteer, text)[0] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lo dijo el español tras ganar la etapa.", "español"),
        ("Habló el ruso Medvédev.", "ruso"),
        ("Un estudiante ucraniano llamado Bondar.", "ucraniano"),
        ("Su homólogo francés, en suelo alemán.", "francés alemán"),
        ("Un aprendiz italiano y una enseñanza española.", "italiano española"),
        ("La versión del argentino convenció.", "argentino"),
    ],
)
def test_demonyms_are_people_where_no_language_is_meant(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    assert found(gazetteer, text)[0] == wanted.split()


@pytest.mark.parametrize(
    "phrase",
    [
        "ensaladilla rusa", "montañas rusas", "ruleta rusa", "tortilla francesa",
        "tortilla española", "pastores alemanes", "gran danés", "barrio chino", "cuentos chinos",
        "tinta china", "jarrón chino", "cabeza de turco", "baños turcos", "yogur griego",
        "gripe española", "navaja suiza", "hacerse el sueco", "se hizo el sueco",
        "trabajo de chinos", "despedirse a la francesa", "península coreana", "mil bolivianos",
        "500 bolivianos", "macedonia de frutas", "arroz a la cubana", "gol de chilena",
        "bichón maltés",
    ],
)  # fmt: skip
def test_demonyms_leave_set_phrases_out(gazetteer: Gazetteer, phrase: str) -> None:
    assert found(gazetteer, f"Nadie quería {phrase} esa tarde")[0] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("los bolivianos votan", "bolivianos"),
        ("la policía macedonia calla", "macedonia"),
        ("el pastor español y la tortilla de la rusa", "español rusa"),
        ("la montaña suiza", "suiza"),
    ],
)
def test_demonyms_beside_set_phrases_count(gazetteer: Gazetteer, text: str, wanted: str) -> None:
    assert found(gazetteer, text)[0] == wanted.split()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Los indios shuar de la selva.", []),
        ("India vota. El primer ministro indio calla.", [("indio", "country:IN")]),
        ("En Nueva Delhi, los indios votan.", [("indios", "country:IN")]),
        ("Un granadino de Motril.", []),
        ("El granadino volvió a Granada.", []),
        ("El presidente galo llegó tarde.", []),
        ("Francia espera. El presidente galo llegó tarde.", [("galo", "country:FR")]),
        ("El presidente francés, el galo.", [("francés", "country:FR"), ("galo", "country:FR")]),
        ("Francia espera la gala.", []),
        ("El indio Rao y el canadiense Roy.",
         [("indio", "country:IN"), ("canadiense", "country:CA")]),
        ("El Gobierno dominicano.", [("dominicano", "country:DO")]),
    ],
)  # fmt: skip
def test_demonyms_that_mean_something_else_need_their_state(
    gazetteer: Gazetteer, text: str, wanted: list[tuple[str, str]]
) -> None:
    assert found(gazetteer, text)[1] == wanted


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("el líder coreano", "country:KR"),
        ("Pyongyang calla; el líder coreano, no", "country:KP"),
        ("Corea del Norte y Corea del Sur; el líder coreano", "country:?corea"),
        ("el líder norcoreano visitó Seúl; el diario coreano", "country:?corea"),
        ("Kinsasa calla; el ejército congoleño avanza", "country:CD"),
        ("Brazzaville calla; el ejército congoleño avanza", "country:CG"),
        ("Guinea Ecuatorial calla; el pueblo guineano, no", "country:GQ"),
        ("Conakri calla; el pueblo guineano, no", "country:GN"),
    ],
)
def test_demonyms_of_several_states_go_by_the_article(
    gazetteer: Gazetteer, text: str, country: str
) -> None:
    _, linked = found(gazetteer, text)
    assert linked[-1][1] == country


def test_demonyms_are_open_with_the_states_as_candidates(gazetteer: Gazetteer) -> None:
    text = "El Congo (RDC) y el Congo-Brazzaville; el ejército congoleño"
    spans = tuple(
        RawSpan(m.start(), m.end(), "LOC") for m in re.finditer(r"RDC|Congo-Brazzaville", text)
    )
    mentions, entities = link(text, detect([BlockSpans(0, text, spans)], gazetteer), gazetteer)
    last = mentions[-1]
    (entity,) = (e for e in entities if e.id == last.entity_id)
    assert last.linked_by is LinkedBy.OPEN
    assert (entity.name, entity.kind) == ("Congo", Kind.COUNTRY)
    assert entity.candidates == ("country:CD", "country:CG")


def test_demonyms_give_the_entity_of_their_country(gazetteer: Gazetteer) -> None:
    text = "La prensa rusa calla. Rusia, también."
    found_mentions = detect([BlockSpans(0, text, ())], gazetteer)
    mentions, (russia,) = link(text, found_mentions, gazetteer)
    assert [(m.kind, m.entity_id) for m in mentions] == [
        (Kind.DEMONYM, "country:RU"), (Kind.COUNTRY, "country:RU"),
    ]  # fmt: skip
    assert [m.linked_by for m in mentions] == [LinkedBy.DEMONYM, LinkedBy.NAME]
    assert mentions[0].found_by is FoundBy.LIST
    assert (russia.name, russia.kind, russia.country_code) == ("Rusia", Kind.COUNTRY, "RU")
    assert "rusa" not in russia.aliases


def test_demonyms_alone_give_an_entity(gazetteer: Gazetteer) -> None:
    text = "la prensa rusa calla"
    _, entities = link(text, detect([BlockSpans(0, text, ())], gazetteer), gazetteer)
    assert [(e.id, e.name, e.country_code) for e in entities] == [("country:RU", "Rusia", "RU")]


@pytest.mark.parametrize(
    ("text", "name", "label", "wanted"),
    [
        ("la Cruz Roja española cerró", "Cruz Roja española", "ORG", ["española"]),
        ("el Banco Español del Río cerró", "Banco Español del Río", "ORG", []),
        ("Argentino Luna cantó", "Argentino Luna", "PER", []),
        ("Franceses y belgas votan", "Franceses", "ORG", ["Franceses", "belgas"]),
        ("la Policía Judicial portuguesa", "Policía Judicial portuguesa", "ORG", ["portuguesa"]),
        ("la Iglesia ortodoxa rusa", "Iglesia ortodoxa rusa", "ORG", []),
    ],
)
def test_demonyms_and_what_the_model_took_for_a_name(
    gazetteer: Gazetteer, text: str, name: str, label: str, wanted: list[str]
) -> None:
    assert found(gazetteer, text, (name, label))[0] == wanted


def test_demonyms_tell_which_namesake_a_place_is(gazetteer: Gazetteer) -> None:
    text = "la provincia argentina; en Córdoba llueve; los argentinos callan"
    start = text.index("Córdoba")
    block = BlockSpans(0, text, (RawSpan(start, start + 7, "LOC"),))
    _, entities = link(text, detect([block], gazetteer), gazetteer)
    (city,) = (e for e in entities if e.kind is Kind.PLACE)
    assert city.identifiers["country"] == "AR"


def test_demonyms_cost_little(gazetteer: Gazetteer) -> None:
    text = "la cancillería rusa y los soldados norcoreanos calificados por su papel en la guerra. "
    block = BlockSpans(0, text * 200, ())
    times: list[float] = []
    for _ in range(3):
        started = time.process_time()
        demonyms = [m for m in detect([block], gazetteer) if m.kind is Kind.DEMONYM]
        times.append(time.process_time() - started)
        assert len(demonyms) == 400
    assert min(times) / len(block.text.split()) < 1 / 20_000  # seconds a word; a model needs more
