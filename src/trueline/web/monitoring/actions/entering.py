"""Entering, correcting and submitting figures.

What is entered together is saved together. Each entry says what its writer saw; where somebody else
has changed one of them meanwhile, nothing is saved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from trueline.measures.readings import Reading
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.monitoring.models import (
    Correction,
    MeasuredCell,
    Measurement,
    MeasurementState,
    ReportingPeriod,
)
from trueline.web.monitoring.snapshots import Snapshot, fingerprint, snapshot, snapshot_of
from trueline.web.monitoring.summaries import forget
from trueline.web.monitoring.value_types import cell_values, plain


@dataclass(frozen=True)
class Entry:
    """The entry for a measurement: figures by group, or why there is none, and a note.

    `seen` is the fingerprint of the measurement when editing began.
    """

    measurement: int
    seen: str
    readings: Mapping[str, Reading] = field(default_factory=dict)
    answer: str = ""
    note: str = ""

    def cells(self) -> dict[str, MeasuredCell]:
        """The cells that hold it, by group; none is saved."""
        return {
            group: MeasuredCell(
                measurement_id=self.measurement, group=group, **cell_values(self.readings[group])
            )
            for group in sorted(self.readings)
        }

    def as_snapshot(self) -> Snapshot:
        """The measurement's snapshot once this is saved."""
        cells = {group: plain(cell) for group, cell in self.cells().items()}
        return snapshot_of(cells, self.answer, self.note)


class Locked(Exception):
    """The period is locked."""


class EditConflict(Exception):
    """Others changed some of these meanwhile; `measurements` are their ids. Nothing was saved."""

    def __init__(self, measurements: Sequence[int]) -> None:
        super().__init__(str(measurements))
        self.measurements = frozenset(measurements)


@transaction.atomic
def enter(
    period: ReportingPeriod, entries: Sequence[Entry], *, by: User, file: bool = False
) -> list[Measurement]:
    """Save figures of a period that are not submitted yet; returns those that changed.

    `file`: they come from a file. Raises Locked and EditConflict.
    """
    measurements = rows_for_update(period, [each.measurement for each in entries])
    _refuse_others(entries, measurements, entering=True)
    changed = [
        measurements[entry.measurement]
        for entry in entries
        if _save_entry(measurements[entry.measurement], entry, by=by)
    ]
    if changed:
        action = Action.TOOK_IN_A_FILE if file else Action.CHANGED
        _tell(action, period, by=by, measurements=changed)
    return changed


@transaction.atomic
def enter_periods(
    entries: Mapping[ReportingPeriod, Sequence[Entry]], *, by: User
) -> list[Measurement]:
    """Save a file's figures of several periods, all or none. Raises Locked and EditConflict."""
    in_order = sorted(entries.items(), key=lambda each: each[0].pk)
    return [
        one for period, of_period in in_order for one in enter(period, of_period, by=by, file=True)
    ]


@transaction.atomic
def correct(measurement: Measurement, entry: Entry, *, reason: str, by: User) -> bool:
    """Change submitted or approved figures; they wait for approval again.

    `measurement` is as whoever corrects it found it: what was decided on since, others may have to
    propose and not to change. Raises Locked and EditConflict.
    """
    held = rows_for_update(measurement.period, [measurement.pk])
    _refuse_others([entry], held, entering=False)
    one = held[measurement.pk]
    if one.state != measurement.state:
        raise EditConflict([measurement.pk])
    if not _save_entry(one, entry, by=by, reason=reason):
        return False
    one.state, one.submitted, one.submitted_by = MeasurementState.SUBMITTED, one.changed, by
    one.decided = one.decided_by = None
    one.save()
    forget(measurement.period.document_id)
    _tell(Action.CORRECTED, measurement.period, by=by, measurements=[one])
    return True


@transaction.atomic
def submit(period: ReportingPeriod, measurements: Iterable[int], *, by: User) -> list[Measurement]:
    """Hand in what was entered. Raises Locked."""
    held = rows_for_update(period, list(measurements))
    ready = [one for one in held.values() if one.can_be_entered and says_something(one)]
    for one in ready:
        one.state, one.submitted, one.submitted_by = (
            MeasurementState.SUBMITTED,
            timezone.now(),
            by,
        )
        one.returned_because = ""
        one.save()
    if ready:
        _tell(Action.SUBMITTED, period, by=by, measurements=ready)
    return ready


def says_something(measurement: Measurement) -> bool:
    """Whether there is a figure, or a reason why there is none."""
    return bool(measurement.answer or measurement.cells.all())


def rows_for_update(period: ReportingPeriod, ids: Sequence[int]) -> dict[int, Measurement]:
    """The measurements, locked until the end of the transaction. Raises Locked."""
    if ReportingPeriod.objects.select_for_update().get(pk=period.pk).locked:
        raise Locked
    rows = Measurement.objects.select_for_update().filter(period=period, pk__in=ids)
    return {one.pk: one for one in rows.prefetch_related("cells")}


def _refuse_others(
    entries: Sequence[Entry], measurements: Mapping[int, Measurement], *, entering: bool
) -> None:
    conflicts = [
        entry.measurement
        for entry in entries
        if (one := measurements.get(entry.measurement)) is None
        or one.can_be_entered is not entering
        or fingerprint(snapshot(one)) != entry.seen
    ]
    if conflicts:
        raise EditConflict(conflicts)


def _save_entry(measurement: Measurement, entry: Entry, *, by: User, reason: str = "") -> bool:
    """Save an entry, with the previous one in the history; False where nothing changed."""
    before = snapshot(measurement)
    if entry.as_snapshot() == before:
        return False
    if measurement.submitted:
        Correction.objects.create(
            measurement=measurement,
            by=by,
            reason=reason or measurement.returned_because,
            before=before,
        )
    measurement.cells.all().delete()
    cells = entry.cells()
    MeasuredCell.objects.bulk_create(cells.values())
    measurement.answer, measurement.note = entry.answer, entry.note
    measurement.state = MeasurementState.DRAFT if cells or entry.answer else MeasurementState.DUE
    measurement.returned_because = ""
    measurement.changed, measurement.changed_by = timezone.now(), by
    measurement.save()
    return True


def _tell(
    action: Action, period: ReportingPeriod, *, by: User, measurements: Sequence[Measurement]
) -> None:
    record_event(
        action,
        by=by,
        organisation=period.document.organisation_id,
        subject="measurement",
        subject_id=period.document_id,
        period=period.label,
        measurements=[one.pk for one in measurements],
    )
