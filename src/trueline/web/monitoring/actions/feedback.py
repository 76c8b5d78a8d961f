"""The register of clients' requests and of the changes made in response."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from trueline.limits import SERVICE_CHANGES
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import ServiceChange

FIELDS = ("asked", "ways", "raised", "heard", "outcome", "what", "decided", "told_back")


class EditConflict(Exception):
    """Somebody else changed or removed it meanwhile. Nothing was saved."""


@transaction.atomic
def add(record: DocumentRecord, values: dict[str, Any], *, by: User) -> ServiceChange:
    """Add a client's request, with its outcome so far. Raises OverLimit."""
    SERVICE_CHANGES.check(record.service_changes.count() + 1)
    service_change = ServiceChange.objects.create(
        document=record, saved_by=by, **{name: values[name] for name in FIELDS}
    )
    _tell(record, by)
    return service_change


@transaction.atomic
def change(
    record: DocumentRecord, one: ServiceChange, values: dict[str, Any], *, version: int, by: User
) -> None:
    """Put it otherwise. `version` is that from which its writer began. Raises EditConflict."""
    unchanged = record.service_changes.filter(pk=one.pk, version=version)
    values_now = {name: values[name] for name in FIELDS}
    now = {"version": version + 1, "saved": timezone.now(), "saved_by": by}
    if not unchanged.update(**values_now, **now):
        raise EditConflict
    _tell(record, by)


@transaction.atomic
def remove(record: DocumentRecord, one: ServiceChange, *, version: int, by: User) -> None:
    """Take out what was entered by mistake. Raises EditConflict."""
    deleted, _by_model = record.service_changes.filter(pk=one.pk, version=version).delete()
    if not deleted:
        raise EditConflict
    _tell(record, by)


def _tell(record: DocumentRecord, by: User) -> None:
    record_event(
        Action.CHANGED,
        by=by,
        organisation=record.organisation_id,
        subject="measurement",
        subject_id=record.pk,
        register="feedback",
    )
