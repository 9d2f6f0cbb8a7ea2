"""Mentions, and those that the user vouches for."""

import pickle
from dataclasses import FrozenInstanceError

import pytest

from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention, user_mention


def test_user_mention_is_a_mention_as_any_other() -> None:
    quick = user_mention(3, 8, Kind.PLACE, "place:x")
    slow = Mention(3, 8, Kind.PLACE, "place:x", FoundBy.USER, LinkedBy.USER)
    assert quick == slow
    assert hash(quick) == hash(slow)
    assert repr(quick) == repr(slow)
    assert pickle.loads(pickle.dumps(quick)) == slow


def test_user_mention_is_frozen() -> None:
    mention = user_mention(3, 8, Kind.PLACE, "place:x")
    with pytest.raises(FrozenInstanceError):
        mention.start = 4  # type: ignore[misc]
