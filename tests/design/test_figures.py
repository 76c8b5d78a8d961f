"""Indicators of a design, beside their baselines and targets."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from trueline.design import Design
from trueline.design.figures import Figure, figures, in_points, methods_of, target_at
from trueline.design.measurement import Indicator
from trueline.document.targets import Target
from trueline.measures.aggregates import Method, Methods, Record, cell
from trueline.measures.periods import Period, period
from trueline.measures.progress import Standing
from trueline.measures.readings import Count, Share


def when(text: str) -> Period:
    found = period(text)
    assert found
    return found


def count(period: str, value: int, place: str = "North", **groups: str) -> Record:
    return Record(period, place, Count(Decimal(value)), cell=cell(groups))


def computed(indicator: Indicator, records: list[Record], *periods: str, **options) -> Figure:
    design = Design(indicators=(indicator,))
    chosen = [when(each) for each in periods]
    (figure,) = figures(design, {indicator.id: records}, periods=chosen, **options)
    return figure


SEATS = Indicator.model_validate(
    {
        "id": "seats",
        "measure": "count",
        "direction": "up",
        "baseline": {"value": 20},
        "targets": [{"due": "2026-06-30", "value": 220}, {"due": "2027-06-30", "value": 420}],
    }
)


def test_a_count_adds_up_and_is_held_against_the_target_due_next():
    figure = computed(SEATS, [count("2026-Q1", 80), count("2026-Q2", 40)], "2026-Q2", "2026-Q1")
    assert figure.value == 120
    assert [each.label for each, _ in figure.by_period] == ["2026-Q1", "2026-Q2"]
    assert (figure.target, figure.final) == SEATS.targets
    assert figure.progress.share == Fraction(1, 2)
    assert figure.final_progress.share == Fraction(1, 4)
    assert figure.change == 100


def test_periods_of_other_lengths_are_not_missing():
    figure = computed(SEATS, [count("2026-Q1", 80)], "2026-Q1", "2026-Q2", "2026", "2026-05")
    assert (figure.to_date.coverage.expected, figure.to_date.coverage.missing) == (2, 1)


def test_a_place_that_is_expected_and_silent_is_missing():
    figure = computed(SEATS, [count("2026-Q1", 80)], "2026-Q1", places=["North", "South"])
    assert (figure.value, figure.to_date.coverage.missing) == (80, 1)


def test_shares_stand_beside_per_cent():
    indicator = Indicator.model_validate(
        {
            "id": "know",
            "measure": "proportion",
            "direction": "down",
            "baseline": {"value": "40"},
            "targets": [{"due": "2026-12-31", "value": "20"}],
        }
    )
    records = [Record("2026", "", Share(Decimal(15), Decimal(50)))]
    figure = computed(indicator, records, "2026")
    assert (figure.value, figure.progress.share) == (30, Fraction(1, 2))


def test_groups_come_in_the_order_of_the_table():
    records = [count("2026", 5, sex="male"), count("2026", 7, sex="female")]
    figure = computed(SEATS, records, "2026", by="sex")
    assert [(group, each.reading) for group, each in figure.by_group] == [
        ((("sex", "male"),), Count(Decimal(5))),
        ((("sex", "female"),), Count(Decimal(7))),
    ]
    assert figure.value == 12


def test_a_baseline_of_zero_is_a_baseline():
    indicator = SEATS.model_copy(update={"direction": "down", "baseline": None, "targets": ()})
    figure = computed(indicator, [count("2026", 5)], "2026")
    assert (figure.change, figure.progress.standing) == (None, Standing.NO_TARGET)
    at_zero = SEATS.model_validate({"id": "a", "baseline": {"value": 0}, "measure": "count"})
    assert computed(at_zero, [count("2026", 5)], "2026").change == 5


@pytest.mark.parametrize(
    ("measure", "methods"),
    [
        ("count", Methods(Method.SUM, Method.SUM)),
        ("proportion", Methods(Method.SUM, Method.SUM)),
        ("change", Methods(Method.LAST, Method.MEAN)),
        ("scale", Methods(Method.LAST, Method.SUM)),
    ],
)
def test_methods_that_are_usual(measure, methods):
    assert methods_of(Indicator(id="a", measure=measure)) == methods


def test_an_indicator_says_how_its_figures_make_one():
    indicator = Indicator(id="a", measure="count", over_periods="last", over_places="highest")
    assert methods_of(indicator) == Methods(Method.LAST, Method.HIGHEST)
    records = [count("2026-Q1", 3), count("2026-Q2", 9), count("2026-Q1", 8, "South")]
    assert computed(indicator, records, "2026-Q1", "2026-Q2").value == 9


def test_the_target_due_next():
    first, last = SEATS.targets
    assert target_at(reversed(SEATS.targets), date(2026, 6, 30)) == first
    assert target_at(SEATS.targets, date(2026, 7, 1)) == last
    assert target_at(SEATS.targets, date(2030, 1, 1)) == last
    assert target_at((), date(2030, 1, 1)) is None
    assert isinstance(first, Target)


def test_a_checklist_aimed_at_in_points_is_held_against_them():
    told = {
        "measure": "checklist",
        "direction": "up",
        "targets": [{"due": "2026-12-31", "value": 8}],
    }
    points = Indicator.model_validate({"id": "ready", "unit": "points", **told})
    share = Indicator.model_validate({"id": "ready", "unit": "per cent", **told})
    assert (in_points(points), in_points(share)) == (True, False)
    figure = computed(points, [count("2026", 6), count("2026", 6, "South")], "2026")
    assert (figure.value, figure.progress.share) == (6, Fraction(3, 4))
