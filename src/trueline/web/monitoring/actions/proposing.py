"""Corrections of approved figures that partners propose, and what editors make of them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.monitoring.actions import deciding, entering
from trueline.web.monitoring.actions.entering import (
    EditConflict,
    Entry,
    rows_for_update,
    says_something,
)
from trueline.web.monitoring.models import (
    MeasuredCell,
    Measurement,
    MeasurementState,
    ProposedCorrection,
)
from trueline.web.monitoring.snapshots import fingerprint, snapshot
from trueline.web.monitoring.value_types import reading_of

Outcome = ProposedCorrection.Outcome


@transaction.atomic
def take_back(measurement: Measurement, *, by: User) -> None:
    """Make what somebody handed in a draft of theirs again, before anybody decides on it. What it says
    stays, and is kept in the history once it is typed over. Raises Locked and EditConflict.
    """
    one = rows_for_update(measurement.period, [measurement.pk]).get(measurement.pk)
    if one is None or one.state != MeasurementState.SUBMITTED or one.submitted_by_id != by.pk:
        raise EditConflict([measurement.pk])
    one.state = MeasurementState.DRAFT if says_something(one) else MeasurementState.DUE
    one.save()
    _tell(Action.WITHDRAWN, "measurement", measurement, by=by)


@transaction.atomic
def propose(
    measurement: Measurement, entry: Entry, *, reason: str, by: User, replaces: int | None = None
) -> bool:
    """Say what an approved figure should be; False where it says that already.

    `replaces`: what the same person proposed before, as they found it, and nobody has decided on. Of two
    who replace it at once the second learns that it is gone. Raises Locked and EditConflict.
    """
    one = rows_for_update(measurement.period, [measurement.pk]).get(measurement.pk)
    if one is None or one.state != MeasurementState.APPROVED or _print_of(one) != entry.seen:
        raise EditConflict([measurement.pk])
    waiting = open_proposal(one)
    if (waiting.pk if waiting else None) != replaces or (waiting and waiting.made_by_id != by.pk):
        raise EditConflict([measurement.pk])
    if entry.as_snapshot() == snapshot(one):
        return False
    _close(measurement, Outcome.WITHDRAWN, by=by)
    ProposedCorrection.objects.create(
        measurement=one, proposed=entry.as_snapshot(), seen=entry.seen, reason=reason, made_by=by
    )
    _tell(Action.SUBMITTED, "proposed correction", measurement, by=by)
    return True


def open_proposal(measurement: Measurement) -> ProposedCorrection | None:
    """The open proposal for a measurement."""
    return measurement.proposed_corrections.filter(outcome=Outcome.OPEN).first()


@transaction.atomic
def withdraw(measurement: Measurement, *, by: User) -> bool:
    """Take back what somebody proposed themselves; False where nothing of theirs waits."""
    closed = _close(measurement, Outcome.WITHDRAWN, by=by, made_by=by)
    if closed:
        _tell(Action.WITHDRAWN, "proposed correction", measurement, by=by)
    return closed


@transaction.atomic
def accept(proposal: ProposedCorrection, *, by: User, approve: bool) -> None:
    """Put what was proposed in the place of the figure, which stays in the history.

    Where whoever accepts it may `approve`, it counts at once; otherwise it waits for approval, as every
    correction does. Raises Locked, and EditConflict where the figure is another by now.
    """
    measurement = proposal.measurement
    rows_for_update(measurement.period, [measurement.pk])  # first, as whoever proposes does
    if not _close(measurement, Outcome.ACCEPTED, by=by, pk=proposal.pk):
        raise EditConflict([measurement.pk])
    entering.correct(measurement, entry_of(proposal), reason=proposal.reason, by=by)
    if approve:
        changed = Measurement.objects.prefetch_related("cells").get(pk=measurement.pk)
        decision = deciding.Decision(changed.pk, _print_of(changed))
        deciding.decide(measurement.period, [decision], by=by)


@transaction.atomic
def decline(proposal: ProposedCorrection, *, because: str, by: User) -> None:
    """Leave the figure as it is, and say why. Raises EditConflict where it is decided on already."""
    measurement = proposal.measurement
    if not _close(measurement, Outcome.DECLINED, by=by, because=because, pk=proposal.pk):
        raise EditConflict([measurement.pk])
    _tell(Action.RETURNED, "proposed correction", measurement, by=by)


def entry_of(proposal: ProposedCorrection) -> Entry:
    """The proposed values, as somebody enters them."""
    meaning = proposal.measurement.indicator.meaning
    proposed = proposal.proposed
    read = {
        group: reading_of(MeasuredCell(**cell), meaning)
        for group, cell in proposed["cells"].items()
    }
    readings = {group: reading for group, reading in read.items() if reading is not None}
    return Entry(
        proposal.measurement_id, proposal.seen, readings, proposed["answer"], proposed["note"]
    )


def _close(
    measurement: Measurement,
    outcome: ProposedCorrection.Outcome,
    *,
    by: User,
    because: str = "",
    **which: Any,
) -> bool:
    open_ones = measurement.proposed_corrections.filter(outcome=Outcome.OPEN, **which)
    return bool(
        open_ones.update(
            outcome=outcome, decided=timezone.now(), decided_by=by, declined_because=because
        )
    )


def _print_of(measurement: Measurement) -> str:
    return fingerprint(snapshot(measurement))


def _tell(action: Action, subject: str, measurement: Measurement, *, by: User) -> None:
    document = measurement.period.document
    record_event(
        action,
        by=by,
        organisation=document.organisation_id,
        subject=subject,
        subject_id=document.pk,
        period=measurement.period.label,
        measurements=[measurement.pk],
    )
