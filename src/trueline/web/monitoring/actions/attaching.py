"""Laying files beside a figure, and taking them away while nobody relies on it."""

from __future__ import annotations

from hashlib import sha256

from django.db import transaction
from django.db.models import Sum

from trueline.limits import EVIDENCE_BYTES, EVIDENCE_OF_FIGURE
from trueline.web.accounts.models import User
from trueline.web.attachments import storage
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.monitoring.actions.entering import Locked
from trueline.web.monitoring.models import EvidenceFile, Measurement, ReportingPeriod


class HandedIn(Exception):
    """The figure was handed in with it."""


@transaction.atomic
def attach(
    measurement: Measurement, data: bytes, *, name: str, media_type: str, by: User
) -> EvidenceFile:
    """Keep a file; one that lies there already stays as it is. Raises Locked and OverLimit."""
    _refuse_locked(measurement)
    digest = sha256(data).hexdigest()
    present = measurement.evidence.filter(digest=digest).first()
    if present is not None:
        return present
    EVIDENCE_OF_FIGURE.check(measurement.evidence.count() + 1)
    document = measurement.period.document_id
    of_programme = EvidenceFile.objects.filter(measurement__period__document=document)
    held = of_programme.aggregate(held=Sum("size"))["held"] or 0
    EVIDENCE_BYTES.check(held + len(data))
    file = EvidenceFile.objects.create(
        measurement=measurement,
        name=name,
        media_type=media_type,
        size=len(data),
        digest=storage.put(data),
        added_by=by,
    )
    _tell(Action.CHANGED, measurement, file, by)
    return file


@transaction.atomic
def detach(measurement: Measurement, file: EvidenceFile, *, by: User) -> None:
    """Take a file away. Raises Locked, and HandedIn where somebody relies on it."""
    _refuse_locked(measurement)
    if not Measurement.objects.get(pk=measurement.pk).can_be_entered:
        raise HandedIn
    _tell(Action.REMOVED, measurement, file, by)
    file.delete()


def _refuse_locked(measurement: Measurement) -> None:
    if ReportingPeriod.objects.select_for_update().get(pk=measurement.period_id).locked:
        raise Locked


def _tell(action: Action, measurement: Measurement, file: EvidenceFile, by: User) -> None:
    record_event(
        action,
        by=by,
        organisation=measurement.period.document.organisation_id,
        subject="measurement",
        subject_id=measurement.period.document_id,
        period=measurement.period.label,
        measurements=[measurement.pk],
        evidence=file.digest,
    )
