"""Figures over periods, places and groups of people."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueline.measures.aggregates import (
    ALL,
    Aggregate,
    Coverage,
    Method,
    Methods,
    Record,
    aggregate,
    aggregates,
    aggregates_of_groups,
    cell,
)
from trueline.measures.readings import (
    CannotCombine,
    Count,
    Flag,
    Mean,
    Ratio,
    Reading,
    Scale,
    Share,
    State,
    Words,
    combined,
)

Q1, Q2, Q3 = "2025-Q1", "2025-Q2", "2025-Q3"
NORTH, SOUTH = "North", "South"
WOMEN, MEN = cell({"sex": "women"}), cell({"sex": "men"})
LAST = Methods(over_periods=Method.LAST)
HIGHEST = Methods(over_periods=Method.HIGHEST)
MEAN = Methods(over_periods=Method.MEAN)


def count(value: int | str) -> Count:
    return Count(Decimal(value))


def share(numerator: int, denominator: int) -> Share:
    return Share(Decimal(numerator), Decimal(denominator))


def over(*readings: Reading | State | None, methods: Methods = Methods()) -> Aggregate:  # noqa: B008
    """The aggregate of one place's readings, one for each period; None where nothing came."""
    periods = [f"period {position}" for position in range(len(readings))]
    records = [
        Record(period, NORTH, state=each)
        if isinstance(each, State)
        else Record(period, NORTH, each)
        for period, each in zip(periods, readings, strict=True)
        if each is not None
    ]
    return aggregate(records, periods=periods, places=[NORTH], methods=methods)


class TestShares:
    def test_are_summed_by_what_was_counted(self):
        whole = over(share(15, 50), share(15, 50))
        assert whole.reading == share(30, 100)
        assert whole.reading.figure == Fraction(30, 100)

    def test_are_weighed_by_their_denominators(self):
        assert over(share(1, 2), share(0, 98)).reading.figure == Fraction(1, 100)
        assert over(share(1, 2), share(0, 98), methods=MEAN).reading.figure == Fraction(1, 100)

    def test_of_several_places_out_of_one_whole(self):
        records = [
            Record(Q1, "a", share(50, 60)),
            Record(Q1, "b", share(40, 50)),
            Record(Q1, "c", share(90, 90)),
        ]
        whole = aggregate(records, periods=[Q1], places=["a", "b", "c"], methods=Methods())
        assert whole.reading.figure == Fraction(90, 100)
        assert whole.flags == ()

    def test_above_all_are_flagged_and_kept(self):
        whole = over(share(115, 100))
        assert whole.reading.figure == Fraction(115, 100)
        assert whole.flags == (Flag.ABOVE_ALL,)

    def test_with_nobody_counted_are_no_share_of_nothing(self):
        whole = over(share(0, 0))
        assert (whole.state, whole.reading.figure) == (State.REPORTED, None)
        assert whole.flags == (Flag.NOBODY_COUNTED,)

    def test_a_blank_answer_is_in_neither_number(self):
        yes, no = share(1, 1), share(0, 1)
        assert over(yes, yes, no, None).reading.figure == Fraction(2, 3)


class TestFourAnswers:
    """Zero, missing, not applicable and suppressed."""

    def test_zero_is_a_figure(self):
        assert over(count(0)).reading == count(0)
        assert over(count(0)).state is State.REPORTED

    def test_nothing_is_missing(self):
        assert over(None, None) == Aggregate(State.MISSING, coverage=Coverage(2, 0, 2))

    def test_not_applicable_everywhere(self):
        whole = over(State.NOT_APPLICABLE, State.NOT_APPLICABLE)
        assert whole == Aggregate(State.NOT_APPLICABLE, coverage=Coverage(2, 0, 0, 2))

    def test_not_applicable_beside_missing_is_missing(self):
        assert over(State.NOT_APPLICABLE, None).state is State.MISSING

    def test_a_sum_says_how_much_of_it_is_missing(self):
        whole = over(count(4), None, State.NOT_APPLICABLE, count(0))
        assert whole.reading == count(4)
        assert whole.coverage == Coverage(expected=4, reported=2, missing=1, not_applicable=1)

    def test_a_sum_with_a_suppressed_part_is_suppressed(self):
        whole = over(count(40), State.SUPPRESSED)
        assert (whole.state, whole.reading) == (State.SUPPRESSED, None)
        assert whole.coverage.suppressed == 1

    def test_a_reading_and_a_reason_exclude_each_other(self):
        with pytest.raises(ValueError, match="reading"):
            Record(Q1, NORTH, count(1), State.MISSING)
        with pytest.raises(ValueError, match="reading"):
            Record(Q1, NORTH)


