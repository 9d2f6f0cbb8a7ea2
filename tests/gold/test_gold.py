"""The labelled articles: their format, their files, and the scores that are taken on them."""

import pytest

from tests.gold import gold
from tests.gold.gold import GoldError, GoldMention

HALVES = ("tune", "score")


def parsed(text: str) -> gold.GoldArticle:
    return gold.parse(f"# a test\n\n{text}\n", name="example")


def test_gold_parse_gives_plain_text_and_half_open_spans() -> None:
    article = parsed("El [ruso|demonym:RU] vive en [Rusia|country:RU].\nFin")
    assert article.text == "El ruso vive en Rusia.\nFin"
    assert article.mentions == (
        GoldMention(3, 7, "demonym", "country:RU"),
        GoldMention(16, 21, "country", "country:RU"),
    )


def test_gold_parse_counts_code_points() -> None:
    article = parsed("😀 [Ana Gil|person:ana-gil]")
    assert article.mentions == (GoldMention(2, 9, "person", "person:ana-gil"),)


def test_gold_parse_unescapes_outside_and_inside_of_marks() -> None:
    article = parsed(r"\[sic\] a\\b | [X\|Y|organization:x-y]")
    assert article.text == "[sic] a\\b | X|Y"
    assert [article.text[m.start : m.end] for m in article.mentions] == ["X|Y"]


def test_gold_parse_leaves_the_header_out() -> None:
    source = "# one\n# two\n\nTitle\n\n# body\n"
    assert gold.parse(source).text == "Title\n\n# body"


def test_gold_parse_needs_no_header() -> None:
    assert gold.parse("Title\n\nText\n").text == "Title\n\nText"


def test_gold_open_mention_has_its_candidates() -> None:
    article = parsed(
        "[Ana Gil|person:ana-gil] y [Luis Gil|person:luis-gil]: [Gil|person:?ana-gil,luis-gil]"
    )
    assert [m.is_open for m in article.mentions] == [False, False, True]
    assert article.mentions[0].candidates == ("person:ana-gil",)
    assert article.mentions[2].candidates == ("person:ana-gil", "person:luis-gil")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[Rusia]", "is not"),
        ("[Rusia|RU]", "is not"),
        ("[|country:RU]", "is not"),
        ("[Rusia|land:RU]", "unknown kind"),
        ("[Rusia|country:ru]", "no id"),
        ("[Rusia|country:RUS]", "no id"),
        ("[Ana Gil|person:Ana Gil]", "no id"),
        ("[Ana Gil|person:ana-gil,luis-gil]", "neither one id"),
        ("[Gil|person:?ana-gil]", "neither one id"),
        ("[Gil|person:?ana-gil,ana-gil]", "neither one id"),
        ("[ Rusia|country:RU]", "begins or ends"),
        ("[«Rusia»|country:RU]", "begins or ends"),
        ("[Rusia,|country:RU]", "begins or ends"),
        ("[a [b|country:RU]", "stray"),
        ("a]", "stray"),
        ("a\\", "stray"),
        ("[Gil|person:?ana-gil,luis-gil] [Ana Gil|person:ana-gil]", "only a candidate"),
    ],
)
def test_gold_parse_refuses(text: str, what: str) -> None:
    with pytest.raises(GoldError, match=what):
        parsed(text)


def test_gold_errors_say_the_line() -> None:
    with pytest.raises(GoldError, match=r"^example:5: "):
        parsed("one\ntwo\n[x]")


@pytest.mark.parametrize("half", HALVES)
def test_gold_files_of_each_half_are_well_formed(half: str) -> None:
    for article in gold.load(half):
        assert article.mentions, article.name
        spans = [(m.start, m.end) for m in article.mentions]
        assert spans == sorted(spans)
        assert not article.text.startswith("\n")
