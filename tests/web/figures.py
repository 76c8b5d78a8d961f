"""A programme with figures in every state, for tests that open every page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from trueline.measures.readings import Count, Mean, Ratio, Reading, Scale, Share, Words
from trueline.web.accounts.models import Membership, User
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord, Submission
from trueline.web.monitoring.actions import attaching, deciding, entering
from trueline.web.monitoring.models import (
    FigureAssignment,
    Measurement,
    ProposedCorrection,
    ReportingSite,
    ServiceChange,
    TestResult,
)
from trueline.web.monitoring.snapshots import fingerprint, snapshot
from trueline.web.monitoring.value_types import ValueType, value_type_of

READINGS: dict[ValueType, Reading] = {
    ValueType.COUNT: Count(Decimal(30)),
    ValueType.SHARE: Share(Decimal(15), Decimal(50)),
    ValueType.RATIO: Ratio(Decimal(15), Decimal(50)),
    ValueType.MEAN: Mean(Decimal(30), 10),
    ValueType.SCALE: Scale((1, 2, 3, 4, 5), 4),
    ValueType.WORDS: Words(("τεχτ",)),
}


def enter(one: Measurement, reading: Reading | None, *, by: User, note: str = "τεχτ") -> None:
    """Save a figure, or without one that it is missing."""
    one = Measurement.objects.select_related("period__document").get(pk=one.pk)
    readings = {} if reading is None else {"": reading}
    seen, answer = fingerprint(snapshot(one)), "" if readings else "missing"
    entry = entering.Entry(one.pk, seen, readings, answer, note)
    entering.enter(one.period, [entry], by=by)


def hand_in(one: Measurement, *, by: User) -> None:
    """Submit what was entered."""
    entering.submit(one.period, [one.pk], by=by)


def decide(one: Measurement, reason: str = "", *, by: User) -> None:
    """Approve what was submitted, or return it for a reason."""
    seen = fingerprint(snapshot(one))
    deciding.decide(one.period, [deciding.Decision(one.pk, seen, reason)], by=by)


def with_figures(
    record: DocumentRecord, submission: Submission, *, by: User, note: str = "τεχτ"
) -> dict[str, Any]:
    """Approve a version, and give the first period a figure that waits for a decision, and the
    next one that is approved.

    What it gives is told by the names that addresses ask for.
    """
    submitting.approve(record, submission, by=by)
    rows = Measurement.objects.filter(indicator__document=record)
    first = rows.select_related("indicator", "period__document").first()
    change = ServiceChange.objects.create(document=record, asked=note, heard=date(2027, 3, 1))
    site = ReportingSite.objects.create(document=record, name=note, begins=date(2027, 1, 1))
    member = Membership.objects.get(user=by, organisation=record.organisation)
    assignment = FigureAssignment.objects.create(document=record, member=member, made_by=by)
    test = TestResult.objects.create(
        document=record,
        title=note,
        before=date(2027, 1, 1),
        after=date(2027, 6, 30),
        n=50,
        only_before=4,
        only_after=0,
        pairs={"both": 20, "gained": 15, "lost": 5, "neither": 10},
        sums={"before": "2500", "after": "3000", "changes": "500", "squares": "9000"},
        passes_from=60,
    )
    told = {
        "test_id": test.pk,
        "change_id": change.pk,
        "site_id": site.pk,
        "assignment_id": assignment.pk,
    }
    if first is None:  # of a kind that nothing is measured of, or without indicators
        names = ("period_id", "measurement_id", "indicator_id", "file_id")
        return {**dict.fromkeys(names, 1), **told}
    enter(first, READINGS[value_type_of(first.indicator.meaning)], by=by, note=note)
    hand_in(first, by=by)
    for told_of in rows.exclude(period=first.period_id)[:1]:  # to report of
        enter(told_of, READINGS[value_type_of(told_of.indicator.meaning)], by=by, note=note)
        hand_in(told_of, by=by)
        told_of.refresh_from_db()
        decide(told_of, by=by)
    ProposedCorrection.objects.create(
        measurement=first, proposed=snapshot(first), seen="", reason=note, made_by=by
    )
    kept = attaching.attach(first, note.encode(), name="list.txt", media_type="text/plain", by=by)
    return {
        "file_id": kept.pk,
        "period_id": first.period_id,
        "measurement_id": first.pk,
        "indicator_id": first.indicator_id,
        **told,
    }
