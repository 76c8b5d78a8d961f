"""A test of the same people: which rung it is about, and what of it may leave."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from trueline.design import Indicator
from trueline.design.paired_test_wording import paired_test_sentences, paired_test_summary
from trueline.design.paired_tests import PairedTest, is_later
from trueline.measures.paired import Paired
from trueline.review.claims.support import Support, support_of_test

KNOWS = Indicator(id="knows", statement="Know the signs", measures="learning")


def paired(*pairs: int, after: date = date(2026, 5, 1), **more: int) -> PairedTest:
    people = Paired(*pairs)
    return PairedTest("Course", date(2026, 2, 1), after, people.n, pairs=people, **more)


@pytest.mark.parametrize(
    ("after", "months", "later"),
    [
        (date(2027, 1, 31), (), False),
        (date(2027, 2, 1), (), True),
        (date(2026, 8, 1), (6, 12), True),
        (date(2026, 7, 31), (6, 12), False),
    ],
)
def test_what_is_still_known_is_asked_after_the_months_of_the_indicator(after, months, later):
    one = paired(20, 20, 20, 20, after=after)
    indicator = KNOWS.model_copy(update={"follow_up_months": months})
    assert is_later(one, [one], indicator) is later


def test_months_count_from_the_test_at_the_end_of_the_work():
    first = paired(20, 20, 20, 20, after=date(2026, 6, 1))
    again = paired(20, 20, 20, 20, after=date(2027, 3, 1))
    assert not is_later(again, [first, again], KNOWS)
    assert is_later(again, [again], KNOWS)


@pytest.mark.parametrize(
    ("pairs", "better", "says"),
    [
        ((20, 25, 5, 20), "up", Support.CHANGED),
        ((20, 25, 5, 20), None, Support.CHANGED),
        ((20, 12, 11, 20), "up", Support.COULD_BE_CHANCE),
        ((20, 12, 12, 20), "up", Support.UNCHANGED),
        ((20, 5, 25, 20), "up", Support.WORSE),
        ((20, 5, 25, 20), "down", Support.CHANGED),
        ((0, 0, 0, 0), "up", Support.LEVEL),
    ],
)
def test_what_a_test_says(pairs, better, says):
    assert support_of_test(paired(*pairs), better) is says


def test_scores_tell_a_change_where_nobody_passes_or_fails():
    scores = (Decimal(100), Decimal(150), Decimal(50), Decimal(300))
    one = PairedTest("Course", date(2026, 2, 1), date(2026, 5, 1), 10, 0, 0, None, *scores)
    assert support_of_test(one, "up") is Support.CHANGED
    assert "The mean score changed by 5 (" in paired_test_summary(one)
    assert "The mean score of 10 people" not in " ".join(paired_test_sentences(one.to_share()))


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ((20, 25, 5, 20), True),
        ((12, 0, 0, 0), True),
        ((5, 45, 0, 20), False),
        ((20, 30, 25, 5), True),
        ((20, 5, 0, 30), True),
        ((60, 5, 2, 3), False),
        ((2, 3, 1, 2), False),
    ],
)
def test_counts_leave_where_none_of_them_is_small(pairs, told):
    text = " ".join(paired_test_sentences(paired(*pairs).to_share()))
    assert ("passed before and" in text) is told
    assert ("held back" in text) is not told
    assert "passed before and" in " ".join(paired_test_sentences(paired(*pairs)))


@pytest.mark.parametrize("one", [paired(0, 2, 1, 0), paired(3, 7, 0, 0), paired(3, 8, 0, 0)])
def test_a_change_leaves_where_more_than_ten_were_tested(one):
    """Among five people, a change of 20 points is one person."""
    text = paired_test_summary(one.to_share())
    assert ("points" in text) is (one.n > 10)
    assert ("how much it changed is held back" in text) is (one.n <= 10)
    assert "points" in paired_test_summary(one)


def test_who_was_tested_once_leaves_as_fewer_than_eleven():
    text = " ".join(
        paired_test_sentences(paired(20, 25, 5, 20, only_before=4, only_after=30).to_share())
    )
    assert "<11 people were tested before and not after" in text
    assert "30 people were tested after and not before" in text