class TestPeriods:
    def test_a_running_total_keeps_the_last_value_and_says_so(self):
        whole = over(count(5), count(9), None, methods=LAST)
        assert (whole.reading, whole.flags) == (count(9), (Flag.CARRIED_FORWARD,))
        assert whole.coverage.missing == 1

    def test_a_running_total_over_places_carries_for_the_silent_one_only(self):
        records = [
            Record(Q1, NORTH, count(10)),
            Record(Q2, NORTH, count(12)),
            Record(Q1, SOUTH, count(7)),
        ]
        whole = aggregate(records, periods=[Q1, Q2], places=[NORTH, SOUTH], methods=LAST)
        assert (whole.reading, whole.flags) == (count(19), (Flag.CARRIED_FORWARD,))
        assert whole.coverage == Coverage(4, 3, 1)

    def test_a_last_value_that_is_there_is_not_carried(self):
        assert over(count(5), None, count(9), methods=LAST).flags == ()

    def test_not_applicable_at_the_end_is_not_carried(self):
        assert over(count(5), State.NOT_APPLICABLE, methods=LAST).flags == ()

    def test_a_suppressed_last_value_is_not_replaced_by_an_older_one(self):
        assert over(count(50), State.SUPPRESSED, methods=LAST).state is State.SUPPRESSED

    def test_the_highest(self):
        assert over(count(5), count(9), count(7), methods=HIGHEST).reading == count(9)

    def test_the_mean_of_counts_leaves_out_what_is_missing(self):
        assert over(count(4), None, count(8), methods=MEAN).reading == count(6)

    def test_what_lies_outside_the_periods_is_left_out(self):
        records = [Record(Q1, NORTH, count(1)), Record(Q3, NORTH, count(5))]
        whole = aggregate(records, periods=[Q1, Q2], places=[NORTH], methods=Methods())
        assert whole.reading == count(1)

    def test_a_later_record_corrects_an_earlier_one(self):
        records = [Record(Q1, NORTH, count(8)), Record(Q1, NORTH, count(6))]
        whole = aggregate(records, periods=[Q1], places=[NORTH], methods=Methods())
        assert whole.reading == count(6)

    def test_places_have_no_last_one(self):
        with pytest.raises(ValueError, match="no order"):
            Methods(over_places=Method.LAST)


class TestGroups:
    def cells(self, *pairs: tuple[object, Reading | None]) -> list[Record]:
        return [
            Record(Q1, NORTH, reading, cell=group)
            if reading
            else Record(Q1, NORTH, state=State.MISSING, cell=group)
            for group, reading in pairs
        ]

    def of(self, records: list[Record], group=ALL) -> Aggregate:
        return aggregate(records, periods=[Q1], places=[NORTH], methods=Methods(), group=group)

    def test_parts_make_a_total(self):
        assert self.of(self.cells((MEN, count(80)), (WOMEN, count(40)))).reading == count(120)

    def test_a_given_total_is_kept_and_its_difference_told(self):
        whole = self.of(self.cells((ALL, count(100)), (MEN, count(40)), (WOMEN, count(50))))
        assert whole.reading == count(100)
        assert (whole.flags, whole.difference) == ((Flag.PARTS_DIFFER,), Decimal(10))

    def test_an_incomplete_division_is_not_held_against_a_total(self):
        whole = self.of(self.cells((ALL, count(100)), (MEN, count(40)), (WOMEN, None)))
        assert whole.flags == ()

    def test_a_share_that_differs_in_its_denominator_alone(self):
        whole = self.of(self.cells((ALL, share(5, 20)), (MEN, share(5, 10)), (WOMEN, share(0, 8))))
        assert whole.difference == Decimal(2)

    def test_two_divisions_are_not_added_to_each_other(self):
        records = self.cells(
            (WOMEN, count(40)),
            (MEN, count(80)),
            (cell({"age": "child"}), count(20)),
            (cell({"age": "adult"}), count(100)),
        )
        assert self.of(records).reading == count(120)

    def test_a_finer_division_makes_a_coarser_group(self):
        records = self.cells(
            (cell({"sex": "women", "age": "child"}), count(3)),
            (cell({"sex": "women", "age": "adult"}), count(4)),
            (cell({"sex": "men", "age": "adult"}), count(9)),
        )
        assert self.of(records, WOMEN).reading == count(7)

    def test_a_missing_part_shows_in_the_coverage_of_the_total(self):
        whole = self.of(self.cells((MEN, count(80)), (WOMEN, None)))
        assert (whole.reading, whole.coverage.missing) == (count(80), 1)


