"""Laying files beside a figure, and taking them away while nobody relies on it."""

from __future__ import annotations

from hashlib import sha256

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from trueline.limits import EVIDENCE_BYTES, EVIDENCE_OF_FIGURE
from trueline.web.accounts.access import membership
from trueline.web.accounts.models import User
from trueline.web.accounts.roles import ALLOWED
from trueline.web.attachments import storage
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.removed_rows import NotPutBack
from trueline.web.monitoring.actions.entering import Locked
from trueline.web.monitoring.assigned import among, assignments_of
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
    _check_room(measurement, files=1, size=len(data))
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
    storage.spare(file.digest)


def follow_putting_back(file: EvidenceFile, by: User) -> None:
    """A file that was taken away lies beside its figure again, if it could be attached. Raises NotPutBack."""
    one = file.measurement
    member = membership(by, one.period.document.organisation_id)
    if member is None or "edit" not in ALLOWED[member.role]:
        theirs = Measurement.objects.filter(among(assignments_of(by)), pk=one.pk)
        if not theirs.exists():
            raise NotPutBack(_("It can’t be put back: the figure is no longer assigned to you."))
    if one.period.locked or not one.can_be_entered:
        raise NotPutBack(
            _("It can’t be put back: the figure was handed in, or its period locked, meanwhile.")
        )
    if not storage.path_of(file.digest).exists():
        raise NotPutBack(_("It can’t be put back: the file is gone. Attach it again."))
    _check_room(one)


def _check_room(measurement: Measurement, *, files: int = 0, size: int = 0) -> None:
    """Whether so many more fit beside the figure and in its programme. Raises OverLimit."""
    EVIDENCE_OF_FIGURE.check(measurement.evidence.count() + files)
    document = measurement.period.document_id
    of_programme = EvidenceFile.objects.filter(measurement__period__document=document)
    EVIDENCE_BYTES.check((of_programme.aggregate(held=Sum("size"))["held"] or 0) + size)


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
