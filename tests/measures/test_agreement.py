"""Agreement of readers, against the worked example of Krippendorff (2011)."""

from __future__ import annotations

import pytest

from trueline.measures.agreement import agreement

_ = None
READERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3),
    (_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _),
)


def test_alpha_is_that_of_the_published_example():
    found = agreement(list(zip(*READERS, strict=True)))
    assert found.units == 11
    assert found.alpha.estimate == pytest.approx(0.815, abs=0.0005)
    assert found.alpha.low < 0.815 < found.alpha.high <= 1
    assert found == agreement(list(zip(*READERS, strict=True)))  # the same draws each time


def test_what_only_one_read_tells_nothing():
    assert agreement([(1, None), (None, None)]) is None


def test_where_all_say_one_thing_alpha_is_not_told():
    found = agreement([(2, 2), (2, 2)])
    assert (found.pairs, found.alpha) == (1.0, None)


def test_few_units_have_no_interval():
    found = agreement([(0, 2), (1, 1)])
    assert found.pairs == 0.5
    assert not found.has_interval
