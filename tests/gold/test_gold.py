"""The labelled articles: their format, their files, and the scores that are taken on them."""

from dataclasses import replace

import pytest

from reader.paths import resources
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


FORMER_STATES = {"SU", "YU", "CS", "DD"}  # of ISO 3166-3


@pytest.mark.parametrize("half", HALVES)
def test_gold_countries_have_codes_of_iso_3166(half: str) -> None:
    lines = (resources() / "gazetteer" / "entities.tsv").read_text("utf-8").splitlines()
    known = {line.split("\t")[0] for line in lines} | FORMER_STATES
    for article in gold.load(half):
        named = {c for m in article.mentions for c in m.candidates if c.startswith("country:")}
        unknown = {c.removeprefix("country:") for c in named} - known
        assert not unknown, article.name


FIRST = parsed(
    "[Ana Gil|person:ana-gil], [Gil|person:ana-gil] y [Luis Roa|person:luis-roa] viven en "
    "[Perú|country:PE]. La [peruana|demonym:PE] calla."
)
OPEN = parsed(
    "[Ana Gil|person:ana-gil], [Luis Gil|person:luis-gil]; [Gil|person:?ana-gil,luis-gil] calla, "
    "dijo la jueza [Gil|person:ana-gil]."
)


def reading(article: gold.GoldArticle, *entities: str | None) -> gold.Reading:
    """Return a reading that finds the article's mentions with these entities; None: not at all."""
    pairs = zip(article.mentions, entities, strict=True)
    return gold.Reading(article, tuple(replace(m, entity=e) for m, e in pairs if e is not None))


def test_gold_mention_scores_of_all_right() -> None:
    scores = gold.mention_scores([gold.Reading(FIRST, FIRST.mentions)])
    assert all(score.f1 == 1 for score in scores.values())
    assert {name: score.wanted for name, score in scores.items()} == {
        "all": 5, "names": 4, "spans": 5,
        "person": 3, "country": 1, "place": 0, "organization": 0, "demonym": 1,
    }  # fmt: skip


def test_gold_mention_scores_are_strict_on_boundary_and_kind() -> None:
    ana, gil, luis, peru, _ = FIRST.mentions
    found = (
        ana,
        replace(gil, end=gil.end + 2),  # too long
        replace(luis, kind="place"),  # of another kind
        peru,
        GoldMention(0, 1, "place", "place:a"),  # spurious
    )
    scores = gold.mention_scores([gold.Reading(FIRST, found)])
    assert (scores["all"].precision, scores["all"].recall) == (2 / 5, 2 / 5)
    assert (scores["names"].precision, scores["names"].recall) == (2 / 5, 2 / 4)
    assert (scores["person"].precision, scores["person"].recall) == (1 / 2, 1 / 3)
    assert (scores["place"].precision, scores["place"].recall) == (0, 1)
    assert (scores["country"].f1, scores["demonym"].recall) == (1, 0)
    assert scores["spans"].recall == 3 / 5


def test_gold_mention_scores_add_up_articles() -> None:
    readings = [gold.Reading(FIRST, FIRST.mentions), gold.Reading(OPEN, ())]
    score = gold.mention_scores(readings)["person"]
    assert (score.found, score.wanted, score.recall) == (3, 7, 3 / 7)


def test_gold_score_of_nothing_found_is_nought() -> None:
    score = gold.mention_scores([gold.Reading(FIRST, ())])["all"]
    assert (score.precision, score.recall, score.f1) == (1, 0, 0)


def test_gold_linking_of_all_right_whatever_the_names_of_entities() -> None:
    linking = gold.linking_scores([reading(FIRST, "a", "a", "b", "c", "c")])
    assert (linking.b_cubed.f1, linking.pairs.f1) == (1, 1)
    assert linking.pairs.wanted == 2


def test_gold_linking_that_splits_costs_recall() -> None:
    linking = gold.linking_scores([reading(FIRST, "a", "x", "b", "c", "c")])
    assert linking.b_cubed.precision == 1
    assert linking.b_cubed.recall == pytest.approx((1 / 2 + 1 / 2 + 1 + 1 + 1) / 5)
    assert (linking.pairs.precision, linking.pairs.recall) == (1, 1 / 2)


def test_gold_linking_that_merges_costs_precision() -> None:
    linking = gold.linking_scores([reading(FIRST, "a", "a", "a", "c", "c")])
    assert linking.b_cubed.recall == 1
    assert linking.b_cubed.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert (linking.pairs.precision, linking.pairs.recall) == (2 / 4, 1)


def test_gold_linking_leaves_out_what_was_missed_or_is_spurious() -> None:
    found = reading(FIRST, "a", None, "b", "c", None).found
    spurious = GoldMention(0, 1, "place", "a")
    linking = gold.linking_scores([gold.Reading(FIRST, (*found, spurious))])
    assert (linking.b_cubed.f1, linking.b_cubed.wanted) == (1, 3)
    assert linking.pairs.wanted == 0


def test_gold_linking_can_leave_out_demonyms() -> None:
    linking = gold.linking_scores([reading(FIRST, "a", "a", "b", "c", "x")], demonyms=False)
    assert (linking.b_cubed.f1, linking.b_cubed.wanted, linking.pairs.wanted) == (1, 4, 1)


def test_gold_linking_never_joins_across_articles() -> None:
    one, two = parsed("[Ana|person:ana]"), parsed("[Ana Gil|person:ana]")
    linking = gold.linking_scores([reading(one, "a"), reading(two, "b")])
    assert (linking.b_cubed.f1, linking.pairs.wanted) == (1, 0)


def test_gold_pairs_are_of_differently_written_mentions() -> None:
    article = parsed("[ANA|person:ana] [Ana|person:ana] [Aná|person:ana]")
    assert gold.linking_scores([reading(article, "a", "a", "a")]).pairs.wanted == 2


@pytest.mark.parametrize(
    ("entities", "expected"),
    [
        (("a", "b", "gil", "a"), gold.OpenMentions(left_open=1)),
        (("a", "b", "gil", "gil"), gold.OpenMentions(left_open=1)),  # the jueza was left open too
        (("a", "b", "a", "a"), gold.OpenMentions(guessed=1)),
        (("a", "b", "b", "b"), gold.OpenMentions(guessed=1)),
        (("a", "b", None, "a"), gold.OpenMentions(missed=1)),
    ],
)
def test_gold_open_mentions(entities: tuple[str | None, ...], expected: gold.OpenMentions) -> None:
    assert gold.open_mentions([reading(OPEN, *entities)]) == expected


def test_gold_linking_leaves_out_open_mentions() -> None:
    linking = gold.linking_scores([reading(OPEN, "a", "b", "a", "a")])
    assert (linking.b_cubed.f1, linking.b_cubed.wanted, linking.pairs.f1) == (1, 3, 1)


def test_gold_link_equal_names_joins_by_kind_and_string() -> None:
    article = parsed("[Ana|person:ana] [ANA|person:ana] [Ana|place:ana] [Ana G.|person:ana]")
    found = gold.link_equal_names(article).found
    assert [m.entity for m in found] == ["person:ana", "person:ana", "place:ana", "person:ana g."]
