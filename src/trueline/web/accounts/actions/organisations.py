"""Organisations as a whole."""

from __future__ import annotations

from django.db import transaction

from trueline.web.accounts.models import Membership, Organisation, User
from trueline.web.accounts.roles import Role
from trueline.web.audit.actions import record


@transaction.atomic
def create(*, by: User, name: str) -> Organisation:
    """A new organisation, owned by whoever makes it."""
    organisation = Organisation.objects.create(name=name)
    Membership.objects.create(organisation=organisation, user=by, role=Role.OWNER)
    record("created", by=by, organisation=organisation.pk, subject="organisation",
           subject_id=organisation.pk)  # fmt: skip
    return organisation


@transaction.atomic
def rename(*, by: User, organisation: Organisation, name: str) -> None:
    Organisation.objects.filter(pk=organisation.pk).update(name=name)
    record("renamed", by=by, organisation=organisation.pk, subject="organisation",
           subject_id=organisation.pk)  # fmt: skip


@transaction.atomic
def delete(*, by: User, organisation: Organisation) -> None:
    """Delete an organisation and all its work. The audit stays, with pseudonyms alone."""
    record("deleted", by=by, organisation=organisation.pk, subject="organisation",
           subject_id=organisation.pk)  # fmt: skip
    organisation.delete()
