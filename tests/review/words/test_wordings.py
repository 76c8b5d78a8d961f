"""Many wordings of each fault in words, in three languages: nearly all are noticed, and no decoy."""

from collections import defaultdict
from operator import attrgetter

import pytest

from tests.review.words.saying import DECOYS, LANGUAGES, Wording, wordings
from tests.sampling import sample

FAULTS: dict[str, list[Wording]] = defaultdict(list)
LOOK_ALIKE: list[Wording] = []
for each in wordings():
    (LOOK_ALIKE if each.language == DECOYS else FAULTS[each.sort]).append(each)
LEAST = 0.7
LEAST_IN_ALL = 0.95


@pytest.mark.walk
@pytest.mark.parametrize("sort", FAULTS)
def test_nearly_all_wordings_of_a_fault_are_noticed(sort: str) -> None:
    missed = [each.text for each in FAULTS[sort] if not each.is_noticed()]
    assert len(missed) <= (1 - LEAST) * len(FAULTS[sort]), missed


@pytest.mark.parametrize("sort", FAULTS)
def test_every_fault_is_worded_in_three_languages(sort: str) -> None:
    assert {each.language for each in FAULTS[sort]} == {*LANGUAGES}


def test_nothing_is_said_of_decoys() -> None:
    assert [each.text for each in LOOK_ALIKE if each.is_noticed()] == []


def test_nearly_all_are_noticed_in_all() -> None:
    every = [each for sort in FAULTS.values() for each in sort]
    noticed = [each.is_noticed() for each in sample(every, name=attrgetter("text"))]
    assert sum(noticed) >= LEAST_IN_ALL * len(noticed)
