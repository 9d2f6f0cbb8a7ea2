from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.ui.panel.entity_facts import EntityFacts, readable_coordinates
from reader.ui.panel.wikidata_edit import WikidataEdit
from reader.ui.translation import load_translator
from tests.ui.panel.panel_samples import HOSTILE, theme

ANA = Entity("person:ana", "Ana Torres", Kind.PERSON)
MADRID = Entity(
    "place:madrid",
    "Madrid",
    Kind.PLACE,
    (),
    {"geonames": "3117735", "coordinates": "40.42,-3.70", "country": "ES"},
)


@pytest.fixture
def facts(qtbot: QtBot) -> EntityFacts:
    QLocale.setDefault(QLocale("en"))
    facts = EntityFacts()
    qtbot.addWidget(facts)
    facts.set_theme(theme())
    facts.show()
    qtbot.waitExposed(facts)
    return facts


@pytest.fixture
def wikidata(facts: EntityFacts) -> WikidataEdit:
    facts.show_entity(ANA)
    return facts.wikidata


def shown(facts: EntityFacts) -> dict[str, str]:
    return {
        fact.label.text(): fact.value.text()
        for fact in facts.facts.values()
        if not fact.value.isHidden()
    }


def test_entity_facts_of_a_place_are_readable(facts: EntityFacts) -> None:
    facts.show_entity(MADRID)
    assert shown(facts) == {
        "Country": "ES · Spain",
        "GeoNames": "3117735",
        "Coordinates": "40.42° N, 3.70° W",
    }


def test_entity_facts_of_a_country_are_code_and_name(facts: EntityFacts) -> None:
    facts.show_entity(Entity("c", "Rusia", Kind.COUNTRY, (), {"iso3166": "RU"}))
    assert shown(facts) == {"ISO code": "RU · Russia"}


def test_entity_facts_of_another_entity_take_their_place(facts: EntityFacts) -> None:
    facts.show_entity(MADRID)
    facts.show_entity(ANA)
    assert shown(facts) == {}
    assert facts.isVisible()  # for the Wikidata id


def test_entity_facts_ask_nothing_about_an_open_name(facts: EntityFacts) -> None:
    facts.show_entity(replace(ANA, candidates=("a", "b")))
    assert facts.isHidden()


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("40.42,-3.70", "40.42° N, 3.70° W", "40.42° N, 3.70° O"),
        ("-33.46, 151.2", "33.46° S, 151.20° E", "33.46° S, 151.20° E"),
        ("0,0", "0.00° N, 0.00° E", "0.00° N, 0.00° E"),
        ("por ahí", "por ahí", "por ahí"),
    ],
)
def test_entity_facts_write_coordinates_as_people_do(
    qapp: QApplication, text: str, english: str, spanish: str
) -> None:
    assert readable_coordinates(text) == english
    translator = load_translator("es")
    qapp.installTranslator(translator)
    try:
        assert readable_coordinates(text) == spanish
    finally:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    ("scheme", "copied"),
    [("country", "ES"), ("geonames", "3117735"), ("coordinates", "40.42,-3.70")],
)
def test_entity_facts_can_be_copied(facts: EntityFacts, scheme: str, copied: str) -> None:
    facts.show_entity(MADRID)
    facts.facts[scheme].copy_button.click()
    assert QApplication.clipboard().text() == copied


def test_entity_facts_open_a_page_on_a_click_alone(facts: EntityFacts) -> None:
    requested = QSignalSpy(facts.page_requested)
    facts.show_entity(MADRID)
    assert requested.count() == 0
    assert facts.facts["country"].open_button.isHidden()
    facts.facts["geonames"].open_button.click()
    assert requested.at(0) == ["https://www.geonames.org/3117735"]


def test_entity_facts_show_hostile_identifiers_literally(facts: EntityFacts) -> None:
    facts.show_entity(replace(MADRID, identifiers={"geonames": HOSTILE, "coordinates": HOSTILE}))
    assert shown(facts) == {"GeoNames": HOSTILE, "Coordinates": HOSTILE}
    assert facts.facts["geonames"].open_button.isHidden()


# Wikidata


