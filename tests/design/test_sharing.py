"""Figures that leave: no small count of people is told, and none can be worked out."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trueline.design import Design
from trueline.design.figures import Figure, figures
from trueline.design.sharing import to_share
from trueline.measures.aggregates import Aggregate, Record
from trueline.measures.periods import Period, period
from trueline.measures.progress import Standing
from trueline.measures.readings import Count, Mean, Reading, Scale, Share, State


def quarter(number: int) -> Period:
    found = period(f"2027-Q{number}")
    assert found
    return found


def figure(records: list[Record], *, by: str = "", periods: int = 2, **indicator: object) -> Figure:
    design = Design.model_validate(
        {"title": "T", "indicators": [{"id": "i", "counts_people": True, **indicator}]}
    )
    quarters = [quarter(number) for number in range(1, periods + 1)]
    return figures(design, {"i": records}, periods=quarters, by=by)[0]


def shared(records: list[Record], **options: object) -> Figure:
    return to_share([figure(records, **options)])[0]  # type: ignore[arg-type]


def record(number: int, reading: Reading | int, sex: str = "") -> Record:
    if isinstance(reading, int):
        reading = Count(Decimal(reading))
    return Record(f"2027-Q{number}", "", reading, cell=(("sex", sex),) if sex else ())


def told(aggregate: Aggregate) -> str | int | None:
    if aggregate.below:
        return f"<{aggregate.below}"
    match aggregate.reading:
        case Count(value):
            return int(value)
        case Share(numerator, denominator):
            return f"{numerator}/{denominator}"
    return None


def by_period(figure: Figure) -> list[str | int | None]:
    return [told(each) for _, each in figure.by_period]


@pytest.mark.parametrize(
    ("count", "expected"), [(0, 0), (1, "<11"), (10, "<11"), (11, 11), (400, 400)]
)
def test_a_count_alone(count, expected):
    assert told(shared([record(1, count)], periods=1).to_date) == expected


def test_periods_do_not_give_away_one_another():
    """100 to date less 96 in the first quarter would be 4."""
    figure = shared([record(1, 96), record(2, 4)])
    assert by_period(figure)[1] == "<11"
    assert None in (told(figure.to_date), by_period(figure)[0])


def test_groups_do_not_give_away_one_another():
    records = [record(1, 40, "female"), record(1, 4, "male"), record(2, 60, "female")]
    figure = shared(records, by="sex")
    groups = {group: told(each) for group, each in figure.by_group}
    assert groups[(("sex", "male"),)] == "<11"
    assert None in (told(figure.to_date), groups[(("sex", "female"),)])


def test_people_in_no_group_are_not_told_by_subtraction():
    records = [record(1, 100), record(1, 40, "female"), record(1, 57, "male")]
    figure = shared(records, by="sex", periods=1)
    assert figure.to_date.difference is None
    assert None in (told(figure.to_date), *(told(each) for _, each in figure.by_group))


def test_a_running_total_does_not_tell_what_it_carries_forward():
    """100 and 5, of whom the 5 did not report again: 100 in the last quarter, 105 to date."""
    north, south = (Count(Decimal(each)) for each in (100, 5))
    records = [
        Record("2027-Q1", "South", south),
        Record("2027-Q1", "North", north),
        Record("2027-Q2", "North", north),
    ]
    figure = shared(records, over_periods="last")
    assert None in (told(figure.to_date), by_period(figure)[1])


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (5, 50, None),
        (45, 50, None),
        (3, 8, None),
        (0, 50, "0/50"),
        (50, 50, "50/50"),
        (20, 50, "20/50"),
        (0, 8, None),
    ],
)
def test_a_share_is_told_where_no_part_of_it_is_small(numerator, denominator, expected):
    share = Share(Decimal(numerator), Decimal(denominator))
    figure = shared([record(1, share)], periods=1, measure="proportion")
    assert told(figure.to_date) == expected
    assert figure.to_date.state is (State.REPORTED if expected else State.SUPPRESSED)


def test_shares_of_periods_do_not_give_away_one_another():
    shares = [Share(Decimal(30), Decimal(60)), Share(Decimal(3), Decimal(60))]
    figure = shared([record(n, each) for n, each in enumerate(shares, 1)], measure="proportion")
    assert by_period(figure)[1] is None
    assert None in (told(figure.to_date), by_period(figure)[0])


def test_a_mean_of_few_is_held_back_and_one_of_many_is_not():
    for n, state in ((10, State.SUPPRESSED), (11, State.REPORTED)):
        assert shared([record(1, Mean(Decimal(60), n))], periods=1).to_date.state is state


def test_a_scale_is_told_as_its_share():
    reading = Scale((1, 0, 20, 10, 6), 4)
    figure = shared(
        [record(1, reading)], periods=1, measure="scale", scale=list("abcde"), scale_from=4
    )
    assert figure.to_date.reading == Share(Decimal(16), Decimal(37))


def test_progress_would_tell_the_figure_and_the_baseline():
    target = {"due": "2027-12-31", "value": 40}
    rising = {"direction": "up", "targets": [target], "measure": "count"}
    few = shared([record(1, 8)], periods=1, **rising)
    assert few.progress.standing is Standing.HELD_BACK
    before = shared([record(1, 30)], periods=1, baseline={"value": 4}, **rising)
    assert before.progress.standing is Standing.HELD_BACK
    assert before.indicator.baseline
    assert (before.indicator.baseline.value, before.indicator.baseline.text) == (None, "<11")
    assert before.change is None
    many = shared([record(1, 30)], periods=1, baseline={"value": 0}, **rising)
    assert many.progress.share == Decimal("0.75")


def test_what_counts_no_people_is_told_and_what_does_not_say_is_not():
    assert told(shared([record(1, 4)], periods=1, counts_people=False).to_date) == 4
    assert told(shared([record(1, 4)], periods=1, counts_people=None).to_date) == "<11"


def test_missing_stays_missing():
    figure = shared([Record("2027-Q1", "", None, State.MISSING)], periods=1)
    assert figure.to_date.state is State.MISSING


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 25), st.integers(0, 25)), min_size=1, max_size=3, unique=False
    )
)
def test_no_count_below_eleven_is_left_as_the_only_one_that_fits(rows):
    """Two sexes over some quarters: each small count hides behind a second number."""
    records = [
        record(number, count, sex)
        for number, pair in enumerate(rows, 1)
        for sex, count in zip(("female", "male"), pair, strict=True)
    ]
    figure = shared(records, by="sex", periods=len(rows))
    for parts in (figure.by_period, figure.by_group):
        line = [told(figure.to_date), *(told(each) for _, each in parts)]
        hidden = [each for each in line if not isinstance(each, int)]
        assert not any(isinstance(each, int) and 0 < each < 11 for each in line)
        assert len(hidden) != 1
