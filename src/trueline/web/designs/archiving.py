"""Putting a design away, bringing it back, and deleting it for good."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.designs.models import DesignRecord


@transaction.atomic
def archive(record: DesignRecord, *, by: User) -> None:
    """Take a design off the list. It can still be read, and be brought back."""
    if DesignRecord.objects.filter(pk=record.pk, archived=None).update(archived=timezone.now()):
        _tell("archived", record, by)


@transaction.atomic
def bring_back(record: DesignRecord, *, by: User) -> None:
    """Put an archived design on the list again."""
    put_away = DesignRecord.objects.filter(pk=record.pk, archived__isnull=False)
    if put_away.update(archived=None):
        _tell("brought back", record, by)


@transaction.atomic
def delete(record: DesignRecord, *, by: User) -> bool:
    """Delete an archived design with its history, comments and links; False if it is not archived.

    The audit keeps that it was there, and nothing of what it said.
    """
    gone, _rows = DesignRecord.objects.filter(pk=record.pk, archived__isnull=False).delete()
    if gone:
        _tell("deleted", record, by)
    return bool(gone)


def _tell(action: str, record: DesignRecord, by: User) -> None:
    record_event(
        action, by=by, organisation=record.organisation_id, subject="design", subject_id=record.pk
    )