class TestReadings:
    def test_means_are_weighed_by_how_many_were_measured(self):
        whole = combined([Mean(Decimal(20), 2), Mean(Decimal(90), 3)])
        assert whole.figure == Fraction(110, 5)

    def test_ratios_may_be_above_one(self):
        whole = combined([Ratio(Decimal(30), Decimal(2)), Ratio(Decimal(30), Decimal(3))])
        assert (whole.figure, whole.flags) == (12, ())

    def test_scales_add_up_point_by_point(self):
        whole = combined([Scale((1, 0, 2, 3, 4), 4), Scale((0, 0, 0, 0, 10), 4)])
        assert whole == Scale((1, 0, 2, 3, 14), 4)
        assert whole.figure == Fraction(17, 20)

    def test_scales_of_different_lengths_do_not_add_up(self):
        with pytest.raises(CannotCombine):
            combined([Scale((1, 2), 2), Scale((1, 2, 3), 2)])

    def test_different_kinds_do_not_add_up(self):
        with pytest.raises(CannotCombine):
            combined([count(1), share(1, 2)])

    def test_words_are_kept_in_order(self):
        assert combined([Words(("a",)), Words(("b", "c"))]) == Words(("a", "b", "c"))

    def test_below_zero_is_flagged(self):
        assert over(count(-3)).flags == (Flag.BELOW_ZERO,)


NUMBERS = st.integers(0, 10**6).map(Decimal)
READINGS = st.one_of(
    st.lists(NUMBERS.map(Count), min_size=1, max_size=8),
    st.lists(st.builds(Share, NUMBERS, NUMBERS), min_size=1, max_size=8),
    st.lists(st.builds(Ratio, NUMBERS, NUMBERS), min_size=1, max_size=8),
    st.lists(st.builds(Mean, NUMBERS, st.integers(0, 500)), min_size=1, max_size=8),
    st.lists(
        st.lists(st.integers(0, 99), min_size=5, max_size=5).map(lambda c: Scale(tuple(c), 4)),
        min_size=1,
        max_size=8,
    ),
)


class TestProperties:
    @given(READINGS, st.integers(0, 8))
    def test_the_whole_is_that_of_its_parts(self, readings, at):
        first, second = readings[:at], readings[at:]
        parts = [combined(part) for part in (first, second) if part]
        assert combined(parts) == combined(readings)

    @given(READINGS, st.randoms(use_true_random=False))
    def test_the_order_of_entry_never_matters(self, readings, random):
        periods = [f"period {position}" for position in range(len(readings))]
        records = [
            Record(period, NORTH, reading)
            for period, reading in zip(periods, readings, strict=True)
        ]
        in_order = aggregate(records, periods=periods, places=[NORTH], methods=Methods())
        random.shuffle(records)
        assert in_order == aggregate(records, periods=periods, places=[NORTH], methods=Methods())

    @given(READINGS, st.sampled_from(Method))
    def test_a_period_that_is_missing_changes_no_figure(self, readings, method):
        methods = Methods(over_periods=method)
        with_gap = over(*readings, None, methods=methods)
        assert with_gap.reading == over(*readings, methods=methods).reading
        assert with_gap.coverage.missing == 1

    @given(st.lists(st.sampled_from([None, State.NOT_APPLICABLE]), min_size=1, max_size=5))
    def test_missing_never_becomes_zero(self, nothing):
        for method in Method:
            assert over(*nothing, methods=Methods(over_periods=method)).reading is None

    @given(
        st.lists(
            st.tuples(
                st.sampled_from([Q1, Q2, Q3]),
                st.sampled_from([NORTH, SOUTH]),
                st.sampled_from([ALL, WOMEN, MEN, cell({"age": "child", "sex": "men"})]),
                st.one_of(
                    st.integers(0, 99).map(count),
                    st.sampled_from([State.MISSING, State.NOT_APPLICABLE, State.SUPPRESSED]),
                ),
            ),
            max_size=20,
        ),
        st.sampled_from(Method),
        st.booleans(),
    )
    def test_what_is_told_together_is_what_is_told_one_by_one(self, told, method, is_one_place):
        records = [
            Record(period, place, state=each, cell=group)
            if isinstance(each, State)
            else Record(period, place, each, cell=group)
            for period, place, group, each in told
        ]
        over = {"places": [NORTH] if is_one_place else [NORTH, SOUTH]}
        over["methods"] = Methods(over_periods=method)
        periods = [Q1, Q2, Q3]
        alone, whole = aggregates(records, periods=periods, **over)
        assert alone == [aggregate(records, periods=[each], **over) for each in periods]
        assert whole == aggregate(records, periods=periods, **over)
        groups = [ALL, WOMEN, MEN]
        assert aggregates_of_groups(records, groups, periods=periods, **over) == [
            (group, aggregate(records, periods=periods, group=group, **over)) for group in groups
        ]
