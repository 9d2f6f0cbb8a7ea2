"""A fixed sample of mutated files: each is read whole or refused in a sentence, and no more."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzzing.campaign import Campaign, Range
from tests.fuzzing.corpus import FORMATS

SEED = 7
COUNTS = {"rtf": 6, "docx": 8, "odt": 8, "epub": 8}
"""How many of a format; of others 20. pandoc takes its time."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="the harness looks into /proc")


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Campaign]:
    with Range(tmp_path_factory.mktemp("fuzzing")) as place:
        campaign = Campaign(place, limit_s=60)
        yield campaign
        campaign.close()


@linux
@pytest.mark.parametrize("kind", FORMATS)
def test_sample_of_mutated_files_does_no_harm(campaign: Campaign, kind: str) -> None:
    tally = campaign.run(kind, seed=SEED, numbers=range(COUNTS.get(kind, 20)))
    assert [(finding.number, finding.flaw) for finding in tally.findings] == []
    assert tally.outcomes["read"] > 0
    assert tally.outcomes["given up"] == 0


@linux
def test_sample_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    from tests.fuzzing.campaign import made

    with Range(tmp_path) as place:
        for kind in FORMATS:
            assert made(kind, 3, 5, place.bait) == made(kind, 3, 5, place.bait)
            assert made(kind, 3, 5, place.bait) != made(kind, 4, 5, place.bait)
