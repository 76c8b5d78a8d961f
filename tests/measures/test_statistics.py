"""Statistics, compared with published figures and with statsmodels."""

import random
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueline.measures.displacement import Area, Spread, displacement
from trueline.measures.intervals import Interval, difference, mean_change, mean_difference, wilson
from trueline.measures.paired import Paired, Retention, mcnemar, paired_difference
from trueline.measures.samples import (
    Plan,
    for_one_proportion,
    for_two_means,
    for_two_proportions,
    smallest_change,
)


def printed(interval: Interval, digits: int = 4) -> tuple[float, float]:
    return round(interval.low, digits), round(interval.high, digits)


@pytest.mark.parametrize(
    ("numerator", "denominator", "bounds"),
    [
        (81, 263, (0.2553, 0.3662)),
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0.0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
    ],
)
def test_wilson_as_newcombe_printed_it(numerator, denominator, bounds):
    """Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3."""
    assert printed(wilson(numerator, denominator)) == bounds


@pytest.mark.parametrize(
    ("after", "before", "bounds"),
    [
        ((56, 70), (48, 80), (0.0524, 0.3339)),
        ((9, 10), (3, 10), (0.1705, 0.8090)),
        ((6, 7), (2, 7), (0.0582, 0.8062)),
        ((5, 56), (0, 29), (-0.0381, 0.1926)),
        ((10, 10), (0, 20), (0.6791, 1.0)),
        ((10, 10), (0, 10), (0.6075, 1.0)),
    ],
)
def test_difference_as_newcombe_printed_it(after, before, bounds):
    """Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10."""
    assert printed(difference(before, after)) == bounds


def test_paired_as_fagerland_lydersen_and_laake_printed_it():
    """Their example of 21 children, Statistics in Medicine 33, 2850-2875 (2014)."""
    children = Paired(both=1, gained=1, lost=7, neither=12)
    assert round(mcnemar(children), 3) == 0.070
    interval = paired_difference(children)
    assert (round(interval.estimate, 3), *printed(interval, 3)) == (-0.286, -0.508, -0.013)


def test_mean_change_as_student_had_it():
    """Hours of sleep gained by ten patients: Student (1908); printed so by R's t.test(sleep)."""
    gained = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]
    mean = sum(gained) / 10
    deviation = (sum((hours - mean) ** 2 for hours in gained) / 9) ** 0.5
    assert printed(mean_change(mean, deviation, 10), 7) == (0.7001142, 2.4598858)


def test_mean_difference_as_welch():
    """The same patients taken as two samples; printed so by R's t.test(extra ~ group, sleep)."""
    interval = mean_difference((0.75, 1.789010, 10), (2.33, 2.002249, 10))
    assert printed(interval, 5) == (-0.20548, 3.36548)


@pytest.mark.parametrize(
    ("size", "published"),
    [
        (for_two_proportions(0.5, 0.75, power=0.9), 77),  # R, help(power.prop.test): n = 76.7
        (for_two_means(1, 1, power=0.9), 23),  # R, help(power.t.test): n = 22.02
        (for_one_proportion(0.5, 0.05), 385),  # Cochran (1977): 384.16
        # Krejcie and Morgan (1970), Educational and Psychological Measurement 30, table 1.
        (for_one_proportion(0.5, 0.05, plan=Plan(population=1000)), 278),
        (for_one_proportion(0.5, 0.05, plan=Plan(population=10)), 10),
    ],
)
def test_sample_sizes_as_published(size, published):
    assert size == published


def test_a_design_effect_and_losses_are_added():
    assert for_one_proportion(0.5, 0.05, plan=Plan(design_effect=2)) == 769
    assert for_one_proportion(0.5, 0.05, plan=Plan(design_effect=2, attrition=0.2)) == 961