def test_wikidata_is_handed_on_within_a_second(wikidata: WikidataEdit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wikidata.wikidata_edited) as edited:
        qtbot.keyClicks(wikidata.field, "q42")
        assert wikidata._timer.isActive()
        assert wikidata._timer.interval() <= 1000
    assert edited.args == [ANA.id, "Q42"]
    assert wikidata.field.text() == "Q42"


def test_wikidata_is_taken_out_of_an_address(wikidata: WikidataEdit, qtbot: QtBot) -> None:
    edited = QSignalSpy(wikidata.wikidata_edited)
    QApplication.clipboard().setText("https://www.wikidata.org/wiki/Q42#sitelinks\n")
    wikidata.field.paste()
    qtbot.keyClick(wikidata.field, Qt.Key.Key_Return)
    assert edited.at(0) == [ANA.id, "Q42"]
    assert wikidata.field.text() == "Q42"


def test_wikidata_that_is_none_is_told_and_not_handed_on(
    wikidata: WikidataEdit, qtbot: QtBot
) -> None:
    edited = QSignalSpy(wikidata.wikidata_edited)
    qtbot.keyClicks(wikidata.field, "Douglas")
    qtbot.waitUntil(lambda: not wikidata.message.isHidden())
    assert wikidata.message.text() == (
        "“Douglas” is no Wikidata id and was not saved: type Q and its number, or paste the "
        "address of its page."
    )
    assert wikidata.field.text() == "Douglas"  # to be put right
    assert not wikidata.open_button.isEnabled()
    wikidata.field.selectAll()
    qtbot.keyClicks(wikidata.field, "Q4")
    assert wikidata.message.isHidden()
    wikidata.flush()
    assert [edited.at(n) for n in range(edited.count())] == [[ANA.id, "Q4"]]


def test_wikidata_can_be_cleared(facts: EntityFacts, qtbot: QtBot) -> None:
    facts.show_entity(replace(ANA, identifiers={"wikidata": "Q42"}))
    edited = QSignalSpy(facts.wikidata_edited)
    facts.wikidata.field.selectAll()
    qtbot.keyClick(facts.wikidata.field, Qt.Key.Key_Delete)
    facts.wikidata.flush()
    assert edited.at(0) == [ANA.id, ""]


def test_wikidata_of_another_entity_is_handed_on_first(facts: EntityFacts, qtbot: QtBot) -> None:
    facts.show_entity(ANA)
    edited = QSignalSpy(facts.wikidata_edited)
    qtbot.keyClicks(facts.wikidata.field, "Q42")
    facts.show_entity(replace(MADRID, identifiers={"wikidata": "Q2807"}))
    assert edited.at(0) == [ANA.id, "Q42"]
    assert (facts.wikidata.field.text(), edited.count()) == ("Q2807", 1)


def test_wikidata_that_is_being_typed_survives_a_refresh(facts: EntityFacts, qtbot: QtBot) -> None:
    facts.show_entity(ANA)
    qtbot.keyClicks(facts.wikidata.field, "Q4")
    facts.show_entity(replace(ANA, identifiers={"wikidata": "Q1"}))
    assert facts.wikidata.field.text() == "Q4"


def test_wikidata_follows_an_undo(facts: EntityFacts, qtbot: QtBot) -> None:
    facts.show_entity(ANA)
    qtbot.keyClicks(facts.wikidata.field, "Q42")
    facts.wikidata.flush()
    edited = QSignalSpy(facts.wikidata_edited)
    for known in ({"wikidata": "Q42"}, {}):
        facts.show_entity(replace(ANA, identifiers=known))
        assert facts.wikidata.field.text() == known.get("wikidata", "")
    assert edited.count() == 0


def test_wikidata_opens_its_page_on_a_click_alone(facts: EntityFacts, qtbot: QtBot) -> None:
    requested = QSignalSpy(facts.page_requested)
    facts.show_entity(replace(ANA, identifiers={"wikidata": "Q42"}))
    assert requested.count() == 0
    facts.wikidata.open_button.click()
    assert requested.at(0) == ["https://www.wikidata.org/wiki/Q42"]


def test_wikidata_shows_a_long_wrong_text_shortened(wikidata: WikidataEdit, qtbot: QtBot) -> None:
    wikidata.field.setText("x" * 300)
    qtbot.keyClicks(wikidata.field, "x")
    wikidata.flush()
    assert len(wikidata.message.text()) < 200
