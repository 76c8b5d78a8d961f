"""Archiving a document, bringing it back, and deleting it for good."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.portfolio.entries import tell_those_that_name


@transaction.atomic
def archive(record: DocumentRecord, *, by: User) -> None:
    """Take a document off the list. It can still be read, and be brought back."""
    if DocumentRecord.objects.filter(pk=record.pk, archived=None).update(archived=timezone.now()):
        tell_those_that_name(record, record.title)
        _audit(Action.ARCHIVED, record, by)


@transaction.atomic
def unarchive(record: DocumentRecord, *, by: User) -> None:
    """Put an archived document on the list again."""
    archived = DocumentRecord.objects.filter(pk=record.pk, archived__isnull=False)
    if archived.update(archived=None):
        tell_those_that_name(record, record.title)
        _audit(Action.BROUGHT_BACK, record, by)


@transaction.atomic
def delete(record: DocumentRecord, *, by: User) -> bool:
    """Delete an archived document with its history, comments and links; False if it is not archived.

    The audit keeps that it was there, and nothing of what it said.
    """
    deleted, _rows = DocumentRecord.objects.filter(pk=record.pk, archived__isnull=False).delete()
    if deleted:
        _audit(Action.DELETED, record, by)
    return bool(deleted)


def _audit(action: Action, record: DocumentRecord, by: User) -> None:
    record_event(
        action,
        by=by,
        organisation=record.organisation_id,
        subject=record.kind,
        subject_id=record.pk,
    )
