"""The way from a baseline to a target."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trueline.measures.progress import Progress, Standing, change, progress

FIGURES = st.fractions(min_value=-1000, max_value=1000, max_denominator=50)


def gone(figure, target, baseline, better="up") -> Progress:
    def exact(value):
        return None if value is None else Fraction(value)

    return progress(exact(figure), target=exact(target), baseline=exact(baseline), better=better)


@pytest.mark.parametrize(
    ("figure", "target", "baseline", "better", "share"),
    [
        (30, 20, 40, "down", "1/2"),
        (15, 20, 40, "down", "5/4"),
        (50, 20, 40, "down", "-1/2"),
        (60, 80, 40, "up", "1/2"),
        (20, 80, 40, "up", "-1/2"),
        (60, 80, 0, "up", "3/4"),
        (60, 80, None, "up", "3/4"),
        (0, 80, None, "up", "0"),
        (0, 0, 40, "down", "1"),
    ],
)
def test_share_of_the_way(figure, target, baseline, better, share):
    assert gone(figure, target, baseline, better) == Progress(Standing.SHARE, Fraction(share))


@pytest.mark.parametrize(
    ("figure", "target", "baseline", "better", "standing"),
    [
        (40, 40, 40, "up", "maintained"),
        (45, 40, 40, "up", "maintained"),
        (39, 40, 40, "up", "not-maintained"),
        (41, 40, 40, "down", "not-maintained"),
        (0, 0, 0, "up", "maintained"),
        (0, 0, None, "up", "maintained"),
        (None, 20, 40, "down", "no-figure"),
        (30, None, 40, "down", "no-target"),
        (30, 20, None, "down", "no-baseline"),
        (30, 50, 40, "down", "against-direction"),
        (30, 20, 40, "up", "against-direction"),
        (30, 20, 40, "none", "no-direction"),
    ],
)
def test_no_share_where_there_is_no_way(figure, target, baseline, better, standing):
    assert gone(figure, target, baseline, better) == Progress(Standing(standing))


@given(FIGURES, FIGURES)
def test_a_fall_is_a_rise_seen_from_the_other_side(figure, target):
    baseline = Fraction(7)
    assume(target < baseline)
    falling = progress(figure, target=target, baseline=baseline, better="down")
    rising = progress(-figure, target=-target, baseline=-baseline, better="up")
    assert falling == rising


@given(FIGURES, FIGURES)
def test_at_the_target_all_of_the_way_is_gone(target, baseline):
    assume(target != baseline)
    better = "up" if target > baseline else "down"
    at_target = progress(target, target=target, baseline=baseline, better=better)
    at_baseline = progress(baseline, target=target, baseline=baseline, better=better)
    assert (at_target.share, at_baseline.share) == (1, 0)


def test_a_change_needs_both():
    assert change(Fraction(3), Fraction(0)) == 3
    assert change(None, Fraction(0)) is None
    assert change(Fraction(3), None) is None
