import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.links import LinkTarget, ReaderLink, link_address, parse_link, text_fragment


@given(
    st.sampled_from(LinkTarget),
    st.text(min_size=1).filter(lambda text: text.isprintable()),
)
def test_links_come_back_as_they_were(target: LinkTarget, link_id: str) -> None:
    assert parse_link(link_address(ReaderLink(target, link_id))) == ReaderLink(target, link_id)


def test_links_to_a_passage_keep_its_span() -> None:
    link = ReaderLink(LinkTarget.ARTICLE, "abc", (120, 180))
    assert link_address(link) == "reader://article/abc?start=120&end=180"
    assert parse_link(link_address(link)) == link


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://example.org/article/abc",
        "reader://article/",
        "reader://file/etc",
        "reader://article/abc?start=5",
        "reader://article/abc?start=9&end=4",
        "reader://article/abc?start=x&end=y",
        "reader://[",
    ],
)
def test_links_are_not_made_of_other_addresses(address: str) -> None:
    assert parse_link(address) is None


def test_links_with_a_text_fragment_name_a_short_passage_whole() -> None:
    address = text_fragment("https://example.org/a#top", "el 5-0, «así»\n& punto")
    expected = "https://example.org/a#:~:text=el%205%2D0%2C%20%C2%ABas%C3%AD%C2%BB%20%26%20punto"
    assert address == expected


def test_links_with_a_text_fragment_name_a_long_passage_by_its_ends() -> None:
    passage = " ".join(f"palabra{n}" for n in range(40))
    address = text_fragment("https://example.org/a", passage)
    assert address.endswith("palabra4,palabra35%20palabra36%20palabra37%20palabra38%20palabra39")


def test_links_with_a_text_fragment_leave_other_addresses_alone() -> None:
    assert text_fragment("file:///home/ana/a.html", "algo") == "file:///home/ana/a.html"
    assert text_fragment("https://example.org/a", " ") == "https://example.org/a"
