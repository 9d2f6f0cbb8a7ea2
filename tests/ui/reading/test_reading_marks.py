from reader.core.mentions import Kind, Mention
from reader.ui.reading.marks import Marks
from tests.ui.reading.reading_samples import annotation, document

TEXT = document("Uno dos tres cuatro cinco", "seis siete ocho")


def test_reading_marks_list_annotations_at_a_point_innermost_first() -> None:
    marks = Marks()
    marks.set_annotations(
        [
            annotation(TEXT, "Uno", "siete", "whole"),
            annotation(TEXT, "tres", "cuatro", "inner"),
            annotation(TEXT, "dos", "tres", "left"),
            annotation(TEXT, "ocho", "ocho", "away"),
        ]
    )
    at = TEXT.text.index("tres") + 1
    assert [a.id for a in marks.annotations_at(at)] == ["left", "inner", "whole"]
    assert [a.id for a in marks.annotations_at(TEXT.text.index("ocho"))] == ["away"]
    assert marks.annotations_at(TEXT.text.index(" ocho")) == []


def test_reading_marks_find_a_mention_by_each_of_its_characters() -> None:
    marks = Marks()
    spans = [(0, 3), (4, 7), (30, 35)]
    marks.set_mentions([Mention(start, end, Kind.PLACE, "x") for start, end in spans])
    found = [marks.mention_at(offset) for offset in range(40)]
    assert [offset for offset, m in enumerate(found) if m] == [0, 1, 2, 4, 5, 6, *range(30, 35)]


def test_reading_marks_hide_kinds() -> None:
    marks = Marks()
    marks.set_mentions([Mention(0, 3, Kind.PLACE, "x"), Mention(4, 7, Kind.PERSON, "y")])
    marks.add_found([(8, 9, Kind.PLACE)])
    marks.set_hidden_kinds([Kind.PLACE])
    assert [m.start for m in marks.mentions_in(0, 40)] == [4]
    assert list(marks.found_in(0, 40)) == []


def test_reading_marks_hide_demonyms_and_leave_their_country() -> None:
    marks = Marks()
    marks.set_mentions([Mention(0, 5, Kind.COUNTRY, "ru"), Mention(6, 10, Kind.DEMONYM, "ru")])
    marks.add_found([(12, 14, Kind.DEMONYM), (16, 18, Kind.COUNTRY)])
    marks.set_hidden_kinds([Kind.DEMONYM])
    assert [m.start for m in marks.mentions_in(0, 40)] == [0]
    assert [f.start for f in marks.found_in(0, 40)] == [16]
    assert marks.mention_at(7) is None


def test_reading_marks_show_finds_until_a_mention_takes_their_place() -> None:
    marks = Marks()
    marks.set_mentions([Mention(0, 3, Kind.PLACE, "x")])
    marks.add_found([(1, 3, Kind.PLACE), (4095, 4100, Kind.PERSON)])
    assert [f.start for f in marks.found_in(0, 5000)] == [4095]
    assert [f.start for f in marks.found_in(4097, 4098)] == [4095]
    marks.set_mentions([])
    assert list(marks.found_in(0, 5000)) == []


def test_reading_marks_are_cleared_but_for_hidden_kinds() -> None:
    marks = Marks()
    marks.set_hidden_kinds([Kind.PERSON])
    marks.set_mentions([Mention(0, 3, Kind.PLACE, "x")])
    marks.set_annotations([annotation(TEXT, "Uno", "dos", "a")])
    marks.entity_id = "x"
    marks.clear()
    assert not list(marks.mentions_in(0, 40))
    assert not marks.annotations_in(0, 40)
    assert marks.entity_id is None
    assert marks.hidden_kinds == {Kind.PERSON}
