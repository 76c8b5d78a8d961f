"""From an approved version of a design to what is measured.

What was measured under an earlier version keeps the meaning that it had. A later version adds
indicators and retires others; where one means something else now, it is retired and begun anew.
Baselines and targets may be set otherwise: those before stay in the history.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from trueline.design import Design, Indicator
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import DocumentRecord, Submission
from trueline.web.documents.store import document_in
from trueline.web.library.edition import toolkit_in_use
from trueline.web.monitoring.calendar import Due, calendar_of
from trueline.web.monitoring.claims import approved_design
from trueline.web.monitoring.models import (
    Measurement,
    MeasurementState,
    MonitoredIndicator,
    PlannedValue,
    ReportingPeriod,
)
from trueline.web.monitoring.series import FIGURES_OF
from trueline.web.monitoring.sites import sites_of, tell_in
from trueline.web.monitoring.summaries import forget

MEANING = (
    *("statement", "definition", "measure", "numerator", "denominator", "unit", "direction"),
    *(
        "frequency",
        "counts_people",
        "disaggregation",
        "scale",
        "scale_from",
        "over_periods",
        "over_places",
    ),
)
"""The meaning of a figure, and how long its period is: a year and a quarter in it don't add up.
Where one of these changes, figures before and after are not the same."""

Kind = PlannedValue.Kind


def plan_anew(record: DocumentRecord) -> None:
    """Make what is due after the sites of a programme changed. Needs a version that was approved."""
    design = approved_design(record)
    if design is not None:
        monitored = list(record.monitored_indicators.filter(retired=None))
        due = calendar_of(design, toolkit_in_use())
        _plan(record, [each for each in monitored if each.key in due], due)
        forget(record.pk)


@transaction.atomic
def take_over(record: DocumentRecord, submission: Submission, *, by: User) -> None:
    """Measure what this version says. An older version than the one in force changes nothing."""
    present = {each.key: each for each in record.monitored_indicators.filter(retired=None)}
    number = submission.revision.number
    in_force = record.monitored_indicators.order_by("-since__revision__number")
    latest = in_force.values_list("since__revision__number", flat=True).first()
    if latest is not None and number < latest:
        return
    submission.revision.document = record
    design: Design = document_in(submission.revision)
    monitored = [
        _one(record, position, indicator, present.pop(indicator.id, None), submission)
        for position, indicator in enumerate(design.indicators)
    ]
    for gone in present.values():
        _retire(gone, submission)
    _plan(record, monitored, calendar_of(design, toolkit_in_use()))
    forget(record.pk)
    record_event(
        Action.CHANGED,
        by=by,
        organisation=record.organisation_id,
        subject="monitoring",
        subject_id=record.pk,
        revision=number,
        indicators=len(monitored),
    )


def _one(
    record: DocumentRecord,
    position: int,
    indicator: Indicator,
    present: MonitoredIndicator | None,
    submission: Submission,
) -> MonitoredIndicator:
    if present and not _means_the_same(present.meaning, indicator):
        _retire(present, submission)
        present = None
    if present is None:
        present = MonitoredIndicator.objects.create(
            document=record,
            key=indicator.id,
            position=position,
            content=indicator.model_dump_json(),
            since=submission,
        )
    elif present.position != position:
        present.position = position
        present.save(update_fields=["position"])
    _plan_values(present, indicator, submission)
    return present


def _means_the_same(one: Indicator, other: Indicator) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in MEANING)


def _retire(indicator: MonitoredIndicator, submission: Submission) -> None:
    indicator.retired, indicator.retired_by = timezone.now(), submission
    indicator.save(update_fields=["retired", "retired_by"])
    indicator.measurements.filter(state=MeasurementState.DUE).delete()


def _plan_values(
    monitored: MonitoredIndicator, indicator: Indicator, submission: Submission
) -> None:
    """Store the present baseline and targets, and mark others as replaced."""
    wanted = list(_values(indicator))
    for value in monitored.planned_values.filter(replaced_by=None):
        same = (value.kind, json.loads(value.content))
        if same in wanted:
            wanted.remove(same)
        else:
            value.replaced_by = submission
            value.save(update_fields=["replaced_by"])
    PlannedValue.objects.bulk_create(
        PlannedValue(
            indicator=monitored, kind=kind, content=json.dumps(content), said_by=submission
        )
        for kind, content in wanted
    )


def _values(indicator: Indicator) -> Iterator[tuple[str, Any]]:
    if indicator.baseline:
        yield Kind.BASELINE.value, indicator.baseline.model_dump(mode="json")
    for target in indicator.targets:
        yield Kind.TARGET.value, target.model_dump(mode="json")


def _plan(record: DocumentRecord, monitored: list[MonitoredIndicator], due: Due) -> None:
    """Make what is due; forget what is due no longer and was never entered."""
    periods = _periods(record, due)
    indicators = {each.pk: each for each in monitored}
    measurements = list(Measurement.objects.filter(indicator__in=indicators))
    there = {(each.indicator_id, each.period_id, each.site_id): each for each in measurements}
    sites = {
        each.pk: sites_of(each, measurements, record.reporting_sites.all()) for each in monitored
    }
    wanted = {
        (each.pk, periods[when.label].pk, site): occasion
        for each in monitored
        for occasion, when in due[each.key]
        for site in (tell_in(sites[each.pk], when.end) if occasion in FIGURES_OF else [None])
    }
    by_key = {each.pk: each for each in periods.values()}
    gone = [
        each.pk
        for key, each in there.items()
        if key not in wanted and each.state == MeasurementState.DUE
    ]
    Measurement.objects.filter(pk__in=gone).delete()
    Measurement.objects.bulk_create(
        Measurement(indicator_id=indicator, period_id=period, site_id=site, occasion=occasion)
        for (indicator, period, site), occasion in wanted.items()
        if (indicator, period, site) not in there
        and not _overlaps(by_key[period], (indicator, site), measurements, by_key)
    )
    record.reporting_periods.filter(measurements=None).delete()


def _overlaps(
    period: ReportingPeriod,
    told_by: tuple[int, int | None],
    measurements: Iterable[Measurement],
    periods: Mapping[int, ReportingPeriod],
) -> bool:
    """Whether something was entered for a part of the period, which would count twice."""
    return any(
        one.state != MeasurementState.DUE
        and one.occasion in FIGURES_OF
        and periods[one.period_id].span.overlaps(period.span)
        for one in measurements
        if (one.indicator_id, one.site_id) == told_by
    )


def _periods(record: DocumentRecord, due: Due) -> dict[str, ReportingPeriod]:
    there = {each.label: each for each in record.reporting_periods.all()}
    new = {
        when.label: ReportingPeriod(
            document=record, label=when.label, start=when.start, end=when.end
        )
        for occasions in due.values()
        for _occasion, when in occasions
        if when.label not in there
    }
    ReportingPeriod.objects.bulk_create(new.values())
    return there | {each.label: each for each in record.reporting_periods.all()}