def pairs_of(rng: random.Random, cases: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    sizes = [(rng.randint(1, 400), rng.randint(1, 400)) for _ in range(cases)]
    return [((rng.randint(0, n), n), (rng.randint(0, m), m)) for n, m in sizes]


@pytest.mark.slow
class TestAgainstStatsmodels:
    """Ten thousand cases at random, always the same ones."""

    def test_wilson(self):
        from statsmodels.stats.proportion import proportion_confint

        for (k, n), _ in pairs_of(random.Random(1), 4_000):
            low, high = proportion_confint(k, n, method="wilson")
            ours = wilson(k, n)
            assert isclose(ours.low, low, abs_tol=1e-9)
            assert isclose(ours.high, high, abs_tol=1e-9)

    def test_difference(self):
        from statsmodels.stats.proportion import confint_proportions_2indep

        for before, after in pairs_of(random.Random(2), 2_500):
            low, high = confint_proportions_2indep(*after, *before, method="newcomb")
            ours = difference(before, after)
            assert isclose(ours.low, low, abs_tol=1e-9)
            assert isclose(ours.high, high, abs_tol=1e-9)

    def test_mcnemar(self):
        from statsmodels.stats.contingency_tables import mcnemar as theirs

        rng = random.Random(3)
        for _ in range(2_500):
            gained, lost = rng.randint(0, 60), rng.randint(1, 60)
            exact = theirs([[0, lost], [gained, 0]], exact=True).pvalue
            assert isclose(mcnemar(Paired(0, gained, lost, 0)), exact, rel_tol=1e-9)

    def test_sample_sizes_of_shares(self):
        from statsmodels.stats.proportion import power_proportions_2indep

        rng = random.Random(4)
        for _ in range(960):
            before, change = rng.uniform(0.05, 0.85), rng.uniform(0.03, 0.1)
            size = for_two_proportions(before, before + change)
            assert power_proportions_2indep(change, before, size).power > 0.8 - 1e-6
            assert power_proportions_2indep(change, before, size - 1).power < 0.8 + 1e-6

    def test_sample_sizes_of_means(self):
        from statsmodels.stats.power import TTestIndPower

        rng = random.Random(5)
        for _ in range(40):
            effect = rng.uniform(0.2, 1.5)
            theirs = TTestIndPower().solve_power(effect, alpha=0.05, power=0.8)
            assert 0 <= for_two_means(effect, 1.0) - theirs < 1 + 1e-3


@given(st.floats(0.05, 0.9), st.integers(5, 5_000))
def test_the_smallest_change_is_what_so_many_people_notice(before, people):
    change = smallest_change(before, people)
    if change is None:
        assert for_two_proportions(before, 1.0) > people
    else:
        assert for_two_proportions(before, before + change) in (people, people + 1)


def test_asking_everybody_notices_any_change():
    assert smallest_change(0.3, 200, plan=Plan(population=200)) == 0.0


@pytest.mark.parametrize("numbers", [(5, 4), (-1, 4), (0, 0)])
def test_what_is_no_proportion_is_refused(numbers):
    with pytest.raises(ValueError, match="no proportion"):
        wilson(*numbers)


class TestPaired:
    def test_pairs_of_several_courses_add_up(self):
        assert Paired(1, 2, 3, 4) + Paired(10, 20, 30, 40) == Paired(11, 22, 33, 44)

    def test_where_nobody_changed_nothing_is_shown(self):
        assert mcnemar(Paired(5, 0, 0, 5)) == 1.0
        assert not paired_difference(Paired(5, 0, 0, 5)).is_clear_of_zero

    def test_nobody_has_no_difference(self):
        with pytest.raises(ValueError, match="Nobody"):
            paired_difference(Paired(0, 0, 0, 0))


class TestRetention:
    def test_bounds_hold_whatever_the_lost_would_have_said(self):
        retention = Retention(trained=100, followed_up=60, retained=45)
        assert (retention.lost, retention.lost_share) == (40, 0.4)
        assert retention.bounds == (0.45, 0.85)

    def test_nobody_lost_leaves_no_doubt(self):
        assert Retention(50, 50, 20).bounds == (0.4, 0.4)

    def test_nobody_trained_has_no_share(self):
        assert (Retention(0, 0, 0).lost_share, Retention(0, 0, 0).bounds) == (None, None)

    def test_more_found_than_trained_is_refused(self):
        with pytest.raises(ValueError, match="trained"):
            Retention(10, 11, 5)


class TestDisplacement:
    def test_cases_that_moved_next_door(self):
        found = displacement(Area(400, 200), Area(300, 300), Area(100, 250), Area(90, 90))
        assert found.target.estimate == -200
        assert found.quotient == -0.75
        assert found.spread is Spread.PARTLY_DISPLACED

    def test_all_of_them_moved(self):
        found = displacement(Area(400, 200), Area(300, 300), Area(100, 320), Area(90, 90))
        assert found.spread is Spread.DISPLACED

    def test_a_benefit_that_was_shared(self):
        found = displacement(Area(400, 200), Area(300, 300), Area(200, 150), Area(90, 90))
        assert (found.quotient, found.spread) == (0.25, Spread.BENEFIT)

    def test_controls_that_fell_as_well_leave_nothing_to_have_moved(self):
        found = displacement(Area(400, 200), Area(400, 210), Area(100, 150), Area(90, 90))
        assert (found.quotient, found.spread) == (None, Spread.NOT_SHOWN)

    def test_a_rise_has_no_quotient(self):
        found = displacement(Area(100, 400), Area(100, 100), Area(50, 50), Area(50, 50))
        assert (found.quotient, found.spread) == (None, Spread.NO_FALL)

    def test_the_error_is_that_of_eight_counts(self):
        found = displacement(Area(30, 20), Area(25, 25), Area(10, 14), Area(9, 11))
        error = (30 + 20 + 25 + 25 + 10 + 14 + 9 + 11) ** 0.5
        assert found.overall.estimate == (-10) - 0 + 4 - 2
        assert isclose(found.overall.high - found.overall.estimate, 1.959964 * error, rel_tol=1e-6)

    def test_the_interval_covers_in_nineteen_of_twenty_draws(self):
        import numpy

        rng = numpy.random.default_rng(7)
        draws = rng.poisson([80, 80, 60, 60, 40, 40, 50, 50], size=(2_000, 8)).tolist()
        covered = 0
        for t0, t1, c0, c1, b0, b1, d0, d1 in draws:
            found = displacement(Area(t0, t1), Area(c0, c1), Area(b0, b1), Area(d0, d1))
            covered += found.overall.low <= 0 <= found.overall.high
        assert 0.935 < covered / 2_000 < 0.965
