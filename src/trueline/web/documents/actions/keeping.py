"""Actions on the owner of a document, and on whether others are begun as copies of it."""

from __future__ import annotations

from django.db import transaction

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.portfolio.entries import tell_those_that_name


@transaction.atomic
def give_to(record: DocumentRecord, *, by: User, owner: User | None) -> None:
    """Let somebody look after a document."""
    if DocumentRecord.objects.filter(pk=record.pk).exclude(owner=owner).update(owner=owner):
        _audit(Action.GAVE_TO_ANOTHER, record, by)


@transaction.atomic
def mark_template(record: DocumentRecord, *, by: User, is_template: bool) -> None:
    """Offer a document as a template where others are begun, or no longer."""
    other = DocumentRecord.objects.filter(pk=record.pk).exclude(is_template=is_template)
    if other.update(is_template=is_template):
        tell_those_that_name(record, record.title)
        _audit(Action.MADE_A_TEMPLATE if is_template else Action.NO_LONGER_A_TEMPLATE, record, by)


def _audit(action: Action, record: DocumentRecord, by: User) -> None:
    record_event(
        action,
        by=by,
        organisation=record.organisation_id,
        subject=record.kind,
        subject_id=record.pk,
    )
