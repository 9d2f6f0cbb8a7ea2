from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from reader.core.mentions import FoundBy, Kind, LinkedBy
from reader.ui.countries import country_name
from reader.ui.reasons import Reason, reasons
from reader.ui.translation import load_translator
from tests.ui.link_samples import ANA, CHILE, CSAV, DOCUMENT, SANTIAGO, TORRES, recognition


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    translator = load_translator("es")
    QLocale.setDefault(QLocale("es"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(QLocale.c())


def said(entity: object) -> list[str]:
    """Return what is said of each of an entity's mentions in the sample article."""
    found = recognition()
    (known,) = (each for each in found.entities if each is entity)
    mentions = [mention for mention in found.mentions if mention.entity_id == known.id]
    return [reason.text() for reason in reasons(DOCUMENT, found, known, mentions)]


def test_reasons_are_told_in_spanish(spanish: None) -> None:
    assert said(TORRES) == [
        "Apellido de Ana Torres, completo en el artículo · por el modelo",
        "Nombre · por el modelo",
        "Nombre de pila de Ana Torres, completo en el artículo · repetido en el artículo",
    ]
    assert said(SANTIAGO) == ["Por el contexto: el artículo habla de Chile · de la lista"]
    assert said(CHILE)[1] == "Gentilicio de Chile · de la lista"
    assert said(CSAV)[1] == "Siglas de Compañía Sudamericana de Vapores · por el modelo"
    assert said(ANA)[1] == "Por el cargo o el tratamiento que lo acompaña · por el modelo"


def test_reasons_are_told_in_english(english: None) -> None:
    assert said(TORRES)[0] == ("Surname of Ana Torres, in full in the article · by the model")


def reason(
    linked_by: LinkedBy,
    surface: str,
    name: str,
    kind: Kind = Kind.PERSON,
    found_by: FoundBy = FoundBy.LIST,
    country: str = "",
) -> str:
    return Reason(found_by, linked_by, kind, surface, name, country=country).text().split(" · ")[0]


@pytest.mark.parametrize(
    ("linked_by", "surface", "name", "kind", "phrase"),
    [
        (LinkedBy.NAME, "MÉXICO", "Mexico", Kind.COUNTRY, "Name"),
        (LinkedBy.NAME, "Lavrov", "Serguéi Lavrov", Kind.PERSON, "Surname of Serguéi Lavrov"),
        (LinkedBy.PART, "López", "Andrés López Obrador", Kind.PERSON, "Part of the name of Andrés"),
        (LinkedBy.PART, "Andrés", "Andrés López", Kind.PERSON, "First name of Andrés López"),
        (LinkedBy.ALIAS, "Holanda", "Países Bajos", Kind.COUNTRY, "Another name of Países Bajos"),
        (LinkedBy.NAME, "Moscú", "Rusia", Kind.COUNTRY, "Another name of Rusia"),
        (LinkedBy.ACRONYM, "OTAN", "Organización del X", Kind.ORGANIZATION, "Acronym of"),
        (LinkedBy.ACRONYM, "Organización del X", "OTAN", Kind.ORGANIZATION, "What OTAN stands for"),
        (LinkedBy.ACRONYM, "AMLO", "Andrés Manuel López", Kind.PERSON, "Initials of Andrés"),
        (LinkedBy.SHORT_FORM, "el Banco", "Banco de Chile", Kind.ORGANIZATION, "Short for Banco"),
        (LinkedBy.CONTEXT, "Santiago", "Santiago", Kind.PLACE, "By the context"),
        (LinkedBy.OPEN, "Crawford", "Crawford", Kind.PERSON, "Open: nothing says which one"),
        (LinkedBy.USER, "Crawford", "Ana Crawford", Kind.PERSON, "Your choice"),
        (LinkedBy.PART, "{0}", "{0} {1}", Kind.PERSON, "First name of {0} {1}"),
    ],
)
def test_reasons_say_what_is_true(
    qapp: QApplication, linked_by: LinkedBy, surface: str, name: str, kind: Kind, phrase: str
) -> None:
    assert reason(linked_by, surface, name, kind).startswith(phrase)


def test_reasons_have_a_phrase_for_everything(qapp: QApplication) -> None:
    texts = {
        Reason(found, linked, Kind.PLACE, "x", "y").text()
        for found in FoundBy
        for linked in LinkedBy
    }
    phrases = {part for text in texts for part in text.split(" · ")}
    assert len(phrases) >= len(FoundBy) + len(LinkedBy) - 2  # name, alias and part of a place
    assert all(phrase.strip() for phrase in phrases)


def test_reasons_name_no_country_that_the_article_does_not_speak_of(english: None) -> None:
    found = recognition()
    (mention,) = (m for m in found.mentions if m.entity_id == SANTIAGO.id)
    alone = type(found)(found.document_id, "m", (mention,), (SANTIAGO,))
    (told,) = reasons(DOCUMENT, alone, SANTIAGO, [mention])
    assert told.text() == "By the context · from the list"


@pytest.mark.parametrize(("code", "name"), [("KP", "Corea del Norte"), ("ES", "España")])
def test_country_names_are_spanish(spanish: None, code: str, name: str) -> None:
    assert country_name(code) == name


@pytest.mark.parametrize(("code", "name"), [("KP", "North Korea"), ("ES", "Spain"), ("??", "??")])
def test_country_names_are_english(english: None, code: str, name: str) -> None:
    assert country_name(code) == name


def test_country_names_that_are_unknown_are_codes(spanish: None) -> None:
    assert country_name("QQ") == "QQ"
