"""Approving figures, returning them with a reason, and locking a period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.monitoring.actions.entering import EditConflict, Locked
from trueline.web.monitoring.models import Measurement, MeasurementState, ReportingPeriod
from trueline.web.monitoring.snapshots import fingerprint, snapshot
from trueline.web.monitoring.summaries import forget


@dataclass(frozen=True)
class Decision:
    """An approval of a measurement, or its return for a reason; `seen` is what was looked at."""

    measurement: int
    seen: str
    reason: str = ""
    """The reason for which it is returned; "" approves it."""


@transaction.atomic
def decide(period: ReportingPeriod, decisions: Sequence[Decision], *, by: User) -> None:
    """Approve and return figures that were handed in. Raises Locked, and EditConflict where others were
    decided on or corrected meanwhile: then nothing is decided.
    """
    if ReportingPeriod.objects.select_for_update().get(pk=period.pk).locked:
        raise Locked
    ids = [each.measurement for each in decisions]
    rows = Measurement.objects.select_for_update().filter(period=period, pk__in=ids)
    held = {one.pk: one for one in rows.prefetch_related("cells")}
    conflicts = [each.measurement for each in decisions if not _is_as_seen(held, each)]
    if conflicts:
        raise EditConflict(conflicts)
    for each in decisions:
        one = held[each.measurement]
        state = MeasurementState.RETURNED if each.reason else MeasurementState.APPROVED
        one.state, one.returned_because = state, each.reason
        one.decided, one.decided_by = timezone.now(), by
        one.save()
    forget(period.document_id)
    for action, returned in ((Action.APPROVED, False), (Action.RETURNED, True)):
        chosen = [each.measurement for each in decisions if bool(each.reason) is returned]
        if chosen:
            _tell(action, "measurement", period, by, measurements=chosen)


def _is_as_seen(locked: dict[int, Measurement], decision: Decision) -> bool:
    one = locked.get(decision.measurement)
    return (
        one is not None
        and one.state == MeasurementState.SUBMITTED
        and fingerprint(snapshot(one)) == decision.seen
    )


@transaction.atomic
def lock(period: ReportingPeriod, *, by: User, locked: bool) -> None:
    """Let no figure of a period change, or let them change again."""
    unlike = ReportingPeriod.objects.filter(pk=period.pk, locked__isnull=locked)
    if unlike.update(locked=timezone.now() if locked else None, locked_by=by if locked else None):
        action = Action.LOCKED if locked else Action.UNLOCKED
        _tell(action, "reporting period", period, by)


def _tell(
    action: Action, subject: str, period: ReportingPeriod, by: User, **detail: object
) -> None:
    record_event(
        action,
        by=by,
        organisation=period.document.organisation_id,
        subject=subject,
        subject_id=period.document_id,
        period=period.label,
        **detail,
    )
