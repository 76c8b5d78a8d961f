"""When measuring falls due, reckoned from the design's own dates."""

from datetime import date

import pytest

from trueline.design import Design
from trueline.reports.design.calendar import measurement_calendar, timelines
from trueline.reports.design.calendar.moments import months_after
from trueline.reports.design.codes import codes_of
from trueline.toolkit import load_toolkit


def calendar_of(**fields):
    design = Design.model_validate(fields)
    return measurement_calendar(design, codes_of(design))


def days(calendar, lane=0):
    return [(moment.kind, moment.on.isoformat()) for moment in calendar.lanes[lane].moments]


LEADING = {
    "start": "2027-01-01",
    "end": "2029-12-31",
    "activities": [
        {"id": "a", "kind": "other", "end": "2028-02-29"},
        {"id": "b", "kind": "other", "end": "2029-06-30"},
    ],
    "results": [
        {"id": "o", "statement": "o", "level": "output"},
        {"id": "c", "statement": "c", "level": "outcome"},
    ],
    "links": [{"id": "l1", "cause": "a", "effect": "o"}, {"id": "l2", "cause": "o", "effect": "c"}],
}


def test_follow_up_counts_from_the_end_of_the_activity_that_leads_there():
    calendar = calendar_of(
        **LEADING, indicators=[{"id": "i", "result": "c", "follow_up_months": [12, 6]}]
    )
    assert days(calendar) == [("follow-up", "2028-08-29"), ("follow-up", "2029-02-28")]


def test_follow_up_counts_from_the_programmes_end_where_nothing_leads_there():
    calendar = calendar_of(end="2029-12-31", indicators=[{"id": "i", "follow_up_months": [12]}])
    assert days(calendar) == [("follow-up", "2030-12-31")]


@pytest.mark.parametrize(
    ("taken_from", "day", "note"),
    [
        ("livelihoods.change-retained", "2027-01-01", "after start-up"),
        ("support.stable-employment", "2028-12-31", "after people leave"),
        ("awareness.change-retained", "2028-12-31", "after the activity"),
    ],
)
def test_follow_up_counts_from_where_the_toolkit_counts(taken_from, day, note):
    """Start-ups from the activity's start, those who leave from its end."""
    design = Design.model_validate(
        {
            **LEADING,
            "activities": [
                {"id": "a", "kind": "other", "start": "2026-01-01", "end": "2027-12-31"}
            ],
            "indicators": [
                {"id": "i", "result": "c", "toolkit_id": taken_from, "follow_up_months": [12]}
            ],
        }
    )
    calendar = measurement_calendar(design, codes_of(design), load_toolkit())
    assert days(calendar) == [("follow-up", day)]
    assert note in calendar.lanes[0].moments[0].note


def test_baseline_and_endline_stand_at_the_programmes_ends_unless_a_day_is_given():
    both = {"id": "i", "frequency": "baseline-endline"}
    calendar = calendar_of(start="2027-01-01", end="2029-12-31", indicators=[both])
    assert days(calendar) == [("baseline", "2027-01-01"), ("endline", "2029-12-31")]
    given = {**both, "baseline": {"measured": "2026-11-30"}}
    calendar = calendar_of(start="2027-01-01", end="2029-12-31", indicators=[given])
    assert days(calendar)[0] == ("baseline", "2026-11-30")


def test_targets_and_studies_stand_on_their_days():
    calendar = calendar_of(
        indicators=[{"id": "i", "targets": [{"due": "2028-12-31"}]}],
        evaluation={"studies": [{"id": "s", "due": "2029-03-01"}]},
    )
    assert days(calendar, 0) == [("study", "2029-03-01")]
    assert days(calendar, 1) == [("target", "2028-12-31")]


def test_what_cannot_be_dated_is_named_and_no_day_is_made_up():
    calendar = calendar_of(
        indicators=[{"id": "i", "statement": "Calls", "follow_up_months": [12, 1_000_000_000_000]}],
        evaluation={"studies": [{"id": "s", "title": "Endline"}]},
    )
    assert calendar.lanes == ()
    assert "Endline: no date yet." in calendar.undated
    assert any("follow-up after 12" in said for said in calendar.undated)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 12, 1), 0, date(2027, 12, 1)),
        (date(9999, 12, 1), 1, None),
        (date(2027, 1, 1), 1_000_000_000, None),
    ],
)
def test_months_after(day, months, expected):
    assert months_after(day, months) == expected


def test_the_time_line_draws_each_day_at_its_place_and_every_lane_once():
    calendar = calendar_of(
        start="2027-01-01",
        end="2029-12-31",
        indicators=[
            {"id": f"i{n}", "statement": f"Measure {n}.", "targets": [{"due": "2028-07-01"}]}
            for n in range(20)
        ],
    )
    drawn = [svg for svg, _, _ in timelines(calendar)]
    assert len(drawn) == 2
    assert sum(svg.count("<title>Target due, 1 July 2028") for svg in drawn) == 20


def test_nothing_dated_draws_nothing_and_the_widest_span_still_draws():
    assert list(timelines(calendar_of(indicators=[{"id": "i"}]))) == []
    widest = calendar_of(
        start="0001-01-01",
        end="9999-12-31",
        indicators=[{"id": "i", "frequency": "monthly", "targets": [{"due": "9999-12-31"}]}],
    )
    ((svg, _, _),) = timelines(widest)
    assert len(svg) < 20_000
