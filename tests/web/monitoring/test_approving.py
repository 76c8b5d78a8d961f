"""Approving a version makes what is measured; a later one adds and retires, and rewrites nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.web.monitoring.conftest import ACTED, DEBT, TRAINED
from trueline.design import Design
from trueline.document import set_field
from trueline.web.audit.models import Event
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.monitoring.models import MeasuredCell, Measurement, PlannedValue

QUARTERS = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]


def occasions(record, key: str) -> list[tuple[str, str]]:
    rows = Measurement.objects.filter(indicator__document=record, indicator__key=key)
    return [
        (one.occasion, one.period.label)
        for one in rows.filter(indicator__retired=None).select_related("period")
    ]


def test_an_approved_version_says_what_is_measured_and_when(monitored):
    assert [each.key for each in monitored.monitored_indicators.all()] == [
        "trained",
        "acted",
        "debt",
    ]
    assert occasions(monitored, "trained") == [("period", each) for each in QUARTERS]
    assert occasions(monitored, "acted") == [
        ("baseline", "2026-01-01"),
        *(("period", each) for each in QUARTERS),
    ]
    assert occasions(monitored, "debt") == [("period", "2026"), ("follow-up", "2027-12-31")]


def test_nothing_is_measured_before_approval(keep, programme, cast):
    record = keep(programme)
    submitting.submit(record, by=cast.editor, name="Version")
    assert not record.monitored_indicators.exists()
    assert not Event.objects.filter(subject="monitoring").exists()


def test_approval_is_told_in_the_audit(monitored, cast):
    event = Event.objects.get(subject="monitoring")
    assert (event.actor, event.subject_id) == (cast.owner.pseudonym, str(monitored.pk))
    assert event.detail == {"revision": 1, "indicators": 3}


def test_a_later_version_adds_and_retires(monitored, revise):
    new = {"id": "cases", "statement": "Cases", "frequency": "yearly"}
    submission = revise(monitored, TRAINED, ACTED, new)
    now = monitored.monitored_indicators.filter(retired=None)
    assert [each.key for each in now] == ["trained", "acted", "cases"]
    gone = monitored.monitored_indicators.exclude(retired=None).get()
    assert (gone.key, gone.retired_by) == ("debt", submission)
    assert occasions(monitored, "cases") == [("baseline", "2026-01-01"), ("period", "2026")]


@pytest.mark.parametrize(
    "other",
    [
        {"definition": "Counted once"},
        {"unit": "courses"},
        {"counts_people": False},
        {"direction": "down"},
        {"disaggregation": []},
        {"frequency": "yearly"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_another_meaning_is_another_indicator(monitored, revise, due, other):
    before = due("trained", "2026-Q1")
    MeasuredCell.objects.create(measurement=before, value=7)
    Measurement.objects.filter(pk=before.pk).update(state="approved")
    revise(monitored, TRAINED | other, ACTED, DEBT)
    after = due("trained", "2026" if "frequency" in other else "2026-Q1")
    assert after.pk != before.pk
    assert not after.cells.exists()
    before.refresh_from_db()
    assert before.cells.get().value == 7
    assert before.indicator.meaning.unit == "people"
    assert before.indicator.retired
    assert occasions(monitored, "acted")[1:] == [("period", each) for each in QUARTERS]


def test_a_target_set_otherwise_keeps_the_one_before(monitored, revise, due):
    same = due("trained", "2026-Q1").indicator
    target = {"due": "2026-12-31", "value": 150, "rationale": "Fewer inspectors were named"}
    submission = revise(monitored, TRAINED | {"targets": [target]}, ACTED, DEBT)
    assert due("trained", "2026-Q1").indicator == same
    old, new = same.planned_values.filter(kind=PlannedValue.Kind.TARGET)
    assert '"200"' in old.content
    assert (old.replaced_by, new.said_by, new.replaced_by) == (submission, submission, None)
    assert same.planned_values.get(kind=PlannedValue.Kind.BASELINE).replaced_by is None


def test_an_older_version_approved_later_changes_nothing(keep, programme, cast, revise):
    record = keep(programme)
    older = submitting.submit(record, by=cast.editor, name="Older")
    revise(record, TRAINED)
    submitting.approve(record, older, by=cast.owner)
    assert [each.key for each in record.monitored_indicators.all()] == ["trained"]


def shorten(record, cast, end: str) -> None:
    """Let the programme end sooner."""
    made = store.Change("", lambda design: (set_field(design, "end", date.fromisoformat(end)), ""))
    store.save(record.pk, [made], by=cast.editor, action="changed")


def test_what_is_not_due_any_more_goes_only_where_nothing_was_entered(
    monitored, cast, approve, due
):
    entered = due("trained", "2026-Q4")
    MeasuredCell.objects.create(measurement=entered, value=7)
    Measurement.objects.filter(pk=entered.pk).update(state="draft")
    shorten(monitored, cast, "2026-06-30")
    approve(monitored)
    quarters = [("period", each) for each in ("2026-Q1", "2026-Q2", "2026-Q4")]
    assert occasions(monitored, "trained") == quarters
    assert occasions(monitored, "acted") == [("baseline", "2026-01-01"), *quarters[:2]]


def test_what_was_entered_by_quarter_is_not_asked_by_day_as_well(monitored, cast, approve, due):
    """Without dates of its own a period would be the day of a target, which lies in a quarter."""
    entered = due("trained", "2026-Q4")
    MeasuredCell.objects.create(measurement=entered, value=7)
    Measurement.objects.filter(pk=entered.pk).update(state="approved")
    for name in ("start", "end"):
        made = store.Change("", lambda design, name=name: (set_field(design, name, None), ""))
        store.save(monitored.pk, [made], by=cast.editor, action="changed")
    approve(monitored)
    assert occasions(monitored, "trained") == [("period", "2026-Q4")]
    assert occasions(monitored, "acted") == [("period", "2026-12-31")]


def test_an_indicator_has_one_meaning_at_a_time(monitored):
    twin = monitored.monitored_indicators.get(key="acted")
    twin.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


@pytest.mark.parametrize(
    ("indicator", "is_due"),
    [
        ({"baseline": {"value": 0}}, False),
        ({"baseline": {"text": "Not measured yet"}}, True),
        ({"baseline": {"text": "Nobody refers"}, "measure": "qualitative"}, False),
        ({"measure": "qualitative"}, True),
    ],
)
def test_a_baseline_is_due_where_none_is_known(keep, approve, indicator, is_due):
    known = {"id": "i", "statement": "Cases", "frequency": "yearly"}
    design = {"title": "Safe", "start": "2026-01-01", "end": "2026-12-31"}
    record = keep(Design.model_validate(design | {"indicators": [known | indicator]}))
    approve(record)
    assert (("baseline", "2026-01-01") in occasions(record, "i")) is is_due


def test_what_has_no_dates_is_monitored_all_the_same(keep, approve):
    record = keep(Design.model_validate({"title": "Safe", "indicators": [TRAINED, DEBT]}))
    approve(record)
    assert record.monitored_indicators.count() == 2
    assert occasions(record, "trained") == [("period", "2026-12-31")]


def test_figures_go_with_their_programme_and_stay_when_people_leave(monitored, due, cast):
    one = due("trained", "2026-Q1")
    Measurement.objects.filter(pk=one.pk).update(changed_by=cast.editor)
    cast.editor.delete()
    one.refresh_from_db()
    assert one.changed_by is None
    monitored.delete()
    assert not Measurement.objects.exists()
